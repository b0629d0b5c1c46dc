"""How alike two claims are: named values from 0 to 1, kept with the link, and the score that they make."""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np
from rapidfuzz import fuzz, process

from reconcile.match.answers import Answers
from reconcile.match.columns import Columns
from reconcile.match.coverage import Covered, covered
from reconcile.match.rows import Floats, Ints, Rows, met
from reconcile.values import edtf

ENOUGH = 4.0
"""Aligned weight that a pair needs to be about one thing: three or four content words; less scores in proportion."""

NAMES = (
    "more",
    "less",
    "shared",
    "wording",
    "fuzzy",
    "predicate",
    "counted",
    "amounts",
    "dates",
    "apart",
    "near",
    "far",
)
"""All values of a pair, as the link model knows them (``match.model``)."""

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


def rivals(there: Floats, back: Floats) -> dict[str, Floats]:
    """``near``/``far``: how far another claim is nearer, on the side where that is less, and where it is more."""
    return {"near": np.minimum(1.0, np.minimum(there, back)), "far": np.minimum(1.0, np.maximum(there, back))}


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
    found[both[met(rows, left[both], right[both])[1]]] = 1.0
    return found


def wording(columns: Columns, left: Ints, right: Ints) -> dict[str, Floats]:
    """``wording``: how far both put it in the same words in the same order, by the cosine of their words two by two."""
    places, which = met(columns.runs, left, right)
    shared = np.bincount(which, columns.worth_of_runs[places], minlength=len(left))
    return {"wording": np.minimum(1.0, shared / np.sqrt(columns.wordiness[left] * columns.wordiness[right]))}


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
