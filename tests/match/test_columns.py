"""What is worked out for many pairs at once is what one pair alone gives, in blocks of any size."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from builders import claim
from reconcile import match
from reconcile.bench import tellings
from reconcile.match import coverage, engine, search
from reconcile.model import Claim
from reconcile.values import words
from reconcile.values.alignment import align, covered, distinct

SPOKEN = [
    claim("Baghdad possessed chemical and biological weapons", "Estimate"),
    claim("Iraq held no nuclear, chemical or biological weapons at all", "Saddam Hussein"),
    claim("The regime had resumed production of mustard gas and sarin", "Agency"),
    claim("No evidence of renewed production of any nerve agent was found", "Inspectors"),
    claim("", "Nobody"),
]
TOLD = [each.claim for each in tellings.tellings(400, seed=3)]


def terms(each: Claim, weights: Mapping[str, float]) -> tuple[words.Term, ...]:
    found = distinct(words.terms(each.text))
    return tuple(replace(term, weight=weights[term.concept]) for term in found)


def test_coverage_is_what_aligning_word_by_word_gives() -> None:
    index = match.indexed(SPOKEN)
    by_id = {each.id: each for each in SPOKEN}
    weights = dict(zip(np.array(index.columns.concepts)[index.columns.own.items], index.columns.weight, strict=True))
    known = [terms(by_id[each], weights) for each in index.columns.ids]
    pairs = [(a, b) for a in range(len(known)) for b in range(len(known)) if a != b]

    found = coverage.covered(index.columns, index.answers, *np.array(pairs).T)

    expected = [covered(known[b], align(known[b], known[a])) for a, b in pairs]
    assert found.share.tolist() == pytest.approx(expected, abs=1e-6)


def test_the_size_of_blocks_makes_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = list(match.links(TOLD))
    monkeypatch.setattr(search, "AT_ONCE", 7)
    monkeypatch.setattr(engine, "PAIRS_AT_ONCE", 13)
    monkeypatch.setattr(coverage, "CELLS", 5_000)

    assert list(match.links(TOLD)) == whole
    assert whole


@pytest.mark.parametrize("candidates", [1, 3, 50])
def test_the_new_get_the_links_that_they_have_when_all_are_matched(candidates: int) -> None:
    plan = match.Plan(budget=60, candidates=candidates)
    new = {each.id for each in TOLD[::9]}

    found = list(match.links(TOLD, new, plan))

    assert found == [link for link in match.links(TOLD, plan=plan) if {link.left, link.right} & new]


def test_a_link_is_one_that_both_claims_list() -> None:
    index = match.indexed(TOLD)
    plan = match.Plan(budget=60, candidates=2)
    listed = {
        (int(a), int(b))
        for each in match.nearest(index, np.arange(len(TOLD)), plan.budget, plan.candidates)
        for a, b in zip(each.askers, each.near, strict=True)
    }

    place = {known: n for n, known in enumerate(index.columns.ids)}
    pairs = {(place[link.left], place[link.right]) for link in match.linked(index, plan=plan)}

    assert pairs
    assert all({(a, b), (b, a)} <= listed for a, b in pairs)


def test_claims_that_share_every_word_are_found_though_all_others_share_one() -> None:
    crowd = [claim(f"Village {n} reported a harvest of wheat", f"Council {n}") for n in range(300)]
    twins = [claim("Village elders hid a harvest of saffron", name) for name in ("Press", "Ministry")]

    found = match.links([*crowd, *twins], plan=match.Plan(budget=50, candidates=5))

    assert tuple(sorted(each.id for each in twins)) in {(link.left, link.right) for link in found}


def test_the_hash_seed_makes_no_difference() -> None:
    code = (
        "from reconcile import match; from reconcile.bench import tellings;"
        "print([(l.id, l.score) for l in match.links([t.claim for t in tellings.tellings(150, 1)])])"
    )
    given = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }

    assert len(given) == 1
