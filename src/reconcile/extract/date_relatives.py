"""Dates that stand elsewhere: "the same day", "two years later", "yesterday", "the past decade", "on Tuesday".

What points back is taken from the paragraph, what points at the day of writing from the document's own date; where
that is missing there is no date, rather than a wrong one.
"""

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from reconcile.extract.date_atoms import MONTH, WEEKDAY, Atom
from reconcile.extract.date_frames import ends
from reconcile.values.edtf import parse

WEEKDAYS: Mapping[str, int] = {
    day: i for i, day in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
COUNTS: Mapping[str, int] = {
    word: i
    for i, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=1
    )
} | {"a": 1, "an": 1}  # fmt: skip
DIGITS: Mapping[str, int] = {"day": 10, "week": 10, "month": 7, "year": 4, "decade": 4}
"""Characters of an ISO date that are as coarse as the unit."""

TRIGGER = re.compile(
    rf"\b(?:days?|weeks?|months?|years?|decades?|yesterday|today|tonight|tomorrow|{WEEKDAY})\b(?!['’-]old)",
    re.IGNORECASE,
)
RELATIVE_WORDS = frozenset(
    form
    for word in (*WEEKDAYS, "day", "days", "week", "weeks", "month", "months", "year", "years", "decade", "decades",
                 "yesterday", "today", "tonight", "tomorrow")
    for form in (word, word.title())
)  # fmt: skip
"""The words that ``TRIGGER`` finds, for a test of a whole paragraph."""

COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(COUNTS)})"
BACK = re.compile(
    rf"\b(?:(?P<same>the\s+same|th(?:at|ose)(?:\s+very|\s+same)?)|(?P<next>the\s+(?:following|next|very\s+next))"
    rf"|(?P<previous>the\s+(?:previous|preceding))|(?P<past>(?:the|these)\s+(?:past|last))(?:\s+{COUNT})?"
    rf"|(?P<last>last)|(?P<this>this)|(?P<coming>next)|{COUNT.replace('count', 'number')})\s+\Z",
    re.IGNORECASE,
)
AHEAD = re.compile(r"\s+(?P<way>later|afterwards|earlier|before\b(?=[,.;])|ago)\b")
QUOTES = re.compile(r"[\"“”]")
WILL = re.compile(r"\b(?:will|shall|next|to\s+be|is\s+due|are\s+due|scheduled|expected\s+to|going\s+to)\b[^.;]{0,60}\Z")
OPENING = re.compile(r"(?:\A|[.!?:;\n]\s*[“\"]?)\Z")
WRITTEN_OUT = re.compile(rf",?\s*\(?(?:the\s+)?(?:\d|{MONTH})")


def shifted(when: str, unit: str, steps: int) -> str:
    """Move a plain date by days, weeks, months, years or decades; as coarse as the coarser of the two, or empty."""
    day = parse(when).lower
    if day is None or len(when) < (7 if unit == "month" else 10 if unit in ("day", "week") else 4):
        return ""
    try:
        moved = _moved(day, unit, steps)
    except (ValueError, OverflowError):
        return ""
    return moved.isoformat()[: min(len(when), DIGITS[unit])]


