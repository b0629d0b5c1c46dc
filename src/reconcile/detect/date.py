"""Do the two date the same event differently?"""

from reconcile.detect.opposition import same_matter
from reconcile.detect.pair import Finding, Pair, verdict
from reconcile.model import Because, DateMention, DateRole, Kind, Relation, Verdict
from reconcile.values import edtf
from reconcile.values.senses import Sense

ONE_EVENT = 0.75
"""So much of each side has to be in the other before two dates are dates of one event."""

GENERATION = 30 * 365
"""Days apart from which two dates are more likely of two namesakes than a slip: a slip is a digit or a decade."""


def compare(pair: Pair) -> Verdict | None:
    """Hold event dates against each other; None where either gives none or several, or the events may differ."""
    if not pair.says_something or not (pair.left.affirms and pair.right.affirms):
        return None
    left, right = _dated(pair.left.times), _dated(pair.right.times)
    if left is None or right is None:
        return None
    if DateRole.EVENT is left.role is right.role:
        finding = _finding(pair, left, right) if _one_event(pair) else None
    else:
        finding = _bounded(pair, left, right)
    return verdict(pair, Kind.DATE, finding) if finding else None


def _dated(dates: tuple[DateMention, ...]) -> DateMention | None:
    """Return the one date that says when, or before or since when; None where there are several."""
    return dates[0] if len(dates) == 1 else None


def _bounded(pair: Pair, left: DateMention, right: DateMention) -> Finding | None:
    """Answer where both give the same bound for the same doing: "made before 1991". Other bounds may all hold."""
    alike = pair.verbs and pair.verbs.sense >= Sense.NEAR and pair.shared and same_matter(pair)
    if not alike or left.role is not right.role or left.edtf != right.edtf:
        return None
    return Finding(
        Relation.AGREEMENT,
        "same-bound",
        "Both give the same limit in time.",
        0.5,
        0.0,
        None,
        (left.span,),
        (right.span,),
    )


STATES = frozenset({"possess", "operate", "continue", "seek", "support", "oppose", "present", "absent", "ready"})
"""Classes of what lasts: that it was so in 1990 does not contradict that it was so in 2005."""


def _one_event(pair: Pair) -> bool:
    level = min(pair.answered, pair.turned.answered)
    happened = pair.verbs and pair.verbs.sense >= Sense.NEAR and not pair.verbs.left.classes & STATES
    return bool(happened) and level >= ONE_EVENT and same_matter(pair)


def _finding(pair: Pair, left: DateMention, right: DateMention) -> Finding | None:
    a, b = edtf.parse(left.edtf), edtf.parse(right.edtf)
    said, told = edtf.say(a), edtf.say(b)
    spans = (left.span,), (right.span,)
    relation = edtf.relation(a, b)
    if relation == "same":
        return Finding(Relation.AGREEMENT, "same-date", f"Both said {said}.", 0.7, 0.0, None, *spans)
    if relation != "disjoint":
        why = f"{said} and {told} hold together; one is the more precise."
        return Finding(Relation.COMPATIBLE, "granularity", why, 0.8, 0.0, Because.PRECISION, *spans)
    if edtf.gap(a, b) > GENERATION:
        why = f"{said} and {told} lie a generation apart: perhaps two of one name."
        return Finding(Relation.COMPATIBLE, "namesakes", why, 0.5, 0.0, Because.SCOPE, *spans)
    why = f"{pair.left.claim.asserter} said {said}, {pair.right.claim.asserter} {told}."
    return Finding(Relation.CONFLICT, "dates-exclude", why, 0.5 + 0.3 * pair.score, 0.5, None, *spans)
