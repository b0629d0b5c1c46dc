"""Reads Markdown: the text is the whole file as it is, so that quotes are its own characters; blocks cover its body."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from reconcile.model import Layout, Problem, Segment, Span
from reconcile.read.charset import decode
from reconcile.read.contract import File, Page
from reconcile.read.fault import problem
from reconcile.read.front import Front, front
from reconcile.read.furniture import is_furniture
from reconcile.read.line import Line, lines
from reconcile.read.metadata import facts_of
from reconcile.read.text import titled

NAME = "markdown/1"

HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
SETEXT = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
ITEM = re.compile(r"[ \t]{0,40}(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
NOTE = re.compile(r" {0,3}\[\^[^\]\s]{1,80}\]:[ \t]*")
REFERENCE = re.compile(r" {0,3}\[[^\]^][^\]]{0,200}\]:[ \t]*\S+")
QUOTE = re.compile(r" {0,3}(?:>[ \t]?)+")
MARKUP = re.compile(r" {0,3}<(!--|script|style|template|svg|iframe)\b|^ {0,3}<!--", re.IGNORECASE)
DELIMITER_ROW = re.compile(r" {0,3}\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?)?[ \t]*")
"""The row of dashes under a table's header (GitHub Flavored Markdown, 4.10)."""


class Block(NamedTuple):
    """A run of lines and what it is; no layout for what is only markup. ``lines`` begin after the block's mark."""

    lines: list[Line]
    layout: Layout | None


def page(file: File) -> Page | Problem:
    """Read a Markdown file with its front matter."""
    decoded = decode(file)
    if isinstance(decoded, Problem):
        return decoded
    matter = front(decoded.text, file.limits.front_matter)
    facts, faults = facts_of(matter.told, file.name, "front matter")
    every = [block for block in blocks(decoded.text, matter) if block.layout is not None]
    found = tuple(segments(every))
    tables = tuple(
        problem("table-unread", file.name, "a table is kept, and not read as claims", f"line {block.lines[0].number}")
        for block in every
        if block.layout is Layout.BOILERPLATE and is_table(block.lines)
    )
    broken = (problem("front-matter", file.name, matter.fault),) if matter.fault else ()
    told = facts.over(titled(decoded.text, found))
    return Page(decoded.text, decoded.charset, found, (), told, (*decoded.problems, *broken, *faults, *tables[:1]))


def is_table(block: Sequence[Line]) -> bool:
    """Say whether a block is a table: its second line is a row of dashes."""
    return len(block) > 1 and "|" in block[0].text and DELIMITER_ROW.fullmatch(block[1].text) is not None


def segments(every: Sequence[Block]) -> Iterator[Segment]:
    """Make segments of blocks, without the white space around them and without those that hold nothing."""
    for block in every:
        span = spanned(block)
        if span.start < span.end and block.layout is not None:
            layout = Layout.BOILERPLATE if is_menu(block) else block.layout
            yield Segment(span, layout, f"line={block.lines[0].number}")


def is_menu(block: Block) -> bool:
    """Say whether a paragraph is page furniture."""
    return block.layout is Layout.PARAGRAPH and all(is_furniture(line.text) for line in block.lines)


def spanned(block: Block) -> Span:
    """Return where the block's characters stand; a heading's closing hashes are not among them."""
    first, last = block.lines[0], block.lines[-1]
    text = last.text.rstrip()
    if block.layout is Layout.HEADING:
        text = unclosed(text)
    return Span(min(first.start + first.indent, last.start + len(text)), last.start + len(text))


def unclosed(text: str) -> str:
    """Return a heading's line without the hashes that close it. By hand: a pattern goes back over every space."""
    bare = text.rstrip("#")
    return bare.rstrip() if bare != text and (not bare or bare[-1] in " \t") else text


def blocks(text: str, matter: Front) -> Iterator[Block]:
    """Yield the blocks of the body in order."""
    every = list(lines(text, matter.body, matter.line))
    at, in_list = 0, False
    while at < len(every):
        if every[at].blank:
            at += 1
            continue
        end, block = block_at(every, at, in_list=in_list)
        in_list = block.layout in (Layout.ITEM, Layout.NOTE) or (in_list and every[at].indent > 1)
        at = end
        yield block


