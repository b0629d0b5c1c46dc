"""Which characters of a clause are its main clause: only negation and hedges that stand there bear on it."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reconcile.extract.hit import compiled, table

_TABLE = table("clause.toml")
_WORDS = _TABLE["words"]
FINITE = compiled("finite", _TABLE["finite"], _WORDS).pattern
OPENER = compiled("opener", _TABLE["opener"], _WORDS).pattern
RELATIVE = compiled("relative", _TABLE["relative"], _WORDS).pattern
COORDINATED = compiled("coordinated", _TABLE["coordinated"], _WORDS).pattern
ENDING = compiled("ending", _TABLE["ending"], _WORDS).pattern
TRANSPARENT = compiled("transparent", _TABLE["transparent"], _WORDS).pattern
STOP = re.compile(r"[;:](?=\s)|\s[—–]\s|—")
COMMA = re.compile(r"[,)]")
BEFORE_THAT = 40
"""Characters before "that" in which the word stands that says whether a relative or a content clause follows."""

RELATIVE_REACH = 200
"""Characters that a relative clause within the subject may take up, to its second verb; longer is a damaged page."""

Run = tuple[int, int]
"""A start and an end, excluded."""


@lru_cache(maxsize=4)
def outside(text: str) -> tuple[Run, ...]:
    """Return the runs of folded ``text`` that are not its main clause, in order: subordinate, relative, later.

    Polarity and modality ask it of the same clause, one after the other.
    """
    verb = FINITE.search(text)
    first = verb.end() if verb else len(text)
    runs: list[Run] = []
    for start, relative in sorted({*_openings(text, first)}):
        if not runs or start >= runs[-1][1]:
            end = _end(text, start, relative=relative, after_verb=first <= start)
            if end > start:
                runs.append((start, end))
    return tuple(runs)


def inside(start: int, runs: Sequence[Run]) -> bool:
    """Say whether an offset falls in none of the runs."""
    return not any(low <= start < high for low, high in runs)


def _openings(text: str, first: int) -> Iterator[tuple[int, bool]]:
    """Yield where a clause other than the main one may open, and whether it is a relative one.

    ``first`` is where the first finite verb ends.
    """
    for match in OPENER.finditer(text):
        yield match.start(), False
    for match in RELATIVE.finditer(text):
        if not (match[0].startswith("that") and _content(text[: match.start()])):
            yield match.start(), True
    yield from ((match.start(), False) for match in STOP.finditer(text, first))
    yield from _later(text, first)


def _later(text: str, start: int) -> Iterator[tuple[int, bool]]:
    """Yield where a second predicate opens, unless the first says that something ended ("stopped and was not …")."""
    ending = ENDING.search(text)
    for match in COORDINATED.finditer(text, start):
        if not (ending and ending.end() <= match.start()):
            yield match.start(), False


def _content(before: str) -> bool:
    """Say whether "that" after these words opens a content clause ("clear that") and no relative one."""
    return any(
        not before[-BEFORE_THAT:][match.end() :].strip() for match in TRANSPARENT.finditer(before[-BEFORE_THAT:])
    )


def _end(text: str, start: int, *, relative: bool, after_verb: bool) -> int:
    """Return where the clause that opens at ``start`` closes; ``start`` itself where nothing shows it."""
    comma = COMMA.search(text, start + 1)
    before = text[:start].rstrip()
    if before.endswith((",", "(")) and comma:
        return comma.end()
    if after_verb or before.endswith(","):
        return _taken_up(text, start)
    if relative:
        return _second_verb(text, start)
    return comma.end() if comma and not before else start


def _taken_up(text: str, start: int) -> int:
    """Return where a second predicate follows on an ending ("stopped after the war and was not …"), or the end."""
    later = COORDINATED.search(text, start) if ENDING.search(text[:start]) else None
    return later.start() if later else len(text)


def _second_verb(text: str, start: int) -> int:
    """Return where the main verb stands after a relative clause within the subject."""
    verbs = FINITE.finditer(text, start, start + RELATIVE_REACH)
    first = next(verbs, None)
    second = next(verbs, None) if first else None
    return second.start() if second else start
