"""Names that are a slip of the pen apart are found for each other; other names are not."""

import pytest

from builders import claim
from reconcile import match
from reconcile.match import spelling

CROWD = [claim(f"Village {n} reported a harvest of wheat", f"Council {n}") for n in range(60)]


@pytest.mark.parametrize("other", ["Karstova", "Karstovva", "Krastova", "Karstowa", "Karstoa"])
def test_one_slip_is_forgiven(other: str) -> None:
    assert list(spelling.alike(["karstova", other.lower(), "village"])) == (
        [] if other == "Karstova" else [tuple(sorted(("karstova", other.lower())))]
    )


@pytest.mark.parametrize("other", ["karstiva1", "barstova", "karswova x", "karttowa"])
def test_another_name_is_another_name(other: str) -> None:
    assert list(spelling.alike(["karstova", other])) == []


def test_short_names_are_taken_as_written() -> None:
    assert list(spelling.alike(["basra", "basma"])) == []


def test_claims_about_a_misspelt_place_find_each_other() -> None:
    said = claim("Mirelda Karstova met the envoys", "Press")
    told = claim("Mirelda Krastova resigned", "Paper")
    other = claim("Mirelda Vontrepp resigned", "Radio")
    found = {(link.left, link.right): link.score for link in match.links([said, told, other, *CROWD])}

    assert found[min(said.id, told.id), max(said.id, told.id)] > found.get(
        (min(said.id, other.id), max(said.id, other.id)), 0
    )
