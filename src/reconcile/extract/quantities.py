"""Quantities in one paragraph: intervals with their unit, what they count, and whether they are what is claimed.

Terms (a number with its unit) are found, joined to ranges, dressed with their comparator, and given what they count.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reconcile.extract.counted import NOTHING, PRONOUN, Phrase, phrase, substance
from reconcile.extract.numerals import WORD_BEGINNERS, no_numeral
from reconcile.extract.quantity_frames import (
    Comparator,
    comparator,
    duration,
    is_attribute,
    is_no_quantity,
    measured_noun,
    needs_noun,
    none_listed,
    suffix,
)
from reconcile.extract.quantity_terms import Term, term, with_unit
from reconcile.model import DateMention, QuantityMention, QuantityRole, Span
from reconcile.values.units import CURRENCIES, UNITS

TOKEN = re.compile(r"\d+|[^\W\d_]+")
BEGINNERS = WORD_BEGINNERS | {"none", "not", "weeks", "days", "months", "hours", "years", "minutes", "decades"}

RANGE = re.compile(r"\s*(?:to|[-–—‑])\s*(?:as\s+(?:many|much|high)\s+as\s+|about\s+|around\s+)?(?=[\d$€£¥₹A-Za-z])")
SPACED_DASH = re.compile(r"\s+[-–—‑]\s+")
"""Between two numbers in digits a range, else a break in the sentence: "under five – 70 per cent"."""

AND = re.compile(r",?\s+and\s+(?=[\d$€£¥₹A-Za-z])")
OR = re.compile(r"\s+or\s+(?:(?:perhaps|maybe|possibly|even)\s+)?(?=[\da-z])")
UP_TO = re.compile(
    r",?\s+(?:(?:and|or|but)\s+)?(?:possibly|perhaps|maybe|probably|potentially)\s+(?:up\s+to\s+|as\s+(?:much|many)\s+as\s+)?"
    r"(?:an?\s+)?(?=[\d$€£¥₹a-z])|,?\s+(?:and|or|but)\s+(?:up\s+to|as\s+(?:much|many)\s+as|at\s+most|no\s+more\s+than)\s+"
)


@dataclass(frozen=True, slots=True)
class Extent:
    """An interval at ``start`` to ``end`` before it is known what it counts."""

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str
    frame: Comparator
    joint: bool
    vague: bool
    range: bool


def find(text: str, dates: Sequence[DateMention] = ()) -> list[QuantityMention]:
    """Return the quantities in a paragraph, in order, without overlap; none in the span of one of ``dates``.

    Spans are offsets in ``text``: comparator, number and unit ("at least 100 metric tons"), without the noun that a
    number counts ("2,500" of 2,500 rockets). Cost is proportional to the length of the text.
    """
    taken = sorted((date.span.start, date.span.end) for date in dates)
    starts = [start for start, _ in taken]
    found: list[QuantityMention] = []
    end = 0
    for token in TOKEN.finditer(text):
        word = token.group()
        if token.start() < end or not (word[0].isdigit() or word.lower() in BEGINNERS):
            continue
        if no_numeral(text, token.start()):
            continue
        before = bisect_right(starts, token.start()) - 1
        if before >= 0 and taken[before][1] > token.start():
            continue
        limit = starts[before + 1] if before + 1 < len(starts) else len(text)
        for mention, stop in _at(text, token, found[-1].span.end if found else 0, limit):
            end = max(end, stop)
            if mention:
                found.append(mention)
    return found


def _at(text: str, token: re.Match[str], floor: int, limit: int) -> Iterator[tuple[QuantityMention | None, int]]:
    """Yield the quantity at a token, if any, and where reading goes on."""
    special = none_listed(text, token) or duration(text, token, floor)
    if special:
        yield special, special.span.end
        return
    first = term(text, token.start())
    if first is None or first.end > limit:
        return
    if is_no_quantity(text, first):
        yield None, first.end
        return
    extent = _extent(text, first, floor, limit)
    mention = _mention(text, extent, first)
    yield mention, extent.end if mention else first.end


def _extent(text: str, first: Term, floor: int, limit: int) -> Extent:
    frame = comparator(text, first, floor)
    last, frame = _range(text, first, frame, limit)
    unit = last.unit if last else first.unit
    low, high = _ends(text, first, last)
    end, frame = suffix(text, last.end if last else first.end, frame)
    low, high = frame.bounds(low, high, closed=last is not None)
    vague = first.number.kind == "vague" or bool(last and last.number.kind == "vague")
    return Extent(frame.start, end, low, high, unit, frame, (last or first).joint, vague, last is not None)


def _ends(text: str, first: Term, last: Term | None) -> tuple[float | None, float | None]:
    if last is None:
        return first.number.low, first.number.high
    low = first.number.low
    if low is not None and last.number.scale > 1 and first.number.scale == 1 and low < (last.number.high or 0):
        low *= last.number.scale
    elif (
        low is not None
        and text[last.end - 4 : last.end] == ",000"
        and low < 1000
        and low * 1000 < (last.number.high or 0)
    ):
        low *= 1000 if "-–—‑".find(text[first.end : first.end + 1]) >= 0 else 1
    return low, last.number.high


def _range(text: str, first: Term, frame: Comparator, limit: int) -> tuple[Term | None, Comparator]:
    """Return the second number of a range and the frame without what only opened it; None where there is no range."""
    for pattern, allowed in (
        (UP_TO, frame.kind == "min"),
        (RANGE, True),
        (AND, frame.kind == "between"),
        (OR, frame.kind in ("", "about", "max")),
    ):
        gap = pattern.match(text, first.end) if allowed else None
        last = _second(text, gap.end(), first, limit) if gap else None
        if last and gap and SPACED_DASH.fullmatch(gap.group()) and last.number.kind != first.number.kind:
            continue
        if last and gap and _in_order(text, first, last, choice=pattern is OR):
            return last, replace(frame, kind="") if frame.kind in ("min", "between") else frame
    return None, replace(frame, kind="", start=first.start) if frame.kind == "between" else frame


def _second(text: str, start: int, first: Term, limit: int) -> Term | None:
    """Read the second number, past its currency sign; it has the first's unit where it has none."""
    while start < len(text) and text[start] in "$€£¥₹US" and not text[start].isalnum():
        start += 1
    if start >= len(text) or not text[start].isalnum():
        return None
    last = term(text, start)
    if last is None or last.end > limit or last.number.kind == "times":
        return None
    if not last.unit and first.unit in CURRENCIES:
        last = with_unit(text, last)
    return replace(last, unit=last.unit or first.unit)


