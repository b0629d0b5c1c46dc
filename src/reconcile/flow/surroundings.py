"""What stands around a claim in its document: its paragraph, or its row, up to so many characters on either side."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reconcile.model import Claim, Document, Layout, Party, Record, Segment, Span
from reconcile.store import Reader

READABLE = str.maketrans({**dict.fromkeys('"{}[]\\\r\n', " "), **dict.fromkeys(",;|\t", "·")})
"""What stands between the fields of a row, as one reads it. One character for one, so that offsets hold."""


def parties(reader: Reader, claims: Iterable[Claim], width: int | None) -> dict[str, Party]:
    """Return each claim in its document by its identifier, with up to ``width`` characters on either side.

    The document is light but for one segment, the claim's home: its paragraph, several that it spans, or its row.
    Where that ends, so does what stands around the claim. ``width`` None: nothing is looked up. One document's text is
    in memory at a time.
    """
    documents = {document.id: document for document in reader.documents()}
    if width is None:
        return {claim.id: Party(claim, documents[claim.document], "", "") for claim in claims}
    by_document: dict[str, list[Claim]] = {}
    for claim in claims:
        by_document.setdefault(claim.document, []).append(claim)
    found: dict[str, Party] = {}
    for identified, inside in by_document.items():
        surroundings = Surroundings(reader.documents_of([identified])[identified], width)
        found |= {claim.id: surroundings.party(claim, documents[identified]) for claim in inside}
    return found


class Surroundings:
    """One document, to look up what stands around its claims."""

    def __init__(self, document: Document, width: int) -> None:
        self._text, self._width = document.text, width
        self._segments, self._records = document.segments, document.records
        self._starts = [segment.span.start for segment in document.segments]
        self._ends = [segment.span.end for segment in document.segments]
        self._rows = [record.span.start for record in document.records]

    def party(self, claim: Claim, light: Document) -> Party:
        """Return ``claim`` in ``light``, its document without the text."""
        home, text, start = self._home(claim), self._text, claim.span.start
        record = self._record(claim)
        if record is not None:
            text, start = self._readable(record), start - record.span.start
        end = start + claim.span.end - claim.span.start
        first, last = start - (claim.span.start - home.span.start), end + home.span.end - claim.span.end
        around = text[max(first, start - self._width) : start], text[end : min(last, end + self._width)]
        return Party(claim, replace(light, segments=(home,)), *around)

    def _home(self, claim: Claim) -> Segment:
        """Return where a claim lives as one segment: the row, or the segments that it stands in."""
        touched = self._touched(claim.span)
        locator = touched[0].locator if touched else ""
        record = self._record(claim)
        if record is not None:
            return Segment(record.span, Layout.CELL, locator)
        if not touched:
            return Segment(Span(0, len(self._text)), Layout.PARAGRAPH, "")
        start, end = touched[0].span.start, touched[-1].span.end
        return Segment(Span(min(start, claim.span.start), max(end, claim.span.end)), touched[0].layout, locator)

    def _touched(self, span: Span) -> Sequence[Segment]:
        return self._segments[bisect_right(self._ends, span.start) : bisect_left(self._starts, span.end)]

    def _record(self, claim: Claim) -> Record | None:
        place = bisect_right(self._rows, claim.span.start) - 1
        record = self._records[place] if place >= 0 else None
        return record if record and record.span.contains(claim.span) else None

    def _readable(self, record: Record) -> str:
        """Return a row's text with its fields as they are, and what stands between them made readable."""
        pieces, place = [], record.span.start
        for field in self._touched(record.span):
            pieces.append(readable(self._text[place : field.span.start]))
            place = max(place, field.span.end)
            pieces.append(self._text[field.span.start : field.span.end])
        return "".join(pieces) + readable(self._text[place : record.span.end])


def readable(between: str) -> str:
    """Return what stands between two fields as one dot and spaces, however many empty fields are there."""
    first, dot, others = between.translate(READABLE).partition("·")
    return first + dot + others.replace("·", " ")
