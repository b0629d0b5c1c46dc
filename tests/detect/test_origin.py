"""Agreement that is one voice heard twice, and numbers that differ only in their unit."""

from builders import amount, claim
from reconcile.detect import polarity, quantity
from reconcile.detect.pair import Pair
from reconcile.model import Because, Relation

SAID = "the inspectors had carried out three hundred inspections without any notice"


def test_the_same_words_in_two_documents_are_one_origin() -> None:
    found = polarity.compare(Pair.of(claim(SAID, "Times"), claim(SAID + "s", "Post")))

    assert found is not None
    assert found.because is Because.ORIGIN


def test_one_asserter_reported_twice_is_one_origin() -> None:
    first = claim("inspectors visited the depot", "Blix", "a")
    second = claim("the depot was visited by inspectors", "Blix", "b")

    found = polarity.compare(Pair.of(first, second))

    assert found is not None
    assert found.because is Because.ORIGIN


def test_two_asserters_in_their_own_words_agree() -> None:
    first = claim("inspectors visited the depot", "Blix")
    second = claim("the depot was visited by inspectors", "Iraq")

    found = polarity.compare(Pair.of(first, second))

    assert found is not None
    assert found.relation is Relation.AGREEMENT


def test_another_unit_is_no_conflict() -> None:
    first = claim("the depot held 180 tonnes of cyanide", "UN", quantities=(amount(180, 180, "t", "cyanide"),))
    second = claim(
        "the depot held over 150,000 kg of cyanide", "Iraq", quantities=(amount(150_000, None, "kg", "cyanide"),)
    )

    found = quantity.compare(Pair.of(first, second))

    assert found is not None
    assert found.because is Because.UNIT
