"""The year of a date that does not give it: from the date that rules what is told, never from one told in passing."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from reconcile.extract.behind import word_before
from reconcile.extract.dates.atoms import Atom
from reconcile.extract.dates.frames import NAMING, SIMPLE, ends, readable, with_year
from reconcile.extract.dates.roles import STOP
from reconcile.model import DateMention, DateRole
from reconcile.values.edtf import parse

REACH = 240
"""Characters of its sentence looked at before a date."""

QUOTES = re.compile(r"[\"“”]")
OPENING = re.compile(
    r"(?:\A|[.!?:;\n][\"”’)]*\s*)(?:But\s+|And\s+|Then\s+)?(?:In|On|During|From|Between|Early\s+in|Late\s+in)?\s*(?:the\s+)?"
    r"(?:early|mid|late)?[\s-]*\Z",
)
NO_ANCHOR = frozenset("since until till before after by from prior pre post".split())
PASSING = re.compile(
    r"\A(?:After|Before|Since|Until|When|While|Although|As|If|Following)\b.|\b(?:when|while|which|that|who|whom|whose|where|after|before|since|until|because|although|though|whether|if|than|as|will|would|due|scheduled|planned|expected)\b"
    r"|\b(?:of|dated|the|its|his|her|their|an?|this|that|in\s+the|[A-Za-z]+[’']s?)\s+\Z|[(\[][^)\]]*\Z"
    r"|[,(]\s+(?:\w+\s+){0,3}\w+(?:ed|en|held|made|sent)\s+(?:(?:by|in|to|at)\s+[^,]{1,40})?(?:on|in)?\s*\Z",
)
"""What stands before a date that is told in passing: "which it left in 1998", "resolution 687, adopted on …"."""

PAST_OF = frozenset({"of", "dated", "last", "since"})
"""Words behind which a date is not ahead of what is told."""


def spoken(text: str) -> list[int]:
    """Return where quotation begins and ends by turns: in it, "today" is another day than the document's."""
    turns: list[int] = []
    for mark in QUOTES.finditer(text):
        inside = len(turns) % 2 == 1
        if mark.group() == '"' or (mark.group() == "“") != inside:
            turns.append(mark.start())
    return turns


def carry(mentions: Sequence[DateMention], carried: str = "", text: str = "", published: str = "") -> str:
    """Return what the next paragraph may take a year from: the last date that rules ``text``, or else ``carried``.

    Put in as ``find(next_paragraph, carried=…)``; a heading's mentions carry as well. Without a ``carried`` date, one
    told in passing has to do. In a document that tells of its own year, one paragraph of another year is not enough:
    what it carries ends in ``?``, and rules when the next date that rules agrees.
    """
    turns, ruling = spoken(text), carried.rstrip("?")
    heads = 0 < len(text) < LONGEST_HEAD and text.rstrip()[-1:] not in ENDING
    for mention in mentions:
        last = ends(mention.edtf)[1] if mention.role in (DateRole.EVENT, DateRole.REPORT) else ""
        if not last[:4].isdigit() or not SIMPLE.fullmatch(last) or not _written(text, mention):
            continue
        fronted = heads or _opens(text, mention.span.start)
        goes_on = fronted or ("/" not in mention.edtf and onwards(last, ruling))
        if (len(last) >= 7 or (fronted and last in mention.edtf)) and (
            not ruling or (goes_on and rules(text, mention.span.start, turns))
        ):
            ruling = last
    doubtful = len(published) == 10 and _far(ruling, published) and (not carried or _far(ruling, carried))
    return f"{ruling}?" if doubtful else ruling


LONGEST_HEAD = 160
"""Characters of a heading; what is longer is prose, whatever it ends with."""

ENDING = frozenset('.!?:;,"”’)…')


def onwards(last: str, ruling: str) -> bool:
    """Say whether a date may follow in a tale that had come to ``ruling``; not one to which the tale looks back."""
    if len(last) < 7 or len(ruling) < 7:
        return last[:4] == ruling[:4]
    return ruling[: len(last)] <= last[: len(ruling)] and _months(last) - _months(ruling) <= NEXT_MONTHS


NEXT_MONTHS = 6
"""Months by which a tale goes on in passing; further on it looks ahead."""


def _months(when: str) -> int:
    return int(when[:4]) * 12 + int(when[5:7])


def _far(when: str, other: str) -> bool:
    return bool(when) and abs(int(when[:4]) - int(other[:4])) > 1


def _written(text: str, mention: DateMention) -> bool:
    """Say whether a date is written in figures or worked out; the name of a war lends no year."""
    return not text or mention.inferred or any(character.isdigit() for character in mention.span.of(text))


def rules(text: str, start: int, turns: Sequence[int]) -> bool:
    """Say whether a date at ``start`` sets the time of what is told, being no part of a quotation or of an aside."""
    if bisect_left(turns, start) % 2:
        return False
    floor = max(0, start - REACH)
    for stop in STOP.finditer(text, floor, start):
        floor = stop.end()
    return PASSING.search(text, floor, start) is None


def year_to_begin_with(carried: str, published: str) -> str:
    """Of a document that tells of its own year the year is that; else the one told of last."""
    if len(published) != 10:
        return carried.rstrip("?")
    return carried if carried and not carried.endswith("?") and _far(carried, published) else published


