"""How good ranked and scored pairs are: recall, reciprocal rank, average precision, F1 and calibration."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

BINS = 10
"""Bins of equal width that scores are put in to hold them against what came true (Naeini and others, 2015)."""


class Scored(NamedTuple):
    """A proposed pair: its score from 0 to 1, and whether it is one that was wanted."""

    score: float
    wanted: bool


class Cut(NamedTuple):
    """Precision and recall of all pairs that score ``threshold`` or more."""

    threshold: float
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of the two, 0 where both are."""
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.precision else 0.0


@dataclass(frozen=True, slots=True)
class Ranked:
    """What was found for one query, best first, and what there was to find."""

    found: Sequence[str]
    wanted: Collection[str]


def recall_at(ranked: Ranked, k: int) -> float:
    """Return how many of the first ``k`` are wanted, of as many as could be: with five wanted, one is all at k = 1."""
    possible = min(k, len(ranked.wanted))
    return sum(each in ranked.wanted for each in ranked.found[:k]) / possible if possible else 0.0


def reciprocal_rank(ranked: Ranked) -> float:
    """Return one by the place of the first wanted one, from 1; 0 where none was found."""
    places = (place for place, each in enumerate(ranked.found, 1) if each in ranked.wanted)
    return 1 / next(places, float("inf"))


def average_precision_at(ranked: Ranked, k: int) -> float:
    """Return the mean, over the wanted ones that could stand in the first ``k``, of the precision down to each."""
    hits, total = 0, 0.0
    for place, each in enumerate(ranked.found[:k], 1):
        if each in ranked.wanted:
            hits += 1
            total += hits / place
    possible = min(k, len(ranked.wanted))
    return total / possible if possible else 0.0


def mean(values: Collection[float]) -> float | None:
    """Return the mean, None of nothing."""
    return sum(values) / len(values) if values else None


def cuts(pairs: Collection[Scored], wanted: int) -> Iterator[Cut]:
    """Yield precision and recall at each score that there is, the highest first.

    ``wanted`` counts all wanted pairs, those included that nobody proposed. Equal scores are never parted.
    """
    given = right = 0
    best_first = sorted(pairs, key=lambda pair: -pair.score)
    for threshold, group in groupby(best_first, key=lambda pair: pair.score):
        tied = list(group)
        given += len(tied)
        right += sum(pair.wanted for pair in tied)
        yield Cut(threshold, right / given, right / wanted if wanted else 0.0)


def average_precision(pairs: Collection[Scored], wanted: int) -> float | None:
    """Return the precision at each score, weighted by the recall that it adds; None where nothing is wanted."""
    if not wanted:
        return None
    total = before = 0.0
    for cut in cuts(pairs, wanted):
        total += (cut.recall - before) * cut.precision
        before = cut.recall
    return total


def best_f1(pairs: Collection[Scored], wanted: int) -> Cut | None:
    """Return the cut of the highest F1, of equals the highest threshold; None where there is nothing to cut."""
    return max(cuts(pairs, wanted), key=lambda cut: (cut.f1, cut.threshold), default=None)


def cut_at(pairs: Collection[Scored], wanted: int, threshold: float) -> Cut:
    """Return precision and recall of the pairs that score ``threshold`` or more."""
    given = [pair for pair in pairs if pair.score >= threshold]
    right = sum(pair.wanted for pair in given)
    return Cut(threshold, right / len(given) if given else 0.0, right / wanted if wanted else 0.0)


def calibration_error(pairs: Collection[Scored], bins: int = BINS) -> float | None:
    """Return how far scores are from the share that came true, on average over the pairs; None without pairs.

    The expected calibration error: in each bin the distance of the mean score from the share of wanted pairs.
    """
    held: dict[int, list[Scored]] = {}
    for pair in pairs:
        held.setdefault(min(int(pair.score * bins), bins - 1), []).append(pair)
    gaps = (abs(sum(p.score for p in held[b]) - sum(p.wanted for p in held[b])) for b in sorted(held))
    return sum(gaps) / len(pairs) if pairs else None
