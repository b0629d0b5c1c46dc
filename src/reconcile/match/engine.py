"""The local engine: candidates by the inverted index, then scored exactly, in columns and in blocks."""

import math
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reconcile.match import features
from reconcile.match.answers import Answers
from reconcile.match.columns import columns
from reconcile.match.ranking import nearest
from reconcile.match.rows import Ints
from reconcile.match.search import Index
from reconcile.model import Claim, Link
from reconcile.values.vocabulary import EMPTY, Vocabulary

PAIRS_AT_ONCE = 1 << 16
"""Pairs scored together: what bounds the memory."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How hard to look: cost per claim is bounded by these, however common its words are.

    ``budget``: postings read per claim, rarest first. ``candidates``: claims near enough to be scored per claim.
    ``threshold``: the least score that makes a link.
    """

    budget: int = 2_000
    candidates: int = 50
    threshold: float = 0.5


def links(
    claims: Sequence[Claim],
    new: Collection[str] | None = None,
    plan: Plan | None = None,
    vocabulary: Vocabulary = EMPTY,
) -> Iterator[Link]:
    """Yield the links among ``claims``, each once, by claim identifiers; with ``new``, only those that touch one.

    Claims of one document are linked only where different asserters speak. The order of ``claims`` makes no difference.
    """
    yield from linked(indexed(claims, vocabulary), new, plan)


def linked(index: Index, new: Collection[str] | None = None, plan: Plan | None = None) -> Iterator[Link]:
    """Yield the same for claims that are indexed.

    Two claims are linked where each lists the other among its nearest. Where only some ask, those that they would be
    linked with ask in turn, so that the answer is what asking all would have given.
    """
    plan = plan or Plan()
    if new is None:
        listed = lists(index, np.arange(len(index.columns)), plan)
        yield from scored(index, mutual(index, listed, listed), plan.threshold)
        return
    asked = np.array([n for n, known in enumerate(index.columns.ids) if known in new], dtype=np.int64)
    forth = lists(index, asked, plan)
    likely = {place for link in scored(index, ordered(index, forth), plan.threshold) for place in pair(index, link)}
    back = lists(index, np.array(sorted(likely - set(asked.tolist())), dtype=np.int64), plan)
    yield from scored(index, mutual(index, forth, np.concatenate((forth, back))), plan.threshold)


def indexed(claims: Sequence[Claim], vocabulary: Vocabulary = EMPTY) -> Index:
    """Read and index ``claims``."""
    found = columns(claims, vocabulary)
    return Index.of(found, Answers.among(found.concepts, vocabulary.senses))


def lists(index: Index, asked: Ints, plan: Plan) -> Ints:
    """Return what each asked claim lists: its position times the count of claims, and the other's."""
    count = len(index.columns)
    found = [askers * count + near for askers, near, _ in nearest(index, asked, plan.budget, plan.candidates)]
    return np.concatenate(found) if found else np.zeros(0, dtype=np.int64)


def mutual(index: Index, listed: Ints, back: Ints) -> Ints:
    """Return the pairs out of ``listed`` whose other side is in ``back``: see ``ordered``."""
    count = len(index.columns)
    return ordered(index, listed[np.isin(listed, back % count * count + back // count)])


def ordered(index: Index, listed: Ints) -> Ints:
    """Return pairs ascending, each once: the smaller position times the count of claims, and the larger."""
    count = len(index.columns)
    left, right = listed // count, listed % count
    return np.unique(np.minimum(left, right) * count + np.maximum(left, right))


def pair(index: Index, link: Link) -> tuple[int, int]:
    """Return the positions of a link's claims."""
    return bisect_left(index.columns.ids, link.left), bisect_left(index.columns.ids, link.right)


def scored(index: Index, pairs: Ints, threshold: float) -> Iterator[Link]:
    """Yield the links among ``pairs``, some at a time."""
    for start in range(0, len(pairs), PAIRS_AT_ONCE):
        yield from _scored(index, pairs[start : start + PAIRS_AT_ONCE], threshold)


def _scored(index: Index, pairs: Ints, threshold: float) -> Iterator[Link]:
    """The costly values are worked out only where they may still make one."""
    held, count = index.columns, len(index.columns)
    left, right = pairs // count, pairs % count
    values = features.cheap(held, index.answers, left, right)
    for more in (features.dates, features.fuzzy):
        kept = hopeful(values, threshold)
        left, right = left[kept], right[kept]
        values = {name: found[kept] for name, found in values.items()} | more(held, left, right)
    scores = features.score(values)
    ordered = [values[name].round(4).tolist() for name in features.WEIGHTS]
    for place in np.flatnonzero(scores >= threshold).tolist():
        made = {name: column[place] for name, column in zip(features.WEIGHTS, ordered, strict=True)}
        yield Link(held.ids[left[place]], held.ids[right[place]], float(scores[place]), made)


def hopeful(values: features.Values, threshold: float) -> NDArray[np.bool_]:
    """Say which pairs may still reach the threshold."""
    least = math.log(threshold / (1 - threshold)) if 0 < threshold < 1 else -math.inf if threshold <= 0 else math.inf
    return features.total(values) + features.best_case(values) >= least - ROUNDED


ROUNDED = 0.001
"""Scores are rounded to four digits: one just below a threshold may reach it (up to a threshold of .95)."""
