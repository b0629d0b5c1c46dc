"""Silver sentences: public texts, cut into sentences, parsed by the teacher and laid onto our own tokens."""

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

CLITICS = frozenset("'s 'S ' n't N'T 're 've 'll 'd 'm".split())
"""What the teacher cuts off the end of a word: the word before them gives the tag."""

KINDS: Mapping[str, str] = {
    "PERSON": "PERSON",
    "ORG": "ORG",
    "GPE": "GPE",
    "NORP": "NORP",
    "FAC": "LOC",
    "LOC": "LOC",
}
"""The teacher's kinds of entity that are learned, with ours. Dates and numbers are read by rules."""

LONGEST = 150
"""Tokens of the longest sentence that is learned from; longer ones are lists and tables."""


class Piece(NamedTuple):
    """A token of the teacher: offsets in the sentence, end excluded; ``head`` is its own index for a root."""

    start: int
    end: int
    tag: str
    head: int
    label: str


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence in our tokens: columns of equal length, ``heads`` of the root its own index."""

    page: str
    forms: Sequence[str]
    tags: Sequence[str]
    heads: Sequence[int]
    labels: Sequence[str]
    entities: Sequence[str]


def collect(texts: Path, pairs: Path, sets: Mapping[str, int]) -> Iterator[dict[str, str]]:
    """Yield the sentences of a folder of plain texts, and of the pairs' fields ``a`` and ``b``, each once.

    ``sets`` names the sets of pairs that are taken, with every how many-th sentence of them.
    """
    seen: set[str] = set()
    for page, block, every in _blocks(texts, pairs, sets):
        for number, sentence in enumerate(_sentences(block)):
            if sentence not in seen and not (len(seen) + number) % every:
                yield {"page": page, "text": sentence}
            seen.add(sentence)


def _blocks(texts: Path, pairs: Path, sets: Mapping[str, int]) -> Iterator[tuple[str, str, int]]:
    for path in sorted(texts.glob("*.txt")):
        for block in path.read_text("utf-8").split("\n"):
            yield path.stem, block, 1
    with gzip.open(pairs, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if every := sets.get(row["set"]):
                yield row["a"][:40], row["a"], every
                yield row["a"][:40], row["b"], every


def _sentences(block: str) -> Iterator[str]:
    from reconcile.extract import sentences, view
    from reconcile.model import Span

    if block.strip() and not block.startswith("#"):
        read = view.repaired(block, Span(0, len(block)))
        for each in sentences.split(read):
            yield " ".join(read.text[each.start : each.end].split())


def parsed(rows: Iterator[dict[str, str]]) -> Iterator[dict[str, Any]]:
    """Yield the rows with the teacher's parse: ``pieces`` as in ``Piece``, ``spans`` of entities with their kinds."""
    pipe = import_module("en_core_web_sm").load().pipe
    pairs = ((row["text"], row) for row in rows)
    for document, row in pipe(pairs, as_tuples=True, batch_size=256):
        words = [token for token in document if not token.is_space]
        place = {token.i: number for number, token in enumerate(words)}
        pieces = [
            (token.idx, token.idx + len(token), token.tag_, place.get(token.head.i, place[token.i]), token.dep_)
            for token in words
        ]
        spans = [(each.start_char, each.end_char, each.label_) for each in document.ents]
        yield {**row, "pieces": pieces, "spans": spans}


def aligned(row: Mapping[str, Any]) -> Tree | None:
    """Return a parsed row in our tokens, or None where it is too long or has no tree."""
    from reconcile.extract.tokens import TOKEN

    found = [(match.start(), match.end()) for match in TOKEN.finditer(row["text"])]
    pieces = [Piece(*piece) for piece in row["pieces"]]
    if not found or len(found) > LONGEST or not pieces:
        return None
    owner = _owners(found, pieces)
    speaker = [_speaker(row["text"], [p for p, at in enumerate(owner) if at == n], pieces) for n in range(len(found))]
    tags, heads, labels = _arcs(row["text"], found, pieces, owner, speaker)
    forms = [row["text"][start:end] for start, end in found]
    return Tree(row["page"], forms, tags, heads, labels, _entities(found, row["spans"]))


def _owners(found: Sequence[tuple[int, int]], pieces: Sequence[Piece]) -> list[int]:
    """Return for each of the teacher's tokens the first of ours that it touches."""
    at, owner = 0, []
    for piece in pieces:
        while at + 1 < len(found) and found[at][1] <= piece.start:
            at += 1
        owner.append(at)
    return owner


