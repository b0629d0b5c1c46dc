"""Two claims held side by side: which words answer to which, and what the verbs say to each other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from reconcile.detect.marks import marks
from reconcile.detect.reading import HEDGED, NO_CLAIM, Reading, read
from reconcile.model import Because, Claim, Kind, Modality, Relation, Span, Verdict
from reconcile.values import edtf
from reconcile.values.alignment import Aligned, align, aligned
from reconcile.values.senses import Sense
from reconcile.values.words import Term

ANSWERS = Sense.ENTAILED
"""A word answers another from this sense on; opposites and rivals stand against each other."""

TELLING = 0.4
"""A term from this weight on has to be answered; below it stand words that any sentence has."""


@dataclass(frozen=True)
class Pair:
    """Two linked claims, read. ``left`` and ``right`` are in the order of their identifiers."""

    left: Reading
    right: Reading
    score: float

    @classmethod
    def of(cls, left: Claim, right: Claim, score: float = 1.0) -> "Pair":
        """Read two claims and hold them side by side."""
        return cls(read(left), read(right), score)

    @cached_property
    def turned(self) -> "Pair":
        """The same pair from the other side."""
        return Pair(self.right, self.left, self.score)

    @cached_property
    def things(self) -> tuple[Aligned, ...]:
        """For each thing on the left what answers on the right, its surroundings included."""
        return aligned(self.left.things, self.right.all_facets)

    @cached_property
    def shared(self) -> tuple[Aligned, ...]:
        """The things that both quotes name themselves, names of places and persons aside."""
        found = aligned(self.left.things, self.right.thing_facets)
        return tuple(p for p in found if not p.left.name and p.left.weight >= TELLING and p.sense >= ANSWERS)

    @cached_property
    def unanswered(self) -> tuple[Term, ...]:
        """The telling things on the left to which nothing on the right answers."""
        answered = {pair.left for pair in self.things if pair.sense >= ANSWERS}
        return tuple(term for term in self.left.things if term not in answered and term.weight >= TELLING)

    @cached_property
    def answered(self) -> float:
        """The share of the weight of the left's things that is answered on the right; 1 where there are none."""
        total = sum(term.weight for term in self.left.things)
        met = sum(pair.left.weight * min(1.0, pair.sense + 0.15) for pair in self.things if pair.sense >= ANSWERS)
        return met / total if total else 1.0

    def marked_with(self, verbs: Aligned) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
        """Return what to mark on each side for two verbs that clash: the verb, and the things in common."""
        return (verbs.left, *(p.left for p in self.shared)), (verbs.right, *(p.right for p in self.shared))

    def one_object(self, verbs: Aligned) -> bool:
        """Say whether two verbs have an argument in common: the things that stand nearest before and behind each."""
        ours, theirs = arguments(self.left, verbs.left), arguments(self.right, verbs.right)
        return any(found.sense >= ANSWERS for found in align(ours, theirs))

    def share_without(self, aside: Term) -> float:
        """Return the share of the weight of the left's things, one aside, that is answered on the right."""
        total = sum(term.weight for term in self.left.things if term != aside)
        met = sum(p.left.weight for p in self.things if p.sense >= ANSWERS and p.left != aside)
        return met / total if total else 1.0

    @cached_property
    def verbs(self) -> Aligned | None:
        """The two verbs that speak most nearly of the same fact; None where one side has none, or none does."""
        found = aligned(self.left.verbs, self.right.verb_facets)
        return max(found, key=lambda pair: (pair.sense, pair.left.weight), default=None)

    @cached_property
    def predicate(self) -> Sense:
        """How the left's fact stands to the right's; that a thing is there follows from all that is done with it."""
        if self.verbs:
            return self.verbs.sense
        if any(side.meta and not side.verbs for side in (self.left, self.right)):
            return Sense.SAME
        if self.left.existential and self.right.existential:
            return Sense.SAME
        if self.left.existential or self.right.existential:
            return Sense.ENTAILS if self.right.existential else Sense.ENTAILED
        return Sense.NONE

    @property
    def claims(self) -> tuple[Claim, Claim]:
        """The two claims."""
        return self.left.claim, self.right.claim

    @cached_property
    def says_something(self) -> bool:
        """Whether both say that something is or is not so."""
        return not any(claim.modality in NO_CLAIM for claim in self.claims)

    @property
    def withdrawn(self) -> bool:
        """Whether either says of a statement that it has fallen."""
        return -1 in (self.left.meta, self.right.meta)

    @property
    def nominal(self) -> bool:
        """Whether either only says what a thing is."""
        return self.left.nominal or self.right.nominal

    @cached_property
    def hedged(self) -> bool:
        """Whether either only says that it may be."""
        return any(claim.modality in HEDGED for claim in self.claims)

    @cached_property
    def unlike_periods(self) -> tuple[str, str] | None:
        """The two periods, as one says them, where both give one and no day is in both; None else.

        When a statement was withdrawn is no period of what it stated.
        """
        if self.withdrawn:
            return None
        left, right = ([date.edtf for date in side.times] for side in (self.left, self.right))
        if not left or not right or any(edtf.coincide(a, b) for a in left for b in right):
            return None
        return edtf.say(edtf.parse(left[0])), edtf.say(edtf.parse(right[0]))


