"""Rows to standard output in one of five formats: the one place that listings are printed."""

import csv
import io
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reconcile.model.identity import DIGITS
from reconcile.report.sinks import cell, dumps, markdown, visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

BRIEF = 12
"""Digits of an identifier that a terminal shows: a million things share them by chance once in 500."""

IDENTIFIER = re.compile(f"[0-9a-f]{{{DIGITS}}}")

GAP, LEAST, ENOUGH = 2, 10, 60
"""Columns between two columns; the least that one is narrowed to; what a column of sentences takes to be read."""

Row = Mapping[str, object]
Columns = Mapping[str, str]
"""Headings and the field below each; a dot goes into a field ("left.document")."""


class Format(StrEnum):
    """How a listing is written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows, the columns that people see of them, and the fields that there are even where there is no row."""

    rows: Iterable[Row]
    columns: Columns

    def seen(self) -> Iterator[list[str]]:
        """Yield each row as the columns' texts."""
        for row in self.rows:
            yield [text(field(row, path)) for path in self.columns.values()]


def show(listing: Listing, style: Format) -> None:
    """Print a listing."""
    WRITERS[style](listing)


def field(row: Row, path: str) -> object:
    """Return the field that a dotted path leads to, None where there is none."""
    found: object = row
    for name in path.split("."):
        found = found.get(name) if isinstance(found, Mapping) else None
    return found


def text(value: object) -> str:
    """Return a field as people read it."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return ", ".join(text(each) for each in value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, Mapping) else str(value)


def line(written: str) -> str:
    """Return text on one line with nothing hidden in it: what a document holds cannot speak to the terminal."""
    return visible(" ".join(written.split()))


def table(listing: Listing) -> None:
    """Print for people: ruled on a terminal, aligned and whole where the output goes elsewhere."""
    rows = [[line(each) for each in row] for row in listing.seen()]
    (ruled if sys.stdout.isatty() else aligned)(list(listing.columns), rows)


def ruled(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table as wide as the terminal: identifiers cut short, and what does not fit folded.

    Where the last column would be squeezed, it stands beneath its row instead.
    """
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False)
    short = [[brief(each) for each in row] for row in rows]
    widths = natural(headings, short)
    room = console.width - sum(widths[:-1]) - GAP * (len(widths) - 1)
    if room < min(widths[-1], ENOUGH):
        stacked(console, headings, short, fitted(widths[:-1], console.width))
        return
    made = Table(box=None, pad_edge=False, header_style="bold", padding=(0, GAP, 0, 0))
    for heading, width in zip(headings, widths, strict=True):
        made.add_column(heading, overflow="fold", min_width=width if heading != headings[-1] else None)
    for row in short:
        made.add_row(*map(plain, row))
    console.print(made)


def stacked(console: "Console", headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> None:
    """Print each row with its last column beneath, an empty line between two."""
    from rich.padding import Padding
    from rich.table import Table

    for style, row in (("bold", headings), *(("", row) for row in rows)):
        made = Table.grid(padding=(0, GAP, 0, 0))
        for width in widths:
            made.add_column(width=width, overflow="fold", style=style)
        made.add_row(*map(plain, row[:-1]))
        console.print(made)
        console.print(Padding(plain(row[-1]), (0, 0, 1, widths[0] + GAP)), style=style)


def plain(text: str) -> "Text":
    """Return text that the terminal shows as it is: no markup in it is read."""
    from rich.text import Text

    return Text(text)


def brief(text: str) -> str:
    """Return an identifier's first digits, and everything else as it is."""
    return text[:BRIEF] if IDENTIFIER.fullmatch(text) else text


def natural(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """Return how wide each column would be with everything on one line."""
    every = [list(headings), *rows]
    return [max(len(row[number]) for row in every) for number in range(len(headings))]


def fitted(widths: Sequence[int], room: int) -> list[int]:
    """Return the widths, the widest narrowed until all of them fit."""
    fit = list(widths)
    while sum(fit) + GAP * len(fit) > room and max(fit) > LEAST:
        fit[fit.index(max(fit))] -= 1
    return fit


def aligned(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print columns with two spaces between them, nothing cut."""
    widths = natural(headings, rows)
    for row in (headings, *rows):
        put("  ".join(each.ljust(width) for each, width in zip(row, widths, strict=True)).rstrip())


def as_json(listing: Listing) -> None:
    """Print one JSON array, an object a line."""
    before = "["
    for row in listing.rows:
        put(before + dumps(row, indent=None))
        before = ","
    put("]" if before == "," else "[]")


def as_jsonl(listing: Listing) -> None:
    """Print a JSON object a line, each as soon as it is there."""
    for row in listing.rows:
        put(dumps(row, indent=None))


def as_csv(listing: Listing) -> None:
    """Print comma-separated values with dotted headings for fields in fields; no spreadsheet runs what is in a cell."""
    headings: list[str] = []
    for row in listing.rows:
        flat = dict(flattened(row))
        if not headings:
            headings = list(flat)
            put(comma_separated(headings))
        put(comma_separated([cell(flat.get(heading, "")) for heading in headings]))
    if not headings:
        put(comma_separated(list(listing.columns.values())))


def flattened(row: Row, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Yield a row's fields with dotted names; a list is written as JSON."""
    for name, value in row.items():
        if isinstance(value, Mapping):
            yield from flattened(value, f"{prefix}{name}.")
        elif isinstance(value, (list, tuple)):
            yield prefix + name, dumps(value, indent=None)
        else:
            yield prefix + name, text(value)


def comma_separated(cells: Sequence[str]) -> str:
    """Return one line of CSV."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(cells)  # a field that holds the terminator is quoted
    return buffer.getvalue().removesuffix("\n")


def as_markdown(listing: Listing) -> None:
    """Print a Markdown table."""
    put(f"| {' | '.join(listing.columns)} |")
    put(f"|{'---|' * len(listing.columns)}")
    for row in listing.seen():
        put(f"| {' | '.join(markdown(each) for each in row)} |")


def put(written: str) -> None:
    """Print one line of data."""
    sys.stdout.write(written + "\n")


WRITERS: Mapping[Format, Callable[[Listing], None]] = {
    Format.TABLE: table,
    Format.JSON: as_json,
    Format.JSONL: as_jsonl,
    Format.CSV: as_csv,
    Format.MD: as_markdown,
}
"""How each format is written."""
