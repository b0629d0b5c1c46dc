"""How a cue may begin, read off its pattern: what tells cheaply that none begins at a word."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

RUN = re.compile(r"\w+|[^\w\s]")
"""A word or a mark: no cue begins within a word, and none with a blank."""

START = "^"
"""Stands for the start of the text where a pattern has to begin there, whatever word it begins with."""

PART = re.compile(
    r"(?P<look>\(\?<?[=!])|(?P<group>\(\?:)|(?P<either>\|)|(?P<close>\))|(?P<edge>\$|\\[Ab])|(?P<blank>\\s)"
    r"|\[(?P<few>[^\]\\^-]+)\]|(?P<any>\[\^?[^\]]+\]|\\[wd]|\.)|\\?(?P<letter>.)"
)
"""The parts of a pattern that cue tables use."""

TIMES = re.compile(r"(?:(?P<once>\?)|(?P<none>\*|\{0?,\d*\})|\+|\{\d+,?\d*\})\??")
"""How often the part before stands."""

MOST = 2_000
"""Beginnings of one pattern; of more, what is read so far is enough."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The words and marks that a pattern may begin at: these ``whole`` ones, and those that ``begin`` so."""

    whole: frozenset[str]
    begin: tuple[str, ...]

    def at(self, run: str) -> bool:
        """Say whether a match may begin at a word or mark: of some where none does, but of all where one does."""
        return run in self.whole or run.startswith(self.begin)


def opening(patterns: Iterable[str]) -> Opening:
    """Return how any of the patterns may begin, each one between edges of words."""
    begun = {each for pattern in patterns for each in _Reader(pattern).begun()}
    whole = frozenset(run for run, ended in begun if ended)
    return Opening(whole, tuple(sorted(run for run, ended in begun if not ended)))


class _Reader:
    """Reads a pattern from the left, as far as its letters are certain."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0
        self._done: set[tuple[str, bool]] = set()

    def begun(self) -> set[tuple[str, bool]]:
        """Return the first words, and of each whether it ends there; of what begins with a blank, nothing for any."""
        ends = self._either({""})
        return {_first(letters, ended) for letters, ended in self._done | {(each, True) for each in ends}}

    def _either(self, before: set[str]) -> set[str]:
        """Read alternatives up to the bracket that closes them; return what may stand at their end."""
        ends: set[str] = set()
        now = set(before)
        while part := PART.match(self._pattern, self._at):
            self._at = part.end()
            if part["close"]:
                break
            if part["either"]:
                ends, now = ends | now, set(before)
            else:
                now = self._repeated(self._read(part, now), now)
        return ends | now

    def _repeated(self, after: set[str], before: set[str]) -> set[str]:
        """Return what may stand after a part where it may be missing, or stand more than once."""
        times = TIMES.match(self._pattern, self._at)
        if times is None:
            return after if len(after) <= MOST else self._ended(after, whole=False)
        self._at = times.end()
        after = after if times["once"] else self._ended(after, whole=False)
        return before | after if times["once"] or times["none"] else after

    def _read(self, part: re.Match[str], before: set[str]) -> set[str]:
        """Return what may stand after one part: its letters put on, or nothing more where they are not certain."""
        if part["group"]:
            return self._either(before)
        if part["look"]:
            done = set(self._done)
            self._either(set())
            self._done = done
            return before
        if part["letter"] or part["few"]:
            return {letters + each for letters in before for each in (part["letter"] or part["few"])}
        return before if part["edge"] else self._ended(before, whole=part["blank"] is not None)

    def _ended(self, letters: set[str], *, whole: bool) -> set[str]:
        self._done |= {(each, whole) for each in letters}
        return set()


def _first(letters: str, ended: bool) -> tuple[str, bool]:
    """Return the first word or mark of what a match begins with, and whether it ends there."""
    run = RUN.match(letters)
    return (run[0], ended or run[0] != letters) if run else ("", False)
