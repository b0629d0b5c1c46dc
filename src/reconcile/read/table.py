"""Reads tables of ready-made claims, delimited or JSON lines: each good row a record, each other one a problem."""

from collections import Counter
from collections.abc import Iterator, Sequence

from reconcile.model import Cell, Layout, Problem, Record, Segment, Span
from reconcile.read.charset import Decoded, decode, storable
from reconcile.read.contract import File, Page
from reconcile.read.delimited import Field, sniff
from reconcile.read.delimited import Row as DelimitedRow
from reconcile.read.delimited import rows as delimited_rows
from reconcile.read.fault import problem
from reconcile.read.line import Line, lines
from reconcile.read.mapping import mapping
from reconcile.read.objects import BadLineError, Value, members
from reconcile.read.record import BadRowError, Plan, Row, planned, records

CSV_NAME = "csv/1"
JSONL_NAME = "jsonl/1"


def csv_page(file: File) -> Page | Problem:
    """Read delimited text whose first row names the columns."""
    decoded = decode(file)
    if isinstance(decoded, Problem):
        return decoded
    found = delimited_rows(decoded.text, sniff(decoded.text))
    header = next(found, None)
    if header is None or header.fault:
        return problem("header", file.name, header.fault if header else "there is no header", "header")
    names = [told.value.strip() or f"column {place}" for place, told in enumerate(header.fields, 1)]
    name, times = Counter(names).most_common(1)[0]
    if times > 1:
        return problem("header", file.name, f"the column {storable(name)[:60]!r} stands there twice", "header")
    every = [delimited(row, number, names, decoded.text) for number, row in enumerate(found, 1)]
    return tabled(file, decoded, names, every)


def delimited(row: DelimitedRow, number: int, names: Sequence[str], text: str) -> Row:
    """Put a scanned row's fields under the names of the header."""
    span = Span(row.start, row.end)
    if row.fault:
        return Row(number, span, fault=("row-quote", row.fault))
    if len(row.fields) != len(names):
        told = f"it has {len(row.fields)} fields, the header has {len(names)}"
        return Row(number, span, fault=("row-ragged", told))
    cells = {name: cell(found, text) for name, found in zip(names, row.fields, strict=True) if found.value.strip()}
    return Row(number, span, cells)


def jsonl_page(file: File) -> Page | Problem:
    """Read JSON objects, one to a line, whose keys are the columns."""
    decoded = decode(file)
    if isinstance(decoded, Problem):
        return decoded
    told = (line for line in lines(decoded.text) if not line.blank)
    every = [from_object(line, number, decoded.text) for number, line in enumerate(told, 1)]
    names = list(dict.fromkeys(name for row in every for name in row.cells))
    return tabled(file, decoded, names, every)


def from_object(line: Line, number: int, text: str) -> Row:
    """Read one line of JSON."""
    span = Span(line.start, line.end)
    try:
        found = members(line.text)
    except BadLineError as error:
        return Row(number, span, fault=(error.code, storable(str(error))))
    if not all(value.scalar for value in found.values()):
        name = next(name for name, value in found.items() if not value.scalar)
        return Row(number, span, fault=("row-value", f"{storable(name)[:60]} is neither text nor a number"))
    moved = {
        name: value._replace(start=value.start + line.start, end=value.end + line.start)
        for name, value in found.items()
    }
    return Row(
        number, span, {storable(name): cell(value, text) for name, value in moved.items() if value.value.strip()}
    )


def cell(found: Field | Value, text: str) -> Cell:
    """Make a cell of a field, without the white space at its ends."""
    raw = text[found.start : found.end]
    start = found.start + len(raw) - len(raw.lstrip())
    return Cell(storable(found.value.strip()), Span(start, max(start, found.start + len(raw.rstrip()))))


def tabled(file: File, decoded: Decoded, names: Sequence[str], every: Sequence[Row]) -> Page | Problem:
    """Make a page of rows, whatever they were read from."""
    mapped = mapping(file)
    if isinstance(mapped, Problem):
        return mapped
    if not every:
        return problem("no-rows", file.name, "there are no rows")
    plan = planned(file.name, names, mapped)
    if isinstance(plan, Problem):
        broken = [row for row in every if row.fault[0]]
        return plan if len(broken) < len(every) else refused(file, broken[0])
    made, segments, refusals = taken(every, plan, file)
    problems = (*decoded.problems, *plan.remarks, *refusals)
    return Page(decoded.text, decoded.charset, tuple(segments), tuple(made), problems=problems)


def refused(file: File, row: Row) -> Problem:
    """Say why a row was not taken."""
    return problem(row.fault[0], file.name, row.fault[1], f"row {row.number}")


def taken(every: Sequence[Row], plan: Plan, file: File) -> tuple[list[Record], list[Segment], list[Problem]]:
    """Take each row or say why not; beyond a number of refusals, only how many."""
    made: list[Record] = []
    segments: list[Segment] = []
    refusals: list[Problem] = []
    more = 0
    for row in every:
        try:
            made.extend(records(row, plan, file.limits))
            segments.extend(segments_of(row))
        except BadRowError as error:
            if len(refusals) < file.limits.rows_told:
                refusals.append(problem(error.code, file.name, str(error), f"row {row.number}"))
            else:
                more += 1
    if more:
        refusals.append(problem("rows-more", file.name, f"{more:,} more rows were refused"))
    return made, segments, refusals


def segments_of(row: Row) -> Iterator[Segment]:
    """Yield the cells of a row as segments, under the names that the file gives its columns."""
    for name, found in row.cells.items():
        if found.span.start < found.span.end:
            yield Segment(found.span, Layout.CELL, f"row={row.number};column={located(name)}")


def located(name: str) -> str:
    """Write a column's name so that it can stand in a locator."""
    return " ".join(storable(name).split()).replace("%", "%25").replace(";", "%3B")[:80]
