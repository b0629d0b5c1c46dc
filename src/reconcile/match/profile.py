"""What of a claim is held against other claims: its content words and slots, worked out once."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reconcile.model import Claim, DateRole, QuantityRole
from reconcile.values import words
from reconcile.values.alignment import Facets, distinct
from reconcile.values.lexicon import tables
from reconcile.values.units import UNITS
from reconcile.values.words import Term

CONTEXT_WEIGHT = 0.5
"""What stands beside the quote says what it is about, and less surely than the quote itself."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One claim for the matcher.

    ``terms`` are of its text and subject, ``context`` of what stands around it; ``everything`` is both, indexed.
    ``dates`` are EDTF strings of events; ``counted`` the concepts that its quantities count,
    ``amounts`` its measured quantities, number and unit, by which two claims may be known for one.
    """

    claim: Claim
    terms: tuple[Term, ...]
    context: tuple[Term, ...]
    dates: tuple[str, ...]
    counted: frozenset[str]
    amounts: frozenset[str]
    everything: Facets


def profile(claim: Claim) -> Profile:
    """Work out what of ``claim`` is compared."""
    own = distinct(words.terms(claim.text) + words.terms(claim.subject))
    around = [term for term in distinct(words.terms(claim.context)) if all(term.concept != o.concept for o in own)]
    context = tuple(replace(term, weight=term.weight * CONTEXT_WEIGHT) for term in around)
    return Profile(
        claim,
        own,
        context,
        tuple(date.edtf for date in claim.dates if date.role is not DateRole.REPORT),
        frozenset(_counted(claim)),
        frozenset(_amounts(claim)),
        Facets.of(own + context),
    )


def _counted(claim: Claim) -> Iterator[str]:
    for quantity in claim.quantities:
        if quantity.role is QuantityRole.VALUE:
            yield from (term.concept for term in words.terms(quantity.counted))


def _amounts(claim: Claim) -> Iterator[str]:
    for quantity in claim.quantities:
        if quantity.unit in UNITS and not quantity.vague:
            yield f"amount:{quantity.low}/{quantity.high} {quantity.unit}"


def keys(profile: Profile) -> frozenset[str]:
    """Return the index keys of a claim: roots, classes, near-synonym sets, broader concepts, measured amounts."""
    terms = (term for term in profile.everything.terms if not term.number)
    return profile.amounts.union(key for term in terms for key in _keys(term.concept))


def _keys(concept: str) -> Iterator[str]:
    yield words.root(concept)
    yield from (f"class:{name}" for name in words.classes(concept))
    for broader in (concept, *tables.above().get(concept, ())):
        yield f"kind:{broader}"
        yield from (f"near:{number}" for number in tables.near().get(broader, ()))
