"""How fast: generated documents through the whole main job, with time and memory of each step."""

import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from reconcile.bench import case, generate
from reconcile.flow import run, workspace
from reconcile.flow.by import By
from reconcile.flow.settings import Reporting
from reconcile.flow.toolbox import Toolbox, renderers

Row = Mapping[str, object]

MEBIBYTE = 1024 * 1024


class Reading(NamedTuple):
    """What the clocks say: seconds of wall time and of processor time."""

    wall: float
    cpu: float


def measured(claims: int, seed: int, tools: Toolbox, by: By) -> tuple[list[Row], Mapping[str, int]]:
    """Return time and memory of each step of the main job over about ``claims`` claims, and what it found."""
    rows: list[Row] = []
    with case.temporary(by) as made:
        fill(made.workspace, claims, seed)
        with step("ingest", rows):
            ingested = made.read(tools)
        with step("analyse", rows):
            analysed = made.compare(tools)
        with step("report", rows):
            found = run.summary(made.store, Reporting(), (by.at, case.TOOL), ingested, analysed)
            list(run.pages(found.dossier, made.workspace.reports, renderers()[0]))
        with step("again, unchanged", rows):
            made.read(tools)
            made.compare(tools)
    return rows, found.counts


def fill(target: workspace.Workspace, claims: int, seed: int) -> None:
    """Write the generated documents."""
    for name, text in generate.texts(claims, seed):
        (target.sources / name).write_text(text, encoding="utf-8")


@contextmanager
def step(name: str, rows: list[Row]) -> Iterator[None]:
    """Add a row with what a step took."""
    before = now()
    yield
    after = now()
    taken = {"wall (s)": round(after.wall - before.wall, 2), "cpu (s)": round(after.cpu - before.cpu, 2)}
    rows.append({"step": name, **taken, "peak memory (MiB)": peak()})


def now() -> Reading:
    """Read the clocks."""
    return Reading(time.perf_counter(), time.process_time())


def peak() -> int | None:
    """Return the most memory that this process has held so far, in MiB; None where the system does not tell."""
    try:
        import resource
    except ImportError:
        return None
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit // MEBIBYTE
