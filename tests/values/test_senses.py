"""Senses: how two concepts stand to each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.values.senses import Sense, facets, probes, sense


@pytest.mark.parametrize(
    ("left", "right", "how"),
    [
        ("production", "produce", Sense.SAME),
        ("rebuild", "reconstitute", Sense.NEAR),
        ("sarin", "chemical_weapon", Sense.NARROWER),
        ("weapon_of_mass_destruction", "anthrax", Sense.BROADER),
        ("baghdad", "iraq", Sense.NARROWER),
        ("nuclear_weapon", "nuclear", Sense.NARROWER),
        ("resume", "possess", Sense.NONE),
        ("produce", "possess", Sense.ENTAILS),
        ("destroy", "retain", Sense.OPPOSITE),
        ("accelerate", "delay", Sense.OPPOSITE),
        ("withdraw", "expel", Sense.RIVAL),
        ("dog", "animal", Sense.NARROWER),
        ("tube", "trailer", Sense.NONE),
    ],
)
def test_how_concepts_stand_to_each_other(left: str, right: str, how: Sense) -> None:
    assert sense(left, right) is how


MIRROR = {Sense.NARROWER: Sense.BROADER, Sense.ENTAILS: Sense.ENTAILED}
MIRROR |= {b: a for a, b in MIRROR.items()}
VOCABULARY = st.sampled_from(
    [
        "sarin",
        "weapon",
        "destroy",
        "keep",
        "resume",
        "stop",
        "produce",
        "man",
        "woman",
        "baghdad",
        "iraq",
        "expel",
        "leave",
    ]
)


@given(VOCABULARY, VOCABULARY)
def test_from_the_other_side_it_is_the_mirror_image(left: str, right: str) -> None:
    there, back = sense(left, right), sense(right, left)

    assert back is MIRROR.get(there, there)


@given(VOCABULARY, VOCABULARY)
def test_what_answers_is_found_by_its_facets(left: str, right: str) -> None:
    assert sense(left, right) is Sense.NONE or probes(left) & facets(right)
