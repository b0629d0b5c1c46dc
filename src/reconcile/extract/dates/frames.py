"""What stands around a date and changes it: parts, bounds and hedges, each a row of a table."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from reconcile.extract.behind import word_before
from reconcile.extract.dates.atoms import EARLIEST_YEAR, WEEKDAY, Atom
from reconcile.values.edtf import HUNDREDTHS, TENTHS, parse

Step = str
"""What a word before a date does: a bound (``BOUNDS``), a part (``PARTS``), "about"; empty where it only places it."""

BOUNDS = frozenset({"by", "before", "since", "after", "asof"})
PARTS: Mapping[Step, str] = {
    "early": "", "mid": "", "late": "", "week1": "", "week4": "", "weekof": "", "weekto": "",
    "spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24",
    "quarter1": "33", "quarter2": "34", "quarter3": "35", "quarter4": "36", "half1": "40", "half2": "41",
}  # fmt: skip
"""Parts of a date, and the ISO 8601-2 grouping that is this part of a year; where there is none, two months or days."""

WINDOW = 48
"""Characters looked at before a date. The longest frame ("starting on or about the night of the ") has under 40."""

SIMPLE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?")
WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
Row = tuple[Step, re.Pattern[str]]


def _steps(rows: Sequence[tuple[Step, str, str]]) -> Mapping[str, Sequence[Row]]:
    """Return the rows by the word that stands last in them."""
    table: dict[str, list[Row]] = {}
    for step, last, pattern in rows:
        row = (step, re.compile(rf"(?:{pattern})\Z", re.IGNORECASE))
        for word in last.split():
            table.setdefault(word, []).append(row)
    return table


DAYS = "monday tuesday wednesday thursday friday saturday sunday"
SEASONS = ("spring", "summer", "autumn", "fall", "winter")
PAIR = r"\b({0})(?:\s+(?:and|or|to)\s+(?:the\s+)?|\s?[/–-]\s?(?:to\s?[–-]\s?)?)({0})"
QUARTERS: Mapping[str, Step] = {
    word: f"quarter{n}" for n, word in enumerate(("first", "second", "third", "fourth"), start=1)
} | {"last": "quarter4"}
FEW = r"(?:(?:few|couple\s+of|two|three|four)\s+)?"
HALF = r"\b(?:{})\s+half\s+of\s+(?:the\s+year\s+)?"
QUARTER = r"\b(?:{})\s+quarter\s+of\s+"
SEASON = r"\b{}(?:time)?,?\s+(?:of\s+)?"

STEPS = _steps([
    ("", DAYS, rf"\b(?:the\s+(?:preceding|previous|following)\s+)?{WEEKDAY}\s*,?\s+(?:the\s+)?|\b{WEEKDAY}\s*\(\s*"),
    ("", "the", r"\bthe\s+"),
    ("", "last this next that", r"\b(?:(?:later|earlier)\s+that|last|this|next)\s+"),
    ("pair", "early mid late in", PAIR.format("early|mid|late") + r"[\s‑–-]+(?:in\s+)?"),
    ("pair", "of", PAIR.format("first|second|third|fourth|last") + r"\s+quarters?\s+of\s+"),
    ("pair", f"{' '.join(SEASONS)} of", PAIR.format("|".join(SEASONS)) + r"(?:time)?,?\s+(?:of\s+)?"),
    ("early", "early in", r"\bearly[\s‑–-]+(?:in\s+)?"),
    ("early", "of", r"\b(?:beginning|start|opening)\s+of\s+"),
    ("early", "of", rf"\b(?:first|opening)\s+(?:part|{FEW}(?:months|weeks|days))\s+of\s+"),
    ("late", "end", r"\b(?:year[\s-])?end[\s‑–-]+"),
    ("mid", "mid of", r"\bmid[\s‑–-]+|\bmiddle\s+of\s+"),
    ("late", "late in", r"\blate[\s‑–-]+(?:in\s+)?"),
    ("late", "of", r"\b(?:end|close)\s+of\s+"),
    ("late", "of", rf"\b(?:latter|last|final|closing)\s+(?:part|{FEW}(?:months|weeks|days))\s+of\s+"),
    ("half1", "of", HALF.format("first")),
    ("half2", "of", HALF.format("second|latter|last")),
    *[(f"quarter{n}", "of", QUARTER.format(word)) for n, word in
      enumerate(("first|opening", "second", "third", "fourth|last|final"), start=1)],
    ("week1", "of", r"\bfirst\s+week\s+of\s+"),
    ("week4", "of", r"\blast\s+week\s+of\s+"),
    ("weekof", "of beginning starting commencing", r"\bweek\s+(?:of|beginning|starting|commencing)\s+"),
    ("weekto", "ending ended", r"\bweek\s+(?:ending|ended)\s+"),
    *[(season, f"{season} {season}time of", SEASON.format(season)) for season in
      SEASONS],
    ("about", "about around", r"\b(?:on|in)\s+or\s+(?:about|around)\s+"),
    ("about", "about around circa approximately roughly",
     r"\b(?:in\s+or\s+)?(?:around|about|circa|approximately|roughly)\s+"),
    ("about", "c. ca. ca", r"\bca?\.\s*|\bca\s+"),
    ("", "least", r"(?:(?<=since )|(?<=from )|(?<=until )|(?<=by ))at\s+least\s+"),
    ("by", "before", r"\b(?:(?:on|in|at)\s+)?or\s+before\s+"),
    ("by", "than", r"\b(?:no|not|any)\s+later\s+than\s+"),
    ("by", "to until till", r"\bup\s+(?:to|until|till)\s+(?:and\s+including\s+)?"),
    ("by", "as", r"\bas\s+late\s+as\s+"),
    ("since", "after", r"\b(?:(?:on|in|at)\s+)?or\s+after\s+"),
    ("since", "than before", r"\b(?:no|not)\s+(?:earlier|before)\s+(?:than\s+)?"),
    ("since", "as", r"\bas\s+early\s+as\s+"),
    ("since", "since", r"\b(?:ever\s+)?since\s+"),
    ("since", "starting beginning in on from", r"\b(?:starting|beginning|with\s+effect)\s+(?:in\s+|on\s+|from\s+)?"),
    ("by", "until till through by", r"\b(?:until|till|through|by)\s+|\bby\s+as\s+late\s+as\s+"),
    ("before", "before to of than", r"\b(?:before|prior\s+to|ahead\s+of|earlier\s+than)\s+"),
    ("before", "pre", r"\bpre[-‑–\s]\s?"),
    ("after", "after following to than", r"\b(?:after|following|subsequent\s+to|later\s+than)\s+"),
    ("after", "post", r"\bpost[-‑–\s]\s?"),
    ("asof", "of at on", r"\bas\s+(?:of|at|on)\s+"),
    ("", "of", r"\bat\s+the\s+time\s+of\s+"),
    ("", "for", r"(?:(?<=scheduled )|(?<=planned )|(?<=slated )|(?<=set )|(?<=due ))for\s+"),
    ("from", "from", r"\bfrom\s+"),
    ("", "in on at during throughout within between over", r"\b(?:in|on|at|during|throughout|within|between|over)\s+"),
    ("", "years year", r"\bthe\s+years?\s+"),
    ("", "of", r"\b(?:most|much|all|part|parts|the\s+(?:rest|remainder|bulk))\s+of\s+"),
    ("", "of", r"\b(?:night|morning|evening|afternoon|weekend|week|month|year|day|course|whole|summer)\s+of\s+"),
    ("", "of", r"\b(?:early\s+)?hours\s+of\s+"),
])  # fmt: skip
"""What may stand right before a date, nearest first, by its last word, and what it does; applied again, outwards."""

SUFFIXES: tuple[tuple[Step, re.Pattern[str]], ...] = (
    (
        "since",
        re.compile(
            r"\s+(?:onwards?|or\s+later|and\s+(?:after|later)(?=\s*[,.;:)\n]|\s*\Z))|\s+on\b(?=\s*[,.;])", re.IGNORECASE
        ),
    ),
    (
        "by",
        re.compile(
            r"\s+(?:or|and)\s+(?:earlier|before)\b(?=\s*[,.;:)\n]|\s*\Z)|\s+at\s+the\s+latest\b",
            re.IGNORECASE,
        ),
    ),
    ("", re.compile(r"\s*\(?\b(?:AD|CE)\b\)?")),
)
NOT_OURS = re.compile(r"\s+(?:BCE?|B\.C\.)")


ATTRIBUTIVE = re.compile(r"\s+(?:[A-Z]\w+\s+)?(?!and\b|or\b|the\b|when\b|there\b|they\b|which\b)[a-z]{4,}")
NAMED: Mapping[Step, Step] = {"after": "since", "before": "by"}
"""After "the 2003 invasion" is still in 2003: what a year only names lies somewhere in it."""


@dataclass(frozen=True, slots=True)
class Dressed:
    """A date with what belongs to it: its span, its EDTF, and the bound that was put on it."""

    start: int
    end: int
    edtf: str
    bound: Step = ""


def ends(edtf: str) -> tuple[str, str]:
    """Return the first and last member of ``edtf`` as plain dates: a decade's first and last year."""
    if SIMPLE.fullmatch(edtf.rstrip("~")):
        return edtf, edtf
    if "XXXX" in edtf:
        return "", ""
    when = parse(edtf)
    digits = {"decade": 4, "century": 4, "day": 10}.get(when.granularity, 7)
    if "/" in edtf and not edtf.startswith(("{", "[")):
        first, _, last = edtf.partition("/")
        return ends(first)[0] if first not in ("", "..") else "", ends(last)[1] if last not in ("", "..") else ""
    if when.granularity == "set":
        members = re.split(r"[,{}\[\]]|\.\.", edtf.strip("{}[]"))
        return ends(members[0])[0], ends(members[-1])[1]
    return str(when.lower)[:digits], str(when.upper)[:digits]


