"""Dossiers as JSON after the published schemas in ``report/schemas``."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from reconcile.model import Checkpoint, Decision, Discrepancy, Document, Dossier, Link, Party, Problem, Provenance
from reconcile.report import rows, sinks, tally
from reconcile.report.rows import Row

DISCREPANCIES = "reconcile/discrepancies/1"
PROVENANCE = "reconcile/provenance/1"
"""The schemas' names with their versions; the files are ``schemas/discrepancies.json``, ``schemas/provenance.json``."""


Content = Mapping[str, Mapping[str, object] | str | Iterable[Row]]
"""What a page holds: a list is made while it is written, an object at a time, so that it never stands in memory."""


def page(dossier: Dossier | Provenance) -> Iterator[str]:
    """Yield the dossier as one JSON object in pieces, an object of a list to a line, with a line feed at the end."""
    content = _discrepancies(dossier) if isinstance(dossier, Dossier) else _provenance(dossier)
    before = "{\n  "
    for name, value in content.items():
        yield f"{before}{sinks.dumps(name, indent=None)}: "
        yield from [sinks.dumps(value, indent=None)] if isinstance(value, str | Mapping) else _list(value)
        before = ",\n  "
    yield "\n}\n"


def _list(items: Iterable[Row]) -> Iterator[str]:
    before = "[\n    "
    for item in items:
        yield before + sinks.dumps(item, indent=None)
        before = ",\n    "
    yield "[]" if before.startswith("[") else "\n  ]"


def _discrepancies(dossier: Dossier) -> Content:
    documents = {document.id: document for document in dossier.documents}
    claims = ((claim, documents.get(claim.document)) for claim in dossier.claims.values())
    numbers = tally.tally(dossier)
    return {
        "schema": DISCREPANCIES,
        "title": dossier.title,
        "made_at": dossier.made_at,
        "tool": dossier.tool,
        "filters": dict(dossier.filters),
        "counts": {**asdict(numbers), "kinds": dict(numbers.kinds), "standings": dict(numbers.standings)},
        "sources": (asdict(source) for source in dossier.sources),
        "documents": (_document(document) for document in dossier.documents),
        "topics": ({"id": each.id, "label": each.label, "claims": list(each.members)} for each in dossier.topics),
        "conflicts": (_discrepancy(each) for each in dossier.discrepancies),
        "quiet": (_discrepancy(each) for each in dossier.quiet),
        "claims": (rows.claim(claim, document) for claim, document in claims if document),
        "problems": (_problem(each) for each in dossier.problems),
        "checkpoint": _checkpoint(dossier.checkpoint),
    }


def _provenance(provenance: Provenance) -> Content:
    noun, identifier = provenance.subject
    return {
        "schema": PROVENANCE,
        "subject": {"noun": noun, "id": identifier},
        "made_at": provenance.made_at,
        "tool": provenance.tool,
        "claims": (_party(party) for party in provenance.parties),
        "links": (_link(link) for link in provenance.links),
        "verdicts": (_discrepancy(each) for each in provenance.verdicts),
        "decisions": (_decision(each) for each in provenance.decisions),
        "entries": ({"number": number, "leaf": leaf, "body": body} for number, leaf, body in provenance.entries),
        "checkpoint": _checkpoint(provenance.checkpoint),
    }


def _discrepancy(discrepancy: Discrepancy) -> Row:
    """Return the listing's row with the rule's version and the standing in full."""
    row = rows.conflict(discrepancy)
    now = discrepancy.standing
    decided: Mapping[str, object] = {
        "verdict": str(now.verdict) if now.verdict else None,
        "rationale": now.rationale,
        "actor": now.actor,
        "at": now.at,
        "assignee": now.assignee,
        "likelihood": now.likelihood,
        "confidence": now.confidence,
        "number": now.ruled,
        "comments": now.comments,
    }
    return {**row, "version": discrepancy.verdict.version, "decided": dict(decided)}


def _document(document: Document) -> Row:
    return {
        "id": document.id,
        "document": document.path,
        "source": document.source.slug,
        "title": document.title,
        "published": document.published,
        "url": document.url,
        "citation": document.citation,
        "sha256": document.sha256,
        "bytes": document.size,
        "reader": document.reader,
        "media_type": document.media_type,
        "charset": document.charset,
        "origin": document.origin,
    }


def _party(party: Party) -> Row:
    claim, document = party.claim, party.document
    return {
        "claim": rows.claim(claim, document),
        "before": party.before,
        "after": party.after,
        "subject": claim.subject,
        "context": claim.context,
        "confidence": claim.confidence,
        "offered": list(claim.offered),
        "cues": [{"rule": cue.rule, "start": cue.span.start, "end": cue.span.end} for cue in claim.cues],
        "document": _document(document),
        "source": asdict(document.source),
    }


def _link(link: Link) -> Row:
    features = {name: round(value, rows.DECIMALS) for name, value in sorted(link.features.items())}
    return {"id": link.id, "left": link.left, "right": link.right, "score": link.score, "features": features}


def _decision(decision: Decision) -> Row:
    verdict = str(decision.verdict) if decision.verdict else None
    return {**asdict(decision), "verb": str(decision.verb), "verdict": verdict}


def _problem(problem: Problem) -> Row:
    return asdict(problem)


def _checkpoint(checkpoint: Checkpoint) -> Row:
    return {**asdict(checkpoint), "text": str(checkpoint)}
