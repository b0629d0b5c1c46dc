"""Verdicts as people see them: filtered, with both sides and their standing, what matters most first."""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reconcile.flow import evidence, surroundings
from reconcile.model import (
    Claim,
    Discrepancy,
    Kind,
    Party,
    Relation,
    Standing,
    Status,
    Topic,
    UsageError,
    Verdict,
)
from reconcile.review.rules import held_to
from reconcile.store import Reader


@dataclass(frozen=True, slots=True)
class Filter:
    """Which verdicts; an empty field leaves nothing out.

    ``sources`` are slugs or names, of either side; ``topics`` identifiers, their beginnings, or labels;
    ``confidence`` is the least.
    """

    relation: Relation | None = Relation.CONFLICT
    kinds: Sequence[Kind] = ()
    sources: Sequence[str] = ()
    topics: Sequence[str] = ()
    standings: Sequence[Status] = ()
    confidence: float = 0.0

    def told(self) -> dict[str, str]:
        """Return the filter as a report states it."""
        said = {"kind": self.kinds, "source": self.sources, "topic": self.topics, "standing": self.standings}
        return {name: ", ".join(values) for name, values in said.items() if values}


UNTOUCHED = Standing()
"""Where a conflict stands that nobody decided on."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What verdicts refer to, fetched at once: parties and topics by claim, standings by conflict."""

    parties: Mapping[str, Party]
    topics: Mapping[str, str]
    standings: Mapping[str, Standing]

    def discrepancy(self, verdict: Verdict) -> Discrepancy:
        """Return a verdict with all that belongs to it. Parties are shared: a claim has one, in however many."""
        left, right = self.parties[verdict.left], self.parties[verdict.right]
        topic = self.topics.get(verdict.left) or self.topics.get(verdict.right, "")
        return Discrepancy(verdict, left, right, self.standing(verdict, left.claim, right.claim), topic)

    def standing(self, verdict: Verdict, left: Claim, right: Claim) -> Standing:
        """Return where a verdict stands, held to the evidence as it is."""
        decided = self.standings.get(verdict.id) if self.standings else None
        return held_to(decided, evidence.digest(verdict, left, right)) if decided else UNTOUCHED


def discrepancies(reader: Reader, wanted: Filter, context: int | None = None) -> list[Discrepancy]:
    """Return the verdicts that ``wanted`` describes, by severity and confidence; with ``context`` characters around.

    Raises UsageError for a source that there is none of, NotFound for a topic.
    """
    return chosen(reader, list(verdicts(reader, wanted)), wanted, context)


def verdicts(reader: Reader, wanted: Filter) -> Iterator[Verdict]:
    """Yield the verdicts of a relation, the kinds and the confidence that ``wanted`` names."""
    for verdict in reader.verdicts(wanted.relation):
        if verdict.confidence >= wanted.confidence and (not wanted.kinds or verdict.kind in wanted.kinds):
            yield verdict


def chosen(
    reader: Reader, verdicts: Sequence[Verdict], wanted: Filter, context: int | None = None
) -> list[Discrepancy]:
    """Return ``verdicts`` as people see them, those that ``wanted`` describes, in order."""
    ids = {claim for verdict in verdicts for claim in (verdict.left, verdict.right)}
    return shelved(
        reader, verdicts, wanted, surroundings.parties(reader, reader.claims_of(sorted(ids)).values(), context)
    )


def shelved(
    reader: Reader, verdicts: Sequence[Verdict], wanted: Filter, parties: Mapping[str, Party]
) -> list[Discrepancy]:
    """Return ``verdicts`` as people see them; ``parties`` by identifier are those of all their claims."""
    shelf = Shelf(parties, reader.topics_of(parties), reader.standings())
    sources = frozenset(slugs(reader, wanted.sources))
    topics = frozenset(named_topics(reader, wanted.topics))
    found = (shelf.discrepancy(verdict) for verdict in verdicts)
    return sorted((each for each in found if fits(each, wanted, sources, topics)), key=urgency)


def fits(found: Discrepancy, wanted: Filter, sources: frozenset[str], topics: frozenset[str]) -> bool:
    """Say whether a verdict is one of those asked for."""
    parties = {found.left.document.source.slug, found.right.document.source.slug}
    return (
        (not sources or bool(parties & sources))
        and (not topics or found.topic in topics)
        and (not wanted.standings or found.standing.status in wanted.standings)
    )


def urgency(found: Discrepancy) -> tuple[float, str]:
    """Return what orders verdicts: severity times confidence, highest first, then the identifier."""
    return (-found.verdict.severity * found.verdict.confidence, found.id)


def slugs(reader: Reader, names: Iterable[str]) -> Iterator[str]:
    """Yield the slugs of sources given by slug or name. Raises UsageError, which names the nearest."""
    known = {name.casefold(): source.slug for source in reader.sources() for name in (source.name, source.slug)}
    for name in names:
        if name.casefold() not in known:
            near = difflib.get_close_matches(name.casefold(), sorted(known), n=1, cutoff=0.0)
            hint = f"the nearest is {known[near[0]]}" if near else "there are none yet"
            raise UsageError(f"no source {name!r}; {hint}")
        yield known[name.casefold()]


def named_topics(reader: Reader, names: Iterable[str]) -> Iterator[str]:
    """Yield the identifiers of topics given by label, identifier or the beginning of one. Raises NotFound."""
    wanted = list(names)
    labels: dict[str, list[str]] = {}
    for topic in reader.topics() if wanted else ():
        labels.setdefault(topic.label.casefold(), []).append(topic.id)
    for name in wanted:
        yield from labels.get(name.casefold()) or [reader.resolve("topic", name)]


def shared(topics: Iterable[Topic], sources: Mapping[str, str]) -> Iterator[Topic]:
    """Yield the topics on which two sources or more speak; ``sources`` are slugs by claim identifier."""
    for topic in topics:
        if len({sources[member] for member in topic.members if member in sources}) > 1:
            yield topic
