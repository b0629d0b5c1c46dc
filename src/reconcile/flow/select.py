"""Verdicts as people see them: filtered, with both sides and their standing, what matters most first."""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reconcile.flow import evidence
from reconcile.model import (
    Claim,
    Discrepancy,
    Document,
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


@dataclass(frozen=True, slots=True)
class Shelf:
    """What verdicts refer to, fetched at once: light documents, claims, topics and standings by identifier."""

    documents: Mapping[str, Document]
    claims: Mapping[str, Claim]
    topics: Mapping[str, str]
    standings: Mapping[str, Standing]
    contexts: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def discrepancy(self, verdict: Verdict) -> Discrepancy:
        """Return a verdict with all that belongs to it."""
        left, right = self.claims[verdict.left], self.claims[verdict.right]
        standing = self.standings.get(verdict.id)
        if standing is not None:
            standing = held_to(standing, evidence.digest(verdict, left, right))
        topic = self.topics.get(verdict.left) or self.topics.get(verdict.right, "")
        return Discrepancy(verdict, self.party(left), self.party(right), standing or Standing(), topic)

    def party(self, claim: Claim) -> Party:
        """Return a claim in its document."""
        before, after = self.contexts.get(claim.id, ("", ""))
        return Party(claim, self.documents[claim.document], before, after)


def discrepancies(reader: Reader, wanted: Filter, context: int = 0) -> list[Discrepancy]:
    """Return the verdicts that ``wanted`` describes, by severity and confidence; with ``context`` characters around.

    Raises UsageError for a source that there is none of, NotFound for a topic.
    """
    verdicts = [
        verdict
        for verdict in reader.verdicts(wanted.relation)
        if verdict.confidence >= wanted.confidence and (not wanted.kinds or verdict.kind in wanted.kinds)
    ]
    return chosen(reader, verdicts, wanted, context)


def chosen(reader: Reader, verdicts: Sequence[Verdict], wanted: Filter, context: int = 0) -> list[Discrepancy]:
    """Return ``verdicts`` as people see them, those that ``wanted`` describes, in order."""
    shelf = fetched(reader, verdicts)
    sources = frozenset(slugs(reader, wanted.sources))
    topics = frozenset(named_topics(reader, wanted.topics))
    found = (shelf.discrepancy(verdict) for verdict in verdicts)
    kept = sorted((each for each in found if fits(each, wanted, sources, topics)), key=urgency)
    return surrounded(reader, kept, context)


def fetched(reader: Reader, verdicts: Iterable[Verdict]) -> Shelf:
    """Fetch what ``verdicts`` refer to, in a few queries for all of them."""
    ids = sorted({claim for verdict in verdicts for claim in (verdict.left, verdict.right)})
    documents = {document.id: document for document in reader.documents()}
    return Shelf(documents, reader.claims_of(ids), reader.topics_of(ids), reader.standings())


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


def surrounded(reader: Reader, found: Sequence[Discrepancy], context: int) -> list[Discrepancy]:
    """Return ``found`` with what stands around each quote."""
    claims = [party.claim for each in found for party in (each.left, each.right)]
    around = contexts(reader, claims, context) if context else {}
    return [replace(each, left=within(each.left, around), right=within(each.right, around)) for each in found]


def within(party: Party, contexts: Mapping[str, tuple[str, str]]) -> Party:
    """Return ``party`` with what stands before and after its quote."""
    before, after = contexts.get(party.claim.id, (party.before, party.after))
    return replace(party, before=before, after=after)


def contexts(reader: Reader, claims: Iterable[Claim], width: int) -> dict[str, tuple[str, str]]:
    """Return up to ``width`` characters before and after each claim, one document in memory at a time."""
    by_document: dict[str, list[Claim]] = {}
    for claim in claims:
        by_document.setdefault(claim.document, []).append(claim)
    around: dict[str, tuple[str, str]] = {}
    for identified, inside in by_document.items():
        text = reader.documents_of([identified])[identified].text
        for claim in inside:
            start, end = claim.span.start, claim.span.end
            around[claim.id] = text[max(0, start - width) : start], text[end : end + width]
    return around


def shared(topics: Iterable[Topic], sources: Mapping[str, str]) -> Iterator[Topic]:
    """Yield the topics on which two sources or more speak; ``sources`` are slugs by claim identifier."""
    for topic in topics:
        if len({sources[member] for member in topic.members if member in sources}) > 1:
            yield topic
