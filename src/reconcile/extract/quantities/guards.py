"""What makes a number no quantity: names of things, codes, list marks, clock times, ages in passing, pronouns."""

import re
from collections.abc import Mapping

from reconcile.extract.quantities.frames import last_word
from reconcile.extract.quantities.terms import Term
from reconcile.values.units import CURRENCIES

NAMES_A_THING = frozenset(
    """resolution resolutions project paragraph paragraphs para paras page pages p pp section sections chapter chapters
    article articles art room flight box annex annexes volume vol figures figure figs fig table tables unscr
    regulation rule rules route highway interstate motorway road boeing airbus no nos nr number serial round
    phase category level type mark mk stage grade tier version note notes footnote footnotes appendix line
    question questions item step part band group channel studio gate platform flat suite floor block building
    apartment division brigade battalion regiment squadron unit formula apollo soyuz psalm verse act scene
    season episode class size ps bp code zip per protocol amendment title order directive form schedule exhibit
    bill hc cm cmnd seeded ranked covid v ref file document doc plot lot pier terminal runway clause clauses
    subparagraph subsection scenario district ward sector windows ios android python build model isbn issn doi
    chart map slide entry column row opus op sonata lesson exercise problem theorem equation eq lemma petition
    proposition""".split()
)
"""Words behind which a number is a name: "resolution 687", "Project 922", "round 3"."""

NAME_ENDS = re.compile(r"\s*(?:[,.;:)]|\Z)|\s+of\b")
"""What stands behind "phase two", and not behind the number of "on this page two maps show"."""

