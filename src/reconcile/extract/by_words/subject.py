"""Who the subject of a verb is: the noun phrase before it, without what was put in front."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.extract.by_words.finite import NUMERALS, finite
from reconcile.extract.tokens import AUXILIARIES, NEGATORS, Token
from reconcile.values.words import MONTHS

PREPOSITIONS = frozenset(
    "in on at after before by of during from with under since for within despite following as about to into against "
    "according throughout until upon over per via unlike like besides beyond among amid through near between "
    "without across around above below behind".split()
)
DETERMINERS = frozenset(
    "the a an his her its their our this that these those some most many several all both one two".split()
)
CONJUNCTIONS = frozenset(
    "and but or while whereas although though yet because so however also that if when where which who then".split()
)
PRONOUNS = frozenset("he she it they we i".split())
ADVERBS = frozenset(
    "also later then still earlier again now once only just even already since repeatedly further thus therefore "
    "nevertheless often always ever at no time".split()
)

YEAR_DIGITS = 4

LONGEST = 24
"""A subject of more words than this is no name; something was misread."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A noun phrase: its place in the text, its words, and where the verb group that follows it begins."""

    start: int
    end: int
    text: str
    verb_start: int
    negated: bool


def before(found: Sequence[Token], verb: int, text: str) -> Subject | None:
    """Return the subject of the verb at position ``verb`` in the clause's tokens; None where there is none."""
    own, found = found[verb].start, _without_brackets(found[:verb])
    group = _group_start(found, len(found))
    verb_start = found[group].start if group < len(found) else own
    negated = any(token.lower in NEGATORS for token in found[group:])
    phrase = _named(found[:group]) or _phrase(found[:group])
    phrase = _after_time(phrase)
    phrase = _before_verb(_before_auxiliary(_behind_verb(phrase)))
    if not phrase or len(phrase) > LONGEST or _adverbial(phrase):
        return None
    start, end = phrase[0].start, phrase[-1].end
    return Subject(start, end, text[start:end], verb_start, negated)


TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight morning afternoon evening "
    "night".split()
)


def _after_time(phrase: Sequence[Token]) -> Sequence[Token]:
    """Drop a time that stands before the subject without a comma: "Monday morning | officials"."""
    later = max((n for n, token in enumerate(phrase) if token.lower in {"later", "earlier", "ago"}), default=-1)
    phrase = phrase[later + 1 :] or phrase
    start = next((n for n, token in enumerate(phrase) if token.lower not in TIMES), len(phrase))
    return phrase[start:]


def _without_brackets(found: Sequence[Token]) -> Sequence[Token]:
    """Leave out what stands in round brackets: "the Red Sea Commission (RSC) said"."""
    kept: list[Token] = []
    depth = 0
    for token in found:
        depth += token.text == "("
        if not depth:
            kept.append(token)
        depth -= token.text == ")" and depth > 0
    return kept if not depth else found


def _before_verb(phrase: Sequence[Token]) -> Sequence[Token]:
    """Return the subject of two verbs that "but" or "and" joins: "the board | judged but"."""
    if not phrase or phrase[-1].lower not in {"and", "but", "or"}:
        return phrase
    return phrase[: next((n for n in range(1, len(phrase)) if finite(phrase, n)), 0)]


def _adverbial(phrase: Sequence[Token]) -> bool:
    """Say whether a phrase is no subject but a circumstance: "in findings"; "about 40 people" is one."""
    return phrase[0].lower in PREPOSITIONS and not (len(phrase) > 1 and phrase[1].text[0].isdigit())


def _before_auxiliary(phrase: Sequence[Token]) -> Sequence[Token]:
    """Drop an auxiliary that is parted from its verb: "we have | to date found"."""
    split = next(
        (n for n, token in enumerate(phrase) if n and token.lower in AUXILIARIES and not token.capital), len(phrase)
    )
    return phrase[:split]


def _behind_verb(phrase: Sequence[Token]) -> Sequence[Token]:
    """Drop a verb of another clause and what is before it: "the site reported | its source said"."""
    pronoun = next((n for n in range(len(phrase) - 1, 0, -1) if phrase[n].lower in PRONOUNS), 0)
    phrase = phrase[pronoun:]
    for position in range(len(phrase) - 2, 0, -1):
        after = phrase[position + 1]
        opens = after.lower in DETERMINERS | PRONOUNS | NUMERALS or after.capital or after.text[0].isdigit()
        if finite(phrase, position) and opens:
            return phrase[position + 1 :]
    return phrase


def head(found: Sequence[Token], *, person: bool = False) -> tuple[int, int] | None:
    """Return where the noun phrase stands that a relative clause describes; a ``person`` is the last one in it."""
    phrase = _phrase(found)
    while phrase and phrase[0].lower in PREPOSITIONS:
        phrase = phrase[1:]
    verbs = [n for n, token in enumerate(phrase) if token.lower in AUXILIARIES or (n and finite(phrase, n))]
    phrase = phrase[verbs[-1] + 1 :] if verbs else phrase
    owner = next((n for n in range(len(phrase) - 1, 0, -1) if phrase[n].lower == "of"), -1) if person else -1
    phrase = phrase[owner + 1 :]
    return (phrase[0].start, phrase[-1].end) if phrase and len(phrase) <= LONGEST else None


