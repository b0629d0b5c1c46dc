"""Cut WordNet 3.0 down to the tables of this folder: ``python -m reconcile.values.lexicon.build WORDNET_DIR``.

Reads the database files (format: ``wndb(5WN)``) and writes five tab-separated tables, sorted, byte for byte the same
on every run. Sense counts come from ``cntlist.rev``, the frequencies of the SemCor concordance.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
HERE = Path(__file__).parent

SENSE_SHARE = 0.2
"""A sense is kept where it makes up this share of a word's counted uses; rarer ones join words that nobody joins."""

SENSES = {"n": 2, "v": 4, "a": 2, "r": 1}
"""At most so many senses of a word, most frequent first."""

LEVELS = 2
"""How many hypernyms upwards make a noun narrower: dog, domestic animal, animal."""

TOO_BROAD = 6
"""Noun synsets with fewer steps than this to the root (entity, object, artifact, act) say nothing about sameness."""

SHARED_PREFIX = 4
"""Derived forms are one family where they share so many letters: produce, production; not see, vision."""


@dataclass(frozen=True, slots=True)
class Synset:
    """One row of a data file: words, and pointers as (symbol, target offset, target part, source, target word)."""

    words: tuple[str, ...]
    pointers: tuple[tuple[str, str, str, int, int], ...]


def synsets(folder: Path, part: str) -> dict[str, Synset]:
    """Return the synsets of one part of speech by their offset."""
    rows = (folder / f"data.{PARTS[part]}").read_text("ascii").splitlines()
    return dict(_synset(row) for row in rows if not row.startswith(" "))


def _synset(row: str) -> tuple[str, Synset]:
    field = row.split(" | ")[0].split()
    count = int(field[3], 16)
    words = tuple(word.split("(")[0] for word in field[4 : 4 + 2 * count : 2])
    rest = field[5 + 2 * count :]
    pointers = tuple(
        (rest[i], rest[i + 1], rest[i + 2], *_ends(rest[i + 3])) for i in range(0, 4 * int(field[4 + 2 * count]), 4)
    )
    return field[0], Synset(words, pointers)


def _ends(field: str) -> tuple[int, int]:
    """Return the word numbers at both ends of a pointer, two hexadecimal digits each."""
    source, target = bytes.fromhex(field)
    return source, target


def senses(folder: Path, part: str) -> dict[str, list[str]]:
    """Return each word's synset offsets, most frequent sense first."""
    found = {}
    for row in (folder / f"index.{PARTS[part]}").read_text("ascii").splitlines():
        if not row.startswith(" "):
            field = row.split()
            found[field[0]] = field[-int(field[2]) :]
    return found


def counts(folder: Path) -> dict[tuple[str, str], list[int]]:
    """Return how often each sense of each (word, part) was met in SemCor, in sense order."""
    met: dict[tuple[str, str], dict[int, int]] = defaultdict(dict)
    for row in (folder / "cntlist.rev").read_text("ascii").splitlines():
        key, number, count = row.split()
        word, rest = key.split("%")
        part = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}[rest[0]]
        met[word, part][int(number)] = int(count)
    return {key: [by.get(n, 0) for n in range(1, max(by) + 1)] for key, by in met.items()}


def frequent(word: str, part: str, offsets: list[str], met: Mapping[tuple[str, str], list[int]]) -> list[str]:
    """Return the senses of ``word`` worth keeping."""
    uses = met.get((word, part), [])
    total = sum(uses)
    kept = [o for o, n in zip(offsets, uses, strict=False) if n >= SENSE_SHARE * total] if total else offsets[:2]
    return kept[: SENSES[part]]


def families(data: Mapping[str, Mapping[str, Synset]]) -> dict[str, str]:
    """Return each derived word's root: the shortest word of its family, first in the alphabet among equals."""
    parent: dict[str, str] = {}

    def root(word: str) -> str:
        while parent.setdefault(word, word) != word:
            word = parent[word]
        return word

    for left, right in sorted(derived(data)):
        a, b = sorted((root(left), root(right)), key=lambda word: (len(word), word))
        parent[b] = a
    return {word: root(word) for word in parent if root(word) != word}


