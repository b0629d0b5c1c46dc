"""Which words of one text answer to which of another, and how much of each is answered."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reconcile.values.senses import COMMON, Sense, Senses
from reconcile.values.words import Term


@dataclass(frozen=True, slots=True)
class Aligned:
    """A word on the left and the word on the right that answers to it best, and how."""

    left: Term
    right: Term
    sense: Sense


def align(left: Sequence[Term], right: Sequence[Term]) -> tuple[Aligned, ...]:
    """Return for each left term its best right term, in the order of the left; those without an answer are left out.

    A right term may answer to several. Of equals the first in the text is taken. Only terms that share a facet are
    compared, so that the cost is about the sum of the lengths.
    """
    return aligned(left, Facets.of(right))


@dataclass(frozen=True, slots=True)
class Facets:
    """Some terms in order, where each facet is met among them, and by which senses they are compared."""

    terms: tuple[Term, ...]
    places: Mapping[str, tuple[int, ...]]
    senses: Senses = COMMON

    @classmethod
    def of(cls, terms: Sequence[Term], senses: Senses = COMMON) -> "Facets":
        """Index ``terms`` by their facets."""
        places: dict[str, list[int]] = defaultdict(list)
        for place, term in enumerate(terms):
            for facet in senses.facets(term.concept):
                places[facet].append(place)
        return cls(tuple(terms), {facet: tuple(found) for facet, found in places.items()}, senses)


def aligned(left: Sequence[Term], right: Facets) -> tuple[Aligned, ...]:
    """Return the same as ``align`` for a right side that is indexed already."""
    return tuple(found for term in left if (found := _best(term, right)))


def _best(term: Term, others: Facets) -> Aligned | None:
    places, senses = others.places, others.senses
    met = {place for probe in senses.probes(term.concept) if probe in places for place in places[probe]}
    best, found = Sense.NONE, None
    for place in sorted(met):
        how = senses.sense(term.concept, others.terms[place].concept)
        if how > best:
            best, found = how, others.terms[place]
    return Aligned(term, found, best) if found else None


class Concepts:
    """The concepts of a corpus, and which of them answer to which: worked out once for each, then looked up."""

    def __init__(self, concepts: Iterable[str], senses: Senses = COMMON) -> None:
        self._senses = senses
        self._places: dict[str, list[str]] = defaultdict(list)
        self._answers: dict[str, Mapping[str, Sense]] = {}
        for concept in sorted(set(concepts)):
            for facet in senses.facets(concept):
                self._places[facet].append(concept)

    def answers(self, concept: str) -> Mapping[str, Sense]:
        """Return the concepts of the corpus that answer to ``concept``, itself among them, and how."""
        found = self._answers.get(concept)
        if found is None:
            met = {other for probe in self._senses.probes(concept) for other in self._places.get(probe, ())}
            sense = self._senses.sense
            found = {other: how for other in met if (how := sense(concept, other)) is not Sense.NONE}
            self._answers[concept] = found
        return found

    def align(self, left: Sequence[Term], right: Mapping[str, Term]) -> list[Aligned]:
        """Return the same as ``align`` for a right side by its concepts; of equals the first in the alphabet."""
        found = []
        for term in left:
            answers = self.answers(term.concept)
            if len(answers) < len(right):
                met = [(how, other) for other, how in answers.items() if other in right]
            else:
                met = [(answers[other], other) for other in right if other in answers]
            if met:
                how, other = max(met)
                found.append(Aligned(term, right[other], how))
        return found


def covered(terms: Sequence[Term], aligned: Iterable[Aligned]) -> float:
    """Return the share of the weight of ``terms`` (the left side of ``aligned``) that is answered, 0 to 1."""
    total = sum(term.weight for term in terms)
    return sum(pair.left.weight * pair.sense for pair in aligned) / total if total else 0.0


def distinct(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Return the terms, each concept once, the first one met."""
    return tuple({term.concept: term for term in reversed(list(terms))}.values())[::-1]
