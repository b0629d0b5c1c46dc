"""What dates mean in days, and how two of them stand to each other."""

import math
from datetime import date, timedelta
from itertools import pairwise

import edtf as oracle
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.values.edtf import Edtf, contains, gap, overlaps, parse, relation, say, stretches

years = st.integers(1500, 2099).map(str)
days = st.dates(date(1500, 1, 1), date(2099, 12, 31))
plain = st.one_of(
    years,
    days.map(date.isoformat),
    days.map(lambda day: day.isoformat()[:7]),
    st.builds("{}-{}".format, years, st.sampled_from([21, 22, 23, 33, 34, 35, 36, 37, 38, 39, 40, 41])),
    years.map(lambda year: year[:3] + "X"),
    years.map(lambda year: year[:2] + "XX"),
)
marked = st.builds(str.__add__, plain, st.sampled_from(["", "", "~", "?", "%"]))
simple = st.one_of(years, days.map(date.isoformat), days.map(lambda day: day.isoformat()[:7]))
ordered = st.tuples(simple, simple).map(sorted).filter(lambda ends: parse(ends[0]).lower <= parse(ends[1]).upper)
qualified = st.builds(str.__add__, simple, st.sampled_from(["~", "?", "%"]))
intervals = ordered.map("/".join)
bounds = st.one_of(simple.map("../{}".format), simple.map("{}/..".format))
one_of = ordered.filter(lambda ends: len(ends[0]) == len(ends[1])).map(lambda ends: f"[{ends[0]}..{ends[1]}]")
several = st.lists(days.map(date.isoformat), min_size=2, max_size=5, unique=True)
all_of = several.map(lambda each: "{" + ",".join(sorted(each)) + "}")
yearless = days.map(lambda day: f"XXXX-{day.isoformat()[5:]}")
dates = st.one_of(marked, intervals, bounds, one_of, all_of, yearless).map(parse)


def as_day(moment: object) -> date | None:
    if isinstance(moment, float) and math.isinf(moment):
        return None
    return date(*moment[:3])  # type: ignore[index]


@settings(max_examples=60, deadline=None)
@given(st.one_of(plain, qualified, intervals, bounds, one_of, all_of))
def test_bounds_are_those_of_the_reference_parser(text: str) -> None:
    theirs = oracle.parse_edtf(text)

    assert (parse(text).lower, parse(text).upper) == (as_day(theirs.lower_strict()), as_day(theirs.upper_strict()))


@given(dates, dates)
def test_order_only_turns_the_relation_round(left: Edtf, right: Edtf) -> None:
    mirror = {"within": "contains", "contains": "within"}
    there, back = relation(left, right), relation(right, left)

    assert back == mirror.get(there, there)


@given(dates)
def test_a_date_is_the_same_as_itself(when: Edtf) -> None:
    assert relation(when, when) == "same"
    assert contains(when, when)
    assert gap(when, when) == 0


@given(days)
def test_what_is_coarser_contains_what_is_finer(day: date) -> None:
    text = day.isoformat()
    coarser = [text[:7], text[:4], text[:3] + "X", text[:2] + "XX"]
    chain = [parse(each) for each in [text, *coarser]]

    assert {relation(fine, coarse) for fine, coarse in pairwise(chain)} == {"within"}


@given(days, st.integers(1, 4000))
def test_the_gap_between_two_days_is_their_distance(day: date, apart: int) -> None:
    left, right = parse(day.isoformat()), parse((day + timedelta(days=apart)).isoformat())

    assert relation(left, right) == "disjoint"
    assert gap(left, right) == gap(right, left) == apart


@given(dates, dates)
def test_dates_with_a_year_either_meet_or_have_a_gap(left: Edtf, right: Edtf) -> None:
    if left.month_day is None and right.month_day is None:
        assert overlaps(left, right) != (gap(left, right) > 0)


@given(dates)
def test_everything_can_be_said(when: Edtf) -> None:
    assert say(when)
    assert "XX" not in say(when)


