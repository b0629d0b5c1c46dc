"""Quantities in the shapes that real pages write them in, and the numbers there that are none."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.extract import quantities
from reconcile.extract.quantities.numerals import FEW_OF, lowered, trie
from reconcile.model import QuantityMention

Row = tuple[str, float | None, float | None, str]


def read(text: str) -> list[tuple[str, float | None, float | None]]:
    return [(found.span.of(text), found.low, found.high) for found in quantities.find(text)]


def only(text: str) -> QuantityMention:
    found = quantities.find(text)
    assert len(found) == 1, found
    return found[0]


SPANS: list[Row] = [
    ("They bought large quantities of resin.", None, None, "large quantities of"),
    ("They lost a small proportion of the harvest.", None, None, "a small proportion of"),
    ("They sell a wide range of seeds.", None, None, "a wide range of"),
    ("Most growers in the valley agree.", 0.5, 1, "Most"),
    ("He told us that most growers agree.", 0.5, 1, "most"),
    ("A narrow majority of the growers agree.", 0.5, 1, "A narrow majority"),
    ("Some growers left the valley.", None, None, "Some"),
    ("Few growers left the valley.", None, None, "Few"),
    ("They use various dyes.", None, None, "various"),
    ("While many stayed in the valley, it emptied.", None, None, "many"),
    ("There was little reliable information on the harvest.", None, None, "little"),
    ("Virtually none of the barns burnt.", 0, 0, "Virtually none"),
    ("It was nowhere near 85 per cent full.", None, 85, "nowhere near 85 per cent"),
    ("It took in close to 300 litres.", 300, 300, "close to 300 litres"),
    ("It is valued in the range of five to six million euros.", 5e6, 6e6, "in the range of five to six million euros"),
    ("She crossed in under two hours.", None, 2, "under two hours"),
    ("It drew over three-and-a-half million visitors.", 3_500_000, None, "over three-and-a-half million"),
    ("It cost a million and a half dinars.", 1_500_000, 1_500_000, "a million and a half"),
    ("It has a one-in-five chance.", 0.2, 0.2, "one-in-five"),
    ("All 189 aboard died.", 189, 189, "189"),
    ("A 41-year-old gardener won.", 41, 41, "41-year-old"),
    ("Barely half voted.", 0.5, 0.5, "Barely half"),
    ("He won the 400 m hurdles.", 400, 400, "400 m"),
    ("They sold 1.5 m copies.", 1_500_000, 1_500_000, "1.5 m"),
    ("One out of every thousand seeds failed.", 0.001, 0.001, "One out of every thousand"),
    ("It drew one-to-two hundred guests.", 100, 200, "one-to-two hundred"),
    ("The ascent took 2 hours, 1 minute and 39 seconds.", 7299, 7299, "2 hours, 1 minute and 39 seconds"),
    ("The door is 6 feet 2 inches tall.", 74, 74, "6 feet 2 inches"),
    ("A hundred-odd guests came.", 100, 100, "A hundred-odd"),
    ("It grew as large as 21 hectares.", None, 21, "as large as 21 hectares"),
    ("It is as low as 3 hectares.", 3, None, "as low as 3 hectares"),
    ("It takes as little as two hours.", 2, None, "as little as two hours"),
    ("It covers well over 200 hectares.", 200, None, "well over 200 hectares"),
    ("It covers just under 200 hectares.", 180, 200, "just under 200 hectares"),
    ("It lies less than a kilometre away.", None, 1, "less than a kilometre"),
    ("It may happen within a year.", None, 1, "within a year"),
    ("It ran for more than a decade.", 1, None, "more than a decade"),
    ("It took an hour and a half.", 1.5, 1.5, "an hour and a half"),
    ("It fell short of a quarter of a million votes.", None, 250_000, "short of a quarter of a million"),
    ("They found a large number of drums.", None, None, "a large number of"),
    ("They found an increasing number of drums.", None, None, "an increasing number of"),
    ("They found lots of drums.", None, None, "lots of"),
    ("They found many drums.", None, None, "many"),
    ("They found several hundred thousand drums.", 200_000, 999_999, "several hundred thousand"),
    ("A few are empty.", 2, 9, "A few"),
    ("They took one or two days.", 1, 2, "one or two days"),
    ("It held up to one or two hundred drums.", 100, 200, "up to one or two hundred"),
    ("It held between 6,000 and10,000 tonnes.", 6000, 10_000, "between 6,000 and10,000 tonnes"),
    ("It happened in March 1999 20-30 tons were made.", 20, 30, "20-30 tons"),
    ("Nine out of ten drums leaked.", 0.9, 0.9, "Nine out of ten"),
    ("One in five drums leaked.", 0.2, 0.2, "One in five"),
    ("More than half were empty.", 0.5, None, "More than half"),
    ("The boys are between the ages of 14 and 18.", 14, 18, "between the ages of 14 and 18"),
    ("Nobody below the age of fifteen may enter.", None, 15, "below the age of fifteen"),
    ("The quake had magnitude 6.3 there.", 6.3, 6.3, "6.3"),
    ("A 5.5-magnitude quake struck.", 5.5, 5.5, "5.5"),
    ("He was 80.", 80, 80, "80"),
    ("The blast hit the market, killing four.", 4, 4, "four"),
    ("It drew 1.5m people.", 1_500_000, 1_500_000, "1.5m"),
    ("They were found under three metres of mud.", None, 3, "under three metres"),
    ("They were pulled from under three metres of mud.", 3, 3, "three metres"),
    ("The points fall under three headings.", 3, 3, "three"),
    ("They have control over two towns.", 2, 2, "two"),
    ("They are concerned about two towns.", 2, 2, "two"),
]


@pytest.mark.parametrize(("text", "low", "high", "span"), SPANS)
def test_span_and_ends(text: str, low: float | None, high: float | None, span: str) -> None:
    found = only(text)

    assert found.span.of(text) == span
    assert [found.low, found.high] == [pytest.approx(low), pytest.approx(high)]


SEVERAL = [
    ("The toll rose from 5,000 to 7,000.", [("5,000", 5000, 5000), ("7,000", 7000, 7000)]),
    ("Five were filled with toxin and 16 with salt.", [("Five", 5, 5), ("16", 16, 16)]),
    ("The House voted 220-192 to pass it.", [("220", 220, 220), ("192", 192, 192)]),
    ("It passed 230-to-198 on a vote.", [("230", 230, 230), ("198", 198, 198)]),
    ("It built a number of 40 km pipes.", [("a number of", None, None), ("40 km", 40, 40)]),
    ("It has a range of 150 km and a range of uses.", [("150 km", 150, 150), ("a range of", None, None)]),
    ("Dead: 12. Injured: 30.", [("12", 12, 12), ("30", 30, 30)]),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_numbers_that_belong_together(text: str, expected: list[tuple[str, float | None, float | None]]) -> None:
    assert read(text) == expected


COUNTED = [
    ("Those are the three most powerful factors.", "powerful factor"),
    ("They wrote to a number of other state and federal agencies.", "state federal agency"),
    ("He sent 19 “unvarnished accounts” home.", "unvarnished account"),
    ("It made five different (unspecified) agents.", "different agent"),
    ("They checked 20 declared sites.", "declared site"),
    ("They killed three of his co-authors.", "co-author"),
    ("They fed three million Iraqis.", "Iraqi"),
    ("They moved about 5,000 U.S. troops.", "U.S troop"),
    ("They elected 170 MPs.", "MP"),
    ("Nearly 1,000 were civilians.", "civilian"),
    ("They found 50 of these missiles.", "missile"),
    ("It can be used within 45 minutes of an order.", ""),
    ("The number of dead sheep was 40.", "dead sheep"),
    ("Casualties: 12.", "casualty"),
    ("The wounded numbered 12.", "wounded"),
    ("The fund saved 14,000 lives last winter.", "life"),
    ("They hired a five-person crew.", "person"),
    ("They held “up to 20” missiles.", "missile"),
]


@pytest.mark.parametrize(("text", "counted"), COUNTED)
def test_what_is_counted(text: str, counted: str) -> None:
    assert only(text).counted == counted


UNITS = [
    ("It weighed about ten lbs.", "lb"),
    ("It weighed five kg.", "kg"),
    ("It is made of 18-karat gold.", "karat"),
    ("It holds 31 billion imperial gallons.", "imp gal"),
    ("They pump 2.5m barrels of oil a day.", "bbl/d"),
    ("They owe 300 Saudi riyals.", "SAR"),
    ("The ticket cost 200 pounds.", "GBP"),
    ("The calf weighs 200 pounds.", "lb"),
    ("He worked there for 18+ years.", "year"),
    ("Ann Reed, a retired miner, was 78.", "year"),
    ("The final score was 78.", ""),
]


@pytest.mark.parametrize(("text", "unit"), UNITS)
def test_unit(text: str, unit: str) -> None:
    assert only(text).unit == unit


ATTRIBUTES = [
    "The two barns are alike.",
    "She came with her three daughters.",
    "She spoke for the farm's 40 herdsmen.",
    "They act with two vets' approval.",
    "It was a quake of magnitude 6.3.",
    "It was a 6.3 magnitude quake.",
    "Nobody below the age of fifteen may enter.",
    "Ann Reed, a retired miner, was 78.",
    "They hired a five-person crew.",
    "She served eight years as mayor.",
    "They quarrelled for years.",
    "It was the eldest of the eight.",
    "They own rockets over 70 km.",
    "They own 155 millimetre ‘binary’ rounds.",
    "It came about an hour and a half after the vote.",
    "It lies less than a kilometre to the south.",
]
VALUES = [
    "Two barns are alike.",
    "It reached a top speed of 60 mph.",
    "It is valued in the range of five to six million euros.",
    "She finished more than six minutes ahead.",
    "It was 81 seconds faster than the last one.",
    "They received seven-year prison terms.",
    "It went past the 10,000 mark.",
]
ROLES = [*((text, "attribute") for text in ATTRIBUTES), *((text, "value") for text in VALUES)]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_what_describes_is_apart_from_what_is_claimed(text: str, role: str) -> None:
    assert only(text).role == role


def test_a_conversion_in_brackets_has_the_role_of_what_it_converts() -> None:
    found = quantities.find("The mill stands about 50 miles (80 km) south of the town.")

    assert [each.role for each in found] == ["attribute", "attribute"]


@pytest.mark.parametrize(
    "text", ["Five warheads held toxin and 16 salt.", "Five warheads failed; 16 with toxin did not."]
)
def test_what_is_left_out_counts_what_the_last_number_did(text: str) -> None:
    assert [found.unit for found in quantities.find(text)] == ["warhead", "warhead"]


NONE = [
    "It is a breach of 1441.",
    "They spoke of Sections 6.2 and 6.5.",
    "See paragraphs 14, 16 and 20.",
    "It was solved by air power”.100 Later he said so.",
    "He went home.” 294 In the end he came back.",
    "Contents ........ 174",
    "Troops of 7 Armoured Brigade and 1 (UK) Armoured Division came.",
    "The spokesman of 10 Downing Street said so.",
    "It lasted from 664 b.c.e. to 250 c.e. there.",
    "The twenty-sixth dynasty fell.",
    "It was their number one helmet.",
    "Some one of us departs.",
    "We were open to a deal but did not want one.",
    "One day he left.",
    "Zero tolerance is their rule.",
    "Phase two, and page three, come next.",
    "How many, and so many, it did not say.",
    "They did not find as many as that.",
    "The most important orchards lie in the north.",
    "It is most likely so.",
    "He spent some time in some kind of barn.",
    "The little house is little known.",
    "No two orchards are alike.",
    "They met the Group of 77.",
    "They met at the six o'clock bell.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_quantity(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("noun", FEW_OF)
@pytest.mark.parametrize("article", ["a", "an", "a large", "an increasing", "A very small"])
def test_each_noun_of_quantity_is_read_behind_each_article(article: str, noun: str) -> None:
    assert only(f"{article} {noun} of drums").vague


HOSTILE = ["1" * 200_000, "1 and " * 3_000,
           "one and " * 3_000, "one in " * 3_000, "many " * 3_000, "a few of " * 3_000,
           "half a " * 5_000, "5 (" + "a " * 20_000, "-" * 90_000 + "5", " " * 90_000 + "5",
           "5" + " " * 90_000 + "tons", "5 " + "dogs and " * 9_000, "less than a " * 9_000 + "year",
           "voted 220-192 " * 2_000]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_through(text: str) -> None:
    assert all(found.span.end <= len(text) for found in quantities.find(text))


PIECES = st.sampled_from(
    [text for text, *_ in SPANS]
    + [text for text, _ in COUNTED]
    + NONE
    + ["an ", "one ", "½", "\u0130", "é", "one", "(", "]"]
)


@given(st.lists(PIECES, max_size=8).map("".join) | st.text(max_size=60))
def test_quantities_are_in_order_apart_and_inside_the_text(text: str) -> None:
    end = 0
    for found in quantities.find(text):
        assert end <= found.span.start < found.span.end <= len(text)
        assert found.low is None or found.high is None or found.low <= found.high
        end = found.span.end


@pytest.mark.parametrize(
    "text", ["A zerofold rise.", "A zero-fold rise.", "Zero in five failed.", "0 out of 0 failed."]
)
def test_zero_is_a_number_too(text: str) -> None:
    assert all(found.low == 0 for found in quantities.find(text))


@given(st.text())
def test_lower_case_keeps_every_offset(text: str) -> None:
    assert len(lowered(text)) == len(text)


@given(st.lists(st.text("abc", min_size=1), min_size=1, max_size=8), st.text("abc", min_size=1))
def test_a_trie_matches_its_words_and_no_other(words: list[str], other: str) -> None:
    pattern = re.compile(trie(words))

    assert all(pattern.fullmatch(word) for word in words)
    assert bool(pattern.fullmatch(other)) == (other in words)
