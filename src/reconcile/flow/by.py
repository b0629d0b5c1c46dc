"""Who does something and when: what a door knows and the use cases are told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class By:
    """The person as they name themselves, and the moment in ISO 8601, UTC. Both go into the ledger."""

    actor: str
    at: str
