"""Commands that work on documents: ingest, analyse, run, demo."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reconcile.cli.desk import TOOL, Desk
from reconcile.cli.door import commands
from reconcile.cli.options import ACTOR, PATHS
from reconcile.cli.progress import Progress, shown
from reconcile.flow import workspace
from reconcile.flow.workspace import Workspace
from reconcile.model import UsageError

if TYPE_CHECKING:
    from reconcile.flow.ingest import Ingested
    from reconcile.flow.run import Summary
    from reconcile.flow.toolbox import Toolbox
    from reconcile.store import Store

PARTLY, CONFLICTS = 3, 5
"""Exit codes: some of it was refused; there are conflicts, and one asked to be told."""

FAIL_ON = Annotated[
    str, typer.Option("--fail-on", help="`conflicts`: exit code 5 where there are conflicts nobody settled.")
]

DEMO = Path("reconcile-demo")


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    commands(app, {"run": run, "demo": demo, "ingest": ingest, "analyse": analyse})


def run(desk: Desk, paths: PATHS = None, *, fail_on: FAIL_ON = "", actor: ACTOR = "") -> int:
    """Ingest what is new, compare it with all there is, write the report. Prints the report's files."""
    check_fail_on(fail_on)
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
        fresh = [each.document for each in done if each.fresh]
        found = analyse.claims(opened, tools, desk.by, TOOL, fresh)
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
    for each in ingest.documents(opened, tools, paths, root_of(desk), desk.by):
        done.append(each)
        progress(f"read {len(done)} files, the last one {each.path}")
        told(desk, each.refused)
        if each.remark:
            desk.say(f"{each.path}: {each.remark}")
    return done


def root_of(desk: Desk) -> Path:
    """Return the folder that documents are named below, also where the database is all there is."""
    return Workspace(desk.folder).sources


def told(desk: Desk, problems: Sequence[object]) -> None:
    """Say each problem in one line."""
    for problem in problems:
        desk.warn(str(problem))


def toolbox(desk: Desk) -> "Toolbox":
    """Return the machine's stages; say which plugins did not load."""
    from reconcile.flow.toolbox import standard

    tools = standard(desk.settings)
    told(desk, tools.problems)
    return tools


def check_fail_on(given: str) -> None:
    """Raise UsageError for what one cannot fail on."""
    if given not in ("", "conflicts"):
        raise UsageError(f"--fail-on {given!r}: it takes `conflicts`")
