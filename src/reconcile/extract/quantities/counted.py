"""What a number counts: the noun phrase behind it, its head in the singular, and what is named beside a measure."""

import re
from dataclasses import dataclass

from reconcile.extract.quantities.numerals import ONES
from reconcile.values.quantity import IRREGULAR, MEN, PLURALS_IN_IS, singular

LONGEST_PHRASE = 7
"""Words looked at for a head. Longer premodifiers hardly occur; a verb is then more likely on the way."""

TOKEN = re.compile(r"(?:[\s\u00a0]+\([a-z][a-z/ -]{1,40}\))?[\s\u00a0]+[“\"‘\[]?([^\W\d_](?:[\w‑-]|[’'.](?=\w))*[’']?)")
MEASURE = re.compile(
    r"[\s\u00a0]+\d+(?:[.,]\d+)?\s?-?(?:mm|cm|m|km|kg|t|lb|inch|gallon|litre|liter|foot|kiloton)\b[-\w]*"
)
NUMBERED = re.compile(
    r"[\s\u00a0]+(?:of\s+)?(?:the|these|those|its|his|her|their|our|all|more|other|further|additional|extra|such)\b|[\s\u00a0]+of\b",
    re.IGNORECASE,
)

DETERMINERS = re.compile(
    r"\s+(?:of\s+)?(?:(?:the|these|those|its|his|her|their|our|all|more|other|further|additional|extra|such)\s+)*(?=\S)",
    re.IGNORECASE,
)
RATE = re.compile(r"\s+per\s+(?P<number>\d[\d,]*|million|thousand|hundred)\b")

STOPS = frozenset(
    """a about above according after against ago all along also although am among an and any apart are around as aside
    at away back be because become became been before began being below between both but by came can can't could
    did do does doing done down due during each earlier either else ever every except for from further gave get
    given go goes going gone got had has have having he hence her here hers him his how however i if in
    including inside instead into is it its itself just later least less like likely made make makes making many
    may me might mine more moreover most much must my near nearly neither never no none nor not now of off on
    once only onto or other otherwise our ours out outside over own per perhaps put quite rather said same saw
    say says seem seemed seems several shall she should showed since so some still such take taken takes than
    that the their theirs them themselves then there thereby these they this those though through throughout
    thus to together told too took toward towards under unless unlike until up upon us use used using very via
    was we well went were what when where whereas whether which while who whom whose why will with within
    without would yet you your overall annually daily weekly monthly yearly long short alone aged old
    respectively altogether worldwide nationwide lay lie stood remained found reported believe believed died
    arrived left fell rose fled grew ran led held met won lost sought tried needed wanted want wants include
    includes contained contain contains produced produce destroyed destroy declared declare discovered recovered
    received sent sold bought live living work remain remains require required exist existed account
    accounted occurred happened known equipped filled armed loaded based located caused involving involved
    belonging representing capable containing carrying meaning leaving causing killing wounding injuring seized
    captured arrested survived escaped perished vanished drowned disappeared""".split()
)
"""Words that end a noun phrase: function words, and verbs and adverbs that stand behind nouns."""

