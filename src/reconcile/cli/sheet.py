"""One conflict or one claim on a terminal, as people read it: what is said, by whom, where, what to do."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.cli.output import BRIEF, line, put
from reconcile.flow.draft import SETTLED
from reconcile.model import Decision, Discrepancy, Party, Relation, Ruling, Span, Verb
from reconcile.report import quotes, words

LABEL = 12
"""Columns that a line's label takes; what follows is folded beside it."""

PAST: dict[Verb, str] = {
    Verb.RESOLVE: "resolved",
    Verb.DISMISS: "dismissed",
    Verb.REOPEN: "reopened",
    Verb.COMMENT: "commented on",
    Verb.ASSIGN: "assigned",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A label and the pieces beside it; those that are ``bold`` clash or matter most."""

    label: str = ""
    pieces: tuple[tuple[str, bool], ...] = ()


def said(label: str, text: str, *, bold: bool = False) -> Line:
    """Return a line of one piece."""
    return Line(label, ((line(text), bold),))


def conflict(found: Discrepancy, decisions: Sequence[Decision]) -> Iterator[Line]:
    """Yield what there is to know of a verdict, for one who is to decide on it."""
    verdict, now = found.verdict, found.standing
    noun = words.verdict(verdict.relation, verdict.because) if verdict.relation is not Relation.CONFLICT else "conflict"
    yield said(noun.partition(":")[0].capitalize(), found.id, bold=True)
    yield said("Why", verdict.why, bold=True)
    yield said("Kind", f"{verdict.kind}: {words.KINDS[verdict.kind]}")
    if verdict.because:
        yield said("Not flagged", words.BECAUSE[verdict.because])
    sure = f"{words.confidence(verdict.confidence)} ({verdict.confidence:.2f})"
    grave = f"{words.severity(verdict.severity)} ({verdict.severity:.2f})"
    yield said("How sure", f"confidence {sure}, severity {grave}; rule {verdict.rule}, version {verdict.version}")
    yield from side("Left", found.left, verdict.left_marks)
    yield from side("Right", found.right, verdict.right_marks)
    if verdict.relation is Relation.CONFLICT:
        yield Line()
        yield said("Standing", f"{now.status}: {words.STATUSES[now.status]}", bold=True)
        yield from (said("", history(each)) for each in decisions)
        yield from ways(found, decisions)


def side(label: str, party: Party, marks: Sequence[Span]) -> Iterator[Line]:
    """Yield one side: who, how, the quote in its surroundings with the clashing words in brackets, where."""
    claim, document = party.claim, party.document
    yield Line()
    yield said(label, words.chain(claim, document.source), bold=True)
    yield Line("", tuple(excerpt(party, marks)))
    how = (words.stance(claim), words.hedge(claim), *(words.dated(each) for each in claim.dates[:4]))
    yield said("", "; ".join(how))
    if not claim.complete:
        yield said("", "The sentence is cut off: matched, never counted for or against.")
    if claim.offered:
        yield said("", f"Possibly {', '.join(claim.offered)}: not confirmed.")
    yield said("", where(party))


def where(party: Party) -> str:
    """Say where a claim stands and who publishes that."""
    claim, source = party.claim, party.document.source
    grade = f"{source.name}, graded {source.grade}, {words.grade(source)}"
    return f"{party.document.path}, {words.place(claim.span.start, claim.span.end)} ({grade}); claim {claim.id[:BRIEF]}"


def excerpt(party: Party, marks: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    """Yield a quote between quotation marks, what stands around it outside of them, marked words in brackets."""
    cut = quotes.excerpt(party, marks)
    yield "… " if cut.before else "", False
    inside = False
    for piece in cut.pieces:
        if piece.quoted is not inside:
            yield "“" if piece.quoted else "”", False
            inside = piece.quoted
        yield bracketed(piece)
    yield ("”" if inside else "") + (" …" if cut.after or cut.cut else ""), False


def bracketed(piece: quotes.Piece) -> tuple[str, bool]:
    """Return a piece's text on one line, in brackets where it clashes; spaces at its ends are kept."""
    text = line(piece.text)
    before = " " if piece.text[:1].isspace() else ""
    after = " " if text and piece.text[-1:].isspace() else ""
    return before + (f"[{text}]" if piece.marked and text else text) + after, piece.marked


def history(decision: Decision) -> str:
    """Say what a person did, when and why."""
    ruling = f" ({words.RULINGS[decision.verdict]})" if decision.verdict else ""
    to = f" to {decision.assignee}" if decision.assignee else ""
    why = "its rationale was withheld" if decision.rationale is None else decision.rationale
    return (
        f"{decision.number}. {words.moment(decision.at)}: {decision.actor} {PAST[decision.verb]} it{to}{ruling}: {why}"
    )


def ways(found: Discrepancy, decisions: Sequence[Decision]) -> Iterator[Line]:
    """Yield how to decide, ready to be copied: refused if somebody decides meanwhile."""
    on = f"{found.id[:BRIEF]} --seen {decisions[-1].number if decisions else 0}"
    yield Line()
    if found.standing.status in SETTLED:
        yield said("To go on", f'reconcile conflicts reopen {on} -r "why", or comment')
        return
    yield said("To decide", f'reconcile conflicts resolve {on} --verdict left -r "why"')
    yield said("", "verdicts: " + ", ".join(f'"{ruling}"' if " " in ruling else str(ruling) for ruling in Ruling))
    yield said("", "or dismiss, reopen, comment, assign --to NAME; `reconcile conflicts resolve --help`")


def decided(decision: Decision, status: str) -> str:
    """Say what a decision did and where the conflict stands then."""
    ruling = f" ({words.RULINGS[decision.verdict]})" if decision.verdict else ""
    to = f" to {decision.assignee}" if decision.assignee else ""
    stays = "it stays" if decision.verb is Verb.COMMENT else "it is now"
    return (
        f"{decision.actor} {PAST[decision.verb]} conflict {decision.conflict}{to}{ruling}; {stays} {status} "
        f"(ledger entry {decision.number})"
    )


def claim(party: Party) -> Iterator[Line]:
    """Yield what there is to know of a claim, and what was read into it."""
    found = party.claim
    yield said("Claim", found.id, bold=True)
    yield said("Who", words.chain(found, party.document.source), bold=True)
    yield Line("Says", tuple(excerpt(party, ())))
    yield said("How", f"{words.stance(found)}; {words.hedge(found)}")
    yield said("Where", where(party))
    told = {
        "Confidence": found.confidence,
        "Dates": "; ".join(words.dated(each) for each in found.dates),
        "Quantities": "; ".join(f"{words.amount(each)} ({each.role})" for each in found.quantities),
        "Places": "; ".join(f"{each.bearing} of {each.name}" if each.bearing else each.name for each in found.places),
        "Subject": found.subject,
        "Context": found.context,
        "Possibly": ", ".join(found.offered),
        "Cut off": "" if found.complete else "the sentence is incomplete: matched, never counted for or against",
        "Rules": ", ".join(found.rules),
    }
    yield from (said(label, text) for label, text in told.items() if text)


def show(lines: Iterator[Line]) -> None:
    """Print lines: folded and with style on a terminal, whole and plain elsewhere."""
    for each in lines:
        (folded if sys.stdout.isatty() else plain)(each)


def plain(each: Line) -> None:
    """Print a line as it is."""
    put(f"{each.label:<{LABEL}}{''.join(text for text, _ in each.pieces)}".rstrip())


def folded(each: Line) -> None:
    """Print a line as wide as the terminal, its label to the left."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    row = Table.grid()
    row.add_column(width=LABEL)
    row.add_column(overflow="fold")
    row.add_row(Text(each.label, "dim"), Text.assemble(*((text, "bold" if bold else "") for text, bold in each.pieces)))
    Console(highlight=False).print(row)
