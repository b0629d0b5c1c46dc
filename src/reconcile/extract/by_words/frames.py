"""The attribution frames of a clause: who says it, and where what is said stands.

Frames after PDTB and PARC 3.0 (Prasad 2006, Pareti 2016). Each is a question put to a stretch of the view; the first
that answers wins, the outermost first.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from reconcile.extract.by_words import quoted, relative, subject
from reconcile.extract.by_words.clauses import LONGEST
from reconcile.extract.by_words.complement import complement, content
from reconcile.extract.by_words.finite import finite, marked
from reconcile.extract.by_words.subject import Subject
from reconcile.extract.cues import TOLD, ReportVerb, lexicon, nouns, report_noun, report_verb
from reconcile.extract.tokens import NEGATORS, Token, word_before
from reconcile.extract.voice import Frame, Voice

NAME = r"(?P<name>(?:[Tt]he |[Aa] |[Aa]n |his |her |its |their )?[^,;:\"]{2,80}?)"
"""A name up to the next mark, at most 80 characters."""


def frame(text: str, start: int, end: int) -> Frame | None:
    """Return the outermost attribution of ``text[start:end]``; None where nobody is said to say it."""
    found = marked(text, start, min(end, start + LONGEST))
    words = {token.lower for token in found}
    if any(report_verb(word) for word in words):
        words.add(REPORTED)
    asked = (ask for needed, ask in FRAMES if not needed.isdisjoint(words))
    return next((answer for ask in asked if (answer := ask(text, start, end, found))), None)


REPORTED = "(a report verb)"
"""Stands for any report verb among the words that a frame needs."""


ACCORDING = re.compile(rf"\s*According to {NAME}\s*,\s*", re.IGNORECASE)
ACCORDING_MIDDLE = re.compile(rf",\s+according to {NAME},\s+(?=\w)", re.IGNORECASE)
ACCORDING_LAST = re.compile(rf",?\s+according to {NAME}\s*\.?\s*$", re.IGNORECASE)


def _behind_apposition(text: str, start: int, end: int) -> int:
    """Return where the clause begins after what the name is of: "According to Ada Moore, the mayor, | P"."""
    comma = text.find(", ", start, end)
    found = marked(text, start, comma) if comma > 0 else []
    describes = bool(found) and (found[0].lower in subject.DETERMINERS or found[0].text.endswith("'s"))
    return comma + 2 if describes and not any(finite(found, n) for n in range(len(found))) else start


def _according(text: str, start: int, end: int, found: Sequence[Token]) -> Frame | None:
    """``According to X, P``; ``P, according to X``."""
    if match := ACCORDING.match(text, start, end):
        return _around(match, "according-to", (_behind_apposition(text, match.end(), end), end))
    match = ACCORDING_MIDDLE.search(text, start, end)
    if match and any(finite(found, n) for n, token in enumerate(found) if token.start >= match.end()):
        return _around(match, "according-to", (start, end))
    if match := match or ACCORDING_LAST.search(text, max(start, end - 120), end):
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
    if match := AS_FAR.search(text, start, end):
        spoken = (match.end(), end) if match.start() == start else (start, match.start())
        return _around(match, "as-far-as", spoken)
    return None


def _main_verb(text: str, start: int, end: int, found: Sequence[Token]) -> Frame | None:
    """``X said that P`` and the other frames of a report verb with its subject before it."""
    for verb, token in enumerate(found):
        report = report_verb(token.lower)
        if report and tensed(found, verb) and (answer := _reported(text, end, found, verb, report)):
            return answer
    return None


def _reported(text: str, end: int, found: Sequence[Token], verb: int, report: ReportVerb) -> Frame | None:
    taken = complement(text, found, verb, report)
    who = subject.before(found, verb - 2 * (word_before(found, verb) == "to"), text)
    if taken is None or who is None or _relative(found, who):
        return None
    rule, begin = taken
    passive = _passive(found, verb)
    bare = rule == "attribution.bare-clause" and who.text.lower() != "it"
    if passive and (rule not in TOLD or bare or who.negated):
        return None
    if "neither" in {token.lower for token in found[max(0, verb - 4) : verb]}:
        return None
    if who.text.islower() and who.text.endswith("ing") and " " not in who.text:
        return None
    if rule == "attribution.denial" and bare_object(text, begin, end):
        voice = Voice(who.text, who.start, who.end, "attribution.rejection")
        return Frame(voice, (found[verb].start, found[verb].end), (who.start, end))
    if who.negated:
        begin = _past_perfect(found, who.verb_start)
    denies = report.denies and not who.negated
    said = Voice(who.text, who.start, who.end, rule, denies)
    said = _agent(text, found, verb, begin, said) if passive else said
    return Frame(said, (found[verb].start, found[verb].end), (begin, end))


def _agent(text: str, found: Sequence[Token], verb: int, begin: int, said: Voice) -> Voice:
    """Return who stands behind a passive: ``it was reported by X that P``; nobody who is named, where none does."""
    behind = [token for token in found[verb + 1 :] if token.start < begin and token.lower != "that"]
    if len(behind) < 2 or behind[0].lower != "by":
        return replace(said, name="")
    start, end = behind[1].start, behind[-1].end
    return replace(said, name=text[start:end], start=start, end=end, rule="attribution.agent")


BARE_OBJECT = re.compile(
    r"(?:(?:it|that|this|them|these|those|so)|(?:the|this|that|these|those|all|such|any such|both)\s+(?:\w+\s+)?"
    r"(?:charge|claim|allegation|accusation|report|assertion|suggestion|finding|conclusion|criticism|figure|number|account)s?)\W*"
)
"""An object that says nothing by itself: the rejection is all that is said."""


def bare_object(text: str, start: int, end: int) -> bool:
    """Say whether an object says nothing by itself: "the charge", "it"."""
    return BARE_OBJECT.fullmatch(text, start, end) is not None


def resumed(text: str, start: int, end: int, voice: Voice) -> Frame | None:
    """Return what ``voice`` goes on to report in a clause without a subject: "and suggested that P"."""
    found = marked(text, start, end)
    first = next((n for n, token in enumerate(found) if token.lower not in subject.ADVERBS), len(found))
    report = report_verb(found[first].lower) if first < len(found) else None
    taken = content(found, first, report) if report and finite(found, first) else None
    if report is None or taken is None:
        return None
    again = replace(voice, rule="attribution.resumed", denies=report.denies)
    return Frame(again, (found[first].start, found[first].end), (taken[1], end))


def unnamed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the report verb that takes a clause and has no subject, in a clause where no frame was found."""
    found = marked(text, start, end)
    for verb, token in enumerate(found):
        report = report_verb(token.lower)
        if report and tensed(found, verb) and verb + 1 < len(found) and found[verb + 1].lower == "that":
            taken = complement(text, found, verb, report)
            if taken and taken[0] == "attribution.that-clause" and subject.before(found, verb, text) is None:
                return token.start, token.end
    return None


