"""One pass over a sentence: words, numbers and marks with their places."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

TOKEN = re.compile(r"(?:[A-Z]\.)+(?:[A-Z]\b)?|[^\W\d_][\w]*(?:['.\-/][^\W_]+)*|\d[\d,.]*\w*|\S")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a single mark; ``start`` and ``end`` are offsets in the text given, end excluded."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def word(self) -> bool:
        """Whether it is a word, not a number or a mark."""
        return self.text[:1].isalpha()


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of ``text[start:end]``, places counted in ``text``."""
    return [Token(m.group(), m.group().lower(), m.start(), m.end()) for m in TOKEN.finditer(text, start, end)]


AUXILIARIES = frozenset(
    "is are was were be been being am has have had do does did can could may might will would shall should must".split()
)
NEGATORS = frozenset("not never no n't cannot nor neither".split())


def word_before(found: Sequence[Token], position: int) -> str:
    """Return the word before a position in lower case, or nothing."""
    return found[position - 1].lower if position else ""
