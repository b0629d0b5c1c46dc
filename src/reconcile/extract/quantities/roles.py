"""What a quantity is to its claim: the value claimed, or an attribute of a thing; and whether it needs a noun."""

import re

from reconcile.extract.quantities.counted import NOTHING, STOPS, Phrase, phrase, plural
from reconcile.extract.quantities.frames import last_word
from reconcile.extract.quantities.terms import Term
from reconcile.values.quantity import singular
from reconcile.values.units import CURRENCIES, UNITS

BARE_CUE = frozenset(
    """all lost gained won
    at to by was were is are been from than reached totalled totaled numbered numbering least most about some over
    only just of be turned turns another other further killed injured wounded listed roughly around nearly
    almost approximately estimated between aged magnitude measuring measured killing injuring wounding hurting
    arresting leaving leaves left kills injures wounds hurts hurt claiming claims claimed totals totalling
    totaling numbering""".split()
)
"""Words behind which a number without a noun is still a quantity: "put the toll at 5,000"."""

ELIDED_CUE = frozenset("and which whom but with while or including whereas then against".split())
"""Words behind which a number counts what the last one did: "five had been filled with anthrax and 16 with toxin"."""


WEAK_CUE = frozenset("at to by was were is are been from of be all other over under some only just between".split())
"""Cues behind which a plain row of four digits is rather a year or a name: "a breach of 1441"."""

NEEDS_PLURAL = re.compile(
    r"(?:most|many|some|few|various|multiple|numerous|lots\s+of|an?\s+(?:\w+\s+)?(?:lot|array|host|range|series)\s+of)",
    re.IGNORECASE,
)


def needs_noun(text: str, start: int, end: int, first: Term) -> bool:
    """Say whether a number that counts nothing named is too bare to be a quantity."""
    number = first.number
    written = text[first.start : number.end]
    if text.startswith(("-magnitude", " magnitude"), end):
        return False
    if NEEDS_PLURAL.fullmatch(written):
        return not (
            PRONOUN_BEHIND.match(text, end)
            or (DOING.match(text, end) and SUBJECT.search(text, max(0, start - LONGEST_LINK), start))
        )
    if start < first.start or number.kind == "vague" or PRONOUN_BEHIND.match(text, end):
        return False
    grouped = "," in written or number.scale > 1
    if number.kind == "digits" and (number.low or 0) >= 100 and (grouped or _premodifies(text, end, written)):
        return False
    if number.low != 1 and (number.kind == "words" or len(written) < FOUR) and PLURAL_VERB.match(text, end):
        return False
    cue = last_word(text, start)
    if number.kind == "words" and number.low != 1 and cue in KNOWN_CUE and STANDS_ALONE.match(text, end):
        return False
    return cue not in BARE_CUE or (len(written) == FOUR and written.isdigit() and cue in WEAK_CUE)


KNOWN_CUE = frozenset("the these those other".split())
STANDS_ALONE = re.compile(
    r"\s*[,.;:)]|\s+(?:was|were|is|are|had|have|has|did|do|will|would|could|can|may|might|in|on|from|who|that|which|and|but|to|at)\b"
)
"""Behind a number that stands for things known already: "the first of the eight was"."""

FOUR = 4
PLURAL_VERB = re.compile(r"\s+(?:were|are|have|had|died|survived|remain|remained|escaped|fled|perished)\b")
"""What a number alone may be the subject of: "five were filled"."""

DOING = re.compile(
    r"\s+(?:were|are|have|had|did|do|would|will|can|could|may|might|must|should|came|went|left|felt|saw|fled|chose|said|say"
    r"|think|believe|want|feel|see|remain|(?!need)[a-z]{2,}ed)\b"
)
LONGEST_LINK = 12
SUBJECT = re.compile(
    r"(?:\A|[\n.;:,—–“\"(•-]\s?|\b(?:while|and|but|that|because|although|though|as|where|of\s+whom)\s)\Z", re.IGNORECASE
)
"""What stands behind and before "many" and "some" where they stand for people or things: "while many offered"."""

SINGULAR_BEHIND = re.compile(r"\s([a-z]+)\s+[a-z]")


def _premodifies(text: str, end: int, written: str) -> bool:
    """Say whether a noun in the singular follows: "a 149 vote margin"."""
    found = SINGULAR_BEHIND.match(text, end)
    return len(written) < FOUR and found is not None and found[1] not in STOPS


def continues(text: str, before: int, start: int) -> bool:
    """Say whether the number at ``start`` counts again what the one that ended at ``before`` did."""
    if VOTES_TO.fullmatch(text, before, start):
        return True
    if not 0 < start - before < LONGEST_ELISION or SENTENCE_END.search(text, before, start):
        return False
    return last_word(text, start) in ELIDED_CUE or text[start - 2 : start] in (", ", "; ")


