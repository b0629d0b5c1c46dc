"""Known answers for extraction: reading files of documents whose claims a person has marked."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from reconcile.model import DateRole, Span, UsageError
from reconcile.values import edtf

SCHEMA = "gold_extraction/1"
"""What line 1 of such a file says it is; the form is described in ``docs/formats.md``."""

ENDLESS = 10**12
"""No offset reaches so far: the end of a window that is the whole text."""

AUTHOR, UNSPECIFIED = "AUTHOR", "UNSPECIFIED"
"""Asserters that name nobody: the document itself; somebody whom it does not name."""

MODALITIES = frozenset({"certain", "probable", "possible", "future", "conditional", "underspecified"})
KINDS = frozenset({"assertion", "evidential", "denial", "implicative", "lexical", "counterfactual"})

ROLES = frozenset(str(role) for role in DateRole)

Bound = float | None
Row = Mapping[str, Any]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class GoldDate:
    """A date: every EDTF form and every role that counts as right.

    ``edtf`` is empty where nobody can say which day is meant; such a date counts for nothing. Where that is one of the
    right answers (``unresolved``) it is no miss. ``singles`` are the days of a list, right one by one too.
    """

    span: Span
    edtf: frozenset[str]
    roles: frozenset[str]
    singles: frozenset[str] = frozenset()
    unresolved: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldQuantity:
    """A quantity: every lower and upper end that counts as right, its unit as the annotator writes it.

    ``unit`` is empty for a count. ``vague``: no number is said, and no ends are asked for.
    """

    span: Span
    lows: frozenset[Bound]
    highs: frozenset[Bound]
    unit: str = ""
    attribute: bool = False
    vague: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim with all answers that count as right; offsets are those of the document's text.

    ``spans`` begins with the annotator's own. ``pieces`` are the finer claims that may stand for it, ``wholes`` the
    coarser ones; where ``split`` or ``merged`` stands without them, any will do. ``asserters`` begins with the
    canonical name; ``written`` is where the text names it nearest to the claim.
    """

    id: str
    spans: tuple[Span, ...]
    asserters: tuple[str, ...]
    polarities: frozenset[str] = frozenset({"pos"})
    kinds: frozenset[str] = frozenset()
    modalities: frozenset[str] = frozenset({"certain"})
    dates: tuple[GoldDate, ...] = ()
    quantities: tuple[GoldQuantity, ...] = ()
    pieces: tuple[Span, ...] = ()
    wholes: tuple[Span, ...] = ()
    written: Span | None = None
    split: bool = False
    merged: bool = False
    optional: bool = False

    @property
    def span(self) -> Span:
        """The annotator's own span."""
        return self.spans[0]

    @property
    def named(self) -> bool:
        """Say whether somebody is named."""
        return self.asserters[0] not in (AUTHOR, UNSPECIFIED)


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A text with its claims: in the file itself (``text``), or beside it (``file``, by path, and its bytes' digest).

    Only what stands in ``window`` counts. ``reference_date`` is when it was published, None where nobody knows.
    """

    id: str
    claims: tuple[GoldClaim, ...]
    window: Span
    text: str | None = None
    file: str = ""
    sha256: str = ""
    reference_date: str | None = None


def read(file: Path) -> list[GoldDocument]:
    """Read a JSON Lines file of marked documents. Raises UsageError, which names the line."""
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: the marked documents cannot be read: {error}") from error
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not numbered:
        raise UsageError(f"{file}: it is empty; line 1 says what it is ({SCHEMA!r})")
    (first, meta), *rest = numbered
    _at(file, first, lambda: _meta(meta))
    return [_at(file, number, lambda line=line: document(_object(line))) for number, line in rest]  # type: ignore[misc]


def _at(file: Path, number: int, call: Callable[[], T]) -> T:
    """Return what ``call`` makes of a line; what is wrong with it is told with its place."""
    try:
        return call()
    except KeyError as error:
        raise UsageError(f"{file}, line {number}: {error.args[0]!r} is missing; see docs/formats.md") from error
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise UsageError(f"{file}, line {number}: {error}; see docs/formats.md") from error


def _object(line: str) -> Row:
    told = json.loads(line)
    if not isinstance(told, dict):
        raise ValueError("it is no JSON object")  # noqa: TRY004 - told as every other fault of a line
    return told


def _meta(line: str) -> None:
    told = _object(line)
    if told.get("kind") != "meta" or told.get("schema") != SCHEMA:
        raise ValueError(f'the first line is {{"kind": "meta", "schema": "{SCHEMA}", …}}')


def document(row: Row) -> GoldDocument:
    """Read one document. Raises KeyError for what is missing, ValueError for what cannot be."""
    if row.get("kind") != "document":
        raise ValueError("it is no document")
    text = row.get("text")
    if text is None and not (isinstance(row.get("file"), str) and isinstance(row.get("sha256"), str)):
        raise ValueError("a document has its text, or the file and sha256 of one")
    if text is not None and not isinstance(text, str):
        raise ValueError("its text is no text")
    end = len(text) if text is not None else ENDLESS
    window = Span(_offset(row.get("start") or 0), end if row.get("end") is None else _offset(row["end"]))
    claims = tuple(_claim(each, number, text) for number, each in enumerate(row["claims"], 1))
    if stray := next((each for each in claims if not window.contains(each.span)), None):
        raise ValueError(f"claim {stray.id} lies outside of the document's {window.start} to {window.end}")
    return GoldDocument(
        id=str(row.get("doc_id") or f"{row['file']}:{window.start}-{window.end}"),
        claims=claims,
        window=window,
        text=text,
        file=str(row.get("file") or ""),
        sha256=str(row.get("sha256") or ""),
        reference_date=_published(row.get("reference_date")),
    )


def _offset(told: object) -> int:
    if not isinstance(told, int) or isinstance(told, bool) or not 0 <= told < ENDLESS:
        raise ValueError(f"{told!r} is no place in a text")
    return told


def _published(told: object) -> str | None:
    if not told:
        return None
    if not isinstance(told, str):
        raise ValueError(f"reference_date is {told!r}; it is a date in EDTF")  # noqa: TRY004 - as above
    return edtf.parse(told).text


def _claim(row: Row, number: int, text: str | None) -> GoldClaim:
    if not isinstance(row, dict):
        raise ValueError(f"claim {number} is no JSON object")  # noqa: TRY004 - as above
    name = str(row.get("id") or f"c{number}")
    try:
        return _read_claim(row, name, text)
    except KeyError as error:
        raise ValueError(f"claim {name}: {error.args[0]!r} is missing") from error
    except (ValueError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"claim {name}: {error}") from error


def _read_claim(row: Row, name: str, text: str | None) -> GoldClaim:
    span = _span(row)
    if text is not None and "quote" in row and span.of(text) != row["quote"]:
        raise ValueError("its quote does not stand at its offsets")
    split, merged = row.get("accept_split"), row.get("accept_merge")
    return GoldClaim(
        id=name,
        spans=(span, *_spans(row.get("accept_spans"), text, span), *_spans(row.get("accept_quote"), text, span)),
        asserters=(str(row["asserter"]), *map(str, row.get("accept_asserter") or ())),
        polarities=_words(row, "polarity", frozenset({"pos", "neg"})),
        kinds=_words(row, "neg_type", KINDS) if row.get("neg_type") else frozenset(),
        modalities=_words(row, "modality", MODALITIES),
        dates=tuple(map(_date, row.get("dates") or ())),
        quantities=tuple(map(_quantity, row.get("quantities") or ())),
        pieces=tuple(_spans(split, text, span)),
        wholes=tuple(_spans(merged, text, span)),
        written=_pair(row["asserter_span"]) if row.get("asserter_span") else None,
        split=bool(split),
        merged=bool(merged),
        optional=bool(row.get("optional")),
    )


def _span(row: Row) -> Span:
    return _pair((row["start"], row["end"]))


def _pair(told: Sequence[Any]) -> Span:
    start, end = told
    if type(start) is not int or type(end) is not int or not 0 <= start < end < ENDLESS:
        raise ValueError(f"{start!r} to {end!r} is no stretch of a text")
    return Span(start, end)


def _spans(told: object, text: str | None, near: Span) -> Iterator[Span]:
    """Yield stretches given as pairs of offsets, or as quotes where the text is at hand: those nearest to ``near``."""
    for each in told if isinstance(told, (list, tuple)) else ():
        if not isinstance(each, str):
            yield _pair(each)
        elif text is not None and (place := nearest(each, text, near)) is not None:
            yield place
        else:
            raise ValueError(f"the quote {each[:40]!r} is not in the text")


def nearest(quote: str, text: str, near: Span) -> Span | None:
    """Return where ``quote`` stands in ``text``: inside ``near``, else behind its start, else before it; else None."""
    starts = (text.find(quote, near.start), text.rfind(quote, 0, near.start + len(quote)))
    start = next((start for start in starts if start >= 0), -1)
    return Span(start, start + len(quote)) if quote and start >= 0 else None


def _words(row: Row, field: str, known: frozenset[str]) -> frozenset[str]:
    """Return the words that a field holds and those that it also accepts."""
    told = frozenset((row[field], *(row.get(f"accept_{field}") or ())))
    if strange := sorted(map(str, told - known)):
        raise ValueError(f"{field} is {strange[0]!r}; it takes {', '.join(sorted(known))}")
    return told


def _date(row: Row) -> GoldDate:
    accepted = row.get("accept") or ()
    if row["role"] not in ROLES:
        raise ValueError(f"a date's role is {row['role']!r}; it takes {', '.join(sorted(ROLES))}")
    singles = frozenset(map(str, row.get("also_as_singles") or ()))
    forms = frozenset(str(each) for each in accepted if each is not None and each not in ROLES)
    return GoldDate(
        span=_span(row),
        edtf=frozenset({str(row["edtf"])}) | forms | singles if row["edtf"] else frozenset(),
        roles=frozenset({row["role"], *(each for each in accepted if each in ROLES), *(row.get("accept_role") or ())}),
        singles=singles,
        unresolved=None in accepted,
        optional=bool(row.get("optional")),
    )


def _quantity(row: Row) -> GoldQuantity:
    return GoldQuantity(
        span=_span(row),
        lows=_bounds(row, "lo"),
        highs=_bounds(row, "hi"),
        unit=str(row.get("unit") or ""),
        attribute=bool(row.get("attribute")),
        vague=bool(row.get("vague")),
        optional=bool(row.get("optional")),
    )


def _bounds(row: Row, field: str) -> frozenset[Bound]:
    """Return an end of an interval and those that count as right besides; None is no bound."""
    told: Iterable[Any] = (row.get(field), *(row.get(f"accept_{field}") or ()))
    return frozenset(None if each is None else float(each) for each in told)
