"""Commands that measure: how accurate, how fast."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from reconcile.cli.desk import Desk
from reconcile.cli.door import commands, group
from reconcile.cli.job import PARTLY, told, toolbox
from reconcile.cli.options import FORMAT
from reconcile.cli.output import Format, Listing, line, put, show
from reconcile.report.sinks import dumps

MEASURES = ("measure", "pairs", "found", "wrong", "precision", "recall", "kind right")
MISSES = ("id", "relation", "kind", "found", "reached", "left", "right")
FIELDS = ("measure", "expected", "given", "right", "precision", "recall", "f1", "share")
ERRORS = ("document", "start", "end", "field", "expected", "given", "quote")
STEPS = ("step", "wall (s)", "cpu (s)", "peak memory (MiB)")

MAPPINGS = Annotated[
    Path | None,
    typer.Option("--mappings", help="A folder of NAME.mapping.toml, laid beside the copies.", metavar="DIR"),
]

QUERIES = Annotated[
    Path | None,
    typer.Argument(help="What is looked for, with the ids of what answers; none for pairs.", metavar="QUERIES"),
]

TEXTS = Annotated[
    Path | None, typer.Option("--texts", help="Where the files are that the marked claims stand in.", metavar="DIR")
]

ATTRIBUTION = Annotated[
    list[str] | None,
    typer.Option("--attribution", help="Whose the texts are, and their licence; may be repeated.", metavar="TEXT"),
]


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    made = group("bench", "How accurate and how fast it is. Works in a folder of its own.")
    commands(made, {"corpus": corpus, "matching": matching, "extraction": extraction})
    commands(made, {"annotations": annotations, "scale": scale})
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


def matching(
    desk: Desk,
    corpus: Annotated[Path, typer.Argument(help="Texts, or pairs with a score, JSON Lines.", metavar="CORPUS")],
    queries: QUERIES = None,
    *,
    candidates: Annotated[int, typer.Option("--candidates", min=1, help="Claims compared with each query.")] = 100,
    sample: Annotated[int | None, typer.Option("--sample", min=1, help="So many queries or pairs, no more.")] = None,
    format: FORMAT = Format.TABLE,  # noqa: A002
) -> None:
    """Measure whether claims of the same matter find each other, and what the scores of links are worth."""
    from reconcile.bench import matching
    from reconcile.flow.toolbox import standard

    tools = standard(matching.asking(desk.settings, candidates), desk.vocabulary)
    told(desk, tools.problems)
    asked = matching.Asked(candidates, desk.settings.matching.threshold, sample)
    figures(matching.of_files(corpus, queries, tools, asked).figures(), format)


def figures(found: Mapping[str, object], format: Format) -> None:  # noqa: A002
    """Print named figures: one object as JSON, else a row each."""
    if format in {Format.JSON, Format.JSONL}:
        put(dumps(found, indent=None))
    else:
        rows = [{"measure": name, "value": value} for name, value in found.items()]
        show(Listing(rows, {"measure": "measure", "value": "value"}), format)


def extraction(
    desk: Desk,
    file: Annotated[Path, typer.Argument(help="Documents with marked claims, JSON Lines.", metavar="GOLD")],
    *,
    texts: TEXTS = None,
    errors: Annotated[bool, typer.Option("--errors", help="List what was read wrongly instead.")] = False,
    format: FORMAT = Format.TABLE,  # noqa: A002
) -> int:
    """Measure how well claims are read out of texts, field by field, and how fast."""
    from reconcile.bench import extraction, extraction_gold

    found = extraction.measured(extraction_gold.read(file), toolbox(desk), texts)
    for each in found.skipped:
        desk.warn(str(each))
    if not found.documents:
        desk.warn("reconcile: nothing was measured: none of the texts that were marked is here")
        return PARTLY
    desk.say(f"{found.documents} documents; {found.size:,} bytes of text in {found.seconds:.2f} s of one core")
    if errors and format is Format.TABLE:
        for miss in found.ordered():
            put(line(str(miss)))
    else:
        names = ERRORS if errors else FIELDS
        show(Listing(found.misses() if errors else found.rows(), {name: name for name in names}), format)
    return PARTLY if found.skipped else 0


def annotations(
    desk: Desk,
    files: Annotated[list[Path], typer.Argument(help="What annotators wrote, JSON.", metavar="IN...")],
    out: Annotated[Path, typer.Argument(help="The file to write.", metavar="OUT")],
    *,
    texts: TEXTS = None,
    attribution: ATTRIBUTION = None,
) -> int:
    """Write annotations as offsets and labels, without a word of the texts, for `bench extraction`."""
    from reconcile.bench import annotations as marked
    from reconcile.bench.texts import Texts

    passages = [passage for file in files for passage in marked.read(file)]
    made = marked.converted(passages, Texts(toolbox(desk).read, texts), attribution or ())
    for each in made.lost:
        desk.warn(each)
    marked.write(out, made.lines)
    desk.say(f"{out}: " + ", ".join(f"{count} {noun}" for noun, count in made.counts.items()))
    return PARTLY if made.lost else 0


def scale(
    desk: Desk,
    *,
    claims: Annotated[int, typer.Option("--claims", min=1, help="About how many claims.")] = 10_000,
    seed: Annotated[int, typer.Option("--seed", help="The same seed gives the same documents.")] = 1,
    workers: Annotated[int, typer.Option("--workers", min=1, help="Processes that look for links.")] = 1,
    job: Annotated[bool, typer.Option("--job", help="Measure the whole main job, step by step, instead.")] = False,
    format: FORMAT = Format.TABLE,  # noqa: A002
) -> None:
    """Measure what matching generated claims with known counterparts costs, and how many it finds."""
    from reconcile.bench import scale

    if not job:
        figures(scale.matching(claims, seed, replace(scale.PLAN, workers=workers)), format)
        return
    rows, counts = scale.measured(claims, seed, toolbox(desk), desk.by)
    desk.say(", ".join(f"{count} {noun}" for noun, count in counts.items()))
    show(Listing(rows, {name: name for name in STEPS}), format)
