"""Quantities as intervals: what they come to in base units, and whether two of them can both be right.

Nothing here reads text. A "ton" stays what it is, short, long or metric, through every comparison.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, Protocol

from reconcile.values.units import FAMILIES, UNITS

Relation = Literal["same", "overlap", "within", "disjoint", "incomparable"]

ROUNDING = 0.005
"""Relative half-width of a number quoted in prose: 180 tons means 179.1 to 180.9.

Keeps 2,500 and 2,499 together and 2,500 and 2,400 apart; a count below 100 is exact.
"""

CONVERTED_ROUNDING = 0.05
"""Widest relative half-width where two units differ.

One of the two is then likely a rounded conversion of the other (400 miles and 650 km, 0.6 % apart), so half a step of
the last digit written is allowed (350 to 450 miles), but never more than this: 380 to 420.
"""

APPROXIMATE = 0.10
"""Relative half-width that "about", "roughly", "some" add: some 5,000 means 4,500 to 5,500."""

EXACT = 1e-9
"""Relative difference below which two numbers are equal: what converting back and forth costs in floating point."""

NUMBER = "number"
"""The dimension of a number that says neither unit nor what is counted."""


class Measured(Protocol):
    """What this module asks of a quantity. ``model.QuantityMention`` is one, and so is ``Quantity``."""

    @property
    def low(self) -> float | None:
        """The lower end in the unit as written; None where unbounded."""
        ...

    @property
    def high(self) -> float | None:
        """The upper end in the unit as written; None where unbounded."""
        ...

    @property
    def unit(self) -> str:
        """A key of ``units.UNITS``, a singular count noun, or empty."""
        ...

    @property
    def counted(self) -> str:
        """What is counted or measured."""
        ...

    @property
    def low_open(self) -> bool:
        """Whether the lower end itself is left out."""
        ...

    @property
    def high_open(self) -> bool:
        """Whether the upper end itself is left out."""
        ...

    @property
    def approximate(self) -> bool:
        """Whether the number is hedged."""
        ...

    @property
    def vague(self) -> bool:
        """Whether it is a number without digits."""
        ...


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity that stands nowhere in a text: out of a table, or in a test."""

    low: float | None
    high: float | None
    unit: str = ""
    counted: str = ""
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of base units, infinite where unbounded; ``low_open``/``high_open`` leave the end itself out."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    def meets(self, other: "Interval") -> bool:
        """Say whether the two share a value."""
        return _before(self, other) and _before(other, self)

    def holds(self, other: "Interval") -> bool:
        """Say whether every value of ``other`` is in here."""
        starts = other.low > self.low or (other.low == self.low and self.low_open <= other.low_open)
        ends = other.high < self.high or (other.high == self.high and self.high_open <= other.high_open)
        return starts and ends


def _before(first: Interval, second: Interval) -> bool:
    """Say whether ``first`` begins no later than ``second`` ends."""
    return first.low < second.high or (first.low == second.high and not (first.low_open or second.high_open))


def dimension(unit: str) -> str:
    """Return what ``unit`` measures; a count noun is its own dimension, save that of a family ("fatality": "death")."""
    if unit in UNITS:
        return UNITS[unit].dimension
    noun = singular(unit)
    return next((family for family, nouns in FAMILIES.items() if noun in nouns), noun) or NUMBER


