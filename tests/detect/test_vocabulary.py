"""Detectors know a thing, a place and an asserter by the names of the workspace's vocabulary."""

import pytest

from builders import at, by_id, claim, denial
from reconcile import detect
from reconcile.model import Claim, Link, Relation, Verdict
from reconcile.values.vocabulary import EMPTY, Vocabulary


def verdicts(left: Claim, right: Claim, vocabulary: Vocabulary = EMPTY) -> list[Verdict]:
    first, second = sorted((left, right), key=lambda each: each.id)
    linked = [Link(first.id, second.id, 0.9, {})]
    return list(detect.verdicts(linked, by_id([left, right]), vocabulary=vocabulary))


def test_who_denies_a_thing_by_another_name_denies_it() -> None:
    said = claim("The Bravo Cell made sarin", "Press")
    told = denial("The Engineering Brigade made no nerve poison", "Ministry")
    known = Vocabulary(aliases={"Engineering Brigade": ("Bravo Cell",), "sarin": ("nerve poison",)})

    assert Relation.CONFLICT not in [each.relation for each in verdicts(said, told)]
    assert Relation.CONFLICT in [each.relation for each in verdicts(said, told, known)]


@pytest.mark.parametrize(
    ("vocabulary", "rule"), [(EMPTY, []), (Vocabulary(aliases={"Qurnah": ("Al Gurna",)}), ["location.same-place"])]
)
def test_two_names_of_one_place_are_one_place(vocabulary: Vocabulary, rule: list[str]) -> None:
    said = claim("The general was born in Qurnah", "Press", places=(at("Qurnah"),))
    told = claim("The general was born in Al Gurna", "Ministry", places=(at("Al Gurna"),))

    assert [each.rule for each in verdicts(said, told, vocabulary) if each.kind == "location"] == rule


def test_an_asserter_is_called_by_his_one_name() -> None:
    said = claim("Iraq held 500 tons of mustard", "ISG")
    told = denial("Iraq held no mustard", "Baghdad")
    known = Vocabulary(acronyms={"ISG": "Iraq Survey Group"}, metonyms={"Baghdad": "Government of Iraq"})

    why = " ".join(each.why for each in verdicts(said, told, known))

    assert "Iraq Survey Group" in why
    assert "Government of Iraq" in why
