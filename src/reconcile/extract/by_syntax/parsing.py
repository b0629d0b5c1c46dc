"""From a sentence's tokens to its tree: what a parser is shown, and where its answer belongs."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.extract.by_syntax.tree import Tree
from reconcile.extract.cues import lexicon
from reconcile.extract.syntax import Syntax
from reconcile.extract.tokens import AUXILIARIES, Token

ASIDE = 8
"""Tokens that an aside in brackets may have to be left out: "(IAEA)", "[sic]"; longer ones are read."""

OPENING = {"(": ")", "[": "]"}
MARKS = frozenset({'"', "[", "]", "\u2026"})
PARTING = frozenset({";", ":"})
STOPS = frozenset({".", "!", "?"})
ENDS = STOPS | PARTING
REFERRING = frozenset("he she it they we i you this that these those his her its their our him them".split())


def shown(found: Sequence[Token]) -> list[int]:
    """Return the positions of the tokens that a parser is shown: no quotation marks, no asides in brackets.

    What somebody put in square brackets stays where it fills a gap, and goes where it explains the word before it.
    """
    kept: list[int] = []
    position = 0
    while position < len(found):
        token = found[position]
        close = _closing(found, position) if token.text in OPENING else None
        if close and (token.text == "(" or _explains(found, position, close)):
            position = close
        elif token.text not in MARKS:
            kept.append(position)
        position += 1
    return kept


def _closing(found: Sequence[Token], position: int) -> int | None:
    last = OPENING[found[position].text]
    reach = range(position + 1, min(len(found), position + ASIDE))
    return next((n for n in reach if found[n].text == last), None)


def _explains(found: Sequence[Token], position: int, close: int) -> bool:
    """Say whether brackets explain the word before them ("it [the material]") or hold nothing but dots."""
    if not any(token.word for token in found[position + 1 : close]):
        return True
    before = found[position - 1] if position else None
    return before is not None and (before.lower in REFERRING or before.lower == found[position + 1].lower)


def groups(found: Sequence[Token], kept: Sequence[int]) -> list[list[int]]:
    """Return the kept positions, parted where a sentence ends within, or a mark ends a part of it."""
    parts: list[list[int]] = [list(kept[:1])]
    for position, after in pairwise(kept):
        may_stop = after > position + 1 or found[position].text in ENDS
        if may_stop and len(parts[-1]) > 1 and _stops(found, position, after):
            parts.append([])
        parts[-1].append(after)
    return [part for part in parts if part]


def _stops(found: Sequence[Token], position: int, after: int) -> bool:
    token = found[position]
    if token.text in PARTING:
        return True
    between = found[position + 1 : after]
    left_out = {each.text for each in between if not any(other.word for other in between)}
    if {"[", "]"} <= left_out or ("\u2026" in left_out and found[after].capital):
        return True
    if token.text not in STOPS or not found[after].capital:
        return False
    before = found[position - 1]
    short = token.text == "." and (len(before.text) == 1 or before.lower in ABBREVIATED)
    return not short and found[after].start > token.end


ABBREVIATED = frozenset(
    "mr mrs ms dr prof gen sen rep col lt gov st no vs inc ltd co corp jr sr maj sgt capt rev hon msgr mt fr".split()
)


def tree(text: str, found: Sequence[Token], parts: Sequence[Sequence[int]], parsed: Sequence[Syntax]) -> Tree:
    """Put the parts' syntax together to the tree of all tokens; one that was not shown hangs on its neighbour."""
    tags, labels, heads = [""] * len(found), ["punct"] * len(found), [-1] * len(found)
    for part, syntax in zip(parts, parsed, strict=True):
        for number, position in enumerate(part):
            tags[position], labels[position] = syntax.tags[number], syntax.labels[number]
            heads[position] = part[syntax.heads[number]]
    heads = list(_hung(found, heads))
    for position in range(1, len(found) - 2):
        if _is_thought(found, tags, position):
            _describe(tags, heads, labels, position)
    _rejoin(found, tags, heads, labels)
    _predicate(tags, heads, labels)
    return Tree.of(text, found, tags, heads, labels)


def _rejoin(found: Sequence[Token], tags: Sequence[str], heads: list[int], labels: list[str]) -> None:
    """Hang an auxiliary on its participle, where a parser took the two for two clauses: "had at no time found"."""
    for position, token in enumerate(found):
        if token.lower not in AUXILIARIES or labels[position] != "ccomp":
            continue
        verb = next((n for n in range(position + 1, len(found)) if heads[n] == heads[position]), None)
        if (
            verb is not None
            and labels[verb] == "ccomp"
            and tags[verb] in {"VBN", "VB"}
            and verb not in _subjects(heads, labels)
        ):
            heads[:] = [verb if head == position else head for head in heads]
            heads[position], labels[position] = verb, "aux"


def _predicate(tags: Sequence[str], heads: list[int], labels: list[str]) -> None:
    """Hang a report on its verb, where a parser took that for a second clause of it: "claims that P | were denied"."""
    for noun in (n for n, head in enumerate(heads) if head == n and tags[n][:2] == "NN"):
        clauses = [
            n for n in range(noun + 1, len(heads)) if heads[n] == noun and labels[n] in {"acl", "ccomp", "relcl"}
        ]
        if len(clauses) < 2 or labels[clauses[-1]] != "ccomp" or clauses[-1] in _subjects(heads, labels):
            continue
        verb = clauses[-1]
        passive = any(heads[n] == verb and labels[n] == "auxpass" for n in range(noun, verb))
        heads[verb], labels[verb] = verb, "ROOT"
        heads[noun], labels[noun] = verb, "nsubjpass" if passive else "nsubj"


def _subjects(heads: Sequence[int], labels: Sequence[str]) -> set[int]:
    """Return the verbs that have a subject."""
    return {head for head, label in zip(heads, labels, strict=True) if label in {"nsubj", "nsubjpass"}}


def _is_thought(found: Sequence[Token], tags: Sequence[str], position: int) -> bool:
    """Say whether a past form describes the noun before it: "a plant thought to have been used"."""
    if found[position].lower not in lexicon()["hearsay"]["reduced"] or tags[position - 1] not in {"NN", "NNS"}:
        return False
    return found[position + 1].lower == "to" and found[position + 2].lower in {"have", "be", "contain", "hold"}


def _describe(tags: list[str], heads: list[int], labels: list[str], position: int) -> None:
    """Hang a participle on the noun before it, where a parser took it for a verb."""
    noun = position - 1
    if heads[noun] == position:
        heads[noun], labels[noun] = heads[position], labels[position]
        heads[noun] = noun if heads[noun] == position else heads[noun]
    tags[position], heads[position], labels[position] = "VBN", noun, "acl"


def _hung(found: Sequence[Token], heads: Sequence[int]) -> Iterator[int]:
    """Yield the heads; of what was not shown the word before, and of a mark that opens a quotation the word after."""
    before, opened = -1, False
    for position, head in enumerate(heads):
        if head >= 0:
            before = position
            yield head
            continue
        opened ^= found[position].text == '"'
        after = next((n for n in range(position + 1, len(heads)) if heads[n] >= 0), -1)
        opens = found[position].text == '"' and opened
        yield next((n for n in ((after, before) if opens else (before, after)) if n >= 0), position)