VOTES_TO = re.compile(r"\s+votes?\s+to\s+")
LONGEST_ELISION = 160
SENTENCE_END = re.compile(r"[.!?:][”’\"')\]]?\s|\n")
PRONOUN_BEHIND = re.compile(r"\s+of\s+(?:them|those|these|whom|which|us|the|its|his|her|their)\b", re.IGNORECASE)

ATTRIBUTE_NOUNS = (
    r"range|radius|calib(?:re|er)|diameter|length|width|breadth|height|depth|altitude|elevation|distance|wavelength|thickness"
    r"|magnitude|aged|age|wingspan|bore"
)
ATTRIBUTE_BEFORE = re.compile(rf"(?<!\bin\sthe\s)\b(?:{ATTRIBUTE_NOUNS})s?\s*(?:of|:|is|was|=)?\s*\Z", re.IGNORECASE)
ATTRIBUTE_OPENS = re.compile(
    r"(?:below|above|under|over|between|from)\s+(?:the\s+)?(?:elev|alt|ages?\b)|\w+\s+alt", re.IGNORECASE
)
"""Comparators that name what is measured: "below the age of fifteen"."""

BRACKET = r"(?:\s*\([^()]{1,30}\))?"
"""A conversion that stands between a measure and what says of what: "50 miles (80 km) south of"."""
OLD_BEHIND = re.compile(
    rf"{BRACKET}[\s-]+(?:old|of\s+age)\b|[\s-]+(?:long|wide|high|deep|tall|thick|away|apart|across|off)\b",
    re.IGNORECASE,
)

DIRECTION_BEHIND = re.compile(
    rf"{BRACKET}\s+(?:(?:to\s+the\s+)?(?:due\s+)?(?:north|south|east|west)|from\b|off\b|outside\b|inland\b|downwind|downstream|upstream)",
    re.IGNORECASE,
)
NOUN_BEHIND = re.compile(
    r"\s+(?!(?:of|in|from|to|at|on|by|for|with|and|or|per|a|an|the|each|were|was|is|are|had|has|have|that|which|than|as|over"
    r"|under|above|below|below|but|when|while|if|into|between|during|since|until|after|before|against|through|away|ago|later"
    r"|earlier|would|could|can|will|may|might|did|do|does|less|more|short|remained|it|he|she|they|we|not|out|up|down|worth"
    r"|annually|daily|nearby|alone|total|altogether|around|about|within)\b)[‘“]?[a-z]",
)
PREMODIFIERS = ("length in m", "speed in m/s", "power in W", "energy in J", "volume in l", "mass in kg", "area in m2")
COMPOUND_IS_VALUE = ("share", "percentage points", *CURRENCIES)
NOUN_OF = re.compile(
    rf"\b(?P<noun>{ATTRIBUTE_NOUNS}|costs?|price|value|loss(?:es)?|yield|capacity|weight|population|budget|rate|amount|revenues?"
    r"|profits?|death\s+toll|toll|total|figure|number|speed|damages?|worth|fine|debt|deficit|surplus|salary|output)s?"
    r"\s+(?:(?:was|were|is|are|of|at|to|reached|about|(?:stood|stands|standing|now)\s+at|(?:rose|rises|risen|rising|fell|falls"
    r"|climbed|climbs|grew|grows)\s+to|put\s+at|estimated\s+at|has|had|have)\s*){0,3}\Z",
    re.IGNORECASE,
)


SAYS_WHAT = frozenset("was were is are of at to reached about estimated cost costs toll worth fine figure aged".split())
"""Last words of ``NOUN_OF``, for a cheap refusal."""


NUMBERED = re.compile(r"\b(?P<noun>[a-z]+)\s+(?:numbered|numbers?|numbering|totall?ed|totall?ing)\s\Z")
"""What is counted and stands before its number: "the dead numbered 12"."""

NUMBER_OF = re.compile(r"\b(?:numbers?|total)\s+of(?=\s)[^,.;:()]{3,60}\s\Z")
LABEL = re.compile(r"(?:\A|[\n,;.(•–—-]\s*)(?P<noun>[A-Za-z]+(?:\s[a-z]+){0,2}):\s\Z")


