"""Claims to links and topics: which claims speak of the same thing."""

from reconcile.match.cluster import topics
from reconcile.match.engine import Plan, indexed, linked, links
from reconcile.match.ranking import nearest
from reconcile.match.search import Index

VERSION = "chance/3"
"""Changes whenever the same claims may give other links."""

__all__ = ["VERSION", "Index", "Plan", "indexed", "linked", "links", "nearest", "topics"]
