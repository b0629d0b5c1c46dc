"""Does one side deny what the other affirms?"""

from reconcile.detect.opposition import answer
from reconcile.detect.pair import Pair, verdict
from reconcile.model import Kind, Verdict


def compare(pair: Pair) -> Verdict | None:
    """Hold affirmation against denial; None where nothing is said, or not of the same."""
    if not pair.says_something or pair.withdrawn or pair.nominal:
        return None
    finding = answer(pair)
    return verdict(pair, Kind.POLARITY, finding) if finding else None
