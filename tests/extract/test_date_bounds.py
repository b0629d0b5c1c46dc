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
