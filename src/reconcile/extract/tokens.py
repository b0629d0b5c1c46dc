"""One pass over a text: words, numbers and marks with their places."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

TOKEN = re.compile(r"(?:[A-Z]\.)+(?:[A-Z]\b)?|[^\W\d_][\w]*(?:['.\-/][^\W_]+)*|\d+(?:[.,]\d+)*\w*|\S")


class Token(NamedTuple):
    """A word, a number or a single mark; ``start`` and ``end`` are offsets in the text given, end excluded.

    ``capital`` says that it begins with a capital letter, ``word`` that it is no number and no mark. ``tag`` is its
    part of speech (Penn Treebank) where one was read.
    """

    text: str
    lower: str
    capital: bool
    word: bool
    start: int
    end: int
    tag: str = ""


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of ``text[start:end]``, places counted in ``text``."""
    return [Token(*_form(match[0]), *match.span()) for match in TOKEN.finditer(text, start, end)]


@lru_cache(maxsize=50_000)
def _form(word: str) -> tuple[str, str, bool, bool]:
    """Return what a token is by its form alone: the same words come again and again."""
    return word, word.lower(), word[:1].isupper(), word[:1].isalpha()


AUXILIARIES = frozenset(
    "is are was were be been being am has have had do does did can could may might will would shall should must".split()
)
NEGATORS = frozenset("not never no n't cannot nor neither".split())


def word_before(found: Sequence[Token], position: int) -> str:
    """Return the word before a position in lower case, or nothing."""
    return found[position - 1].lower if position else ""
