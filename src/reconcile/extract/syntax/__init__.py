"""Tokens to syntax: the part of speech of each, the head that it depends on and how, and the names among them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reconcile.extract.syntax import network, tree
from reconcile.extract.syntax.network import Rows, Weights
from reconcile.extract.syntax.tree import Integers


@dataclass(frozen=True, slots=True)
class Syntax:
    """The syntax of one sentence, in columns as long as the sentence.

    ``tags`` are those of the Penn Treebank; of a word with a clitic ("didn't", "Iraq's", "it's") that of the word.
    ``heads`` are indexes within the sentence, of the root its own; there is one root and no cycle. ``labels`` are
    those of ClearNLP (``nsubj``, ``ccomp``, ``ROOT``); of a word with a clitic that of the part whose head lies outside
    it: "didn't" is ``aux``, "it's" as a clause its ``ROOT``. ``entities`` are ``O``, or ``B-`` and ``I-`` with one of
    PERSON, ORG, GPE (countries, cities), NORP (nationalities, religions, parties) and LOC (other places, buildings).
    """

    tags: Sequence[str]
    heads: Sequence[int]
    labels: Sequence[str]
    entities: Sequence[str]


WINDOW, OVERLAP = 144, 32
"""Tokens that are read at once, and how many of them the next window shares. Longer sentences are read in windows."""

AT_ONCE = 4096
"""Tokens of the sentences that are computed together, so that only the answer grows with what is asked."""


def parse(sentences: Sequence[Sequence[str]]) -> list[Syntax]:
    """Return the syntax of each sentence, a sequence of tokens as ``extract.tokens`` cuts them.

    A sentence gets the same answer whatever stands beside it. Takes time in proportion to the number of tokens, about
    14 microseconds each in calls of a thousand and more, and a few milliseconds for one sentence alone, so ask for a
    document's sentences at once. Raises WeightsDamaged.
    """
    known = network.weights()
    found: list[list[Syntax]] = [[] for _ in sentences]
    pieces = [(number, piece) for number, each in enumerate(sentences) for piece in _windows(each)]
    for batch in _batches(pieces):
        for (number, _), syntax in zip(batch, _read(known, [piece for _, piece in batch]), strict=True):
            found[number].append(syntax)
    return [each[0] if len(each) == 1 else _joined(each) for each in found]


def _windows(sentence: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield a sentence whole, or in windows that overlap; nothing of an empty one."""
    yield from (sentence[start : start + WINDOW] for start in _starts(len(sentence)))


def _starts(length: int) -> range:
    return range(0, max(length - OVERLAP, min(length, 1)), WINDOW - OVERLAP)


def _batches(pieces: Sequence[tuple[int, Sequence[str]]]) -> Iterator[Sequence[tuple[int, Sequence[str]]]]:
    begun, tokens = 0, 0
    for place, (_, piece) in enumerate(pieces):
        if place > begun and tokens + len(piece) > AT_ONCE:
            yield pieces[begun:place]
            begun, tokens = place, 0
        tokens += len(piece)
    if pieces:
        yield pieces[begun:]


def _read(known: Weights, sentences: Sequence[Sequence[str]]) -> Iterator[Syntax]:
    """Yield the syntax of sentences, none of them empty or longer than a window."""
    rows = Rows.of(sentences)
    said = network.answers(known, network.context(known, rows))
    heads = np.arange(len(said["tag"]))
    for (inside, places, lengths), scores in zip(rows.groups, network.arcs(known, said, rows), strict=True):
        chosen = tree.heads(scores, lengths) + rows.starts[inside, None]
        within = np.arange(places.shape[1]) < lengths[:, None]
        heads[places[within]] = chosen[within]
    tags = known.tags[said["tag"].argmax(1)].tolist()
    labels = known.labels[network.labels(known, said, heads)].tolist()
    entities = _begun(known.entities[said["entity"].argmax(1)[: len(rows.forms)]], rows.starts).tolist()
    for start, length in zip(rows.starts.tolist(), rows.lengths.tolist(), strict=True):
        end = start + length
        own = (heads[start:end] - start).tolist()
        yield Syntax(tags[start:end], own, labels[start:end], entities[start:end])


def _begun(entities: NDArray[np.object_], starts: Integers) -> NDArray[np.object_]:
    """Return kinds of entity where what goes on has begun: an ``I-`` after another kind, or none, is a ``B-``."""
    kinds = np.array([each[2:] for each in entities.tolist()], dtype=object)
    before = np.concatenate([[""], kinds[:-1]])
    before[starts] = ""
    fresh = (kinds != before) & (kinds != "")
    return np.where(fresh, "B-" + kinds, entities)


def _joined(windows: Sequence[Syntax]) -> Syntax:
    """Return one sentence out of its windows: each token from the window in which it stands further inside.

    The root is the first window's; what later windows have for a root depends on it as ``parataxis``.
    """
    if not windows:
        return Syntax([], [], [], [])
    tags: list[str] = []
    heads: list[int] = []
    labels: list[str] = []
    entities: list[str] = []
    for number, each in enumerate(windows):
        offset = number * (WINDOW - OVERLAP)
        first = OVERLAP // 2 if number else 0
        last = len(each.heads) if number + 1 == len(windows) else WINDOW - OVERLAP // 2
        tags += each.tags[first:last]
        labels += each.labels[first:last]
        entities += each.entities[first:last]
        heads += [head + offset for head in each.heads[first:last]]
    return _rooted(Syntax(tags, heads, labels, entities))


def _rooted(syntax: Syntax) -> Syntax:
    """Return syntax put together from windows as one tree."""
    heads = tree.rooted(syntax.heads)
    labels = list(syntax.labels)
    for number, (head, before) in enumerate(zip(heads, syntax.heads, strict=True)):
        if head == number:
            labels[number] = "ROOT"
        elif head != before or labels[number] == "ROOT":
            labels[number] = "parataxis"
    return Syntax(syntax.tags, heads, labels, syntax.entities)


__all__ = ["Syntax", "parse"]
