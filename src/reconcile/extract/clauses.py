"""Where one assertion ends and the next begins."""

import re
from collections.abc import Iterator

from reconcile.extract.complement import finite
from reconcile.extract.subject import PREPOSITIONS
from reconcile.extract.tokens import AUXILIARIES, tokens

CUT = re.compile(
    r";\s*|\s*[,\u2014\u2013]?\s+(?P<word>and|but|whereas|while|yet|though|although|or)\s+(?P<that>that\s+)?|,\s+(?P<then>so)\s+(?!far\b|long\b|much\b|that\b)"
)
"""Where a clause may end. Whether one does, the words on both sides tell."""

SUBJECT_REACH = 9
"""Tokens within which a clause of its own has its verb."""

LONGEST = 5_000
"""Characters of a sentence that are looked at for clauses; more is no sentence."""


def cut(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Return the clauses of ``text[start:end]`` in order: start, end, and the word that joins each to the one before.

    A piece is a clause of its own where it has a subject and a finite verb, or repeats "that"; so has what is before it.
    """
    pieces: list[tuple[int, int, str]] = []
    begin, word = start, ""
    for match in CUT.finditer(text, start, min(end, start + LONGEST)):
        if _stands_alone(text, match, end) and _has_verb(text, begin, match.start()):
            pieces.append((begin, match.start(), word))
            begin, word = match.end(), (match["word"] or match["then"] or ";")
    return [*pieces, (begin, end, word)]


def _stands_alone(text: str, match: re.Match[str], end: int) -> bool:
    if text.count('"', 0, match.start()) % 2:
        return False
    if match["that"]:
        return True
    return _own_verb(text, match.end(), end, comma=text[match.start() : match.end()].lstrip()[:1] in ",;")


def _own_verb(text: str, start: int, end: int, comma: bool) -> bool:
    """Say whether a subject and then a finite verb follow; without a comma before, the subject has to be a short one."""
    found = tokens(text, start, min(end, start + 200))
    if not found or found[0].lower in AUXILIARIES or finite(found, 0):
        return False
    reach = SUBJECT_REACH if comma else 3
    for position in range(1, min(len(found), reach)):
        if found[position].text in {",", ";", ":"}:
            return found[0].lower in PREPOSITIONS and comma and _has_verb(text, found[position].end, end)
        if finite(found, position):
            return True
    return False


def _has_verb(text: str, start: int, end: int) -> bool:
    found = tokens(text, start, end)
    return any(finite(found, position) for position in range(len(found)))


def has_verb(text: str, start: int, end: int) -> bool:
    """Say whether a stretch says anything: a heading or a date alone has no finite verb."""
    return _has_verb(text, start, end)


EDGES = " \t\n,;:\u2014\u2013-"
LEADING = re.compile(r"(?:and|but|whereas|while|yet|or|that|so|however|though|although)\b[\s,]*", re.IGNORECASE)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without joining words in front, and without marks and blanks at its edges."""
    while start < end and text[start] in EDGES:
        start += 1
    if match := LEADING.match(text, start, end):
        if match.end() < end:
            return trimmed(text, match.end(), end)
    while end > start and text[end - 1] in EDGES + ".":
        if text[end - 1] == "." and ABBREVIATION.search(text[max(start, end - 6) : end]):
            break
        end -= 1
    return _unquoted(text, start, end)


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


def pieces_with_verbs(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the clauses that say something."""
    yield from (piece for piece in cut(text, start, end) if has_verb(text, piece[0], piece[1]))