def _moved(day: date, unit: str, steps: int) -> date:
    if unit in ("day", "week"):
        return day + timedelta(days=steps * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + steps * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def relatives(text: str, known: Sequence[Atom], published: str) -> Iterator[Atom]:
    """Yield the dates in ``text`` that have to be worked out, in order.

    ``known`` are the dates written out, in order; ``published`` is the document's date as EDTF, or empty.
    """
    spoken = _spoken(text)
    starts = [atom.start for atom in known]
    for token in TRIGGER.finditer(text):
        before = bisect_left(starts, token.start())
        anchor = known[before - 1].edtf if before else ""
        quoted = bisect_left(spoken, token.start()) % 2 == 1
        found = _relative(text, token, anchor, "" if quoted else published)
        if found:
            yield found


def _spoken(text: str) -> list[int]:
    """Return where quotation begins and ends by turns: in it, "today" is another day than the document's."""
    turns: list[int] = []
    for mark in QUOTES.finditer(text):
        inside = len(turns) % 2 == 1
        if mark.group() == '"' or (mark.group() == "“") != inside:
            turns.append(mark.start())
    return turns


def _relative(text: str, token: re.Match[str], anchor: str, published: str) -> Atom | None:
    word = token.group().lower()
    if word in ("yesterday", "today", "tonight", "tomorrow"):
        if token.group() != word and not OPENING.search(text, max(0, token.start() - 4), token.start()):
            return None
        steps = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
        return _atom(token.start(), token.end(), _on_day(published, steps))
    back = BACK.search(text, max(0, token.start() - 40), token.start())
    if word in WEEKDAYS:
        return _weekday(text, token, back, published)
    if word == "days" and back is None:
        return None
    ahead = AHEAD.match(text, token.end())
    return _counted(token, back, ahead, anchor, published) if back else None


def _atom(start: int, end: int, edtf: str) -> Atom | None:
    return Atom(start, end, edtf) if edtf else None


def _on_day(published: str, steps: int) -> str:
    return shifted(published, "day", steps) if re.fullmatch(r"\d{4}-\d\d-\d\d", published) else ""


def _weekday(text: str, token: re.Match[str], back: re.Match[str] | None, published: str) -> Atom | None:
    """The last such day up to that of writing; the next one where the sentence looks ahead."""
    if WRITTEN_OUT.match(text, token.end()) or not re.fullmatch(r"\d{4}-\d\d-\d\d", published):
        return None
    today = parse(published).lower or date.min
    ago = (today.weekday() - WEEKDAYS[token.group().lower()]) % 7
    ahead = bool(back and back["coming"]) or WILL.search(text, max(0, token.start() - 80), token.start())
    if ahead:
        ago -= 7
    elif back and back["last"] and not ago:
        ago = 7
    start = back.start() if back and (back["last"] or back["coming"] or back["this"]) else token.start()
    return _atom(start, token.end(), shifted(published, "day", -ago))


def _counted(
    token: re.Match[str], back: re.Match[str], ahead: re.Match[str] | None, anchor: str, published: str
) -> Atom | None:
    unit = token.group().lower().rstrip("s")
    count = _count(back["count"] or back["number"])
    if back["number"]:
        return _away(token, back, ahead, (anchor, published), count) if ahead else None
    rules: Mapping[str, Callable[[], str]] = {
        "same": lambda: _same(anchor, token.group().lower()),
        "next": lambda: _step(anchor, unit, 1),
        "previous": lambda: _step(anchor or published, unit, -1),
        "past": lambda: _span_back(published, unit, count),
        "last": lambda: _step(published, unit, -1),
        "this": lambda: _step(published, unit, 0),
        "coming": lambda: _step(published, unit, 1),
    }
    edtf = next((rule() for name, rule in rules.items() if back[name]), "")
    return _atom(back.start(), token.end(), edtf)


def _count(word: str | None) -> int:
    return 1 if not word else int(word) if word.isdigit() else COUNTS.get(word.lower(), 1)


def _away(
    token: re.Match[str], back: re.Match[str], ahead: re.Match[str], origins: tuple[str, str], count: int
) -> Atom | None:
    """Two years later, three days earlier: from the date before; ten days ago: from that of writing."""
    unit = token.group().lower().rstrip("s")
    anchor, published = origins
    origin = published if ahead["way"] == "ago" else ends(anchor)[1] if anchor else ""
    steps = count if ahead["way"] in ("later", "afterwards") else -count
    return _atom(back.start(), ahead.end(), shifted(origin, unit, steps) if origin else "")


def _same(anchor: str, word: str) -> str:
    """That day, that year, those years."""
    unit = word.rstrip("s")
    if not anchor or "XXXX" in anchor or unit in ("week", "decade"):
        return ""
    if word.endswith("s"):
        return anchor if anchor.startswith("{") or ("/" in anchor and ".." not in anchor) else ""
    last = ends(anchor)[1]
    return last[: DIGITS[unit]] if len(last) >= DIGITS[unit] else ""


def _step(origin: str, unit: str, steps: int) -> str:
    """The day, week, month, year or decade that many after the one of ``origin``."""
    last = ends(origin)[1] if origin and "XXXX" not in origin else ""
    moved = shifted(last, unit, steps) if last else ""
    if not moved or unit in ("day", "month", "year"):
        return moved
    if unit == "decade":
        return f"{moved[:3]}X"
    monday = date.fromisoformat(moved) - timedelta(days=date.fromisoformat(moved).weekday())
    return f"{monday}/{monday + timedelta(days=6)}"


def _span_back(published: str, unit: str, count: int) -> str:
    """The past year: from a year before the day of writing up to it."""
    if not published or "/" in published or "XXXX" in published:
        return ""
    last = ends(published)[1]
    day = parse(last).lower
    if day is None or len(last) < {"day": 10, "week": 10, "month": 7}.get(unit, 4):
        return ""
    try:
        first = _moved(day, unit, -count).isoformat()[: len(last)]
    except (ValueError, OverflowError):
        return ""
    return f"{first}/{last}"
