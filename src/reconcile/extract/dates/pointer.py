"""A word that may point to a date, with what it may be reckoned from."""

import re
from dataclasses import dataclass

from reconcile.extract.dates.frames import WHOLE_DAY
from reconcile.extract.dates.steps import UNKNOWN


@dataclass(frozen=True, slots=True)
class Pointer:
    """A word that may point to a date: its place in the text, the date before it there, the day of writing.

    ``published`` is that day as it may be reckoned from: nothing in a quotation, which is from another day.
    """

    text: str
    token: re.Match[str]
    anchor: str
    published: str
    day: str

    @property
    def word(self) -> str:
        """The word itself, in small letters."""
        return self.token.group().lower()

    @property
    def present(self) -> str:
        """The day of writing, in a quotation too, else ``XXXX``: a bound on what was said before it."""
        return self.day if WHOLE_DAY.fullmatch(self.day) else UNKNOWN

    @property
    def today(self) -> str:
        """The day of writing where it is known to the day, else nothing."""
        return self.published if WHOLE_DAY.fullmatch(self.published) else ""
