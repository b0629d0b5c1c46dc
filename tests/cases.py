"""A case to work in: a folder of sources, a database, and one way to run the machine over it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import stages
from reconcile.flow import analyse, ingest
from reconcile.flow.analyse import Analysed
from reconcile.flow.by import By
from reconcile.flow.ingest import Ingested
from reconcile.flow.toolbox import Toolbox
from reconcile.model import Discrepancy
from reconcile.store import Store

ANA = By("ana", "2026-01-01T00:00:00Z")
BOB = By("bob", "2026-01-02T00:00:00Z")


@dataclass(frozen=True)
class Case:
    sources: Path
    store: Store
    tools: Toolbox = stages.TOOLS

    def write(self, name: str, *lines: str) -> Path:
        path = (self.sources / name).resolve()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return path

    def ingest(self, *paths: Path) -> dict[str, Ingested]:
        asked = paths or (self.sources,)
        return {each.path: each for each in ingest.documents(self.store, self.tools, asked, self.sources, ANA)}

    def analyse(self) -> Analysed:
        return analyse.claims(self.store, self.tools, ANA, "reconcile test")

    def run(self) -> Analysed:
        self.ingest()
        return self.analyse()

    def conflicts(self) -> list[Discrepancy]:
        from reconcile.flow import select

        with self.store.reading() as reader:
            return select.discrepancies(reader, select.Filter())

    def state(self) -> tuple[Mapping[str, str], int]:
        with self.store.reading() as reader:
            return reader.digests(), reader.checkpoint().size

    def with_version(self, **versions: str) -> "Case":
        return replace(self, tools=replace(self.tools, versions={**self.tools.versions, **versions}))
