"""Nouns for the store's tests: small, whole, and different from each other where it matters."""

import hashlib

from reconcile.model import (
    Because,
    Cell,
    Claim,
    Cue,
    DateMention,
    DateRole,
    Decision,
    Document,
    Kind,
    Layout,
    Link,
    Modality,
    PlaceMention,
    Polarity,
    PolarityKind,
    Problem,
    QuantityMention,
    QuantityRole,
    Record,
    Relation,
    Segment,
    Source,
    Span,
    Topic,
    Verb,
    Verdict,
)
from reconcile.store import Store, Writer

AT, ANN = "2026-01-02T03:04:05Z", "ann"

DOCUMENTS, CLAIMS = 12, 150
"""How many documents, of how many claims each, `store/ingesting.py` ingests."""

TEXT = "Iraq declared 2,500 rockets in 1998. 𝔘 nobody saw them north-west of Baghdad."


def document(path: str = "iraq.txt", text: str = TEXT, source: str = "unscom") -> Document:
    """Return a document with something in every field."""
    content = text.encode()
    return Document(
        path=path,
        source=Source(source, source.upper(), "B"),
        text=text,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        reader="text/1",
        title="A title",
        published="1998-03",
        url="https://example.org/a",
        citation="Someone, 1998",
        origin="front matter",
        segments=(Segment(Span(0, len(text)), Layout.PARAGRAPH, "line=1"),),
        records=(Record(1, Span(0, 9), {"claim": Cell('a "b"', Span(0, 4))}),),
    )


def claim(of: Document, start: int = 0, end: int = 36, **more: object) -> Claim:
    """Return a claim of a document with something in every field."""
    fields: dict[str, object] = {
        "document": of.id,
        "span": Span(start, end),
        "ordinal": 0,
        "quote": of.text[start:end],
        "text": of.text[start:end],
        "asserters": ("Iraq", of.source.name),
        "polarity": Polarity.NEG,
        "polarity_kind": PolarityKind.EVIDENTIAL,
        "modality": Modality.ALMOST_CERTAIN,
        "confidence": "high",
        "dates": (DateMention("1998", DateRole.EVENT, Span(31, 35), inferred=True),),
        "quantities": (QuantityMention(2500, None, "rocket", "rocket", QuantityRole.VALUE, Span(14, 19), vague=True),),
        "places": (PlaceMention("Baghdad", "north-west", Span(70, 77)),),
        "subject": "Iraq",
        "context": "𝔘 context",
        "complete": False,
        "offered": ("the U.S.",),
        "cues": (Cue("polarity.evidential", Span(0, 4)),),
    }
    return Claim(**(fields | more))  # type: ignore[arg-type]


def link(left: Claim, right: Claim, score: float = 0.1) -> Link:
    """Return the link of two claims."""
    first, second = sorted((left.id, right.id))
    return Link(first, second, score, {"tokens": 1 / 3, "numbers": 1.0})


def verdict(left: Claim, right: Claim, relation: Relation = Relation.CONFLICT, why: str = "They differ.") -> Verdict:
    """Return a detector's verdict on two claims."""
    first, second = sorted((left.id, right.id))
    because = Because.PERIOD if relation is Relation.COMPATIBLE else None
    marks = (Span(0, 4), Span(14, 19))
    return Verdict(
        Kind.QUANTITY, relation, first, second, marks, marks[:1], why, "quantity.disjoint", 1, 0.7, 0.2, because
    )


def topic(*members: Claim, label: str = "rockets") -> Topic:
    """Return the topic of some claims."""
    return Topic(min(member.id for member in members), label, tuple(member.id for member in members))


def problem(path: str = "iraq.txt", where: str = "row 7") -> Problem:
    """Return something wrong with a document."""
    return Problem("table.no-claim", path, where, "the row makes no claim", "give it one")


def decision(conflict: str = "c" * 32, verb: str = "resolve", seen: int = 0, **more: object) -> Decision:
    """Return a decision of Ann's."""
    fields: dict[str, object] = {"rationale": "The later count is right.", "reading": "r1"}
    return Decision(conflict, Verb(verb), ANN, AT, seen=seen, **(fields | more))  # type: ignore[arg-type]


def ingest(writer: Writer, of: Document, *claims: Claim) -> None:
    """Store a document with its claims, as an ingest does."""
    writer.put_document(of, of.text.encode())
    writer.put_claims(of.id, claims)
    writer.record_ingest(of.id)


def fill(store: Store) -> tuple[Claim, Claim]:
    """Store two documents, a claim of each, and all that can hang on those; return the claims."""
    one, two = document(), document("us.txt", TEXT.replace("2,500", "2,700"), "cia")
    left, right = claim(one), claim(two)
    with store.writing(at=AT, actor=ANN) as writer:
        ingest(writer, one, left)
        ingest(writer, two, right)
        writer.put_links([link(left, right)])
        writer.put_topics([topic(left, right)])
        writer.put_verdicts([verdict(left, right)])
        writer.put_problems([problem()])
    return left, right
