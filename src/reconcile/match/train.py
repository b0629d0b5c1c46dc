"""The recipe of the link model: rows of features and answers to curves, by logistic regression with signs.

    python -m reconcile.bench.matching_lessons --pairs train.jsonl.gz --sets fever_dev mnli_dev --out rows.jsonl
    python -m reconcile.match.train --from rows.jsonl --about about.json --out src/reconcile/match/link_model.json

A row is ``{"set", "query", "same", "features"}``. The rows are candidate pairs as the index proposes them, so that the
wrong ones are as hard as they are at work, and as many. Each set counts the same. Queries in one of ``FOLDS`` parts,
by the CRC-32 of their names, are kept for the figures that are written with the model.
"""

import argparse
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from reconcile.match.model import SCHEMA, Curve, Floats, Model, Values

KNOTS: Mapping[str, Sequence[float]] = {
    "more": (0.25, 0.5, 0.75),
    "less": (0.25, 0.5, 0.75),
    "shared": (0.1, 0.25, 0.5),
    "wording": (0.05, 0.2, 0.5),
    "fuzzy": (0.5, 0.7, 0.9),
    "near": (0.05, 0.15, 0.4),
    "far": (0.05, 0.15, 0.4),
}
"""Where a curve may bend; features that are not here are straight."""

SIGNS: Mapping[str, int] = {"apart": -1, "near": -1, "far": -1}
"""Dates that exclude each other, and claims that are nearer, speak against a link; every other feature can only help,
whatever the rows say."""

PRODUCTS = (("more", "less"),)
"""A text inside a longer one is answered on one side; two that say the same on both."""

RIDGE = 1e-5
"""Weight of the squared coefficients: too little to bend a curve, enough to divide alike features evenly."""

STEPS = 3_000
FOLDS = 5

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Lessons:
    """Rows by columns: features, answers, and how much each row counts; ``kept`` marks those for the figures."""

    values: Values
    same: Floats
    weight: Floats
    kept: Bools


def read(path: Path) -> Lessons:
    """Read the rows of a file. Raises ValueError for a line that is none."""
    with path.open(encoding="utf-8") as lines:
        rows: list[dict[str, Any]] = [json.loads(line) for line in lines]
    names = sorted(rows[0]["features"])
    sets = [row["set"] for row in rows]
    share = {name: 1 / sets.count(name) for name in set(sets)}
    weight = np.array([share[name] for name in sets])
    return Lessons(
        {name: np.array([row["features"][name] for row in rows], dtype=np.float64) for name in names},
        np.array([row["same"] for row in rows], dtype=np.float64),
        weight / weight.mean(),
        np.array([crc32(f"{row['set']} {row['query']}".encode()) % FOLDS == 0 for row in rows]),
    )


@dataclass(frozen=True, slots=True)
class Column:
    """One coefficient: what a feature adds between two knots, or the product of two, and the sign that it may have."""

    feature: str
    start: float
    end: float
    other: str
    sign: int

    def of(self, values: Values) -> Floats:
        """Return the column's values: 0 at the first knot and below, 1 at the second and above."""
        if self.other:
            return np.asarray(values[self.feature] * values[self.other])
        return np.clip((values[self.feature] - self.start) / (self.end - self.start), 0.0, 1.0)


def columns(features: Sequence[str]) -> Iterator[Column]:
    """Yield the columns of the model over some features."""
    for name in features:
        for start, end in pairwise((0.0, *KNOTS.get(name, ()), 1.0)):
            yield Column(name, start, end, "", SIGNS.get(name, 1))
    yield from (Column(one, 0.0, 1.0, other, 1) for one, other in PRODUCTS)


def fitted(lessons: Lessons) -> Model:
    """Return the model that is likeliest by all rows that count."""
    made = list(columns(sorted(lessons.values)))
    table = np.stack([column.of(lessons.values) for column in made], axis=1)
    signs = np.array([column.sign for column in made])
    weights, bias = descended(table, lessons.same, lessons.weight, signs)
    prior = float((lessons.weight * lessons.same).sum() / lessons.weight.sum())
    names = sorted(lessons.values)
    products = {(c.feature, c.other): float(w) for c, w in zip(made, weights, strict=True) if c.other}
    found = {name: curve(name, made, weights) for name in names}
    return Model(round(bias, 4), round(prior, 4), found, {pair: round(w, 4) for pair, w in products.items()})


