"""Figures: what a name, or a run of capitalised words, is by its words alone: a person, a body, a text or several."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from reconcile.extract.cues import lexicon
from reconcile.values import place
from reconcile.values.lexicon import tables
from reconcile.values.words import MONTHS, known, lemma

PERSON, BODY, TEXT, MANY = "person", "body", "text", "many"


class Role(NamedTuple):
    """What somebody is: the noun, and the words that tell it apart: "Chairman of the JIC", {"chair", "jic"}."""

    head: str
    words: frozenset[str]


class Reading(NamedTuple):
    """A name without what its bearer is, of what kind, which pronoun stands for it, and what the bearer is."""

    name: str
    kind: str
    gender: str
    role: Role | None


@dataclass(slots=True)
class Figure:
    """Somebody whom a document names. ``heard`` and ``met`` count sentences: last named, last subject or speaker."""

    name: str
    kind: str
    gender: str
    roles: list[Role] = field(default_factory=list)
    heard: int = -1
    met: int = -1


@cache
def names() -> Mapping[str, Any]:
    """Return the table of the words of names."""
    return tomllib.loads(files("reconcile.extract.lexicon").joinpath("names.toml").read_text("utf-8"))


def _pronoun(gender: str) -> str:
    return "" if gender == "either" else gender


def _words(table: str, *keys: str) -> frozenset[str]:
    return frozenset(word for key in keys for word in names()[table][key].split())


TITLE_OF = {word: gender for gender in ("he", "she", "either") for word in names()["titles"][gender].split()}
TITLES = frozenset(TITLE_OF)
COURTESY = _words("titles", "courtesy")
KNIGHTED = frozenset({"sir", "dame", "lady", "lord"})
"""Titles that stand with a given name alone: "Sir John"."""

BEHIND = _words("titles", "behind")
ROLE_OF = {word: gender for gender in ("he", "she", "either") for word in names()["roles"][gender].split()}
ROLES = frozenset(ROLE_OF) | {"pm"}
SAME: Mapping[str, str] = names()["roles"]["same"]
BODIES = _words("bodies", "nouns")
NO_PERSON = _words("places", "first")
OPENING = _words("texts", "opening")
GIVEN = {word: _pronoun(gender) for gender in ("he", "she", "either") for word in names()["given"][gender].split()}
OFFERED = _words("roles", "offered")
"""Roles that a body may have as well: "the publisher"."""

TEXTS = frozenset((*lexicon()["texts"]["nouns"], *lexicon()["texts"]["also"]))

PEOPLE = _words("people", "nouns")
THINGS = _words("people", "things")
PEOPLE_SYNSETS = range(9_604_000, 11_400_000)
"""Where WordNet 3.0 keeps its nouns of people (noun.person), between those of objects and of phenomena."""

MAKES_PEOPLE = ("ist", "ian", "er", "or", "eer", "ee", "man", "crat")
"""Endings of nouns of people, but for the ``THINGS`` that end so."""

PRONOUNS = frozenset(
    "one i we you he she it they his her its their my our me us him them who all any each both most no-one".split()
) | {f"{some}{body}" for some in ("every", "any", "some", "no") for body in ("one", "body")}
SPEAKING = ROLES | BODIES | TEXTS | PEOPLE | PRONOUNS | _words("things", "tell")
SHOWING = _words("things", "show")
COUNTED = re.compile(rf"^(?:an? )?(?:{'|'.join(names()['things']['count'].split())}) of (?:the )?", re.IGNORECASE)
NO_NAMES = frozenset(MONTHS) | {"there", "no-one", "nobody", "anyone", "anybody"}

JOINING = frozenset({"of", "for", "on", "the", "and", "in"})
FROM = frozenset({"of", "at", "from", "in"})
BEFORE = frozenset("in to at by from with about against over under between as than".split())
PARTICLES = frozenset("al el de del della di da van von der den bin ibn la le du dos ter ten abu".split())
BEHIND_HEAD = re.compile(
    r"\s(?:of|for|in|at|from|to|on|by|with|who|between|against|into|without|behind|among|around|across|throughout|via|there|here)(?:\s|$)"
)
OF_PHRASE = re.compile(r"\s(?:of|for)\s")
OF_ARTICLE = re.compile(r"(?:(?:[Aa]l|[Ee]l|[Aa]s|[Aa]d|[Aa]sh|[Aa]n|[Aa]r|[Uu]l|[Uu]r)-|[Dd]['’])(?=[^\W\d_a-z])")

MOST_WORDS = 5
"""A person's name has at most so many words; a longer run of capitals is something else."""


