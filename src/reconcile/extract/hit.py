"""A cue found in a clause, and the cue tables that find it."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from reconcile.extract.opening import RUN, START, Opening, opening

FOLDER = files("reconcile.extract.lexicon")
LONGEST = 2000
"""Characters of a clause looked at: no clause is longer, but a damaged page may be read as one."""

EDGE = r"(?!(?<=\w)\w)"
"""Not within a word; unlike ``\\b`` it holds on either side of a comma too."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue: the rule that found it, and code-point offsets into the clause, end excluded."""

    rule: str
    start: int
    end: int

    def meets(self, start: int, end: int) -> bool:
        """Say whether the run shares a character with the hit."""
        return self.start < end and start < self.end


@dataclass(frozen=True, slots=True)
class Rule:
    """One family of cues, compiled, and the words and marks that one of them may begin at."""

    name: str
    pattern: re.Pattern[str]
    opening: Opening


class Rules:
    """The rules of one table in their order, and the words and marks at which any of them may begin."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self._begin = tuple(begin for rule in self.rules for begin in rule.opening.begin)
        self._whole = {run: self._at(run) for rule in self.rules for run in rule.opening.whole}

    def at(self, run: str) -> tuple[int, ...]:
        """Return the numbers of the rules that may begin at a word or mark: of most, none."""
        return self._whole.get(run) or (self._at(run) if run.startswith(self._begin) else ())

    def _at(self, run: str) -> tuple[int, ...]:
        return tuple(number for number, rule in enumerate(self.rules) if rule.opening.at(run))


def table(name: str) -> Mapping[str, Any]:
    """Read one of the cue tables."""
    return tomllib.loads((FOLDER / name).read_text("utf-8"))


def compiled(name: str, cues: Sequence[str], words: Mapping[str, str]) -> Rule:
    """Make one rule of its cues: in a cue a space is any white space, and ``{name}`` stands for a row of ``words``.

    Cues are in small letters, for ``folded`` text. Gaps are bounded (``{0,3}``) in every row, so that a search costs
    a constant per character.
    """
    parts = [_expanded(cue, words) for cue in cues]
    return Rule(name, re.compile(rf"{EDGE}(?:{'|'.join(parts)}){EDGE}"), opening(parts))


def folded(text: str) -> str:
    """Return ``text`` in small letters, offsets kept: matching these is several times faster than ignoring case."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _expanded(cue: str, words: Mapping[str, str]) -> str:
    """Put the word classes in; twice, since a class may name another."""
    for _ in range(2):
        cue = re.sub(r"\{([a-z]+)\}", lambda found: f"(?:{words[found[1]]})", cue)
    return cue.replace(" ", r"\s+")


def found(table: Rules, text: str) -> Iterator[Hit]:
    """Yield the cues of ``text``, rule by rule: a run that an earlier rule has taken is left to it.

    A rule is tried only at the words that one of its cues may begin with, which finds the same cues at a tenth of the
    cost.
    """
    places = {number: [0] for number in table.at(START)}
    for run, place in _runs(text):
        for number in table.at(run):
            places.setdefault(number, []).append(place)
    taken: list[Hit] = []
    for number in sorted(places):
        rule = table.rules[number]
        hits = _hits(rule, text, places[number])
        fresh = [hit for hit in hits if not any(other.meets(hit.start, hit.end) for other in taken)]
        taken += fresh
        yield from fresh


@lru_cache(maxsize=4)
def _runs(text: str) -> Sequence[tuple[str, int]]:
    """Return the words and marks of a clause and where each begins: every table asks for them."""
    return [(run[0], run.start()) for run in RUN.finditer(text)]


def _hits(rule: Rule, text: str, places: Iterable[int]) -> Iterator[Hit]:
    """Yield the cues of one rule that begin at the places given, in order, none over another."""
    end = 0
    for place in places:
        match = rule.pattern.match(text, place) if place >= end else None
        if match:
            end = match.end()
            yield Hit(rule.name, place, end)
