"""Whether one claim denies what the other affirms, or both speak alike: what polarity and status have in common."""

import re
from collections.abc import Iterable
from dataclasses import replace

from rapidfuzz import fuzz

from reconcile.detect.pair import Finding, Pair, shortened, words_of
from reconcile.model import AUTHOR_UNSPECIFIED, Because, Cue, Modality, PolarityKind, Relation, Span
from reconcile.values.alignment import Aligned, align
from reconcile.values.lexicon import tables
from reconcile.values.senses import Sense
from reconcile.values.words import Term

MET = 0.6
"""Of what a denial speaks of, so much weight has to answer in the affirmation: else it denies something else."""

ENOUGH = 0.6
"""A denial with less content than a telling word denies nothing in particular: "it was not so"."""

POINTING = re.compile(r"(?:this|that|these|those|such|it)\b", re.IGNORECASE)
"""How a denied phrase begins that only points to what was said before: "this argument"."""

FAINT = 0.5
"""Of an affirmation so much has to be in the denial: else it speaks mainly of something else."""

FAINT_META = 0.3
"""The same where a statement is withdrawn, which is named by a word or two: "the 45-minute claim"."""

ALIKE = 0.6
ALIKE_LEAST = 0.45
"""Two claims of one parity agree where so much of the one, and at least so much of the other, is in the other."""

DENIED = {Sense.SAME: 1.0, Sense.NEAR: 0.95, Sense.BROADER: 0.9, Sense.ENTAILED: 0.85}
"""How surely denying the one fact contradicts the other, by how the denied fact stands to the affirmed one.

To deny the broader fact, or one that the other presupposes, is to deny the other; to deny a narrower one is not.
"""

WEAKER = {PolarityKind.EVIDENTIAL: 0.8, PolarityKind.LEXICAL: 0.9, PolarityKind.IMPLICATIVE: 0.95}
"""What is left of a denial's force: that no evidence was found says less than that there was nothing."""


def answer(pair: Pair) -> Finding | None:
    """Hold what each side affirms or denies against the other's: alike where they have one parity, else opposed."""
    return alike(pair) if pair.left.affirms == pair.right.affirms else opposed(pair)


def opposed(pair: Pair) -> Finding | None:
    """Answer for a pair of which one side affirms and the other denies; None where they speak of different things."""
    turned = pair.left.affirms
    oriented = pair.turned if turned else pair
    finding = _denied(oriented)
    return _swapped(finding) if finding and turned else finding


def _denied(pair: Pair) -> Finding | None:
    """Answer where the left denies and the right affirms."""
    if not same_matter(pair) or pair.predicate not in {*DENIED, Sense.OPPOSITE, Sense.ENTAILS, Sense.NARROWER}:
        return None
    if pair.verbs and not pair.one_object(pair.verbs):
        return None
    if POINTING.match(pair.left.claim.text) and not pair.left.verbs:
        return None
    if _content(pair.left.things) < ENOUGH or pair.turned.answered < (FAINT_META if pair.withdrawn else FAINT):
        return None
    if pair.predicate is Sense.OPPOSITE:
        left, right = pair.claims
        why = f"What {left.asserter} denied is the opposite of what {right.asserter} said: “{shortened(right.text)}”."
        return _marked(pair, Finding(Relation.AGREEMENT, "opposite-denied", why, 0.6))
    return _compatible(pair) or _contradiction(pair)


def _content(terms: Iterable[Term]) -> float:
    """Return how much some terms say, names aside."""
    return sum(term.weight for term in terms if not term.name)


def _compatible(pair: Pair) -> Finding | None:
    """Say why the denial does not meet the affirmation, if it does not."""
    if periods := pair.unlike_periods:
        why = f"They speak of different periods: {periods[0]} and {periods[1]}."
        return _because(pair, Because.PERIOD, "period", why)
    if pair.right.claim.modality is Modality.FUTURE and pair.left.claim.modality is not Modality.FUTURE:
        return _because(pair, Because.HEDGE, "not-yet", "What is intended or foretold has not been done by that.")
    if pair.right.ability and not (pair.left.ability or pair.left.meta):
        return _because(pair, Because.SCOPE, "ability", "To be able to do it is not to have done it.")
    if pair.left.evidential and pair.right.claim.asserter == AUTHOR_UNSPECIFIED:
        return _because(
            pair, Because.HEDGE, "hearsay", "That somebody unnamed thought so is no finding against another."
        )
    if pair.predicate not in DENIED:
        return _because(pair, Because.SCOPE, "weaker-fact", _say(pair, "denied something that goes further than what"))
    narrower = [found.left for found in pair.things if found.sense is Sense.NARROWER and not found.left.name]
    unmet = [term for term in pair.unanswered if not term.name]
    if pair.answered < MET or narrower or any(map(_restricts, unmet)):
        told = words_of(pair.left.claim, [*narrower, *unmet])
        return _because(pair, Because.SCOPE, "narrower-denial", f"The denial is only of “{told}”.") if told else None
    if pair.hedged and pair.left.evidential:
        return _because(
            pair, Because.HEDGE, "hedge", "That it may be, and that no evidence was found, are both possible."
        )
    return None


def _restricts(term: Term) -> bool:
    """Say whether a word narrows what is denied: who held no intact weapons may have held remnants."""
    return "a" in tables.parts().get(term.concept, "")


