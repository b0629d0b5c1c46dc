"""When two names are of one asserter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.bench.asserter_names import names_nobody, same

names = st.text(alphabet="Aab .,()'’U.S", max_size=20)


@given(names, names)
def test_order_does_not_matter(left: str, right: str) -> None:
    assert same(left, right) == same(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Mr Blair", "Tony Blair"),
        ("President Bush", "George W. Bush"),
        ("Prime Minister Theresa May", "Theresa May"),
        ("Mr Straw, the Foreign Secretary", "Jack Straw"),
        ("ISG", "Iraq Survey Group"),
        ("Monitoring, Verification and Inspection Commission (UNMOVIC)", "UNMOVIC"),
        ("the Committee", "Foreign Affairs Committee"),
        ("US Justice Department", "Department of Justice"),
        ("the UK government", "British Government"),
        ("U.S. officials", "American officials"),
        ("Brightwell", "Brightwell Corp."),
    ],
)
def test_spellings_of_one_asserter_are_the_same(left: str, right: str) -> None:
    assert same(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Iraq", "Iraq Survey Group"),
        ("UNSCOM", "UNMOVIC"),
        ("Kate Bush", "George Bush"),
        ("officials", "Iraqi officials"),
        ("the Commission", "the Committee"),
        ("President", "President Bush"),
        ("", "Blair"),
    ],
)
def test_names_of_two_are_not(left: str, right: str) -> None:
    assert not same(left, right)


def test_a_pronoun_names_nobody() -> None:
    assert names_nobody("He")
    assert not names_nobody("Hans Blix")
