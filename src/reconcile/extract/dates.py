"""Dates in one paragraph: their EDTF, their role, where they stand.

Atoms are found, joined, given a year where the paragraph has one, and dressed with what stands around them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from reconcile.extract.behind import word_before
from reconcile.extract.date_atoms import BEGINNERS, Atom, atoms
from reconcile.extract.date_frames import (
    BETWEEN,
    SIMPLE,
    Dressed,
    dressed,
    ends,
    together,
    with_year,
)
from reconcile.extract.date_relatives import RELATIVE_WORDS, relatives
from reconcile.extract.date_roles import reported
from reconcile.model import DateMention, DateRole, Span
from reconcile.values.edtf import parse

EVENTS: Mapping[str, str] = {
    "First World War": "1914-07-28/1918-11-11",
    "World War I": "1914-07-28/1918-11-11",
    "World War One": "1914-07-28/1918-11-11",
    "Second World War": "1939-09-01/1945-09-02",
    "World War II": "1939-09-01/1945-09-02",
    "World War Two": "1939-09-01/1945-09-02",
    "Spanish Civil War": "1936-07-17/1939-04-01",
    "American Civil War": "1861-04-12/1865-05-26",
    "Korean War": "1950-06-25/1953-07-27",
    "Vietnam War": "1955-11-01/1975-04-30",
    "Six-Day War": "1967-06-05/1967-06-10",
    "Yom Kippur War": "1973-10-06/1973-10-25",
    "Falklands War": "1982-04-02/1982-06-14",
    "Iran-Iraq War": "1980-09-22/1988-08-20",
    "Iran–Iraq War": "1980-09-22/1988-08-20",
    "Iran-Iraq war": "1980-09-22/1988-08-20",
    "Persian Gulf War": "1990-08-02/1991-02-28",
    "Gulf War": "1990-08-02/1991-02-28",
    "Operation Desert Storm": "1991-01-17/1991-02-28",
    "Desert Storm": "1991-01-17/1991-02-28",
    "Operation Desert Fox": "1998-12-16/1998-12-19",
    "Desert Fox": "1998-12-16/1998-12-19",
    "Bosnian War": "1992-04-06/1995-12-14",
    "Kosovo War": "1998-02-28/1999-06-11",
    "Cold War": "1947/1991",
    "Thirty Years' War": "1618/1648",
    "Great Depression": "1929/1939",
}
"""Events that serve as dates behind a preposition of time: "during the Iran-Iraq War". Widely given dates."""

EVENT = re.compile("|".join(sorted(map(re.escape, EVENTS), key=len, reverse=True)))
EVENT_CUE = re.compile(
    r"\b(?:during|in|throughout|before|after|since|until|prior\s+to|following|by\s+the\s+end\s+of|end\s+of)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
NEEDED = frozenset(BEGINNERS | RELATIVE_WORDS | {"War", "Storm", "Fox", "Depression"})
TOKEN = re.compile(r"\d|[A-Za-z]+")

NOT_A_YEAR = re.compile(
    r"(?:\b(?:resolutions?|project|paragraphs?|paras?\.?|pages?|pp?\.|section|chapter|article|room|flight|box|annex|volume"
    r"|figure|fig\.|table|unscr|regulation|rule|route|highway|boeing|no\.|nos\.|number|numbers|serial|model|unit|hc|cm"
    r"|at\s+least|at\s+most|more\s+than|less\s+than|fewer\s+than|over|nearly|almost|some|exactly|only"
    r"|total\s+of|least|estimated|killed|killing|than|altitude\s+of|these|those|all|other)|[$€£¥#+×]|\bS/)\s*\Z",
    re.IGNORECASE,
)
YEAR_CUE = re.compile(
    r"(?:\b(?:in|by|since|until|till|during|from|early|mid|late|of|to|between|after|before|through|throughout|spring|summer"
    r"|autumn|fall|winter|circa|ca?\.|year|years|as\s+early\s+as|as\s+late\s+as|as\s+recently\s+as|than|dated)"
    r"[\s‑-]+(?:the\s+)?|\b(?:pre|post|mid|early|late)[‑–-])\Z",
    re.IGNORECASE,
)
MEASURED = re.compile(
    r"(?:\s*[-–]\s*\d[\d,.]*|\s+(?:to|or|and)\s+\d[\d,.]*)?[\s-]*(?:%|°|(?:per\s?cent|percent|tons?|tonnes?|metric|kg|km|mm|"
    r"m|cm|metres?|meters?|miles?|feet|ft|hours?|days?|years?|men|women|people|troops|litres?|dollars|euros|pounds|"
    r"GMT|UTC|hrs|MW|kW|hp|rpm|mph|calories|square|cubic|acres|hectares)\b)"
)
COUNTED = re.compile(
    r"\s+(?!(?:the|a|an|its|his|her|their|this|that|it|he|she|they|as|was|is|has|all)\b)(?:[a-z][\w-]*\s+){0,2}[a-z]{3,}(?:[^su\W]s|ies|men|people)\b"
)
OF_CUE = re.compile(
    r"\b(?:total|stock|stockpile|number|average|sum|maximum|minimum|toll|population|crowd)\s+of\s+\Z", re.IGNORECASE
)
ARTICLE = re.compile(r"(?:\b(?:the|its|his|her|their|our|a|an|this|that|and|or)|[’']s|[,(—–:\[])\s*\Z", re.IGNORECASE)

MONTH_CUE = re.compile(
    r"\b(?:in|by|since|until|till|during|from|of|late|early|mid|between|after|before|last|this|through|around|about|to|and)"
    r"[\s‑-]+(?:the\s+)?(?:(?:end|beginning|start|middle)\s+of\s+)?\Z",
    re.IGNORECASE,
)
AFTER_MONTH = re.compile(r"\s+(?:[A-Z][a-z]|\d)|['’-]\w|\s+(?:not|be|have|well|I|we|he|she|they|it)\b")
DECADE_CUE = re.compile(r"\b(?:the|early|mid|late)[\s‑-]+\Z", re.IGNORECASE)


def find(text: str, published: str = "") -> list[DateMention]:
    """Return the dates in a paragraph, in order, without overlap.

    Spans are offsets in ``text`` and take in the preposition ("in June 1981"). ``published`` is the document's own date
    as EDTF; without it, "yesterday" is no date. A day and month without a year is ``XXXX-06-20``, unless the paragraph
    gives a year; then ``inferred`` is true. Cost is proportional to the length of the text.
    """
    words = set(TOKEN.findall(text))
    if words.isdisjoint(NEEDED) and not any(word.isdigit() for word in words):
        return []
    written = together(text, [atom for atom in atoms(text) if _is_date(text, atom)])
    dated = _with_years(text, written, _now(text, words, published))
    everything = sorted([*dated, *_named(text, dated)], key=lambda atom: atom.start)
    pointing = () if words.isdisjoint(RELATIVE_WORDS) else relatives(text, everything, published)
    worked_out = [atom for atom in pointing if not _touches(atom, everything)]
    mentions: list[DateMention] = []
    inferred = {atom.start for atom in worked_out} | {
        new.start for old, new in zip(written, dated, strict=True) if old.edtf != new.edtf
    }
    for atom in sorted([*everything, *worked_out], key=lambda atom: atom.start):
        mentions += _mention(text, atom, mentions, inferred=atom.start in inferred)
    return mentions


def _touches(atom: Atom, others: Sequence[Atom]) -> bool:
    """Say whether ``atom`` shares a character with one of ``others``, which are in order."""
    after = bisect_left(others, atom.end, key=lambda other: other.start)
    return after > 0 and others[after - 1].end > atom.start


def _mention(text: str, atom: Atom, before: Sequence[DateMention], *, inferred: bool) -> Iterator[DateMention]:
    floor = before[-1].span.end if before else 0
    found = dressed(text, atom, floor) if atom.start >= floor else None
    if found is None or not found.edtf or _unreadable(found.edtf):
        return
    yield DateMention(found.edtf, _role(text, found), Span(found.start, found.end), inferred)


def _unreadable(edtf: str) -> bool:
    """A range or list without a year says nothing that can be held against anything."""
    try:
        parse(edtf)
    except ValueError:
        return True
    return False


def _role(text: str, found: Dressed) -> DateRole:
    if found.bound:
        return DateRole.AS_OF if found.bound == "asof" else DateRole.BOUND
    return DateRole.REPORT if reported(text, found.start, found.end) else DateRole.EVENT


def _is_date(text: str, atom: Atom) -> bool:
    """Tell a year from a count, May from may, the eighties from his eighties."""
    if not atom.bare:
        return True
    floor = max(0, atom.start - 48)
    if atom.edtf.startswith("XXXX"):
        return bool(MONTH_CUE.search(text, floor, atom.start)) and not AFTER_MONTH.match(text, atom.end)
    if text[atom.start].isalpha():
        return bool(DECADE_CUE.search(text, floor, atom.start))
    return _is_year(text, atom, floor)


def _is_year(text: str, atom: Atom, floor: int) -> bool:
    if NOT_A_YEAR.search(text, floor, atom.start) or MEASURED.match(text, atom.end):
        return False
    if OF_CUE.search(text, floor, atom.start):
        return False
    if word_before(text, atom.start) in ("to", "around", "about") and COUNTED.match(text, atom.end, atom.end + 60):
        return False
    if YEAR_CUE.search(text, floor, atom.start) or BETWEEN.search(text, floor, atom.start):
        return True
    return bool(ARTICLE.search(text, floor, atom.start)) or not COUNTED.match(text, atom.end, atom.end + 60)


def _named(text: str, known: Sequence[Atom]) -> Iterator[Atom]:
    for found in EVENT.finditer(text):
        cue = EVENT_CUE.search(text, max(0, found.start() - 40), found.start())
        atom = Atom(found.start(), found.end(), EVENTS[found.group()])
        if cue and not _touches(atom, known):
            yield atom


def _now(text: str, words: AbstractSet[str], published: str) -> str:
    """Return the day of writing where the paragraph speaks from it ("yesterday", "on Tuesday"), else nothing."""
    if len(published) != 10 or words.isdisjoint(RELATIVE_WORDS):
        return ""
    return published if next(iter(relatives(text, (), published)), None) else ""


def _with_years(text: str, written: Sequence[Atom], anchor: str) -> list[Atom]:
    """Give each date without a year that of the last date before it that can lend one; of ``anchor`` to begin with."""
    filled: list[Atom] = []
    for atom in written:
        filled.append(replace(atom, edtf=with_year(atom.edtf, anchor)) if anchor else atom)
        anchor = _anchor(text, filled[-1]) or anchor
    return filled


def _anchor(text: str, atom: Atom) -> str:
    """Return the plain date that others may take their year from.

    A day lends it; a month or year only where it opens its sentence and so sets the time of what follows; a bound never
    ("since March 2003" is told long after), nor a year that only names a thing ("the 2003 invasion").
    """
    if "XXXX" in atom.edtf or word_before(text, atom.start) in NO_ANCHOR:
        return ""
    last = atom.edtf if SIMPLE.fullmatch(atom.edtf) else ends(atom.edtf)[1]
    opens = OPENING.search(text, max(0, atom.start - 24), atom.start) is not None
    return last if len(last) == 10 or (last and opens) else ""


OPENING = re.compile(
    r"(?:\A|[.!?:;\n][\"”’)]*\s*)(?:But\s+|And\s+|Then\s+)?(?:In|On|During|From|Between|Early\s+in|Late\s+in)?\s*(?:the\s+)?"
    r"(?:early|mid|late)?[\s-]*\Z",
)
NO_ANCHOR = frozenset("since until till before after by from prior pre post".split())
