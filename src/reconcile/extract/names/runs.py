"""Runs of capitalised words, and how far an asserter reaches in its text."""

import re

from reconcile.extract.cues import report_verb
from reconcile.extract.names import figures
from reconcile.extract.names.figures import BODY, ROLES, TEXT
from reconcile.values import place

CAPITAL = "A-ZÀ-ÖØ-ÞŁŚŠŽŻŹĆČÇĞİŞĐŘŤŌŪ"
ABBREVIATED = r"(?:(?<=\b[A-Z])|(?<=\b(?:Mr|Ms|Dr|St|Lt))|(?<=\b(?:Mrs|Gen|Col|Sen|Rep|Gov|Rev|Sgt)))"
NAME_WORD = (
    rf"(?:(?:al|el|as|ad|ash|an|ar|ul|ur)-|d['’])?[{CAPITAL}]"
    rf"(?:[\w&–-]|/(?=[{CAPITAL}])|['’.](?!s\b)(?=\w))*(?:{ABBREVIATED}\.)?"
)
PROPER = re.compile(
    rf"\b{NAME_WORD}(?:(?: (?:of|for|on)(?: the)?| (?:al|de|del|di|van|von|der|bin|ibn|da))? {NAME_WORD}){{0,8}}"
)
"""A run of capitalised words, with what joins the words of a name."""

GLUED = re.compile(r"[&–/-](?=\w)")
"""A mark within a word that a name does not end at: "PG|&E"."""

BEFORE_NAME = re.compile(rf"(,)? (?:(?:[a-z-]+ ){{0,2}}([a-z-]+) )?(?=[{CAPITAL}])")
"""What may part a description from the name behind it: nothing, a comma, or a role: "Bank| president Ilan Moss"."""


RUN_IN = re.compile(r" ((?:The|Mr|Mrs|Ms|Dr|Sir) (?:[\w'’-]+ ){0,3}?[\w'’-]+) (\w+)")
"""A new sentence behind what was a heading: "Reefs in winter| The Assessment stated"."""


def whole(text: str, start: int, end: int) -> str:
    """Return an asserter found in a text as it goes on there: a word to its end, a role by the name behind it."""
    said = text[start:end]
    if GLUED.match(text, end) and (run := PROPER.match(text, text.rfind(" ", start, end) + 1)):
        end = max(end, run.end())
        said = text[start:end]
    if (new := RUN_IN.match(text, end)) and report_verb(new[2]):
        return new[1]
    gap = BEFORE_NAME.match(text, end) if end < len(text) else None
    if gap is None or not (gap[2] in ROLES if gap[2] else _is_role(said)):
        return said
    run = PROPER.match(text, gap.end())
    return run.group() if run and _bears(run.group(), text[run.end() : run.end() + 30], apart=bool(gap[1])) else said


def _is_role(said: str) -> bool:
    return figures.role(said) is not None and figures.read(said).kind not in (BODY, TEXT)


def _bears(name: str, behind: str, *, apart: bool) -> bool:
    """Say whether a name behind a role is its bearer's: of a person, and with a comma before it the subject."""
    if " " not in name or not figures.may_be_person(name) or place.entry(name) or figures.read(name).kind == BODY:
        return False
    after = behind.split(" ")[1:2]
    return not apart or behind[:1] == "," or bool(after and report_verb(after[0]))
