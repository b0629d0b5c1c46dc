"""Documents to claims: what is said in them, by whom, how surely, of when and how much."""

from collections.abc import Iterator

from reconcile.model import Claim, Document, Problem
from reconcile.values.vocabulary import EMPTY, Vocabulary

VERSION = "rules/3"
"""Changes whenever the same document may give other claims."""

SYNTAX = "syntax/1"
"""Changes whenever the weights do that sentences are read with."""


def claims(document: Document, *, syntax: bool = True, vocabulary: Vocabulary = EMPTY) -> Iterator[Claim | Problem]:
    """Yield the claims of a document in order; of a table its ready-made ones.

    With ``syntax`` a small trained network tells how the words of a sentence hang together; without it rules on the
    words alone do, which are faster and less exact. ``vocabulary`` holds the case's own names, places and periods.
    """
    from reconcile.extract import prose, records  # lexicons and weights: who asks for the version alone waits for none

    if document.records:
        yield from records.claims(document, vocabulary)
    else:
        yield from prose.claims(document, syntax=syntax, vocabulary=vocabulary)


def version(*, syntax: bool = True) -> str:
    """Return the version of all that decides what claims a document gives."""
    return f"{VERSION} {SYNTAX}" if syntax else VERSION


__all__ = ["SYNTAX", "VERSION", "claims", "version"]
