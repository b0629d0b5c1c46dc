"""Builders with defaults for what reports are made from. A test names only what it is about."""

import hashlib
import html
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from reconcile.model import (
    Checkpoint,
    Claim,
    DateMention,
    DateRole,
    Discrepancy,
    Document,
    Dossier,
    Kind,
    Party,
    Problem,
    Provenance,
    QuantityMention,
    QuantityRole,
    Relation,
    Source,
    Span,
    Standing,
    Topic,
    Verdict,
)

SOURCES = Path(__file__).parents[2] / "sources"
AT = "2026-03-01T12:00:00+00:00"
CHECKPOINT = Checkpoint("example/ledger", 3, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
AROUND = 160
"""Characters of context on either side."""


def source(slug: str = "un", name: str = "United Nations", grade: str = "B") -> Source:
    return Source(slug, name, grade)


def document(text: str = "Iraq held no weapons. ", path: str = "un.txt", **given: Any) -> Document:
    content = text.encode("utf-8", "surrogatepass")
    given = {"source": source(), "reader": "text/1", "title": "A digest", **given}
    return Document(path=path, text=text, sha256=hashlib.sha256(content).hexdigest(), size=len(content), **given)


def read(name: str, publisher: Source, **given: Any) -> Document:
    """Return a document of the worked example; of a page, what stands between its tags."""
    text = (SOURCES / name).read_text("utf-8")
    text = html.unescape(re.sub(r"<[^>]*>", "", text)) if name.endswith(".html") else text
    return document(text, name, source=publisher, **given)


def spot(within: Document, words: str, after: int = 0) -> Span:
    start = within.text.index(words, after)
    return Span(start, start + len(words))


def claim(within: Document | None = None, quote: str = "Iraq held no weapons", *by: str, **given: Any) -> Claim:
    within = within or document()
    span = spot(within, quote)
    shown = within.text[span.start : span.end]
    asserters = (*by, within.source.slug)
    given = {"ordinal": 0, "text": " ".join(shown.split()), **given}
    return Claim(document=within.id, span=span, quote=shown, asserters=asserters, **given)


def party(within: Document | None = None, of: Claim | None = None) -> Party:
    within = within or document()
    of = of or claim(within)
    start, end = of.span.start, of.span.end
    return Party(of, within, within.text[max(0, start - AROUND) : start], within.text[end : end + AROUND])


def when(within: Document, words: str, edtf: str, role: DateRole = DateRole.EVENT) -> DateMention:
    return DateMention(edtf, role, spot(within, words))


def amount(
    within: Document, words: str, low: float | None, high: float | None, unit: str, **given: Any
) -> QuantityMention:
    return QuantityMention(low, high, unit, given.pop("counted", ""), QuantityRole.VALUE, spot(within, words), **given)


def discrepancy(
    left: Party | None = None,
    right: Party | None = None,
    marks: tuple[str, str] = ("", ""),
    *,
    standing: Standing | None = None,
    topic: str = "topic-1",
    **given: Any,
) -> Discrepancy:
    """Return a conflict; ``marks`` are the words that clash, looked for from the quote on."""
    left = left or party(us(), claim(us(), "Iraq had resumed making mustard", "NIE"))
    right = right or party()
    sides = sorted([(left, marks[0]), (right, marks[1])], key=lambda side: side[0].claim.id)
    (left, first), (right, second) = sides
    given = {
        "kind": Kind.POLARITY,
        "relation": Relation.CONFLICT,
        "why": "One side says so, the other says it is not so.",
        "rule": "polarity.opposite",
        "version": 1,
        "confidence": 0.8,
        "severity": 0.5,
        **given,
    }
    verdict = Verdict(
        left=left.claim.id,
        right=right.claim.id,
        left_marks=_marked(left, first),
        right_marks=_marked(right, second),
        **given,
    )
    return Discrepancy(verdict, left, right, standing or Standing(), topic)


def us() -> Document:
    return document(
        "The estimate said that Iraq had resumed making mustard. ", "us.txt", source=source("us", "U.S. Government")
    )


def _marked(side: Party, words: str) -> tuple[Span, ...]:
    return (spot(side.document, words, side.claim.span.start),) if words else ()


def dossier(discrepancies: Iterable[Discrepancy] = (), **given: Any) -> Dossier:
    """Return a dossier whose claims, documents and sources are those of its discrepancies, unless given."""
    conflicts = tuple(discrepancies)
    quiet = tuple(given.pop("quiet", ()))
    parties = [side for each in (*conflicts, *quiet) for side in (each.left, each.right)]
    documents = {side.document.id: replace(side.document, text="") for side in parties}
    sources = {each.source.slug: each.source for each in documents.values()}
    claims = {side.claim.id: side.claim for side in parties}
    given = {
        "title": "A case",
        "made_at": AT,
        "tool": "reconcile 0.1.0",
        "filters": {},
        "sources": tuple(sources.values()),
        "documents": tuple(documents.values()),
        "claims": claims,
        "topics": (Topic("topic-1", "chemical weapons", tuple(claims)),) if claims else (),
        "problems": (),
        "checkpoint": CHECKPOINT,
        **given,
    }
    return Dossier(discrepancies=conflicts, quiet=quiet, **given)


def provenance(*parties: Party, **given: Any) -> Provenance:
    parties = parties or (party(),)
    given = {
        "subject": ("claim", parties[0].claim.id),
        "made_at": AT,
        "tool": "reconcile 0.1.0",
        "links": (),
        "verdicts": (),
        "decisions": (),
        "entries": (),
        "checkpoint": CHECKPOINT,
        **given,
    }
    return Provenance(parties=parties, **given)


def problem(message: str = "the file is empty", path: str = "empty.txt") -> Problem:
    return Problem("read.empty", path, "", message, "take it out or fill it")
