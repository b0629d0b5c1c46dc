"""What the network sees of a token: the word, its beginning, its end, its shape and what the lexicon knows of it."""

import re
from collections.abc import Mapping
from functools import lru_cache
from zlib import crc32

from reconcile.values import words
from reconcile.values.lexicon import tables

FEATURES: Mapping[str, int] = {
    "suffix4": 4096,
    "suffix3": 2048,
    "prefix": 2048,
    "shape": 512,
    "parts": 256,
}
"""The tables besides the words', with their rows. Texts fall into rows by CRC-32, parts of speech by their letters."""

LETTERS: Mapping[str, int] = {"n": 1, "v": 2, "a": 4, "r": 8}

HEAD, TAIL = 32, 8
"""Characters of an overlong token that are looked at: from its beginning and its end."""

RUN = re.compile(r"(.)\1{2,}")


def cropped(form: str) -> str:
    """Return a form no longer than HEAD and TAIL together: what is between them says nothing."""
    return form if len(form) <= HEAD + TAIL else form[:HEAD] + form[-TAIL:]


@lru_cache(maxsize=50_000)
def hashed(form: str) -> tuple[int, ...]:
    """Return the row of a cropped form in each of the FEATURES, in their order."""
    low = form.lower()
    texts = (low[-4:], low[-3:], low[:3], shape(form))
    rows = (
        crc32(text.encode("utf-8", "surrogatepass")) % size
        for text, size in zip(texts, FEATURES.values(), strict=False)
    )
    base = low.removesuffix("'s").rpartition("-")[2]
    return (*rows, 16 * _mask(base) + _mask(words.lemma(base)))


def shape(form: str) -> str:
    """Return a form with its letters as X or x and its digits as d, runs cut to two: ``Xxx``, ``ddxx``, ``x'x``."""
    return RUN.sub(r"\1\1", "".join(map(_sort, form)))


def _sort(character: str) -> str:
    if character.isalpha():
        return "X" if character.isupper() else "x"
    return "d" if character.isdigit() else character


def _mask(word: str) -> int:
    return sum(LETTERS[letter] for letter in tables.parts().get(word, ""))
