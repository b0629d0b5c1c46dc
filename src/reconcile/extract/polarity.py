"""Whether a clause affirms or denies, and how it denies."""

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.extract.hit import LONGEST, Hit, Rules, compiled, folded, found, table
from reconcile.extract.main_clause import FINITE, inside, outside
from reconcile.model.claim import Polarity, PolarityKind

_TABLE = table("polarity.toml")
CANCELLED = "polarity.cancelled"
ORDER = ("cancelled", "pseudo", "evidential", "denial", "implicative", "lexical", "assertion")
RULES = Rules(compiled(f"polarity.{name}", _TABLE[name], _TABLE["words"]) for name in ORDER)
KINDS = {f"polarity.{kind}": kind for kind in PolarityKind}
OUTER = frozenset({"polarity.denial", "polarity.lexical", "polarity.implicative", "polarity.evidential"})
"""Negations that take a statement: "denied that … not" and "did not deny" affirm it."""

REACH = 16
"""Characters between "not" and the negative verb that it cancels: "did not at any time deny", no further."""


@dataclass(frozen=True, slots=True)
class Polar:
    """The polarity of a clause, the kind of its negation, and the cues that decided, in the order of the text.

    ``kind`` is None exactly where ``polarity`` is POS. A cancelled negation is POS and shows its cues.
    """

    polarity: Polarity
    kind: PolarityKind | None
    hits: tuple[Hit, ...]


def read(text: str) -> Polar:
    """Read one clause, its attribution frame cut off; only its first finite clause decides."""
    text = folded(text[:LONGEST])
    cues = list(found(RULES, text))
    runs = outside(text) if cues else ()
    hits = sorted((hit for hit in cues if inside(hit.start, runs)), key=lambda hit: hit.start)
    negations = [hit for hit in hits if hit.rule in KINDS and not _reduced(hit, text)]
    cancelled = tuple(hit for hit in hits if hit.rule == CANCELLED)
    if not negations or (cancelled and cancelled[0].start < negations[0].start):
        return Polar(Polarity.POS, None, cancelled)
    if _cancels(negations, text):
        return Polar(Polarity.POS, None, tuple(Hit(CANCELLED, hit.start, hit.end) for hit in negations[:2]))
    return Polar(Polarity.NEG, KINDS[negations[0].rule], (negations[0],))


def _reduced(hit: Hit, text: str) -> bool:
    """Say whether a bare "not" stands in a phrase before the first finite verb: "those not assigned to it were"."""
    verb = FINITE.search(text) if hit.start > 0 and text[hit.start : hit.end] == "not" else None
    return verb is not None and hit.end <= verb.start()


def _cancels(negations: Sequence[Hit], text: str) -> bool:
    """Say whether the second negation undoes the first: "did not deny", "denied that it had no"."""
    if len(negations) < 2:
        return False
    first, second = negations[:2]
    between = text[first.end : second.start]
    if first.rule in OUTER:
        return (
            "that " in f"{text[first.start : first.end]}{between}"[-len(between) - 5 :] or second.start == first.end + 1
        )
    return second.rule in OUTER - {"polarity.evidential"} and len(between) <= REACH and not set(between) & set(",;:")
