"""The ledger: entries out of what happened, decisions out of entries, and the head that orders them."""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from reconcile.model import Checkpoint, Decision, ReconcileError, Ruling, Run, Verb
from reconcile.store import merkle
from reconcile.store.canonical import Value, encode
from reconcile.store.tables import head, ledger

VERSION = 1
"""The form of an entry's body. A new need is a new key and a higher version; recorded bodies never change."""

INGEST, REMOVE, RUN, CONFLICT = "document.ingest", "document.remove", "run", "conflict."
"""What an entry's ``action`` can be; a decision's is CONFLICT and its verb."""

DECIDING = tuple(f"{CONFLICT}{verb}" for verb in Verb)


@dataclass(frozen=True, slots=True)
class Head:
    """How far the ledger goes: its name, the number of the newest entry, its tree."""

    origin: str
    size: int
    frontier: tuple[bytes, ...]

    @property
    def checkpoint(self) -> Checkpoint:
        """The same as people and other programs write it down."""
        return Checkpoint(self.origin, self.size, base64.b64encode(merkle.root(self.frontier)).decode())

    def grown(self, leaf: bytes) -> "Head":
        """Return the head after one more entry."""
        return replace(self, size=self.size + 1, frontier=merkle.append(self.size, self.frontier, leaf))


def head_of(connection: Connection, *, lock: bool = False) -> Head:
    """Return the ledger's head; with ``lock``, no other writer gets it until the transaction ends."""
    query = select(head.c.origin, head.c.size, head.c.frontier)
    row = connection.execute(query.with_for_update() if lock else query).one_or_none()
    if row is None:
        raise ReconcileError("the ledger has lost its head: restore a backup made by `reconcile db backup`")
    return Head(row.origin, row.size, merkle.unpacked(row.frontier))


def append(connection: Connection, present: Head, body: Mapping[str, Value]) -> Head:
    """Write one entry after ``present``; return the head that it leaves, not yet written."""
    content = encode({**body, "v": VERSION, "number": present.size + 1})
    grown = present.grown(merkle.leaf(content))
    row = {"number": grown.size, "body": content, "leaf": merkle.leaf(content)}
    connection.execute(ledger.insert(), {**row, "action": body["action"], "object": body["object"]})
    return grown


def keep(connection: Connection, present: Head) -> None:
    """Write the head."""
    values = {"size": present.size, "frontier": merkle.packed(present.frontier)}
    connection.execute(head.update(), values)


def run_fields(run: Run) -> dict[str, Value]:
    """Return what a run's entry says."""
    return {
        "action": RUN,
        "object": "",
        "tool": run.tool,
        "parameters": dict(run.parameters),
        "inputs": dict(run.inputs),
        "outputs": dict(run.outputs),
    }


def decision_fields(decision: Decision, seal: str) -> dict[str, Value]:
    """Return what a decision's entry says; ``seal`` stands for its rationale, empty for none."""
    return {
        "action": f"{CONFLICT}{decision.verb}",
        "object": decision.conflict,
        "rationale": seal,
        "seen": decision.seen,
        "reading": decision.reading,
        "verdict": decision.verdict and decision.verdict.value,
        "likelihood": decision.likelihood,
        "confidence": decision.confidence,
        "assignee": decision.assignee,
    }


def sealed(salt: bytes, text: str) -> str:
    """Return the digest that stands for a text in an entry: without the salt, a short text could be guessed."""
    return hashlib.sha256(salt + text.encode("utf-8")).hexdigest()


def fields_of(number: int, body: bytes) -> dict[str, Value]:
    """Return an entry's body taken apart. Raises ReconcileError when it is none."""
    try:
        fields = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise unreadable(number) from error
    if not isinstance(fields, dict):
        raise unreadable(number)
    return fields


def decision_of(number: int, body: bytes, text: str | None) -> Decision:
    """Return the decision of an entry; ``text`` is its rationale's, None where it is not here (any more)."""
    fields = fields_of(number, body)
    try:
        return Decision(
            conflict=str(fields["object"]),
            verb=Verb(str(fields["action"]).removeprefix(CONFLICT)),
            actor=str(fields["actor"]),
            at=str(fields["at"]),
            rationale=text if fields["rationale"] else "",
            seen=int(str(fields["seen"])),
            reading=str(fields["reading"]),
            verdict=Ruling(str(fields["verdict"])) if fields["verdict"] else None,
            likelihood=str(fields["likelihood"]),
            confidence=str(fields["confidence"]),
            assignee=str(fields["assignee"]),
            number=number,
        )
    except (KeyError, ValueError) as error:
        raise unreadable(number) from error


def unreadable(number: int) -> ReconcileError:
    """Return what to say of an entry that is not as this program, or an older one, wrote it."""
    return ReconcileError(f"entry {number} of the ledger cannot be read; run `reconcile audit verify`")
