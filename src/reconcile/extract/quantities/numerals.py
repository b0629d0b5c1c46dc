"""Numbers as they are written: digits, words, scales, fractions, and numbers without digits ("tens of thousands")."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

ONES: Mapping[str, int] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES: Mapping[str, float] = {
    "hundred": 100, "dozen": 12, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5,
    "crore": 1e7, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "k": 1e3, "tn": 1e12, "M": 1e6, "B": 1e9, "K": 1e3,
}  # fmt: skip
PARTS: Mapping[str, int] = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
                            "ninth": 9, "tenth": 10}  # fmt: skip
SIGNS: Mapping[str, float] = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75}

Range = tuple[float | None, float | None]
CROWDS: Mapping[str, Range] = {
    "tens": (20, 99), "dozens": (24, 99), "scores": (40, 199), "hundreds": (200, 999), "thousands": (2e3, 9_999),
    "millions": (2e6, 9_999_999), "billions": (2e9, 9_999_999_999),
}  # fmt: skip
"""Plural scales: from two of them to one short of ten; dozens to 99, since "hundreds" would be said from there."""

FEW: Mapping[str, Range] = {
    "several": (3, 9), "a few": (2, 9), "a couple of": (2, 3), "a couple": (2, 3), "multiple": (2, None),
    "numerous": (None, None), "much of": (None, None), "countless": (None, None), "innumerable": (None, None),
    "many": (None, None), "lots of": (None, None), "some": (None, None), "few": (None, None), "various": (None, None),
    "little": (None, None),
}  # fmt: skip
"""Words for a number that give no number, as far as usage bounds them."""

FEW_OF: Mapping[str, Range] = {
    "handful": (2, 9), "pair": (2, 2), "number": (None, None), "variety": (None, None), "multitude": (None, None),
    "host": (None, None), "array": (None, None), "lot": (None, None), "range": (None, None), "series": (None, None),
    "proportion": (None, None), "minority": (None, None), "quantity": (None, None), "amount": (None, None),
    "deal": (None, None),
}  # fmt: skip
"""The same with an article before them and "of" behind: "a growing number of"."""

AMOUNTS = ("quantities", "numbers", "amounts", "volumes", "proportions")
"""The same in the plural, with their size before them: "large quantities of"."""

STUFF = (
    "access|action|activity|aid|attention|benefit|chance|change|choice|clarity|comfort|confidence|contact|cooperation|"
    "coverage|credibility|credit|damage|data|debate|detail|difference|difficulty|discussion|effect|effort|enthusiasm|"
    "evidence|experience|faith|food|freedom|growth|help|hope|impact|importance|indication|influence|information|intelligence|"
    "interest|knowledge|material|mention|money|movement|need|notice|opportunity|opposition|power|progress|proof|prospect|"
    "protection|rain|rainfall|reason|reference|relief|research|resistance|respect|room|scope|sense|sign|success|support|"
    "sympathy|time|trace|traffic|training|trust|understanding|use|value|violence|warning|water|weight|work"
)
"""What there is little of, where "little" is a quantity and no size: "little information", "a little house"."""

LONGEST_INTEGER = 15
"""Digits beyond which a row of digits is a code, not a count."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at ``start`` to ``end``.

    ``kind`` is "digits", "words", "vague", "fraction", "most" (a share without a number) or "times".

    ``scaled`` says that a scale word is part of it, so that the first number of a range may borrow it.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    kind: str
    scale: float = 1.0


