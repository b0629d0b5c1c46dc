"""The network as it is fitted: the same sums as in ``network``, written for JAX, with loss and gradient steps.

Everything that looks a row up is a product with rows of ones and zeros, because JAX's gradients of look-ups are slow on
a processor without an accelerator.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import numpy as np

from reconcile.extract.syntax.features import FEATURES
from reconcile.extract.syntax.lexical import Adam, Floats, Integers, Lexical, summed
from reconcile.extract.syntax.network import DILATIONS, HEADS, MIDDLE, REACH, apart

SEED = 20

WIDTH, HIDDEN, FORM, ARC, KEY = 96, 128, 192, 64, 16
"""Numbers for a token: in context, within a layer, within the lexical layers, for an arc, for a way of looking."""

TABLES: Mapping[str, int] = {"word": 96, "suffix4": 48, "suffix3": 32, "prefix": 32, "shape": 24, "parts": 16}
"""Numbers that each feature gives."""

SHARES: Mapping[str, float] = {"tag": 1.0, "entity": 0.6, "head": 1.0, "label": 0.7}
"""What each answer counts in the loss."""

RATE, WARM, LEAST = 3e-3, 200, 0.02
"""Adam's rate at its highest, the steps until then, and the share of it that is left at the end of a half cosine."""

DROPPED, FEATURE_DROPPED, WORD_DROPPED = 0.1, 0.08, 0.12
"""Shares left out while fitting: of a layer's numbers in a sentence, of features, and of words as words."""

BATCH = 4096
"""Tokens of a batch, padding counted."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Sentences of about one length: the numbers of their forms, where there is a token, and the four answers.

    ``answers`` has the shape (4, sentences, tokens), in the order of SHARES; ``forms`` and ``inside`` one of those.
    """

    forms: Integers
    inside: Any
    answers: Integers


def initial(counts: Mapping[str, int]) -> dict[str, Floats]:
    """Return the matrices at the start. ``counts`` gives rows for "word", columns for "tag", "entity" and "label"."""
    random = np.random.default_rng(SEED)
    drawn = {name: (random.standard_normal(shape) * gain, shape) for name, shape, gain in _shapes(counts)}
    found = {name: values.astype(np.float32) for name, (values, _) in drawn.items()}
    for name in BIASED:
        found[f"{name}b"] = np.zeros(drawn[name][1][1], np.float32)
    distances = 2 * REACH + 1
    for name, shape in {"near": (HEADS, distances), "far": (distances,), "span": (distances, ARC)}.items():
        found[name] = np.zeros(shape, np.float32)
    return found


LAYERS = range(len(DILATIONS))

BIASED: Sequence[str] = (
    *("form1", "form2", "child", "parent", "root", "tag", "entity", "label"),
    *(f"{kind}{layer}" for layer in LAYERS for kind in ("conv", "mix")),
)
"""Matrices whose product a row of biases is added to."""


def _shapes(counts: Mapping[str, int]) -> Iterator[tuple[str, tuple[int, int], float]]:
    """Yield the name of each matrix, its shape, and the standard deviation that it is drawn with."""
    for name, width in TABLES.items():
        yield name, (FEATURES.get(name, counts["word"]), width), 0.3
    wide = dict.fromkeys(("query", "key", "value"), (WIDTH, HEADS * KEY))
    wide |= dict.fromkeys(("child", "parent", "lower", "upper"), (WIDTH, ARC))
    wide |= {"form2": (FORM, WIDTH), "root": (WIDTH, 1), "label": (ARC, counts["label"])}
    wide |= {name: (WIDTH, counts[name]) for name in ("tag", "entity")}
    before_rectifier = {"form1": (sum(TABLES.values()), FORM)} | {f"conv{n}": (3 * WIDTH, HIDDEN) for n in LAYERS}
    added = {"out": (HEADS * KEY, WIDTH)} | {f"mix{n}": (HIDDEN, WIDTH) for n in LAYERS}
    for gain, shapes in ((1.0, wide), (1.4, before_rectifier), (0.5, added)):
        for name, shape in shapes.items():
            yield name, shape, gain / math.sqrt(shape[0])