class Speaker(NamedTuple):
    """Which of the teacher's tokens in one of ours gives the tag, and which the arc to its head."""

    tag: int
    arc: int


def _speaker(text: str, inside: Sequence[int], pieces: Sequence[Piece]) -> Speaker | None:
    """Return who speaks for a token of ours: the arc is that of the piece with its head outside.

    The tag is the first piece's before a clitic ("didn't", "Iraq's"), else the arc's ("re-examined", "state-owned").
    """
    if not inside:
        return None
    words = [p for p in inside if pieces[p].label != "punct" and pieces[p].tag != "HYPH"] or list(inside)
    outside = [p for p in words if pieces[p].head not in inside or pieces[p].head == p] or words
    body = [p for p in words if text[pieces[p].start : pieces[p].end] not in CLITICS] or words
    own = [p for p in body if pieces[p].head not in body or pieces[p].head == p] or body
    return Speaker(own[0], outside[0])


def _arcs(
    text: str,
    found: Sequence[tuple[int, int]],
    pieces: Sequence[Piece],
    owner: Sequence[int],
    speaker: Sequence[Speaker | None],
) -> tuple[list[str], list[int], list[str]]:
    tags: list[str] = []
    heads: list[int] = []
    labels: list[str] = []
    root = -1
    for number, spoken in enumerate(speaker):
        if spoken is None:
            before = max(number - 1, 0)
            word = text[found[number][0]].isalnum()
            tags.append(tags[before] if word and tags else ":")
            heads.append(before)
            labels.append("dep" if word else "punct")
            continue
        piece = pieces[spoken.arc]
        at_root = piece.head == spoken.arc or owner[piece.head] == number
        root = number if at_root and root < 0 else root
        tags.append(pieces[spoken.tag].tag)
        heads.append(root if at_root else owner[piece.head])
        labels.append("ROOT" if heads[-1] == number else "parataxis" if at_root else piece.label)
    return tags, heads, labels


def _entities(found: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int, str]]) -> list[str]:
    kinds = ["O"] * len(found)
    for start, end, kind in spans:
        inside = [number for number, (left, right) in enumerate(found) if left < end and right > start]
        for place, number in enumerate(inside if kind in KINDS else ()):
            kinds[number] = f"{'I' if place else 'B'}-{KINDS[kind]}"
    return kinds


def whole(each: Tree) -> bool:
    """Say whether a sentence has one root and no cycle."""
    roots = [number for number, head in enumerate(each.heads) if head == number]
    reach = list(each.heads)
    for _ in range(len(reach).bit_length()):
        reach = [reach[head] for head in reach]
    return len(roots) == 1 and set(reach) == set(roots)


QUOTES = frozenset("\"'")

DAMAGE: Sequence[tuple[float, str]] = ((0.4, "lower"), (0.5, "upper"), (0.6, "title"), (0.75, "end"), (1.0, "marks"))
"""How sentences are damaged, each up to its share: written in one case, without their stop, without quotes and commas.

The tree stays the one that the teacher saw in the text unharmed.
"""


def damaged(each: Tree, random: Random) -> Tree:
    """Return a sentence as careless sources write it."""
    share = random.random()
    kind = next(kind for most, kind in DAMAGE if share <= most)
    if kind in {"lower", "upper"}:
        return replace(each, forms=[getattr(form, kind)() for form in each.forms])
    if kind == "title":
        return replace(each, forms=[form[:1].upper() + form[1:] for form in each.forms])
    governing = {head for number, head in enumerate(each.heads) if head != number}
    marks = {n for n, label in enumerate(each.labels) if label == "punct" and n not in governing}
    if kind == "end":
        return _without(each, marks & {len(each.forms) - 1})
    return _without(each, {n for n in marks if _lost(each.forms[n], random)})


def _lost(form: str, random: Random) -> bool:
    return form in QUOTES or (form == "," and random.random() < 0.5)


def _without(each: Tree, lost: AbstractSet[int]) -> Tree:
    """Return a sentence without tokens that govern none."""
    kept = [number for number in range(len(each.forms)) if number not in lost]
    place = {number: new for new, number in enumerate(kept)}
    return Tree(
        each.page,
        [each.forms[n] for n in kept],
        [each.tags[n] for n in kept],
        [place[each.heads[n]] for n in kept],
        [each.labels[n] for n in kept],
        [each.entities[n] for n in kept],
    )


def write(path: Path, rows: Iterator[Any]) -> None:
    """Write rows as JSON lines."""
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def read(path: Path) -> Iterator[Any]:
    """Yield the rows of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
