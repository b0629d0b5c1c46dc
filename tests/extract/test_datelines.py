"""Where a document says on which day it was written."""

import pytest

from reconcile.extract import dates

DATELINES = [
    ("Friday, January 4, 2019", "2019-01-04"),
    ("4 January 2019", "2019-01-04"),
    ("Gazette, 2019-01-04\nhttps://gazette.example/a", "2019-01-04"),
    ("Last updated: 4th January 2019, 10:15 GMT", "2019-01-04"),
    ("Published on Jan. 4, 2019", "2019-01-04"),
    ("OSLO, 4 January 2019 (Agency) — The bridge was closed.", "2019-01-04"),
    ("PORT LOUIS, Mauritius – January 4, 2019 – The bridge was closed.", "2019-01-04"),
    ("The bridge was closed on 4 January 2019.", ""),
    ("The Bridge Inquiry, 4 January 2019, found cracks.", ""),
    ("January 2019", ""),
    ("31 February 2019", ""),
]


@pytest.mark.parametrize(("text", "day"), DATELINES)
def test_a_date_line_or_a_dateline_is_the_day_of_writing(text: str, day: str) -> None:
    assert dates.dateline(text) == day