@lru_cache(maxsize=50_000)
def read(name: str) -> Reading:
    """Read a name or a noun phrase, its article taken off."""
    words = name.split()
    if not words:
        return Reading(name, "", "", None)
    if not any(word[:1].isupper() for word in words[len(words) > 1 and known(words[0].lower()) :]) or (
        len(words) == 1 and _people(words[0].lower())
    ):
        return _common(name, [words[0].lower(), *words[1:]])
    lower = [word.lower().strip(".,'") for word in words]
    if (found := _of_somewhere(name, words) or _introduced(words)) is not None:
        return found
    if lower[0] not in COURTESY and _is_body(name, words, lower):
        return Reading(name, BODY, "", None)
    if " and " in name or name.endswith((" et al", " et al.")):
        return Reading(name, MANY, "", None)
    return _person(name, words, lower)


def _of_somewhere(name: str, words: Sequence[str]) -> Reading | None:
    """Read a person's name with where the person is from: "Ada Moore of Kew"; None for any other name."""
    owner = next((n for n, word in enumerate(words) if word in FROM), 0)
    front = words[:owner]
    if owner < 2 or len(front) > MOST_WORDS + 2 or front[-1].lower() in ROLES | TITLES | BODIES | TEXTS:
        return None
    called = any(word.lower().strip(".") in TITLES | ROLES for word in front)
    if _name_like(front) and not (called or _personal(front) or _unknown(front)):
        return None
    reading = read(" ".join(front))
    named = reading.kind == PERSON and len(reading.name.split()) > 1
    return reading if named else Reading(" ".join(front), PERSON, "", None) if _unknown(front) else None


def _introduced(words: Sequence[str]) -> Reading | None:
    """Read a name behind what its bearer is: "animal rights advocate Doris Day", "US Envoy to Peru Doris Day"."""
    begin = _begins(words)
    front, rest = words[:begin], words[begin:]
    if not front or len(rest) < 2 or not _name_like(rest) or (rest[-1].lower() in BODIES | TEXTS and len(rest) > 2):
        return None
    described, last = role(" ".join(front)), front[-1].lower()
    joined = front[front.index("and") - 1] if "and" in front[1:] else ""
    if last in JOINING | BEFORE or (joined[:1].isupper() and joined.lower() not in ROLES):
        return None
    leans = last in ROLES | TITLES or last.endswith(("'s", "’s")) or all(_common_word(word) for word in front)
    if not (described or (_personal(rest) and leans) or last in BODIES):
        return None
    if last in BODIES and not described:
        return Reading(" ".join(rest), BODY, "", None)
    gender = _pronoun(ROLE_OF.get(last, "")) or GIVEN.get(rest[0].lower(), "")
    return Reading(" ".join(rest), PERSON, gender, described)


def _begins(words: Sequence[str]) -> int:
    """Return where a name begins behind small letters and titles, or with a given name; 0 where nothing is before."""
    last = max((n for n, word in enumerate(words) if word.islower() and not in_name(word)), default=-1)
    titles = [n for n in range(last + 1, len(words) - 1) if words[n].lower().strip(".") in TITLES | ROLES]
    if titles:
        return titles[-1] + 1 if last >= 0 else 0
    given = next((n for n in range(last + 1, len(words) - 1) if words[n].lower() in GIVEN), last + 1)
    return given if last < 0 or words[last] in JOINING | BEFORE else last + 1


def _common_word(word: str) -> bool:
    return word.lower() in ROLES or known(word.lower().rpartition("-")[2])


