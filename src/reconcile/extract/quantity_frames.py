"""What stands around a quantity: comparators, hedges, what makes a number no quantity, and a quantity an attribute."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reconcile.extract.behind import word_before
from reconcile.extract.quantity_terms import Term
from reconcile.model import QuantityMention, QuantityRole, Span
from reconcile.values.quantity import APPROXIMATE
from reconcile.values.units import CURRENCIES, UNITS

Kind = Literal["", "about", "nearly", "over", "min", "max", "more", "less", "between"]

WINDOW = 44
"""Characters looked at before a number. The longest comparators ("in the region of at least ") have under 40."""

Bounds = tuple[float | None, float | None]


def _rows(rows: Sequence[tuple[Kind, str]]) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(rf"(?:{pattern})\Z", re.IGNORECASE)) for kind, pattern in rows)


COMPARATORS = _rows([
    ("min", r"\b(?:at\s+(?:the\s+very\s+)?least|(?:no|not)\s+(?:less|fewer)\s+than|upwards?\s+of)\s+"),
    ("min", r"\b(?:(?:a\s+)?minimum\s+of|min\.|as\s+few\s+as|as\s+little\s+as|anywhere\s+from)\s+"),
    ("max", r"\b(?:up\s+to|at\s+(?:the\s+)?most|(?:no|not)\s+more\s+than|not\s+exceeding)\s+"),
    ("max", r"\b(?:no\s+(?:greater|higher)\s+than|(?:a\s+)?maximum\s+of|max\.|not\s+over|capped\s+at)\s+"),
    ("max", r"\bwithin\s+"),
    ("max", r"\bas\s+(?:many|much|high|long|far)\s+as\s+"),
    ("over", r"\b(?:just|slightly|a\s+little)\s+(?:over|above|more\s+than)\s+"),
    ("nearly", r"\b(?:nearly|almost|close\s+to|not\s+quite|virtually|approaching)\s+"),
    ("nearly", r"\bjust\s+(?:under|below|short\s+of)\s+"),
    ("more", r"\b(?:more|greater|higher|larger|longer|better)\s+than\s+|\bin\s+excess\s+of\s+"),
    ("more", r"\bexceed(?:s|ed|ing)?\s+"),
    ("more", r"\b(?:over|above|beyond|well\s+over)\s+(?:elevation\s+|altitude\s+)?"),
    ("less", r"\b(?:less|fewer|lower|smaller|shorter)\s+than\s+"),
    ("less", r"\b(?:under|below)\s+(?:elevation\s+|altitude\s+)?|\bshort\s+of\s+"),
    ("about", r"\b(?:about|around|roughly|approximately|circa|some|an?\s+estimated|perhaps|maybe)\s+"),
    ("about", r"\bestimated\s+at\s+(?:about\s+|some\s+)?"),
    ("about", r"\b(?:approx\.?|ca?\.)\s*|[~≈∼]\s?|\bin\s+the\s+(?:region|neighbou?rhood|order|vicinity)\s+of\s+"),
    ("about", r"\bo[nf]\s+the\s+order\s+of\s+|\ban?\s+average\s+of\s+(?:about\s+)?"),
    ("between", r"\b(?:of\s+)?(?P<opener>between|from)\s+"),
    ("", r"\b(?:an?\s+)(?:additional|further|extra|staggering|total\s+of)\s+"),
])  # fmt: skip
"""What may stand before a number, the more particular first: "no more than" before "more than"."""

COMPARING = frozenset(
    """as within least than of min. few little from to most exceeding max. many much high long far over at above nearly
    almost quite virtually approaching under below excess exceed exceeds exceeded beyond elevation altitude
    about around roughly approximately circa some estimated perhaps maybe approx approx. c. ca. between
    additional further extra staggering""".split()
)
"""The last words of the rows above: behind any other word none of them can match."""

SUFFIXES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("min", re.compile(r"\+(?!\d)|\s(?:or|and)\s+(?:more|above|over|higher)\b", re.IGNORECASE)),
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


def comparator(text: str, first: Term, floor: int) -> Comparator:
    """Return what stands before ``first``, not below ``floor``: hedges and one comparator, outwards."""
    found = Comparator("", first.start)
    while step := _before(text, found.start, floor):
        kind, start = step
        if not _fits(first, text[start : found.start]):
            break
        hedge = kind in ("about", "nearly", "over")
        if found.kind and not hedge:
            break
        found = Comparator(found.kind or (kind if kind != "about" else ""), start, found.approximate or hedge)
    return found


def _before(text: str, start: int, floor: int) -> tuple[Kind, int] | None:
    if word_before(text, start) not in COMPARING and text[max(0, start - 2) : start].strip() not in ("~", "≈", "∼"):
        return None
    low = max(floor, start - WINDOW)
    for kind, pattern in COMPARATORS:
        found = pattern.search(text, low, start)
        if found and found.group():
            return kind, found.start("opener") if "opener" in found.groupdict() else found.start()
    return None


def _fits(first: Term, written: str) -> bool:
    """Say whether a comparator is one here: "over 48 hours" is during them, and only a time has a "within"."""
    unit = UNITS.get(first.unit)
    is_time = unit is not None and unit.dimension == "time in days"
    word = written.strip().lower()
    return word not in ("over", "under", "above") if is_time else word != "within"


def suffix(text: str, end: int, frame: Comparator) -> tuple[int, Comparator]:
    """Apply what stands behind the number: "500 or more", "500+", "30 or so"."""
    for kind, pattern in SUFFIXES:
        found = pattern.match(text, end)
        if found and kind == "about":
            return found.end(), replace(frame, approximate=True)
        if found and not frame.kind:
            return found.end(), replace(frame, kind=kind)
    return end, frame


NAMES_A_THING = frozenset(
    """resolution resolutions project paragraph paragraphs para paras page pages p pp section sections chapter
    chapters article articles room flight box annex volume vol figure figures fig table tables unscr regulation
    rule route highway interstate boeing no nos number serial round phase category level type mark stage grade
    tier version note notes footnote appendix line question item step part band group channel studio gate
    platform block building apartment division brigade battalion regiment unit formula apollo psalm verse act
    scene season episode class size ps bp code zip per protocol amendment title order directive form schedule
    exhibit bill hc cm cmnd seeded ranked covid v""".split()
)
"""Words behind which a number is a name: "resolution 687", "Project 922", "round 3"."""

PAGE_OF = re.compile(r"\bpages?\s+\d+\s+of\s+\Z", re.IGNORECASE)
GLUED_BEFORE = re.compile(
    r"(?:\w|[\w)]/|[^\W\d_]\.|\d[.,:]|[^\W_][-‑]|\d[–—]|[\\@&=_^°+#№§¶]\s?|\d\s[-–x×]\s|\bv\.?\s)\Z"
)
GLUED_AFTER = re.compile(
    r"(?:st|nd|rd|th)\b|[:/]\d|\.\d|[-‑–]\d|[^\W\d_]|[-‑][A-Z]|°|\s*['’′″]\s?\d|\s?(?:a\.m|p\.m|am\b|pm\b|o['’]clock|GMT|UTC"
    r"|hrs\b|hours\s+(?:local|GMT|UTC))|,\d|[-‑–](?:\w+[-‑])?(?:year|man|woman)s?[-‑]?(?=\Z)",
)
AFTER_DIGITS = re.compile(r"\d\s\Z")
BRACKETED = re.compile(r"[\[(]\s?\Z")
CLOSED = re.compile(r"\s?(?:[,;–-]\s?\d+\s?)*[\])]")
LIST_NUMBER = re.compile(r"(?:\A|\n)\s*\(?\Z")
LIST_MARK = re.compile(r"[.)](?:\s|\Z)|\s+[–—]\s")
AGE = re.compile(r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*,\s\Z")
AGE_END = re.compile(r"\s*[,.)]")
NAME_BEFORE = re.compile(r"(?<![.!?:;]\s)(?<!\A)\b[A-Z][\w’-]*[a-z][\w’-]*\s\Z|\b[A-Z]{2,}[\w-]*\s\Z")
LOWER_NEXT = re.compile(r"[\s\u00a0]+(?:[a-z]|[A-Z][\w-]+\s+(?:[A-Z][\w-]+\s+){0,3}[a-z]|per\s?cent)|[%‰]|\s*\(")
ONE_IS = re.compile(
    r"one\s+(?:of|another|day|who|which|that|by|thing|is|was|can|could|has|had|would|might|may|must|should|cannot|after"
    r"|whose|more|side|hand|way|time|and|or|to|in|on|at|whom|but|as)\b|one[-’']|one\s*[,.;:!?)]",
    re.IGNORECASE,
)
BEFORE_ONE = re.compile(
    r"\b(?:no|the|this|that|any|each|every|which|another|some|a|an|such|her|his|my|their|our|your|new|only|other|first"
    r"|last|big|good|as|not)\s\Z",
    re.IGNORECASE,
)
COMPARED = re.compile(r"\b(?:least|than|to|most|exactly|just|only|about|some|between)\s\Z", re.IGNORECASE)
YEARLIKE = re.compile(r"(?:1[5-9]|20)\d\d\Z")


def is_no_quantity(text: str, first: Term) -> bool:
    """Say whether the number is a name, a list mark, a clock time, an age in passing, or a pronoun."""
    start, end, kind = first.number.start, first.number.end, first.number.kind
    if first.unit in CURRENCIES:
        return False
    if kind == "digits":
        return _code(text, first, start, end) or _in_passing(text, first, start, end)
    if kind in ("words", "fraction") and text[start].isupper() and not _opens_sentence(text, start):
        return True
    if text[max(0, start - 1) : start] in ("-", "‑", "'", "’"):
        return True
    if text[start:end].lower() == "one":
        return _pronoun(text, start, end, first)
    return bool(re.match(r"[-‑](?!\w+[\s-])", text[end : end + 2])) and not first.unit


def _code(text: str, first: Term, start: int, end: int) -> bool:
    before = word_before(text, start)
    if GLUED_BEFORE.search(text, max(0, start - 4), start) or before.rstrip(".") in NAMES_A_THING:
        return True
    if before == "of" and PAGE_OF.search(text, max(0, start - 16), start):
        return True
    if first.unit or first.number.scale > 1:
        return False
    if text[start] == "0" and end - start > 1 and text[start + 1] != ".":
        return True
    if AFTER_DIGITS.search(text, max(0, start - 2), start) and LOWER_NEXT.match(text, end) is None:
        return True
    if GLUED_AFTER.match(text, end) and not _range_behind(text, end, first.number.low or 0):
        return True
    named = NAME_BEFORE.search(text, max(0, start - 24), start) if before else None
    if named is None or _opens_sentence(text, named.start()):
        return False
    return end - start == 1 or LOWER_NEXT.match(text, end) is None


RANGE_BEHIND = re.compile(
    r"[-‑–—](?P<high>\d[\d,]*(?:\.\d+)?)(?P<noun>\s?%|\s+(?:[a-z]|US|\$)|\s?[a-zA-Z]+/)?(?![-\d])"
)


def _range_behind(text: str, end: int, low: float) -> bool:
    """Tell a range from a code or a score: "40-60 litres" and "4,500–6,000", not "555-1234-77" or "won 3-2"."""
    found = RANGE_BEHIND.match(text, end, end + 24)
    if found is None:
        return False
    high = float(found["high"].replace(",", "") or 0)
    return low < high and (bool(found["noun"]) or "," in found["high"])


def _in_passing(text: str, first: Term, start: int, end: int) -> bool:
    if BRACKETED.search(text, max(0, start - 2), start) and CLOSED.match(text, end):
        return True
    if LIST_NUMBER.search(text, max(0, start - 8), start) and LIST_MARK.match(text, end):
        return True
    bare = not first.unit
    if (
        bare
        and text[start - 2 : start] == ", "
        and AGE.search(text, max(0, start - 48), start)
        and AGE_END.match(text, end)
    ):
        return True
    plain = text[start:end]
    return bare and YEARLIKE.match(plain) is not None and LOWER_NEXT.match(text, end) is None


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 6) : start].rstrip(" \"'“‘(")
    return not before or before[-1] in ".!?:;\n•–—-]" or text[max(0, start - 1) : start] == "\n"


def _pronoun(text: str, start: int, end: int, first: Term) -> bool:
    if COMPARED.search(text, max(0, start - 12), start):
        return False
    if BEFORE_ONE.search(text, max(0, start - 12), start):
        return True
    return ONE_IS.match(text, start) is not None and not first.unit


BARE_CUE = frozenset(
    """at to by was were is are from than reached totalled totaled numbered least most about some over only just of
    be another other further killed injured wounded listed roughly around nearly almost approximately estimated
    between""".split()
)
"""Words behind which a number without a noun is still a quantity: "put the toll at 5,000"."""


def needs_noun(text: str, start: int, end: int, first: Term) -> bool:
    """Say whether a number that counts nothing named is too bare to be a quantity."""
    if start < first.start or PRONOUN_BEHIND.match(text, end):
        return False
    number = first.number
    large = number.kind == "digits" and (number.low or 0) >= 100
    return not large and word_before(text, start) not in BARE_CUE


PRONOUN_BEHIND = re.compile(r"\s+of\s+(?:them|those|these|whom|which|us|the|its|his|her|their)\b", re.IGNORECASE)

ATTRIBUTE_NOUNS = (
    r"range|radius|calib(?:re|er)|diameter|length|width|breadth|height|depth|altitude|elevation|distance|wavelength|thickness"
    r"|magnitude|temperature|aged|age|speed|wingspan|bore"
)
ATTRIBUTE_BEFORE = re.compile(rf"\b(?:{ATTRIBUTE_NOUNS})s?\s*(?:of|:|is|was|=)?\s*\Z", re.IGNORECASE)
PERIOD_BEFORE = re.compile(
    r"\b(?:first|(?:the|these)\s+last|past|next|previous|following|final|initial|coming|opening)\s+\Z", re.IGNORECASE
)
OLD_BEHIND = re.compile(
    r"[\s-]+(?:old|of\s+age)\b|[\s-]+(?:long|wide|high|deep|tall|thick|away|apart|across|off)\b", re.IGNORECASE
)
DIRECTION_BEHIND = re.compile(
    r"\s+(?:(?:to\s+the\s+)?(?:due\s+)?(?:north|south|east|west)|from\b|off\b|outside\b|inland\b|downwind|downstream|upstream)",
    re.IGNORECASE,
)
NOUN_BEHIND = re.compile(
    r"\s+(?!(?:of|in|from|to|at|on|by|for|with|and|or|per|a|an|the|each|were|was|is|are|had|has|have|that|which|than|as|over"
    r"|under|above|below|below|but|when|while|if|into|between|during|since|until|after|before|against|through|away|ago|later"
    r"|earlier|would|could|can|will|may|might|did|do|does|less|more|short|remained|it|he|she|they|we|not|out|up|down|worth"
    r"|annually|daily|nearby|alone|total|altogether|around|about|within)\b)[a-z]",
)
PREMODIFIERS = ("length in m", "speed in m/s", "power in W", "energy in J", "volume in l", "mass in kg", "area in m2")
COMPOUND_IS_VALUE = ("share", "percentage points", *CURRENCIES)
NOUN_OF = re.compile(
    rf"\b(?P<noun>{ATTRIBUTE_NOUNS}|costs?|price|value|loss(?:es)?|yield|capacity|weight|population|budget|rate|amount|revenues?"
    r"|profits?|death\s+toll|toll|total|figure|number|speed|damages?|worth|fine|debt|deficit|surplus|salary|output)s?"
    r"\s+(?:(?:was|were|is|are|of|at|to|reached|about|stood\s+at|rose\s+to|fell\s+to|put\s+at|estimated\s+at)\s*){0,3}\Z",
    re.IGNORECASE,
)


SAYS_WHAT = frozenset("was were is are of at to reached about estimated cost costs toll worth fine figure aged".split())
"""Last words of ``NOUN_OF``, for a cheap refusal."""


def measured_noun(text: str, start: int) -> str:
    """Return the noun before a measure that says what it measures: "a range of", "cost about", "death toll at"."""
    if word_before(text, start) not in SAYS_WHAT:
        return ""
    found = NOUN_OF.search(text, max(0, start - 40), start)
    noun = re.sub(r"\s+", " ", found["noun"].lower()) if found else ""
    return "" if noun in ("figure", "total", "number", "amount", "value") else noun


def is_attribute(text: str, start: int, end: int, unit: str, *, joint: bool) -> bool:
    """Say whether a quantity only describes a thing: calibre, range, age, elevation, the days of a period."""
    if joint and unit not in COMPOUND_IS_VALUE and unit:
        return True
    known = UNITS.get(unit)
    if known is None:
        return bool(re.search(r"\baged?\s+\Z", text[max(0, start - 8) : start]))
    if ATTRIBUTE_BEFORE.search(text, max(0, start - 24), start) or re.match(
        r"(?:below|above)\s+elev|\w+\s+alt", text[start:end]
    ):
        return True
    if known.dimension == "time in days":
        return bool(PERIOD_BEFORE.search(text, max(0, start - 16), start) or OLD_BEHIND.match(text, end))
    if OLD_BEHIND.match(text, end) or DIRECTION_BEHIND.match(text, end):
        return True
    return known.dimension in PREMODIFIERS and NOUN_BEHIND.match(text, end) is not None


LISTING = re.compile(
    r"\b(?:lists?|listed|declares?|declared|reports?|reported|found|finds?|shows?|showed|records?|recorded|names?|named|has|had"
    r"|contains?|contained|gives?|gave|mentions?|mentioned|yields?|yielded)\s+\Z",
    re.IGNORECASE,
)
NOT_ONE = re.compile(r"not\s+(?:a\s+(?:single\s+)?|one\s+(?:single\s+)?)(?P<unit>[a-z]+)\b", re.IGNORECASE)


def none_listed(text: str, token: re.Match[str]) -> QuantityMention | None:
    """Read "none" behind a verb of listing, and "not one gram": zero."""
    word, start = token.group().lower(), token.start()
    if word == "none" and LISTING.search(text, max(0, start - 16), start):
        return QuantityMention(0.0, 0.0, "", "", QuantityRole.VALUE, Span(start, token.end()))
    found = NOT_ONE.match(text, start) if word == "not" else None
    key = next((key for key, unit in UNITS.items() if found["unit"].lower() in unit.spellings), "") if found else ""
    if found and key and UNITS[key].dimension != "time in days":
        return QuantityMention(0.0, 0.0, key, "", QuantityRole.VALUE, Span(start, found.end()))
    return None


DURATIONS: Mapping[str, tuple[str, float, float]] = {
    "minutes": ("min", 2, 59), "hours": ("h", 2, 23), "days": ("day", 2, 13), "weeks": ("week", 2, 8),
    "months": ("month", 2, 23), "years": ("year", 2, 9), "decades": ("decade", 2, 9),
}  # fmt: skip
"""Units of time without a number, as far as usage bounds them: beyond eight weeks one says months."""

HOW_LONG = re.compile(
    r"\b(?:within|in\s+(?:just\s+|only\s+)?a\s+matter\s+of|in\s+(?:just|only)|takes?|took|taken|taking|lasted|lasts|for)\s+\Z",
    re.IGNORECASE,
)


def duration(text: str, token: re.Match[str], floor: int) -> QuantityMention | None:
    """Read "within weeks": a lead time without a number."""
    row = DURATIONS.get(token.group().lower())
    before = HOW_LONG.search(text, max(floor, token.start() - 28), token.start()) if row else None
    if row is None or before is None:
        return None
    unit, low, high = row
    return QuantityMention(
        low, high, unit, "", QuantityRole.VALUE, Span(before.start(), token.end()), approximate=True, vague=True
    )
