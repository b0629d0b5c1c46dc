"""What Alembic runs for each command: over the connection it is given, else the database in the environment."""

import os

from alembic import context
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection

from reconcile.model import ReconcileError, UsageError
from reconcile.store import connection as connecting
from reconcile.store.tables import metadata


def sound(*, ctx: MigrationContext, **_: object) -> None:
    """Refuse a step that would leave rows whose parents are gone: foreign keys are off while a migration runs."""
    made = ctx.connection
    if made is None or made.dialect.name != "sqlite":
        return
    orphans = made.exec_driver_sql("PRAGMA foreign_key_check").all()
    if orphans:
        told = ", ".join(sorted({str(orphan[0]) for orphan in orphans}))
        raise ReconcileError(f"the migration would leave rows without what they belong to, in: {told}")


def run(made: Connection) -> None:
    """Run the migrations, one transaction each."""
    context.configure(
        connection=made,
        target_metadata=metadata,
        transactional_ddl=True,
        transaction_per_migration=True,
        on_version_apply=sound,
    )
    with context.begin_transaction():
        context.run_migrations()


def main() -> None:
    """Take the connection that the program gives, else make one from ``RECONCILE_DATABASE``."""
    given = context.config.attributes.get("connection")
    if given is not None:
        run(given)
        return
    url = os.environ.get("RECONCILE_DATABASE", "")
    if not url:
        raise UsageError("set RECONCILE_DATABASE to the database's URL, or use `reconcile db`")
    engine = connecting.engine(connecting.parsed(url), enforced=False)
    with engine.connect() as made:
        run(made)
    engine.dispose()


main()