def _is_body(name: str, words: Sequence[str], lower: Sequence[str]) -> bool:
    head = OF_PHRASE.split(name, 1)[0].split()
    if len(head) < len(words) and head and head[-1].lower().removesuffix("s") in ROLES | TITLES:
        return False
    if lower[-1] in BODIES or lower[-1].endswith("news") or (head and head[-1].lower() in BODIES) or place.entry(name):
        return True
    return (
        len(words) == 1
        and len(name) > 1
        and name.replace("-", "").isalnum()
        and name[:2].isupper()
        and name[-1:] != "s"
    )


def _common(name: str, words: Sequence[str]) -> Reading:
    """Read a phrase in small letters: "witness", "one of the victims", "company", "inspectors"."""
    head = BEHIND_HEAD.split(name, 1)[0].split()[-1].strip(".,'").lower()
    if words[0] == "one" and "of" in words[1:2]:
        return Reading(name, PERSON, "", None)
    if head in ROLES:
        return Reading(name, PERSON, _pronoun(ROLE_OF.get(head, "")), None)
    if head in TEXTS:
        return Reading(name, MANY if head.endswith("s") and head != "analysis" else TEXT, "", None)
    if head in BODIES:
        return Reading(name, BODY, "", None)
    return Reading(name, MANY if _people(head) else "", "", None)


@lru_cache(maxsize=20_000)
def _people(head: str) -> bool:
    """Say whether a noun in the plural is of people: "they" who say something are no munitions."""
    each = {lemma(head), head.removesuffix("s")} - {head}
    return head in PEOPLE or any(one in PEOPLE or one in BODIES or _human(one) for one in each)


def _human(noun: str) -> bool:
    """Say whether a noun is of somebody: in WordNet's file of people, or by its ending where that has no such noun."""
    if noun in ROLES:
        return True
    synsets = [int(synset[1:]) for synset in tables.senses().get(noun, ()) if synset[0] == "n"]
    return any(each in PEOPLE_SYNSETS for each in synsets) or (
        not synsets and noun.endswith(MAKES_PEOPLE) and noun not in THINGS
    )


@lru_cache(maxsize=20_000)
def may_speak(name: str) -> bool:
    """Say whether who is named may say something: no month, and no common noun of a thing: "imagery", "the process"."""
    if " and " in name:
        return any(may_speak(part) for part in name.split(" and "))
    words = [word.strip(".,'\"…") for word in BEHIND_HEAD.split(COUNTED.sub("", name), 1)[0].split()]
    if not words or not words[-1]:
        return False
    head = words[-1].lower()
    if words[-1][:1].isupper() or not head.isalpha():
        return len(words) > 1 or head not in SHOWING | NO_NAMES
    if head in SHOWING | NO_NAMES or (words[0].lower() in {"any", "no"} and not (_human(head) or _people(head))):
        return False
    if not (known(head) or known(lemma(head))):
        return True
    return head in SPEAKING or _people(head) or _human(head)


def _person(name: str, words: Sequence[str], lower: Sequence[str]) -> Reading:
    title = max((n for n, word in enumerate(lower) if word in TITLES or word in ROLES), default=-1)
    rest = list(words[title + 1 :])
    if rest[:1] == ["of"]:
        title, rest = title + 2, rest[2:] * (len(rest) > 3 and rest[1] != "the")
    while title >= 0 and len(rest) > 2 and rest[0].lower() not in GIVEN and known(rest[0].lower()):
        rest.pop(0)
    while len(rest) > 1 and rest[-1].lower().strip(".,") in BEHIND:
        rest.pop()
    if title >= 0 and (not BEFORE.isdisjoint(lower[:title]) or _common_noun(lower[title], rest)):
        title, rest = -1, []
    if title >= 0 and not _name_like(rest):
        whole = not words[title + 1 :] or lower[title + 1] in JOINING | BEFORE
        return Reading(name, PERSON if whole else "", _pronoun(ROLE_OF.get(lower[title], "")), _role(lower))
    if title < 0 and not _name_like(rest):
        return Reading(name, _text_or_none(lower), "", None)
    if title >= 0 and lower[title] in OFFERED and rest[-1].isupper():
        return Reading(" ".join(rest), BODY, "", None)
    gender = _gender(lower[: title + 1], rest)
    kind = PERSON if title >= 0 or _personal(rest) else _text_or_none(lower)
    short = " ".join(rest)
    if title >= 0 and len(rest) == 1 and (lower[title] not in COURTESY or lower[title] in KNIGHTED & {"sir", "dame"}):
        short = f"{words[title]} {rest[0]}"
    return Reading(short, kind, gender, _role(lower[: title + 1]) if title >= 0 else None)


