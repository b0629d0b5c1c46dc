"""A cue found in a clause, and the cue tables that find it."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

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
    """One family of cues, compiled."""

    name: str
    pattern: re.Pattern[str]


def table(name: str) -> Mapping[str, Any]:
    """Read one of the cue tables."""
    return tomllib.loads((FOLDER / name).read_text("utf-8"))


def compiled(name: str, cues: Sequence[str], words: Mapping[str, str]) -> Rule:
    """Make one rule of its cues: in a cue a space is any white space, and ``{name}`` stands for a row of ``words``.

    Cues are in small letters, for ``folded`` text. Gaps are bounded (``{0,3}``) in every row, so that a search costs
    a constant per character.
    """
    parts = [_expanded(cue, words) for cue in cues]
    return Rule(name, re.compile(rf"{EDGE}(?:{'|'.join(parts)}){EDGE}"))


def folded(text: str) -> str:
    """Return ``text`` in small letters, offsets kept: matching these is several times faster than ignoring case."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _expanded(cue: str, words: Mapping[str, str]) -> str:
    """Put the word classes in; twice, since a class may name another."""
    for _ in range(2):
        cue = re.sub(r"\{([a-z]+)\}", lambda found: f"(?:{words[found[1]]})", cue)
    return cue.replace(" ", r"\s+")


def found(rules: Sequence[Rule], text: str) -> Iterator[Hit]:
    """Yield the cues of ``text``, rule by rule: a run that an earlier rule has taken is left to it."""
    taken: list[Hit] = []
    for rule in rules:
        fresh = [
            Hit(rule.name, match.start(), match.end())
            for match in rule.pattern.finditer(text)
            if not any(hit.meets(match.start(), match.end()) for hit in taken)
        ]
        taken += fresh
        yield from fresh
