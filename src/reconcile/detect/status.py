"""Do the two put the same thing into states that exclude each other, or does one withdraw what the other states?"""

from reconcile.detect.opposition import alike, opposed, same_matter
from reconcile.detect.pair import Finding, Pair, verdict, words_of
from reconcile.model import Because, Kind, Relation, Verdict
from reconcile.values import edtf
from reconcile.values.alignment import Aligned, align
from reconcile.values.words import Sense

LASTING = frozenset({"destroy", "stop", "die", "kill", "dead"})
"""Classes that settle the matter from then on: what was destroyed in 1991 is not held in 2002."""


def compare(pair: Pair) -> Verdict | None:
    """Hold states against each other; None where neither excludes the other."""
    if not pair.says_something:
        return None
    if pair.left.meta or pair.right.meta:
        finding = alike(pair) if pair.left.affirms == pair.right.affirms else opposed(pair)
    else:
        finding = _excluded(pair)
    return verdict(pair, Kind.STATUS, finding) if finding else None


def _excluded(pair: Pair) -> Finding | None:
    clash = _clash(pair)
    if clash is None or not (pair.left.affirms and pair.right.affirms) or not same_matter(pair):
        return None
    said = (words_of(pair.left.claim, [clash.left]), words_of(pair.right.claim, [clash.right]))
    things = tuple(found.left for found in pair.shared), tuple(found.right for found in pair.shared)
    spans = ((clash.left, *things[0]), (clash.right, *things[1]))
    if (periods := pair.unlike_periods) and not _settled_before(pair, clash):
        why = f"One state followed the other: “{said[0]}” ({periods[0]}), “{said[1]}” ({periods[1]})."
        return Finding(Relation.COMPATIBLE, "states-in-turn", why, 0.6, 0.0, Because.SUPERSEDED, *spans)
    why = f"{pair.left.claim.asserter} says “{said[0]}”, {pair.right.claim.asserter} says “{said[1]}” of the same."
    confidence = 0.4 + 0.25 * min(pair.answered, pair.turned.answered) + 0.2 * pair.score
    return Finding(Relation.CONFLICT, "states-exclude", why, confidence, 0.7, None, *spans)


def _clash(pair: Pair) -> Aligned | None:
    """Return the pair of verbs that exclude each other, unless the two also say the same of it."""
    found = align(pair.left.verbs, pair.right.verbs)
    if any(verbs.sense >= Sense.NEAR for verbs in found):
        return None
    return next((verbs for verbs in found if verbs.sense is Sense.OPPOSITE), None)


def _settled_before(pair: Pair, clash: Aligned) -> bool:
    """Say whether the lasting state came first, so that the other, later one contradicts it."""
    sides = ((clash.left, pair.left, pair.right), (clash.right, pair.right, pair.left))
    for verb, settled, other in sides:
        if verb.classes & LASTING and settled.times and other.times:
            end, begin = edtf.parse(settled.times[0].edtf).upper, edtf.parse(other.times[0].edtf).lower
            if end and begin and end < begin:
                return True
    return False
