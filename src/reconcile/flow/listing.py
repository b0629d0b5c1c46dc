"""Rows that take several questions to the store: topics with their counts, a conflict with its history."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reconcile.flow import select
from reconcile.flow.select import Filter
from reconcile.model import Decision, Discrepancy, NotFound, Party, Relation
from reconcile.report import rows
from reconcile.store import Reader

Row = Mapping[str, object]


def topics(reader: Reader) -> Iterator[Row]:
    """Yield each topic with how many claims, sources and conflicts it has."""
    slugs = {document.id: document.source.slug for document in reader.documents()}
    found = reader.topics()
    claims = reader.claims_of(member for topic in found for member in topic.members)
    conflicts = Counter(each.topic for each in select.discrepancies(reader, Filter()))
    for topic in found:
        sources = sorted({slugs[claims[member].document] for member in topic.members if member in claims})
        yield {
            "id": topic.id,
            "label": topic.label,
            "claims": len(topic.members),
            "sources": sources,
            "conflicts": conflicts[topic.id],
            "members": list(topic.members),
        }


def conflict(reader: Reader, name: str, context: int) -> tuple[Discrepancy, Sequence[Decision]]:
    """Return a verdict of any relation with both quotes in context, and its decisions, oldest first.

    ``name`` is its identifier or the beginning. Raises NotFound.
    """
    try:
        verdict = reader.verdict(name)
    except NotFound as error:  # people know verdicts of every relation under `conflicts`
        raise NotFound("conflict", name, error.candidates) from error
    (found,) = select.chosen(reader, [verdict], Filter(None), context)
    return found, reader.decisions(found.id) if verdict.relation is Relation.CONFLICT else ()


def conflict_row(found: Discrepancy, decisions: Sequence[Decision]) -> Row:
    """Return a verdict with its decisions and the number to decide on it with."""
    return {
        **rows.conflict(found),
        "left": side(found, found.left),
        "right": side(found, found.right),
        "ruling": str(found.standing.verdict) if found.standing.verdict else None,
        "assignee": found.standing.assignee,
        "seen": decisions[-1].number if decisions else 0,
        "decisions": [decision_row(each) for each in decisions],
    }


def side(found: Discrepancy, party: Party) -> Row:
    """Return one side with what stands around its quote."""
    marks = found.verdict.left_marks if party is found.left else found.verdict.right_marks
    return {**rows.side(party, marks), "before": party.before, "after": party.after}


def decision_row(decision: Decision) -> Row:
    """Return what a person did."""
    return {
        "number": decision.number,
        "verb": str(decision.verb),
        "actor": decision.actor,
        "at": decision.at,
        "verdict": str(decision.verdict) if decision.verdict else None,
        "rationale": decision.rationale,
        "likelihood": decision.likelihood,
        "confidence": decision.confidence,
        "assignee": decision.assignee,
    }
