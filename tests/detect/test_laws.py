"""What holds for every detector: order does not matter, nothing conflicts with itself, marks stand in the quote."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import amount, at, claim, denial, on
from reconcile.detect import DETECTORS
from reconcile.detect.pair import Pair
from reconcile.model import Claim, Kind, Relation, Verdict

SAID = st.sampled_from(
    [
        "Iraq kept the missiles north of Baghdad",
        "Iraq destroyed 20 missiles in 1991",
        "the army withdrew from Sirte on Monday",
        "rebels expelled the army from Sirte",
        "the tubes were meant for rockets",
        "the tubes were suited to centrifuges",
        "the claim that Iraq kept missiles was withdrawn",
        "Amar Kanwar was born in Delhi in 1964",
        "the plant held 40 tonnes of ammonia",
        "",
        "…",
    ]
)
DATES = st.lists(st.sampled_from([on("1991"), on("2002-06"), on("../1990", "bound"), on("2003", "report")]), max_size=2)
AMOUNTS = st.lists(
    st.sampled_from([amount(20, 20, "missile"), amount(40, 40, "t", "ammonia"), amount(None, 90, "kg", "ammonia")]),
    max_size=2,
)
PLACES = st.lists(
    st.sampled_from([at("Baghdad", "north"), at("Baghdad", "south"), at("Delhi"), at("London")]), max_size=2
)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    make: Callable[..., Claim] = draw(st.sampled_from([claim, denial]))
    return make(
        draw(SAID),
        draw(st.sampled_from(["A", "B", "C"])),
        dates=tuple(draw(DATES)),
        quantities=tuple(draw(AMOUNTS)),
        places=tuple(draw(PLACES)),
    )


def answer(verdict: Verdict | None) -> tuple[object, ...] | None:
    return verdict and (verdict.relation, verdict.rule, verdict.because, verdict.confidence, verdict.severity)


@pytest.mark.parametrize("kind", DETECTORS)
@given(left=claims(), right=claims())
def test_order_does_not_matter(kind: Kind, left: Claim, right: Claim) -> None:
    compare = DETECTORS[kind]

    assert answer(compare(Pair.of(left, right))) == answer(compare(Pair.of(right, left)))


@pytest.mark.parametrize("kind", DETECTORS)
@given(one=claims())
def test_nothing_conflicts_with_itself(kind: Kind, one: Claim) -> None:
    found = DETECTORS[kind](Pair.of(one, one))

    assert found is None or found.relation is not Relation.CONFLICT


@pytest.mark.parametrize("kind", DETECTORS)
@given(left=claims(), right=claims())
def test_marks_stand_in_the_quote_and_figures_are_shares(kind: Kind, left: Claim, right: Claim) -> None:
    found = DETECTORS[kind](Pair.of(left, right))

    if found:
        assert all(left.span.contains(mark) for mark in found.left_marks)
        assert all(right.span.contains(mark) for mark in found.right_marks)
        assert 0 < found.confidence < 1
        assert 0 <= found.severity <= 1
