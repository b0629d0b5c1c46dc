"""Links in columns: analysis holds all of them at once, and as objects they would be most of its memory."""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from sys import intern
from types import MappingProxyType

from reconcile.model import Link

NOTHING: Mapping[str, float] = MappingProxyType({})
"""The features of a light link, shared by all of them."""


class Bundle:
    """Links that are made anew each time one goes through them: some 100 bytes each, where an object takes 700."""

    def __init__(self, links: Iterable[Link] = ()) -> None:
        self._ends: list[tuple[str, str]] = []
        self._names: list[tuple[str, ...]] = []
        self._values = array("d")
        known: dict[tuple[str, ...], tuple[str, ...]] = {}
        for link in links:
            self._ends.append((intern(link.left), intern(link.right)))
            names = tuple(link.features)
            self._names.append(known.setdefault(names, names))
            self._values.append(link.score)
            self._values.extend(link.features.values())

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._ends)

    def light(self) -> Iterator[Link]:
        """Yield the links without features: for what sorts them all, and so holds them all."""
        place = 0
        for (left, right), names in zip(self._ends, self._names, strict=True):
            yield Link(left, right, self._values[place], NOTHING)
            place += 1 + len(names)

    def __iter__(self) -> Iterator[Link]:
        """Yield the links in the order they came."""
        place = 0
        for (left, right), names in zip(self._ends, self._names, strict=True):
            end = place + 1 + len(names)
            score, *values = self._values[place:end]
            yield Link(left, right, score, dict(zip(names, values, strict=True)))
            place = end