@dataclass(frozen=True, slots=True)
class Finding:
    """A detector's answer before it is bound to the claims: everything of a verdict that is its own."""

    relation: Relation
    rule: str
    why: str
    confidence: float
    severity: float = 0.0
    because: Because | None = None
    left: tuple[Term | Span, ...] = ()
    right: tuple[Term | Span, ...] = ()


def verdict(pair: Pair, kind: Kind, finding: Finding, version: int = 1) -> Verdict:
    """Bind a finding to the pair: marks in the documents, and what is unsure about the claims themselves."""
    return Verdict(
        kind=kind,
        relation=finding.relation,
        left=pair.left.claim.id,
        right=pair.right.claim.id,
        left_marks=marks(pair.left.claim, finding.left),
        right_marks=marks(pair.right.claim, finding.right),
        why=sentence(finding.why),
        rule=f"{kind}.{finding.rule}",
        version=version,
        confidence=round(max(0.05, min(0.99, finding.confidence * doubt(pair))), 3),
        severity=round(finding.severity, 3),
        because=finding.because,
    )


LESS_SURE = {
    Modality.POSSIBLE: 0.7,
    Modality.EVEN: 0.7,
    Modality.LIKELY: 0.92,
    Modality.FUTURE: 0.8,
}
"""What is left of a verdict's confidence where a claim is hedged so."""

CUT_OFF = 0.8
"""The same where a claim's sentence is cut off."""


def doubt(pair: Pair) -> float:
    """Return what the claims themselves leave of a verdict's confidence, 0 to 1."""
    left = 1.0
    for claim in pair.claims:
        left *= LESS_SURE.get(claim.modality, 1.0) * (1.0 if claim.complete else CUT_OFF)
    return left


def words_of(claim: Claim, terms: Iterable[Term]) -> str:
    """Return terms as the claim writes them, for a sentence."""
    return ", ".join(dict.fromkeys(_written(claim, terms)))


def _written(claim: Claim, terms: Iterable[Term]) -> Iterator[str]:
    for term in terms:
        yield claim.text[term.start : term.end] or term.concept.replace("_", " ")


NEAREST = 2
"""So many telling things before a verb and behind it count as its arguments."""


def arguments(side: Reading, verb: Term) -> tuple[Term, ...]:
    """Return the things that stand nearest to a verb, names aside; all there are where the quote has none."""
    telling = [term for term in side.things if term.weight >= TELLING and not term.name]
    before = [term for term in telling if term.end <= verb.start]
    behind = [term for term in telling if term.start >= verb.end]
    return (*before[-NEAREST:], *behind[:NEAREST]) or (*side.things, *side.around)


SENTENCE = 110
"""Characters of a quote that a sentence about it can hold."""


def shortened(text: str) -> str:
    """Return a text as it is, or its beginning up to a word, for a sentence."""
    return text if len(text) <= SENTENCE else f"{text[:SENTENCE].rsplit(' ', 1)[0]} …"


def sentence(text: str) -> str:
    """Return a text with a capital at its beginning: a name like "inspectors" may open a sentence."""
    return text[:1].upper() + text[1:]
