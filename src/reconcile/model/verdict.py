"""What a detector says of a link."""

from dataclasses import dataclass
from enum import StrEnum

from reconcile.model.identity import identifier
from reconcile.model.span import Span


class Kind(StrEnum):
    """The kinds of disagreement, one detector each."""

    POLARITY = "polarity"
    QUANTITY = "quantity"
    DATE = "date"
    STATUS = "status"
    ATTRIBUTION = "attribution"
    LOCATION = "location"


class Relation(StrEnum):
    """How two linked claims stand to each other."""

    CONFLICT = "conflict"
    AGREEMENT = "agreement"
    COMPATIBLE = "compatible"


class Because(StrEnum):
    """Why two claims that differ do not conflict."""

    PERIOD = "different period"
    SCOPE = "different scope"
    UNIT = "different unit"
    PRECISION = "precision only"
    HEDGE = "hedge only"
    PARTIAL = "partial count"
    ORIGIN = "same origin"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One detector's answer on one pair of claims.

    ``left`` and ``right`` are claim identifiers with ``left < right``. ``left_marks`` and ``right_marks`` are the
    aligned spans in the two documents: the words that clash, or that were held against each other.
    ``why`` is one sentence. ``rule`` is stable ("quantity.disjoint"), ``version`` counts its changes.
    ``confidence`` is the probability that a careful reader agrees; ``severity`` is how much hangs on it; both 0 to 1.
    """

    kind: Kind
    relation: Relation
    left: str
    right: str
    left_marks: tuple[Span, ...]
    right_marks: tuple[Span, ...]
    why: str
    rule: str
    version: int
    confidence: float
    severity: float = 0.0
    because: Because | None = None

    @property
    def id(self) -> str:
        """The verdict's identifier: its kind and the two claims."""
        return identifier("verdict", self.kind, self.left, self.right)
