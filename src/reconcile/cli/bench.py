"""Commands that measure: how accurate, how fast."""

from pathlib import Path
from typing import Annotated

import typer

from reconcile.cli.desk import Desk
from reconcile.cli.door import commands, group
from reconcile.cli.job import toolbox
from reconcile.cli.options import FORMAT
from reconcile.cli.output import Format, Listing, show

MEASURES = ("measure", "pairs", "found", "wrong", "precision", "recall", "kind right")
MISSES = ("id", "relation", "kind", "found", "reached", "left", "right")
STEPS = ("step", "wall (s)", "cpu (s)", "peak memory (MiB)")

MAPPINGS = Annotated[
    Path | None,
    typer.Option("--mappings", help="A folder of NAME.mapping.toml, laid beside the copies.", metavar="DIR"),
]


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    made = group("bench", "How accurate and how fast it is. Works in a folder of its own.")
    commands(made, {"corpus": corpus, "scale": scale})
    app.add_typer(made)


def corpus(
    desk: Desk,
    folder: Annotated[Path, typer.Argument(help="The documents.", metavar="DIR")],
    file: Annotated[Path, typer.Argument(help="Pairs of quotes with known answers, JSON Lines.", metavar="PAIRS")],
    *,
    mappings: MAPPINGS = None,
    misses: Annotated[bool, typer.Option("--misses", help="List what was judged wrongly instead.")] = False,
    format: FORMAT = Format.TABLE,  # noqa: A002 - the option's name
) -> None:
    """Measure conflicts and agreements against pairs of quotes from real documents."""
    from reconcile.bench import corpus, pairs

    found = corpus.measured(folder, pairs.read(file), toolbox(desk), desk.by, mappings)
    counted = ", ".join(f"{found.counts[noun]} {noun}" for noun in ("documents", "claims", "links", "conflicts"))
    desk.say(f"{len(found.judged)} pairs; the whole corpus gave {counted}")
    names = MISSES if misses else MEASURES
    show(Listing(found.misses() if misses else found.rows(), {name: name for name in names}), format)


def scale(
    desk: Desk,
    *,
    claims: Annotated[int, typer.Option("--claims", min=1, help="About how many claims.")] = 10_000,
    seed: Annotated[int, typer.Option("--seed", help="The same seed gives the same documents.")] = 1,
    format: FORMAT = Format.TABLE,  # noqa: A002
) -> None:
    """Measure time and memory of the main job over generated documents."""
    from reconcile.bench import scale

    rows, counts = scale.measured(claims, seed, toolbox(desk), desk.by)
    desk.say(", ".join(f"{count} {noun}" for noun, count in counts.items()))
    show(Listing(rows, {name: name for name in STEPS}), format)
