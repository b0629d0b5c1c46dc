"""What is not a sound database of ours is refused in one sentence, and left as it was."""

import contextlib
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reconcile import store
from reconcile.model import ReconcileError, UsageError
from reconcile.store import connection
from samples import fill


def test_an_absent_database_is_not_made_by_looking(tmp_path: Path) -> None:
    for call in (store.open, store.current):
        with pytest.raises(ReconcileError, match="reconcile init"):
            call(f"sqlite:///{tmp_path}/absent.sqlite")
    with pytest.raises(ReconcileError, match="folder does not exist"):
        store.upgrade(f"sqlite:///{tmp_path}/no/absent.sqlite")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", ["", "nonsense", "sqlite://", "sqlite:///:memory:", "mysql://u@h/d", "oracle:///x"])
def test_a_url_that_names_no_database_of_ours_is_a_mistake_of_the_call(url: str) -> None:
    with pytest.raises(UsageError, match="sqlite:///FILE"):
        store.open(url)


def test_a_password_is_not_printed() -> None:
    parsed = connection.parsed("postgresql://u:secret@h/d")

    assert "secret" not in connection.shown(parsed)


def test_a_server_that_does_not_answer_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ReconcileError, match="the server cannot be used"):
        store.open(f"postgresql://u:secret@/d?host={tmp_path}")


def others(path: Path) -> None:
    made = sqlite3.connect(path)
    made.execute("CREATE TABLE claim (id)")
    made.close()


def ours(path: Path) -> sqlite3.Connection:
    path.unlink(missing_ok=True)
    store.upgrade(f"sqlite:///{path}")
    return sqlite3.connect(path)


def with_trigger(path: Path) -> None:
    made = ours(path)
    made.execute("CREATE TRIGGER evil AFTER INSERT ON claim BEGIN DELETE FROM document; END")
    made.close()


def without_trigger(path: Path) -> None:
    made = ours(path)
    made.execute("DROP TRIGGER ledger_no_update")
    made.close()


def with_other_view(path: Path) -> None:
    made = ours(path)
    made.executescript("DROP VIEW standing; CREATE VIEW standing AS SELECT 'x' AS conflict, 'resolved' AS status")
    made.close()


def cut(path: Path) -> None:
    ours(path).close()
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def overwritten(path: Path) -> None:
    ours(path).close()
    content = bytearray(path.read_bytes())
    content[100:6000] = b"\xff" * 5900
    path.write_bytes(content)


def looked_at(path: Path) -> None:
    opened = store.open(f"sqlite:///{path}")
    try:
        with opened.reading() as reader:
            store.verify(reader, deep=True)
            for stream in (reader.claims(), reader.links(), reader.verdicts(), reader.decisions(), reader.topics()):
                list(stream)
            for light in reader.documents():
                reader.document(light.id)
    finally:
        opened.close()


@pytest.mark.parametrize(
    "spoil",
    [
        others,
        with_trigger,
        without_trigger,
        with_other_view,
        cut,
        overwritten,
        lambda path: path.write_bytes(b"not a database, only words" * 99),
        lambda path: path.mkdir(),
    ],
)
def test_a_file_that_is_not_a_sound_database_of_ours_is_one_sentence(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    path = tmp_path / "file.sqlite"
    spoil(path)
    before = path.read_bytes() if path.is_file() else b""

    with pytest.raises(ReconcileError, match=r"file\.sqlite"):
        looked_at(path)
    assert (path.read_bytes() if path.is_file() else b"") == before


@pytest.mark.parametrize("seed", range(30))
def test_flipped_bits_are_one_sentence_at_most(sqlite_database: str, seed: int) -> None:
    opened = store.open(sqlite_database)
    fill(opened)
    opened.close()
    path, chance = Path(sqlite_database.removeprefix("sqlite:///")), random.Random(seed)
    content = bytearray(path.read_bytes())
    for _ in range(60):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)

    with contextlib.suppress(ReconcileError):
        looked_at(path)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claim SET dates = '{'",
        "UPDATE claim SET modality = 'sure'",
        "UPDATE claim SET cues = '[1]'",
        "UPDATE claim SET places = CAST(x'ff' AS TEXT)",
        "UPDATE document SET segments = '[[]]'",
        "UPDATE link SET features = NULL",
        "UPDATE verdict SET left_marks = '" + "[" * 100_000 + "'",
        "DROP TABLE topic_member",
    ],
)
def test_rows_that_are_none_of_ours_are_one_sentence(sqlite_database: str, statement: str) -> None:
    opened = store.open(sqlite_database)
    fill(opened)
    opened.close()
    made = sqlite3.connect(sqlite_database.removeprefix("sqlite:///"), isolation_level=None)
    made.execute("PRAGMA writable_schema = ON")
    made.execute("UPDATE sqlite_master SET sql = replace(sql, 'features TEXT NOT NULL', 'features TEXT')")
    made.close()
    made = sqlite3.connect(sqlite_database.removeprefix("sqlite:///"), isolation_level=None)
    made.execute(statement)
    made.close()

    with pytest.raises(ReconcileError, match=r"damaged|backup"):
        looked_at(Path(sqlite_database.removeprefix("sqlite:///")))


def test_an_upgrade_leaves_others_databases_alone(tmp_path: Path) -> None:
    path = tmp_path / "file.sqlite"
    others(path)
    before = path.read_bytes()

    with pytest.raises(ReconcileError, match="not one that reconcile made"):
        store.upgrade(f"sqlite:///{path}")
    assert path.read_bytes() == before


def test_opening_does_not_load_the_migrations() -> None:
    program = "import sys, reconcile.store; sys.exit('alembic' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
