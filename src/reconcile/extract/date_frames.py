"""What stands around a date and changes it: ranges, parts, bounds and hedges, each a row of a table."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from reconcile.extract.behind import word_before
from reconcile.extract.date_atoms import EARLIEST_YEAR, WEEKDAY, Atom
from reconcile.values.edtf import HUNDREDTHS, TENTHS, parse

Step = Literal["", "by", "before", "since", "after", "asof", "about", "early", "mid", "late"]

LONGEST_LIST = 31
"""Members of one list of dates: the days of a month. What goes on longer is a table."""

WINDOW = 48
"""Characters looked at before a date. The longest frame ("starting on or about the night of the ") has under 40."""

SIMPLE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?")
BETWEEN = re.compile(r"\bbetween\s+(?:[\w-]+\s+){0,3}\Z", re.IGNORECASE)
PART = r"(?:(?P<part>early|mid|late)[\s‑–-]+(?:in\s+)?)?"
GAP = re.compile(
    rf"\s*(?:(?P<to>\b(?:to|until|till|through)\b|[-–—‑])|(?P<and>,?\s*\b(?:and|or)\b)|(?P<comma>,))"
    rf"\s*(?:(?:in|on)\s+)?(?:the\s+)?(?:(?:end|beginning|start)\s+of\s+)?(?:{WEEKDAY},?\s+)?{PART}",
    re.IGNORECASE,
)


def _steps(rows: Sequence[tuple[Step, str]]) -> tuple[tuple[Step, re.Pattern[str]], ...]:
    return tuple((step, re.compile(rf"(?:{pattern})\Z", re.IGNORECASE)) for step, pattern in rows)


STEPS = _steps([
    ("", rf"\b{WEEKDAY}\s*,?\s+(?:the\s+)?|\b{WEEKDAY}\s*\(\s*|\bthe\s+"),
    ("early", r"\bearly[\s‑–-]+(?:in\s+)?|\b(?:beginning|start|opening)\s+of\s+"),
    ("early", r"\bfirst\s+(?:half|part|months)\s+of\s+"),
    ("mid", r"\bmid[\s‑–-]+|\bmiddle\s+of\s+"),
    ("late", r"\blate[\s‑–-]+(?:in\s+)?|\b(?:end|close)\s+of\s+|\b(?:second|latter|last)\s+(?:half|part)\s+of\s+"),
    ("about", r"\b(?:on|in)\s+or\s+(?:about|around)\s+"),
    ("about", r"\b(?:in\s+or\s+)?(?:around|about|circa|approximately|roughly)\s+|\bca?\.\s*|~\s?"),
    ("by", r"\b(?:(?:on|in|at)\s+)?or\s+before\s+|\b(?:no|not)\s+later\s+than\s+"),
    ("by", r"\bup\s+(?:to|until)\s+|\bas\s+late\s+as\s+"),
    ("since", r"\b(?:(?:on|in|at)\s+)?or\s+after\s+|\b(?:no|not)\s+(?:earlier|before)\s+(?:than\s+)?"),
    ("since", r"\bas\s+early\s+as\s+"),
    ("since", r"\b(?:ever\s+)?since\s+|\b(?:starting|beginning)\s+(?:in\s+|on\s+|from\s+)?"),
    ("by", r"\b(?:until|till|through|by)\s+|\bby\s+as\s+late\s+as\s+"),
    ("before", r"\b(?:before|prior\s+to|ahead\s+of|earlier\s+than)\s+|\bpre[-‑–]"),
    ("after", r"\b(?:after|following|subsequent\s+to|later\s+than)\s+|\bpost[-‑–]"),
    ("asof", r"\bas\s+(?:of|at|on)\s+"),
    ("", r"\b(?:in|on|at|during|throughout|within|between|from)\s+"),
    ("", r"\b(?:night|morning|evening|afternoon|weekend|week|month|year|day|course|whole|summer)\s+of\s+"),
])  # fmt: skip
"""What may stand right before a date, nearest first, and what it does. Applied again and again, outwards."""

STEP_WORDS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday the early in of mid middle late around about circa
    approximately roughly c. ca. before than to until till as after since starting beginning through by following at on
    during throughout within over between from pre post not earlier""".split()
)
"""The last words of the rows above: behind any other word none of them can match."""

