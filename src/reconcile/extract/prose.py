"""Prose: the claims of a document's blocks, sentence by sentence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from reconcile.extract import dates, modality, places, polarity, quantities, sentences, subject, view
from reconcile.extract.attribution import statements
from reconcile.extract.clauses import LONGEST, has_verb, predicate
from reconcile.extract.finite import finite
from reconcile.extract.frames import unnamed
from reconcile.extract.hit import Hit
from reconcile.extract.names import Cast, states
from reconcile.extract.sentences import Sentence
from reconcile.extract.tokens import tokens
from reconcile.extract.view import View
from reconcile.extract.voice import Statement, Voice
from reconcile.model import (
    AUTHOR_UNSPECIFIED,
    Claim,
    Cue,
    DateMention,
    DateRole,
    Document,
    Layout,
    Modality,
    PlaceMention,
    Polarity,
    PolarityKind,
    Problem,
    QuantityMention,
    Segment,
    Span,
)

READ = frozenset({Layout.PARAGRAPH, Layout.ITEM, Layout.QUOTATION, Layout.NOTE})
"""The blocks that say something; headings give context, cells and furniture are left alone."""

RUN_IN = 6
"""A sentence without a verb of at most so many words is a head or a dateline of what follows."""

SHORTEST = 3
"""A statement has at least so many words."""

LIMITING = frozenset({"attribution.as-far-as"})
"""Frames that hedge what is said: "so far as the group could tell"."""

MEASURING = frozenset({"attribution.amount", "attribution.place"})
"""Frames that put a value to something: a hedge inside only describes what is measured."""

NAMELESS = frozenset(
    {"government", "officials", "ministry", "president", "minister", "army", "parliament", "authorities"}
)
"""Asserters that say what somebody is and not who; who they may be is offered, never assumed."""


@dataclass(frozen=True, slots=True)
class Lead:
    """Who says what follows: the names of a lead-in ("it stated:") or of a quotation that goes on; the evidence."""

    names: tuple[str, ...]
    cue: Cue


@dataclass(slots=True)
class Page:
    """What has been read of a document so far: who was named, under which heading, in which paragraph."""

    document: Document
    cast: Cast
    heading: str = ""
    head: str = ""
    before: str = ""
    about: str = ""
    lead: Lead | None = None
    speaker: Lead | None = None
    reported: tuple[DateMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Slots:
    """The dates, quantities and places of one block, offsets in its view."""

    dates: Sequence[DateMention]
    quantities: Sequence[QuantityMention]
    places: Sequence[PlaceMention]


def claims(document: Document) -> Iterator[Claim | Problem]:
    """Yield the claims of a document's prose, in order, and where somebody says something and no name is found."""
    marked = document.media_type == "text/markdown"
    views = [view.repaired(document.text, segment.span, markdown=marked) for segment in document.segments]
    page = Page(document, Cast.of(each.text for each in views))
    for segment, block in zip(document.segments, views, strict=True):
        if segment.layout is Layout.HEADING:
            page.heading, page.head, page.reported = block.text, "", ()
        elif segment.layout in READ:
            yield from _block(page, segment, block)


def _block(page: Page, segment: Segment, block: View) -> Iterator[Claim | Problem]:
    found = dates.find(block.text, page.document.published)
    slots = Slots(found, quantities.find(block.text, found), places.find(block.text))
    if segment.layout is not Layout.ITEM:
        page.head, page.reported = "", ()
        page.lead = page.lead if segment.layout is Layout.QUOTATION or block.text.lstrip()[:1] == '"' else None
    for sentence in sentences.split(block, item=segment.layout is Layout.ITEM):
        yield from _sentence(page, block, sentence, slots)
        page.before = block.text[sentence.start : sentence.end]


def _sentence(page: Page, block: View, sentence: Sentence, slots: Slots) -> Iterator[Claim | Problem]:
    text = block.text
    if text[sentence.start : sentence.end].rstrip('"').endswith("?"):
        return
    governed = _governed(page, text, sentence)
    if not has_verb(text, sentence.start, sentence.end) and not (governed and text[sentence.start] == '"'):
        if sentence.complete and len(text[sentence.start : sentence.end].split()) <= RUN_IN:
            _run_in(page, text, sentence, slots)
        return
    for ordinal, each in enumerate(statements(text, sentence.start, sentence.end)):
        if _says_something(text, each):
            claim = _claim(page, block, sentence, each, slots, ordinal)
            yield _carried(claim, governed) if governed else claim
            yield from () if claim.asserters[1:] else _nameless(page, block, each)
        _meet_subject(page, text, each)
        _hand_over(page, block, sentence, each)
    page.cast.hear(text[sentence.start : sentence.end])


def _modality(each: Statement, read: Modality) -> Modality:
    """Return the modality as read, or as the frame gives it."""
    rule = each.voices[0].rule if each.voices else ""
    if rule in MEASURING:
        return Modality.CERTAIN
    return Modality.LIKELY if rule in LIMITING and read is Modality.CERTAIN else read


