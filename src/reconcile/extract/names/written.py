"""An asserter as written: pronoun, description or name, read once by its words alone."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reconcile.extract.by_words.subject import bare
from reconcile.extract.cues import lexicon
from reconcile.extract.names import figures
from reconcile.extract.names.figures import BODIES, BODY, MANY, OPENING, PERSON, ROLES, TEXT, TEXTS, Role
from reconcile.values.words import MONTHS

MONTH = "|".join(month.title() for month in sorted(MONTHS))
TRAILING = re.compile(
    rf"\s+(?:(?:of|on|in|from|dated|at)\s+(?:\d|{MONTH}|(?:early|late|mid)\b).*"
    r"|(?:about|into|regarding|concerning|on|in)\s+.*|\([^)]*\).*)$"
)
"""What is said of a source after its name: "of 1 October 2002", "on Iraq's programmes"."""

DAMAGED = re.compile(r"^U\.\s+(?=[A-Za-z])")
"""A dotted acronym that lost its second letter: "U. officials"."""

FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})

PRONOUN = {
    "he": (PERSON,),
    "him": (PERSON,),
    "she": (PERSON,),
    "her": (PERSON,),
    "his": (PERSON,),
    "it": (BODY, TEXT),
    "its": (BODY, TEXT),
    "they": (MANY, BODY),
    "them": (MANY, BODY),
    "their": (MANY, BODY),
    **dict.fromkeys(FIRST_PERSON, ()),
}
"""What each pronoun may stand for; "we" and "I" only for who is speaking."""

GENDER = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}

LEFT_OUT = re.compile(r"^(?:(?:\[[….\s]*\]|…)\s*)+")
"""Words left out before what was said: "[...] I"."""

MENDED = re.compile(r"\[?(\b\w+)\]")
"""What an editor wrote into a quotation: "[T]he Committee", "Jack [Straw]"."""

SHORT = re.compile(r"^(i|we|he|she|it|they|you)['’](?:d|ll|m|re|s|ve)$", re.IGNORECASE)
"""A pronoun with its verb: "We've"."""

ARTICLE = re.compile(r"^(?:the|this|that|these|those|said|same)\s+(?:same\s+)?", re.IGNORECASE)
POINTING = re.compile(r"^(?:this|that|these|those)\s+(?=\w)", re.IGNORECASE)
BY = re.compile(
    r"^(?:(?:[\w-]+ ){0,3}(?:investigation|study|report|audit|review|survey|analysis|inquiry|research|paper))"
    r" by (?:the )?(?=[A-Z])"
)
"""An inquiry named by who made it: "a subsequent investigation by Chivers and Schmitt"."""


class Written(NamedTuple):
    """The pronoun that it is; its plain name, and whether that was mended.

    Of a definite description: its words, the role, and the words of names that it may stand for.
    """

    pronoun: str
    name: str
    mended: bool
    described: str
    role: Role | None
    keys: tuple[tuple[str, frozenset[str]], ...]


@lru_cache(maxsize=50_000)
def written(raw: str) -> Written:
    """Read an asserter as written."""
    said = MENDED.sub(r"\1", LEFT_OUT.sub("", raw.strip().strip("\"'")))
    said = SHORT.sub(r"\1", said)
    pronoun = said.lower() if said.lower() in PRONOUN else ""
    mended = DAMAGED.sub("U.S. ", said)
    described = ARTICLE.sub("", said)
    described = described if described != said and len(described.split()) <= figures.MOST_WORDS else ""
    role = figures.role(described) if described else None
    last = described.split()[-1].lower() if described else ""
    if not role and len(described.split()) > 1 and all(word[:1].isupper() for word in described.split()):
        described = ""
    if role and last not in ROLES | figures.TITLES and " of " not in described:
        role = None
    return Written(pronoun, plain(mended), mended != said, described, role, tuple(_keys(described, last)))


def _keys(described: str, last: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the words by which a description may find a name, each with all that the name has to hold."""
    for ending in lexicon()["descriptions"].get(described.lower(), ()):
        yield ending, frozenset({ending})
    if last in BODIES | TEXTS:
        yield last, frozenset(described.lower().split())


def unopened(name: str) -> str:
    """Return a name without the words that only open a sentence: "Whether Ada Moore"."""
    words = name.split()
    while words and (words[0].lower() in OPENING or words[0].lower() in figures.JOINING):
        words = words[1:]
    return " ".join(words)


HOLDERS = BODIES | TEXTS | ROLES | figures.TITLES
"""Words whose "of the" belongs to a name: "Court of the Bay", not "Divers of the Bay Company"."""


@lru_cache(maxsize=20_000)
def trimmed(run: str) -> str:
    """Return a run of capitalised words without what only opens a sentence: "In Baghdad", "But Hans Blix"."""
    name = unopened(run)
    holder, _, whole = name.partition(" of the ")
    name = whole if whole and holder.split()[-1].lower() not in HOLDERS else name
    for joint in (" on ", " for "):
        holder, _, rest = name.partition(joint)
        if rest and (holder.split()[-1].lower() not in HOLDERS or rest.split()[0].lower() in OPENING - {"the"}):
            name = holder
    return name


@lru_cache(maxsize=50_000)
def plain(said: str) -> str:
    """Return a name without article, ending and remarks."""
    name = untitled(BY.sub("", POINTING.sub("", bare(MENDED.sub(r"\1", said)))))
    name = name.removesuffix("'s").removesuffix("’s")
    return TRAILING.sub("", name) if any(word[:1].isupper() for word in name.split()[:2]) else name


def untitled(name: str) -> str:
    """Return a name without what its bearer is, where a given name and a family name are left: not "President Bush"."""
    if not any(word[:1].isupper() for word in name.split()):
        return name
    reading = figures.read(name)
    return reading.name if reading.kind == PERSON else name