def _named(found: Sequence[Token]) -> Sequence[Token]:
    """Return the name in an apposition to what somebody is: "the mayor, Anna Weiss, said"; nothing for others."""
    if not found or found[-1].text != ",":
        return []
    opening = next((n for n in range(len(found) - 2, 0, -1) if found[n].text == ","), 0)
    name, described = found[opening + 1 : -1], found[:opening]
    if not opening or not name or described[-1].capital or not described[-1].word:
        return []
    return (
        name
        if all(
            token.capital
            or token.text in {"&", "."}
            or token.lower in {"of", "and", "the", "de", "al", "van", "von", "bin"}
            for token in name
        )
        and name[0].capital
        and name[0].lower not in MONTHS
        else []
    )


def _group_start(found: Sequence[Token], verb: int) -> int:
    """Return where the verb group begins: auxiliaries, negation and adverbs before the verb."""
    position = verb
    while position and _in_group(found[position - 1]):
        position -= 1
    return position


def _in_group(token: Token) -> bool:
    adverb = token.lower.endswith("ly") and not token.capital
    return token.lower in AUXILIARIES or token.lower in NEGATORS or token.lower in ADVERBS or adverb


def _phrase(found: Sequence[Token]) -> Sequence[Token]:
    """Return the noun phrase that ends a run of tokens."""
    run = _after_relative(_after_fronted(_without_apposition(found)))
    phrase = _behind_fronted(run) if run and run[0].lower in PREPOSITIONS else run
    while phrase and (
        phrase[0].lower in CONJUNCTIONS - {"that"} or not (phrase[0].word or phrase[0].text[0].isdigit())
    ):
        phrase = phrase[1:]
    return phrase if any(token.word for token in phrase) else []


def _without_apposition(found: Sequence[Token]) -> Sequence[Token]:
    """Drop ", the chief inspector," at the end, and keep the name before it."""
    if found and found[-1].text in {",", ")", "-", "\u2013", "\u2014"}:
        opening = {")": "("}.get(found[-1].text, found[-1].text)
        for position in range(len(found) - 2, 0, -1):
            if found[position].text == opening:
                return found[:position]
        return found[:-1]
    return found


def _after_fronted(found: Sequence[Token]) -> Sequence[Token]:
    """Drop what stands in front of the subject up to the last comma: "In 1998, after the raid, Iraq"."""
    for position in range(len(found) - 1, -1, -1):
        if found[position].text in {",", ";", ":", '"', "(", ")"}:
            return found[position + 1 :]
    return found


SUBORDINATORS = frozenset("that which whom where because when if while although though whether since".split())


def _after_relative(run: Sequence[Token]) -> Sequence[Token]:
    """Drop what a relative pronoun parts from the phrase that ends the run: "a plant that | officials"."""
    for position in range(len(run) - 2, 0, -1):
        if run[position].lower in SUBORDINATORS:
            rest = run[position + 1 :]
            return run if any(finite(rest, n) for n in range(len(rest))) else rest
    return run


def _behind_fronted(run: Sequence[Token]) -> Sequence[Token]:
    """Return the last noun phrase of a run that a preposition opens: "In his address President Bush"."""
    start = len(run)
    while start and _continues(run, start - 1):
        start -= 1
    return run[start:]


def _continues(run: Sequence[Token], position: int) -> bool:
    """Say whether the token at ``position`` belongs to the noun phrase that goes on after it."""
    token = run[position]
    after = run[position + 1] if position + 1 < len(run) else None
    if after is None:
        return token.word or token.text[0].isdigit()
    if token.lower in CONJUNCTIONS - {"and", "or"} or (
        token.lower in PREPOSITIONS and token.lower not in {"of", "for", "in", "by", "to"}
    ):
        return False
    if after.lower in PRONOUNS:
        return False
    return not _parts(token, after, run, position)


def _parts(token: Token, after: Token, run: Sequence[Token], position: int) -> bool:
    """Say whether a new phrase begins at ``after``: "On 14 February 2003 | Blix"."""
    fresh = after.lower in DETERMINERS or after.capital
    if token.text[0].isdigit():
        dated = position > 0 and (run[position - 1].lower in MONTHS or run[position - 1].lower in PREPOSITIONS)
        return dated and (fresh or len(token.text.rstrip(",.")) == YEAR_DIGITS)
    if token.lower in {"of", "for", "in", "by", "to"}:
        return run[0] is token and fresh and position == 0
    if token.lower in {"and", "or"} or token.lower in DETERMINERS:
        return False
    if token.lower in MONTHS and token.capital:
        return fresh
    return not token.capital and token.word and fresh


LEADING = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def bare(name: str) -> str:
    """Return a name without its article and its possessive ending."""
    return re.sub(r"(?:'s|')$", "", LEADING.sub("", name.strip()))
