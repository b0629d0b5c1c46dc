"""Pairs of quotes with known answers: reading them, and finding their quotes in documents."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reconcile.model import Span, UsageError

SPACE = re.compile(r"\s+")

FIELDS = ("id", "relation", "doc_a", "quote_a", "doc_b", "quote_b")


@dataclass(frozen=True, slots=True)
class Place:
    """A quote in a document, named by its path below the corpus."""

    document: str
    quote: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two quotes and how they stand to each other: ``relation`` is conflict, agree or unrelated.

    ``kind`` is the conflict's, empty for what is none.
    """

    id: str
    relation: str
    kind: str
    left: Place
    right: Place


def read(file: Path) -> list[Pair]:
    """Read a JSON Lines file of pairs. Raises UsageError, which names the line."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: the pairs cannot be read: {error}") from error
    return [pair(line, f"{file}, line {number}") for number, line in enumerate(lines, 1) if line.strip()]


def pair(line: str, where: str) -> Pair:
    """Read one pair. Raises UsageError where a field is missing."""
    try:
        told = json.loads(line)
        name, relation, *places = (str(told[field]) for field in FIELDS)
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{where}: it is no pair: {error}; it takes {', '.join(FIELDS)}") from error
    return Pair(name, relation, str(told.get("conflict_kind") or ""), Place(*places[:2]), Place(*places[2:]))


def documents(pairs: list[Pair]) -> list[str]:
    """Return the paths of all documents that ``pairs`` quote, each once, in order."""
    return sorted({place.document for each in pairs for place in (each.left, each.right)})


def found(quote: str, text: str) -> Span | None:
    """Return where ``quote`` stands in ``text``; where it does not, white space is no difference."""
    start = text.find(quote)
    if start >= 0:
        return Span(start, start + len(quote))
    words = [re.escape(word) for word in SPACE.split(quote.strip()) if word]
    match = re.search(r"\s+".join(words), text) if words else None
    return Span(*match.span()) if match else None


def shares(count: int, whole: int) -> float | None:
    """Return a share, None of nothing."""
    return round(count / whole, 3) if whole else None


def kinds(pairs: list[Pair]) -> Iterator[str]:
    """Yield the kinds of conflict that there are, each once, in order."""
    yield from sorted({each.kind for each in pairs if each.kind})
