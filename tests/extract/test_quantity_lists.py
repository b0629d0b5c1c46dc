"""Numbers that are read by what stands around them: lists of ages, one of several, names in quotation marks."""

import pytest

from reconcile.extract import quantities
from reconcile.model import QuantityMention, QuantityRole


def ends(found: list[QuantityMention]) -> list[float | None]:
    return [each.low for each in found]


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("The climbers, aged 21, 34 and 56, were unhurt.", [21, 34, 56]),
        ("The pupils were aged six, seven, and nine.", [6, 7, 9]),
        ("They have sons ages 8 and 11.", [8, 11]),
    ],
)
def test_each_age_of_a_list_is_one(text: str, ages: list[float]) -> None:
    found = quantities.find(text)

    assert ends(found) == ages
    assert {(each.unit, each.role) for each in found} == {("year", QuantityRole.ATTRIBUTE)}


def test_a_count_behind_an_age_is_no_age() -> None:
    _, others = quantities.find("A girl aged nine and two sailors got ashore.")

    assert (others.unit, others.role) == ("sailor", QuantityRole.VALUE)


@pytest.mark.parametrize("verb", ["was", "is", "has", "died", "survived"])
def test_one_of_those_named_before_is_counted(verb: str) -> None:
    _, one = quantities.find(f"The farm keeps four mules, and one {verb} lately.")

    assert (one.low, one.unit) == (1, "mule")


@pytest.mark.parametrize("kind", ["model", "policy", "campaign"])
def test_a_number_in_a_quoted_name_counts_nothing(kind: str) -> None:
    assert quantities.find(f"The port ran under the “three gates, one key” {kind} for a decade.") == []


def test_a_quoted_count_is_one() -> None:
    assert ends(quantities.find("“Three gates were open,” the model-maker said.")) == [3]


def test_the_number_of_a_star_counts_nothing() -> None:
    assert quantities.find("The planet is 55 Cancri e, a hot one.") == []


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("a fine of 300 baht", 300, "THB"),
        ("NT$40 for a ticket", 40, "TWD"),
        ("CDN$11,000 for the shelter", 11000, "CAD"),
        ("₦2 million in grants", 2e6, "NGN"),
        ("5,000 Kenyan shillings", 5000, "KES"),
        ("two million forints", 2e6, "HUF"),
    ],
)
def test_money_of_many_countries_is_read(text: str, amount: float, currency: str) -> None:
    (found,) = quantities.find(text)

    assert (found.low, found.unit) == (amount, currency)


def test_an_abbreviation_that_is_also_another_word_is_no_currency() -> None:
    assert [each.unit for each in quantities.find("At COP 26 the PHP 8 team met 40 SAR crews.")] == ["crew"]


def test_a_half_may_be_joined_by_hyphens() -> None:
    (found,) = quantities.find("It sold three-and-a-half million tickets.")

    assert (found.low, found.unit) == (3.5e6, "ticket")
