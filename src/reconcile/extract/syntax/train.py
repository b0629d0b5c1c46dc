"""The recipe of the syntax weights, one command for each step: collect, teach, fit, pack, score.

    python -m reconcile.extract.syntax.train collect --texts FOLDER --pairs FILE --out sentences.jsonl
    python -m reconcile.extract.syntax.train teach   --from sentences.jsonl --out parsed.jsonl
    python -m reconcile.extract.syntax.train fit     --from parsed.jsonl --out fitted.npz --steps 2800
    python -m reconcile.extract.syntax.train pack    --from fitted-*.npz --out weights.npz
    python -m reconcile.extract.syntax.train score   --from parsed.jsonl

``teach`` needs spaCy with ``en_core_web_sm`` 2.2.5 (MIT, made from OntoNotes 5 under its owner's commercial licence);
``fit`` needs JAX. Neither is needed to run reconcile. Which texts were used, under what licences, and the figures are
in ``docs/decisions/0009-syntax.md``. Every random choice is drawn from ``fitting.SEED``.
"""

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any
from zlib import crc32

import numpy as np

from reconcile.extract.syntax import features, fitting, silver
from reconcile.extract.syntax.fitting import Sheet
from reconcile.extract.syntax.lexical import Floats, Integers
from reconcile.extract.syntax.silver import Tree

SETS: Mapping[str, int] = {
    "mnli_dev": 1,
    "fever_dev": 1,
    "tabfact_pairs": 3,
    "snli_dev": 2,
    "snli_test": 2,
    "cad_snli": 4,
}
"""The sets of pairs that sentences are taken from, with every how many-th: captions and tables are much alike."""

APART = 20
"""One page in so many is kept for the score, chosen by the CRC-32 of its name."""

HARMED = 0.1
"""Share of the sentences that are learned a second time, damaged."""

WORDS, OFTEN = 10_000, 4
"""Words that have a row of their own: the most frequent, each seen so often at least."""

LENGTHS = (16, 26, 40, 72, 150)
"""Tokens of the sheets; a sentence goes onto the narrowest that holds it."""

NAMES = ("tags", "entities", "heads", "labels")
"""The columns of a tree that are learned, in the order of ``fitting.SHARES``."""


def trees(path: Path) -> Iterator[Tree]:
    """Yield the whole trees of parsed sentences in our tokens."""
    for row in silver.read(path):
        found = silver.aligned(row)
        if found and silver.whole(found):
            yield found


def apart(tree: Tree) -> bool:
    """Say whether a sentence is kept for the score."""
    return crc32(tree.page.encode()) % APART == 0


