"""Polarity: a denial meets an affirmation, or it does not, and says why."""

import pytest

from builders import claim, denial, maybe, on
from reconcile.detect import polarity
from reconcile.detect.pair import Pair
from reconcile.model import Because, Claim, Modality, Relation, Verdict


def compare(left: Claim, right: Claim) -> Verdict | None:
    return polarity.compare(Pair.of(left, right, 0.8))


NO_WEAPONS = denial("Iraq held no nuclear, chemical or biological weapons at all")
NO_MUNITIONS = denial("Iraq made chemical munitions again", kind="evidential")
CONFLICTS = [
    (claim("Baghdad possessed chemical and biological weapons"), NO_WEAPONS),
    (
        claim("Iraq had resumed making mustard and sarin"),
        denial("Iraq made chemical munitions again", kind="evidential"),
    ),
    (claim("the village kept a dog"), denial("the village kept any animals", kind="denial")),
    (claim("The minister approved the contract"), denial("The minister approved the contract", kind="denial")),
    (
        claim("The company built three reactors at Bushehr"),
        denial("The company constructed any reactor at Bushehr"),
    ),
    (claim("Workers dumped the waste in the river"), denial("waste was dumped in the river", kind="evidential")),
]


@pytest.mark.parametrize(("affirmed", "denied"), CONFLICTS)
def test_a_denial_of_the_same_or_the_broader_is_a_conflict(affirmed: Claim, denied: Claim) -> None:
    found = compare(affirmed, denied)

    assert found is not None
    assert found.relation is Relation.CONFLICT


REMNANTS = claim("the bunker held remnants of rockets once filled with sarin")
COMPATIBLE = [
    (claim("Iraq had chemical weapons"), denial("Iraq had VX"), Because.SCOPE),
    (REMNANTS, denial("the bunker held intact sarin rockets"), Because.SCOPE),
    (claim("Iraq made sarin", dates=(on("1988"),)), denial("Iraq made sarin", dates=(on("2002"),)), Because.PERIOD),
    (maybe("Iraq may have kept anthrax"), denial("Iraq kept anthrax", kind="evidential"), Because.HEDGE),
]


@pytest.mark.parametrize(("affirmed", "denied", "because"), COMPATIBLE)
def test_a_denial_of_something_else_is_compatible_and_says_why(
    affirmed: Claim, denied: Claim, because: Because
) -> None:
    found = compare(affirmed, denied)

    assert found is not None
    assert (found.relation, found.because) == (Relation.COMPATIBLE, because)


UNRELATED = [
    (claim("Iraq bought aluminium tubes"), denial("Iraq expelled the inspectors")),
    (claim("Iran produced sarin"), denial("Libya produced sarin")),
    (claim("The minister signed the treaty"), denial("The minister read the newspaper")),
]


@pytest.mark.parametrize(("affirmed", "denied"), UNRELATED)
def test_other_matters_are_left_alone(affirmed: Claim, denied: Claim) -> None:
    assert compare(affirmed, denied) is None


def test_two_denials_of_one_thing_agree() -> None:
    found = compare(
        denial("Iraq had resumed its weapons programmes", kind="evidential"),
        denial("Iraq resumed the weapons programmes"),
    )

    assert found is not None
    assert found.relation is Relation.AGREEMENT


def test_no_evidence_is_weaker_than_a_denial() -> None:
    affirmed = claim("Iraq kept anthrax")

    flat, weak = (
        compare(affirmed, denial("Iraq kept anthrax")),
        compare(affirmed, denial("Iraq kept anthrax", kind="evidential")),
    )

    assert flat is not None
    assert weak is not None
    assert flat.confidence > weak.confidence


def test_what_nobody_says_conflicts_with_nothing() -> None:
    unsure = denial("weapons were moved out of Iraq", modality=Modality.UNDERSPECIFIED)

    assert compare(claim("weapons were moved out of Iraq"), unsure) is None


def test_a_sentence_cut_off_makes_the_verdict_less_sure() -> None:
    denied = denial("Iraq kept anthrax")

    whole, cut = (
        compare(claim("Iraq kept anthrax"), denied),
        compare(claim("Iraq kept anthrax", complete=False), denied),
    )

    assert whole is not None
    assert cut is not None
    assert whole.confidence > cut.confidence


def test_the_clashing_words_are_marked_in_both() -> None:
    affirmed, denied = (
        claim("Iraq kept Al Hussein missiles"),
        denial("Iraq destroyed no missiles and kept no Al Hussein missiles"),
    )

    found = compare(affirmed, denied)

    assert found is not None
    assert "kept" in [span.of(affirmed.quote)[:4] for span in found.left_marks]
    assert any("kept" in span.of(denied.quote) for span in found.right_marks)
