"""Quantities without a number of their own: "none", "not one gram", "within weeks", "less than a kilometre"."""

import re
from collections.abc import Mapping

from reconcile.extract.quantities.counted import phrase
from reconcile.extract.quantities.frames import comparator, last_word
from reconcile.extract.quantities.numerals import Numeral
from reconcile.extract.quantities.roles import is_attribute
from reconcile.extract.quantities.terms import SPELLED, Term
from reconcile.model import QuantityMention, QuantityRole, Span
from reconcile.values.units import UNITS

LISTING = re.compile(
    r"\b(?:lists?|listed|declares?|declared|reports?|reported|found|finds?|shows?|showed|records?|recorded|names?|named|has|had"
    r"|contains?|contained|gives?|gave|mentions?|mentioned|yields?|yielded)\s+\Z",
    re.IGNORECASE,
)


def none_listed(text: str, start: int) -> QuantityMention | None:
    """Read "none" behind a verb of listing, and "none of the drums": zero."""
    end = start + len("none")
    if LISTING.search(text, max(0, start - 16), start):
        return QuantityMention(0.0, 0.0, "", "", QuantityRole.VALUE, Span(start, end))
    if (of := NONE_OF.match(text, end)) is None:
        return None
    hedge = HEDGED.search(text, max(0, start - 16), start)
    span = Span(hedge.start() if hedge else start, end)
    counted = phrase(text, of.end() - 1, one=False)
    return QuantityMention(
        0.0, 0.0, counted.unit, counted.counted, QuantityRole.VALUE, span, approximate=hedge is not None
    )


NONE_OF = re.compile(r"\s+of\s+(?:the|these|those|its|his|her|their|our)\s(?=\S)")
HEDGED = re.compile(r"\b(?:virtually|almost|nearly|practically)\s+\Z", re.IGNORECASE)


def vote(text: str, start: int) -> tuple[QuantityMention, QuantityMention] | None:
    """Read both sides of a vote, "220–192", where a vote is spoken of nearby; else it is a score, or a code."""
    found = SIDES.match(text, start)
    if found is None or not (
        VOTE_CUE.search(text, max(0, start - 60), start) or VOTE_CUE.search(text, found.end(), found.end() + 24)
    ):
        return None
    ours, theirs = (
        QuantityMention(
            float(found[side]), float(found[side]), "vote", "vote", QuantityRole.VALUE, Span(*found.span(side))
        )
        for side in (1, 2)
    )
    return ours, theirs


SIDES = re.compile(r"(\d{1,4})(?:\s?[-–—‑]\s?|[-‑]to[-‑])(\d{1,4})(?![\w,-])(?!\.\d)")
VOTE_CUE = re.compile(
    r"\b(?:votes?|voted|voting|ballot|passed|approved|rejected|adopted|defeated|ruled|ruling)\b", re.IGNORECASE
)

SINGLE_UNITS: Mapping[str, str] = {
    spelling: key
    for spelling, key in SPELLED.items()
    if " " not in spelling
    and spelling not in UNITS[key].many.lower().split("|")
    and spelling
    not in ("foot", "second", "knot", "bar", "rand", "real", "pound", "yard", "point", "occasion", "time", "fold")
    and not spelling.endswith("s")
    and UNITS[key].dimension in ("mass in kg", "length in m", "area in m2", "volume in l", "time in days", "share")
}
"""Words for one of a unit, which with an article and a comparator are a quantity: "within a year"."""

ARTICLE = re.compile(r"\b(?P<none>not\s+)?(?P<one>one|an?)(?P<single>\s+single)?\s+\Z", re.IGNORECASE)


def single(text: str, start: int, word: str, floor: int) -> QuantityMention | None:
    """Read one of a unit that is compared or denied: "less than a kilometre", "not one gram", "within a year"."""
    if text[start - 2 : start].lower() not in ("a ", "n ", "e "):
        return None
    found, unit = ARTICLE.search(text, max(floor, start - 20), start), SINGLE_UNITS[word]
    if found is None:
        return None
    end = start + len(word)
    if found["none"]:
        is_time = UNITS[unit].dimension == "time in days"
        span = Span(found.start(), end)
        return None if is_time else QuantityMention(0.0, 0.0, unit, "", QuantityRole.VALUE, span)
    half = AND_A_HALF.match(text, end)
    number = Numeral(found.start(), half.end() if half else end, *((1.5, 1.5) if half else (1.0, 1.0)), "words")
    return _compared(text, Term(number.start, number.end, number, unit), floor, alone=half is not None)


AND_A_HALF = re.compile(r"\s+and\s+a\s+half\b", re.IGNORECASE)


def _compared(text: str, term: Term, floor: int, *, alone: bool) -> QuantityMention | None:
    """Read what stands before one of a unit; without a comparator it is a quantity only where it may be ``alone``."""
    frame = comparator(text, term, floor)
    if frame.kind == "between" or (frame.start == term.start and not alone):
        return None
    low, high = frame.bounds(term.number.low, term.number.high, closed=False)
    described = is_attribute(text, frame.start, term.end, term.unit, joint=False)
    role = QuantityRole.ATTRIBUTE if described else QuantityRole.VALUE
    return QuantityMention(
        low,
        high,
        term.unit,
        "",
        role,
        Span(frame.start, term.end),
        low_open=frame.kind == "more",
        high_open=frame.kind == "less",
        approximate=frame.approximate,
    )


DURATIONS: Mapping[str, tuple[str, float, float]] = {
    "minutes": ("min", 2, 59), "hours": ("h", 2, 23), "days": ("day", 2, 13), "weeks": ("week", 2, 8),
    "months": ("month", 2, 23), "years": ("year", 2, 9), "decades": ("decade", 2, 9),
}  # fmt: skip
"""Units of time without a number, as far as usage bounds them: beyond eight weeks one says months."""

HOW_LONG = re.compile(
    r"\b(?:within|in\s+(?:just\s+|only\s+)?a\s+matter\s+of|in\s+(?:just|only)|takes?|took|taken|taking|lasted|lasts|for)\s+\Z",
    re.IGNORECASE,
)


BEFORE_DURATION = frozenset("within of just only take takes took taken taking last lasted lasts for".split())
"""Last words of ``HOW_LONG``, for a cheap refusal."""


def duration(text: str, start: int, word: str, floor: int) -> QuantityMention | None:
    """Read "within weeks": a lead time without a number."""
    if last_word(text, start) not in BEFORE_DURATION:
        return None
    before = HOW_LONG.search(text, max(floor, start - 28), start)
    if before is None:
        return None
    (unit, low, high), span = DURATIONS[word], Span(before.start(), start + len(word))
    role = QuantityRole.ATTRIBUTE if before.group().lower().startswith("for") else QuantityRole.VALUE
    return QuantityMention(low, high, unit, "", role, span, approximate=True, vague=True)