def readable(edtf: str) -> bool:
    """Say whether there is such a date: no 30 February."""
    try:
        return bool(parse(edtf))
    except ValueError:
        return False


def neighbour(edtf: str, step: Literal[-1, 1]) -> str:
    """Return the date before or after a plain one, as coarse as it is: 1940, 1939; 2003-01, 2002-12."""
    when, mark = parse(edtf.rstrip("~")), "~" if edtf.endswith("~") else ""
    if when.lower is None or when.upper is None:
        return ""
    try:
        beyond = when.lower - timedelta(1) if step < 0 else when.upper + timedelta(1)
    except OverflowError:
        return ""
    return f"{beyond.isoformat()[: len(edtf) - len(mark)]}{mark}"


def bounded(edtf: str, bound: Step) -> str:
    """Put a bound on a date; the date itself where it has no year, since EDTF has no bound for that."""
    first, last = ends(edtf)
    if not first or not last or "XXXX" in edtf:
        return edtf
    answers: Mapping[Step, Callable[[], str]] = {
        "by": lambda: f"../{last}",
        "since": lambda: f"{first}/..",
        "before": lambda: f"../{neighbour(first, -1)}",
        "after": lambda: f"{neighbour(last, 1)}/..",
    }
    return answers.get(bound, lambda: edtf)()


