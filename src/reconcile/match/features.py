"""How alike two claims are: named values from 0 to 1, kept with the link, and the score that they make."""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np
from rapidfuzz import fuzz, process

from reconcile.match.answers import Answers
from reconcile.match.columns import Columns
from reconcile.match.coverage import Covered, covered
from reconcile.match.rows import Floats, Ints, Rows
from reconcile.values import edtf

ENOUGH = 2.0
"""Aligned weight that a pair needs to be about one thing: three or four content words; less scores in proportion."""

WEIGHTS: Mapping[str, float] = {
    "more": 3.2,
    "less": 2.8,
    "shared": 1.6,
    "fuzzy": 1.0,
    "predicate": 0.9,
    "counted": 0.7,
    "amounts": 2.8,
    "dates": 0.6,
    "apart": -0.5,
}
BIAS = -4.3
"""A logistic model over the features. Set by hand until it is fitted on labelled pairs."""

Values = Mapping[str, Floats]


def cheap(columns: Columns, answers: Answers, left: Ints, right: Ints) -> dict[str, Floats]:
    """Return the values that are worked out for every pair (``left`` below ``right``, pairs in order).

    ``more`` and ``less``: the share of content answered on the side where more, and where less of it is; ``shared``:
    how much content that is; ``predicate``: whether the verbs speak of the same kind of fact (opposites do);
    ``counted``: whether both count the same; ``amounts``: whether one measured amount, unit and all, stands in both.
    """
    there = covered(columns, answers, left, right)
    turned = np.lexsort((left, right))
    back = covered(columns, answers, right[turned], left[turned])
    return combined(there, _turned(back, turned)) | {
        "counted": common(columns.counted, left, right),
        "amounts": common(columns.amounts, left, right),
    }


def combined(there: Covered, back: Covered) -> dict[str, Floats]:
    """Return what both directions make together."""
    return {
        "more": np.maximum(there.share, back.share),
        "less": np.minimum(there.share, back.share),
        "shared": np.minimum(1.0, np.minimum(there.content, back.content) / ENOUGH),
        "predicate": np.maximum(there.predicate, back.predicate),
    }


def _turned(found: Covered, order: Ints) -> Covered:
    """Return what was worked out in ``order`` in the order of the pairs."""
    back = np.empty_like(order)
    back[order] = np.arange(len(order))
    return Covered(found.words[back], found.share[back], found.names[back], found.predicate[back])


def common(rows: Rows, left: Ints, right: Ints) -> Floats:
    """Return 1 for pairs whose rows share an item, else 0."""
    both = np.flatnonzero((rows.lengths[left] > 0) & (rows.lengths[right] > 0))
    found = np.zeros(len(left))
    ours, which = rows.places(left[both])
    theirs, whose = rows.places(right[both])
    width = int(rows.items.max(initial=0)) + 1
    met = np.isin(which * width + rows.items[ours], whose * width + rows.items[theirs])
    found[both[which[met]]] = 1.0
    return found


def dates(columns: Columns, left: Ints, right: Ints) -> dict[str, Floats]:
    """``dates``/``apart``: whether any two event dates coincide, or all are disjoint; neither where one has none."""
    ours, theirs = columns.dates[left], columns.dates[right]
    (low, high), (start, end) = columns.days[ours].T, columns.days[theirs].T
    found = np.where((low <= end) & (start <= high), 1, -1)
    for place in np.flatnonzero((low == 0) | (start == 0)).tolist():
        found[place] = _dates(columns.spans[ours[place]], columns.spans[theirs[place]])
    return {"dates": (found > 0).astype(np.float64), "apart": (found < 0).astype(np.float64)}


@lru_cache(maxsize=200_000)
def _dates(left: tuple[str, ...], right: tuple[str, ...]) -> int:
    if not left or not right:
        return 0
    return 1 if any(edtf.coincide(a, b) for a in left for b in right) else -1


def fuzzy(columns: Columns, left: Ints, right: Ints) -> dict[str, Floats]:
    """``fuzzy``: RapidFuzz token_set_ratio, 4 microseconds a pair."""
    ours, theirs = ([columns.folded[place] for place in places.tolist()] for places in (left, right))
    return {"fuzzy": process.cpdist(ours, theirs, scorer=fuzz.token_set_ratio, dtype=np.float64) / 100}


def total(values: Values) -> Floats:
    """Return the weighted sum of the values known so far, the bias included: above 0 means an even chance or more."""
    found = np.full(len(next(iter(values.values()))), BIAS)
    for name in WEIGHTS:
        if name in values:
            found += WEIGHTS[name] * values[name]
    return found


def best_case(known: Values) -> float:
    """Return what the values that are not known yet can add at most."""
    return sum(max(0.0, weight) for name, weight in WEIGHTS.items() if name not in known)


def score(values: Values) -> Floats:
    """Return the scores, 0 to 1."""
    found: Floats = np.round(1 / (1 + np.exp(-total(values))), 4)
    return found