class Network:
    """The sums of one batch in JAX. ``weights`` are all matrices but the lexical ones."""

    def __init__(self) -> None:
        self.jax: Any = import_module("jax")
        self.step = self.jax.jit(self._step)
        self.best = self.jax.jit(self._best)

    def context(self, weights: Any, vectors: Any, inside: Any, key: Any) -> Any:
        """Return vectors (sentences, tokens, WIDTH) as their sentences make them; dropped out where a key is given."""
        mask = inside[..., None].astype("float32")
        found = vectors * mask
        for layer, far in enumerate(DILATIONS):
            if layer == MIDDLE:
                found = (found + self._attention(weights, self._normal(found), inside)) * mask
            sides = self._sides(self._normal(found), far)
            hidden = self.jax.nn.relu(sides @ weights[f"conv{layer}"] + weights[f"conv{layer}b"])
            if key is not None:
                key, now = self.jax.random.split(key)
                kept = self.jax.random.bernoulli(now, 1 - DROPPED, (hidden.shape[0], 1, HIDDEN))
                hidden = hidden * kept / (1 - DROPPED)
            found = (found + hidden @ weights[f"mix{layer}"] + weights[f"mix{layer}b"]) * mask
        return self._normal(found)

    def _normal(self, rows: Any) -> Any:
        return rows * self.jax.lax.rsqrt((rows * rows).mean(-1, keepdims=True) + 1e-5)

    def _sides(self, rows: Any, far: int) -> Any:
        pad, length = self.jax.numpy.pad, rows.shape[1]
        left = pad(rows, ((0, 0), (far, 0), (0, 0)))[:, :length]
        right = pad(rows, ((0, 0), (0, far), (0, 0)))[:, far:]
        return self.jax.numpy.concatenate([left, rows, right], -1)

    def _attention(self, weights: Any, level: Any, inside: Any) -> Any:
        count, length, _ = level.shape
        query, key, value = (
            (level @ weights[name]).reshape(count, length, HEADS, KEY).transpose(0, 2, 1, 3)
            for name in ("query", "key", "value")
        )
        near = self.jax.numpy.einsum("ijr,hr->hij", _distances(length), weights["near"])
        scores = query @ key.transpose(0, 1, 3, 2) / math.sqrt(KEY) + near
        scores = self.jax.numpy.where(inside[:, None, None, :], scores, -1e9)
        gathered = (self.jax.nn.softmax(scores, -1) @ value).transpose(0, 2, 1, 3)
        return gathered.reshape(count, length, HEADS * KEY) @ weights["out"]

    def answers(self, weights: Any, level: Any, inside: Any, heads: Any) -> tuple[Any, ...]:
        """Return the scores of tags, entities, heads and labels, the labels for the given ``heads``."""
        length = inside.shape[1]
        own, distances = np.eye(length, dtype=np.float32), _distances(length)
        child, parent = (level @ weights[name] + weights[f"{name}b"] for name in ("child", "parent"))
        arcs = child @ parent.transpose(0, 2, 1) / math.sqrt(ARC) + distances @ weights["far"]
        arcs = arcs * (1 - own) + (level @ weights["root"] + weights["rootb"]) * own
        chosen = self.jax.nn.one_hot(heads, length)
        span = self.jax.numpy.einsum("bij,ijr->bir", chosen, distances) @ weights["span"]
        joined = self.jax.nn.relu(level @ weights["lower"] + chosen @ (level @ weights["upper"]) + span)
        return (
            *(level @ weights[name] + weights[f"{name}b"] for name in ("tag", "entity")),
            self.jax.numpy.where(inside[:, None, :], arcs, -1e9),
            joined @ weights["label"] + weights["labelb"],
        )

    def loss(self, weights: Any, vectors: Any, inside: Any, answers: Any, key: Any) -> Any:
        """Return the weighted sum of the cross-entropies of a batch."""
        level = self.context(weights, vectors, inside, key)
        found = self.answers(weights, level, inside, answers[HEAD])
        total = 0.0
        for share, scores, right in zip(SHARES.values(), found, answers, strict=True):
            likely = self.jax.nn.log_softmax(scores, -1) * self.jax.nn.one_hot(right, scores.shape[-1])
            total -= share * (likely.sum(-1) * inside).sum() / inside.sum()
        return total

    def _step(self, weights: Any, vectors: Any, inside: Any, answers: Any, key: Any) -> Any:
        """Return the loss with its gradients by the weights and by the vectors."""
        return self.jax.value_and_grad(self.loss, (0, 1))(weights, vectors, inside, answers, key)

    def _best(self, weights: Any, vectors: Any, inside: Any, heads: Any) -> Any:
        found = self.answers(weights, self.context(weights, vectors, inside, None), inside, heads)
        return [scores.argmax(-1) for scores in found]


