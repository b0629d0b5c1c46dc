"""The inverted index: for a claim, the claims that answer most of it, found without looking at the others."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reconcile.match.features import BIAS, ENOUGH, WEIGHTS
from reconcile.match.profile import Profile
from reconcile.values.senses import COMMON, Sense, Senses
from reconcile.values.words import Term

LEVELS: Mapping[str, float] = {
    "amount": 1.0,
    "word": 1.0,
    "class": Sense.NEAR,
    "near": Sense.NEAR,
    "kind": Sense.NARROWER,
    "part": Sense.NARROWER,
    "synset": Sense.AKIN,
    "above": Sense.AKIN,
}
"""How alike two words are that meet in a facet of this sort: what ``values.senses.sense`` would say, near enough."""

RELATED = float(Sense.OPPOSITE)
"""The same for a facet that the word looks for and does not have: an opposite, a rival, what it entails."""

PROMISING = -BIAS - sum(
    weight for name, weight in WEIGHTS.items() if name in {"fuzzy", "predicate", "counted", "dates"}
)
"""Below this no pair can reach an even score, whatever the index does not know of it."""

AMOUNT_WEIGHT = 2.0
"""A measured amount, number and unit, counts for so many telling words."""

Posting = NDArray[np.int32]
Probe = tuple[int, float, float, str]
"""A term's number, its weight, how alike what is met there is, and the facet."""


@dataclass(frozen=True, slots=True)
class Index:
    """Each facet's claims, ascending, as positions in the profiles it was made from, and what each claim weighs."""

    postings: Mapping[str, Posting]
    weights: NDArray[np.float64]
    senses: Senses = COMMON

    @classmethod
    def of(cls, profiles: Sequence[Profile], senses: Senses = COMMON) -> "Index":
        """Index some claims by their positions."""
        lists: dict[str, list[int]] = defaultdict(list)
        for position, each in enumerate(profiles):
            for facet in sorted({f for concept in each.everything for f in senses.facets(concept)} | each.amounts):
                lists[facet].append(position)
        weights = [max(weight(each), 1e-9) for each in profiles]
        return cls({key: np.array(found, dtype=np.int32) for key, found in lists.items()}, np.array(weights), senses)

    def answering(self, asked: Profile, budget: int) -> NDArray[np.float64]:
        """Return for every claim how much weight of ``asked`` it answers, reading at most ``budget`` postings.

        The rarest facets are read first, so that what is left out is what every claim has.
        """
        by_term: dict[int, list[Probe]] = defaultdict(list)
        for probe in self._affordable(_probes(asked, self.senses), budget):
            by_term[probe[0]].append(probe)
        total = np.zeros(len(self.weights))
        met = np.zeros(len(self.weights), dtype=bool)
        for found in by_term.values():
            touched = [self._add(total, met, probe) for probe in sorted(found, key=lambda probe: (-probe[2], probe[3]))]
            met[np.concatenate(touched)] = False
        return total

    def _affordable(self, found: Sequence[Probe], budget: int) -> list[Probe]:
        known = sorted((len(self.postings[probe[3]]), probe) for probe in found if probe[3] in self.postings)
        read: list[Probe] = []
        spent = 0
        for length, probe in known:
            spent += length
            if read and spent > budget:
                break
            read.append(probe)
        return read

    def _add(self, total: NDArray[np.float64], met: NDArray[np.bool_], probe: Probe) -> Posting:
        """Count a facet's claims, those aside that answered the same term more closely; return them."""
        _, weight, level, facet = probe
        places = self.postings[facet]
        fresh = places[~met[places]]
        total[fresh] += weight * level
        met[fresh] = True
        return fresh

    def nearest(self, position: int, asked: Profile, budget: int, most: int) -> list[int]:
        """Return the positions of the claims nearest to the one at ``position``, best first, at most ``most``.

        Nearness is the score's own sum over what can be told from the index; of equals the first position is taken.
        """
        total = self.answering(asked, budget)
        total[position] = 0.0
        there, back = total / self.weights[position], np.minimum(1.0, total / self.weights)
        near = WEIGHTS["more"] * np.maximum(there, back) + WEIGHTS["less"] * np.minimum(there, back)
        near += WEIGHTS["shared"] * np.minimum(1.0, total / ENOUGH)
        found = np.flatnonzero(near > PROMISING)
        best = found[np.lexsort((found, -near[found]))]
        return [int(place) for place in best[:most]]


def weight(profile: Profile) -> float:
    """Return what a claim's own terms weigh together."""
    return sum(term.weight for term in profile.terms)


def _probes(asked: Profile, senses: Senses) -> list[Probe]:
    """Return where a claim's terms and amounts are to be looked for."""
    telling = [(number, term) for number, term in enumerate(asked.terms) if not term.number]
    found = [probe for number, term in telling for probe in _probes_of(number, term, senses)]
    return found + [(-1 - n, AMOUNT_WEIGHT, 1.0, amount) for n, amount in enumerate(sorted(asked.amounts))]


def _probes_of(number: int, term: Term, senses: Senses) -> list[Probe]:
    own = senses.facets(term.concept)
    return [
        (number, term.weight, LEVELS[facet.partition(":")[0]] if facet in own else RELATED, facet)
        for facet in senses.probes(term.concept)
    ]
