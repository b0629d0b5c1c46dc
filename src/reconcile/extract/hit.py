"""A cue found in a clause, and the tables of cues, each row under the words that its cues turn on."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

FOLDER = files("reconcile.extract.lexicon")
LONGEST = 2000
"""Characters of a clause looked at: no clause is longer, but a damaged page may be read as one."""

BEFORE = 60
"""Characters before its word that a cue may take up; one that begins with the clause ("^") may take up all."""

WORD = re.compile(r"\w+(?:['-]\w+)*")
EDGE = r"(?!(?<=\w)\w)"
"""Not within a word; unlike ``\\b`` it holds on either side of a comma too."""

BLANKED = {n: " " for n in range(128) if not re.match(r"\w", chr(n))}
"""Every mark of a plain text for a blank: splits it into ``WORD``s at a fifth of the cost."""

Word = tuple[str, int, int]
"""A word of a folded clause, its start, and its end, excluded."""


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
class Cue:
    """What stands around the word of a cue: ``before`` ends where it begins, ``after`` begins where it ends.

    ``opens`` says that the cue begins with the clause; ``beside`` are words one of which it takes up too, if any.
    """

    order: int
    rule: str
    after: re.Pattern[str]
    before: re.Pattern[str] | None = None
    opens: bool = False
    beside: frozenset[str] = frozenset()

    def at(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Return the run of the cue whose word stands there, if the rest of it stands around that word."""
        after = self.after.match(text, end)
        if after is None or self.before is None:
            return after and (start, after.end())
        look = self.before.match if self.opens else self.before.search
        before = look(text, 0 if self.opens else max(0, start - BEFORE), start)
        return before and (before.start(), after.end())


class Cues:
    """The cues of one table: a clause without any of their ``words`` costs one look-up a word and no more."""

    def __init__(self, name: str, rules: Iterable[str]) -> None:
        """Read ``rules`` of a table, in the order in which they take their runs."""
        rows_of = table(f"{name}.toml")
        self.rules = tuple(f"{name}.{rule}" for rule in rules)
        cues: dict[str, list[Cue]] = {}
        for order, rule in enumerate(self.rules):
            for key, rows in rows_of[rule.rpartition(".")[2]].items():
                words, _, beside = (frozenset(_words(part, rows_of["words"])) for part in key.partition(" / "))
                made = [replace(cue, beside=beside) for cue in _cues(order, rule, rows, rows_of["words"])]
                for word in words:
                    cues.setdefault(word, []).extend(made)
        self._cues = {word: tuple(sorted(made, key=lambda cue: cue.order)) for word, made in cues.items()}
        self.words = frozenset(cues)

    def found(self, clause: "Folded") -> Sequence[Hit]:
        """Return the cues of a clause, rule by rule and none over another: a run is the first rule's that takes it."""
        if self.words.isdisjoint(clause.words):
            return ()
        taken: list[Hit] = []
        for _, start, end, rule in sorted(self._all(clause)):
            if not any(hit.meets(start, end) for hit in taken):
                taken.append(Hit(rule, start, end))
        return taken

    def _all(self, clause: "Folded") -> Iterator[tuple[int, int, int, str]]:
        cues, text = self._cues, clause.text
        for word, start, end in clause.placed():
            if word in cues:
                for cue in cues[word]:
                    run = None if cue.beside and cue.beside.isdisjoint(clause.words) else cue.at(text, start, end)
                    if run:
                        yield (cue.order, *run, cue.rule)


class Folded:
    """A clause as cues are matched with it: in small letters, straight apostrophes, no quotation marks; its words."""

    def __init__(self, text: str) -> None:
        small = text.lower()
        if len(small) != len(text):
            small = "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
        small = small if small.isascii() else small.replace("’", "'").replace("‑", "-")
        self.text = small = small.replace('"', " ")
        plain = "'" not in small and "-" not in small and small.isascii()
        self.words = small.translate(BLANKED).split() if plain else WORD.findall(small)
        self._placed: list[Word] = []

    def placed(self) -> Sequence[Word]:
        """Return the words and where they stand: only where a cue may be is that worth knowing."""
        if not self._placed:
            find, end = self.text.find, 0
            for word in self.words:
                start = find(word, end)
                end = start + len(word)
                self._placed.append((word, start, end))
        return self._placed


@lru_cache(maxsize=4)
def folded(text: str) -> Folded:
    """Fold a clause; polarity and modality ask it of the same one, one after the other."""
    return Folded(text[:LONGEST])


def table(name: str) -> Mapping[str, Any]:
    """Read one of the cue tables."""
    return tomllib.loads((FOLDER / name).read_text("utf-8"))


def _words(key: str, classes: Mapping[str, str]) -> Iterator[str]:
    """Yield the words that a row stands under."""
    for part in key.split():
        yield from classes[part[1:-1]].split("|") if part.startswith("{") else (part,)


def _cues(order: int, rule: str, rows: Sequence[str], classes: Mapping[str, str]) -> Iterator[Cue]:
    """Make the cues of one row: each that begins before its word by itself, all others in one pattern."""
    halves = [_expanded(row, classes).split("~") for row in rows]
    plain = [after for before, after in halves if not before]
    for before, after in halves:
        if before:
            around = re.compile(rf"(?:{after}){EDGE}"), re.compile(rf"{EDGE}(?:{before})\Z")
            yield Cue(order, rule, *around, opens=before.startswith("^"))
    if plain:
        yield Cue(order, rule, re.compile(rf"(?:{'|'.join(plain)}){EDGE}"))


def _expanded(cue: str, classes: Mapping[str, str]) -> str:
    """Put the word classes in; twice, since a class may name another."""
    for _ in range(2):
        cue = re.sub(r"\{([a-z]+\d?)\}", lambda found: f"(?:{classes[found[1]]})", cue)
    return cue.replace(" ", r"\s+")
