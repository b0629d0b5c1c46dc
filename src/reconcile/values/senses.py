"""How one concept stands to another: by our own tables first, and by WordNet 3.0 after them; see ``lexicon/``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache

from reconcile.values.lexicon import tables
from reconcile.values.words import classes, root


class Sense(float, Enum):
    """How one concept stands to another, and how alike that makes them, from 0 to 1.

    NEAR is by our own tables; AKIN is a synonym in some sense of WordNet's, which need not be the sense meant.
    """

    SAME = 1.0
    NEAR = 0.85
    AKIN = 0.68
    BROADER = 0.8
    NARROWER = 0.75
    ENTAILS = 0.7
    ENTAILED = 0.65
    OPPOSITE = 0.6
    RIVAL = 0.5
    NONE = 0.0


@lru_cache(maxsize=100_000)
def facets(concept: str) -> frozenset[str]:
    """Return what a concept can be found by: where facets and ``probes`` do not meet, ``sense`` is NONE."""
    base = root(concept)
    near, synsets = tables.near(), tables.senses().get(concept, frozenset())
    ours = {concept, *tables.above().get(concept, ())}
    return frozenset(
        {f"word:{base}", f"word:{concept}"}
        | {f"class:{name}" for name in classes(concept)}
        | {f"kind:{word}" for word in ours}
        | {f"near:{number}" for word in ours for number in near.get(word, ())}
        | {f"part:{concept.partition('_')[0]}"}
        | {f"synset:{synset}" for synset in synsets}
        | {f"above:{up}" for synset in synsets for up in tables.hypernyms().get(synset, ())}
    )


@lru_cache(maxsize=100_000)
def probes(concept: str) -> frozenset[str]:
    """Return the facets under which a concept's answers are to be looked for."""
    synsets = tables.senses().get(concept, frozenset())
    return frozenset(
        {facet for facet in facets(concept) if not facet.startswith("above:")}
        | {f"word:{antonym}" for antonym in tables.antonyms_of().get(concept, ())}
        | {f"class:{other}" for name in classes(concept) for other in tables.related().get(name, ())}
        | {f"synset:{up}" for synset in synsets for up in tables.hypernyms().get(synset, ())}
        | {f"above:{synset}" for synset in synsets}
    )


@lru_cache(maxsize=1_000_000)
def sense(left: str, right: str) -> Sense:
    """Return how the concept ``left`` stands to ``right``: NARROWER says that left is a kind of right."""
    if left == right or root(left) == root(right):
        return Sense.SAME
    return _by_class(left, right) or _by_table(left, right) or _by_wordnet(left, right)


def _by_class(left: str, right: str) -> Sense | None:
    ours, theirs = classes(left), classes(right)
    if ours & theirs:
        return Sense.NEAR
    crossed = [(a, b) for a in ours for b in theirs]
    for section, answer in (("opposites", Sense.OPPOSITE), ("rivals", Sense.RIVAL)):
        if any(pair in tables.pairs(section) for pair in crossed):
            return answer
    entails = any(pair in tables.pairs("entails") for pair in crossed)
    entailed = any((b, a) in tables.pairs("entails") for a, b in crossed)
    if entails or entailed:
        return Sense.NEAR if entails and entailed else Sense.ENTAILS if entails else Sense.ENTAILED
    return Sense.NONE if ours and theirs else None


def _by_table(left: str, right: str) -> Sense | None:
    near = tables.near()
    if near.get(left, frozenset()) & near.get(right, frozenset()):
        return Sense.NEAR
    above = tables.above()
    if right in above.get(left, ()):
        return Sense.NARROWER
    if left in above.get(right, ()):
        return Sense.BROADER
    if _modifies(right, left):
        return Sense.NARROWER
    if _modifies(left, right):
        return Sense.BROADER
    if any(near.get(up, frozenset()) & near.get(right, frozenset()) for up in above.get(left, ())):
        return Sense.NARROWER
    if any(near.get(up, frozenset()) & near.get(left, frozenset()) for up in above.get(right, ())):
        return Sense.BROADER
    return None


def _modifies(modifier: str, compound: str) -> bool:
    """Say whether ``compound`` is a thing under ``modifier``: a nuclear weapon is something nuclear."""
    return modifier in tables.concepts()["compounds"]["modifiers"] and compound.startswith(f"{modifier}_")


def _by_wordnet(left: str, right: str) -> Sense:
    if right in tables.antonyms_of().get(left, ()):
        return Sense.OPPOSITE
    ours, theirs = tables.senses().get(left, frozenset()), tables.senses().get(right, frozenset())
    if ours & theirs:
        return Sense.AKIN
    hypernyms = tables.hypernyms()
    if any(hypernyms.get(synset, frozenset()) & theirs for synset in ours):
        return Sense.NARROWER
    if any(hypernyms.get(synset, frozenset()) & ours for synset in theirs):
        return Sense.BROADER
    return Sense.NONE


@dataclass(frozen=True, slots=True)
class Senses:
    """How concepts stand to each other where a workspace puts some ``above`` others, all the way up; its word counts.

    Its three functions answer as those of the module do.
    """

    above: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def facets(self, concept: str) -> frozenset[str]:
        """Return what a concept can be found by."""
        return facets(concept) | self._kinds(concept) if concept in self.above else facets(concept)

    def probes(self, concept: str) -> frozenset[str]:
        """Return the facets under which a concept's answers are to be looked for."""
        return probes(concept) | self._kinds(concept) if concept in self.above else probes(concept)

    def sense(self, left: str, right: str) -> Sense:
        """Return how the concept ``left`` stands to ``right``."""
        if self.above and left != right:
            if right in self.above.get(left, ()):
                return Sense.NARROWER
            if left in self.above.get(right, ()):
                return Sense.BROADER
        return sense(left, right)

    def _kinds(self, concept: str) -> frozenset[str]:
        return frozenset(f"kind:{up}" for up in self.above[concept])


COMMON = Senses()
"""What the tables alone say."""
