"""Do the two name different doers of one event, or give one thing two natures or purposes?"""

import re
from dataclasses import dataclass

from reconcile.detect.pair import Finding, Pair, verdict, words_of
from reconcile.model import Claim, Kind, Relation, Verdict
from reconcile.values import words
from reconcile.values.alignment import Aligned, align, aligned
from reconcile.values.lexicon import tables
from reconcile.values.senses import Sense
from reconcile.values.words import Term

PURPOSE = re.compile(
    r"\b(?:(?:meant|intended|suited|suitable|designed|built|made|used|destined|adapted|fit)\s+(?:for|to|as)"
    r"|belong(?:s|ed)?\s+to|serv(?:es?|ed)\s+as)\s+",
    re.IGNORECASE,
)
"""What opens a statement of what a thing is for or part of: "meant for", "belong to"."""

COPULA = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+", re.IGNORECASE)
"""What may open a statement of what a thing is: "were almost certainly hydrogen generators"."""

EXCLUSIVE = re.compile(r"\b(?:only|solely|nothing\s+else|nothing\s+but|exclusively|not\s+for)\b", re.IGNORECASE)

RIVAL_CONFIDENCE = 0.6
NATURE_CONFIDENCE = 0.55
EXCLUSIVE_BONUS = 0.15


@dataclass(frozen=True, slots=True)
class Nature:
    """What a claim says that a thing is or is for: the thing's words, and the words of its nature."""

    thing: tuple[Term, ...]
    is_a: tuple[Term, ...]
    purpose: bool


def compare(pair: Pair) -> Verdict | None:
    """Hold doers and natures against each other; None where neither claim gives one, or both give the same."""
    if not pair.says_something or not (pair.left.affirms and pair.right.affirms) or pair.unlike_periods:
        return None
    finding = _doers(pair) or _natures(pair)
    return verdict(pair, Kind.ATTRIBUTION, finding) if finding else None


def _doers(pair: Pair) -> Finding | None:
    """Answer where the verbs tell one event as two doings: to expel, to withdraw."""
    found = aligned(pair.left.verbs, pair.right.verb_facets)
    rival = next((verbs for verbs in found if verbs.sense is Sense.RIVAL), None)
    if rival is None or any(verbs.sense >= Sense.NEAR for verbs in found) or not pair.shared:
        return None
    if not pair.one_object(rival):
        return None
    left, right = pair.claims
    said = words_of(left, [rival.left]), words_of(right, [rival.right])
    why = f"One event, two accounts of whose doing it was: {left.asserter} “{said[0]}”, {right.asserter} “{said[1]}”."
    confidence = RIVAL_CONFIDENCE + 0.15 * pair.score
    return Finding(Relation.CONFLICT, "rival-doers", why, confidence, 0.6, None, *pair.marked_with(rival))


def _natures(pair: Pair) -> Finding | None:
    left, right = nature(pair.left.claim), nature(pair.right.claim)
    if left is None or right is None or not _same_thing(left, right):
        return None
    if align(left.is_a, right.is_a) or align(right.is_a, left.is_a):
        return None
    said = _stretch(pair.left.claim, left.is_a), _stretch(pair.right.claim, right.is_a)
    why = f"One thing, two natures: {pair.left.claim.asserter} “{said[0]}”, {pair.right.claim.asserter} “{said[1]}”."
    exclusive = any(EXCLUSIVE.search(claim.text) for claim in pair.claims)
    confidence = NATURE_CONFIDENCE + 0.1 * pair.score + (EXCLUSIVE_BONUS if exclusive else 0.0)
    return Finding(Relation.CONFLICT, "two-natures", why, confidence, 0.6, None, left.is_a, right.is_a)


def nature(claim: Claim) -> Nature | None:
    """Return what the claim says a thing is or is for; None where it only says how it is, or what was done."""
    purpose = PURPOSE.search(claim.text)
    found = purpose or COPULA.search(claim.text)
    if found is None:
        return None
    terms = words.terms(claim.text)
    before = tuple(t for t in terms if t.end <= found.start()) or words.terms(claim.subject)
    after = tuple(t for t in terms if t.start >= found.end() and not (t.number or t.verb))
    if not before or not after or not (purpose or any(map(_names_a_thing, after))):
        return None
    return Nature(before, after, purpose is not None)


def _stretch(claim: Claim, terms: tuple[Term, ...]) -> str:
    """Return what the claim says from the first of some terms to the last."""
    return claim.text[terms[0].start : terms[-1].end]


def _names_a_thing(term: Term) -> bool:
    """Say whether a word is a noun and nothing else: "generators", not "routine" or "expelled"."""
    return tables.parts().get(term.concept) == "n" and not term.classes


def _same_thing(left: Nature, right: Nature) -> bool:
    """Say whether both speak of one thing: a telling noun in common, and a purpose on at least one side."""
    found: tuple[Aligned, ...] = align(left.thing, right.thing)
    common = [a for a in found if not a.left.name and a.left.weight >= 0.5 and a.sense >= Sense.NEAR]
    return bool(common) and (left.purpose or right.purpose)