WORD = "|".join(sorted(ONES, key=len, reverse=True))
BIG = r"hundred|thousand|million|billion|trillion|dozen|lakh|crore"
DIGITS = re.compile(
    r"(?P<figures>(?:\d{1,3}(?:,[\dO]{3})+|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+|\d{1,3}(?:\x20000)+|\d+)(?:\.\d+)?)"
    r"(?P<sign>[½⅓⅔¼¾])?"
    rf"(?:(?:\s{{1,3}}|-)(?P<scale>{BIG})\b|\s?(?P<short>mn|mln|bn|tn|[mkMBK])(?![\w²³/]))?"
)
NO_FIGURE = re.compile(r"[^\d.]")
FIRST_WORD = re.compile(rf"(?:an?\s+)?(?P<word>{BIG})\b|(?P<one>{WORD})\b", re.IGNORECASE)
NEXT_WORD = re.compile(rf"[\s-]+(?P<and>and\s+)?(?P<word>{WORD}|{BIG})\b", re.IGNORECASE)
MOST_WORDS = 16
AND_A_HALF = re.compile(rf"[\s-]+and[\s-]+a[\s-]+half(?:[\s-]+(?P<scale>{BIG})\b)?", re.IGNORECASE)
HALF_A = re.compile(
    rf"(?:half|(?P<quarter>a\s+quarter)(?:\s+of)?)\s+(?:an?\s+)?(?P<scale>{BIG})\b|half\s+an?(?=\s+(?:hour|mile|century|decade|day|year|kilo)s?\b)",
    re.IGNORECASE,
)
CROWD = re.compile(
    r"(?P<few>several|a\s+few|many|some)?\s*\b(?P<crowd>tens|dozens|scores|hundreds|thousands|millions|billions)\b"
    r"(?:\s+of\s+(?P<of>hundreds|thousands|millions|billions)\b)?",
    re.IGNORECASE,
)
FEW_SCALE = re.compile(
    r"(?P<few>several|a\s+few|a\s+couple(?:\s+of)?)\s+(?P<scale>hundred|thousand|million|billion|dozen)"
    r"(?:\s+(?P<more>thousand|million|billion))?\b",
    re.IGNORECASE,
)
SIZES = (
    r"(?:(?:very|quite)\s+)?(?:large|small|great|huge|vast|big|good|significant|substantial|considerable|limited|growing"
    r"|increasing|tiny|fair|wide|whole|certain|larger|greater|smaller|record|enormous|unknown|high|low|sizeable|sizable|wide|broad"
    r"|full|diverse|massive|militarily\s+significant|great)"
)
ONE_OF = "time|day|week|month|year|hour|minute|second|degree|point|way|kind|sort|form|type|extent|thing|such|more|other"
"""Words behind "some" and "few" with which they count nothing: "some time", "some degree of"."""

MEASURED = rf"(?:range|amount|quantity|proportion)\s+of\s+(?:[\d$€£]|(?:about|around|up|over|more|between|{WORD})\b)"
"""What is no number itself, since one follows: "a range of 150 km"."""

FEW_ALONE = re.compile(
    rf"(?:several|a\s+few|a\s+couple(?:\s+of)?|multiple|numerous|much\s+of|countless|innumerable|many|lots\s+of"
    rf"|(?:some|few|various)(?=\s+[a-z])(?!\s+(?:{WORD}|{BIG}|{ONE_OF})\b)"
    rf"|little(?=\s+(?:or\s+no\s+)?(?:(?!of\b|the\b|to\b)[\w-]+\s+){{0,2}}?(?:{STUFF})\b)"
    rf"|an?\s+(?:{SIZES}\s+)?(?!{MEASURED})(?P<crowd>{'|'.join(FEW_OF)})\s+of"
    rf"|{SIZES}\s+(?P<amount>{'|'.join(AMOUNTS)})\s+of)\b"
    r"(?!\s+(?:of\s+)?(?:tens|dozens|scores|hundreds|thousands|millions|billions)\b)",
    re.IGNORECASE,
)
FRACTION = re.compile(
    rf"(?:(?P<top>an?|{WORD})[\s-]+)(?P<part>{'|'.join(PARTS)})(?P<many>s|halves)?\b"
    r"(?P<of>\s+of\b)?|(?P<half>half)(?=\s+(?:of|the|its|his|her|their|our|all|that|this)\b)",
    re.IGNORECASE,
)
COMPARED = re.compile(
    r"\b(?:than|about|nearly|almost|over|around|roughly|least|under|approximately|only|barely|just|some|to|by)\s+\Z",
    re.IGNORECASE,
)
BARE_HALF = re.compile(
    r"half(?=\s*[,.;)]|\s+(?:were|was|are|is|had|have|has|did|do|died|came|in|on|from|said|who|that|voted|agreed"
    r"|lived|survived|supported|opposed|wanted|believed|remained)\b)",
    re.IGNORECASE,
)
"""Half of what was named before: "more than half were found"."""

SHARE = re.compile(
    rf"(?P<part>{WORD}|\d{{1,6}})[\s-](?:out\s+of(?:\s+every)?|(?<=one[\s-])in(?:\s+every)?|(?<=\b1[\s-])in(?:\s+every)?)[\s-]"
    rf"(?P<whole>{WORD}|(?:an?\s+)?(?:hundred|thousand|million)|\d{{1,6}})\b(?![\d,.%]*[\d%])",
    re.IGNORECASE,
)
TIMES = re.compile(rf"(?P<word>twice|thrice)\b|(?P<fold>{WORD}|\d{1, 6})[\s-]?fold\b", re.IGNORECASE)
BY_HOW_MUCH = (
    "(?:vast|great|large|overwhelming|clear|simple|slim|narrow|small|bare|absolute|huge|substantial|big|sizable)"
)
MAJORITY = re.compile(
    rf"most(?P<of>\s+of)?\b(?!\s+\w+ly\b)|(?:the|an?)\s+(?:{BY_HOW_MUCH}\s+)?majority(?P<whole>\s+of)\b",
    re.IGNORECASE,
)


