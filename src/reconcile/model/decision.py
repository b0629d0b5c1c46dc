"""What people decided, and where that leaves a conflict."""

from dataclasses import dataclass
from enum import StrEnum


class Verb(StrEnum):
    """What a person can do to a conflict."""

    RESOLVE = "resolve"
    DISMISS = "dismiss"
    REOPEN = "reopen"
    COMMENT = "comment"
    ASSIGN = "assign"


class Verdict(StrEnum):
    """What a person found: the closed list. Imported elsewhere as ``Ruling``."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both with scope"
    NEITHER = "neither"
    NOT_A_CONFLICT = "not a conflict"
    EXTRACTION_WRONG = "extraction wrong"
    MATCH_WRONG = "match wrong"
    SUPERSEDED = "superseded"
    UNRESOLVABLE = "unresolvable"


class Status(StrEnum):
    """Where a conflict stands."""

    OPEN = "open"
    UNDER_REVIEW = "under review"
    RESOLVED = "resolved"
    DISMISSED = "dismissed"
    SUSPECT = "suspect"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person did to one conflict: who, when, why, on which reading.

    ``number`` is its number in the ledger, 0 while it is only proposed. ``at`` is ISO 8601 in UTC. ``seen`` is the
    ledger number of the last decision on this conflict that its author had seen (0: none). ``reading`` is the digest
    of the two claims and the verdict as they stood. ``likelihood`` is an ICD 203 term, ``confidence`` high, moderate
    or low: two fields, never one. ``rationale`` is None where it was withheld.
    """

    conflict: str
    verb: Verb
    actor: str
    at: str
    rationale: str | None
    seen: int
    reading: str
    verdict: Verdict | None = None
    likelihood: str = ""
    confidence: str = ""
    assignee: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a conflict stands: the fold of its decisions. Derived, stored nowhere.

    ``number`` is the ledger number of the last decision, ``ruled`` of the last one that was no mere comment.
    """

    status: Status = Status.OPEN
    verdict: Verdict | None = None
    rationale: str | None = ""
    actor: str = ""
    at: str = ""
    assignee: str = ""
    likelihood: str = ""
    confidence: str = ""
    number: int = 0
    ruled: int = 0
    reading: str = ""
    comments: int = 0
