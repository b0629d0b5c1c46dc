"""All detectors over all links, and one conflict a pair."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from reconcile.detect import attribution, date, location, polarity, quantity, status
from reconcile.detect.pair import Pair
from reconcile.detect.reading import Reading, read
from reconcile.model import Claim, Kind, Link, Relation, Verdict
from reconcile.values.vocabulary import EMPTY, Vocabulary

Detector = Callable[[Pair], Verdict | None]

DETECTORS: Mapping[Kind, Detector] = {
    Kind.POLARITY: polarity.compare,
    Kind.STATUS: status.compare,
    Kind.QUANTITY: quantity.compare,
    Kind.DATE: date.compare,
    Kind.ATTRIBUTION: attribution.compare,
    Kind.LOCATION: location.compare,
}
"""A detector is a question put to a pair, with one sentence for an answer."""


def verdicts(
    links: Iterable[Link],
    claims: Mapping[str, Claim],
    detectors: Mapping[Kind, Detector] = DETECTORS,
    vocabulary: Vocabulary = EMPTY,
) -> Iterator[Verdict]:
    """Yield what the detectors say of each link, in the order of the links; ``claims`` by identifier."""
    readings: dict[str, Reading] = {}

    def reading(claim: str) -> Reading:
        return readings.get(claim) or readings.setdefault(claim, read(claims[claim], vocabulary))

    for link in links:
        pair = Pair(reading(link.left), reading(link.right), link.score)
        yield from arbitrate([found for compare in detectors.values() if (found := compare(pair))])


def arbitrate(found: Sequence[Verdict]) -> Iterator[Verdict]:
    """Yield the verdicts on one pair that stand together.

    Two claims have at most one conflict, the surest; and where they conflict in anything they do not agree, though
    what is compatible in them stays worth knowing.
    """
    conflicts = [verdict for verdict in found if verdict.relation is Relation.CONFLICT]
    if conflicts:
        yield max(conflicts, key=lambda verdict: verdict.confidence)
        yield from (verdict for verdict in found if verdict.relation is Relation.COMPATIBLE)
    else:
        yield from found
