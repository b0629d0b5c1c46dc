"""What HTML elements are to a reader of text: tables of names, and two questions about an element's attributes."""

import re
from collections.abc import Mapping

from lxml import etree

from reconcile.model import Layout


def words(told: str) -> list[str]:
    """Return the words of a table written as a sentence."""
    return told.split()


UNSHOWN = frozenset(
    words("head script style template svg iframe object embed audio video canvas map noframes datalist")
)
"""Elements whose content is no text of the page."""

BLOCKS = frozenset(
    words(
        "html body address article aside blockquote button caption center dd details dialog dir div dl dt fieldset "
        "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav noscript ol "
        "optgroup option p pre search section select summary table tbody td textarea tfoot th thead tr ul"
    )
)
"""Elements that a browser puts on lines of their own (WHATWG HTML, 15.3), and form controls."""

LAYOUTS: Mapping[str, Layout] = {
    **dict.fromkeys(words("h1 h2 h3 h4 h5 h6"), Layout.HEADING),
    **dict.fromkeys(words("li dd dt"), Layout.ITEM),
    **dict.fromkeys(words("td th"), Layout.CELL),
    **dict.fromkeys(
        words("nav header footer aside noscript select option button textarea fieldset menu search"),
        Layout.BOILERPLATE,
    ),
    "blockquote": Layout.QUOTATION,
}
"""What an element makes of the text in it, unless an element inside says otherwise."""

PARAGRAPH_IN_CELL = frozenset({"p", "div", "section", "article"})
"""Elements that show a table cell to be layout: what is in them is text again."""

FIXED = (Layout.BOILERPLATE, Layout.NOTE)
"""What nothing inside can change."""

ROLES: Mapping[str, Layout] = {
    **dict.fromkeys(
        words("navigation banner contentinfo complementary search menu menubar toolbar"), Layout.BOILERPLATE
    ),
    **dict.fromkeys(words("doc-footnote doc-endnotes doc-endnote doc-bibliography note"), Layout.NOTE),
}
"""Landmark roles (WAI-ARIA 1.2; DPUB-ARIA 1.1)."""

CLASSES: Mapping[str, Layout] = {
    **dict.fromkeys(
        words(
            "nav navbar navigation menu main-menu main-nav site-nav topnav subnav breadcrumb breadcrumbs sidebar "
            "side-bar footer site-footer page-footer header site-header page-header masthead pagination pager pagenav "
            "share sharing share-buttons social social-links cookie-banner cookie-notice cookies advert "
            "advertisement ad ads banner-ad promo related related-articles related-links toc skip-link skiplink "
            "skip-nav toolbar navbox mw-editsection noprint byline dateline post-meta entry-meta article-meta "
            "newsletter comments comment-list login search-form"
        ),
        Layout.BOILERPLATE,
    ),
    **dict.fromkeys(words("footnote footnotes endnote endnotes references reflist fn-group bibliography"), Layout.NOTE),
}
"""Class names, whole ones, by which pages mark what is around the text or below it."""

CONTENT = frozenset({"html", "body", "main", "article"})
"""Elements that hold the text whatever class they carry."""

INNER = frozenset({"main", "article", "blockquote"})
SECTION_ENDS = frozenset({"header", "footer"})
"""Furniture of the page, but not inside one of ``INNER``: there they hold its title, or who is quoted."""

HIDDEN = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE)


def is_shown(element: etree._Element, tag: str) -> bool:
    """Say whether a browser would show the element, as far as its own attributes tell."""
    if tag in UNSHOWN:
        return False
    if not element.keys():
        return True
    if element.get("hidden") is not None:
        return False
    return HIDDEN.search(element.get("style") or "") is None


def layout_of(element: etree._Element, tag: str, outer: Layout, *, in_content: bool) -> Layout:
    """Return what text directly in the element is, by its name, role and class and by what it stands in."""
    if outer in FIXED:
        return outer
    named = LAYOUTS.get(tag)
    if in_content and tag in SECTION_ENDS:
        named = None
    if outer is Layout.CELL and tag in PARAGRAPH_IN_CELL:
        named = Layout.PARAGRAPH
    return marked(element, tag) or named or outer


def marked(element: etree._Element, tag: str) -> Layout | None:
    """Return what role or class say that the element is."""
    if tag in CONTENT or not element.keys():
        return None
    role = ROLES.get((element.get("role") or "").strip().lower())
    if role is not None:
        return role
    names = (element.get("class") or "").lower().split() if element.get("class") else ()
    return next((CLASSES[name] for name in names if name in CLASSES), None)
