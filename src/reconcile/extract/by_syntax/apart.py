"""The clauses of a sentence that are statements of their own beside the one that they hang on."""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence

from reconcile.extract.by_syntax.content import reports
from reconcile.extract.by_syntax.tree import Run, Tree
from reconcile.extract.cues import lexicon, report_verb

CONTRAST = frozenset({"while", "whereas", "although", "though", "albeit"})
"""Subordinators behind which a clause is asserted beside the main one."""

RELATIVES = frozenset({"which", "who", "whom", "whose", "where"})

PARTING = frozenset({",", ";", ":", "\u2014", "\u2013", "-", "("})

LIGHT = frozenset({"cc", "punct", "conj", "advmod"})
"""What a verb may have without having an object or a place: "bought and restored the clocks"."""

TRAILING = frozenset({"conj", "relcl"})
"""Clauses to which all that follows them belongs."""


def parts(tree: Tree, verb: int, within: Run) -> Iterator[int]:
    """Yield the heads of the clauses that are statements of their own beside the one of ``verb``."""
    waiting = deque(tree.kids[verb])
    while waiting:
        node = waiting.popleft()
        if not within[0] <= node < within[1]:
            continue
        apart = APART.get(tree.labels[node])
        if apart and apart(tree, verb, node, within) and not tree.inverted(node):
            yield node
        elif tree.labels[node] != "ccomp":
            waiting.extend(tree.kids[node])


def shares(tree: Tree, verb: int, found: Sequence[int], within: Run) -> Iterator[Run]:
    """Yield the run of each part; what follows the last of joined predicates belongs to it."""
    for part in found:
        low, high = tree.runs[part]
        if trails(tree, verb, part):
            later = (tree.runs[other][0] for other in found)
            high = min((start for start in later if start > low), default=within[1])
        yield max(low, within[0]), min(high, within[1])


def trails(tree: Tree, verb: int, part: int) -> bool:
    """Say whether what follows a part belongs to it, and no more to the clause of ``verb``."""
    return part > verb and tree.labels[part] in TRAILING


def contrasts(tree: Tree, part: int) -> bool:
    """Say whether a clause is set against the main one: "…, whereas P"."""
    return tree.marked(part) in CONTRAST


def _thought(tree: Tree, verb: int, node: int, within: Run) -> bool:
    """``a plant thought to have been used``; ``a plant that X believe holds Y``."""
    if tree.finite[node]:
        return reports(tree, node, within)
    return tree.lower(node) in lexicon()["hearsay"]["reduced"] and tree.has(node, "xcomp")


def _relative(tree: Tree, verb: int, node: int, within: Run) -> bool:
    """``the site, which still holds Y``; ``a site that X believe holds Y``."""
    low = tree.runs[node][0]
    adds = node > verb and tree.finite[node] and tree.lower(low) in RELATIVES and _parted(tree, low)
    return adds or reports(tree, node, within)


def _adverbial(tree: Tree, verb: int, node: int, within: Run) -> bool:
    """``…, although P``; ``…, saying that P``."""
    if contrasts(tree, node):
        return tree.heads[node] == verb and tree.finite[node]
    return tree.tags[node] == "VBG" and reports(tree, node, within)


def _absolute(tree: Tree, verb: int, node: int, within: Run) -> bool:
    """``…, with X saying that P``."""
    return tree.tags[node] == "VBG" and tree.subject(node) is not None and reports(tree, node, within)


def _joined(tree: Tree, verb: int, node: int, within: Run) -> bool:
    """``… and P``: it has a subject, or shares one and no object."""
    if reports(tree, node, within):
        return True
    if not tree.finite[node] or tree.heads[node] != verb or _within_noun(tree, node):
        return False
    if tree.subject(node) is not None:
        return True
    heavy = any(kid > verb and kid != node and tree.labels[kid] not in LIGHT for kid in tree.kids[verb])
    low = tree.runs[node][0]
    return heavy and {tree.lower(n) for n in (low - 1, low) if n >= 0}.isdisjoint({"or", "nor"})


def _within_noun(tree: Tree, node: int) -> bool:
    """Say whether a clause only tells which: "a war in which many fell"."""
    low = tree.runs[node][0]
    related = any(tree.lower(n) in RELATIVES for n in range(low, min(low + 2, node)))
    return related and not _parted(tree, low)


def _beside(tree: Tree, verb: int, node: int, within: Run) -> bool:
    """``…; P``; what a speaker puts in is none."""
    return _own(tree, verb, node) and not report_verb(tree.lower(node))


def _spliced(tree: Tree, verb: int, node: int, within: Run) -> bool:
    """``P, Q``: the first of two clauses that a comma joins."""
    return node < verb and _own(tree, verb, node) and not tree.inverted(verb)


def _own(tree: Tree, verb: int, node: int) -> bool:
    return tree.heads[node] == verb and tree.finite[node] and tree.subject(node) is not None


def _parted(tree: Tree, low: int) -> bool:
    """Say whether a mark stands before a clause, or before the words that join it."""
    before = low - 1
    while before >= 0 and tree.tags[before] in {"CC", "RB"}:
        before -= 1
    return before >= 0 and tree.tokens[before].text in PARTING


Apart = Callable[[Tree, int, int, Run], bool]
APART: Mapping[str, Apart] = {
    "acl": _thought,
    "relcl": _relative,
    "advcl": _adverbial,
    "pcomp": _absolute,
    "conj": _joined,
    "parataxis": _beside,
    "ccomp": _spliced,
}
"""By how a clause hangs on another: what makes it a statement of its own."""
