"""Links to topics: clusters in which claims hang together, named by what they share."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reconcile.model import Claim, Link, Topic, identifier
from reconcile.values import words

STRONG = 0.3
"""Links from this score on make clusters grow; a weaker one only joins two claims that belong to none yet."""

LEAST = 0.1
"""Links below this score are worth a look at what they may contradict, but make no topic."""

HANG_TOGETHER = 0.6
"""Two clusters become one where this share of each one's claims is linked across: a single link chains nothing."""

LABEL_WORDS = 4


def topics(claims: Sequence[Claim], links: Iterable[Link], order: Mapping[str, str] | None = None) -> list[Topic]:
    """Return the topics of two claims or more, by identifier.

    ``order`` gives a sortable age for each document's identifier (its date): a topic is named after its oldest member,
    so that new documents leave its identifier alone. Links are taken best first, so the result depends on no order.
    """
    known = {claim.id: claim for claim in claims}
    links = [link for link in links if link.score >= LEAST]
    ages = {claim.id: ((order or {}).get(claim.document, "9999"), claim.id) for claim in claims}
    clusters = _clusters(sorted(links, key=lambda link: (-link.score, link.left, link.right)))
    found = (tuple(sorted(cluster, key=lambda member: ages[member])) for cluster in clusters)
    return sorted((_topic(members, known) for members in found), key=lambda topic: topic.id)


def _topic(members: tuple[str, ...], claims: Mapping[str, Claim]) -> Topic:
    return Topic(identifier("topic", members[0]), label([claims[member] for member in members]), members)


def _clusters(links: Sequence[Link]) -> Iterator[set[str]]:
    """Yield the clusters: links best first, each joining two clusters that hang together."""
    partners: dict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.score >= STRONG:
            partners[link.left].add(link.right)
            partners[link.right].add(link.left)
    home = {claim: {claim} for link in links for claim in (link.left, link.right)}
    for link in links:
        left, right = home[link.left], home[link.right]
        if left is not right and _joins(link, left, right, partners):
            small, large = sorted((left, right), key=lambda cluster: (len(cluster), min(cluster)))
            large |= small
            home.update(dict.fromkeys(small, large))
    yield from {id(cluster): cluster for cluster in home.values() if len(cluster) > 1}.values()


def _joins(link: Link, left: set[str], right: set[str], partners: Mapping[str, set[str]]) -> bool:
    if link.score < STRONG:
        return len(left) == len(right) == 1
    return _linked(left, right, partners) and _linked(right, left, partners)


def _linked(some: set[str], others: set[str], partners: Mapping[str, set[str]]) -> bool:
    """Say whether enough of ``some`` are strongly linked to any of ``others``."""
    return sum(1 for claim in some if partners[claim] & others) >= HANG_TOGETHER * len(some)


def label(claims: Sequence[Claim]) -> str:
    """Return the words that most of the claims share, names aside, the most telling first, as most often written."""
    spoken: dict[str, Counter[str]] = defaultdict(Counter)
    met: Counter[str] = Counter()
    weights: dict[str, float] = {}
    for claim in claims:
        for term in {t.concept: t for t in words.terms(claim.text) if not (t.number or t.name)}.values():
            spoken[term.concept][claim.text[term.start : term.end]] += 1
            met[term.concept] += 1
            weights[term.concept] = term.weight
    best = sorted(met, key=lambda concept: (-met[concept] * weights[concept], concept))[:LABEL_WORDS]
    return ", ".join(min(spoken[c], key=lambda form: (-spoken[c][form], form)) for c in best)
