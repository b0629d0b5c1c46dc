"""Do the two put the same thing in places that exclude each other?"""

from reconcile.detect.opposition import same_matter
from reconcile.detect.pair import Finding, Pair, verdict
from reconcile.model import Because, Kind, PlaceMention, Relation, Verdict
from reconcile.values import place
from reconcile.values.senses import Sense

ONE_PLACE = frozenset({"born", "die", "kill", "collapse", "marry", "arrest"})
"""Classes of events that happen in one place: who was born in Paris was not born in Lyon."""


def compare(pair: Pair) -> Verdict | None:
    """Hold places against each other; None where they cannot be compared, or the thing is not the same."""
    if not pair.says_something or not (pair.left.affirms and pair.right.affirms):
        return None
    finding = _bearings(pair) or _places(pair)
    return verdict(pair, Kind.LOCATION, finding) if finding else None


def _bearings(pair: Pair) -> Finding | None:
    """Answer where both give a bearing from the same place, and the thing that lies there is one thing."""
    for left in pair.left.claim.places:
        for right in pair.right.claim.places:
            if left.bearing and right.bearing and left.name == right.name and _one_thing(pair, left, right):
                return _finding(pair, left, right)
    return None


def _one_thing(pair: Pair, left: PlaceMention, right: PlaceMention) -> bool:
    """Say whether something besides the place itself is named on both sides, and no other name stands against it."""
    here = {left.name.lower(), right.name.lower()}
    names = [found for found in pair.things if found.left.name and found.left.concept not in here]
    nouns = [found for found in pair.shared if found.sense >= Sense.NEAR]
    return bool(names or nouns) and same_matter(pair)


def _places(pair: Pair) -> Finding | None:
    """Answer where both tell of an event that happens in one place, and each names one."""
    verbs = pair.verbs
    if verbs is None or verbs.sense < Sense.NEAR or not verbs.left.classes & ONE_PLACE or not same_matter(pair):
        return None
    left, right = pair.left.claim.places, pair.right.claim.places
    if len(left) != 1 or len(right) != 1 or left[0].bearing or right[0].bearing:
        return None
    return _finding(pair, left[0], right[0])


def _finding(pair: Pair, left: PlaceMention, right: PlaceMention) -> Finding | None:
    relation = place.relation(left, right)
    said = f"{left.bearing} of {left.name}" if left.bearing else left.name
    told = f"{right.bearing} of {right.name}" if right.bearing else right.name
    spans = (left.span,), (right.span,)
    if relation == "same":
        return Finding(Relation.AGREEMENT, "same-place", f"Both said {said}.", 0.6, 0.0, None, *spans)
    if relation in {"within", "contains"}:
        why = f"One place lies in the other: {said} and {told}."
        return Finding(Relation.COMPATIBLE, "containment", why, 0.7, 0.0, Because.PRECISION, *spans)
    if relation != "apart":
        return None
    why = f"{pair.left.claim.asserter} said {said}, {pair.right.claim.asserter} {told}."
    return Finding(Relation.CONFLICT, "places-exclude", why, 0.55 + 0.2 * pair.score, 0.5, None, *spans)
