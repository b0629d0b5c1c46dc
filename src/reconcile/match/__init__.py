"""Claims to links and topics: which claims speak of the same thing."""

from reconcile.match.cluster import topics
from reconcile.match.engine import Plan, links

VERSION = "terms/1"
"""Changes whenever the same claims may give other links."""

__all__ = ["VERSION", "Plan", "links", "topics"]
