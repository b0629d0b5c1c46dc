"""Named periods that serve as dates: wars and crises that are widely known, and those of a user's gazetteer."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

from reconcile.extract.dates.atoms import Atom
from reconcile.extract.dates.frames import readable

CUE = re.compile(
    r"(?:\b(?:during|in|throughout|before|after|since|until|till|prior\s+to|following|ahead\s+of|from"
    r"|(?:time|end|start|beginning|outbreak|course|height|years|days|aftermath)\s+of)\s+(?:the\s+)?"
    r"|\b(?:pre|post)[-‑–])\Z",
    re.IGNORECASE,
)
"""What makes the name of an event a date: without it, the event is what is spoken of."""

LONGEST_CUE = 30
HYPHENS = "[-‐‑–—/ ]"


def _key(name: str) -> str:
    return re.sub(HYPHENS, "-", " ".join(name.lower().split()))


@lru_cache(maxsize=1)
def known() -> Mapping[str, str]:
    """Return the periods of ``lexicon/dates.toml``: EDTF by name."""
    table = tomllib.loads(files("reconcile.extract.lexicon").joinpath("dates.toml").read_text("utf-8"))
    return {name: edtf for edtf, names in table["periods"].items() for name in names}


@lru_cache(maxsize=16)
def _finder(periods: tuple[tuple[str, str], ...] | None) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Return what finds the ``periods``, the known ones for None, and the EDTF by key."""
    edtfs = {
        _key(name): edtf
        for name, edtf in (known().items() if periods is None else periods)
        if name.strip() and readable(edtf)
    }
    longest = sorted(edtfs, key=len, reverse=True)
    patterns = (re.escape(name).replace(r"\-", HYPHENS) for name in longest)
    return re.compile(rf"\b(?:{'|'.join(patterns) or '(?!)'})\b", re.IGNORECASE), edtfs


def built_in(text: str) -> Iterator[Atom]:
    """Yield the widely known events in ``text`` that a preposition of time makes dates, in order."""
    finder, edtfs = _finder(None)
    for found in finder.finditer(text):
        if CUE.search(text, max(0, found.start() - LONGEST_CUE), found.start()):
            yield Atom(found.start(), found.end(), edtfs[_key(found.group())])


def of_gazetteer(text: str, periods: Mapping[str, str]) -> Iterator[Atom]:
    """Yield the user's ``periods`` in ``text``, in order, with or without a preposition: the user says so."""
    finder, edtfs = _finder(tuple(periods.items()))
    for found in finder.finditer(text):
        yield Atom(found.start(), found.end(), edtfs[_key(found.group())])
