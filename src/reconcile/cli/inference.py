"""What was read into a claim and does not stand in its words: how it came about, and the evidence in its document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice

from reconcile.cli.output import line
from reconcile.extract.rules import meaning
from reconcile.model import AUTHOR_UNSPECIFIED, Claim, Cue, DateMention, Document, Record, Span
from reconcile.report import words
from reconcile.values import edtf

LONGEST = 48
"""Characters of a cue that are shown; a claim out of a table has whole cells for cues."""

COMPARED = 4000
"""Characters of a quote up to which it is told word by word what was repaired in it."""

REPAIRS = 5
"""Repairs of one claim that are told one by one."""

YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)", re.ASCII)

PRONOUN = re.compile(r"\b(?:it|its|he|his|she|her|they|their)\b", re.IGNORECASE)

STRAIGHT = str.maketrans("‘’‚‛“”„‟′″‐‑", "''''\"\"\"\"'\"--")
"""Marks that are set in several ways and say the same: to straighten them is no repair."""


@dataclass(frozen=True, slots=True)
class Inferred:
    """Something read that does not stand in the words at its place: how it came about, what it is, its evidence."""

    how: str
    what: str
    evidence: str
    span: Span | None = None


def inferred(claim: Claim, document: Document) -> Iterator[Inferred]:
    """Yield what does not stand in the words themselves: inherited, resolved, repaired, inferred, offered, cut off."""
    row = record(claim, document)
    yield from _attributed(claim, document.text) if row is None else ()
    yield from (_dated(date, document, row) for date in claim.dates if date.inferred)
    if claim.subject and row is None:
        yield _about(claim, document.text)
    yield from _made(claim, row) if row else _repaired(claim)
    for name in claim.offered:
        yield Inferred("offered", name, "may be who asserts it; a person has to say so, and it counts for nothing")
    if not claim.complete:
        yield Inferred("cut off", "the sentence", "it is incomplete: matched, never counted for or against")


def record(claim: Claim, document: Document) -> Record | None:
    """Return the row of a table that a claim is out of; None for one out of prose."""
    for each in document.records:
        cell = each.cells["claim"]
        if cell.span == claim.span and " ".join(cell.value.split()) == claim.text:
            return each
    return None


def made_up(row: Record) -> bool:
    """Say whether a mapping's template made the claim: its place is the whole row then."""
    return row.cells["claim"].span == row.span


def place(span: Span) -> str:
    """Say where something stands."""
    return f"characters {span.start} to {span.end}"


def cut(span: Span, text: str) -> str:
    """Return the words at a place on one line, cut where they are many."""
    return line(text[span.start : min(span.end, span.start + LONGEST)]) + "…" * (span.end - span.start > LONGEST)


def ordered(cues: Sequence[Cue]) -> list[Cue]:
    """Return cues in the order of the text, each once."""
    return sorted(dict.fromkeys(cues), key=lambda cue: (cue.span, cue.rule))


def names(claim: Claim) -> list[str]:
    """Return who is named for a claim besides the document's own source."""
    return [name for name in claim.asserters[:-1] if name != AUTHOR_UNSPECIFIED]


def nearest(name: str, text: str, before: int) -> Span | None:
    """Return where a name stands last before a place, else first behind it; white space and marks are no difference."""
    pieces = r"\s+".join(re.escape(piece).replace("'", "['’]") for piece in name.split())
    pattern = re.compile(rf"(?<!\w){pieces}(?!\w)")
    last = None
    for found in pattern.finditer(text):
        if found.start() >= before and last is not None:
            break
        last = Span(*found.span())
        if found.start() >= before:
            break
    return last


def _attributed(claim: Claim, text: str) -> Iterator[Inferred]:
    """Yield whom a rule found elsewhere, and names that do not stand in the document at all."""
    found = [(cue, meaning(cue.rule)) for cue in ordered(claim.cues) if meaning(cue.rule).how]
    who = names(claim) or list(claim.asserters[:1])
    for cue, rule in found:
        elsewhere = (name for name in who if nearest(name, cue.span.of(text), 0) is None)
        stands = filter(None, (_stands(name, text, cue.span) for name in elsewhere))
        yield Inferred(rule.how, " in ".join(who), "; ".join([rule.words, *stands]), cue.span)
    for name in () if found else names(claim):
        if nearest(name, text, claim.span.end) is None:
            why = "it does not stand so in the text: the vocabulary, or another spelling, gives it for what does"
            yield Inferred("named", name, why)


def _stands(name: str, text: str, near: Span) -> str:
    """Say where a name stands last before a place, or first behind it; empty where it stands nowhere."""
    found = nearest(name, text, near.start)
    if found is None:
        return ""
    return f"“{line(name)}” stands {'last before' if found.start < near.start else 'behind'} it, {place(found)}"


def _dated(date: DateMention, document: Document, row: Record | None) -> Inferred:
    """Say what in the document the part of a date may be from that its own words do not give."""
    published = row.cells["date_asserted"].value if row and "date_asserted" in row.cells else document.published
    if date.edtf.startswith(edtf.UNTOLD):
        known = "" if published else ", whose own date is not known"
        return Inferred(
            "inferred", date.edtf, f"its words point to a date that is not told in the document{known}", date.span
        )
    told = [_year(date, document.text)]
    if published:
        told.append(f"the {'row' if row else 'document'} is dated {words.period(published)}")
    return Inferred(
        "inferred", date.edtf, "; ".join(["its words do not say all of it", *filter(None, told)]), date.span
    )


def _year(date: DateMention, text: str) -> str:
    """Say where the year of a date stands last before it, else which year is the last one named."""
    before = list(YEAR.finditer(text, 0, date.span.start))
    years = YEAR.findall(date.edtf)
    same = next((found for found in reversed(before) if found[0] in years), None)
    if same:
        return f"{same[0]} stands before it, {place(Span(*same.span()))}"
    return f"{before[-1][0]} is the last year named before it, {place(Span(*before[-1].span()))}" if before else ""


def _about(claim: Claim, text: str) -> Inferred:
    """Say whom a pronoun stands for, or which subject outside of its words the claim shares."""
    found = PRONOUN.search(text, claim.span.start, claim.span.end)
    what = "what its pronoun stands for" if found else "its subject, which stands outside of it"
    told = "; ".join(filter(None, (what, _stands(claim.subject, text, claim.span))))
    return Inferred("resolved", claim.subject, told, Span(*found.span()) if found else None)


def _made(claim: Claim, row: Record) -> Iterator[Inferred]:
    if made_up(row):
        yield Inferred("made", claim.text, "a template of the table's mapping puts cells of the row together")


def _repaired(claim: Claim) -> Iterator[Inferred]:
    """Yield what was undone in the words: how they stand, and how they are read."""
    before, after = claim.quote.translate(STRAIGHT).split(), claim.text.translate(STRAIGHT).split()
    if before == after:
        return
    why = "damage, marks and line ends undone; the quote is as it stands"
    if len(claim.quote) > COMPARED:
        yield Inferred("repaired", claim.text, why)
        return
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for _, start, end, first, last in islice((step for step in steps if step[0] != "equal"), REPAIRS):
        old, new = (" ".join(each) for each in (before[start:end], after[first:last]))
        what = f"“{line(old)}” is read as “{line(new)}”" if new else f"“{line(old)}” is passed over"
        yield Inferred("repaired", what if old else f"“{line(new)}” is read", why)
