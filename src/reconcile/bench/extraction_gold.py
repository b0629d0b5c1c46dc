"""Known answers for extraction: reading files of documents whose claims a person has marked."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from reconcile.bench import given
from reconcile.bench import gold_fields as field
from reconcile.bench.gold_fields import ENDLESS, Bound, Row
from reconcile.model import Span, UsageError

SCHEMA = "gold_extraction/1"
"""What line 1 of such a file says it is; the form is described in ``docs/formats.md``."""

LONGEST = 300
"""Characters of what is said of one line."""

AUTHOR, UNSPECIFIED = "AUTHOR", "UNSPECIFIED"
"""Asserters that name nobody: the document itself; somebody whom it does not name."""

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

    ``unit`` is empty for a count; ``units`` are others that count as right. ``vague``: no number is said, and no ends
    are asked for.
    """

    span: Span
    lows: frozenset[Bound]
    highs: frozenset[Bound]
    unit: str = ""
    attribute: bool = False
    vague: bool = False
    optional: bool = False
    units: frozenset[str] = frozenset()


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
    def reach(self) -> int:
        """The end of all that is marked of it."""
        mentions = (*(each.span for each in self.dates), *(each.span for each in self.quantities))
        asserter = (self.written,) if self.written else ()
        ends: list[int] = [span.end for span in (*self.spans, *self.pieces, *self.wholes, *asserter, *mentions)]
        return max(ends)

    @property
    def named(self) -> bool:
        """Say whether somebody is named."""
        return self.asserters[0] not in (AUTHOR, UNSPECIFIED)


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A text with its claims: in the file itself (``text``), or beside it (``file``, by path, and its bytes' digest).

    Only what stands in ``window`` counts. ``reference_date`` is when it was published, None where nobody knows.
    ``line`` says where in the gold it stands.
    """

    id: str
    claims: tuple[GoldClaim, ...]
    window: Span
    text: str | None = None
    file: str = ""
    sha256: str = ""
    reference_date: str | None = None
    line: str = ""

    def hold(self, length: int) -> None:
        """Raise ValueError where something is marked beyond the end of the text, ``length`` code points long."""
        if (end := self.window.end) != ENDLESS and end > length:
            raise ValueError(f"its window ends at {end}, and the text at {length}")
        if stray := next((claim for claim in self.claims if claim.reach > length), None):
            raise ValueError(f"claim {stray.id} reaches to {stray.reach}, and the text ends at {length}")


def read(file: Path) -> list[GoldDocument]:
    """Read a JSON Lines file of marked documents. Raises UsageError, which names the line."""
    lines = given.text(file, "the marked documents").split("\n")
    numbered = [(f"{file}, line {number}", line) for number, line in enumerate(lines, 1) if line.strip()]
    if not numbered:
        raise UsageError(f"{file}: it is empty; line 1 says what it is ({SCHEMA!r})")
    (first, meta), *rest = numbered
    told(first, lambda: _meta(meta))
    found = [replace(told(place, lambda line=line: document(_object(line))), line=place) for place, line in rest]  # type: ignore[misc]
    if not any(each.claims for each in found):
        what = "no claim is marked in it" if found else "no document stands below its first line"
        raise UsageError(f"{file}: {what}, so that nothing can be measured; see docs/formats.md")
    return found


def told(place: str, call: Callable[[], T]) -> T:
    """Return what ``call`` makes of a line; what is wrong with it is told with its ``place``. Raises UsageError."""
    try:
        return call()
    except json.JSONDecodeError as error:
        complaint = f"it is no JSON: {error.msg} at character {error.colno}"
    except KeyError as error:
        complaint = f"{error} is missing"
    except RecursionError:
        complaint = "it is nested too deep"
    except ValueError as error:
        complaint = str(error)
    raise UsageError(f"{place}: {complaint[:LONGEST]}; see docs/formats.md")


def _object(line: str) -> Row:
    found = json.loads(line, parse_constant=field.constant)
    if not isinstance(found, dict):
        raise ValueError("it is no JSON object")  # noqa: TRY004 - told as every other fault of a line
    return found


def _meta(line: str) -> None:
    found = _object(line)
    if found.get("kind") != "meta" or found.get("schema") != SCHEMA:
        raise ValueError(f'the first line is {{"kind": "meta", "schema": "{SCHEMA}", …}}')


def document(row: Row) -> GoldDocument:
    """Read one document. Raises KeyError for what is missing, ValueError for what cannot be."""
    if row.get("kind") != "document":
        raise ValueError(f"its kind is {field.shown(row.get('kind'))}; it takes 'document'")
    field.known(row, "document")
    text = _text(row)
    window = _window(row, ENDLESS if text is None else len(text))
    claims = tuple(_claims(row, text))
    if stray := next((each for each in claims if not window.contains(each.span)), None):
        raise ValueError(f"claim {stray.id} lies outside of the document's {window.start} to {window.end}")
    published = row.get("reference_date")
    found = GoldDocument(
        id=_named(row, window),
        claims=claims,
        window=window,
        text=text,
        file=str(row.get("file") or ""),
        sha256=str(row.get("sha256") or ""),
        reference_date=None if published is None else field.day(published, "reference_date"),
    )
    found.hold(ENDLESS if text is None else len(text))
    return found


def _text(row: Row) -> str | None:
    """Return the text that stands in the row; None where it names the file of one."""
    text = row.get("text")
    if text is None and not (isinstance(row.get("file"), str) and isinstance(row.get("sha256"), str)):
        raise ValueError("a document has its text, or the file and sha256 of one")
    if text is not None and not isinstance(text, str):
        raise ValueError("its text is no text")
    return text


def _named(row: Row, window: Span) -> str:
    """Return what a document is called."""
    own = row.get("doc_id")
    if own is not None or not row.get("file"):
        return field.label(own, "doc_id")
    return str(row["file"]) if window.end == ENDLESS else f"{row['file']}:{window.start}-{window.end}"


def _window(row: Row, end: int) -> Span:
    start, given_end = (row.get(key) for key in ("start", "end"))
    window = Span(0 if start is None else field.offset(start), end if given_end is None else field.offset(given_end))
    if window.start >= window.end and (start, given_end) != (None, None):
        raise ValueError(f"its window, {window.start} to {window.end}, is no stretch of a text")
    return window


def _claims(row: Row, text: str | None) -> Iterator[GoldClaim]:
    """Yield the claims of a document, each under a name of its own."""
    used: Counter[str] = Counter()
    for number, each in enumerate(field.listed(row["claims"], "claims"), 1):
        told = each.get("id") if isinstance(each, dict) else None
        name = f"c{number}" if told is None else field.label(told, f"the id of claim {number}")
        used[name] += 1
        if used[name] > 1:
            raise ValueError(f"two claims are called {name}; give each an id of its own")
        yield _claim(each, name, number, text)


def _claim(each: object, name: str, number: int, text: str | None) -> GoldClaim:
    if not isinstance(each, dict):
        raise ValueError(f"claim {number} is no JSON object")  # noqa: TRY004 - as above
    try:
        field.known(each, "claim")
        return _read_claim(each, name, text)
    except KeyError as error:
        raise ValueError(f"claim {name}: {error} is missing") from error
    except ValueError as error:
        raise ValueError(f"claim {name}: {error}") from error


def _read_claim(row: Row, name: str, text: str | None) -> GoldClaim:
    span = field.place(row)
    if text is not None and "quote" in row and span.of(text) != row["quote"]:
        raise ValueError("its quote does not stand at its offsets")
    split, merged = row.get("accept_split"), row.get("accept_merge")
    return GoldClaim(
        id=name,
        spans=(span, *_spans(row.get("accept_spans"), text, span), *_spans(row.get("accept_quote"), text, span)),
        asserters=(field.name(row["asserter"], "asserter"), *field.names(row, "accept_asserter")),
        polarities=field.words(row, "polarity", field.POLARITIES),
        kinds=frozenset() if row.get("neg_type") is None else field.words(row, "neg_type", field.KINDS),
        modalities=field.words(row, "modality", field.MODALITIES),
        dates=tuple(_mentions(row.get("dates"), "date", _date)),
        quantities=tuple(_mentions(row.get("quantities"), "quantity", _quantity)),
        pieces=tuple(_spans(split, text, span)),
        wholes=tuple(_spans(merged, text, span)),
        written=None if row.get("asserter_span") is None else field.stretch(row["asserter_span"]),
        split=bool(split),
        merged=bool(merged),
        optional=field.flag(row, "optional"),
    )


def _mentions(told: object, noun: str, made: Callable[[Row], T]) -> Iterator[T]:
    """Yield what ``made`` makes of each object in a list; what is wrong with one is told with its number."""
    for number, row in enumerate(field.rows(told, noun), 1):
        try:
            yield made(row)
        except KeyError as error:
            raise ValueError(f"{noun} {number}: {error} is missing") from error
        except ValueError as error:
            raise ValueError(f"{noun} {number}: {error}") from error


def _spans(told: object, text: str | None, near: Span) -> Iterator[Span]:
    """Yield stretches given as pairs of offsets, or as quotes where the text is at hand: those nearest to ``near``."""
    if told is None or isinstance(told, bool):
        return
    for each in [told] if isinstance(told, str) else field.listed(told, "what is accepted"):
        if not isinstance(each, str):
            yield field.stretch(each)
        elif text is not None and (place := nearest(each, text, near)) is not None:
            yield place
        else:
            raise ValueError(f"the quote {field.shown(each)} is not in the text")


def nearest(quote: str, text: str, near: Span) -> Span | None:
    """Return where ``quote`` stands in ``text``: inside ``near``, else behind its start, else before it; else None."""
    starts = (text.find(quote, near.start), text.rfind(quote, 0, near.start + len(quote)))
    start = next((start for start in starts if start >= 0), -1)
    return Span(start, start + len(quote)) if quote and start >= 0 else None


def _date(row: Row) -> GoldDate:
    field.bounds(row)
    accepted = field.listed(row.get("accept"), "accept")
    forms = frozenset(field.day(each, "accept") for each in accepted if each is not None and not field.is_role(each))
    singles = frozenset(field.day(each, "also_as_singles") for each in field.names(row, "also_as_singles"))
    own = row["edtf"]
    return GoldDate(
        span=field.place(row),
        edtf=frozenset({field.day(own, "edtf")}) | forms | singles if own is not None else frozenset(),
        roles=field.words(row, "role", field.ROLES, "a date's ") | {each for each in accepted if field.is_role(each)},
        singles=singles,
        unresolved=None in accepted,
        optional=field.flag(row, "optional"),
    )


def _quantity(row: Row) -> GoldQuantity:
    lows, highs = field.ends(row)
    return GoldQuantity(
        span=field.place(row),
        lows=lows,
        highs=highs,
        unit=field.unit(row.get("unit"), "unit"),
        units=frozenset(
            field.unit(each, "accept_unit") for each in field.listed(row.get("accept_unit"), "accept_unit")
        ),
        attribute=field.flag(row, "attribute"),
        vague=field.flag(row, "vague"),
        optional=field.flag(row, "optional"),
    )
