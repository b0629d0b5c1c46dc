"""The day on which a document was written, where it opens with it: a line with a date alone, or a dateline."""

import re

from reconcile.extract.dates.atoms import CANDIDATE, MONTH, WEEKDAY, YEAR, atoms

LONGEST = 160
"""Characters of a block that is a date line, and of what a paragraph may open with."""

DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH},?\s+{YEAR}|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{YEAR}"
    rf"|{YEAR}-\d\d-\d\d)"
)
DATED = rf"(?:{WEEKDAY},?\s+)?(?P<day>{DAY})"
LABEL = (
    r"(?:(?i:(?:date|dated|published|posted|(?:last\s+)?updated|issued|released|filed|written)(?:\s+(?:on|at))?)\s*:?\s+"
    r"|[A-Z][\w’'&.-]*(?:\s+[A-Z][\w’'&.-]*){0,3}\s*[,|·•—–-]\s*)?"
)
CLOCK = r"(?:[,T]?\s*(?:at\s+|[|·•—–-]\s*)?\d{1,2}[:.]\d\d[\d:.]*(?:\s*[AaPp]\.?[Mm]\.?|Z)?(?:\s*\(?[A-Z]{2,4}\)?)?)?"
ALONE = re.compile(rf"\s*{LABEL}{DATED}{CLOCK}\.?\s*(?:https?://\S+\s*)?")
"""A block that is a date, with who published it before it or its address below."""

PLACE = r"[A-Z][A-Z.’'-]+(?:\s+[A-Z.’'-]+){0,3}(?:,\s+[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*)?)?"
OPENING = re.compile(rf"\s*{PLACE}(?:,\s*|\s*[—–-]\s*|\s+\(?){DATED}\)?(?:\s*\([^()]{{2,30}}\))?\s*(?:[—–:-]|\.\s)")
"""A paragraph that opens with a dateline: "GENEVA, 5 March 1998 (Agency) — …"."""


RUN_ON = re.compile(rf"\s*{WEEKDAY},?\s+(?P<day>{DAY})\s+(?=[A-Z])")
"""A paragraph that opens with the weekday and date, with nothing between them and its first word."""


def dateline(text: str) -> str:
    """Return the day of the date line or dateline that a block is or opens with, as EDTF; empty where there is none."""
    found = (ALONE.fullmatch(text) if len(text) <= LONGEST else None) or OPENING.match(text, 0, LONGEST)
    found = found or RUN_ON.match(text, 0, LONGEST)
    day = found["day"] if found else ""
    return next((atom.edtf for atom in atoms(day, CANDIDATE.finditer(day)) if len(atom.edtf) == 10), "")
