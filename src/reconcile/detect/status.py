"""Do the two put the same thing into states that exclude each other, or does one withdraw what the other states?"""

from datetime import date

from reconcile.detect.opposition import answer, opposite_states, same_matter
from reconcile.detect.pair import Finding, Pair, verdict, words_of
from reconcile.detect.reading import Reading
from reconcile.model import Because, Kind, Relation, Verdict
from reconcile.values import edtf
from reconcile.values.alignment import Aligned
from reconcile.values.units import UNITS

LASTING = frozenset({"destroy", "stop", "die", "kill", "dead"})
"""Classes that settle the matter from then on: what was destroyed in 1991 is not held in 2002."""


def compare(pair: Pair) -> Verdict | None:
    """Hold states against each other; None where neither excludes the other."""
    if not pair.says_something or pair.nominal:
        return None
    finding = answer(pair) if pair.withdrawn else _excluded(pair)
    return verdict(pair, Kind.STATUS, finding) if finding else None


def _excluded(pair: Pair) -> Finding | None:
    clash = opposite_states(pair)
    if clash is None or not (pair.left.affirms and pair.right.affirms) or not _same_thing(pair, clash):
        return None
    said = (words_of(pair.left.claim, [clash.left]), words_of(pair.right.claim, [clash.right]))
    spans = pair.marked_with(clash)
    if _in_turn(pair, clash):
        why = f"One state may have followed the other: “{said[0]}”, “{said[1]}”."
        return Finding(Relation.COMPATIBLE, "states-in-turn", why, 0.6, 0.0, Because.SUPERSEDED, *spans)
    why = f"{pair.left.claim.asserter} said “{said[0]}”, {pair.right.claim.asserter} “{said[1]}”, of the same."
    confidence = 0.4 + 0.25 * min(pair.answered, pair.turned.answered) + 0.2 * pair.score
    return Finding(Relation.CONFLICT, "states-exclude", why, confidence, 0.7, None, *spans)


MATTER = (0.7, 0.6)
"""So much of the one side and of the other has to be in the other: two states are of one thing."""


def _same_thing(pair: Pair, clash: Aligned) -> bool:
    """Say whether the states are of one thing: much in common, and neither counts a part that it happened to."""
    shares = pair.share_without(clash.left), pair.turned.share_without(clash.right)
    most, least = sorted(shares, reverse=True)
    counted = any(quantity.unit not in UNITS for side in (pair.left, pair.right) for quantity in side.values)
    return same_matter(pair) and pair.one_object(clash) and not counted and most >= MATTER[0] and least >= MATTER[1]


def _in_turn(pair: Pair, clash: Aligned) -> bool:
    """Say whether the states fit one after the other: the lasting one later, or none lasts and the periods differ."""
    sides = ((clash.left, pair.left, pair.right), (clash.right, pair.right, pair.left))
    for verb, settled, other in sides:
        if verb.classes & LASTING:
            begin, end = _first_day(settled), _last_day(other)
            return bool(begin and end and begin >= end)
    return pair.unlike_periods is not None


def _first_day(side: Reading) -> date | None:
    days = [edtf.parse(when.edtf).lower for when in side.times]
    return days[0] if days else None


def _last_day(side: Reading) -> date | None:
    """Return the last day that a claim speaks of: of the event, else of the report, which tells of no later one."""
    days = [edtf.parse(when.edtf).upper for when in side.times or side.claim.dates]
    return days[0] if days else None
