"""The network in numpy: forms to vectors, vectors in context, and the scores of tags, entities, arcs and labels.

Every product of a row with a weight matrix is made in blocks of the same shape, and every product within a sentence in
a shape that the sentence's own length gives. So a sentence's scores do not depend on what stands beside it.
"""

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reconcile.extract.syntax.features import FEATURES, cropped, hashed
from reconcile.extract.syntax.tree import NEVER, Floats, Integers
from reconcile.model import ReconcileError

WEIGHTS = "weights.npz"
DIGEST = "43d1e51ebf821fb43505000050f1965b5e4ecdb28156eab140f8dba461105678"
"""SHA-256 of the file of weights: another file gives other claims, and is refused."""

BLOCK = 128
"""Rows of one matrix product."""

STEP = 8
"""Sentences are padded to a multiple of it, so that those of about the same length go together."""

DILATIONS = (1, 2, 1, 3)
"""How far each layer looks to either side. The sentence as a whole is looked at between the second and the third."""

MIDDLE = 2

HEADS, REACH = 4, 32
"""Ways in which the whole sentence is looked at; tokens apart further than ``REACH`` count as that far."""


class WeightsDamaged(ReconcileError):  # noqa: N818
    """The file of weights that came with the package is not the one that it was built with."""

    def __init__(self, digest: str) -> None:
        super().__init__(f"{WEIGHTS} is damaged: its SHA-256 is {digest}, not {DIGEST}; install reconcile again")


@dataclass(frozen=True, slots=True)
class Weights:
    """All that was learned: matrices by name, the rows of known words, and the names of what is told apart."""

    matrices: dict[str, Floats]
    words: dict[str, int]
    tags: NDArray[np.object_]
    labels: NDArray[np.object_]
    entities: NDArray[np.object_]

    def __getitem__(self, name: str) -> Floats:
        """Return one matrix."""
        return self.matrices[name]


@cache
def weights() -> Weights:
    """Read the weights, once. Raises WeightsDamaged where the file is not the one that belongs here."""
    content = (files(__package__ or __name__) / WEIGHTS).read_bytes()
    if (digest := hashlib.sha256(content).hexdigest()) != DIGEST:
        raise WeightsDamaged(digest)
    with np.load(io.BytesIO(content), allow_pickle=False) as stored:
        return unpacked(dict(stored))


ASKED = ("query", "key", "value")
ANSWERED = ("tag", "entity", "child", "parent", "root", "lower", "upper")
"""Matrices that are multiplied with the same rows: side by side, one product does for all."""


def unpacked(stored: dict[str, NDArray[Any]]) -> Weights:
    """Return stored weights in single precision: those of one byte times the scale of their row."""
    names = {name: stored.pop(name).tobytes().decode().split("\n") for name in ("words", "tags", "labels", "entities")}
    scales = {name: stored.pop(name).astype(np.float32) for name in list(stored) if name.endswith(".scale")}
    matrices = {name: each.astype(np.float32) for name, each in stored.items()}
    for name, scale in scales.items():
        matrices[name.removesuffix(".scale")] *= scale[:, None]
    for name, parts in {"asked": ASKED, "answered": ANSWERED}.items():
        matrices[name] = np.concatenate([matrices[part] for part in parts], axis=1)
    biases = [matrices.get(f"{part}b", np.zeros(matrices[part].shape[1], np.float32)) for part in ANSWERED]
    matrices["answeredb"] = np.concatenate(biases)
    words = {word: row for row, word in enumerate(names.pop("words"), 1)}
    return Weights(matrices, words, *(np.array(each, dtype=object) for each in names.values()))


