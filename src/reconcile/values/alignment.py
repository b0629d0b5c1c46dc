"""Which words of one text answer to which of another, and how much of each is answered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reconcile.values.words import Sense, Term, sense


@dataclass(frozen=True, slots=True)
class Aligned:
    """A word on the left and the word on the right that answers to it best, and how."""

    left: Term
    right: Term
    sense: Sense


def align(left: Sequence[Term], right: Sequence[Term]) -> tuple[Aligned, ...]:
    """Return for each left term its best right term, in the order of the left; those without an answer are left out.

    A right term may answer to several. Of equals the first in the text is taken. Cost: the product of the lengths.
    """
    return tuple(found for term in left if (found := _best(term, right)))


def _best(term: Term, others: Sequence[Term]) -> Aligned | None:
    concept = term.concept
    best, found = Sense.NONE, None
    for other in others:
        how = Sense.SAME if other.concept == concept else sense(concept, other.concept)
        if how > best:
            best, found = how, other
            if how is Sense.SAME:
                break
    return Aligned(term, found, best) if found else None


def covered(terms: Sequence[Term], aligned: Iterable[Aligned]) -> float:
    """Return the share of the weight of ``terms`` (the left side of ``aligned``) that is answered, 0 to 1."""
    total = sum(term.weight for term in terms)
    return sum(pair.left.weight * pair.sense for pair in aligned) / total if total else 0.0


def distinct(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Return the terms, each concept once, the first one met."""
    return tuple({term.concept: term for term in reversed(list(terms))}.values())[::-1]
