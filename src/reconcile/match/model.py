"""The fitted link model: how likely it is, by what two claims have in common, that they are of one matter."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from reconcile.model import ReconcileError

Floats = NDArray[np.float64]
Values = Mapping[str, Floats]
Curve = Sequence[tuple[float, float]]

SCHEMA = "link_model/1"
WEIGHTS = "link_model.json"


@dataclass(frozen=True, slots=True)
class Model:
    """A logistic model whose terms are curves: piecewise linear and monotone in each feature, which run from 0 to 1.

    ``curves`` gives for each feature what it adds at each of its knots, 0 at 0; ``products`` what two features add
    together, by their product. ``prior`` is the share of wanted pairs that ``bias`` is right for.
    """

    bias: float
    prior: float
    curves: Mapping[str, Curve]
    products: Mapping[tuple[str, str], float]

    def at(self, prior: float) -> "Model":
        """Return the model for pairs of which so large a share is wanted: its odds are moved, its order is not."""
        moved = math.log(prior / (1 - prior)) - math.log(self.prior / (1 - self.prior))
        return replace(self, bias=self.bias + moved, prior=prior)

    def parts(self, values: Values) -> dict[str, Floats]:
        """Return what each feature that is known adds for each pair, in log odds: the explanation of a score."""
        found = {name: curve_at(self.curves[name], column) for name, column in values.items() if name in self.curves}
        for (one, other), weight in self.products.items():
            if one in values and other in values:
                found[f"{one} and {other}"] = weight * values[one] * values[other]
        return found

    def total(self, values: Values) -> Floats:
        """Return the log odds by the values known so far, the bias included."""
        found = np.full(len(next(iter(values.values()))), self.bias)
        for part in self.parts(values).values():
            found += part
        return found

    def best_case(self, known: Values) -> float:
        """Return what the values that are not known yet can add at most."""
        curves = sum(max(at for _, at in curve) for name, curve in self.curves.items() if name not in known)
        products = sum(max(0.0, weight) for pair, weight in self.products.items() if not set(pair) <= set(known))
        return curves + products

    def hopeful(self, known: Values, threshold: float) -> NDArray[np.bool_]:
        """Say which pairs may still score ``threshold``, whatever the values are that are not known yet."""
        least = (
            math.log(threshold / (1 - threshold)) if 0 < threshold < 1 else -math.inf if threshold <= 0 else math.inf
        )
        found: NDArray[np.bool_] = self.total(known) + self.best_case(known) >= least - ROUNDED
        return found

    def score(self, values: Values) -> Floats:
        """Return the probabilities, rounded as a link keeps them."""
        found: Floats = np.round(1 / (1 + np.exp(-self.total(values))), 4)
        return found


ROUNDED = 0.001
"""Scores are rounded to four digits: one just below a threshold may reach it (up to a threshold of .95)."""


def curve_at(curve: Curve, values: Floats) -> Floats:
    """Return what a curve adds at some values; beyond its ends it stays level."""
    knots, heights = zip(*curve, strict=True)
    found: Floats = np.interp(values, knots, heights)
    return found


class BadModel(ReconcileError):  # noqa: N818 - reads as a sentence where it is raised
    """The weights cannot be used: the file is not what ``reconcile.match.train`` writes."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"{WEIGHTS}: {reason}; write it anew with reconcile.match.train")


def told(written: str) -> Model:
    """Read a model from its JSON. Raises BadModel."""
    try:
        row = json.loads(written)
        if row["schema"] != SCHEMA:
            raise BadModel(f"its schema is {row['schema']!s:.40} and not {SCHEMA}")
        curves = {name: tuple((float(x), float(y)) for x, y in curve) for name, curve in row["curves"].items()}
        products = {(one, other): float(weight) for one, other, weight in row["products"]}
        return Model(float(row["bias"]), float(row["prior"]), curves, products)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadModel(f"{error!s:.100}") from error


@lru_cache(maxsize=1)
def shipped() -> Model:
    """Return the model that comes with the program, for candidates as they are: few of them are wanted."""
    return told((files("reconcile.match") / WEIGHTS).read_text(encoding="utf-8"))
