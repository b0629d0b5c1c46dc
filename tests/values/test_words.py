"""Words: base forms and terms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.values import words


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("resumed", "resume"), ("making", "make"), ("bodies", "body"), ("stopped", "stop"), ("overthrew", "overthrow"),
        ("men", "man"), ("programmes", "program"), ("stabilising", "stabilize"), ("judgement", "judgment"),
        ("witnesses", "witness"), ("glass", "glass"), ("zyzzyx", "zyzzyx"),
    ],
)  # fmt: skip
def test_a_form_has_a_base(form: str, base: str) -> None:
    assert words.lemma(form) == base


def concepts(text: str) -> list[str]:
    return [term.concept for term in words.terms(text)]


def test_adjectives_that_share_a_head_are_several_things() -> None:
    assert concepts("nuclear, chemical or biological weapons") == [
        "nuclear_weapon",
        "chemical_weapon",
        "biological_weapon",
    ]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("its CW program", ["chemical_weapon", "program"]),
        ("WMD", ["weapon_of_mass_destruction"]),
        ("the U.S. army", ["united_states", "army"]),
        ("Iraqi officials", ["iraq", "official"]),
        ("a nerve-agent rocket", ["nerve_agent", "rocket"]),
        ("it had gone on", ["go_on"]),
    ],
)
def test_one_thing_has_one_concept(said: str, meant: list[str]) -> None:
    assert concepts(said) == meant


def test_a_capital_that_opens_a_sentence_makes_no_name() -> None:
    first = words.terms("Inspectors left. Bombs fell")

    assert not any(term.name for term in first)


@given(st.text(max_size=200))
def test_terms_stand_in_the_text_in_order(text: str) -> None:
    found = words.terms(text)

    assert all(0 <= term.start < term.end <= len(text) for term in found)
    assert [term.start for term in found] == sorted(term.start for term in found)