def _nameless(page: Page, block: View, each: Statement) -> Iterator[Problem]:
    """Say that a statement reports what somebody says, and that no rule found who: a warning, never a silent guess."""
    verb = unnamed(block.text, each.start, each.end)
    if verb:
        place = block.origin(*verb)
        yield Problem(
            code="no-asserter",
            document=page.document.path,
            where=f"character {place.start}",
            message=f"{block.text[verb[0] : verb[1]]!r} reports a statement, and who makes it was not found",
            remedy="read the sentence and correct the claim's asserter",
            refused=False,
        )


def _governed(page: Page, text: str, sentence: Sentence) -> Lead | None:
    """Return who says the whole sentence: a lead-in's speaker, or a quotation's that goes on."""
    quoted = text[sentence.start] == '"' and text[sentence.start : sentence.end].count('"') <= 2
    return page.lead or (page.speaker if quoted else None)


def _carried(claim: Claim, lead: Lead) -> Claim:
    """Put who says the whole of it before the source; a speaker of its own inside stays the innermost."""
    own = claim.asserters[:-1]
    if own and lead.cue.rule == "attribution.continued":
        return claim
    return replace(
        claim,
        asserters=tuple(dict.fromkeys((*own, *lead.names, claim.asserters[-1]))),
        cues=(lead.cue, *claim.cues),
    )


def _hand_over(page: Page, block: View, sentence: Sentence, each: Statement) -> None:
    """Remember a speaker whose words follow: after a colon, or in further quotation marks."""
    text = block.text
    if not each.voices or not each.voices[0].name:
        return
    voice = each.voices[0]
    place = block.origin(voice.start, voice.end)
    names = _chain(page, each.voices)[0][:-1]
    if each.end <= each.start and text[sentence.start : sentence.end].endswith(":"):
        page.lead = Lead(names, Cue("attribution.lead-in", place))
    elif '"' in text[sentence.start : sentence.end]:
        page.speaker = Lead(names, Cue("attribution.continued", place))


def _run_in(page: Page, text: str, sentence: Sentence, slots: Slots) -> None:
    """Take a head or a dateline for what follows: its words as context, its date as the date of the report."""
    page.head = text[sentence.start : sentence.end].rstrip(".")
    inside = [date for date in slots.dates if sentence.start <= date.span.start < sentence.end]
    page.reported = tuple(replace(date, role=DateRole.REPORT) for date in inside)


def _says_something(text: str, each: Statement) -> bool:
    said = text[each.start : each.end]
    return len(said.split()) >= SHORTEST or bool(each.voices and len(said.split()) >= SHORTEST - 1)


def _meet_subject(page: Page, text: str, each: Statement) -> None:
    """Remember who a statement in the document's own voice is about; of one that is reported, it is who reports it."""
    found = tokens(text, each.start, each.end)
    verb = next((n for n in range(1, len(found)) if finite(found, n)), None)
    who = subject.before(found, verb, text) if verb else None
    page.about = who.text if who and who.text.lower() not in UNNAMED else page.about
    if each.voices:
        return
    if who and who.text.lower() not in UNNAMED:
        page.cast.meet(page.cast.canonical(who.text))


def _claim(page: Page, block: View, sentence: Sentence, each: Statement, slots: Slots, ordinal: int) -> Claim:
    text = block.text
    said = text[each.start : each.end]
    polar, modal = polarity.read(said), modality.read(said)
    denied = any(voice.denies for voice in each.voices[:1])
    names, resolved = _chain(page, each.voices)
    span = block.origin(each.start, each.end)
    return Claim(
        document=page.document.id,
        span=span,
        ordinal=ordinal,
        quote=span.of(page.document.text),
        text=said,
        asserters=names,
        polarity=_turned(polar.polarity) if denied else polar.polarity,
        polarity_kind=PolarityKind.DENIAL
        if denied and polar.polarity is Polarity.POS
        else (None if denied else polar.kind),
        modality=_modality(each, modal.modality),
        confidence=modal.confidence,
        dates=tuple(_dates(page, block, each, sentence, slots)),
        quantities=tuple(_placed(block, q) for q in slots.quantities if _inside(q.span, each)),
        places=tuple(_placed(block, p) for p in slots.places if _inside(p.span, each)),
        subject=_subject(page, text, each),
        context=_context(page, text, sentence, each),
        complete=sentence.complete,
        offered=_offered(page, text, sentence, each, names),
        cues=tuple(_cues(block, each, (*polar.hits, *modal.hits), resolved)),
    )


def _turned(polarity: Polarity) -> Polarity:
    return Polarity.POS if polarity is Polarity.NEG else Polarity.NEG


