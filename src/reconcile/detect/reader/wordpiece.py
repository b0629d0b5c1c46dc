"""Texts to the numbers of their pieces, as BERT's uncased models cut them (Wu et al., 2016; Devlin et al., 2018).

Written anew, because the package that does it brings a client for downloads.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

FIRST, BETWEEN, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"

INNER = "##"
"""What a piece begins with that does not begin a word."""

LONGEST_WORD = 100
"""Characters of a word; a longer one is unknown."""

TELLING = 4
"""So many times the pieces of a row are cut off a text, to know which of two is the longer one."""

KNOWN_WORDS = 50_000
"""Words whose pieces are remembered."""

IDEOGRAPHS = (
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2CEAF),
    (0x2F800, 0x2FA1F),
)
"""First and last code points of characters that are words by themselves."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A pair of texts as a model reads it: numbers of pieces, and for each piece whose side it is on, 0 or 1."""

    pieces: Sequence[int]
    sides: Sequence[int]


@dataclass(frozen=True)
class Wordpieces:
    """The pieces that there are, each with its number."""

    numbers: Mapping[str, int]
    _remembered: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, text: str) -> "Wordpieces":
        """Read the pieces, one a line, the number being that of the line from 0."""
        return cls({piece: number for number, piece in enumerate(text.rstrip("\n").split("\n"))})

    @property
    def lacking(self) -> tuple[str, ...]:
        """The pieces that every model has and this one lacks."""
        return tuple(piece for piece in (FIRST, BETWEEN, UNKNOWN) if piece not in self.numbers)

    def pair(self, first: str, second: str, longest: int) -> Encoded:
        """Return two texts as one row of at most ``longest`` pieces; the longer text loses its end first."""
        one, two = self.text(first, TELLING * longest), self.text(second, TELLING * longest)
        kept = shortened(len(one), len(two), longest - 3)
        left = [self.numbers[FIRST], *one[: kept[0]], self.numbers[BETWEEN]]
        right = [*two[: kept[1]], self.numbers[BETWEEN]]
        return Encoded([*left, *right], [0] * len(left) + [1] * len(right))

    def text(self, text: str, longest: int) -> list[int]:
        """Return the pieces of a text, at most ``longest``."""
        found: list[int] = []
        for word in words(text):
            found += self.word(word)
            if len(found) >= longest:
                break
        return found[:longest]

    def word(self, word: str) -> tuple[int, ...]:
        """Return the pieces of a word: each the longest that there is; the unknown one where nothing fits."""
        known = self._remembered.get(word)
        if known is None:
            known = tuple(self._cut(word)) if len(word) <= LONGEST_WORD else (self.numbers[UNKNOWN],)
            if len(self._remembered) < KNOWN_WORDS:
                self._remembered[word] = known
        return known

    def _cut(self, word: str) -> Sequence[int]:
        found, start = [], 0
        while start < len(word):
            lead = INNER if start else ""
            end = next((end for end in range(len(word), start, -1) if lead + word[start:end] in self.numbers), None)
            if end is None:
                return [self.numbers[UNKNOWN]]
            found.append(self.numbers[lead + word[start:end]])
            start = end
        return found


def shortened(first: int, second: int, room: int) -> tuple[int, int]:
    """Return how many pieces of each text there is room for, taken from the longer one as long as there is one."""
    if first + second <= room:
        return first, second
    less = min(first, second, room // 2)
    return (less, room - less) if first <= second else (room - less, less)


PLAIN = re.compile(r"[a-z0-9]+|[!-/:-@\[-`{-~]")
"""Words and marks of a text in ASCII without capitals."""


def words(text: str) -> Iterator[str]:
    """Yield the words of a text without capitals and accents; marks and ideographs are words by themselves."""
    low = text.lower()
    if low.isascii():
        yield from PLAIN.findall(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", low))
        return
    bare = "".join(_spaced(each) for each in unicodedata.normalize("NFD", low))
    yield from bare.split()


def _spaced(character: str) -> str:
    """Return a character as it counts: none for accents and controls, a space for all blanks, marks between spaces."""
    category = unicodedata.category(character)
    if character in "\t\n\r" or category == "Zs":
        return " "
    if category == "Mn" or category.startswith("C") or character == "\ufffd":
        return ""
    alone = category.startswith("P") or (character.isascii() and not character.isalnum())
    alone = alone or any(first <= ord(character) <= last for first, last in IDEOGRAPHS)
    return f" {character} " if alone else character
