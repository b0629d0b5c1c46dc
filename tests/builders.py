"""Nouns with defaults, so that a test shows only what it is about."""

from collections.abc import Iterable

from reconcile.model import (
    Claim,
    DateMention,
    DateRole,
    Modality,
    PlaceMention,
    Polarity,
    PolarityKind,
    QuantityMention,
    QuantityRole,
    Span,
)


def claim(text: str, asserter: str = "UNMOVIC", document: str = "", **more: object) -> Claim:
    """Return a claim whose quote is its whole text, in a document of its own unless one is named."""
    fields: dict[str, object] = {
        "document": document or f"doc of {asserter}",
        "span": Span(0, len(text)),
        "ordinal": 0,
        "quote": text,
        "text": text,
        "asserters": (asserter, "carrier"),
    }
    return Claim(**(fields | more))  # type: ignore[arg-type]


def denial(text: str, asserter: str = "Iraq", kind: str = "assertion", **more: object) -> Claim:
    """Return a claim that its asserter negates."""
    return claim(text, asserter, polarity=Polarity.NEG, polarity_kind=PolarityKind(kind), **more)


def on(edtf: str, role: str = "event") -> DateMention:
    """Return a date mention that stands at the beginning."""
    return DateMention(edtf, DateRole(role), Span(0, 1))


def amount(low: float | None, high: float | None, unit: str, counted: str = "", **more: object) -> QuantityMention:
    """Return a quantity that the claim is about, standing at the beginning."""
    fields: dict[str, object] = {"role": QuantityRole.VALUE, "span": Span(0, 1)}
    return QuantityMention(low, high, unit, counted or unit, **(fields | more))  # type: ignore[arg-type]


def at(name: str, bearing: str = "") -> PlaceMention:
    """Return a place that stands at the beginning."""
    return PlaceMention(name, bearing, Span(0, 1))


def maybe(text: str, asserter: str = "JIC", **more: object) -> Claim:
    """Return a claim that only says that it may be."""
    return claim(text, asserter, modality=Modality.POSSIBLE, **more)


def by_id(claims: Iterable[Claim]) -> dict[str, Claim]:
    """Return the claims by identifier."""
    return {each.id: each for each in claims}