def measured_noun(text: str, start: int) -> Phrase:
    """Return the noun before a number that says what it counts or measures: "a range of", "death toll at", "Dead: "."""
    if text[max(0, start - 2) : start] == ": ":
        return _label(text, start)
    word = last_word(text, start)
    if word.startswith(("number", "total")):
        found = NUMBERED.search(text, max(0, start - 40), start)
        noun = found["noun"] if found and plural(found["noun"]) else ""
        return Phrase(singular(noun), singular(noun), -1)
    if word not in SAYS_WHAT:
        return NOTHING
    if many := NUMBER_OF.search(text, max(0, start - 80), start):
        named = phrase(text, text.index("of", many.start()) + 2, one=False)
        return named if named.end < start else NOTHING
    found = NOUN_OF.search(text, max(0, start - 40), start)
    noun = re.sub(r"\s+", " ", found["noun"].lower()) if found else ""
    if noun in ("", "figure", "total", "number", "amount", "value"):
        return NOTHING
    return Phrase("death" if noun.endswith("toll") else "", noun, -1)


def _label(text: str, start: int) -> Phrase:
    found = LABEL.search(text, max(0, start - 40), start)
    head = found["noun"].rpartition(" ")[2].lower() if found else ""
    return Phrase(singular(head), singular(found["noun"].lower()), -1) if found and plural(head) else NOTHING


WEAPON_BEFORE = re.compile(r"\b(?:missiles?|rockets?|shells?|guns?|drones?|mortars?)\s+(?:of\s+)?\Z", re.IGNORECASE)
"""What has a length behind it as its range or calibre: "missiles over 1,000 km"."""

REACH = 60
"""Characters before or behind a duration in which stands what makes it the thing that is counted."""

MEASURED = re.compile(
    r"\b(?:sentenc\w+|prison|jail\w*|imprison\w*|t(?:ake[sn]?|ook|aking)|last(?:s|ed|ing)?|"
    r"need(?:s|ed)?|requir\w+|put|estimat\w+|delay\w*)\b[^.;]*\Z",
    re.IGNORECASE,
)
"""What is measured in time: a sentence, a duty, what something took. Any other duration only describes."""

TERM_BEHIND = re.compile(
    r"[^.;,]{0,24}\b(?:prison|jail|imprisonment|behind bars|sentence)\b"
    r"|\s+(?:ahead|behind|faster|slower|quicker|longer|shorter|more\s+than|less\s+than|too\s)\b"
)
"""What makes a duration what is claimed: a sentence, or by how much two differ."""

DEFINITE = re.compile(
    r"(?:\b(?:the|these|those|its|his|her|their|our|my|your|whose)|[^\W\d_]['’]s|s['’])"
    r"(?:\s+(?:other|same|remaining|first|last|next|previous|final|original|top|main|key|surviving|missing))?\s\Z",
    re.IGNORECASE,
)
"""Before a count that is known already, and counts nothing anew: "the distinction between the two records"."""

MARK_BEHIND = re.compile(r"\s+(?:mark|threshold|limit|barrier|level)\b")
"""Behind a number that is reached or passed, not known: "past the 10,000 mark"."""

POSSESSOR = re.compile(r"\s+(?:[\w-]+\s+){0,2}?[a-z]+s['’]\s+[a-z]")
"""Behind a count of those whose something is: "with two doctors' approval"."""


def is_attribute(text: str, start: int, end: int, unit: str, *, joint: bool) -> bool:
    """Say whether a quantity only describes a thing: calibre, range, age, elevation, the days of a period."""
    if joint and unit not in COMPOUND_IS_VALUE and unit:
        return text.startswith("old", end - len("old")) or not TERM_BEHIND.match(text, end, end + REACH)
    if ATTRIBUTE_BEFORE.search(text, max(0, start - 24), start) or ATTRIBUTE_OPENS.match(text, start):
        return True
    known = UNITS.get(unit)
    if known is None:
        return _is_known(text, start, end)
    if unit == "year" and text[end - 1 : end].isdigit():
        return True
    if known.dimension == "time in days":
        return not (MEASURED.search(text, max(0, start - REACH), start) or TERM_BEHIND.match(text, end, end + REACH))
    if OLD_BEHIND.match(text, end) or DIRECTION_BEHIND.match(text, end):
        return True
    if known.dimension == "length in m" and WEAPON_BEFORE.search(text, max(0, start - 16), start):
        return True
    return known.dimension in PREMODIFIERS and NOUN_BEHIND.match(text, end) is not None


def _is_known(text: str, start: int, end: int) -> bool:
    """Say whether a count only tells which things are meant, or how strong a quake is."""
    if text.startswith(("-magnitude", " magnitude"), end):
        return True
    if MARK_BEHIND.match(text, end):
        return False
    return bool(DEFINITE.search(text, max(0, start - 24), start) or POSSESSOR.match(text, end, end + REACH))