def block_at(every: Sequence[Line], at: int, *, in_list: bool) -> tuple[int, Block]:
    """Return the block that begins at that line, and the line after it."""
    for start, take in STARTS:
        mark = start.match(every[at].text)
        if mark:
            return take(every, at, mark)
    return paragraph(every, at, in_list=in_list)


def paragraph(every: Sequence[Line], at: int, *, in_list: bool) -> tuple[int, Block]:
    """Take a paragraph, a table, or a heading with a line under it; after an item, an indented one is the item's."""
    end = at + 1
    while end < len(every) and not every[end].blank and not interrupts(every[end].text):
        if SETEXT.fullmatch(every[end].text):
            return end + 1, Block(list(every[at:end]), Layout.HEADING)
        end += 1
    taken = list(every[at:end])
    if is_table(taken):
        return end, Block(taken, Layout.BOILERPLATE)
    return end, Block(taken, Layout.ITEM if in_list and taken[0].indent > 1 else Layout.PARAGRAPH)


def interrupts(text: str) -> bool:
    """Say whether a line ends the paragraph above it."""
    return any(start.match(text) for start, _ in STARTS) and SETEXT.fullmatch(text) is None


def fenced(every: Sequence[Line], at: int, mark: re.Match[str]) -> tuple[int, Block]:
    """Take code up to the fence that closes it, or to the end."""
    fence = mark[1]
    end = at + 1
    while end < len(every) and not (
        every[end].text.strip().startswith(fence) and not every[end].text.strip().strip(fence[0])
    ):
        end += 1
    return min(end + 1, len(every)), Block(list(every[at : end + 1]), Layout.BOILERPLATE)


def markup(every: Sequence[Line], at: int, mark: re.Match[str]) -> tuple[int, Block]:
    """Take a comment, script or style up to its end; what a browser would not show."""
    close = "-->" if mark[0].lstrip().startswith("<!--") else f"</{mark[1]}".lower()
    end = at
    while end < len(every) - 1 and close not in every[end].text.lower():
        end += 1
    return end + 1, Block(list(every[at : end + 1]), None)


def heading(every: Sequence[Line], at: int, mark: re.Match[str]) -> tuple[int, Block]:
    """Take a heading of one line."""
    return at + 1, Block([every[at].after(mark.end())], Layout.HEADING)


def only_markup(every: Sequence[Line], at: int, mark: re.Match[str]) -> tuple[int, Block]:
    """Take a rule or a link's address, which hold no text."""
    del mark
    return at + 1, Block([every[at]], None)


def marked(layout: Layout) -> Callable[[Sequence[Line], int, re.Match[str]], tuple[int, Block]]:
    """Return what takes an item or a note: the rest of its line, and the lines that go on with it."""

    def take(every: Sequence[Line], at: int, mark: re.Match[str]) -> tuple[int, Block]:
        end = at + 1
        while end < len(every) and not every[end].blank and not interrupts(every[end].text):
            end += 1
        return end, Block([every[at].after(mark.end()), *every[at + 1 : end]], layout)

    return take


def quotation(every: Sequence[Line], at: int, mark: re.Match[str]) -> tuple[int, Block]:
    """Take one paragraph of a block quote; a line with nothing but its mark ends it."""
    if not every[at].text[mark.end() :].strip():
        return at + 1, Block([every[at]], None)
    end = at + 1
    while end < len(every) and not every[end].blank and not interrupts(unquoted(every[end].text) or "#"):
        end += 1
    return end, Block([every[at].after(mark.end()), *every[at + 1 : end]], Layout.QUOTATION)


def unquoted(text: str) -> str:
    """Return a line without the marks of a block quote."""
    mark = QUOTE.match(text)
    return text[mark.end() :].strip() if mark else text


Take = Callable[[Sequence[Line], int, re.Match[str]], tuple[int, Block]]

STARTS: tuple[tuple[re.Pattern[str], Take], ...] = (
    (FENCE, fenced),
    (MARKUP, markup),
    (HEADING, heading),
    (re.compile(RULE.pattern + r"[ \t]*$"), only_markup),
    (NOTE, marked(Layout.NOTE)),
    (REFERENCE, only_markup),
    (QUOTE, quotation),
    (ITEM, marked(Layout.ITEM)),
)
"""What begins a block other than a paragraph, in the order in which it is tried."""
