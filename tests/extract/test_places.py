"""Places in a paragraph: names, bearings, and what is no place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.extract import places
from reconcile.values.place import CENTRE, COMPASS

PLACES = [
    ("It lies in Iraq.", [("Iraq", "")]),
    ("Iraq's arsenal grew.", [("Iraq", "")]),
    ("They met in Baghdad.", [("Baghdad", "")]),
    ("They met in New York City.", [("New York City", "")]),
    ("They live in Ohio.", [("Ohio", "")]),
    ("They live in North Carolina.", [("North Carolina", "")]),
    ("They live in South Korea.", [("South Korea", "")]),
    ("It was sold in the U.S. and Canada.", [("United States", ""), ("Canada", "")]),
    ("The Netherlands agreed.", [("Netherlands", "")]),
    ("It spread across Africa.", [("Africa", "")]),
    ("They came from the Democratic Republic of the Congo.", [("Democratic Republic of the Congo", "")]),
    ("They met in Jordan.", [("Jordan", "")]),
    ("They met near St. Petersburg.", [("Saint Petersburg", "")]),
    ("It stood at Muthanna.", [("Muthanna", "")]),
    ("They came to the depot at Ukhaider.", [("Ukhaider", "")]),
    ("They stood at the Ukhaider depot.", [("Ukhaider", "")]),
    ("They were found in al-Qaqaa.", [("al-Qaqaa", "")]),
    ("It is near Deir-al-Zahr.", [("Deir-al-Zahr", "")]),
    ("It lies north-west of Baghdad.", [("Baghdad", "north-west")]),
    ("It lies northwest of Baghdad.", [("Baghdad", "north-west")]),
    ("It lies south west of Baghdad.", [("Baghdad", "south-west")]),
    ("It lies 70 km to the north of Baghdad.", [("Baghdad", "north")]),
    ("It lies west of Nowhereville.", [("Nowhereville", "west")]),
    ("It lies south of Florida's West Coast.", [("Florida", "")]),
    ("It lies in southern Iraq.", [("Iraq", "south")]),
    ("It lies in south-eastern Iraq.", [("Iraq", "south-east")]),
    ("It lies in the southern part of Iraq.", [("Iraq", "south")]),
    ("It lies in the north of Iraq.", [("Iraq", "north")]),
    ("It lies in central Baghdad.", [("Baghdad", "centre")]),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_place(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(found.name, found.bearing) for found in places.find(text)] == expected


NO_PLACES = [
    "Iraqi officials said so.",
    "U.S. officials said so.",
    "The New York Times said so.",
    "Mr Jordan said so.",
    "The Yemen-based group said so.",
    "Agence France-Presse said so.",
    "Victoria said so.",
    "They met in March.",
    "It was said in Parliament.",
    "It was said in Resolution 1441.",
    "They told us so.",
    "He had it from Mr Hoon.",
    "It was on Tuesday.",
    "They went north.",
]


@pytest.mark.parametrize("text", NO_PLACES)
def test_no_place(text: str) -> None:
    assert places.find(text) == []


def test_the_span_takes_in_the_bearing() -> None:
    text = "A bunker south-west of Baghdad yielded them."

    assert places.find(text)[0].span.of(text) == "south-west of Baghdad"


pieces = st.sampled_from(
    [text for text, _ in PLACES] + ["north of ", "the ", "al-", "New ", "in ", "é", "𝟚", "’s ", "."]
)


@given(st.lists(pieces, max_size=10).map("".join) | st.text(max_size=60))
def test_places_are_in_order_and_apart(text: str) -> None:
    end = 0
    for found in places.find(text):
        assert end <= found.span.start < found.span.end <= len(text)
        assert found.bearing in ("", CENTRE, *COMPASS)
        end = found.span.end


@pytest.mark.parametrize(
    "text", ["A " * 50_000, "in A" * 20_000, "north " * 20_000, "In Aaa-" * 10_000, "The " * 5_000]
)
def test_hostile_text_is_read_through(text: str) -> None:
    assert all(found.span.end <= len(text) for found in places.find(text))
