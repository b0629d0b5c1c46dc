"""Tokens to syntax: trees whatever the tokens, the same ones whatever stands beside them, and plain sentences right."""

import hashlib
from collections.abc import Sequence
from importlib.resources import files
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.extract.syntax import OVERLAP, WINDOW, Syntax, network, parse, tree
from reconcile.extract.tokens import TOKEN

WORDS = "The inspectors said that Iraq's weapons were destroyed in 1991 , but they didn't find 122mm rockets .".split()
ODD = ["", " ", "\ud800", "\0", "😀", "e\u0301", "\ufdfa", "x" * 5000, "-", "''", "U.S.", "\u0661\u0662", "a\nb"]

forms = st.one_of(st.sampled_from(WORDS + ODD), st.text(max_size=6))
sentences = st.lists(forms, max_size=24)

calm = settings(max_examples=40, deadline=None)


def tokens(text: str) -> list[str]:
    return TOKEN.findall(text)


def read(text: str) -> tuple[list[str], Syntax]:
    return tokens(text), parse([tokens(text)])[0]


def roots(syntax: Syntax) -> list[int]:
    return [number for number, head in enumerate(syntax.heads) if head == number]


def reaches(syntax: Syntax, number: int) -> int:
    """Return where one comes to by following heads, as many times as there are tokens."""
    for _ in syntax.heads:
        number = syntax.heads[number]
    return number


def is_tree(syntax: Syntax) -> bool:
    return {reaches(syntax, number) for number in range(len(syntax.heads))} == set(roots(syntax))


@calm
@given(sentences)
def test_every_column_is_as_long_as_the_sentence(sentence: list[str]) -> None:
    syntax = parse([sentence])[0]

    assert {len(syntax.tags), len(syntax.heads), len(syntax.labels), len(syntax.entities)} == {len(sentence)}


@calm
@given(sentences.filter(bool))
def test_there_is_one_root_and_no_cycle(sentence: list[str]) -> None:
    syntax = parse([sentence])[0]

    assert len(roots(syntax)) == 1
    assert is_tree(syntax)


@calm
@given(sentences.filter(bool))
def test_the_root_alone_is_labelled_so(sentence: list[str]) -> None:
    syntax = parse([sentence])[0]

    assert [number for number, label in enumerate(syntax.labels) if label == "ROOT"] == roots(syntax)


@calm
@given(st.lists(sentences, max_size=12))
def test_a_sentence_reads_the_same_whatever_stands_beside_it(several: list[list[str]]) -> None:
    assert parse(several) == [parse([each])[0] for each in several]


@calm
@given(st.lists(sentences, max_size=8))
def test_the_order_of_sentences_does_not_matter(several: list[list[str]]) -> None:
    assert parse(several[::-1])[::-1] == parse(several)


@calm
@given(sentences)
def test_what_goes_on_in_a_name_has_begun(sentence: list[str]) -> None:
    kinds = ["O", *parse([sentence])[0].entities]

    assert all(now[2:] == before[2:] for before, now in pairwise(kinds) if now.startswith("I-"))


def test_nothing_gives_nothing() -> None:
    assert parse([]) == []
    assert parse([[], ["Yes"], []])[0] == Syntax([], [], [], [])


@pytest.mark.parametrize("length", [WINDOW, WINDOW + 1, 2 * WINDOW - OVERLAP, 2 * WINDOW - OVERLAP + 1, 5000])
def test_a_very_long_sentence_is_one_tree(length: int) -> None:
    syntax = parse([(WORDS * length)[:length]])[0]

    assert len(syntax.heads) == length
    assert len(roots(syntax)) == 1
    assert is_tree(syntax)


def test_a_long_sentence_reads_like_its_parts_away_from_the_seams() -> None:
    long, short = parse([WORDS * 40, WORDS])

    assert long.tags[: len(WORDS) - 1] == short.tags[:-1]


