"""The word tables, read once and only when asked for."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

FOLDER = files("reconcile.values.lexicon")


def rows(name: str) -> Iterator[list[str]]:
    """Yield the rows of one tab-separated table."""
    for line in (FOLDER / name).read_text("utf-8").splitlines():
        yield line.split("\t")


def _pairs(name: str) -> Iterator[tuple[str, str]]:
    """Return the rows of a table of two columns."""
    return ((left, right) for left, right in rows(name))


@cache
def concepts() -> Mapping[str, Any]:
    """Return our own tables, by section."""
    return tomllib.loads((FOLDER / "concepts.toml").read_text("utf-8"))


@cache
def counts() -> Mapping[str, int]:
    """Return the words that WordNet knows, with how often SemCor used them."""
    return {word: int(count) for word, _, count in rows("lemmas.tsv")}


@cache
def parts() -> Mapping[str, str]:
    """Return each known word's parts of speech, letters of "navr"."""
    return {word: letters for word, letters, _ in rows("lemmas.tsv")}


@cache
def irregular() -> Mapping[str, str]:
    """Return irregular forms with their base, the verb's before the noun's: ``overthrew``, ``men``."""
    found: dict[str, str] = {}
    for form, part, base in rows("irregular.tsv"):
        if part == "v" or form not in found:
            found[form] = base
    return found


@cache
def roots() -> Mapping[str, str]:
    """Return each derived word's root: ``production`` to ``produce``."""
    return dict(_pairs("derivation.tsv"))


@cache
def classes() -> Mapping[str, frozenset[str]]:
    """Return the statement classes of each word or phrase."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, members in concepts()["classes"].items():
        for member in members:
            found[member].add(name)
    return {word: frozenset(names) for word, names in found.items()}


@cache
def near() -> Mapping[str, frozenset[int]]:
    """Return the numbers of the near-synonym sets that each noun is in."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, members in enumerate(concepts()["near"]["sets"]):
        for member in members:
            found[member].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@cache
def above() -> Mapping[str, frozenset[str]]:
    """Return everything that each of our own concepts is a kind of, however far up; places count their countries."""
    parents: dict[str, Sequence[str]] = dict(concepts()["broader"])
    parents |= dict(_cities())

    def closure(word: str) -> set[str]:
        return {up for parent in parents.get(word, ()) for up in ({parent} | closure(parent))}

    return {word: frozenset(closure(word)) for word in parents}


@cache
def pairs(section: str) -> frozenset[tuple[str, str]]:
    """Return the pairs of one section ("opposites", "rivals": in both orders; "entails": as written)."""
    listed = [(a, b) for a, b in concepts()[section]["pairs"]]
    return frozenset(listed if section == "entails" else listed + [(b, a) for a, b in listed])


def _cities() -> Iterator[tuple[str, tuple[str]]]:
    """Yield each city with what it lies in: "Baghdad" stands for Iraq where a government speaks."""
    for name, kind, *within in (row for row in rows("places.tsv") if not row[0].startswith("#")):
        if kind in {"capital", "city"}:
            yield name.lower().replace(" ", "_"), (within[0].lower().replace(" ", "_"),)


@cache
def related() -> Mapping[str, frozenset[str]]:
    """Return for each class the classes that some pair of ours puts it with."""
    found: dict[str, set[str]] = defaultdict(set)
    for section in ("opposites", "rivals", "entails"):
        for a, b in concepts()[section]["pairs"]:
            found[a].add(b)
            found[b].add(a)
    return {name: frozenset(names) for name, names in found.items()}


@cache
def antonyms_of() -> Mapping[str, frozenset[str]]:
    """Return each word's antonyms in WordNet."""
    found: dict[str, set[str]] = defaultdict(set)
    for a, b in rows("antonyms.tsv"):
        found[a].add(b)
        found[b].add(a)
    return {word: frozenset(words) for word, words in found.items()}


@cache
def senses() -> Mapping[str, frozenset[str]]:
    """Return the WordNet synsets of each word that are worth keeping."""
    found: dict[str, set[str]] = defaultdict(set)
    for word, synsets in rows("senses.tsv"):
        found[word].update(synsets.split())
    return {word: frozenset(synsets) for word, synsets in found.items()}


@cache
def hypernyms() -> Mapping[str, frozenset[str]]:
    """Return the WordNet synsets above each noun synset."""
    return {synset: frozenset(up.split()) for synset, up in rows("broader.tsv")}


@cache
def spelling() -> Mapping[str, str]:
    """Return each spelling variant's chosen form, demonyms as their countries."""
    variants = {form: chosen for chosen, forms in concepts()["spelling"].items() for form in forms}
    return variants | dict(_pairs("demonyms.tsv"))


@cache
def phrases() -> Mapping[tuple[str, ...], str]:
    """Return the phrases that count as one word, as tuples of words as written."""
    return {tuple(phrase.split()): word for phrase, word in concepts()["phrases"].items()}


@cache
def light() -> frozenset[str]:
    """Return the words that say little about what a sentence is about."""
    return frozenset(concepts()["weights"]["light"])
