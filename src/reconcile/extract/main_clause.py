"""Which characters of a clause are its main clause: only negation and hedges that stand there bear on it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reconcile.extract.hit import Cues, Folded, Hit, Word, table

CUES = Cues("clause", ["opener", "relative", "coordinated", "ending"])
TRANSPARENT = Cues("clause", ["transparent"]).words
FINITE = Cues("clause", ["finite"]).words
AUXILIARY = frozenset(table("clause.toml")["words"]["aux"].split("|"))
PLURAL = frozenset("we they i you".split())
"""Subjects whose verb has no ending that tells it: what follows is the verb."""

BETWEEN = frozenset("not never been be also still yet already since now ever long".split())
INFLECTED = re.compile(r"[a-z]{2,}ed|[a-z]{3,}(?:ies|ains|eeds|ives|akes|ants|eaves|olds|ows|ires)")

STOP = re.compile(
    r"[;:—–.?!\[](?:(?<=[;:])(?=\s)|(?<=—)|(?<=\s–)(?=\s)|(?<=\[)(?:\.\.\.|…)\]"
    r"|(?<=[a-z]{3}[.?!])(?<!\W(?:gen|col|sgt|rev|hon|jan|feb|mar|apr|aug|sep|oct|nov|dec|vol|fig|sen|rep|gov|inc|ltd)\.)"
    r"(?<!\W(?:capt|prof|corp|dept|supt|sept|univ)\.)[\"”'’)\]]*\s)"
)
"""A mark after which another clause begins; a full stop after a short word or title ends nothing."""

PARENTHESIS = re.compile(r"\([^()]{1,300}\)")
MARK = re.compile(r"[;:—–(\[?!]|\.\W|,\s\w+ing\b")
"""What may open or end a clause beside its words."""

RESUMED = re.compile(rf",\s(?=(?:{'|'.join(AUXILIARY)})\s)")
"""Where a clause goes on after a relative one: "an aide to Hill, a man who ran in 2018, did not …"."""

COMMA = re.compile(r"[,)]")
PARTICIPLE = re.compile(r",\s([a-z]+ing)\b")
NO_PARTICIPLE = frozenset(
    "during following according including regarding concerning morning evening being nothing something king".split()
)
NOUN = re.compile(r"\b(?:the|an?|no|nobody|none|nothing|he|she|it|they|we|this|that|these|those|its|his|her|their)\s")
"""How the subject of a main clause may begin that no comma sets off: "Although it rained the river fell"."""

REACH = 200
"""Characters that a clause within or before the subject may take up, to its second verb; longer is a damaged page."""

Run = tuple[int, int]
"""A start and an end, excluded."""


class Shape(NamedTuple):
    """What shows how a clause is built: its text, where its finite verbs stand, the cues of the clause table."""

    text: str
    verbs: Sequence[Run]
    hits: Sequence[Hit]

    @property
    def lead(self) -> int:
        """Return where a clause ends that stands before the main one: "Although it rained, …"; 0 without one."""
        opens = self.hits and self.hits[0].rule == "clause.opener" and not self.text[: self.hits[0].start].strip('"“ ')
        return _end(self, self.hits[0].start, len(self.text), relative=False) if opens else 0

    def first(self, lead: int) -> int:
        """Return where the first finite verb after ``lead`` ends, or the clause, if it has none."""
        return next((end for start, end in self.verbs if start >= lead), len(self.text))

    def at(self, rule: str) -> Iterator[Hit]:
        """Yield the cues of one rule, in order."""
        return (hit for hit in self.hits if hit.rule == rule)


@lru_cache(maxsize=4)
def shape(clause: Folded) -> Shape:
    """Read the shape of a clause; polarity and modality ask it of the same one, one after the other."""
    hits = sorted(CUES.found(clause), key=lambda hit: hit.start)
    return Shape(clause.text, _finite(clause.placed()), hits)


def bearing(clause: Folded, hits: Sequence[Hit]) -> Sequence[Hit]:
    """Return those of a clause's cues that stand in its main clause; most often nothing before them opens another."""
    last = max((hit.start for hit in hits), default=0)
    if not hits or not (_opened(clause, last) or MARK.search(clause.text, 0, last)):
        return hits
    runs = outside(clause)
    return [hit for hit in hits if not any(start <= hit.start < end for start, end in runs)]