def with_years(text: str, written: Sequence[Atom], carried: str, published: str) -> list[Atom]:
    """Give each date without a year that of the date before it that rules, or else one from outside."""
    if not any("XXXX" in atom.edtf for atom in written):
        return list(written)
    turns, filled, months = spoken(text), list[Atom](), dict[str, str]()
    ruling, near, reach = "", "", 0
    for atom in (_with_its_year(text, each, published or carried) for each in written):
        near = near if near and STOP.search(text, reach, atom.start) is None else ""
        anchor = months.get(atom.edtf[5:7], "") or near or ruling or year_to_begin_with(carried, published)
        edtf = _lent(text, atom, anchor, published) if anchor else atom.edtf
        filled.append(atom if edtf == atom.edtf else replace(atom, edtf=edtf))
        if lends := _anchor(text, filled[-1]):
            near, reach = lends, atom.end
            told = ruling or carried.rstrip("?") or published
            if not told or ((_opens(text, atom.start) or onwards(lends, told)) and rules(text, atom.start, turns)):
                ruling = lends
        if SIMPLE.fullmatch(edtf) and len(edtf) >= 7 and "X" not in edtf:
            months[edtf[5:7]] = edtf[:7]
    return filled


def _lent(text: str, atom: Atom, anchor: str, published: str) -> str:
    """Return ``atom`` with the year of ``anchor``; what a thing is "of" is not in its future."""
    numbered = NUMBERED.search(text, max(0, atom.start - 60), atom.start) if anchor[:4].isdigit() else None
    edtf = with_year(atom.edtf, numbered["year"] if numbered else anchor)
    if edtf == atom.edtf or not readable(edtf):
        return atom.edtf
    if anchor == published:
        return _deadline(text, atom, published) or _not_ahead(text, atom, edtf, published)
    later = len(anchor) >= 7 and edtf[:1].isdigit() and edtf[:4] > anchor[:4]
    return with_year(atom.edtf, anchor[:4]) if later and _of_a_thing(text, atom) else edtf


def _of_a_thing(text: str, atom: Atom) -> bool:
    """Say whether a date tells which thing is meant: "the note of 23 February", "the 23 February note"."""
    before = word_before(text, atom.start)
    return before in PAST_OF or (before == "the" and NAMING.match(text, atom.end) is not None)


NUMBERED = re.compile(r"\d\s?\((?P<year>(?:19|20)\d\d)\)\s+(?:\w+\s+){0,2}on\s+\Z")
"""A rule whose number tells the year of what was done to it: "resolution 986 (1995) on 14 April"."""


YEAR_SAID = re.compile(r"\s+(?:of\s+)?(?P<which>last|this|next)\s+year\b")


def _with_its_year(text: str, atom: Atom, told: str) -> Atom:
    """Take in "last year" behind a day: "16 October last year"."""
    if not atom.edtf.startswith("XXXX"):
        return atom
    said = YEAR_SAID.match(text, atom.end)
    if said is None:
        return _last_such(atom, told) if word_before(text, atom.start) == "last" else atom
    steps = {"last": -1, "this": 0, "next": 1}[said["which"]]
    year = f"{int(told[:4]) + steps}" if told[:4].isdigit() else "XXXX"
    return replace(atom, end=said.end(), edtf=atom.edtf.replace("XXXX", year))


def _last_such(atom: Atom, published: str) -> Atom:
    """Last June: the one that was over before the month of writing began."""
    if len(published) < 7 or not re.fullmatch(r"XXXX-\d\d", atom.edtf):
        return atom
    year = int(published[:4]) - (atom.edtf[5:] >= published[5:7])
    return replace(atom, edtf=with_year(atom.edtf, str(year)))


AHEAD_OF_WRITING = 31
"""Days by which a date without a year may lie ahead of the day of writing, where nothing says that it does."""


def _not_ahead(text: str, atom: Atom, edtf: str, published: str) -> str:
    """Take the year before where the date would lie in the future and the sentence does not look there."""
    lower, today = parse(edtf).lower, parse(published).lower
    if lower and today and lower < today and word_before(text, atom.start) == "next":
        return with_year(atom.edtf, f"{lower.year + 1}")
    if not lower or not today or (lower - today).days <= AHEAD_OF_WRITING:
        return edtf
    if COMING.search(text, max(0, atom.start - 80), atom.end + 60):
        return edtf
    return with_year(atom.edtf, f"{lower.year - 1}")


def _deadline(text: str, atom: Atom, published: str) -> str:
    """Return the next such date after the day of writing for "by" and "until" where nothing is told of the past."""
    if word_before(text, atom.start) not in DEADLINE or PAST.search(text, max(0, atom.start - 120), atom.start):
        return ""
    found = re.match(r"\W?XXXX-(\d\d)", atom.edtf)
    year = int(published[:4]) + (found is not None and found[1] < published[5:7])
    return with_year(atom.edtf, f"{year}")


PAST = re.compile(r"\b(?:was|were|had|did)\b[^.;]*\Z")
DEADLINE = frozenset({"by", "until", "till"})
COMING = re.compile(
    r"\b(?:will|shall|next|due|scheduled|expected|going\s+to|plans?|planned|upcoming|to\s+be|takes?\s+effect|(?:is|are|was|were)\s+to"
    r"|deadline|no\s+(?:earlier|sooner|later))\b"
)


def _anchor(text: str, atom: Atom) -> str:
    """Return the plain date that others may take their year from.

    A day lends it; a month or year only where it opens its sentence and so sets the time of what follows; a bound never
    ("since March 2003" is told long after), nor a year that only names a thing ("the 2003 invasion").
    """
    if "XXXX" in atom.edtf or word_before(text, atom.start) in NO_ANCHOR:
        return ""
    last = atom.edtf if SIMPLE.fullmatch(atom.edtf) else ends(atom.edtf)[1]
    return last if len(last) == 10 or (last and _opens(text, atom.start)) else ""


def _opens(text: str, start: int) -> bool:
    """Say whether a date opens its sentence and so sets the time of what follows."""
    return OPENING.search(text, max(0, start - 24), start) is not None
