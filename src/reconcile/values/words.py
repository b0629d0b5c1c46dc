"""Words, and the concepts that they stand for.

A *term* is a content word of a text under its concept: its lemma, or the one name of a phrase or acronym. How two
concepts compare is in ``values.senses``.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reconcile.values.lexicon import tables

TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’][^\W_]+)?")
"""A dotted acronym ("U.S."), or a run of letters and digits; hyphens part words, as in "nerve-agent"."""

FUNCTION = frozenset(
    """a an the this that these those of in on at by for from to into onto upon with within without about against
    between among through during behind beyond before after above below under over since until till while as
    than and or but nor if because so although though whether which who whom whose what when where why how it
    its he him his she her they them their we us our i me my you your is are was were be been being am has had
    having does did done doing not no never none neither either both each every there here more most less least
    s t re ve ll d m nothing nobody else""".split()
)
"""Words of grammar: they carry polarity and structure, which are read elsewhere, and never what a text is about."""

COMMONEST = 30_000
"""About the count of the commonest content word in SemCor (226,000 tagged words): where a weight reaches nothing."""

NAME_WEIGHT = 0.8
LIGHT_WEIGHT = 0.15
PHRASE_WEIGHT = 0.6
"""A name says much, but every page of a dossier names the same country; a light word says almost nothing."""


@dataclass(frozen=True, slots=True)
class Term:
    """A content word: concept, where it stands in the text (end excluded), weight 0 to 1, and what sort it is.

    ``verb`` says that it stands as one: by its ending, or by what it follows.
    """

    concept: str
    start: int
    end: int
    weight: float
    name: bool = False
    number: bool = False
    verb: bool = False

    @property
    def classes(self) -> frozenset[str]:
        """The statement classes it belongs to; empty for what is not a known verb of fact."""
        return classes(self.concept)


@lru_cache(maxsize=200_000)
def lemma(word: str) -> str:
    """Return the base form of a lower-case word: ``resumed`` to ``resume``, ``studies`` to ``study``.

    After WordNet's Morphy: the list of irregular forms, then the ending that leaves a known word.
    """
    spelling = tables.spelling()
    base = spelling.get(word) or tables.irregular().get(word) or next(filter(known, _bases(word)), _singular(word))
    return spelling.get(base, base)


def _singular(word: str) -> str:
    """Return a word that no table knows without its plural ending."""
    return word[:-1] if word.endswith("s") and len(word) > 4 and not word.endswith(("ss", "us", "is")) else word


def known(word: str) -> bool:
    """Say whether a lower-case word is in any of the tables."""
    return word in tables.counts() or word in tables.spelling() or word in tables.classes()


ENDINGS = (
    ("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("es", "e"), ("es", ""), ("s", ""),
    ("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""), ("ise", "ize"), ("our", "or"),
    ("ier", "y"), ("iest", "y"), ("er", "e"), ("er", ""), ("est", "e"), ("est", ""),
)  # fmt: skip
"""Endings and what they leave, the likelier first; British spellings last."""

PART_OF = dict.fromkeys(["ied", "ed", "ing"], "v") | dict.fromkeys(["er", "ier", "est", "iest"], "a")
"""Endings that only verbs, or only adjectives have: "suited" comes of to suit, and not of a suite."""


def _bases(word: str) -> Iterator[str]:
    """Yield what ``word`` may be a form of. Doubled consonants are undone: ``stopped``, ``stop``."""
    british = word.replace("isation", "ization").replace("ising", "izing").replace("ised", "ized")
    for form in dict.fromkeys((british, word)):
        if not form.endswith(("s", "ed", "ing", "er", "est")) or form.endswith("ss"):
            yield form
        for ending, rest in ENDINGS:
            if form.endswith(ending) and len(form) >= len(ending) + 2:
                base = form[: -len(ending)] + rest
                part = PART_OF.get(ending, "")
                yield from (b for b in (base, base[:-1]) if part in tables.parts().get(b, part))


@lru_cache(maxsize=100_000)
def past(word: str) -> bool:
    """Say whether a lower-case word is a past form of a verb: "stated", "held"; participles look the same."""
    if word.endswith("ed"):
        return "v" in tables.parts().get(lemma(word), "")
    return word in tables.irregular() and "v" in tables.parts().get(lemma(word), "") and not word.endswith(("s", "ing"))


def root(concept: str) -> str:
    """Return the word that ``concept`` is derived from, itself where it is not."""
    return tables.roots().get(concept, concept)


@lru_cache(maxsize=100_000)
def classes(concept: str) -> frozenset[str]:
    """Return the statement classes of a concept, by itself or by its root."""
    table = tables.classes()
    derived = frozenset() if concept.endswith(AGENT) else table.get(root(concept), frozenset())
    return table.get(concept) or derived


AGENT = ("er", "or", "ist", "ment")
"""Endings of nouns for who or what does it, and not for the doing: generator, inspector, equipment."""


@lru_cache(maxsize=100_000)
def weight(concept: str) -> float:
    """Return how much a lower-case concept says about what a text is about: rare words more (0.15 to 1)."""
    if concept in tables.light() or tables.parts().get(concept) == "r":
        return LIGHT_WEIGHT
    count = tables.counts().get(concept, 0)
    return max(LIGHT_WEIGHT, 1 - math.log1p(count) / math.log(COMMONEST))


@lru_cache(maxsize=50_000)
def terms(text: str) -> tuple[Term, ...]:
    """Return the content words of ``text`` in order."""
    tokens = [(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text)]
    found: list[Term] = []
    position = 0
    while position < len(tokens):
        taken = _phrase(tokens, position) or _acronym(tokens, position) or _word(text, tokens, position)
        found += taken.terms
        position += taken.tokens
    return tuple(_compounded(found, text))


@dataclass(frozen=True, slots=True)
class _Taken:
    """What the next so many tokens make."""

    tokens: int
    terms: tuple[Term, ...]


Token = tuple[str, int, int]


def _phrase(tokens: Sequence[Token], position: int) -> _Taken | None:
    for length in (4, 3, 2):
        run = tokens[position : position + length]
        written = tuple(token.lower() for token, _, _ in run)
        word = tables.phrases().get(written) or tables.phrases().get(tuple(map(lemma, written)))
        if word and len(run) == length:
            return _Taken(length, (Term(word, run[0][1], run[-1][2], PHRASE_WEIGHT),))
    return None


def _acronym(tokens: Sequence[Token], position: int) -> _Taken | None:
    token, start, end = tokens[position]
    letters = token.replace(".", "")
    meaning = tables.concepts()["acronyms"].get(letters) if letters.isupper() and len(letters) > 1 else None
    if meaning is None:
        return None
    if meaning[0].isupper():
        return _Taken(1, (Term(meaning.lower().replace(" ", "_"), start, end, NAME_WEIGHT, name=True),))
    return _Taken(1, tuple(replace(term, start=start, end=end) for term in terms(meaning)))


def _word(text: str, tokens: Sequence[Token], position: int) -> _Taken:
    token, start, end = tokens[position]
    word = token.lower().replace("’", "'").removesuffix("'s")
    if word in FUNCTION or (len(word) == 1 and not word.isdigit()):
        return _Taken(1, ())
    if word[0].isdigit() or (token.istitle() and word in CALENDAR):
        return _Taken(1, (Term(word, start, end, LIGHT_WEIGHT, number=True),))
    base = lemma(word)
    if base in tables.above() and not token.istitle():
        return _Taken(1, (Term(base, start, end, NAME_WEIGHT),))
    if token[0].isupper() and not (_opens_sentence(text, start) and known(base)):
        return _two_names(tokens, position) or _Taken(1, (Term(base, start, end, NAME_WEIGHT, name=True),))
    return _Taken(1, (Term(base, start, end, weight(base), verb=_is_verb(word, base, tokens, position)),))


MONTHS = frozenset("january february march april may june july august september october november december".split())
CALENDAR = MONTHS | frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
"""Names of months and days: parts of dates, which are compared as dates."""

DETERMINERS = frozenset("a an the this that these those its his her their our no any some".split())
BEFORE_VERBS = frozenset(
    "to not never can could may might will would shall should must did does do cannot didn't doesn't don't".split()
)


def _governs(word: str, tokens: Sequence[Token], position: int) -> bool:
    """Say whether a form in -s stands between its subject and its object: "the senator supports the bill"."""
    after = tokens[position + 1][0].lower() if position + 1 < len(tokens) else ""
    return (
        word.endswith("s")
        and position > 0
        and after in OBJECT_OPENERS
        and tokens[position - 1][0].lower() not in FUNCTION
    )


OBJECT_OPENERS = DETERMINERS | frozenset(["that", "him", "her", "them", "it", "all", "both", "two", "three"])


def _describes(before: str, tokens: Sequence[Token], position: int) -> bool:
    """Say whether a participle describes the noun behind it: "old, abandoned munitions"."""
    after = tokens[position + 1][0].lower() if position + 1 < len(tokens) else ""
    parts = tables.parts()
    return "a" in parts.get(before, "") and before not in FUNCTION and "n" in parts.get(lemma(after), "")


def _is_verb(word: str, base: str, tokens: Sequence[Token], position: int) -> bool:
    """Say whether a word stands as a verb: a verb and nothing else, or one by its ending or by the word before it.

    After an article a participle is an adjective: "the captured trailers".
    """
    parts = tables.parts().get(base, "")
    before = tokens[position - 1][0].lower() if position else ""
    if "v" not in parts or before in DETERMINERS or (word.endswith("ed") and _describes(before, tokens, position)):
        return False
    inflected = word != base and (word.endswith(("ed", "ing")) or word in tables.irregular())
    return parts == "v" or inflected or before in BEFORE_VERBS or _governs(word, tokens, position)


COUNTRIES = frozenset(
    {("united", "states"), ("united", "kingdom"), ("united", "nations"), ("saudi", "arabia"), ("north", "korea"),
     ("south", "korea"), ("south", "africa"), ("soviet", "union"), ("european", "union"), ("islamic", "state")}
)  # fmt: skip
"""Names of two words whose single words mean something else."""


def _two_names(tokens: Sequence[Token], position: int) -> _Taken | None:
    run = tokens[position : position + 2]
    pair = tuple(token.lower() for token, _, _ in run)
    if pair not in COUNTRIES:
        return None
    return _Taken(2, (Term("_".join(pair), run[0][1], run[1][2], NAME_WEIGHT, name=True),))


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip("\"'“‘( ")
    return not before or before[-1] in ".!?:\n"


JOINS = re.compile(r"[\s,\-]*(?:and|or|&)?[\s\-]*", re.IGNORECASE)
"""What may stand between adjectives that share a head: "nuclear, chemical or biological weapons"."""


def _compounded(found: Sequence[Term], text: str) -> Iterator[Term]:
    """Yield the terms with each modifier and its head made one: chemical and biological weapons are two things."""
    spec = tables.concepts()["compounds"]
    position = 0
    while position < len(found):
        run = position
        while run < len(found) and found[run].concept in spec["modifiers"]:
            if run > position and not JOINS.fullmatch(text[found[run - 1].end : found[run].start]):
                break
            run += 1
        head = found[run] if run < len(found) else None
        if run > position and head and head.concept in spec["heads"] and _adjacent(text, found[run - 1], head):
            yield from _joined(found[position:run], head, spec)
            position = run + 1
        else:
            yield found[position]
            position += 1


def _adjacent(text: str, left: Term, right: Term) -> bool:
    return left.end <= right.start and text[left.end : right.start].strip(" -\n\r\t\u00a0") == ""


def _joined(modifiers: Sequence[Term], head: Term, spec: dict[str, str]) -> Iterator[Term]:
    for modifier in modifiers:
        said = f"{modifier.concept} {head.concept}"
        concept = spec.get(said, said.replace(" ", "_"))
        end = head.end if modifier is modifiers[-1] else modifier.end
        yield Term(concept, modifier.start, end, max(modifier.weight, head.weight, 0.5))
