"""Builders for marked claims and found ones: a text, and words in it."""

from typing import Any

from reconcile.bench.extraction_gold import GoldClaim, GoldDate, GoldDocument, GoldQuantity
from reconcile.model import Claim, DateMention, DateRole, QuantityMention, QuantityRole, Span

TEXT = "Blix said that Iraq held 20 tons of anthrax in May 1998. Iraq denied it. The site was shut."
HELD, SHUT = "Iraq held 20 tons of anthrax in May 1998", "The site was shut"


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def marked(words: str, asserter: str = "AUTHOR", **given: Any) -> GoldClaim:
    also = given.pop("also", ())
    return GoldClaim("c1", (at(words), *map(at, also)), (asserter, *given.pop("accept", ())), **given)


def date(words: str = "in May 1998", *edtf: str, role: str = "event", **given: Any) -> GoldDate:
    return GoldDate(at(words), frozenset(edtf), frozenset({role}), **given)


def amount(words: str, low: float | None, high: float | None, unit: str = "", **given: Any) -> GoldQuantity:
    return GoldQuantity(at(words), frozenset({low}), frozenset({high}), unit, **given)


def page(*claims: GoldClaim, window: Span | None = None) -> GoldDocument:
    return GoldDocument("d", claims, window or Span(0, len(TEXT)), text=TEXT)


def found(words: str, *asserters: str, **given: Any) -> Claim:
    return Claim("d", at(words), 0, words, words, (*asserters, "A paper"), **given)


def dated(words: str, edtf: str, role: DateRole = DateRole.EVENT) -> DateMention:
    return DateMention(edtf, role, at(words))


def counted(words: str, low: float | None, high: float | None, unit: str = "", **given: Any) -> QuantityMention:
    return QuantityMention(low, high, unit, "thing", given.pop("role", QuantityRole.VALUE), at(words), **given)
