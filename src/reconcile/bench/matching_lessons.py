"""What the link model learns from: labelled pairs as texts to look for among many, and the features of what is near.

A pair that conflicts or agrees is of one matter; the second text is looked for among the first ones. Every other text
that the index proposes is a wrong one, and a hard one. A text that the query is neutral to is neither, and left out.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

from reconcile.bench.matching import asking, claims
from reconcile.bench.matching_sets import Labelled, Text, labelled
from reconcile.flow.settings import Settings
from reconcile.flow.toolbox import Toolbox, standard

SEED = 1
CANDIDATES = 50

Row = Mapping[str, object]


def rows(name: str, known: Sequence[Labelled], tools: Toolbox, queries: int, texts: int) -> Iterator[Row]:
    """Yield the features of each proposed pair of a set and whether it is of one matter, at most so many asked."""
    chance = Random(SEED)  # noqa: S311 - a sample, no secret
    related = sorted({(each.left, each.right) for each in known if each.related})
    asked = chance.sample(related, min(queries, len(related)))
    needed = {left for left, _ in asked}
    others = sorted({each.left for each in known} - needed)
    corpus = [Text(left, left) for left in sorted(needed) + chance.sample(others, min(texts, len(others)))]
    never: dict[str, set[str]] = defaultdict(set)
    right: dict[str, set[str]] = defaultdict(set)
    for each in known:
        (right if each.related else never)[each.right].add(each.left)
    for query, text, features in proposed(corpus, [Text(f"? {text}", text) for _, text in asked], tools):
        if text not in never[query] - right[query]:
            yield {"set": name, "query": query, "same": text in right[query], "features": features}


def proposed(
    corpus: Sequence[Text], queries: Sequence[Text], tools: Toolbox
) -> Iterator[tuple[str, str, Mapping[str, float]]]:
    """Yield query, text and features of each link between the two, by their wording."""
    made = claims([*corpus, *queries], tools)
    asked = {made[text].id: text.text for text in queries if text in made}
    there = {made[text].id: text.text for text in corpus if text in made}
    for link in tools.match(list(made.values()), set(asked)):
        for one, other in ((link.left, link.right), (link.right, link.left)):
            if one in asked and other in there:
                yield asked[one], there[other], link.features


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the rows of some sets."""
    parser = argparse.ArgumentParser(description="Collect what the link model learns from.")
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--sets", nargs="+", required=True)
    parser.add_argument("--queries", type=int, default=1500)
    parser.add_argument("--texts", type=int, default=4000)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args(arguments)
    tools = standard(asking(Settings(), CANDIDATES))
    by_set: dict[str, list[Labelled]] = defaultdict(list)
    for each in labelled(given.pairs):
        by_set[each.set].append(each)
    with given.out.open("w", encoding="utf-8") as out:
        for name in given.sets:
            for row in rows(name, by_set[name], tools, given.queries, given.texts):
                out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
