"""Reads plain text: the text is the file's, character by character; blank lines make its blocks."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reconcile.model import Layout, Problem, Segment
from reconcile.read.charset import decode
from reconcile.read.contract import Facts, File, Page
from reconcile.read.furniture import is_furniture
from reconcile.read.line import Line, blocks, lines, trimmed

NAME = "text/1"

LONGEST_HEADING = 120
"""Characters of a heading; longer lines without a full stop are text."""

FULL_STOP = (".", "!", "?", ";", ",", ":", "…", ".”", '."', ".’", ".'", ".)")
"""What a heading does not end in."""

SENTENCE_BREAK = re.compile(r"[a-z0-9)\]][.!?][\"”’)]?\s+[\"“‘(]?[A-Z]")
"""A sentence that ends inside a line: that line is no heading. ``U.S. Assessments`` has none."""

BULLET = re.compile(r"\s{0,20}(?:[•●▪◦‣∙■□]|(?:[-–—*]|\((?:[a-z]|[ivx]{1,4})\))(?=\s))\s{0,10}(?=\S)")
CERTAIN_BULLET = frozenset("•●▪◦‣∙■□")
"""Signs that are nothing but bullets; a dash, an asterisk or ``(a)`` is one only in front or among others."""

NUMBER = re.compile(r"\s{0,20}(\d{1,3})[.)]\s{1,10}(?=\S)")
UNDERLINE = re.compile(r"\s*(={3,}|-{3,}|~{3,}|\*{3,})\s*")
HASHES = re.compile(r"\s{0,3}#{1,6}\s{1,10}(?=\S)")
QUOTED = re.compile(r"\s{0,3}(?:>\s?)+")
NOTE_MARK = re.compile(r"\s{0,4}(?:\[\^?\w{1,8}\]:|[¹²³⁰⁴-⁹]+)\s*(?=\S)")
NOTES = re.compile(r"\W*(?:foot|end)?notes?\W*|\W*(?:references|bibliography|works cited|sources)\W*", re.IGNORECASE)
"""A heading under which only notes stand."""

SMALL_WORD = 4
"""Letters of a word that a heading in title case may leave uncapitalised: and, of, the, with is on the edge."""


def page(file: File) -> Page | Problem:
    """Read a text file; its first heading is its title."""
    decoded = decode(file)
    if isinstance(decoded, Problem):
        return decoded
    found = tuple(segments(decoded.text))
    return Page(decoded.text, decoded.charset, found, facts=titled(decoded.text, found), problems=decoded.problems)


def titled(text: str, found: Sequence[Segment]) -> Facts:
    """Take the title from the first heading, if a heading comes before any text."""
    for segment in found:
        if segment.layout is Layout.HEADING:
            return Facts(title=" ".join(segment.span.of(text).split()), origin="heading")
        if segment.layout is not Layout.BOILERPLATE:
            break
    return Facts()


def segments(text: str, start: int = 0, number: int = 1) -> Iterator[Segment]:
    """Yield the blocks of a text in order: headings, paragraphs, list items, quotations, notes, furniture."""
    every = list(blocks(lines(text, start, number)))
    under_notes = False
    first = True
    for index, block in enumerate(every):
        around = Around(first, every[index - 1] if index else None, every[index + 1 : index + 1 + AHEAD])
        for part in divided(block, around):
            if part.layout is Layout.HEADING:
                under_notes = NOTES.fullmatch(part.span.of(text)) is not None
            noted = under_notes and part.layout in (Layout.PARAGRAPH, Layout.ITEM)
            yield Segment(part.span, Layout.NOTE, part.locator) if noted else part
            first = first and part.layout is Layout.BOILERPLATE


AHEAD = 3
"""Blocks looked at below a line that may be a heading: a menu or a date line may stand between."""


class Around(NamedTuple):
    """What stands around a block: whether any text came before, the block above, those below."""

    first: bool
    above: Sequence[Line] | None
    below: Sequence[Sequence[Line]]

    @property
    def heads_prose(self) -> bool:
        """Say whether sentences follow soon."""
        return any(is_prose(block) for block in self.below)

    @property
    def between_prose(self) -> bool:
        """Say whether it is prose right above and right below."""
        return self.above is not None and is_prose(self.above) and bool(self.below) and is_prose(self.below[0])


def is_prose(block: Sequence[Line]) -> bool:
    """Say whether a block ends as a sentence or a list does, or is too long for a heading."""
    end = block[-1].text.rstrip()
    return len(end) > LONGEST_HEADING or (end.endswith(FULL_STOP) and not is_furniture(end))


def divided(block: list[Line], around: Around) -> Iterator[Segment]:
    """Yield what one block consists of: furniture at its ends, headings on top, then one kind of thing."""
    top, bottom = furniture_ends(block)
    yield from (segment([line], Layout.BOILERPLATE) for line in block[:top])
    body = block[top:bottom]
    if body:
        headings = heading_lines(body, around)
        shown = [line for line in body[:headings] if not UNDERLINE.fullmatch(line.text)]
        yield from (segment([unhashed(line)], Layout.HEADING) for line in shown)
        yield from parts(body[headings:]) if body[headings:] else ()
    yield from (segment([line], Layout.BOILERPLATE) for line in block[bottom:])


def segment(block: Sequence[Line], layout: Layout) -> Segment:
    """Make a segment out of lines."""
    return Segment(trimmed(block), layout, f"line={block[0].number}")


def unhashed(line: Line) -> Line:
    """Return a line without the hashes of a Markdown heading, which find their way into plain text."""
    mark = HASHES.match(line.text)
    return line.after(mark.end()) if mark else line


def furniture_ends(block: Sequence[Line]) -> tuple[int, int]:
    """Return how many lines of furniture the block begins with, and where those begin that it ends with."""
    start, end = 0, len(block)
    while start < end and is_furniture(block[start].text):
        start += 1
    while end > start and is_furniture(block[end - 1].text) and not underlines(block, end - 1):
        end -= 1
    return start, end


def underlines(block: Sequence[Line], index: int) -> bool:
    """Say whether that line underlines the one before."""
    return index == 1 and UNDERLINE.fullmatch(block[index].text) is not None


def heading_lines(block: Sequence[Line], around: Around) -> int:
    """Return how many lines at the top of a block are headings, an underline among them."""
    top = block[0].text
    if HASHES.match(top):
        return 1
    if not might_head(top):
        return 0
    if len(block) > 1 and UNDERLINE.fullmatch(block[1].text):
        return 2
    if around.first and around.heads_prose and len(block) <= MASTHEAD and all(might_head(line.text) for line in block):
        return len(block)
    alone = len(block) == 1
    if is_capitals(top):
        return int(not alone or bool(around.below))
    return int(alone and bool(around.below) and (is_title_case(top) or (is_label(top) and around.between_prose)))


MASTHEAD = 4
"""Lines on top of a document that may be its title, its byline, its date line."""

LABEL = 8
"""Words of a heading in sentence case, which stands out only by standing alone between sentences."""


def is_label(line: str) -> bool:
    """Say whether a line is a few words that begin with a capital."""
    words = line.split()
    return len(words) <= LABEL and words[0][0].isupper()


def might_head(line: str) -> bool:
    """Say whether a line is short and no sentence by its looks, and no list item."""
    told = line.strip()
    if len(told) > LONGEST_HEADING or told.endswith(FULL_STOP) or not any(map(str.isalpha, told)):
        return False
    return SENTENCE_BREAK.search(told) is None and BULLET.match(line) is None and NOTE_MARK.match(line) is None


def is_capitals(line: str) -> bool:
    """Say whether all letters are capitals, and there are more than an acronym's."""
    letters = [letter for letter in line if letter.isalpha()]
    return len(letters) > 5 and not any(letter.islower() for letter in letters) and any(map(str.isupper, letters))


