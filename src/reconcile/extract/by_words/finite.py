"""Whether a word stands as a finite verb, as far as its form and its neighbours tell."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from reconcile.extract import tokens
from reconcile.extract.tokens import AUXILIARIES, Token
from reconcile.values import words
from reconcile.values.lexicon import tables

UNCHANGED = frozenset(
    "put cut cost hit set shut let hurt spread read beat quit split shed bid burst cast broadcast forecast rid "
    "thrust upset".split()
)
"""Verbs whose past is their base form."""

OPENING = frozenset({"", ".", "!", "?", '"', ":", ";", "(", "[", "-", "\u2013", "\u2022"})
"""What stands before the first word of a sentence, which is written with a capital whatever it is."""

NOT_FINITE = frozenset("be been being".split())

NOMINAL = frozenset(
    "the a an of his her its their our my your this these no any some each every another such what whose to in "
    "on at by from "
    "for with into per own".split()
)
"""After these words a noun or an infinitive stands, and no finite verb."""

COMPLEMENT = frozenset(
    "the a an his her its their our this that these those no any some all most many several he she it they we "
    "there how whether "
    "what why to in on at by from for with into about after before between not back up out off down over away "
    "two three four "
    "five six seven eight nine ten dozens hundreds thousands more less nothing none only".split()
)
"""What follows a verb and seldom a noun's plural that might be one."""

PLURALS = frozenset(
    "police people men women children media troops they we i you who which that both many most others".split()
)
"""Subjects of a verb in its base form that do not end in "s"; a relative pronoun may stand for several."""


@lru_cache(maxsize=50_000)
def participle(word: str) -> bool:
    """Say whether a lower-case word is a regular past form: of a known verb, or unknown and shaped like one."""
    if len(word) < 4 or not word.endswith("ed"):
        return word == "used"
    bases = (word[:-2], word[:-1], word[:-3], f"{word[:-3]}y")
    return any("v" in tables.parts().get(base, "") for base in bases) or not any(
        base in tables.parts() for base in bases
    )


@lru_cache(maxsize=50_000)
def past(word: str) -> bool:
    """Say whether a lower-case word is a past form of a verb; participles look the same."""
    return participle(word) or (words.past(word) and tables.irregular().get(word) != word)


@lru_cache(maxsize=50_000)
def _parts(word: str) -> str:
    return tables.parts().get(words.lemma(word), "")


@lru_cache(maxsize=50_000)
def _ever(word: str) -> bool:
    """Say whether a lower-case word is a finite verb anywhere: most are not, and need no look at their neighbours."""
    return word in AUXILIARIES or word in UNCHANGED or past(word) or "v" in _parts(word)


FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""The parts of speech of finite verbs; what words alone tell is marked as the first of them."""


def marked(text: str, start: int, end: int) -> Sequence[Token]:
    """Return the tokens of ``text[start:end]``, the finite verbs among them tagged."""
    starts, found = _whole(text)
    return found[bisect_left(starts, start) : bisect_left(starts, end)]


@lru_cache(maxsize=4)
def _whole(text: str) -> tuple[Sequence[int], Sequence[Token]]:
    """Return the tokens of a whole block, with where they start: its clauses are asked about many times over."""
    found = tokens.tokens(text, 0, len(text))
    for position, token in enumerate(found):
        if _ever(token.lower) and _stands(found, position):
            found[position] = token._replace(tag="VBD")
    return [token.start for token in found], found


def finite(found: Sequence[Token], position: int) -> bool:
    """Say whether the token at ``position`` is a finite verb."""
    return found[position].tag in FINITE


def _stands(found: Sequence[Token], position: int) -> bool:
    """Say whether a token is an auxiliary, a past form, or a present one that agrees, and stands as a verb."""
    token = found[position]
    word = token.lower
    before = found[position - 1].lower if position else ""
    opening = before in OPENING
    if word in AUXILIARIES:
        return word not in NOT_FINITE and before != "to" and not (word == "may" and token.capital and not opening)
    if not token.word or (token.capital and not opening) or (token.capital and not past(word)):
        return False
    if (
        (before in NOMINAL and not _demonstrative(found, position))
        or _adjective(found, position)
        or before.endswith(("'s", "s'"))
    ):
        return False
    return past(word) or word in UNCHANGED or (position > 0 and present(found, position))


def _demonstrative(found: Sequence[Token], position: int) -> bool:
    """Say whether "this" before a past form is its subject: "this included the home of"."""
    after = found[position + 1].lower if position + 1 < len(found) else ""
    return found[position - 1].lower in {"this", "that", "these", "those"} and after in COMPLEMENT


def _adjective(found: Sequence[Token], position: int) -> bool:
    """Say whether a past form describes the noun after it: "other potentially proscribed items"."""
    before = found[position - 1].lower if position else ""
    adverbial = before.endswith("ly") and position > 1 and found[position - 2].lower in NOMINAL | NUMERALS
    if position + 1 >= len(found) or not (adverbial or before in NUMERALS):
        return False
    after = found[position + 1]
    return after.word and not after.capital and after.lower not in COMPLEMENT and not after.lower.endswith("ly")


def present(found: Sequence[Token], position: int) -> bool:
    """Say whether a token is a verb in the present tense: "expires", "lists three", "officials believe"."""
    word, parts = found[position].lower, _parts(found[position].lower)
    before = found[position - 1]
    if (
        before.lower in NUMERALS
        or "v" not in parts
        or not (before.word or before.text in {",", ")", '"'})
        or word.endswith("ing")
    ):
        return False
    if word.endswith("s") and not word.endswith("ss"):
        fits = not _plural(before) or before.lower in {"who", "which", "that"}
    else:
        fits = "a" not in parts and (_plural(before) or _plural_head(found, position))
    return fits and words.lemma(word) != before.lower and ("n" not in parts or _governs(found, position))


NUMERALS = frozenset("two three four five six seven eight nine ten many several other such various few".split())


def _plural(token: Token) -> bool:
    word = token.lower
    return word in PLURALS or (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")))


JOINTS = frozenset(
    "in of at on from for around with near to by about under between across along behind against".split()
)


def _plural_head(found: Sequence[Token], position: int) -> bool:
    """Say whether a phrase in the singular stands between a plural and its verb: "the materials in question date"."""
    near = found[max(0, position - 5) : position]
    joint = next((n for n, token in enumerate(near) if n and token.lower in JOINTS), 0)
    return joint > 0 and _plural(near[joint - 1])


def _governs(found: Sequence[Token], position: int) -> bool:
    """Say whether what follows is a complement, so that a word that may be a noun is none here."""
    after = found[position + 1] if position + 1 < len(found) else None
    if after is None or found[position].lower in {"rules", "times", "parts"}:
        return False
    return after.lower in COMPLEMENT - PREPOSITIONAL or after.text[0].isdigit() or after.lower.endswith("ly")


PREPOSITIONAL = frozenset("to in on at by from for with into about after before between".split())
"""These follow nouns as well."""
