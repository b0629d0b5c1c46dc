"""Quantities in a paragraph: intervals, units, what is counted, and what is no quantity."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.extract import dates, quantities
from reconcile.model import QuantityMention, QuantityRole


def only(text: str) -> QuantityMention:
    found = quantities.find(text, dates.find(text))
    assert len(found) == 1, found
    return found[0]


Row = tuple[str, float | None, float | None, str]

PHRASES: list[Row] = [
    ("2,500 rockets", 2500, 2500, "rocket"),
    ("2500 rockets", 2500, 2500, "rocket"),
    ("12 000 rockets", 12000, 12000, "rocket"),
    ("13,000 chemical bombs", 13000, 13000, "bomb"),
    ("11 empty chemical warheads", 11, 11, "warhead"),
    ("545 sarin warheads", 545, 545, "warhead"),
    ("two rockets", 2, 2, "rocket"),
    ("twenty-two rockets", 22, 22, "rocket"),
    ("two hundred and twelve rockets", 212, 212, "rocket"),
    ("two hundred thousand rockets", 200000, 200000, "rocket"),
    ("a hundred rockets", 100, 100, "rocket"),
    ("a thousand rockets", 1000, 1000, "rocket"),
    ("a dozen rockets", 12, 12, "rocket"),
    ("two dozen rockets", 24, 24, "rocket"),
    ("half a dozen rockets", 6, 6, "rocket"),
    ("2.8 million voters", 2.8e6, 2.8e6, "voter"),
    ("2.8  million voters", 2.8e6, 2.8e6, "voter"),
    ("2.8m voters", 2.8e6, 2.8e6, "voter"),
    ("half a million voters", 5e5, 5e5, "voter"),
    ("two and a half million voters", 2.5e6, 2.5e6, "voter"),
    ("1½ million voters", 1.5e6, 1.5e6, "voter"),
    ("17 service members", 17, 17, "member"),
    ("seven Iraqi police officers", 7, 7, "officer"),
    ("four women", 4, 4, "woman"),
    ("3,187 dead", 3187, 3187, "dead"),
    ("98,000 more deaths", 98000, 98000, "death"),
    ("29 deaths per 1,000 births", 29, 29, "death per 1,000"),
    ("5,000 warheads, shells and bombs", 5000, 5000, "warhead, shell and bomb"),
    ("one missile", 1, 1, "missile"),
    ("at least 500 rockets", 500, None, "rocket"),
    ("no less than 500 rockets", 500, None, "rocket"),
    ("no fewer than four surveys", 4, None, "survey"),
    ("not less than 500 rockets", 500, None, "rocket"),
    ("a minimum of 500 rockets", 500, None, "rocket"),
    ("upwards of 500 rockets", 500, None, "rocket"),
    ("500 or more rockets", 500, None, "rocket"),
    ("500+ rockets", 500, None, "rocket"),
    ("more than 500 rockets", 500, None, "rocket"),
    ("over 500 rockets", 500, None, "rocket"),
    ("in excess of 500 rockets", 500, None, "rocket"),
    ("greater than 500 rockets", 500, None, "rocket"),
    ("over a thousand rockets", 1000, None, "rocket"),
    ("at least one pilot plant", 1, None, "plant"),
    ("up to 20 rockets", None, 20, "rocket"),
    ("at most 20 rockets", None, 20, "rocket"),
    ("no more than 20 rockets", None, 20, "rocket"),
    ("not more than 20 rockets", None, 20, "rocket"),
    ("a maximum of 20 rockets", None, 20, "rocket"),
    ("as many as 20 rockets", None, 20, "rocket"),
    ("fewer than 20 rockets", None, 20, "rocket"),
    ("less than 20 rockets", None, 20, "rocket"),
    ("under 20 rockets", None, 20, "rocket"),
    ("as much as 20 tonnes", None, 20, "t"),
    ("within 45 minutes", None, 45, "min"),
    ("between 100 and 500 rockets", 100, 500, "rocket"),
    ("from 100 to 500 rockets", 100, 500, "rocket"),
    ("100 to 500 rockets", 100, 500, "rocket"),
    ("100-500 rockets", 100, 500, "rocket"),
    ("4,500–6,000 rockets", 4500, 6000, "rocket"),
    ("10–15,000 rockets", 10000, 15000, "rocket"),
    ("nine or ten rockets", 9, 10, "rocket"),
    ("two to three million voters", 2e6, 3e6, "voter"),
    ("between 100 and 500 metric tons", 100, 500, "t"),
    ("between 100 tons and 500 tons", 100, 500, "ton"),
    ("no less than 100 metric tons and possibly 500 metric tons", 100, 500, "t"),
    ("at least 100 metric tons and possibly as much as 500 metric tons", 100, 500, "t"),
    ("at least 100 and up to 500 rockets", 100, 500, "rocket"),
    ("40 to 60 litres per second", 40, 60, "l/s"),
    ("13 to 15 per cent", 13, 15, "%"),
    ("$4-5 million", 4e6, 5e6, "USD"),
    ("$4 million to $5 million", 4e6, 5e6, "USD"),
    ("three to six months", 3, 6, "month"),
    ("180 tons", 180, 180, "ton"),
    ("180 tonnes", 180, 180, "t"),
    ("180 metric tons", 180, 180, "t"),
    ("180 short tons", 180, 180, "short ton"),
    ("2.5 kg", 2.5, 2.5, "kg"),
    ("2.5kg", 2.5, 2.5, "kg"),
    ("2.5 kilograms", 2.5, 2.5, "kg"),
    ("500 pounds of sugar", 500, 500, "lb"),
    ("10 litres", 10, 10, "l"),
    ("10 gallons", 10, 10, "gal"),
    ("650 km", 650, 650, "km"),
    ("400 miles", 400, 400, "mi"),
    ("212.5 m", 212.5, 212.5, "m"),
    ("20 square kilometres", 20, 20, "km2"),
    ("15 l/s", 15, 15, "l/s"),
    ("60 mph", 60, 60, "mph"),
    ("45 minutes", 45, 45, "min"),
    ("12 years", 12, 12, "year"),
    ("half a mile", 0.5, 0.5, "mi"),
    ("half an hour", 0.5, 0.5, "h"),
    ("20 kilotons", 20, 20, "kt TNT"),
    ("30 °C", 30, 30, "°C"),
    ("120 MW", 120, 120, "MW"),
    ("tens of tons", 20, 99, "ton"),
    ("12%", 12, 12, "%"),
    ("12 per cent", 12, 12, "%"),
    ("12 percent", 12, 12, "%"),
    ("three percentage points", 3, 3, "pp"),
    ("half of them", 0.5, 0.5, "fraction"),
    ("two-thirds of them", 2 / 3, 2 / 3, "fraction"),
    ("a third of them", 1 / 3, 1 / 3, "fraction"),
    ("three quarters of them", 0.75, 0.75, "fraction"),
    ("nearly half of them", 0.45, 0.5, "fraction"),
    ("the majority of them", 0.5, 1, "fraction"),
    ("$48.5 million", 48.5e6, 48.5e6, "USD"),
    ("US$48.5m", 48.5e6, 48.5e6, "USD"),
    ("€4.2m", 4.2e6, 4.2e6, "EUR"),
    ("£3bn", 3e9, 3e9, "GBP"),
    ("5 million dollars", 5e6, 5e6, "USD"),
    ("5 million pounds", 5e6, 5e6, "GBP"),
    ("10,000 Iraqi dinars", 10000, 10000, "IQD"),
    ("200 euros", 200, 200, "EUR"),
    ("about 180 tons", 180, 180, "ton"),
    ("roughly 5,000 rockets", 5000, 5000, "rocket"),
    ("some 5,000 rockets", 5000, 5000, "rocket"),
    ("around 5,000 rockets", 5000, 5000, "rocket"),
    ("approximately 5,000 rockets", 5000, 5000, "rocket"),
    ("approx. $48.5 million", 48.5e6, 48.5e6, "USD"),
    ("an estimated 2.5 kg", 2.5, 2.5, "kg"),
    ("nearly 5,000 rockets", 4500, 5000, "rocket"),
    ("just over 5,000 rockets", 5000, 5500, "rocket"),
    ("30 or so rockets", 30, 30, "rocket"),
    ("dozens of rockets", 24, 99, "rocket"),
    ("hundreds of rockets", 200, 999, "rocket"),
    ("thousands of rockets", 2000, 9999, "rocket"),
    ("tens of thousands of rockets", 20000, 99999, "rocket"),
    ("hundreds of thousands of rockets", 200000, 999999, "rocket"),
    ("several rockets", 3, 9, "rocket"),
    ("several hundred rockets", 200, 999, "rocket"),
    ("several thousands of rockets", 2000, 9999, "rocket"),
    ("a few rockets", 2, 9, "rocket"),
    ("a couple of rockets", 2, 3, "rocket"),
    ("numerous rockets", None, None, "rocket"),
    ("a number of rockets", None, None, "rocket"),
    ("multiple times", 2, None, "times"),
    ("within weeks", 2, 8, "week"),
    ("for months", 2, 23, "month"),
    ("three times", 3, 3, "times"),
    ("on four occasions", 4, 4, "times"),
    ("up to twice the count", None, 2, "times"),
    ("threefold", 3, 3, "times"),
]


@pytest.mark.parametrize(("phrase", "low", "high", "unit"), PHRASES)
def test_phrase(phrase: str, low: float | None, high: float | None, unit: str) -> None:
    found = only(f"They say that it was {phrase}.")

    assert (found.low, found.high, found.unit) == (pytest.approx(low), pytest.approx(high), unit)


@pytest.mark.parametrize(("phrase", "low", "high", "unit"), PHRASES)
def test_a_phrase_may_open_the_sentence(phrase: str, low: float | None, high: float | None, unit: str) -> None:
    found = quantities.find(f"{phrase[0].upper()}{phrase[1:]} were found.")

    assert [(mention.low, mention.high, mention.unit) for mention in found] == [
        (pytest.approx(low), pytest.approx(high), unit)
    ]


OPEN = [("more than 150 km", True, False), ("over 500 rockets", True, False), ("less than 15 l/s", False, True),
        ("fewer than 20 rockets", False, True), ("at least 500 rockets", False, False),
        ("up to 20 rockets", False, False)]  # fmt: skip


@pytest.mark.parametrize(("phrase", "low_open", "high_open"), OPEN)
def test_only_more_and_less_leave_the_bound_out(phrase: str, low_open: bool, high_open: bool) -> None:
    found = only(f"It was {phrase}.")

    assert (found.low_open, found.high_open) == (low_open, high_open)


HEDGED = [("about 180 tons", True, False), ("some 5,000 rockets", True, False), ("180 tons", False, False),
          ("tens of tons", False, True), ("dozens of schools", False, True), ("within weeks", True, True)]  # fmt: skip


@pytest.mark.parametrize(("phrase", "approximate", "vague"), HEDGED)
def test_hedges_and_numbers_without_digits_are_told_apart(phrase: str, approximate: bool, vague: bool) -> None:
    found = only(f"It was {phrase}.")

    assert (found.approximate, found.vague) == (approximate, vague)


SPANS = ["2,500", "at least 100 metric tons", "between 100 and 500 metric tons", "about €4.2m", "12%", "tens of tons",
         "no less than 100 metric tons and possibly 500 metric tons", "nearly half", "40 to 60 litres per second",
         "up to 20", "within weeks", "more than 9,000"]  # fmt: skip


@pytest.mark.parametrize("phrase", SPANS)
def test_the_span_is_comparator_number_and_unit(phrase: str) -> None:
    text = f"They say it was {phrase} of the things there."

    assert only(text).span.of(text) == phrase


COUNTED = [
    ("It held 2,500 chemical rockets filled with sarin.", "chemical rocket"),
    ("It held 180 tons of sodium cyanide, and shells.", "sodium cyanide"),
    ("It held 1,200 tons of cement delivered in spring.", "cement"),
    ("It held between 100 and 500 metric tons of chemical-weapons agent.", "chemical-weapons agent"),
    ("It held 14 drums of phosgene.", "drum of phosgene"),
    ("Seven Iraqi police officers fell ill.", "Iraqi police officer"),
    ("It came to 12% of annual revenue.", "annual revenue"),
    ("It was built at a cost of $48.5 million.", "cost"),
    ("They put the death toll at some 5,000.", "death toll"),
    ("They own a missile with a range of 650 km.", "range"),
    ("Inspectors found 16 of them.", ""),
]


@pytest.mark.parametrize(("text", "counted"), COUNTED)
def test_what_is_counted(text: str, counted: str) -> None:
    assert only(text).counted == counted


ROLES = [
    ("It fired 122mm rockets.", "attribute"),
    ("It fired 122 mm rockets.", "attribute"),
    ("They have missiles with a range of 650 km.", "attribute"),
    ("They deny owning any missile with a range of more than 150 km.", "attribute"),
    ("He was aged 68.", "attribute"),
    ("A 68-year-old man spoke.", "attribute"),
    ("This is the 45-minute claim.", "attribute"),
    ("The core lies below elevation 212.5 m.", "attribute"),
    ("It treated them in the first 48 hours.", "attribute"),
    ("It lies 70 km north of the city.", "attribute"),
    ("It is 20 metres long.", "attribute"),
    ("They can be used within 45 minutes of an order.", "attribute"),
    ("He was sentenced to five years in prison.", "value"),
    ("The repair took 45 minutes.", "value"),
    ("They could make it within weeks of a decision.", "value"),
    ("It would take three to six months.", "value"),
    ("It could last two years.", "value"),
    ("It produced 2.5 kg of plutonium.", "value"),
    ("It lost 15 l/s.", "value"),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_role(text: str, role: str) -> None:
    assert only(text).role == role


def test_a_calibre_does_not_hide_the_count() -> None:
    count, calibre = quantities.find("It contained 2,500 122mm chemical rockets.")

    assert (count.low, count.unit, count.counted, count.role) == (2500, "rocket", "chemical rocket", QuantityRole.VALUE)
    assert (calibre.low, calibre.unit, calibre.role) == (122, "mm", QuantityRole.ATTRIBUTE)


def test_two_counts_in_a_row_are_two() -> None:
    found = quantities.find("Reporters traced 17 American service members and seven Iraqi police officers.")

    assert [(mention.low, mention.counted) for mention in found] == [
        (17, "American service member"),
        (7, "Iraqi police officer"),
    ]


def test_a_dash_in_the_sentence_is_no_range() -> None:
    found = quantities.find("Many die before the age of five – 70 percent of these die of hunger.")

    assert [(mention.low, mention.high) for mention in found] == [(5, 5), (70, 70)]


def test_none_behind_a_listing_is_zero() -> None:
    found = only("The declaration listed none.")

    assert (found.low, found.high) == (0, 0)


def test_a_number_word_read_by_a_scanner_is_repaired() -> None:
    assert only("It found 1,2OO tons of cement.").low == 1200


NOT_QUANTITIES = [
    "Resolution 687 was adopted.",
    "They founded Project 922.",
    "See paragraph 14 and page 3.",
    "See document S/2003/580.",
    "See Page 3 of 11.",
    "See (Annex B, p. 14).",
    "See fig. 7.",
    "This was known.[13]",
    "This was known [see note 22].",
    "(1) The first point.",
    "81. From the start it was so.",
    "1. The depot was empty.",
    "A 12th warhead was found.",
    "The first and second batch.",
    "It struck at 3:42 a.m. local time.",
    "It struck at 3 p.m. there.",
    "They met in round 3.",
    "They fell ill with COVID-19.",
    "An F-16 crashed.",
    "The Boeing 737 crashed.",
    "Call +44 20 7946 0958 now.",
    "Call 555-1234.",
    "Jane Smith, 42, said so.",
    "They won 3-2.",
    "They kept the Al Samoud 2 missiles.",
    "It was on 9/11.",
    "On 19 March 2003 it began.",
    "By 7 November it ended.",
    "In 2004 it ended.",
    "It was no one.",
    "One of them said so.",
    "This one was new.",
    "No device was found.",
    "There were no reports.",
    "It was some time ago.",
    "The Group of Seven met.",
    "It may last a while.",
    "The majority spoke.",
]


@pytest.mark.parametrize("text", NOT_QUANTITIES)
def test_no_quantity(text: str) -> None:
    assert quantities.find(text, dates.find(text)) == []


pieces = st.sampled_from(
    [phrase for phrase, *_ in PHRASES] + ["\n", ". ", ", ", " and ", " to ", "-", "$", "one", "½", "é", "𝟚", "%", "("]
)


@given(st.lists(pieces, max_size=12).map("".join) | st.text(max_size=60))
def test_quantities_are_in_order_and_apart_from_each_other_and_from_dates(text: str) -> None:
    known = dates.find(text)
    end = 0
    for found in quantities.find(text, known):
        assert end <= found.span.start < found.span.end <= len(text)
        assert not any(found.span.overlaps(each.span) for each in known)
        assert found.low is None or found.high is None or found.low <= found.high
        end = found.span.end


@pytest.mark.parametrize("text", ["1" * 200_000, "," * 100_000, "and " * 50_000, "1 " * 3_000, "1," * 5_000,
                                  "two " * 3_000, "at least " * 9_000, "$" * 90_000 + "5", "(1 " * 2_000])  # fmt: skip
def test_hostile_text_is_read_through(text: str) -> None:
    assert all(found.span.end <= len(text) for found in quantities.find(text))
