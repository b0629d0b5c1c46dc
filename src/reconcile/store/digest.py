"""Digests of rows: whether two databases, or one at two times, hold the same facts."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection, Table, select

from reconcile.store.rows import Fetched, Query
from reconcile.store.tables import FACTS, blob, claim, document

FETCHED = 1000
"""Rows fetched at once."""


def of(rows: Iterable[Fetched]) -> str:
    """Return the SHA-256, in hexadecimal, over the rows as JSON lists, one a line, in the order given."""
    hashed = hashlib.sha256()
    for row in rows:
        hashed.update(json.dumps(list(row), ensure_ascii=False, separators=(",", ":")).encode("utf-8"))
        hashed.update(b"\n")
    return hashed.hexdigest()


def digests(connection: Connection) -> Mapping[str, str]:
    """Return the digest of each fact table's rows in key order. Bytes are represented by their own digest."""
    return {table.name: of(stream(connection, rows_of(table))) for table in FACTS}


def rows_of(table: Table) -> Query:
    """Return the query for a table's rows in key order."""
    columns = (column for column in table.c if column is not blob.c.content)
    return select(*columns).order_by(*table.primary_key)


def claims_of(connection: Connection, document_id: str) -> str:
    """Return the digest of a document's claims in their order."""
    query = select(claim).where(claim.c.document == document_id)
    return of(stream(connection, query.order_by(claim.c.start, claim.c.end, claim.c.ordinal)))


def document_of(connection: Connection, document_id: str) -> str:
    """Return the digest of a document's own row; of no rows, when it is not here."""
    return of(connection.execute(select(document).where(document.c.id == document_id)))


def stream(connection: Connection, query: Query) -> Iterator[Fetched]:
    """Yield the rows of a query without holding them all."""
    found = connection.execute(query.execution_options(yield_per=FETCHED))
    try:
        yield from found
    finally:
        if not connection.closed:
            found.close()
