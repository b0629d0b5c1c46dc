"""The rules of review: what people may do to a conflict, and where their decisions leave it."""

from reconcile.review.rules import CONFIDENCE, LIKELIHOOD, NEXT, after, check, completed, standing

__all__ = ["CONFIDENCE", "LIKELIHOOD", "NEXT", "after", "check", "completed", "standing"]
