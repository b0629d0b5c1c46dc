"""Tampering is found: in the log by re-hashing, in the rows by their recorded digests."""

import sqlite3
from collections.abc import Iterator

import pytest

from reconcile import store
from reconcile.model import Run
from reconcile.store import Store, tables
from reconcile.store.connection import file_of
from samples import ANN, AT, decision, fill


@pytest.fixture
def opened(database: str) -> Iterator[Store]:
    """Yield a database of each kind in which everything happened once, and the machine ran last."""
    yield from lived(database)


@pytest.fixture
def one_opened(sqlite_database: str) -> Iterator[Store]:
    """Yield the same on SQLite alone: digests of rows are made in Python, the same way on every database."""
    yield from lived(sqlite_database)


def lived(url: str) -> Iterator[Store]:
    found = store.open(url)
    fill(found)
    with found.writing(at=AT, actor=ANN) as writer:
        writer.decide(decision())
        writer.record_run(Run("reconcile 0.1.0", {}, {}, writer.digests()))
    yield found
    found.close()


def faults(opened: Store, *, deep: bool = True) -> list[str]:
    with opened.reading() as reader:
        return list(store.verify(reader, deep=deep))


def tampered(opened: Store, statement: str) -> None:
    """Change the database as somebody with his own SQL would, past triggers and keys."""
    path = file_of(opened.url)
    if path is None:
        with opened.writing(at=AT, actor=ANN) as writer:
            writer.connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
            writer.connection.exec_driver_sql(statement)
        return
    made = sqlite3.connect(path, isolation_level=None)
    for trigger in tables.TRIGGERS["sqlite"]:
        made.execute(f"DROP TRIGGER {trigger.split()[2]}")
    made.execute(statement)
    made.close()


def test_nothing_is_wrong_with_what_nobody_touched(opened: Store) -> None:
    assert faults(opened) == []


def test_an_empty_database_is_sound(database: str) -> None:
    empty = store.open(database)

    assert faults(empty) == []
    empty.close()


LOG = {
    "UPDATE ledger SET body = FORGED WHERE number = 3": "entry 3 has another content",
    "UPDATE ledger SET action = 'conflict.dismiss' WHERE number = 3": "entry 3 is filed under action",
    "UPDATE ledger SET object = 'other' WHERE number = 3": "entry 3 is filed under object",
    "UPDATE ledger SET leaf = CAST('0123456789abcdef0123456789abcdef' AS BYTES)": "entry 1 has another content",
    "DELETE FROM ledger WHERE number = 4": "do not give the tree",
    "DELETE FROM ledger WHERE number = 1": "entry 2 stands where entry 1 should",
    "UPDATE ledger_head SET size = 3": "do not give the tree",
    "UPDATE ledger_head SET frontier = CAST('' AS BYTES)": "do not give the tree",
    "DELETE FROM ledger_head": "lost its head",
    "UPDATE rationale SET text = 'I never said so'": "the rationale of entry 3",
    "UPDATE ledger SET body = CAST('[]' AS BYTES) WHERE number = 3": "entry 3 of the ledger cannot be read",
    "UPDATE ledger SET body = CAST('not JSON' AS BYTES) WHERE number = 1": "entry 1 of the ledger cannot be read",
}

ROWS = {
    "UPDATE claim SET polarity = 'pos' WHERE document IN (SELECT id FROM document WHERE path = 'us.txt')": "claims of",
    "DELETE FROM claim": "the claims of document iraq.txt",
    "UPDATE document SET title = 'Another'": "document iraq.txt",
    "DELETE FROM document WHERE path = 'iraq.txt'": "is in the ledger, and not in the database",
    "UPDATE document SET id = 'x' WHERE path = 'iraq.txt'": "the ledger does not know it",
    "UPDATE blob SET content = CAST('x' AS BYTES)": "are not those that were read",
    "UPDATE link SET score = 0.2": "the rows of link",
    "UPDATE verdict SET relation = 'agreement'": "the rows of verdict",
    "DELETE FROM verdict": "the rows of verdict",
    "UPDATE topic SET label = 'x'": "the rows of topic",
    "DELETE FROM topic_member": "the rows of topic_member",
    "UPDATE source SET grade = 'A'": "the rows of source",
    "DELETE FROM problem": "the rows of problem",
}


WORDS = {
    "sqlite": {"AS BYTES": "AS BLOB", "FORGED": "CAST(replace(CAST(body AS TEXT), 'ann', 'bob') AS BLOB)"},
    "postgresql": {
        "AS BYTES": "AS bytea",
        "FORGED": "convert_to(replace(convert_from(body, 'UTF8'), 'ann', 'bob'), 'UTF8')",
    },
}


def spelt(opened: Store, statement: str) -> str:
    """Return the statement in the database's own words for bytes."""
    for ours, theirs in WORDS[opened.url.get_backend_name()].items():
        statement = statement.replace(ours, theirs)
    return statement


@pytest.mark.parametrize(("statement", "found"), LOG.items())
def test_a_changed_ledger_is_found_without_looking_at_rows(opened: Store, statement: str, found: str) -> None:
    tampered(opened, spelt(opened, statement))

    assert any(found in fault for fault in faults(opened, deep=False))


@pytest.mark.parametrize(("statement", "found"), ROWS.items())
def test_changed_rows_are_found_by_looking_deep(one_opened: Store, statement: str, found: str) -> None:
    tampered(one_opened, spelt(one_opened, statement))

    assert faults(one_opened, deep=False) == []
    assert any(found in fault for fault in faults(one_opened))


def test_what_was_ingested_after_a_run_is_no_fault(opened: Store) -> None:
    with opened.writing(at=AT, actor=ANN) as writer:
        writer.remove_document(next(iter(writer.documents())).id)

    assert faults(opened) == []
