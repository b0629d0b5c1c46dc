"""Stages that are easy to foresee: a sentence a claim, a shared first word a link, an unlike last word a conflict."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from reconcile import read
from reconcile.flow.toolbox import Toolbox
from reconcile.model import Claim, Document, Kind, Link, Problem, Relation, Span, Topic, Verdict, identifier


def claims(document: Document) -> Iterator[Claim | Problem]:
    """Give each line of a document as a claim of its source."""
    start = 0
    for line in document.text.splitlines(keepends=True):
        quote = line.strip()
        if quote:
            span = Span(start, start + len(quote))
            yield Claim(document.id, span, 0, quote, quote, (document.source.name,))
        start += len(line)


def links(every: Sequence[Claim], new: Collection[str] | None = None) -> Iterator[Link]:
    """Link the claims that begin with the same word."""
    for left, right in combinations(sorted(every, key=lambda claim: claim.id), 2):
        asked = new is None or left.id in new or right.id in new
        if asked and left.document != right.document and left.text.split()[0] == right.text.split()[0]:
            yield Link(left.id, right.id, 0.9, {"first word": 1.0})


def topics(every: Sequence[Claim], linked: Iterable[Link], order: Mapping[str, str]) -> list[Topic]:
    """Make a topic of all linked claims that begin with the same word."""
    words = {claim.id: claim.text.split()[0] for claim in every}
    members: dict[str, set[str]] = {}
    for link in linked:
        members.setdefault(words[link.left], set()).update((link.left, link.right))
    return [Topic(identifier("topic", word), word, tuple(sorted(ids))) for word, ids in sorted(members.items())]


def verdicts(linked: Iterable[Link], by_id: Mapping[str, Claim]) -> Iterator[Verdict]:
    """Call it a conflict where the last words differ."""
    for link in linked:
        left, right = by_id[link.left], by_id[link.right]
        same = left.text.split()[-1] == right.text.split()[-1]
        relation = Relation.AGREEMENT if same else Relation.CONFLICT
        yield Verdict(
            kind=Kind.QUANTITY,
            relation=relation,
            left=left.id,
            right=right.id,
            left_marks=(left.span,),
            right_marks=(right.span,),
            why=f"{left.asserter} says {left.text}, {right.asserter} says {right.text}.",
            rule="test.last-word",
            version=1,
            confidence=0.8,
            severity=0.5,
        )


def documents(paths: Sequence[Path], root: Path) -> Iterator[read.Reading | Problem]:
    """Read with the real readers."""
    return read.documents(paths, root=root)


VERSIONS = {"extract": "line/1", "match": "word/1", "detect": "word/1"}

TOOLS = Toolbox(documents, claims, links, topics, verdicts, VERSIONS)
