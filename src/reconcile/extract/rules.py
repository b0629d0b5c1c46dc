"""What each rule means to a person, and which of them read more than the words at hand say."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reconcile.extract.hit import table

INFERRED = "inferred"
"""The section whose rules find what does not stand in the words: inherited, resolved, repaired."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a rule means, in a few words; ``how`` is empty for one that reads what stands there.

    "inherited" from what stands before, "resolved" from a pronoun or a description, "repaired" where text is damaged.
    """

    words: str
    how: str = ""


UNKNOWN = Meaning("a rule that has no explanation, of a plugin or of another version")


@cache
def meanings() -> Mapping[str, Meaning]:
    """Return the meaning of every rule by its identifier, out of ``lexicon/rules.toml``."""
    told = dict(table("rules.toml"))
    inferred = told.pop(INFERRED)
    found = {f"{kind}.{rule}": Meaning(words) for kind, rules in told.items() for rule, words in rules.items()}
    for how, kinds in inferred.items():
        for kind, rules in kinds.items():
            found |= {f"{kind}.{rule}": Meaning(words, how) for rule, words in rules.items()}
    return found


def meaning(rule: str) -> Meaning:
    """Return what a rule means; of one that is not known, that it is not."""
    return meanings().get(rule, UNKNOWN)
