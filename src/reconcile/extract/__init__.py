"""Documents to claims: what is said in them, by whom, how surely, of when and how much."""

from collections.abc import Iterator

from reconcile.extract import prose, records
from reconcile.model import Claim, Document, Problem

VERSION = "rules/1"
"""Changes whenever the same document may give other claims."""


def claims(document: Document) -> Iterator[Claim | Problem]:
    """Yield the claims of a document in order; of a table its ready-made ones."""
    yield from records.claims(document) if document.records else prose.claims(document)


__all__ = ["VERSION", "claims"]
