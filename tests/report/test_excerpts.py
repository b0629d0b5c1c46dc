"""What a side shows of its document: the quote, its surroundings, the words that clash."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Layout, Party, Segment, Span
from reconcile.report import quotes
from report import dossiers as a

spans = st.tuples(st.integers(0, 900), st.integers(0, 900)).map(lambda ends: Span(min(ends), max(ends) + 1))


def side(
    text: str = "They say that Iraq held no weapons. Others doubt it.", quote: str = "Iraq held no weapons"
) -> Party:
    within = a.document(text)
    return a.party(within, a.claim(within, quote))


def marked(shown: quotes.Excerpt) -> list[str]:
    return [piece.text for piece in shown.pieces if piece.marked]


@given(marks=st.lists(spans, max_size=6), before=st.text(max_size=300), after=st.text(max_size=300))
def test_pieces_are_the_document_without_gap_or_overlap(marks: list[Span], before: str, after: str) -> None:
    party = side(f"{before}Iraq held no weapons{after}")
    shown = "".join(piece.text for piece in quotes.excerpt(party, marks).pieces)

    assert shown in party.document.text
    assert party.claim.quote in shown


@given(marks=st.lists(spans, max_size=6))
def test_exactly_what_lies_in_a_mark_is_marked(marks: list[Span]) -> None:
    words = " ".join(f"w{number}" for number in range(90))
    party = side(f"{words} Iraq held no weapons {words[::-1]}")
    shown = quotes.excerpt(party, marks)
    at = party.document.text.index("".join(piece.text for piece in shown.pieces))

    for piece in shown.pieces:
        inside = {any(mark.start <= place < mark.end for mark in marks) for place in range(at, at + len(piece.text))}
        assert inside <= {piece.marked}
        at += len(piece.text)


def test_a_mark_in_the_context_is_marked_as_context() -> None:
    party = side()
    shown = quotes.excerpt(party, [a.spot(party.document, "doubt")])

    assert [(piece.text, piece.quoted) for piece in shown.pieces if piece.marked] == [("doubt", False)]


def test_a_mark_over_the_edge_of_the_quote_is_cut_there() -> None:
    party = side()

    assert marked(quotes.excerpt(party, [a.spot(party.document, "that Iraq held")])) == ["that ", "Iraq held"]


def test_a_mark_far_away_is_named_and_not_shown() -> None:
    party = side("Iraq held no weapons. " + "So they said. " * 60)
    far = Span(400, 410)

    assert quotes.excerpt(party, [far]).elsewhere == (far,)


def test_context_begins_and_ends_with_whole_words() -> None:
    party = side("abcdefghi " * 30 + "Iraq held no weapons" + " abcdefghi" * 30)
    shown = "".join(piece.text for piece in quotes.excerpt(party, []).pieces)

    assert set(shown.replace("Iraq held no weapons", "").split()) == {"abcdefghi"}


def light(home: Span) -> Party:
    """Return a side as reports get it: without the text, with the paragraph that its claim lives in."""
    whole = side("Iraq held no weapons" + " and more" * 40)
    around = whole.document.text[20:60]
    return Party(
        whole.claim, replace(whole.document, text="", segments=(Segment(home, Layout.PARAGRAPH, ""),)), "", around
    )


@pytest.mark.parametrize(("end", "goes_on"), [(20, False), (60, False), (200, True)])
def test_what_ends_with_its_paragraph_does_not_seem_to_go_on(end: int, goes_on: bool) -> None:
    party = light(Span(0, end))
    shown = quotes.excerpt(replace(party, after=party.after[: max(0, end - 20)]), [])

    assert (shown.before, shown.after) == (False, goes_on)


def test_a_claim_longer_than_a_page_is_cut_and_says_by_how_much() -> None:
    text = "long " * 2000
    party = side(text, text)

    assert quotes.excerpt(party, []).cut == len(text) - quotes.LONGEST
