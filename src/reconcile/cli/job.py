"""Commands that work on documents: ingest, analyse, run, demo."""

import os
from collections.abc import Collection, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reconcile.cli.desk import TOOL, Desk
from reconcile.cli.door import commands
from reconcile.cli.options import ACTOR, PATHS
from reconcile.cli.progress import Progress, shown
from reconcile.flow import workspace
from reconcile.flow.workspace import Workspace

if TYPE_CHECKING:
    from reconcile.flow.ingest import Ingested
    from reconcile.flow.run import Summary
    from reconcile.flow.toolbox import Toolbox
    from reconcile.store import Reader, Store

PARTLY, CONFLICTS = 3, 5
"""Exit codes: some of it was refused; there are conflicts, and one asked to be told."""


class FailOn(StrEnum):
    """What one may ask to be told by the exit code."""

    CONFLICTS = "conflicts"


FAIL_ON = Annotated[
    FailOn | None, typer.Option("--fail-on", help="Exit code 5 where there are any that nobody settled.")
]

DEMO = Path("reconcile-demo")


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    commands(app, {"run": run, "demo": demo, "ingest": ingest, "analyse": analyse})


def run(desk: Desk, paths: PATHS = None, *, fail_on: FAIL_ON = None, actor: ACTOR = "") -> int:
    """Ingest what is new, compare it with all there is, write the report. Prints the report's files."""
    summary = main_job(desk, paths or [desk.workspace.sources])
    if fail_on and summary.unsettled:
        return CONFLICTS
    return PARTLY if any(each.refused for each in summary.ingested) else 0


def demo(
    desk: Desk, folder: Annotated[Path, typer.Argument(help="Where to make the workspace.", metavar="DIR")] = DEMO
) -> int:
    """Do the main job on the worked example. The last line is the report's path."""
    from reconcile import store
    from reconcile.flow import settings

    desk.folder = folder
    if not Workspace(folder).exists:
        workspace.create(folder, settings.commented())
    workspace.copy_sources(desk.workspace)
    store.upgrade(desk.url, origin=desk.settings.origin)
    main_job(desk, [desk.workspace.sources])
    return 0


def ingest(
    desk: Desk, paths: Annotated[list[Path], typer.Argument(help="Files and folders.")], *, actor: ACTOR = ""
) -> int:
    """Read documents and keep them with their claims. `run` does it too, and goes on from there."""
    with desk.store() as opened, shown(desk) as progress:
        done = ingested(desk, opened, paths, (toolbox(desk), progress))
        desk.say(f"{len(done)} files read")
        with opened.reading() as reader:
            earlier(desk, reader)
    return PARTLY if any(each.refused for each in done) else 0


def analyse(desk: Desk, *, actor: ACTOR = "") -> None:
    """Compare the claims that no run has seen with all the others. `run` does it too."""
    from reconcile.flow import analyse

    with desk.store() as opened, shown(desk):
        found = analyse.claims(opened, toolbox(desk), desk.by, TOOL)
    desk.say(f"{found.documents} documents compared: {found.links} new links, {found.verdicts} new verdicts")


def main_job(desk: Desk, paths: Sequence[Path]) -> "Summary":
    """Ingest, analyse, report; print the summary to standard error and the report's files to standard output."""
    from reconcile.flow import analyse, run
    from reconcile.flow.toolbox import renderers

    settings, tools = desk.settings, toolbox(desk)
    with desk.store() as opened, shown(desk) as progress:
        done = ingested(desk, opened, paths, (tools, progress))
        progress("comparing claims")
        found = analyse.claims(opened, tools, desk.by, TOOL)
        progress("writing the report")
        summary = run.summary(opened, settings.report, desk.made, done, found)
    formats, problems = renderers()
    told(desk, problems)
    chosen = {name: formats[name] for name in settings.report.formats}
    files = list(run.pages(summary.dossier, desk.workspace.folder / settings.report.folder, chosen))
    for line in summary.lines():
        desk.say(line)
    for file in files:
        print(file)  # noqa: T201 - it is data
    return summary


def ingested(desk: Desk, opened: "Store", paths: Sequence[Path], using: tuple["Toolbox", Progress]) -> "list[Ingested]":
    """Ingest files one by one; say what was refused, replaced, or is here already under another name."""
    from reconcile.flow import ingest

    tools, progress = using
    done = []
    asked = [plain(path) for path in paths]
    for each in ingest.documents(opened, tools, asked, plain(Workspace(desk.folder).sources), desk.by):
        done.append(each)
        progress(f"read {len(done)} files, the last one {each.path}")
        told(desk, each.refused)
        if each.remark:
            desk.say(f"{each.path}: {each.remark}")
    return done


def plain(path: Path) -> Path:
    """Return a path without `..`: documents are named by what their path begins with."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolving would follow links


def told(desk: Desk, problems: Sequence[object]) -> None:
    """Say each problem in one line."""
    for problem in problems:
        desk.warn(str(problem))


def earlier(desk: Desk, reader: "Reader", documents: Collection[str] = ()) -> None:
    """Say in one line that stored claims, of these ``documents`` or of any, are from an earlier reading."""
    from reconcile.flow import analyse
    from reconcile.flow import toolbox as stages
    from reconcile.flow.vocabulary import BadVocabulary

    try:
        found = analyse.earlier(reader, stages.extractors(desk.settings, desk.vocabulary), documents)
    except BadVocabulary as error:
        desk.warn(f"reconcile: {error}; whether the stored claims are up to date cannot be told")
        return
    if found:
        those = f"{len(found)} document" + "s" * (len(found) > 1)
        why = "the vocabulary, a setting or the program has changed since"
        desk.warn(f"reconcile: the claims of {those} are from an earlier reading: {why}; {AGAIN}")


AGAIN = "`reconcile analyse` reads and compares them anew, and so does `reconcile run`"
"""What to do about them."""


def toolbox(desk: Desk) -> "Toolbox":
    """Return the machine's stages; say which plugins did not load."""
    from reconcile.flow.toolbox import standard

    tools = standard(desk.settings, desk.vocabulary)
    told(desk, tools.problems)
    return tools
