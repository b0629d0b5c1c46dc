"""Dates that have to be worked out: "the same day", "two years later", "yesterday", "the past decade", "on Tuesday".

What points back is taken from the paragraph, what points at the day of writing from the document's own date; where
that is missing the date is ``XXXX``, told by its words alone, rather than a wrong one.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from reconcile.extract.dates.atoms import MONTH, Atom
from reconcile.extract.dates.frames import PARTS, bounded, ends, part
from reconcile.extract.dates.pointer import Pointer
from reconcile.extract.dates.roles import STOP
from reconcile.extract.dates.steps import DIGITS, UNKNOWN, shifted, span_back, stepped
from reconcile.extract.dates.years import spoken
from reconcile.values.edtf import parse

WEEKDAYS: Mapping[str, int] = {
    day: i for i, day in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
DAYS_FROM_TODAY: Mapping[str, int] = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
COUNTS: Mapping[str, int] = {
    word: i
    for i, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=1
    )
} | {"a": 1, "an": 1, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}  # fmt: skip
LONG = frozenset({"year", "decade"})
"""Units in which what is quoted was said at about the time that is told of, and a page without a date written."""

SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})
HOURS = frozenset({"morning", "afternoon", "evening", "night"})

COUNT = (
    rf"(?P<count>\d{{1,3}}(?:\s?[-–]\s?\d{{1,3}})?|{'|'.join(COUNTS)}"
    r"|(?:a\s+)?(?P<few>few|several|couple\s+of|many|some))"
)
NO_VERB = "".join(rf"(?<!\b{word}\s)" for word in "could would will may might can must should to did not".split())
"""Behind these words "last" is a verb: "it could last two years"."""

BACK = re.compile(
    r"(?:\b(?P<shade>earlier|later|late|early|for)\s+)?"
    r"\b(?:(?:(?P<same>the\s+same|th(?:at|ose)(?:\s+very|\s+same)?)|(?P<next>the\s+(?:following|next|very\s+next|coming))"
    r"|(?P<previous>the\s+(?:previous|preceding))|(?P<past>(?:the|these)\s+(?:past|last))"
    rf"|(?P<last>(?:this\s+)?(?:{NO_VERB}last|past))|(?P<this>this)|(?P<coming>next))(?:\s+{COUNT})?"
    rf"|{COUNT.replace('count', 'number').replace('few>', 'vague>')})\s+\Z",
    re.IGNORECASE,
)
SHADE = re.compile(r"\b(?:early|late|earlier|later|midday|noon|midnight)\s+(?:on\s+)?\Z", re.IGNORECASE)
HOUR_AFTER = re.compile(r"\s+(?:morning|afternoon|evening|night)\b")
AHEAD = re.compile(r"\s+(?P<way>later|afterwards|earlier|before\b(?=[,.;])|ago)\b")
WILL = re.compile(
    r"\b(?:will|shall|next|forecast\s+to|to\s+be|is\s+due|are\s+due|scheduled|expected\s+to|going\s+to)\b[^.;]{0,110}\Z"
)
OPENING = re.compile(r"(?:\A|[.!?:;\n]\s*[“\"]?)\Z")
WRITTEN_OUT = re.compile(
    rf",?\s+\(?(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}|{MONTH}|\d{{1,2}}[./-]\d|\d{{4}}-\d)"
)
NAMED_DAY = re.compile(r"\b(?:Good|Black|Bloody|Holy|Palm|Ash|Super|Cyber|Shrove|Maundy|Easter|Casual|Ruby|Man)\s+\Z")
NAMED_AFTER = re.compile(
    r"\s+(?:Times|Mirror|Telegraph|Herald|Express|Mail|People|Post|World|Agreement|Accords?|Night\s+Live)\b"
)
NOW = re.compile(r"\b(?P<bound>until|till|up\s+(?:to|until|till|['’‘]til)|from|as\s+of)\s+\Z", re.IGNORECASE)
NO_PRESENT = re.compile(r"\s+(?:from|back|the|it|to|with|her|him)\b")


def relatives(
    text: str, pointers: Iterable[re.Match[str]], known: Sequence[Atom], published: str, carried: str = ""
) -> Iterator[Atom]:
    """Yield the dates at ``pointers`` that have to be worked out, in order.

    ``known`` are the dates written out, in order; ``published`` is the document's date as EDTF, or empty; ``carried``
    is the last date of the paragraph before.
    """
    turns = spoken(text)
    starts = [atom.start for atom in known]
    last: Atom | None = None
    for token in pointers:
        before = bisect_left(starts, token.start())
        written = known[before - 1] if before else None
        told = last if last and (not written or last.start > written.start) else written
        anchor = told.edtf if told else carried.rstrip("?")
        if token.group().lower() in TO_THE_DAY:
            anchor = _day_told(text, known[max(0, before - DATES_BACK) : before], token.start()) or anchor
        quoted = bisect_left(turns, token.start()) % 2 == 1
        written_on = published or (carried if len(carried) == 10 else "")
        here = published if not quoted else ""
        if token.group().rstrip("s") in LONG and not here:
            here = written_on
        found = _relative(Pointer(text, token, anchor, here, published))
        if found:
            last = last if found.edtf == UNKNOWN or ".." in found.edtf else found
            yield found


TO_THE_DAY = frozenset({"day", "days", "week", "weeks", "morning", "evening", "night", "afternoon"})
DATES_BACK = 4


def _day_told(text: str, near: Sequence[Atom], start: int) -> str:
    """Return the last date of the sentence that is told to the day: what "the next day" follows, past months."""
    told = next((atom for atom in reversed(near) if len(ends(atom.edtf)[1]) == 10), None)
    return told.edtf if told and STOP.search(text, told.end, start) is None else ""


def _relative(it: Pointer) -> Atom | None:
    word = it.word
    if word in DAYS_FROM_TODAY:
        return _from_today(it)
    if word == "now" or word.startswith("to"):
        return _present(it)
    if word in ("currently", "presently"):
        return Atom(it.token.start(), it.token.end(), it.today or UNKNOWN, bound="asof")
    if word == "then":
        return _then(it)
    back = BACK.search(it.text, max(0, it.token.start() - 40), it.token.start())
    if word in WEEKDAYS:
        return _weekday(it, back)
    if word == "weekend":
        return _weekend(it, back)
    if word in SEASONS:
        return _season(it, back)
    if back is None:
        return _part_of_the(it)
    if word in HOURS:
        return _hours(it, back)
    return _counted(it, back)


def _from_today(it: Pointer) -> Atom | None:
    """Yesterday, late yesterday, tomorrow morning. Today without a day of writing is often no date but these times."""
    start, token = it.token.start(), it.token
    if token.group() != it.word and not OPENING.search(it.text, max(0, start - 4), start):
        return None
    if it.text[token.end() : token.end() + 2] in ("’s", "'s") and it.word == "today":
        return None
    shade = SHADE.search(it.text, max(0, start - 12), start)
    edtf = shifted(it.today, "day", DAYS_FROM_TODAY[it.word]) if it.today else UNKNOWN
    return Atom(shade.start() if shade else start, _with_hour(it), edtf)


def _with_hour(it: Pointer) -> int:
    hour = HOUR_AFTER.match(it.text, it.token.end())
    return hour.end() if hour else it.token.end()


def _present(it: Pointer) -> Atom | None:
    """To date, until now, from now on: a bound at the day of writing."""
    text, start, end = it.text, it.token.start(), it.token.end()
    if it.word != "now":
        led = text[max(0, start - 3) : start].lower() in ("up ", "-up")
        return None if led or NO_PRESENT.match(text, end) else _bound_at(it, start, end, "by")
    found = NOW.search(text, max(0, start - 16), start)
    if found is None:
        return None
    on = text[end : end + 3] == " on"
    bound = "since" if on else "asof" if found["bound"].lower().startswith("as") else "by"
    return _bound_at(it, found.start(), end + 3 * on, bound)


PART_OF_THE = re.compile(r"\b(?:end|close|beginning|start|middle|rest)\s+of\s+the\s\Z", re.IGNORECASE)


def _part_of_the(it: Pointer) -> Atom | None:
    """The end of the month: of that of writing, where it is known."""
    text, start = it.text, it.token.start()
    if it.word not in ("week", "month", "year", "decade") or not PART_OF_THE.search(text, max(0, start - 24), start):
        return None
    if OF_A_YEAR.match(text, it.token.end()):
        return None
    return Atom(start - 4, it.token.end(), stepped(it.published, it.word, 0) or UNKNOWN)


def _bound_at(it: Pointer, start: int, end: int, bound: str) -> Atom:
    return Atom(start, end, bounded(it.present, bound), bound=bound)


THEN = re.compile(r"\b(?:ever\s+)?(?P<bound>since|until|till|by|before|from)\s+\Z", re.IGNORECASE)
THEN_BOUNDS = {"since": "since", "from": "since", "until": "by", "till": "by", "by": "by", "before": "before"}


def _then(it: Pointer) -> Atom | None:
    """Since then, by then, until then, from then on: a bound at the date before."""
    found = THEN.search(it.text, max(0, it.token.start() - 12), it.token.start())
    on = it.text[it.token.end() : it.token.end() + 3] == " on"
    if found is None or (found["bound"].lower() == "from" and not on):
        return None
    origin = it.anchor if it.anchor and UNKNOWN not in it.anchor else ""
    bound = THEN_BOUNDS[found["bound"].lower()]
    return Atom(found.start(), it.token.end() + 3 * on, bounded(origin, bound) if origin else UNKNOWN, bound=bound)


def _hours(it: Pointer, back: re.Match[str]) -> Atom | None:
    """Last night, this morning, that evening, the following morning."""
    edtf = ""
    if back["this"]:
        edtf = it.today or UNKNOWN
    elif back["last"] and it.word == "night":
        edtf = _on(it.today, -1)
    elif back["same"] and it.anchor:
        edtf = _same(it.anchor, "day")
    elif back["next"] and it.anchor:
        edtf = stepped(it.anchor, "day", 1)
    return _atom(back.start(), it.token.end(), edtf)


def _on(today: str, steps: int) -> str:
    return shifted(today, "day", steps) if today else UNKNOWN


def _atom(start: int, end: int, edtf: str) -> Atom | None:
    return Atom(start, end, edtf) if edtf else None


def _weekday(it: Pointer, back: re.Match[str] | None) -> Atom | None:
    """The last such day up to that of writing; the next one where the sentence looks ahead."""
    text, token = it.text, it.token
    if WRITTEN_OUT.match(text, token.end()) or NAMED_AFTER.match(text, token.end()):
        return None
    if NAMED_DAY.search(text, max(0, token.start() - 8), token.start()):
        return None
    led = back and (back["last"] or back["coming"] or back["this"])
    shade = SHADE.search(text, max(0, token.start() - 12), token.start())
    start = back.start() if back and led else shade.start() if shade else token.start()
    return Atom(start, _with_hour(it), _day_of_week(it, back) if it.today else UNKNOWN)


def _day_of_week(it: Pointer, back: re.Match[str] | None) -> str:
    today = parse(it.today).lower or date.min
    ago = (today.weekday() - WEEKDAYS[it.word]) % 7
    ahead = (back and back["coming"]) or WILL.search(it.text, max(0, it.token.start() - 130), it.token.start())
    if ahead:
        ago -= 7
    elif back and back["last"] and not ago:
        ago = 7
    return shifted(it.today, "day", -ago)


def _weekend(it: Pointer, back: re.Match[str] | None) -> Atom | None:
    """The Saturday and Sunday before the day of writing; those to come where the sentence looks ahead."""
    if it.text.startswith(" of ", it.token.end()):
        return None
    if back is not None and (back["previous"] or back["same"] or back["next"]):
        return Atom(back.start(), it.token.end(), UNKNOWN)
    led = back is not None and bool(back["last"] or back["this"] or back["coming"])
    the = THE.search(it.text, max(0, it.token.start() - 5), it.token.start())
    if not led and the is None:
        return None
    start = back.start() if led and back else it.token.start() - 4
    if not it.today:
        return Atom(start, it.token.end(), UNKNOWN)
    today = parse(it.today).lower or date.min
    ahead = (back and back["coming"]) or WILL.search(it.text, max(0, it.token.start() - 130), it.token.start())
    saturday = today + timedelta((5 - today.weekday()) % 7) if ahead else today - timedelta((today.weekday() - 5) % 7)
    return Atom(start, it.token.end(), f"{saturday}/{saturday + timedelta(1)}")


THE = re.compile(r"\bthe\s\Z", re.IGNORECASE)


def _season(it: Pointer, back: re.Match[str] | None) -> Atom | None:
    """Last summer, this spring; that autumn is in the year of the date before, as is "in the autumn"."""
    if OF_A_YEAR.match(it.text, it.token.end()):
        return None
    if back is None:
        led = IN_THE.search(it.text, max(0, it.token.start() - 16), it.token.start())
        edtf = _latest_season(it) or UNKNOWN if led else ""
        return _atom(it.token.start() - 4, it.token.end(), edtf)
    steps = -1 if back["last"] else 1 if back["coming"] else 0
    origin = it.anchor if back["same"] else it.published
    year = stepped(origin, "year", steps) if origin else ""
    return Atom(back.start(), it.token.end(), f"{year}-{PARTS[it.word]}" if year else UNKNOWN)


OF_A_YEAR = re.compile(
    r"(?:(?:\s+(?:and|or|to|through)\s+|\s?[/–-]\s?)(?:the\s+)?(?:spring|summer|autumn|fall|winter))?(?:time)?"
    r",?\s+(?:\d|of\b|(?:last|this|that)\s+year\b)"
)
IN_THE = re.compile(
    r"\b(?:in|during|by|before|after|since|until|over|through|throughout|from)\s+the\s+(?:early\s+|late\s+)?\Z",
    re.IGNORECASE,
)
BEGINS: Mapping[str, int] = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month in which a season begins."""


