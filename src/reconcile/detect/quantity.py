"""Do the two count or measure the same thing, and can both numbers be right?"""

from collections.abc import Iterator

from reconcile.detect.opposition import same_matter
from reconcile.detect.pair import Finding, Pair, verdict
from reconcile.detect.reading import Reading
from reconcile.model import Because, DateRole, Kind, QuantityMention, QuantityRole, Relation, Verdict
from reconcile.values import edtf, quantity, words
from reconcile.values.alignment import align
from reconcile.values.senses import Sense, sense
from reconcile.values.units import UNITS

TOUCH = 0.2
"""Two ranges that share no more of the shorter one than this only touch: 10 to 100 and 100 to 500."""

MATTER = (0.55, 0.33)
"""So much of the one side and of the other has to be in the other before their numbers are of one thing."""

FAR = 10.0
"""The ratio from which two numbers are as far apart as severity tells."""

CUMULATIVE = frozenset({"find", "kill", "die", "injure", "arrest", "increase", "destroy"})
"""Classes of which a count made later may be higher without the earlier one having been wrong."""

PARTIAL = frozenset({"find"})
"""Classes whose count is of what somebody came upon, and never of all that there is."""


def compare(pair: Pair) -> Verdict | None:
    """Hold the quantities against each other; None where either claim gives none, or not of the same thing."""
    if not pair.says_something or not (pair.left.affirms and pair.right.affirms) or not _one_matter(pair):
        return None
    found = [finding for left, right in _counterparts(pair) if (finding := _held(pair, left, right))]
    order = (Relation.CONFLICT, Relation.AGREEMENT, Relation.COMPATIBLE)
    best = min(found, key=lambda finding: order.index(finding.relation), default=None)
    return verdict(pair, Kind.QUANTITY, best) if best else None


def _one_matter(pair: Pair) -> bool:
    """Say whether both speak of one matter: enough in common, and verbs that do not speak of different facts."""
    most, least = sorted((pair.answered, pair.turned.answered), reverse=True)
    unlike = pair.left.verbs and pair.right.verbs and pair.predicate is Sense.NONE and not pair.nominal
    return same_matter(pair) and not unlike and most >= MATTER[0] and least >= MATTER[1]


def _counterparts(pair: Pair) -> Iterator[tuple[QuantityMention, QuantityMention]]:
    """Yield the quantities that count the same; one that finds its equal is held against no other."""
    found = [
        (left, right)
        for left in pair.left.values
        for right in pair.right.values
        if _same_measure(pair, left, right) and _counts_the_same(pair, left, right)
    ]
    equal = [each for each in found if quantity.compare(*each) == "same"]
    yield from equal
    settled = {side for each in equal for side in each}
    yield from (each for each in found if settled.isdisjoint(each))


DIMENSIONS = frozenset("long wide high tall deep thick old heavy broad short far fast".split())
"""Adjectives that say which measure of a thing is given."""


def _same_measure(pair: Pair, left: QuantityMention, right: QuantityMention) -> bool:
    """Say whether two quantities describe a thing in the same respect: not its length and its width."""
    if QuantityRole.ATTRIBUTE not in {left.role, right.role}:
        return True
    said = [DIMENSIONS & set(claim.text.lower().split()) for claim in pair.claims]
    return left.role is right.role and bool(said[0]) and said[0] == said[1]


def _counts_the_same(pair: Pair, left: QuantityMention, right: QuantityMention) -> bool:
    """Say whether both numbers are of the same thing: what is counted answers, whichever way the units are written.

    A measure that does not say of what ("within 45 minutes") is of the claim's own matter, which is the same.
    """
    if quantity.compare(left, right) == "incomparable":
        return False
    ours, theirs = words.terms(left.counted), words.terms(right.counted)
    if not ours or not theirs:
        return bool(left.unit in UNITS and pair.shared)
    return _heads_answer(left, right) and len(align(ours, theirs)) >= (len(ours) + 1) // 2


def _heads_answer(left: QuantityMention, right: QuantityMention) -> bool:
    ours, theirs = words.terms(left.counted)[-1], words.terms(right.counted)[-1]
    return sense(ours.concept, theirs.concept) >= Sense.BROADER


def _held(pair: Pair, left: QuantityMention, right: QuantityMention) -> Finding | None:
    relation = quantity.compare(left, right)
    if relation != "disjoint" and not _only_touch(left, right, relation):
        return _together(pair, left, right, relation)
    return _excused(pair, left, right) or _apart(pair, left, right, relation)


def _said(side: Reading, mention: QuantityMention) -> str:
    """Say a quantity; a number without digits in the claim's own words, with what it was read as."""
    claim = side.claim
    if not mention.vague or not claim.span.contains(mention.span):
        return quantity.say(mention)
    words_used = claim.quote[mention.span.start - claim.span.start : mention.span.end - claim.span.start]
    return f"“{' '.join(words_used.split())}” (read as {quantity.say(mention)})"


