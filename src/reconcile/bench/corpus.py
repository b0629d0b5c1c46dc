"""How accurate: conflict and agreement precision and recall on pairs of quotes with known answers."""

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reconcile.bench import case, pairs
from reconcile.bench.pairs import Pair, Place
from reconcile.flow.by import By
from reconcile.flow.toolbox import Toolbox
from reconcile.model import Claim, Relation, UsageError, Verdict
from reconcile.store import Reader

Row = Mapping[str, object]

Both = frozenset[str]
"""The identifiers of two claims, in no order."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found of a pair: the kinds of conflict, whether an agreement, and how far it came.

    ``reached`` is the last step that gave something: "document", "quote", "claim", "link", "verdict".
    """

    pair: Pair
    conflicts: frozenset[str]
    agreement: bool
    reached: str


@dataclass(frozen=True, slots=True)
class Measured:
    """All pairs as judged, and how many conflicts and agreements the whole corpus gave."""

    judged: Sequence[Judged]
    counts: Mapping[str, int]

    def rows(self) -> list[Row]:
        """Return precision and recall of conflicts and agreements, then the recall of each kind of conflict."""
        every = [each.pair for each in self.judged]
        conflict = measure("conflict", self.judged, lambda pair: pair.relation == "conflict", flagged)
        agreement = measure("agreement", self.judged, lambda pair: pair.relation == "agree", agreed)
        return [conflict, agreement, *(self.of_kind(kind) for kind in pairs.kinds(every))]

    def of_kind(self, kind: str) -> Row:
        """Return how many conflicts of a kind were found, as any kind and as this one."""
        there = [each for each in self.judged if each.pair.kind == kind]
        hit = [each for each in there if flagged(each)]
        named = sum(kind in each.conflicts for each in there)
        return row(f"conflict of {kind}", len(there), len(hit), None) | {"kind right": named}

    def misses(self) -> list[Row]:
        """Return the pairs that were judged otherwise than they are, and how far each came."""
        return [
            {
                "id": each.pair.id,
                "relation": each.pair.relation,
                "kind": each.pair.kind,
                "found": found_as(each),
                "reached": each.reached,
                "left": each.pair.left.quote,
                "right": each.pair.right.quote,
            }
            for each in self.judged
            if found_as(each) != each.pair.relation
        ]


def flagged(judged: Judged) -> bool:
    """Say whether a conflict joins the two quotes."""
    return bool(judged.conflicts)


def agreed(judged: Judged) -> bool:
    """Say whether an agreement joins the two quotes."""
    return judged.agreement


def found_as(judged: Judged) -> str:
    """Return the relation that was found, as pairs name it."""
    if flagged(judged):
        return "conflict"
    return "agree" if agreed(judged) else "unrelated"


def measure(name: str, judged: Sequence[Judged], true: Callable[[Pair], bool], said: Callable[[Judged], bool]) -> Row:
    """Return precision and recall of what was ``said`` against what is ``true``."""
    there = sum(true(each.pair) for each in judged)
    given = sum(said(each) for each in judged)
    right = sum(true(each.pair) and said(each) for each in judged)
    return row(name, there, right, given)


def row(name: str, there: int, right: int, given: int | None) -> dict[str, object]:
    """Return one measure; precision needs to know how many were ``given``."""
    return {
        "measure": name,
        "pairs": there,
        "found": right,
        "wrong": None if given is None else given - right,
        "precision": None if given is None else pairs.shares(right, given),
        "recall": pairs.shares(right, there),
        "kind right": None,
    }


def measured(folder: Path, known: Sequence[Pair], tools: Toolbox, by: By, mappings: Path | None = None) -> Measured:
    """Ingest the documents that ``known`` quotes from ``folder``, analyse them, and judge each pair.

    Files of ``mappings`` (``NAME.mapping.toml``, ``source.toml``) are laid beside the copy of NAME. Raises UsageError
    for a document that is not there.
    """
    with case.temporary(by) as made:
        for name in pairs.documents(list(known)):
            copy(folder, name, made.workspace.sources, mappings)
        made.read(tools)
        made.compare(tools)
        with made.store.reading() as reader:
            return Measured(judged(reader, known), reader.counts())


def copy(folder: Path, name: str, target: Path, mappings: Path | None) -> None:
    """Copy a document and its sidecar to the same place below ``target``."""
    origin, place = folder / name, target / name
    if not origin.is_file() or not origin.resolve().is_relative_to(folder.resolve()):
        raise UsageError(f"{origin}: the pairs quote it, and it is not there")
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(origin, place)
    for beside in (mappings, origin.parent):
        sidecar = beside / f"{place.name}.mapping.toml" if beside else None
        if sidecar and sidecar.is_file():
            shutil.copyfile(sidecar, place.with_name(sidecar.name))
            return


def judged(reader: Reader, known: Sequence[Pair]) -> list[Judged]:
    """Judge each pair by the claims that overlap its quotes."""
    finder = Finder(reader)
    links = {frozenset((link.left, link.right)) for link in reader.links()}
    verdicts: dict[Both, list[Verdict]] = {}
    for verdict in reader.verdicts():
        verdicts.setdefault(frozenset((verdict.left, verdict.right)), []).append(verdict)
    return [judge(pair, finder, links, verdicts) for pair in known]


class Finder:
    """The claims at a place, each document fetched once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._ids = {document.path: document.id for document in reader.documents()}
        self._texts: dict[str, str] = {}
        self._claims: dict[str, list[Claim]] = {}

    def at(self, place: Place) -> tuple[str, list[Claim]]:
        """Return how far one comes ("document", "quote", "claim" missing) and the claims that overlap the quote."""
        identified = self._ids.get(place.document)
        if identified is None:
            return "nothing", []
        if identified not in self._texts:
            self._texts[identified] = self._reader.documents_of([identified])[identified].text
            self._claims[identified] = list(self._reader.claims(identified))
        span = pairs.found(place.quote, self._texts[identified])
        if span is None:
            return "document", []
        claims = [claim for claim in self._claims[identified] if claim.span.overlaps(span)]
        return ("claim" if claims else "quote"), claims


STEPS = ("nothing", "document", "quote", "claim", "link", "verdict")
"""How far a pair can come, in order."""


def judge(pair: Pair, finder: Finder, links: Iterable[Both], verdicts: Mapping[Both, Sequence[Verdict]]) -> Judged:
    """Judge one pair."""
    reached_left, left = finder.at(pair.left)
    reached_right, right = finder.at(pair.right)
    joins = {frozenset((a.id, b.id)) for a in left for b in right if a.id != b.id}
    said = [verdict for join in joins for verdict in verdicts.get(join, ())]
    reached = min(reached_left, reached_right, key=STEPS.index)
    if joins.intersection(links):
        reached = "verdict" if said else "link"
    conflicts = frozenset(str(verdict.kind) for verdict in said if verdict.relation is Relation.CONFLICT)
    return Judged(pair, conflicts, any(verdict.relation is Relation.AGREEMENT for verdict in said), reached)
