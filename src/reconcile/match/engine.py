"""The local engine: candidates by the inverted index, then scored one by one."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from reconcile.match.features import features, score
from reconcile.match.index import Index
from reconcile.match.profile import Profile, profile
from reconcile.model import Claim, Link
from reconcile.values.alignment import Concepts
from reconcile.values.senses import COMMON, Senses
from reconcile.values.vocabulary import EMPTY, Vocabulary


@dataclass(frozen=True, slots=True)
class Plan:
    """How hard to look: cost per claim is bounded by these, however common its words are.

    ``budget``: postings read per claim, rarest facet first. ``candidates``: claims scored per claim.
    ``threshold``: the least score that makes a link.
    """

    budget: int = 20_000
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
    plan = plan or Plan()
    profiles = [profile(claim, vocabulary) for claim in sorted(claims, key=lambda claim: claim.id)]
    asked = [n for n, p in enumerate(profiles) if new is None or p.claim.id in new]
    senses = vocabulary.senses
    concepts = Concepts((concept for each in profiles for concept in each.everything), senses)
    for a, b in sorted(candidates(profiles, asked, plan, senses)):
        values = features(profiles[a], profiles[b], concepts)
        if (found := score(values)) >= plan.threshold:
            yield Link(profiles[a].claim.id, profiles[b].claim.id, found, {k: round(v, 4) for k, v in values.items()})


def candidates(
    profiles: Sequence[Profile], asked: Sequence[int], plan: Plan, senses: Senses = COMMON
) -> set[tuple[int, int]]:
    """Return the pairs worth scoring, as positions in ``profiles``, smaller first."""
    index = Index.of(profiles, senses)
    found: set[tuple[int, int]] = set()
    for position in asked:
        for other in index.nearest(position, profiles[position], plan.budget, plan.candidates):
            if comparable(profiles[position].claim, profiles[other].claim):
                found.add((min(position, other), max(position, other)))
    return found


def comparable(left: Claim, right: Claim) -> bool:
    """Say whether two claims may be linked: other documents, or another asserter in the same one."""
    return left.document != right.document or left.asserter != right.asserter
