"""Where places lie, and whether two of them can be the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.values.place import (
    CENTRE,
    COMPASS,
    Place,
    ancestors,
    bearings,
    contains,
    entry,
    gazetteer,
    relation,
)

names = st.sampled_from([*sorted({each.name for each in gazetteer().values()}), "Nowhere", "al-Nowhere"])
places = st.builds(Place, names, st.sampled_from(["", CENTRE, *COMPASS]))


@given(places, places)
def test_order_only_turns_the_relation_round(left: Place, right: Place) -> None:
    mirror = {"within": "contains", "contains": "within"}
    there, back = relation(left, right), relation(right, left)

    assert back == mirror.get(there, there)


@given(places)
def test_a_place_is_the_same_as_itself(place: Place) -> None:
    assert relation(place, place) == "same"


def test_containment_ends_and_leads_only_to_known_places() -> None:
    for row in gazetteer().values():
        assert row.name not in ancestors(row.name)
        assert all(entry(each) for each in ancestors(row.name))


@given(st.sampled_from(COMPASS), st.integers(0, 7))
def test_only_neighbouring_winds_are_compatible(wind: str, steps: int) -> None:
    other = COMPASS[(COMPASS.index(wind) + steps) % 8]
    expected = {0: "same", 1: "compatible", 7: "compatible"}.get(steps, "differ")

    assert bearings(wind, other) == expected


BEARINGS = [
    ("north-west", "south-west", "differ"),
    ("north-west", "north", "compatible"),
    ("centre", "south", "differ"),
    ("", "north", "unknown"),
    ("upwind", "north", "unknown"),
]


@pytest.mark.parametrize(("left", "right", "expected"), BEARINGS)
def test_bearings(left: str, right: str, expected: str) -> None:
    assert bearings(left, right) == expected


RELATIONS = [
    (Place("Baghdad", "north-west"), Place("Baghdad", "south-west"), "apart"),
    (Place("Baghdad", "north-west"), Place("Baghdad", "north"), "same"),
    (Place("Baghdad", "north-west"), Place("Baghdad"), "unknown"),
    (Place("Iraq", "south"), Place("Iraq"), "within"),
    (Place("Iraq", "south"), Place("Iraq", "north"), "apart"),
    (Place("Baghdad"), Place("Iraq"), "within"),
    (Place("Asia"), Place("Baghdad"), "contains"),
    (Place("Baghdad"), Place("Basra"), "apart"),
    (Place("Baghdad", "south"), Place("Basra"), "unknown"),
    (Place("al-Taji"), Place("Taji"), "same"),
    (Place("U.S."), Place("the United States"), "same"),
    (Place("Ukhaider"), Place("Baghdad"), "unknown"),
    (Place("Ukhaider"), Place("Ukhaider"), "same"),
    (Place("Ohio"), Place("U.S."), "within"),
]


@pytest.mark.parametrize(("left", "right", "expected"), RELATIONS)
def test_relation(left: Place, right: Place, expected: str) -> None:
    assert relation(left, right) == expected


def test_what_lies_in_what_is_followed_upwards() -> None:
    assert ancestors("Manhattan") == ("New York City", "New York State", "United States", "North America")
    assert contains("Europe", "Edinburgh")
    assert not contains("Edinburgh", "Europe")
