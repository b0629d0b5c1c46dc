"""The worked example against what a careful reader expects of it, and the shared page that started it all."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from reconcile import detect, extract, match, read
from reconcile.model import Claim, Document, Problem, Relation, Verdict

ROOT = Path(__file__).parents[2]
EXPECTED = Path(__file__).parent / "expected.jsonl"
SEED = ROOT.parent / "shared" / "seed.txt"


@dataclass(frozen=True)
class Case:
    """Some documents, read and judged."""

    documents: Sequence[Document]
    claims: dict[str, Claim]
    verdicts: Sequence[Verdict]

    def touching(self, path: str, quote: str) -> set[str]:
        """Return the claims of a document that share a character with a quote, white space aside."""
        document = next(each for each in self.documents if each.path == path)
        words = re.split(r"\s+", quote.replace("&nbsp;", " "))
        found = re.search(r"\s+".join(map(re.escape, words)), document.text)
        assert found, f"{path} has no {quote!r}"
        start, end = found.span()
        return {
            claim.id
            for claim in self.claims.values()
            if claim.document == document.id and claim.span.start < end and start < claim.span.end
        }

    def between(self, left: set[str], right: set[str], relation: Relation) -> list[Verdict]:
        """Return the verdicts of one relation that join two sets of claims."""
        return [
            verdict
            for verdict in self.verdicts
            if verdict.relation is relation
            and (
                ({verdict.left} <= left and {verdict.right} <= right)
                or ({verdict.left} <= right and {verdict.right} <= left)
            )
        ]


def case(folder: Path, paths: Sequence[Path]) -> Case:
    documents = [each.document for each in read.documents(paths, root=folder) if not isinstance(each, Problem)]
    found = [claim for document in documents for claim in extract.claims(document) if isinstance(claim, Claim)]
    claims = {claim.id: claim for claim in found}
    return Case(documents, claims, list(detect.verdicts(match.links(found), claims)))


@cache
def demo() -> Case:
    return case(ROOT / "sources", [ROOT / "sources"])


def rows(relation: str) -> Iterator[dict[str, str]]:
    for line in EXPECTED.read_text("utf-8").splitlines():
        if (row := json.loads(line))["relation"] == relation:
            yield row


def sides(row: dict[str, str]) -> tuple[set[str], set[str]]:
    return demo().touching(row["doc_a"], row["quote_a"]), demo().touching(row["doc_b"], row["quote_b"])


def joined(relation: str, verdict: Relation) -> dict[str, list[Verdict]]:
    """Return the rows of one expected relation that some verdict joins."""
    found = {row["id"]: demo().between(*sides(row), verdict) for row in rows(relation)}
    return {name: verdicts for name, verdicts in found.items() if verdicts}


def test_what_must_be_flagged_is_flagged() -> None:
    flagged = joined("conflict", Relation.CONFLICT)

    assert len(flagged) >= 17, sorted(flagged)


def test_most_are_flagged_for_the_right_kind() -> None:
    kinds = {row["id"]: row["conflict_kind"] for row in rows("conflict")}

    right = [name for name, found in joined("conflict", Relation.CONFLICT).items() if found[0].kind == kinds[name]]

    assert len(right) >= 14, sorted(right)


def test_hardly_anything_is_flagged_that_must_not_be() -> None:
    assert len(joined("not_conflict", Relation.CONFLICT)) <= 1


def test_what_agrees_is_known_to_agree() -> None:
    agreed = joined("agree", Relation.AGREEMENT)

    assert len(agreed) >= 4, sorted(agreed)


def test_the_whole_example_has_few_conflicts() -> None:
    assert sum(verdict.relation is Relation.CONFLICT for verdict in demo().verdicts) <= 40


@pytest.mark.skipif(not SEED.is_file(), reason="measures on ../shared/seed.txt, which is not here")
def test_a_belief_cut_off_meets_the_finding_that_there_was_no_evidence() -> None:
    seed = case(SEED.parent, [SEED])
    finding = next(c for c in seed.claims.values() if c.asserter == "UNMOVIC")
    belief = next(c for c in seed.claims.values() if c.asserter == "government")

    found = seed.between({finding.id}, {belief.id}, Relation.CONFLICT)

    assert found
    assert not belief.complete
    assert "United States" in belief.offered