def _clean(word: str) -> str:
    return re.sub(r"\s+", " ", word.lower())


def _digits(text: str, start: int) -> Numeral | None:
    found = DIGITS.match(text, start)
    if found is None:
        return None
    plain = NO_FIGURE.sub("", found["figures"].replace("O", "0"))
    if len(plain.split(".")[0]) > LONGEST_INTEGER:
        return None
    scale = SCALES[(found["scale"] or "").lower()] if found["scale"] else SCALES.get(found["short"] or "", 1.0)
    value = round((float(plain) + SIGNS.get(found["sign"] or "", 0.0)) * scale, 6)
    return Numeral(start, found.end(), value, value, "digits", scale)


def _words(text: str, start: int) -> Numeral | None:
    found = FIRST_WORD.match(text, start)
    if found is None:
        return None
    words, end = [(found["word"] or found["one"]).lower()], found.end()
    while (found := NEXT_WORD.match(text, end)) and _continues(words[-1], found) and len(words) < MOST_WORDS:
        words.append(found["word"].lower())
        end = found.end()
    value, scale = value_of(words), max((SCALES[word] for word in words if word in SCALES), default=1.0)
    if half := AND_A_HALF.match(text, end):
        whole = SCALES.get(words[-1], 1.0)
        scale = SCALES.get((half["scale"] or "").lower(), whole)
        value, end = (value / whole + 0.5) * scale, half.end()
    return Numeral(start, end, value, value, "words", scale)


def _continues(last: str, found: re.Match[str]) -> bool:
    """Say whether the next word is of the same number: twenty-two, hundred and twelve; not "four and ten"."""
    word = found["word"].lower()
    if last in SCALES:
        return not (found["and"] and word in SCALES)
    if word in SCALES:
        return not found["and"]
    return ONES[last] >= 20 and 0 < ONES[word] < 10 and not found["and"]


def value_of(words: list[str]) -> float:
    """Return what number words come to: ["two", "hundred", "twelve", "thousand"], 212000."""
    total, current = 0.0, 0.0
    for word in words:
        if word in ONES:
            current += ONES[word]
        elif SCALES[word] >= 1000:
            total, current = total + max(current, 1) * SCALES[word], 0.0
        else:
            current = max(current, 1) * SCALES[word]
    return total + current


def _half_a(text: str, start: int) -> Numeral | None:
    found = HALF_A.match(text, start)
    if found is None:
        return None
    value = (0.25 if found["quarter"] else 0.5) * SCALES.get((found["scale"] or "").lower(), 1.0)
    return Numeral(start, found.end(), value, value, "words")


def _crowd(text: str, start: int) -> Numeral | None:
    found = CROWD.match(text, start)
    if found is None:
        return None
    low, high = CROWDS[found["crowd"].lower()]
    if found["of"] and low and high:
        scale = {"hundreds": 100, "thousands": 1e3, "millions": 1e6, "billions": 1e9}[found["of"].lower()]
        low, high = low * scale, (high + 1) * scale - 1
    return Numeral(start, found.end(), low, high, "vague")


def _few(text: str, start: int) -> Numeral | None:
    if scaled := FEW_SCALE.match(text, start):
        low, scale = (3 if scaled["few"].lower() == "several" else 2), SCALES[scaled["scale"].lower()]
        scale *= SCALES[scaled["more"].lower()] if scaled["more"] else 1
        return Numeral(start, scaled.end(), (low - (low == 3)) * scale, 10 * scale - 1, "vague")
    found = FEW_ALONE.match(text, start)
    if found is None:
        return None
    if found["amount"]:
        return Numeral(start, found.end(), None, None, "vague")
    bounds = FEW_OF[found["crowd"].lower()] if found["crowd"] else FEW[_clean(found.group())]
    return Numeral(start, found.end(), *bounds, "vague")


def _fraction(text: str, start: int) -> Numeral | None:
    found = FRACTION.match(text, start)
    if found is None:
        bare = BARE_HALF.match(text, start) if COMPARED.search(text, max(0, start - 12), start) else None
        return Numeral(start, bare.end(), 0.5, 0.5, "fraction") if bare else None
    if found["half"]:
        return Numeral(start, found.end(), 0.5, 0.5, "fraction")
    top = ONES.get(found["top"].lower(), 1)
    if top >= 20:
        return None
    hyphened = "-" in found.group()
    compared = COMPARED.search(text, max(0, start - 12), start)
    if not (found["many"] or found["of"] or hyphened or compared) or (
        hyphened and top == 1 and not found["of"] and found["part"] != "half"
    ):
        return None
    value, of = top / PARTS[found["part"].lower()], found["of"] or ""
    return Numeral(start, found.end() - len(of), value, value, "fraction")


