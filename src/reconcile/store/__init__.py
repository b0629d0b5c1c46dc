"""The database: facts in flat tables, decisions in an append-only ledger. The only package that speaks SQL.

``open`` gives a ``Store``; ``Store.reading`` a ``Reader``, ``Store.writing`` a ``Writer``: one transaction each.
``upgrade``, ``current``, ``downgrade`` and ``backup`` are for the database as a whole. Importing this costs the
import of SQLAlchemy, so that a door imports it inside its commands.
"""

from reconcile.store.audit import verify
from reconcile.store.database import Store, open  # noqa: A004 - reads as `store.open`
from reconcile.store.reader import Reader, Tally
from reconcile.store.schema import current, downgrade, upgrade
from reconcile.store.snapshot import backup
from reconcile.store.writer import Writer

__all__ = ["Reader", "Store", "Tally", "Writer", "backup", "current", "downgrade", "open", "upgrade", "verify"]
