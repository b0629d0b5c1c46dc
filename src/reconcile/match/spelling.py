"""Names that differ by a letter: one more, one less, another one, or two that have changed places."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from rapidfuzz.distance import OSA

SHORTEST = 6
"""Letters from which a name one letter off is likelier a slip than another name: Basra, but not Basma."""

MOST = 50
"""Names that may share a spelling less one letter; where more do, they are made-up ones, numbered through."""


def alike(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of names that are one slip apart and begin alike; the cost is in proportion to the letters.

    Two words one slip apart are the same after each has lost at most one letter (Mor and Fraenkel, 1982).
    """
    left: dict[str, list[str]] = defaultdict(list)
    for name in sorted(set(names)):
        if len(name) >= SHORTEST and name.isalpha():
            for short in {name, *(name[:n] + name[n + 1 :] for n in range(1, len(name)))}:
                left[short].append(name)
    near = {pair for each in left.values() if 1 < len(each) <= MOST for pair in combinations(each, 2)}
    yield from sorted(pair for pair in near if OSA.distance(*pair, score_cutoff=1) <= 1)
