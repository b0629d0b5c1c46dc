"""What is looked at of each claim to rank it, in rows of one length."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reconcile.match.columns import Columns

WIDTH = 16
"""Words of a claim that are looked at for its rank: the heaviest that others have too; the score itself takes all."""

UNIT = 200
"""Steps in a unit of weight or likeness, so that a byte holds it."""

Bytes = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Cards:
    """What is looked at of each claim, in rows of one length: a claim's card is one line of the processor's cache.

    ``concepts``: numbers, filled up with the number after the last; ``weights`` of a claim's own words, 0 for those of
    its context.
    """

    concepts: NDArray[np.int32]
    weights: Bytes

    @classmethod
    def of(cls, columns: Columns) -> "Cards":
        """Write the cards."""
        owners, count = columns.every.owners, len(columns)
        weights = columns.weights_of_every
        alone = np.bincount(columns.every.items, minlength=len(columns.concepts))[columns.every.items] == 1
        order = np.lexsort((columns.every.items, -weights, alone, owners))
        rank = np.arange(len(order)) - np.repeat(columns.every.starts[:-1], columns.every.lengths)
        kept = rank < WIDTH
        row, place = owners[order[kept]], rank[kept]
        concepts = np.full((count, WIDTH), len(columns.concepts), dtype=np.int32)
        concepts[row, place] = columns.every.items[order[kept]]
        told = np.zeros((count, WIDTH), dtype=np.uint8)
        told[row, place] = np.rint(weights[order[kept]] * UNIT)
        return cls(concepts, told)
