"""Dates in a paragraph: what they mean, what they are the date of, and what is no date."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.extract import dates
from reconcile.model import DateMention
from reconcile.values.edtf import parse


def only(text: str, published: str = "") -> DateMention:
    found = dates.find(text, published)
    assert len(found) == 1, found
    return found[0]


PHRASES = [
    ("on 19 March 2003", "2003-03-19"),
    ("on 19th March 2003", "2003-03-19"),
    ("on the 19th of March 2003", "2003-03-19"),
    ("on March 19, 2003", "2003-03-19"),
    ("on March 19 2003", "2003-03-19"),
    ("on Mar. 19, 2003", "2003-03-19"),
    ("on Feb. 5, 2003", "2003-02-05"),
    ("on 3 Nov. 1981", "1981-11-03"),
    ("on 3 Sept. 1981", "1981-09-03"),
    ("on 2003-03-19", "2003-03-19"),
    ("on 2003-03-19T10:15:00Z", "2003-03-19"),
    ("on 14.2.2003", "2003-02-14"),
    ("on 14/02/2003", "2003-02-14"),
    ("on 02/14/2003", "2003-02-14"),
    ("on 05/02/2003", "[2003-02-05,2003-05-02]"),
    ("on Tuesday, 4 May 1993", "1993-05-04"),
    ("on Tuesday 4 May 1993", "1993-05-04"),
    ("on the night of 12–13 May 1936", "1936-05-12/1936-05-13"),
    ("on 12-13 May 1936", "1936-05-12/1936-05-13"),
    ("on May 5-7, 2003", "2003-05-05/2003-05-07"),
    ("on 1 and 2 May 2003", "{2003-05-01,2003-05-02}"),
    ("on 1 or 2 May 2003", "[2003-05-01,2003-05-02]"),
    ("on 12 May, 3 June, 9 June and 1 July 1993", "{1993-05-12,1993-06-03,1993-06-09,1993-07-01}"),
    ("on 12 May", "XXXX-05-12"),
    ("on or about 5 May 1990", "1990-05-05~"),
    ("in June 1981", "1981-06"),
    ("in June of 1981", "1981-06"),
    ("in 1981-03", "1981-03"),
    ("in June, 1981", "1981-06"),
    ("in June [1981]", "1981-06"),
    ("on 2003.03.19", "2003-03-19"),
    ("on Christmas Eve 2003", "2003-12-24"),
    ("on New Year’s Day 2003", "2003-01-01"),
    ("on 15 and 29 November", "{XXXX-11-15,XXXX-11-29}"),
    ("from 5 May to 3 June", "XXXX-05-05/XXXX-06-03"),
    ("between May and July 2003", "2003-05/2003-07"),
    ("between 5 and 7 May 2003", "2003-05-05/2003-05-07"),
    ("in the early hours of 5 May 2003", "2003-05-05"),
    ("on the evening of 17 March 2003", "2003-03-17"),
    ("from the end of 2002 to spring 2003", "2002-09/2003-21"),
    ("in Nov. 2016", "2016-11"),
    ("in Sept. 2004", "2004-09"),
    ("in JUNE 1981", "1981-06"),
    ("in January and February 2003", "{2003-01,2003-02}"),
    ("in early March 2012", "2012-03-01/2012-03-10"),
    ("in mid-March 2012", "2012-03-11/2012-03-20"),
    ("in late February 2012", "2012-02-21/2012-02-29"),
    ("at the end of March 2012", "2012-03-21/2012-03-31"),
    ("in June", "XXXX-06"),
    ("March–June 1944", "1944-03/1944-06"),
    ("from March to June 1944", "1944-03/1944-06"),
    ("December–February 1944", "1943-12/1944-02"),
    ("between November 2002 and March 2003", "2002-11/2003-03"),
    ("in spring 1974", "1974-21"),
    ("in the summer of 1990", "1990-22"),
    ("in autumn 1990", "1990-23"),
    ("in the fall of 1990", "1990-23"),
    ("in the winter of 1990-91", "1990-24"),
    ("in Q3 1979", "1979-35"),
    ("in the third quarter of 1979", "1979-35"),
    ("in the last quarter of 1979", "1979-36"),
    ("in the first half of 1971", "1971-40"),
    ("in H2 1971", "1971-41"),
    ("in early 2003", "2003-01/2003-04"),
    ("in mid-2003", "2003-05/2003-08"),
    ("in late 2003", "2003-09/2003-12"),
    ("at the end of 2003", "2003-09/2003-12"),
    ("at the beginning of 2003", "2003-01/2003-04"),
    ("from late 2002 to early 2003", "2002-09/2003-04"),
    ("in 2004", "2004"),
    ("in or around 1921", "1921~"),
    ("c. 1921", "1921~"),
    ("circa 1921", "1921~"),
    ("around 1921", "1921~"),
    ("in about 1921", "1921~"),
    ("from 1962 to 1967", "1962/1967"),
    ("between 1984 and 1988", "1984/1988"),
    ("between 2004 and 2011", "2004/2011"),
    ("1984–1988", "1984/1988"),
    ("in 1984-88", "1984/1988"),
    ("in 1991/92", "1991/1992"),
    ("in 2002-03", "2002/2003"),
    ("in 2003/4", "2003/2004"),
    ("in the years 1998, 1999 and 2000", "{1998,1999,2000}"),
    ("in 2005 and 2006", "{2005,2006}"),
    ("in 2005 or 2006", "[2005,2006]"),
    ("in 1991, 1992 and 1993", "{1991,1992,1993}"),
    ("from 5 May 1993 to 3 June", "1993-05-05/1993-06-03"),
    ("from 27 November to 18 March 2003", "2002-11-27/2003-03-18"),
    ("between 27 November 2002 and 18 March 2003", "2002-11-27/2003-03-18"),
    ("from 27 November 2002 until 18 March 2003", "2002-11-27/2003-03-18"),
    ("in the 1980s", "198X"),
    ("in the 1980's", "198X"),
    ("in the eighties", "198X"),
    ("in the early 1960s", "1960/1963"),
    ("in the mid-1970s", "1974/1976"),
    ("in the late 1950s", "1957/1959"),
    ("in the late nineties", "1997/1999"),
    ("in the first half of the 1980s", "1980/1984"),
    ("in the second half of the 1980s", "1985/1989"),
    ("in the first half of March 2003", "2003-03-01/2003-03-15"),
    ("in the last week of February 2003", "2003-02-22/2003-02-28"),
    ("in the 13th century", "12XX"),
    ("in the 19th century", "18XX"),
    ("in the nineteenth century", "18XX"),
    ("in the early 20th century", "1900/1933"),
    ("in the late 18th century", "1767/1799"),
    ("from the 1960s to the 1980s", "1960/1989"),
    ("by 1978", "../1978"),
    ("by June 1978", "../1978-06"),
    ("by the end of 1978", "../1978-12"),
    ("by the late 1970s", "../1979"),
    ("by about 1978", "../1978~"),
    ("before 1940", "../1939"),
    ("prior to 1940", "../1939"),
    ("before June 1940", "../1940-05"),
    ("before 1 March 1940", "../1940-02-29"),
    ("before the 1990s", "../1989"),
    ("until 1986", "../1986"),
    ("up until 1986", "../1986"),
    ("through 1986", "../1986"),
    ("up to 1986", "../1986"),
    ("no later than 31 December 2025", "../2025-12-31"),
    ("not later than June 2025", "../2025-06"),
    ("on or before 5 May 1990", "../1990-05-05"),
    ("since 1990", "1990/.."),
    ("since about 1990", "1990~/.."),
    ("ever since June 1990", "1990-06/.."),
    ("as early as 2013", "2013/.."),
    ("not before 2013", "2013/.."),
    ("on or after 5 May 1990", "1990-05-05/.."),
    ("starting in 1990", "1990/.."),
    ("from 1990 onwards", "1990/.."),
    ("after 2030", "2031/.."),
    ("after June 1990", "1990-07/.."),
    ("after 31 December 1990", "1991-01-01/.."),
    ("following March 1990", "1990-04/.."),
    ("by 7 November", "XXXX-11-07"),
    ("from May 2003", "2003-05/.."),
    ("with effect from May 2003", "2003-05/.."),
    ("pre-1991", "../1990"),
    ("up to 1998", "../1998"),
    ("as of 1 Jan. 1992", "1992-01-01"),
    ("as at 2 February 2004", "2004-02-02"),
    ("after 9/11", "2001-09-12/.."),
    ("before the September 11 attacks", "../2001-09-10"),
    ("in the third and fourth quarters of 1979", "1979-35/1979-36"),
    ("in the spring and summer of 1990", "1990-21/1990-22"),
    ("in early to mid-2003", "2003-01/2003-08"),
    ("in mid/late February 2012", "2012-02-11/2012-02-29"),
    ("in late March or early April 2012", "2012-03-21/2012-04-10"),
    ("in late 2002 or early 2003", "2002-09/2003-04"),
    ("in the 1980s and early 1990s", "1980/1993"),
    ("in the 1980s and 1990s", "1980/1999"),
    ("in the 18th and 19th centuries", "{17XX,18XX}"),
    ("between the sixteenth and eighteenth centuries", "15XX/17XX"),
    ("from 28 May-3 June 2003", "2003-05-28/2003-06-03"),
    ("in the last three months of 2003", "2003-09/2003-12"),
    ("in the first few weeks of 2003", "2003-01/2003-04"),
    ("in the week of 5 May 2003", "2003-05-05/2003-05-11"),
    ("in the week ending 5 May 2003", "2003-04-29/2003-05-05"),
    ("since at least 1995", "1995/.."),
    ("since as early as 1995", "1995/.."),
    ("by no later than May 2004", "../2004-05"),
    ("by end-2003", "../2003-12"),
    ("by year-end 2003", "../2003-12"),
    ("throughout much of 2003", "2003"),
    ("during the Iran-Iraq War", "1980-09-22/1988-08-20"),
    ("after the Gulf War", "1991-03-01/.."),
    ("before the Second World War", "../1939-08-31"),
    ("in the Iran/Iraq war", "1980-09-22/1988-08-20"),
    ("at the time of the Gulf War", "1990-08-02/1991-02-28"),
]


@pytest.mark.parametrize(("phrase", "edtf"), PHRASES)
def test_phrase(phrase: str, edtf: str) -> None:
    text = f"The works were closed {phrase}."
    found = only(text)

    assert found.edtf == edtf
    assert found.span.of(text) in (phrase, phrase.removeprefix("at "))


@pytest.mark.parametrize(("phrase", "edtf"), PHRASES)
def test_a_phrase_may_open_the_sentence(phrase: str, edtf: str) -> None:
    assert edtf in {found.edtf for found in dates.find(f"{phrase[0].upper()}{phrase[1:]} the works were closed.")}


NO_DATES = [
    "Resolution 1441 was adopted.",
    "It stands at 1600 Market Street.",
    "He died aged 2000.",
    "There were 2000 of them.",
    "They founded Project 1922 there.",
    "See document S/2003/580.",
    "See paragraph 1999.",
    "It held 2000 rockets.",
    "It held 1,991 rockets.",
    "They fired 1990 kg of it.",
    "It cost $2003.",
    "About 2000 people fled.",
    "A total of 1800 shells.",
    "At 1500 m it stops.",
    "Flight 1702 crashed.",
    "It fired 122mm shells.",
    "It may have been destroyed.",
    "They march on.",
    "Peter May said so.",
    "The 12th warhead was found.",
    "In 1066 they came.",
    "He was in his eighties.",
    "Call 555-1990-12.",
    "The score was 19-20.",
    "A second quarter was heard.",
    "On 31 June they left.",
    "In 44 BC he died.",
    "They adopted resolution 687 (1991).",
    "The Lisbon 2007 agenda was set.",
    "Section 1441 applies.",
    "He read The Sunday Times.",
    "The Good Friday Agreement held.",
    "It ran for two years.",
    "The World War II era plane crashed.",
    "He is 34 years old.",
    "A year-long trial began.",
    "It is up to date.",
    "It was paragraph 1998.",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(text: str) -> None:
    assert dates.find(text) == []


UNKNOWN = ["yesterday", "in the past year", "on Tuesday", "last month", "on the same day", "three years ago", "today",
           "the previous week", "over the next 12 months", "that day", "for the past three years"]  # fmt: skip


@pytest.mark.parametrize("phrase", UNKNOWN)
def test_what_points_to_a_day_that_is_not_told_is_kept_with_its_words(phrase: str) -> None:
    text = f"It rained {phrase}."
    found = only(text)

    assert (found.edtf, found.inferred) == ("XXXX", True)
    assert found.span.of(text) == phrase


RELATIVE = [
    ("It rained yesterday.", "2012-03-13"),
    ("It rained today.", "2012-03-14"),
    ("It rained on Tuesday.", "2012-03-13"),
    ("It rained on Wednesday.", "2012-03-14"),
    ("It rained last Wednesday.", "2012-03-07"),
    ("It rained on Thursday.", "2012-03-08"),
    ("They will meet on Thursday.", "2012-03-15"),
    ("They meet next Friday.", "2012-03-16"),
    ("It rained last week.", "2012-03-05/2012-03-11"),
    ("It rained this week.", "2012-03-12/2012-03-18"),
    ("It rained last month.", "2012-02"),
    ("It rained last year.", "2011"),
    ("It rains this year.", "2012"),
    ("It rained in the past year.", "2011-03-14/2012-03-14"),
    ("It rained in the past decade.", "2002-03-14/2012-03-14"),
    ("It rained in the last two weeks.", "2012-02-29/2012-03-14"),
    ("It rained over the past 12 months.", "2011-03-14/2012-03-14"),
    ("It rained ten days ago.", "2012-03-04"),
    ("It rained two months ago.", "2012-01"),
    ("It rained three years ago.", "2009"),
    ("It rained late yesterday.", "2012-03-13"),
    ("It rained last night.", "2012-03-13"),
    ("It rained this morning.", "2012-03-14"),
    ("It rained early on Tuesday.", "2012-03-13"),
    ("It rained on Tuesday evening.", "2012-03-13"),
    ("It rained this past Saturday.", "2012-03-10"),
    ("It rained last weekend.", "2012-03-10/2012-03-11"),
    ("It rained earlier this month.", "2012-03"),
    ("It rained late last year.", "2011-09/2011-12"),
    ("It rained last summer.", "2011-22"),
    ("It rained last October.", "2011-10"),
    ("It rained in the autumn.", "2011-23"),
    ("It rained on 16 October last year.", "2011-10-16"),
    ("It has rained since January of this year.", "2012-01/.."),
    ("It rained from Monday to Tuesday.", "2012-03-12/2012-03-13"),
    ("It had never rained to date.", "../2012-03-14"),
    ("It had never rained until now.", "../2012-03-14"),
    ("It will rain from now on.", "2012-03-14/.."),
    ("It rained on 20 December.", "2011-12-20"),
    ("It will rain on 20 April.", "2012-04-20"),
    ("It will rain over the next two years.", "2012/2014"),
    ("It rained on Christmas Eve.", "2011-12-24"),
]


@pytest.mark.parametrize(("text", "edtf"), RELATIVE)
def test_relative_to_the_day_of_writing(text: str, edtf: str) -> None:
    found = only(text, "2012-03-14")

    assert found.edtf == edtf
    assert found.inferred


@pytest.mark.parametrize(
    ("text", "edtf"), [("It rained last year.", "2002"), ("In the past year it rained.", "2002/2003")]
)
def test_a_year_of_writing_is_enough_for_years(text: str, edtf: str) -> None:
    assert only(text, "2003").edtf == edtf
    assert only("It rained yesterday.", "2003").edtf == "XXXX"


def test_in_a_quotation_yesterday_is_another_day() -> None:
    assert only("He said: “It rained yesterday.”", "2012-03-14").edtf == "XXXX"


def test_a_users_periods_are_dates_however_they_are_written() -> None:
    periods = {"Winter of Discontent": "1978-11/1979-02", "Torrey-Canyon spill": "1967-03-18"}
    found = dates.find("During the WINTER OF DISCONTENT it was after the Torrey Canyon spill.", periods=periods)

    assert [mention.edtf for mention in found] == ["1978-11/1979-02", "1967-03-19/.."]


def test_a_users_period_that_cannot_be_read_is_left_out() -> None:
    assert dates.find("The Long March began.", periods={"Long March": "1934 to 1935", "": "2003"}) == []


def test_a_number_or_an_article_before_the_name_of_a_thing_is_left_out() -> None:
    for text, quote in [("It was in the 1999 UNSCOM report.", "1999"), ("On Wednesday's list.", "Wednesday"),
                        ("In the September dossier it said so.", "September")]:  # fmt: skip
        assert only(text, "2019-05-01").span.of(text) == quote


pieces = st.sampled_from(
    [phrase for phrase, _ in PHRASES] + ["\n", ". ", ", ", " and ", "\u00ad", "“", "𝟚", "é", " to ", "May", "2003", "/"]
)


@given(st.lists(pieces, max_size=12).map("".join) | st.text(max_size=60), st.sampled_from(["", "2003", "2003-05-06"]))
def test_dates_are_readable_in_order_and_apart(text: str, published: str) -> None:
    end = 0
    for found in dates.find(text, published):
        assert end <= found.span.start < found.span.end <= len(text)
        assert parse(found.edtf)
        end = found.span.end


@pytest.mark.parametrize("text", ["1" * 200_000, "," * 100_000, "and " * 50_000, "in May " * 1_000, "5 May, " * 1_000,
                                  "2003 and " * 1_000, "early " * 9_000 + "1991", "1 " * 30_000, "." * 200_000,
                                  "the last " * 20_000, "yesterday " * 2_000, "Gulf War " * 3_000,
                                  "in the " * 20_000 + "Monday",
                                  "5" + " " * 200_000 + "May"])  # fmt: skip
def test_hostile_text_is_read_through(text: str) -> None:
    assert all(found.span.end <= len(text) for found in dates.find(text))


def test_what_goes_on_longer_than_a_list_is_a_table_of_dates() -> None:
    years = [str(1960 + place) for place in range(40)]
    found = dates.find(f"Sold on 5 May 1950. Sales: {' '.join(years)}")

    assert [mention.edtf for mention in found] == ["1950-05-05", *years]


def test_a_clock_in_another_zone_is_no_year() -> None:
    assert "2024" not in {found.edtf for found in dates.find("It struck at 4:42 (2024 Friday, UTC).", "2019-07-15")}
