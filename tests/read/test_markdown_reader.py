"""What Markdown is made of, and what its front matter says."""

from collections.abc import Callable

import pytest

from reconcile import read

Parse = Callable[..., read.Page]


def shape(page: read.Page) -> list[tuple[str, str]]:
    return [(segment.layout.value, segment.span.of(page.text)) for segment in page.segments]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# One #\n\nText\ngoes on.", [("heading", "One"), ("paragraph", "Text\ngoes on.")]),
        ("One\ntwo\n===\nText.", [("heading", "One\ntwo"), ("paragraph", "Text.")]),
        ("- a\n  b\n- c\n\n  d\n\ne", [("item", "a\n  b"), ("item", "c"), ("item", "d"), ("paragraph", "e")]),
        ("1. a\n2) b\n   * c", [("item", "a"), ("item", "b"), ("item", "c")]),
        ("Text.[^1]\n\n[^1]: Note\n    goes on.", [("paragraph", "Text.[^1]"), ("note", "Note\n    goes on.")]),
        ("> a\n> b\n>\n> c", [("quotation", "a\n> b"), ("quotation", "c")]),
        ("Text.\n```\ncode\n\n# no\n```\nMore.", [("paragraph", "Text."), ("boilerplate", "```\ncode\n\n# no\n```"), ("paragraph", "More.")]),  # noqa: E501
        ("a\n\n---\n\n[x]: http://example.org\n\n<!-- no\n\nno -->\n\nb", [("paragraph", "a"), ("paragraph", "b")]),
        ("| a | b |\n|---|:-:|\n| 1 | 2 |\n\nText.", [("boilerplate", "| a | b |\n|---|:-:|\n| 1 | 2 |"), ("paragraph", "Text.")]),  # noqa: E501
        ("Home | About | Print\n\nText.", [("boilerplate", "Home | About | Print"), ("paragraph", "Text.")]),
        ("#hash is no heading.", [("paragraph", "#hash is no heading.")]),
        ("* a\r\n* b\r\n", [("item", "a"), ("item", "b")]),
    ],
)  # fmt: skip
def test_blocks(page: Parse, text: str, expected: list[tuple[str, str]]) -> None:
    assert shape(page(".md", text)) == expected


def test_front_matter_says_what_and_belongs_to_no_block(page: Parse) -> None:
    text = "---\ntitle: 'It: said'\nDate: 2003-06-06\nauthor: [A, B]\nunknown: {a: 1}\n---\n\n# It\n\nText.\n"
    found = page(".md", text)

    assert (found.facts.title, found.facts.date, found.facts.author) == ("It: said", "2003-06-06", "A; B")
    assert found.text == text
    assert [segment.locator for segment in found.segments] == ["line=8", "line=10"]
    assert found.problems == ()


def test_front_matter_may_be_toml(page: Parse) -> None:
    found = page(".md", '+++\ntitle = "It"\ndate = 2003-06-06\n+++\nText.')

    assert (found.facts.title, found.facts.date) == ("It", "2003-06-06")


@pytest.mark.parametrize(
    "told", ["a: &x [1]\nb: *x", "a: [", "- a", "a: !!python/object:os.system x", "a: " + "[" * 9000]
)
def test_front_matter_that_cannot_be_read_is_a_remark(page: Parse, told: str) -> None:
    found = page(".md", f"---\n{told}\n---\nText.")

    assert [(problem.code, problem.refused) for problem in found.problems] == [("front-matter", False)]
    assert shape(found)[-1] == ("paragraph", "Text.")


@pytest.mark.parametrize(
    ("told", "held"),
    [("date: 2003-06", "2003-06"), ("date: 2003", "2003"), ("date: 2002/2003", "2002/2003"), ("date: 2003/2/6", "2003-02-06"),  # noqa: E501
     ("date: 2003-02-06T10:00:00Z", "2003-02-06"), ("date: 1990~/..", "1990~/..")],
)  # fmt: skip
def test_a_date_is_kept_as_edtf(page: Parse, told: str, held: str) -> None:
    assert page(".md", f"---\n{told}\n---\nText.").facts.date == held


@pytest.mark.parametrize(
    "told", ["date: last week", "url: javascript:alert(1)", "title: {a: b}", "url: 'http://a b'", "date: [[1]]"]
)
def test_a_fact_that_does_not_hold_is_left_out_and_said(page: Parse, told: str) -> None:
    found = page(".md", f"---\n{told}\n---\nText.")

    assert not found.facts.said
    assert [problem.code for problem in found.problems] == ["metadata-value"]


def test_a_document_does_not_grade_itself(page: Parse) -> None:
    assert page(".md", "---\ngrade: A\n---\nText.").facts.grade == ""


def test_a_table_is_kept_and_said_not_to_be_read(page: Parse) -> None:
    (problem,) = page(".md", "a\n\n| a | b |\n|---|---|\n| 1 | 2 |").problems

    assert (problem.code, problem.where, problem.refused) == ("table-unread", "line 3", False)


def test_front_matter_that_is_too_long_is_a_remark(page: Parse) -> None:
    found = page(".md", f"---\n{'a' * 20_000}\n---\nText.")

    assert [(problem.code, problem.refused) for problem in found.problems] == [("front-matter", False)]
