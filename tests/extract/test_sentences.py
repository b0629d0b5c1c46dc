"""Where sentences begin and end, and which are whole."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.extract.sentences import MARK, split
from reconcile.extract.view import View, repaired
from reconcile.model import Span

PIECES = ["He left. ", "It fell ", "Dr. ", "U.S. ", "“Yes.” ", "(a) ", "1. ", "• ", "– ", "...", "no. 5 ", "\n",
          "\u2029", "et al. ",
          "[1]", "government's ", "!?", "\"", "'", "😀", "e\u0301", "שלום. ", "\ud800"]  # fmt: skip

texts = st.one_of(st.text(), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4))).map("".join))


def view(text: str) -> View:
    return repaired(text, Span(0, len(text)))


def said(text: str, *, item: bool = False) -> list[str]:
    block = view(text)
    return [block.text[each.start : each.end] for each in split(block, item=item)]


def whole(text: str, *, item: bool = False) -> list[bool]:
    return [each.complete for each in split(view(text), item=item)]


@given(text=texts, item=st.booleans())
def test_sentences_are_in_order_apart_and_trimmed(text: str, item: bool) -> None:
    block, at = view(text), 0

    for each in split(block, item=item):
        assert at <= each.start < each.end <= len(block.text)
        assert block.text[each.start : each.end] == block.text[each.start : each.end].strip()
        at = each.end


@given(text=texts)
def test_only_blanks_and_marks_are_in_no_sentence(text: str) -> None:
    block, at = view(text), 0
    for start, end in [*((each.start, each.end) for each in split(block)), (len(block.text), 0)]:
        left, at = block.text[at:start], end

        while left.strip():
            mark = MARK.match(left)
            assert mark
            left = left[mark.end() :]


@given(text=texts)
def test_what_an_item_may_do_makes_no_sentence_incomplete(text: str) -> None:
    assert all(item >= plain for item, plain in zip(whole(text, item=True), whole(text), strict=True))


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Smith met Dr. Jones.", "Gen. Amer and Lt. Col. Ray spoke.", "See No. 5 and Nos. 6 to 9.",
        "It was Oslo vs. Rome.",
        "Smith et al. found it.", "It held approx. 12 tons.", "It fell in Jan. 2003 or on Sept. 4.",
        "The U.S. Army came.",
        "The U.S. officials said so.", "At 5 p.m. on Monday it rained.", "George W. Bush and J. K. Rowling met.",
        "It has e.g. This in it.", "Fig. 2 and Art. 5 and para. 7 and pp. 3 are cited.", "Then they left... and went.",
        "“What?” he asked.", '"Go!" they said.', "It cost 3.5 million.", "The firm (Acme Inc.) closed.",
        "It is at example.com now.",
        "See Vol. II of it.",
    ],
)  # fmt: skip
def test_no_cut_inside(sentence: str) -> None:
    assert said(f"First. {sentence} Last.") == ["First.", sentence.translate({0x201C: '"', 0x201D: '"'}), "Last."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left in the U.S. Then it fell.", ["He left in the U.S.", "Then it fell."]),
        ("He left at 5 p.m. The end came.", ["He left at 5 p.m.", "The end came."]),
        ("They chose Plan B. The end came.", ["They chose Plan B.", "The end came."]),
        ("It fell in May. Iraq left.", ["It fell in May.", "Iraq left."]),
        ("“It fell.” They left.", ['"It fell."', "They left."]),
        ("‘It fell.’ They left.", ["'It fell.'", "They left."]),
        ("It fell.On Monday it rose.", ["It fell.", "On Monday it rose."]),
        ("It fell.[3] It rose.", ["It fell.", "It rose."]),
        ("Basra. The plant was shut.", ["Basra.", "The plant was shut."]),
        ("14 October 2014. The plant was shut.", ["14 October 2014.", "The plant was shut."]),
        ("It fell. then it rose.", ["It fell.", "then it rose."]),
    ],
)
def test_a_cut_between(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(a) The plant was shut.", ["The plant was shut."]),
        ("1. The plant was shut. 2. It fell.", ["The plant was shut.", "It fell."]),
        ("• one thing • two things", ["one thing", "two things"]),
        ("– The plant was shut.", ["The plant was shut."]),
        ("The plant: (a) was shut; (b) fell.", ["The plant:", "was shut;", "fell."]),
        ("• One fell. Two rose.", ["One fell.", "Two rose."]),
        ("A. Smith left.", ["A. Smith left."]),
        ("•", []),
        (" \n ", []),
    ],
)
def test_marks_of_lists_are_in_no_sentence(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell. government's belief that it rose. It fell.", [True, False, True]),
        ("and so it fell.", [False]),
        (", which fell.", [False]),
        ("al-Qaeda fell.", [True]),
        ("eBay fell.", [True]),
        ("de Gaulle left.", [True]),
        ("It fell. It rose and", [True, False]),
        ("It fell and rose", [True]),
        ("It fell...", [False]),
        ("It fell… It rose.", [True, True]),
        ("3 plants fell.", [True]),
        ("(b) was shut.", [True]),
    ],
)
def test_a_sentence_cut_off_is_not_complete(text: str, expected: list[bool]) -> None:
    assert whole(text) == expected


def test_an_item_may_begin_in_lower_case() -> None:
    assert whole("was shut in 1998.", item=True) == [True]


def test_an_item_that_lost_its_article_is_not_complete() -> None:
    assert whole("government's belief that it rose.", item=True) == [False]


SEED = Path(__file__).parents[3] / "shared" / "seed.txt"


@pytest.mark.skipif(not SEED.exists(), reason="measures ../shared/seed.txt, which is not here")
def test_a_page_of_glued_and_damaged_sentences_is_cut_as_a_reader_would() -> None:
    assert [number for number, complete in enumerate(whole(SEED.read_text("utf-8")), 1) if not complete] == [2]
    assert len(whole(SEED.read_text("utf-8"))) == 16


HOSTILE = [
    "." * 200_000,
    "A. " * 70_000,
    "[" * 100_000,
    "word " * 200_000,
    "Mr. " * 50_000,
    "(1) " * 50_000,
    'a."' * 60_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:5])
def test_hostile_text_is_cut_to_its_end(text: str) -> None:
    block = view(text)

    assert split(block)[-1].end <= len(block.text)


def test_a_unit_per_second_may_end_a_sentence() -> None:
    text = "The pump gave 15 l/s. No repairs were made. The lorry did 30 km/h. Nobody was hurt."

    assert [text[each.start : each.end] for each in split(repaired(text, Span(0, len(text))))] == [
        "The pump gave 15 l/s.",
        "No repairs were made.",
        "The lorry did 30 km/h.",
        "Nobody was hurt.",
    ]
