"""Cues: where the tables let one be found, and that a clause costs no more than its words."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.extract import main_clause, modality, polarity
from reconcile.extract.hit import LONGEST, WORD, Folded, folded, table

CUES = {"polarity": polarity.CUES, "modality": modality.CUES, "clause": main_clause.CUES}
NO_ROWS = frozenset({"words", "named"})
ROWS = [
    (name, rule, key, row)
    for name in CUES
    for rule, keys in table(f"{name}.toml").items()
    if rule not in NO_ROWS
    for key, rows in keys.items()
    for row in rows
]
PHRASES = sorted({word for cues in CUES.values() for word in cues.words})
TEXTS = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from([*PHRASES, "the", "was", ",", ";", "(", ")", "“", "n’t", "that", "find"]), max_size=30
    ).map(" ".join),
)


@pytest.mark.parametrize(("name", "rule", "key", "row"), ROWS)
def test_a_cue_turns_on_one_word_that_stands_in_no_brackets(name: str, rule: str, key: str, row: str) -> None:
    before, *after = row.split("~")

    assert len(after) == 1, f"{name}.{rule} {key}"
    assert before.count("(") == before.count(")"), f"{name}.{rule} {key}"


@pytest.mark.parametrize("name", CUES)
def test_every_word_of_a_table_is_one_word_of_a_clause(name: str) -> None:
    assert [word for word in CUES[name].words if not WORD.fullmatch(word)] == []


@given(TEXTS)
def test_the_words_of_a_clause_are_those_of_its_text_in_order(text: str) -> None:
    clause = Folded(text)

    assert clause.placed() == [(found[0], found.start(), found.end()) for found in WORD.finditer(clause.text)]


@given(TEXTS)
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(folded(text).text) == min(len(text), LONGEST)


@pytest.mark.parametrize("name", CUES)
@given(text=TEXTS)
def test_no_two_cues_of_a_table_share_a_character(name: str, text: str) -> None:
    hits = sorted(CUES[name].found(folded(text)), key=lambda hit: hit.start)

    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert not any(one.meets(other.start, other.end) for one, other in pairwise(hits))


@given(TEXTS)
def test_of_a_clause_without_a_word_of_the_tables_nothing_is_read(text: str) -> None:
    plain = " ".join(word for word in re.split(r"\W+", text) if word.lower() not in PHRASES and word.isascii())

    assert (polarity.read(plain), modality.read(plain)) == (polarity.AFFIRMED, modality.PLAIN)


@pytest.mark.parametrize(
    "text", ["not " * 50_000, "which " * 50_000, "(" * 200_000, "." * 200_000, ", and was" * 30_000]
)
def test_a_damaged_page_is_read_as_far_as_a_clause_may_reach(text: str) -> None:
    assert (polarity.read(text), modality.read(text)) == (
        polarity.read(text[:LONGEST]),
        modality.read(text[:LONGEST]),
    )