COLLECTIVE = frozenset(
    """people men women children personnel troops aircraft police cattle dead injured wounded missing killed staff
    sheep others casualties unaccounted hospitalised hospitalized infected displaced homeless spacecraft fish
    deer infantry cavalry clergy crew""".split()
)
NOT_HEADS = frozenset(
    """us as is was his its this thus plus less yes gas various previous serious religious famous numerous dangerous
    hazardous suspicious indigenous anonymous continuous tremendous""".split()
)
ABBREVIATION = re.compile(r"(?:[A-Z]\.)+[A-Z]")
LAST = re.compile(r"[,.;:!?)\]}”\"—–]|\s+\((?![a-z][a-z/ -]{1,40}\)\s)|\Z")
OF = re.compile(r"\s+of\s+(?:(?:the|its|his|her|their|our|these|those|all|a|an|such|this|that)\s+)*", re.IGNORECASE)
COORDINATE = re.compile(
    r"(?P<joint>\s*,?\s+(?:and|or)|\s*,)\s+"
    r"(?P<words>(?:(?!and\b|or\b)[A-Za-z][\w‑-]*\s+){0,2}?[a-z][\w‑-]*s)\b(?!-)"
)
PRONOUN = re.compile(
    r"\s+of\s+(?:(?:them|whom|which|us|you)\b|(?:those|these)\b(?=\s*(?:[,.;:)”\"]|\Z)|\s+(?:were|was|are|is|had|have|has|who"
    r"|which|that|in|on|at|from|to|with|by|can|could|would|will|may|might|and|or|did|do|remain|remained|not)\b))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What is counted: the singular head ("warhead"), the phrase with its modifiers, and where it ends."""

    unit: str
    counted: str
    end: int


NOTHING = Phrase("", "", -1)


def phrase(text: str, start: int, *, one: bool) -> Phrase:
    """Return the noun phrase that follows ``start``; ``one`` lets a singular noun be the head.

    "chemical warheads, shells and bombs" has the joint head "warhead, shell and bomb": counting them together is
    another count than that of one of them.
    """
    if text[start : start + 1] in CLOSING and text[start + 1 : start + 2] == " ":
        start += 1
    if not one:
        start = _after_determiner(text, start) if NUMBERED.match(text, start) else start
        copula = COPULA.match(text, start)
        start = copula.end() if copula else start
    words, ends = _words(text, start, joined=not one)
    index = _head(words, one=one)
    if index is None:
        return NOTHING
    noun, end = " ".join(words[: index + 1]).rstrip("’'"), ends[index]
    head = singular(noun.rpartition(" ")[2]).lower()
    joint, end = _coordinated(text, end)
    if joint:
        heads = [head, *(singular(each.rpartition(" ")[2].lower()) for each in joint)]
        whole = [singular(noun), *(singular(each) for each in joint)]
        return Phrase(_listed(heads), _listed(whole), end)
    if rate := RATE.match(text, end):
        return Phrase(f"{head} per {rate['number']}", f"{singular(noun)} per {rate['number']}", end)
    return Phrase(head, f"{singular(noun)}{_of(text, end)}", end)


def _listed(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _after_determiner(text: str, start: int) -> int:
    if PRONOUN.match(text, start):
        return len(text)
    found = DETERMINERS.match(text, start)
    return found.end() - 1 if found else start


def _words(text: str, start: int, *, joined: bool = False) -> tuple[list[str], list[int]]:
    """Return the words up to where a noun phrase must end, and where each ends.

    Calibres and adverbs ("newly", "most", "well") are stepped over; ``joined`` goes on past an "and" between
    adjectives: "state and federal agencies".
    """
    words: list[str] = []
    ends: list[int] = []
    while len(words) < LONGEST_PHRASE:
        while measure := MEASURE.match(text, start):
            start = measure.end()
        found = TOKEN.match(text, start)
        if found is None or not (word := found[1]):
            break
        start = found.end(1)
        adverb = word.endswith("ly") or word in DEGREES or (joined and words and word in ("and", "or", "but"))
        if (adverb or word in STOPS) and not _premodifies(
            text, start, words, adverb or (joined and word in PARTICIPLES)
        ):
            break
        if adverb:
            continue
        words.append(word)
        ends.append(start)
        if ABBREVIATION.fullmatch(word) and text[start : start + 2] == ". ":
            start += 1
            continue
        if LAST.match(text, start):
            break
    return words, ends


def _premodifies(text: str, end: int, words: list[str], may: bool) -> bool:
    """Say whether a word that may end a phrase is inside one: no plural has come yet, and a noun may follow."""
    if not may or any(plural(each) for each in words):
        return False
    behind = TOKEN.match(text, end)
    return behind is not None and (behind[1] not in STOPS or behind[1] in PARTICIPLES)


CLOSING = ("”", '"', "’")
"""Marks that may close a quotation of the number alone: “up to 20” missiles."""

PARTICIPLES = frozenset(
    """known equipped filled armed loaded based captured arrested seized produced destroyed declared discovered
    recovered reported short long aged old lost needed wanted used required live living unaccounted""".split()
)
"""Words that end a phrase, "five were declared", unless they stand in it: "five declared sites"."""

DEGREES = frozenset("most more very well less quite rather ever much only".split())
"""Words before an adjective that are no part of what is counted: "the three most powerful factors"."""

COPULA = re.compile(r"\s+(?:of\s+(?:them|these|those|which|whom)\s+)?(?:were|are)(?=\s)")
"""Between a number and what it counts: "of whom 12 were children"."""


def _head(words: list[str], *, one: bool) -> int | None:
    for i, word in enumerate(words):
        if one and word[0].isupper() and i == 0 and len(words) > 1:
            continue
        if not one and plural(word) and not ("-" in word and i + 1 < len(words)):
            while i + 1 < len(words) and plural(words[i + 1]):
                i += 1
            return i
    if not one or not words:
        return None
    last = min(len(words), 3) - 1
    while last > 0 and words[last].endswith("ed"):
        last -= 1
    return last


def plural(word: str) -> bool:
    """Say whether a word looks like a plural noun, or is one of those that stand for several."""
    lower = word.lower().rstrip("’'")
    if lower.endswith("s") and len(lower) > 2 and word[: len(lower) - 1].isupper():
        return True
    if lower.endswith(("'s", "’s")):
        return False
    lower = lower.replace("‑", "-").rpartition("-")[2]
    if lower in PLURALS_IN_IS:
        return True
    if lower in COLLECTIVE or MEN.match(lower) or (lower in IRREGULAR and IRREGULAR[lower] != lower):
        return True
    return len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and lower not in NOT_HEADS


def _coordinated(text: str, end: int) -> tuple[list[str], int]:
    """Return further plural heads behind the first, when the list is closed by "and" or "or"."""
    found: list[str] = []
    start = end
    while len(found) < LONGEST_PHRASE and (more := COORDINATE.match(text, start, start + 60)):
        words = more["words"].split()
        if any(word.lower() in STOPS or word.lower() in ONES for word in words) or not plural(words[-1]):
            break
        found.append(more["words"])
        start = more.end()
        if more["joint"].strip(" ,\n\t"):
            return found, start
    return [], end


def _of(text: str, end: int) -> str:
    stuff = substance(text, end)
    return f" of {stuff}" if stuff else ""


def substance(text: str, end: int) -> str:
    """Return what is named behind "of": "180 tons of sodium cyanide", "sodium cyanide"; empty where nothing is."""
    found = OF.match(text, end)
    if found is None:
        return ""
    words, _ = _words(text, found.end() - 1)
    while len(words) > 1 and words[-1].endswith("ed"):
        words.pop()
    last = next((i for i, word in enumerate(words) if plural(word) and "-" not in word), min(len(words), 4) - 1)
    return singular(" ".join(words[: last + 1])) if words else ""
