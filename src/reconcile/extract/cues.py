"""Words that report what somebody says, looked up by base form."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from reconcile.values import words


@dataclass(frozen=True, slots=True)
class ReportVerb:
    """A verb of saying, thinking or finding: its stances, and what it takes, letters as in ``lexicon/report.toml``."""

    base: str
    stances: tuple[str, ...]
    takes: frozenset[str]

    @property
    def denies(self) -> bool:
        """Whether what follows is what its subject holds not to be so."""
        return "denies" in self.stances


@cache
def lexicon() -> Mapping[str, Any]:
    """Return the table of report words."""
    return tomllib.loads(files("reconcile.extract.lexicon").joinpath("report.toml").read_text("utf-8"))


@cache
def verbs() -> Mapping[str, ReportVerb]:
    """Return the report verbs by base form; a verb in several classes takes what any of them takes."""
    found: dict[str, ReportVerb] = {}
    for row in lexicon()["verbs"].values():
        for base in row["verbs"].split():
            known = found.get(base, ReportVerb(base, (), frozenset()))
            found[base] = ReportVerb(base, (*known.stances, row["stance"]), known.takes | frozenset(row["takes"]))
    return found


@lru_cache(maxsize=50_000)
def report_verb(word: str) -> ReportVerb | None:
    """Return the report verb that a lower-case word is a form of; None where it is none."""
    return verbs().get(words.lemma(word)) if word.isalpha() else None


@cache
def nouns(kind: str) -> frozenset[str]:
    """Return the report nouns of one kind: "report", "viewpoints", "evidence", "denials"."""
    return frozenset(lexicon()["nouns"][kind])


def report_noun(word: str, kind: str = "report") -> bool:
    """Say whether a lower-case word is a report noun, in the plural too."""
    return word in nouns(kind) or words.lemma(word) in nouns(kind)
