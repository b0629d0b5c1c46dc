"""Dossiers as CSV (RFC 4180): a row per conflict, or a row per claim of a provenance; no cell that runs."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reconcile.model import Discrepancy, Dossier, Party, Provenance, Span
from reconcile.report import rows, sinks, tally
from reconcile.report.rows import Row

SIDE = ("claim", "document", "source", "asserter", "quote", "start", "end", "marks")

COLUMNS = (
    *("id", "kind", "confidence", "severity", "standing", "why", "topic", "topic_label", "rule", "version"),
    *(f"{hand}_{name}" for hand in ("left", "right") for name in SIDE),
    *("verdict", "rationale", "decided_by", "decided_at", "likelihood", "analytic_confidence", "entry"),
)
"""One row per conflict. ``rationale`` is "withheld" where it was."""

STEPS = (
    *("subject", "subject_id", "claim", "source", "asserters", "quote", "start", "end", "document", "sha256", "bytes"),
    *("reader", "rules", "entries", "checkpoint_size", "checkpoint_root"),
)
"""One row per claim of a provenance report."""


def page(dossier: Dossier | Provenance) -> Iterator[str]:
    """Yield the header and the rows, with CRLF line ends."""
    if isinstance(dossier, Dossier):
        labels = tally.labels(dossier)
        return _table(COLUMNS, (_conflict(each, labels) for each in dossier.discrepancies))
    return _table(STEPS, _claims(dossier))


def _table(columns: Sequence[str], content: Iterable[Row]) -> Iterator[str]:
    yield _line(columns)
    for row in content:
        yield _line([_cell(row[name]) for name in columns])


def _line(cells: Sequence[object]) -> str:
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def _cell(value: object) -> object:
    return sinks.cell(value) if isinstance(value, str) else value


def _conflict(discrepancy: Discrepancy, labels: Mapping[str, str]) -> Row:
    verdict, now = discrepancy.verdict, discrepancy.standing
    row = rows.conflict(discrepancy)
    return {
        **{name: row[name] for name in COLUMNS if name in row},
        "topic_label": tally.topic(discrepancy, labels),
        "version": verdict.version,
        **_side("left", discrepancy.left, verdict.left_marks),
        **_side("right", discrepancy.right, verdict.right_marks),
        "verdict": str(now.verdict) if now.verdict else "",
        "rationale": "withheld" if now.rationale is None else now.rationale,
        "decided_by": now.actor,
        "decided_at": now.at,
        "likelihood": now.likelihood,
        "analytic_confidence": now.confidence,
        "entry": now.ruled or "",
    }


def _side(hand: str, party: Party, marks: tuple[Span, ...]) -> Row:
    row = {**rows.side(party, marks), "marks": " ".join(f"{mark.start}-{mark.end}" for mark in marks)}
    return {f"{hand}_{name}": value for name, value in row.items()}


def _claims(provenance: Provenance) -> Iterator[Row]:
    noun, identifier = provenance.subject
    for party in provenance.parties:
        claim, document = party.claim, party.document
        yield {
            "subject": noun,
            "subject_id": identifier,
            "claim": claim.id,
            "source": document.source.slug,
            "asserters": " < ".join(claim.asserters),
            "quote": claim.quote,
            "start": claim.span.start,
            "end": claim.span.end,
            "document": document.path,
            "sha256": document.sha256,
            "bytes": document.size,
            "reader": document.reader,
            "rules": " ".join(claim.rules),
            "entries": " ".join(str(number) for number, *_ in provenance.entries),
            "checkpoint_size": provenance.checkpoint.size,
            "checkpoint_root": provenance.checkpoint.root,
        }
