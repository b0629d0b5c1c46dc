"""Whether a clause affirms or denies, and how it denies."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.extract.hit import Cues, Folded, Hit, folded
from reconcile.extract.main_clause import bearing, shape
from reconcile.model.claim import Polarity, PolarityKind

CANCELLED = "polarity.cancelled"
CUES = Cues("polarity", ["cancelled", "pseudo", "evidential", "denial", "implicative", "lexical", "assertion"])
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

    def denied(self) -> "Polar":
        """Return what somebody holds who denies the clause: of an affirmation a denial, of a negation the thing."""
        if self.polarity is Polarity.POS:
            return Polar(Polarity.NEG, PolarityKind.DENIAL, self.hits)
        return Polar(Polarity.POS, None, self.hits)


AFFIRMED = Polar(Polarity.POS, None, ())


TITLE = re.compile(r"\b(?:Don't|Do Not|Never|Nothing)(?: [A-Z][\w'-]*){2,}")
"""A name that begins with a negation and denies nothing: "Don't Look Up", "Never Let Me Go"."""


def read(text: str) -> Polar:
    """Read one clause, its attribution frame cut off; only its first finite clause decides."""
    clause = folded(TITLE.sub(lambda found: "_" * len(found[0]), text))
    cues = [hit for hit in CUES.found(clause) if hit.rule != "polarity.pseudo"]
    return _polar(clause, cues) if cues else AFFIRMED


def _polar(clause: Folded, cues: Sequence[Hit]) -> Polar:
    """Let the first negation of the main clause decide, unless another one cancels it."""
    hits = sorted(bearing(clause, cues), key=lambda hit: hit.start)
    negations = [hit for hit in hits if hit.rule in KINDS and not _reduced(hit, clause)]
    cancelled = tuple(hit for hit in hits if hit.rule == CANCELLED)
    if not negations or (cancelled and cancelled[0].start < negations[0].start):
        return Polar(Polarity.POS, None, cancelled)
    if _cancels(negations, clause.text):
        return Polar(Polarity.POS, None, tuple(Hit(CANCELLED, hit.start, hit.end) for hit in negations[:2]))
    return Polar(Polarity.NEG, KINDS[negations[0].rule], (negations[0],))


def _reduced(hit: Hit, clause: Folded) -> bool:
    """Say whether a bare "not" stands in a phrase before the first finite verb: "those not assigned to it were"."""
    bare = hit.start > 0 and clause.text[hit.start : hit.end] == "not" and not clause.text.startswith(" to", hit.end)
    return bare and any(hit.end <= start for start, _ in shape(clause).verbs[:1])


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