def _opened(clause: Folded, last: int) -> bool:
    """Say whether a word of the clause table stands up to ``last``."""
    words = CUES.words
    for word, start, _ in clause.placed():
        if start > last:
            return False
        if word in words:
            return True
    return False


@lru_cache(maxsize=4)
def outside(clause: Folded) -> Sequence[Run]:
    """Return the runs of a clause that are not its main clause: subordinate, relative, later ones, brackets."""
    form = shape(clause)
    lead = form.lead
    first = form.first(lead)
    runs = [(0, lead)]
    for start, relative in sorted({*_openings(form, first)}):
        nested = start < runs[-1][1]
        if not nested or (relative and start >= lead):
            runs.append((start, _end(form, start, len(form.text) if nested else first, relative=relative)))
    return (*runs, *(match.span() for match in PARENTHESIS.finditer(form.text))) if "(" in form.text else runs


def _finite(placed: Iterable[Word]) -> Sequence[Run]:
    """Return where the finite verbs stand, as well as their endings tell; of "had not been sold" the first word."""
    verbs: list[Run] = []
    governed = subject = False
    for word, start, end in placed:
        part = _part(word) or ("verb" if subject else "")
        subject = word in PLURAL or (subject and part == "between")
        if governed and part in ("auxiliary", "between"):
            continue
        if part and part != "between" and not governed:
            verbs.append((start, end))
        governed = part == "auxiliary"
    return verbs


@lru_cache(maxsize=1 << 14)
def _part(word: str) -> str:
    """Return what a word may be of a finite verb: its auxiliary, what stands between, the verb, or nothing of it."""
    if word in AUXILIARY:
        return "auxiliary"
    if word in BETWEEN or word.endswith("ly"):
        return "between"
    return "verb" if word in FINITE or INFLECTED.fullmatch(word) else ""


def _openings(form: Shape, first: int) -> Iterator[tuple[int, bool]]:
    """Yield where a clause other than the main one may open, and whether it is a relative one."""
    text = form.text
    yield from ((hit.start, False) for hit in form.at("clause.opener"))
    for hit in form.at("clause.relative"):
        if not (text.startswith("that", hit.start) and _content(text[: hit.start])):
            yield hit.start, True
    for match in PARTICIPLE.finditer(text, first):
        if match[1] not in NO_PARTICIPLE:
            yield match.start(1), False
    yield from ((match.start(), False) for match in STOP.finditer(text, first))
    yield from _later(form, first)


def _later(form: Shape, first: int) -> Iterator[tuple[int, bool]]:
    """Yield where a second predicate opens, unless the first says that something ended ("stopped and was not …")."""
    ended = next((hit.end for hit in form.at("clause.ending")), len(form.text))
    for hit in form.at("clause.coordinated"):
        if first <= hit.start < ended:
            yield hit.start, False


def _content(before: str) -> bool:
    """Say whether "that" after these words opens a content clause ("clear that") and no relative one."""
    words = before.split()
    return not words or words[-1] in TRANSPARENT


def _end(form: Shape, start: int, first: int, *, relative: bool) -> int:
    """Return where the clause that opens at ``start`` closes; ``start`` itself where nothing shows it."""
    comma = COMMA.search(form.text, start + 1)
    before = form.text[:start].rstrip(' \n\t"“')
    if before.endswith((",", "(")) and comma:
        return comma.end()
    if first <= start or before.endswith(","):
        resumed = RESUMED.search(form.text, start) if relative else None
        return resumed.end() if resumed else _taken_up(form, start)
    if relative:
        return _second_verb(form, start)
    if before:
        return start
    return comma.end() if comma else _subject(form.text, start, _second_verb(form, start))


def _taken_up(form: Shape, start: int) -> int:
    """Return where a second predicate follows on an ending ("stopped after the war and was not …"), or the end."""
    ended = any(hit.start < start for hit in form.at("clause.ending"))
    later = (hit.start for hit in form.at("clause.coordinated") if hit.start >= start)
    return next(later, len(form.text)) if ended else len(form.text)


def _second_verb(form: Shape, start: int) -> int:
    """Return where the main verb stands after a clause before it; ``start`` where none does within reach."""
    verbs = [verb for verb, _ in form.verbs if start <= verb < start + REACH]
    return verbs[1] if len(verbs) > 1 else start


def _subject(text: str, start: int, verb: int) -> int:
    """Return where the subject of the main verb begins that stands between ``start`` and that verb."""
    return max((match.start() for match in NOUN.finditer(text, start, verb)), default=verb)
