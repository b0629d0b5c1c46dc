"""How a database is connected to, and how its complaints become sentences.

The settings come out of trials: with SQLite's deferred BEGIN four of five read-then-write transactions fail as
"locked" whatever the time-out, and with pysqlite's own BEGIN a migration that fails is left half done.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, DBAPIError, OperationalError

from reconcile.model import ReconcileError, UsageError

APPLICATION = 0x5265636F
"""SQLite's ``application_id`` of our files ("Reco")."""

PATIENCE = 10_000
"""Milliseconds that a writer waits for another."""

PRAGMAS = (
    f"PRAGMA busy_timeout = {PATIENCE}",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA journal_size_limit = 67108864",
)
"""Settings of every connection to SQLite. None of them writes: the file may turn out not to be ours."""

COMPLAINTS = {
    "is locked": "it is busy: another program writes to it; try again",
    "disk is full": "the disk is full: make room and run it again; nothing of the unfinished work was kept",
    "readonly database": "it cannot be written: see who may write the file and its folder",
    "could not decode": "it is damaged: restore a backup made by `reconcile db backup`",
    "no such table": "a table is missing: restore a backup made by `reconcile db backup`",
    "no such column": "a column is missing: restore a backup made by `reconcile db backup`",
    "malformed": "it is damaged: restore a backup made by `reconcile db backup`",
    "not a database": "it is not a database",
    "unable to open": "it cannot be opened: see that it is a file and who may read it and write in its folder",
    "disk i/o error": "the disk failed: see the system's log, then `reconcile audit verify`",
    "file is encrypted": "it is not a database",
}
"""What SQLite says, and what it means to people."""


def parsed(url: str) -> URL:
    """Return ``url`` taken apart, with our driver in it. Raises UsageError when it names no database that we know."""
    try:
        made = make_url(url)
    except ArgumentError as error:
        raise UsageError(f"{url!r} is no database URL; write sqlite:///FILE or postgresql://USER@HOST/NAME") from error
    backend = made.get_backend_name()
    if backend == "sqlite" and made.database and made.database != ":memory:":
        return made
    if backend == "postgresql":
        return made.set(drivername="postgresql+psycopg")
    raise UsageError(f"{shown(made)} is no database of ours; write sqlite:///FILE or postgresql://USER@HOST/NAME")


def file_of(url: URL) -> Path | None:
    """Return the file of an SQLite database, None for a server."""
    return Path(str(url.database)) if url.get_backend_name() == "sqlite" else None


def shown(url: URL) -> str:
    """Return the URL as one may print it: the password masked."""
    return url.render_as_string(hide_password=True)


def engine(url: URL, *, enforced: bool = True) -> Engine:
    """Return an engine for ``url``. ``enforced`` foreign keys, everywhere but in migrations.

    A migration on SQLite that rebuilds a table would otherwise delete the rows that hang on it.
    """
    path = file_of(url)
    if path is None:
        return server(url)
    # mode=rw: a mistyped name must not leave an empty database behind.
    address = f"file:{quote(str(path.absolute()))}?mode=rw"
    made = create_engine(url, creator=lambda: sqlite3.connect(address, uri=True, check_same_thread=False))

    @event.listens_for(made, "connect")
    def settle(raw: sqlite3.Connection, _: object) -> None:
        raw.isolation_level = None
        for pragma in (*PRAGMAS, f"PRAGMA foreign_keys = {'ON' if enforced else 'OFF'}"):
            raw.execute(pragma)

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", not enforced)
        connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if writes else 'ON'}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return made


def server(url: URL) -> Engine:
    """Return an engine for PostgreSQL. Raises ReconcileError when its driver is not installed."""
    try:
        return create_engine(url)
    except ModuleNotFoundError as error:
        raise ReconcileError("PostgreSQL takes its driver: install reconcile[postgres]") from error


@contextmanager
def told(url: URL) -> Iterator[None]:
    """Turn what a database complains of into one sentence; let what is a mistake of ours crash."""
    try:
        yield
    except DatabaseError as error:
        told = complaint(url, error)
        if told is None:
            raise
        raise ReconcileError(f"{shown(url)}: {told}") from error


def complaint(url: URL, error: DBAPIError) -> str | None:
    """Return what to say of ``error``, None when it tells of a mistake in this program."""
    said = str(error.orig)
    for words, sentence in COMPLAINTS.items():
        if words in said.lower():
            return sentence
    if file_of(url) is None and isinstance(error, OperationalError):
        return f"the server cannot be used: {said.splitlines()[0]}"
    return None
