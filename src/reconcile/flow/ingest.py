"""Files to stored documents and claims: each document wholly in or wholly out, in a transaction of its own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from reconcile.flow.by import By
from reconcile.flow.toolbox import Extract, Toolbox
from reconcile.model import Claim, Document, Problem
from reconcile.read.contract import Reading
from reconcile.store import Reader, Store, Writer

DUPLICATE = "duplicate"
"""The problem that says that a file holds what another one holds: nothing is lost by it."""


FACTS = "source.toml"
"""The file that says something about the documents beside it."""


class Outcome(StrEnum):
    """What became of a file."""

    NEW = "new"
    REPLACED = "replaced"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of one file: its document's identifier (empty if refused), its claims, its problems, a remark."""

    path: str
    outcome: Outcome
    document: str = ""
    claims: int = 0
    problems: tuple[Problem, ...] = ()
    remark: str = ""

    @property
    def refused(self) -> tuple[Problem, ...]:
        """The problems for which something was left out."""
        return tuple(problem for problem in self.problems if problem.refused and problem.code != DUPLICATE)


@dataclass(frozen=True, slots=True)
class Findings:
    """What one file gave: a reading or none, and what was wrong."""

    path: str
    reading: Reading | None
    problems: tuple[Problem, ...]


def documents(store: Store, tools: Toolbox, paths: Sequence[Path], root: Path, by: By) -> Iterator[Ingested]:
    """Read ``paths`` and yield what became of each file, as soon as it is committed.

    ``root`` is the folder that documents are named below; when all of it is read, problems of files that are no longer
    there are forgotten. A run that is killed has lost at most the file it was at.
    """
    told: set[str] = set()
    for findings in by_file(tools.read(paths, root)):
        told |= {findings.path, *(problem.document for problem in findings.problems)}
        if findings.reading is None:
            yield refused(store, findings, by)
        else:
            yield kept(store, tools, findings.reading, findings.problems, (root, by))
    if root in paths:
        tidy(store, told, by)


def by_file(items: Iterable[Reading | Problem]) -> Iterator[Findings]:
    """Put what reading gives of one file together: a reading, then what is wrong with it or the facts beside it."""
    group: list[Reading | Problem] = []
    for item in items:
        if group and begins(item, group[0]):
            yield gathered(group)
            group = []
        group.append(item)
    if group:
        yield gathered(group)


def begins(item: Reading | Problem, first: Reading | Problem) -> bool:
    """Say whether ``item`` is about another file than the one whose items began with ``first``."""
    if isinstance(item, Reading):
        return True
    return item.document != path_of(first) and not (isinstance(first, Reading) and is_facts(item.document))


def gathered(group: Sequence[Reading | Problem]) -> Findings:
    """Return the items about one file, sorted out."""
    reading = group[0] if isinstance(group[0], Reading) else None
    return Findings(path_of(group[0]), reading, tuple(item for item in group if isinstance(item, Problem)))


def path_of(item: Reading | Problem) -> str:
    """Return the path that an item of reading is about."""
    return item.document if isinstance(item, Problem) else item.document.path


def is_facts(path: str) -> bool:
    """Say whether a file only says something about documents."""
    return path.rsplit("/", 1)[-1] == FACTS


def tidy(store: Store, told: set[str], by: By) -> None:
    """Forget what was wrong with files that are no longer there, or no longer have anything wrong."""
    with store.reading() as reader:
        documents = {document.path for document in reader.documents()}
        paths = {problem.document for problem in reader.problems()}
    if past := sorted(paths - told - documents):
        with store.writing(at=by.at, actor=by.actor) as writer:
            for path in past:
                writer.forget_problems(path)


def refused(store: Store, findings: Findings, by: By) -> Ingested:
    """Keep why a file is not in."""
    if all(problem.code == DUPLICATE for problem in findings.problems):
        return Ingested(findings.path, Outcome.DUPLICATE, remark=findings.problems[0].message)
    with store.writing(at=by.at, actor=by.actor) as writer:
        if not writer.documents_at(findings.path):
            writer.forget_problems(findings.path)
        writer.put_problems(findings.problems)
    outcome = Outcome.REFUSED if any(problem.refused for problem in findings.problems) else Outcome.UNCHANGED
    return Ingested(findings.path, outcome, problems=findings.problems)


