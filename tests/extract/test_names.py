"""One name for each asserter."""

import pytest

from reconcile.extract.names import Cast, states


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("the Commission of the Baltic", "Commission of the Baltic"),
        ("Mr. Olsen", "Olsen"),
        ("President Weiss", "President Weiss"),
        ("Foreign Minister Ilan Moss", "Ilan Moss"),
        ("Secretary of State Ada Moore", "Ada Moore"),
        ("a subsequent study by Chen and Moore", "Chen and Moore"),
        ("U. officials", "U.S. officials"),
    ],
)
def test_a_name_is_written_without_what_its_bearer_is(written: str, name: str) -> None:
    assert Cast().resolve(written).name == name


def test_a_long_acronym_is_itself_the_name_and_a_short_one_is_its_full_form() -> None:
    cast = Cast.of(["The World Reef Inspection Group Union (WRIGU) and the Red Sea Commission (RSC) met."])

    assert cast.resolve("the World Reef Inspection Group Union").name == "WRIGU"
    assert cast.resolve("the RSC").name == "Red Sea Commission"


def test_a_mended_name_says_so() -> None:
    assert Cast().resolve("U. officials").rule == "repair.damaged-name"


def test_a_description_may_be_of_a_body_that_was_only_mentioned() -> None:
    cast = Cast()
    cast.hear("Divers of the Red Sea Commission went down.")

    assert cast.resolve("the Commission").name == "Red Sea Commission"


def test_a_pronoun_with_nobody_before_it_stays_a_pronoun() -> None:
    assert Cast().resolve("He").name == "he"


def test_the_states_of_a_text_come_last_first_and_once() -> None:
    assert states("Norway, Sweden and Norway again") == ["Norway", "Sweden"]
