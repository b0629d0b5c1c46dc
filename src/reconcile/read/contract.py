"""What the gate hands to a reader, what a reader hands back, and within which limits."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import TypeAlias

from reconcile.model import Document, Problem, Record, Segment

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read before it is refused: bytes of a file, of a sidecar, of front matter; characters of a field.

    ``rows_told`` is how many refused rows of one file are listed one by one; the rest is one line.
    """

    size: int = 64 * MEBIBYTE
    sidecar: int = MEBIBYTE
    front_matter: int = 16 * 1024
    field: int = 100_000
    rows_told: int = 100


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a document besides its text; empty where nobody says.

    ``source`` is a slug, ``date`` is EDTF, ``language`` a BCP 47 tag. ``origin`` says where the facts were found.
    """

    publisher: str = ""
    source: str = ""
    grade: str = ""
    title: str = ""
    date: str = ""
    url: str = ""
    citation: str = ""
    site: str = ""
    author: str = ""
    language: str = ""
    origin: str = ""

    @property
    def said(self) -> bool:
        """Say whether anything is known at all."""
        return any(getattr(self, key) for key in KEYS)

    def over(self, lower: "Facts") -> "Facts":
        """Return these facts, with what they leave out filled from ``lower``."""
        gaps = {key: getattr(lower, key) for key in KEYS if not getattr(self, key) and getattr(lower, key)}
        origins = [facts.origin for facts, used in ((self, self.said), (lower, bool(gaps))) if used and facts.origin]
        return replace(self, **gaps, origin=", ".join(dict.fromkeys(origins)))


KEYS = tuple(field.name for field in fields(Facts) if field.name != "origin")
"""The facts' names, without where they were found."""


@dataclass(frozen=True, slots=True)
class File:
    """What a reader is given: the name shown to people, the bytes, and the bytes of its mapping sidecar if any."""

    name: str
    content: bytes
    mapping: bytes | None = None
    limits: Limits = Limits()


@dataclass(frozen=True, slots=True)
class Page:
    """What a reader makes of a file: the text, its layout, its ready-made claims, and what it says of itself.

    Spans of ``segments`` and ``records`` are offsets in ``text``; segments are in order and do not overlap.
    """

    text: str
    charset: str
    segments: tuple[Segment, ...] = ()
    records: tuple[Record, ...] = ()
    facts: Facts = Facts()
    problems: tuple[Problem, ...] = ()


Parse: TypeAlias = Callable[[File], Page | Problem]
"""Bytes to a page, or the one reason why not. Never raises on bad data; does nothing but compute."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A file format: the name and version that go into a document's identity, its media type, how it is parsed."""

    name: str
    media_type: str
    parse: Parse


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as read, with the bytes it was read from: the very ones that were hashed and parsed."""

    document: Document
    content: bytes
