"""Scores of arcs to trees: one root for each sentence, and no token that governs itself by a detour."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.intp]

NEVER = np.float32(-1e9)
"""The score of an arc that cannot be."""


def heads(scores: Floats, lengths: Integers) -> Integers:
    """Return the head of each token, the root's its own index; padding stays its own head.

    ``scores`` has the shape (sentences, tokens, tokens): how well the last axis governs the middle one, on the
    diagonal how well a token stands as the root. Most sentences are trees as each token likes it best; what is not
    is repaired, in time of the order of its cycles times the square of its length.
    """
    count, width = scores.shape[:2]
    own = np.arange(width)
    roots = scores[:, own, own]
    scores[:, own, own] = NEVER
    found = scores.argmax(2)
    best = np.take_along_axis(scores, found[..., None], 2)[..., 0]
    outside = own >= lengths[:, None]
    root = np.where(outside, -np.inf, roots - best).argmax(1)
    found[np.arange(count), root] = root
    found = np.where(outside, own, found)
    for number in np.flatnonzero(~_trees(found, root, outside)):
        length = int(lengths[number])
        repair(found[number, :length], scores[number, :length, :length], int(root[number]))
    return found


def _reached(found: Integers) -> Integers:
    """Return what each token comes to when it has followed heads for as many steps as there are tokens, or more."""
    for _ in range(found.shape[-1].bit_length()):
        found = np.take_along_axis(found, found, -1)
    return found


def _trees(found: Integers, root: Integers, outside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    whole: NDArray[np.bool_] = ((_reached(found) == root[:, None]) | outside).all(1)
    return whole


def repair(found: Integers, scores: Floats, root: int) -> None:
    """Break the cycles of one sentence in place: one member of each goes to the head that costs least.

    The new head is never one that hangs on the cycle, so that each step leaves fewer tokens that miss the root.
    """
    while (lost := (ends := _followed(found)) != root).any():
        cycle = _cycle(found, int(lost.argmax()))
        hanging = np.zeros(len(found), dtype=bool)
        hanging[cycle] = True
        costs = scores[cycle] - scores[cycle, found[cycle]][:, None]
        costs[:, hanging[ends]] = -np.inf
        member, head = divmod(int(costs.argmax()), len(found))
        found[cycle[member]] = head


def _followed(found: Integers) -> Integers:
    """Return ``_reached`` for one sentence."""
    for _ in range(len(found).bit_length()):
        found = found[found]
    return found


def _cycle(found: Integers, start: int) -> Integers:
    """Return the tokens of the cycle that ``start`` leads into."""
    seen: dict[int, None] = {}
    while start not in seen:
        seen[start] = None
        start = int(found[start])
    path = list(seen)
    return np.array(path[path.index(start) :], dtype=np.intp)


def rooted(found: Sequence[int]) -> list[int]:
    """Return heads with one root and no cycle: the first root stays, or the first token becomes it.

    What else is a root, and the first token met of each cycle, depends on that root. Takes linear time.
    """
    heads = list(found)
    root = next((number for number, head in enumerate(heads) if head == number), 0)
    heads[root] = root
    reached = {root}
    for start in range(len(heads)):
        at, path = start, set()
        while at not in reached and at not in path:
            path.add(at)
            at = heads[at]
        if at not in reached:
            heads[at] = root
        reached |= path
    return heads
