"""Walks a parsed page and writes its text: blocks apart, white space as a browser folds it, an xpath for each run."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from operator import itemgetter

from lxml import etree

from reconcile.model import Layout, Segment, Span
from reconcile.read.element import BLOCKS, INNER, is_shown, layout_of

GAP = "\n\n"
"""What stands between two blocks."""

SPACES = re.compile("[ \t\n\r\f]+")
"""White space that HTML folds; U+00A0 is none."""

PARAGRAPHS = re.compile(r"\n(?: ?\n)+")
"""Empty lines inside a block: two line breaks in a row, which old pages set for paragraphs."""

RUNS_TOLD = 500
"""Runs whose xpaths one locator lists; a block with more has lost its place in markup."""

KEPT = frozenset({"pre", "textarea"})
"""Elements in which white space is as it is."""

KNOWN = BLOCKS | {"a", "b", "i", "em", "strong", "span", "sup", "sub", "br", "img"}
SIMPLE = re.compile("[a-z][a-z0-9-]*")

LONGEST_CELL = 200
"""Characters of a table cell; a longer one that ends as a sentence does is text in a layout table."""


@dataclass(slots=True)
class Place:
    """An element on the way down: its step in an xpath, what text in it is, and how far its children are counted."""

    step: str
    layout: Layout
    shown: bool = True
    block: bool = False
    kept: bool = False
    content: bool = False
    texts: int = 0
    children: int = 0
    named: dict[str, int] | None = None

    def next_step(self, tag: str) -> str:
        """Count a child element, and return its step."""
        self.children += 1
        if tag not in KNOWN and SIMPLE.fullmatch(tag) is None:
            return f"*[{self.children}]"
        if self.named is None:
            self.named = {}
        count = self.named[tag] = self.named.get(tag, 0) + 1
        return tag if tag in ("html", "body") else f"{tag}[{count}]"


@dataclass(slots=True)
class Block:
    """The block being written: its xpath, what it is, its characters so far, and where each run began."""

    xpath: str = ""
    depth: int = 0
    layout: Layout = Layout.PARAGRAPH
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    runs: list[tuple[int, str]] = field(default_factory=list)
    end: str = "\n"

    def write(self, text: str, path: str, *, kept: bool) -> None:
        """Add a run: white space folded, and none at the beginning of a line."""
        told = text if kept else SPACES.sub(" ", text)
        if not kept and self.end in " \n":
            told = told.removeprefix(" ")
        if told:
            self.runs.append((self.length, path))
            self.put(told)

    def end_line(self) -> None:
        """Break the line, without the space in front of the break."""
        last = self.pieces[-1]
        if last.endswith(" "):
            self.pieces[-1] = last[:-1]
            self.length -= 1
        if self.runs and self.runs[-1][0] == self.length:
            self.runs.pop()
        self.put("\n")

    def put(self, text: str) -> None:
        """Add characters that no text node holds, or that have been folded."""
        self.pieces.append(text)
        self.length += len(text)
        self.end = text[-1]


class Outline:
    """The text of a page and its segments, filled by one walk over the tree."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.segments: list[Segment] = []
        self._stack: list[Place] = []
        self._block = Block()

    def walk(self, root: etree._Element) -> None:
        """Go through the tree in document order, once, without recursion."""
        for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if event == "start":
                self._open(element)
            else:
                if event == "end":
                    self._close()
                if element.tail and self._stack:
                    self._text(element.tail)
        self._flush()

    def _open(self, element: etree._Element) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        outer = self._stack[-1] if self._stack else Place("", Layout.PARAGRAPH)
        place = Place(outer.next_step(tag), outer.layout)
        place.shown = outer.shown and is_shown(element, tag)
        place.content = outer.content or tag in INNER
        place.kept = outer.kept or tag in KEPT
        if place.shown:
            place.layout = layout_of(element, tag, outer.layout, in_content=outer.content)
        if tag in BLOCKS:
            place.block = True
            self._flush()
        self._stack.append(place)
        if tag == "br" and place.shown:
            self._break()
        if element.text:
            self._text(element.text)

    def _close(self) -> None:
        if self._stack.pop().block:
            self._flush()

    def _break(self) -> None:
        """End a line inside the block."""
        if self._block.pieces:
            self._block.end_line()

    def _text(self, text: str) -> None:
        """Take a text node of the element on top."""
        place = self._stack[-1]
        place.texts += 1
        if not place.shown:
            return
        if not self._block.pieces:
            if not text.strip(" \t\n\r\f"):
                return
            self._begin()
        inner = "".join([f"{step.step}/" for step in self._stack[self._block.depth :]])
        self._block.write(text, f"{inner}text()[{place.texts}]", kept=place.kept)

    def _begin(self) -> None:
        """Begin a block in the innermost element that is one."""
        depth = max((at for at, place in enumerate(self._stack) if place.block), default=0) + 1
        xpath = "/" + "/".join(place.step for place in self._stack[:depth])
        self._block = Block(xpath, depth, self._stack[-1].layout)

    def _flush(self) -> None:
        """End the block, and write it if it holds anything."""
        if not self._block.pieces:
            return
        block, self._block = self._block, Block()
        text = "".join(block.pieces)
        if not text.strip():
            return
        start = len(text) - len(text.lstrip(" \n\t\r\f"))
        for gap in PARAGRAPHS.finditer(text, start):
            self._write(block, text, start, gap.start())
            start = gap.end()
        self._write(block, text, start, len(text))

    def _write(self, block: Block, text: str, start: int, end: int) -> None:
        """Write one paragraph of the block: its characters, its segment, and a gap before it."""
        told = text[start:end].strip(" \n\t\r\f")
        if not told.strip():
            return
        start = text.index(told, start)
        if self.parts:
            self.parts.append(GAP)
            self.length += len(GAP)
        self.parts.append(told)
        span = Span(self.length, self.length + len(told))
        self.length = span.end
        runs = runs_in(block.runs, start, start + len(told))
        self.segments.append(Segment(span, settled(block.layout, told), locator(block.xpath, runs)))


def runs_in(runs: list[tuple[int, str]], start: int, end: int) -> list[tuple[int, str]]:
    """Return the runs that have characters between the two offsets, by their offsets from ``start``."""
    first = max(0, bisect_right(runs, start, key=itemgetter(0)) - 1)
    after = bisect_left(runs, end, first, key=itemgetter(0))
    return [(max(0, at - start), path) for at, path in runs[first:after]]


def settled(layout: Layout, text: str) -> Layout:
    """Return what a block is, now that its text is known."""
    if layout is Layout.CELL and len(text) > LONGEST_CELL and text.endswith((".", "!", "?")):
        return Layout.PARAGRAPH
    return layout


def locator(xpath: str, runs: list[tuple[int, str]]) -> str:
    """Say where a block stood: the text node if it is one, else the element, and each run's node from there."""
    if len(runs) == 1:
        return f"xpath={xpath}/{runs[0][1]}"
    told = ",".join(f"{at}:{path}" for at, path in runs[:RUNS_TOLD])
    more = f",+{len(runs) - RUNS_TOLD}" if len(runs) > RUNS_TOLD else ""
    return f"xpath={xpath};runs={told}{more}"
