"""Which words of one text answer to which of another, and how much of each is answered."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reconcile.values.words import Sense, Term, facets, probes, sense


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
    """Some terms in order, and where each facet is met among them."""

    terms: tuple[Term, ...]
    places: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, terms: Sequence[Term]) -> "Facets":
        """Index ``terms`` by their facets."""
        places: dict[str, list[int]] = defaultdict(list)
        for place, term in enumerate(terms):
            for facet in facets(term.concept):
                places[facet].append(place)
        return cls(tuple(terms), {facet: tuple(found) for facet, found in places.items()})


def aligned(left: Sequence[Term], right: Facets) -> tuple[Aligned, ...]:
    """Return the same as ``align`` for a right side that is indexed already."""
    return tuple(found for term in left if (found := _best(term, right)))


def _best(term: Term, others: Facets) -> Aligned | None:
    places = others.places
    met = {place for probe in probes(term.concept) if probe in places for place in places[probe]}
    best, found = Sense.NONE, None
    for place in sorted(met):
        how = sense(term.concept, others.terms[place].concept)
        if how > best:
            best, found = how, others.terms[place]
    return Aligned(term, found, best) if found else None


def covered(terms: Sequence[Term], aligned: Iterable[Aligned]) -> float:
    """Return the share of the weight of ``terms`` (the left side of ``aligned``) that is answered, 0 to 1."""
    total = sum(term.weight for term in terms)
    return sum(pair.left.weight * pair.sense for pair in aligned) / total if total else 0.0


def distinct(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Return the terms, each concept once, the first one met."""
    return tuple({term.concept: term for term in reversed(list(terms))}.values())[::-1]
