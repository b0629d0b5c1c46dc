"""The lexical half of the training: feature tables and two layers over them, with their gradients in numpy alone.

A token's vector depends on its form only. So a batch works on its distinct forms, and updates only the rows it touched.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int32]

FIRST, SECOND = 0.9, 0.99
"""Decay of Adam's moments (Kingma and Ba, 2015)."""


@dataclass(slots=True)
class Adam:
    """Moments of a parameter; rows that a batch did not touch keep theirs."""

    value: Floats
    mean: Floats = field(init=False)
    square: Floats = field(init=False)

    def __post_init__(self) -> None:
        self.mean, self.square = np.zeros_like(self.value), np.zeros_like(self.value)

    def step(self, gradient: Floats, rate: float, rows: Any = slice(None)) -> None:
        """Move the rows against their gradient."""
        mean = FIRST * self.mean[rows] + (1 - FIRST) * gradient
        square = SECOND * self.square[rows] + (1 - SECOND) * gradient * gradient
        self.mean[rows], self.square[rows] = mean, square
        self.value[rows] -= rate * mean / (np.sqrt(square) + 1e-8)


@dataclass(frozen=True, slots=True)
class Lexical:
    """Tables by feature, and the two layers that make one vector of what they give."""

    tables: Mapping[str, Adam]
    layers: Mapping[str, Adam]

    def forward(self, ids: Integers, keep: Floats) -> tuple[Floats, tuple[Floats, Floats]]:
        """Return the vectors of forms, and what ``backward`` needs.

        ``ids`` has the shape (forms, features); ``keep`` has the same and scales each feature, 0 to leave it out.
        """
        rows = [table.value[ids[:, n]] * keep[:, n, None] for n, table in enumerate(self.tables.values())]
        joined = np.concatenate(rows, axis=1)
        hidden = np.maximum(joined @ self.layers["form1"].value + self.layers["form1b"].value, 0)
        return hidden @ self.layers["form2"].value + self.layers["form2b"].value, (joined, hidden)

    def backward(
        self, ids: Integers, keep: Floats, between: tuple[Floats, Floats], gradient: Floats, rate: float
    ) -> None:
        """Learn from the gradient of the vectors that ``forward`` returned."""
        joined, hidden = between
        inner = (gradient @ self.layers["form2"].value.T) * (hidden > 0)
        outer = inner @ self.layers["form1"].value.T
        steps = {"form2": hidden.T @ gradient, "form2b": gradient.sum(0), "form1": joined.T @ inner}
        for name, each in (steps | {"form1b": inner.sum(0)}).items():
            self.layers[name].step(each, rate)
        at = 0
        for number, table in enumerate(self.tables.values()):
            width = table.value.shape[1]
            inner = (outer[:, at : at + width] * keep[:, number, None]).astype(np.float32)
            rows, sums = summed(ids[:, number], inner)
            table.step(sums, rate, rows)
            at += width


def summed(rows: Integers, values: Floats) -> tuple[Integers, Floats]:
    """Return the distinct rows, and the sum of the values of each."""
    order = np.argsort(rows, kind="stable")
    distinct, starts = np.unique(rows[order], return_index=True)
    return distinct, np.add.reduceat(values[order], starts, axis=0)
