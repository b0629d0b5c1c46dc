"""What tests of several packages share: a database of each kind, migrated and empty."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, make_url, text

from postgres import server
from reconcile import store

DATABASES = ("sqlite", "postgresql")

ORIGIN = "reconcile/test"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of an empty, migrated SQLite database, to be copied."""
    path = tmp_path_factory.mktemp("template") / "reconcile.sqlite"
    store.upgrade(f"sqlite:///{path}", origin=ORIGIN)
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Engine]:
    """Yield an engine on a server with the database ``template_reconcile``, empty and migrated, to be cloned."""
    with server() as url:
        admin = create_engine(url, isolation_level="AUTOCOMMIT")
        with admin.connect() as made:
            made.execute(text("DROP DATABASE IF EXISTS template_reconcile"))
            made.execute(text("CREATE DATABASE template_reconcile TEMPLATE template0"))
        store.upgrade(on(admin, "template_reconcile"), origin=ORIGIN)
        yield admin
        admin.dispose()


def on(admin: Engine, name: str) -> str:
    """Return the URL of another database of the same server."""
    return make_url(admin.url).set(database=name).render_as_string(hide_password=False)


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest) -> str:
    """Return the URL of an empty, migrated database: once on SQLite, once on PostgreSQL."""
    name = "sqlite_database" if request.param == "sqlite" else "postgres_database"
    return str(request.getfixturevalue(name))


@pytest.fixture
def sqlite_database(tmp_path: Path, sqlite_template: Path) -> str:
    """Return the URL of an empty, migrated SQLite database."""
    path = tmp_path / "reconcile.sqlite"
    shutil.copy(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgres_database(postgres_server: Engine) -> Iterator[str]:
    """Yield the URL of an empty, migrated PostgreSQL database; drop it afterwards."""
    with postgres_server.connect() as made:
        made.execute(text("CREATE DATABASE one TEMPLATE template_reconcile"))
    yield on(postgres_server, "one")
    with postgres_server.connect() as made:
        made.execute(text("DROP DATABASE one WITH (FORCE)"))
