"""Whether a name that was found is the name that a person gave: spellings of one asserter, and no two of them."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from reconcile.values import place
from reconcile.values.lexicon import tables

REMARK = re.compile(r"\(([^()]{1,100})\)")
LEADING = re.compile(
    r"(?i:(?:the|a|an|mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady|baroness|president|vice|deputy|prime|minister"
    r"|foreign|defence|defense|secretary|of|state|ambassador|general|gen|lt|col|colonel|captain|major|sgt|sergeant"
    r"|judge|justice|senator|sen|representative|rep|congressman|congresswoman|speaker|chancellor|governor|mayor"
    r"|king|queen|prince|princess|pope|bishop|archbishop|cardinal|reverend|rev|inspector|chief|spokesman|spokeswoman"
    r"|spokesperson|director|chairman|chair|head|officer|former)\.?\s+){1,8}(?=[A-Z])"
)
"""Articles and titles before a name that is left when they are gone."""

EMPTY = frozenset("the a an own inc ltd corp corporation plc llc gmbh".split())
"""Words of a name that make no other of it."""

SMALL = frozenset("of for and on in to at de la du von".split())
PRONOUNS = frozenset("i we he she it they you who this that one these those".split())


def same(found: str, gold: str) -> bool:
    """Say whether two names are of one asserter, as far as their spelling tells; symmetric.

    "Mr Blair" is "Tony Blair", "ISG" the "Iraq Survey Group", "the Committee" the "Foreign Affairs Committee", and "the
    UK government" "the British Government". "Iraq" is not the "Iraq Survey Group", and "officials" are nobody's.
    """
    return any(_alike(one, other) for one in _forms(found) for other in _forms(gold))


def names_nobody(name: str) -> bool:
    """Say whether it is no more than a pronoun."""
    return name.strip().casefold() in PRONOUNS


def _forms(name: str) -> Iterator[str]:
    """Yield the names in a name: "Survey Group (ISG), headed by Kay" holds two."""
    yield from (found[1] for found in REMARK.finditer(name) if found[1].isupper())
    plain = REMARK.sub(" ", name)
    yield plain
    if ", " in plain and " and " not in plain:
        yield plain.partition(",")[0]


def _alike(left: str, right: str) -> bool:
    one, other = _words(left), _words(right)
    if not one or not other:
        return False
    if _rearranged(one, other) or _rearranged(other, one) or _initials(one, right) or _initials(other, left):
        return True
    bare = _words(_untitled(left)), _words(_untitled(right))
    return bare[0] == bare[1] or _tail(*bare, left) or _tail(bare[1], bare[0], right)


def _words(name: str) -> tuple[str, ...]:
    """Return a name's words in small letters, countries by their name; without article, ending and accents."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
    plain = re.sub(r"'s?(?=\W|$)", "", "".join(each for each in plain if not unicodedata.combining(each)))
    plain = re.sub(r"\b(?:[A-Za-z]\.){2,}", lambda found: found[0].replace(".", ""), plain)
    words = tuple(word for word in re.findall(r"[\w&]+", plain))
    words = tuple(word for word in words if word.casefold() not in EMPTY)
    return tuple(_country(word) for word in _joined(words))


def _joined(words: tuple[str, ...]) -> Iterator[str]:
    """Yield words, the two of "United States" as one."""
    begin = {
        number for number, pair in enumerate(pairwise(words)) if pair[0] == "United" and place.entry(" ".join(pair))
    }
    for number, word in enumerate(words):
        if number - 1 not in begin:
            yield f"{word} {words[number + 1]}" if number in begin else word


def _country(word: str) -> str:
    """Return a country for what is called after it ("British", "UK"), any other word in its one spelling."""
    small = word.casefold()
    chosen = tables.spelling().get(small, small).replace("_", " ")
    found = place.entry(chosen) if word[:1].isupper() else None
    return found.name.casefold() if found else chosen


def _untitled(name: str) -> str:
    title = LEADING.match(name.strip())
    return name.strip()[title.end() :] if title else name


def _rearranged(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Say whether both hold the words that matter, in any order: "US Justice Department", "Department of Justice"."""
    kept, wanted = ([word for word in each if word not in SMALL] for each in (words, others))
    country = len(kept) > 2 and place.entry(kept[0]) is not None
    return sorted(kept) == sorted(wanted) or (country and sorted(kept[1:]) == sorted(wanted))


def _initials(words: tuple[str, ...], acronym: str) -> bool:
    """Say whether ``acronym`` is made of the initials of ``words``."""
    letters = acronym.strip().replace(".", "").removeprefix("the ")
    return (
        len(words) > 1
        and letters.isupper()
        and letters.casefold() in {"".join(w[0] for w in words), "".join(w[0] for w in words if w not in SMALL)}
    )


def _tail(short: tuple[str, ...], long: tuple[str, ...], said: str) -> bool:
    """Say whether a short name is how a long one ends, and is a name: in capitals, or more than a common noun."""
    ends = 0 < len(short) < len(long) and long[-len(short) :] == short
    return ends and (len(short) > 1 or said.strip().split()[-1][:1].isupper())