def _chain(page: Page, voices: Sequence[Voice]) -> tuple[tuple[str, ...], list[tuple[str, Voice]]]:
    """Return the asserters, innermost first and the source last, and the rules that resolved their names."""
    names: list[str] = []
    rules: list[tuple[str, Voice]] = []
    for voice in reversed(voices):
        if not voice.name:
            names.append(AUTHOR_UNSPECIFIED)
            continue
        found = page.cast.resolve(voice.name, names[-1] if names else "")
        names.append(found.name)
        if found.rule:
            rules.append((found.rule, voice))
    chain = (*reversed(names), page.document.source.name)
    return tuple(dict.fromkeys(chain)), rules


def _inside(span: Span, each: Statement) -> bool:
    return each.start <= span.start < each.end


Mention = TypeVar("Mention", DateMention, QuantityMention, PlaceMention)


def _placed(block: View, mention: Mention) -> Mention:
    return replace(mention, span=block.origin(mention.span.start, mention.span.end))


def _dates(page: Page, block: View, each: Statement, sentence: Sentence, slots: Slots) -> Iterator[DateMention]:
    """Yield the statement's own dates, those of the frame that it was cut from, and the dateline's."""
    for date in slots.dates:
        if _inside(date.span, each):
            if ABSOLUTE.search(block.text, each.start, date.span.start):
                continue
            own = date.role is DateRole.REPORT and not each.voices and _leads(block.text, each, date)
            yield _placed(block, replace(date, role=DateRole.EVENT) if own else date)
        elif each.clause[0] <= date.span.start < each.start:
            yield _placed(block, replace(date, role=DateRole.REPORT) if each.voices else date)
        elif _fronted(block.text, sentence, date) and not each.voices:
            yield _placed(block, date)
    yield from (_placed(block, date) for date in page.reported)


FRONTED = 40
"""Characters of a sentence within which a date stands in front of it, and governs all its clauses."""


def _fronted(text: str, sentence: Sentence, date: DateMention) -> bool:
    if not sentence.start <= date.span.start < sentence.start + FRONTED:
        return False
    before = text[sentence.start : date.span.start]
    return len(before.split()) <= 2 and before[:1].isupper()


ABSOLUTE = re.compile(r",\s+(?:much|most|some|all|many|half|none|part) of (?:it|them|which|whom)\b")
"""What opens an aside on a part of the thing: "much of it added in the previous year" dates no more than that part."""


def _leads(text: str, each: Statement, date: DateMention) -> bool:
    """Say whether a date opens a statement that nobody reports: then it dates what happened."""
    return len(text[each.start : date.span.start].split()) <= 1


def _subject(page: Page, text: str, each: Statement) -> str:
    """Return who a leading pronoun stands for."""
    first = tokens(text, each.start, each.end)[:3]
    joined = text[max(0, each.start - 12) : each.start].split()[-1:]
    if page.about and joined in (["and"], ["but"]) and predicate(first):
        return page.about
    word = first[0].lower if first else ""
    if word not in {"it", "he", "she", "they", "its", "his", "her", "their"}:
        return ""
    pronoun = {"its": "it", "his": "he", "her": "she", "their": "they"}.get(word, word)
    named = page.cast.resolve(pronoun).name
    return "" if named == pronoun else named


def _context(page: Page, text: str, sentence: Sentence, each: Statement) -> str:
    """Return the rest of the sentence, the run-in head and the heading; for a pronoun the sentence before as well."""
    start, end = max(sentence.start, each.start - LONGEST), min(sentence.end, each.end + LONGEST)
    rest = f"{text[start : each.start]} {text[each.end : end]}".strip(" .,;")
    leaning = any(word in LEANING for word in text[each.start : each.end].lower().split()[:12])
    parts = (rest, page.head, page.before if leaning else "", page.heading)
    return " ".join(" | ".join(filter(None, parts)).split())


UNNAMED = frozenset(
    "i we you it he she they there this that these those who which himself herself itself themselves".split()
)
"""Subjects that name nothing by themselves."""

LEANING = frozenset("it they them this that these those he she his her its their there such".split())
"""Words that lean on what was said before."""


def _offered(page: Page, text: str, sentence: Sentence, each: Statement, names: Sequence[str]) -> tuple[str, ...]:
    """Return who a nameless asserter may be: the states named just before that the statement itself does not name."""
    if not each.voices or names[0][:1].isupper() or names[0].split()[-1] not in NAMELESS:
        return ()
    own = states(text[each.start : each.end])
    return tuple(name for name in states(f"{page.before} {text[sentence.start : each.start]}") if name not in own)


def _cues(block: View, each: Statement, hits: Iterable[Hit], resolved: Iterable[tuple[str, Voice]]) -> Iterator[Cue]:
    for rule, start, end in each.cues:
        yield Cue(rule, block.origin(start, end))
    for rule, voice in resolved:
        yield Cue(rule, block.origin(voice.start, voice.end))
    for hit in hits:
        yield Cue(hit.rule, block.origin(each.start + hit.start, each.start + hit.end))