@dataclass(frozen=True, slots=True)
class Rows:
    """Sentences laid one after the other: a row of numbers for each token, filled up with zeros to whole blocks.

    ``edges`` gives for each distance the rows that have nothing at that distance to the left, and to the right, because
    the sentence ends before; ``groups`` the sentences of about one length, as their numbers, their rows as (sentences,
    tokens), those after the end the row of zeros after all, and their lengths.
    """

    forms: Sequence[str]
    starts: Integers
    lengths: Integers
    edges: dict[int, tuple[Integers, Integers]]
    groups: Sequence[tuple[Integers, Integers, Integers]]

    @classmethod
    def of(cls, sentences: Sequence[Sequence[str]]) -> "Rows":
        """Lay out sentences, none of them empty."""
        lengths = np.array([len(each) for each in sentences], dtype=np.intp)
        starts = np.cumsum(lengths) - lengths
        forms = [form for each in sentences for form in each]
        return cls(forms, starts, lengths, _edges(starts, lengths), _groups(starts, lengths))


def _blocks(rows: int) -> int:
    """Return rows up to a whole number of blocks, with at least one of zeros."""
    return (rows // BLOCK + 1) * BLOCK


def _edges(starts: Integers, lengths: Integers) -> dict[int, tuple[Integers, Integers]]:
    first = np.repeat(starts, lengths)
    rows, last = np.arange(len(first)), first + np.repeat(lengths, lengths)
    return {far: (np.flatnonzero(rows - far < first), np.flatnonzero(rows + far >= last)) for far in set(DILATIONS)}


def _groups(starts: Integers, lengths: Integers) -> list[tuple[Integers, Integers, Integers]]:
    padded = -(-lengths // STEP) * STEP
    found = []
    for width in np.unique(padded):
        inside = np.flatnonzero(padded == width)
        places = np.arange(width)
        rows = np.where(places < lengths[inside, None], starts[inside, None] + places, int(lengths.sum()))
        found.append((inside, rows, lengths[inside]))
    return found


def times(rows: Floats, matrix: Floats) -> Floats:
    """Return the product of whole blocks of rows with a matrix."""
    product: Floats = (rows.reshape(-1, BLOCK, rows.shape[1]) @ matrix).reshape(len(rows), -1)
    return product


def vectors(known: Weights, forms: Sequence[str], whole: int) -> Floats:
    """Return a row for each token, zeros after the last up to ``whole``: it depends on the token's form alone."""
    numbers: dict[str, int] = {}
    places = [numbers.setdefault(form, len(numbers)) for form in map(cropped, forms)]
    ids = np.array([(known.words.get(form.lower(), 0), *hashed(form)) for form in numbers], dtype=np.intp)
    ids = np.concatenate([ids, np.zeros((_blocks(len(ids)) - len(ids), ids.shape[1]), dtype=np.intp)])
    joined = np.concatenate([known[name][ids[:, n]] for n, name in enumerate(("word", *FEATURES))], axis=1)
    hidden = times(joined, known["form1"]) + known["form1b"]
    found = times(np.maximum(hidden, 0, out=hidden), known["form2"]) + known["form2b"]
    laid = np.zeros((whole, found.shape[1]), dtype=np.float32)
    laid[: len(places)] = found[places]
    return laid


def context(known: Weights, rows: Rows) -> Floats:
    """Return the rows as their sentences make them, normalised."""
    whole = _blocks(len(rows.forms))
    found = vectors(known, rows.forms, whole)
    for layer, far in enumerate(DILATIONS):
        if layer == MIDDLE:
            found += times(_attention(known, normal(found), rows), known["out"])
        hidden = times(beside(normal(found), far, rows), known[f"conv{layer}"])
        hidden += known[f"conv{layer}b"]
        found += times(np.maximum(hidden, 0, out=hidden), known[f"mix{layer}"])
        found += known[f"mix{layer}b"]
        found[len(rows.forms) :] = 0
    return normal(found)


def beside(level: Floats, far: int, rows: Rows) -> Floats:
    """Return each row between those at a distance to its left and to its right, zeros where there is none."""
    width = level.shape[1]
    left, right = rows.edges[far]
    joined = np.empty((len(level), 3 * width), dtype=np.float32)
    joined[far:, :width], joined[:far, :width] = level[:-far], 0
    joined[:, width : 2 * width] = level
    joined[:-far, 2 * width :], joined[-far:, 2 * width :] = level[far:], 0
    joined[left, :width] = 0
    joined[right, 2 * width :] = 0
    return joined


def normal(rows: Floats) -> Floats:
    """Return rows of mean square one (Zhang and Sennrich, 2019); rows of zeros stay."""
    square = np.einsum("ij,ij->i", rows, rows) / np.float32(rows.shape[1])
    scaled: Floats = rows * (1 / np.sqrt(square + np.float32(1e-5)))[:, None]
    return scaled


def _attention(known: Weights, level: Floats, rows: Rows) -> Floats:
    """Return for each row what it gathers from its whole sentence (Vaswani et al., 2017)."""
    asked, answered, given = np.split(times(level, known["asked"]), 3, axis=1)
    gathered = np.zeros(given.shape, dtype=np.float32)
    for _, places, lengths in rows.groups:
        width = places.shape[1]
        query, key, value = (
            each[places].reshape(*places.shape, HEADS, -1).transpose(0, 2, 1, 3) for each in (asked, answered, given)
        )
        scores = query @ key.transpose(0, 1, 3, 2) * np.float32(query.shape[3] ** -0.5)
        scores += known["near"][:, apart(width)]
        scores += _outside(width, lengths)[:, None, None, :]
        np.exp(scores - scores.max(axis=3, keepdims=True), out=scores)
        scores /= scores.sum(axis=3, keepdims=True)
        gathered[places] = (scores @ value).transpose(0, 2, 1, 3).reshape(*places.shape, -1)
    gathered[len(rows.forms) :] = 0
    return gathered


@cache
def apart(width: int) -> Integers:
    """Return how far each place stands from each, as rows of a table of distances."""
    places = np.arange(width)
    far: Integers = np.clip(places - places[:, None], -REACH, REACH) + REACH
    return far


def _outside(width: int, lengths: Integers) -> Floats:
    """Return what is added to the scores of places after the end of a sentence."""
    return np.where(np.arange(width) < lengths[:, None], np.float32(0), NEVER)


def answers(known: Weights, level: Floats) -> dict[str, Floats]:
    """Return what each row of ``context`` says for itself, by the names ANSWERED."""
    found = times(level, known["answered"]) + known["answeredb"]
    ends = np.cumsum([known[name].shape[1] for name in ANSWERED])
    return dict(zip(ANSWERED, np.split(found, ends[:-1], axis=1), strict=True))


def arcs(known: Weights, said: dict[str, Floats], rows: Rows) -> list[Floats]:
    """Return the scores of arcs for each group, as ``tree.heads`` reads them."""
    found = []
    for _, places, lengths in rows.groups:
        own = np.arange(places.shape[1])
        child, parent = said["child"][places], said["parent"][places]
        scores = child @ parent.transpose(0, 2, 1) * np.float32(child.shape[2] ** -0.5)
        scores += known["far"][apart(len(own))] + _outside(len(own), lengths)[:, None, :]
        scores[:, own, own] = said["root"][:, 0][places]
        found.append(scores)
    return found


def labels(known: Weights, said: dict[str, Floats], heads: Integers) -> Integers:
    """Return the label of each row by its number, given the row of its head; the root is its own head."""
    own = np.arange(len(heads))
    joined = said["lower"] + said["upper"][heads]
    joined += known["span"][np.clip(heads - own, -REACH, REACH) + REACH]
    scores = times(np.maximum(joined, 0, out=joined), known["label"]) + known["labelb"]
    root = int(np.flatnonzero(known.labels == "ROOT")[0])
    scores[:, root] = np.where(heads == own, -NEVER, NEVER)
    found: Integers = scores.argmax(1)
    return found
