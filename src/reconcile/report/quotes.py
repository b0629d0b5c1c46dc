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

    ``before`` and ``after`` say that the paragraph or row goes on there; ``cut`` counts the characters left out at
    the quote's end; ``elsewhere`` are marks that lie outside of what is shown.
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
    home = _home(party)
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
        before=shown.start > home.start,
        after=shown.end < home.end,
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


def _home(party: Party) -> Span:
    """Return where the claim lives: a light document's segments, else the document.

    Where nothing is known of its end, it goes on.
    """
    document = party.document
    if document.text or not document.segments:
        more = party.claim.span.end + len(party.after) + bool(party.after)
        return Span(0, len(document.text) or more)
    return Span(document.segments[0].span.start, document.segments[-1].span.end)


def _window(party: Party) -> tuple[str, Span, Span]:
    """Return the text shown, its span in the document, and the quote's span as far as it is shown."""
    claim = party.claim
    quote = claim.quote[:LONGEST]
    start = claim.span.start
    before, after = party.before[-CONTEXT:], party.after[:CONTEXT] if quote == claim.quote else ""
    home, end = _home(party), start + len(quote)
    before = _from_a_word(before, cut=start - len(before) > home.start)
    after = _to_a_word(after, cut=end + len(after) < home.end)
    return before + quote + after, Span(start - len(before), end + len(after)), Span(start, end)


def _from_a_word(text: str, cut: bool) -> str:
    """Drop the rest of a word at the beginning where the text was cut there, and has white space to cut at."""
    found = text.partition(" ")[2] if cut else ""
    return found or text


def _to_a_word(text: str, cut: bool) -> str:
    """Drop the beginning of a word at the end. What ends with a full stop or white space was not cut in a word."""
    return (text.rpartition(" ")[0] or text) if cut and text[-1:].isalnum() else text


def _covers(spans: Sequence[Span], place: int) -> bool:
    return any(span.start <= place < span.end for span in spans)
