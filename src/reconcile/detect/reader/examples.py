"""Labelled pairs to learn from and to be scored by: from files, from lessons, and some of them kept apart."""

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from reconcile.detect.reader.lessons import lessons
from reconcile.model import UsageError

AT_MOST: Mapping[str, int] = {"tabfact_pairs": 1500}
"""Sets of which only so many pairs are learned: all of them clash by one word, which can be told without reading."""

APART = 40
"""One pair in so many is kept to set the temperature and to choose by, chosen by the CRC-32 of its identifier.

A pair that shares its first text with another is not kept apart from it: the figure is a little too good.
"""


@dataclass(frozen=True, slots=True)
class Example:
    """A pair with its label. ``origin`` names the set that it comes from."""

    id: str
    first: str
    second: str
    label: str
    origin: str

    def __len__(self) -> int:
        """Return the number of characters: what pairs are sorted by."""
        return len(self.first) + len(self.second)


def read(files: Iterable[Path]) -> list[Example]:
    """Read files of pairs in JSON Lines, compressed or not.

    Pairs marked ``coarse`` are left out, because their label only says whether the second follows. Raises UsageError,
    which names the line.
    """
    return [found for file in files for found in _rows(file)]


def _rows(file: Path) -> Iterator[Example]:
    try:
        content = file.read_bytes()
        text = (gzip.decompress(content) if file.suffix == ".gz" else content).decode()
    except (OSError, EOFError, ValueError) as error:
        raise UsageError(f"{file}: the pairs cannot be read: {error}") from error
    for number, line in enumerate(text.splitlines(), 1):
        try:
            row = json.loads(line)
            found = Example(*(str(row[name]) for name in ("id", "a", "b", "label", "set")))
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(f"{file}, line {number}: it is no pair: {error!r}") from error
        if not row.get("coarse"):
            yield found


def thinned(examples: Iterable[Example]) -> Iterator[Example]:
    """Yield the first of each set, as many as may be learned."""
    seen: Counter[str] = Counter()
    for example in examples:
        seen[example.origin] += 1
        if seen[example.origin] <= AT_MOST.get(example.origin, seen[example.origin]):
            yield example


def written(count: int, seed: int, *, apart: bool = False) -> list[Example]:
    """Return lessons as examples."""
    origin = "lessons_apart" if apart else "lessons"
    found = lessons(count, seed, apart=apart)
    return [
        Example(f"{origin}:{seed}:{number}", each.first, each.second, each.label, origin)
        for number, each in enumerate(found)
    ]


def parted(examples: Sequence[Example]) -> tuple[list[Example], list[Example]]:
    """Return what is learned, and what is kept apart."""
    kept = [crc32(each.id.encode()) % APART == 0 for each in examples]
    learned = [each for each, aside in zip(examples, kept, strict=True) if not aside]
    return learned, [each for each, aside in zip(examples, kept, strict=True) if aside]
