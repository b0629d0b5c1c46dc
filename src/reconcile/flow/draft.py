"""What a person wants to do to a conflict, before it is looked at."""

from dataclasses import dataclass

from reconcile.model import Ruling, Status, Verb

SETTLED = (Status.RESOLVED, Status.DISMISSED)
"""Where a conflict stands when nobody has to look at it any more."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person wants to do. ``conflict`` is an identifier or the beginning of one.

    ``seen`` is the ledger number that they saw the conflict at, None to decide on it as it is now.
    """

    conflict: str
    verb: Verb
    rationale: str = ""
    verdict: Ruling | None = None
    likelihood: str = ""
    confidence: str = ""
    assignee: str = ""
    seen: int | None = None
