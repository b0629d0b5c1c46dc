"""Who says something: the subject of a verb, its agent, or what a pronoun stands for, and how far a name reaches."""

import re
from collections.abc import Iterator

from reconcile.extract.by_syntax.tree import NAMED, Run, Tree
from reconcile.extract.by_words import subject
from reconcile.extract.by_words.subject import TIMES
from reconcile.extract.cues import ReportVerb, shown
from reconcile.extract.tokens import Token
from reconcile.extract.voice import Voice
from reconcile.values.words import MONTHS, lemma

WORDS_SAID = frozenset("comment remark point question concern example option argument criticism answer".split())
"""Nouns of what is said, which say nothing: "his comments included"."""

NOBODY = frozenset({"nobody", "no-one", "none", "neither", "nothing"})

PERSONS = frozenset({"he", "she", "they", "we"})
THINGS = frozenset({"it", "this", "that", "these", "those", "all", "nothing", "which", "what"})
"""Subjects that say nothing by themselves."""

RELATIVE = frozenset({"there", "which", "that", "what", "who"})

ADDED = frozenset({"relcl", "acl", "appos", "punct", "advcl", "ccomp", "parataxis"})
"""How what is said of somebody beside the name hangs on it."""

INITIAL = re.compile(r"(?:[A-Z]\.)+")
"""What belongs to a name behind it, as an article does, whatever a parser makes of it: "J. Pell", "U. officials"."""

MARKS = frozenset({",", "(", ";", ":", "\u2014", "\u2013"})


def speaker(tree: Tree, verb: int, cue: int, report: ReportVerb, rule: str) -> Voice | None:
    """Return who is the voice of a report verb: its subject, or of a passive its agent; None where nobody can be."""
    denies = report.denies and not tree.negated(cue)
    if tree.passive(cue):
        return agent(tree, cue, rule, denies=denies)
    who = None if _dangles(tree, verb) else tree.doer(verb)
    if who is None:
        return _before(tree, verb, denies=denies) if rule == "attribution.that-clause" else None
    if tree.lower(who) in RELATIVE:
        related = tree.labels[verb] == "relcl"
        return voice(tree, tree.heads[verb], "attribution.relative", denies=denies) if related else None
    if (
        _nobody(tree, who)
        or lemma(tree.lower(who)) in WORDS_SAID
        or (report.base in shown() and not _can_say(tree, who, cue))
    ):
        return None
    return voice(tree, who, rule, denies=denies)


def agent(tree: Tree, cue: int, rule: str, *, denies: bool = False) -> Voice:
    """``it was reported by X that P``, ``it was reported that P``; who "was told" is no asserter."""
    behind = next((kid for by in tree.labelled(cue, "agent") for kid in tree.labelled(by, "pobj")), None)
    named = voice(tree, behind, "attribution.agent", denies=denies) if behind is not None else None
    place = tree.tokens[cue]
    return named or Voice("", place.start, place.end, rule, denies)


def _dangles(tree: Tree, verb: int) -> bool:
    """Say whether a participle in front belongs to nobody in its sentence: "Claiming that P, the road was opened"."""
    head = tree.heads[verb]
    return tree.labels[verb] == "advcl" and verb < head and tree.subject(verb) is None and tree.passive(head)


def _nobody(tree: Tree, who: int) -> bool:
    """Say whether a subject stands for none: "no one believed that P"."""
    return tree.lower(who) in NOBODY or any(tree.lower(kid) == "no" for kid in tree.labelled(who, "det"))


def _can_say(tree: Tree, who: int, verb: int) -> bool:
    if tree.tags[who] in NAMED or tree.lower(who) in PERSONS:
        return True
    return tree.lower(who) not in THINGS and tree.tags[verb] != "VBG"


def _before(tree: Tree, verb: int, *, denies: bool) -> Voice | None:
    """Return the noun phrase before a verb for which the tree has no subject, as its words alone tell."""
    if tree.labels[verb] != "ROOT" or not tree.finite[verb]:
        return None
    who = subject.before(tree.tagged((0, len(tree.tokens))), verb, tree.text)
    return Voice(who.text, who.start, who.end, "attribution.that-clause", denies) if who else None


def voice(tree: Tree, who: int, rule: str, *, denies: bool = False) -> Voice | None:
    """Return the voice of whoever a noun names."""
    start, end = tree.stretch(name(tree, who))
    end -= len(tree.text[start:end]) - len(tree.text[start:end].removesuffix("'s").removesuffix("'"))
    return Voice(tree.text[start:end], start, end, rule, denies) if start < end else None


def name(tree: Tree, who: int) -> Run:
    """Return the run that names somebody: the noun with what stands before it and its "of", without what is added.

    Of "the mayor, Anna Weiss" it is the name, and of names that "and" joins the acronym behind them.
    """
    added = next((kid for kid in tree.labelled(who, "appos") if kid > who), None)
    if added is not None and tree.tags[who] not in NAMED and tree.tags[added] in NAMED:
        return name(tree, added)
    start, end = tree.runs[who][0], min(_ends(tree, who))
    while start < who and (tree.tokens[start].text in {'"', ",", "-", "(", "\u2026"} or _timely(tree.tokens[start])):
        start += 1
    while start > 0 and (INITIAL.fullmatch(tree.tokens[start - 1].text) or tree.tags[start - 1] == "DT"):
        start -= 1
    while end > who + 1 and tree.tokens[end - 1].text in MARKS:
        end -= 1
    if end - 3 > who and [tree.tokens[end - 3].text, tree.tokens[end - 1].text] == ["(", ")"]:
        return end - 2, end - 1
    return start, max(end, who + 1)


def _ends(tree: Tree, who: int) -> Iterator[int]:
    """Yield where a name may end: with what hangs on it, or before what is added to it."""
    yield tree.runs[who][1]
    joined = tree.has(who, "conj")
    added = ADDED - {"punct"} if joined else ADDED
    yield from (tree.runs[kid][0] for kid in tree.kids[who] if kid > who and tree.labels[kid] in added)
    yield from (tree.runs[n][0] for n in tree.under(who) if n > who and tree.labels[n] in {"appos", "relcl"})
    if not joined:
        yield from (n for n in range(who + 1, tree.runs[who][1]) if tree.tokens[n].text in MARKS)


def _timely(token: Token) -> bool:
    """Say whether a word before a name is a time that a parser took for part of it: "Monday morning | officials"."""
    return token.lower in TIMES or token.lower in MONTHS or (token.text.isdigit() and len(token.text) in {1, 2, 4})
