"""Dates as EDTF (ISO 8601-2:2019): what they mean in days, and how two of them stand to each other.

``parse`` reads the forms that extraction writes. ``relation`` never calls two dates apart because one is coarser.
"""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

Relation = Literal["same", "within", "contains", "overlaps", "disjoint", "unknown"]
Part = tuple[date | None, date | None]

LONGEST = 1000
"""Characters that ``parse`` looks at. A set of sixty days is shorter; what is longer is no date."""

MARGIN: dict[str, int] = {"day": 2, "month": 31, "season": 46, "quarter": 46, "half": 92, "year": 365}
"""Days that "about" adds on each side, by granularity: about one unit of what was said.

A day is allowed two, since "about 5 May" is seldom meant to the day; a season, quarter or half gets half of itself.
"""

WIDE_MARGIN = 3653
"""Days that "about" adds to a decade or a century: ten years."""

FOREVER = (date.min, date.max)
"""What an open end stands for in comparison. No date of ours lies outside."""

THIRDS: dict[int, tuple[int, int, str]] = {
    **{21 + i: (3 * i + 3, 3 * i + 5, "season") for i in range(3)},
    **{33 + i: (3 * i + 1, 3 * i + 3, "quarter") for i in range(4)},
    **{37 + i: (4 * i + 1, 4 * i + 4, "quadrimester") for i in range(3)},
    **{40 + i: (6 * i + 1, 6 * i + 6, "half") for i in range(2)},
}
"""First and last month of ISO 8601-2 sub-year groupings. Winter (24) is not in it: see ``winter``."""

UNTOLD = "XXXX"
"""Some date that the text points to and does not tell: "two years ago" on a page without a date."""

