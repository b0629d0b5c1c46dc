"""Every question that can be asked of the database, one method each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, func, or_, select

from reconcile.model import (
    Checkpoint,
    Claim,
    Decision,
    Document,
    Link,
    NotFound,
    Problem,
    Relation,
    Source,
    Standing,
    Status,
    Topic,
    UsageError,
    Verdict,
)
from reconcile.store import rows
from reconcile.store.digest import digests, stream
from reconcile.store.ledger import DECIDING, RUN, decision_of, head_of
from reconcile.store.rows import Fetched, Query
from reconcile.store.tables import (
    blob,
    claim,
    document,
    ledger,
    link,
    problem,
    rationale,
    source,
    standing,
    topic,
    topic_member,
    verdict,
)

BATCH = 500
"""Identifiers asked for at once: fewer than the 999 parameters of older SQLite."""

LIGHT = tuple(column for column in document.c if column.name not in ("text", "segments", "records"))
"""A document's columns without the long ones."""

NOUNS: Mapping[str, tuple[Table, str | None]] = {
    "document": (document, None),
    "claim": (claim, None),
    "link": (link, None),
    "topic": (topic, None),
    "conflict": (verdict, Relation.CONFLICT),
    "verdict": (verdict, None),
}
"""What can be called by the beginning of its identifier: its table, and the relation that narrows it."""

PLACE = (claim.c.start, claim.c.end, claim.c.ordinal)
"""The order of claims in their document."""

ALL_CLAIMS = select(claim).join(document).order_by(document.c.path, document.c.id)
"""Claims in the order of their documents; the order within one is still to be given."""

HEXADECIMAL = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Tally:
    """What a listing says of a document besides itself: its length in code points, its claims, its problems."""

    characters: int
    claims: int
    problems: int


