"""Commands that write reports: discrepancies, provenance."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reconcile.cli.desk import Desk
from reconcile.cli.door import commands, group
from reconcile.cli.job import earlier
from reconcile.cli.options import CONFIDENCE, KIND, OUTPUT, SOURCE, STANDING, TOPIC
from reconcile.model import UsageError
from reconcile.report import pieces

if TYPE_CHECKING:
    from reconcile.model import Dossier, Provenance

STYLE = Annotated[str, typer.Option("--format", "-f", help="html, md, json, csv, or a plugin's.")]


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    made = group("report", "Reports, as pages and as data.")
    commands(made, {"discrepancies": discrepancies, "provenance": provenance})
    app.add_typer(made)


def discrepancies(
    desk: Desk,
    *,
    source: SOURCE = None,
    kind: KIND = None,
    topic: TOPIC = None,
    standing: STANDING = None,
    min_confidence: CONFIDENCE = 0.0,
    format: STYLE = "html",  # noqa: A002 - the option's name
    output: OUTPUT = None,
) -> None:
    """Write the conflicts with both quotes side by side: all, or some of them. To standard output without --output."""
    from reconcile.flow import report, select

    wanted = select.Filter(None, kind or (), source or (), topic or (), standing or (), min_confidence)
    style = desk.settings.report
    with desk.store() as opened, opened.reading() as reader:
        found = report.dossier(reader, wanted, style.title, desk.made, style.context)
        earlier(desk, reader)
    give(found, format, output)


def provenance(
    desk: Desk,
    name: Annotated[str, typer.Argument(help="A claim or a conflict: its identifier, or first digits.", metavar="ID")],
    *,
    format: STYLE = "html",  # noqa: A002
    output: OUTPUT = None,
) -> None:
    """Write where a claim or a conflict comes from, to the byte, and what the ledger says of it."""
    from reconcile.flow import report

    with desk.store() as opened, opened.reading() as reader:
        found = report.provenance(reader, name, desk.made, desk.settings.report.context)
        earlier(desk, reader, {party.claim.document for party in found.parties})
    give(found, format, output)


def give(dossier: "Dossier | Provenance", style: str, output: Path | None) -> None:
    """Print a page, or write it to a file and print the file's name."""
    from reconcile.flow import report
    from reconcile.flow.toolbox import renderers

    formats, _ = renderers()
    if style not in formats:
        raise UsageError(f"no report format {style!r}; there are {', '.join(formats)}")
    page = formats[style](dossier)
    if output is None:
        last = ""
        for last in pieces(page):
            typer.echo(last, nl=False)
        typer.echo(nl=not last.endswith("\n"))
        return
    report.write(output, page)
    typer.echo(output)
