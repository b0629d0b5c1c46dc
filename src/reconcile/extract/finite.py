"""Whether a word stands as a finite verb, as far as its form and its neighbours tell."""

from collections.abc import Sequence
from functools import lru_cache

from reconcile.extract.tokens import AUXILIARIES, Token
from reconcile.values import words
from reconcile.values.lexicon import tables

UNCHANGED = frozenset(
    "put cut cost hit set shut let hurt spread read beat quit split shed bid burst cast broadcast forecast rid thrust upset".split()
)
"""Verbs whose past is their base form."""

NOMINAL = frozenset(
    "the a an of his her its their our my your this these no any some each every another such what whose to in on at by from "
    "for with into per own first last next new".split()
)
"""After these words a noun or an infinitive stands, and no finite verb."""

COMPLEMENT = frozenset(
    "the a an his her its their our this that these those no any some all most many several he she it they we there how whether "
    "what why to in on at by from for with into about after before between not".split()
)
"""What follows a verb and seldom a noun's plural that might be one."""

PLURALS = frozenset("police people men women children media troops they we i you who which that both many most others".split())
"""Subjects of a verb in its base form that do not end in "s"; a relative pronoun may stand for several."""


@lru_cache(maxsize=50_000)
def participle(word: str) -> bool:
    """Say whether a lower-case word is a regular past form: of a known verb, or unknown and shaped like one."""
    if len(word) < 5 or not word.endswith("ed"):
        return word == "used"
    bases = (word[:-2], word[:-1], word[:-3], f"{word[:-3]}y")
    return any("v" in tables.parts().get(base, "") for base in bases) or not any(base in tables.parts() for base in bases)


@lru_cache(maxsize=50_000)
def past(word: str) -> bool:
    """Say whether a lower-case word is a past form of a verb; participles look the same."""
    return participle(word) or words.past(word)


@lru_cache(maxsize=50_000)
def _parts(word: str) -> str:
    return tables.parts().get(words.lemma(word), "")


def finite(found: Sequence[Token], position: int) -> bool:
    """Say whether the token at ``position`` is a finite verb: an auxiliary, a past form, a present one that agrees."""
    token = found[position]
    word = token.lower
    if word in AUXILIARIES:
        return not (word == "may" and token.capital and position)
    if not token.word or (token.capital and position) or (token.capital and not past(word)):
        return False
    before = found[position - 1].lower if position else ""
    if before in NOMINAL or before.endswith(("'s", "s'")):
        return False
    return past(word) or word in UNCHANGED or (position > 0 and present(found, position))


def present(found: Sequence[Token], position: int) -> bool:
    """Say whether a token is a verb in the present tense: "expires", "lists three", "officials believe"."""
    word, parts = found[position].lower, _parts(found[position].lower)
    before = found[position - 1]
    if "v" not in parts or not (before.word or before.text in {",", ")", '"'}) or word.endswith("ing"):
        return False
    if word.endswith("s") and not word.endswith("ss"):
        fits = not _plural(before) or before.lower in {"who", "which", "that"}
    else:
        fits = _plural(before) and "a" not in parts
    return fits and words.lemma(word) != before.lower and ("n" not in parts or _governs(found, position))


def _plural(token: Token) -> bool:
    word = token.lower
    return word in PLURALS or (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")))


def _governs(found: Sequence[Token], position: int) -> bool:
    """Say whether what follows is a complement, so that a word that may be a noun is none here."""
    after = found[position + 1] if position + 1 < len(found) else None
    if after is None or found[position].lower in {"rules", "times", "parts"}:
        return False
    return after.lower in COMPLEMENT - PREPOSITIONAL or after.text[0].isdigit() or after.lower.endswith("ly")


PREPOSITIONAL = frozenset("to in on at by from for with into about after before between".split())
"""These follow nouns as well."""