HEAD = list(SHARES).index("head")


def _distances(length: int) -> Floats:
    """Return for each pair of places a row with a one at their distance."""
    return np.eye(2 * REACH + 1, dtype=np.float32)[apart(length)]


def batches(sheets: Sequence[Sheet], random: np.random.Generator) -> Iterator[Sheet]:
    """Yield batches without end, each sentence once before any comes again, but for what fills no batch."""
    while True:
        parts = []
        for sheet in sheets:
            size = max(8, BATCH // sheet.inside.shape[1])
            order = random.permutation(len(sheet.inside))
            parts += [(sheet, order[at : at + size]) for at in range(0, len(order) - size + 1, size)]
        for place in random.permutation(len(parts)):
            sheet, rows = parts[place]
            yield Sheet(sheet.forms[rows], sheet.inside[rows], sheet.answers[:, rows])


def fit(
    forms: Integers, sheets: Sequence[Sheet], counts: Mapping[str, int], steps: int
) -> Iterator[tuple[int, dict[str, Floats]]]:
    """Yield matrices fitted to sheets, now and then and at the end, with the number of steps made.

    ``forms`` gives the rows of each form in the tables, 0 for an unknown word.
    """
    network, random = Network(), np.random.default_rng(SEED)
    start = initial(counts)
    adam = {name: Adam(each) for name, each in start.items()}
    lexical = Lexical({name: adam.pop(name) for name in TABLES}, {name: adam.pop(name) for name in LEXICAL})
    key = network.jax.random.PRNGKey(SEED)
    for number, batch in zip(range(steps), batches(sheets, random), strict=False):
        rate = RATE * min(1, (number + 1) / WARM) * (LEAST + (1 - LEAST) * (1 + math.cos(math.pi * number / steps)) / 2)
        distinct, place = np.unique(batch.forms, return_inverse=True)
        ids = forms[distinct]
        keep = kept(ids, random)
        vectors, between = lexical.forward(ids, keep)
        key, now = network.jax.random.split(key)
        given = vectors[place.reshape(batch.forms.shape)]
        _, (gradients, inner) = network.step(
            {n: a.value for n, a in adam.items()}, given, batch.inside, batch.answers, now
        )
        _, sums = summed(place.ravel().astype(np.int32), np.asarray(inner).reshape(-1, WIDTH))
        lexical.backward(ids, keep, between, sums, rate)
        _move(adam, {name: np.asarray(each) for name, each in gradients.items()}, rate)
        if not (number + 1) % SNAPSHOT or number + 1 == steps:
            every = adam | dict(lexical.tables) | dict(lexical.layers)
            yield number + 1, {name: each.value for name, each in every.items()}


LEXICAL = ("form1", "form1b", "form2", "form2b")

STEEPEST = 2.0
"""Longest gradient that is followed; a longer one is cut down to it."""


SNAPSHOT = 250
"""Steps after which the matrices are given out. The mean of the last few does better than the last."""


def kept(ids: Integers, random: np.random.Generator) -> Floats:
    """Return what scales the features of forms: some are left out, so that the rest learn to do without."""
    keep = (random.random(ids.shape) > FEATURE_DROPPED).astype(np.float32) / (1 - FEATURE_DROPPED)
    known = (random.random(len(ids)) > WORD_DROPPED) & (ids[:, 0] > 0)
    keep[:, 0] = known / (1 - WORD_DROPPED)
    return keep


def _move(adam: Mapping[str, Adam], gradients: Mapping[str, Floats], rate: float) -> None:
    length = math.sqrt(sum(float((each * each).sum()) for each in gradients.values()))
    for name, each in gradients.items():
        adam[name].step(each * min(1.0, STEEPEST / max(length, 1e-9)), rate)
