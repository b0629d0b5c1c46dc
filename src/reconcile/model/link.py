"""Links between claims about the same thing, and the topics that they make."""

from collections.abc import Mapping
from dataclasses import dataclass

from reconcile.model.identity import identifier


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims about the same thing: how sure, and what made it.

    ``left`` and ``right`` are claim identifiers with ``left < right``; ``score`` runs from 0 to 1;
    ``features`` are the values it was made from, by name.
    """

    left: str
    right: str
    score: float
    features: Mapping[str, float]

    @property
    def id(self) -> str:
        """The link's identifier: the two claims'."""
        return identifier("link", self.left, self.right)


@dataclass(frozen=True, slots=True)
class Topic:
    """One matter on which sources speak: a cluster of linked claims.

    ``id`` follows from its oldest member, so that it outlives new members; ``label`` is words that its members share.
    """

    id: str
    label: str
    members: tuple[str, ...]
