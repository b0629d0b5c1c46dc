"""Migrations: they make what queries expect, go both ways, and touch nothing that is not ours."""

import shutil
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

from reconcile import store
from reconcile.model import OutOfDate, ReconcileError, UsageError
from reconcile.store import schema, tables
from samples import ANN, AT, fill

POSTGRES_CATALOG = """
SELECT 'column', table_name, column_name, concat_ws(' ', data_type, collation_name, is_nullable, column_default)
FROM information_schema.columns WHERE table_schema = 'public'
UNION ALL SELECT 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid)
FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
UNION ALL SELECT 'index', tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT 'view', viewname, '', definition FROM pg_views WHERE schemaname = 'public'
UNION ALL SELECT 'trigger', tgrelid::regclass::text, tgname, pg_get_triggerdef(oid)
FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT 'function', proname, '', prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace
"""

SQLITE_CATALOG = (
    "SELECT 'table', name, 0, lower(type) FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'",
    'SELECT m.name, c.name, c.pk, c.type, c."notnull", c.dflt_value FROM sqlite_master m, pragma_table_info(m.name) c',
    'SELECT m.name, f."from", f."table", f."to", f.on_delete FROM sqlite_master m, pragma_foreign_key_list(m.name) f',
    "SELECT i.name, c.seqno, c.name FROM sqlite_master m, pragma_index_list(m.name) i, pragma_index_info(i.name) c",
    "SELECT name, sql FROM sqlite_master WHERE type IN ('view', 'trigger')",
    "SELECT name, sql LIKE '%length(leaf) = 32%', sql LIKE '%id = 1%' FROM sqlite_master WHERE type = 'table'",
)


def catalog(url: str) -> set[tuple[object, ...]]:
    """Return all that a database knows of its own shape, but for Alembic's table."""
    engine = create_engine(url)
    with engine.connect() as made:
        queries = SQLITE_CATALOG if made.dialect.name == "sqlite" else (POSTGRES_CATALOG,)
        found = {tuple(row) for query in queries for row in made.execute(text(query.replace(":regn", r"\:regn")))}
    engine.dispose()
    return {row for row in found if not any("alembic_version" in str(cell) for cell in row)}


def emptied(url: str) -> None:
    store.downgrade(url, "base")


def test_the_migrations_make_the_tables_that_queries_expect(database: str) -> None:
    migrated = catalog(database)
    emptied(database)
    engine = create_engine(database)
    tables.metadata.create_all(engine)
    engine.dispose()

    assert catalog(database) == migrated


def test_down_leaves_nothing_and_up_again_makes_the_same(database: str) -> None:
    migrated = catalog(database)

    emptied(database)
    assert catalog(database) == set()
    assert store.current(database) == ""

    assert store.upgrade(database) == schema.HEAD
    assert catalog(database) == migrated


def test_upgrading_twice_changes_nothing(database: str) -> None:
    opened = store.open(database)
    fill(opened)
    with opened.reading() as reader:
        before = reader.digests(), reader.checkpoint()

    assert store.upgrade(database, origin="reconcile/other") == schema.HEAD

    with opened.reading() as reader:
        assert (reader.digests(), reader.checkpoint()) == before
    opened.close()


def test_the_ledger_is_not_thrown_away_unasked(database: str) -> None:
    opened = store.open(database)
    fill(opened)
    opened.close()

    with pytest.raises(UsageError, match="2 entries"):
        store.downgrade(database, "base")
    assert store.current(database) == schema.HEAD
    assert store.downgrade(database, "base", lose_ledger=True) == ""


def test_a_database_without_our_tables_is_out_of_date(database: str) -> None:
    emptied(database)

    with pytest.raises(OutOfDate, match="db upgrade") as caught:
        store.open(database)
    assert (caught.value.found, caught.value.wanted) == ("", schema.HEAD)


def test_a_database_of_a_newer_program_is_left_alone(database: str) -> None:
    engine = create_engine(database)
    with engine.begin() as made:
        made.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()

    with pytest.raises(OutOfDate):
        store.open(database)
    with pytest.raises(ReconcileError, match="newer"):
        store.upgrade(database)


STEP = """
from alembic import op
revision, down_revision = "0002", "0001"
def upgrade():
    op.execute("{statement}")
    {then}
"""


