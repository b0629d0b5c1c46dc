"""Dates that make one together: ranges ("from 1962 to 1967") and lists ("12 May, 3 June and 1 July 1993")."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reconcile.extract.dates.atoms import WEEKDAY, Atom
from reconcile.extract.dates.frames import SIMPLE, WINDOW, Step, ends, part, with_year
from reconcile.values.edtf import parse

LONGEST_LIST = 31
"""Members of one list of dates: the days of a month. What goes on longer is a table."""

BETWEEN = re.compile(r"\bbetween\s+(?:[\w-]+\s+){0,3}\Z", re.IGNORECASE)
PART = (
    r"(?:(?P<part>early|mid|late|spring|summer|autumn|winter|first\s+half|second\s+half|end|beginning|start|middle)"
    r"(?:[\s‑–-]+(?:in\s+|of\s+)?))?"
)
GAP = re.compile(
    rf"\s*(?:(?P<to>\b(?:to|until|till|through(?:\s+to)?)\b|[-–—‑/])|(?P<and>,?\s*\b(?:and|or)\b)|(?P<comma>,))"
    rf"\s*(?:(?:in|on)\s+)?(?:the\s+)?{PART}(?:the\s+)?(?:(?:night|morning|evening)\s+of\s+)?(?:{WEEKDAY},?\s+)?",
    re.IGNORECASE,
)
PART_WORDS: Mapping[str, Step] = {
    "early": "early", "mid": "mid", "late": "late", "spring": "spring", "summer": "summer", "autumn": "autumn",
    "winter": "winter", "first half": "half1", "second half": "half2", "end": "late", "beginning": "early",
    "start": "early", "middle": "mid",
}  # fmt: skip


SEPARATING = frozenset({"", " ", ",", ", ", ";", "; ", "\n", "\t", "|", " | ", " - ", "/", ",\n"})


def tabled(text: str, atoms: Sequence[Atom]) -> tuple[list[Atom], list[Atom]]:
    """Part ``atoms`` into those of a table, more than a list has with nothing between, and the rest, both in order."""
    table, rest, run = list[Atom](), list[Atom](), list[Atom]()
    for atom in atoms:
        if run and text[run[-1].end : min(atom.start, run[-1].end + 4)] not in SEPARATING:
            (table if len(run) > LONGEST_LIST else rest).extend(run)
            run = []
        run.append(atom)
    (table if len(run) > LONGEST_LIST else rest).extend(run)
    return [atom for atom in table if not (atom.bare and atom.edtf.startswith("XXXX"))], rest


def together(text: str, atoms: Sequence[Atom]) -> list[Atom]:
    """Join atoms that make one date: "from 1962 to 1967", "12 May, 3 June and 1 July 1993"."""
    return _lists(text, _ranges(text, [_from_to(text, atom) for atom in atoms]))


def _from_to(text: str, atom: Atom) -> Atom:
    """Between May and July 2003 is all that lies between them."""
    pair = atom.edtf[1:-1].split(",") if atom.edtf[:1] == "{" else []
    return replace(atom, edtf="/".join(pair)) if len(pair) == 2 and _opened(text, atom.start) else atom


def _gap(text: str, left: Atom, right: Atom) -> re.Match[str] | None:
    if right.start - left.end >= WINDOW or "—" in text[left.end + 1 : right.start - 1]:
        return None
    return GAP.fullmatch(text, left.end, right.start)


def _ranges(text: str, atoms: Sequence[Atom]) -> list[Atom]:
    joined: list[Atom] = []
    for atom in atoms:
        gap = _gap(text, joined[-1], atom) if joined else None
        if gap and (
            gap["to"]
            or (gap["and"] and BETWEEN.search(text[max(0, joined[-1].start - 40) : joined[-1].start]))
            or _adjoining(text, joined[-1], atom, gap)
        ):
            joined[-1:] = _range([_with_part(text, _in_year_of(joined[-1], atom)), atom], gap)
        else:
            joined.append(atom)
    return joined


DECADE = re.compile(r"\d{3}X")


def _adjoining(text: str, left: Atom, right: Atom, gap: re.Match[str]) -> bool:
    """Say whether one begins where the other ends: "late April, early May", "the 1980s and early 1990s"."""
    decades = DECADE.fullmatch(left.edtf) and DECADE.fullmatch(right.edtf)
    if not decades and not (gap["part"] and PART_BEFORE.search(text, max(0, left.start - 18), left.start)):
        return False
    first = _with_part(text, _in_year_of(left, right)).edtf
    last = part(right.edtf, _part_word(gap["part"])) if gap["part"] else right.edtf
    if "XXXX" in first + last:
        return False
    end, begin = parse(first).upper, parse(last).lower
    return end is not None and begin is not None and 0 < (begin - end).days <= 1


def _in_year_of(left: Atom, right: Atom) -> Atom:
    return replace(left, edtf=with_year(left.edtf, right.edtf))


def _opened(text: str, start: int) -> bool:
    return BETWEEN.search(text, max(0, start - WINDOW), start) is not None


APART = re.compile(r",\s*(?:and|or)\s+(?:in|on)\b")
"""In 2002, and in 2003: two statements of when, not one."""


def _lists(text: str, atoms: Sequence[Atom]) -> list[Atom]:
    joined: list[Atom] = []
    group: list[Atom] = []
    gaps: list[re.Match[str]] = []
    for atom in atoms:
        gap = _gap(text, group[-1], atom) if group else None
        if (
            gap
            and not APART.match(gap.group())
            and not gap["to"]
            and not gap["part"]
            and len(group) < LONGEST_LIST
            and _alike(group[-1], atom)
        ):
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
    found = PART_BEFORE.search(text, max(0, atom.start - 18), atom.start)
    if found is None:
        return atom
    return Atom(found.start(), atom.end, part(atom.edtf, _part_word(found[1])), atom.bare)


def _part_word(words: str) -> Step:
    return PART_WORDS[" ".join(words.lower().split())]


PART_BEFORE = re.compile(
    r"\b(early|mid|late|spring|summer|autumn|winter|(?:first|second)\s+half|end|beginning|start|middle)[\s‑–-]+(?:of\s+|in\s+)?\Z",
    re.IGNORECASE,
)


def _range(group: list[Atom], gap: re.Match[str]) -> list[Atom]:
    """Join two ends; the first takes its year from the second, or the other way round."""
    first, last = (atom.edtf for atom in group)
    if gap["part"]:
        last = part(last, _part_word(gap["part"]))
    first, last = with_year(first, ends(last)[0] or last), with_year(last, ends(first)[0] or first)
    start, end = ends(first)[0], ends(last)[1]
    if len(first) == len(last) >= 7 and first[:4] == last[:4] == "XXXX" and (len(first) == 10 or first < last):
        return [Atom(group[0].start, group[1].end, f"{first}/{last}")]
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
    if any("XXXX" in edtf and len(edtf) < 7 for edtf in edtfs) or len({"XXXX" in edtf for edtf in edtfs}) > 1:
        return group
    opening, closing = ("[", "]") if "or" in gaps[-1]["and"].lower() else ("{", "}")
    return [Atom(group[0].start, group[-1].end, f"{opening}{','.join(edtfs)}{closing}")]
