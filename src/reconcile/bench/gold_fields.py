"""The fields of marked claims: what each may hold, and what is said of one that holds something else."""

import difflib
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from reconcile.model import DateRole, Span
from reconcile.values import edtf

Bound = float | None
Row = Mapping[str, Any]

ENDLESS = 10**12
"""No offset reaches so far: the end of a window that is the whole text."""

SHOWN = 60
"""Characters of a value that a complaint shows."""

ALIKE = 0.75
"""A key so like a known one (``difflib``'s ratio) is that one misspelt: "edft" is; "anaphoric", a remark, is not."""

MODALITIES = frozenset({"certain", "probable", "possible", "future", "conditional", "underspecified"})
KINDS = frozenset({"assertion", "evidential", "denial", "implicative", "lexical", "counterfactual"})
POLARITIES = frozenset({"pos", "neg"})
ROLES = frozenset(str(role) for role in DateRole)

KEYS: Mapping[str, frozenset[str]] = {
    "document": frozenset(
        "kind doc_id doc text file sha256 start end reference_date claims origin segments ref_marks conflicts "
        "aliases".split()
    ),
    "claim": frozenset(
        "id start end quote occurrence asserter accept_asserter asserter_text asserter_span stance accept_stance "
        "polarity accept_polarity neg_type accept_neg_type modality accept_modality accept_spans accept_quote "
        "accept_split accept_merge optional direct_quote dates quantities segment entities note".split()
    ),
    "date": frozenset(
        "start end text edtf role accept accept_role earliest latest also_as_singles optional relative note "
        "named_event".split()
    ),
    "quantity": frozenset(
        "start end text lo hi lo_open hi_open accept_lo accept_hi unit accept_unit approx vague attribute counted "
        "counted_span modality optional note".split()
    ),
}
"""What may stand in each; any other key is a remark, unless it is one of these misspelt."""

ACCEPT = "accept_"
"""What keys of other right answers begin with; two of them are only as like as what follows."""

CLOCK = re.compile(r"T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?", re.ASCII)
"""A time of day behind a date: EDTF, which annotators write and extraction does not."""

WEEK = re.compile(r"(\d{4})-W(\d\d)", re.ASCII)
"""A week of ISO 8601, the same."""


def shown(told: object) -> str:
    """Return a value as a complaint shows it, cut where it is long."""
    text = repr(told[:SHOWN] if isinstance(told, str) else told)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def rows(told: object, noun: str) -> Iterator[Row]:
    """Yield the objects of a list, none where there is no list; ValueError for anything else."""
    for number, each in enumerate(listed(told, f"what holds each {noun}"), 1):
        if not isinstance(each, dict):
            raise ValueError(f"{noun} {number} is no JSON object")  # noqa: TRY004 - told as every other fault of a line
        known(each, noun)
        yield each


def known(row: Row, noun: str) -> None:
    """Raise ValueError for a key that is a known one misspelt."""
    for key in row.keys() - KEYS[noun]:
        head = ACCEPT if key.startswith(ACCEPT) else ""
        tails = sorted(each.removeprefix(head) for each in KEYS[noun] if each.startswith(head))
        if near := difflib.get_close_matches(key.removeprefix(head), tails, 1, ALIKE):
            meant = head + near[0]
            raise ValueError(f"a {noun} has no {shown(key)}; write {meant!r}, or give the remark another name")


def listed(told: object, what: str) -> Sequence[Any]:
    """Return a list as it is, and none as an empty one."""
    if told is not None and not isinstance(told, list):
        raise ValueError(f"{what} is {shown(told)}; it takes a list")
    return told or ()


def name(told: object, field: str) -> str:
    """Return a text that is not empty."""
    if not isinstance(told, str) or not told.strip():
        raise ValueError(f"{field} is {shown(told)}; it takes a text")
    return told


def label(told: object, field: str) -> str:
    """Return what something is called: a text, or a whole number."""
    return str(told) if type(told) is int and told < ENDLESS else name(told, field)


def names(row: Row, field: str) -> Iterator[str]:
    """Yield the texts that a list holds."""
    return (name(each, field) for each in listed(row.get(field), field))


def unit(told: object, field: str) -> str:
    """Return a unit, empty for null: a count."""
    return "" if told is None else name(told, field)


