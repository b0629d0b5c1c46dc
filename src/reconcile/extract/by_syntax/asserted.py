"""Sentences to statements by their syntax: the tree is walked from its root, and each assertion is one statement."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reconcile.extract.by_syntax import apart
from reconcile.extract.by_syntax.asserter import name
from reconcile.extract.by_syntax.beside import Aside, asides, heard, parenthetical
from reconcile.extract.by_syntax.content import reports
from reconcile.extract.by_syntax.edges import bared, breaks_off, hull, outside, without
from reconcile.extract.by_syntax.parsing import STOPS
from reconcile.extract.by_syntax.said import Said, Share, carried, goes_on
from reconcile.extract.by_syntax.told import Told, told, told_by_noun
from reconcile.extract.by_syntax.tree import Run, Tree
from reconcile.extract.by_syntax.unnamed import OWN_WORDS, unnamed
from reconcile.extract.by_words import quoted
from reconcile.extract.by_words.clauses import trimmed
from reconcile.extract.by_words.finite import marked
from reconcile.extract.voice import UNNAMED, Statement

DEEPEST = 4
"""Voices within voices; nobody writes more, and what looks like more was misread."""

ADDING = frozenset({"added", "adds", "adding", "add"})

PRONOUNS = frozenset({"it", "he", "she", "they"})
FRONTED = frozenset({"according", "in"})
"""Words of a voice in front of all that it says."""


def statements(tree: Tree) -> list[Statement]:
    """Return the statements of one sentence, in order; offsets are in the tree's text."""
    whole = 0, len(tree.tokens)
    found = list(_stretch(tree, whole, Said()))
    if not any(each.voices for each in found):
        found = list(_by_marks(tree, whole)) or found
    return sorted(found, key=lambda each: each.start)


def _by_marks(tree: Tree, whole: Run) -> Iterator[Statement]:
    """Yield what stands beside a speaker whom the tree does not show: ``"P", read the note``, ``P, X argues``."""
    start, end = tree.stretch(whole)
    if any(tree.quoted):
        found = tree.tagged(whole)
        frame = quoted.between(tree.text, start, end, found) or quoted.trailing(tree.text, start, end, found)
    else:
        frame = quoted.trailing(tree.text, start, end, marked(tree.text, start, end))
        frame = None if frame and any(tree.finite[n] for n in _behind(tree, frame.spoken[1])) else frame
    for spoken in (frame.spoken, *frame.also) if frame else ():
        run = hull(tree, [n for n in range(*whole) if spoken[0] <= tree.tokens[n].start < spoken[1]])
        yield from _stretch(tree, run, Said().by(frame.voice, frame.cue)) if frame else ()


def _behind(tree: Tree, place: int) -> Iterator[int]:
    """Yield the positions of the tokens behind a place in the text."""
    return (n for n, token in enumerate(tree.tokens) if token.start >= place)


def _stretch(tree: Tree, run: Run, said: Said) -> Iterator[Statement]:
    """Yield the statements of a run of tokens, clause by clause, questions left out.

    A clause that ends in nothing said ("X stated:") leads to those behind it, a speaker who stands in one sentence
    of a quotation says the others too, and who said what stands before a semicolon what stands behind it.
    """
    shares = [share for share in _shares(tree, run) if not _asks(tree, share.run)]
    found = [list(_clause(tree, *share, said)) for share in shares]
    leading: Said | None = None
    for number, share in enumerate(shares):
        own = found[number]
        if number and not leading and (outer := carried(tree, share, found[number - 1], own, said)):
            own = found[number] = list(_clause(tree, *share, outer))
        elif speaker := leading or _speaker(tree, shares, found, number, len(said.voices)):
            own = list(_clause(tree, *share, speaker))
        if own and own[-1].start >= own[-1].end and number + 1 < len(shares):
            leading = Said(own[-1].voices, own[-1].cues)
            own = own[:-1]
        yield from own