PAGE_OF = re.compile(r"\bpages?\s+\d+\s+of\s+\Z", re.IGNORECASE)
GLUED_BEFORE = re.compile(
    r"(?:\w|[\w)]/|[^\W\d_]\.|\d[.,:]|[^\W_][-‑]|\d[–—]|[\\@&=_^°+#№§¶]\s?|\d\s[-–x×]\s|\bv\.?\s)\Z"
)
GLUED_AFTER = re.compile(
    r"(?:st|nd|rd|th)\b|[:/]\d|\.\d|[-‑–]\d|[^\W\d_]|[-‑][A-Z]|°|\s*['’′″]\s?\d|\s?(?:a\.m|p\.m|am\b|pm\b|o['’]clock|GMT|UTC"
    r"|hrs\b|hours\s+(?:local|GMT|UTC)|[bB]\.?[cC]\.?(?:[eE]\.?)?(?![\w.])|[cC]\.?[eE]\.?(?![\w.])|A\.?D\.?(?![\w.]))|,\d|[-‑–](?:\w+[-‑])?(?:year|man|woman)s?[-‑]?(?=\Z)",
)
AFTER_DIGITS = re.compile(r"\d\s\Z")
BRACKETED = re.compile(r"[\[(]\s?\Z")
CLOSED = re.compile(r"\s?(?:[,;–-]\s?\d+\s?)*[\])]")
LIST_NUMBER = re.compile(r"(?:\A|\n|[.!?][”’\"')\]]?\s)\s*\(?\Z")
LIST_MARK = re.compile(r"[.)](?:\s|\Z)|\s+[–—]\s")
AGE = re.compile(r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*,\s\Z")
AGE_END = re.compile(r"\s*[,.)]")
NAME_BEFORE = re.compile(r"(?<![.!?:;]\s)(?<!\A)\b[A-Z][\w’-]*[a-z][\w’-]*\s\Z|\b[A-Z]{2,}[\w-]*\)?\s\Z")
LOWER_NEXT = re.compile(r"[\s\u00a0]+(?:[a-z]|[A-Z][\w-]+\s+(?:[A-Z][\w-]+\s+){0,3}[a-z]|per\s?cent)|[%‰]|\s*\(")
FORMATION = re.compile(
    r"\s+(?:\([A-Z][A-Za-z]*\)\s+)?(?:[A-Z][\w’'-]*\s+){0,3}(?:Brigade|Division|Battalion|Regiment|Squadron|Corps|Army|Fleet"
    r"|Group|Commando|Wing|Platoon|Battery|Infantry|Street|Avenue|Road|Lane|Square|Place|Drive|Boulevard)\b(?!s)"
    r"|\s[A-Z][a-z]+\s[b-h]\b(?![.’'])"
)
"""A number before one of these in the singular is a name: "7 Armoured Brigade", "10 Downing Street", "55 Cancri e"."""

QUOTE_BEFORE = re.compile(r"[\"“][^\"“”.;:]{0,30}\Z")
QUOTED_NAME = re.compile(
    r"[^\"“”.;:]{0,30}[\"”]\s+(?:model|policy|principle|formula|framework|system|approach|plan|rule|doctrine|scheme|initiative"
    r"|programme|program|campaign|slogan|strategy|concept|arrangement|movement|challenge|series|show|film|album|song|book)s?\b"
)
"""Behind a number in what something is called: the "two hands, one heart" campaign."""

GROUP_OF = re.compile(r"\b(?:Group|Gang|Committee|Class|Council)\s+of\s\Z")
"""Before the number of a body that is named by how many belong to it."""

ONE_IS = re.compile(
    r"one\s+(?:of|another|who|which|that|by|thing|is|was|can|could|has|had|would|might|may|must|should|cannot|after"
    r"|whose|more|side|hand|way|time|and|or(?!\s+(?:two|more)\b)|to|in|on|at|whom|but|as|the|a|an|it|he|she|they|we|you|i|if|when|where|did"
    r"|does|do|will|also|wants?|needs?|just|simply|really|ever|finds?|looks?|considers?|reads?|says?|thinks?|year\s+ago)\b"
    r"|one[-’'](?!to-)|one\s*[,.;:!?)—–]",
    re.IGNORECASE,
)
BEFORE_ONE = re.compile(
    r"\b(?:no|the|this|that|any|each|every|which|another|some|a|an|such|her|his|my|their|our|your|new|only|other|first"
    r"|last|big|good|as|not|number|actual|real|former|latter|right|wrong|next|previous|second|loved|little|small|single|same"
    r"|if|when|whether|where|how|better|different|latest|great|old|young|key)\s\Z",
    re.IGNORECASE,
)
BEFORE_VAGUE: Mapping[str, re.Pattern[str]] = {
    "vague": re.compile(
        r"\b(?:as|how|so|too|not|the|last|past|next|first|these|those|every|precious)\s\Z|\bno\s\Z", re.IGNORECASE
    ),
    "most": re.compile(
        r"(?:\b(?:the|its|his|her|their|our|my|your|whose|this|these|those|a|an|at|what|second|third|next|two|three|is|are"
        r"|was|were|be|been)|['’]s|s['’])\s\Z",
        re.IGNORECASE,
    ),
}
"""Words before "many" and "few" that ask or compare rather than count, and before "most" that make it a degree."""

COMPARED = re.compile(r"\b(?:least|than|to|most|exactly|just|only|about|between)\s\Z", re.IGNORECASE)
YEARLIKE = re.compile(r"(?:1[5-9]|20)\d\d\Z")
CHAIN = re.compile(r"\s*(?:[,;&–—‑-]|and|or|to|through|as\s+well\s+as)\s+(?:\d[\d.]*\s*,\s*)?\Z|\s?[,&–—‑-]\s?\Z")
"""What joins the numbers of a list of names: "Sections 6.2 and 6.5", "paragraphs 14, 16 and 20"."""


def names_a_thing(text: str, start: int) -> bool:
    """Say whether what stands before makes a number in digits a name, whatever follows."""
    return last_word(text, start).rstrip(".") in NAMES_A_THING


def is_no_quantity(text: str, first: Term, named: int, *, elided: bool) -> bool:
    """Say whether the number is a name, a list mark, a clock time, an age in passing, or a pronoun.

    ``named`` is where the last number ended that was one, since what is joined to it by "and" is one too; or -1.
    ``elided`` says that an earlier number may tell what it counts: "two died, one in Ohio".
    """
    start, end, kind = first.number.start, first.number.end, first.number.kind
    if _called(text, start, end):
        return True
    if first.unit in CURRENCIES:
        return False
    if kind == "digits":
        return _code(text, first, start, end, named) or _in_passing(text, first, start, end)
    if kind in BEFORE_VAGUE:
        counts = kind == "most" and (end - start > len("most") or text.startswith(" of", end))
        return not counts and BEFORE_VAGUE[kind].search(text, max(0, start - 16), start) is not None
    if kind in ("words", "fraction") and text[start].isupper() and not opens_sentence(text, start):
        return True
    if text[max(0, start - 1) : start] in ("-", "‑", "'", "’"):
        return True
    if text[start:end].lower() == "one":
        return _pronoun(text, start, first, elided=elided)
    if kind == "words" and last_word(text, start) == "no":
        return True
    if kind == "words" and not first.unit and NAME_ENDS.match(text, end) and last_word(text, start) in NAMES_A_THING:
        return True
    return bool(re.match(r"[-‑](?!(?:odd|plus|to)\b)\w", text[end : end + 6])) and not first.unit


def _called(text: str, start: int, end: int) -> bool:
    """Say whether a number is a word of what something is called: "zero tolerance", the "two hands" campaign."""
    if text.startswith(" tolerance", end):
        return True
    return QUOTED_NAME.match(text, end) is not None and QUOTE_BEFORE.search(text, max(0, start - 32), start) is not None


def _code(text: str, first: Term, start: int, end: int, named: int) -> bool:
    before = last_word(text, start)
    if GLUED_BEFORE.search(text, max(0, start - 4), start):
        return True
    if before == "of" and PAGE_OF.search(text, max(0, start - 16), start):
        return True
    if first.unit or first.number.scale > 1:
        return False
    if named >= 0 and start - named < 12 and CHAIN.fullmatch(text, named, start):
        return True
    return _coded(text, first, start, end, before)


def _coded(text: str, first: Term, start: int, end: int, before: str) -> bool:
    if text[start] == "0" and end - start > 1 and text[start + 1] != ".":
        return True
    ranged = _range_behind(text, end, first.number.low or 0)
    if AFTER_DIGITS.search(text, max(0, start - 2), start) and not ranged and LOWER_NEXT.match(text, end) is None:
        return True
    if GLUED_AFTER.match(text, end) and not ranged:
        return True
    if FORMATION.match(text, end) or GROUP_OF.search(text, max(0, start - 12), start):
        return True
    named = NAME_BEFORE.search(text, max(0, start - 24), start) if before else None
    if named is None or opens_sentence(text, named.start()):
        return False
    return end - start == 1 or YEARLIKE.match(text[start:end]) is not None or LOWER_NEXT.match(text, end) is None


RANGE_BEHIND = re.compile(
    r"[-‑–—](?P<high>\d[\d,]*(?:\.\d+)?)(?P<noun>\s?%|\s+(?:[a-z]|US|\$)|\s?[a-zA-Z]+/)?(?![-\d])"
)


def _range_behind(text: str, end: int, low: float) -> bool:
    """Tell a range from a code or a score: "40-60 litres" and "4,500–6,000", not "555-1234-77" or "won 3-2"."""
    found = RANGE_BEHIND.match(text, end, end + 24)
    if found is None:
        return False
    high = float(found["high"].replace(",", "") or 0)
    return low < high and (bool(found["noun"]) or "," in found["high"])


def _in_passing(text: str, first: Term, start: int, end: int) -> bool:
    if BRACKETED.search(text, max(0, start - 2), start) and CLOSED.match(text, end):
        return True
    if LIST_NUMBER.search(text, max(0, start - 8), start) and LIST_MARK.match(text, end):
        return True
    bare = not first.unit
    if (
        bare
        and text[start - 2 : start] == ", "
        and AGE.search(text, max(0, start - 48), start)
        and AGE_END.match(text, end)
    ):
        return True
    return bare and YEARLIKE.match(text[start:end]) is not None and LOWER_NEXT.match(text, end) is None


def opens_sentence(text: str, start: int) -> bool:
    """Say whether a sentence may begin at ``start``, so that a capital letter there says nothing."""
    before = text[max(0, start - 6) : start].rstrip(" \"'“‘(")
    return not before or before[-1] in ".!?:;\n•–—-]" or text[max(0, start - 1) : start] == "\n"


ONE_DAY = re.compile(
    r"one\s+(?:(?:day|morning|evening|afternoon|night)(?!\s+(?:of|later|after|before|earlier|per|a|ago|in|to|and|or|only|from)\b)"
    r"|(?:hand|side|time|way|thing)\b)",
    re.IGNORECASE,
)
"""Some day or other, and one hand against the other: nothing is counted."""

ONE_WHERE = re.compile(r"one\s+(?:in|at|on|by|after|from|as|was|is|had|has|died|remains|survived)\b", re.IGNORECASE)


def _pronoun(text: str, start: int, first: Term, *, elided: bool) -> bool:
    if COMPARED.search(text, max(0, start - 12), start):
        return False
    if BEFORE_ONE.search(text, max(0, start - 12), start) or ONE_DAY.match(text, start):
        return True
    if elided and ONE_WHERE.match(text, start):
        return False
    return ONE_IS.match(text, start) is not None and not first.unit
