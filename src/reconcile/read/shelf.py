"""Reads `source.toml`, the file beside documents in which an analyst says where they come from."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from reconcile.model import Problem
from reconcile.read.charset import storable
from reconcile.read.contract import Facts, Limits
from reconcile.read.fault import problem
from reconcile.read.gate import bytes_of
from reconcile.read.metadata import checked

NAME = "source.toml"

KEYS = frozenset({"publisher", "source", "grade", "title", "date", "url", "citation"})
"""What may be said of a document."""

TABLES = frozenset({"default", "documents"})


@dataclass(frozen=True, slots=True)
class Shelf:
    """What one ``source.toml`` says: of all documents below its folder, and of each by its path from there."""

    default: Facts = Facts()  # noqa: RUF009 - frozen
    documents: Mapping[str, Facts] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def shelf(folder: Path, name: str, limits: Limits) -> Shelf:
    """Read the ``source.toml`` of ``folder``, shown to people as ``name``. An absent one says nothing."""
    content = bytes_of(folder / NAME, Limits(size=limits.sidecar))
    if isinstance(content, Problem):
        silent = content.code in ("missing", "empty")
        return Shelf(problems=() if silent else (problem("source-toml", name, content.message),))
    try:
        told = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        reason = "it is nested too deep" if isinstance(error, RecursionError) else storable(str(error))[:200]
        return Shelf(problems=(problem("source-toml", name, f"it cannot be read: {reason}"),))
    return stated(told, folder, name)


def stated(told: Mapping[str, object], folder: Path, name: str) -> Shelf:
    """Check each table of a ``source.toml``."""
    problems = [unknown(name, key, "") for key in told if key not in TABLES]
    default, faults = table(told.get("default", {}), name, "[default]")
    problems.extend(faults)
    each = told.get("documents", {})
    documents: dict[str, Facts] = {}
    for path, entry in each.items() if isinstance(each, dict) else ():
        where = f"[documents.{storable(path)!r}]"
        documents[path], faults = table(entry, name, where)
        problems.extend(faults)
        if not is_there(folder, path):
            problems.append(problem("metadata-key", name, "no such file stands beside it", where))
    return Shelf(default, documents, tuple(problems))


def table(told: object, name: str, where: str) -> tuple[Facts, tuple[Problem, ...]]:
    """Read one table: the facts, and what is wrong with it."""
    if not isinstance(told, dict):
        return Facts(), (problem("metadata-value", name, "it is no table", where),)
    strange = tuple(unknown(name, key, where) for key in told if key not in KEYS)
    facts, faults = checked({key: value for key, value in told.items() if key in KEYS}, name, NAME)
    return facts, (*strange, *(problem(fault.code, name, fault.message, where) for fault in faults))


def unknown(name: str, key: str, where: str) -> Problem:
    """Say that a key is none of ours."""
    return problem("metadata-key", name, f"the key {storable(key)[:60]!r} is not known", where)


def is_there(folder: Path, path: str) -> bool:
    """Say whether a document of that name stands below the folder."""
    below = PurePosixPath(path)
    if below.is_absolute() or ".." in below.parts or "\x00" in path:
        return False
    try:
        return (folder / below).exists()
    except OSError:
        return False


class Shelves:
    """The ``source.toml`` files met so far, each read once, and its problems told once."""

    def __init__(self, root: Path, limits: Limits) -> None:
        self._root = root
        self._limits = limits
        self._read: dict[Path, Shelf] = {}

    def facts(self, path: Path) -> tuple[Facts, list[Problem]]:
        """Return what is stated of the document at ``path``, the nearest folder first, and problems not yet told."""
        facts = Facts()
        problems: list[Problem] = []
        for folder in self._folders(path):
            if folder not in self._read:
                self._read[folder] = shelf(folder, self._shown(folder), self._limits)
                problems.extend(self._read[folder].problems)
            here = self._read[folder]
            own = here.documents.get(path.relative_to(folder).as_posix(), Facts())
            facts = facts.over(own).over(here.default)
        return facts, problems

    def _folders(self, path: Path) -> Iterator[Path]:
        """Yield the document's folder, and those above it up to the root if it lies below that."""
        yield path.parent
        if path.parent != self._root and path.is_relative_to(self._root):
            for folder in path.parent.parents:
                yield folder
                if folder == self._root:
                    return

    def _shown(self, folder: Path) -> str:
        """Name a ``source.toml`` to people."""
        inside = folder.is_relative_to(self._root)
        return storable((folder.relative_to(self._root) / NAME).as_posix() if inside else NAME)
