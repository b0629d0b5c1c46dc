"""Status, attribution, location and date: what excludes what."""

from builders import amount, at, claim, denial, on
from reconcile.detect import attribution, date, location, polarity, quantity, status
from reconcile.detect.pair import Pair
from reconcile.model import Because, Claim, Relation


def pair(left: Claim, right: Claim) -> Pair:
    return Pair.of(left, right, 0.8)


def test_states_that_exclude_each_other_conflict() -> None:
    found = status.compare(pair(claim("Iraq retained its missiles"), claim("Iraq destroyed its missiles", "Iraq")))

    assert found is not None
    assert found.relation is Relation.CONFLICT


def test_one_state_may_follow_the_other() -> None:
    held = claim("Iraq held the missiles", dates=(on("1988"),))
    gone = claim("Iraq destroyed the missiles", "Iraq", dates=(on("1991"),))

    found = status.compare(pair(held, gone))

    assert found is not None
    assert found.because is Because.SUPERSEDED


def test_what_was_destroyed_before_is_not_held_after() -> None:
    gone = claim("Iraq destroyed the missiles", "Iraq", dates=(on("1991"),))
    held = claim("Iraq held the missiles", dates=(on("2002"),))

    found = status.compare(pair(gone, held))

    assert found is not None
    assert found.relation is Relation.CONFLICT


def test_a_report_withdrawn_conflicts_with_the_report() -> None:
    stated = claim("Weapons can be deployed within 45 minutes of an order")
    withdrawn = claim("The reporting behind the 45-minute claim is withdrawn", "SIS")

    found = status.compare(pair(stated, withdrawn))

    assert found is not None
    assert found.relation is Relation.CONFLICT


def test_a_judgement_not_substantiated_agrees_with_the_denial() -> None:
    unsupported = denial("The judgement that Iraq kept Al Hussein missiles has not been substantiated", "JIC")

    found = polarity.compare(pair(unsupported, denial("Iraq kept Al Hussein missiles", "ISG")))

    assert found is not None
    assert found.relation is Relation.AGREEMENT


def test_one_departure_told_as_two_doings_is_a_conflict() -> None:
    expelled = claim("Iraq had expelled the international inspectors", "Bush")
    withdrew = claim("the United Nations withdrew its inspectors", "UNMOVIC")

    found = attribution.compare(pair(expelled, withdrew))

    assert found is not None
    assert found.relation is Relation.CONFLICT


def test_one_thing_for_two_purposes_is_a_conflict() -> None:
    one = claim("the aluminum tubes were suited to uranium centrifuges", "officials")
    two = claim("the aluminium tubes were meant for conventional rockets", "IAEA")

    found = attribution.compare(pair(one, two))

    assert found is not None
    assert found.relation is Relation.CONFLICT


def test_how_a_thing_is_does_not_contest_what_it_is_for() -> None:
    one = claim("the tubes were meant for rockets", "IAEA")
    two = claim("the tubes were expensive", "officials")

    assert attribution.compare(pair(one, two)) is None


def test_two_bearings_from_one_city_conflict() -> None:
    north = claim("the Muthanna complex lies north-west of Baghdad", "Times", places=(at("Baghdad", "north-west"),))
    south = claim("the Muthanna complex lies south-west of Baghdad", "Post", places=(at("Baghdad", "south-west"),))

    found = location.compare(pair(north, south))

    assert found is not None
    assert found.relation is Relation.CONFLICT


def test_another_site_may_lie_elsewhere() -> None:
    muthanna = claim("the Muthanna complex lies north-west of Baghdad", "Times", places=(at("Baghdad", "north-west"),))
    bunker = claim("inspectors visited a bunker south-west of Baghdad", "UN", places=(at("Baghdad", "south-west"),))

    assert location.compare(pair(muthanna, bunker)) is None


def born(year: str, who: str = "Amar Kanwar", **more: object) -> Claim:
    return claim(f"{who} was born in {year}", f"Museum {year}", dates=(on(year),), **more)


def test_two_years_of_one_birth_conflict() -> None:
    found = date.compare(pair(born("1964"), born("1974")))

    assert found is not None
    assert found.relation is Relation.CONFLICT


def test_a_year_and_a_day_of_it_are_precision_only() -> None:
    found = date.compare(pair(born("1964"), born("1964-06-21")))

    assert found is not None
    assert found.because is Because.PRECISION


def test_two_of_one_name_a_generation_apart_are_two() -> None:
    found = date.compare(pair(born("1866"), born("1923")))

    assert found is not None
    assert found.because is Because.SCOPE


def test_other_names_have_other_birthdays() -> None:
    assert date.compare(pair(born("1964"), born("1974", "Eva Rothschild"))) is None


def test_things_known_by_other_numbers_are_other_things() -> None:
    four = claim(
        "the cut-off for a category 4 hurricane is 130 miles per hour", "NHC", quantities=(amount(130, 130, "mph"),)
    )
    five = claim(
        "the cut-off for a category 5 hurricane is 157 miles per hour", "Times", quantities=(amount(157, 157, "mph"),)
    )

    assert quantity.compare(pair(four, five)) is None
