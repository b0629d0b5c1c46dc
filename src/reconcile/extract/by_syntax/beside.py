"""Voices that stand beside a clause: "according to X", "in X's view", "as X reported", "reportedly"."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reconcile.extract.by_syntax.asserter import agent, speaker, voice
from reconcile.extract.by_syntax.content import content
from reconcile.extract.by_syntax.tree import Run, Tree
from reconcile.extract.by_words.frames import AS_FAR
from reconcile.extract.cues import lexicon, nouns, report_verb
from reconcile.extract.voice import Voice


@dataclass(frozen=True, slots=True)
class Aside:
    """A voice that stands beside a clause, its cue, and the run that is not part of the clause."""

    voice: Voice
    cue: Run
    run: Run


def asides(tree: Tree, verb: int, positions: Sequence[int]) -> Iterator[Aside]:
    """Yield the voices beside a clause whose own tokens stand at ``positions``."""
    for position in positions:
        ask = ASIDES.get(tree.lower(position))
        if ask and (found := ask(tree, verb, position)):
            yield found
    yield from (heard(tree, kid) for kid in tree.labelled(verb, "advmod") if _reportedly(tree, kid))
    if _is_thought(tree, verb):
        yield heard(tree, verb)


def heard(tree: Tree, position: int) -> Aside:
    """Return the voice of nobody who is named: "reportedly", "is thought to have"; "is thought by X to have"."""
    said = agent(tree, position, "attribution.hearsay")
    return Aside(said, (position, position + 1), (position, position))


def _reportedly(tree: Tree, position: int) -> bool:
    return tree.lower(position) in lexicon()["hearsay"]["adverbs"]


def _is_thought(tree: Tree, verb: int) -> bool:
    """``N is thought (by X) to have …``: X or somebody thinks so."""
    reported = tree.lower(verb) in lexicon()["hearsay"]["participles"] and tree.passive(verb)
    return reported and any(not tree.finite[kid] for kid in tree.labelled(verb, "xcomp", "ccomp"))


def parenthetical(tree: Tree, verb: int, within: Run) -> Aside | None:
    """Return who says a clause by words put in between or behind: ``"P," X said, "and Q"``."""
    for kid in tree.labelled(verb, "parataxis"):
        report = report_verb(tree.lower(kid)) if within[0] <= kid < within[1] else None
        if report is None or not set("qb") & report.takes or content(tree, kid, within) or tree.subject(kid) is None:
            continue
        if said := speaker(tree, kid, kid, report, "attribution.trailing"):
            return Aside(said, (kid, kid + 1), tree.runs[kid])
    return None


def _according(tree: Tree, verb: int, position: int) -> Aside | None:
    """``according to X``."""
    to = position + 1
    whose = next(tree.labelled(to, "pobj"), None) if to < len(tree.heads) and tree.lower(to) == "to" else None
    said = voice(tree, whose, "attribution.according-to") if whose is not None else None
    return Aside(said, (position, to + 1), tree.runs[position]) if said else None


OWNERS: Mapping[str, str] = {"his": "he", "her": "she", "its": "it", "their": "they"}


def _viewpoint(tree: Tree, verb: int, position: int) -> Aside | None:
    """``in X's view``, ``in the view of X``, ``by his account``."""
    views = nouns("viewpoints")
    view = next((kid for kid in tree.labelled(position, "pobj") if tree.lower(kid) in views), None)
    if view is None or tree.heads[position] != verb:
        return None
    of = (
        kid for prep in tree.labelled(view, "prep") if tree.lower(prep) == "of" for kid in tree.labelled(prep, "pobj")
    )
    owner = next(tree.labelled(view, "poss"), None)
    owner = next(of, None) if owner is None else owner
    said = voice(tree, owner, "attribution.viewpoint") if owner is not None else None
    if said is None:
        return None
    return Aside(replace(said, name=OWNERS.get(said.name.lower(), said.name)), (view, view + 1), tree.runs[position])


def _as_said(tree: Tree, verb: int, position: int) -> Aside | None:
    """``as X reported``."""
    reported = tree.heads[position]
    if tree.labels[reported] != "advcl" or tree.heads[reported] != verb or not report_verb(tree.lower(reported)):
        return None
    who = tree.subject(reported)
    if who is None or tree.has(reported, "ccomp", "dobj", "xcomp") or tree.lower(who) == "it":
        return None
    said = voice(tree, who, "attribution.as-said")
    return Aside(said, (reported, reported + 1), tree.runs[reported]) if said else None


def _as_far(tree: Tree, verb: int, position: int) -> Aside | None:
    """``so far as X could tell``."""
    start, end = tree.stretch(tree.runs[verb])
    match = AS_FAR.search(tree.text, max(start, tree.tokens[position].start - len(", so ")), end)
    if match is None:
        return None
    within = [n for n in range(*tree.runs[verb]) if match.start() <= tree.tokens[n].start < match.end()]
    said = Voice(match["name"].strip(), *match.span("name"), "attribution.as-far-as")
    return Aside(said, (within[0], within[-1] + 1), (within[0], within[-1] + 1))


Ask = Callable[[Tree, int, int], Aside | None]
ASIDES: Mapping[str, Ask] = {
    "according": _according,
    "in": _viewpoint,
    "on": _viewpoint,
    "by": _viewpoint,
    "as": _as_said,
    "far": _as_far,
}
"""By the word that such a voice may begin with: what tells whether it does."""
