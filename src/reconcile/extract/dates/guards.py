"""What looks like a date and is none: counts, numbers of resolutions and pages, names, verbs."""

import re

from reconcile.extract.behind import word_before
from reconcile.extract.dates.atoms import Atom

BETWEEN = re.compile(r"\bbetween\s+(?:[\w-]+\s+){0,3}\Z", re.IGNORECASE)
NUMBERED = frozenset(
    """resolution resolutions project paragraph paragraphs para paras para. paras. page pages p. pp. section sections
    chapter article articles room flight box annex volume figure fig. table unscr scr regulation rule route
    highway boeing no. nos. number numbers serial model unit hc cm item items entry note footnote ref reference
    case clause schedule part question version suite apartment gate channel bus train area asteroid ngc class
    type mark series windows id code pin aged age ages iso act lot grid bearing""".split()
)
"""Words behind which four digits are the name of a thing."""

COUNTING = frozenset(
    """least most than over nearly almost some exactly only estimated killed killing those these all other another
    additional further below above averaging totalling totaling numbering""".split()
)
"""Words behind which four digits are a count."""

TEMPORAL = frozenset(
    """in by since until till during from early mid late between after before through throughout spring summer autumn
    fall winter circa c. ca. year years dated mid pre post end""".split()
)
"""Words behind which four digits are a year, unless something measured follows."""

NOT_A_YEAR = re.compile(
    r"(?:\b(?:total\s+of|altitude\s+of|(?:at\s+)?(?:least|most)|(?:more|less|fewer)\s+than)|[$€£¥#+×]|\bS/)\s*\Z",
    re.IGNORECASE,
)
EARLY_AS = re.compile(
    r"\bas\s+(?:early|late|recently|far\s+back)\s+as\s+\Z|\b(?:earlier|later)\s+than\s+\Z"
    r"|\b(?:since|from|until|by)\s+at\s+least\s+\Z",
    re.IGNORECASE,
)
OF_CUE = re.compile(
    r"\b(?:total|stock|stockpile|number|average|sum|maximum|minimum|toll|population|crowd)\s+of\s+\Z", re.IGNORECASE
)
MEASURED = re.compile(
    r"(?:\s*[-–]\s*\d[\d,.]*|\s+(?:to|or|and)\s+\d[\d,.]*)?[\s-]*(?:%|°|(?:per\s?cent|percent|tons?|tonnes?|metric|kg|km|mm|"
    r"m|cm|metres?|meters?|miles?|feet|ft|hours?|days?|years?|months?|men|women|people|troops|litres?|dollars|euros|pounds|"
    r"GMT|UTC|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|hrs|MW|kW|hp|rpm|mph|calories|square|cubic|acres|hectares|local\s+time|hours)\b)"
)
COUNTED = re.compile(
    r"\s+(?!(?:the|a|an|its|his|her|their|this|that|it|he|she|they|as|was|is|has|all)\b)(?:[a-z][\w-]*\s+){0,2}[a-z]{3,}(?:[^su\W]s|ies|men|people)\b"
)
OF_THEM = re.compile(
    r"\s+(?:of\s+(?:them|these|those|whom|which|his|her|its|their|our)|more|fewer|others?|or\s+(?:more|so|fewer)|in\s+all)\b"
)
ADDRESS = re.compile(
    r"\s+(?:[A-Z][\w.’'-]*\s+){1,4}(?:Street|St\.|Avenue|Ave\b|Road|Rd\b|Drive|Boulevard|Blvd|Lane|Highway|Way|Square|Place|Terrace)"
)
ARTICLE = re.compile(r"(?:\b(?:the|its|his|her|their|our|a|an|this|that|and|or)|[’']s|[,(—–:\[])\s*\Z", re.IGNORECASE)

NUMBER_BEFORE = re.compile(r"\d\s?\(\Z")
"""The year in "resolution 687 (1991)" belongs to its number."""

