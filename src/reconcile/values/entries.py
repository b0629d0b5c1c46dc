"""The tables of a vocabulary file, checked entry by entry, to a vocabulary."""

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from graphlib import CycleError, TopologicalSorter

from reconcile.values import edtf
from reconcile.values.vocabulary import Vocabulary, keys
from reconcile.values.words import TOKEN

LONGEST = 200
"""Characters of a name; what is longer is a sentence."""

DEEPEST = 20
"""Steps from a term to the broadest above it; WordNet's noun tree has 19."""

SHOWN = 60
"""Characters of a name that a complaint shows."""

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""Line ends and what else a name is never written with."""

TABLES = tuple(each.name for each in fields(Vocabulary))
SEVERAL = frozenset({"aliases", "broader"})
"""Tables in which an entry may have several names, as a list."""


class BadEntries(ValueError):  # noqa: N818 - reads as a sentence where it is raised
    """The tables make no vocabulary: ``complaints`` say in a sentence each what is wrong where."""

    def __init__(self, complaints: tuple[str, ...]) -> None:
        super().__init__("; ".join(complaints))
        self.complaints = complaints


def vocabulary(told: Mapping[str, object]) -> Vocabulary:
    """Return the vocabulary that ``told``, a parsed TOML file, describes. Raises BadEntries with all that is wrong."""
    complaints = list(unfit(told))
    if complaints:
        raise BadEntries(tuple(complaints))
    made = Vocabulary(
        aliases=_several(told.get("aliases")),
        broader=_several(told.get("broader")),
        metonyms=_one(told.get("metonyms")),
        spellings=_one(told.get("spellings")),
        periods=_one(told.get("periods")),
        acronyms=_one(told.get("acronyms")),
    )
    if contradictions := [complaint for check in CHECKS for complaint in check(made)]:
        raise BadEntries(tuple(contradictions))
    return made


def _several(table: object) -> dict[str, tuple[str, ...]]:
    """Return a table of lists; a text alone is a list of one."""
    entries: Mapping[str, str | list[str]] = table if isinstance(table, Mapping) else {}
    return {name: (value,) if isinstance(value, str) else tuple(value) for name, value in entries.items()}


def _one(table: object) -> dict[str, str]:
    """Return a table of texts."""
    return dict(table) if isinstance(table, Mapping) else {}


def unfit(told: Mapping[str, object]) -> Iterator[str]:
    """Yield what is no table, no name or no text."""
    for table, entries in told.items():
        if table not in TABLES:
            nearest = difflib.get_close_matches(table, TABLES, n=1, cutoff=0.0)[0]
            yield f"[{shown(table)}]: there is no such table; the nearest is [{nearest}]"
        elif not isinstance(entries, Mapping):
            yield f"[{table}]: it has to be a table of entries, such as `{EXAMPLES[table]}`"
        else:
            for name, value in entries.items():
                yield from _unfit(table, name, value)


EXAMPLES: Mapping[str, str] = {
    "aliases": '"Iraq Survey Group" = ["the Survey Group"]',
    "broader": '"mustard gas" = "blister agent"',
    "metonyms": '"Baghdad" = "Government of Iraq"',
    "spellings": '"Husayn" = "Hussein"',
    "periods": '"Iran-Iraq War" = "1980-09-22/1988-08-20"',
    "acronyms": '"ISG" = "Iraq Survey Group"',
}
"""What an entry of each table looks like."""


def _unfit(table: str, name: str, value: object) -> Iterator[str]:
    place = f"[{table}] {shown(name)!r}"
    others = value if isinstance(value, list) and table in SEVERAL else [value]
    if not all(isinstance(other, str) for other in others):
        kind = "a text or a list of texts" if table in SEVERAL else "a text"
        yield f"{place}: what it stands for has to be {kind}, such as `{EXAMPLES[table]}`"
        return
    for each in (name, *(others if table != "periods" else ())):
        if len(each) > LONGEST:
            yield f"{place}: a name has at most {LONGEST} characters, and {shown(each)!r} has {len(each)}"
        elif unseen := CONTROL.search(each):
            yield f"{place}: a name holds U+{ord(unseen[0]):04X}, which cannot be seen; leave it out"
        elif not TOKEN.search(each):
            yield f"{place}: {each!r} is no name, it has no letter and no digit"


def shown(name: str) -> str:
    """Return a name as a complaint shows it."""
    return name if len(name) <= SHOWN else f"{name[:SHOWN]}…"


def _claimed_twice(made: Vocabulary) -> Iterator[str]:
    """Yield each name that is of two."""
    owners: dict[str, str] = {}
    for known, other in made.names():
        for key in keys(made.folded(other)):
            owner = owners.setdefault(key, known)
            if owner != known:
                yield f"{shown(other)!r} is claimed by both {shown(owner)!r} and {shown(known)!r}: leave it to one"
                break


def _circular(made: Vocabulary) -> Iterator[str]:
    """Yield what is broader than itself, and what has too much above it."""
    above = {
        name: {made.canonical(up) for up in ups}
        for name, ups in ((made.canonical(name), ups) for name, ups in made.broader.items())
    }
    heights: dict[str, int] = {}
    try:
        for name in TopologicalSorter(above).static_order():
            heights[name] = 1 + max((heights[up] for up in above.get(name, ())), default=-1)
    except CycleError as error:
        circle = " → ".join(shown(name) for name in reversed(error.args[1]))
        yield f"[broader] {circle}: a term cannot be broader than itself"
    if highest := next((name for name, height in heights.items() if height > DEEPEST), ""):
        yield f"[broader] {shown(highest)!r}: more than {DEEPEST} terms stand above each other"


def _handed_on(made: Vocabulary) -> Iterator[str]:
    """Yield metonyms that stand for another metonym."""
    speaking = {made.canonical(name) for name in made.metonyms}
    for name, meant in made.metonyms.items():
        if made.canonical(meant) in speaking:
            yield f"[metonyms] {shown(name)!r}: {shown(meant)!r} stands for somebody itself: name who speaks"


def _misspelt(made: Vocabulary) -> Iterator[str]:
    """Yield variants that are no single word, and those whose chosen spelling is a variant too."""
    variants = {variant.lower() for variant in made.spellings}
    for variant, chosen in made.spellings.items():
        if not (TOKEN.fullmatch(variant) and TOKEN.fullmatch(chosen)):
            yield f"[spellings] {shown(variant)!r}: it is about single words; give a name of several in [aliases]"
        elif chosen.lower() in variants:
            yield f"[spellings] {shown(variant)!r}: {chosen!r} is a variant itself: give the spelling chosen in the end"


def _undated(made: Vocabulary) -> Iterator[str]:
    """Yield periods without a date."""
    for name, date in made.periods.items():
        try:
            edtf.parse(date)
        except ValueError as error:
            yield f"[periods] {shown(name)!r}: {error}; write it in EDTF, such as 1980-09-22/1988-08-20"


def _unshortened(made: Vocabulary) -> Iterator[str]:
    """Yield acronyms that are not written like one: any word would be taken for them."""
    for acronym in made.acronyms:
        if not TOKEN.fullmatch(acronym) or sum(letter.isupper() for letter in acronym) < 2:
            yield f"[acronyms] {shown(acronym)!r}: it has to be one word with two capitals; else put it in [aliases]"


CHECKS: tuple[Callable[[Vocabulary], Iterator[str]], ...] = (
    _claimed_twice,
    _circular,
    _handed_on,
    _misspelt,
    _undated,
    _unshortened,
)
"""What may be wrong with entries that fit one by one."""