def _times(text: str, start: int) -> Numeral | None:
    found = TIMES.match(text, start)
    if found is None:
        return None
    word = (found["word"] or found["fold"]).lower()
    value = {"twice": 2.0, "thrice": 3.0}.get(word) or _plain(word)
    return Numeral(start, found.end(), value, value, "times")


def _plain(word: str) -> float:
    """Return what one word or one run of digits comes to."""
    known = ONES.get(word, SCALES.get(word.rpartition(" ")[2]))
    return float(word) if known is None else float(known)


def _share(text: str, start: int) -> Numeral | None:
    """Read "one in five" and "nine out of ten"."""
    found = SHARE.match(text, start)
    if found is None:
        return None
    part, whole = (_plain(found[each].lower()) for each in ("part", "whole"))
    if not 0 < part < whole:
        return None
    return Numeral(start, found.end(), part / whole, part / whole, "fraction")


def _majority(text: str, start: int) -> Numeral | None:
    found = MAJORITY.match(text, start)
    if found is None:
        return None
    return Numeral(start, found.end() - len(found["of"] or found["whole"] or ""), 0.5, 1.0, "most")


FIRST: Mapping[str, tuple[Callable[[str, int], Numeral | None], ...]] = {
    **dict.fromkeys(ONES, (_times, _share, _fraction, _words)),
    **dict.fromkeys((f"{word}fold" for word in ONES), (_times,)),
    **dict.fromkeys(("twice", "thrice"), (_times,)),
    **dict.fromkeys(("hundred", "thousand", "million", "billion", "trillion", "dozen", "lakh", "crore"), (_words,)),
    **dict.fromkeys(CROWDS, (_crowd,)),
    **dict.fromkeys(("a", "an"), (_half_a, _fraction, _few, _crowd, _majority, _words)),
    "half": (_half_a, _fraction),
    "several": (_few, _crowd),
    "many": (_crowd, _few),
    "lots": (_few,),
    "much": (_few,),
    "most": (_majority,),
    "the": (_majority,),
    **dict.fromkeys(("multiple", "numerous", "countless", "innumerable", "some", "few", "various", "little"), (_few,)),
}
"""Ways to read a number by its first word, the more particular first."""

AFTER_ARTICLE = frozenset(
    """hundred thousand million billion trillion dozen lakh crore few couple handful number pair variety multitude host
    array lot majority half third quarter fifth sixth seventh eighth ninth tenth range series proportion minority
    quantity amount deal""".split()
)
"""Words of a number that may have an article before them, which is then part of it: "a hundred", "the majority"."""

ARTICLE = re.compile(rf"\b(?:an?|the|many)\s+(?:{SIZES}\s+|{BY_HOW_MUCH}\s+)?\Z", re.IGNORECASE)
SIZE = re.compile(rf"\b{SIZES}\s+\Z", re.IGNORECASE)
LONGEST_ARTICLE = 24
WORD_AT = re.compile(r"[a-z]+", re.IGNORECASE)


def trie(words: Iterable[str]) -> str:
    """Return a pattern for any of ``words`` that shares their beginnings: six times as fast as an alternation."""
    heads: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        heads.setdefault(word[:1], []).append(word[1:])
    ends = "?" if "" in heads else ""
    branches = [head + trie(rest) for head, rest in heads.items() if head]
    return f"(?:{'|'.join(branches)}){ends}" if branches else ""


OPENERS = ({*FIRST, *AMOUNTS} - {"a", "an", "the"}) | AFTER_ARTICLE


def scanner(further: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds, in lower-case text with a space before it, where a number may begin.

    A match is a run of digits, or a character and, as its group, a word of a number or one of ``further``.
    """
    return re.compile(rf"[0-9]+|[^a-z0-9]({trie(OPENERS | set(further))})\b")


def lowered(text: str) -> str:
    """Return ``text`` in lower case, character by character: only the dotted capital I would become two."""
    return text.lower() if "\u0130" not in text else text.replace("\u0130", "I").lower()


def opening(text: str, start: int, word: str) -> int:
    """Return where a number with ``word`` at ``start`` begins: at its article or its size, where it has one."""
    before = ARTICLE if word in AFTER_ARTICLE else SIZE if word in AMOUNTS else None
    if before is None:
        return start
    found = before.search(text, max(0, start - LONGEST_ARTICLE), start)
    return found.start() if found else start


def numeral(text: str, start: int) -> Numeral | None:
    """Return the number that begins at ``start``, where a word or a digit begins; None where none does."""
    if text[start].isdigit():
        return _times(text, start) or _share(text, start) or _digits(text, start)
    word = WORD_AT.match(text, start)
    readers = FIRST.get(word.group().lower(), (_few,)) if word else ()
    return next((found for reader in readers if (found := reader(text, start))), None)