OPENERS = frozenset(
    "around about approximately roughly of to and or but the a an then also when while although as".split()
)
NAME_BEFORE = re.compile(r"(?<![.!?:;] )(?<![“\"‘(\[])\b(?!The\b)(?!FY\b)[A-Z][^\W\d_][^\W\d]*\s\Z")
"""A year that is part of a name: "Lisbon 2007". Not "(Smith 2007)"."""

MONTH_WORDS = frozenset(
    """in by since until till during from of late early mid between after before last this next through around about to
    and for end than""".split()
)
AMBIGUOUS = frozenset({"XXXX-05", "XXXX-03"})
"""May and March are also a person and a verb; behind "to", "of" or "and" they are more often that."""

MONTH_PART = re.compile(
    r"\b(?:end|beginning|start|middle|rest|whole|most|half|week|early|late)\s+(?:of|and|to)\s+\Z", re.IGNORECASE
)
PLACING = frozenset("in since until till during early late mid last next that between end".split())
AFTER_MONTH = re.compile(r"\s+(?:[A-Z][a-z]|\d)|['’-]\w|\s+(?:not|be|have|well)\b")
NAMES_A_THING = re.compile(r"\s+[a-z]{4,}")
DECADE_WORDS = frozenset("the early mid late".split())


def is_date(text: str, atom: Atom) -> bool:
    """Tell a year from a count, May from may, the eighties from his eighties."""
    if not atom.bare:
        return True
    if atom.edtf.startswith("XXXX"):
        return _is_month(text, atom)
    if text[atom.start].isalpha():
        return word_before(text, atom.start) in DECADE_WORDS
    return _is_year(text, atom)


def _is_month(text: str, atom: Atom) -> bool:
    word = word_before(text, atom.start)
    if word in ("the", "its", "his", "her", "their", "s"):
        window = text[max(0, atom.start - 24) : atom.start]
        part = MONTH_PART.search(window.removesuffix("the "))
        return bool(part or (atom.edtf != "XXXX-05" and NAMES_A_THING.match(text, atom.end)))
    if word == "of" and MONTH_PART.search(text, max(0, atom.start - 24), atom.start):
        return True
    if word in PLACING:
        return text[atom.end : atom.end + 1] not in ("-", "'", "’") or text[atom.end + 1 : atom.end + 2] == "s"
    if word not in MONTH_WORDS or AFTER_MONTH.match(text, atom.end):
        return False
    if atom.edtf in AMBIGUOUS and word in ("to", "of", "and", "about", "around", "after"):
        return MONTH_PART.search(text, max(0, atom.start - 24), atom.start) is not None
    return True


def _is_year(text: str, atom: Atom) -> bool:
    if MEASURED.match(text, atom.end):
        return False
    floor, word = max(0, atom.start - 48), word_before(text, atom.start)
    if word in TEMPORAL:
        return text[atom.start - 1] not in "$€£¥#+×"
    if word in NUMBERED:
        return False
    if word in COUNTING or NOT_A_YEAR.search(text, floor, atom.start):
        return EARLY_AS.search(text, floor, atom.start) is not None
    return _in_place_of_a_year(text, atom, floor, word)


def _in_place_of_a_year(text: str, atom: Atom, floor: int, word: str) -> bool:
    if word not in OPENERS and NAME_BEFORE.search(text, floor, atom.start) and text[atom.end : atom.end + 1] != ")":
        return False
    if NUMBER_BEFORE.search(text, floor, atom.start) or OF_THEM.match(text, atom.end) or ADDRESS.match(text, atom.end):
        return False
    if word == "of" and OF_CUE.search(text, floor, atom.start):
        return False
    if word in ("to", "around", "about", "approximately", "roughly") and COUNTED.match(text, atom.end, atom.end + 60):
        return False
    if word in ("of", "to") or BETWEEN.search(text, floor, atom.start):
        return True
    return bool(ARTICLE.search(text, floor, atom.start)) or not COUNTED.match(text, atom.end, atom.end + 60)
