"""Scans delimited text (RFC 4180) and keeps where each field stands."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

DELIMITERS = (",", ";", "\t", "|")

SNIFFED_ROWS = 20
SNIFFED = 65_536
"""Characters in which the delimiter is looked for."""


class Field(NamedTuple):
    """A field: its value as meant, where it stands (between its quotes if it has any), and where what follows does."""

    value: str
    start: int
    end: int
    after: int


class Row(NamedTuple):
    """A row: its fields, where it stands without its line end, and what is wrong with its quotes if anything."""

    fields: list[Field]
    start: int
    end: int
    fault: str = ""


def rows(text: str, delimiter: str) -> Iterator[Row]:
    """Yield the rows of ``text`` that are not blank.

    A quote that is not closed, or that text follows, spoils its own line and no other: reading goes on at the next.
    That means to read some characters again, as many as the text has times ``PATIENCE`` in all; after that, reading
    goes on where the fault was found. (``x","`` on each line but the last takes quadratic time otherwise.)
    """
    at, again = 0, PATIENCE * len(text)
    unquoted = re.compile(f"[^{re.escape(delimiter)}\r\n]*")
    while at < len(text):
        row, stop = row_at(text, at, delimiter, unquoted)
        if row.fields or row.fault:
            yield row
        spent = stop - row.end if row.fault else 0
        again -= spent
        at = past(text, row.end if again >= 0 or not spent else line_end(text, stop))


PATIENCE = 4


def row_at(text: str, start: int, delimiter: str, unquoted: re.Pattern[str]) -> tuple[Row, int]:
    """Return the row that begins at ``start``, and how far was read for it."""
    fields: list[Field] = []
    at = start
    while True:
        field = quoted(text, at, delimiter) if text.startswith('"', at) else plain(text, at, unquoted)
        if isinstance(field, Fault):
            return Row([], start, line_end(text, start), field.message), field.at
        fields.append(field)
        at = field.after
        if not text.startswith(delimiter, at):
            break
        at += 1
    blank = len(fields) == 1 and not text[start:at].strip()
    return Row([] if blank else fields, start, at), at


class Fault(NamedTuple):
    """What is wrong with a quote, and how far was read to see it."""

    message: str
    at: int


def plain(text: str, start: int, unquoted: re.Pattern[str]) -> Field:
    """Take a field without quotes: up to the delimiter or the line's end."""
    found = unquoted.match(text, start)
    end = found.end() if found else start
    return Field(text[start:end], start, end, end)


def quoted(text: str, start: int, delimiter: str) -> Field | Fault:
    """Take a quoted field: up to a quote that is not doubled."""
    close = text.find('"', start + 1)
    while close >= 0 and text.startswith('"', close + 1):
        close = text.find('"', close + 2)
    if close < 0:
        return Fault("a quote is opened and never closed", len(text))
    if close + 1 < len(text) and text[close + 1] not in (delimiter, "\r", "\n"):
        return Fault("text follows a closing quote", close)
    return Field(text[start + 1 : close].replace('""', '"'), start + 1, close, close + 1)


def line_end(text: str, start: int) -> int:
    """Return where the line ends, before its end mark."""
    found = LINE_END.search(text, start)
    return found.start() if found else len(text)


LINE_END = re.compile("[\r\n]")


def past(text: str, end: int) -> int:
    """Return the offset after the line end that stands at ``end``."""
    return end + 2 if text.startswith("\r\n", end) else end + 1


def sniff(text: str) -> str:
    """Return the delimiter under which the first rows have the same number of fields, the more the better."""

    def score(delimiter: str) -> tuple[int, int]:
        widths = [len(row.fields) for row in islice(rows(text[:SNIFFED], delimiter), SNIFFED_ROWS) if not row.fault]
        if not widths or widths[0] < 2:
            return 0, 0
        return Counter(widths)[widths[0]], widths[0]

    return max(DELIMITERS, key=score)
