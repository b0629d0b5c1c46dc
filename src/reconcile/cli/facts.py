"""Listings of what is stored: documents, claims, topics, problems."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from reconcile.cli import sheet
from reconcile.cli.desk import Desk
from reconcile.cli.door import Command, commands, group
from reconcile.cli.job import earlier
from reconcile.cli.options import FORMAT, SOURCE
from reconcile.cli.output import Format, Listing, Row, show, text
from reconcile.report import rows

if TYPE_CHECKING:
    from reconcile.store import Reader

DOCUMENTS = {
    "id": "id",
    "document": "document",
    "source": "source",
    "bytes": "bytes",
    "characters": "characters",
    "claims": "claims",
    "problems": "problems",
}
CLAIMS = {"id": "id", "document": "document", "start": "start", "asserters": "asserters", "polarity": "polarity"}
CLAIMS |= {"modality": "modality", "quote": "quote"}
TOPICS = {"id": "id", "label": "label", "claims": "claims", "sources": "sources", "conflicts": "conflicts"}
PROBLEMS = {"code": "code", "document": "document", "where": "where", "problem": "message", "what to do": "remedy"}

DOCUMENT = Annotated[str, typer.Option("--document", help="Only this one: its path, identifier, or first digits.")]

CLAIM = Annotated[str, typer.Argument(help="The claim's identifier, or its first digits.", metavar="ID")]


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    named: Mapping[str, Mapping[str, Command]] = {
        "documents": {"list": documents},
        "claims": {"list": claims, "show": claim, "explain": explain},
        "topics": {"list": topics},
        "problems": {"list": problems},
    }
    for noun, functions in named.items():
        made = group(noun, f"The {noun}.")
        commands(made, functions)
        app.add_typer(made)


def documents(desk: Desk, *, format: FORMAT = Format.TABLE) -> None:  # noqa: A002 - the option's name
    """List the documents."""
    with desk.store() as opened, opened.reading() as reader:
        show(Listing(document_rows(reader), DOCUMENTS), format)


def document_rows(reader: "Reader") -> Iterator[Row]:
    """Yield each document with how many claims and problems it has."""
    tallies = reader.tallies()
    for document in reader.documents():
        tally = tallies[document.id]
        yield rows.document(document, tally.claims, tally.problems) | {"characters": tally.characters}


def claims(desk: Desk, *, document: DOCUMENT = "", source: SOURCE = None, format: FORMAT = Format.TABLE) -> None:  # noqa: A002
    """List the claims, each with its place in its document."""
    from reconcile.flow import select

    with desk.store() as opened, opened.reading() as reader:
        slugs = set(select.slugs(reader, source or ()))
        named = reader.document(document).id if document else None
        show(Listing(claim_rows(reader, named, slugs), CLAIMS), format)
        earlier(desk, reader, [named] if named else ())


def claim_rows(reader: "Reader", document: str | None, slugs: set[str]) -> Iterator[Row]:
    """Yield the claims of one document or all, of some sources or all."""
    documents = {each.id: each for each in reader.documents()}
    for claim in reader.claims(document):
        carrier = documents[claim.document]
        if not slugs or carrier.source.slug in slugs:
            yield rows.claim(claim, carrier)


def claim(
    desk: Desk,
    identified: CLAIM,
    *,
    format: FORMAT = Format.TABLE,  # noqa: A002
) -> None:
    """Show one claim with all that was read into it, and what stands around it."""
    from reconcile.flow import surroundings

    with desk.store() as opened, opened.reading() as reader:
        found = reader.claim(identified)
        party = surroundings.parties(reader, [found], desk.settings.report.context)[found.id]
        earlier(desk, reader, [found.document])
    if format is Format.TABLE:
        sheet.show(sheet.claim(party))
        return
    around = {"before": party.before, "after": party.after}
    show_one(rows.claim(found, party.document) | around | {"cues": [cue.rule for cue in found.cues]}, format)


def explain(desk: Desk, identified: CLAIM, *, format: FORMAT = Format.TABLE) -> None:  # noqa: A002
    """Explain how one claim was read: the rules and their cues in the text, and what was inferred."""
    from reconcile.cli import explanation
    from reconcile.flow import surroundings

    with desk.store() as opened, opened.reading() as reader:
        found = reader.claim(identified)
        party = surroundings.parties(reader, [found], desk.settings.report.context)[found.id]
        document = reader.documents_of([found.document])[found.document]
        earlier(desk, reader, [found.document])
    if format is Format.TABLE:
        sheet.show(explanation.lines(party, document))
    else:
        show_one(explanation.row(party, document), format)


def show_one(row: Row, style: Format) -> None:
    """Print one thing: field by field in Markdown, else as a listing of one."""
    if style is Format.MD:
        pairs = [{"field": name, "value": value} for name, value in spread(row)]
        show(Listing(pairs, {"field": "field", "value": "value"}), style)
    else:
        show(Listing([row], {}), style)


def spread(row: Row, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Yield the fields of fields, each under a dotted name; things in a list are numbered from 1."""
    for name, value in row.items():
        if isinstance(value, Mapping):
            yield from spread(value, f"{prefix}{name}.")
        elif isinstance(value, (list, tuple)) and any(isinstance(each, Mapping) for each in value):
            yield from spread({f"{name} {number}": each for number, each in enumerate(value, 1)}, prefix)
        else:
            yield prefix + name, text(value)


def topics(desk: Desk, *, format: FORMAT = Format.TABLE) -> None:  # noqa: A002
    """List the topics, with how many claims, sources and conflicts each has."""
    from reconcile.flow import listing

    with desk.store() as opened, opened.reading() as reader:
        show(Listing(listing.topics(reader), TOPICS), format)
        earlier(desk, reader)


def problems(desk: Desk, *, format: FORMAT = Format.TABLE) -> None:  # noqa: A002
    """List what was wrong with files, and what to do."""
    with desk.store() as opened, opened.reading() as reader:
        show(Listing(list(map(problem_row, reader.problems())), PROBLEMS), format)


def problem_row(problem: object) -> Row:
    """Return a problem's fields."""
    from dataclasses import asdict

    return asdict(problem)  # type: ignore[call-overload,no-any-return]
