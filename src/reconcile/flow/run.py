"""The main job: what is new is ingested and analysed, and the report is written."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reconcile.flow import report
from reconcile.flow.analyse import Analysed
from reconcile.flow.draft import SETTLED
from reconcile.flow.ingest import Ingested, Outcome
from reconcile.flow.select import Filter
from reconcile.flow.settings import Reporting
from reconcile.flow.toolbox import Page
from reconcile.model import Dossier, Relation, Status
from reconcile.store import Store

NAME = "discrepancies"
"""What the report's files are called."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run found, for a person. ``gone`` counts decided conflicts of which a claim is no longer there."""

    ingested: Sequence[Ingested]
    analysed: Analysed
    counts: Mapping[str, int]
    dossier: Dossier
    gone: int = 0

    @property
    def conflicts(self) -> int:
        """How many conflicts there are."""
        return len(self.dossier.discrepancies)

    @property
    def unsettled(self) -> int:
        """How many of them somebody has to look at."""
        return sum(each.standing.status not in SETTLED for each in self.dossier.discrepancies)

    def lines(self) -> Iterator[str]:
        """Yield the ten lines that are printed."""
        outcomes = Counter(each.outcome for each in self.ingested)
        kinds = Counter(str(each.verdict.kind) for each in self.dossier.discrepancies)
        quiet = Counter(each.verdict.relation for each in self.dossier.quiet)
        settled = Counter(each.standing.status for each in self.dossier.discrepancies)
        shown = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common()) or "none"
        yield f"files        {len(self.ingested)}: " + ", ".join(f"{outcomes[each]} {each}" for each in Outcome)
        yield f"documents    {self.counts['documents']} from {self.counts['sources']} sources"
        yield f"claims       {self.counts['claims']}"
        yield f"links        {self.counts['links']}, {self.analysed.links} of them new"
        yield f"topics       {self.counts['topics']}, {len(self.dossier.topics)} with two sources or more"
        yield f"conflicts    {self.conflicts}: {shown}"
        gone = f"; {self.gone} decided and gone with a changed document: see `reconcile audit log`" if self.gone else ""
        yield "standing     " + ", ".join(f"{settled[each]} {each}" for each in Status) + gone
        yield f"agreements   {quiet[Relation.AGREEMENT]}; compatible {quiet[Relation.COMPATIBLE]}"
        yield f"problems     {self.counts['problems']}, see `reconcile problems list`"
        yield f"ledger       {self.dossier.checkpoint.size} entries, root {self.dossier.checkpoint.root}"


def summary(
    store: Store, style: Reporting, made: tuple[str, str], ingested: Sequence[Ingested], analysed: Analysed
) -> Summary:
    """Return what there is now; ``made`` are time and program."""
    with store.reading() as reader:
        dossier = report.dossier(reader, Filter(), style.title, made, style.context)
        there = {each.id for each in dossier.discrepancies}
        gone = {decision.conflict for decision in reader.decisions()} - there
        return Summary(ingested, analysed, reader.counts(), dossier, len(gone))


def pages(dossier: Dossier, folder: Path, renderers: Mapping[str, Page]) -> Iterator[Path]:
    """Write the report in each format; yield the files' paths, the one that people read last."""
    for name in sorted(renderers, key=lambda name: name == "html"):
        path = folder / f"{NAME}.{name}"
        report.write(path, renderers[name](dossier))
        yield path
