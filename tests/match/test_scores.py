"""What makes a link likelier: rare words, the same wording, and no rival that is nearer."""

import numpy as np
import pytest

from builders import claim
from reconcile import match
from reconcile.match import features, rarity
from reconcile.model import Claim, Link

ALL = match.Plan(threshold=0)
CROWD = [claim(f"Village {n} reported a harvest of wheat", f"Council {n}") for n in range(60)]


def link(left: Claim, right: Claim, *others: Claim) -> Link:
    pair = tuple(sorted((left.id, right.id)))
    return next(each for each in match.links([left, right, *others], plan=ALL) if (each.left, each.right) == pair)


def test_a_word_that_few_claims_have_is_worth_more_than_one_that_many_have() -> None:
    few, many = rarity.rarities(np.array([2, 200]), 400, ["zirconia", "zirconium"])

    assert 0 < many < few <= 1


def test_a_common_word_of_english_is_worth_little_though_it_is_met_once() -> None:
    common, rare = rarity.rarities(np.array([1, 1]), 2, ["man", "zirconia"])

    assert common < rare


def test_sharing_what_all_the_others_share_as_well_makes_no_claims_one_matter() -> None:
    alone = link(CROWD[0], CROWD[1]).score
    among = link(CROWD[0], CROWD[1], *CROWD[2:]).score

    assert among < alone


def test_the_same_words_in_the_same_order_are_nearer_than_in_another_order() -> None:
    said = claim("the ferry sank off the northern cape", "Press")
    again = claim("the ferry sank off the northern cape in fog", "Paper")
    turned = claim("off the cape in northern fog sank the ferry", "Radio")

    assert link(said, again).features["wording"] > link(said, turned).features["wording"] >= 0


def test_a_claim_that_another_is_nearer_to_is_behind() -> None:
    said = claim("The ferry Estrid sank off Skagen in fog", "Press")
    twin = claim("The ferry Estrid sank off Skagen in a fog", "Paper")
    loose = claim("The ferry Estrid was built in Gdansk", "Yard")

    first, behind = link(said, twin, loose), link(said, loose, twin)

    assert first.features["far"] == 0 < behind.features["far"]
    assert behind.score < link(said, loose).score


@pytest.mark.parametrize(("there", "back"), [(0.0, 0.4), (0.4, 0.0)])
def test_which_side_is_asked_first_makes_no_difference(there: float, back: float) -> None:
    found = features.rivals(np.array([there]), np.array([back]))

    assert (found["near"][0], found["far"][0]) == (0.0, 0.4)


def test_words_that_nobody_else_has_do_not_hide_those_that_are_shared() -> None:
    names = " ".join(f"Qz{chr(97 + n)}xqor" for n in range(24))
    long = claim(f"{names} told the Vedam ferry inquiry", "Press")
    short = claim("The Vedam ferry was lost", "Paper")

    assert link(long, short, *CROWD).score > 0
