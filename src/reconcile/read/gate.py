"""Lets files in: regular ones, of bounded size, from where the caller pointed; says why not of all others."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reconcile.model import Problem
from reconcile.read.contract import Limits
from reconcile.read.fault import problem

RESERVED = frozenset({"source.toml", "vocabulary.toml"})
"""Files of a ``sources/`` folder that say something about documents and are none."""

MAPPING = ".mapping.toml"
"""What the name of a table's mapping sidecar ends in."""

FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A link put in place of the file after it was looked at is not followed, and a pipe never makes us wait."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file to look at, and the folder that a link may not lead out of."""

    path: Path
    within: Path


def files(paths: Iterable[Path]) -> Iterator[Entry | Problem]:
    """Yield each file named by ``paths`` or lying below a folder of ``paths``, in sorted order, each path once.

    Below a folder, hidden files and those that only describe others are passed over, and links to folders not entered.
    """
    visited: set[str] = set()
    for path in paths:
        for entry in below(path) if is_folder(path) else [Entry(path, path.parent)]:
            name = str(entry.path.absolute()) if isinstance(entry, Entry) else entry.document
            if name not in visited:
                visited.add(name)
                yield entry


def is_folder(path: Path) -> bool:
    """Say whether ``path`` is a folder or leads to one; what cannot be looked at is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def below(folder: Path) -> Iterator[Entry | Problem]:
    """Walk ``folder`` without recursion: a tree as deep as the file system allows is no harm."""
    waiting = [(folder, True)]
    while waiting:
        here, is_directory = waiting.pop()
        if not is_directory:
            yield Entry(here, folder)
            continue
        try:
            with os.scandir(here) as listing:
                found = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in listing)
        except OSError as error:
            yield problem("unreadable", str(here), f"the folder cannot be listed: {error.strerror}")
            continue
        waiting.extend((here / name, is_directory) for name, is_directory in reversed(found) if is_document(name))


def is_document(name: str) -> bool:
    """Say whether a name found in a folder may be a document's."""
    return not name.startswith(".") and name not in RESERVED and not name.endswith(MAPPING)


def bytes_of(path: Path, limits: Limits = Limits(), *, within: Path | None = None) -> bytes | Problem:  # noqa: B008 - frozen
    """Return the bytes of the regular file at ``path``, read once; or why they are not read.

    A link is followed if it stays below ``within`` (the file's own folder if not given). Never waits for a pipe.
    """
    name = str(path)
    try:
        target = target_of(path, within or path.parent)
        return target if isinstance(target, Problem) else content_of(target, limits, name)
    except FileNotFoundError:
        return problem("missing", name, "there is no such file")
    except (OSError, ValueError, RuntimeError) as error:  # ValueError: a NUL in the path; RuntimeError: a loop of links
        told = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return problem("unreadable", name, f"it cannot be read: {told}")


def target_of(path: Path, within: Path) -> Path | Problem:
    """Return where ``path`` leads, if that is a regular file and not outside ``within``."""
    target = path
    if path.is_symlink():
        target = path.resolve(strict=True)
        if not target.is_relative_to(within.resolve()):
            return problem("symlink", str(path), "it is a link that leads out of its folder")
    kind = os.lstat(target).st_mode
    if not stat.S_ISREG(kind):
        return problem("not-a-file", str(path), f"it is {kind_of(kind)}, not a file")
    return target


def content_of(target: Path, limits: Limits, name: str) -> bytes | Problem:
    """Open, look again at what was opened, and read no more than the limit."""
    descriptor = os.open(target, FLAGS)
    with os.fdopen(descriptor, "rb") as stream:
        kind = os.fstat(descriptor).st_mode
        if not stat.S_ISREG(kind):
            return problem("not-a-file", name, f"it is {kind_of(kind)}, not a file")
        content = stream.read(limits.size + 1)
    if len(content) > limits.size:
        return problem("too-large", name, f"it is larger than {limits.size:,} bytes")
    if not content.strip():
        return problem("empty", name, "it holds nothing")
    return content


KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISLNK, "a link"),
)


def kind_of(mode: int) -> str:
    """Name what is no regular file."""
    return next((name for test, name in KINDS if test(mode)), "something else")