@given(
    st.integers(1, 9).flatmap(
        lambda n: st.lists(st.lists(st.floats(-9, 9, width=32), min_size=n, max_size=n), min_size=n, max_size=n)
    )
)
def test_any_scores_make_a_tree(scores: list[list[float]]) -> None:
    found = tree.heads(np.array([scores], dtype=np.float32), np.array([len(scores)]))[0].tolist()

    assert is_tree(Syntax([], found, [], []))
    assert len(roots(Syntax([], found, [], []))) == 1


@given(st.integers(1, 12).flatmap(lambda n: st.lists(st.integers(0, n - 1), min_size=n, max_size=n)))
def test_any_heads_are_made_one_tree(found: Sequence[int]) -> None:
    whole = Syntax([], tree.rooted(found), [], [])

    assert len(roots(whole)) == 1
    assert is_tree(whole)


def test_a_tree_stays_as_it_is() -> None:
    assert tree.rooted([1, 1, 1, 2]) == [1, 1, 1, 2]


def test_the_weights_are_those_that_belong_here() -> None:
    content = (files("reconcile.extract.syntax") / network.WEIGHTS).read_bytes()

    assert hashlib.sha256(content).hexdigest() == network.DIGEST
    assert len(content) < 4_000_000


def test_other_weights_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "DIGEST", "0" * 64)

    with pytest.raises(network.WeightsDamaged, match="install reconcile again"):
        network.weights.__wrapped__()


SUBJECTS = [
    ("The inspectors found no weapons.", "inspectors", "found"),
    ("The minister of defence resigned on Friday.", "minister", "resigned"),
    ("Iraq destroyed its missiles in 1991.", "Iraq", "destroyed"),
    ("Officials in Baghdad believe the report.", "Officials", "believe"),
    ("The bridge was closed in May.", "bridge", "closed"),
    ("Several witnesses who saw the attack described two men.", "witnesses", "described"),
]


@pytest.mark.parametrize(("text", "subject", "verb"), SUBJECTS)
def test_a_subject_depends_on_its_verb(text: str, subject: str, verb: str) -> None:
    found, syntax = read(text)

    assert found[syntax.heads[found.index(subject)]] == verb
    assert syntax.labels[found.index(subject)] in {"nsubj", "nsubjpass"}


FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})

VERBS = [
    ("The report claims that costs rose sharply.", ["claims", "rose"]),
    ("The claims in the report remain open.", ["remain"]),
    ("They didn't destroy the seized weapons.", ["didn't"]),
    ("Inspectors could not visit the site before it burned.", ["could", "burned"]),
    ("The men accused of the crime were released.", ["were"]),
    ("The committee meets to discuss proposed changes.", ["meets"]),
]


@pytest.mark.parametrize(("text", "verbs"), VERBS)
def test_finite_verbs_are_told_from_participles_and_nouns(text: str, verbs: list[str]) -> None:
    found, syntax = read(text)

    assert [form for form, tag in zip(found, syntax.tags, strict=True) if tag in FINITE] == verbs


CLAUSES = [
    ("The minister said that the factory was empty.", "said", "was"),
    ("Inspectors reported that Iraq had destroyed the missiles.", "reported", "destroyed"),
    ("The agency believes the shipment arrived in June.", "believes", "arrived"),
]


@pytest.mark.parametrize(("text", "verb", "said"), CLAUSES)
def test_what_is_said_depends_on_the_verb_of_saying(text: str, verb: str, said: str) -> None:
    found, syntax = read(text)

    assert found[syntax.heads[found.index(said)]] == verb
    assert syntax.labels[found.index(said)] == "ccomp"


def test_names_are_found_with_their_kinds() -> None:
    found, syntax = read("Hans Blix met officials in Baghdad.")

    assert [syntax.entities[found.index(form)] for form in ("Hans", "Blix", "Baghdad")] == [
        "B-PERSON",
        "I-PERSON",
        "B-GPE",
    ]