def _latest_season(it: Pointer) -> str:
    """The season of the year told last; without one, the last to have begun when it was written."""
    if it.anchor[:4].isdigit():
        return f"{it.anchor[:4]}-{PARTS[it.word]}"
    if not it.today:
        return ""
    begun = int(it.today[5:7]) >= BEGINS[it.word]
    return f"{int(it.today[:4]) - (not begun)}-{PARTS[it.word]}"


def _counted(it: Pointer, back: re.Match[str]) -> Atom | None:
    unit = it.word.rstrip("s")
    ahead = AHEAD.match(it.text, it.token.end())
    if (back["past"] or back["last"]) and it.text.startswith(" of ", it.token.end()):
        return None
    if back["number"]:
        return _away(it, back, ahead, _count(back["number"])) if ahead else None
    several = it.word.endswith("s") or back["count"] is not None
    if several and not (back["same"] or back["past"] or back["next"] or back["previous"] or back["count"]):
        return None
    edtf = _several(it, back, unit) if several else _single(it, back, unit)
    shade = (back["shade"] or "").lower()
    start = back.start() + (4 if shade == "for" and not several else 0)
    return _atom(start, it.token.end(), part(edtf, shade) if shade in ("early", "late") and edtf else edtf)


def _single(it: Pointer, back: re.Match[str], unit: str) -> str:
    """That year, the following month, last week, this decade."""
    rules: Mapping[str, Callable[[], str]] = {
        "same": lambda: _same(it.anchor, it.word),
        "next": lambda: stepped(it.anchor, unit, 1) or UNKNOWN,
        "previous": lambda: stepped(it.anchor or it.published, unit, -1) or UNKNOWN,
        "past": lambda: span_back(it.published, unit, 1) or UNKNOWN,
        "last": lambda: stepped(it.published, unit, -1) or UNKNOWN,
        "this": lambda: "" if unit == "day" else stepped(it.published, unit, 0) or UNKNOWN,
        "coming": lambda: stepped(it.published, unit, 1) or UNKNOWN,
    }
    return next((rule() for name, rule in rules.items() if back[name]), "")


