"""Options that several commands share, each described once."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from reconcile.cli.output import Format
from reconcile.model import Kind, Ruling, Status

FORMAT = Annotated[Format, typer.Option("--format", "-f", help="How the rows are written.")]

ACTOR = Annotated[
    str,
    typer.Option("--actor", help="Your name in the ledger; else the setting `actor`, else your login.", metavar="NAME"),
]

PATHS = Annotated[list[Path] | None, typer.Argument(help="Files and folders; the workspace's sources/ if none.")]

KIND = Annotated[list[Kind] | None, typer.Option("--kind", help="Only these kinds; may be repeated.")]

SOURCE = Annotated[
    list[str] | None, typer.Option("--source", help="Only where this source is on either side; may be repeated.")
]

TOPIC = Annotated[list[str] | None, typer.Option("--topic", help="Only this topic, by identifier or label.")]

STANDING = Annotated[list[Status] | None, typer.Option("--standing", help="Only these standings; may be repeated.")]

CONFIDENCE = Annotated[float, typer.Option("--min-confidence", min=0, max=1, help="Only those at least so sure.")]

RATIONALE = Annotated[str, typer.Option("--rationale", "-r", help="Why, in a sentence. It goes into the ledger.")]

SEEN = Annotated[
    int | None,
    typer.Option("--seen", min=0, help="The number that `conflicts show` gave; refused if somebody decided since."),
]

LIKELIHOOD = Annotated[str, typer.Option("--likelihood", help='How likely, an ICD 203 term such as "very likely".')]

ANALYTIC = Annotated[str, typer.Option("--confidence", help="How good the evidence is: high, moderate or low.")]

VERDICT = Annotated[Ruling | None, typer.Option("--verdict", help="What you found.")]

CONFLICT = Annotated[str, typer.Argument(help="The conflict's identifier, or its first digits.", metavar="ID")]

OUTPUT = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.", metavar="FILE")]


class Which(StrEnum):
    """Which verdicts are listed."""

    CONFLICT = "conflict"
    AGREEMENT = "agreement"
    COMPATIBLE = "compatible"
    ALL = "all"


RELATION = Annotated[Which, typer.Option("--verdict", help="Which verdicts.")]
