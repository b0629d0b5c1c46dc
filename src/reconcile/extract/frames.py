"""The attribution frames of a clause: who says it, and where what is said stands.

Frames after PDTB and PARC 3.0 (Prasad 2006, Pareti 2016). Each is a question put to a stretch of the view; the first
that answers wins, the outermost first.
"""

import re
from collections.abc import Callable, Sequence

from reconcile.extract import subject
from reconcile.extract.complement import complement
from reconcile.extract.cues import ReportVerb, lexicon, nouns, report_noun, report_verb
from reconcile.extract.subject import Subject
from reconcile.extract.tokens import Token, tokens, word_before
from reconcile.extract.voice import Frame, Voice

NAME = r"(?P<name>(?:[Tt]he |[Aa] |[Aa]n |his |her |its |their )?[^,;:\"]{2,80}?)"
"""A name up to the next mark, at most 80 characters."""


def frame(text: str, start: int, end: int) -> Frame | None:
    """Return the outermost attribution of ``text[start:end]``; None where nobody is said to say it."""
    found = tokens(text, start, end)
    return next((answer for ask in FRAMES if (answer := ask(text, start, end, found))), None)


ACCORDING = re.compile(rf"\s*According to {NAME}\s*,\s*", re.IGNORECASE)
ACCORDING_LAST = re.compile(rf",?\s+according to {NAME}\s*\.?\s*$", re.IGNORECASE)


def _according(text: str, start: int, end: int, found: Sequence[Token]) -> Frame | None:
    """``According to X, P``; ``P, according to X``."""
    if match := ACCORDING.match(text, start, end):
        return _around(match, "according-to", (match.end(), end))
    if match := ACCORDING_LAST.search(text[:end], max(start, end - 120)):
        return _around(match, "according-to", (start, match.start()))
    return None


VIEWPOINT = re.compile(
    rf"\s*(?:[Ii]n|[Oo]n|[Bb]y) (?:(?P<owner>his|her|its|their)|(?P<name>[^,;:\"]{{2,60}}?)'s?) (?:own )?"
    rf"(?:{'|'.join(sorted(nouns('viewpoints')))}),?\s+"
)
VIEW_OF = re.compile(rf"\s*[Ii]n the (?:{'|'.join(sorted(nouns('viewpoints')))}) of {NAME}\s*,\s*")


def _viewpoint(text: str, start: int, end: int, found: Sequence[Token]) -> Frame | None:
    """``in X's view P``; ``in the view of X, P``."""
    if match := VIEWPOINT.match(text, start, end):
        group = "owner" if match["owner"] else "name"
        owner = {"his": "he", "her": "she", "its": "it", "their": "they"}.get(match[group], match[group])
        voice = Voice(owner, *match.span(group), "attribution.viewpoint")
        return Frame(voice, match.span(), (match.end(), end))
    if match := VIEW_OF.match(text, start, end):
        return _around(match, "viewpoint", (match.end(), end))
    return None


AS_SAID = re.compile(rf"\s*[Aa]s {NAME} (?:has |had )?(?P<verb>\w+)(?: (?:in|on|at) [^,;]{{2,40}})?\s*,\s*")
AS_FAR = re.compile(rf",?\s*(?:so|as) far as {NAME} (?:could|can) (?:tell|see|judge|establish|determine)\s*[.,]?\s*")


def _as_said(text: str, start: int, end: int, found: Sequence[Token]) -> Frame | None:
    """``As X reported, P``; ``P, so far as X could tell``."""
    match = AS_SAID.match(text, start, end)
    if match and report_verb(match["verb"].lower()) and match["name"].lower() not in {"it", "was", "is"}:
        return _around(match, "as-said", (match.end(), end))
    if match := AS_FAR.search(text[:end], start):
        spoken = (match.end(), end) if match.start() == start else (start, match.start())
        return _around(match, "as-far-as", spoken)
    return None


TAIL = re.compile(r"(?:[,!?]\"?|\")\s*$")


def _trailing(text: str, start: int, end: int, found: Sequence[Token]) -> Frame | None:
    """``P, X said``; ``"P," said X``; the verb is the clause's last, or only a time or a place follows."""
    for verb in range(len(found) - 1, max(0, len(found) - 12), -1):
        report = report_verb(found[verb].lower)
        if report is None or not _tensed(found, verb) or "q" not in report.takes:
            continue
        inverted = _after_mark(text, start, found, verb)
        if inverted and verb + 1 < len(found):
            name = " ".join(token.text for token in found[verb + 1 :] if token.text != ".").split(" in ")[0].split(" on ")[0]
            last = next((t for t in reversed(found) if t.text != "."), found[-1])
            return _frame(Voice(name.split(",")[0].strip(), found[verb + 1].start, last.end, "attribution.trailing"), found[verb], (start, inverted))
        who = subject.before(found, verb, text)
        if who and (mark := TAIL.search(text[start : who.start])) and not complement(text, found, verb, report):
            return _frame(_voice(who, "trailing", report), found[verb], (start, start + mark.start() + 1))
    return None


def _after_mark(text: str, start: int, found: Sequence[Token], verb: int) -> int:
    """Return where what is said ends, if the verb stands right behind a closing mark: ``P," said X``."""
    mark = TAIL.search(text[start : found[verb].start])
    return start + mark.start() + 1 if mark and verb else 0


def _main_verb(text: str, start: int, end: int, found: Sequence[Token]) -> Frame | None:
    """``X said that P`` and the other frames of a report verb with its subject before it."""
    for verb, token in enumerate(found):
        report = report_verb(token.lower)
        if report and _tensed(found, verb) and (answer := _reported(text, end, found, verb, report)):
            return answer
    return None


