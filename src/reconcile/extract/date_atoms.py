"""Dates as they are written, without what stands around them: the atoms that ``dates`` joins and dresses.

Every pattern is tried only where a digit or a word of the calendar begins, and each is bounded, so that cost grows
with the length of the text and not faster.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from reconcile.values.edtf import parse

MONTHS: Mapping[str, int] = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
    "dec": 12, "january": 1, "february": 2, "march": 3, "april": 4, "june": 6, "july": 7, "august": 8, "september": 9,
    "sept": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
SEASONS: Mapping[str, int] = {"spring": 21, "springtime": 21, "summer": 22, "summertime": 22, "autumn": 23, "fall": 23,
                              "winter": 24, "wintertime": 24}  # fmt: skip
ORDINALS: Mapping[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
}  # fmt: skip
TENS: Mapping[str, int] = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip

EARLIEST_YEAR = 1500
"""Four digits below are seldom a year in documents of our kind, and often a count, a resolution or a flight."""

YEAR = r"(?:1[5-9]|20)\d\d"
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun[e.]?|Jul[y.]?|Aug(?:ust|\.)?"
    r"|Sept(?:ember|\.)?|Sep\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)(?![A-Za-z])"
)
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%])"
DASH = r"\s?[-–—‑/]\s?"
TO = rf"(?:\s+(?:to|until|till|through)\s+(?:the\s+)?|{DASH})"
AND = r"(?:\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or|&)\s+)(?:the\s+)?"
BETWEEN = rf"(?:{TO}|{AND})"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"


@dataclass(frozen=True, slots=True)
class Atom:
    """A date at ``start`` to ``end`` of the text. ``edtf`` has ``XXXX`` where the year is not written.

    ``bare`` is a year or a month alone, which needs something beside it to be a date.
    """

    start: int
    end: int
    edtf: str
    bare: bool = False


def joined(members: list[str], separators: list[str]) -> str:
    """Return one EDTF for dates between which ``separators`` stand: a range, all of them, or one of them."""
    if not separators:
        return members[0]
    if len(separators) == 1 and re.fullmatch(TO, separators[0]):
        return f"{members[0]}/{members[1]}"
    if any(re.fullmatch(TO, separator) for separator in separators):
        return f"{members[0]}/{members[-1]}"
    choice = any(separator.split()[-1:] == ["or"] for separator in separators)
    return f"[{','.join(members)}]" if choice else f"{{{','.join(members)}}}"


def _month(word: str) -> int:
    return MONTHS[word.rstrip(".").lower()]


def _pieces(pattern: str, text: str) -> tuple[list[str], list[str]]:
    """Split ``text`` into what ``pattern`` matches and what stands between."""
    found = list(re.finditer(pattern, text))
    gaps = [text[left.end() : right.start()] for left, right in pairwise(found)]
    return [each.group() for each in found], gaps


def _days(found: re.Match[str]) -> str:
    days, gaps = _pieces(DAY, found["days"])
    stem = f"{found['year'] or 'XXXX'}-{_month(found['month']):02}"
    return joined([f"{stem}-{int(re.sub('[a-z]', '', day)):02}" for day in days], gaps)


def _months(found: re.Match[str]) -> str:
    months, gaps = _pieces(MONTH, found["months"])
    numbers = [_month(month) for month in months]
    year = int(found["year"])
    first = year - 1 if len(numbers) == 2 and numbers[0] > numbers[1] else year
    return joined([f"{first if i == 0 else year}-{number:02}" for i, number in enumerate(numbers)], gaps)


def _numeric(found: re.Match[str]) -> str:
    first, second, year = int(found[1]), int(found[3]), found[4]
    readings = {(first, second)} if found[2] == "." else {(first, second), (second, first)}
    days = sorted(f"{year}-{month:02}-{day:02}" for day, month in readings if 1 <= month <= 12 and 1 <= day <= 31)
    if not days:
        raise ValueError(found.group())
    return days[0] if len(days) == 1 else f"[{','.join(days)}]"


def _short_range(found: re.Match[str]) -> str:
    first, last = int(found[1]), int(found[1][:2] + found[2])
    if not first < last <= first + 60:
        raise ValueError(found.group())
    return f"{first}/{last}"


def _long_range(found: re.Match[str]) -> str:
    if found[1] >= found[2]:
        raise ValueError(found.group())
    return f"{found[1]}/{found[2]}"


def _century(found: re.Match[str]) -> str:
    word = found[1].lower().replace(" ", "-")
    number = ORDINALS.get(word) or int(re.sub(r"\D", "", word) or 0)
    if not 15 < number < 22:
        raise ValueError(found.group())
    return f"{number - 1}XX"


def _period(first: int) -> Callable[[re.Match[str]], str]:
    def read(found: re.Match[str]) -> str:
        number = found[1].lower()
        return f"{found['year']}-{first + (int(number) if number.isdigit() else ORDINALS[number]) - 1}"

    return read


def _half(found: re.Match[str]) -> str:
    number = found[1].lower()
    return f"{found['year']}-{40 if number in ('1', 'first') else 41}"


Reader = Callable[[re.Match[str]], str]


def _rules(rows: list[tuple[str, Reader, bool]]) -> list[tuple[re.Pattern[str], Reader, bool]]:
    return [(re.compile(pattern), reader, bare) for pattern, reader, bare in rows]


DAYS = rf"(?P<days>{DAY}(?:{BETWEEN}{DAY}){{0,7}})"
ITS_YEAR = rf"(?P<year>{YEAR})(?![\d,.]\d)"
CENTURIES = r"((?:six|seven|eigh|nine)teenth|twentieth|twenty[\s-]first|\d\d(?:st|nd|rd|th))[\s-]century"
ISO = rf"({YEAR})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:T\d\d[\d:]{{0,6}}(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d|-\d)"

NUMERALS = _rules([
    (ISO, lambda m: "-".join(m.groups()), False),
    (rf"(\d{{1,2}})([./-])(\d{{1,2}})\2({YEAR})(?![\d/])", _numeric, False),
    (rf"{DAYS}\s+(?:of\s+)?(?P<month>{MONTH})(?:,?\s+{ITS_YEAR})?", _days, False),
    (rf"({YEAR}){DASH}({YEAR})(?![\d/-])", _long_range, True),
    (rf"({YEAR}){DASH}(\d\d)(?![\d-])", _short_range, True),
    (rf"({YEAR})-(0[1-9]|1[0-2])(?![\d-])", lambda m: f"{m[1]}-{m[2]}", False),
    (rf"({YEAR})['’]?s\b", lambda m: f"{m[1][:3]}X" if m[1][3] == "0" else "", False),
    (CENTURIES, _century, False),
    (rf"({YEAR})(?![\d'’])", lambda m: m[1], True),
])  # fmt: skip
"""What begins with a digit, the longest first."""

WORDS = _rules([
    (rf"(?P<month>{MONTH})\s+(?:the\s+)?{DAYS}(?:,?\s+{ITS_YEAR})?(?!{DASH}{MONTH})", _days, False),
    (rf"(?P<months>{MONTH}(?:{BETWEEN}{MONTH}){{0,5}}),?\s+(?:of\s+)?{ITS_YEAR}", _months, False),
    (rf"(?P<month>{MONTH})", lambda m: f"XXXX-{_month(m['month']):02}", True),
    (rf"([Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?:time)?,?\s+(?:of\s+)?({YEAR})(?:{DASH}\d\d(?!\d))?",
     lambda m: f"{m[2]}-{SEASONS[m[1].lower()]}", False),
    (rf"[Qq]([1-4])\s+(?:of\s+)?(?P<year>{YEAR})", _period(33), False),
    (rf"(first|second|third|fourth|last|final)\s+quarter\s+of\s+(?P<year>{YEAR})", _period(33), False),
    (rf"[Hh]([12])\s+(?:of\s+)?(?P<year>{YEAR})", _half, False),
    (rf"(first|second|last|latter)\s+half\s+of\s+(?P<year>{YEAR})(?!s|['’])", _half, False),
    (CENTURIES, _century, False),
    (r"(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b", lambda m: f"19{TENS[m[1]]}X", True),
])  # fmt: skip
"""What begins with a word of the calendar."""

TOKEN = re.compile(r"\d+|[A-Za-z]+")
BEGINNERS = frozenset(
    {name.title() for name in MONTHS} | {name.upper() for name in MONTHS if len(name) > 4} | {"MAY", "JUNE", "JULY"}
    | {form for name in SEASONS for form in (name, name.title())} | set(TENS)
    | {"Q", "q", "H", "h", "first", "second", "third", "fourth", "last", "final", "latter", "sixteenth", "seventeenth",
       "eighteenth", "nineteenth", "twentieth", "twenty"}
)  # fmt: skip
INSIDE = re.compile(r"(?:[\w/]|[^\W\d_][.'’]|\d[,.:]|[^\W\d_][-‑]|\d[-‑–]|[$€£#])\Z")
"""What may not stand before an atom: a letter or digit, a decimal, a part of a code ("S/2003", "F-16")."""

PREFIX = re.compile(r"(?:\b(?:pre|post|mid|early|late|since|non)[-‑–]|['’])\Z", re.IGNORECASE)


def atoms(text: str) -> Iterator[Atom]:
    """Yield what is written as a date, in order, without overlap. Bare years are not yet told from counts."""
    end = 0
    for token in TOKEN.finditer(text):
        word = token.group()
        if token.start() < end or not (word[0].isdigit() or word in BEGINNERS):
            continue
        found = _at(text, token.start(), NUMERALS if word[0].isdigit() else WORDS)
        if found:
            end = found.end
            yield found


def _at(text: str, start: int, rules: list[tuple[re.Pattern[str], Reader, bool]]) -> Atom | None:
    before = text[max(0, start - 8) : start]
    if INSIDE.search(before) and not PREFIX.search(before):
        return None
    for pattern, reader, bare in rules:
        found = pattern.match(text, start)
        edtf = _read(found, reader) if found else ""
        if found and edtf:
            return Atom(start, found.end(), edtf, bare)
    return None


def _read(found: re.Match[str], reader: Reader) -> str:
    """Return the EDTF, or nothing where there is no such day."""
    try:
        edtf = reader(found)
        if edtf:
            parse(edtf.replace("XXXX", "2000"))
    except ValueError:
        return ""
    return edtf