SUFFIXES: tuple[tuple[Step, re.Pattern[str]], ...] = (
    ("since", re.compile(r"\s+(?:onwards?|or\s+later|and\s+after|and\s+later)\b|\s+on\b(?=\s*[,.;])", re.IGNORECASE)),
    ("by", re.compile(r"\s+(?:or|and)\s+(?:earlier|before)\b|\s+at\s+the\s+latest\b", re.IGNORECASE)),
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
    """Return the beginning, middle or end of a year, month, decade or century; anything else as it is."""
    if re.fullmatch(r"\d{3}X|\d\dXX", edtf):
        stem, table = edtf.rstrip("X"), TENTHS if edtf.count("X") == 1 else HUNDREDTHS
        first, last = next(years for years, word in table.items() if word == which)
        return f"{stem}{first:0{4 - len(stem)}}/{stem}{last:0{4 - len(stem)}}"
    third = ("early", "mid", "late").index(which)
    if re.fullmatch(r"\d{4}", edtf):
        return f"{edtf}-{4 * third + 1:02}/{edtf}-{4 * third + 4:02}"
    if re.fullmatch(r"\d{4}-(0\d|1[0-2])", edtf):
        last_day = parse(edtf).upper or date.max
        days = ((1, 10), (11, 20), (21, last_day.day))[third]
        return f"{edtf}-{days[0]:02}/{edtf}-{days[1]:02}"
    return edtf


def about(edtf: str) -> str:
    """Mark a plain date as approximate; a range or set as it is."""
    return f"{edtf}~" if re.fullmatch(r"[\dX]{4}(?:-\d\d){0,2}", edtf) else edtf


def dressed(text: str, atom: Atom, floor: int) -> Dressed | None:
    """Walk outwards from ``atom``, not below ``floor``, and take what belongs to it. None for a date before Christ."""
    if NOT_OURS.match(text, atom.end):
        return None
    start, edtf = atom.start, atom.edtf
    bound: Step = ""
    while step := _step_before(text, start, floor):
        if bound and step[0]:
            break
        start -= step[1]
        bound, edtf = _applied(step[0], bound, edtf)
    end, last = _suffix(text, atom.end)
    bound = last or bound
    if bound in NAMED and ATTRIBUTIVE.match(text, atom.end) and text[atom.start - 4 : atom.start].lower() == "the ":
        bound = NAMED[bound]
    return Dressed(start, end, bounded(edtf, bound) if bound else edtf, bound)


def _applied(step: Step, bound: Step, edtf: str) -> tuple[Step, str]:
    if step in ("early", "mid", "late"):
        return bound, part(edtf, step)
    if step == "about":
        return bound, about(edtf)
    return step or bound, edtf


def _step_before(text: str, start: int, floor: int) -> tuple[Step, int] | None:
    if word_before(text, start) not in STEP_WORDS and "~" not in text[max(0, start - 2) : start]:
        return None
    for step, pattern in STEPS:
        found = pattern.search(text, max(floor, start - WINDOW), start)
        if found and found.group():
            return step, len(found.group())
    return None


def _suffix(text: str, end: int) -> tuple[int, Step]:
    for step, pattern in SUFFIXES:
        if found := pattern.match(text, end):
            return found.end(), step
    return end, ""


def together(text: str, atoms: Sequence[Atom]) -> list[Atom]:
    """Join atoms that make one date: "from 1962 to 1967", "12 May, 3 June and 1 July 1993"."""
    return _lists(text, _ranges(text, atoms))


def _gap(text: str, left: Atom, right: Atom) -> re.Match[str] | None:
    return GAP.fullmatch(text, left.end, right.start) if right.start - left.end < WINDOW else None


def _ranges(text: str, atoms: Sequence[Atom]) -> list[Atom]:
    joined: list[Atom] = []
    for atom in atoms:
        gap = _gap(text, joined[-1], atom) if joined else None
        if gap and (
            gap["to"] or (gap["and"] and BETWEEN.search(text[max(0, joined[-1].start - 40) : joined[-1].start]))
        ):
            joined[-1:] = _range([_with_part(text, joined[-1]), atom], gap)
        else:
            joined.append(atom)
    return joined


def _opened(text: str, start: int) -> bool:
    return BETWEEN.search(text, max(0, start - WINDOW), start) is not None


def _lists(text: str, atoms: Sequence[Atom]) -> list[Atom]:
    joined: list[Atom] = []
    group: list[Atom] = []
    gaps: list[re.Match[str]] = []
    for atom in atoms:
        gap = _gap(text, group[-1], atom) if group else None
        if gap and not gap["to"] and not gap["part"] and len(group) < LONGEST_LIST and _alike(group[-1], atom):
            gaps.append(gap)
        else:
            joined += _listed(group, gaps)
            group, gaps = [], []
        group.append(atom)
    return joined + _listed(group, gaps)


def _alike(left: Atom, right: Atom) -> bool:
    return len(left.edtf) == len(right.edtf) and bool(SIMPLE.fullmatch(left.edtf) and SIMPLE.fullmatch(right.edtf))


def _with_part(text: str, atom: Atom) -> Atom:
    """Take in the "late" of "from late 2002 to early 2003", since the range leaves no place for it."""
    found = PART_BEFORE.search(text, max(0, atom.start - 8), atom.start)
    if found is None:
        return atom
    return Atom(found.start(), atom.end, part(atom.edtf, PART_WORDS[found[1].lower()]), atom.bare)


PART_BEFORE = re.compile(r"\b(early|mid|late)[\s‑–-]+\Z", re.IGNORECASE)
PART_WORDS: Mapping[str, Step] = {"early": "early", "mid": "mid", "late": "late"}


def _range(group: list[Atom], gap: re.Match[str]) -> list[Atom]:
    """Join two ends; the first takes its year from the second, or the other way round."""
    first, last = (atom.edtf for atom in group)
    if gap["part"]:
        last = part(last, PART_WORDS[gap["part"].lower()])
    first, last = with_year(first, ends(last)[0] or last), with_year(last, ends(first)[0] or first)
    start, end = ends(first)[0], ends(last)[1]
    if not start or not end or "XXXX" in start + end or _backwards(start, end):
        return group
    return [Atom(group[0].start, group[1].end, f"{start}/{end}")]


def _backwards(start: str, end: str) -> bool:
    lower, upper = parse(start).lower, parse(end).upper
    return lower is None or upper is None or lower > upper


def _listed(group: list[Atom], gaps: list[re.Match[str]]) -> list[Atom]:
    """Join a list that ends in "and" or "or"; one that has only commas stays apart."""
    if not gaps or not gaps[-1]["and"]:
        return group
    edtfs = [with_year(atom.edtf, group[-1].edtf) for atom in group]
    if any("XXXX" in edtf for edtf in edtfs):
        return group
    opening, closing = ("[", "]") if "or" in gaps[-1]["and"].lower() else ("{", "}")
    return [Atom(group[0].start, group[-1].end, f"{opening}{','.join(edtfs)}{closing}")]


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
