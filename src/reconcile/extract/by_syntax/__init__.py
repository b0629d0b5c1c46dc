"""Sentences read by their syntax: the tree of each, and what its clauses state."""
