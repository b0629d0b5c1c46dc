"""Dates with the words that bound them, part them, or make them those of a report."""

import pytest

from reconcile.extract import dates

ONE_EACH = [
    ("Little is known of the mine post 1991.", "post 1991", "1992/..", "bound"),
    ("It grew following Wednesday's storm.", "Wednesday", "2003-05-14/..", "bound"),
    ("The storm came in late April, early May.", "in late April, early May", "2003-04-21/2003-05-10", "event"),
    ("The storm came in late 2002 or early 2003.", "in late 2002 or early 2003", "2002-09/2003-04", "event"),
    ("Friday, May 2, 2003 The fair opened.", "Friday, May 2, 2003", "2003-05-02", "report"),
    ("An image from 2001, of the port, shows it.", "from 2001", "2001", "event"),
    ("Output fell over the last 2-3 years.", "over the last 2-3 years", "2000-05-14/2003-05-14", "event"),
    ("It is due by the end of the month.", "by the end of the month", "../2003-05-31", "bound"),
    ("In the summer the river rose.", "In the summer", "2002-22", "event"),
    ("It was empty until then.", "until then", "XXXX", "bound"),
]


@pytest.mark.parametrize(("text", "quote", "edtf", "role"), ONE_EACH)
def test_a_date_has_its_words_its_time_and_its_role(text: str, quote: str, edtf: str, role: str) -> None:
    (found,) = dates.find(text, "2003-05-14")

    assert (found.span.of(text), found.edtf, found.role.value) == (quote, edtf, role)


def test_then_is_the_date_told_last() -> None:
    for text, edtf in [
        ("In 1997 it opened. Since then it grew.", "1997/.."),
        ("In 1997 it shut. By then it was old.", "../1997"),
    ]:
        assert dates.find(text)[-1].edtf == edtf


LONG_AGO = [
    ("The wreck was found last June.", "last June", "2003-06"),
    ("It was shut last November.", "last November", "2002-11"),
    ("It fell during the 1991 flood.", "1991", "1991"),
    ("It was shut during the Suez Crisis.", "during the Suez Crisis", "1956-10-29/1957-03-16"),
    ("It opens no earlier than March and April.", "no earlier than March and April", "2004-03/.."),
]


@pytest.mark.parametrize(("text", "quote", "edtf"), LONG_AGO)
def test_what_a_date_is_told_by_is_found(text: str, quote: str, edtf: str) -> None:
    (found,) = dates.find(text, "2003-11-14")

    assert (found.span.of(text), found.edtf) == (quote, edtf)


def test_the_day_before_is_that_of_a_day_and_not_of_a_month_between() -> None:
    text = "On 16 May 2003 he spoke of work in June, as she had the previous day. In July 2003 it left the next day."

    assert [found.edtf for found in dates.find(text)] == ["2003-05-16", "2003-06", "2003-05-15", "2003-07", "XXXX"]


def test_currently_is_as_of_the_day_of_writing_but_not_in_a_quotation() -> None:
    for text, edtf in [("The bridge is currently shut.", "2003-05-14"), ("She wrote: “It is presently shut.”", "XXXX")]:
        (found,) = dates.find(text, "2003-05-14")

        assert (found.edtf, found.role.value) == (edtf, "asof")


def test_years_in_a_row_of_numbers_are_dates_without_words() -> None:
    found = dates.find("until 12 1997 1998, 1999 31 tons")

    assert [(each.edtf, each.role.value) for each in found] == [("1997", "event"), ("1998", "event"), ("1999", "event")]
