"""What a family of lessons writes with: words drawn by a seed, and frames of which some are kept apart."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal, TypeVar
from zlib import crc32

from reconcile.detect.reader.lessons import words

Label = Literal["conflict", "agree", "neutral"]

LABELS: tuple[Label, ...] = ("conflict", "agree", "neutral")

APART = 10
"""One frame in so many is kept for the score, chosen by the CRC-32 of its text."""

ATTEMPTS = 300
"""Times that a family may try to write what a label asks for."""

T = TypeVar("T")


class Unwritten(Exception):  # noqa: N818 - no error: the next lesson is asked for instead
    """The frames that may be used do not give two unlike sentences with that label."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """Two sentences and how the second stands to the first: does it clash with it, follow from it, or neither.

    ``kind`` is that of the conflict that the family is about, in the words of ``model.Kind`` where it has one.
    """

    first: str
    second: str
    label: Label
    kind: str
    family: str


Family = Callable[["Pen", Label], tuple[str, str]]
"""Writes two sentences that stand to each other as the label says."""


@dataclass(frozen=True, slots=True)
class Course:
    """One family, the kind of conflict that it is about, and the labels that it can write."""

    write: Family
    kind: str
    labels: tuple[Label, ...] = LABELS


Courses = Mapping[str, Course]


def kept_apart(frame: str) -> bool:
    """Say whether a frame is only used for the score."""
    return crc32(frame.encode()) % APART == 0


class Pen:
    """Draws words and frames. ``apart`` says which frames: those kept for the score first, or only the others."""

    def __init__(self, random: Random, *, apart: bool = False) -> None:
        self.random, self.apart, self.used_apart = random, apart, False

    def pick(self, table: Sequence[T]) -> T:
        """Return one of a table."""
        return self.random.choice(table)

    def two(self, table: Sequence[T]) -> tuple[T, T]:
        """Return two unlike places of a table."""
        first, second = self.random.sample(table, 2)
        return first, second

    def chance(self, share: float) -> bool:
        """Return True in that share of cases."""
        return self.random.random() < share

    def frame(self, table: Sequence[str]) -> str:
        """Return one of a table of frames: with ``apart`` one that is kept for the score in half of the cases."""
        wanted = self.apart and self.chance(0.5)
        allowed = [frame for frame in table if kept_apart(frame) is wanted] or list(table)
        chosen = self.random.choice(allowed)
        self.used_apart = self.used_apart or kept_apart(chosen)
        return chosen

    def wording(self, table: Sequence[str], **slots: str) -> str:
        """Return one of a table of frames with its slots filled."""
        return self.frame(table).format(**slots)

    def until(self, write: Callable[[], tuple[str, str] | None]) -> tuple[str, str]:
        """Return what ``write`` gives once that is two unlike sentences. Raises Unwritten after many attempts."""
        for _ in range(ATTEMPTS):
            found = write()
            if found and found[0] != found[1]:
                return found
        raise Unwritten

    def turned(self, first: T, second: T) -> tuple[T, T]:
        """Return two things in any order: for what does not depend on it."""
        return (first, second) if self.chance(0.5) else (second, first)

    def year(self) -> int:
        """Return a year."""
        return self.random.randint(1890, 2024)

    def name(self) -> str:
        """Return a person's name."""
        return f"{self.pick(words.FIRST_NAMES)} {self.pick(words.LAST_NAMES)}"

    def somebody(self) -> str:
        """Return who acts: a body, or a person with or without an office; in the singular."""
        if self.chance(0.6):
            return self.pick(words.BODIES)
        return f"{self.pick(words.OFFICES)} {self.pick(words.LAST_NAMES)}" if self.chance(0.5) else self.name()

    def somewhere(self) -> str:
        """Return where something is, with its preposition."""
        return f"{self.pick(('in', 'near', 'outside'))} {self.pick(words.PLACES)}"