def _in_order(text: str, first: Term, last: Term, *, choice: bool) -> bool:
    low, high = _ends(text, first, last)
    same = first.unit in ("", last.unit)
    if not same or low is None or high is None or not low < high:
        return False
    return not choice or high <= max(low * 1.5, low + 3)


def _mention(text: str, extent: Extent, first: Term) -> QuantityMention | None:
    noun = measured_noun(text, extent.start)
    counts = extent.unit in ("", "fraction", "%", "times")
    what = _what(text, extent) if counts and extent.unit != "times" else NOTHING
    if (
        extent.unit == ""
        and not what.unit
        and not noun
        and not extent.range
        and needs_noun(text, extent.start, extent.end, first)
    ):
        return None
    stuff = "" if counts else substance(text, extent.end)
    described = is_attribute(text, extent.start, extent.end, extent.unit, joint=extent.joint)
    return QuantityMention(
        low=extent.low,
        high=extent.high,
        unit=extent.unit or what.unit or ("death" if noun.endswith("toll") else ""),
        counted=what.counted or stuff or noun,
        role=QuantityRole.ATTRIBUTE if described else QuantityRole.VALUE,
        span=Span(extent.start, extent.end),
        low_open=extent.frame.kind == "more" and extent.low is not None,
        high_open=extent.frame.kind == "less" and extent.high is not None,
        approximate=extent.frame.approximate,
        vague=extent.vague,
    )


def _what(text: str, extent: Extent) -> Phrase:
    if extent.unit in UNITS:
        stuff = substance(text, extent.end)
        return Phrase("", stuff, -1) if stuff else NOTHING
    if PRONOUN.match(text, extent.end):
        return NOTHING
    single = extent.low == 1 or extent.high == 1 or extent.joint or text[extent.end - 2 : extent.end] == "of"
    return phrase(text, extent.end, one=single)