def _contradiction(pair: Pair) -> Finding:
    kind = pair.left.claim.polarity_kind
    force = DENIED[pair.predicate] * WEAKER.get(kind or PolarityKind.ASSERTION, 1.0)
    found = "withdrew" if pair.left.meta < 0 else "found no evidence of" if pair.left.evidential else "denied"
    rule = f"{kind or 'reversed'}-against-affirmation"
    confidence = force * (0.55 + 0.25 * min(1.0, pair.answered) + 0.15 * pair.score)
    why = _say(pair, f"{found} what")
    return _marked(pair, Finding(Relation.CONFLICT, rule, why, confidence, 0.45 + 0.45 * force))


AFFIRMED = frozenset({Sense.SAME, Sense.NEAR})
DENIED_BOTH = AFFIRMED | {Sense.ENTAILS, Sense.ENTAILED}
"""How the facts of two agreeing claims stand to each other: two denials may deny it at different lengths."""


def alike(pair: Pair) -> Finding | None:
    """Answer for a pair of one parity: agreement where verbs and things answer both ways; None else."""
    if not same_matter(pair) or pair.predicate not in (AFFIRMED if pair.left.affirms else DENIED_BOTH):
        return None
    if not all(claim.complete for claim in pair.claims) or opposite_things(pair) or opposite_states(pair):
        return None
    if pair.left.ability != pair.right.ability:
        return None
    level = min(pair.answered, pair.turned.answered)
    if max(pair.answered, pair.turned.answered) < ALIKE or level < ALIKE_LEAST or pair.unlike_periods:
        return None
    if origin := _one_origin(pair):
        return _because(pair, Because.ORIGIN, "one-origin", origin)
    left, right = pair.claims
    why = f"{left.asserter} and {right.asserter} said the same: “{shortened(right.text)}”."
    return _marked(pair, Finding(Relation.AGREEMENT, "same-parity", why, 0.35 + 0.4 * level + 0.2 * pair.score))


COPIED = 95.0
"""RapidFuzz ratio from which two quotes are one text: a comma or a spelling apart."""

COPIED_LENGTH = 40
"""Characters from which a quote is too long to be the same by chance."""


def _one_origin(pair: Pair) -> str:
    """Say why two claims that say the same are not two witnesses, if they may be one; empty where they are two."""
    left, right = pair.claims
    if left.document == right.document:
        return ""
    if left.asserter == right.asserter and len(left.asserters) > 1 and len(right.asserters) > 1:
        return f"Both documents report one asserter, {left.asserter}: that counts once."
    if min(len(left.text), len(right.text)) >= COPIED_LENGTH and fuzz.ratio(left.text, right.text) >= COPIED:
        return "Both documents have the same words: one may be a copy of the other, and that counts once."
    return ""


def opposite_states(pair: Pair) -> Aligned | None:
    """Return two words that put the thing into states that exclude each other, unless the verbs also say the same."""
    found = align(pair.left.states, pair.right.states)
    opposite = next((states for states in found if states.sense is Sense.OPPOSITE), None)
    if opposite and opposite.left.verb and any(s.sense >= Sense.NEAR for s in found if s.left.verb):
        return None
    return opposite


def opposite_things(pair: Pair) -> bool:
    """Say whether the sides speak of opposites: men and women."""
    return any(found.sense is Sense.OPPOSITE for found in pair.things)


def same_matter(pair: Pair) -> bool:
    """Say whether the two are about one matter: a telling thing in common, and no names that exclude each other."""
    if not pair.shared and not (pair.verbs and pair.verbs.sense >= Sense.NEAR and _common_name(pair)):
        return False
    return not _other_names(pair) and not _other_numbers(pair)


def _other_numbers(pair: Pair) -> bool:
    """Say whether both speak of one sort of thing by number, and of different ones: category 4 and category 5."""
    ours, theirs = pair.left.numbered, pair.right.numbered
    return any(not numbers & theirs[noun] for noun, numbers in ours.items() if noun in theirs)


def _common_name(pair: Pair) -> bool:
    return any(found.left.name for found in pair.things)


def _other_names(pair: Pair) -> bool:
    """Say whether each side names somebody or something, and nothing named on one is named on the other."""
    ours = [term for term in pair.left.things if term.name]
    theirs = [term for term in pair.right.things if term.name]
    answered = any(found.left.name and found.right.name for found in (*pair.things, *pair.turned.things))
    return bool(ours and theirs and not answered)


def _because(pair: Pair, because: Because, rule: str, why: str) -> Finding:
    return _marked(pair, Finding(Relation.COMPATIBLE, rule, why, 0.5 + 0.3 * pair.score, because=because))


def _say(pair: Pair, does: str) -> str:
    left, right = pair.claims
    return f"{left.asserter} {does} {right.asserter} affirmed: “{shortened(right.text)}”."


def _marked(pair: Pair, finding: Finding) -> Finding:
    """Add what to mark: the verbs, the negation, and the things in common."""
    shared = [found for found in pair.shared if found.right in pair.right.terms]
    left: tuple[Term | Span, ...] = (
        *_negation(pair.left.claim.cues),
        *pair.left.frame,
        *(found.left for found in shared),
    )
    right: tuple[Term | Span, ...] = (
        *_negation(pair.right.claim.cues),
        *pair.right.frame,
        *(found.right for found in shared),
    )
    if pair.verbs:
        left, right = (pair.verbs.left, *left), (pair.verbs.right, *right)
    return replace(finding, left=left, right=right)


def _negation(cues: Iterable[Cue]) -> list[Span]:
    return [cue.span for cue in cues if cue.rule.startswith("polarity.")]


def _swapped(finding: Finding) -> Finding:
    return replace(finding, left=finding.right, right=finding.left)
