"""Lists of numbers of different lengths, laid end to end: the shape that everything about a claim has here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Short = NDArray[np.int32]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Row ``n`` is ``items[starts[n] : starts[n + 1]]`` (compressed sparse rows, CSR)."""

    starts: Ints
    items: Short

    @classmethod
    def of(cls, rows: Iterable[Sequence[int]]) -> "Rows":
        """Lay ``rows`` end to end."""
        listed = list(rows)
        return cls.laid([len(row) for row in listed], [item for row in listed for item in row])

    @classmethod
    def laid(cls, lengths: Sequence[int] | Ints, items: Sequence[int] | Short) -> "Rows":
        """Return rows of so many items each, in order."""
        starts = np.zeros(len(lengths) + 1, dtype=np.int64)
        np.cumsum(lengths, out=starts[1:])
        return cls(starts, np.asarray(items, dtype=np.int32))

    @classmethod
    def grouped(cls, keys: Short, count: int) -> "Rows":
        """Return for each key below ``count`` the places where it stands in ``keys``, ascending: an inverted index."""
        order = np.argsort(keys, kind="stable")
        return cls.laid(np.bincount(keys, minlength=count), order.astype(np.int32))

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def lengths(self) -> Ints:
        """How long each row is."""
        return np.diff(self.starts)

    @property
    def owners(self) -> Short:
        """The row of each item."""
        return np.repeat(np.arange(len(self), dtype=np.int32), self.lengths)

    def places(self, rows: Ints | Short) -> tuple[Ints, Ints]:
        """Return where the items of ``rows`` lie, row after row, and to which of ``rows`` each belongs."""
        starts = self.starts[rows]
        lengths = self.starts[1:][rows] - starts
        return spread(starts, lengths), np.repeat(np.arange(len(rows)), lengths)


def met(rows: Rows, left: Ints, right: Ints) -> tuple[Ints, Ints]:
    """Return for pairs of rows, each with ascending items: where the left one's shared items lie, and of which pair."""
    ours, which = rows.places(left)
    theirs, whose = rows.places(right)
    width = int(rows.items.max(initial=0)) + 1
    sought, there = which * width + rows.items[ours], whose * width + rows.items[theirs]
    place = np.minimum(np.searchsorted(there, sought), max(len(there) - 1, 0))
    shared = np.flatnonzero(there[place] == sought) if len(there) else place[:0]
    return ours[shared], which[shared]


def spread(starts: Ints, lengths: Ints) -> Ints:
    """Return the numbers of runs that begin at ``starts``, laid end to end."""
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - (ends - lengths), lengths) + np.arange(total)


def sums(values: Floats, lengths: Ints) -> Floats:
    """Return the sum of each run of ``values``; of an empty one 0."""
    return _reduced(np.add, values, lengths)


def maxima(values: Floats, lengths: Ints) -> Floats:
    """Return the greatest of each run of ``values``, none below 0; of an empty one 0."""
    return _reduced(np.maximum, values, lengths)


def _reduced(how: np.ufunc, values: Floats, lengths: Ints) -> Floats:
    """Reduce each run; ``reduceat`` gives the next run's first value for an empty one, so that those are left out."""
    found = np.zeros(len(lengths))
    full = lengths > 0
    if full.any():
        starts = (np.cumsum(lengths) - lengths)[full]
        found[full] = how.reduceat(values, starts)
    return found
