"""Whether a date is that of the event or that of the report on it, by the frame it stands in."""

import re
from collections.abc import Sequence

from reconcile.extract.dates.atoms import WEEKDAY

REACH = 140
"""Characters looked at on either side. A subject between a date and its verb is seldom longer."""

SPEAKING = frozenset(
    """said says told tells stated states reported reports reporting announced announces declared testified concluded
    concludes assessed judged estimated estimates warned warns noted notes confirmed confirms denied denies admitted
    acknowledged argued argues alleged alleges claimed claims asserted insisted stressed remarked repeated reiterated
    replied responded explained suggested suggests commented conceded emphasised emphasized tweeted wrote writes writing
    quoted recalled speaking indicated revealed disclosed hinted pledged vowed promised urged predicted""".split()
)
"""Verbs whose date is when it was said, where it stands right behind them."""

ADDRESSING = frozenset(
    """told informed briefed advised wrote writing reported replied responded announced stated testified assured
    warned reminded notified addressed speaking spoke""".split()
)
"""Verbs with a hearer between them and the date: "told the Council on 5 June"."""

NOUNS = frozenset(
    """report reports letter letters statement statements speech address declaration assessment assessments estimate
    estimates study studies survey paper article memo memorandum minute minutes note notes briefing briefings testimony
    interview interviews release communiqué communique dossier review announcement bulletin update analysis email e-mail
    emails telegram telegrams cable cables tweet tweets post posting presentation submission press-release digest
    reporting disclosure remarks conference news-conference advice paper papers dispatch broadcast blog editorial
    submission letter judgement judgment""".split()
)
"""What is said or written: behind these a date is when."""

WRITINGS = NOUNS | frozenset(
    """findings conclusions conclusion publication inquiry investigation document documents book evidence response
    intelligence draft version nie manifesto book message messages advisory forecast outlook edition""".split()
)
"""What is said or written, where "of", "dated" or a participle joins it to its date."""

MADE = frozenset(
    """dated published released issued circulated updated posted written sent produced delivered given made submitted
    commissioned drafted prepared signed adopted broadcast presented unveiled""".split()
)
STAND_INS = frozenset({",", ")", "]", "that", "those"})
ARTICLES = frozenset("the a an this that its his her their our".split())
BEING = frozenset("was were is are be been being had has have".split())
LINKS = frozenset("of dated from for in on".split())
FINITE_WORDS = frozenset(
    """was were is are had has have did does do will would could can may might must should went made took began came
    became gave got held set met left sent kept led ran found won lost fell rose grew knew brought bought fought drew
    threw drove broke chose hit cut put shot struck stood sat sold sought built spent felt paid fled""".split()
)
PRONOUNS = frozenset("they he she it i we you there".split())
SUBORDINATE = frozenset("that which who whom whose when where while because although if".split())

NOUN = rf"(?:{'|'.join(sorted(WRITINGS, key=len, reverse=True))})"
NOUN_AFTER = re.compile(
    rf"\]?\s+(?:(?!of\b|the\b|in\b|on\b|and\b|to\b|by\b|for\b|a\b)[\w’'.&-]+\s+(?:and\s+)?){{0,4}}?{NOUN}\b",
    re.IGNORECASE,
)
"""What follows an attributive date: "the 2004 report", "a 2001 World Relief study"."""

VERB = (
    r"(?:said|says|told|tells|stated|reported|reports|wrote|writes|announced|announces|declared|testified|briefed"
    r"|informed|concluded|concludes|assessed|judged|estimated|estimates|warned|warns|noted|notes|confirmed|confirms"
    r"|denied|denies|admitted|acknowledged|argued|argues|alleged|alleges|claimed|claims|asserted|insisted|stressed"
    r"|remarked|repeated|reiterated|explained|suggested|suggests|commented|conceded|emphasised"
    r"|emphasized|advised|proposed|tweeted)"
)
WEAK_VERB = (
    r"(?:found|finds|showed|shows|indicated|indicates|revealed|reveals|disclosed|observed|recorded|recalled|described"
    r"|maintained|added|asked|urged|accused|agreed|discovered|learned|established|heard|discussed|published|issued"
    r"|highlighted|replied|responded)"
)
"""Verbs that report only with a that-clause or a quotation: what is found, recalled or shown may be a thing."""

SUBJECT_THEN_VERB = re.compile(
    rf"[,\s]\s*(?:(?!that\b|which\b|who\b|when\b|where\b|{VERB}\b|{WEAK_VERB}\b)[^\s.;:!?]+\.?\s+){{1,20}}?(?:had\s+|has\s+|also\s+)?"
    rf"(?:(?P<verb>{VERB})|(?P<weak>{WEAK_VERB}))\b(?P<after>[^.;]{{0,40}})",
)
"""A clause whose verb reports, after a date in front: "On 27 January 2003 Blix said"."""

