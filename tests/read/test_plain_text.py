"""What plain text is made of."""

from collections.abc import Callable

import pytest

from reconcile import read

Parse = Callable[..., read.Page]


def shape(page: read.Page) -> list[tuple[str, str]]:
    return [(segment.layout.value, segment.span.of(page.text)) for segment in page.segments]


def test_blank_lines_make_paragraphs_and_line_breaks_do_not(page: Parse) -> None:
    found = page(".txt", "Iraq held\r\nno weapons.\r\n \r\nIt denied it.\r\n")

    assert shape(found) == [("paragraph", "Iraq held\r\nno weapons."), ("paragraph", "It denied it.")]
    assert [segment.locator for segment in found.segments] == ["line=1", "line=4"]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("WHAT THE REPORT SAID\n\nIt said so.", "WHAT THE REPORT SAID"),
        ("What the report said\n\nIt said so.", "What the report said"),
        ("It was.\n\nHuman Rights and Civil Society\n\nIt said so.", "Human Rights and Civil Society"),
        ("It was.\n\nFindings on missiles\n\nIt said so.", "Findings on missiles"),
        ("It was.\n\nFindings, in short.\n----\nIt said so.", None),
        ("It was.\n\nFindings on missiles and on the\n========\nIt said so.", "Findings on missiles and on the"),
        ("It was.\n\n## Findings on\n\nIt said so.", "Findings on"),
        ("Iraq held 5 tons of it", None),
        ("Iraq held 5 tons of it\n\nIraq held 6 tons of it", None),
        ("It was.\n\nThe inspectors were withdrawn by the United Nations in December\n\nIt said so.", None),
    ],
)
def test_a_heading_is_a_short_line_that_stands_out(page: Parse, text: str, heading: str | None) -> None:
    headings = [told for layout, told in shape(page(".txt", text)) if layout == "heading"]

    assert headings == ([heading] if heading else [])


def test_the_first_heading_is_the_title(page: Parse) -> None:
    assert page(".txt", "What  it said\n\nIt said so.").facts.title == "What it said"
    assert page(".txt", "It said so.\n\nHUMAN RIGHTS\n\nIt did.").facts.title == ""


@pytest.mark.parametrize("line", ["Home | Background | Print this page", "<< Previous   Next >>", "- 12 -", "Page 3 of 9", "* * *",  # noqa: E501
                                  "https://example.org/a", "Copyright 2004, all rights reserved", "Skip to content"])  # fmt: skip  # noqa: E501
def test_page_furniture_is_no_text(page: Parse, line: str) -> None:
    found = page(".txt", f"It said so.\n\n{line}\n\nIt did.")

    assert shape(found) == [("paragraph", "It said so."), ("boilerplate", line), ("paragraph", "It did.")]


@pytest.mark.parametrize("line", ["Iraq said: no | yes, and then it denied everything that had been said before.", "12 tons.", "It was 5 > 3.",  # noqa: E501
                                  "Previous inspections found nothing.", "Share prices fell by 3 %.", "Copyright law was changed in 1988."])  # fmt: skip  # noqa: E501
def test_a_sentence_is_no_page_furniture(page: Parse, line: str) -> None:
    assert shape(page(".txt", f"It said so.\n\n{line}"))[-1] == ("paragraph", line)


def test_list_items_stand_apart_without_their_marks(page: Parse) -> None:
    found = page(".txt", "It said:\n- no weapons,\n  at all\n- no programme\n\n• one thing\n\n1. first\n2. second\n")

    assert shape(found) == [
        ("paragraph", "It said:"),
        ("item", "no weapons,\n  at all"),
        ("item", "no programme"),
        ("item", "one thing"),
        ("item", "first"),
        ("item", "second"),
    ]


def test_lettered_items_are_items_and_no_copyright_notices(page: Parse) -> None:
    found = page(".txt", "(a) It holds none.\n(b) It made none.\n\n(c) It cannot make any.")

    assert shape(found) == [("item", "It holds none."), ("item", "It made none."), ("item", "It cannot make any.")]


def test_a_numbered_paragraph_is_a_paragraph_without_its_number(page: Parse) -> None:
    assert shape(page(".txt", "213. The committee assessed it.\n\n214. It did so again.")) == [
        ("paragraph", "The committee assessed it."),
        ("paragraph", "It did so again."),
    ]


def test_a_dash_or_a_number_at_a_line_break_is_no_list(page: Parse) -> None:
    assert len(page(".txt", "It held chemical weapons\n- so it was said - and about\n12. More came.").segments) == 1


def test_a_mark_of_the_sentence_before_is_no_note(page: Parse) -> None:
    assert shape(page(".txt", "[5] government's hope ended."))[0][0] == "paragraph"


def test_what_stands_under_notes_is_notes(page: Parse) -> None:
    found = page(".txt", "It was.\n\nNOTES\n\n1. Interview with an official.\n\nLATER EVENTS\n\nIt ended.")

    assert [layout for layout, _ in shape(found)] == ["paragraph", "heading", "note", "heading", "paragraph"]
