"""Where one assertion ends and the next begins."""

import re
from collections.abc import Sequence

from reconcile.extract.by_words.complement import content
from reconcile.extract.by_words.finite import finite, marked, participle
from reconcile.extract.by_words.subject import PREPOSITIONS
from reconcile.extract.cues import report_verb
from reconcile.extract.tokens import AUXILIARIES, Token

CUT = re.compile(
    r";\s*|(?:\s*[,\u2014\u2013]\s*|\s+)(?P<word>and|but|whereas|while|though|although|or)\s+(?P<that>that\s+)?"
    r"|(?P<stop>(?<=[a-z0-9)'\"])[.!?]\"?\s+(?=[\"']?[A-Z]))"
    r"|,\s+(?P<then>so|yet)\s+(?!far\b|long\b|much\b|that\b)"
)
"""Where a clause may end. Whether one does, the words on both sides tell."""

OPENER = re.compile(
    r"[,;:(\"]|\b(?:which|that|who|whom|whose|where|when|because|if|while|although|though|after|before)\b"
)
"""Where a clause inside a clause may begin."""

PAIRED = re.compile(r"\b(?:both|either|neither|between)\b(?![^,]*\b(?:and|or|nor)\b)")
"""Words that announce a pair: the "and" after them joins its second half."""

YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")

ADVERBS = frozenset(
    "then also later still again now soon since twice never not eventually finally subsequently".split()
)

FOLLOWED = frozenset("with by from in at on of to for against into as".split())
"""After one of these a past form may be a participle that describes what stands before it: "drums filled with"."""

SUBJECT_REACH = 9
"""Tokens within which a clause of its own has its verb."""

LONGEST = 5_000
"""Characters of a sentence that are looked at for clauses; more is no sentence."""


def cut(text: str, start: int, end: int, *, sentences: bool = False) -> list[tuple[int, int, str]]:
    """Return the clauses of ``text[start:end]`` in order: start, end, and the word that joins each to the one before.

    A piece is a clause of its own where it and what is before it have a subject and a finite verb, or repeats "that".
    What one voice says in several ``sentences`` is cut at their ends too. A second predicate of the same subject is one
    where a comma parts it from the first, or each has a year of its own.
    """
    pieces: list[tuple[int, int, str]] = []
    begin, word = start, ""
    for match in CUT.finditer(text, start, min(end, start + LONGEST)):
        if match.start() > begin and _parts(text, begin, match, end, sentences=sentences):
            pieces.append((begin, match.start(), word))
            begin, word = match.end(), (match["word"] or match["then"] or ("and" if match["stop"] else ";"))
    return [*pieces, (begin, end, word)]


def _parts(text: str, begin: int, match: re.Match[str], end: int, *, sentences: bool) -> bool:
    """Say whether the clause that began at ``begin`` ends at ``match``."""
    if match["stop"]:
        return sentences and _has_verb(text, begin, match.start()) and _has_verb(text, match.end(), end)
    if text.count('"', begin, match.start()) % 2:
        return False
    if not _has_verb(text, begin, match.start()):
        return False
    if match["that"]:
        return True
    right = marked(text, match.end(), min(end, match.end() + 200))
    parted = text[match.start() : match.end()].lstrip()[:1] in {",", ";", "\u2014", "\u2013"}
    if right and predicate(right):
        return _secondpredicate(text, begin, match, end, parted=parted)
    if match["word"] in {"and", "or"} and PAIRED.search(text, _opened(text, begin, match.start()), match.start()):
        return False
    if not parted and not _has_verb(text, _opened(text, begin, match.start()), match.start()):
        return False
    return bool(right) and _own_verb(text, right, end, comma=parted) and not _listed(text, begin, match, right)


def _opened(text: str, begin: int, end: int) -> int:
    """Return where the innermost clause before ``end`` begins."""
    return max((found.end() for found in OPENER.finditer(text, begin, end)), default=begin)


def predicate(found: Sequence[Token]) -> bool:
    """Say whether a stretch begins with a finite verb or an adverb and one: it has no subject of its own."""
    first = next((n for n, token in enumerate(found) if not _adverb(token)), None)
    return first is not None and not found[first].capital and finite(found, first)