RELATIONS = [
    ("1981", "1981-06", "contains"),
    ("1981-06-07", "1981-06", "within"),
    ("198X", "1983", "contains"),
    ("18XX", "188X", "contains"),
    ("1960/1963", "196X", "within"),
    ("../1978", "1960/1963", "contains"),
    ("../1978", "1979", "disjoint"),
    ("../1978", "1978/..", "overlaps"),
    ("../1978", "../1983", "within"),
    ("1990/..", "1989-12-31", "disjoint"),
    ("2002-11-27/2003-03-18", "2003", "overlaps"),
    ("1921~", "1922", "contains"),
    ("1921~", "1923", "disjoint"),
    ("1921", "1922", "disjoint"),
    ("198X~", "1992", "contains"),
    ("1979-35", "1979-08", "contains"),
    ("1971-40", "1971-41", "disjoint"),
    ("1990-24", "1991-01", "contains"),
    ("1990-24", "1990-01", "contains"),
    ("1990-24", "1990-06", "disjoint"),
    ("[1984..1988]", "1986", "contains"),
    ("{1993-05-12,1993-06-03}", "1993-06-03", "contains"),
    ("{1993-05-12,1993-06-03}", "1993-05-20", "disjoint"),
    ("[2003-02-05,2003-05-02]", "2003-05", "overlaps"),
    ("XXXX-06-20", "1997-06-20", "overlaps"),
    ("XXXX-06-20", "1997", "overlaps"),
    ("XXXX-06-20", "1997-06-21", "disjoint"),
    ("XXXX-06-20", "XXXX-06", "within"),
    ("XXXX-06-20", "XXXX-06-21", "disjoint"),
    ("XXXX-06-20", "1997-05/1997-07", "overlaps"),
]


@pytest.mark.parametrize(("left", "right", "expected"), RELATIONS)
def test_relation(left: str, right: str, expected: str) -> None:
    assert relation(parse(left), parse(right)) == expected


GAPS = [("1971", "1973", 367), ("../1978", "1979-01-01", 1), ("1990-24", "1990-06", 93), ("2003-02-05", "2003-02", 0)]


@pytest.mark.parametrize(("left", "right", "expected"), GAPS)
def test_gap_counts_days(left: str, right: str, expected: int) -> None:
    assert gap(parse(left), parse(right)) == expected


SAID = [
    ("1981-06", "June 1981"),
    ("2003-03-19", "19 March 2003"),
    ("1981", "1981"),
    ("../1978", "by 1978"),
    ("1990/..", "since 1990"),
    ("1960/1963", "early 1960s"),
    ("1974/1976", "mid-1970s"),
    ("1957/1959", "late 1950s"),
    ("1900/1933", "early 20th century"),
    ("1934/1966", "mid-20th century"),
    ("198X", "1980s"),
    ("18XX", "19th century"),
    ("20XX", "21st century"),
    ("1921~", "about 1921"),
    ("1921?", "1921 (uncertain)"),
    ("1974-21", "spring 1974"),
    ("1979-35", "third quarter of 1979"),
    ("1971-40", "first half of 1971"),
    ("2003-37", "early 2003"),
    ("[1984..1988]", "some time from 1984 to 1988"),
    ("[1984..]", "since 1984"),
    ("{1993-05-12,1993-06-03,1993-07-01}", "12 May 1993, 3 June 1993 and 1 July 1993"),
    ("[2003-02-05,2003-05-02]", "5 February 2003 or 2 May 2003"),
    ("2002-11-27/2003-03-18", "27 November 2002 to 18 March 2003"),
    ("XXXX-06-20", "20 June (year not given)"),
    ("XXXX-06", "June (year not given)"),
    ("XXXX", "a date not told"),
    ("{XXXX-11-15,XXXX-11-29}", "15 November (year not given) and 29 November (year not given)"),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_say(text: str, expected: str) -> None:
    assert say(parse(text)) == expected


NOT_DATES = ["", "19", "2003-13", "2003-02-30", "0000", "196X-03", "2004/2003", "..", "../..", "[2003", "{}",
             "2003-02-05T10:00", "20033", "[1984..1988}", "x" * 5000, "[" + "1984," * 5000 + "]", "٢٠٠٣"]  # fmt: skip


@pytest.mark.parametrize("text", NOT_DATES)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse(text)


def test_an_approximate_date_at_the_end_of_the_calendar_stays_in_it() -> None:
    assert stretches(parse("9999~"))[-1][1] == date.max


UNKNOWN = st.sampled_from(["XXXX", "{XXXX-11-15,XXXX-11-29}", "XXXX-05-05/XXXX-06-03"]).map(parse)


@given(UNKNOWN, dates)
def test_a_date_that_is_not_told_stands_apart_from_none_and_agrees_with_none(unknown: Edtf, when: Edtf) -> None:
    assert relation(unknown, when) == relation(when, unknown) == "unknown"
    assert overlaps(unknown, when)
    assert gap(unknown, when) == 0