class Reader:
    """One read transaction. Made by ``Store.reading``."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    # Sources and documents

    def sources(self) -> Sequence[Source]:
        """Return all sources by slug."""
        return [rows.source_of(row) for row in self.connection.execute(select(source).order_by(source.c.slug))]

    def documents(self) -> Sequence[Document]:
        """Return all documents by path, light: without text, segments and records."""
        return self._documents(select(*LIGHT))

    def documents_at(self, path: str) -> Sequence[Document]:
        """Return the documents of that exact path, light: an older version of a file, or none."""
        return self._documents(select(*LIGHT).where(document.c.path == path))

    def documents_of(self, ids: Iterable[str]) -> Mapping[str, Document]:
        """Return the documents with these identifiers, whole, by identifier."""
        asked = (select(document).where(document.c.id.in_(batch)) for batch in batches(ids))
        return {found.id: found for query in asked for found in self._documents(query)}

    def document(self, name: str) -> Document:
        """Return one document, whole, by path, identifier or the beginning of one. Raises NotFound."""
        named = self._documents(select(document).where(document.c.path == name))
        if len(named) > 1:
            raise NotFound("document", name, len(named))
        if named:
            return named[0]
        identified = self.resolve("document", name)
        return self._documents(select(document).where(document.c.id == identified))[0]

    def document_by_digest(self, sha256: str, reader: str) -> Document | None:
        """Return the document that this reader made of these bytes, whole, if it is here."""
        of_these = (document.c.sha256 == sha256) & (document.c.reader == reader)
        return next(iter(self._documents(select(document).where(of_these))), None)

    def tallies(self) -> Mapping[str, Tally]:
        """Return length, number of claims and of problems per document identifier."""
        claims, problems = self._by(claim.c.document), self._by(problem.c.document)
        lengths = self.connection.execute(select(document.c.id, document.c.path, func.length(document.c.text)))
        return {
            identified: Tally(characters, claims.get(identified, 0), problems.get(path, 0))
            for identified, path, characters in lengths
        }

    def blob(self, sha256: str) -> bytes:
        """Return a document's bytes as they were read. Raises NotFound."""
        content = self.connection.scalar(select(blob.c.content).where(blob.c.sha256 == sha256))
        if content is None:
            raise NotFound("document", sha256)
        return bytes(content)

    # Claims, links, topics, verdicts, problems

    def claims(self, document: str | None = None) -> Iterator[Claim]:
        """Stream all claims, or those of one document identifier, by document path and identifier, then place."""
        query = ALL_CLAIMS if document is None else select(claim).where(claim.c.document == document)
        query = query.order_by(*PLACE)
        return (rows.claim_of(row) for row in self._stream(query))

    def claims_of(self, ids: Iterable[str]) -> Mapping[str, Claim]:
        """Return the claims with these identifiers by identifier; those that are not here are left out."""
        return {row.id: rows.claim_of(row) for row in self._rows_of(claim, ids)}

    def claim(self, prefix: str) -> Claim:
        """Return one claim by its identifier or the beginning of it. Raises NotFound."""
        identified = self.resolve("claim", prefix)
        return rows.claim_of(self.connection.execute(select(claim).where(claim.c.id == identified)).one())

    def links(self, *, light: bool = False) -> Iterator[Link]:
        """Stream all links, by the two claims' identifiers; ``light``: without features."""
        columns = (link.c.left, link.c.right, link.c.score) if light else link.c
        return (rows.link_of(row) for row in self._stream(select(*columns).order_by(link.c.left, link.c.right)))

    def links_of(self, claims: Iterable[str]) -> Sequence[Link]:
        """Return the links that touch any of these claims, each once, in the same order."""
        found = {row.id: rows.link_of(row) for row in self._touching(link, claims)}
        return sorted(found.values(), key=lambda one: (one.left, one.right))

    def topics(self) -> Sequence[Topic]:
        """Return all topics with their members, by identifier."""
        members: dict[str, list[str]] = {}
        for row in self.connection.execute(
            select(topic_member).order_by(topic_member.c.topic, topic_member.c.position)
        ):
            members.setdefault(row.topic, []).append(row.claim)
        told = self.connection.execute(select(topic).order_by(topic.c.id))
        return [Topic(row.id, row.label, tuple(members.get(row.id, ()))) for row in told]

    def topics_of(self, claims: Iterable[str]) -> Mapping[str, str]:
        """Return the topic identifier of each of these claims that is in one."""
        asked = (select(topic_member).where(topic_member.c.claim.in_(batch)) for batch in batches(claims))
        return {row.claim: row.topic for query in asked for row in self.connection.execute(query)}

    def verdicts(self, relation: Relation | None = None) -> Iterator[Verdict]:
        """Stream all verdicts, or those of one relation, by the two claims' identifiers and kind."""
        query = select(verdict).order_by(verdict.c.left, verdict.c.right, verdict.c.kind)
        if relation is not None:
            query = query.where(verdict.c.relation == relation.value)
        return (rows.verdict_of(row) for row in self._stream(query))

    def verdicts_of(self, claims: Iterable[str]) -> Sequence[Verdict]:
        """Return the verdicts that touch any of these claims, each once, in the same order."""
        found = {row.id: rows.verdict_of(row) for row in self._touching(verdict, claims)}
        return sorted(found.values(), key=lambda one: (one.left, one.right, one.kind))

    def verdict(self, prefix: str) -> Verdict:
        """Return one verdict of any relation by its identifier or the beginning of it. Raises NotFound."""
        identified = self.resolve("verdict", prefix)
        return rows.verdict_of(self.connection.execute(select(verdict).where(verdict.c.id == identified)).one())

    def problems(self) -> Sequence[Problem]:
        """Return all problems by document, place and code."""
        order = (problem.c.document, problem.c.where, problem.c.code, problem.c.id)
        return [rows.problem_of(row) for row in self.connection.execute(select(problem).order_by(*order))]

    # Names

    def resolve(self, noun: str, prefix: str) -> str:
        """Return the one identifier that begins with ``prefix``.

        ``noun`` is document, claim, link, topic, conflict (only verdicts that are conflicts) or verdict. Raises
        NotFound with the number of candidates (0: none), UsageError for another noun.
        """
        if noun not in NOUNS:
            raise UsageError(f"{noun!r} has no identifiers; one of these has: {', '.join(NOUNS)}")
        if not prefix or not set(prefix) <= HEXADECIMAL:
            raise NotFound(noun, prefix)
        table, relation = NOUNS[noun]
        begins: ColumnElement[bool] = (table.c.id >= prefix) & (table.c.id < prefix + "g")
        if relation is not None:
            begins = begins & (table.c.relation == relation)
        found = self.connection.scalars(select(table.c.id).where(begins).limit(2)).all()
        if len(found) == 1:
            return str(found[0])
        raise NotFound(noun, prefix, self.connection.scalar(select(func.count()).where(begins)) or 0)

    # The ledger

    def decisions(self, conflict: str | None = None) -> Sequence[Decision]:
        """Return all decisions, or those on one conflict, oldest first."""
        about = ledger.c.action.in_(DECIDING)
        return self._decisions(about if conflict is None else about & (ledger.c.object == conflict))

    def standings(self) -> Mapping[str, Standing]:
        """Return the standing of every conflict that anybody decided on, from the SQL view.

        Equals ``review.standing`` of its decisions without ``reading``: nothing is suspect here.
        """
        deciding = ledger.c.number.in_(select(standing.c.deciding))
        assigning = ledger.c.number.in_(select(standing.c.assigning))
        told = {decision.number: decision for decision in self._decisions(deciding | assigning)}
        return {row.conflict: standing_of(row, told) for row in self.connection.execute(select(standing))}

    def entries(self, touching: Iterable[str] | None = None) -> Sequence[tuple[int, str, str]]:
        """Return ledger entries, oldest first: number, leaf hash in hexadecimal, exact body.

        With ``touching``, those whose object is one of these identifiers (conflict: its decisions; document: its
        ingest and removal).
        """
        if touching is None:
            return self._entries(ledger.c.number > 0)
        asked = [ledger.c.object.in_(batch) for batch in batches(touching)]
        return sorted(entry for batch in asked for entry in self._entries(batch))

    def runs(self) -> Sequence[tuple[int, str, str]]:
        """Return the entries of machine runs, oldest first, as ``entries`` does."""
        return self._entries((ledger.c.object == "") & (ledger.c.action == RUN))

    def checkpoint(self) -> Checkpoint:
        """Return the ledger's state."""
        return head_of(self.connection).checkpoint

    # The whole

    def digests(self) -> Mapping[str, str]:
        """Return the SHA-256 of each fact table's rows in key order, by table: the same on every database."""
        return digests(self.connection)

    def counts(self) -> Mapping[str, int]:
        """Return how many sources, documents, claims, links, topics, verdicts, conflicts, problems, entries."""
        tables = {"sources": source, "documents": document, "claims": claim, "links": link, "topics": topic}
        more = {"verdicts": verdict, "problems": problem, "entries": ledger}
        asked = {name: select(func.count()).select_from(table) for name, table in (tables | more).items()}
        conflicts = select(func.count()).where(verdict.c.relation == Relation.CONFLICT.value)
        return {name: self._count(query) for name, query in (asked | {"conflicts": conflicts}).items()}

    def _count(self, query: Select[int]) -> int:
        return self.connection.scalar(query) or 0

    def _by(self, column: Column[str]) -> dict[str, int]:
        found = self.connection.execute(select(column, func.count()).group_by(column))
        return {row[0]: row[1] for row in found}

    def _stream(self, query: Query) -> Iterator[Fetched]:
        return stream(self.connection, query)

    def _rows_of(self, table: Table, ids: Iterable[str]) -> Iterator[Fetched]:
        for batch in batches(ids):
            yield from self.connection.execute(select(table).where(table.c.id.in_(batch)))

    def _touching(self, table: Table, claims: Iterable[str]) -> Iterator[Fetched]:
        for batch in batches(claims):
            touches = or_(table.c.left.in_(batch), table.c.right.in_(batch))
            yield from self.connection.execute(select(table).where(touches))

    def _documents(self, query: Query) -> list[Document]:
        sources = {one.slug: one for one in self.sources()}
        found = self.connection.execute(query.order_by(document.c.path, document.c.id))
        return [rows.document_of(row, sources[row.source]) for row in found]

    def _entries(self, which: ColumnElement[bool]) -> list[tuple[int, str, str]]:
        query = select(ledger.c.number, ledger.c.leaf, ledger.c.body).where(which).order_by(ledger.c.number)
        found = self.connection.execute(query)
        return [(row.number, bytes(row.leaf).hex(), bytes(row.body).decode(errors="replace")) for row in found]

    def _decisions(self, which: ColumnElement[bool]) -> list[Decision]:
        query = select(ledger.c.number, ledger.c.body, rationale.c.text).outerjoin(rationale).where(which)
        found = self.connection.execute(query.order_by(ledger.c.number))
        return [decision_of(row.number, bytes(row.body), row.text) for row in found]


def batches(ids: Iterable[str]) -> Iterator[list[str]]:
    """Yield the identifiers, each once, in lists that fit into one query."""
    waiting = iter(dict.fromkeys(ids))
    while batch := list(islice(waiting, BATCH)):
        yield batch


def standing_of(row: Fetched, told: Mapping[int, Decision]) -> Standing:
    """Return the standing that a row of the view and the decisions it points at make."""
    now = Standing(status=Status(row.status), number=row.number, comments=row.comments)
    if row.deciding is None:
        return now
    decided = told[row.deciding]
    return replace(
        now,
        ruled=decided.number,
        verdict=decided.verdict,
        rationale=decided.rationale,
        actor=decided.actor,
        at=decided.at,
        assignee=told[row.assigning].assignee if row.assigning else "",
        likelihood=decided.likelihood,
        confidence=decided.confidence,
        reading=decided.reading,
    )
