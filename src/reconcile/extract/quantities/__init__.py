"""Quantities in one paragraph: intervals with their unit, what they count, and whether they are what is claimed.

Terms (a number with its unit) are found, joined to ranges, dressed with their comparator, and given what they count.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reconcile.extract.quantities.counted import COPULA, NOTHING, PRONOUN, Phrase, phrase, substance
from reconcile.extract.quantities.frames import Comparator, comparator, last_word, suffix
from reconcile.extract.quantities.guards import is_no_quantity, names_a_thing
from reconcile.extract.quantities.numerals import lowered, opening, scanner
from reconcile.extract.quantities.roles import NEEDS_PLURAL, continues, is_attribute, measured_noun, needs_noun
from reconcile.extract.quantities.specials import DURATIONS, SINGLE_UNITS, duration, none_listed, single, vote
from reconcile.extract.quantities.terms import Term, term, with_unit
from reconcile.model import DateMention, QuantityMention, QuantityRole, Span
from reconcile.values.units import CURRENCIES, UNITS

NOT_ONE = re.compile(r"not\s(?:a|one)\b", re.IGNORECASE)
"""A denial that any was, which is read from its noun."""

DIGITS = re.compile(r"\d+")
LIST_MARK = re.compile(r"\s*[\[(]?\d{1,4}[.)\]](?=\s)")
"""What numbers the paragraph itself, before it is read."""

FURTHER = {"none", *DURATIONS, *SINGLE_UNITS}
SCAN = scanner(FURTHER)

RANGE = re.compile(
    r"(?:-(?=to-)|\s*)(?:to-|to|[-–—‑])\s*(?:as\s+(?:many|much|high)\s+as\s+|about\s+|around\s+)?(?=[\d$€£¥₹A-Za-z])"
)
SPACED_DASH = re.compile(r"\s+[-–—‑]\s+")
"""Between two numbers in digits a range, else a break in the sentence: "under five – 70 per cent"."""

AND = re.compile(r",?\s+and(?:\s+(?=[\d$€£¥₹A-Za-z])|(?=\d))")
OR = re.compile(r"\s+or\s+(?:(?:perhaps|maybe|possibly|even)\s+)?(?=[\da-z])")
UP_TO = re.compile(
    r",?\s+(?:(?:and|or|but)\s+)?(?:possibly|perhaps|maybe|probably|potentially)\s+(?:up\s+to\s+|as\s+(?:much|many)\s+as\s+)?"
    r"(?:an?\s+)?(?=[\d$€£¥₹a-z])|,?\s+(?:and|or|but)\s+(?:up\s+to|as\s+(?:much|many)\s+as|at\s+most|no\s+more\s+than)\s+"
)


LIMITING = ("time in days", "length in m")
"""Behind a limit of these stands from when or where it runs, not what is measured: "within 45 minutes of an order"."""


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


@dataclass(slots=True)
class Reading:
    """How far one paragraph is read, and what stands in the way."""

    text: str
    taken: Sequence[tuple[int, int]]
    found: list[QuantityMention] = field(default_factory=list)
    end: int = 0
    named: int = -1

    @property
    def floor(self) -> int:
        """Where the last quantity ended: no comparator reaches behind it."""
        return self.found[-1].span.end if self.found else 0

    def free(self, start: int) -> int:
        """Return how far a quantity from ``start`` may reach; -1 where it stands in a date."""
        after = bisect_right(self.taken, (start, len(self.text)))
        if after and self.taken[after - 1][1] > start:
            return -1
        return self.taken[after][0] if after < len(self.taken) else len(self.text)


def find(text: str, dates: Sequence[DateMention] = ()) -> list[QuantityMention]:
    """Return the quantities in a paragraph, in order, without overlap; none in the span of one of ``dates``.

    Spans are offsets in ``text``: comparator, number and unit ("at least 100 metric tons"), without the noun that a
    number counts ("2,500" of 2,500 rockets). Cost is proportional to the length of the text.
    """
    lower = f" {lowered(text)}"
    mark = LIST_MARK.match(lower)
    first = SCAN.search(lower, mark.end() - 1 if mark else 0)
    if first is None:
        return []
    reading = Reading(text, sorted([(date.span.start, date.span.end) for date in dates]))
    for token in SCAN.finditer(lower, first.start()):
        word = token[1] or ""
        start = token.start() if word else token.start() - 1
        if start >= reading.end:
            _read(reading, start, word)
    return reading.found


def _read(reading: Reading, start: int, word: str) -> None:
    """Read the quantity at a token, if any, and move on to where it ends."""
    if word and reading.text[start - 1 : start].isalnum():
        return
    start = opening(reading.text, start, word)
    limit = reading.free(start)
    if limit < 0 or start < reading.end:
        return
    for mention in _special(reading, start, word):
        reading.found.append(mention)
        reading.end = mention.span.end
    if reading.end <= start and word not in FURTHER:
        _number(reading, start, limit)


def _special(reading: Reading, start: int, word: str) -> Iterable[QuantityMention]:
    """Return what is read another way than as number and noun."""
    text, found = reading.text, None
    if not word:
        return vote(text, start) or ()
    if word in SINGLE_UNITS:
        found = single(text, start, word, reading.floor)
    elif word in DURATIONS:
        found = duration(text, start, word, reading.floor)
    elif word == "none":
        found = none_listed(text, start)
    return (found,) if found else ()


def _number(reading: Reading, start: int, limit: int) -> None:
    text = reading.text
    digits = DIGITS.match(text, start)
    if digits and names_a_thing(text, start):
        reading.named = reading.end = digits.end()
        return
    first = term(text, start)
    if first is None or first.end > limit or NOT_ONE.match(text, max(0, start - 4)):
        return
    reading.end = first.end
    elided = bool(reading.found) and continues(text, reading.floor, first.start)
    if is_no_quantity(text, first, reading.named, elided=elided):
        reading.named = first.end
        return
    extent = _extent(text, first, reading.floor, limit)
    if mention := _mention(reading, extent, first):
        whole = _compound(text, reading.found[-1], mention) if reading.found and mention.unit in PARTS_OF else None
        reading.found[len(reading.found) - (whole is not None) :] = [whole or mention]
        reading.end = extent.end


PARTS_OF: Mapping[str, tuple[str, ...]] = {"min": ("h",), "s": ("h", "min"), "in": ("ft",), "oz": ("lb",)}
"""Units that go on a greater one of the same measure: "2 hours 1 minute 39 seconds" is one quantity, in seconds."""

GOES_ON = re.compile(r",?\s+(?:and\s+)?")


def _compound(text: str, last: QuantityMention, part: QuantityMention) -> QuantityMention | None:
    """Return a measure with the part that follows it as one quantity; None where they are two."""
    if last.unit not in PARTS_OF[part.unit] or not GOES_ON.fullmatch(text, last.span.end, part.span.start):
        return None
    factor = round(UNITS[last.unit].low / UNITS[part.unit].low, 6)
    if None in (last.low, last.high, part.low) or part.low != part.high or part.approximate:
        return None
    low, high = (round((end or 0.0) * factor + (part.low or 0.0), 6) for end in (last.low, last.high))
    return replace(last, low=low, high=high, unit=part.unit, span=Span(last.span.start, part.span.end))


def _extent(text: str, first: Term, floor: int, limit: int) -> Extent:
    frame = comparator(text, first, floor)
    last, frame = _range(text, first, frame, limit)
    unit = last.unit if last else first.unit
    low, high = _ends(text, first, last)
    end, frame = suffix(text, last or first, frame)
    low, high = frame.bounds(low, high, closed=last is not None)
    vague = first.number.kind in ("vague", "most") or bool(last and last.number.kind == "vague")
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
        (RANGE, last_word(text, frame.start) != "from"),
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
    return not choice or high <= max(low * 2, low + 3)


def _mention(reading: Reading, extent: Extent, first: Term) -> QuantityMention | None:
    text = reading.text
    what = _counts(text, extent)
    if first.number.kind == "most" and not what.counted and needs_noun(text, extent.start, extent.end, first):
        return None
    if extent.unit == "" and not what.unit and not what.counted and not extent.range:
        last = reading.found[-1] if reading.found else None
        if last and not extent.vague and last.unit not in UNITS and continues(text, last.span.end, extent.start):
            what = Phrase(last.unit, last.counted, -1)
        elif needs_noun(text, extent.start, extent.end, first):
            return None
    described = _describes(reading, extent)
    return QuantityMention(
        low=extent.low,
        high=extent.high,
        unit=extent.unit or what.unit,
        counted=what.counted,
        role=QuantityRole.ATTRIBUTE if described else QuantityRole.VALUE,
        span=Span(extent.start, extent.end),
        low_open=extent.frame.kind == "more" and extent.low is not None,
        high_open=extent.frame.kind == "less" and extent.high is not None,
        approximate=extent.frame.approximate,
        vague=extent.vague,
    )


def _describes(reading: Reading, extent: Extent) -> bool:
    """Say whether the quantity only describes; one in brackets behind another says the same in another unit."""
    last = reading.found[-1] if reading.found else None
    if last and extent.unit in UNITS and CONVERTED.fullmatch(reading.text, last.span.end, extent.start):
        return last.role is QuantityRole.ATTRIBUTE
    joint = extent.joint and not extent.frame.kind
    return is_attribute(reading.text, extent.start, extent.end, extent.unit, joint=joint)


CONVERTED = re.compile(r"\s?\((?:or\s+)?|,\s+or\s+")


def _counts(text: str, extent: Extent) -> Phrase:
    """Return what is counted or measured: named behind the number, or before it ("a death toll of 12")."""
    what = _what(text, extent)
    if what.counted:
        return what
    noun = measured_noun(text, extent.start)
    return noun if extent.unit == "" else Phrase("", noun.counted, -1)


def _what(text: str, extent: Extent) -> Phrase:
    unit = UNITS.get(extent.unit)
    if extent.unit and unit is None:
        return Phrase("", extent.unit, -1)
    if unit and (unit.key == "times" or (unit.dimension in LIMITING and extent.frame.kind == "max")):
        return NOTHING
    if unit and unit.key == "fraction" and not text.startswith(" of", extent.end):
        return Phrase("", phrase(text, extent.end, one=False).counted, -1)
    if unit:
        return Phrase("", substance(text, extent.end), -1)
    if (pronoun := PRONOUN.match(text, extent.end)) and not COPULA.match(text, pronoun.end()):
        return NOTHING
    one = extent.low == 1 or extent.high == 1 or extent.joint
    found = phrase(text, extent.end, one=one)
    stuff = not found.unit and text[extent.end - 2 : extent.end] == "of" and not NEEDS_PLURAL.match(text, extent.start)
    return phrase(text, extent.end, one=True) if stuff else found