ATOM = re.compile(r"(\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(\d\d))?(?:-(\d\d))?([~?%]?)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date with its bounds in days.

    ``lower`` and ``upper`` are the earliest and the latest day, both included; None is open or unknown.
    ``parts`` are the stretches of a set, in order; anything else has one. ``month_day`` is given where the year is
    not (``XXXX-03-10``; day 0 where only the month is known), and then there are no bounds.
    ``granularity`` is day, month, season, quarter, quadrimester, half, year, decade, century, interval or set;
    "unknown" is a date of which nothing can be compared: ``XXXX`` itself, or several without a year.
    """

    text: str
    lower: date | None
    upper: date | None
    approximate: bool
    granularity: str
    parts: tuple[Part, ...] = ()
    month_day: tuple[int, int] | None = None


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


@lru_cache(maxsize=65536)
def parse(text: str) -> Edtf:
    """Read ``text``; ValueError where it is not one of the forms that we write.

    A date, with ``X`` for unknown digits on the right or for the whole year; ``~``, ``?`` or ``%`` behind it; an
    interval ``a/b`` with either end ``..`` or empty; a set ``{a,b}`` or ``[a,b]``, whose members may be ``a..b``.
    ``XXXX`` alone is some date that the text points to and does not tell.
    """
    if len(text) > LONGEST:
        raise ValueError(f"{text[:40]}…: not a date, it has {len(text)} characters")
    if text[:1] in ("{", "["):
        return _set(text)
    return _interval(text) if "/" in text else _atom(text)


def _atom(text: str) -> Edtf:
    found = ATOM.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is not an EDTF date of the kind that is written here")
    year, month, day, mark = found.groups()
    if year == "XXXX":
        return _yearless(text, int(month or 0), int(day or 0), mark)
    if "X" in year:
        return _digits(text, year, month, mark)
    return _dated(text, int(year), int(month or 0), int(day or 0), mark)


def _yearless(text: str, month: int, day: int, mark: str) -> Edtf:
    if not month:
        return Edtf(text, None, None, bool(mark), "unknown", ((None, None),))
    date(2000, month, day or 1)
    return Edtf(text, None, None, bool(mark), "day" if day else "month", ((None, None),), (month, day))


def _digits(text: str, year: str, month: str | None, mark: str) -> Edtf:
    if month:
        raise ValueError(f"{text!r} has a month in a decade or century")
    lower, upper = date(int(year.replace("X", "0")) or 1, 1, 1), date(int(year.replace("X", "9")), 12, 31)
    return Edtf(text, lower, upper, bool(mark), "century" if year.endswith("XX") else "decade", ((lower, upper),))


def _dated(text: str, year: int, month: int, day: int, mark: str) -> Edtf:
    if day:
        parts, granularity = [(date(year, month, day), date(year, month, day))], "day"
    elif month == 24:
        parts, granularity = winter(year), "season"
    elif month in THIRDS:
        first, last, granularity = THIRDS[month]
        parts = [(date(year, first, 1), month_end(year, last))]
    elif month:
        parts, granularity = [(date(year, month, 1), month_end(year, month))], "month"
    else:
        parts, granularity = [(date(year, 1, 1), date(year, 12, 31))], "year"
    return Edtf(text, parts[0][0], parts[-1][1], bool(mark), granularity, tuple(parts))


def winter(year: int) -> list[tuple[date, date]]:
    """Return both winters that "the winter of ``year``" may mean: the one that ends in it and the one that begins."""
    after = min(year + 1, date.max.year)
    return [(date(year, 1, 1), month_end(year, 2)), (date(year, 12, 1), month_end(after, 2))]


def _interval(text: str) -> Edtf:
    first, _, last = text.partition("/")
    lower, upper = _end(first), _end(last)
    if lower is None and upper is None:
        raise ValueError(f"{text!r} has no end")
    if _undated(lower) or _undated(upper):
        return Edtf(text, None, None, False, "unknown", ((None, None),))
    start, stop = lower.lower if lower else None, upper.upper if upper else None
    if start and stop and start > stop:
        raise ValueError(f"{text!r} ends before it begins")
    vague = bool(lower and lower.approximate) or bool(upper and upper.approximate)
    return Edtf(text, start, stop, vague, "interval", ((start, stop),))


def _undated(when: Edtf | None) -> bool:
    return when is not None and (when.month_day is not None or when.granularity == "unknown")


def _end(text: str) -> Edtf | None:
    return None if text in ("", "..") else _atom(text)


def _set(text: str) -> Edtf:
    closing = {"{": "}", "[": "]"}[text[0]]
    if not text.endswith(closing) or len(text) < 3:
        raise ValueError(f"{text!r} is a set without an end")
    members = [_member(member) for member in text[1:-1].split(",")]
    if any(_undated(member) for member in members):
        return Edtf(text, None, None, False, "unknown", ((None, None),))
    parts = tuple(_merged(part for member in members for part in member.parts))
    vague = any(member.approximate for member in members)
    return Edtf(text, parts[0][0], parts[-1][1], vague, "set", parts)


def _member(text: str) -> Edtf:
    first, dots, last = text.strip().partition("..")
    return _interval(f"{first}/{last}") if dots else _atom(first)


def _merged(parts: Iterable[Part]) -> list[Part]:
    """Order ``parts`` and join those that touch or overlap."""
    merged: list[Part] = []
    for lower, upper in sorted(parts, key=_closed):
        if merged and _closed(merged[-1])[1] >= _closed((lower, upper))[0]:
            last = max(_closed(merged[-1])[1], _closed((lower, upper))[1])
            merged[-1] = (merged[-1][0], None if last == date.max else last)
        else:
            merged.append((lower, upper))
    return merged


def _closed(part: Part) -> tuple[date, date]:
    return part[0] or FOREVER[0], part[1] or FOREVER[1]


def _shifted(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def stretches(when: Edtf) -> list[tuple[date, date]]:
    """Return the days that ``when`` may mean as closed stretches, widened where it is approximate."""
    margin = 0
    if when.approximate:
        margin = MARGIN.get(when.granularity, 365 if when.granularity in ("interval", "set") else WIDE_MARGIN)
    widened = [(_shifted(low, -margin), _shifted(high, margin)) for low, high in map(_closed, when.parts)]
    return [_closed(part) for part in _merged(widened)]


def relation(left: Edtf, right: Edtf) -> Relation:
    """Say how ``left`` stands to ``right``: "within" is left in right, "contains" the other way round.

    Where a year is missing, only the calendar day is compared: two that differ are disjoint, two that may be the same
    overlap. "unknown" is two dates of which nothing can be compared, since one does not say when.
    """
    if "unknown" in (left.granularity, right.granularity):
        return "unknown"
    if left.month_day or right.month_day:
        return _yearless_relation(left, right)
    ours, theirs = stretches(left), stretches(right)
    if not any(low <= end and start <= high for low, high in ours for start, end in theirs):
        return "disjoint"
    if ours == theirs:
        return "same"
    if _covered(ours, theirs):
        return "within"
    return "contains" if _covered(theirs, ours) else "overlaps"


def _covered(inner: list[tuple[date, date]], outer: list[tuple[date, date]]) -> bool:
    return all(any(low <= start and end <= high for low, high in outer) for start, end in inner)


def _yearless_relation(left: Edtf, right: Edtf) -> Relation:
    if left.month_day and right.month_day:
        (month, day), (other_month, other_day) = left.month_day, right.month_day
        if month != other_month or (day and other_day and day != other_day):
            return "disjoint"
        return "same" if day == other_day else ("contains" if other_day else "within")
    known, floating = (right, left) if left.month_day else (left, right)
    return "overlaps" if _may_hold(known, floating.month_day or (1, 1)) else "disjoint"


def _may_hold(known: Edtf, month_day: tuple[int, int]) -> bool:
    month, day = month_day
    for low, high in stretches(known):
        if (high - low).days >= 366:
            return True
        days = (low + timedelta(n) for n in range((high - low).days + 1))
        if any(each.month == month and day in (0, each.day) for each in days):
            return True
    return False


def overlaps(left: Edtf, right: Edtf) -> bool:
    """Say whether both may mean the same day; so may two of which nothing can be compared."""
    return relation(left, right) != "disjoint"


@lru_cache(maxsize=200_000)
def coincide(left: str, right: str) -> bool:
    """Say the same of two dates as written. A case has few dates, and compares each with each many times."""
    return overlaps(parse(left), parse(right))


def contains(left: Edtf, right: Edtf) -> bool:
    """Say whether every day that ``right`` may mean is one that ``left`` may mean."""
    return relation(left, right) in ("same", "contains")


def gap(left: Edtf, right: Edtf) -> int:
    """Return the days between two dates that are apart, 1 for neighbouring days; 0 where they meet or lack a year."""
    if left.month_day or right.month_day or overlaps(left, right):
        return 0
    pairs = [(ours, theirs) for ours in stretches(left) for theirs in stretches(right)]
    return min(max((start - high).days, (low - end).days) for (low, high), (start, end) in pairs)


PERIODS: dict[int, str] = {
    **dict(enumerate(("spring", "summer", "autumn", "winter"), start=21)),
    **dict(enumerate(("first quarter of", "second quarter of", "third quarter of", "last quarter of"), start=33)),
    **dict(enumerate(("early", "mid", "late"), start=37)),
    **dict(enumerate(("first half of", "second half of"), start=40)),
}
"""Sub-year groupings in words, each to stand before the year."""

TENTHS: dict[tuple[int, int], str] = {(0, 3): "early", (4, 6): "mid", (7, 9): "late"}
"""Years of a decade that its beginning, middle and end are taken for, both included."""

HUNDREDTHS: dict[tuple[int, int], str] = {(0, 33): "early", (34, 66): "mid", (67, 99): "late"}
"""The same for the years of a century."""


def say(when: Edtf) -> str:
    """Say it as one writes it: "19 March 2003", "by 1978", "since 1990", "early 1960s", "about 1921"."""
    if when.text[:1] in ("{", "["):
        return _say_set(when.text)
    first, slash, last = when.text.partition("/")
    if not slash:
        return _say_atom(first)
    if first in ("", ".."):
        return f"by {_say_atom(last)}"
    if last in ("", ".."):
        return f"since {_say_atom(first)}"
    return _say_part(first, last) or f"{_say_atom(first)} to {_say_atom(last)}"


def _say_part(first: str, last: str) -> str:
    """Say an interval that is the beginning, middle or end of a decade or century; empty where it is none."""
    if not (len(first) == len(last) == 4 and first.isdigit() and last.isdigit()):
        return ""
    start, end = int(first), int(last)
    if decade := TENTHS.get((start % 10, end % 10)) if start // 10 == end // 10 else None:
        return f"{decade}{'-' if decade == 'mid' else ' '}{start // 10}0s"
    century = HUNDREDTHS.get((start % 100, end % 100)) if start // 100 == end // 100 else None
    return f"{century}{'-' if century == 'mid' else ' '}{_ordinal(start // 100 + 1)} century" if century else ""


def _say_set(text: str) -> str:
    members = text[1:-1].split(",")
    if text.startswith("[") and len(members) == 1 and ".." in members[0]:
        first, _, last = members[0].partition("..")
        return f"some time from {_say_atom(first)} to {_say_atom(last)}" if first and last else _say_member(members[0])
    joint = " and " if text.startswith("{") else " or "
    said = [_say_member(member) for member in members]
    return joint.join([", ".join(said[:-1]), said[-1]]) if len(said) > 1 else said[0]


def _say_member(text: str) -> str:
    first, dots, last = text.strip().partition("..")
    if not dots:
        return _say_atom(first)
    if not first or not last:
        return f"by {_say_atom(last)}" if last else f"since {_say_atom(first)}"
    return f"{_say_atom(first)} to {_say_atom(last)}"


def _say_atom(text: str) -> str:
    found = ATOM.fullmatch(text)
    if found is None:
        return text
    year, month, day, mark = found.groups()
    about = "about " if mark in ("~", "%") else ""
    doubt = " (uncertain)" if mark in ("?", "%") else ""
    return f"{about}{_say_day(year, int(month or 0), int(day or 0))}{doubt}"


def _say_day(year: str, month: int, day: int) -> str:
    if year == "XXXX" and not month:
        return "a date not told"
    if year == "XXXX":
        return " ".join(filter(None, [str(day or ""), calendar.month_name[month]])) + " (year not given)"
    if year.endswith("XX"):
        return f"{_ordinal(int(year[:2]) + 1)} century"
    if year.endswith("X"):
        return f"{year[:3]}0s"
    if not month:
        return year
    if month > 12:
        return f"{PERIODS[month]} {year}" if month in PERIODS else year
    return " ".join(filter(None, [str(day or ""), calendar.month_name[month], year]))


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
