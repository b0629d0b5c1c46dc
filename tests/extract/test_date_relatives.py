"""Dates that have to be worked out: from the date before, or from the day of writing."""

import pytest

from reconcile.extract import dates
from reconcile.model import DateMention


def only(text: str, published: str = "") -> DateMention:
    found = dates.find(text, published)
    assert len(found) == 1, found
    return found[0]


BACK = [
    ("On 16 January 2003 it began. A second came the same day.", "2003-01-16"),
    ("On 16 January 2003 it began. Another came the following day.", "2003-01-17"),
    ("On 16 January 2003 it began. Another came three days later.", "2003-01-19"),
    ("On 16 January 2003 it began. Another came two years earlier.", "2001"),
    ("In June 1981 it began. That year it grew.", "1981"),
    ("In 1981 it began. The following year it grew.", "1982"),
    ("In 1981 it began. Two years later it ended.", "1983"),
    ("Between 1983 and 1988 it ran. Many were used in those years.", "1983/1988"),
    ("On June 14, 1997 it struck. By 20 June it was over.", "../1997-06-20"),
    ("On 20 December 2002 it began. It ended on 5 January.", "2003-01-05"),
    ("In 2014 it began. It ended in June.", "2014-06"),
    ("On 16 January 2003 it began. It ended later that day.", "2003-01-16"),
    ("On 16 January it began. It ended the following day.", "XXXX-01-17"),
    ("After the fall in June 1997 it stood. It fell on 5 June.", "1997-06-05"),
]


@pytest.mark.parametrize(("text", "edtf"), BACK)
def test_what_points_back_is_taken_from_the_paragraph(text: str, edtf: str) -> None:
    *_, second = dates.find(text)

    assert second.edtf == edtf
    assert second.inferred


@pytest.mark.parametrize("text", ["The force has stood there since March 2003. On 29 October it left.",
                                  "The effect of the 2003 invasion was felt. On 29 October it left.",
                                  "Material lost in December 1998 was listed. On 29 October it left."])  # fmt: skip
def test_a_bound_or_a_name_lends_no_year(text: str) -> None:
    assert dates.find(text)[-1].edtf == "XXXX-10-29"


def test_after_what_a_year_names_is_still_in_that_year() -> None:
    assert only("It grew after the 2003 invasion of it.").edtf == "2003/.."


def test_the_previous_year_is_that_before_the_last_date_or_else_before_the_day_of_writing() -> None:
    told = dates.find("Output fell in the previous year.", "2004-05-01")
    dated = dates.find("In 1998 it rose, after it had fallen in the previous year.", "2004-05-01")

    assert [found.edtf for found in (*told, *dated)] == ["2003", "1998", "1997"]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [("Since then", "2003/.."), ("By then", "../2003"), ("Until then", "../2003"), ("From then on", "2003/..")],
)
def test_then_is_a_bound_at_the_date_before(words: str, edtf: str) -> None:
    found = dates.find(f"The works closed in 2003. {words} nobody came.")[-1]

    assert (found.edtf, found.role, found.inferred) == (edtf, "bound", True)


def test_then_is_no_date_of_its_own() -> None:
    assert dates.find("Then the works closed. They were then sold.") == []


def test_years_in_a_quotation_are_reckoned_from_the_date_that_rules() -> None:
    found = dates.find("She wrote: “Over the past decade we lost it.”", carried="2003-03-17")

    assert [mention.edtf for mention in found] == ["1993-03-17/2003-03-17"]
