"""Places: bearings, what lies in what, and whether two places can be the same.

The gazetteer, ``lexicon/places.tsv`` beside this module, is our own: country, capital, large city, continent, state;
names and containment only, no coordinates.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, Protocol

Relation = Literal["same", "within", "contains", "apart", "unknown"]
Bearings = Literal["same", "compatible", "differ", "unknown"]

COMPASS: tuple[str, ...] = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
"""The eight winds, clockwise, 45 degrees apart."""

NEIGHBOURS = 1
"""Steps of 45 degrees by which two bearings may differ and both be right: north-west is loosely north."""

CENTRE = "centre"
"""The bearing of "central Iraq"."""


class Located(Protocol):
    """What this module asks of a place. ``model.PlaceMention`` is one, and so is ``Place``."""

    @property
    def name(self) -> str:
        """The place, or the one that the bearing is given from."""
        ...

    @property
    def bearing(self) -> str:
        """A word of ``COMPASS``, "centre", or empty."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """A place that stands nowhere in a text."""

    name: str
    bearing: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the gazetteer: ``within`` is the name of what it lies in, empty for a continent."""

    name: str
    kind: str
    within: str
    aliases: tuple[str, ...] = ()


@cache
def gazetteer() -> Mapping[str, Entry]:
    """Return the places by name and by alias, folded as ``folded`` does."""
    found: dict[str, Entry] = {}
    for entry in _rows():
        for name in (entry.name, *entry.aliases):
            found.setdefault(folded(name), entry)
    return found


def _rows() -> Iterator[Entry]:
    text = files("reconcile.values").joinpath("lexicon/places.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, kind, within, aliases = [*line.split("\t"), "", "", ""][:4]
            yield Entry(name, kind, within, tuple(filter(None, aliases.split("|"))))


def folded(name: str) -> str:
    """Put a name into the form that two spellings share: "Al-Taji" and "al Taji", "the Hague" and "The Hague"."""
    words = name.casefold().replace("-", " ").replace("’", "'").replace(".", "").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "al") else words)


def entry(name: str) -> Entry | None:
    """Return the row of the gazetteer that ``name`` means, if any."""
    return gazetteer().get(folded(name))


def ancestors(name: str) -> tuple[str, ...]:
    """Return what ``name`` lies in, nearest first: Baghdad, ("Iraq", "Asia"). Empty where it is not known."""
    found: list[str] = []
    here = entry(name)
    while here and here.within and here.within not in found:
        found.append(here.within)
        here = entry(here.within)
    return tuple(found)


def same_name(left: str, right: str) -> bool:
    """Say whether two names are of one place, by gazetteer or by spelling."""
    ours, theirs = entry(left), entry(right)
    return ours is theirs if ours and theirs else folded(left) == folded(right)


def contains(outer: str, inner: str) -> bool:
    """Say whether ``inner`` is known to lie in ``outer``."""
    return any(same_name(outer, name) for name in ancestors(inner))


def bearings(left: str, right: str) -> Bearings:
    """Hold two bearings from the same place against each other; symmetric.

    Neighbours on the compass are compatible, since one says "north" of what lies north-west; further apart differ.
    """
    if not left or not right:
        return "unknown"
    if left == right:
        return "same"
    if left not in COMPASS or right not in COMPASS:
        return "unknown" if {left, right} - {*COMPASS, CENTRE} else "differ"
    steps = abs(COMPASS.index(left) - COMPASS.index(right))
    return "compatible" if min(steps, len(COMPASS) - steps) <= NEIGHBOURS else "differ"


def relation(left: Located, right: Located) -> Relation:
    """Say how ``left`` stands to ``right``: "within" is left in right.

    "apart" only where both are known and neither holds the other, or where one reference point has two bearings that
    differ. A bearing lies near its reference point, not surely in it, so it is "within" nothing smaller than a country.
    """
    if same_name(left.name, right.name):
        return _same_point(left, right)
    if contains(right.name, left.name):
        return "within"
    if contains(left.name, right.name):
        return "contains"
    return "apart" if _known_apart(left, right) else "unknown"


def _same_point(left: Located, right: Located) -> Relation:
    if not left.bearing and not right.bearing:
        return "same"
    if left.bearing and right.bearing:
        answers: Mapping[Bearings, Relation] = {"same": "same", "compatible": "same", "differ": "apart"}
        return answers.get(bearings(left.bearing, right.bearing), "unknown")
    if not _is_area(left.name):
        return "unknown"
    return "within" if left.bearing else "contains"


def _is_area(name: str) -> bool:
    found = entry(name)
    return found is not None and found.kind in ("continent", "country", "state", "region")


def _known_apart(left: Located, right: Located) -> bool:
    """Two cities are apart; so are two countries; not where a bearing may lead from one to the other."""
    known = entry(left.name) is not None and entry(right.name) is not None
    return known and not left.bearing and not right.bearing
