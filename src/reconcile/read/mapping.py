"""Reads a mapping sidecar: which of a table's columns are which of ours, and how its rows make claims."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reconcile.model import Problem
from reconcile.read.charset import storable
from reconcile.read.contract import File
from reconcile.read.fault import problem
from reconcile.read.gate import MAPPING

COLUMNS: tuple[str, ...] = (
    "claim",
    "claim_id",
    "source",
    "asserter",
    "date_asserted",
    "subject",
    "place",
    "quantity_min",
    "quantity_max",
    "unit",
    "counted",
    "valid_time",
    "certainty",
    "polarity",
    "url",
    "note",
)
"""The columns of a ready-made claim. Only the first must be there."""

PLACEHOLDER = re.compile(r"\{([^{}]{1,200})\}")


@dataclass(frozen=True, slots=True)
class Mapped:
    """A mapping: their columns by name to ours, what is the same in every row, and templates of our columns."""

    columns: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    templates: tuple[Mapping[str, str], ...] = ()

    @property
    def placeholders(self) -> set[str]:
        """The columns that the templates speak of."""
        return {name for template in self.templates for text in template.values() for name in PLACEHOLDER.findall(text)}


def plain_name(name: str) -> str:
    """Return a header as we compare it: ``Date asserted`` is ``date_asserted``."""
    return re.sub(r"[\s-]+", "_", name.strip().lower())


def mapping(file: File) -> Mapped | Problem:
    """Read the sidecar of ``file``; an absent one maps nothing."""
    if file.mapping is None:
        return Mapped()
    try:
        told = tomllib.loads(file.mapping.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        reason = "it is nested too deep" if isinstance(error, RecursionError) else storable(str(error))[:200]
        return broken(file, f"it cannot be read: {reason}")
    fault = next(faults(told), None)
    if fault is not None:
        return broken(file, fault)
    return Mapped(told.get("columns", {}), told.get("constants", {}), tuple(told.get("templates", ())))


def broken(file: File, message: str) -> Problem:
    """Say what is wrong with the sidecar; without it the table cannot be read as meant."""
    return problem("mapping", file.name, message, file.name.rsplit("/", 1)[-1] + MAPPING)


def faults(told: Mapping[str, object]) -> Iterator[str]:
    """Yield what is wrong with a mapping."""
    for key in told.keys() - {"columns", "constants", "templates"}:
        yield f"the key {storable(key)[:60]!r} is not known; there are columns, constants and templates"
    columns, constants = texts(told.get("columns", {})), texts(told.get("constants", {}))
    listed = told.get("templates", [])
    templates = [texts(one) for one in listed] if isinstance(listed, list) else [None]
    if columns is None or constants is None:
        yield "[columns] and [constants] hold names and texts"
        return
    named = [*columns.values(), *constants]
    for one in templates:
        if not one or not one.get("claim"):
            yield "each of [[templates]] holds texts, one of them a claim"
        named.extend(one or ())
    yield from (f"{storable(name)[:60]!r} is none of our columns" for name in named if name not in COLUMNS)
    if len(set(columns.values())) < len(columns):
        yield "two columns are mapped to the same one"


def texts(told: object) -> Mapping[str, str] | None:
    """Return a table of texts as one; None for anything else."""
    return told if isinstance(told, dict) and all(isinstance(value, str) for value in told.values()) else None


def filled(template: str, row: Mapping[str, str]) -> str:
    """Put a row's values in place of the placeholders; empty where one of the values is."""
    names = PLACEHOLDER.findall(template)
    if not all(row.get(name, "") for name in names):
        return ""
    return PLACEHOLDER.sub(lambda found: row[found[1]], template)
