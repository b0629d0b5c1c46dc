"""What tests of several packages share: a database of each kind, migrated and empty."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, make_url, text

from postgres import server
from reconcile import store

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

DATABASES = ("sqlite", "postgresql")

ORIGIN = "reconcile/test"

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "alone")
"""Part of each database's name, for workers may share a server that was given to them."""

TEMPLATE, CLONE = f"reconcile_template_{WORKER}", f"reconcile_test_{WORKER}"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of an empty, migrated SQLite database, to be copied."""
    path = tmp_path_factory.mktemp("template") / "reconcile.sqlite"
    store.upgrade(f"sqlite:///{path}", origin=ORIGIN)
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Engine]:
    """Yield an engine on a server with the database TEMPLATE, empty and migrated, to be cloned."""
    with server() as url:
        admin = create_engine(url, isolation_level="AUTOCOMMIT")
        with admin.connect() as made:
            made.execute(text(f"DROP DATABASE IF EXISTS {TEMPLATE}"))
            made.execute(text(f"CREATE DATABASE {TEMPLATE} TEMPLATE template0"))
        store.upgrade(on(admin, TEMPLATE), origin=ORIGIN)
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
        made.execute(text(f"DROP DATABASE IF EXISTS {CLONE} WITH (FORCE)"))
        made.execute(text(f"CREATE DATABASE {CLONE} TEMPLATE {TEMPLATE}"))
    yield on(postgres_server, CLONE)
    with postgres_server.connect() as made:
        made.execute(text(f"DROP DATABASE {CLONE} WITH (FORCE)"))
