"""The key numbers of a dossier, counted once for every format."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from reconcile.model import Discrepancy, Dossier, Kind, Relation, Status
from reconcile.report import words

INDEXED = 13
"""Conflicts from which a report has an index by kind and standing: fewer stand in one view of the summary."""


SHOWN = 1000
"""Conflicts laid out on a page, the gravest and surest first: nobody reads more; JSON and CSV reports have all."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How much there is: documents, sources, claims, topics, conflicts by kind and by standing, and what was quiet."""

    documents: int
    sources: int
    claims: int
    topics: int
    conflicts: int
    kinds: tuple[tuple[str, int], ...]
    standings: tuple[tuple[str, int], ...]
    agreements: int
    compatible: int
    problems: int


def tally(dossier: Dossier) -> Tally:
    """Count ``dossier``; kinds and standings in the model's order, those that occur."""
    kinds = Counter(str(each.verdict.kind) for each in dossier.discrepancies)
    standings = Counter(str(each.standing.status) for each in dossier.discrepancies)
    quiet = Counter(each.verdict.relation for each in dossier.quiet)
    return Tally(
        documents=len(dossier.documents),
        sources=len(dossier.sources),
        claims=len(dossier.claims),
        topics=len(dossier.topics),
        conflicts=len(dossier.discrepancies),
        kinds=tuple((str(kind), kinds[kind]) for kind in Kind if kinds[kind]),
        standings=tuple((str(status), standings[status]) for status in Status if standings[status]),
        agreements=quiet[Relation.AGREEMENT],
        compatible=quiet[Relation.COMPATIBLE],
        problems=len(dossier.problems),
    )


def shown(dossier: Dossier) -> Dossier:
    """Return the dossier with the conflicts that a page lays out."""
    return (
        dossier
        if len(dossier.discrepancies) <= SHOWN
        else replace(dossier, discrepancies=dossier.discrepancies[:SHOWN])
    )


def index(dossier: Dossier) -> tuple[tuple[str, tuple[tuple[int, str], ...]], ...]:
    """Return numbers and identifiers of the conflicts under each kind and each standing; empty for a short report."""
    if len(dossier.discrepancies) < INDEXED:
        return ()
    found: dict[str, list[tuple[int, str]]] = {str(name): [] for name in (*Kind, *Status)}
    for number, each in enumerate(dossier.discrepancies, start=1):
        found[str(each.verdict.kind)].append((number, each.id))
        found[str(each.standing.status)].append((number, each.id))
    return tuple((name, tuple(places)) for name, places in found.items() if places)


def topic(discrepancy: Discrepancy, labels: Mapping[str, str]) -> str:
    """Return the words for a discrepancy's topic: its label, else what the left claim is about."""
    left = discrepancy.left
    return labels.get(discrepancy.topic) or left.claim.subject or words.asserter(left.claim, left.document.source)


def labels(dossier: Dossier) -> dict[str, str]:
    """Return the topics' labels by identifier."""
    return {each.id: each.label for each in dossier.topics}


def per_document(dossier: Dossier) -> Counter[str]:
    """Return how many claims each document has, by its identifier."""
    return Counter(claim.document for claim in dossier.claims.values())
