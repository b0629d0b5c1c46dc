"""Reading word by word gives what reading the whole text gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.match.reading import Reader
from reconcile.values import words
from reconcile.values.vocabulary import Vocabulary

WORDS = st.sampled_from(
    """the Iraq of nuclear and Chemical weapons weapon biological agents WMD CW mustard gas United States
    Kingdom went on carried out gone
    Resumed production programmes U.S. 2,500 March Keep old New tons don't Iraq's services""".split()
)
GAPS = st.sampled_from([" ", " ", " ", ", ", ". ", ' "', "-", "  ", "   ", "' ", " (", "\n", ": "])


@given(st.lists(st.tuples(WORDS, GAPS), max_size=12))
def test_word_by_word_gives_what_the_whole_text_gives(parts: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in parts)
    reader = Reader()

    numbers = reader.read(text)

    kinds = list(reader.kinds)
    assert [kinds[n] for n in numbers] == [(t.concept, t.name) for t in words.terms(text)]


@pytest.mark.parametrize("text", ["", "the of", "...", "Iraq"])
def test_next_to_nothing_is_read_too(text: str) -> None:
    assert len(Reader().read(text)) == len(words.terms(text))


def test_a_thing_is_read_under_the_name_that_the_vocabulary_has() -> None:
    reader = Reader(Vocabulary(aliases={"First Engineering Brigade": ("Bravo Cell",)}))

    assert reader.read("The Bravo Cell left") == reader.read("The First Engineering Brigade left")