class Forms:
    """Forms by number, with their rows in the tables; the number 0 stands for padding."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = {word: row for row, word in enumerate(words, 1)}
        self.numbers: dict[str, int] = {"": 0}

    def number(self, form: str) -> int:
        """Return the number of a form."""
        return self.numbers.setdefault(features.cropped(form), len(self.numbers))

    def rows(self) -> Integers:
        """Return the rows of every form."""
        found = [(self.words.get(form.lower(), 0), *features.hashed(form)) for form in self.numbers]
        return np.array(found, dtype=np.int32)


def sheet(found: Sequence[Tree], width: int, forms: Forms, names: Mapping[str, Mapping[str, int]]) -> Sheet:
    """Return sentences as numbers, each filled up to the width."""
    inside = np.zeros((len(found), width), dtype=bool)
    numbers = np.zeros((len(found), width), dtype=np.int32)
    answers = np.zeros((len(NAMES), len(found), width), dtype=np.int32)
    for row, tree in enumerate(found):
        length = len(tree.forms)
        inside[row, :length] = True
        numbers[row, :length] = [forms.number(form) for form in tree.forms]
        for place, name in enumerate(NAMES):
            column = getattr(tree, name)
            answers[place, row, :length] = column if name == "heads" else [names[name][each] for each in column]
    return Sheet(numbers, inside, answers)


def sheets(found: Sequence[Tree], forms: Forms, names: Mapping[str, Mapping[str, int]]) -> Iterator[Sheet]:
    """Yield a sheet for each of the LENGTHS."""
    for least, most in zip((0, *LENGTHS), LENGTHS, strict=False):
        yield sheet([tree for tree in found if least < len(tree.forms) <= most], most, forms, names)


def fit(parsed: Path, out: Path, steps: int) -> None:
    """Fit the network to parsed sentences; write its matrices in single precision, with its words and names.

    They are written now and then, the number of steps after the name of the file.
    """
    learned = [tree for tree in trees(parsed) if not apart(tree)]
    counted = Counter(features.cropped(form).lower() for tree in learned for form in tree.forms)
    words = [word for word, often in counted.most_common(WORDS) if often >= OFTEN]
    told = {
        name: sorted({each for tree in learned for each in getattr(tree, name)}) for name in NAMES if name != "heads"
    }
    random = Random(fitting.SEED)  # noqa: S311
    learned += [silver.damaged(tree, random) for tree in learned if random.random() < HARMED]
    forms = Forms(words)
    numbered = {name: {each: number for number, each in enumerate(listed)} for name, listed in told.items()}
    pages = list(sheets(learned, forms, numbered))
    counts = {"word": len(words) + 1, "tag": len(told["tags"])}
    counts |= {"entity": len(told["entities"]), "label": len(told["labels"])}
    listed = {name: _bytes(each) for name, each in {"words": words, **told}.items()}
    for number, matrices in fitting.fit(forms.rows(), pages, counts, steps):
        np.savez(out.with_stem(f"{out.stem}-{number}"), **matrices, **listed)  # type: ignore[arg-type]


def _bytes(names: Sequence[str]) -> Any:
    return np.frombuffer("\n".join(names).encode(), dtype=np.uint8)


def mean(fitted: Sequence[Path]) -> dict[str, Any]:
    """Return the mean of matrices that one fit wrote at several times (Izmailov et al., 2018), with words and names."""
    several = [dict(np.load(path, allow_pickle=False)) for path in fitted]
    return {
        name: each if each.dtype == np.uint8 else np.mean([one[name] for one in several], axis=0, dtype=np.float32)
        for name, each in several[0].items()
    }


def pack(fitted: Sequence[Path], out: Path) -> str:
    """Write the mean of fitted matrices small, tables in bytes with a scale for each row, the rest in half precision.

    Returns the SHA-256 of the file, which ``network.DIGEST`` has to name.
    """
    packed: dict[str, Any] = {}
    for name, each in mean(fitted).items():
        if name in fitting.TABLES:
            packed[name], packed[f"{name}.scale"] = _small(each)
        else:
            packed[name] = each if each.dtype == np.uint8 else each.astype(np.float16)
    packed["word"][0] = 0
    np.savez_compressed(out, **packed)
    return hashlib.sha256(out.read_bytes()).hexdigest()


def _small(table: Floats) -> tuple[Any, Any]:
    scale = np.maximum(np.abs(table).max(axis=1) / 127, 1e-6).astype(np.float16)
    rows = np.round(table / np.maximum(scale, np.float16(1e-6)).astype(np.float32)[:, None])
    return rows.clip(-127, 127).astype(np.int8), scale


def score(parsed: Path) -> Mapping[str, float]:
    """Return how the shipped weights do on the pages kept apart, against the teacher, as shares."""
    from reconcile.extract.syntax import parse

    gold = [tree for tree in trees(parsed) if apart(tree)]
    found = parse([tree.forms for tree in gold])
    pairs = list(zip(gold, found, strict=True))
    arcs = {"subject": {"nsubj", "nsubjpass"}, "ccomp": {"ccomp"}, "relcl": {"relcl"}, "conj": {"conj"}}
    return {
        "tags": _share(x == y for a, b in pairs for x, y in zip(a.tags, b.tags, strict=True)),
        "heads": _share(x == y for a, b in pairs for x, y in zip(a.heads, b.heads, strict=True)),
        "arcs": _share(x == y for a, b in pairs for x, y in zip(_arcs(a), _arcs(b), strict=True)),
        "finite": f1((_where(a.tags, FINITE), _where(b.tags, FINITE)) for a, b in pairs),
        **{name: f1((_labelled(a, some), _labelled(b, some)) for a, b in pairs) for name, some in arcs.items()},
        "entities": f1((_named(a.entities), _named(b.entities)) for a, b in pairs),
    }


FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


def _share(right: Iterator[bool]) -> float:
    return float(np.mean(list(right)))


def f1(pairs: Iterator[tuple[set[Any], set[Any]]]) -> float:
    """Return the harmonic mean of precision and recall over sets of what there is and what was found."""
    both = there = found = 0
    for gold, answer in pairs:
        both, there, found = both + len(gold & answer), there + len(gold), found + len(answer)
    return 2 * both / max(there + found, 1)


def _arcs(tree: Any) -> list[tuple[int, str]]:
    return list(zip(tree.heads, tree.labels, strict=True))


def _where(tags: Sequence[str], some: frozenset[str]) -> set[Any]:
    return {number for number, tag in enumerate(tags) if tag in some}


def _labelled(tree: Any, some: set[str]) -> set[Any]:
    return {(number, head) for number, (head, label) in enumerate(_arcs(tree)) if label in some}


def _named(entities: Sequence[str]) -> set[Any]:
    """Return names as (first token, end, kind)."""
    starts = [number for number, each in enumerate(entities) if each.startswith("B-")]
    found = set()
    for start in starts:
        end = start + 1
        while end < len(entities) and entities[end].startswith("I-"):
            end += 1
        found.add((start, end, entities[start][2:]))
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one step of the recipe."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=("collect", "teach", "fit", "pack", "score"))
    for name in ("texts", "pairs", "out"):
        parser.add_argument(f"--{name}", type=Path)
    parser.add_argument("--from", type=Path, nargs="+", dest="source", help="what the step before wrote")
    parser.add_argument("--steps", type=int, default=2800, help="gradient steps of fit")
    given = parser.parse_args(arguments)
    if given.step == "collect":
        silver.write(given.out, silver.collect(given.texts, given.pairs, SETS))
    elif given.step == "teach":
        silver.write(given.out, silver.parsed(silver.read(given.source[0])))
    elif given.step == "fit":
        fit(given.source[0], given.out, given.steps)
    elif given.step == "pack":
        print(pack(given.source, given.out))  # noqa: T201
    else:
        for name, share in score(given.source[0]).items():
            print(f"{name:10} {share:.4f}")  # noqa: T201


if __name__ == "__main__":
    main()
