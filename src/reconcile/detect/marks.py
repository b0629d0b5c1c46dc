"""Where in the document the words stand that a verdict speaks of."""

from collections.abc import Iterable, Iterator

from reconcile.model import Claim, Span
from reconcile.values.words import TOKEN, Term

BRIDGE = 2
"""Marks with so few characters between them become one."""


def marks(claim: Claim, places: Iterable[Term | Span]) -> tuple[Span, ...]:
    """Return the spans of the document, in order and apart, for terms of the claim's text and for spans as they are.

    A term that stands only in the claim's reading, and not in its quote, has no mark; without any mark the whole
    quote is one.
    """
    offsets = _offsets(claim)
    found = [span for place in places for span in _found(claim, place, offsets)]
    return tuple(_merged(sorted(found))) or (claim.span,)


def _found(claim: Claim, place: Term | Span, offsets: dict[int, Span]) -> Iterator[Span]:
    if isinstance(place, Span):
        yield place
        return
    inside = [span for start, span in offsets.items() if place.start <= start < place.end]
    if inside and claim.text[place.start : place.end]:
        yield Span(min(span.start for span in inside), max(span.end for span in inside))


def _offsets(claim: Claim) -> dict[int, Span]:
    """Return for each word of the claim's text, by its start there, where it stands in the document.

    Text and quote differ in white space, footnote marks and mended words only, so words are met in the same order.
    """
    found: dict[int, Span] = {}
    cursor = 0
    for match in TOKEN.finditer(claim.text):
        place = claim.quote.find(match.group(), cursor)
        if place >= 0:
            found[match.start()] = Span(claim.span.start + place, claim.span.start + place + len(match.group()))
            cursor = place + len(match.group())
    return found


def _merged(spans: list[Span]) -> Iterator[Span]:
    current: Span | None = None
    for span in spans:
        if current and span.start <= current.end + BRIDGE:
            current = Span(current.start, max(current.end, span.end))
        else:
            if current:
                yield current
            current = span
    if current:
        yield current
