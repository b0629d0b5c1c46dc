"""Stored claims to links, topics and verdicts: only what is new is worked on, and what is not new changes nothing."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from reconcile.flow.bundle import Bundle
from reconcile.flow.by import By
from reconcile.flow.ingest import refresh
from reconcile.flow.toolbox import Toolbox, extracting
from reconcile.model import Claim, Document, Link, ReconcileError, Run, Topic, Verdict
from reconcile.store import Reader, Store, Writer

COMPUTED = ("link", "topic", "topic_member", "verdict")
"""The fact tables that analysis writes: their digests are a run's outputs."""


@dataclass(frozen=True, slots=True)
class Past:
    """What runs have done so far: with which versions, and which ingest of each document they have worked on.

    ``analysed`` and ``ingested`` are numbers of ingest entries by document identifier, as text; ``extractors`` the
    versions of what extracted each document's claims.
    """

    versions: Mapping[str, str]
    analysed: Mapping[str, str]
    ingested: Mapping[str, str]
    extractors: Mapping[str, Mapping[str, str]]

    @property
    def pending(self) -> list[str]:
        """The documents that no run with these versions has seen as they are."""
        return sorted(name for name, number in self.ingested.items() if self.analysed.get(name) != number)

    @property
    def gone(self) -> list[str]:
        """The documents that a run has worked on, and that no run has missed since they were removed."""
        return sorted(name for name, number in self.analysed.items() if number and name not in self.ingested)

    def stale(self, extractors: Mapping[str, str]) -> list[str]:
        """Return the documents whose claims may be those of other ``extractors``, and no run with these has seen."""
        same = extracting(self.versions) == extractors
        seen = set(self.ingested) - set(self.pending) if same else set[str]()
        return sorted(name for name in self.ingested if name not in seen and self.extractors[name] != extractors)

    def settled(self, versions: Mapping[str, str]) -> bool:
        """Say whether a run with ``versions`` would find nothing to do."""
        done = self.versions == versions or not self.ingested
        return done and not self.pending and not self.gone


@dataclass(frozen=True, slots=True)
class Analysed:
    """What an analysis did: how many documents it worked on, and what it found anew."""

    documents: int = 0
    links: int = 0
    verdicts: int = 0


@dataclass(frozen=True, slots=True)
class Findings:
    """What analysis made of the claims: ``new`` are the claims looked at, None for all of them."""

    claims: Sequence[Claim]
    new: frozenset[str] | None
    links: Bundle
    topics: Sequence[Topic]
    verdicts: Sequence[Verdict]


def claims(store: Store, tools: Toolbox, by: By, tool: str) -> Analysed:
    """Match and judge what no run has; ``tool`` is the program's name and version, for the ledger.

    Claims that another version extracted are extracted again first. Raises ReconcileError when somebody ingests
    meanwhile.
    """
    with store.reading() as reader:
        before = past(reader)
    refresh(store, tools, before.stale(tools.extractors), by)
    with store.reading() as reader:
        known = past(reader)
        if known.settled(tools.versions):
            return Analysed()
        found = findings(reader, tools, known)
    with store.writing(at=by.at, actor=by.actor) as writer:
        if past(writer) != known:
            raise ReconcileError("documents were ingested while their claims were compared; run it again")
        keep(writer, found)
        writer.record_run(recorded(writer, tools.versions, known, tool))
    worked_on = known.ingested if found.new is None else known.pending
    return Analysed(len(worked_on), len(found.links), len(found.verdicts))


def past(reader: Reader) -> Past:
    """Read from the ledger what was ingested and what runs have done with it."""
    ids = [document.id for document in reader.documents()]
    ingested: dict[str, str] = {}
    extractors: dict[str, Mapping[str, str]] = {}
    for number, _, body in reader.entries(ids):
        told = json.loads(body)
        ingested[told["object"]], extractors[told["object"]] = str(number), told.get("extractors", {})
    runs = [json.loads(body) for _, _, body in reader.runs()]
    versions: Mapping[str, str] = runs[-1]["parameters"] if runs else {}
    analysed: dict[str, str] = {}
    for run in runs:
        analysed = analysed if run["parameters"] == versions else {}
        analysed |= run["inputs"] if run["parameters"] == versions else {}
    return Past(versions, analysed, ingested, extractors)


def earlier(reader: Reader, extractors: Mapping[str, str], among: Collection[str] = ()) -> list[str]:
    """Return the documents whose stored claims may not be what ``extractors`` give; ``among`` these, else of all.

    The versions stand in the ledger: a handful of questions, not one for each document.
    """
    return [name for name in past(reader).stale(extractors) if not among or name in among]


def findings(reader: Reader, tools: Toolbox, known: Past) -> Findings:
    """Compare the claims of pending documents with all; with other versions than last time, all with all."""
    every = list(reader.claims())
    by_id = {claim.id: claim for claim in every}
    pending = frozenset(known.pending)
    again = known.versions != tools.versions
    new = None if again else frozenset(claim.id for claim in every if claim.document in pending)
    links = Bundle(tools.match(every, new))
    topics = tools.cluster(every, chain(untouched(reader, new), links.light()), ages(reader.documents()))
    return Findings(every, new, links, topics, list(tools.detect(links, by_id)))


def untouched(reader: Reader, new: Collection[str] | None) -> Iterator[Link]:
    """Yield the links between claims that are not ``new``, light; where all are, none."""
    if new is None:
        return
    for link in reader.links(light=True):
        if link.left not in new and link.right not in new:
            yield link


def ages(documents: Sequence[Document]) -> Mapping[str, str]:
    """Return something that sorts documents by age: their date, undated ones last."""
    return {document.id: document.published or "9999" for document in documents}


def keep(writer: Writer, found: Findings) -> None:
    """Write what analysis made, in place of what it made of the same claims before."""
    looked_at = [claim.id for claim in found.claims] if found.new is None else sorted(found.new)
    writer.forget_links_of(looked_at)
    writer.forget_verdicts_of(looked_at)
    writer.put_links(found.links)
    writer.put_verdicts(found.verdicts)
    writer.put_topics(found.topics)


def recorded(reader: Reader, versions: Mapping[str, str], known: Past, tool: str) -> Run:
    """Return the run's entry. Inputs are entry numbers of ingests by document, empty for one that is gone."""
    worked_on = known.ingested if known.versions != versions else {name: known.ingested[name] for name in known.pending}
    digests = reader.digests()
    outputs = {name: digests[name] for name in COMPUTED}
    return Run(tool, versions, {**worked_on, **dict.fromkeys(known.gone, "")}, outputs)