def derived(data: Mapping[str, Mapping[str, Synset]]) -> Iterator[tuple[str, str]]:
    """Yield pairs of a verb or adjective and the word that WordNet derives from it, where they look alike."""
    for part in "va":
        for synset in data[part].values():
            for symbol, offset, other, source, target in synset.pointers:
                if symbol in {"+", "\\"} and other in data and source and target:
                    left, right = synset.words[source - 1].lower(), data[other][offset].words[target - 1].lower()
                    if left[:SHARED_PREFIX] == right[:SHARED_PREFIX] and min(len(left), len(right)) >= SHARED_PREFIX:
                        yield left, right


def antonyms(data: Mapping[str, Mapping[str, Synset]]) -> Iterator[tuple[str, str]]:
    """Yield each pair of antonyms once, in alphabetical order."""
    for part in PARTS:
        for synset in data[part].values():
            for symbol, offset, other, source, target in synset.pointers:
                if symbol == "!" and other in data and source and target:
                    left, right = synset.words[source - 1].lower(), data[other][offset].words[target - 1].lower()
                    if left < right:
                        yield left, right


def above(offset: str, nouns: Mapping[str, Synset], levels: int) -> list[str]:
    """Return the hypernyms of a noun synset, nearest first, up to ``levels`` and short of the too broad ones."""
    found: list[str] = []
    layer = [offset]
    for _ in range(levels):
        layer = [target for o in layer for symbol, target, *_ in nouns[o].pointers if symbol in {"@", "@i"}]
        found += [o for o in layer if depth(o, nouns) >= TOO_BROAD and o not in found]
    return found


def depth(offset: str, nouns: Mapping[str, Synset]) -> int:
    """Return the steps from a noun synset to the root."""
    steps = 0
    while parents := [target for symbol, target, *_ in nouns[offset].pointers if symbol in {"@", "@i"}]:
        offset, steps = parents[0], steps + 1
    return steps


def write(name: str, rows: Iterable[tuple[str, ...]]) -> None:
    """Write one table, sorted, each row once."""
    lines = sorted({"\t".join(row) for row in rows})
    (HERE / name).write_text("\n".join(lines) + "\n", "ascii", newline="\n")


def plain(word: str) -> bool:
    """Say whether ``word`` is one word of plain letters."""
    return word.isascii() and word.isalpha() and word.islower()


def main(folder: Path) -> None:
    """Make all tables."""
    data = {part: synsets(folder, part) for part in PARTS}
    index = {part: senses(folder, part) for part in PARTS}
    met = counts(folder)
    kept = {
        (word, part): frequent(word, part, offsets, met)
        for part, words in index.items()
        for word, offsets in words.items()
        if plain(word) and (part == "v" or sum(met.get((word, part), [0])) > 0 or part == "a")
    }
    total: dict[str, int] = defaultdict(int)
    letters: dict[str, str] = defaultdict(str)
    for word in sorted({word for word, _ in kept}):
        letters[word] = "".join(part for part in PARTS if word in index[part])
        total[word] = sum(sum(met.get((word, part), [0])) for part in PARTS)
    common = {word for part in data.values() for synset in part.values() for word in synset.words if plain(word)}
    write("lemmas.tsv", ((word, letters[word], str(total[word])) for word in letters if word in common))
    write("derivation.tsv", ((a, b) for a, b in families(data).items() if plain(a) and plain(b)))
    write("antonyms.tsv", ((a, b) for a, b in antonyms(data) if plain(a) and plain(b)))
    write("senses.tsv", ((word, " ".join(part + o.lstrip("0") for o in offs)) for (word, part), offs in kept.items()))
    write("broader.tsv", _broader(kept, data["n"]))
    write("irregular.tsv", _irregular(folder))


def _broader(kept: Mapping[tuple[str, str], list[str]], nouns: Mapping[str, Synset]) -> Iterator[tuple[str, str]]:
    for offset in {offsets[0] for (_, part), offsets in kept.items() if part == "n" and offsets}:
        if broader := above(offset, nouns, LEVELS):
            yield "n" + offset.lstrip("0"), " ".join("n" + o.lstrip("0") for o in broader)


def _irregular(folder: Path) -> Iterator[tuple[str, str, str]]:
    for part, name in PARTS.items():
        for row in (folder / f"{name}.exc").read_text("ascii").splitlines():
            form, base, *_ = row.split()
            if plain(form) and plain(base):
                yield form, part, base


if __name__ == "__main__":
    main(Path(sys.argv[1]))