def _reported(text: str, end: int, found: Sequence[Token], verb: int, report: ReportVerb) -> Frame | None:
    taken = complement(text, found, verb, report)
    who = subject.before(found, verb, text)
    if taken is None or who is None or _relative(found, who):
        return None
    rule, begin = taken
    if who.negated:
        begin = _past_perfect(found, who.verb_start)
    denies = report.denies and not who.negated
    name = "" if _passive(found, verb) else who.text
    return Frame(Voice(name, who.start, who.end, rule, denies), (found[verb].start, found[verb].end), (begin, end))


def _past_perfect(found: Sequence[Token], start: int) -> int:
    """Return where a verb group begins without its "had": "at no time found evidence that"."""
    group = [token for token in found if token.start >= start]
    return next(token.start for token in group if token.lower not in {"has", "have", "had"})


def _passive(found: Sequence[Token], verb: int) -> bool:
    return word_before(found, verb) in {"is", "was", "were", "are", "been", "be"}


def _relative(found: Sequence[Token], who: Subject) -> bool:
    """Say whether the subject opens a relative clause: "the warheads that experts said were old"."""
    before = [token for token in found if token.end <= who.start]
    return bool(before and before[-1].lower in {"which", "who", "whom", "whose"}) or who.text.lower() in {"which", "who", "that"}


def _tensed(found: Sequence[Token], verb: int) -> bool:
    """Say whether a report word stands as a finite verb: not after "to" or "than", and no gerund or plural noun."""
    token = found[verb]
    if (token.capital and verb) or word_before(found, verb).endswith(("'s", "s'")):
        return False
    if word_before(found, verb) in {*lexicon()["guards"]["before"], "the", "a", "an", "of", "his", "its", "their", "this"}:
        return False
    return not token.lower.endswith("ing")


PARTICIPLE = re.compile(r",\s+(?P<verb>saying|adding|claiming|arguing|insisting|stating|warning|noting|stressing|alleging)\s+that\s+")

POSSESSIVE = re.compile(rf"(?P<name>(?:[Tt]he )?[^,;:\"]{{1,60}}?)'s? (?P<noun>\w+) that\s+")
BY = re.compile(rf"\b(?P<noun>\w+) (?:by|of|from|among) {NAME}(?:,[^;\"]{{3,120}}?,)? that\s+")
BY_ACRONYM = re.compile(
    r"\b(?P<noun>\w+) (?:by|of|from|among) [^;\"()]{2,100} \((?P<name>[A-Z]{2,10})\)(?:,[^;\"]{3,120}?,)? that\s+"
)
NOUN_THAT = re.compile(r"(?:[Tt]he|an?|[Tt]his) (?:\w+ )?(?P<noun>\w+) that\s+")


def _report_noun(text: str, start: int, end: int, found: Sequence[Token]) -> Frame | None:
    """``X's belief that P``; ``findings by X that P``: also where the rest of the sentence is cut off."""
    for pattern, rule in ((POSSESSIVE, "possessive-noun"), (BY_ACRONYM, "noun-by"), (BY, "noun-by")):
        for match in pattern.finditer(text, start, end):
            if report_noun(match["noun"].lower()) and not report_noun(match["noun"].lower(), "evidence"):
                name = _last_phrase(text, *match.span("name")) if rule == "possessive-noun" else match.span("name")
                denies = match["noun"].lower() in nouns("denials")
                voice = Voice(text[name[0] : name[1]], *name, f"attribution.{rule}", denies)
                return Frame(voice, match.span("noun"), (match.end(), end))
    return None


def _last_phrase(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the noun phrase that ends a stretch: the owner in "despite the government's belief"."""
    run = tokens(text, start, end)
    for position in range(len(run) - 1, -1, -1):
        if run[position].lower in subject.PREPOSITIONS | subject.CONJUNCTIONS and run[position].lower != "of":
            return (run[position + 1].start, end) if position + 1 < len(run) else (start, end)
    return start, end


HEARSAY = re.compile(
    rf"\b(?:is|are|was|were|been) (?:\w+ly |also |widely )?(?P<cue>{'|'.join(lexicon()['hearsay']['participles'])}) to (?:have|be)\b"
)
ADVERB = re.compile(rf"\b(?P<cue>{'|'.join(lexicon()['hearsay']['adverbs'])})\b", re.IGNORECASE)


def _hearsay(text: str, start: int, end: int, found: Sequence[Token]) -> Frame | None:
    """``N is thought to have …``, ``reportedly``: somebody says so, and the text does not say who."""
    match = HEARSAY.search(text, start, end) or ADVERB.search(text, start, end)
    if match is None:
        return None
    voice = Voice("", *match.span("cue"), "attribution.hearsay")
    return Frame(voice, match.span("cue"), (start, end))


def _around(match: re.Match[str], rule: str, spoken: tuple[int, int]) -> Frame:
    voice = Voice(match["name"].strip(), *match.span("name"), f"attribution.{rule}")
    return Frame(voice, match.span(), spoken)


def _frame(voice: Voice, cue: Token, spoken: tuple[int, int]) -> Frame:
    return Frame(voice, (cue.start, cue.end), spoken)


def _voice(who: Subject, rule: str, report: ReportVerb) -> Voice:
    return Voice(who.text, who.start, who.end, f"attribution.{rule}", report.denies)


Ask = Callable[[str, int, int, Sequence[Token]], Frame | None]
FRAMES: Sequence[Ask] = (_according, _viewpoint, _as_said, _trailing, _main_verb, _report_noun, _hearsay)
"""The frames, the outermost first."""
