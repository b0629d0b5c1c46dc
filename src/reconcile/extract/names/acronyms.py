"""Acronyms that a text defines itself, and which of the two forms becomes the name."""

import re
from collections.abc import Iterator

WORD_OF_NAME = r"(?:[A-Z][\w'-]*|of|the|for|and|on)"
DEFINED = re.compile(
    rf"\b({WORD_OF_NAME}(?:,? {WORD_OF_NAME}){{1,9}})(?: \(|, or )(?:the )?([A-Z][A-Za-z]{{1,9}})(?=[),])"
)
SPELT_OUT = re.compile(rf"\b([A-Z][A-Za-z]{{1,9}}) \((?:the )?({WORD_OF_NAME}(?:,? {WORD_OF_NAME}){{1,9}})\)")
"""A name and its acronym, "Iraq Survey Group (ISG)" or the other way round; after Schwartz and Hearst (2003)."""

KNOWN_SHORT = 5
"""An acronym of so many letters is itself the better known name: UNMOVIC, UNESCO."""


def defined(text: str) -> Iterator[tuple[str, str]]:
    """Yield the names and acronyms that a text defines, where the letters fit."""
    for match in DEFINED.finditer(text):
        yield from _spelt(match[1], match[2])
    for match in SPELT_OUT.finditer(text):
        yield from _spelt(match[2], match[1])


def _spelt(name: str, acronym: str) -> Iterator[tuple[str, str]]:
    words = name.replace(",", "").split()
    for start in range(len(words)):
        initials = "".join(word[0] for word in words[start:] if word[0].isupper())
        if words[start][0].isupper() and _fits(acronym, initials):
            yield " ".join(words[start:]).removesuffix("'s"), acronym
            return


def _fits(acronym: str, initials: str) -> bool:
    """Say whether the letters of the acronym can be read off in order, the first one first."""
    letters = iter(acronym.upper())
    return bool(initials) and acronym[0].upper() == initials[0] and all(letter in letters for letter in initials)


def both(name: str, acronym: str) -> Iterator[tuple[str, str]]:
    """Yield what each of the two forms becomes: the acronym where it is the better known, else the name."""
    chosen = acronym if len(acronym) >= KNOWN_SHORT else name
    yield name, chosen
    yield acronym, chosen