def flag(row: Row, field: str) -> bool:
    """Return what is true or false, and false where it is left out."""
    told = row.get(field)
    if told is not None and not isinstance(told, bool):
        raise ValueError(f"{field} is {shown(told)}; it takes true or false")
    return bool(told)


def words(row: Row, field: str, allowed: frozenset[str], noun: str = "") -> frozenset[str]:
    """Return the words that a field holds and those that it also accepts; ``noun`` is whose it is."""
    told = [row[field], *listed(row.get(f"accept_{field}"), f"accept_{field}")]
    for each in told:
        if not isinstance(each, str) or each not in allowed:
            raise ValueError(f"{noun}{field} is {shown(each)}; it takes {', '.join(sorted(allowed))}")
    return frozenset(told)


def offset(told: object) -> int:
    """Return an offset."""
    if not isinstance(told, int) or isinstance(told, bool) or not 0 <= told < ENDLESS:
        raise ValueError(f"{shown(told)} is no place in a text; it takes a whole number from 0 on")
    return told


def stretch(told: object) -> Span:
    """Return a stretch given as its start and its end."""
    if not isinstance(told, (list, tuple)) or len(told) != 2:
        raise ValueError(f"{shown(told)} is no stretch of a text; it takes [start, end]")
    start, end = told
    if type(start) is not int or type(end) is not int or not 0 <= start < end < ENDLESS:
        raise ValueError(
            f"{shown(start)} to {shown(end)} is no stretch of a text; it takes two offsets, the less first"
        )
    return Span(start, end)


def place(row: Row) -> Span:
    """Return where a claim, a date or a quantity stands."""
    return stretch((row["start"], row["end"]))


def day(told: object, field: str) -> str:
    """Return a date in EDTF as it is written; a time of day may stand behind it."""
    if not isinstance(told, str):
        raise ValueError(f"{field} is {shown(told)}; it takes a date in EDTF")  # noqa: TRY004 - as above
    try:
        _read(told)
    except ValueError as error:
        raise ValueError(
            f"{field}: {error!s:.150}; write it in EDTF, such as 1998-05 or 1980-09-22/1988-08-20"
        ) from error
    return told


def _read(told: str) -> edtf.Edtf:
    plain = WEEK.sub(lambda found: str(date.fromisocalendar(int(found[1]), int(found[2]), 1)), told)
    return edtf.parse(CLOCK.sub("", plain))


def is_role(told: object) -> bool:
    """Say whether an accepted form is a role."""
    return isinstance(told, str) and told in ROLES


def bounds(row: Row) -> None:
    """Raise ValueError where the days that a date lies between are none, or in the wrong order."""
    told = ((field, row.get(field)) for field in ("earliest", "latest"))
    first, last = (None if each is None else _read(day(each, field)) for field, each in told)
    if first and last and first.lower and last.upper and first.lower > last.upper:
        raise ValueError(f"a date's earliest is {row['earliest']}, and that is after {row['latest']}, its latest")


def ends(row: Row) -> tuple[frozenset[Bound], frozenset[Bound]]:
    """Return the lower and the upper ends of a quantity that count as right."""
    low, high = number(row.get("lo"), "lo"), number(row.get("hi"), "hi")
    if low is not None and high is not None and low > high:
        raise ValueError(f"a quantity's lo is {low:g}, and that is more than {high:g}, its hi")
    return frozenset({low, *_accepted(row, "accept_lo")}), frozenset({high, *_accepted(row, "accept_hi")})


def _accepted(row: Row, field: str) -> Iterable[Bound]:
    return (number(each, field) for each in listed(row.get(field), field))


def number(told: object, field: str) -> Bound:
    """Return a finite number, None for null: no bound."""
    if told is None:
        return None
    try:
        value = float(told) if isinstance(told, (int, float)) and not isinstance(told, bool) else math.nan
    except OverflowError:
        value = math.inf
    if not math.isfinite(value):
        raise ValueError(f"{field} is {shown(told)}; it takes a finite number, or null where there is no bound")
    return value


def constant(told: str) -> float:
    """Refuse NaN and Infinity, which Python would read and JSON does not know."""
    raise ValueError(f"{told} is no JSON; write a number, or null where there is no bound")
