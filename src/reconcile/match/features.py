"""How alike two claims are: named values from 0 to 1, kept with the link, and the score that they make."""

import math
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from reconcile.match.profile import Profile
from reconcile.values import edtf
from reconcile.values.alignment import Aligned, Concepts, covered

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


def features(left: Profile, right: Profile, concepts: Concepts) -> dict[str, float]:
    """Return the values that a link is made from.

    ``more`` and ``less``: the share of content answered on the side where more, and where less of it is; ``shared``:
    how much content that is; ``fuzzy``: RapidFuzz token_set_ratio; ``predicate``: whether the verbs speak of the same
    kind of fact (opposites do); ``counted``: whether both count the same; ``amounts``: whether one
    measured amount, unit and all, stands in both; ``dates``/``apart``: whether events coincide.
    """
    there = concepts.align(left.terms, right.everything)
    back = concepts.align(right.terms, left.everything)
    sides = sorted((covered(left.terms, there), covered(right.terms, back)))
    shared = min(_weight(there), _weight(back))
    dates = _dates(left, right)
    return {
        "more": sides[1],
        "less": sides[0],
        "shared": min(1.0, shared / ENOUGH),
        "fuzzy": fuzz.token_set_ratio(left.folded, right.folded) / 100,
        "predicate": max((_predicate(pair) for pair in there), default=0.0),
        "counted": float(bool(left.counted & right.counted)),
        "amounts": float(bool(left.amounts & right.amounts)),
        "dates": float(dates == "overlap"),
        "apart": float(dates == "disjoint"),
    }


def score(values: Mapping[str, float]) -> float:
    """Return the link's score, 0 to 1."""
    total = BIAS + sum(WEIGHTS[name] * value for name, value in values.items())
    return round(1 / (1 + math.exp(-total)), 4)


def _weight(found: Sequence[Aligned]) -> float:
    """Return the aligned content; all names together count as one word, since every page names the same few."""
    words = sum(pair.left.weight * pair.sense for pair in found if not pair.left.name)
    return words + max((pair.left.weight for pair in found if pair.left.name), default=0.0)


def _predicate(pair: Aligned) -> float:
    return pair.sense if pair.left.classes and pair.right.classes else 0.0


def _dates(left: Profile, right: Profile) -> str:
    """Say whether any two event dates overlap, or all are disjoint, or there is nothing to compare."""
    if not left.dates or not right.dates:
        return "unknown"
    met = any(edtf.coincide(a, b) for a in left.dates for b in right.dates)
    return "overlap" if met else "disjoint"