def _adverb(token: Token) -> bool:
    return token.lower in ADVERBS or (token.lower.endswith("ly") and not token.capital)


def _secondpredicate(text: str, begin: int, match: re.Match[str], end: int, *, parted: bool) -> bool:
    """Say whether a predicate without a subject is a claim of its own: "drew its staff from N, and was able to"."""
    left = marked(text, begin, match.start())
    if match["word"] in {"and", "but"} and reports(marked(text, match.end(), min(end, match.end() + 200))):
        return bool(left)
    if not left or finite(left, len(left) - 1) or match["word"] not in {"and", "but"}:
        return False
    if parted:
        return text[match.end() : end].count(" ") >= 2 and not _in_brackets(text, begin, match.start())
    if left[0].lower in PREPOSITIONS and "," not in text[begin : match.start()]:
        return False
    return bool(YEAR.search(text, begin, match.start()) and YEAR.search(text, match.end(), end))


def reports(found: Sequence[Token]) -> bool:
    """Say whether a predicate without a subject goes on to report: "and later suggested that"."""
    first = next((n for n, token in enumerate(found) if not _adverb(token)), len(found))
    verb = report_verb(found[first].lower) if first < len(found) else None
    return bool(verb and "t" in verb.takes and content(found, first, verb))


def _in_brackets(text: str, begin: int, end: int) -> bool:
    return text.count("(", begin, end) > text.count(")", begin, end)


def _own_verb(text: str, found: Sequence[Token], end: int, comma: bool) -> bool:
    """Say whether a subject and then a finite verb follow; the subject is a short one where no comma stands before."""
    reach = SUBJECT_REACH if comma else 4
    for position in range(1, min(len(found), reach)):
        if found[position].text in {",", ";", ":"}:
            return found[0].lower in PREPOSITIONS and comma and _has_verb(text, found[position].end, end)
        if finite(found, position):
            return found[position - 1].lower not in {"and", "or"}
    return False


def _listed(text: str, begin: int, match: re.Match[str], right: Sequence[Token]) -> bool:
    """Say whether "and" joins the last member of a list: "A, B, and drums filled with C"."""
    member = text.rfind(",", begin, match.start())
    if member < 0 or _has_verb(text, member, match.start()):
        return False
    verb = next((n for n in range(1, len(right)) if finite(right, n)), None)
    if verb is None or right[verb].lower in AUXILIARIES or not participle(right[verb].lower):
        return False
    after = right[verb + 1].lower if verb + 1 < len(right) else "."
    return after in FOLLOWED or after == "."


def _has_verb(text: str, start: int, end: int) -> bool:
    found = marked(text, start, end)
    return any(finite(found, position) for position in range(len(found)))


def has_verb(text: str, start: int, end: int) -> bool:
    """Say whether a stretch says anything: a heading or a date alone has no finite verb."""
    return _has_verb(text, start, end)


EDGES = " \t\n,;:\u2014\u2013-"
LEADING = re.compile(
    r"(?:that|[Aa]nd|[Bb]ut|[Hh]owever|[Yy]et|or|[Ww]hereas|[Ww]hile|[Tt]hough|[Aa]lthough"
    r"|[Ss]o(?! (?:long|far|much)\b))\b[\s,]*"
)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without joining words in front, and without marks and blanks at its edges."""
    while start < end and text[start] in EDGES:
        start += 1
    match = LEADING.match(text, start, end)
    if match and match.end() < end:
        return trimmed(text, match.end(), end)
    start, end = _unquoted(text, start, _without_stop(text, start, end))
    return start, _without_stop(text, start, end)


def _without_stop(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in EDGES + ".":
        if text[end - 1] == "." and ABBREVIATION.search(text[max(start, end - 6) : end]):
            break
        end -= 1
    return end


ABBREVIATION = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|etc)\.$")


def _unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    """Take off quotation marks that enclose all of it, or of which only one is left."""
    inner = text[start:end]
    if inner[:1] == '"' and (inner.count('"') == 1 or (inner.count('"') == 2 and inner[-1:] == '"')):
        start += 1
        end -= inner[-1:] == '"'
    elif inner[-1:] == '"' and inner.count('"') == 1:
        end -= 1
    return start, end