def part(edtf: str, which: Step) -> str:
    """Return a part of a year, month, decade or century (``PARTS``, or two: "mid+late"); anything else as it is."""
    if "+" in which:
        opening, closing = (ends(part(edtf, QUARTERS.get(word, word))) for word in which.split("+"))
        return f"{opening[0]}/{closing[1]}" if opening[0] and opening[0] < closing[1] else edtf
    if re.fullmatch(r"\d{3}X|\d\dXX", edtf):
        return _part_of_years(edtf, which)
    if re.fullmatch(r"\d{4}", edtf):
        third = THIRDS.get(which)
        return f"{edtf}-{4 * third + 1:02}/{edtf}-{4 * third + 4:02}" if third is not None else _grouping(edtf, which)
    if which in ("weekof", "weekto") and WHOLE_DAY.fullmatch(edtf):
        other = (parse(edtf).lower or date.max) + timedelta(6 if which == "weekof" else -6)
        return f"{edtf}/{other}" if which == "weekof" else f"{other}/{edtf}"
    if which == "winter" and (years := re.fullmatch(r"(\d{4})/(\d{4})", edtf)) and int(years[2]) == int(years[1]) + 1:
        return f"{years[1]}-24"
    if re.fullmatch(r"\d{4}-(0\d|1[0-2])", edtf):
        length = (parse(edtf).upper or date.max).day
        first, last = {**DAYS_OF, "week4": (length - 6, length)}.get(which, (0, 0))
        return f"{edtf}-{first:02}/{edtf}-{min(last, length):02}" if first else edtf
    return edtf


