"""One claim per assertion."""

import pytest

from extract.prose_page import READINGS, said
from reconcile.extract.by_words.clauses import trimmed

CUTS = {
    "semicolon": (
        "The mill closed in 1920; the owner moved to Leeds.",
        ["The mill closed in 1920", "the owner moved to Leeds"],
    ),
    "and with a subject": (
        "The mill closed in 1920, and the owner moved to Leeds.",
        ["The mill closed in 1920", "the owner moved to Leeds"],
    ),
    "whereas": ("The mill closed, whereas the mine stayed open.", ["The mill closed", "the mine stayed open"]),
    "comma lost its space": (
        "The mill closed,and the owner moved to Leeds.",
        ["The mill closed", "the owner moved to Leeds"],
    ),
    "second predicate behind a comma": (
        "The choir drew its singers from four towns, and was able to tour by 1983.",
        ["The choir drew its singers from four towns", "was able to tour by 1983"],
    ),
    "second predicate with a year of its own": (
        "The mine opened in 1901 and closed in 1950.",
        ["The mine opened in 1901", "closed in 1950"],
    ),
}


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize(("sentence", "parts"), CUTS.values(), ids=CUTS)
def test_clauses_with_a_verb_of_their_own_are_claims_of_their_own(
    sentence: str, parts: list[str], reading: str
) -> None:
    assert [text for _, text in said(sentence, reading)] == parts


WHOLE = {
    "coordinated nouns": "The navy and the coast guard searched the bay.",
    "shared object": "The museum bought and restored at least forty clocks.",
    "a list that ends with a participle": "The shed held 2,500 lamps, 180 kg of wax, and many jars filled with oil.",
    "coordination in a relative clause": "It led to a war in which the North and the South lost many men.",
    "or between nouns": "The firm sold no coal or gas abroad.",
}


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("sentence", WHOLE.values(), ids=WHOLE)
def test_what_has_one_verb_is_one_claim(sentence: str, reading: str) -> None:
    assert [text for _, text in said(sentence, reading)] == [sentence.rstrip(".")]


@pytest.mark.parametrize(
    ("piece", "kept"),
    [
        ("that the mine closed.", "the mine closed"),
        ("But the mine closed,", "the mine closed"),
        ("That could be so", "That could be so"),
        ('"The mine closed."', "The mine closed"),
        ("sold in the U.S.", "sold in the U.S."),
    ],
)
def test_a_quote_has_no_joining_word_and_no_mark_at_its_edges(piece: str, kept: str) -> None:
    start, end = trimmed(piece, 0, len(piece))

    assert piece[start:end] == kept
