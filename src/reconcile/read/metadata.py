"""Facts about documents: what somebody says of them, checked; and the source that follows from it."""

import re
import unicodedata
from collections.abc import Callable, Mapping

from reconcile.model import Problem, Source, identifier
from reconcile.read.charset import storable
from reconcile.read.contract import Facts
from reconcile.read.fault import problem

LONGEST_FACT = 2_000
"""Characters of one fact."""

MOST_PARTS = 50
"""Names of a list, of authors say, that are taken."""

SYNONYMS: Mapping[str, str] = {
    "publication": "publisher",
    "site_name": "site",
    "authors": "author",
    "byline": "author",
    "published": "date",
    "date_published": "date",
    "link": "url",
    "canonical": "url",
    "source_url": "url",
    "lang": "language",
}
"""Other names of keys in front matter, which people did not write for us."""

OWN = frozenset({"publisher", "source", "title", "date", "url", "citation", "site", "author", "language"})
"""What a document may say of itself: all but its own grade."""

MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d\S{0,30}")
SLASHED = re.compile(r"(\d{4})/(\d\d?)/(\d\d?)")
DATE = re.compile(r"(?=.*[\dX]{4}|.*Y)[\dXYES.,/~?%\[\]{}:TZ+-]{4,60}")
"""Characters of Extended Date/Time Format (ISO 8601-2) with a year in it; whether it is a date is for later to say."""

ADDRESS = re.compile(r"(?:https?|ftp)://[^\s\x00-\x1f\"<>]+|(?:urn|doi):[^\s\x00-\x1f\"<>]+", re.IGNORECASE)
"""Addresses that are safe to show as links."""


def facts_of(told: Mapping[str, object], name: str, origin: str) -> tuple[Facts, tuple[Problem, ...]]:
    """Take what a document says of itself out of ``told``; keys that mean nothing to us are none of our business."""
    named: dict[str, object] = {}
    for key, value in told.items():
        known = SYNONYMS.get(key.strip().lower().replace("-", "_"), key.strip().lower())
        if known in OWN and value not in (None, "", []):
            named.setdefault(known, value)
    return checked(named, name, origin)


def checked(told: Mapping[str, object], name: str, origin: str) -> tuple[Facts, tuple[Problem, ...]]:
    """Return the facts that hold, and a problem for each that does not."""
    good: dict[str, str] = {}
    problems = []
    for key, value in told.items():
        text = as_text(value)
        read = CHECKS.get(key, whole)(text) if text is not None else None
        if read is None:
            shown = str(value if text is None else text)[:60]
            problems.append(problem("metadata-value", name, f"{key} cannot be {storable(shown)!r}", origin))
        elif read:
            good[key] = read
    return Facts(**good, origin=origin if good else ""), tuple(problems)


def as_text(value: object) -> str | None:
    """Return a scalar, or a list of them, as one line; None for anything else and for what is too long."""
    if isinstance(value, list):
        parts = [None if isinstance(part, list) else as_text(part) for part in value[:MOST_PARTS]]
        value = None if None in parts else "; ".join(part for part in parts if part)
    if isinstance(value, bool | dict) or value is None:
        return None
    text = value.isoformat() if hasattr(value, "isoformat") else str(value)
    return " ".join(storable(text).split()) if len(text) <= LONGEST_FACT else None


def whole(text: str) -> str | None:
    """Take any text."""
    return text


def grade(text: str) -> str | None:
    """Take an Admiralty letter."""
    return text.upper() if re.fullmatch("[A-Fa-f]", text) else None


def date(text: str) -> str | None:
    """Take a date that looks like EDTF; of a moment its day, and dashes for the slashes of 2003/02/06."""
    moment = MOMENT.fullmatch(text)
    text = SLASHED.sub(lambda found: f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}", moment[1] if moment else text)
    return text if not text or DATE.fullmatch(text) else None


def address(text: str) -> str | None:
    """Take a URL that is no script."""
    return text if not text or ADDRESS.fullmatch(text) else None


def slug(name: str) -> str:
    """Return a short ASCII name; one made from the digest where no letter of ``name`` has an ASCII form."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    short = re.sub("[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    return short or f"source-{identifier('source', name)[:8]}"


CHECKS: Mapping[str, Callable[[str], str | None]] = {
    "grade": grade,
    "date": date,
    "url": address,
    "source": lambda text: slug(text) if text else "",
}
"""How a fact is read; None where it does not hold. Any text will do for the others."""


def readable(name: str) -> str:
    """Return a file's stem as words."""
    words = " ".join(re.split(r"[\s_-]+", name)).strip()
    return words[:1].upper() + words[1:]


def source_of(facts: Facts, path: str) -> Source:
    """Say who publishes: the publisher, else the site, else the file's own name. Who wrote it need not publish it."""
    stem = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    name = facts.publisher or facts.site or readable(facts.source or stem) or path
    return Source(facts.source or slug(name), name, facts.grade or "F")
