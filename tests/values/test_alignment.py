"""Alignment: which word answers to which."""

from reconcile.values import words
from reconcile.values.alignment import align, covered
from reconcile.values.senses import Sense


def test_each_word_finds_the_one_that_answers_best() -> None:
    left = words.terms("Iraq had resumed making mustard")
    right = words.terms("Iraq made chemical munitions again")

    found = {pair.left.concept: (pair.right.concept, pair.sense) for pair in align(left, right)}

    assert found["make"] == ("make", Sense.SAME)
    assert found["mustard"] == ("chemical_munition", Sense.NARROWER)


def test_the_same_words_cover_each_other_wholly() -> None:
    terms = words.terms("Iraq destroyed the stockpile")

    assert covered(terms, align(terms, terms)) == 1.0


def test_nothing_covers_nothing() -> None:
    assert covered((), ()) == 0.0
