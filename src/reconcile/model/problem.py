"""Something wrong in the data."""

from dataclasses import dataclass

from reconcile.model.identity import identifier


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where, and what to do: one line to a person.

    ``code`` is stable and documented in ``docs/problems.md``. ``document`` is the path as shown to people, ``where`` a
    place in it ("row 7", "line 3", ""). ``refused`` says that the thing was left out, not only remarked on.
    """

    code: str
    document: str
    where: str
    message: str
    remedy: str
    refused: bool = True

    @property
    def id(self) -> str:
        """The problem's identifier: the same fault in the same place is one problem."""
        return identifier("problem", self.code, self.document, self.where, self.message)

    def __str__(self) -> str:
        """Say it in one line."""
        place = f"{self.document}, {self.where}" if self.where else self.document
        return f"{place}: {self.message}; {self.remedy} [{self.code}]"
