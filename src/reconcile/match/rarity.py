"""How much it says that two claims share something: the rarer it is among the claims, the more."""

from collections.abc import Sequence

import numpy as np

from reconcile.match.rows import Floats, Ints
from reconcile.values.lexicon import tables

SENTENCES = 37_000
"""About the sentences of SemCor 3.0, from which the counts of words are (``lexicon/``)."""

BEFOREHAND = 1_000
"""So many sentences of general English are thought to have been read before the first claim: among a handful of claims
a word is not rare because it is met once, nor common because both sides say it."""


def rarities(spoken: Ints, claims: int, concepts: Sequence[str]) -> Floats:
    """Return what meeting in each concept is worth, 0 to 1; ``spoken`` says in how many of so many ``claims`` it is.

    The square of the inverse document frequency (Spärck Jones, 1972), as in the cosine of two TF-IDF vectors.
    """
    counts = tables.counts()
    usual = np.array([counts.get(concept, 0) for concept in concepts]) / SENTENCES
    return rarity(spoken + BEFOREHAND * np.minimum(1.0, usual), claims + BEFOREHAND)


def rarity(met: Floats | Ints, among: int) -> Floats:
    """Return what meeting in something is worth, 0 to 1, that is met so often among so many."""
    found: Floats = (np.log1p(among / np.maximum(met, 1)) / np.log1p(among)) ** 2
    return found
