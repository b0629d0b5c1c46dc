"""Why a claim was read as it was: each cue with its rule and the line that it stands in, and what was inferred."""

from collections.abc import Iterator

from reconcile.cli import sheet
from reconcile.cli.inference import LONGEST, cut, inferred, made_up, names, nearest, ordered, place, record
from reconcile.cli.output import line
from reconcile.cli.sheet import Line, said
from reconcile.extract.rules import meaning
from reconcile.model import Claim, Cue, Document, Modality, Party, PolarityKind, Record, Span
from reconcile.report import rows, words

AROUND = 32
"""Characters shown on either side of a cue, so that it fits on a terminal of 80 columns beside its label."""

COLUMN = "record.column"
"""The rule of what a table's column gives; its columns are shown by name."""

Row = dict[str, object]


def row(party: Party, document: Document) -> Row:
    """Return the explanation as fields: the claim's own, each cue with its meaning and words, what was inferred."""
    claim = party.claim
    more = {"subject": claim.subject, "context": claim.context, "confidence": claim.confidence}
    cues = [_cue(cue, party, document) for cue in ordered(claim.cues)]
    named = [{"name": name, "start": at.start, "end": at.end} for name, at in speakers(claim, document.text)]
    told = {"text": claim.text, "named": named, "cues": cues, "inferred": _inferences(party, document)}
    return rows.claim(claim, document) | more | told


def _cue(cue: Cue, party: Party, document: Document) -> Row:
    found = record(party.claim, document) if cue.rule == COLUMN else None
    return {
        "rule": cue.rule,
        "means": meaning(cue.rule).words,
        "decides": decides(cue, party.claim),
        "columns": [name for name, cell in found.cells.items() if cell.span == cue.span] if found else [],
        "start": cue.span.start,
        "end": cue.span.end,
        "words": cue.span.of(document.text),
    }


def _inferences(party: Party, document: Document) -> list[Row]:
    return [
        {
            "how": each.how,
            "what": each.what,
            "evidence": each.evidence,
            "start": each.span.start if each.span else None,
            "end": each.span.end if each.span else None,
        }
        for each in inferred(party.claim, document)
    ]


def decides(cue: Cue, claim: Claim) -> bool:
    """Say whether what a cue says of polarity or modality is what the claim has in the end: another may outweigh it."""
    slot, _, name = cue.rule.partition(".")
    if slot == "polarity" and name.upper() in PolarityKind.__members__:
        return claim.polarity_kind is PolarityKind[name.upper()]
    if slot == "modality" and name.upper() in Modality.__members__:
        return claim.modality is Modality[name.upper()]
    return True


def speakers(claim: Claim, text: str) -> Iterator[tuple[str, Span]]:
    """Yield who is named for a claim, and where that name stands nearest to it."""
    found = ((name, nearest(name, text, claim.span.end)) for name in names(claim))
    yield from ((name, at) for name, at in found if at)


def lines(party: Party, document: Document) -> Iterator[Line]:
    """Yield the explanation for people: the claim, its cues where they stand, its slots, what was inferred."""
    claim = party.claim
    yield said("Claim", claim.id, bold=True)
    yield Line("Says", tuple(sheet.excerpt(party, ())))
    yield said("Where", sheet.where(party))
    yield Line()
    yield from reasons(claim, document)
    yield said("Who", words.chain(claim, document.source))
    if record(claim, document) is None:
        yield from (said("", f"“{name}”, {place(at)}") for name, at in speakers(claim, document.text))
    yield from slots(claim, document.text)
    read = list(inferred(claim, document))
    if read:
        yield Line()
    for each in read:
        at = f" (“{cut(each.span, document.text)}”, {place(each.span)})" if each.span else ""
        yield said(each.how.capitalize(), f"{each.what}: {each.evidence}{at}")


def reasons(claim: Claim, document: Document) -> Iterator[Line]:
    """Yield what a claim was read by: the columns of its row, or each cue; where there is none, what that means."""
    row = record(claim, document)
    cues = [cue for cue in ordered(claim.cues) if row is None or cue.rule != COLUMN]
    if row:
        yield from columns(row, document.text)
        yield Line()
    for cue in cues:
        yield from shown(cue, document.text)
        if not decides(cue, claim):
            yield said("", "It does not decide here: another cue, or what the words belong to, outweighs it.")
        yield Line()
    if row is None and not cues:
        yield said("Rule", "none", bold=True)
        yield said(
            "", "Nothing says that somebody else holds it, denies it or hedges it: the document states it flatly."
        )
        yield Line()


def columns(row: Record, text: str) -> Iterator[Line]:
    """Yield a row's columns under our names: what each gives, and where."""
    yield said("Rule", COLUMN, bold=True)
    yield said("", meaning(COLUMN).words)
    for name, cell in row.cells.items():
        whole = cell.span == row.span
        origin = "the mapping, for the whole row" if whole else place(cell.span)
        made = "made by a template of the mapping" if name == "claim" and made_up(row) else origin
        value = cut(Span(0, len(cell.value)), cell.value)
        yield said("", f"{name}: “{value}”, {made}")


def shown(cue: Cue, text: str) -> Iterator[Line]:
    """Yield a cue: its rule, what that means, the words and where, and the line of text with the cue marked beneath."""
    yield said("Rule", cue.rule, bold=True)
    yield said("", meaning(cue.rule).words)
    yield said("", f"“{cut(cue.span, text)}”, {place(cue.span)}")
    before, marked, after = around(cue.span, text)
    yield Line("", ((f"{before}{marked}{after}", False),))
    yield Line("", ((" " * width(before) + "^" * max(1, width(marked)), True),))


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


def slots(claim: Claim, text: str) -> Iterator[Line]:
    """Yield what was read into a claim, slot by slot, each with its words and where they stand."""
    kind = f", {claim.polarity_kind}" if claim.polarity_kind else ""
    yield said("Polarity", f"{claim.polarity}{kind}: {words.stance(claim)}")
    meant = f": {words.hedge(claim)}" if words.hedge(claim) != claim.modality else ""
    sure = f", {claim.confidence} confidence" if claim.confidence else ""
    yield said("Modality", f"{claim.modality}{meant}{sure}")
    for date in claim.dates:
        yield said("Date", f"{date.edtf}, {date.role}: {words.dated(date)} ({_quoted(date.span, text)})")
    for quantity in claim.quantities:
        yield said("Quantity", f"{words.amount(quantity)}, {quantity.role} ({_quoted(quantity.span, text)})")
    for each in claim.places:
        bearing = f"{each.bearing} of " if each.bearing else ""
        yield said("Place", f"{bearing}{each.name} ({_quoted(each.span, text)})")
    yield from (
        said(label, value) for label, value in (("Subject", claim.subject), ("Context", claim.context)) if value
    )


def _quoted(span: Span, text: str) -> str:
    return f"“{cut(span, text)}”, {place(span)}"
