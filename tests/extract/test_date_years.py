"""The year of a date that gives none: from what rules the tale, never from what is told in passing."""

import pytest

from reconcile.extract import dates
from reconcile.model import DateMention


def only(text: str, published: str = "") -> DateMention:
    found = dates.find(text, published)
    assert len(found) == 1, found
    return found[0]


def carried_through(*paragraphs: str, published: str = "") -> list[str]:
    carried, found = "", list[DateMention]()
    for paragraph in paragraphs:
        found = dates.find(paragraph, published, carried=carried)
        carried = dates.carry(found, carried, paragraph, published)
    return [mention.edtf for mention in found]


IN_PASSING = [
    "The harbour, which had closed in March 1971, was for sale.",
    "The mayor recalled the flood of 2 August 1971 in his answer.",
    "The mayor answered: “On 2 August 1971 we lost everything.”",
    "The council waived rule 12, adopted on 2 August 1971.",
    "Nothing had been built there during the Gulf War.",
    "The bridge has stood since 2 August 1971.",
]


@pytest.mark.parametrize("passing", IN_PASSING)
def test_a_date_told_in_passing_lends_no_year_to_the_next_paragraph(passing: str) -> None:
    assert carried_through("On 5 May 2006 the council met.", passing, "It met again on 9 June.") == ["2006-06-09"]


@pytest.mark.parametrize("passing", IN_PASSING[1:])
def test_a_date_told_in_passing_lends_no_year_to_the_next_sentence(passing: str) -> None:
    assert carried_through("On 5 May 2006 it met.", f"{passing} It met again on 9 June.")[-1] == "2006-06-09"


def test_a_date_told_in_passing_lends_its_year_in_its_sentence_and_its_month() -> None:
    sentence = "Rule 12, adopted on 2 August 1971 and changed on 5 November, was waived. On 6 August they had cheered."

    assert carried_through("On 5 May 2006 it met.", sentence) == ["1971-08-02", "1971-11-05", "1971-08-06"]


def test_a_year_that_opens_a_paragraph_rules_the_next_one() -> None:
    assert carried_through("On 5 May 2006 it met.", "In 2009 it moved.", "It met on 9 June.") == ["2009-06-09"]


def test_what_a_thing_is_of_is_not_in_its_future() -> None:
    assert carried_through("On 5 November 2006 it met.", "It cited the note of 23 February.") == ["2006-02-23"]


def test_a_heading_goes_back_in_time_and_a_sentence_does_not_in_passing() -> None:
    back = "It opened to the public in April 2004."

    assert carried_through("On 5 May 2006 it met.", "Plans, June 2004", "It met on 9 July.") == ["2004-07-09"]
    assert carried_through("On 5 May 2006 it met.", back, "It met on 9 July.") == ["2006-07-09"]


def test_one_paragraph_of_old_times_is_not_enough_in_a_document_of_its_own_year() -> None:
    old = "In 1982 she won a seat."
    older = "On 2 November 1983 she lost it."

    assert carried_through(old, "She voted on 11 September.", published="2019-10-18") == ["2019-09-11"]
    assert carried_through(old, older, "She won it on 4 December.", published="2019-10-18") == ["1983-12-04"]


def test_the_year_of_a_numbered_rule_is_that_of_its_adoption() -> None:
    assert carried_through("On 5 May 2006 it met.", "It cited rule 986 (1995) on 14 April.")[-1] == "1995-04-14"


def test_a_deadline_lies_ahead_of_the_day_of_writing() -> None:
    assert carried_through("He wants it mended by October 31.", published="2019-08-29") == ["../2019-10-31"]


def test_what_has_been_since_a_month_is_not_in_its_future() -> None:
    assert carried_through("On 26 November 2006 it met.", "It has been shut since April.") == ["2006-04/.."]


def test_a_day_without_a_year_takes_that_of_the_day_of_writing() -> None:
    found = only("It had been told on February 21.", "2019-04-28")

    assert (found.edtf, found.inferred) == ("2019-02-21", True)


def test_a_day_without_a_year_takes_that_which_the_paragraphs_before_speak_of() -> None:
    heading = dates.find("Statement of 5 June 2003")
    carried = dates.carry(heading)

    assert carried == "2003-06-05"
    assert only_carried("It was told on 21 July.", "", carried) == "2003-07-21"
    assert only_carried("It was told on 21 July.", "2016-07-06", carried) == "2003-07-21"
    assert only_carried("The following day it left.", "", carried) == "2003-06-06"


def only_carried(text: str, published: str, carried: str) -> str:
    (found,) = dates.find(text, published, carried=carried)
    assert found.inferred
    return found.edtf


def test_nothing_to_carry_leaves_what_was_carried() -> None:
    assert dates.carry(dates.find("It held since 1998."), "2003-06-05") == "2003-06-05"


def test_last_year_is_that_before_the_one_that_rules() -> None:
    assert carried_through("On 17 December 2006 it met.", "It had failed in May last year.") == ["2005-05"]
