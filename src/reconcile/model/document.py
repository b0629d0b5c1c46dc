"""Sources, and the documents that they publish."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reconcile.model.identity import identifier
from reconcile.model.span import Span


@dataclass(frozen=True, slots=True)
class Source:
    """Who publishes: an institution, a paper, a person.

    ``grade`` is the Admiralty reliability letter A to F; F is *cannot be judged*, not *bad* (NATO AJP-2.1).
    """

    slug: str
    name: str
    grade: str = "F"


class Layout(StrEnum):
    """What a stretch of a document is, as far as its reader can tell."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTATION = "quotation"
    CELL = "cell"
    NOTE = "note"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Segment:
    """One block of a document: where it stands in the text, what it is, and where it stood in the file.

    ``locator`` is a W3C selector in one line: ``line=12``, ``xpath=/html/body/p[2]/text()[1]``, ``row=3;column=claim``.
    Segments are in text order and do not overlap; the text between two of them is white space or markup.
    """

    span: Span
    layout: Layout
    locator: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a ready-made claim: its value as meant, and where it stands in the text (quotes undone)."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Record:
    """One ready-made claim out of a table: its columns under their documented names.

    ``cells["claim"]`` is always there. ``span`` is the whole row. A claim that a mapping made up from several columns
    ("{name} was born in {born}") has the row's span as the span of its ``claim`` cell.
    """

    number: int
    span: Span
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Document:
    """The text as read, never repaired in place, and what is known of where it came from.

    ``path`` is its name to people: the path below ``sources/``, or the file's name where it came from elsewhere.
    ``sha256`` is over the file's bytes; ``size`` counts them. ``reader`` is the reader's name and version
    ("html/1"), part of the identity: another reader may give another text, and spans belong to a text.
    ``published`` is EDTF or empty. ``origin`` says where the facts about it were found ("front matter", "source.toml").
    """

    path: str
    source: Source
    text: str
    sha256: str
    size: int
    reader: str
    media_type: str = "text/plain"
    title: str = ""
    published: str = ""
    url: str = ""
    citation: str = ""
    origin: str = ""
    charset: str = "utf-8"
    segments: tuple[Segment, ...] = ()
    records: tuple[Record, ...] = field(default=(), repr=False)

    @property
    def id(self) -> str:
        """The document's identifier: bytes, and the reader that made them a text."""
        return identifier("document", self.sha256, self.reader)
