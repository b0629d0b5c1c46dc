"""Dates as they are written, without what stands around them: the atoms that ``dates`` joins and dresses.

One scan finds where a date may begin; every other pattern is tried only there, and each is bounded, so that cost grows
with the length of the text and not faster.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from reconcile.values.edtf import parse

MONTHS: Mapping[str, int] = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
    "dec": 12, "january": 1, "february": 2, "march": 3, "april": 4, "june": 6, "july": 7, "august": 8, "september": 9,
    "sept": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
ORDINALS: Mapping[str, int] = {
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
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

    ``bare`` is a year or a month alone, which needs something beside it to be a date. ``bound`` is the one that its
    words put on it where EDTF does not tell ("as of now").
    """

    start: int
    end: int
    edtf: str
    bare: bool = False
    bound: str = ""


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
    stem = f"{found['year'] or 'XXXX'}-{_month(found['month']):02}"
    if found["days"].isdigit():
        return f"{stem}-{int(found['days']):02}"
    days, gaps = _pieces(DAY, found["days"])
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
    if len(found[2]) == 1:
        last = int(found[1][:3] + found[2])
    if not first < last <= first + 60:
        raise ValueError(found.group())
    return f"{first}/{last}"


def _long_range(found: re.Match[str]) -> str:
    if found[1] >= found[2]:
        raise ValueError(found.group())
    return f"{found[1]}/{found[2]}"


def _centuries(found: re.Match[str]) -> str:
    """Both of two centuries, or all from the one to the other."""
    return joined([_hundred(found[1]), _hundred(found[3])], [found[2]])


def _century(found: re.Match[str]) -> str:
    return _hundred(found[1])


def _hundred(words: str) -> str:
    word = words.lower().replace(" ", "-")
    number = ORDINALS.get(word) or int(re.sub(r"\D", "", word) or 0)
    if not 0 < number < 22:
        raise ValueError(words)
    return f"{number - 1:02}XX"


Reader = Callable[[re.Match[str]], str]


def _rules(rows: list[tuple[str, Reader, bool]]) -> list[tuple[re.Pattern[str], Reader, bool]]:
    return [(re.compile(pattern), reader, bare) for pattern, reader, bare in rows]


DAYS = rf"(?P<days>{DAY}(?:{BETWEEN}{DAY}){{0,7}})"
OF_YEAR = rf",?\s+(?:of\s+)?(?P<open>\[)?(?P<year>{YEAR})(?(open)\]|(?![\d,.]\d))"
ORDINAL = r"(?:(?:six|seven|eigh|nine)teenth|twentieth|twenty[\s-]first|\d{1,2}(?:st|nd|rd|th))"
CENTURIES = rf"({ORDINAL})[\s-]century"
ISO = rf"({YEAR})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:T\d\d[\d:]{{0,6}}(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d|-\d)"

YEARS = _rules([
    (ISO, lambda m: "-".join(m.groups()), False),
    (rf"({YEAR})([./])(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d|[./]\d)", lambda m: f"{m[1]}-{m[3]}-{m[4]}", False),
    (rf"({YEAR}){DASH}({YEAR})(?![\d/-])", _long_range, True),
    (rf"({YEAR}){DASH}(\d\d)(?![\d-])", _short_range, True),
    (rf"({YEAR})[–/-](\d)(?![\d/-])", _short_range, True),
    (rf"({YEAR})-(0[1-9]|1[0-2])(?![\d-])", lambda m: f"{m[1]}-{m[2]}", False),
    (rf"({YEAR})['’]?s\b", lambda m: f"{m[1][:3]}X" if m[1][3] == "0" else "", False),
    (rf"({YEAR})(?![\d'’])", lambda m: m[1], True),
    (rf"({YEAR})(?=['’]s?\s)", lambda m: m[1], True),
])  # fmt: skip
"""What begins with a year, the longest first."""

NUMBERS = _rules([
    (rf"(\d{{1,2}})([./-])(\d{{1,2}})\2({YEAR})(?![\d/])", _numeric, False),
    (rf"{DAYS}\s+(?:of\s+)?(?P<month>{MONTH})(?:{OF_YEAR})?", _days, False),
    (rf"({ORDINAL})(?:[\s-]century)?({TO}|{AND})({ORDINAL})[\s-]centur(?:y|ies)\b", lambda m: _centuries(m), False),
    (CENTURIES, _century, False),
])  # fmt: skip
"""What begins with another number."""

MONTH_RULES = _rules([
    (rf"(?P<month>{MONTH})\s+(?:the\s+)?{DAYS}(?:{OF_YEAR})?(?!{DASH}{MONTH})", _days, False),
    (rf"(?P<months>{MONTH}(?:{BETWEEN}{MONTH}){{0,5}}){OF_YEAR}", _months, False),
    (rf"(?P<month>{MONTH})", lambda m: f"XXXX-{_month(m['month']):02}", True),
])  # fmt: skip
"""What begins with the name of a month."""

HOLIDAYS: Mapping[str, str] = {
    "christmas eve": "12-24", "christmas day": "12-25", "christmas": "12-25", "boxing day": "12-26",
    "new year's eve": "12-31", "new year's day": "01-01", "valentine's day": "02-14", "halloween": "10-31",
}  # fmt: skip
"""Days with a name that are the same each year. Without "day", "eve" or a year they are a season."""