def _common_noun(title: str, rest: Sequence[str]) -> bool:
    """Say whether a role stands before a common noun and no name: "Member States"."""
    return title not in TITLES and len(rest) == 1 and known(rest[0].lower())


def _text_or_none(lower: Sequence[str]) -> str:
    return TEXT if lower[-1] in TEXTS or ("of" in lower and lower[lower.index("of") - 1] in TEXTS) else ""


def _name_like(words: Sequence[str]) -> bool:
    return 0 < len(words) <= MOST_WORDS and all(in_name(word) for word in words)


def in_name(word: str) -> bool:
    """Say whether a person's name may hold a word: "Moss", "al-Saadi", "van"."""
    return word[:1].isupper() or word.lower() in PARTICLES or (OF_ARTICLE.match(word) is not None)


@lru_cache(maxsize=20_000)
def surname(name: str) -> str:
    """Return what a name is found by: its last word without article and accents, "al-Saadi" as "Saadi"."""
    last = unicodedata.normalize("NFKD", OF_ARTICLE.sub("", name.rpartition(" ")[2]))
    return "".join(each for each in last if not unicodedata.combining(each)).replace("ı", "i").replace("ł", "l")


def _personal(words: Sequence[str]) -> bool:
    """Say whether a name without a title is a person's for certain: by its given name or its initials."""
    return len(words) > 1 and (words[0].lower() in GIVEN or (len(words[0]) == 2 and words[0].endswith(".")))


def _unknown(words: Sequence[str]) -> bool:
    """Say whether no word of a name is a common word."""
    return not any(known(word.lower()) or word.lower() in TEXTS | BODIES for word in words)


def _gender(before: Sequence[str], rest: Sequence[str]) -> str:
    for word in reversed(before):
        known = _pronoun(TITLE_OF.get(word, "")) or _pronoun(ROLE_OF.get(word, ""))
        if known:
            return known
    return GIVEN.get(rest[0].lower(), "") if len(rest) > 1 else ""


def _role(lower: Sequence[str]) -> Role | None:
    """Return the role that a run of lower-case words describes; None where it names none."""
    words = [_same(word) for word in lower if word not in JOINING]
    front = lower[: lower.index("of")] if "of" in lower else lower
    heads = [_same(word) for word in front if word in ROLES or word in KNIGHTED or word in TITLES - COURTESY]
    return Role(heads[-1], frozenset(words)) if heads else None


@lru_cache(maxsize=20_000)
def _same(word: str) -> str:
    plain = word.strip(".,'")
    return tables.spelling().get(plain) or SAME.get(plain, plain)


FRONT = re.compile(r"\s(?:to|for|in|at|with|from|on|by|who|that|since|until|during|and|under|responsible)\s")


@lru_cache(maxsize=20_000)
def role(phrase: str) -> Role | None:
    """Return the role that a phrase describes: "the mayor of Basra", "Deputy Head of the Secretariat"."""
    words = FRONT.split(phrase, 1)[0].lower().split()
    return _role([word.strip(".,'") for word in words if word not in {"the", "a", "an", "his", "her", "its", "their"}])


@lru_cache(maxsize=20_000)
def may_be_person(name: str) -> bool:
    """Say whether a name of unknown kind may be a person's: a few words, all of them capitalised."""
    return _name_like(name.split())


def fits(description: Role, figure: Figure) -> bool:
    """Say whether a figure was introduced in the role described, told apart at least as closely."""
    return any(description.head == known.head and description.words <= known.words for known in figure.roles)