def _several(it: Pointer, back: re.Match[str], unit: str) -> str:
    """Those years, the last two weeks, the next twelve months. What "the previous ten years" precede is not told."""
    count = _count(back["count"]) if back["count"] else 0
    if back["same"]:
        return "" if back["count"] else _same(it.anchor, it.word)
    if back["past"] or back["last"]:
        return span_back(it.published, unit, count) or UNKNOWN
    if back["next"] or back["coming"]:
        return _onwards(it, unit, count) or UNKNOWN
    return UNKNOWN if back["previous"] else ""


def _onwards(it: Pointer, unit: str, count: int) -> str:
    """The next twelve months: from the day of writing on."""
    last = shifted(it.today, unit, count) if it.today and count else ""
    return f"{it.today[: len(last)]}/{last}" if last else ""


def _count(word: str | None) -> int:
    word = re.split(r"\s?[-–]\s?", word or "one")[-1].lower()
    return int(word) if word.isdigit() else COUNTS.get(word, 0)


def _away(it: Pointer, back: re.Match[str], ahead: re.Match[str], count: int) -> Atom | None:
    """Two years later, three days earlier: from the date before; ten days ago: from that of writing."""
    unit = it.word.rstrip("s")
    ago = ahead["way"] == "ago"
    origin = it.published if ago else ends(it.anchor)[1] or it.anchor if it.anchor else ""
    if not count or not origin:
        return _atom(back.start(), ahead.end(), UNKNOWN if ago else "")
    steps = count if ahead["way"] in ("later", "afterwards") else -count
    return _atom(back.start(), ahead.end(), shifted(origin, unit, steps) or (UNKNOWN if ago else ""))


def _same(anchor: str, word: str) -> str:
    """That day, that year, those years."""
    unit = word.rstrip("s")
    if not anchor or anchor == UNKNOWN or unit in ("week", "decade"):
        return "" if word.endswith("s") else UNKNOWN
    if word.endswith("s"):
        return anchor if anchor.startswith("{") or ("/" in anchor and ".." not in anchor) else ""
    if anchor.startswith(UNKNOWN):
        return anchor if len(anchor) == DIGITS[unit] and unit != "year" else ""
    last = ends(anchor)[1]
    return last[: DIGITS[unit]] if len(last) >= DIGITS[unit] else ""