IRREGULAR: Mapping[str, str] = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot",
    "teeth": "tooth", "mice": "mouse", "geese": "goose", "lives": "life", "wives": "wife", "knives": "knife",
    "leaves": "leaf", "wolves": "wolf", "halves": "half", "shelves": "shelf", "thieves": "thief", "loaves": "loaf",
    "crises": "crisis", "analyses": "analysis", "bases": "base", "diagnoses": "diagnosis", "hypotheses": "hypothesis",
    "theses": "thesis", "axes": "axe", "criteria": "criterion", "phenomena": "phenomenon", "bacteria": "bacterium",
    "media": "medium", "data": "datum", "series": "series", "species": "species", "aircraft": "aircraft",
    "spacecraft": "spacecraft", "means": "means", "headquarters": "headquarters", "barracks": "barracks",
    "works": "works", "gas": "gas", "gases": "gas", "bus": "bus", "buses": "bus", "virus": "virus",
    "viruses": "virus", "campus": "campus", "campuses": "campus", "crisis": "crisis", "canvas": "canvas",
    "analysis": "analysis", "basis": "basis", "oasis": "oasis", "anthrax": "anthrax", "shoes": "shoe", "news": "news",
    "movies": "movie", "cookies": "cookie", "calories": "calorie", "ties": "tie", "cases": "case", "houses": "house",
    "hoaxes": "hoax", "premises": "premises", "tactics": "tactics", "missing": "missing", "kilos": "kilo",
    "grandchildren": "grandchild", "schoolchildren": "schoolchild", "stepchildren": "stepchild", "caches": "cache",
    "headaches": "headache", "niches": "niche", "axles": "axle", "heroes": "hero", "sarin": "sarin", "dice": "die",
}  # fmt: skip
"""Plurals that the endings below get wrong, and words in -s that are no plurals."""

PLURALS_IN_IS = frozenset(
    """iraqis israelis pakistanis kuwaitis saudis emiratis omanis yemenis qataris bahrainis bangladeshis azerbaijanis
    kashmiris somalis nepalis bengalis punjabis sindhis gujaratis baluchis yazidis yezidis houthis nazis alawis sunnis
    shiis kiwis taxis safaris bikinis skis alibis rabbis khakis afghanis
    iranis parsis sufis salafis wahhabis tsunamis emojis""".split()
)
"""Plurals of words in -i, which look like singulars in -is."""

MEN = re.compile(r"[a-z]{2,}men$(?<!specimen)(?<!regimen)(?<!abdomen)(?<!acumen)(?<!stamen)(?<!bitumen)(?<!albumen)")
"""Plurals of words in -man: "gunmen", not "specimen"."""

ENDINGS: tuple[tuple[str, str], ...] = (
    ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("zzes", "zz"), ("toes", "to"), ("ies", "y"),
)  # fmt: skip
KEPT = re.compile(r"(?:ss|us|is|ics)$")


@lru_cache(maxsize=65536)
def singular(phrase: str) -> str:
    """Put the last word of a noun phrase in the singular: "chemical rockets", "chemical rocket"."""
    start, space, word = phrase.rpartition(" ")
    return f"{start}{space}{_singular_word(word)}"


def _singular_word(word: str) -> str:
    lower = word.lower()
    if lower in IRREGULAR:
        return IRREGULAR[lower]
    if MEN.match(lower):
        return f"{word[:-2]}an"
    if lower in PLURALS_IN_IS or (lower.endswith("s") and len(word) > 2 and word[:-1].isupper()):
        return word[:-1]
    if not lower.endswith("s") or len(lower) < 4 or KEPT.search(lower):
        return word
    for ending, instead in ENDINGS:
        if lower.endswith(ending):
            return word[: -len(ending)] + instead
    return word[:-1]


def base(quantity: Measured) -> Interval | None:
    """Return the quantity in base units of its dimension as written, without rounding; None where nothing bounds it."""
    if quantity.low is None and quantity.high is None:
        return None
    unit = UNITS.get(quantity.unit)
    least, most = (unit.low, unit.high) if unit else (1.0, 1.0)
    low = -math.inf if quantity.low is None else min(quantity.low * least, quantity.low * most)
    high = math.inf if quantity.high is None else max(quantity.high * least, quantity.high * most)
    if quantity.low is None and high > 0:
        low = 0.0
    point = low == high
    return Interval(low, high, quantity.low_open and not point, quantity.high_open and not point)


