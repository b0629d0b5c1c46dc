"""The local engine: candidates by an inverted index, rarest key first under a budget, then scored one by one."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reconcile.match.features import features, score
from reconcile.match.profile import Profile, keys, profile
from reconcile.model import Claim, Link


@dataclass(frozen=True, slots=True)
class Plan:
    """How hard to look: cost per claim is bounded by these, however common its words are.

    ``budget``: postings read per claim, rarest key first. ``candidates``: claims scored per claim.
    ``threshold``: the least score that makes a link.
    """

    budget: int = 5_000
    candidates: int = 40
    threshold: float = 0.5


def links(claims: Sequence[Claim], new: Collection[str] | None = None, plan: Plan | None = None) -> Iterator[Link]:
    """Yield the links among ``claims``, each once, by claim identifiers; with ``new``, only those that touch one.

    Claims of one document are linked only where different asserters speak. The order of ``claims`` makes no difference.
    """
    plan = plan or Plan()
    profiles = [profile(claim) for claim in sorted(claims, key=lambda claim: claim.id)]
    asked = [n for n, p in enumerate(profiles) if new is None or p.claim.id in new]
    for a, b in sorted(candidates(profiles, asked, plan)):
        values = features(profiles[a], profiles[b])
        if (found := score(values)) >= plan.threshold:
            yield Link(profiles[a].claim.id, profiles[b].claim.id, found, {k: round(v, 4) for k, v in values.items()})


Postings = Mapping[str, NDArray[np.int32]]


def candidates(profiles: Sequence[Profile], asked: Sequence[int], plan: Plan) -> set[tuple[int, int]]:
    """Return the pairs worth scoring, as positions in ``profiles``, smaller first."""
    index = postings(profiles)
    found: set[tuple[int, int]] = set()
    for position in asked:
        for other in nearest(position, profiles, index, plan):
            if comparable(profiles[position].claim, profiles[other].claim):
                found.add((min(position, other), max(position, other)))
    return found


def postings(profiles: Sequence[Profile]) -> Postings:
    """Return the inverted index: for each key the positions of the claims that have it, ascending."""
    lists: dict[str, list[int]] = defaultdict(list)
    for position, each in enumerate(profiles):
        for key in keys(each):
            lists[key].append(position)
    return {key: np.array(places, dtype=np.int32) for key, places in lists.items()}


def nearest(position: int, profiles: Sequence[Profile], index: Postings, plan: Plan) -> list[int]:
    """Return the positions that share most with one claim, best first; a key weighs the logarithm of its rarity."""
    rarest = sorted((len(index[key]), key) for key in keys(profiles[position]))
    read, weights, spent = [], [], 0
    for length, key in rarest:
        if spent and spent + length > plan.budget:
            break
        spent += length
        read.append(index[key])
        weights.append(np.full(length, np.log1p(len(profiles) / length)))
    if not read:
        return []
    places, where = np.unique(np.concatenate(read), return_inverse=True)
    totals = np.bincount(where, np.concatenate(weights))
    totals[places == position] = 0
    best = np.lexsort((places, -totals))[: plan.candidates + 1]
    return [int(places[n]) for n in best if totals[n] > 0][: plan.candidates]


def comparable(left: Claim, right: Claim) -> bool:
    """Say whether two claims may be linked: other documents, or another asserter in the same one."""
    return left.document != right.document or left.asserter != right.asserter
