"""The nearest claims of each claim, best first, from the candidates that share its rarest words."""

from collections.abc import Iterator

import numpy as np

from reconcile.match.answers import SENSE, Answers
from reconcile.match.cards import UNIT, Bytes
from reconcile.match.columns import Columns
from reconcile.match.features import BIAS, ENOUGH, best_case, common, dates, total
from reconcile.match.rows import Floats, Ints
from reconcile.match.search import Index, candidates

RANK_STEPS = 4096
"""Steps in a unit of the summed score by which candidates are ranked."""


def nearest(index: Index, asked: Ints, budget: int, most: int) -> Iterator[tuple[Ints, Ints, Ints]]:
    """Yield, some askers at a time, who asks, what is near, and its rank from 0; by asker, best first.

    Nearness is the score's own sum over how much of each claim's words the other answers, word by word; what cannot
    reach an even score is left out. Of equals the first.
    """
    for askers, which, found in candidates(index, asked, budget, most + most // 2):
        values = _values(index, askers, which, found)
        near = total(values)
        promising = np.flatnonzero(near + best_case(values) > 0)
        which, found, near = which[promising], found[promising], near[promising]
        order = np.lexsort((found, ((BIAS - near) * RANK_STEPS).astype(np.int64), which))
        lengths = np.bincount(which, minlength=1)
        rank = np.arange(len(which)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        order, rank = order[rank < most], rank[rank < most]
        yield askers[which[order]], found[order], rank


def _values(index: Index, askers: Ints, which: Ints, found: Ints) -> dict[str, Floats]:
    """Return what is known of each pair by its cards; ``there`` and ``back`` are the weights answered either way."""
    columns, cards = index.columns, index.cards
    told, sought = tables(columns, index.answers, askers)
    cells = cards.concepts[found]
    cells += (which * (len(columns.concepts) + 1)).astype(np.int32)[:, None]
    there = sought.take(cells).sum(axis=1, dtype=np.int64) / UNIT
    met = np.multiply(told.take(cells), cards.weights[found], dtype=np.uint16)
    back = met.sum(axis=1, dtype=np.int64) / UNIT**2
    sides = np.minimum(1.0, there / columns.total[askers][which]), np.minimum(1.0, back / columns.total[found])
    return {
        "more": np.maximum(*sides),
        "less": np.minimum(*sides),
        "shared": np.minimum(1.0, np.minimum(there, back) / ENOUGH),
        "amounts": common(columns.amounts, askers[which], found),
        **dates(columns, askers[which], found),
    }


def tables(columns: Columns, answers: Answers, askers: Ints) -> tuple[Bytes, Bytes]:
    """Return for each asker and concept how well the concept is answered, and how much of the asker it answers."""
    width = len(columns.concepts) + 1
    told, sought = (np.zeros(len(askers) * width, dtype=np.uint8) for _ in range(2))
    places, which = columns.every.places(askers)
    row, whose = answers.given.places(columns.every.items[places])
    write(told, which[whose] * width + answers.given.items[row], SENSE[answers.worth[row]])
    places, which = columns.own.places(askers)
    row, whose = answers.sought.places(columns.own.items[places])
    weighed = SENSE[answers.grade[row]] * columns.weight[places][whose]
    write(sought, which[whose] * width + answers.sought.items[row], weighed)
    return told, sought


def write(table: Bytes, cells: Ints, values: Floats) -> None:
    """Write values into cells; where there are several for one, the greatest."""
    steps = np.rint(values * UNIT).astype(np.uint8)
    order = np.argsort(steps, kind="stable")
    table[cells[order]] = steps[order]