THIRDS: Mapping[Step, int] = {"early": 0, "mid": 1, "late": 2}
DAYS_OF: Mapping[Step, tuple[int, int]] = {
    "early": (1, 10), "mid": (11, 20), "late": (21, 31), "half1": (1, 15), "half2": (16, 31), "week1": (1, 7),
}  # fmt: skip
"""Days of a month that its parts are taken for, both included."""


def _grouping(year: str, which: Step) -> str:
    return f"{year}-{PARTS[which]}" if PARTS.get(which) else year


def _part_of_years(edtf: str, which: Step) -> str:
    stem, table = edtf.rstrip("X"), TENTHS if edtf.count("X") == 1 else HUNDREDTHS
    if which in ("half1", "half2"):
        width = 10 ** edtf.count("X")
        first, last = (0, width // 2 - 1) if which == "half1" else (width // 2, width - 1)
    else:
        first, last = next((years for years, word in table.items() if word == which), (0, 0))
    return f"{stem}{first:0{4 - len(stem)}}/{stem}{last:0{4 - len(stem)}}" if last else edtf


def about(edtf: str) -> str:
    """Mark a plain date as approximate; a range or set as it is."""
    return f"{edtf}~" if re.fullmatch(r"[\dX]{4}(?:-\d\d){0,2}", edtf) else edtf


def dressed(text: str, atom: Atom, floor: int) -> Dressed | None:
    """Walk outwards from ``atom``, not below ``floor``, and take what belongs to it. None for a date before Christ."""
    if NOT_OURS.match(text, atom.end):
        return None
    start, edtf = atom.start, atom.edtf
    bound: Step = ""
    closed = ON_ITSELF.match(text, start) is not None
    while step := _step_before(text, start, floor):
        hyphened = text[start - 1] in "-‑–"
        placed = step[0] in PLACED and PREPOSITION.match(text, start - step[1]) is not None
        if (bound and step[0] not in ("", bound)) or (closed and (placed or step[0] in PARTS or "+" in step[0])):
            break
        closed = closed or placed or (hyphened and step[0] in BOUNDS)
        start -= step[1]
        bound, edtf = _applied(step[0], bound, edtf)
    end, last = _suffix(text, atom.end)
    bound = _meant(text, atom, Dressed(start, end, edtf, last or bound)) or atom.bound
    start = _named_only(text, atom, start)
    return Dressed(start, end, bounded(edtf, bound) if bound else edtf, bound)


ON_ITSELF = re.compile(
    r"(?:(?:early|late|earlier|later)\s+on|(?:this|last|next)\s+[a-z]|today|yesterday|tomorrow|tonight)",
    re.IGNORECASE,
)
LATER_ON = re.compile(r"\b(?:will|would|shall|effective|appl(?:y|ies|ied))\b[^.;]*\Z")
MADE_THEN = frozenset(
    """report reports reporting letter letters statement document documents paper papers intelligence imagery footage
    photograph photographs photo photos picture pictures image images imaging video map maps sample samples study
    studies survey surveys account accounts figures estimate estimates assessment record records date dates dating dated
    minutes evidence data""".split()
)
"""What is of a date rather than beginning at it: "a letter from May 2003"."""

PREPOSITION = re.compile(r"(?:in|on|at|during|throughout|within|between|over|from)\b", re.IGNORECASE)
PLACED = frozenset({"", "from"})
"""Steps that only place a date in its sentence: of these prepositions one is enough ("working on | at the time of")."""


def _meant(text: str, atom: Atom, found: Dressed) -> Step:
    """Return the bound as it stands: "from 1998," begins in 1998, "a letter from 1998" is of it."""
    if found.bound == "from":
        if word_before(text, found.start) in MADE_THEN:
            return ""
        opens = text[found.start] == "F" or text[found.end : found.end + 1] == ","
        opens = opens or len(atom.edtf) >= 7
        opens = opens or LATER_ON.search(text, max(0, found.start - WINDOW), found.start) is not None
        return "since" if opens and "/" not in atom.edtf else ""
    the = text[atom.start - 4 : atom.start].lower() == "the "
    names = text[atom.end : atom.end + 2] in OWNING or (the and ATTRIBUTIVE.match(text, atom.end) is not None)
    return NAMED.get(found.bound, found.bound) if names else found.bound


OWNING = ("’s", "'s")


def _named_only(text: str, atom: Atom, start: int) -> int:
    """Leave out "in the" before a date that only names the thing behind it: "in the 1999 report"."""
    if text[atom.end : atom.end + 2] in OWNING:
        return atom.start
    lead = text[start : atom.start].lower()
    plain = atom.bare or (len(atom.edtf) >= 7 and text[atom.start].isalnum() and "/" not in atom.edtf)
    if lead in ("the ", "in the ", "on the ", "at the ", "from the ", "by the ", "during the ") and plain:
        return atom.start if NAMING.match(text, atom.end) else start
    return start


NAMING = re.compile(
    r"\]?\s+(?!and\b|or\b|to\b|the\b|for\b|that\b|of\b|but\b|with\b|he\b|she\b|it\b|by\b\b|when\b|there\b|they\b|which\b|was\b|were\b|is\b|had\b|has\b)[A-Za-z]{3}"
)


def _applied(step: Step, bound: Step, edtf: str) -> tuple[Step, str]:
    if step in PARTS or "+" in step:
        return bound, part(edtf, step)
    if step == "about":
        return bound, about(edtf)
    return step or bound, edtf


def _step_before(text: str, start: int, floor: int) -> tuple[Step, int] | None:
    rows = STEPS.get(word_before(text, start))
    if rows is None:
        return _mark_before(text, start)
    for step, pattern in rows:
        found = pattern.search(text, max(floor, start - WINDOW), start)
        if found and found.group():
            return "+".join(found.groups()).lower() if step == "pair" else step, len(found.group())
    return None


MARKS = re.compile(r"(?:(~\s?)|\bQ([1-4])[\s,]+(?:of\s+)?|\bH([12])[\s,]+(?:of\s+)?)\Z", re.IGNORECASE)


def _mark_before(text: str, start: int) -> tuple[Step, int] | None:
    """Read what ends in no word: "~1921", "Q3 1979", "H2 of 1971"."""
    if text[max(0, start - 2) : start].strip()[-1:] not in ("~", "1", "2", "3", "4", ","):
        return None
    found = MARKS.search(text, max(0, start - 8), start)
    if found is None:
        return None
    return "about" if found[1] else f"quarter{found[2]}" if found[2] else f"half{found[3]}", len(found.group())


def _suffix(text: str, end: int) -> tuple[int, Step]:
    for step, pattern in SUFFIXES:
        if found := pattern.match(text, end):
            return found.end(), step
    return end, ""


def with_year(edtf: str, anchor: str) -> str:
    """Give ``edtf`` the year of ``anchor`` where it lacks one: the one that brings the two closest together."""
    year, month = anchor[:4], anchor[5:7]
    if "XXXX" not in edtf or not year.isdigit() or int(year) < EARLIEST_YEAR:
        return edtf
    found = re.match(r"\W?XXXX-(\d\d)", edtf)
    if found and month.isdigit() and 1 <= int(month) <= 12:
        distance = int(found[1]) - int(month)
        year = str(int(year) + (distance < -6) - (distance > 6))
    return edtf.replace("XXXX", year)
