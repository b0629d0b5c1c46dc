"""How sure the asserter of a clause is of it, and with what analytic confidence."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reconcile.extract.hit import LONGEST, Hit, Rules, compiled, folded, found, table
from reconcile.extract.main_clause import inside, outside
from reconcile.model.claim import Modality

_TABLE = table("modality.toml")
_WORDS = _TABLE["words"]
RULES = Rules(compiled(f"modality.{name}", cues, _WORDS) for name, cues in _TABLE["term"].items())
TERMS: Mapping[str, Modality] = {
    f"modality.{name}": Modality["REMOTE" if name == "remote" else name.upper()]
    for name in _TABLE["term"]
    if name != "none"
}
CONFIDENCE = Rules(compiled(f"modality.confidence-{name}", cues, _WORDS) for name, cues in _TABLE["confidence"].items())
NAMES = compiled("names", _TABLE["cased"]["name"], _WORDS).pattern
NAMED: Mapping[str, Modality] = {word: Modality(term) for term, words in _TABLE["named"].items() for word in words}

MIRROR: Mapping[Modality, Modality] = {
    Modality.UNLIKELY: Modality.LIKELY,
    Modality.VERY_UNLIKELY: Modality.VERY_LIKELY,
    Modality.REMOTE: Modality.ALMOST_CERTAIN,
}
"""What is left of a term below even once the polarity carries its negation: "unlikely" is likely not."""

WEAKEST_FIRST = (
    Modality.UNDERSPECIFIED,
    Modality.CONDITIONAL,
    Modality.FUTURE,
    Modality.POSSIBLE,
    Modality.EVEN,
    Modality.LIKELY,
    Modality.VERY_LIKELY,
    Modality.ALMOST_CERTAIN,
)
"""Of several hedges the weakest holds: a chain of likelihoods is no likelier than its least link."""

WHOLE = frozenset({"modality.conditional"})
"""Read in subordinate clauses too: a condition stands outside the main clause that it binds."""


@dataclass(frozen=True, slots=True)
class Modal:
    """The modality of a clause, its ICD 203 analytic confidence ("high", "moderate", "low", or empty), its cues."""

    modality: Modality
    confidence: str
    hits: tuple[Hit, ...]


def read(text: str) -> Modal:
    """Read one clause, its attribution frame cut off.

    A term below even is mirrored (``MIRROR``), since ``polarity.read`` reads the same word as a lexical negation.
    """
    text = folded(NAMES.sub(_blank, text[:LONGEST]))
    confident = sorted(found(CONFIDENCE, text), key=lambda hit: hit.start)[:1]
    confidence = confident[0].rule.rpartition("-")[2] if confident else ""
    hedges = [(_term(hit), hit) for hit in _hedges(text)]
    if not hedges:
        return Modal(Modality.CERTAIN, confidence, tuple(confident))
    term, hedge = min(hedges, key=lambda pair: (WEAKEST_FIRST.index(pair[0]), pair[1].start))
    return Modal(term, confidence, (hedge, *confident))


def named(word: str) -> Modality:
    """Return the modality that a table's cell names ("asserted", "judged likely"): as worded, not mirrored.

    A cell that is no such name is read as a clause.
    """
    key = " ".join(word.split()).casefold().strip(" .;,")
    return NAMED.get(key) or read(word).modality


def _hedges(text: str) -> list[Hit]:
    """Return the hedges that bear on the main clause."""
    hits = [hit for hit in found(RULES, text) if hit.rule in TERMS]
    runs = () if all(hit.rule in WHOLE for hit in hits) else outside(text)
    return [hit for hit in hits if hit.rule in WHOLE or inside(hit.start, runs)]


def _blank(match: re.Match[str]) -> str:
    """Return as many characters, none of which is a cue's."""
    return "_" * len(match[0])


def _term(hit: Hit) -> Modality:
    """Return the term that the hedge stands for beside its polarity."""
    return MIRROR.get(TERMS[hit.rule], TERMS[hit.rule])
