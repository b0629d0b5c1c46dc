"""Dates in one paragraph: their EDTF, their role, where they stand.

Atoms are found, joined, given a year where the paragraph has one, and dressed with what stands around them.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from reconcile.extract.dates.atoms import CANDIDATE, Atom, atoms
from reconcile.extract.dates.dateline import dateline
from reconcile.extract.dates.frames import Dressed, dressed, readable
from reconcile.extract.dates.guards import is_date
from reconcile.extract.dates.lists import tabled, together
from reconcile.extract.dates.periods import built_in, of_gazetteer
from reconcile.extract.dates.relatives import relatives
from reconcile.extract.dates.roles import reported
from reconcile.extract.dates.years import carry, with_years
from reconcile.model import DateMention, DateRole, Span

__all__ = ["carry", "dateline", "find"]

NO_PERIODS: Mapping[str, str] = {}


def find(
    text: str, published: str = "", *, periods: Mapping[str, str] = NO_PERIODS, carried: str = ""
) -> list[DateMention]:
    """Return the dates in a paragraph, in order, without overlap.

    Spans are offsets in ``text`` and take in the preposition ("in June 1981"). ``published`` is the document's own date
    as EDTF: "yesterday" is reckoned from it, and is ``XXXX`` without it. ``periods`` are a user's named periods as
    EDTF by name. A day and month without a year takes that of the last date before it that rules what is told, in
    the paragraph or else ``carried`` (see ``carry``), or else of ``published``; then ``inferred`` is true; it is
    ``XXXX-06-20`` where there is none. Cost is proportional to the length of the text.
    """
    candidates = list(CANDIDATE.finditer(text))
    named = list(of_gazetteer(text, periods)) if periods else []
    if not candidates and not named:
        return []
    table, told = tabled(text, list(atoms(text, candidates)))
    written = together(text, [atom for atom in told if is_date(text, atom)])
    filled = with_years(text, written, carried, published)
    lent = [new.start for old, new in zip(written, filled, strict=True) if old.edtf != new.edtf]
    if any(each.lastgroup in ("event", "attack") for each in candidates):
        named += built_in(text)
    known = _apart([*(together(text, filled) if lent else filled), *named])
    pointers = [each for each in candidates if each.lastgroup in ("pointer", "then")]
    pointing = relatives(text, pointers, known, published, carried) if pointers else ()
    worked_out = together(text, _apart([atom for atom in pointing if not _touches(atom, known)]))
    return _with_table(_mentions(text, known, worked_out, lent), table)


def _mentions(text: str, known: Sequence[Atom], worked_out: Sequence[Atom], lent: Sequence[int]) -> list[DateMention]:
    """Dress atoms, in order; those that were worked out or begin with a year ``lent`` at these places are inferred."""
    places = sorted([*(atom.start for atom in worked_out), *lent])
    mentions: list[DateMention] = []
    for atom in sorted([*known, *worked_out], key=lambda atom: atom.start):
        mentions += _mention(text, atom, mentions, inferred=_holds(atom, places))
    return mentions


def _with_table(mentions: list[DateMention], table: Sequence[Atom]) -> list[DateMention]:
    """Add the dates of a table, which stand for themselves."""
    if not table:
        return mentions
    alone = (DateMention(atom.edtf, DateRole.EVENT, Span(atom.start, atom.end)) for atom in table)
    return sorted([*mentions, *alone], key=lambda mention: mention.span.start)


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


def _holds(atom: Atom, starts: Sequence[int]) -> bool:
    """Say whether one of ``starts``, which are in order, lies in ``atom``."""
    return bisect_left(starts, atom.start) < bisect_left(starts, atom.end)


def _touches(atom: Atom, others: Sequence[Atom]) -> bool:
    """Say whether ``atom`` shares a character with one of ``others``, which are in order."""
    after = bisect_left(others, atom.end, key=lambda other: other.start)
    return after > 0 and others[after - 1].end > atom.start


def _mention(text: str, atom: Atom, before: Sequence[DateMention], *, inferred: bool) -> Iterator[DateMention]:
    floor = before[-1].span.end if before else 0
    found = dressed(text, atom, floor) if atom.start >= floor else None
    if found is None or not found.edtf or not readable(found.edtf):
        return
    yield DateMention(found.edtf, _role(text, found), Span(found.start, found.end), inferred)


def _role(text: str, found: Dressed) -> DateRole:
    if found.bound:
        return DateRole.AS_OF if found.bound == "asof" else DateRole.BOUND
    if found.edtf.startswith("../") or found.edtf.endswith("/.."):
        return DateRole.BOUND
    return DateRole.REPORT if reported(text, found.start, found.end) else DateRole.EVENT
