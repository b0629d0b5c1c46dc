"""A place in a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of characters in one document.

    Offsets count Unicode code points of ``Document.text``, from 0, end excluded,
    so that ``document.text[span.start:span.end]`` is the quote (W3C TextPositionSelector).
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return what stands there."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Say whether every character of ``other`` is in here."""
        return self.start <= other.start and other.end <= self.end
