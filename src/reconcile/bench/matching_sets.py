"""Known answers for matching: texts, what is asked of them, and the texts that answer; or pairs with a score."""

import gzip
import io
import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from reconcile.model import UsageError

GZIP = b"\x1f\x8b"
"""How a gzip file begins (RFC 1952, 2.3.1), whatever its name."""

LONGEST_LINE = 1_000_000
"""Characters of one line; a longer one is none, and unpacking goes no further."""

SAME_FROM = 4.0
"""The score from which the two texts of a pair state the same fact: 4 of 0 to 5, "mostly equivalent" (SemEval STS)."""

Row = Mapping[str, Any]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Text:
    """One text: its name in the set, what it says, and the document it is from, empty where nothing says so."""

    id: str
    text: str
    doc: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """One text, and which texts of the set speak of the same thing: none of its own document, and not itself."""

    text: Text
    positive: frozenset[str]


@dataclass(frozen=True, slots=True)
class Retrieval:
    """A set in which texts are looked for."""

    corpus: Sequence[Text]
    queries: Sequence[Query]

    def sampled(self, most: int | None) -> "Retrieval":
        """Return the set with at most so many queries, evenly spaced over all of them; all texts stay."""
        return Retrieval(self.corpus, spaced(self.queries, most))


@dataclass(frozen=True, slots=True)
class TextPair:
    """Two texts, and whether they state the same fact."""

    left: str
    right: str
    same: bool


@dataclass(frozen=True, slots=True)
class Labelled:
    """Two texts of a named set, and whether they are of one matter: they conflict or agree, and are not neutral."""

    set: str
    left: str
    right: str
    related: bool


RELATED: Mapping[str, bool] = {"conflict": True, "agree": True, "neutral": False}
"""The labels of labelled pairs, and whether two such texts are of one matter."""


def spaced(every: Sequence[T], most: int | None) -> Sequence[T]:
    """Return at most ``most``, evenly spaced, in order; all where it is None."""
    if most is None or most >= len(every):
        return every
    return [every[number * len(every) // most] for number in range(most)]


def retrieval(corpus: Path, queries: Path) -> Retrieval:
    """Read a set of two files. Raises UsageError, which names the line, for the first row that does not hold."""
    texts = {text.id: text for text in _unique(corpus, _text)}
    asked = list(_rows(queries, lambda row: _query(row, texts)))
    return Retrieval(list(texts.values()), asked)


def text_pairs(file: Path) -> list[TextPair]:
    """Read a file of pairs. Raises UsageError, which names the line."""
    return list(_rows(file, _text_pair))


def labelled(file: Path) -> list[Labelled]:
    """Read a file of labelled pairs. Raises UsageError, which names the line."""
    return list(_rows(file, _labelled))


def _unique(file: Path, read: Callable[[Row], Text]) -> Iterator[Text]:
    met: set[str] = set()

    def once(row: Row) -> Text:
        text = read(row)
        if text.id in met:
            raise ValueError(f"an earlier row has the id {text.id!r}")
        met.add(text.id)
        return text

    yield from _rows(file, once)


def _rows(file: Path, read: Callable[[Row], T]) -> Iterator[T]:
    """Yield each line as ``read`` takes it; what it cannot take is told with file and line."""
    for number, line in _lines(file):
        try:
            row = json.loads(line)
            if not isinstance(row, dict):
                raise TypeError("it is no JSON object")  # noqa: TRY301 - told like everything else about the row
            made = read(row)
        except KeyError as error:
            raise UsageError(f"{file}, line {number}: {error} is missing; see docs/formats.md") from error
        except (ValueError, TypeError, RecursionError) as error:
            raise UsageError(f"{file}, line {number}: {error!s:.200}; see docs/formats.md") from error
        yield made


def _lines(file: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not blank with their numbers from 1, unpacked where the file is packed."""
    number = 0
    try:
        with file.open("rb") as raw:
            packed = raw.peek(len(GZIP)).startswith(GZIP)
            opened = gzip.GzipFile(fileobj=raw) if packed else raw
            with io.TextIOWrapper(opened, encoding="utf-8-sig") as lines:
                while line := lines.readline(LONGEST_LINE + 1):
                    number += 1
                    if len(line) > LONGEST_LINE:
                        raise UsageError(f"{file}, line {number}: it is longer than {LONGEST_LINE:,} characters")
                    if line.strip():
                        yield number, line
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: it cannot be read after line {number}: {error}") from error


def _name(value: object, field: str) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int)) or value == "":
        raise TypeError(f"{field} is neither a text nor a number")
    return str(value)


def _said(row: Row, field: str) -> str:
    value = row[field]
    if not isinstance(value, str) or not value.strip():
        raise TypeError(f"{field} holds no text")
    return value


def _doc(row: Row) -> str:
    return "" if row.get("doc") in (None, "") else _name(row["doc"], "doc")


def _text(row: Row) -> Text:
    return Text(_name(row["id"], "id"), _said(row, "text"), _doc(row))


def _query(row: Row, texts: Mapping[str, Text]) -> Query:
    asked = Text(_name(row["id"], "id"), _said(row, "query"), _doc(row))
    if not isinstance(row["positive"], list):
        raise TypeError("positive is no list of ids")
    named = [_name(each, "positive") for each in row["positive"]]
    if unknown := next((name for name in named if name not in texts), None):
        raise ValueError(f"positive names {unknown!r}, which is not in the corpus")
    return Query(asked, frozenset(name for name in named if asked != texts[name] and apart(asked, texts[name])))


def apart(left: Text, right: Text) -> bool:
    """Say whether two texts may be matched: they are not known to be of one document."""
    return not left.doc or left.doc != right.doc


def _text_pair(row: Row) -> TextPair:
    score = row["score"]
    if isinstance(score, bool) or not isinstance(score, (int, float)):
        raise TypeError("score is no number")
    return TextPair(_said(row, "a"), _said(row, "b"), score >= SAME_FROM)


def _labelled(row: Row) -> Labelled:
    label = row["label"]
    if label not in RELATED:
        raise ValueError(f"label is none of {', '.join(RELATED)}")
    return Labelled(_name(row["set"], "set"), _said(row, "a"), _said(row, "b"), RELATED[label])
