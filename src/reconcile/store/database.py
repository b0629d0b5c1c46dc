"""A database that is ours and up to date, and the two ways into it: reading and writing."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Engine

from reconcile.model import OutOfDate
from reconcile.store import connection, schema
from reconcile.store.reader import Reader
from reconcile.store.writer import Writer


class Store:
    """An open database. Holds no transaction; each of the two methods opens one and ends it."""

    def __init__(self, url: URL, engine: Engine) -> None:
        self.url, self.engine = url, engine

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """Open one read transaction: everything in it sees one state of the database. It cannot write.

        Raises ReconcileError when the database is damaged or its server cannot be reached.
        """
        options: dict[str, object] = {"writes": False}
        if connection.file_of(self.url) is None:
            options |= {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        with connection.told(self.url), self.engine.connect().execution_options(**options) as made, made.begin():
            yield Reader(made)

    @contextmanager
    def writing(self, *, at: str, actor: str) -> Iterator[Writer]:
        """Open the one kind of write transaction; commit at the end, roll back on any exception.

        The ledger's head is locked first, so that writers queue, and what is read here is the newest. ``at`` (ISO 8601
        in UTC) and ``actor`` go into every ledger entry made here. Raises ReconcileError when the database stays busy.
        """
        with connection.told(self.url), self.engine.connect().execution_options(writes=True) as made, made.begin():
            writer = Writer(made, at, actor)
            yield writer
            writer.finish()

    def close(self) -> None:
        """Let go of the file or the server."""
        self.engine.dispose()


def open(url: str) -> Store:  # noqa: A001 - reads as `store.open`
    """Open the database at ``url`` (``sqlite:///FILE`` or ``postgresql://...``). Creates nothing.

    Raises OutOfDate when its revision is not this program's, UsageError for a URL that names no such database, and
    ReconcileError for a file that is absent, damaged, or not ours.
    """
    found = schema.current(url)
    if found != schema.HEAD:
        raise OutOfDate(found, schema.HEAD)
    parsed = connection.parsed(url)
    return Store(parsed, connection.engine(parsed))
