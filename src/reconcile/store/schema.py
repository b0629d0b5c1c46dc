"""The schema's revisions: which one a database is at, and moving it to another."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, Engine, column, func, select, table, text

from reconcile.model import ReconcileError, UsageError
from reconcile.store import connection
from reconcile.store.tables import STANDING, TRIGGERS, ledger

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0001"
"""The revision that this program works with. A constant, for asking Alembic costs half a second at each start."""

PACKAGE = Path(__file__).parents[1]


def current(url: str) -> str:
    """Return the revision that the database is at, empty for none. Raises ReconcileError as ``open`` does."""
    parsed = connection.parsed(url)
    engine = connection.engine(parsed)
    try:
        with connection.told(parsed):
            return recognised(parsed, engine)
    finally:
        engine.dispose()


def upgrade(url: str, revision: str = "head", *, origin: str = "") -> str:
    """Bring the database to ``revision``, making it where there is none; return the revision that it is at now.

    ``origin`` names the ledger of a new database ("reconcile/" and an identifier; random when empty) and is never
    changed afterwards. Twice is as good as once. Raises ReconcileError for a file that is not ours and for a database
    that a newer program made, UsageError for a revision that there is none of.
    """
    parsed = connection.parsed(url)
    make(connection.file_of(parsed))
    return moved(parsed, "upgrade", revision, origin)


def downgrade(url: str, revision: str, *, lose_ledger: bool = False) -> str:
    """Take the database back to ``revision`` ("base", "-1", an identifier); return the revision that it is at now.

    Raises UsageError when that would throw away recorded decisions and runs and ``lose_ledger`` is not set.
    """
    parsed = connection.parsed(url)
    if not lose_ledger and current(url) and (entries := recorded(parsed)):
        raise UsageError(
            f"to go back to {revision} would throw away the ledger's {entries} entries: "
            "make a backup, then say that they may be lost"
        )
    return moved(parsed, "downgrade", revision, "")


def make(path: Path | None) -> None:
    """Make an empty file that only its owner reads, where there is none yet."""
    if path is None or path.exists():
        return
    if not path.parent.is_dir():
        raise ReconcileError(f"{path}: its folder does not exist; run `reconcile init` or make it")
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))


def moved(url: URL, direction: str, revision: str, origin: str) -> str:
    """Run the migrations from where the database is to ``revision``; return where it is then."""
    engine = connection.engine(url, enforced=False)
    try:
        with connection.told(url):
            known(recognised(url, engine))
            journal(url, engine)
            with engine.connect() as made:
                migrate(made, direction, revision, origin)
            return recognised(url, engine)
    finally:
        engine.dispose()


def migrate(made: Connection, direction: str, revision: str, origin: str) -> None:
    """Let Alembic run the migrations over this connection, one transaction each."""
    from alembic import command
    from alembic.util import CommandError

    settings = configured()
    settings.attributes.update(connection=made, origin=origin)
    try:
        getattr(command, direction)(settings, revision)
    except CommandError as error:
        raise UsageError(f"there is no revision {revision} to {direction} to: {error}") from error


def configured() -> "Config":
    """Return Alembic's configuration, pointed at the migrations."""
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(migrations()).replace("%", "%%"))
    return settings


def migrations() -> Path:
    """Return the folder of the migrations: the checkout's ``db``, else the copy inside the wheel.

    Only a package in ``src/`` is a checkout's: `pip install --target` can put one beside a stranger's ``db/``.
    """
    checkout = PACKAGE.parents[1]
    ours = PACKAGE.parent.name == "src" and (checkout / "pyproject.toml").is_file()
    return checkout / "db" if ours and (checkout / "db" / "env.py").is_file() else PACKAGE / "_bundled" / "db"


def known(found: str) -> None:
    """Raise ReconcileError when ``found`` is the revision of a program newer than this one."""
    from alembic.script import ScriptDirectory

    names = {script.revision for script in ScriptDirectory.from_config(configured()).walk_revisions()}
    if found and found not in names:
        raise ReconcileError(f"the database is at revision {found}, which a newer reconcile made; upgrade the program")


def journal(url: URL, engine: Engine) -> None:
    """Let SQLite's readers and writers work side by side: a setting of the file, not of a transaction."""
    if connection.file_of(url) is None:
        return
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()


def recognised(url: URL, engine: Engine) -> str:
    """Return the revision of a database that is ours, empty for one with nothing in it.

    Raises ReconcileError where there is none, where it is somebody else's, and where its views or triggers are not
    those that our migrations make: a file that was handed over could carry statements of its own.
    """
    path = connection.file_of(url)
    if path is not None and not path.is_file():
        raise ReconcileError(f"{path}: no database here; run `reconcile init` or `reconcile db upgrade`")
    try:
        with engine.connect().execution_options(writes=False) as made, made.begin():
            return revision_on_server(made, url) if path is None else revision_in_file(made, path)
    except UnicodeDecodeError as error:
        # SQLite quotes what is damaged in its message, and pysqlite cannot decode that.
        raise ReconcileError(f"{connection.shown(url)}: {connection.COMPLAINTS['malformed']}") from error


def revision_in_file(made: Connection, path: Path) -> str:
    """Return the revision of an SQLite file."""
    application = made.exec_driver_sql("PRAGMA application_id").scalar()
    parts = made.execute(text("SELECT type, name, sql FROM sqlite_master")).all()
    if not parts and application == 0:
        return ""
    if application != connection.APPLICATION:
        raise ReconcileError(f"{path}: a database, but not one that reconcile made; name another file")
    found = revision_of(made) if any(part.name == "alembic_version" for part in parts) else ""
    acting = {str(part.sql) for part in parts if part.type in ("view", "trigger")}
    if found == HEAD and acting != {STANDING, *TRIGGERS["sqlite"]}:
        raise ReconcileError(f"{path}: its views or triggers are not reconcile's; somebody changed the database")
    return found


def revision_of(made: Connection) -> str:
    """Return what Alembic noted."""
    return made.scalar(select(column("version_num")).select_from(table("alembic_version"))) or ""


def names_on_server(made: Connection) -> set[str]:
    """Return the names of the tables that PostgreSQL finds first."""
    query = text("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
    return set(made.scalars(query))


def revision_on_server(made: Connection, url: URL) -> str:
    """Return the revision of a PostgreSQL database."""
    tables = names_on_server(made)
    if "alembic_version" in tables:
        return revision_of(made)
    if tables:
        raise ReconcileError(f"{connection.shown(url)}: a database, but not one that reconcile made; name another")
    return ""


def recorded(url: URL) -> int:
    """Return how many entries the ledger has."""
    engine = connection.engine(url)
    try:
        with connection.told(url), engine.connect().execution_options(writes=False) as made, made.begin():
            return made.scalar(select(func.count()).select_from(ledger)) or 0
    finally:
        engine.dispose()
