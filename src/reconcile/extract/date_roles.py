"""Whether a date is that of the event or that of the report on it, by the frame it stands in."""

import re

from reconcile.extract.date_atoms import WEEKDAY

REACH = 140
"""Characters looked at on either side. A subject between a date and its verb is seldom longer."""

VERB = (
    r"(?:said|says|told|tells|stated|states|reported|reports|wrote|writes|announced|announces|declared|testified|briefed"
    r"|informed|concluded|concludes|assessed|judged|estimated|estimates|warned|warns|noted|notes|confirmed|confirms"
    r"|denied|denies|admitted|acknowledged|argued|argues|alleged|alleges|claimed|claims|asserted|insisted|stressed"
    r"|remarked|repeated|reiterated|replied|responded|explained|suggested|suggests|commented|conceded|emphasised"
    r"|emphasized|advised|proposed)"
)
WEAK_VERB = (
    r"(?:found|finds|showed|shows|indicated|indicates|revealed|reveals|disclosed|observed|recorded|recalled|described"
    r"|maintained|added|asked|urged|accused|agreed|discovered|learned|established|heard|discussed|published)"
)
"""Verbs that report only with a that-clause or a quotation: what is found, recalled or shown may be a thing."""

NOUN = (
    r"(?:reports?|letters?|statements?|speech|address|declaration|assessments?|estimates?|study|studies|survey|paper"
    r"|article|memo|memorandum|minutes?|minute|note|briefing|testimony|interview|press\s+release|communiqué|communique"
    r"|dossier|review|findings|conclusions?|judgements?|judgments?|announcement|bulletin|update|publication|analysis"
    r"|inquiry|investigation|email|e-mail|telegram|cable|document|book|digest|presentation|submission|evidence)"
)

TOLD = (
    r"(?:told|informed|briefed|addressed|(?:reported|wrote|writing|speech|statement|replied|responded|announced)\s+to)"
)

BEFORE: tuple[re.Pattern[str], ...] = tuple(
    re.compile(rf"(?:{pattern})\Z", re.IGNORECASE)
    for pattern in (
        rf"\b{NOUN}(?:\s+\([^()]{{1,30}}\))?,?\s+(?:of|dated|from)\s+",
        r"\b(?:dated|published|released|issued|circulated|updated|posted)(?:\s+by\s+[\w’' ]{1,30})?\s+",
        rf"\b{VERB}(?:\s+(?:late|early|earlier|again|publicly|yesterday))?,?\s+",
        rf"\b(?:issued|made|gave|published|released|delivered|sent|submitted)\s+(?:[\w’'-]+\s+){{0,4}}?{NOUN}\s+",
        rf"\b{TOLD}\s+(?:(?!that\b)[\w’'.-]+\s+){{1,6}}",
        r"\(\s*(?:[A-Z][\w’'.-]+,?\s+(?:and\s+|et\s+al\.?,?\s*)?){1,4}",
    )
)
"""What stands right before a report's date: "the letter of", "said on", "told the Council on", "(Okafor et al."."""

NOUN_AFTER = re.compile(rf"\s+(?:(?!of\b|the\b|in\b|on\b|and\b)[\w’'.&-]+\s+){{0,4}}?{NOUN}\b", re.IGNORECASE)
"""What follows an attributive date: "the 2004 report", "a 2001 World Relief study"."""

SUBJECT_THEN_VERB = re.compile(
    rf"[,\s]\s*(?:(?!that\b|which\b|who\b|when\b|where\b|{VERB}\b|{WEAK_VERB}\b)[^\s.;:!?]+\.?\s+){{1,20}}?(?:had\s+|has\s+|also\s+)?"
    rf"(?:(?P<verb>{VERB})|(?P<weak>{WEAK_VERB}))\b(?P<after>[^.;]{{0,40}})",
)
"""A clause whose verb reports, after a date in front: "On 27 January 2003 Blix said"."""

FINITE = re.compile(
    r"\b(?:was|were|is|are|had|has|have|did|does|do|will|would|could|can|may|might|must|should|went|made|took|began"
    r"|came|became|gave|got|[a-z]{3,}ed)\b"
)
REPORTING = re.compile(r"\b(?:that|how|whether|it|there|the|an?|no|he|she|they|its|his|her|their|in|to)\b|[“\"‘:,]")
THAT = re.compile(rf"\s*(?:[^\s.;]+\s+){{0,5}}?(?:that\b|how\b|whether\b|[“\"‘:])|\s+(?:an?|its|his|the)\s+{NOUN}\b")
NOUN_SUBJECT = re.compile(rf"\b{NOUN}\b(?:(?!\bthat\b|\b{VERB}\b)[^.;:!?]){{0,90}}\Z", re.IGNORECASE)
VERB_NEXT = re.compile(rf",?\s+(?:(?:[A-Z][\w.’'-]*\s+){{1,4}})?(?:also\s+|had\s+)?(?:{VERB}|{WEAK_VERB})\b")
DATELINE = re.compile(rf"\s*(?:[A-Z][A-Za-z .,'’/()-]{{0,40}}[,—–-]\s*)?(?:\(?{WEEKDAY},?\s+)?\Z")
DATELINE_END = re.compile(r"\s*(?:[—–]|\.(?:\s|\Z)|:|\)|\Z|\s-\s)")
STOP = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(\[]?[A-Z])|;\s|\n")


def reported(text: str, start: int, end: int) -> bool:
    """Say whether the date at ``start`` to ``end`` is that of a report or statement.

    ``start`` is where the date begins with its preposition. The frames: datelines, "the letter of", "the 2004 report",
    "said on", "On … Blix said", "The report in 2004 found".
    """
    if start < REACH and DATELINE.fullmatch(text, 0, start) and DATELINE_END.match(text, end):
        return True
    floor = max(0, start - REACH)
    if any(pattern.search(text, floor, start) for pattern in BEFORE):
        return True
    if NOUN_AFTER.match(text, end, min(len(text), end + 60)):
        return True
    return _leads_a_report(text, start, end) or _report_is_subject(text, floor, start, end)


def _leads_a_report(text: str, start: int, end: int) -> bool:
    """The date opens the sentence, and its first finite verb reports something."""
    opening = text[max(0, start - 40) : start]
    if opening.strip() and not re.search(r"(?:[.!?;:]|[.!?][\"”’)\]]*|\A\s*\d+\.|[-*•]|\b(?:but|and),?)\s*\Z", opening):
        return False
    found = SUBJECT_THEN_VERB.match(text, end, min(len(text), end + REACH))
    if found is None or FINITE.search(text, end, max(found.start("verb"), found.start("weak"))):
        return False
    if found["weak"]:
        return THAT.match(found["after"]) is not None
    return bool(REPORTING.search(found["after"])) or not found["after"].strip()


def _report_is_subject(text: str, floor: int, start: int, end: int) -> bool:
    """A report is what the sentence is about, and its verb follows the date."""
    if VERB_NEXT.match(text, end) is None:
        return False
    stops = [stop.end() for stop in STOP.finditer(text, floor, start)]
    return NOUN_SUBJECT.search(text, stops[-1] if stops else floor, start) is not None
