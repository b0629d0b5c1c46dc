"""The nouns as plain mappings: what JSON reports and the terminal's listings show, field by field."""

import math
from collections.abc import Sequence

from reconcile.model import (
    Claim,
    DateMention,
    Discrepancy,
    Document,
    Party,
    PlaceMention,
    QuantityMention,
    Span,
)

DECIMALS = 4
"""Digits kept of a probability: more would claim to know what no detector knows."""

Row = dict[str, object]


def conflict(discrepancy: Discrepancy) -> Row:
    """Return a conflict with both sides; agreements and compatible verdicts have the same form.

    ``start``, ``end`` and ``marks`` count code points of the document's text, end excluded; ``document`` is its path,
    ``source`` the slug, ``claim``, ``id`` and ``topic`` identifiers.
    """
    verdict = discrepancy.verdict
    return {
        "id": discrepancy.id,
        "kind": str(verdict.kind),
        "confidence": round(verdict.confidence, DECIMALS),
        "severity": round(verdict.severity, DECIMALS),
        "standing": str(discrepancy.standing.status),
        "why": verdict.why,
        "topic": discrepancy.topic,
        "rule": verdict.rule,
        "left": _side(verdict.left, discrepancy.left, verdict.left_marks),
        "right": _side(verdict.right, discrepancy.right, verdict.right_marks),
        "relation": str(verdict.relation),
        "because": str(verdict.because) if verdict.because else None,
    }


def side(party: Party, marks: Sequence[Span]) -> Row:
    """Return one side of a conflict."""
    return _side(party.claim.id, party, marks)


def _side(identified: str, party: Party, marks: Sequence[Span]) -> Row:
    # The identifier is at hand in a verdict, and to make it anew takes a third of the time.
    claim = party.claim
    return {
        "claim": identified,
        "document": party.document.path,
        "source": party.document.source.slug,
        "asserter": claim.asserter if claim.asserters else "",
        "quote": claim.quote,
        "start": claim.span.start,
        "end": claim.span.end,
        "marks": [[mark.start, mark.end] for mark in marks],
    }


def claim(claim: Claim, document: Document) -> Row:
    """Return a claim as ``claims list`` gives it; ``asserters`` is the chain, outermost last."""
    return {
        "id": claim.id,
        "document": document.path,
        "source": document.source.slug,
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": claim.quote,
        "asserters": list(claim.asserters),
        "polarity": str(claim.polarity),
        "polarity_kind": str(claim.polarity_kind) if claim.polarity_kind else None,
        "modality": str(claim.modality),
        "dates": [_date(mention) for mention in claim.dates],
        "quantities": [_quantity(mention) for mention in claim.quantities],
        "places": [_place(mention) for mention in claim.places],
        "complete": claim.complete,
        "rules": list(claim.rules),
    }


def document(document: Document, claims: int, problems: int) -> Row:
    """Return a document as ``documents list`` gives it, with how many claims and problems it has."""
    return {
        "id": document.id,
        "document": document.path,
        "source": document.source.slug,
        "sha256": document.sha256,
        "bytes": document.size,
        "characters": len(document.text),
        "claims": claims,
        "problems": problems,
    }


def _date(mention: DateMention) -> Row:
    return {"edtf": mention.edtf, "role": str(mention.role), "start": mention.span.start, "end": mention.span.end}


def _quantity(mention: QuantityMention) -> Row:
    return {
        "low": _number(mention.low),
        "high": _number(mention.high),
        "unit": mention.unit,
        "counted": mention.counted,
        "role": str(mention.role),
        "start": mention.span.start,
        "end": mention.span.end,
    }


def _place(mention: PlaceMention) -> Row:
    span = mention.span
    return {"name": mention.name, "bearing": mention.bearing, "start": span.start, "end": span.end}


def _number(value: float | None) -> float | int | None:
    """Write 100.0 as 100, and what JSON has no number for as none."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value == int(value) else value
