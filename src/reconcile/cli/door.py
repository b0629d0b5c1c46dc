"""One way to make a command: its own options, those that every command has, and what is said when it fails."""

import inspect
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any

import typer

from reconcile.cli.desk import Desk
from reconcile.model import ReconcileError

INTERRUPTED = 130
"""128 and the number of SIGINT, as shells have it."""

PANEL = "Everywhere"

WORKSPACE = Annotated[
    Path, typer.Option("--workspace", help="The case's folder.", rich_help_panel=PANEL, metavar="DIR")
]
DATABASE = Annotated[str, typer.Option("--database", help="The database's URL.", rich_help_panel=PANEL, metavar="URL")]
QUIET = Annotated[bool, typer.Option("--quiet", "-q", help="Say only what is wrong.", rich_help_panel=PANEL)]
DEBUG = Annotated[bool, typer.Option("--debug", help="Show where in the program it failed.", rich_help_panel=PANEL)]

EVERYWHERE: Mapping[str, tuple[object, Path | str | bool]] = {
    "workspace": (WORKSPACE, Path()),
    "database": (DATABASE, ""),
    "quiet": (QUIET, False),
    "debug": (DEBUG, False),
}
"""The options of every command, and their defaults."""

Command = Callable[..., None] | Callable[..., int]


def group(name: str, about: str) -> typer.Typer:
    """Return an empty group of commands."""
    return typer.Typer(name=name, help=about, no_args_is_help=True, rich_markup_mode=None)


def commands(app: typer.Typer, named: Mapping[str, Command]) -> None:
    """Make functions commands of ``app``: each is given a ``Desk`` first, and may return an exit code."""
    for name, function in named.items():
        app.command(name)(opened(function))


def opened(function: Command) -> Callable[..., None]:
    """Return ``function`` with the options that every command has, and its failures told in one line."""

    def door(context: typer.Context, **given: Any) -> None:
        desk = desk_of(context, {name: given.pop(name) for name in EVERYWHERE}, given.get("actor"))
        code = answered(desk, lambda: function(desk, **given))
        if code:
            raise typer.Exit(code)

    own = list(inspect.signature(function, eval_str=True).parameters.values())[1:]
    parameters = [each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in own]
    parameters += [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=kind, default=default)
        for name, (kind, default) in EVERYWHERE.items()
    ]
    context = inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    door.__signature__ = inspect.Signature([context, *parameters])  # type: ignore[attr-defined]
    door.__annotations__ = {each.name: each.annotation for each in (context, *parameters)}
    door.__name__, door.__doc__ = function.__name__, function.__doc__
    return door


def desk_of(context: typer.Context, given: dict[str, Any], actor: str | None) -> Desk:
    """Return the desk: what stands before the command's name counts where nothing stands behind it."""
    before: dict[str, Any] = context.find_root().obj or {}
    chosen = {name: given[name] if given[name] != EVERYWHERE[name][1] else before.get(name) for name in given}
    return Desk(
        folder=chosen["workspace"] or Path(),
        database=chosen["database"] or "",
        quiet=bool(chosen["quiet"]),
        debug=bool(chosen["debug"]),
        actor=actor or "",
    )


def answered(desk: Desk, call: Callable[[], int | None]) -> int:
    """Return the exit code of ``call``, and say in one line what went wrong."""
    try:
        code = call() or 0
        sys.stdout.flush()
    except BrokenPipeError:
        return unread()
    except KeyboardInterrupt:
        desk.warn("reconcile: interrupted; what was said to be done is done, run it again for the rest")
        return INTERRUPTED
    except ReconcileError as error:
        if desk.debug:
            raise
        desk.warn(f"reconcile: {error}")
        return error.exit_code
    except (typer.Exit, typer.Abort, typer.BadParameter):
        raise
    except Exception as error:
        if desk.debug:
            raise
        told = str(error).partition("\n")[0][:200]
        desk.warn(f"reconcile: a mistake in the program ({type(error).__name__}: {told}); --debug shows where")
        return 1
    return code


def unread() -> int:
    """Stop without a word: whoever read the output has seen enough. What is still buffered goes nowhere."""
    with suppress(OSError, ValueError):  # a stream that is no file has nothing to flush at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
