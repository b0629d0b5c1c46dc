"""Prose: the claims of a document's blocks, sentence by sentence."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reconcile.extract import assembly, places, quantities, sentences, tabular, view
from reconcile.extract.assembly import Slots, Spot, inside
from reconcile.extract.by_words.clauses import trimmed
from reconcile.extract.names import Cast
from reconcile.extract.page import Page, carried, chain, negates
from reconcile.extract.sentences import Sentence
from reconcile.extract.statements import Block, Read, by_syntax, by_words
from reconcile.extract.view import View
from reconcile.extract.voice import UNNAMED, Statement
from reconcile.model import AUTHOR_UNSPECIFIED, Claim, Document, Layout, PlaceMention, PolarityKind, Problem, Segment
from reconcile.values.vocabulary import EMPTY, Vocabulary

READ = frozenset({Layout.PARAGRAPH, Layout.ITEM, Layout.QUOTATION, Layout.NOTE})
"""The blocks that say something; headings give context, cells and furniture are left alone."""

RUN_IN = 6
"""A sentence without a verb of at most so many words is a head or a dateline of what follows."""

SHORTEST = 3
"""A statement has at least so many words."""


def claims(document: Document, *, syntax: bool = True, vocabulary: Vocabulary = EMPTY) -> Iterator[Claim | Problem]:
    """Yield the claims of a document's prose, in order, and where somebody says something and no name is found."""
    marked = document.media_type == "text/markdown"
    views = [view.repaired(document.text, segment.span, markdown=marked) for segment in document.segments]
    page = Page(document, Cast.of(each.text for each in views), vocabulary)
    read = by_syntax if syntax else by_words
    for block, stated in read(_blocks(document, views)):
        if block.segment.layout is Layout.CELL:
            yield _flattened(document, block.segment)
        elif block.segment.layout is Layout.HEADING:
            page.headed(block.view)
        else:
            yield from _block(page, block, stated)


def _blocks(document: Document, views: Iterable[View]) -> Iterator[Block]:
    """Yield the blocks that say something, with their sentences; headings, and tables flattened into text, without."""
    for segment, block in zip(document.segments, views, strict=True):
        if segment.layout is Layout.HEADING:
            yield Block(segment, block, ())
        elif segment.layout in READ and tabular.flattened(segment.span.of(document.text)):
            yield Block(replace(segment, layout=Layout.CELL), block, ())
        elif segment.layout in READ:
            yield Block(segment, block, sentences.split(block, item=segment.layout is Layout.ITEM))


def _flattened(document: Document, segment: Segment) -> Problem:
    return Problem(
        code="flattened-table",
        document=document.path,
        where=f"character {segment.span.start}",
        message="a table was flattened into text here, and no claims were read from it",
        remedy="read it in the document, or add its rows as a table with a mapping",
        refused=False,
    )


def _block(page: Page, whole: Block, stated: Sequence[Read]) -> Iterator[Claim | Problem]:
    block = whole.view
    found = page.dates(block.text)
    slots = Slots(found, quantities.find(block.text, found), _places(page, block.text))
    page.begin(whole.segment.layout, block.text, says=any(read is not None for read in stated))
    page.labelled(block)
    for sentence, read in zip(whole.sentences, stated, strict=True):
        yield from _sentence(Spot(page, block, sentence, slots), read)
        page.before = block.text[sentence.start : sentence.end]


def _places(page: Page, text: str) -> Sequence[PlaceMention]:
    """Return the places of a text, by the names that the case calls them."""
    found = places.find(text)
    return [replace(each, name=page.vocabulary.canonical(each.name)) for each in found] if page.vocabulary else found


def _sentence(spot: Spot, read: Read) -> Iterator[Claim | Problem]:
    page, block, sentence, slots = spot
    said = block.text[sentence.start : sentence.end]
    if said.rstrip('"').endswith("?"):
        return
    lead = page.governs(block.text, sentence)
    if read is None and lead and (said[0] == '"' or lead.turn is PolarityKind.ASSERTION):
        read = [_whole(block.text, sentence)]
    if read is None:
        if sentence.complete and len(said.split()) <= RUN_IN:
            page.run_in(block, sentence, slots.dates)
        return
    beside = [date for date in slots.dates if not any(inside(date.span, each) for each in read)]
    spot = spot._replace(slots=replace(slots, beside=beside))
    for ordinal, each in enumerate(read):
        who = chain(page, block.text, each.voices, lead)
        if _says_something(block.text, each):
            claim = assembly.claim(spot, each, who, ordinal)
            claim = carried(claim, lead) if lead else claim
            yield claim
            yield from _nameless(page, block, each, claim)
        page.meet(block, each)
        page.hand_over(block, sentence, each, who.names[:-1])
    page.lead = negates(block, sentence) or page.lead
    page.cast.hear(said)


def _whole(text: str, sentence: Sentence) -> Statement:
    """Return a sentence without a verb as what somebody said: "Not one gram"."""
    place = sentence.start, sentence.end
    return Statement(*trimmed(text, *place), place, (), ())


def _says_something(text: str, each: Statement) -> bool:
    words = len(text[each.start : each.end].split())
    return words >= SHORTEST or (bool(each.voices) and words >= SHORTEST - 1)


def _nameless(page: Page, block: View, each: Statement, claim: Claim) -> Iterator[Problem]:
    """Say that somebody says something, and no rule found who: a warning, never a silent guess."""
    cues = [] if claim.asserters[1:] else [cue[1:] for cue in each.cues if cue[0] == UNNAMED]
    if claim.asserters[0] == AUTHOR_UNSPECIFIED and each.voices and each.voices[0].name:
        cues = [(each.voices[0].start, each.voices[0].end)]
    standing = "nobody in particular" if claim.asserters[1:] else "the source"
    for start, end in cues:
        yield Problem(
            code="no-asserter",
            document=page.document.path,
            where=f"character {block.origin(start, end).start}",
            message=f"{block.text[start:end]!r} reports a statement, and who makes it was not found",
            remedy=f"see how it was read with `reconcile claims explain`; it stands under {standing}",
            refused=False,
        )
