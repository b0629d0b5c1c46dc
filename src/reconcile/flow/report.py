"""Stored facts and decisions to dossiers, and pages to files."""

import os
from collections.abc import Iterable
from pathlib import Path

from reconcile.flow import select, surroundings
from reconcile.flow.select import Filter
from reconcile.model import Dossier, NotFound, Provenance, ReconcileError, Relation
from reconcile.report import pieces
from reconcile.store import Reader


def dossier(reader: Reader, wanted: Filter, title: str, made: tuple[str, str], context: int) -> Dossier:
    """Return what the discrepancy report is made from; ``made`` are time and program, ``context`` is in characters."""
    wanted = wanted_all(wanted)
    claims = {claim.id: claim for claim in reader.claims()}
    found = select.shelved(
        reader, list(select.verdicts(reader, wanted)), wanted, surroundings.parties(reader, claims.values(), context)
    )
    documents = tuple(reader.documents())
    slugs = {document.id: document.source.slug for document in documents}
    sources = {claim.id: slugs[claim.document] for claim in claims.values()}
    return Dossier(
        title=title,
        made_at=made[0],
        tool=made[1],
        filters=wanted.told(),
        sources=tuple(reader.sources()),
        documents=documents,
        claims=claims,
        topics=tuple(select.shared(reader.topics(), sources)),
        discrepancies=tuple(each for each in found if each.verdict.relation is Relation.CONFLICT),
        quiet=tuple(each for each in found if each.verdict.relation is not Relation.CONFLICT),
        problems=tuple(reader.problems()),
        checkpoint=reader.checkpoint(),
    )


def wanted_all(wanted: Filter) -> Filter:
    """Return the filter over verdicts of every relation: a report shows what agrees beside what does not."""
    return Filter(None, wanted.kinds, wanted.sources, wanted.topics, wanted.standings, wanted.confidence)


def provenance(reader: Reader, name: str, made: tuple[str, str], context: int) -> Provenance:
    """Return what the provenance report of a claim or a conflict is made from; ``name`` may be its beginning.

    Raises NotFound.
    """
    noun, identified = subject(reader, name)
    verdict = reader.verdict(identified) if noun == "conflict" else None
    ids = [verdict.left, verdict.right] if verdict else [identified]
    claims = reader.claims_of(ids)
    verdicts = [verdict] if verdict else list(reader.verdicts_of(ids))
    conflicts = [each.id for each in verdicts if each.relation is Relation.CONFLICT]
    around = surroundings.parties(reader, claims.values(), context)
    links = [link for link in reader.links_of(ids) if verdict is None or {link.left, link.right} == set(ids)]
    return Provenance(
        subject=(noun, identified),
        made_at=made[0],
        tool=made[1],
        parties=tuple(around[each] for each in ids),
        links=tuple(links),
        verdicts=tuple(select.chosen(reader, verdicts, Filter(None), context)),
        decisions=tuple(decision for each in conflicts for decision in reader.decisions(each)),
        entries=tuple(reader.entries([*conflicts, *(claim.document for claim in claims.values())])),
        checkpoint=reader.checkpoint(),
    )


def subject(reader: Reader, name: str) -> tuple[str, str]:
    """Return what ``name`` is the beginning of, "claim" or "conflict", and its whole identifier. Raises NotFound."""
    found: list[tuple[str, str]] = []
    several = 0
    for noun in ("conflict", "claim"):
        try:
            found.append((noun, reader.resolve(noun, name)))
        except NotFound as error:
            several += error.candidates
    if len(found) == 1 and not several:
        return found[0]
    raise NotFound("claim", name, several + len(found))


def write(path: Path, page: str | Iterable[str]) -> None:
    """Write a page to a file, wholly or not at all: a report that is half there would be believed.

    A page in pieces is written piece by piece. Raises ReconcileError where that cannot be done.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8", newline="") as file:
            file.writelines(pieces(page))
        part.replace(path)
    except OSError as error:
        raise ReconcileError(f"{path}: it cannot be written: {error.strerror}") from error
    finally:
        part.unlink(missing_ok=True)
