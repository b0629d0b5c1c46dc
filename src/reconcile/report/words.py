"""What the report calls things: tables from the model's terms to a reader's words."""

import math
from collections.abc import Mapping
from datetime import datetime
from itertools import groupby

from reconcile.model import (
    AUTHOR_UNSPECIFIED,
    Because,
    Claim,
    DateMention,
    DateRole,
    Discrepancy,
    Document,
    Kind,
    Modality,
    Polarity,
    PolarityKind,
    QuantityMention,
    Relation,
    Ruling,
    Source,
    Status,
)
from reconcile.values import edtf, quantity

GRADES: Mapping[str, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""The Admiralty code's letters for a source (NATO AJP-2.1). F is not a bad mark: nobody could judge it yet."""

KINDS: Mapping[Kind, str] = {
    Kind.POLARITY: "one side says that it is so, the other that it is not",
    Kind.QUANTITY: "the numbers exclude each other",
    Kind.DATE: "the dates exclude each other",
    Kind.STATUS: "the states given cannot hold at the same time",
    Kind.ATTRIBUTION: "different doers, causes or purposes are given for the same thing",
    Kind.LOCATION: "the same thing is put in different places",
}

NEGATIONS: Mapping[PolarityKind | None, str] = {
    None: "says it is not so",
    PolarityKind.ASSERTION: "says it is not so",
    PolarityKind.EVIDENTIAL: "no evidence of it",
    PolarityKind.DENIAL: "denies",
    PolarityKind.IMPLICATIVE: "says it did not come about",
    PolarityKind.LEXICAL: "says it was missing or ended",
}
"""How a negation is made, in the order from plain to implied. Absence of evidence is weaker than a denial."""

MODALITIES: Mapping[Modality, str] = {
    Modality.CERTAIN: "stated flatly",
    Modality.POSSIBLE: "possible (may, could)",
    Modality.FUTURE: "about the future",
    Modality.CONDITIONAL: "on a condition",
    Modality.UNDERSPECIFIED: "left open whether it is so",
}
"""Only what the ICD 203 terms do not say themselves; those stand as they are."""

RULINGS: Mapping[Ruling, str] = {
    Ruling.LEFT: "the left side stands",
    Ruling.RIGHT: "the right side stands",
    Ruling.BOTH: "both stand, each within its scope",
    Ruling.NEITHER: "neither stands",
    Ruling.NOT_A_CONFLICT: "not a conflict",
    Ruling.EXTRACTION_WRONG: "a claim was read wrongly",
    Ruling.MATCH_WRONG: "the two are not about the same thing",
    Ruling.SUPERSEDED: "superseded by a later statement",
    Ruling.UNRESOLVABLE: "cannot be resolved on what is here",
}

STATUSES: Mapping[Status, str] = {
    Status.OPEN: "nobody has decided it yet",
    Status.UNDER_REVIEW: "somebody is working on it",
    Status.RESOLVED: "a person has decided it",
    Status.DISMISSED: "a person has set it aside",
    Status.SUSPECT: "it was decided, and the evidence has changed since: look again",
}

SYMBOLS: Mapping[str, str] = {
    Status.OPEN: "○",
    Status.UNDER_REVIEW: "◐",
    Status.RESOLVED: "●",
    Status.DISMISSED: "×",
    Status.SUSPECT: "!",
}

BECAUSE: Mapping[Because, str] = {
    Because.PERIOD: "they speak of different periods",
    Because.SCOPE: "they speak of different extents",
    Because.UNIT: "they count in different units",
    Because.PRECISION: "they differ in precision only",
    Because.HEDGE: "they differ in how sure they are only",
    Because.PARTIAL: "one counts a part of what the other counts",
    Because.ORIGIN: "both come from the same origin",
    Because.SUPERSEDED: "one replaces the other",
}

ROLES: Mapping[DateRole, str] = {
    DateRole.EVENT: "happened",
    DateRole.REPORT: "said",
    DateRole.BOUND: "limit",
    DateRole.AS_OF: "as of",
}

CONFIDENCE: tuple[tuple[float, str], ...] = ((0.9, "very high"), (0.75, "high"), (0.5, "moderate"), (0.0, "low"))
"""Lower ends of the bands in which a probability that a careful reader agrees is put into words."""

SEVERITY: tuple[tuple[float, str], ...] = ((0.67, "high"), (0.34, "medium"), (0.0, "low"))
"""Thirds of the scale of how much hangs on a conflict."""

NAMES: Mapping[str, str] = {AUTHOR_UNSPECIFIED: "someone not named"}

LONGEST = 1e15
"""Whole numbers from here on are written with an exponent: nobody counts sixteen digits."""


def confidence(value: float) -> str:
    """Put a verdict's confidence, 0 to 1, into words."""
    return _band(value, CONFIDENCE)


def severity(value: float) -> str:
    """Put a verdict's severity, 0 to 1, into words."""
    return _band(value, SEVERITY)


def grade(source: Source) -> str:
    """Say what the letter means; a letter outside A to F is shown as one that nobody can judge."""
    return GRADES.get(source.grade, GRADES["F"])


def asserter(claim: Claim, source: Source) -> str:
    """Name who holds the claim; the source by its name where it speaks itself."""
    return _held(claim, source)[0]


def chain(claim: Claim, source: Source) -> str:
    """Name who holds it, who reports that, and in what: "JIC, as reported by Blair, in The Daily News"."""
    held = _held(claim, source)
    if held[-1].casefold() == source.name.casefold():
        held.pop()
    if not held:
        return f"{source.name}, in its own voice"
    return ", as reported by ".join(held) + f", in {source.name}"


def stance(claim: Claim) -> str:
    """Say whether the asserter holds it, and how a negation is made."""
    return "asserts" if claim.polarity is Polarity.POS else NEGATIONS[claim.polarity_kind]


def hedge(claim: Claim) -> str:
    """Say how sure the asserter is."""
    return MODALITIES.get(claim.modality, str(claim.modality))


def ruling(discrepancy: Discrepancy) -> str:
    """Say what a person found, with the name of the side that stands; what the standing means where none is found."""
    found = discrepancy.standing.verdict
    party = {Ruling.LEFT: discrepancy.left, Ruling.RIGHT: discrepancy.right}.get(found) if found else None
    name = f" ({asserter(party.claim, party.document.source)})" if party else ""
    return RULINGS[found] + name if found else STATUSES[discrepancy.standing.status]


def verdict(relation: Relation, because: Because | None) -> str:
    """Say what was found where there is no conflict."""
    if relation is Relation.AGREEMENT:
        return "agree"
    return "compatible: " + (BECAUSE[because] if because else "nothing excludes the other")


def dated(mention: DateMention) -> str:
    """Say a date with its role: "said 14 February 2003"; a bound that is an interval says so itself ("since 1991")."""
    read = " (in part from elsewhere)" if mention.inferred else ""
    role = "" if mention.role is DateRole.BOUND and "/" in mention.edtf else f"{ROLES[mention.role]} "
    return f"{role}{period(mention.edtf)}{read}"


def period(text: str) -> str:
    """Spell out an EDTF date; leave what is none as written."""
    try:
        return edtf.say(edtf.parse(text))
    except ValueError:
        return text


def moment(text: str) -> str:
    """Spell out an ISO 8601 time to the minute; leave what is none as it is."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return text
    zone = f" {at.tzname()}" if at.tzinfo else ""
    return f"{period(at.date().isoformat())}, {at:%H:%M}{zone}"


def amount(mention: QuantityMention) -> str:
    """Say a quantity as an interval with its unit: "100 to 500 tons", "at least 400 rockets"."""
    if all(math.isfinite(bound) for bound in (mention.low, mention.high) if bound is not None):
        return quantity.say(mention)
    return "a number out of range"


def number(value: float) -> str:
    """Write a number with thousands separated and no needless digits."""
    whole = abs(value) < LONGEST and value == int(value)
    return f"{value:,.0f}" if whole else f"{value:,.6g}"


def count(size: int, noun: str, plural: str = "") -> str:
    """Say how many: "1 source", "2 sources"."""
    return f"{size:,} {noun if size == 1 else plural or noun + 's'}"


def place(start: int, end: int) -> str:
    """Say where in a text: the offsets as stored, end excluded."""
    return f"characters {start}–{end}"


def name(document: Document) -> str:
    """Name a document to a reader: its title, else its path."""
    return document.title or document.path


def _band(value: float, bands: tuple[tuple[float, str], ...]) -> str:
    return next((word for least, word in bands if value >= least), bands[-1][1])


def _held(claim: Claim, source: Source) -> list[str]:
    """Return the chain with the source under its name, and nobody reporting himself."""
    named = [source.name if name == source.slug else NAMES.get(name, name) for name in claim.asserters]
    return [next(same) for _, same in groupby(named, key=str.casefold)] or [source.name]