FINITE = re.compile(rf"\b(?:{'|'.join(sorted(FINITE_WORDS))}|(?!unit)[a-z]{{3,}}ed)\b")
REPORTING = re.compile(r"\b(?:that|how|whether|it|there|the|an?|no|he|she|they|its|his|her|their|in|to)\b|[“\"‘:,]")
THAT = re.compile(rf"\s*(?:[^\s.;]+\s+){{0,5}}?(?:that\b|how\b|whether\b|[“\"‘:])|\s+(?:an?|its|his|the)\s+{NOUN}\b")
COMPLEMENT = re.compile(
    r"(?:,?\s+(?:that|how|whether)\b|\s*[:“\"]|,?\s*[“\"]|,?\s+(?:stating|saying|asking|warning|arguing|explaining|adding|reporting)\b"
    r"|\s+to\s+(?:say|emphasi[sz]e|explain|report|ask|warn|tell|stress|confirm|express|state|note|inform|advise|suggest|propose)\b)"
)
VERB_NEXT = re.compile(rf",?\s+(?:(?:[A-Z][\w.’'-]*\s+){{1,4}})?(?:also\s+|had\s+)?(?:{VERB}|{WEAK_VERB})\b")
SPEAKS_NEXT = re.compile(rf"\s+(?:also\s+|had\s+)?{VERB}\b")
CLOCK = re.compile(
    r"\s+(?:at\s+)?\d{1,2}(?::\d\d)?(?:\s*[ap]\.?m\.?)?(?:\s+(?:local\s+time|[A-Z]{2,4}))?(?:\s+\([^()]{1,20}\))?\s*\Z"
)
DATELINE = re.compile(rf"\s*(?:[A-Z][A-Za-z .,'’/()-]{{0,40}}[,—–-]\s*)?(?:\(?{WEEKDAY},?\s+)?\Z")
PLACED = re.compile(r"(?:in|on|at|during|from|between|throughout|over)\s", re.IGNORECASE)
DATELINE_END = re.compile(r"\s*(?:[—–]|\.(?:\s|\Z)|:|\)|\Z|\s-\s)")
RUN_ON = re.compile(rf"{WEEKDAY},?\s[^\n]*\d{{4}}\s[A-Z]\Z")
"""A weekday and the whole date in front of a paragraph, with nothing between them and its first word."""

STOP = re.compile(
    r"[.!?;\n](?:(?<=\n)|(?<=;)\s|(?<=[.!?])(?<!\b[ap]\.m\.)(?<!\bMr\.)(?<!\bDr\.)(?<!\bMrs\.)(?<!\b[A-Z]\.)"
    r"[\"”’)]*\s+(?=[\"“‘(\[]?[A-Z]))"
)
"""Where a sentence or half a sentence ends; not behind a title, an initial or a clock time."""
CITED = re.compile(r"\(\s*(?:[A-Z][\w’'.-]+,?\s+(?:and\s+|et\s+al\.?,?\s*)?){1,4}\Z")
WORD = re.compile(r"[\w’'é-]+|[^\w\s]")
NO_WORD = frozenset(',:—–“”"()[]')


def reported(text: str, start: int, end: int) -> bool:
    """Say whether the date at ``start`` to ``end`` is that of a report or statement.

    ``start`` is where the date begins with its preposition. The frames: datelines, "the letter of", "the 2004 report",
    "said on", "On … Blix said", "In his speech on …, Blix", "The report in 2004 found".
    """
    if (
        start < REACH
        and not PLACED.match(text, start)
        and DATELINE.fullmatch(text, 0, start)
        and (DATELINE_END.match(text, end) or RUN_ON.match(text[start : end + 2]))
    ):
        return True
    if NOUN_AFTER.match(text, end, min(len(text), end + 60)):
        return True
    before = _clause_before(text, start)
    if not before:
        return _leads_a_report(text, start, end)
    words = frozenset(map(str.lower, before))
    told = not words.isdisjoint(WRITINGS)
    return (
        (told and _behind_a_writing(before))
        or (not words.isdisjoint(MADE) and _made(before))
        or _behind_a_verb(text, before, end)
        or (text[start - 1] != "\n" and CITED.search(text, max(0, start - REACH), start) is not None)
        or _leads_a_report(text, start, end)
        or (text[end : end + 1] == "," and (_introduced(before) or (_unfinished(before) and _tells(text, end))))
        or (told and _of_the_subject(before))
        or (
            VERB_NEXT.match(text, end) is not None
            and (told or (_verbless(before) and SPEAKS_NEXT.match(text, end) is not None))
        )
    )


def _clause_before(text: str, start: int) -> Sequence[str]:
    """Return the words and marks of the sentence up to ``start``, no more than ``REACH`` characters of it."""
    floor = max(0, start - REACH)
    for stop in STOP.finditer(text, floor, start):
        floor = stop.end()
    clock = CLOCK.search(text, max(floor, start - 40), start) if start and text[start - 1] in " )" else None
    return WORD.findall(text, floor, clock.start() if clock else start)


def _behind_a_writing(before: Sequence[str]) -> bool:
    """The letter of, a report on, an assessment (in draft) issued on, a tweet posted by X on."""
    last = before[-1].lower()
    if last == ")" and "(" in before:
        before = before[: len(before) - 1 - list(reversed(before)).index("(")]
        last = before[-1].lower() if before else ""
    if last in NOUNS:
        return not _answered(before)
    behind = before[-2].lower() if len(before) > 1 else ""
    return last in LINKS and (behind in WRITINGS or (behind in STAND_INS and _writing_near(before)))


