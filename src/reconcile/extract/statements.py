"""Blocks to statements: by the syntax of their sentences, or by rules on their words alone."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from reconcile.extract import syntax
from reconcile.extract.by_syntax import asserted, parsing
from reconcile.extract.by_words import attribution
from reconcile.extract.by_words.clauses import has_verb
from reconcile.extract.sentences import Sentence
from reconcile.extract.tokens import Token, tokens
from reconcile.extract.view import View
from reconcile.extract.voice import Statement
from reconcile.model import Segment

BATCH = 256
"""Sentences that are parsed together: more are no faster, and this bounds the memory of a long document."""

LONGEST = 3_000
"""Characters of a sentence that has a tree; a longer one is a damaged page, and rules read its beginning."""

Read = Sequence[Statement] | None
"""What a sentence states, in order; None where it has no finite verb, as a heading or a date alone."""


class Block(NamedTuple):
    """A block of a document as one reads it, and its sentences."""

    segment: Segment
    view: View
    sentences: Sequence[Sentence]


def by_words(blocks: Iterable[Block]) -> Iterator[tuple[Block, Sequence[Read]]]:
    """Yield the blocks with what each of their sentences states, as their words alone tell."""
    for block in blocks:
        yield block, [_by_words(block.view.text, each) for each in block.sentences]


def _by_words(text: str, sentence: Sentence) -> Read:
    if not has_verb(text, sentence.start, sentence.end):
        return None
    return list(attribution.statements(text, sentence.start, sentence.end))


def by_syntax(blocks: Iterable[Block]) -> Iterator[tuple[Block, Sequence[Read]]]:
    """Yield the blocks with what each of their sentences states, as their trees tell."""
    coming = iter(blocks)
    while batch := list(_batch(coming)):
        yield from zip(batch, _read(batch), strict=True)


def _batch(coming: Iterator[Block]) -> Iterator[Block]:
    """Yield blocks until they hold a batch of sentences."""
    held = 0
    while held < BATCH and (block := next(islice(coming, 1), None)):
        held += len(block.sentences)
        yield block


def _read(batch: Sequence[Block]) -> Iterator[Sequence[Read]]:
    shown = [[_shown(block.view.text, each) for each in block.sentences] for block in batch]
    parsed = iter(syntax.parse([group for block in shown for _, _, groups in block for group in groups]))
    for block, sentences in zip(batch, shown, strict=True):
        yield [
            _by_tree(block.view.text, sentence, found, parts, [next(parsed) for _ in groups])
            for sentence, (found, parts, groups) in zip(block.sentences, sentences, strict=True)
        ]


Shown = tuple[Sequence[Token], Sequence[Sequence[int]], Sequence[Sequence[str]]]
"""A sentence's tokens, the positions of each part of it that is parsed, and the words of these."""


def _shown(text: str, sentence: Sentence) -> Shown:
    if sentence.end - sentence.start > LONGEST:
        return (), (), ()
    found = tokens(text, sentence.start, sentence.end)
    parts = parsing.groups(found, parsing.shown(found))
    return found, parts, [[found[position].text for position in part] for part in parts]


def _by_tree(
    text: str,
    sentence: Sentence,
    found: Sequence[Token],
    parts: Sequence[Sequence[int]],
    parsed: Sequence[syntax.Syntax],
) -> Read:
    if not found:
        return _by_words(text, sentence)
    tree = parsing.tree(text, found, parts, parsed)
    if not any(tree.finite):
        return _by_words(text, sentence)
    return asserted.statements(tree)
