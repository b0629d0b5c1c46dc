"""Why a claim was read as it was: each cue with its rule and the line that it stands in, and what was inferred."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.cli import sheet
from reconcile.cli.output import line
from reconcile.cli.sheet import Line, said
from reconcile.extract.rules import meaning
from reconcile.model import Claim, Cue, Document, Party, Span
from reconcile.report import rows, words

AROUND = 32
"""Characters shown on either side of a cue, so that it fits on a terminal of 80 columns beside its label."""

LONGEST = 48
"""Characters of a cue that are shown; a claim out of a table has whole cells for cues."""

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Inferred:
    """Something read that does not stand in the words at its place: how it came about, what it is, its evidence."""

    how: str
    what: str
    evidence: str
    span: Span | None = None


def row(party: Party, document: Document) -> Row:
    """Return the explanation as fields: the claim's own, each cue with its meaning and words, what was inferred."""
    claim = party.claim
    more = {"subject": claim.subject, "context": claim.context, "confidence": claim.confidence}
    cues = [
        {
            "rule": cue.rule,
            "means": meaning(cue.rule).words,
            "start": cue.span.start,
            "end": cue.span.end,
            "words": cue.span.of(document.text),
        }
        for cue in ordered(claim.cues)
    ]
    return rows.claim(claim, document) | more | {"text": claim.text, "cues": cues, "inferred": _inferences(party)}


def _inferences(party: Party) -> list[Row]:
    return [
        {
            "how": each.how,
            "what": each.what,
            "evidence": each.evidence,
            "start": each.span.start if each.span else None,
            "end": each.span.end if each.span else None,
        }
        for each in inferred(party.claim)
    ]


def ordered(cues: Sequence[Cue]) -> list[Cue]:
    """Return cues in the order of the text, each once."""
    return sorted(dict.fromkeys(cues), key=lambda cue: (cue.span, cue.rule))


def lines(party: Party, document: Document) -> Iterator[Line]:
    """Yield the explanation for people: the claim, its cues where they stand, its slots, what was inferred."""
    claim = party.claim
    yield said("Claim", claim.id, bold=True)
    yield Line("Says", tuple(sheet.excerpt(party, ())))
    yield said("Where", sheet.where(party))
    for cue in ordered(claim.cues):
        yield Line()
        yield from shown(cue, document.text)
    yield Line()
    yield said("Who", words.chain(claim, document.source))
    yield from slots(claim)
    found = list(inferred(claim))
    if found:
        yield Line()
    for each in found:
        at = f" (“{cut(each.span, document.text)}”, {place(each.span)})" if each.span else ""
        yield said(each.how.capitalize(), f"{each.what}: {each.evidence}{at}")


def place(span: Span) -> str:
    """Say where something stands."""
    return f"characters {span.start} to {span.end}"


def shown(cue: Cue, text: str) -> Iterator[Line]:
    """Yield a cue: its rule, what that means, the words and where, and the line of text with the cue marked beneath."""
    yield said("Rule", cue.rule, bold=True)
    yield said("", meaning(cue.rule).words)
    yield said("", f"“{cut(cue.span, text)}”, {place(cue.span)}")
    before, marked, after = around(cue.span, text)
    yield Line("", ((f"{before}{marked}{after}", False),))
    yield Line("", ((" " * width(before) + "^" * max(1, width(marked)), True),))


def cut(span: Span, text: str) -> str:
    """Return the words at a place on one line, cut where they are many."""
    return line(text[span.start : min(span.end, span.start + LONGEST)]) + "…" * (span.end - span.start > LONGEST)


def around(span: Span, text: str) -> tuple[str, str, str]:
    """Return the line of text that a cue stands in, cut to fit: before it, itself, after it; nothing hidden in it."""
    head = text[max(0, span.start - AROUND) : span.start].rpartition("\n")[2]
    whole = span.end - span.start <= LONGEST
    tail = text[span.end : span.end + AROUND].partition("\n")[0] if whole else ""
    before, after = line(f"|{head}|")[1:-1], line(f"|{tail}|")[1:-1]
    return before.lstrip(), cut(span, text), after.rstrip()


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes: some characters take two."""
    from rich.cells import cell_len

    return cell_len(text)


def slots(claim: Claim) -> Iterator[Line]:
    """Yield what was read into a claim, slot by slot."""
    kind = f", {claim.polarity_kind}: {words.stance(claim)}" if claim.polarity_kind else ""
    yield said("Polarity", f"{claim.polarity}{kind}")
    yield said("Modality", f"{claim.modality}" + (f", {claim.confidence} confidence" if claim.confidence else ""))
    for date in claim.dates:
        yield said("Date", f"{date.edtf}, {date.role}: {words.dated(date)} ({place(date.span)})")
    for quantity in claim.quantities:
        yield said("Quantity", f"{words.amount(quantity)}, {quantity.role} ({place(quantity.span)})")
    for each in claim.places:
        bearing = f"{each.bearing} of " if each.bearing else ""
        yield said("Place", f"{bearing}{each.name} ({place(each.span)})")
    yield from (
        said(label, value) for label, value in (("Subject", claim.subject), ("Context", claim.context)) if value
    )


def inferred(claim: Claim) -> Iterator[Inferred]:
    """Yield what does not stand in the words themselves: inherited, resolved, repaired, inferred, offered, cut off."""
    for cue in ordered(claim.cues):
        found = meaning(cue.rule)
        if found.how:
            yield Inferred(found.how, " in ".join(claim.asserters[:-1]) or claim.asserter, found.words, cue.span)
    for date in claim.dates:
        if date.inferred:
            yield Inferred("inferred", date.edtf, "part of the date stands elsewhere, or is the document's", date.span)
    if claim.subject and "record.column" not in claim.rules:
        yield Inferred("resolved", claim.subject, "what the claim's first pronoun, or missing subject, stands for")
    if claim.text != " ".join(claim.quote.split()):
        yield Inferred("repaired", claim.text, "damage, marks and line ends undone; the quote is as it stands")
    for name in claim.offered:
        yield Inferred("offered", name, "may be who asserts it; a person has to say so, and it counts for nothing")
    if not claim.complete:
        yield Inferred("cut off", "the sentence", "it is incomplete: matched, never counted for or against")
