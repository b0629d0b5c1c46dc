"""One statement to one claim: its place, its asserters, and what dates, quantities and places are its own."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

from reconcile.extract import modality, polarity
from reconcile.extract.by_words.clauses import LONGEST
from reconcile.extract.cues import report_verb
from reconcile.extract.hit import Hit
from reconcile.extract.names import states
from reconcile.extract.page import Chain, Page, reported
from reconcile.extract.sentences import Sentence
from reconcile.extract.view import View
from reconcile.extract.voice import Statement
from reconcile.model import (
    Claim,
    Cue,
    DateMention,
    DateRole,
    Modality,
    PlaceMention,
    QuantityMention,
    Span,
)

LIMITING = frozenset({"attribution.as-far-as"})
"""Frames that hedge what is said: "so far as the group could tell"."""

MEASURING = frozenset({"attribution.amount", "attribution.place"})
"""Frames that put a value to something: a hedge inside only describes what is measured."""

NAMELESS = frozenset(
    {"government", "officials", "ministry", "president", "minister", "army", "parliament", "authorities"}
)
"""Asserters that say what somebody is and not who; who they may be is offered, never assumed."""

FRONTED = 40
"""Characters of a sentence within which a date stands in front of it, and governs all its clauses."""

ABSOLUTE = re.compile(r",\s+(?:much|most|some|all|many|half|none|part) of (?:it|them|which|whom)\b")
"""What opens an aside on a part of the thing: "much of it added in the previous year" dates no more than that part."""

OWNERS = {"its": "it", "his": "he", "her": "she", "their": "they", "it": "it", "he": "he", "she": "she", "they": "they"}
"""Pronouns that may begin a subject, and the one that tells whom they stand for."""

LONGEST_OWNER = 8

LEANING = frozenset("it they them this that these those he she his her its their there such".split())
"""Words that lean on what was said before."""


@dataclass(frozen=True, slots=True)
class Slots:
    """The dates, quantities and places of one block, offsets in its view.

    ``beside`` are the dates that stand in no statement of the sentence at hand.
    """

    dates: Sequence[DateMention]
    quantities: Sequence[QuantityMention]
    places: Sequence[PlaceMention]
    beside: Sequence[DateMention] = ()


class Spot(NamedTuple):
    """Where a statement is read: on which page, in which block and sentence, among which dates and numbers."""

    page: Page
    block: View
    sentence: Sentence
    slots: Slots


def claim(spot: Spot, each: Statement, who: Chain, ordinal: int) -> Claim:
    """Return the claim of a statement; ``ordinal`` counts the statements of its sentence."""
    page, block, sentence, slots = spot
    said = block.text[each.start : each.end]
    polar, modal = polarity.read(said), modality.read(said)
    doubted = _doubted(block, each)
    held = polar.denied() if doubted or any(voice.denies for voice in each.voices[:1]) else polar
    span = block.origin(each.start, each.end)
    return Claim(
        document=page.document.id,
        span=span,
        ordinal=ordinal,
        quote=span.of(page.document.text),
        text=said,
        asserters=who.names,
        polarity=held.polarity,
        polarity_kind=held.kind,
        modality=Modality.LIKELY if doubted else _modality(each, modal.modality),
        confidence=modal.confidence,
        dates=tuple(_dates(spot, each)),
        quantities=tuple(_placed(block, q) for q in slots.quantities if inside(q.span, each)),
        places=tuple(_placed(block, p) for p in slots.places if inside(p.span, each)),
        subject=_subject(page, block.text, each),
        context=_context(spot, each),
        complete=sentence.complete,
        offered=_offered(spot, each, who.names),
        cues=tuple(_cues(block, each, (*polar.hits, *modal.hits), who)),
    )


def _doubted(block: View, each: Statement) -> bool:
    """Say whether who speaks only doubts it: "doubted that P" holds P to be likely not so."""
    frames = [block.text[start:end] for rule, start, end in each.cues if rule.startswith("attribution.")]
    report = report_verb(frames[-1].lower()) if each.voices and frames else None
    return report is not None and "doubts" in report.stances


def _modality(each: Statement, read: Modality) -> Modality:
    """Return the modality as read, or as the frame gives it."""
    rule = each.voices[0].rule if each.voices else ""
    if rule in MEASURING:
        return Modality.CERTAIN
    return Modality.LIKELY if rule in LIMITING and read is Modality.CERTAIN else read


def inside(span: Span, each: Statement) -> bool:
    """Say whether a mention stands in a statement."""
    return each.start <= span.start < each.end


Mention = TypeVar("Mention", DateMention, QuantityMention, PlaceMention)


def _placed(block: View, mention: Mention) -> Mention:
    return replace(mention, span=block.origin(mention.span.start, mention.span.end))


def _dates(spot: Spot, each: Statement) -> Iterator[DateMention]:
    """Yield the statement's own dates, those of the frame that it was cut from, and the dateline's."""
    page, block, sentence, slots = spot
    for date in slots.dates:
        if inside(date.span, each):
            if not ABSOLUTE.search(block.text, each.start, date.span.start):
                yield _own(block, each, date)
        elif each.voices:
            if date in slots.beside and each.clause[0] <= date.span.start < each.clause[1]:
                yield _placed(block, date) if _opens_what_is_said(block.text, date) else reported(block, date)
        elif each.clause[0] <= date.span.start < each.start or _fronted(block.text, sentence, date):
            yield _placed(block, date)
    yield from page.reported


def _opens_what_is_said(text: str, date: DateMention) -> bool:
    """Say whether a date stands behind "that", and so dates what is said and not when it was said."""
    return date.role is DateRole.EVENT and text[max(0, date.span.start - 6) : date.span.start].split()[-1:] == ["that"]


def _own(block: View, each: Statement, date: DateMention) -> DateMention:
    """Return a date inside a statement. One that opens it where nobody reports dates what happened."""
    opens = len(block.text[each.start : date.span.start].split()) <= 1
    happened = date.role is DateRole.REPORT and not each.voices and opens
    return _placed(block, replace(date, role=DateRole.EVENT) if happened else date)


def _fronted(text: str, sentence: Sentence, date: DateMention) -> bool:
    if not sentence.start <= date.span.start < sentence.start + FRONTED:
        return False
    before = text[sentence.start : date.span.start]
    return len(before.split()) <= 2 and before[:1].isupper()


def _subject(page: Page, text: str, each: Statement) -> str:
    """Return who a statement is about, where its words do not say so: a pronoun, or a subject that it shares."""
    who = text[slice(*each.about)] if each.about else text[each.start : each.start + LONGEST_OWNER].split(" ")[0]
    if owner := OWNERS.get(who.split(" ")[0].lower()):
        named = page.cast.resolve(owner).name
        return "" if named == owner else named
    if each.about and not each.start <= each.about[0] < each.end:
        return who
    joined = text[max(0, each.start - 12) : each.start].split()[-1:]
    return page.about if each.about is None and joined in (["and"], ["but"]) else ""


def _context(spot: Spot, each: Statement) -> str:
    """Return the rest of the sentence, the run-in head and the heading; for a pronoun the sentence before as well."""
    page, text, sentence = spot.page, spot.block.text, spot.sentence
    start, end = max(sentence.start, each.start - LONGEST), min(sentence.end, each.end + LONGEST)
    rest = f"{text[start : each.start]} {text[each.end : end]}".strip(" .,;")
    leaning = not LEANING.isdisjoint(text[each.start : each.end].lower().split()[:12])
    parts = (rest, page.head, page.before if leaning else "", page.heading)
    return " ".join(" | ".join(filter(None, parts)).split())


def _offered(spot: Spot, each: Statement, names: Sequence[str]) -> tuple[str, ...]:
    """Return who a nameless asserter may be: the states named just before that the statement itself does not name."""
    if not each.voices or names[0][:1].isupper() or names[0].split()[-1] not in NAMELESS:
        return ()
    text = spot.block.text
    own = states(text[each.start : each.end])
    named = states(f"{spot.page.before} {text[spot.sentence.start : each.start]}")
    return tuple(name for name in named if name not in own)


def _cues(block: View, each: Statement, hits: Iterable[Hit], who: Chain) -> Iterator[Cue]:
    for rule, start, end in each.cues:
        yield Cue(rule, block.origin(start, end))
    for rule, voice in who.resolved:
        yield Cue(rule, block.origin(voice.start, voice.end))
    for hit in hits:
        yield Cue(hit.rule, block.origin(each.start + hit.start, each.start + hit.end))
