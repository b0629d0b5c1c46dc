"""Runs of tokens and their edges: what is no part of a clause although it stands at its beginning or end."""

from collections.abc import Iterable, Sequence

from reconcile.extract.by_syntax.tree import Run, Tree

EDGES = frozenset({",", ";", ":", ".", "\u2026", "\u2014", "\u2013", "-", "[", "]"})
"""Marks that are no part of what stands beside them."""

UNFINISHED = frozenset({"IN", "TO", "DT", "VBD", "VBZ", "VBP", "MD", "WDT"})
"""Parts of speech that no clause ends with."""


def bared(tree: Tree, run: Run) -> Run:
    """Return a run without the marks and joining words at its edges."""
    low, high = run
    quoted = high - low > 2 and tree.tokens[low].text == '"' and tree.tags[low + 1] == "CC"
    low += 2 * quoted
    while low < high and (_joins(tree, low) or _that(tree, low)):
        low += 1
    low += 2 if low + 2 < high and tree.tags[low] == "RB" and _that(tree, low + 1) else 0
    while low < high and (_joins(tree, high - 1) or tree.lower(high - 1) == "with"):
        high -= 1
    return low, high


def _that(tree: Tree, position: int) -> bool:
    return tree.lower(position) == "that" and tree.labels[position] == "mark"


def _joins(tree: Tree, position: int) -> bool:
    return tree.tags[position] == "CC" or tree.tokens[position].text in EDGES


def outside(run: Run, away: Run) -> Run:
    """Return a run without another that stands at one of its edges."""
    low, high = run
    if away[0] >= away[1] or away[1] <= low or away[0] >= high:
        return run
    if away[0] <= low:
        return min(away[1], high), high
    return (low, away[0]) if away[1] >= high else run


def without(tree: Tree, run: Run, parts: Iterable[int]) -> Run:
    """Return a bared run without the clauses at its edges that are statements of their own."""
    run = bared(tree, run)
    for part in parts:
        run = outside(run, tree.runs[part])
    return run


def hull(tree: Tree, positions: Sequence[int]) -> Run:
    """Return the run from the first to the last of some tokens, marks left out; of none, an empty one."""
    said = [n for n in positions if tree.tokens[n].text not in EDGES]
    return (said[0], said[-1] + 1) if said else (0, 0)


def breaks_off(tree: Tree, run: Run) -> bool:
    """Say whether a clause breaks off before a colon: "the estimates were that:" only leads to what follows."""
    after = tree.tokens[run[1]].text if run[1] < len(tree.tokens) else ""
    last = run[1] - 1
    return after == ":" and (tree.tags[last] in UNFINISHED or tree.lower(last) in {"not", "never"})