def _past_perfect(found: Sequence[Token], start: int) -> int:
    """Return where a verb group begins without its "had": "at no time found evidence that"."""
    group = [token for token in found if token.start >= start]
    return next(token.start for token in group if token.lower not in {"has", "have", "had"})


def _passive(found: Sequence[Token], verb: int) -> bool:
    position = verb - 1
    while position > 0 and (found[position].lower in NEGATORS or found[position].lower.endswith("ly")):
        position -= 1
    return position >= 0 and found[position].lower in {"is", "was", "were", "are", "been", "be", "being"}


def _relative(found: Sequence[Token], who: Subject) -> bool:
    """Say whether the subject opens a relative clause: "the warheads that experts said were old"."""
    before = [token for token in found if token.end <= who.start]
    if who.text.lower().endswith((" which", " who", " that")):
        return True
    return bool(before and before[-1].lower in {"which", "who", "whom", "whose"}) or who.text.lower() in {
        "which",
        "who",
        "that",
    }


def tensed(found: Sequence[Token], verb: int) -> bool:
    """Say whether a report word stands as a verb that somebody does: finite or after an auxiliary, no noun."""
    token = found[verb]
    before = word_before(found, verb)
    if (token.capital and verb) or token.lower.endswith("ing") or before == "than":
        return False
    if before == "to":
        return verb > 2 and found[verb - 2].lower in lexicon()["guards"]["goes_on"]
    if before in {"little", "no", "any", "some", "much", "slight", "great"}:
        return False
    return finite(found, verb) or _after_auxiliary(found, verb)


def _after_auxiliary(found: Sequence[Token], verb: int) -> bool:
    """Say whether a base form follows an auxiliary, adverbs aside: "did not say", "would later claim"."""
    position = verb - 1
    while position > 0 and (found[position].lower in NEGATORS or found[position].lower in subject.ADVERBS):
        position -= 1
    return position >= 0 and found[position].lower in MODALS


MODALS = frozenset("do does did will would can could may might shall should must".split())