def curve(name: str, made: Sequence[Column], weights: Floats) -> Curve:
    """Return what a feature adds at its knots and at 1."""
    own = [(c, w) for c, w in zip(made, weights, strict=True) if c.feature == name and not c.other]
    knots = np.array([*(c.start for c, _ in own), 1.0])
    heights = sum((w * c.of({name: knots}) for c, w in own), np.zeros(len(knots)))
    return [(float(x), round(float(y), 4)) for x, y in zip(knots, heights, strict=True)]


def descended(table: Floats, same: Floats, weight: Floats, signs: NDArray[np.int_]) -> tuple[Floats, float]:
    """Return coefficients of the allowed signs and the bias, by FISTA (Beck and Teboulle, 2009)."""
    count = weight.sum()
    step = 4 / (float(np.linalg.norm(table * np.sqrt(weight / count)[:, None], 2)) ** 2 + 1 + 4 * RIDGE)
    point, ahead = np.zeros(table.shape[1]), np.zeros(table.shape[1])
    bias, bias_ahead, speed = 0.0, 0.0, 1.0
    for _ in range(STEPS):
        off = weight * (1 / (1 + np.exp(-(table @ ahead + bias_ahead))) - same) / count
        moved = ahead - step * (table.T @ off + RIDGE * ahead)
        moved = np.where(moved * signs < 0, 0.0, moved)
        bias_moved = bias_ahead - step * float(off.sum())
        faster = (1 + math.sqrt(1 + 4 * speed * speed)) / 2
        ahead = moved + (speed - 1) / faster * (moved - point)
        bias_ahead = bias_moved + (speed - 1) / faster * (bias_moved - bias)
        point, bias, speed = moved, bias_moved, faster
    return point, bias


def part(lessons: Lessons, taken: Bools) -> Lessons:
    """Return some of the rows."""
    values = {name: column[taken] for name, column in lessons.values.items()}
    return Lessons(values, lessons.same[taken], lessons.weight[taken], lessons.kept[taken])


def figures(model: Model, lessons: Lessons) -> Mapping[str, float | int]:
    """Return how well a model foretells some rows: the mean log loss, and the calibration error in ten bins."""
    chance = np.clip(model.score(lessons.values), 1e-4, 1 - 1e-4)
    share = lessons.weight / lessons.weight.sum()
    loss = -(share * np.where(lessons.same > 0, np.log(chance), np.log(1 - chance))).sum()
    off = share * (chance - lessons.same)
    gaps = np.bincount(np.minimum((chance * 10).astype(int), 9), weights=off)
    return {"rows": len(chance), "log loss": round(float(loss), 4), "ECE": round(float(np.abs(gaps).sum()), 4)}


def written(model: Model, about: Mapping[str, object]) -> str:
    """Return a model's JSON, with what it was made from."""
    products = [[one, other, weight] for (one, other), weight in model.products.items()]
    row = {"schema": SCHEMA, "about": about, "bias": model.bias, "prior": model.prior}
    return json.dumps({**row, "curves": model.curves, "products": products}, indent=1) + "\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit the model on all rows but those that are kept, note the figures of the kept ones, and write it."""
    parser = argparse.ArgumentParser(description="Fit the link model.")
    parser.add_argument("--from", dest="rows", type=Path, required=True)
    parser.add_argument("--about", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args(arguments)
    lessons = read(given.rows)
    model = fitted(part(lessons, ~lessons.kept))
    about = json.loads(given.about.read_text(encoding="utf-8"))
    measured = {"fitted on rows": int((~lessons.kept).sum()), "kept rows": figures(model, part(lessons, lessons.kept))}
    given.out.write_text(written(model, {**about, **measured}), encoding="utf-8")


if __name__ == "__main__":
    main()
