"""What of a claim is held against other claims: its content words and slots, worked out once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from reconcile.model import Claim, DateRole, QuantityRole
from reconcile.values import edtf
from reconcile.values.alignment import distinct
from reconcile.values.units import UNITS
from reconcile.values.vocabulary import EMPTY, Vocabulary
from reconcile.values.words import Term

LONGEST = 1_000
"""Characters of a claim that are compared; what is longer is a page read as one sentence."""

CONTEXT_WEIGHT = 0.5
"""What stands beside the quote says what it is about, and less surely than the quote itself."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One claim for the matcher.

    ``folded`` is its text in lower case; ``terms`` are of its text and subject, ``context`` of what stands around it;
    ``everything`` is both, by
    concept.
    ``dates`` are EDTF strings of events; ``counted`` the concepts that its quantities count,
    ``amounts`` its measured quantities, number and unit, by which two claims may be known for one.
    """

    claim: Claim
    folded: str
    terms: tuple[Term, ...]
    context: tuple[Term, ...]
    dates: tuple[str, ...]
    counted: frozenset[str]
    amounts: frozenset[str]
    everything: Mapping[str, Term]


def profile(claim: Claim, vocabulary: Vocabulary = EMPTY) -> Profile:
    """Work out what of ``claim`` is compared, its things under the names that ``vocabulary`` has for them."""
    text = claim.text[:LONGEST]
    own = distinct(vocabulary.terms(text) + vocabulary.terms(claim.subject))
    beside = distinct(vocabulary.terms(claim.context[:LONGEST]))
    around = [term for term in beside if all(term.concept != o.concept for o in own)]
    context = tuple(replace(term, weight=term.weight * CONTEXT_WEIGHT) for term in around)
    return Profile(
        claim,
        text.lower(),
        own,
        context,
        tuple(date.edtf for date in claim.dates if date.role is not DateRole.REPORT and date.edtf != edtf.UNTOLD),
        frozenset(_counted(claim, vocabulary)),
        frozenset(_amounts(claim)),
        {term.concept: term for term in (*context, *own)},
    )


def _counted(claim: Claim, vocabulary: Vocabulary) -> Iterator[str]:
    for quantity in claim.quantities:
        if quantity.role is QuantityRole.VALUE:
            yield from (term.concept for term in vocabulary.terms(quantity.counted))


def _amounts(claim: Claim) -> Iterator[str]:
    for quantity in claim.quantities:
        if quantity.unit in UNITS and not quantity.vague:
            yield f"amount:{quantity.high or quantity.low} {quantity.unit}"
