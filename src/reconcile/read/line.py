"""Lines and blocks of a text, by offset: what the readers of plain text and Markdown walk over."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.model import Span

END = re.compile(r"\r\n|\r|\n")
"""What ends a line, as editors count them. Other breaks (form feed, U+2028) are white space inside one."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end: where it stands in the text, its number from 1, its characters."""

    start: int
    end: int
    number: int
    text: str

    @property
    def blank(self) -> bool:
        """Say whether there is nothing but white space."""
        return not self.text or self.text.isspace()

    @property
    def indent(self) -> int:
        """Count the white space in front."""
        return len(self.text) - len(self.text.lstrip())

    def after(self, length: int) -> "Line":
        """Return the line without its first ``length`` characters."""
        return Line(self.start + length, self.end, self.number, self.text[length:])


def lines(text: str, start: int = 0, number: int = 1) -> Iterator[Line]:
    """Yield the lines of ``text`` from ``start`` on, numbered from ``number``."""
    for match in END.finditer(text, start):
        yield Line(start, match.start(), number, text[start : match.start()])
        start = match.end()
        number += 1
    if start < len(text):
        yield Line(start, len(text), number, text[start:])


def blocks(of: Iterator[Line]) -> Iterator[list[Line]]:
    """Yield runs of lines that have blank lines, or the text's ends, around them."""
    block: list[Line] = []
    for line in of:
        if not line.blank:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def trimmed(block: Sequence[Line]) -> Span:
    """Return the span from the block's first character to its last that are no white space."""
    last = block[-1]
    return Span(block[0].start + block[0].indent, last.start + len(last.text.rstrip()))
