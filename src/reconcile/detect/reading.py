"""What one claim says, as far as it can be held against another: its parity, its verbs and its things."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reconcile.model import (
    Claim,
    DateMention,
    DateRole,
    Modality,
    Polarity,
    PolarityKind,
    QuantityMention,
    QuantityRole,
)
from reconcile.values import edtf, words
from reconcile.values.alignment import Facets, distinct
from reconcile.values.lexicon import tables
from reconcile.values.vocabulary import EMPTY, Vocabulary
from reconcile.values.words import Term

NO_CLAIM = frozenset({Modality.CONDITIONAL, Modality.UNDERSPECIFIED})
"""Modalities under which nothing is said to be so."""

HEDGED = frozenset({Modality.POSSIBLE, Modality.EVEN, Modality.UNLIKELY, Modality.VERY_UNLIKELY, Modality.REMOTE})
"""Modalities too weak to contradict a weak denial."""

FOUND = "find"
"""The class of verbs that only bring a thing to notice: what was found, existed."""

ENDS = frozenset({"stop"})
"""Classes whose verbs undo the verb that they govern: stopped making."""

LONGEST = 1_000
"""Characters of a claim that are read; what is longer is a page read as one sentence."""

GOVERNS = 25
"""Characters within which a verb that ends something governs the next one: "ceased the production of"."""

NOMINAL = frozenset({"attribution.noun-complement", "attribution.amount", "attribution.place"})
"""Frames that say what a thing is, how much, or where: "described N as C", "put N at Q"."""

THERE = re.compile(r"(?:\w+,? ){0,4}?there (?:is|are|was|were|has|have|had|remains?|remained)\b", re.IGNORECASE)
"""How a claim begins that says that something exists."""

NUMBERED = re.compile(r"\b([A-Za-z]{3,}) (\d{1,4})\b(?![\d,.]*\d|\s*(?:%|per))")
"""A noun and the number that it goes by."""

ABILITY = re.compile(r"\b(?:can|could|able\s+to|capable\s+of|(?:capacity|ability|capability)\s+to)\b", re.IGNORECASE)
"""Words for being able to do something."""

TEMPORAL = re.compile(
    r"\b(?:after|before|since|until|till|during|following|by)\s+(?:the\s+)?(?:[A-Z\d][\w'-]*\s*){1,4}"
)
"""A named or dated time: "after Desert Storm". A period, compared as one, and not what the claim is about."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One claim, read for comparison.

    ``affirms`` is its polarity, turned round where it is about a statement that falls ("the claim that … is
    withdrawn"). ``meta`` is 1 where it says that a statement stands or is supported, -1 that it falls, 0 where it is
    about none. ``verbs`` are the terms of a known class of fact that assert something, without those that another verb
    undoes, and of a negated claim only what it negates; ``things`` are all other content; ``around`` is what stands
    outside the quote; ``frame`` is what says that a statement stands or falls. The facets index verbs, things, and
    verbs, things and surroundings together.
    """

    claim: Claim
    affirms: bool
    meta: int
    verbs: tuple[Term, ...]
    things: tuple[Term, ...]
    around: tuple[Term, ...]
    frame: tuple[Term, ...]
    verb_facets: Facets
    thing_facets: Facets
    all_facets: Facets

    @property
    def terms(self) -> tuple[Term, ...]:
        """Verbs and things."""
        return self.verbs + self.things

    @property
    def existential(self) -> bool:
        """Whether it only says that something is there, or was not found to be."""
        found = all(FOUND in verb.classes for verb in self.verbs) and (self.affirms or self.evidential)
        return not self.nominal and not self.copular and (found or not self.verbs)

    @property
    def numbered(self) -> Mapping[str, frozenset[str]]:
        """The things that it knows by a number, and their numbers: category 5, resolution 687."""
        found: dict[str, set[str]] = defaultdict(set)
        for noun, number in NUMBERED.findall(self.claim.text):
            if words.lemma(noun.lower()) in tables.concepts()["numbered"]["nouns"]:
                found[words.lemma(noun.lower())].add(number)
        return {noun: frozenset(numbers) for noun, numbers in found.items()}

    @property
    def copular(self) -> bool:
        """Whether it denies that a thing is so ("was not new"), which says nothing of whether the thing is there."""
        cue = set(negation(self.claim).lower().split())
        worded = self.claim.polarity_kind is PolarityKind.LEXICAL or THERE.match(self.claim.text) is not None
        return bool(cue and not self.verbs and not BACKWARD & cue and not worded)

    @property
    def nominal(self) -> bool:
        """Whether it says what a thing is ("described N as C"): verbs in it only tell which thing."""
        return not NOMINAL.isdisjoint(self.claim.rules)

    @property
    def ability(self) -> bool:
        """Whether it says what somebody is able to do, and not that it was done."""
        return ABILITY.search(self.claim.text) is not None

    @property
    def evidential(self) -> bool:
        """Whether it says that nothing was found, not that nothing is."""
        return self.claim.polarity_kind is PolarityKind.EVIDENTIAL

    @property
    def values(self) -> tuple[QuantityMention, ...]:
        """The quantities that it is about; where there are none, those that describe a thing in it."""
        found = tuple(q for q in self.claim.quantities if q.role is QuantityRole.VALUE)
        return found or self.claim.quantities

    @property
    def states(self) -> tuple[Term, ...]:
        """The words that put something into a state: verbs, and adjectives that have an opposite."""
        return (*self.verbs, *(t for t in self.things if "a" in tables.parts().get(t.concept, "")))

    @property
    def times(self) -> tuple[DateMention, ...]:
        """The dates of what it speaks of, not of when it was said."""
        told = (date for date in self.claim.dates if date.edtf != edtf.UNTOLD)
        return tuple(date for date in told if date.role is not DateRole.REPORT)


def read(claim: Claim, vocabulary: Vocabulary = EMPTY) -> Reading:
    """Read a claim for comparison, its things and places under the names that ``vocabulary`` has for them.

    Costs about as much as comparing it ten times: keep the result.
    """
    claim = renamed(claim, vocabulary) if vocabulary else claim
    found = vocabulary.terms(claim.text[:LONGEST])
    attitude, kept = _meta(claim.text, found)
    frame = tuple(term for term in found if attitude and term not in kept)
    if claim.polarity_kind is PolarityKind.EVIDENTIAL:
        kept = tuple(term for term in kept if not _of_search(term))
    if claim.polarity_kind is PolarityKind.LEXICAL:
        cue = negation(claim).lower()
        kept = tuple(term for term in kept if claim.text[term.start : term.end].lower() not in cue.split())
    period = [match.span() for match in TEMPORAL.finditer(claim.text)]
    kept = tuple(t for t in kept if not any(start <= t.start < end for start, end in period))
    said = [term for term in kept if _says(term)] or [term for term in kept if _names_a_doing(term)]
    things = distinct([term for term in kept if term not in said and not (term.number and attitude == 0)])
    verbs = tuple(_main(_negated(claim, _ungoverned(said, claim.text)), claim.text))
    subject = [t for t in vocabulary.terms(claim.subject) if t.concept not in {k.concept for k in kept}]
    around = distinct([*subject, *vocabulary.terms(claim.context[:LONGEST])])
    affirms = (claim.polarity is Polarity.POS) == (attitude >= 0)
    facets = (Facets.of(terms, vocabulary.senses) for terms in (verbs, things, verbs + things + around))
    return Reading(claim, affirms, attitude, verbs, things, around, frame, *facets)


def renamed(claim: Claim, vocabulary: Vocabulary) -> Claim:
    """Return a claim whose asserters and places go by their one name each, whoever extracted it."""
    asserters = tuple(vocabulary.asserter(name) for name in claim.asserters)
    places = tuple(replace(place, name=vocabulary.canonical(place.name)) for place in claim.places)
    return replace(claim, asserters=asserters, places=places)


SUBORDINATE = re.compile(
    r"\b(?:which|who|whom|whose|where|because|if|when|whether|as|than|so that|in order)\b", re.IGNORECASE
)
"""What opens a clause inside the claim: its verbs say something of one of the things, or under what condition."""


def _main(verbs: Sequence[Term], text: str) -> Sequence[Term]:
    """Keep the verbs before the first subordinate clause that follows one; all of them where that leaves none."""
    cut = next((m.start() for m in SUBORDINATE.finditer(text) if verbs and m.start() > verbs[0].end), len(text))
    return [verb for verb in verbs if verb.start < cut]


BACKWARD = frozenset({"no", "none", "nothing", "neither", "nobody", "without", "nor"})
"""Negators that stand behind their verb, with what it governs: "held no weapons"."""


def _negated(claim: Claim, verbs: Sequence[Term]) -> Sequence[Term]:
    """Keep of a negated claim the verb that its cue negates, and those joined to it; all where the cue is not found."""
    word = negation(claim)
    if not word:
        return verbs
    at = claim.text.find(word)
    behind = [verb for verb in verbs if verb.end <= at]
    ahead = [verb for verb in verbs if verb.start >= at]
    if word.lower().split()[0] in BACKWARD and behind:
        return behind[-1:]
    near = [verb for verb in ahead if verb.start - (at + len(word)) < GOVERNS]
    return [verb for verb in near if verb.start - near[0].end < JOINED]


def negation(claim: Claim) -> str:
    """Return the words that negate a claim's verb, as the document has them; empty where none do."""
    cue = next((cue.span for cue in claim.cues if cue.rule in NEGATIONS), None)
    if claim.polarity is Polarity.POS or cue is None or not claim.span.contains(cue):
        return ""
    return claim.quote[cue.start - claim.span.start : cue.end - claim.span.start]


JOINED = 20
"""Characters within which verbs share a negation: "not continued or resumed"."""

NEGATIONS = frozenset({"polarity.assertion", "polarity.implicative", "polarity.lexical"})
"""Rules whose cue stands at the verb that it negates."""


def _of_search(term: Term) -> bool:
    """Say whether a term belongs to the search and not to what was sought: "found", "evidence", "no credible sign"."""
    carriers = tables.concepts()["meta"]["carriers"]
    return FOUND in term.classes or term.concept in carriers or words.root(term.concept) in carriers


def _says(term: Term) -> bool:
    """Say whether a term asserts a fact: a verb, or a phrase that stands for one."""
    if term.concept in tables.light():
        return False
    return term.verb or bool(term.classes and "_" in term.concept)


def _names_a_doing(term: Term) -> bool:
    """Say whether a noun is made of a verb of a known class: "the resumption of"."""
    return bool(
        term.classes and words.root(term.concept) != term.concept and "n" in tables.parts().get(term.concept, "")
    )


def _ungoverned(verbs: Sequence[Term], text: str) -> list[Term]:
    """Leave out the verbs that one before them undoes: in "stopped making" it is the stopping that is said."""
    kept: list[Term] = []
    for verb in verbs:
        governed = text[verb.start : verb.end].endswith("ing") or not verb.verb
        if not (governed and kept and kept[-1].classes & ENDS and verb.start - kept[-1].end < GOVERNS):
            kept.append(verb)
    return kept


def _meta(text: str, found: tuple[Term, ...]) -> tuple[int, tuple[Term, ...]]:
    """Return what the text says of a statement (1 stands, -1 falls, 0 not about one), and the statement's own terms.

    About a statement is a text with a noun for one ("the judgement that …", "the 45-minute claim") and a word for what
    became of it ("substantiated", "withdrawn"); "evidence supports" and the like belong to that frame.
    """
    spec = tables.concepts()["meta"]
    nouns = [term for term in found if term.concept in spec["nouns"]]
    stands = [term for term in found if _any_form(term, spec["affirms"])]
    falls = [term for term in found if _any_form(term, spec["denies"])]
    if not nouns or not (stands or falls) or not _speaks_of(text, nouns[-1]):
        return 0, found
    frame = {*nouns, *stands, *falls, *(term for term in found if term.concept in spec["carriers"])}
    return (1 if stands and not falls else -1), tuple(term for term in found if term not in frame)


def _any_form(term: Term, listed: Sequence[str]) -> bool:
    return term.concept in listed or words.root(term.concept) in listed


SPEAKS_OF = re.compile(r"\s+(?:that|of|about|behind)\b|[\s,]+(?:is|are|was|were|has|have|had)\b")


def _speaks_of(text: str, noun: Term) -> bool:
    """Say whether the noun stands for a statement: it opens a clause, or is the subject of a verdict on it."""
    return SPEAKS_OF.match(text, noun.end) is not None
