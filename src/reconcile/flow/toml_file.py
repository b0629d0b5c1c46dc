"""A TOML file that a person keeps: its tables, or one sentence on why it gives none."""

import tomllib
from pathlib import Path

LARGEST = 1024 * 1024
"""Bytes of such a file: of a vocabulary some 20,000 entries."""


class Unreadable(ValueError):  # noqa: N818 - reads as a sentence where it is raised
    """The file gives no tables; says why."""


def tables(file: Path) -> dict[str, object]:
    """Return what a file holds. Raises Unreadable."""
    try:
        return tomllib.loads(content(file).decode("utf-8-sig"))
    except Unreadable:
        raise
    except OSError as error:
        raise Unreadable(f"it cannot be read: {error.strerror}") from error
    except RecursionError as error:
        raise Unreadable("it is nested too deep") from error
    except ValueError as error:
        raise Unreadable(f"it is no TOML: {str(error)[:200]}") from error


def content(file: Path) -> bytes:
    """Return the bytes of a file. Raises OSError, and Unreadable for one that is larger or no regular file."""
    if not file.is_file() and file.exists():
        raise Unreadable("it is no regular file")
    with file.open("rb") as opened:
        found = opened.read(LARGEST + 1)
    if len(found) > LARGEST:
        raise Unreadable(f"it has more than {LARGEST} bytes")
    return found