def _shares(tree: Tree, run: Run) -> Iterator[Share]:
    """Yield the clauses of a run, each up to where the next one begins; a fragment before the first sentence goes."""
    tops = [n for n in range(*run) if tree.heads[n] == n or not run[0] <= tree.heads[n] < run[1]]
    heads = [n for n in tops if tree.finite[n]] or [n for n in tops if any(tree.finite[m] for m in tree.under(n))]
    starts = [*(max(run[0], tree.runs[head][0]) for head in heads), run[1]]
    if not (heads and starts[0] > run[0] and tree.tokens[starts[0] - 1].text in STOPS):
        starts[0] = run[0]
    for number, head in enumerate(heads):
        yield Share(head, (starts[number], max(starts[number], starts[number + 1])))


def _asks(tree: Tree, run: Run) -> bool:
    """Say whether a part of a sentence is a question."""
    marks = (token.text for token in tree.tokens[run[1] - 1 : run[0] : -1] if token.text != '"')
    return next(marks, "") == "?"


def _speaker(
    tree: Tree, shares: Sequence[Share], found: Sequence[Sequence[Statement]], number: int, known: int
) -> Said | None:
    """Return who says a sentence of a quotation that names its speaker in another of its sentences."""
    if any(len(each.voices) > known for each in found[number]):
        return None
    for other in (*range(number - 1, -1, -1), *range(number + 1, len(shares))):
        first, last = sorted((number, other))
        if all(tree.quoted[shares[n].run[0]] for n in range(first + 1, last + 1)):
            for each in found[other]:
                if len(each.voices) > known and tree.in_marks(each.start) and not tree.in_marks(each.voices[0].start):
                    return Said(each.voices, each.cues)
    return None


def _clause(tree: Tree, verb: int, within: Run, said: Said) -> Iterator[Statement]:
    """Yield the statements of the clause of a verb: those that hang on it, and what it reports or states itself."""
    speech = parenthetical(tree, verb, within)
    said = _with(tree, said, [speech] if speech else [])
    found = told(tree, verb, within) if len(said.voices) < DEEPEST else None
    found = None if found and _own_words(found, said) else found
    if found and said.voices and _adds(tree, verb, found):
        found, said = replace(found, voice=said.voices[0]), Said(said.voices[1:], said.cues[1:])
    taken = {n for run in found.said for n in range(*run)} if found and not found.whole else set()
    parts = [part for part in apart.parts(tree, verb, within) if part not in taken]
    if found:
        parts = [part for part in parts if tree.labels[part] != "ccomp"]
    governed = said if found else _governed(tree, verb, within, said)
    for part, share in zip(parts, apart.shares(tree, verb, parts, within), strict=True):
        theirs = found and (_quoted(tree, verb, part, found) or goes_on(tree, verb, part, share, found))
        yield from _part(
            tree,
            part,
            share,
            said.by(found.voice, _place(tree, found)) if found and theirs else _of(tree, part, governed, said),
        )
    if found:
        yield from _reported(tree, found, within, parts, said)
    else:
        yield from _plain(tree, Share(verb, within), parts, said, speech)


def _governed(tree: Tree, verb: int, within: Run, said: Said) -> Said:
    """Return who says a clause and what "and" joins to it, where a voice stands in front: "In X's view, P and Q"."""
    front = [n for n in range(within[0], verb) if tree.lower(n) in FRONTED]
    return _with(tree, said, list(asides(tree, verb, front))[:1]) if front else said


def _of(tree: Tree, part: int, governed: Said, said: Said) -> Said:
    joined = tree.labels[part] == "conj" and any(
        tree.lower(kid) == "and" for kid in tree.labelled(tree.heads[part], "cc")
    )
    return governed if joined else said


def _quoted(tree: Tree, verb: int, part: int, found: Told) -> bool:
    return tree.quoted[part] and not tree.quoted[found.cue] and apart.trails(tree, verb, part)


def _own_words(found: Told, said: Said) -> bool:
    """Say whether a frame only says "we found" or "it saw no sign" of who is speaking already."""
    name = found.voice.name.lower()
    return name in OWN_WORDS or (bool(said.voices) and found.whole and name in PRONOUNS)


