"""A quote with what stands around it, cut into pieces that are marked or not, quoted or context."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reconcile.model import Party, Span

CONTEXT = 10_000
"""Most characters of context on either side: the setting's own upper end. How many there are, the door decides."""

BRIEF = 220
"""Characters of a quote in a table's cell."""

LONGEST = 1600
"""Characters of a quote shown, about 250 words; a claim that is longer is cut and says so."""

MARKS = 64
"""Marks shown per side: no sentence has more words worth marking."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters on the page: ``marked`` where they clash, ``quoted`` where they are the claim's own."""

    text: str
    marked: bool
    quoted: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What one side shows of its document.

    ``before`` and ``after`` say that the document goes on there; ``cut`` counts the quote's characters left out at
    its end; ``elsewhere`` are marks that lie outside of what is shown.
    """

    pieces: tuple[Piece, ...]
    before: bool
    after: bool
    cut: int
    elsewhere: tuple[Span, ...]


def excerpt(party: Party, marks: Sequence[Span]) -> Excerpt:
    """Cut the text around ``party``'s claim at the edges of the quote and of ``marks``, in text order.

    Cost: at most ``MARKS`` times as many comparisons as pieces; a hostile verdict with more marks shows its first.
    """
    text, shown, quote = _window(party)
    edges = {shown.start, shown.end, quote.start, quote.end}
    inside = [mark for mark in marks[:MARKS] if mark.overlaps(shown)]
    edges |= {min(max(edge, shown.start), shown.end) for mark in inside for edge in (mark.start, mark.end)}
    runs = [Span(start, end) for start, end in pairwise(sorted(edges))]
    return Excerpt(
        pieces=tuple(
            Piece(
                text[run.start - shown.start : run.end - shown.start], _covers(inside, run.start), quote.contains(run)
            )
            for run in runs
        ),
        before=shown.start > 0,
        after=shown.end < len(party.document.text) if party.document.text else bool(party.after),
        cut=party.claim.span.end - quote.end,
        elsewhere=tuple(mark for mark in marks[:MARKS] if not mark.overlaps(shown)),
    )


def words_at(party: Party, span: Span) -> str:
    """Return what stands at ``span`` of the party's document, as far as the party shows it; empty elsewhere."""
    text = party.document.text
    if text:
        return span.of(text)
    text, shown, _ = _window(party)
    return text[span.start - shown.start : span.end - shown.start] if shown.contains(span) else ""


def _window(party: Party) -> tuple[str, Span, Span]:
    """Return the text shown, its span in the document, and the quote's span as far as it is shown."""
    claim = party.claim
    quote = claim.quote[:LONGEST]
    start = claim.span.start
    before = _from_a_word(party.before[-CONTEXT:], start > len(party.before[-CONTEXT:]))
    after = _to_a_word(party.after[:CONTEXT]) if quote == claim.quote else ""
    shown = Span(start - len(before), start + len(quote) + len(after))
    return before + quote + after, shown, Span(start, start + len(quote))


def _from_a_word(text: str, cut: bool) -> str:
    """Drop the rest of a word at the beginning where the text was cut there, and has white space to cut at."""
    found = text.partition(" ")[2] if cut else ""
    return found or text


def _to_a_word(text: str) -> str:
    """Drop the beginning of a word at the end. What ends with a full stop or white space was not cut in a word."""
    return (text.rpartition(" ")[0] or text) if text[-1:].isalnum() else text


def _covers(spans: Sequence[Span], place: int) -> bool:
    return any(span.start <= place < span.end for span in spans)
