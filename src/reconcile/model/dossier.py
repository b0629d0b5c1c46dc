"""Everything that one report needs, already fetched."""

from collections.abc import Mapping
from dataclasses import dataclass

from reconcile.model.claim import Claim
from reconcile.model.decision import Decision, Standing
from reconcile.model.document import Document, Source
from reconcile.model.link import Link, Topic
from reconcile.model.problem import Problem
from reconcile.model.run import Checkpoint
from reconcile.model.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a discrepancy: the claim, in its document, with what stands before and after the quote."""

    claim: Claim
    document: Document
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """What a person sees: a verdict with both sides, its standing and its topic's id."""

    verdict: Verdict
    left: Party
    right: Party
    standing: Standing
    topic: str

    @property
    def id(self) -> str:
        """The verdict's identifier."""
        return self.verdict.id


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the discrepancy report is made from: fetched, filtered and ordered; a renderer only lays it out.

    ``discrepancies`` are conflicts, severity x confidence first; ``quiet`` are agreements and compatible verdicts.
    ``claims`` are all claims by identifier, ``topics`` those with two sources or more. ``documents`` carry an empty
    ``text``. ``filters`` are as given by the reader; ``made_at`` is ISO 8601, given by the door.
    """

    title: str
    made_at: str
    tool: str
    filters: Mapping[str, str]
    sources: tuple[Source, ...]
    documents: tuple[Document, ...]
    claims: Mapping[str, Claim]
    topics: tuple[Topic, ...]
    discrepancies: tuple[Discrepancy, ...]
    quiet: tuple[Discrepancy, ...]
    problems: tuple[Problem, ...]
    checkpoint: Checkpoint


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the provenance report of a claim or a conflict is made from.

    ``subject`` is what was asked for ("claim", "conflict") and its identifier. ``parties`` are the claims in question
    (one or two). ``entries`` are the ledger's entries that touch them: number, leaf hash in hexadecimal, exact body.
    """

    subject: tuple[str, str]
    made_at: str
    tool: str
    parties: tuple[Party, ...]
    links: tuple[Link, ...]
    verdicts: tuple[Discrepancy, ...]
    decisions: tuple[Decision, ...]
    entries: tuple[tuple[int, str, str], ...]
    checkpoint: Checkpoint