def another_step(folder: Path, statement: str, then: str = "pass") -> Path:
    """Return a copy of the migrations with one more."""
    copy = folder / "db"
    shutil.copytree(schema.migrations(), copy, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "versions" / "0002_more.py").write_text(STEP.format(statement=statement, then=then))
    return copy


def test_a_step_that_fails_leaves_the_database_as_it_was(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    migrated = catalog(database)
    steps = another_step(tmp_path, "CREATE TABLE more (id int)", "raise RuntimeError('in the middle')")
    monkeypatch.setattr(schema, "migrations", lambda: steps)

    with pytest.raises(RuntimeError, match="in the middle"):
        store.upgrade(database)
    assert catalog(database) == migrated
    assert store.current(database) == "0001"


def test_a_step_may_not_leave_rows_without_what_they_belong_to(
    sqlite_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = store.open(sqlite_database)
    fill(opened)
    steps = another_step(tmp_path, "DELETE FROM document")
    monkeypatch.setattr(schema, "migrations", lambda: steps)

    with pytest.raises(ReconcileError, match="what they belong to, in: claim"):
        store.upgrade(sqlite_database)
    with opened.reading() as reader:
        assert reader.counts()["documents"] == reader.counts()["claims"] == 2
    opened.close()


def test_the_checkouts_migrations_go_before_the_wheels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "src" / "reconcile"
    monkeypatch.setattr(schema, "PACKAGE", package)
    assert schema.migrations() == package / "_bundled" / "db"

    (tmp_path / "db").mkdir()
    for name in ("pyproject.toml", "db/env.py"):
        (tmp_path / name).touch()
    assert schema.migrations() == tmp_path / "db"


def test_another_databases_tables_are_not_ours(postgres_database: str) -> None:
    emptied(postgres_database)
    engine = create_engine(postgres_database)
    with engine.begin() as made:
        made.execute(text("DROP TABLE alembic_version"))
        made.execute(text("CREATE TABLE theirs (id int)"))
    engine.dispose()

    for call in (store.open, store.current, store.upgrade):
        with pytest.raises(ReconcileError, match="not one that reconcile made"):
            call(postgres_database)


def test_the_revision_that_the_program_wants_is_the_newest() -> None:
    assert ScriptDirectory.from_config(schema.configured()).get_current_head() == schema.HEAD


def test_a_new_ledger_gets_the_name_that_it_is_given(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/a b%20?.sqlite".replace("?", "%3F")
    store.upgrade(url, origin="reconcile/case")
    opened = store.open(url)

    with opened.reading() as reader:
        assert reader.checkpoint().origin == "reconcile/case"
    opened.close()


def test_two_new_ledgers_have_different_names(tmp_path: Path) -> None:
    origins = set()
    for name in ("one", "two"):
        store.upgrade(f"sqlite:///{tmp_path}/{name}")
        opened = store.open(f"sqlite:///{tmp_path}/{name}")
        with opened.reading() as reader:
            origins.add(reader.checkpoint().origin)
        opened.close()

    assert len(origins) == 2


def test_a_new_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    store.upgrade(f"sqlite:///{tmp_path}/new.sqlite")

    assert (tmp_path / "new.sqlite").stat().st_mode & 0o077 == 0


def test_plain_alembic_finds_the_database_in_the_environment(
    sqlite_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RECONCILE_DATABASE", sqlite_database)

    command.downgrade(schema.configured(), "base")

    assert store.current(sqlite_database) == ""


def test_a_copy_holds_what_the_database_holds(sqlite_database: str, tmp_path: Path) -> None:
    opened = store.open(sqlite_database)
    fill(opened)
    with opened.writing(at=AT, actor=ANN) as writer:
        writer.forget_problems("nothing")
        store.backup(sqlite_database, tmp_path / "copy.sqlite")
    copy = store.open(f"sqlite:///{tmp_path}/copy.sqlite")

    with opened.reading() as here, copy.reading() as there:
        assert (here.digests(), here.checkpoint()) == (there.digests(), there.checkpoint())
    opened.close()
    copy.close()


def test_a_copy_takes_the_place_of_nothing(sqlite_database: str, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("mine")

    with pytest.raises(UsageError, match="exists already"):
        store.backup(sqlite_database, tmp_path / "there")
    assert (tmp_path / "there").read_text() == "mine"


def test_postgresql_is_copied_with_its_own_tool(postgres_database: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="pg_dump"):
        store.backup(postgres_database, tmp_path / "copy")
