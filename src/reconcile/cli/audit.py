"""Commands for the auditor: whether the ledger is whole, where it stands, what it says."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from reconcile.cli.desk import Desk
from reconcile.cli.door import commands, group
from reconcile.cli.options import FORMAT
from reconcile.cli.output import Format, Listing, Row, show

if TYPE_CHECKING:
    from reconcile.store import Reader

LOG = {"number": "number", "at": "at", "actor": "actor", "action": "action", "object": "object", "leaf": "leaf"}


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    made = group("audit", "The ledger: what people decided and what the machine did.")
    commands(made, {"verify": verify, "checkpoint": checkpoint, "log": log})
    app.add_typer(made)


def verify(desk: Desk, *, deep: Annotated[bool, typer.Option("--deep", help="Check the rows too.")] = False) -> int:
    """Check the ledger, and with --deep the rows it speaks of. Prints what is wrong, a line each; exit code 1 then."""
    from reconcile import store

    with desk.store() as opened, opened.reading() as reader:
        faults = store.verify(reader, deep=deep)
        size = reader.checkpoint().size if not faults else 0
    for fault in faults:
        typer.echo(fault)
    if not faults:
        desk.say(f"the ledger's {size} entries are as they were recorded" + (", and so are the rows" if deep else ""))
    return 1 if faults else 0


def checkpoint(desk: Desk) -> None:
    """Print where the ledger stands: its name, how many entries, their root. Keep it elsewhere."""
    with desk.store() as opened, opened.reading() as reader:
        typer.echo(str(reader.checkpoint()), nl=False)


def log(desk: Desk, *, format: FORMAT = Format.TABLE) -> None:  # noqa: A002 - the option's name
    """List the ledger's entries, oldest first."""
    with desk.store() as opened, opened.reading() as reader:
        show(Listing(entries(reader), LOG), format)


def entries(reader: "Reader") -> Iterator[Row]:
    """Yield each entry with the exact text that was hashed."""
    for number, leaf, body in reader.entries():
        fields = json.loads(body)
        told = {name: fields.get(name, "") for name in ("at", "actor", "action", "object")}
        yield {"number": number, **told, "leaf": leaf, "body": body}
