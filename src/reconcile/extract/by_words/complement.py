"""What a report verb takes: the stretch after it that holds what is said, by the frames of its class."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from reconcile.extract.by_words.finite import finite, participle
from reconcile.extract.by_words.subject import DETERMINERS, PREPOSITIONS
from reconcile.extract.cues import ReportVerb, lexicon, report_noun
from reconcile.extract.tokens import AUXILIARIES, Token

FAR = 60
"""Tokens of a clause in which its verb is looked for."""

REACH = 16
"""Tokens between a report verb and its "that": an addressee, a date; further off it belongs to another verb."""

Found = tuple[str, int]
"""A rule, and where in the text what is said begins."""


def complement(text: str, found: Sequence[Token], verb: int, report: ReportVerb) -> Found | None:
    """Return the frame that the verb at position ``verb`` opens, and where its content begins; None for none."""
    for letter, frame in FRAMES:
        if letter in report.takes and (answer := frame(text, found, verb, report)):
            return answer
    return None


def content(found: Sequence[Token], verb: int, report: ReportVerb) -> Found | None:
    """Return where the clause begins that the verb at ``verb`` takes, with "that" or without; None for no clause."""
    return _that("", found, verb, report) or _bare("", found, verb, report)


def _that(text: str, found: Sequence[Token], verb: int, report: ReportVerb) -> Found | None:
    """``said (in Geneva on Monday) that P``, ``told the Council that P``."""
    for position in range(verb + 1, min(len(found), verb + REACH)):
        token = found[position]
        if (
            token.lower == "that"
            and position + 1 < len(found)
            and found[position - 1].lower not in {"and", "but", "or"}
            and not _relative_verb(found, position + 1)
            and not _other_clause(found, verb, position)
            and _clause(found, position + 1)
            and ("i" in report.takes or not _noun_clause(found, position, verb))
        ):
            return "attribution.that-clause", found[position + 1].start
        if (
            (token.lower in AUXILIARIES and not token.capital)
            or token.text in {";", ":", '"'}
            or token.lower in {"who", "which", "because", "to"}
        ):
            return None
    return None


def _other_clause(found: Sequence[Token], verb: int, position: int) -> bool:
    """Say whether a comma and a verb of another clause part "that" from its report verb."""
    comma = next((n for n in range(verb + 1, position) if found[n].text == ","), position)
    return any(finite(found, n) for n in range(comma + 1, position))


def _relative_verb(found: Sequence[Token], position: int) -> bool:
    """Say whether a verb stands right after "that", so that it is a relative pronoun: "a coat that could"."""
    if found[position].lower in AUXILIARIES:
        return True
    after = found[position + 1].lower if position + 1 < len(found) else ""
    return finite(found, position) and (after in DETERMINERS or not participle(found[position].lower))


def _clause(found: Sequence[Token], start: int) -> bool:
    """Say whether a clause begins at ``start``, and not a noun: "confirmed that figure"."""
    return any(finite(found, position) for position in range(start, min(len(found), start + FAR)))


def _noun_clause(found: Sequence[Token], position: int, verb: int) -> bool:
    """Say whether "that" belongs to a noun that the verb takes: "reported the invention of a coat that"."""
    first = found[verb + 1].lower
    return position > verb + 1 and first in DETERMINERS and first not in {"this", "that"}


def _quotation(text: str, found: Sequence[Token], verb: int, _: ReportVerb) -> Found | None:
    """``said: P``, ``said, "P"``, ``called it "P"``."""
    after = found[verb + 1 : verb + 3]
    if not after:
        return None
    if found[-1].text == ":" and not any(finite(found, n) for n in range(verb + 1, len(found))):
        return "attribution.quotation", found[-1].end
    reach = range(verb + 1, min(len(found) - 1, verb + REACH))
    mark = next((n for n in reach if found[n].text in {":", ","} and found[n + 1].text == '"'), None)
    if mark and not any(finite(found, n) for n in range(verb + 1, mark)):
        return "attribution.quotation", found[mark + 1].end
    opening = next((token for token in after if token.text in {'"', ":"}), None)
    if opening is None or (opening is not after[0] and after[0].text not in {",", ":"}):
        return None
    return "attribution.quotation", opening.end


def _evidence(text: str, found: Sequence[Token], verb: int, _: ReportVerb) -> Found | None:
    """``found no (credible) evidence that P``, ``saw no sign of N``: what is said begins at "no"."""
    after = found[verb + 1 : verb + 6]
    opens = after and after[0].lower in {"no", "any", "little", "insufficient", "evidence", "proof"}
    if opens and any(report_noun(token.lower, "evidence") for token in after):
        return "attribution.evidence", after[0].start
    return None


def _noun_as(text: str, found: Sequence[Token], verb: int, report: ReportVerb) -> Found | None:
    """``described N as C``, ``declared N to be C``."""
    if verb + 1 >= len(found) or found[verb + 1].lower in {"that", "to", "as", "whether"}:
        return None
    if _not_an_object(found[verb + 1]):
        return None
    rest = found[verb + 2 :]
    cut = next((n for n, token in enumerate(rest) if token.text in {";", ":"}), len(rest))
    said = " ".join(token.lower for token in rest[:cut])
    pattern = AS if report.base in AS_VERBS else TO_BE
    return ("attribution.noun-complement", found[verb + 1].start) if pattern.search(said) else None


def _not_an_object(token: Token) -> bool:
    return (
        not (token.word or token.text == '"') or token.lower in PREPOSITIONS or token.lower in {"only", "just", "not"}
    )


@cache
def _as_verbs() -> frozenset[str]:
    return frozenset(lexicon()["verbs"]["describe"]["verbs"].split())


AS_VERBS = _as_verbs()
AS = re.compile(r"\bas\s")
TO_BE = re.compile(r"\b(?:not )?to (?:be|have)\b|\bnot to (?:be|have)\b")


def _amount(text: str, found: Sequence[Token], verb: int, _: ReportVerb) -> Found | None:
    """``put N at Q``, ``placed N in P``: what is said begins at N."""
    rest = found[verb + 1 :]
    for position, token in enumerate(rest[:40]):
        if position and (token.lower == "at" and _number_near(rest[position + 1 : position + 5])):
            return "attribution.amount", rest[0].start
        if position and COMPASS.fullmatch(token.lower):
            return "attribution.place", rest[0].start
    return None


def _called(text: str, found: Sequence[Token], verb: int, _: ReportVerb) -> Found | None:
    """``called them N``: what is said begins at the pronoun."""
    after = found[verb + 1 : verb + 3]
    if len(after) == 2 and after[0].lower in {"it", "them", "him", "her", "this", "these"} and after[1].word:
        return "attribution.called", after[0].start
    return None


COMPASS = re.compile(r"(?:north|south|east|west)(?:[- ]?(?:east|west))?")
NUMBER_WORDS = frozenset(
    "between about nearly some over under more less least one two three four five six seven eight nine ten".split()
)


def _number_near(tokens: Sequence[Token]) -> bool:
    return any(token.text[0].isdigit() or token.lower in NUMBER_WORDS for token in tokens)


def _gerund(text: str, found: Sequence[Token], verb: int, report: ReportVerb) -> Found | None:
    """``denied owning N``, ``denied the claim``: what is said is the doing or the thing denied."""
    after = found[verb + 1 : verb + 2]
    if not after or not after[0].word:
        return None
    if after[0].lower in {"that", "to", "in", "on", "at", "by"} or after[0].lower in AUXILIARIES:
        return None
    if report.base in AS_VERBS and any(token.lower == "as" for token in found[verb + 2 :]):
        return None
    if report.base in OF_STATEMENTS and not any(report_noun(token.lower) for token in found[verb + 1 : verb + 6]):
        return None
    behind = found[verb + 2].lower if verb + 2 < len(found) else ""
    if after[0].lower.endswith("ing") and behind in {"for", "of"}:
        return None
    return "attribution.denial", after[0].start


def _admitted(text: str, found: Sequence[Token], verb: int, report: ReportVerb) -> Found | None:
    """``admitted taking N``: what is said is the doing."""
    doing = found[verb + 1].lower.endswith("ing") if verb + 1 < len(found) else False
    answer = _gerund(text, found, verb, report) if doing else None
    return ("attribution.admission", answer[1]) if answer else None


def _of_itself(text: str, found: Sequence[Token], verb: int, _: ReportVerb) -> Found | None:
    """``claims to have N``: what is said is what its subject says of itself."""
    after = found[verb + 1 : verb + 3]
    plain = len(after) > 1 and after[0].lower == "to" and after[1].word and not after[1].capital
    return ("attribution.of-itself", after[0].start) if plain and after[1].lower not in DETERMINERS else None


OF_STATEMENTS = frozenset({"dismiss", "reject", "contradict"})
"""Verbs that deny only where their object is a statement: a report is rejected so, a budget or a lawsuit is not."""


def _accusation(text: str, found: Sequence[Token], verb: int, _: ReportVerb) -> Found | None:
    """``accused N of doing``, ``blamed N for M``: what is said begins at N."""
    rest = found[verb + 1 : verb + REACH]
    charge = next((n for n, token in enumerate(rest) if token.lower in {"of", "for", "with"}), 0)
    if not charge or not any(token.lower.endswith("ing") for token in rest[charge + 1 : charge + 3]):
        return None
    return "attribution.accusation", rest[0].start


def _bare(text: str, found: Sequence[Token], verb: int, report: ReportVerb) -> Found | None:
    """``said P``: a clause with a subject and a finite verb of its own."""
    rest = _after_circumstance(_after_time(found[verb + 1 :]))
    if report.base not in _bare_verbs() or len(rest) < 2 or not _opens_clause(rest[0]):
        return None
    if finite(rest, 0) or rest[0].lower in ADVERBS:
        return None
    if "i" in report.takes:
        return _after_addressee(rest)
    reach = next((n for n, token in enumerate(rest) if token.text in {",", ";", ":"}), len(rest))
    if _has_own_verb(rest[: min(reach, REACH)]) or _behind_apposition(rest, reach):
        return "attribution.bare-clause", rest[0].start
    return None


@cache
def _bare_verbs() -> frozenset[str]:
    return frozenset(lexicon()["bare"]["verbs"].split())


TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september "
    "october november december yesterday today earlier later last this week month year morning afternoon evening "
    "night".split()
)


def _after_time(rest: Sequence[Token]) -> Sequence[Token]:
    """Drop a time that stands between the verb and the clause: "announced on Wednesday | the price"."""
    if len(rest) < 3 or rest[0].lower not in {"on", "in", "at"} or not (_timely(rest[1]) or rest[1].text[0].isdigit()):
        return rest
    return rest[
        next((n for n in range(1, len(rest)) if not (_timely(rest[n]) or rest[n].text[0].isdigit())), len(rest)) :
    ]


def _has_own_verb(rest: Sequence[Token]) -> bool:
    """Say whether a clause has a verb besides that of a relative clause in its subject: "the man who fell was"."""
    relative = next((n for n, token in enumerate(rest) if n and token.lower in RELATIVES), len(rest))
    verbs = [n for n in range(1, len(rest)) if _own(rest, n)]
    return any(n < relative for n in verbs) or len(verbs) > 1


RELATIVES = frozenset("that which who whom whose".split())


def _own(rest: Sequence[Token], position: int) -> bool:
    """Say whether a finite verb is the clause's own, and not a second one of the report's subject: "and looked for"."""
    return finite(rest, position) and rest[position - 1].lower not in {"and", "or", "but"}


def _after_circumstance(rest: Sequence[Token]) -> Sequence[Token]:
    """Drop where it was said: "said at a press conference | the laws should change"."""
    if not rest or rest[0].lower not in {"in", "at", "on", "during", "after"}:
        return rest
    for position in range(2, min(len(rest), 9)):
        before = rest[position - 1].lower
        if rest[position].lower in SUBJECTS and before not in PREPOSITIONS | DETERMINERS:
            verbs = range(position + 1, min(len(rest), position + SUBJECT_REACH))
            return rest[position:] if any(finite(rest, n) for n in verbs) else rest
    return rest


def _behind_apposition(rest: Sequence[Token], comma: int) -> bool:
    """Say whether the verb stands behind an apposition to the subject: "said the ship, a ferry, had sunk"."""
    closing = next((n for n in range(comma + 1, min(len(rest) - 1, comma + REACH)) if rest[n].text == ","), 0)
    return closing > 0 and not rest[closing + 1].capital and finite(rest, closing + 1)


def _timely(token: Token) -> bool:
    return token.lower in TIMES


SUBJECTS = frozenset("he she it they we i the a an his her its their there this these those no some".split())
"""Words that begin a subject, and so end the addressee before them."""


def _after_addressee(rest: Sequence[Token]) -> Found | None:
    """``told reporters P``: the clause begins where a second noun phrase does."""
    for position in range(1, min(len(rest) - 1, 5)):
        if rest[position].text in {",", ";", ":", '"'}:
            return None
        opens = rest[position].lower in SUBJECTS and rest[position - 1].lower not in PREPOSITIONS
        opens = opens or _behind_name(rest, position)
        verbs = range(position + 1, min(len(rest), position + SUBJECT_REACH))
        if opens and any(finite(rest, n) for n in verbs):
            return "attribution.bare-clause", rest[position].start
    return None


def _behind_name(rest: Sequence[Token], position: int) -> bool:
    """Say whether a noun in small letters follows a name: "told Agence France-Presse | inspectors had left"."""
    token = rest[position]
    plain = token.word and not token.capital and not finite(rest, position)
    return plain and rest[position - 1].capital and token.lower not in NOT_OPENING | ADVERBS | PREPOSITIONS | TIMES


SUBJECT_REACH = 8
"""Tokens within which the verb of a clause stands that follows an addressee."""

ADVERBS = frozenset("still now then once never not already again also later".split())
NOT_OPENING = frozenset(
    "in on at by to for from with of into about during after before so yes not or nor neither and but as out last next "
    "only just yesterday today".split()
)


def _opens_clause(token: Token) -> bool:
    """Say whether a subject may begin here: after most report verbs a determiner, a name or a plural has to."""
    return token.text[0].isdigit() or (token.word and token.lower not in NOT_OPENING)


Frames = Callable[[str, Sequence[Token], int, ReportVerb], Found | None]
FRAMES: Sequence[tuple[str, Frames]] = (
    ("t", _evidence),
    ("t", _that),
    ("i", _that),
    ("q", _quotation),
    ("g", _gerund),
    ("d", _admitted),
    ("f", _of_itself),
    ("p", _amount),
    ("c", _called),
    ("n", _noun_as),
    ("a", _accusation),
    ("b", _bare),
)
"""The frames, likelier first, by the letter in the lexicon."""
