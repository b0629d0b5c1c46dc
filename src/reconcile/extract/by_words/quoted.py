"""Speakers behind or between what they say: ``"P," X said``; ``P, officials believe``; ``"P," said X, "Q"``."""

import re
from collections.abc import Sequence

from reconcile.extract.by_words import subject
from reconcile.extract.by_words.complement import complement
from reconcile.extract.by_words.finite import NOMINAL, NUMERALS, finite
from reconcile.extract.cues import ReportVerb, report_verb
from reconcile.extract.tokens import AUXILIARIES, Token
from reconcile.extract.voice import Frame, Voice

MARK = re.compile(r"(?:(?<=\S)\"\s?,?|,)\s*$")
"""What closes what was said, before its speaker."""

BETWEEN = re.compile(r"[,!?.]\s?\"\s+(?P<speaker>[^\"]{3,120}?)[,:;.]\s+\"")

ADJUNCT = frozenset(
    "in on at to after during before by via through from when while as yesterday today tonight late early "
    "earlier later last "
    "this monday tuesday wednesday thursday friday saturday sunday".split()
)
"""What may follow "X said" at the end of a sentence: when, where, to whom."""

PARTITIVE = frozenset("much some most many all both none half part several few each any more".split())
"""With "of it" after them they stand for things, and not for a speaker."""

FURTHEST = 24
"""Tokens from the end within which a trailing speaker's verb stands."""


def between(text: str, start: int, end: int, found: Sequence[Token]) -> Frame | None:
    """``"P," X said, "Q"``: both are said."""
    for match in BETWEEN.finditer(text, start, found[-1].end):
        words = [token for token in found if match.start("speaker") <= token.start < match.end("speaker")]
        for verb, token in enumerate(words):
            report = report_verb(token.lower)
            voice = _speaker(text, words, verb) if report and "q" in report.takes else None
            if voice:
                return Frame(voice, (token.start, token.end), (start, match.start()), also=((match.end(), end),))
    return None


def _speaker(text: str, words: Sequence[Token], verb: int) -> Voice | None:
    """Return the speaker in a stretch that holds nothing else: "X said", "said X, the mayor"."""
    if verb == 0:
        return _inverted(text, words, verb)
    who = subject.before(words, verb, text)
    return Voice(who.text, who.start, who.end, "attribution.quoted") if who else None


def trailing(text: str, start: int, end: int, found: Sequence[Token]) -> Frame | None:
    """``P, X said (on Monday)``; ``"P," said X``: the verb is the last, but for a time, a place or an addressee."""
    for verb in range(len(found) - 1, max(0, len(found) - FURTHEST), -1):
        report = report_verb(found[verb].lower)
        if report is None or not set("qb") & report.takes or not _may_be_verb(found, verb):
            continue
        if answer := _behind(text, start, found, verb, report):
            return answer
    return None


def _may_be_verb(found: Sequence[Token], verb: int) -> bool:
    token = found[verb]
    before = found[verb - 1].lower if verb else ""
    passive = before in {"is", "are", "was", "were", "been", "being", "be"}
    return not (passive or token.capital or token.lower.endswith("ing") or before in NOMINAL | NUMERALS | {"than"})


def _behind(text: str, start: int, found: Sequence[Token], verb: int, report: ReportVerb) -> Frame | None:
    mark = _mark(text, start, found[verb].start)
    if mark and "q" in report.takes and finite(found, verb) and ('"' in mark[0] or _clause(found, mark.start())):
        voice = _inverted(text, found, verb)
        return _frame(voice, found[verb], (start, mark.start())) if voice else None
    who = subject.before(found, verb, text)
    if who is None or not _speaks(found, verb, who):
        return None
    mark = _mark(text, start, who.start)
    if mark is None or mark.start() <= start or not _nothing_more(text, found, verb, report, quoted='"' in mark[0]):
        return None
    if '"' not in mark[0] and (text.count('"', start, mark.start()) % 2 or not _clause(found, mark.start())):
        return None
    voice = Voice(who.text, who.start, who.end, "attribution.trailing", report.denies)
    return _frame(voice, found[verb], (start, mark.start()))


def _mark(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the mark that ends a stretch; most end with none."""
    return MARK.search(text, start, end) if text[max(start, end - 12) : end].rstrip()[-1:] in MARKS else None


MARKS = ("", ",", '"')


def _clause(found: Sequence[Token], end: int) -> bool:
    """Say whether what stands before ``end`` is a clause, which somebody may say."""
    left = [token for token in found if token.start < end]
    return any(finite(left, n) for n in range(len(left)))


def _speaks(found: Sequence[Token], verb: int, who: subject.Subject) -> bool:
    """Say whether a subject can be a speaker: "much of it" cannot, nor can a relative pronoun."""
    words = [token.lower for token in found[:verb] if who.start <= token.start < who.end]
    if not words or words[0] in {"which", "who", "that", "and", "there", "this", "including", "such", "like", "except"}:
        return False
    if any(word in AUXILIARIES for word in words) or words[0].endswith("ing"):
        return False
    return not (words[0] in PARTITIVE and words[1:2] == ["of"])


def _nothing_more(text: str, found: Sequence[Token], verb: int, report: ReportVerb, *, quoted: bool) -> bool:
    """Say whether the speaker's clause ends with its verb, or with an adjunct of it."""
    rest = [token for token in found[verb + 1 :] if token.text not in {".", '"', "!"}]
    if not rest:
        return True
    if any(token.text in {";", '"', ":"} for token in rest):
        return False
    if quoted:
        return rest[0].lower != "that"
    if complement(text, found, verb, report) or (rest[0].lower not in ADJUNCT and "i" not in report.takes):
        return False
    parted = rest[0].lower in {"when", "as"}
    return parted or not any(finite(rest, n) and rest[n].lower not in AUXILIARIES for n in range(1, len(rest)))


def _inverted(text: str, found: Sequence[Token], verb: int) -> Voice | None:
    """Return the speaker that follows its verb, without an apposition, a time or a place."""
    rest = found[verb + 1 :]
    if not rest or not (rest[0].lower in subject.DETERMINERS or any(token.capital for token in rest[:4])):
        return None
    if rest[0].lower in {"that", "this", "these"} and not (len(rest) > 1 and rest[1].word):
        return None
    stop = next((n for n, token in enumerate(rest) if n and _closes(rest, n)), len(rest))
    if (
        rest[0].lower in subject.DETERMINERS
        and stop + 1 < len(rest)
        and rest[stop].text == ","
        and rest[stop + 1].capital
    ):
        rest = rest[stop + 1 :]
        stop = next((n for n, token in enumerate(rest) if n and _closes(rest, n)), len(rest))
    last = rest[stop - 1]
    if any(finite(rest, n) for n in range(1, stop)):
        return None
    return Voice(text[rest[0].start : last.end], rest[0].start, last.end, "attribution.trailing")


def _closes(rest: Sequence[Token], position: int) -> bool:
    token = rest[position]
    if token.text == "." and rest[position - 1].text in {
        "Mr",
        "Ms",
        "Mrs",
        "Dr",
        "Prof",
        "Gen",
        "Sen",
        "Rep",
        "Col",
        "Lt",
        "Gov",
        "St",
    }:
        return False
    return token.text in {",", ";", ":", ".", '"', "("} or (
        token.lower in ADJUNCT and token.lower not in {"to", "from", "at"}
    )


def _frame(voice: Voice, cue: Token, spoken: tuple[int, int]) -> Frame:
    return Frame(voice, (cue.start, cue.end), spoken)
