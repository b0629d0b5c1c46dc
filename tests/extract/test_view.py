"""A block as one reads it, and the way back to its characters."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reconcile.extract.view import LIKENESS, View, repaired
from reconcile.model import Span

PIECES = [
    "programs.On", "1991.It", "[13]", " [^1] ", "word[a]", "com-\npleted", "north-\r\nwest", "\u00ad\n", "\ufffe",
    "\u200b", "\u2028", "\u2029", "\x85", "\r\n", "\xa0\t", "“", "”", "’", "\u2011", "U.S.", "e.g.", "3.5", "**",
    "_x_", "\\*", "[text](url)", "`", "e\u0301", "שלום", "\u202e", "😀", "𝔄", "cyanide¹.", "?”They", " ",
]  # fmt: skip

texts = st.one_of(st.text(), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4))).map("".join))


def read(text: str, *, markdown: bool = False) -> str:
    return repaired(text, Span(0, len(text)), markdown=markdown).text


def seen(view: View) -> list[tuple[int, Span]]:
    """Where each character that is not blank stands."""
    return [(at, view.origin(at, at + 1)) for at, sign in enumerate(view.text) if not sign.isspace()]


@given(before=texts, text=texts, after=texts, markdown=st.booleans())
@example(before="", text="ends.\u201cThey", after="", markdown=False)
def test_each_character_stands_for_one_of_the_segment(before: str, text: str, after: str, markdown: bool) -> None:
    document, span = before + text + after, Span(len(before), len(before + text))

    view = repaired(document, span, markdown=markdown)

    for at, place in seen(view):
        assert span.start <= place.start < place.end == place.start + 1 <= span.end
        assert place.of(document).translate(LIKENESS) == view.text[at]


@given(text=texts, markdown=st.booleans())
def test_order_is_kept(text: str, markdown: bool) -> None:
    places = [place.start for _, place in seen(repaired(text, Span(0, len(text)), markdown=markdown))]

    assert places == sorted(set(places))


@given(text=texts, cut=st.tuples(st.integers(0, 60), st.integers(0, 60)))
def test_a_span_begins_and_ends_with_what_is_read(text: str, cut: tuple[int, int]) -> None:
    view = repaired(text, Span(0, len(text)))
    start, end = (min(offset, len(view.text)) for offset in sorted(cut))

    found = view.origin(start, end)

    assert 0 <= found.start <= found.end <= len(text)
    said = view.text[start:end].strip()
    ends = found.of(text).translate(LIKENESS)
    assert (ends[:1], ends[-1:]) == (said[:1], said[-1:])


@given(text=texts)
def test_blanks_are_single_spaces(text: str) -> None:
    found = read(text)

    assert "  " not in found
    assert all(sign == " " for sign in found if sign.isspace())


@given(text=st.text(alphabet="abc dE\n", max_size=60))
def test_nothing_but_blanks_is_dropped_from_plain_text(text: str) -> None:
    assert read(text).split() == text.split()


REPAIRED = {
    "a stop glued to a word": ("their programs.On Monday", "their programs. On Monday"),
    "a stop glued to a year": ("in 1991.It ended", "in 1991. It ended"),
    "a stop glued to a damaged acronym": ("in 1991.U. investigators came", "in 1991. U. investigators came"),
    "a stop glued to an acronym": ("the plant.UNSCOM left", "the plant. UNSCOM left"),
    "a stop glued to an article": ("the plant.A team left", "the plant. A team left"),
    "a stop glued after an acronym": ("the U.S.The end", "the U.S. The end"),
    "a stop glued to a decade": ("in the 1960s.During it", "in the 1960s. During it"),
    "a stop glued to a letter": ("on channel x.They left", "on channel x. They left"),
    "a stop glued after a bracket": ("the Group (ISG).In May", "the Group (ISG). In May"),
    "a closing quote glued": ("“the programme.”They left", '"the programme." They left'),
    "a quote glued on": ("They left.“We stay", 'They left. "We stay'),
    "a mark after a stop": ("They left.[13] We stay.", "They left. We stay."),
    "a mark that glues": ("They left.[13]We stay.", "They left. We stay."),
    "a mark before a stop": ("cyanide[1], and", "cyanide, and"),
    "several marks": ("They left.[1][2] [3, 4] We", "They left. We"),
    "a letter for a mark": ("the plant[a] was", "the plant was"),
    "a named mark": ("the plant[^note] was", "the plant was"),
    "a raised number": ("the facilities¹ were shut.² Then", "the facilities were shut. Then"),
    "a word parted at a line's end": ("was com-\npleted", "was completed"),
    "a word parted on Windows": ("was com-\r\npleted", "was completed"),
    "a compound at a line's end": ("north-\nwest and non-\nnuclear", "north-west and non-nuclear"),
    "a chain at a line's end": ("state-of-the-\nart", "state-of-the-art"),
    "a name at a line's end": ("Al-\nKindi", "Al-Kindi"),
    "years at a line's end": ("1980-\n1988", "1980-1988"),
    "a hanging hyphen": ("short-\nand long-range", "short- and long-range"),
    "a soft hyphen": ("so\u00adft and sof\u00ad\nter", "soft and softer"),
    "what a PDF leaves for a hyphen": ("pro\ufffegramme", "programme"),
    "blanks": ("a\xa0\t b\u2028c\x85d", "a b c d"),
    "characters that are not seen": ("a\u200bb \u200b c\ufeff", "ab c"),
    "quotes and primes": ("‘a’ “b” 5′ 6″", "'a' \"b\" 5' 6\""),
    "a hyphen that keeps together": ("non\u2011nuclear", "non-nuclear"),
}


@pytest.mark.parametrize("name", REPAIRED)
def test_damage_is_repaired(name: str) -> None:
    text, expected = REPAIRED[name]

    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the U.S. and the U.N.", "e.g. this, i.e. that", "3.5 tons", "see example.com now", "by J.K. Rowling",
        "J.K.Rowling",
        "a Ph.D. in", "Booking.Com pays", "see https://a.example/One.Two", "they [a]ll agreed", "it is [a] lie",
        "in [1983] they", "20 km² and 5 m³", "12 metres²", "1980–1988", "wait... Then", "3.B", "well-known", "a_b * c",
        "**bold**", "dash — kept",
    ],
)  # fmt: skip
def test_what_is_whole_is_left(text: str) -> None:
    assert read(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Head.** Some _text_ and *more*", "Head. Some text and more"),
        (r"a \*star\* and 2\. two", "a *star* and 2. two"),
        ("see [the report](https://a.example/b) now", "see the report now"),
        ('see [it](u "A title").', "see it."),
        ("said so.[13](#note-13) Then", "said so. Then"),
        (r"said so.\[13\] Then", "said so. Then"),
        ("snake_case and 2*3*4 stay", "snake_case and 2*3*4 stay"),
    ],
)
def test_markdown_is_reduced_to_its_words(text: str, expected: str) -> None:
    assert read(text, markdown=True) == expected


def test_a_quote_over_a_repair_holds_what_was_repaired() -> None:
    text = "xx They com-\npleted it.[13] xx"
    view = repaired(text, Span(3, 28))
    start = view.text.index("completed")

    assert view.origin(start, len(view.text)).of(text) == "com-\npleted it."


HOSTILE = [
    "." * 200_000,
    "A. " * 70_000,
    "[" * 100_000,
    "x" * 1_000_000,
    "-\n" * 100_000,
    "[a](" * 50_000,
    "*_" * 100_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:6].encode("unicode_escape").decode())
@pytest.mark.parametrize("markdown", [False, True])
def test_hostile_text_is_read_to_its_end(text: str, markdown: bool) -> None:
    view = repaired(text, Span(0, len(text)), markdown=markdown)

    assert view.origin(0, len(view.text)).end <= len(text)
