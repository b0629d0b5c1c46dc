"""Commands about the case: making a workspace, its settings, its database."""

from pathlib import Path
from typing import Annotated

import typer

from reconcile.cli.desk import SQLITE, Desk
from reconcile.cli.door import commands, group
from reconcile.cli.options import FORMAT
from reconcile.cli.output import Format, Listing, show
from reconcile.flow import workspace


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    commands(app, {"init": init})
    config = group("config", "The settings.")
    commands(config, {"show": config_show})
    vocabulary = group("vocabulary", "The case's own words.")
    commands(vocabulary, {"check": vocabulary_check})
    db = group("db", "The database as a whole.")
    commands(db, {"upgrade": upgrade, "current": current, "downgrade": downgrade, "backup": backup})
    app.add_typer(config)
    app.add_typer(vocabulary)
    app.add_typer(db)


def init(desk: Desk, case: Annotated[Path, typer.Argument(help="The folder to make it in.", metavar="CASE")]) -> None:
    """Make a workspace: reconcile.toml, sources/, db/ with its database, reports/. Overwrites nothing."""
    from reconcile import store
    from reconcile.flow import settings

    desk.folder = case
    origin = desk.settings.origin
    made = workspace.create(case, settings.commented())
    store.upgrade(desk.url, origin=origin)
    desk.say(f"made {case}: put documents into {made.sources}, then `reconcile run --workspace {case}`")


def config_show(desk: Desk, format: FORMAT = Format.TABLE) -> None:  # noqa: A002 - the option's name
    """List every setting with its value and where that came from."""
    rows = ({"key": key, "value": masked(value), "origin": origin} for key, value, origin in desk.loaded.rows())
    show(Listing(rows, {"key": "key", "value": "value", "origin": "origin"}), format)


def masked(value: object) -> object:
    """Return a setting's value as one may show it: a URL without its password."""
    head, at, rest = str(value).rpartition("@")
    scheme, found, user = head.partition("://")
    return f"{scheme}://{user.partition(':')[0]}:***@{rest}" if at and found and ":" in user else value


def vocabulary_check(
    desk: Desk,
    file: Annotated[Path | None, typer.Argument(help="The file; the workspace's own if none.")] = None,
    format: FORMAT = Format.TABLE,  # noqa: A002
) -> int:
    """Count the entries of a vocabulary by table; say all that is wrong with it, and answer 2 where anything is."""
    from reconcile.flow import vocabulary

    place = file or vocabulary.place(desk.workspace, desk.settings)
    try:
        found = vocabulary.load(place)
    except vocabulary.BadVocabulary as error:
        for complaint in error.complaints:
            desk.warn(f"{place}: {complaint}")
        return error.exit_code
    rows = ({"table": table, "entries": len(entries)} for table, entries in found.entries.items())
    show(Listing(rows, {"table": "table", "entries": "entries"}), format)
    return 0


def upgrade(
    desk: Desk, revision: Annotated[str, typer.Argument(help="A revision.", metavar="REVISION")] = "head"
) -> None:
    """Bring the database to this program's schema, making it where there is none."""
    from reconcile import store

    if desk.url.startswith(SQLITE) and not desk.settings.database:
        desk.workspace.database.parent.mkdir(exist_ok=True)
    desk.say(f"the database is at revision {store.upgrade(desk.url, revision, origin=desk.settings.origin)}")


def current(desk: Desk) -> None:
    """Print the revision that the database is at."""
    from reconcile import store

    print(store.current(desk.url) or "none")  # noqa: T201 - it is data


def downgrade(
    desk: Desk,
    revision: Annotated[str, typer.Argument(help="A revision, -1 or base.", metavar="REVISION")],
    *,
    lose_ledger: Annotated[bool, typer.Option("--lose-ledger", help="Decisions and runs may be thrown away.")] = False,
) -> None:
    """Take the database back to an earlier schema. Make a backup first."""
    from reconcile import store

    found = store.downgrade(desk.url, revision, lose_ledger=lose_ledger)
    desk.say(f"the database is at revision {found or 'none'}")


def backup(desk: Desk, file: Annotated[Path, typer.Argument(help="A file that does not exist.")]) -> None:
    """Copy the database as it is at one moment, also while others write. Never copy the file itself."""
    from reconcile import store

    store.backup(desk.url, file)
    print(file)  # noqa: T201 - it is data
