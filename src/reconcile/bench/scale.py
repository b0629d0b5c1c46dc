"""How fast: generated documents through the whole main job step by step, and generated claims through matching."""

import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reconcile import match
from reconcile.bench import brute, case, generate, tellings
from reconcile.flow import run, workspace
from reconcile.flow.by import By
from reconcile.flow.settings import Reporting
from reconcile.flow.toolbox import Toolbox, renderers

Row = Mapping[str, object]

MEBIBYTE = 1024 * 1024


class Reading(NamedTuple):
    """What the clocks say: seconds of wall time, and of processor time with that of processes that have ended."""

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
    return Reading(time.perf_counter(), sum(os.times()[:4]))


def peak() -> int | None:
    """Return the most memory that this process has held so far, in MiB; None where the system does not tell."""
    try:
        import resource
    except ImportError:
        return None
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit // MEBIBYTE


AMONG = 50
"""A counterpart counts as found among so many nearest claims."""

ADDED = 200
"""Claims in a document that comes to a full store."""

PLAN = match.Plan(budget=600, candidates=25)
"""A plan for large stores. Among 50,000 claims a budget of 400 found .972 of the counterparts, 600 .980 and 1,000 .989;
listing 25 instead of 50 took a fifth of the time off and lost a fiftieth of the links."""

PEERS = ("sklearn", "bm25s", "splink")
"""What matches could be compared with besides, where it is installed."""


def matching(claims: int, seed: int, plan: match.Plan = PLAN) -> Row:
    """Return what matching ``claims`` claims with known counterparts costs, and how many counterparts it finds.

    The clocks run from the claims to the last link. ``recall@50`` is the share of the counterparts that are among a
    claim's 50 nearest; ``add_200_seconds`` the time in which 200 claims find their links in an index that has them
    already. ``peers`` are measured on a sample of their own.
    """
    told = tellings.tellings(claims, seed)
    facts = {each.claim.id: each.fact for each in told}
    before = now()
    index = match.indexed([each.claim for each in told])
    found = sum(1 for _ in match.linked(index, plan=plan))
    after = now()
    most = peak()
    return {
        "claims": len(told),
        "cpu_seconds": round(after.cpu - before.cpu, 2),
        "wall_seconds": round(after.wall - before.wall, 2),
        "peak_mb": most,
        f"recall@{AMONG}": round(recall(index, facts, plan), 4),
        "add_200_seconds": adding(index, plan),
        "links": found,
        "rapidfuzz": brute.measured(told),
        **{peer: {"installed": find_spec(peer) is not None} for peer in PEERS},
    }


def recall(index: match.Index, facts: Mapping[str, int], plan: match.Plan) -> float:
    """Return the share of counterparts among the nearest claims, of those that stand in other documents."""
    fact = np.array([facts[known] for known in index.columns.ids])
    hits = sum(
        int((fact[listed.askers] == fact[listed.near]).sum())
        for listed in match.nearest(index, np.arange(len(fact)), plan.budget, AMONG)
    )
    within = np.unique(fact * len(fact) + index.columns.document, return_counts=True)[1]
    return hits / max(1, pairs(np.bincount(fact)) - pairs(within))


def pairs(counts: NDArray[np.int64]) -> int:
    """Return how many ordered pairs there are in groups of these sizes."""
    return int((counts * (counts - 1)).sum())


def adding(index: match.Index, plan: match.Plan) -> float:
    """Return the seconds of wall time in which the last so many claims find their links."""
    known = set(index.columns.ids[-ADDED:])
    before = now()
    sum(1 for _ in match.linked(index, known, plan))
    return round(now().wall - before.wall, 3)
