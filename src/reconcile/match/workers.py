"""Several processes on one machine: each works through parts of the claims, and the answer is the same for any number.

The processes are forked, so that all of them see the one index without a copy. Where the system cannot fork, one works.
"""

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

from reconcile.match.search import Index

P = TypeVar("P")
R = TypeVar("R")

_shared: list[Index] = []
"""The index of the work at hand, inherited by the processes that are forked for it."""


def worked(job: Callable[[Index, P], R], index: Index, parts: Sequence[P], workers: int) -> Iterator[R]:
    """Yield what ``job`` makes of each part, in order. ``job`` is a function of a module, or a partial of one."""
    if workers < 2 or len(parts) < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from (job(index, part) for part in parts)
        return
    _shared.append(index)
    try:
        forked = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(min(workers, len(parts)), forked, _left_to_the_parent) as pool:
            yield from pool.map(_work, [job] * len(parts), parts)
    finally:
        _shared.pop()


def _left_to_the_parent() -> None:
    """Let the parent alone answer Ctrl-C: it stops the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _work(job: Callable[[Index, P], R], part: P) -> R:
    return job(_shared[-1], part)
