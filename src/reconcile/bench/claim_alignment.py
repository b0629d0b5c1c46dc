"""Which claim that was found is which marked claim: one to one, the greatest overlap first."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.bench.extraction_gold import GoldClaim
from reconcile.model import Span

LEAST = 0.3
"""Intersection over union from which two stretches are one claim, if badly cut."""

MOST = 0.8
"""Share of a finer claim that lies in the coarser one that it is a part of."""


@dataclass(frozen=True, slots=True)
class Match:
    """Marked claims and found ones that are the same; positions in what was given, the ones that decide first.

    More than one was found where the annotator lets a claim be split, more than one is marked where claims may be
    merged.
    """

    gold: tuple[int, ...]
    found: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """What belongs together, in the order of the marked claims, and what is left over on either side."""

    matches: tuple[Match, ...]
    missed: tuple[int, ...]
    extra: tuple[int, ...]


def overlap(left: Span, right: Span) -> float:
    """Return intersection over union of two stretches, 0 to 1; symmetric."""
    shared = min(left.end, right.end) - max(left.start, right.start)
    return max(0, shared) / (max(left.end, right.end) - min(left.start, right.start))


def inside(inner: Span, outer: Span) -> float:
    """Return the share of ``inner`` that lies in ``outer``."""
    return max(0, min(inner.end, outer.end) - max(inner.start, outer.start)) / (inner.end - inner.start)


def aligned(gold: Sequence[GoldClaim], found: Sequence[Span]) -> Alignment:
    """Lay found stretches beside marked claims. Empty stretches are extra.

    First one to one; then what is left goes to a claim that may be split, and a claim that is left to one that covers
    it, where it may be merged.
    """
    shelf = Shelf(found)
    taken = _one_to_one(gold, found, shelf)
    groups: dict[int, list[int]] = {one: [other] for one, other in taken.items()}
    _split(gold, found, shelf, groups)
    owners = {other: one for one, others in groups.items() for other in others}
    members: dict[int, list[int]] = {one: [one] for one in groups}
    _merge(gold, found, shelf, (groups, owners, members))
    matches = tuple(Match(tuple(members[one]), tuple(groups[one])) for one in sorted(groups))
    known = {one for each in matches for one in each.gold}
    used = {other for each in matches for other in each.found}
    missed = tuple(one for one in range(len(gold)) if one not in known)
    return Alignment(matches, missed, tuple(other for other in range(len(found)) if other not in used))


class Shelf:
    """Found stretches, to be asked for those that overlap another."""

    def __init__(self, spans: Sequence[Span]) -> None:
        filled = (number for number, span in enumerate(spans) if span.start < span.end)
        self._order = sorted(filled, key=lambda number: spans[number])
        self._spans = [spans[number] for number in self._order]
        self._reach: list[int] = []
        for span in self._spans:
            self._reach.append(max(span.end, self._reach[-1] if self._reach else 0))

    def across(self, span: Span) -> Iterator[int]:
        """Yield the numbers of those that share a character with ``span``, the last first."""
        place = bisect_left(self._spans, Span(span.end, 0)) - 1
        while place >= 0 and self._reach[place] > span.start:
            if self._spans[place].overlaps(span):
                yield self._order[place]
            place -= 1


def _one_to_one(gold: Sequence[GoldClaim], found: Sequence[Span], shelf: Shelf) -> dict[int, int]:
    # A claim that may be merged comes after those that may not: what covers both is the other's.
    pairs = sorted(
        (claim.merged and best < MOST, -best, one, other)
        for one, claim in enumerate(gold)
        for other in {each for span in claim.spans for each in shelf.across(span)}
        if (best := max(overlap(span, found[other]) for span in claim.spans)) >= LEAST
    )
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, _, one, other in pairs:
        if one not in taken and other not in used:
            taken[one] = other
            used.add(other)
    return taken


def _split(gold: Sequence[GoldClaim], found: Sequence[Span], shelf: Shelf, groups: dict[int, list[int]]) -> None:
    """Give each claim that may be split the pieces of it that are left."""
    used = {other for others in groups.values() for other in others}
    for one, claim in enumerate(gold):
        if not claim.split:
            continue
        for other in sorted(set(shelf.across(claim.span)) - used):
            if _piece(claim, found[other]):
                groups.setdefault(one, []).append(other)
                used.add(other)


def _piece(claim: GoldClaim, span: Span) -> bool:
    if claim.pieces:
        return any(overlap(piece, span) >= LEAST for piece in claim.pieces)
    return inside(span, claim.span) >= MOST


Groups = tuple[dict[int, list[int]], dict[int, int], dict[int, list[int]]]


def _merge(gold: Sequence[GoldClaim], found: Sequence[Span], shelf: Shelf, laid: Groups) -> None:
    """Lay each claim that is left and may be merged to the found one that covers it."""
    groups, owners, members = laid
    for one, claim in enumerate(gold):
        if one in groups or not claim.merged:
            continue
        whole = next((other for other in shelf.across(claim.span) if _whole(claim, found[other])), None)
        if whole is None:
            continue
        if whole in owners:
            members[owners[whole]].append(one)
        else:
            groups[one], members[one], owners[whole] = [whole], [one], one


def _whole(claim: GoldClaim, span: Span) -> bool:
    if claim.wholes:
        return any(overlap(whole, span) >= LEAST for whole in claim.wholes)
    return inside(claim.span, span) >= MOST
