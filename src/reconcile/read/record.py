"""Rows to records: which column is which, what a claim's fields may hold, and the claims that a mapping makes up."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reconcile.model import Cell, Problem, Record, Span
from reconcile.read.charset import storable
from reconcile.read.contract import Limits
from reconcile.read.fault import problem
from reconcile.read.mapping import COLUMNS, PLACEHOLDER, Mapped, filled, plain_name

NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3}){1,10}|\d{1,30})(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?", re.ASCII)
"""A number as people and machines write it. NaN and Infinity are none, nor is one of a thousand digits."""

NUMBERS = ("quantity_min", "quantity_max")

POLARITIES = frozenset({"pos", "neg"})


@dataclass(frozen=True, slots=True)
class Row:
    """A row as found: its number from 1, where it stands, its filled cells by the file's own names, or what spoils it.

    ``fault`` is a code of ``FAULTS`` and what is wrong, both empty for a good row.
    """

    number: int
    span: Span
    cells: Mapping[str, Cell] = field(default_factory=dict)
    fault: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Plan:
    """How rows are read: their columns to ours, the mapping, the ids met so far, and what to say of the table."""

    columns: Mapping[str, str]
    mapped: Mapped
    remarks: tuple[Problem, ...] = ()
    ids: set[str] = field(default_factory=set)


class BadRowError(ValueError):
    """The row is no claim: a code of ``FAULTS``, and why."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def planned(name: str, names: Sequence[str], mapped: Mapped) -> Plan | Problem:
    """Decide which column is which; the one problem if no claim can come of it."""
    absent = sorted((mapped.columns.keys() | mapped.placeholders) - set(names))
    if absent:
        return problem("mapping", name, f"it names a column {storable(absent[0])[:60]!r}, and the table has none")
    columns = dict(mapped.columns)
    for own in names:
        ours = plain_name(own)
        if own not in columns and ours in COLUMNS and ours not in mapped.columns.values():
            if ours in columns.values():
                return problem("header", name, f"two columns are called {ours}", "header")
            columns[own] = ours
    if "claim" not in columns.values() and not mapped.templates:
        return problem("no-claim-column", name, "no column is called claim, and no mapping makes claims of the others")
    strange = [own for own in names if own not in columns]
    shown = ", ".join(storable(own)[:40] for own in strange[:8])
    remarks = (
        (problem("columns-unknown", name, f"these columns are not known: {shown}"),)
        if strange and mapped == Mapped()
        else ()
    )
    return Plan(columns, mapped, remarks)


def records(row: Row, plan: Plan, limits: Limits) -> list[Record]:
    """Return the claims of a row: its own, and one for each template whose values it has.

    :raises BadRowError: where the row is none
    """
    if row.fault[0]:
        raise BadRowError(*row.fault)
    for name, cell in row.cells.items():
        if len(cell.value) > limits.field or cell.span.end - cell.span.start > limits.field:
            raise BadRowError("row-too-long", f"{storable(name)[:60]} has more than {limits.field:,} characters")
    base = {plan.columns[name]: cell for name, cell in row.cells.items() if name in plan.columns}
    if "claim" not in base and not plan.mapped.templates:
        raise BadRowError("row-no-claim", "it has no claim")
    constants = {name: Cell(text, row.span) for name, text in plan.mapped.constants.items()}
    every = [base] if "claim" in base else []
    every.extend({**base, **made} for made in templated(row, plan.mapped))
    made = [Record(row.number, row.span, checked({**constants, **cells})) for cells in every]
    identity(base, plan)
    return made


def identity(cells: Mapping[str, Cell], plan: Plan) -> None:
    """See that a claim's id has not been met."""
    if "claim_id" in cells:
        told = cells["claim_id"].value
        if told in plan.ids:
            raise BadRowError("row-duplicate", f"the claim_id {told[:60]!r} stands in an earlier row")
        plan.ids.add(told)


def templated(row: Row, mapped: Mapped) -> Iterator[dict[str, Cell]]:
    """Yield what each template makes of the row; nothing of one that speaks of a cell that is empty.

    A field that is one placeholder and nothing else stands where its cell does, any other where the row does.
    """
    values = {name: cell.value for name, cell in row.cells.items()}
    for template in mapped.templates:
        made = {}
        for ours, text in template.items():
            told = filled(text, values)
            alone = PLACEHOLDER.fullmatch(text) if ours != "claim" else None
            if told:
                made[ours] = Cell(told, row.cells[alone[1]].span if alone else row.span)
        if "claim" in made:
            yield made


def checked(cells: Mapping[str, Cell]) -> dict[str, Cell]:
    """Return the cells with numbers as ``float`` reads them; see that each holds what it should."""
    found = dict(cells)
    for name in NUMBERS:
        if name in found:
            found[name] = Cell(number(name, found[name].value), found[name].span)
    if all(name in found for name in NUMBERS) and float(found[NUMBERS[0]].value) > float(found[NUMBERS[1]].value):
        raise BadRowError(
            "row-range", f"quantity_min {found[NUMBERS[0]].value} is above quantity_max {found[NUMBERS[1]].value}"
        )
    if "polarity" in found and found["polarity"].value not in POLARITIES:
        raise BadRowError("row-value", f"polarity is pos or neg, not {found['polarity'].value[:60]!r}")
    return found


def number(name: str, told: str) -> str:
    """Return a number without the commas between its thousands."""
    plain = told.replace(",", "")
    if NUMBER.fullmatch(told) is None or not math.isfinite(float(plain)):
        raise BadRowError("row-number", f"{name} is no number: {told[:60]!r}")
    return plain
