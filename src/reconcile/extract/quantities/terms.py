"""One number with its currency or unit: what stands between a numeral and the noun that it counts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from reconcile.extract.quantities.numerals import Numeral, numeral
from reconcile.values.units import CURRENCIES, UNITS

SPELLED: Mapping[str, str] = {spelling: key for key, unit in UNITS.items() for spelling in unit.spellings}
SYMBOLS: Mapping[str, str] = {symbol: key for key, unit in UNITS.items() for symbol in unit.symbols}
SIGNS: Mapping[str, str] = {sign: code for code, (_, _, signs) in CURRENCIES.items() for sign in signs.split()}


def _alternatives(words: Mapping[str, str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


SYMBOL = re.compile(rf"(?P<gap>\s?-?)(?P<symbol>{_alternatives(SYMBOLS)})(?![\w²³/])")
SIGN = re.compile(rf"(?:(?<![A-Za-z])(?:{_alternatives(SIGNS)}))\s?\Z")
UNIT_WORD = re.compile(r"(?P<gap>(?:\s+of(?=\s))?[\s\u00a0]+|-|‑)(?P<word>[A-Za-z]+)")
UNIT_WORDS = re.compile(r"[A-Za-z]+(?:[\s-]+[A-Za-z]+){0,4}")
UNIT_BEGINNERS = frozenset(spelling.partition(" ")[0] for spelling in SPELLED)
WORD = re.compile(r"[A-Za-z]+")
GAP = re.compile(r"[\s-]+")
CODE_BEHIND = re.compile(rf"\s?(?P<code>{'|'.join(sorted(CURRENCIES.keys() & SIGNS.keys()))})\b")
"""Codes that also stand before a number; others are words of their own: "40 SAR teams"."""

NEEDS_SPACE = frozenset("s h t g l L J W m in".split())
"""Symbols that may be a plural or a code when they touch the number: "747s", "5G"; "m" there is taken as metres."""

MASS_BEHIND = re.compile(r"\s+of\s|\s*\(")


@dataclass(frozen=True, slots=True)
class Term:
    """A number at ``start`` to ``end`` with its unit, if any. ``joint`` is a hyphen before the unit: "45-minute"."""

    start: int
    end: int
    number: Numeral
    unit: str = ""
    joint: bool = False


def term(text: str, start: int) -> Term | None:
    """Return the number that begins at ``start`` with its currency and unit; None where no number begins."""
    number = numeral(text, start)
    if number is None:
        return None
    if found := SIGN.search(text, max(0, start - 5), start):
        return Term(found.start(), number.end, number, SIGNS[found.group().strip()])
    plus = PLUS.match(text, number.end)
    return with_unit(text, Term(start, plus.end() if plus else number.end, number))


PLUS = re.compile(r"\+(?!\d)|-plus\b", re.IGNORECASE)
"""What stands between a number and its unit: "18+ years"."""


def with_unit(text: str, bare: Term) -> Term:
    """Read the unit behind a term; a number in metres that touches its "m" may have been read as millions."""
    number = bare.number
    if number.kind in UNIT_OF_KIND:
        return replace(bare, unit=UNIT_OF_KIND[number.kind])
    if number.scale == 1e6 and text[number.end - 1] == "m" and not _counts_behind(text, number.end):
        plain = replace(number, end=number.end - 1, low=_over(number.low), high=_over(number.high), scale=1.0)
        return Term(bare.start, number.end, plain, "m")
    return _symbol(text, bare) or _spelled(text, bare) or _code(text, bare) or _age(text, bare) or bare


UNIT_OF_KIND: Mapping[str, str] = {"fraction": "fraction", "most": "fraction", "times": "times"}
"""The unit that a number is in by how it is said."""


def _over(number: float | None) -> float | None:
    return None if number is None else round(number / 1e6, 6)


def _counts_behind(text: str, end: int) -> bool:
    """Say whether people or things follow, so that "m" is millions: "4m people"."""
    counts = COUNTS_BEHIND if text[end - 2].isdigit() else PEOPLE_BEHIND
    return counts.match(text, end, end + 24) is not None


COUNTS_BEHIND = re.compile(r"\s+(?:[A-Z][a-z]+\s+)?(?:[a-z]+s|people|men|women|children|more)\b")
PEOPLE_BEHIND = re.compile(
    r"\s+(?:[A-Z][a-z]+\s+)?(?:people|men|women|children|more|dollars|pounds|euros|users|voters|votes|tonnes|tons|barrels|copies"
    r"|jobs|homes|households|citizens|residents|refugees|workers|members|viewers|passengers|visitors|customers|patients)\b"
)
"""The same where "m" stands apart, and "400 m hurdles" are metres."""


def _symbol(text: str, bare: Term) -> Term | None:
    found = SYMBOL.match(text, bare.end)
    if found is None or (bare.number.kind != "digits" and not SPELLED_OUT.fullmatch(found["symbol"])):
        return None
    if not found["gap"] and found["symbol"] in NEEDS_SPACE and found["symbol"] != "m":
        return None
    if found["gap"].strip() and len(found["symbol"]) == 1:
        return None
    unit, end = SYMBOLS[found["symbol"]], found.end()
    if (behind := PER.match(text, end)) and (whole := SPELLED.get(f"{UNITS[unit].one} {behind['per'].lower()}")):
        unit, end = whole, behind.end()
    return replace(bare, end=end, unit=unit, joint="-" in found["gap"])


SPELLED_OUT = re.compile(r"(?!in\b|bar\b)[A-Za-z]{2,3}\.?|%|[a-z]+/[a-z0-9]+")
"""Symbols that may stand behind a number in words: "ten lbs", not "ten m"."""

PER = re.compile(r"\s+(?P<per>per\s(?:cubic\s|square\s)?[a-z]{3,10})\b")
"""What a symbol is measured by: "6 mg per litre"."""


def _spelled(text: str, bare: Term) -> Term | None:
    found = UNIT_WORD.match(text, bare.end)
    if found is None:
        return None
    if found["gap"] in "-‑" and found["word"] in MADE_UP_OF:
        return replace(bare, end=found.end(), unit=found["word"], joint=True)
    if found["word"].lower() not in UNIT_BEGINNERS:
        return None
    longer = UNIT_WORDS.match(text, found.start("word"))
    ends = [each.end() for each in WORD.finditer(longer.group())] if longer else []
    for end in reversed(ends):
        words = text[found.start("word") : found.start("word") + end].lower()
        if key := SPELLED.get(GAP.sub(" ", words)):
            if key == "year" and found["gap"] in "-‑" and (old := OLD.match(text, found.start("word") + end)):
                end = old.end() - found.start("word")
            return _chosen(text, replace(bare, end=found.start("word") + end, unit=key, joint=found["gap"] in "-‑"))
    return None


PAID = re.compile(
    r"\b(?:costs?|costing|worth|paid|pays?|paying|prices?d?|fine[ds]?|fee|salary|wages?|earn(?:s|ed|ing)?|spen[dt]s?|charged?"
    r"|budget|bill|loan|debt|prize|reward|owed?|raised?|lent|bought|sold)\b[^.;:,]*\Z",
    re.IGNORECASE,
)
"""Before pounds that are money."""

MADE_UP_OF = frozenset(
    """member person man woman strong seat seater storey story floor room bedroom bed judge vehicle car truck page game
    match nation country volume passenger crew door engine wheel lane unit hospital family child goal stage lap hole
    track song episode letter word item step player team volunteer""".split()
)
"""What a thing is said to have so many of, before its noun: "a 12-member panel"."""


def _chosen(text: str, found: Term) -> Term | None:
    """Settle what a word alone does not: pounds of money or weight, seconds and the second, times and Times."""
    word = text[found.number.end : found.end].strip(" -‑+")
    if found.unit == "lb" and word.lower().startswith("pound") and _is_money(text, found):
        return replace(found, unit="GBP")
    if word == "second" and found.number.low != 1 and not found.joint:
        return None
    return None if word[0].isupper() and found.unit in ("times", "min", "s", "in") else found


def _is_money(text: str, pounds: Term) -> bool:
    """Say whether pounds are paid, not weighed."""
    if MASS_BEHIND.match(text, pounds.end):
        return False
    return pounds.number.scale >= 1e6 or PAID.search(text, max(0, pounds.start - 30), pounds.start) is not None


def _age(text: str, bare: Term) -> Term | None:
    """Read years from "aged 68" and "between the ages of 14 and 18"."""
    if bare.number.scale > 1 or bare.number.kind not in ("digits", "words") or (bare.number.high or 0) > LONGEST_LIFE:
        return None
    said = AGE.search(text, max(0, bare.start - 10), bare.start) or _turned(text, bare) or _listed_age(text, bare)
    return replace(bare, unit="year") if said else None


def _listed_age(text: str, bare: Term) -> bool:
    """Say whether a number is a later age of a list: "aged nine, ten and twelve"."""
    behind = FURTHER_AGE_END.match(text, bare.end)
    return behind is not None and FURTHER_AGE.search(text, max(0, bare.start - 60), bare.start) is not None


def _turned(text: str, bare: Term) -> bool:
    """Say whether a person, by name or pronoun, was so old: "Her father, a miner, was 78."."""
    verb = text[max(0, bare.start - 4) : bare.start] in (" is ", "was ", "ned ")
    if not verb or (bare.number.high or 0) < YOUNGEST or bare.number.low != bare.number.high:
        return False
    return bool(TURNED.search(text, max(0, bare.start - 90), bare.start) and AGE_END.match(text, bare.end))


TURNED = re.compile(
    r"(?:\b(?:[Hh]e|[Ss]he|who)|\b[A-Z][a-z][\w’'-]*(?:,[^.;:]{2,60},|,)?)\s+(?:was|is|(?:has|have|had)?\s*turned)\s\Z"
)
AGE_END = re.compile(r"\s*(?:[.;)”\"](?!\d)|,\s|\Z)|\s+(?:when|and|at)\b")
YOUNGEST = 5

OLD = re.compile(r"[-‑]olds?\b")
"""What closes an age that is one word: "36-year-old"."""

AGE = re.compile(r"\b(?:aged|ages?(?:\s+of)?)\s+\Z", re.IGNORECASE)
FURTHER_AGE = re.compile(
    r"\b(?:aged|ages(?:\s+of)?)\s+(?:(?:\d{1,3}|[a-z]{3,9}(?:[\s-][a-z]{3,5})?)(?:,\s+(?:and\s+)?|\s+and\s+))+\Z",
    re.IGNORECASE,
)
"""What stands before the later ages of a list: "aged nine, ten and twelve"."""

FURTHER_AGE_END = re.compile(r"\s*(?:[,.;:)]|(?:and|or|were|was|are|respectively|in|at|from)\b|\Z)")
"""What stands behind an age, and not behind a count: "aged nine and two others"."""

LONGEST_LIFE = 125


def _code(text: str, bare: Term) -> Term | None:
    found = CODE_BEHIND.match(text, bare.end)
    return replace(bare, end=found.end(), unit=found["code"]) if found else None
