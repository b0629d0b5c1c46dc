"""The local engine: candidates by the inverted index, then scored exactly, in columns and in blocks."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np

from reconcile.match import features, model
from reconcile.match.answers import Answers
from reconcile.match.columns import columns
from reconcile.match.ranking import Listed, nearest
from reconcile.match.rows import Floats, Ints
from reconcile.match.search import Index
from reconcile.match.workers import worked
from reconcile.model import Claim, Link
from reconcile.values.vocabulary import EMPTY, Vocabulary

NOTHING: features.Values = {}

PAIRS_AT_ONCE = 1 << 16
"""Pairs scored together: what bounds the memory."""

ASKED_AT_ONCE = 1 << 12
"""Claims asked by a worker before another part of them is taken up."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How hard to look: cost per claim is bounded by these, however common its words are.

    ``budget``: postings read per claim, rarest first. ``candidates``: claims near enough to be scored per claim.
    ``threshold``: the least score that makes a link, the chance that both claims are of one matter: a low one, since a
    pair that is not proposed is a conflict never seen, and what is compared says itself whether it is one.
    ``workers``: how many processes look; the links are the same for any number.
    """

    budget: int = 2_000
    candidates: int = 50
    threshold: float = 0.02
    workers: int = field(default=1, repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of positions, the smaller one left, in order; and how far each is behind the first on the other's list."""

    left: Ints
    right: Ints
    there: Floats
    back: Floats

    def of(self, kept: Ints | slice) -> "Pairs":
        """Return some of the pairs."""
        return Pairs(self.left[kept], self.right[kept], self.there[kept], self.back[kept])


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

    Two claims are linked where each lists the other among its nearest. Where only some ask, those that they may be
    linked with ask in turn, so that the answer is what asking all would have given.
    """
    plan = plan or Plan()
    if new is None:
        pairs = mutual(lists(index, np.arange(len(index.columns)), plan))
    else:
        pairs = mutual_of(index, np.array([n for n, known in enumerate(index.columns.ids) if known in new]), plan)
    yield from scored(index, pairs, plan)


def indexed(claims: Sequence[Claim], vocabulary: Vocabulary = EMPTY) -> Index:
    """Read and index ``claims``."""
    found = columns(claims, vocabulary)
    return Index.of(found, Answers.among(found.concepts, vocabulary.senses, found.names))


def lists(index: Index, asked: Ints, plan: Plan) -> Listed:
    """Return what each asked claim lists."""
    parts = [asked[start : start + ASKED_AT_ONCE] for start in range(0, len(asked), ASKED_AT_ONCE)]
    return Listed.joined(worked(partial(_listed, plan=plan), index, parts, plan.workers))


def _listed(index: Index, asked: Ints, plan: Plan) -> Listed:
    return Listed.joined(nearest(index, asked, plan.budget, plan.candidates, plan.threshold))


def mutual_of(index: Index, asked: Ints, plan: Plan) -> Pairs:
    """Return the pairs that some claims make: only what one of them may be linked with is asked in turn."""
    forth = lists(index, asked.astype(np.int64), plan)
    low, high = np.minimum(forth.askers, forth.near), np.maximum(forth.askers, forth.near)
    width = len(index.columns)
    low, high = np.divmod(np.unique(low * width + high), width)
    likely = np.unique(
        np.concatenate([asked, *(side for found in weighed(index, low, high, plan) for side in found[:2])])
    )
    pairs = mutual(Listed.joined((forth, lists(index, np.setdiff1d(likely, asked), plan))))
    return pairs.of(np.flatnonzero(np.isin(pairs.left, asked) | np.isin(pairs.right, asked)))


def mutual(listed: Listed) -> Pairs:
    """Return the pairs in which each lists the other."""
    width = max(int(listed.askers.max(initial=0)), int(listed.near.max(initial=0))) + 1
    up = listed.askers < listed.near
    forth, back = np.flatnonzero(up), np.flatnonzero(~up)
    key, turned = (
        listed.askers[forth] * width + listed.near[forth],
        listed.near[back] * width + listed.askers[back],
    )
    _, ours, theirs = np.intersect1d(key, turned, assume_unique=True, return_indices=True)
    forth, back = forth[ours], back[theirs]
    return Pairs(listed.askers[forth], listed.near[forth], listed.behind[forth], listed.behind[back])


def scored(index: Index, pairs: Pairs, plan: Plan) -> Iterator[Link]:
    """Yield the links among ``pairs``, some at a time."""
    ids, fitted = index.columns.ids, model.shipped()
    behind = features.rivals(pairs.there, pairs.back)
    for left, right, values in weighed(index, pairs.left, pairs.right, plan, behind):
        scores = fitted.score(values)
        ordered = [values[name].round(4).tolist() for name in features.NAMES]
        for place in np.flatnonzero(scores >= plan.threshold).tolist():
            made = {name: column[place] for name, column in zip(features.NAMES, ordered, strict=True)}
            yield Link(ids[left[place]], ids[right[place]], float(scores[place]), made)


Weighed = tuple[Ints, Ints, features.Values]


def weighed(index: Index, left: Ints, right: Ints, plan: Plan, known: features.Values = NOTHING) -> Iterator[Weighed]:
    """Yield the pairs that may become links and their values, some at a time; ``known`` are given ones."""
    parts = []
    for start in range(0, len(left), PAIRS_AT_ONCE):
        part = slice(start, start + PAIRS_AT_ONCE)
        parts.append((left[part], right[part], {name: found[part] for name, found in known.items()}))
    yield from worked(partial(_weighed, threshold=plan.threshold), index, parts, plan.workers)


def _weighed(index: Index, pairs: Weighed, threshold: float) -> Weighed:
    """The costly values are worked out only where they may still make a link."""
    fitted, held = model.shipped(), index.columns
    left, right, known = pairs
    values = {**known, **features.cheap(held, index.answers, left, right)}
    for more in (features.dates, features.wording, features.fuzzy):
        kept = np.flatnonzero(fitted.hopeful(values, threshold))
        left, right = left[kept], right[kept]
        values = {name: found[kept] for name, found in values.items()} | more(held, left, right)
    kept = np.flatnonzero(fitted.hopeful(values, threshold))
    return left[kept], right[kept], {name: found[kept] for name, found in values.items()}
