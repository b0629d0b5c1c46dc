"""The commands, put together."""

from pathlib import Path
from typing import Annotated

import typer

from reconcile import __version__
from reconcile.cli import audit, bench, case, conflicts, facts, job, reports
from reconcile.cli.door import DATABASE, DEBUG, PANEL, QUIET

app = typer.Typer(
    name="reconcile",
    help="Reads documents that disagree, finds where their claims conflict, and keeps the proof.",
    epilog="Exit codes: 0 fine, 1 failure, 2 usage, 3 partly done, 4 the database needs `db upgrade`, "
    "5 conflicts found (with --fail-on), 130 interrupted.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


WORKSPACE = Annotated[
    Path,
    typer.Option(
        "--workspace", envvar="RECONCILE_WORKSPACE", help="The case's folder.", rich_help_panel=PANEL, metavar="DIR"
    ),
]
"""As in every command, and from the environment: read here alone, a flag before the command is not overruled by it."""


def version(asked: bool) -> None:
    """Print the version and stop."""
    if asked:
        print(f"reconcile {__version__}")  # noqa: T201 - it is data
        raise typer.Exit


@app.callback()
def everywhere(
    context: typer.Context,
    *,
    workspace: WORKSPACE = Path(),
    database: DATABASE = "",
    quiet: QUIET = False,
    debug: DEBUG = False,
    version: Annotated[
        bool, typer.Option("--version", callback=version, is_eager=True, help="Say which version.")
    ] = False,
) -> None:
    """Keep what stands before the command's name for the command."""
    context.obj = {"workspace": workspace, "database": database, "quiet": quiet, "debug": debug}


for module in (case, job, facts, conflicts, reports, audit, bench):
    module.add_to(app)
