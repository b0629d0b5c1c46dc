"""The clauses that a report verb takes: what is said, as far as it has a verb of its own."""

from collections.abc import Iterator

from reconcile.extract.by_syntax.tree import Run, Tree
from reconcile.extract.cues import ReportVerb, begins_phrasal, phrasal_verb, report_noun, report_verb

UNDECIDED = frozenset({"whether", "if", "how", "why"})
"""What opens a clause that is left open: who asks whether it is so does not say it."""

HOSTS = frozenset({"ccomp", "acl", "relcl", "advcl", "conj", "dep"})
"""How a clause with "that" may hang on its verb; parsers are of several minds."""

BETWEEN = frozenset({"prep", "npadvmod", "dobj", "dative", "acomp", "oprd", "prt", "attr", "agent"})
"""What may stand between a report verb and its clause, and be taken for what the clause hangs on."""

LONGEST_PHRASAL = 5
"""Words of the longest phrasal verb, with what may stand in it."""


def reports(tree: Tree, verb: int, within: Run) -> bool:
    """Say whether a verb is one of reporting and takes a clause."""
    report = reporting(tree, verb)
    return report is not None and bool(set("tbq") & report.takes) and bool(content(tree, verb, within))


def reporting(tree: Tree, verb: int) -> ReportVerb | None:
    """Return the report verb that stands at a position, alone or with the words behind it: "made clear"."""
    phrasal = _phrasal(tree, verb)
    return phrasal[0] if phrasal else report_verb(tree.lower(verb))


def _phrasal(tree: Tree, verb: int) -> tuple[ReportVerb, int] | None:
    if not begins_phrasal(tree.lower(verb)):
        return None
    return phrasal_verb([token.lower for token in tree.tokens[verb : verb + LONGEST_PHRASAL]])


def _length(tree: Tree, verb: int) -> int:
    """Return how many words a report verb has: a parser may hang its clause on any of them."""
    phrasal = _phrasal(tree, verb)
    return phrasal[1] if phrasal else 1


def content(tree: Tree, verb: int, within: Run) -> list[Run]:
    """Return the runs of the clauses that a verb takes, each on its side of the verb."""
    hosts = range(verb, verb + _length(tree, verb))
    found = [kid for host in hosts for kid in tree.kids[host] if _taken(tree, kid, verb)]
    found = found or list(_hung_further(tree, verb))[:1] or list(_behind_addressee(tree, verb))[:1]
    return [_beside(tree, node, verb, within) for node in found]


def _taken(tree: Tree, kid: int, verb: int) -> bool:
    """Say whether a clause is what a verb takes; in front of it only one with a subject is."""
    label = tree.labels[kid]
    that = (label in HOSTS or (label == "csubj" and kid > verb)) and tree.marked(kid) == "that"
    if not (that or label in {"ccomp", "parataxis"}) or not tree.finite[kid] or _left_open(tree, kid):
        return False
    speech = label == "parataxis" and report_verb(tree.lower(kid)) is not None
    return not speech and bool(tree.kids[kid]) and (kid > verb or tree.subject(kid) is not None)


def _left_open(tree: Tree, clause: int) -> bool:
    """Say whether a clause asks: "whether it was", "how it came"."""
    return tree.marked(clause) in UNDECIDED or tree.tags[tree.runs[clause][0]] in {"WRB", "WP"}


def _hung_further(tree: Tree, verb: int) -> Iterator[int]:
    """Yield the clauses that hang on a noun behind the verb: "assessed with high confidence that P"."""
    for kid in tree.kids[verb]:
        if kid > verb and tree.labels[kid] in BETWEEN:
            for node in tree.under(kid):
                if tree.marked(node) == "that" and tree.finite[node] and not _holds(tree, tree.heads[node]):
                    yield node


def _behind_addressee(tree: Tree, verb: int) -> Iterator[int]:
    """Yield the clause, with a subject of its own, that hangs on who is told it: "told reporters he had lost"."""
    report = reporting(tree, verb)
    for told in tree.labelled(verb, "dobj", "dative") if report and "i" in report.takes else ():
        for node in tree.labelled(told, "relcl", "acl"):
            who = tree.subject(node)
            if tree.finite[node] and who is not None and tree.tags[who] not in {"WP", "WDT"}:
                yield node


def _holds(tree: Tree, noun: int) -> bool:
    """Say whether a clause is what its noun holds: "a view that P", "no sign that P"."""
    return any(report_noun(tree.lower(noun), kind) for kind in ("report", "owned", "evidence"))


def _beside(tree: Tree, kid: int, verb: int, within: Run) -> Run:
    """Return the run of a clause as far as it stands on its own side of the verb.

    An object right before a clause without a subject is its subject: "showed a lot of work has been done".
    """
    low, high = max(tree.runs[kid][0], within[0]), min(tree.runs[kid][1], within[1])
    if kid < verb:
        return low, min(high, verb)
    objects = (tree.runs[each] for each in tree.labelled(verb, "dobj") if tree.subject(kid) is None)
    low = min((start for start, end in objects if end == low), default=low)
    return max(low, verb + 1), high
