"""What a page shows, where each run of it stood, and what its head says."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reconcile import read

Parse = Callable[..., read.Page]


def shape(page: read.Page) -> list[tuple[str, str]]:
    return [(segment.layout.value, segment.span.of(page.text)) for segment in page.segments]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>programs.</p><p>On 19 March</p>", [("paragraph", "programs."), ("paragraph", "On 19 March")]),
        ("<p>It <b>w</b>as\n  so<sup>[13]</sup>.", [("paragraph", "It was so[13].")]),
        ("<p>a<br>b <br/> c<br><br>d", [("paragraph", "a\nb\nc"), ("paragraph", "d")]),
        ("<p>500&nbsp;metric  tons", [("paragraph", "500\u00a0metric tons")]),
        ("<h1>H</h1>text<ul><li>a<li><p>b</p></ul>", [("heading", "H"), ("paragraph", "text"), ("item", "a"), ("item", "b")]),  # noqa: E501
        ("<table><tr><th>a<td>b</table>", [("cell", "a"), ("cell", "b")]),
        ("<table><tr><td><p>Text.</p></table>", [("paragraph", "Text.")]),
        ("<blockquote><p>q</p><footer>who</footer></blockquote>", [("quotation", "q"), ("quotation", "who")]),
        ("<nav>a | b</nav><p>x</p><aside>y</aside>", [("boilerplate", "a | b"), ("paragraph", "x"), ("boilerplate", "y")]),  # noqa: E501
        ("<div class='site-footer x'><p>a</p></div><p>b", [("boilerplate", "a"), ("paragraph", "b")]),
        ("<div role=navigation><h2>a</h2></div><p>b", [("boilerplate", "a"), ("paragraph", "b")]),
        ("<p class=navy>a", [("paragraph", "a")]),
        ("<article><header><h1>a</h1></header>b</article>", [("heading", "a"), ("paragraph", "b")]),
        ("<ol class=references><li>n</ol><p>a", [("note", "n"), ("paragraph", "a")]),
        ("<p hidden>a<p style='display: none'>b<script>c</script><style>d</style><template>e</template><p>f", [("paragraph", "f")]),  # noqa: E501
        ("<pre>a  b\n\nc</pre>", [("paragraph", "a  b"), ("paragraph", "c")]),
        ("<p>a<!-- no -->b<?php no ?>c", [("paragraph", "abc")]),
        ("<a>x<div>y</div>z</a>", [("paragraph", "x"), ("paragraph", "y"), ("paragraph", "z")]),
        ("<p>&lt;script&gt;alert(1)&lt;/script&gt;", [("paragraph", "<script>alert(1)</script>")]),
        ("<p>&#1048;&#1088;&#1072;&#1082; &#xD800;", [("paragraph", "Ирак \ufffd")]),
    ],
)  # fmt: skip
def test_blocks(page: Parse, body: str, expected: list[tuple[str, str]]) -> None:
    found = page(".html", f"<!DOCTYPE html><html><body>{body}</body></html>")

    assert shape(found) == expected
    assert found.text == "\n\n".join(told for _, told in expected)


TAGS = ["p", "div", "b", "i", "li", "ul", "td", "span", "blockquote", "o:p", "x-y", "br", "a'b"]
trees = st.recursive(
    st.text("ab \n", max_size=4) | st.just("<!--c-->"),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>", st.sampled_from(TAGS), st.lists(inner, max_size=4)
    ),
    max_leaves=12,
)


def nodes(locator: str) -> list[str]:
    """Return the xpaths that a locator gives."""
    base, _, runs = locator.removeprefix("xpath=").partition(";runs=")
    return [f"{base}/{run.split(':', 1)[1]}" for run in runs.split(",")] if runs else [base]


@given(body=trees)
def test_the_xpaths_of_a_block_lead_to_its_text(body: str) -> None:
    content = f"<html><body><p>x</p>{body}</body></html>".encode()
    found = read.READERS[".html"].parse(read.File("a.html", content))
    root = etree.fromstring(content, etree.HTMLParser(encoding="utf-8"))

    assert isinstance(found, read.Page)
    for segment in found.segments:
        stood = "".join(str(node) for path in nodes(segment.locator) for node in root.xpath(path))
        assert re.sub(r"\s", "", segment.span.of(found.text)) in re.sub(r"\s", "", stood)


def test_a_run_says_where_in_the_block_it_begins(page: Parse) -> None:
    (segment,) = page(".html", "<p>It <b>was</b> so.</p>").segments

    assert segment.locator == "xpath=/html/body/p[1];runs=0:text()[1],3:b[1]/text()[1],6:text()[2]"


HEAD = """<html lang="en-GB"><title>Long title - Site</title><link rel="canonical" href="https://example.org/a">
<meta name="author" content="A. Writer"><meta property="og:site_name" content="The Site">
<meta property="article:published_time" content="2003-02-06T10:00:00Z"><meta name="date" content="yesterday">
<meta name="dcterms.publisher" content="The Publisher"><p>x"""


def test_the_head_says_what_the_page_is(page: Parse) -> None:
    facts = page(".html", HEAD).facts

    assert (facts.title, facts.url, facts.author, facts.site) == (
        "Long title - Site", "https://example.org/a", "A. Writer", "The Site",
    )  # fmt: skip
    assert (facts.date, facts.publisher, facts.language, facts.origin) == (
        "2003-02-06",
        "The Publisher",
        "en-GB",
        "page head",
    )


def test_a_page_without_a_title_is_called_by_its_heading(page: Parse) -> None:
    assert page(".html", "<h1>It <i>said</i></h1><p>x").facts.title == "It said"


def test_many_character_references_are_not_taken_for_a_loss(page: Parse) -> None:
    assert len(page(".html", "<p>" + "&#1048;" * 5000).text) == 5000