def compare(left: Measured, right: Measured, *, bare: bool = False) -> Relation:
    """Say whether the two can both be right; symmetric.

    "same": equal, or two single numbers within rounding; "within": one lies inside the other; "overlap": they share
    values; "disjoint": they cannot both be right; "incomparable": another dimension, or nothing bounds one of them.
    ``bare`` lets a number that says not what it counts ("16 of them") be held against any count.
    An open bound is kept to the letter: more than 150 and 150 are disjoint.
    """
    ours, theirs = base(left), base(right)
    if ours is None or theirs is None or not _comparable(left.unit, right.unit, bare=bare):
        return "incomparable"
    strict = any((ours.low_open, ours.high_open, theirs.low_open, theirs.high_open))
    converted = left.unit in UNITS and left.unit != right.unit
    wide, other = _widened(left, ours, strict, converted), _widened(right, theirs, strict, converted)
    if not wide.meets(other):
        return "disjoint"
    return _meeting(left, right, wide, other)


def _meeting(left: Measured, right: Measured, ours: Interval, theirs: Interval) -> Relation:
    hedged = left.approximate or right.approximate or left.vague or right.vague
    if _single(left) and _single(right) and not hedged:
        return "same"
    if _equal(ours, theirs):
        return "same"
    return "within" if ours.holds(theirs) or theirs.holds(ours) else "overlap"


def _comparable(left: str, right: str, *, bare: bool) -> bool:
    if dimension(left) == dimension(right):
        return True
    return bare and not (left and right) and left not in UNITS and right not in UNITS


def _single(quantity: Measured) -> bool:
    return quantity.low is not None and quantity.low == quantity.high


def _equal(left: Interval, right: Interval) -> bool:
    ends = (left.low_open, left.high_open) == (right.low_open, right.high_open)
    return ends and _close(left.low, right.low) and _close(left.high, right.high)


def _close(left: float, right: float) -> bool:
    return left == right or math.isclose(left, right, rel_tol=EXACT)


def _widened(quantity: Measured, exact: Interval, strict: bool, converted: bool) -> Interval:
    """Allow for rounding and hedges at the closed ends; exact where an open bound is meant to the letter."""
    below = _slack(quantity.low, quantity, strict, converted)
    above = _slack(quantity.high, quantity, strict, converted)
    low = exact.low - abs(exact.low) * below if below else exact.low
    high = exact.high + abs(exact.high) * above if above else exact.high
    return replace(
        exact, low=low if math.isfinite(low) else exact.low, high=high if math.isfinite(high) else exact.high
    )


def _slack(number: float | None, quantity: Measured, strict: bool, converted: bool) -> float:
    """Return the relative half-width of one end."""
    if number is None or quantity.vague:
        return 0.0
    if quantity.approximate:
        return APPROXIMATE
    if strict:
        return EXACT if converted else 0.0
    if converted:
        return min(CONVERTED_ROUNDING, max(ROUNDING, _last_digit(number)))
    exact_count = quantity.unit not in UNITS and abs(number) < 100
    return 0.0 if exact_count else ROUNDING


def _last_digit(number: float) -> float:
    """Return half a step of the last digit that is not a trailing zero, relative to the number."""
    if not number or not math.isfinite(number):
        return 0.0
    digits, _, exponent = f"{abs(number):.12e}".partition("e")
    places = len(digits.rstrip("0").rstrip(".").replace(".", "")) - 1
    return float(0.5 * 10.0 ** (int(exponent) - places) / abs(number))


def overlap_share(left: Measured, right: Measured) -> float:
    """Return how much of the shorter interval the two share, 0 to 1, as written, without rounding.

    0 where they touch in a point only ([10, 100] and [100, 500]), are disjoint or cannot be compared; 1 where one lies
    inside the other. Of two half-open intervals that meet, the shorter is unbounded: 1. An ambiguous unit is taken at
    its widest, so that 100 to 500 tons and 10 to 100 tonnes share a tenth.
    """
    ours, theirs = base(left), base(right)
    if ours is None or theirs is None or not _comparable(left.unit, right.unit, bare=False) or not ours.meets(theirs):
        return 0.0
    if ours.holds(theirs) or theirs.holds(ours):
        return 1.0
    shared = min(ours.high, theirs.high) - max(ours.low, theirs.low)
    shorter = min(ours.high - ours.low, theirs.high - theirs.low)
    return 1.0 if math.isinf(shorter) else shared / shorter