def _answered(before: Sequence[str]) -> bool:
    """Responded to the report on: of the answer, not of the report."""
    words = [word.lower() for word in before[-6:-1]]
    place = words.index("to") if "to" in words else -1
    return 0 <= place < len(words) - 1 and words[place + 1] in ARTICLES and "according" not in words


def _writing_near(before: Sequence[str]) -> bool:
    return any(word.lower() in WRITINGS for word in before[-14:-2])


def _made(before: Sequence[str]) -> bool:
    """Published on, issued by the ministry on: of a writing, and not as what the sentence tells ("was published")."""
    tail = [word.lower() for word in before[-7:]]
    place = next((i for i in reversed(range(len(tail))) if tail[i] in MADE), None)
    if place is None or (place < len(tail) - 1 and tail[place + 1] not in ("by", "to", "in", "late", "early", "on")):
        return False
    behind = tail[place - 1] if place else ""
    if behind in BEING or (tail[place + 1 :] and not NO_WORD.isdisjoint(tail[place + 1 :])):
        return False
    begin = len(before) - len(tail) + place
    return not begin or any(w.lower() in WRITINGS for w in before[max(0, begin - 6) : begin])


def _behind_a_verb(text: str, before: Sequence[str], end: int) -> bool:
    """Said on; told the Council on; reported to the board on … that; issued a statement on."""
    if before[-1] in SUBORDINATE:
        return False
    if before[-1] in SPEAKING or (before[-1] in ADVERBS and before[-2:-1] and before[-2] in SPEAKING):
        return not _was_seen(before) or COMPLEMENT.match(text, end) is not None
    for place in range(len(before) - 2, max(-1, len(before) - 12), -1):
        word = before[place]
        if word in ADDRESSING:
            return word == "told" or COMPLEMENT.match(text, end) is not None
        if word == "said" or (word == "to" and before[place - 1].lower() == "according"):
            return True
        if word in PRONOUNS or word in SUBORDINATE or word in FINITE_WORDS or word in NO_WORD or word in SPEAKING:
            return False
    return False


OPENED = re.compile(r"(?:[.!?;:]|[.!?][\"”’)\]]*|\A\s*\d+\.|[-*•]|\b(?:but|and),?)\s*\Z")


ADVERBS = frozenset("late early again publicly first last also later initially officially originally".split())
"""Words that may stand between a verb that reports and its date, or before it."""


def _was_seen(before: Sequence[str]) -> bool:
    """Say whether something, not words, was "first reported" then; "it was reported" is of words."""
    words = [word.lower() for word in before if word.lower() not in ADVERBS][-3:]
    return len(words) > 1 and words[-1].endswith("ed") and words[-2] in ("were", "was") and words[:-2] != ["it"]


def _leads_a_report(text: str, start: int, end: int) -> bool:
    """The date opens the sentence, and its first finite verb reports something."""
    opening = text[max(0, start - 40) : start]
    if opening.strip() and not OPENED.search(opening):
        return False
    return _tells(text, end)


def _tells(text: str, end: int) -> bool:
    """A subject follows, and the first finite verb reports something."""
    found = SUBJECT_THEN_VERB.match(text, end, min(len(text), end + REACH))
    if found is None or FINITE.search(text, end, max(found.start("verb"), found.start("weak"))):
        return False
    if found["weak"]:
        return THAT.match(found["after"]) is not None
    return bool(REPORTING.search(found["after"])) or not found["after"].strip()


def _unfinished(before: Sequence[str]) -> bool:
    """During a discussion with X on …: a preposition opens the sentence, and no verb has come."""
    words = [word for word in before if word.isalpha()]
    opens = bool(words) and words[0] in ("In", "At", "During", "On")
    return opens and _verbless(words)


def _verbless(words: Sequence[str]) -> bool:
    return not any(
        word in FINITE_WORDS or word in SPEAKING or (word.endswith("ed") and word.islower()) for word in words
    )


def _of_the_subject(before: Sequence[str]) -> bool:
    """Blix’s statement to the Council on … surprised: the writing is the subject, and its verb is still to come."""
    words = [word.lower() for word in before]
    place = next((i for i in reversed(range(len(words))) if words[i] in NOUNS), -1)
    if place < 0 or len(words) - place > 8 or not NO_WORD.isdisjoint(words[place:]):
        return False
    return (
        before[0][:1].isupper() and _verbless(before[1:]) and words[0] not in ("in", "at", "to", "during", "following")
    )


def _introduced(before: Sequence[str]) -> bool:
    """In his statement to the House on …, X set out: a writing, and no verb, between the opening and the date."""
    words = [word.lower() for word in before]
    first = next((i for i, word in enumerate(words) if word.isalpha()), 0)
    if words[first] not in ("in", "at", "according", "presenting", "during"):
        return False
    named = any(word in NOUNS for word in words[first:])
    return named and FINITE_WORDS.isdisjoint(words) and SPEAKING.isdisjoint(words)