def kept(
    store: Store, tools: Toolbox, reading: Reading, problems: tuple[Problem, ...], told: tuple[Path, By]
) -> Ingested:
    """Keep a document with its claims, unless it is here already."""
    root, by = told
    document = reading.document
    with store.reading() as reader:
        known = already(reader, document)
    if known is not None:
        return remarked(store, known, problems, by)
    claims, remarks = extracted(tools.extract, document)
    with store.writing(at=by.at, actor=by.actor) as writer:
        if (known := already(writer, document)) is not None:
            return replace(known, problems=problems)
        earlier = superseded(writer, document, root)
        update = writer.document_by_digest(document.sha256, document.reader) is not None
        for former in earlier:
            writer.remove_document(former.id)
        write(writer, reading, claims, (*problems, *remarks))
        writer.record_ingest(document.id, tools.extractors)
    outcome = Outcome.REPLACED if earlier else Outcome.UPDATED if update else Outcome.NEW
    return Ingested(document.path, outcome, document.id, len(claims), (*problems, *remarks))


def remarked(store: Store, known: Ingested, problems: tuple[Problem, ...], by: By) -> Ingested:
    """Keep what is wrong with a document that is here already: the facts beside it may be what changed."""
    if problems and known.outcome is not Outcome.DUPLICATE:
        with store.writing(at=by.at, actor=by.actor) as writer:
            writer.put_problems(problems)
    return replace(known, problems=problems)


def write(writer: Writer, reading: Reading, claims: Sequence[Claim], problems: Iterable[Problem]) -> None:
    """Write all there is of one document."""
    writer.forget_problems(reading.document.path)
    writer.put_document(reading.document, reading.content)
    writer.put_claims(reading.document.id, claims)
    writer.put_problems(problems)


def already(reader: Reader, document: Document) -> Ingested | None:
    """Return what to say of a document that is here as it is; None when there is something to write."""
    known = reader.document_by_digest(document.sha256, document.reader)
    if known is None:
        return None
    if known.path != document.path:
        return Ingested(document.path, Outcome.DUPLICATE, known.id, remark=f"it holds the same bytes as {known.path}")
    return Ingested(document.path, Outcome.UNCHANGED, known.id) if known == document else None


def superseded(reader: Reader, document: Document, root: Path) -> list[Document]:
    """Return the documents that an older version of the same file gave.

    Only below ``root`` is a path a file's identity. Two files of one name from elsewhere are two documents.
    """
    others = [other for other in reader.documents_at(document.path) if other.id != document.id]
    return others if others and is_that_file(root / document.path, document) else []


def is_that_file(path: Path, document: Document) -> bool:
    """Say whether the file at ``path`` is the one that ``document`` was read from."""
    try:
        return path.stat().st_size == document.size and sha256(path.read_bytes()).hexdigest() == document.sha256
    except OSError:
        return False


def extracted(extract: Extract, document: Document) -> tuple[list[Claim], list[Problem]]:
    """Return what extraction gives of a document, sorted out."""
    claims: list[Claim] = []
    problems: list[Problem] = []
    for item in extract(document):
        (problems if isinstance(item, Problem) else claims).append(item)  # type: ignore[arg-type]
    return claims, problems


def refresh(store: Store, tools: Toolbox, stale: Iterable[str], by: By) -> int:
    """Extract the claims of stored documents again; return how many documents have other claims now.

    Where the same claims come out, nothing is written.
    """
    changed = 0
    for identified in stale:
        with store.reading() as reader:
            document = reader.document(identified)
            former = list(reader.claims(identified))
        claims, problems = extracted(tools.extract, document)
        if {claim.id: claim for claim in claims} == {claim.id: claim for claim in former}:
            continue
        with store.writing(at=by.at, actor=by.actor) as writer:
            writer.put_claims(identified, claims)
            writer.put_problems(problems)
            writer.record_ingest(identified, tools.extractors)
        changed += 1
    return changed
