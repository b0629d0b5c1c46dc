"""What is put on a number: comparators and hedges before it, "or more" behind it, and what they make of it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reconcile.extract.behind import LONGEST_WORD, SKIPPED, word_before
from reconcile.extract.quantities.terms import PLUS, Term
from reconcile.values.quantity import APPROXIMATE
from reconcile.values.units import UNITS

Kind = Literal["", "about", "nearly", "over", "min", "max", "more", "less", "between"]

WINDOW = 44
"""Characters looked at before a number. The longest comparators ("in the region of at least ") have under 40."""

Bounds = tuple[float | None, float | None]


def _rows(rows: Sequence[tuple[Kind, str]]) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(rf"(?:{pattern})\Z", re.IGNORECASE)) for kind, pattern in rows)


DEGREE = r"(?:(?:well|far|(?:very\s+)?much|slightly|significantly|considerably|a\s+(?:bit|little)|many|even)\s+)?"
MEASURE = r"(?:elevation\s+|altitude\s+|(?:the\s+)?age\s+(?:of\s+)?)?"
LARGE = "many|much|high|long|far|large|big|great|old|heavy|deep|wide|tall|fast|late"
SMALL = "few|little|low|short|small|early|young|light|recently|soon"

COMPARATORS = _rows([
    ("min", r"\b(?:at\s+(?:the\s+(?:very\s+)?)?least|(?:no|not)\s+(?:less|fewer|lower|smaller)\s+than)\s+"),
    ("min", r"\b(?:(?:a\s+)?minimum\s+of|min\.|anywhere\s+from|upwards?\s+of)\s+"),
    ("min", rf"\bas\s+(?:{SMALL})\s+as\s+"),
    ("max", r"\b(?:up\s+to|at\s+(?:the\s+)?(?:very\s+)?most|(?:no|not|never)\s+more\s+than|not\s+exceeding)\s+"),
    ("max", r"\b(?:no|not)\s+(?:greater|higher|larger|longer)\s+than\s+"),
    ("max", r"\b(?:(?:a\s+)?maximum\s+of|max\.|not\s+over|capped\s+at)\s+"),
    ("max", r"\bwithin\s+"),
    ("max", rf"\bas\s+(?:{LARGE})\s+as\s+"),
    ("over", r"\b(?:just|slightly|a\s+little|little)\s+(?:over|above|more\s+than)\s+"),
    ("nearly", r"\b(?:nearly|almost|not\s+quite|virtually|approaching|nearing)\s+"),
    ("nearly", r"\b(?:just|slightly|a\s+little)\s+(?:under|below|less\s+than|fewer\s+than|short\s+of)\s+"),
    ("more", rf"\b{DEGREE}(?:more|greater|higher|larger|longer|better|bigger|older|heavier)\s+than\s+"),
    ("more", r"\b(?:well\s+)?in\s+excess\s+of\s+"),
    ("more", r"\bexceed(?:s|ed|ing)?\s+"),
    ("more", rf"\b(?:well\s+|far\s+)?(?:over|above|beyond)\s+{MEASURE}"),
    ("less", rf"\b{DEGREE}(?:less|fewer|lower|smaller|shorter|younger)\s+than\s+"),
    ("less", rf"\b(?:well\s+|far\s+)?(?:under|below)\s+{MEASURE}|\bshort\s+of\s+"),
    ("about", r"\b(?:about|around|roughly|approximately|circa|some|an?\s+estimated|perhaps|maybe|something\s+like)\s+"),
    ("less", r"\bnowhere\s+near\s+"),
    ("about", r"\b(?:barely|hardly|close\s+to|somewhere\s+near)\s+"),
    ("about", r"\bestimated\s+at\s+(?:about\s+|some\s+)?"),
    ("about", r"\b(?:approx\.?|ca?\.)\s*|[~≈∼]\s?|\bin\s+the\s+(?:range|region|neighbou?rhood|order|vicinity)\s+of\s+"),
    ("about", r"\bo[nf]\s+the\s+order\s+of\s+|\ban?\s+average\s+of\s+(?:about\s+)?"),
    ("between", r"\b(?:of\s+)?(?P<opener>between|from)\s+(?:(?:the\s+)?ages?\s+(?:of\s+)?)?"),
])  # fmt: skip
"""What may stand before a number, the more particular first: "no more than" before "more than"."""

COMPARING = frozenset(
    """as within least than of near barely hardly min. from to most exceeding max. over at above nearly almost quite
    virtually approaching nearing under below excess exceed exceeds exceeded beyond elevation altitude about around
    roughly approximately circa some estimated perhaps maybe like approx approx. c. ca. between age ages""".split()
)
"""The last words of the rows above: behind any other word none of them can match."""

BY_LAST_WORD: Mapping[str, tuple[tuple[Kind, re.Pattern[str]], ...]] = {
    word: tuple((kind, pattern) for kind, pattern in COMPARATORS if word.rstrip(".") in pattern.pattern)
    for word in COMPARING
}
"""The rows that may end in a word, so that few are tried behind it."""

ABOUT_SIGNS = ("~", "≈", "∼")

NO_COMPARATOR: Mapping[str, frozenset[str]] = {
    "under": frozenset(
        """fall falls fell falling come comes came coming listed grouped filed placed divided from buried trapped
        hidden""".split()
    ),
    "over": frozenset(
        """control concern concerns concerned dispute disputes victory win won battle war fight debate talks anger
        outrage protest protests worried sovereignty authority power influence lead row conflict handed took take taken
        jurisdiction advantage question questions doubt doubts""".split()
    ),
    "about": frozenset(
        """concerned concern concerns question questions information ask asked talk talks talked talking worried worry
        doubt doubts spoke speak statement statements story stories details evidence came come bring brought
        learned wrote""".split()
    ),
    "from": frozenset(
        """rise rises rose risen rising increase increases increased increasing grow grows grew grown growing fall falls
        fell fallen falling drop drops dropped dropping cut cuts reduce reduces reduced reducing decline
        declined declining extend extended extending raise raised raising lower lowered lowering expand expanded
        expanding up down jump jumped climb climbed shrink shrank dwindle dwindled decrease decreased decreasing
        double doubled change changed""".split()
    ),
    "within": frozenset(["from"]),
}
"""Words behind which these compare nothing: "control over two towns"; a rise from 5 to 7 is two numbers, no range."""

SUFFIXES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("min", re.compile(r"\+(?!\d)|\s(?:or|and)\s+(?:more|above|over|higher|older)\b", re.IGNORECASE)),
    ("max", re.compile(r"\s+or\s+(?:less|fewer|under)\b", re.IGNORECASE)),
    ("about", re.compile(r"\s+or\s+so\b|-?\s?odd\b", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class Comparator:
    """What was put on a number, and where that begins."""

    kind: Kind
    start: int
    approximate: bool = False

    def bounds(self, low: float | None, high: float | None, *, closed: bool) -> Bounds:
        """Apply it to an interval; ``closed`` is one that was given with both ends, and keeps them."""
        if closed or self.kind not in BOUNDS:
            return low, high
        return BOUNDS[self.kind](low, high)


BOUNDS: Mapping[Kind, Callable[[float | None, float | None], Bounds]] = {
    "min": lambda low, _high: (low, None),
    "more": lambda low, _high: (low, None),
    "max": lambda _low, high: (None, high),
    "less": lambda _low, high: (None, high),
    "nearly": lambda low, high: (None if low is None else round(low * (1 - APPROXIMATE), 6), high),
    "over": lambda low, high: (low, None if high is None else round(high * (1 + APPROXIMATE), 6)),
}


def last_word(text: str, start: int) -> str:
    """Return ``word_before``, sooner where it is a plain word behind a space."""
    window = text[max(0, start - LONGEST_WORD - 4) : start].rstrip(SKIPPED)
    word = window[window.rfind(" ") + 1 :].lower()
    return word if word.isalpha() else word_before(text, start)


def comparator(text: str, first: Term, floor: int) -> Comparator:
    """Return what stands before ``first``, not below ``floor``: hedges and one comparator, outwards."""
    found = Comparator("", first.start)
    while step := _before(text, found.start, floor):
        kind, start = step
        if not _fits(first, text[start : found.start], last_word(text, start)):
            break
        hedge = kind in ("about", "nearly", "over")
        if found.kind and not hedge:
            break
        found = Comparator(found.kind or (kind if kind != "about" else ""), start, found.approximate or hedge)
    return found


def _before(text: str, start: int, floor: int) -> tuple[Kind, int] | None:
    last = last_word(text, start)
    rows = BY_LAST_WORD.get(last, ())
    if text[max(0, start - 2) : start].strip() in ABOUT_SIGNS:
        rows = COMPARATORS
    low = max(floor, start - WINDOW)
    for kind, pattern in rows:
        found = pattern.search(text, low, start)
        if found and found.group():
            begin = found.start("opener") if "opener" in pattern.groupindex else found.start()
            return None if last_word(text, begin) in NO_COMPARATOR.get(last, ()) else (kind, begin)
    return None


def _fits(first: Term, written: str, before: str) -> bool:
    """Say whether a comparator is one here: "over 48 hours" may be during them, and only a measure has a "within"."""
    unit = UNITS.get(first.unit)
    word = written.strip().lower()
    if unit is None or word != "over":
        return unit is not None or word != "within"
    return unit.dimension != "time in days" or before in BEFORE_OVER


BEFORE_OVER = frozenset(
    "for after in lasted lasting lasts took take takes taking is was than spent just aged served".split()
)
"""Words behind which "over" a time is longer than it: "for over 48 hours"."""


def suffix(text: str, last: Term, frame: Comparator) -> tuple[int, Comparator]:
    """Apply what stands behind the number: "500 or more", "500+", "30 or so"."""
    end = last.end
    if not frame.kind and last.end > last.number.end and PLUS.match(text, last.number.end):
        return end, replace(frame, kind="min")
    for kind, pattern in SUFFIXES:
        found = pattern.match(text, end)
        if found and kind == "about":
            return found.end(), replace(frame, approximate=True)
        if found and not frame.kind:
            return found.end(), replace(frame, kind=kind)
    return end, frame
