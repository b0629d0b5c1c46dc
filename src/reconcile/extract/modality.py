"""How sure the asserter of a clause is of it, and with what analytic confidence."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reconcile.extract.hit import Cues, Folded, Hit, folded, table
from reconcile.extract.main_clause import bearing
from reconcile.model.claim import Modality

ORDER = (
    "none",
    "underspecified",
    "conditional",
    "future",
    "possible",
    "almost_certain",
    "remote",
    "very_unlikely",
    "unlikely",
    "very_likely",
    "even",
    "likely",
)
CONFIDENCE = ("confidence-high", "confidence-moderate", "confidence-low")
CUES = Cues("modality", [*CONFIDENCE, *ORDER])
NAMED: Mapping[str, Modality] = {
    word: Modality(term) for term, words in table("modality.toml")["named"].items() for word in words
}
NAME = re.compile(r"(?!\A)(?:May|Will|Might)\b|(?:May|Will|Might)\b(?! (?:it|they|he|she|there|we|be|have|not)\b)")
"""Capitalised, these are names and months; a verb opens the clause, before a subject or a verb: "May they be"."""

MIRROR: Mapping[Modality, Modality] = {
    Modality.UNLIKELY: Modality.LIKELY,
    Modality.VERY_UNLIKELY: Modality.VERY_LIKELY,
    Modality.REMOTE: Modality.ALMOST_CERTAIN,
}
"""What is left of a term below even once the polarity carries its negation: "unlikely" is likely not."""

TERMS: Mapping[str, Modality] = {
    "underspecified": Modality.UNDERSPECIFIED,
    "conditional": Modality.CONDITIONAL,
    "future": Modality.FUTURE,
    "possible": Modality.POSSIBLE,
    "even": Modality.EVEN,
    "likely": Modality.LIKELY,
    "unlikely": MIRROR[Modality.UNLIKELY],
    "very_likely": Modality.VERY_LIKELY,
    "very_unlikely": MIRROR[Modality.VERY_UNLIKELY],
    "almost_certain": Modality.ALMOST_CERTAIN,
    "remote": MIRROR[Modality.REMOTE],
}
"""The rows of hedges and the term that each stands for beside its polarity, the weakest first.

Of several hedges the weakest holds: a chain of likelihoods is no likelier than its least link.
"""

HEDGES = {f"modality.{name}": (rank, term) for rank, (name, term) in enumerate(TERMS.items())}


@dataclass(frozen=True, slots=True)
class Modal:
    """The modality of a clause, its ICD 203 analytic confidence ("high", "moderate", "low", or empty), its cues."""

    modality: Modality
    confidence: str
    hits: tuple[Hit, ...]


PLAIN = Modal(Modality.CERTAIN, "", ())


def read(text: str) -> Modal:
    """Read one clause, its attribution frame cut off.

    A term below even is mirrored (``MIRROR``), since ``polarity.read`` reads the same word as a lexical negation.
    """
    clause = folded(text)
    cues = CUES.found(clause)
    return _modal(text, clause, cues) if cues else PLAIN


def named(word: str) -> Modality:
    """Return the modality that a table's cell names ("asserted", "judged likely"): as worded, not mirrored.

    A cell that is no such name is read as a clause.
    """
    key = " ".join(word.split()).casefold().strip(" .;,")
    return NAMED.get(key) or read(word).modality


def _modal(text: str, clause: Folded, cues: Sequence[Hit]) -> Modal:
    """Let the weakest hedge of the main clause decide."""
    confident = sorted((hit for hit in cues if "confidence-" in hit.rule), key=lambda hit: hit.start)[:1]
    confidence = confident[0].rule.rpartition("-")[2] if confident else ""
    hedges = [hit for hit in cues if hit.rule in HEDGES and not _name(text, hit.start)]
    conditions = [hit for hit in hedges if _condition(clause, hit)]
    held = [*conditions, *bearing(clause, [hit for hit in hedges if hit not in conditions])]
    if not held:
        return Modal(Modality.CERTAIN, confidence, tuple(confident))
    hedge = min(held, key=lambda hit: (HEDGES[hit.rule][0], hit.start))
    return Modal(HEDGES[hedge.rule][1], confidence, (hedge, *confident))


def _condition(clause: Folded, hit: Hit) -> bool:
    """Say whether a hedge binds the main clause from outside of it: "if" does, "would have" holds where it stands."""
    return hit.rule == "modality.conditional" and not clause.text.startswith(("would", "could"), hit.start)


def _name(text: str, start: int) -> bool:
    """Say whether a name or a month stands there and no modal verb."""
    return text[start].isupper() and NAME.match(text, start) is not None
