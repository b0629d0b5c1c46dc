"""Cues that somebody says something in a clause for which no rule found who."""

from collections.abc import Iterable

from reconcile.extract.by_syntax.content import reports
from reconcile.extract.by_syntax.tree import Run, Tree
from reconcile.extract.cues import report_noun

OWN_WORDS = frozenset({"i", "we"})
"""Subjects who are who speaks already."""


def unnamed(tree: Tree, verb: int, positions: Iterable[int], within: Run) -> int | None:
    """Return the first cue in a clause of ``verb`` whose own tokens stand at ``positions``."""
    if not tree.negated(verb) and reports(tree, verb, within) and not _by_author(tree, verb):
        return verb
    return next((n for n in positions if _participle(tree, n, within) or _noun(tree, n)), None)


def _by_author(tree: Tree, verb: int) -> bool:
    who = tree.doer(verb)
    return who is not None and tree.lower(who) in OWN_WORDS


def _participle(tree: Tree, position: int, within: Run) -> bool:
    """``claiming that P``."""
    return tree.tags[position] == "VBG" and not tree.finite[position] and reports(tree, position, within)


def _noun(tree: Tree, position: int) -> bool:
    """``the allegation that P``; "an allegation that they made" is none."""
    if not report_noun(tree.lower(position)):
        return False
    return any(tree.finite[kid] and tree.marked(kid) == "that" for kid in tree.labelled(position, "acl", "ccomp"))