def _only_touch(left: QuantityMention, right: QuantityMention, relation: str) -> bool:
    """Say whether two ranges meet only at their ends: what one holds likely the other hardly allows."""
    ranged = all(q.low is not None and q.high is not None and q.low < q.high for q in (left, right))
    return ranged and relation == "overlap" and quantity.overlap_share(left, right) <= TOUCH


def _together(pair: Pair, left: QuantityMention, right: QuantityMention, relation: str) -> Finding:
    said, told = _said(pair.left, left), _said(pair.right, right)
    spans = (left.span,), (right.span,)
    confidence = 0.45 + 0.3 * pair.score
    if relation == "same":
        because = f"{said} and {told} are the same." if said != told else f"Both said {said}."
        return Finding(Relation.AGREEMENT, "same", because, confidence + 0.15, 0.0, None, *spans)
    if left.unit != right.unit and {left.unit, right.unit} <= UNITS.keys():
        if (left.low, left.high) == (right.low, right.high):
            why = f"{said} and {told} may well be the same: a ton is of several sizes."
            return Finding(Relation.AGREEMENT, "same-number", why, confidence, 0.0, None, *spans)
        why = f"{said} and {told} hold together once in one unit."
        return Finding(Relation.COMPATIBLE, "unit", why, confidence, 0.0, Because.UNIT, *spans)
    why = f"{said} and {told} hold together."
    return Finding(Relation.COMPATIBLE, "bounds-hold", why, confidence, 0.0, Because.PRECISION, *spans)


def _excused(pair: Pair, left: QuantityMention, right: QuantityMention) -> Finding | None:
    """Say why two different numbers do not contradict each other, if they need not."""
    spans = (left.span,), (right.span,)
    if periods := pair.unlike_periods:
        why = f"They count in different periods: {periods[0]} and {periods[1]}."
        return Finding(Relation.COMPATIBLE, "period", why, 0.6, 0.0, Because.PERIOD, *spans)
    if _part_of(pair, left, right) or _part_of(pair.turned, right, left):
        why = f"{_said(pair.left, left)} and {_said(pair.right, right)}: one may be a part of the other."
        return Finding(Relation.COMPATIBLE, "partial-count", why, 0.55, 0.0, Because.PARTIAL, *spans)
    if _grew(pair.left, left, pair.right, right) or _grew(pair.right, right, pair.left, left):
        why = f"The count was made again: {_said(pair.left, left)}, {_said(pair.right, right)}."
        return Finding(Relation.COMPATIBLE, "running-count", why, 0.55, 0.0, Because.SUPERSEDED, *spans)
    return None


def _part_of(pair: Pair, left: QuantityMention, right: QuantityMention) -> bool:
    """Say whether the left, smaller count may be of a kind of what the right counts, or of what was found of it."""
    if left.unit in UNITS or not _smaller(left, right):
        return False
    found = any(verb.classes & PARTIAL for verb in pair.left.verbs)
    ours, theirs = words.terms(left.counted), words.terms(right.counted)
    narrower = any(sense(a.concept, b.concept) is Sense.NARROWER for a in ours for b in theirs)
    return found or narrower or len(ours) > len(theirs)


def _smaller(left: QuantityMention, right: QuantityMention) -> bool:
    return left.high is not None and (right.low is None or left.high < right.low or right.high is None)


def _grew(before: Reading, first: QuantityMention, after: Reading, second: QuantityMention) -> bool:
    """Say whether the second is a later and higher running count of the same."""
    counts = all(any(verb.classes & CUMULATIVE for verb in side.verbs) for side in (before, after))
    if not counts or not _smaller(first, second):
        return False
    early, late = _said_on(before), _said_on(after)
    return bool(early and late and early < late)


def _said_on(side: Reading) -> str:
    """Return the first day of the date that the claim was made on, ISO 8601, or empty."""
    told = [edtf.parse(date.edtf).lower for date in side.claim.dates if date.role is DateRole.REPORT]
    return told[0].isoformat() if told and told[0] else ""


def _apart(pair: Pair, left: QuantityMention, right: QuantityMention, relation: str) -> Finding:
    said, told = _said(pair.left, left), _said(pair.right, right)
    how = "meet at an end only" if relation == "overlap" else "exclude each other"
    why = f"{pair.left.claim.asserter} gave {said}, {pair.right.claim.asserter} {told}: they {how}."
    level = min(1.0, max(pair.answered, pair.turned.answered))
    confidence = 0.35 + 0.3 * level + 0.25 * pair.score - (0.15 if relation == "overlap" else 0.0)
    far = min(FAR, quantity.ratio(left, right) or 1.0) / FAR
    rule = "ranges-touch" if relation == "overlap" else "disjoint"
    return Finding(Relation.CONFLICT, rule, why, confidence, 0.4 + 0.5 * far, None, (left.span,), (right.span,))
