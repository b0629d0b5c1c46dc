"""Words that report what somebody says, looked up by any of their forms."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from reconcile.values import words
from reconcile.values.lexicon import tables


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
            stances = tuple(dict.fromkeys((*known.stances, row["stance"])))
            found[base] = ReportVerb(base, stances, known.takes | frozenset(row["takes"]))
    return found


@cache
def past_only() -> frozenset[str]:
    """Return the verbs of which only the past form is taken for a report: "projects that" is a noun as often."""
    return frozenset(lexicon()["written"]["past_only"].split())


DOUBLED = 3
"""Letters from which on a final consonant may be doubled: "quip", "quipped"."""


def forms(base: str) -> Iterator[str]:
    """Yield the forms of a verb in -s, -ed and -ing, in British and American spelling, and its irregular ones.

    More are made than are written ("hinted", "hintted"): what nobody writes is met nowhere.
    """
    spellings = {base, base.removesuffix("ize") + "ise" if base.endswith("ize") else base}
    for form in spellings:
        stem = form.removesuffix("e")
        yield from (form, form + "s", form + "es", stem + "ing", stem + "ed", form + "ing")
        if form.endswith("y"):
            yield from (form[:-1] + "ies", form[:-1] + "ied")
        if form.endswith("c"):
            yield from (form + "ked", form + "king")
        if len(form) >= DOUBLED and form[-1] not in "aeiouwxyh" and form[-2] in "aeiou":
            yield from (form + form[-1] + "ed", form + form[-1] + "ing")
    yield from _irregular().get(base, ())


@cache
def _irregular() -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for form, base in tables.irregular().items():
        found.setdefault(base, []).append(form)
    return found


@cache
def _by_form() -> Mapping[str, ReportVerb]:
    """Return the report verbs by any form; a form of two verbs ("found") is of the one that reports."""
    return {form: verb for base, verb in verbs().items() for form in forms(base) if _reports(base, form)}


def _reports(base: str, form: str) -> bool:
    return (base not in past_only() or form.endswith("ed")) and form not in _never()


@cache
def _never() -> frozenset[str]:
    return frozenset(lexicon()["written"]["never"].split())


@lru_cache(maxsize=50_000)
def report_verb(word: str) -> ReportVerb | None:
    """Return the report verb that a lower-case word is a form of; None where it is none."""
    return _by_form().get(word)


TOLD = frozenset({"attribution.that-clause", "attribution.bare-clause"})
"""Rules of a frame with a clause."""


def tells(rule: str, word: str) -> bool:
    """Say whether a frame's lower-case cue tells what somebody says, and not what he thinks or what a thing shows.

    Who tells may go on telling in the next clause; who thinks so, seldom.
    """
    verb = report_verb(word) if rule in TOLD else None
    return verb is not None and not TELLING.isdisjoint(verb.stances) and verb.base not in shown()


TELLING = frozenset({"says", "claims"})


@cache
def shown() -> frozenset[str]:
    """Return the verbs for what things do as well: "this shows that", "it fell, indicating that"."""
    return frozenset(lexicon()["guards"]["showing"])


@cache
def _phrasal() -> Mapping[str, Sequence[tuple[Sequence[str], ReportVerb]]]:
    """Return the verbs of several words by the base form of their first, the longest first."""
    found: dict[str, list[tuple[Sequence[str], ReportVerb]]] = {}
    for row in lexicon()["phrasal"].values():
        for phrase in row["verbs"].split("|"):
            base, *rest = phrase.split()
            verb = ReportVerb(" ".join((base, *rest)), (row["stance"],), frozenset(row["takes"]))
            found.setdefault(base, []).append((rest, verb))
    return {base: sorted(listed, key=lambda each: -len(each[0])) for base, listed in found.items()}


@cache
def _phrasal_forms() -> Mapping[str, str]:
    be = dict.fromkeys("is are was were be been being am".split(), "be")
    return be | {form: base for base in _phrasal() if base != "be" for form in forms(base)}


def begins_phrasal(word: str) -> bool:
    """Say whether a lower-case word is a form of a verb that reports together with the words behind it."""
    return word in _phrasal_forms()


def phrasal_verb(lower: Sequence[str]) -> tuple[ReportVerb, int] | None:
    """Return the verb of several words that begins a run of lower-case words, and how many they are; None for none.

    "pointed out that" answers with "point out" and 2. An adverb may stand behind the first word: "was firmly of the
    view".
    """
    base = _phrasal_forms().get(lower[0]) if lower else None
    if base is None:
        return None
    skipped = 1 + (len(lower) > 1 and lower[1].endswith("ly"))
    for rest, verb in _phrasal()[base]:
        if list(lower[skipped : skipped + len(rest)]) == list(rest):
            return verb, skipped + len(rest)
    return None


@cache
def nouns(kind: str) -> frozenset[str]:
    """Return the report nouns of one kind: "report", "owned", "viewpoints", "evidence", "denials"."""
    return frozenset(lexicon()["nouns"][kind])


@lru_cache(maxsize=50_000)
def report_noun(word: str, kind: str = "report") -> bool:
    """Say whether a lower-case word is a report noun, in the plural too."""
    return word in nouns(kind) or words.lemma(word) in nouns(kind)
