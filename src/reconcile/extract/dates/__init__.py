"""Dates in one paragraph: their EDTF, their role, where they stand.

Atoms are found, joined, given a year where the paragraph has one, and dressed with what stands around them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reconcile.extract.behind import word_before
from reconcile.extract.dates.atoms import CANDIDATE, Atom, atoms
from reconcile.extract.dates.frames import SIMPLE, Dressed, dressed, ends, with_year
from reconcile.extract.dates.guards import is_date
from reconcile.extract.dates.lists import together
from reconcile.extract.dates.periods import built_in, of_gazetteer
from reconcile.extract.dates.relatives import relatives
from reconcile.extract.dates.roles import reported
from reconcile.model import DateMention, DateRole, Span
from reconcile.values.edtf import parse

NO_PERIODS: Mapping[str, str] = {}


def find(
    text: str, published: str = "", *, periods: Mapping[str, str] = NO_PERIODS, carried: str = ""
) -> list[DateMention]:
    """Return the dates in a paragraph, in order, without overlap.

    Spans are offsets in ``text`` and take in the preposition ("in June 1981"). ``published`` is the document's own date
    as EDTF: "yesterday" is reckoned from it, and is ``XXXX`` without it. ``periods`` are a user's named periods as
    EDTF by name. A day and month without a year takes that of the last date before it, in the paragraph or else
    ``carried`` (see ``carry``), or else of ``published``; then ``inferred`` is true; it is ``XXXX-06-20`` where there
    is none. Cost is proportional to the length of the text.
    """
    candidates = list(CANDIDATE.finditer(text))
    named = list(of_gazetteer(text, periods)) if periods else []
    if not candidates and not named:
        return []
    written = together(text, [atom for atom in atoms(text, candidates) if is_date(text, atom)])
    dated = _with_years(text, written, carried, published)
    if any(each.lastgroup == "event" for each in candidates):
        named += built_in(text)
    everything = _apart([*dated, *named])
    pointers = [each for each in candidates if each.lastgroup == "pointer"]
    pointing = relatives(text, pointers, everything, published, carried) if pointers else ()
    worked_out = together(text, _apart([atom for atom in pointing if not _touches(atom, everything)]))
    inferred = {atom.start for atom in worked_out} | {
        new.start for old, new in zip(written, dated, strict=True) if old.edtf != new.edtf
    }
    mentions: list[DateMention] = []
    for atom in sorted([*everything, *worked_out], key=lambda atom: atom.start):
        mentions += _mention(text, atom, mentions, inferred=atom.start in inferred)
    return mentions


def carry(mentions: Sequence[DateMention], carried: str = "") -> str:
    """Return what the next paragraph may take a year from: the last date to the day or month, or else ``carried``.

    Put in as ``find(next_paragraph, carried=…)``; a heading's mentions carry as well.
    """
    for mention in reversed(mentions):
        last = ends(mention.edtf)[1] if mention.role in (DateRole.EVENT, DateRole.REPORT) else ""
        if len(last) >= 7 and last[:4].isdigit() and SIMPLE.fullmatch(last):
            return last
    return carried


def _year_to_begin_with(carried: str, published: str) -> str:
    """Of a document that tells of its own year the year is that; else the one told of last."""
    if len(published) != 10:
        return carried
    far = carried and abs(int(carried[:4]) - int(published[:4])) > 1
    return carried if far else published


def _apart(found: Sequence[Atom]) -> list[Atom]:
    """Order ``found``; of two that share a character the longer stays, of equals the first."""
    kept: list[Atom] = []
    for atom in sorted(found, key=lambda atom: (atom.start, -atom.end)):
        if kept and atom.start < kept[-1].end:
            if atom.end - atom.start > kept[-1].end - kept[-1].start:
                kept[-1] = atom
        else:
            kept.append(atom)
    return kept


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
    try:
        parse(edtf)
    except ValueError:
        return True
    return False


def _role(text: str, found: Dressed) -> DateRole:
    if found.bound:
        return DateRole.AS_OF if found.bound == "asof" else DateRole.BOUND
    if found.edtf.startswith("../") or found.edtf.endswith("/.."):
        return DateRole.BOUND
    return DateRole.REPORT if reported(text, found.start, found.end) else DateRole.EVENT


def _with_years(text: str, written: Sequence[Atom], carried: str, published: str) -> list[Atom]:
    """Give each date without a year that of the last date before it that can lend one, or else one from outside."""
    if not any("XXXX" in atom.edtf for atom in written):
        return list(written)
    filled: list[Atom] = []
    lent, months = "", dict[str, str]()
    for atom in (_with_its_year(text, each, published) for each in written):
        anchor = months.get(atom.edtf[5:7], "") or lent or _year_to_begin_with(carried, published)
        edtf = with_year(atom.edtf, anchor) if anchor else atom.edtf
        edtf = atom.edtf if _unreadable(edtf) else edtf
        if edtf != atom.edtf and anchor == published:
            edtf = _not_ahead(text, atom, edtf, published)
        filled.append(atom if edtf == atom.edtf else replace(atom, edtf=edtf))
        lent = _anchor(text, filled[-1]) or lent
        if SIMPLE.fullmatch(edtf) and len(edtf) >= 7 and "X" not in edtf:
            months[edtf[5:7]] = edtf[:7]
    return filled


YEAR_SAID = re.compile(r"\s+(?:of\s+)?(?P<which>last|this|next)\s+year\b")


def _with_its_year(text: str, atom: Atom, published: str) -> Atom:
    """Take in "last year" behind a day: "16 October last year"."""
    said = YEAR_SAID.match(text, atom.end) if atom.edtf.startswith("XXXX") else None
    if said is None:
        return atom
    steps = {"last": -1, "this": 0, "next": 1}[said["which"]]
    year = f"{int(published[:4]) + steps}" if published[:4].isdigit() else "XXXX"
    return replace(atom, end=said.end(), edtf=atom.edtf.replace("XXXX", year))


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


COMING = re.compile(
    r"\b(?:will|shall|next|due|scheduled|expected|going\s+to|plans?|planned|upcoming|to\s+be|takes?\s+effect|(?:is|are|was|were)\s+to"
    r"|until|deadline)\b"
)


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
