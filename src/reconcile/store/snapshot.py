"""A copy of the database that is one consistent state, taken while others write."""

import os
import sqlite3
from pathlib import Path

from reconcile.model import ReconcileError, UsageError
from reconcile.store import connection, schema


def backup(url: str, target: Path) -> None:
    """Write a copy of the database at ``url`` to ``target``, which must not exist; only its owner can read it.

    SQLite's online backup; for PostgreSQL raises UsageError, which names ``pg_dump``. An unfinished copy is removed.
    """
    parsed = connection.parsed(url)
    if connection.file_of(parsed) is None:
        raise UsageError("a PostgreSQL database is backed up with its own tool: pg_dump --format=custom")
    schema.current(url)
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError as error:
        raise UsageError(f"{target}: exists already; name a file that does not") from error
    except OSError as error:
        raise ReconcileError(f"{target}: cannot be written: {error.strerror}") from error
    try:
        copy(url, target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def copy(url: str, target: Path) -> None:
    """Copy page by page; a page written meanwhile is copied again."""
    parsed = connection.parsed(url)
    engine, into = connection.engine(parsed), sqlite3.connect(target)
    try:
        with connection.told(parsed), engine.connect() as made:
            raw = made.connection.driver_connection
            if isinstance(raw, sqlite3.Connection):
                raw.backup(into)
    except sqlite3.Error as error:
        raise ReconcileError(f"{target}: the copy failed: {error}") from error
    finally:
        into.close()
        engine.dispose()
