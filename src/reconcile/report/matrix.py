"""Who says what on which topic: topics down, sources across, silence kept apart from disagreement."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reconcile.model import Claim, Dossier, Modality, Polarity, Source, Topic

ACROSS = 10
"""Sources in one table; more make another table, since a page is only so wide."""

DOWN = 200
"""Topics shown, those with most conflicts first; the JSON report has all."""

NO_CLAIM = frozenset({Modality.FUTURE, Modality.CONDITIONAL, Modality.UNDERSPECIFIED})
"""What says nothing about what is: neither for nor against."""

SYMBOLS: Mapping[str, str] = {"asserts": "+", "denies": "−", "both": "±", "speaks of it": "…", "silent": "·"}
"""A cell's sign, always beside its word: neither colour nor sign alone."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source says on one topic, and in how many claims."""

    says: str
    claims: int

    @property
    def symbol(self) -> str:
        """The sign for what it says."""
        return SYMBOLS[self.says]


@dataclass(frozen=True, slots=True)
class Line:
    """One topic across the sources of its table, with the numbers and identifiers of its conflicts."""

    topic: Topic
    conflicts: tuple[tuple[int, str], ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """One table: its sources, and a line per topic on which one of them speaks."""

    sources: tuple[Source, ...]
    lines: tuple[Line, ...]


def matrices(dossier: Dossier) -> tuple[Matrix, ...]:
    """Lay out at most ``DOWN`` topics by all sources, ``ACROSS`` to a table."""
    conflicts = _conflicts(dossier)
    topics = sorted(dossier.topics, key=lambda topic: (-len(conflicts.get(topic.id, ())), topic.label, topic.id))[:DOWN]
    spoken = {topic.id: _spoken(topic, dossier) for topic in topics}
    starts = range(0, len(dossier.sources), ACROSS) if topics else ()
    tables = []
    for start in starts:
        sources = dossier.sources[start : start + ACROSS]
        lines = (_line(topic, conflicts.get(topic.id, ()), spoken[topic.id], sources) for topic in topics)
        tables.append(Matrix(sources, tuple(line for line in lines if any(cell.claims for cell in line.cells))))
    return tuple(table for table in tables if table.lines)


def homes(tables: Sequence[Matrix]) -> dict[str, int]:
    """Return the number, from 1, of the first table that each topic stands in: where links to it lead."""
    found: dict[str, int] = {}
    for number, table in enumerate(tables, start=1):
        for line in table.lines:
            found.setdefault(line.topic.id, number)
    return found


def _conflicts(dossier: Dossier) -> dict[str, list[tuple[int, str]]]:
    found: dict[str, list[tuple[int, str]]] = {}
    for number, discrepancy in enumerate(dossier.discrepancies, start=1):
        found.setdefault(discrepancy.topic, []).append((number, discrepancy.id))
    return found


def _spoken(topic: Topic, dossier: Dossier) -> dict[str, list[Claim]]:
    publishers = {document.id: document.source.slug for document in dossier.documents}
    spoken: dict[str, list[Claim]] = {}
    judged = {
        side.claim.id for each in dossier.discrepancies if each.topic == topic.id for side in (each.left, each.right)
    }
    for member in dict.fromkeys((*topic.members, *sorted(judged))):
        claim = dossier.claims.get(member)
        if claim and claim.document in publishers:
            spoken.setdefault(publishers[claim.document], []).append(claim)
    return spoken


def _line(
    topic: Topic,
    conflicts: Iterable[tuple[int, str]],
    spoken: Mapping[str, list[Claim]],
    sources: Iterable[Source],
) -> Line:
    return Line(topic, tuple(conflicts), tuple(_cell(spoken.get(source.slug, [])) for source in sources))


def _cell(claims: list[Claim]) -> Cell:
    counted = {claim.polarity for claim in claims if claim.complete and claim.modality not in NO_CLAIM}
    if not claims:
        return Cell("silent", 0)
    if not counted:
        return Cell("speaks of it", len(claims))
    says = "both" if len(counted) > 1 else "asserts" if Polarity.POS in counted else "denies"
    return Cell(says, len(claims))
