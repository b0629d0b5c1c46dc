"""The content words of claims, read word by word: each form of a word is worked out once.

Gives what ``values.words.terms`` gives (concepts and which are names, in order; not the places) at a tenth of the cost,
since most words mean the same wherever they stand. Those that may join what follows (the first of a phrase, "nuclear"
in "nuclear and chemical weapons") are read together with it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain

from reconcile.values import words
from reconcile.values.lexicon import tables
from reconcile.values.vocabulary import EMPTY, Vocabulary
from reconcile.values.words import TOKEN, Term

REACH = 4
"""Words that a phrase, or a modifier with its head, may span."""

NOT_OPENING = "the "
"""An article before a word: it is no term itself, and keeps the word from opening a sentence."""

SUSPECT = re.compile(r"[.!?:\n\"“‘(']")
PAUSE = re.compile(r"[.!?:\n].|[\"“‘(]|'\s|\s'", re.DOTALL)
"""What ``opens`` may take for the beginning of a sentence within a text, by one look and by a closer one."""

Kind = tuple[str, bool]
"""What matters of a term here: its concept, and whether it is a name."""

Token = tuple[str, int, int]


class Numbers(dict[Kind, int]):
    """Numbers for kinds of terms, from 0, in the order in which they are first asked for."""

    def __missing__(self, kind: Kind) -> int:
        self[kind] = number = len(self)
        return number

    def of(self, terms: Iterable[Term]) -> Sequence[int]:
        """Return the numbers of some terms."""
        return [self[term.concept, term.name] for term in terms]


class Words(dict[str, Sequence[int]]):
    """The kinds of each word's terms, worked out when first asked for; ``joins`` are words that may join others."""

    def __init__(self, kinds: Numbers, *, opening: bool) -> None:
        self.kinds, self.opening = kinds, opening
        self.joins: set[str] = set()

    def __missing__(self, token: str) -> Sequence[int]:
        alone, joins = single(token, self.opening)
        if joins:
            self.joins.add(token)
        self[token] = found = self.kinds.of(alone)
        return found


class Reader:
    """Reads texts into numbers of ``kinds``, each thing under the name that ``vocabulary`` has for it."""

    def __init__(self, vocabulary: Vocabulary = EMPTY) -> None:
        self.vocabulary, self.kinds = vocabulary, Numbers()
        self.first, self.inside = Words(self.kinds, opening=True), Words(self.kinds, opening=False)
        self.short = lru_cache(maxsize=50_000)(self.read)

    def read(self, text: str) -> Sequence[int]:
        """Return the kinds of the terms of ``text``, in order; by ``short`` for what is read again and again."""
        if self.vocabulary and (self.vocabulary.spellings or next(self.vocabulary.mentions(text), None)):
            return self.kinds.of(self.vocabulary.terms(text))
        tokens = TOKEN.findall(text)
        if not tokens or not text.startswith(tokens[0]) or pauses(text):
            return self.kinds.of(common(text))
        found = [*self.first[tokens[0]], *chain.from_iterable(map(self.inside.__getitem__, tokens[1:]))]
        joined = tokens[0] in self.first.joins or not self.inside.joins.isdisjoint(tokens)
        return self.kinds.of(common(text)) if joined else found


def pauses(text: str) -> bool:
    """Say whether a sentence may open within ``text``."""
    return "   " in text or bool(SUSPECT.search(text, 0, len(text) - 1) and PAUSE.search(text))


def common(text: str) -> tuple[Term, ...]:
    """Return the terms of ``text`` as everybody's tables have them."""
    tokens = [(found.group(), found.start(), found.end()) for found in TOKEN.finditer(text)]
    taken: list[Term] = []
    position = 0
    while position < len(tokens):
        token, start, _ = tokens[position]
        alone, joins = single(token, token[0].isupper() and opens(text, start))
        if joins:
            after = reach(tokens, position)
            taken += together(text[start : tokens[after - 1][2]], opens(text, start))
            position = after
        else:
            taken += alone
            position += 1
    return tuple(taken)


def opens(text: str, start: int) -> bool:
    """Say whether what stands at ``start`` is the first word of a sentence, where a capital says nothing."""
    before = text[max(0, start - 3) : start].rstrip("\"'“‘( ")
    return not before or before[-1] in ".!?:\n"


@lru_cache(maxsize=500_000)
def single(token: str, opening: bool) -> tuple[tuple[Term, ...], bool]:
    """Return the terms of a word by itself, and whether it may mean something else with the words behind it."""
    alone = together(token, opening)
    low = token.lower()
    joins = low in joining() or words.lemma(low) in joining() or any(term.concept in joining() for term in alone)
    return alone, joins


@lru_cache(maxsize=50_000)
def together(run: str, opening: bool) -> tuple[Term, ...]:
    """Return the terms of words that stand together."""
    return words.terms(run if opening else NOT_OPENING + run)


@cache
def joining() -> frozenset[str]:
    """Return the words that a phrase, a compound or a name of two words begins with."""
    return frozenset(_joining())


def _joining() -> Iterator[str]:
    yield from (phrase[0] for phrase in tables.phrases())
    yield from (name[0] for name in words.COUNTRIES)
    yield from tables.concepts()["compounds"]["modifiers"]


def reach(tokens: Sequence[Token], position: int) -> int:
    """Return where the words end (excluded) that may hang together with the one at ``position``."""
    end = position + REACH
    place = position + 1
    while place < min(end, len(tokens)):
        if single(tokens[place][0], False)[1]:
            end = place + REACH
        place += 1
    return min(end, len(tokens))
