"""Steps in the calendar from a date as coarse as it is: a day later, the week before, the past decade."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from reconcile.extract.dates.frames import ends
from reconcile.values.edtf import parse

UNKNOWN = "XXXX"
"""The EDTF of a date that the text points to and nothing tells."""

STAND_IN = "2001"
"""A year to count days in where the year is not told; no leap year, so that 28 February is followed by 1 March."""

DIGITS: Mapping[str, int] = {"day": 10, "week": 10, "month": 7, "year": 4, "decade": 4}
"""Characters of an ISO date that are as coarse as the unit."""


def shifted(when: str, unit: str, steps: int) -> str:
    """Move a plain date by days, weeks, months, years or decades; as coarse as the coarser of the two, or empty."""
    if when.startswith(UNKNOWN):
        moved = shifted(STAND_IN + when[4:], unit, steps) if unit in ("day", "week") and len(when) == 10 else ""
        return UNKNOWN + moved[4:] if moved.startswith(STAND_IN) else ""
    day = parse(when).lower
    if day is None or len(when) < (7 if unit == "month" else 10 if unit in ("day", "week") else 4):
        return ""
    try:
        moved = _moved(day, unit, steps).isoformat()
    except (ValueError, OverflowError):
        return ""
    return moved[: min(len(when), DIGITS[unit])]


def _moved(day: date, unit: str, steps: int) -> date:
    if unit in ("day", "week"):
        return day + timedelta(days=steps * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + steps * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def stepped(origin: str, unit: str, steps: int) -> str:
    """The day, week, month, year or decade that many after the one of ``origin``."""
    last = (ends(origin)[1] or origin) if origin else ""
    if not last or not re.fullmatch(r"(?:\d{4}|XXXX)(?:-\d\d){0,2}", last):
        return ""
    moved = shifted(last, unit, steps)
    if not moved or unit in ("day", "month", "year"):
        return moved
    if unit == "decade":
        return f"{moved[:3]}X"
    if moved.startswith(UNKNOWN):
        return ""
    monday = date.fromisoformat(moved) - timedelta(days=date.fromisoformat(moved).weekday())
    return f"{monday}/{monday + timedelta(days=6)}"


def span_back(published: str, unit: str, count: int) -> str:
    """The past year: from a year before the day of writing up to it."""
    if not published or "/" in published or "XXXX" in published or not count:
        return ""
    last = ends(published)[1]
    day = parse(last).lower
    if day is None or len(last) < {"day": 10, "week": 10, "month": 7}.get(unit, 4):
        return ""
    try:
        first = _moved(day, unit, -count).isoformat()[: len(last)]
    except (ValueError, OverflowError):
        return ""
    return f"{first}/{last}"
