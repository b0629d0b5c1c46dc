"""A case that lives as long as its measurement: made in a folder that goes afterwards."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reconcile import store
from reconcile.flow import analyse, ingest, workspace
from reconcile.flow.analyse import Analysed
from reconcile.flow.by import By
from reconcile.flow.ingest import Ingested
from reconcile.flow.toolbox import Toolbox
from reconcile.flow.workspace import Workspace
from reconcile.store import Store

TOOL = "reconcile bench"
"""What the ledger of such a case calls the program."""


@dataclass(frozen=True, slots=True)
class Case:
    """A workspace with its open database."""

    workspace: Workspace
    store: Store
    by: By

    def read(self, tools: Toolbox) -> list[Ingested]:
        """Read all sources."""
        sources = self.workspace.sources
        return list(ingest.documents(self.store, tools, [sources], sources, self.by))

    def compare(self, tools: Toolbox) -> Analysed:
        """Compare all claims that no run has."""
        return analyse.claims(self.store, tools, self.by, TOOL)


@contextmanager
def temporary(by: By) -> Iterator[Case]:
    """Make a case, and take it away again."""
    with tempfile.TemporaryDirectory(prefix="reconcile-bench-") as folder:
        made = workspace.create(Path(folder) / "case", "")
        url = f"sqlite:///{made.database}"
        store.upgrade(url, origin="reconcile/bench")
        opened = store.open(url)
        try:
            yield Case(made, opened, by)
        finally:
            opened.close()