def _adds(tree: Tree, verb: int, found: Told) -> bool:
    """Say whether who speaks already goes on: "stated that P and added that Q"; nobody adds who has not spoken."""
    return tree.lower(found.cue) in ADDING and tree.subject(verb) is None


def _part(tree: Tree, part: int, share: Run, said: Said) -> Iterator[Statement]:
    """Yield the statements of a clause beside another; what is set against a speaker's words is not among them."""
    if tree.labels[part] == "acl" and not tree.finite[part]:
        yield from _leaf(tree, (tree.heads[part], share[1]), share, _with(tree, said, [heard(tree, part)]))
        return
    if (apart.contrasts(tree, part) or tree.labels[part] == "pcomp") and reports(tree, part, share):
        said = Said(said.voices[1:], said.cues[1:])
    yield from _clause(tree, part, share, said)


def _reported(tree: Tree, found: Told, within: Run, parts: Sequence[int], said: Said) -> Iterator[Statement]:
    """Yield what a voice says; of "X stated:" an empty statement, which leads to what follows."""
    outer = said.by(found.outer, _place(tree, found)) if found.outer else said
    inner = outer.by(found.voice, _place(tree, found))
    for run in found.said:
        run = without(tree, run, parts)
        if run[0] >= run[1]:
            end = tree.tokens[within[1] - 1].end
            yield Statement(end, end, tree.stretch(within), *inner)
            continue
        stated = [] if found.whole else [each.moved(tree.stretch(within)) for each in _stretch(tree, run, inner)]
        yield from stated or _leaf(tree, run, within, inner)


def _place(tree: Tree, found: Told) -> Run:
    return tree.stretch((found.cue, found.cue + 1))


def _plain(tree: Tree, share: Share, parts: Sequence[int], said: Said, speech: Aside | None) -> Iterator[Statement]:
    """Yield the clause itself, by the voices that stand beside it or in one of its nouns."""
    verb, within = share
    own = _own(tree, verb, within, parts)
    nouns = (n for n in own if tree.tags[n][:1] == "N") if len(said.voices) < DEEPEST else ()
    if noun := next((found for n in nouns if (found := told_by_noun(tree, n))), None):
        yield from _reported(tree, noun, within, parts, said)
        return
    beside = list(asides(tree, verb, own))
    run = bared(tree, hull(tree, own))
    if speech:
        run = (run[0], speech.run[0]) if verb < speech.run[0] else outside(run, speech.run)
    for aside in beside:
        run = outside(bared(tree, run), bared(tree, aside.run))
    if not said.voices and not beside and (cue := unnamed(tree, verb, own, within)) is not None:
        said = Said((), ((UNNAMED, *tree.stretch((cue, cue + 1))),))
    yield from _leaf(tree, run, within, _with(tree, said, beside), verb)


def _own(tree: Tree, verb: int, within: Run, parts: Sequence[int]) -> list[int]:
    """Return the tokens of a clause that belong to none of its parts."""
    away = {n for part in parts for n in range(*tree.runs[part])}
    end = min((tree.runs[part][0] for part in parts if apart.trails(tree, verb, part)), default=within[1])
    return [n for n in range(within[0], end) if n not in away]


def _with(tree: Tree, said: Said, beside: Sequence[Aside]) -> Said:
    for aside in beside:
        said = said.by(aside.voice, tree.stretch(aside.cue))
    return said


def _leaf(tree: Tree, run: Run, within: Run, said: Said, verb: int | None = None) -> Iterator[Statement]:
    """Yield one statement, without marks at its edges; an empty one where it only leads to what follows."""
    run = bared(tree, run)
    if run[0] >= run[1]:
        return
    start, end = trimmed(tree.text, *tree.stretch(run))
    start = end if breaks_off(tree, run) else start
    if start < end or said.voices:
        yield Statement(start, end, tree.stretch(within), *said, _about(tree, verb))


def _about(tree: Tree, verb: int | None) -> Run | None:
    """Return where the subject of a clause stands, its own or the one that it shares."""
    who = tree.doer(verb) if verb is not None else None
    return tree.stretch(name(tree, who)) if who is not None else None
