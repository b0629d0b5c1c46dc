"""Hostile text stays text, whatever it is written to."""

import csv
import io
import json
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile import report
from reconcile.model import Party
from reconcile.report import sinks
from report import dossiers as a

HOSTILE = (
    "<script>alert(1)</script>",
    "\"' onmouseover=alert(1) x='",
    "</style><img src=//evil.example/x onerror=alert(1)>",
    "{{ 7 * 7 }}{% include '/etc/passwd' %}",
    '=HYPERLINK("http://evil.example","x")',
    "\t+1",
    "@SUM(A1)",
    "-2+3",
    "[x](javascript:alert(1)) ![i](http://evil.example/i) | ` *b* _i_ # h",
    "safe\u202egnp.exe",
    "\x1b]8;;http://evil.example\x07x\x1b]8;;\x07\x00",
    "\ud800 lone",
    "&lt;b&gt;&#0;",
    "javascript:alert(1)",
)

texts = st.text(max_size=40) | st.sampled_from(HOSTILE)


def hostile(text: str) -> Party:
    """Return a party of which everything that a document's author chooses is ``text``."""
    around = f"before {text} quote: {text} after {text}"
    within = a.document(around, text, source=a.source("evil", text, text[:1]), title=text, url=text, citation=text)
    claim = a.claim(within, f"quote: {text}", text, text, subject=text, context=text, offered=(text,), complete=False)
    return a.party(within, claim)


def pages(text: str) -> dict[str, str]:
    found = a.discrepancy(hostile(text), why=text, rule=text, topic=text)
    made = a.dossier((found,), quiet=(found,), title=text, filters={text: text}, problems=(a.problem(text, text),))
    chain = a.provenance(hostile(text), entries=((1, "0" * 64, text),), verdicts=(found,))
    return {
        f"{noun}.{form}": report.page(of, form) for noun, of in (("d", made), ("p", chain)) for form in report.RENDERERS
    }


class Elements(HTMLParser):
    """The elements and attributes of a page, as a browser finds them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[tuple[str, str | None]] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes.update(attrs)


CALM = {key: Elements(page) for key, page in pages("calm").items() if key.endswith("html")}


@settings(max_examples=60, deadline=None)
@given(text=texts)
def test_no_text_adds_an_element_or_an_attribute_to_a_page(text: str) -> None:
    for key, page in pages(text).items():
        if key.endswith("html"):
            found, calm = Elements(page), CALM[key]
            added = {name for name, _ in found.attributes} - {name for name, _ in calm.attributes}

            assert found.names <= calm.names | {"a"}
            assert added <= {"href", "rel"}


@pytest.mark.parametrize("text", HOSTILE)
def test_no_page_refers_to_anything_outside(text: str) -> None:
    for key, page in pages(text).items():
        if key.endswith("html"):
            targets = {value or "" for name, value in Elements(page).attributes if name in {"href", "src", "action"}}

            assert all(target.startswith("#") for target in targets)


def test_only_web_addresses_become_links() -> None:
    page = report.page(a.provenance(hostile("https://example.org/a?b=c&d")), "html")

    assert ("href", "https://example.org/a?b=c&d") in Elements(page).attributes
    assert [sinks.link(url) for url in ("javascript:x", "http:x", "//x", "https://", "data:x", "http://a\u202eb")] == [
        ""
    ] * 6


@settings(max_examples=60, deadline=None)
@given(text=texts)
def test_no_page_holds_a_hidden_character(text: str) -> None:
    assert [key for key, page in pages(text).items() if sinks.HIDDEN.search(page)] == []


def test_hidden_characters_are_shown_as_their_code_points() -> None:
    assert sinks.visible("safe\u202egnp") == "safe‹U+202E›gnp"


@settings(max_examples=60, deadline=None)
@given(text=texts)
def test_no_csv_cell_runs(text: str) -> None:
    for key, page in pages(text).items():
        if key.endswith("csv"):
            cells = [cell for row in csv.reader(io.StringIO(page, newline="")) for cell in row]

            assert [cell for cell in cells if cell.lstrip(" ").startswith(sinks.FORMULA)] == []


@given(text=st.text())
def test_json_strings_read_back_exactly(text: str) -> None:
    assert json.loads(sinks.dumps([text])) == [text]


@given(text=texts)
def test_markdown_stays_on_one_line_and_holds_no_markup(text: str) -> None:
    shown = sinks.markdown(text)

    assert "\n" not in shown
    assert not {"<", ">"} & set(shown)
    assert all(shown[at - 1] == "\\" for at, character in enumerate(shown) if character in "`*_[]|~$")
