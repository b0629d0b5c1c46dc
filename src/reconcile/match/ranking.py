"""The nearest claims of each claim, best first, from the candidates that share its rarest words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from reconcile.match.answers import SENSE, Answers
from reconcile.match.cards import UNIT, Bytes
from reconcile.match.columns import Columns
from reconcile.match.features import ENOUGH
from reconcile.match.model import shipped
from reconcile.match.rows import Floats, Ints
from reconcile.match.search import Index, candidates

RANK_STEPS = 4096
"""Steps in a unit of nearness by which candidates are ranked."""


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """What claims list as near: the asker, the claim listed, and how far it is ``behind`` the first.

    By asker, best first; ``behind`` is a difference of nearness, 0 to 3.
    """

    askers: Ints
    near: Ints
    behind: Floats

    @classmethod
    def joined(cls, parts: Iterable["Listed"]) -> "Listed":
        """Return several as one."""
        columns = [(each.askers, each.near, each.behind) for each in parts]
        none = [(np.zeros(0, dtype=np.int64),) * 2 + (np.zeros(0),)]
        askers, near, behind = (np.concatenate(column) for column in zip(*(columns or none), strict=True))
        return cls(askers, near, behind)


def nearest(index: Index, asked: Ints, budget: int, most: int, threshold: float = 0.0) -> Iterator[Listed]:
    """Yield at most so many for each claim asked, some askers at a time; none that cannot score ``threshold``.

    Nearness is how much each claim's heaviest words answer the other's, and how much that is: the sum of ``more``,
    ``less`` and ``shared``. Of equals the first.
    """
    for askers, which, found in candidates(index, asked, budget, most + most // 2):
        values = _values(index, askers, which, found)
        hopeful = np.flatnonzero(shipped().hopeful(values, threshold))
        which, found = which[hopeful], found[hopeful]
        near = sum(values.values(), np.zeros(1))[hopeful]
        order = np.lexsort((found, -(near * RANK_STEPS).astype(np.int64), which))
        lengths = np.bincount(which, minlength=len(askers))
        first = np.cumsum(lengths) - lengths
        rank = np.arange(len(which)) - np.repeat(first, lengths)
        behind = np.repeat(near[order[first[lengths > 0]]], lengths[lengths > 0]) - near[order]
        kept = rank < most
        yield Listed(askers[which[order[kept]]], found[order[kept]], behind[kept])


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
