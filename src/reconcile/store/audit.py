"""Whether the ledger, and the rows that it speaks of, are as they were recorded."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, select

from reconcile.model import ReconcileError
from reconcile.store import digest, ledger, merkle, tables
from reconcile.store.canonical import Value
from reconcile.store.reader import Reader
from reconcile.store.rows import Fetched


def verify(reader: Reader, *, deep: bool = False) -> Sequence[str]:
    """Re-hash the ledger; return what is wrong with it, one sentence each, nothing when all is well.

    ``deep`` recomputes the digests of rows too and holds them to those that ingest and run entries recorded. Nothing
    here can tell a whole ledger written anew from the true one: only a checkpoint kept elsewhere can.
    """
    connection = reader.connection
    faults = [*log_faults(connection), *rationale_faults(connection)]
    if deep:
        faults += [*document_faults(connection), *blob_faults(connection), *run_faults(connection)]
    return faults


def log_faults(connection: Connection) -> Iterator[str]:
    """Yield what is wrong with the entries, each for itself and all together against the head."""
    try:
        head = ledger.head_of(connection)
    except ReconcileError as error:
        yield str(error)
        return
    size = 0
    frontier: tuple[bytes, ...] = ()
    for row in digest.stream(connection, select(tables.ledger).order_by(tables.ledger.c.number)):
        yield from entry_faults(size + 1, row)
        frontier = merkle.append(size, frontier, merkle.leaf(bytes(row.body)))
        size += 1
    if (size, frontier) != (head.size, head.frontier):
        yield f"the ledger's {size} entries do not give the tree that its head records ({head.size} entries)"


def entry_faults(place: int, row: Fetched) -> Iterator[str]:
    """Yield what is wrong with the entry that stands at ``place``, counted from 1."""
    if row.number != place:
        yield f"entry {row.number} stands where entry {place} should"
    if merkle.leaf(bytes(row.body)) != bytes(row.leaf):
        yield f"entry {row.number} has another content than was recorded"
    try:
        fields = ledger.fields_of(row.number, bytes(row.body))
    except ReconcileError as error:
        yield str(error)
        return
    for name in ("number", "action", "object"):
        if fields.get(name) != getattr(row, name):
            yield f"entry {row.number} is filed under {name} {getattr(row, name)!r}, and says {fields.get(name)!r}"


def rationale_faults(connection: Connection) -> Iterator[str]:
    """Yield the entries whose rationale is not the text that was recorded. One that is gone was withheld: no fault."""
    query = select(tables.rationale, tables.ledger.c.body).join(tables.ledger).order_by(tables.rationale.c.number)
    for row in digest.stream(connection, query):
        try:
            seal = ledger.fields_of(row.number, bytes(row.body)).get("rationale")
        except ReconcileError:
            continue
        if seal != ledger.sealed(bytes(row.salt), row.text):
            yield f"the rationale of entry {row.number} is not the text that was recorded"


def document_faults(connection: Connection) -> Iterator[str]:
    """Yield the documents that are not as their newest entry says: changed, gone, or never recorded."""
    recorded = present_documents(connection)
    stored = set(connection.scalars(select(tables.document.c.id)))
    for identified in sorted(stored - recorded.keys()):
        yield f"document {identified} is in the database, and the ledger does not know it"
    for identified, fields in sorted(recorded.items()):
        name = f"document {fields.get('path')} ({identified})"
        if identified not in stored:
            yield f"{name} is in the ledger, and not in the database"
        elif fields.get("row") != digest.document_of(connection, identified):
            yield f"{name} is not as it was ingested"
        elif fields.get("digest") != digest.claims_of(connection, identified):
            yield f"the claims of {name} are not those that were recorded"


def present_documents(connection: Connection) -> Mapping[str, Mapping[str, Value]]:
    """Return, for each document that was ingested and not removed since, what its newest entry says."""
    columns = (tables.ledger.c.number, tables.ledger.c.action, tables.ledger.c.object, tables.ledger.c.body)
    asked = select(*columns).where(tables.ledger.c.action.in_((ledger.INGEST, ledger.REMOVE)))
    newest = {row.object: row for row in digest.stream(connection, asked.order_by(tables.ledger.c.number))}
    kept = {identified: row for identified, row in newest.items() if row.action == ledger.INGEST}
    return {identified: told(row) for identified, row in kept.items()}


def told(row: Fetched) -> Mapping[str, Value]:
    """Return what an entry says, nothing where it cannot be read: that fault is reported of the log."""
    try:
        return ledger.fields_of(row.number, bytes(row.body))
    except ReconcileError:
        return {}


def blob_faults(connection: Connection) -> Iterator[str]:
    """Yield the files whose bytes are not those that were hashed, one file in memory at a time."""
    for expected in connection.scalars(select(tables.blob.c.sha256).order_by(tables.blob.c.sha256)).all():
        content = connection.scalar(select(tables.blob.c.content).where(tables.blob.c.sha256 == expected))
        if content is None or hashlib.sha256(bytes(content)).hexdigest() != expected:
            yield f"the bytes kept under {expected} are not those that were read"


def run_faults(connection: Connection) -> Iterator[str]:
    """Yield the tables that are not as the newest run left them, where nothing was ingested or removed since."""
    machine = tables.ledger.c.action.in_((ledger.INGEST, ledger.REMOVE, ledger.RUN))
    newest = select(tables.ledger).where(machine).order_by(tables.ledger.c.number.desc()).limit(1)
    row = connection.execute(newest).one_or_none()
    if row is None or row.action != ledger.RUN:
        return
    outputs = told(row).get("outputs")
    if not isinstance(outputs, Mapping):
        return
    for table, present in digest.digests(connection).items():
        if table in outputs and outputs[table] != present:
            yield f"the rows of {table} are not those that the run of entry {row.number} left"