POSSESSIVE = re.compile(r"(?P<name>(?:[Tt]he )?[^,;:\"]{1,60}?)'s? (?P<noun>\w+) that\s+")
BY = re.compile(rf"\b(?P<noun>\w+) (?:by|of|from|among) {NAME}(?:,[^;\"]{{3,120}}?,)? that\s+")
BY_ACRONYM = re.compile(
    r"\b(?P<noun>\w+) (?:by|of|from|among) [^;\"()]{2,100} \((?P<name>[A-Z]{2,10})\)(?:,[^;\"]{3,120}?,)? that\s+"
)


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
    run = marked(text, start, end)
    for position in range(len(run) - 1, -1, -1):
        if run[position].lower in subject.PREPOSITIONS | subject.CONJUNCTIONS and run[position].lower != "of":
            return (run[position + 1].start, end) if position + 1 < len(run) else (start, end)
        if position + 1 < len(run) and finite(run, position):
            return run[position + 1].start, end
    return start, end


def _object(text: str, start: int, end: int, found: Sequence[Token]) -> Frame | None:
    """``a study revealed N``, ``the ministry reported 12 dead``: what a text says, or what anybody counts."""
    for verb, token in enumerate(found):
        report = report_verb(token.lower)
        if not (report and "o" in report.takes and verb and tensed(found, verb)) or _passive(found, verb):
            continue
        who, rest = subject.before(found, verb, text), found[verb + 1 : verb + 5]
        if who is None or who.negated or _relative(found, who) or not rest or rest[0].lower in subject.PREPOSITIONS:
            continue
        if (report.base in COUNTING and counts(rest)) or (speaks(who.text) and _opens_object(rest[0])):
            voice = Voice(who.text, who.start, who.end, "attribution.object")
            return Frame(voice, (token.start, token.end), (rest[0].start, end))
    return None


COUNTING = frozenset(
    {"report", "estimate", "count", "record", "confirm", "announce", "list", "claim", "register", "document"}
)


def counts(rest: Sequence[Token]) -> bool:
    """Say whether a stretch begins with a number, a comparator before it aside."""
    return any(token.text[0].isdigit() or token.lower in NUMERALS for token in rest[:4]) and (
        rest[0].text[0].isdigit() or rest[0].lower in NUMERALS or rest[0].lower in COMPARATORS
    )


NUMERALS = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty dozens hundreds "
    "thousands tens scores no".split()
)
COMPARATORS = frozenset(
    "about around some roughly nearly almost over under more fewer less at between up as only just".split()
)


def speaks(name: str) -> bool:
    """Say whether a noun phrase is a text or an inquiry, whose verbs of showing say what it holds."""
    words = re.split(r"\s+(?:by|of|from|into|on|for|in|at)\s+", name.lower())[0].split()
    return bool(words) and words[-1].strip("'\".") in lexicon()["texts"]["nouns"]


def _opens_object(token: Token) -> bool:
    return (
        token.lower in subject.DETERMINERS
        or token.lower in NUMERALS
        or token.text[0].isdigit()
        or token.lower.endswith("s")
    )


HEARSAY = re.compile(
    r"\b(?:is|are|was|were|been) (?:\w+ly |also |widely )?"
    rf"(?P<cue>{'|'.join(lexicon()['hearsay']['participles'])}) to (?:have|be)\b"
)
ADVERB = re.compile(rf"\b(?P<cue>{'|'.join(lexicon()['hearsay']['adverbs'])})\b", re.IGNORECASE)


HEARD = frozenset({"to", *lexicon()["hearsay"]["adverbs"]})


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


Ask = Callable[[str, int, int, Sequence[Token]], Frame | None]
FRAMES: Sequence[tuple[frozenset[str], Ask]] = (
    (frozenset({"according"}), _according),
    (nouns("viewpoints"), _viewpoint),
    (frozenset({"as"}), _as_said),
    (frozenset({REPORTED}), quoted.between),
    (frozenset({REPORTED}), quoted.trailing),
    (frozenset({REPORTED}), relative.adding),
    (frozenset({REPORTED}), _main_verb),
    (frozenset({"that"}), _report_noun),
    (frozenset({REPORTED}), relative.said_by_head),
    (frozenset({REPORTED}), relative.believed_by),
    (frozenset({REPORTED}), _object),
    (frozenset({"to"}), relative.reduced),
    (HEARD, _hearsay),
)
"""The frames, the outermost first, each with the words of which a clause has at least one where it answers."""
