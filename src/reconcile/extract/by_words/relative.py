"""Speakers inside a clause: ``a paper, which says P``; ``a plant that they believe holds N``; ``…, saying that P``."""

import re
from collections.abc import Sequence

from reconcile.extract.by_words import subject
from reconcile.extract.by_words.complement import complement
from reconcile.extract.by_words.finite import finite
from reconcile.extract.cues import ReportVerb, lexicon, report_verb
from reconcile.extract.tokens import AUXILIARIES, Token
from reconcile.extract.voice import Frame, Voice

PRONOUNS = frozenset({"which", "that", "who", "whom"})

BELIEVERS = 8
"""Tokens between a relative pronoun and the report verb behind its subject: "that two senior officials believe"."""

REDUCED = re.compile(
    r"(?<!is)(?<!are)(?<!was)(?<!were)(?<!been)(?<!be)\s(?P<cue>(?:widely |then |now )?"
    rf"(?:{'|'.join(lexicon()['hearsay']['reduced'])})) to (?:have|be|contain|hold|include)\b"
)
PARTICIPLE = re.compile(r",\s+(?:while |also )?(?P<verb>[a-z]{3,14}ing)\s+(?P<that>that\s+)?(?!to\b)")


def said_by_head(text: str, start: int, end: int, found: Sequence[Token]) -> Frame | None:
    """``a report (of May) which says P``: what the pronoun stands for says it."""
    for position, token in enumerate(found):
        if token.lower not in PRONOUNS or not 1 < position < len(found) - 2:
            continue
        verb = (
            position
            + 1
            + (found[position + 1].lower.endswith("ly") or found[position + 1].lower in {"also", "has", "had"})
        )
        report = report_verb(found[verb].lower) if verb < len(found) else None
        taken = complement(text, found, verb, report) if report and finite(found, verb) else None
        head = subject.head(found[:position], person=token.lower == "who") if taken and taken[0] in CONTENT else None
        if report and taken and head:
            voice = Voice(text[head[0] : head[1]], *head, "attribution.relative", report.denies)
            return Frame(
                voice, (found[verb].start, found[verb].end), (taken[1], end), beside=((start, found[position - 1].end),)
            )
    return None


CONTENT = frozenset({"attribution.that-clause", "attribution.bare-clause", "attribution.quotation"})


def believed_by(text: str, start: int, end: int, found: Sequence[Token]) -> Frame | None:
    """``N that X believe(s) still contains M``: the relative clause is what X believes."""
    for position, token in enumerate(found):
        if token.lower not in PRONOUNS or position == 0:
            continue
        for verb in range(position + 2, min(len(found) - 1, position + BELIEVERS)):
            report = report_verb(found[verb].lower)
            if report and "b" in report.takes and finite(found, verb) and _predicate(found, verb + 1):
                who = Voice(
                    text[found[position + 1].start : found[verb - 1].end],
                    found[position + 1].start,
                    found[verb - 1].end,
                    "attribution.relative-belief",
                    report.denies,
                )
                return Frame(
                    who,
                    (found[verb].start, found[verb].end),
                    (found[verb + 1].start, end),
                    beside=((start, token.start),),
                )
            if found[verb].text in {",", ";"} or finite(found, verb):
                break
    return None


def _predicate(found: Sequence[Token], position: int) -> bool:
    """Say whether a predicate without a subject begins at ``position``: a finite verb, adverbs before it aside."""
    while position < len(found) and (
        found[position].lower in {"still", "now", "then", "once", "never", "not"}
        or found[position].lower.endswith("ly")
    ):
        position += 1
    if position >= len(found) or found[position].capital:
        return False
    word = found[position]
    return (
        word.lower in AUXILIARIES
        or finite(found, position)
        or (word.lower.endswith("s") and word.word and position + 1 < len(found))
    )


def adding(text: str, start: int, end: int, found: Sequence[Token]) -> Frame | None:
    """``X did A, saying that P``: the subject of the clause says it."""
    for match in PARTICIPLE.finditer(text, start, end):
        report = report_verb(match["verb"])
        if report is None or not _speaks_on(match, report):
            continue
        left = [token for token in found if token.start < match.start()]
        reports = [n for n in range(1, len(left)) if report_verb(left[n].lower) and finite(left, n)]
        verb = reports[-1] if reports else next((n for n in range(1, len(left)) if finite(left, n)), None)
        who = subject.before(left, verb, text) if verb else None
        if who and not text[start : match.start()].count('"') % 2:
            voice = Voice(who.text, who.start, who.end, "attribution.participle", report.denies)
            return Frame(voice, match.span("verb"), (match.end(), end), beside=((start, match.start()),))
    return None


def _speaks_on(match: re.Match[str], report: ReportVerb) -> bool:
    return "t" in report.takes and bool(match["that"] or report.base in {"say", "add", "claim", "argue", "insist"})


def reduced(text: str, start: int, end: int, found: Sequence[Token]) -> Frame | None:
    """``a plant thought to have been used``: somebody thinks so, and the text does not say who."""
    match = REDUCED.search(text, start, end)
    if match is None:
        return None
    before = [token for token in found if token.end <= match.start() + 1]
    if not before or not before[-1].word or before[-1].lower in AUXILIARIES:
        return None
    voice = Voice("", *match.span("cue"), "attribution.hearsay")
    return Frame(voice, match.span("cue"), (before[-1].start, end), beside=((start, match.start()),))