def ratio(left: Measured, right: Measured) -> float | None:
    """Return how far apart the two are: nearer end of the greater over nearer end of the smaller, 1 where they meet.

    Infinite against zero; None where they cannot be compared.
    """
    ours, theirs = base(left), base(right)
    if ours is None or theirs is None or not _comparable(left.unit, right.unit, bare=False):
        return None
    if ours.meets(theirs):
        return 1.0
    smaller, greater = sorted((ours, theirs), key=lambda each: (each.low, each.high))
    return greater.low / smaller.high if smaller.high > 0 else math.inf


SYMBOLS: Mapping[str, str] = {"USD": "$", "EUR": "€", "GBP": "£"}
"""Currencies said by their sign; the others by name."""

SCALES: tuple[tuple[float, str], ...] = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def say(quantity: Measured) -> str:
    """Say it as one writes it: "at least 500 rockets", "100 to 500 tonnes of mustard", "about $48.5 million"."""
    about = "about " if quantity.approximate or quantity.vague else ""
    if quantity.unit == "fraction":
        return f"{about}{_say_ends(quantity, 100)} per cent"
    if quantity.low is None and quantity.high is None:
        return f"an unstated number of {_plural(quantity.counted or quantity.unit or 'them')}"
    if quantity.unit in SYMBOLS:
        return f"{about}{_say_ends(quantity, 1, SYMBOLS[quantity.unit])}"
    return f"{about}{_say_ends(quantity, 1)} {_say_unit(quantity)}".rstrip()


def _say_ends(quantity: Measured, factor: float, sign: str = "") -> str:
    low, high = (None if end is None else f"{sign}{_say_number(end * factor)}" for end in (quantity.low, quantity.high))
    if high is None:
        return f"{'more than' if quantity.low_open else 'at least'} {low}"
    if low is None:
        return f"{'less than' if quantity.high_open else 'up to'} {high}"
    return low if low == high else f"{low} to {high}"


def _say_number(number: float) -> str:
    for scale, word in SCALES:
        if abs(number) >= scale and _close(round(number / scale, 2), number / scale):
            return f"{number / scale:,.4g} {word}"
    return f"{number:,.0f}" if abs(number) >= 1000 or number == int(number) else f"{number:.4g}"


def _say_unit(quantity: Measured) -> str:
    one = quantity.low == quantity.high == 1
    unit = UNITS.get(quantity.unit)
    if unit is None:
        noun = quantity.counted or quantity.unit
        return noun if one else _plural(noun)
    name = unit.one if one else unit.many
    return f"{name} of {quantity.counted}" if quantity.counted and unit.dimension in OF else name


OF = ("mass in kg", "volume in l", "flow in l/s", "area in m2", "share")
"""What is measured of a stuff, so that the stuff can be named behind it: "180 tons of sodium cyanide"."""

PLURALS: Mapping[str, str] = {one: many for many, one in IRREGULAR.items() if many not in (one, "persons")}


def _plural(phrase: str) -> str:
    """Put the head of a noun phrase in the plural: "drum of phosgene", "drums of phosgene"."""
    head, of, rest = phrase.partition(" of ")
    start, space, word = head.rpartition(" ")
    if not word or singular(word) != word or word in IRREGULAR:
        return phrase
    return f"{start}{space}{PLURALS.get(word) or _plural_word(word)}{of}{rest}"


def _plural_word(word: str) -> str:
    if word.endswith(("s", "sh", "ch", "x", "z")):
        return f"{word}es"
    return f"{word[:-1]}ies" if word.endswith("y") and word[-2:-1] not in "aeiou" else f"{word}s"