def is_title_case(line: str) -> bool:
    """Say whether each word of more than a few letters begins with a capital."""
    words = re.findall(r"[^\W\d_][\w'’-]*", line)
    long = [word for word in words if len(word) > SMALL_WORD]
    return bool(words) and words[0][0].isupper() and all(word[0].isupper() for word in long or words)


def parts(block: list[Line]) -> Iterator[Segment]:
    """Yield a block's items if it is a list, or the block as quotation, note or paragraph."""
    if all(QUOTED.match(line.text) for line in block):
        yield from unmarked(block, QUOTED, Layout.QUOTATION)
    elif NOTE_MARK.match(block[0].text):
        yield from (
            segment(run, Layout.NOTE) for run in runs(block, [NOTE_MARK.match(line.text) is not None for line in block])
        )
    else:
        yield from listed(block)


def unmarked(block: list[Line], mark: re.Pattern[str], layout: Layout) -> Iterator[Segment]:
    """Yield the block as one segment that begins after its mark, if anything does."""
    found = mark.match(block[0].text)
    body = [block[0].after(found.end()) if found else block[0], *block[1:]]
    if trimmed(body).start < trimmed(body).end:
        yield segment(body, layout)


def listed(block: list[Line]) -> Iterator[Segment]:
    """Yield the items of a list and the lines above it; or the one paragraph that the block is."""
    bullets = bulleted(block)
    numbers = numbered(block)
    starts = [bullet or number for bullet, number in zip(bullets, numbers, strict=True)]
    for run in runs(block, starts):
        at = run[0].number - block[0].number
        mark = BULLET if bullets[at] else NUMBER
        alone = numbers[at] and not bullets[at] and sum(starts) == 1
        yield from (
            unmarked(run, mark, Layout.ITEM) if starts[at] and not alone else unmarked(run, NUMBER, Layout.PARAGRAPH)
        )


def runs(block: list[Line], starts: Sequence[bool]) -> Iterator[list[Line]]:
    """Cut a block before each line that starts something."""
    run: list[Line] = []
    for line, start in zip(block, starts, strict=True):
        if start and run:
            yield run
            run = []
        run.append(line)
    yield run


def bulleted(block: Sequence[Line]) -> list[bool]:
    """Say of each line whether it begins with a bullet; a dash is one where it comes first or is not alone."""
    signs = [line.text.lstrip()[:1] if BULLET.match(line.text) else "" for line in block]
    dashes = sum(sign != "" and sign not in CERTAIN_BULLET for sign in signs)
    settled = dashes > 1 or (signs[0] != "" and signs[0] not in CERTAIN_BULLET)
    return [sign != "" and (sign in CERTAIN_BULLET or settled) for sign in signs]


def numbered(block: Sequence[Line]) -> list[bool]:
    """Say of each line whether it begins with the next number of a list that the block's first line begins.

    ``12. The`` at a line break inside a sentence is none, since no 11 stands before it.
    """
    told: list[bool] = []
    expected: int | None = None
    for index, line in enumerate(block):
        mark = NUMBER.match(line.text)
        value = int(mark[1]) if mark else None
        told.append(value is not None and (index == 0 or value == expected))
        if told[-1] and value is not None:
            expected = value + 1
    return told
