"""How much of one claim's words another answers, for many pairs at once.

For each asker its answers are spread out over all concepts; what a partner's words find there is then one look-up a
word. About 0.1 microseconds a word and pair, where aligning word by word took 60 for a pair.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reconcile.match.answers import SENSE, Answers
from reconcile.match.columns import Columns
from reconcile.match.rows import Floats, Ints, maxima, sums

CELLS = 1 << 22
"""Cells (one byte each) of the table in which answers are spread out: so many askers at a time as it holds."""


@dataclass(frozen=True, slots=True, eq=False)
class Covered:
    """For pairs in order: how much weight of the partner's words the asker answers.

    ``words``: without the names; ``share``: of all that the partner's words weigh, 0 to 1; ``names``: the heaviest name
    answered; ``predicate``: how well a verb of fact answers another, 0 to 1.
    """

    words: Floats
    share: Floats
    names: Floats
    predicate: Floats

    @property
    def content(self) -> Floats:
        """The weight answered, where all names together count as one word: every page names the same few."""
        found: Floats = self.words + self.names
        return found


def covered(columns: Columns, answers: Answers, askers: Ints, partners: Ints) -> Covered:
    """Return how much of each partner the asker beside it answers. ``askers`` ascend."""
    table = np.zeros(CELLS, dtype=np.uint8)
    found = [
        _covered(columns, answers, table, askers[start:end], partners[start:end])
        for start, end in _parts(askers, max(1, CELLS // max(1, len(columns.concepts))))
    ]
    parts = zip(*((each.words, each.share, each.names, each.predicate) for each in found), strict=True)
    return Covered(*(np.concatenate(part) for part in parts)) if found else Covered(*np.zeros((4, 0)))


def _parts(askers: Ints, most: int) -> list[tuple[int, int]]:
    """Return beginnings and ends of parts with at most so many askers each."""
    begins = np.flatnonzero(np.concatenate(([True], askers[1:] != askers[:-1]))) if len(askers) else askers
    starts = [int(start) for start in begins[::most]]
    return list(zip(starts, [*starts[1:], len(askers)], strict=False))


def _covered(columns: Columns, answers: Answers, table: NDArray[np.uint8], askers: Ints, partners: Ints) -> Covered:
    width = len(columns.concepts)
    own, row = np.unique(askers, return_inverse=True)
    places, which = columns.every.places(own)
    given, whose = answers.given.places(columns.every.items[places])
    cells = which[whose] * width + answers.given.items[given]
    worth = answers.worth[given]
    order = np.argsort(worth, kind="stable")
    table[cells[order]] = worth[order]
    asked, pair = columns.own.places(partners)
    grade = table[row[pair] * width + columns.own.items[asked]]
    table[cells] = 0
    lengths = columns.own.lengths[partners]
    return _totals(columns, answers, partners, (asked, grade, lengths))


def _totals(columns: Columns, answers: Answers, partners: Ints, found: tuple[Ints, NDArray[np.uint8], Ints]) -> Covered:
    asked, grade, lengths = found
    sense = SENSE[grade]
    weight = columns.weight[asked].astype(np.float64)
    name = columns.name[asked]
    verbs = answers.classed[columns.own.items[asked]] & (grade & 1).astype(np.bool_)
    answered = sense * weight
    words = sums(np.where(name, 0.0, answered), lengths)
    share = sums(answered, lengths) / columns.total[partners]
    return Covered(
        words,
        share,
        maxima(np.where(name & (grade > 1), weight, 0.0), lengths),
        maxima(np.where(verbs, sense, 0.0), lengths),
    )
