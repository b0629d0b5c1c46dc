"""Every change that can be made to the database, one method each."""

import hashlib
import secrets
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from sqlalchemy import Connection, Insert, Table, delete, exists, func, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from reconcile.model import (
    Claim,
    Decision,
    Document,
    Link,
    NotFound,
    Problem,
    ReconcileError,
    Run,
    StaleError,
    Topic,
    Verb,
    Verdict,
)
from reconcile.store import digest, ledger, rows, tables
from reconcile.store.canonical import Value, storable
from reconcile.store.reader import LIGHT, Reader, batches

WRITTEN = 2000
"""Rows written at once."""

SALT = 16
"""Bytes of salt on a rationale: 128 bits, beyond guessing."""

PAST = {
    Verb.RESOLVE: "resolved",
    Verb.DISMISS: "dismissed",
    Verb.REOPEN: "reopened",
    Verb.COMMENT: "commented on",
    Verb.ASSIGN: "assigned",
}


class Writer(Reader):
    """One write transaction; reads see what it wrote. Made by ``Store.writing``.

    Every ``put`` raises ReconcileError for text that no database can hold (U+0000, lone surrogates).
    """

    def __init__(self, connection: Connection, at: str, actor: str) -> None:
        super().__init__(connection)
        self.at, self.actor = at, actor
        self.head = self.recorded = ledger.head_of(connection, lock=True)

    def finish(self) -> None:
        """Write the ledger's head, if it moved. ``Store.writing`` calls it before it commits."""
        if self.head != self.recorded:
            ledger.keep(self.connection, self.head)

    # Documents and claims

    def put_document(self, document: Document, content: bytes) -> None:
        """Keep a document, its source and its bytes; replaces what was known of the same document.

        Raises ReconcileError when ``content`` does not have the document's digest.
        """
        if hashlib.sha256(content).hexdigest() != document.sha256:
            raise ReconcileError(f"{document.path}: its bytes do not have the digest that its reader took of them")
        former = self._found(document.id)
        self._put(tables.source, [rows.source_row(document.source)])
        self._put(tables.blob, [{"sha256": document.sha256, "content": content}])
        self._put(tables.document, [rows.document_row(document)])
        if former is not None:
            self._sweep(former)

    def put_claims(self, document: str, claims: Sequence[Claim]) -> None:
        """Keep these claims as the claims of one document identifier; its former ones go, with all that hung on them.

        Raises ReconcileError for a claim of another document.
        """
        astray = next((one for one in claims if one.document != document), None)
        if astray is not None:
            raise ReconcileError(f"claim {astray.id} is of document {astray.document}, not of {document}")
        self.connection.execute(delete(tables.claim).where(tables.claim.c.document == document))
        self._write(tables.claim.insert(), map(rows.claim_row, claims))

    def record_ingest(self, document: str, extractors: Mapping[str, str] | None = None) -> int:
        """Append the entry for a document as it now stands, with the count and digest of its claims; its number.

        ``extractors`` are the versions of what extracted those claims, by name.
        """
        found = self._light(document)
        return self._append(
            {
                "action": ledger.INGEST,
                "object": document,
                "path": found.path,
                "source": found.source.slug,
                "sha256": found.sha256,
                "size": found.size,
                "reader": found.reader,
                "row": digest.document_of(self.connection, document),
                "claims": self._count(select(func.count()).where(tables.claim.c.document == document)),
                "digest": digest.claims_of(self.connection, document),
                "extractors": dict(extractors or {}),
            }
        )

    def remove_document(self, document: str) -> int:
        """Remove a document, its claims and all that hung on them; append the entry for it. Raises NotFound."""
        found = self._light(document)
        self.connection.execute(delete(tables.document).where(tables.document.c.id == document))
        self._sweep(found)
        self.forget_problems(found.path)
        return self._append({"action": ledger.REMOVE, "object": document, "path": found.path, "sha256": found.sha256})

    def put_problems(self, problems: Iterable[Problem]) -> None:
        """Keep these problems; one that is here already stays once."""
        self._put(tables.problem, map(rows.problem_row, problems))

    def forget_problems(self, path: str) -> None:
        """Forget what was wrong with the document of this path, before it is read again."""
        self.connection.execute(delete(tables.problem).where(tables.problem.c.document == path))

    # What the machine makes of claims

    def put_links(self, links: Iterable[Link]) -> None:
        """Keep these links; one between the same two claims is replaced."""
        self._put(tables.link, map(rows.link_row, links))

    def forget_links_of(self, claims: Iterable[str]) -> None:
        """Forget every link that touches one of these claims."""
        self._forget(tables.link, claims)

    def put_topics(self, topics: Sequence[Topic]) -> None:
        """Make these the topics, all of them: those that differ are replaced, those not given are removed."""
        former = {topic.id: topic for topic in self.topics()}
        changed = [topic for topic in topics if former.pop(topic.id, None) != topic]
        for batch in batches([*former, *(topic.id for topic in changed)]):
            self.connection.execute(delete(tables.topic).where(tables.topic.c.id.in_(batch)))
        self._put(tables.topic, ({"id": topic.id, "label": storable(topic.label)} for topic in changed))
        self._put(tables.topic_member, (row for topic in changed for row in member_rows(topic)))

    def put_verdicts(self, verdicts: Iterable[Verdict]) -> None:
        """Keep these verdicts; one of the same kind on the same two claims is replaced."""
        self._put(tables.verdict, map(rows.verdict_row, verdicts))

    def forget_verdicts_of(self, claims: Iterable[str]) -> None:
        """Forget every verdict that touches one of these claims."""
        self._forget(tables.verdict, claims)

    # The ledger

    def record_run(self, run: Run) -> int:
        """Append the entry for a machine run; its number. Outputs named as in ``digests`` are held to them later."""
        return self._append(ledger.run_fields(run))

    def decide(self, decision: Decision) -> int:
        """Append a decision; its number. The rules are ``review.check``'s: ask it first, in this transaction.

        The entry carries the transaction's ``actor`` and ``at``. Raises StaleError, which says who did what, when
        ``decision.seen`` is not the number of the newest decision on this conflict (0: none).
        """
        made = self.decisions(decision.conflict)
        if decision.seen != (made[-1].number if made else 0):
            meanwhile = tuple(told(one) for one in made if one.number > decision.seen)
            raise StaleError(decision.conflict, decision.seen, meanwhile)
        if not decision.rationale:
            return self._append(ledger.decision_fields(decision, ""))
        salt, text = secrets.token_bytes(SALT), storable(decision.rationale)
        number = self._append(ledger.decision_fields(decision, ledger.sealed(salt, text)))
        self.connection.execute(tables.rationale.insert(), {"number": number, "salt": salt, "text": text})
        return number

    def _append(self, fields: Mapping[str, Value]) -> int:
        self.head = ledger.append(self.connection, self.head, {**fields, "at": self.at, "actor": self.actor})
        return self.head.size

    def _light(self, identified: str) -> Document:
        found = self._found(identified)
        if found is None:
            raise NotFound("document", identified)
        return found

    def _found(self, identified: str) -> Document | None:
        return next(iter(self._documents(select(*LIGHT).where(tables.document.c.id == identified))), None)

    def _put(self, table: Table, made: Iterable[rows.Fields]) -> None:
        self._write(put(table, self.connection.dialect.name), made)

    def _write(self, query: Insert, made: Iterable[rows.Fields]) -> None:
        waiting = iter(made)
        while batch := list(islice(waiting, WRITTEN)):
            self.connection.execute(query, batch)

    def _forget(self, table: Table, claims: Iterable[str]) -> None:
        for batch in batches(claims):
            self.connection.execute(delete(table).where(or_(table.c.left.in_(batch), table.c.right.in_(batch))))

    def _sweep(self, former: Document) -> None:
        """Remove the bytes and the source of a former document, where no other has them."""
        for column, value, held in (
            (tables.blob.c.sha256, former.sha256, tables.document.c.sha256),
            (tables.source.c.slug, former.source.slug, tables.document.c.source),
        ):
            unused = ~exists().where(held == value)
            self.connection.execute(delete(column.table).where(column == value, unused))


def put(table: Table, dialect: str) -> Insert:
    """Return the statement that inserts a row, or replaces what the row of the same key says."""
    made = sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
    values = {column.name: made.excluded[column.name] for column in table.c if not column.primary_key}
    return made.on_conflict_do_update(index_elements=list(table.primary_key), set_=values)


def member_rows(topic: Topic) -> Iterable[rows.Fields]:
    """Yield a topic's members as rows."""
    for position, claim in enumerate(topic.members):
        yield {"topic": topic.id, "claim": claim, "position": position}


def told(decision: Decision) -> str:
    """Say in one clause who did what and when."""
    return f"{decision.actor} {PAST[decision.verb]} it at {decision.at} (entry {decision.number})"