HOLIDAY_RULES = _rules([
    (rf"(?P<name>Christmas\s+(?:Eve|Day)|Boxing\s+Day|New\s+Year[’']s\s+(?:Eve|Day)|Valentine[’']s\s+Day)(?:{OF_YEAR})?",
     lambda m: _holiday(m), False),
    (rf"(?P<name>Christmas|Halloween){OF_YEAR}", lambda m: _holiday(m), False),
])  # fmt: skip


def _holiday(found: re.Match[str]) -> str:
    name = " ".join(found["name"].lower().replace("’", "'").split())
    return f"{found['year'] or 'XXXX'}-{HOLIDAYS[name]}"


CENTURY_RULES = _rules([
    (rf"({ORDINAL})(?:[\s-]century)?({TO}|{AND})({ORDINAL})[\s-]centur(?:y|ies)\b", lambda m: _centuries(m), False),
    (CENTURIES, _century, False),
    (r"(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b", lambda m: f"19{TENS[m[1]]}X", True),
])  # fmt: skip

CANDIDATE = re.compile(
    r"\b(?=[0-9JFMASONDTWYCBVHRIGPpcdmnwyetsfa])(?:"
    r"(?P<attack>9/11(?![\d/]))|(?P<year>(?:1[5-9]|20)\d\d(?!\d))|(?P<number>[0-3]?\d"
    r"(?=(?:st|nd|rd|th)?(?:\s+(?:of\s+)?[JFMASOND]|\s?[./,–—‑-]|\s+(?:and|or|to|until|till|through|&)\s|[\s-]century)))"
    r"|(?P<month>J(?:an|u[nl]|AN|U[NL])|F(?:eb|EB)|M(?:a[ry]|A[RY])|A(?:pr|ug|PR|UG)|S(?:ep|EP)|O(?:ct|CT)|N(?:ov|OV)"
    r"|D(?:ec|EC))"
    r"|(?P<century>(?:(?:six|seven|eigh|nine)teenth|twentieth|twenty.first)(?=.century|\s(?:and|to|or)\s)"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ties\b)"
    r"|(?P<pointer>(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Yy]esterday|[Tt]o(?:day|night|morrow|\sdate)"
    r"|d(?:ays?|ecades?)|week(?:s|end)?|m(?:onths?|orning)|years?|evening|n(?:ight|ow)|afternoon|[CcPp](?:urrent|resent)ly"
    r"|s(?:pring|ummer)|autumn|fall|winter)\b)"
    r"|(?P<holiday>Christmas|Boxing\s+Day|New\s+Year|Valentine|Halloween)"
    r"|(?P<event>[Ww]ars?\b|(?:Storm|Shield|Fox|Depression|Conflict|Crisis|Blockade|Holocaust|Reich|Intifada|Genocide"
    r"|Revolution|Spring)\b|attacks\b)|(?P<then>then\b))"
)
"""Where a date may begin, or a word stands that can point to one. Runs at about 20 MB/s; nothing else reads it all."""

TABLES: Mapping[str, list[tuple[re.Pattern[str], Reader, bool]]] = {
    "year": YEARS, "number": NUMBERS, "month": MONTH_RULES, "century": CENTURY_RULES,
    "holiday": HOLIDAY_RULES,
}  # fmt: skip
INSIDE = re.compile(r"(?:[\w/]|[^\W\d_][.'’]|\d[,.:]|[^\W\d_][-‑]|\d[-‑–]|[$€£#])\Z")
"""What may not stand before an atom: a letter or digit, a decimal, a part of a code ("S/2003", "F-16")."""

ALONE = frozenset(",;:)\n")
"""Behind four digits that are no part of something longer."""

PREFIX = re.compile(
    rf"(?:\b(?:pre|post|mid|early|late|since|non|end|start)[-‑–]|['’]|\bca?\.|\bFY|(?<![\w-]){MONTH}[-‑]|\b{YEAR}[-‑])\Z",
    re.IGNORECASE,
)
"""Of these some may stand there after all: "mid-1995", "c.1950", "28 May-3 June"."""


def atoms(text: str, candidates: Iterable[re.Match[str]]) -> Iterator[Atom]:
    """Yield what is written as a date at ``candidates``, in order, without overlap.

    Bare years are not yet told from counts.
    """
    end = 0
    for token in candidates:
        rules = TABLES.get(token.lastgroup or "")
        if rules is None or token.start() < end:
            continue
        found = _at(text, token.start(), rules)
        if found:
            end = found.end
            yield found


def _at(text: str, start: int, rules: list[tuple[re.Pattern[str], Reader, bool]]) -> Atom | None:
    if start and text[start - 1] not in " \n(" and _inside(text[max(0, start - 12) : start]):
        return None
    if rules is YEARS and text[start + 4 : start + 5] in ALONE:
        return Atom(start, start + 4, text[start : start + 4], bare=True)
    for pattern, reader, bare in rules:
        found = pattern.match(text, start)
        edtf = _read(found, reader) if found else ""
        if found and edtf:
            return Atom(start, found.end(), edtf, bare)
    return None


def _inside(before: str) -> bool:
    return INSIDE.search(before) is not None and PREFIX.search(before) is None


def _read(found: re.Match[str], reader: Reader) -> str:
    """Return the EDTF, or nothing where there is no such day."""
    try:
        edtf = reader(found)
        if edtf:
            parse(edtf.replace("XXXX", "2000"))
    except ValueError:
        return ""
    return edtf
