"""Reads web pages: a text of their visible blocks, each with the xpath of where it stood."""

import re

from lxml import etree

from reconcile.model import Layout, Problem
from reconcile.read import head
from reconcile.read.charset import decode, storable
from reconcile.read.contract import File, Page
from reconcile.read.fault import problem
from reconcile.read.outline import Outline
from reconcile.read.text import titled

NAME = "html/1"

KEPT = 0.5
"""Share of a page's characters outside tags that must be in the parsed tree; a parser that gave up keeps few."""

LEEWAY = 200
"""Characters that may be lost whatever the share: declarations, broken tags."""

LONG_TAG = 10_000
MOST_ATTRIBUTES = 1_000
"""Attributes of one tag. Comparing each with each, the parser takes 4 s for 50,000 of them."""

REFERENCE = re.compile(r"&#?\w{1,31};")
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


def page(file: File) -> Page | Problem:
    """Read a page without scripts, network or entities of its own."""
    decoded = decode(file)
    if isinstance(decoded, Problem):
        return decoded
    outside = characters_outside_tags(decoded.text)
    if outside < 0:
        return problem("markup-lost", file.name, f"a tag has more than {MOST_ATTRIBUTES:,} attributes")
    root, whole = parsed(decoded.text)
    if not whole or lost(root, outside):
        return problem("markup-lost", file.name, "part of it cannot be parsed: it is nested too deep, or too large")
    if root is None:
        return problem("no-text", file.name, "it shows no text")
    outline = Outline()
    outline.walk(root)
    if not any(segment.layout is not Layout.BOILERPLATE for segment in outline.segments):
        return problem("no-text", file.name, "it shows no text")
    text = storable("".join(outline.parts))
    facts, faults = head.facts(root, file.name)
    told = facts.over(titled(text, outline.segments))
    return Page(text, decoded.charset, tuple(outline.segments), (), told, (*decoded.problems, *faults))


def parsed(text: str) -> tuple[etree._Element | None, bool]:
    """Parse a page from UTF-8 bytes, whatever it declares; say whether the parser got to the end."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.LxmlError, ValueError):
        return None, False
    return root, not parser.error_log.filter_from_fatals()


def lost(root: etree._Element | None, outside: int) -> bool:
    """Say whether much of the page is not in the tree: a page nested too deep comes out short and without a word."""
    inside = sum(len(text) for text in root.itertext()) if root is not None else 0
    return inside < outside * KEPT - LEEWAY


def characters_outside_tags(text: str) -> int:
    """Count the characters outside tags and comments, in one pass, a reference (``&amp;``) as one at most.

    -1 where a tag has too many attributes.
    """
    total = at = 0
    while (start := text.find("<", at)) >= 0:
        total += start - at
        close = "-->" if text.startswith("<!--", start) else ">"
        end = text.find(close, start)
        if end < 0:
            return total
        if end - start > LONG_TAG and len(QUOTED.sub("", text[start:end]).split()) > MOST_ATTRIBUTES:
            return -1
        at = end + len(close)
    return total + len(text) - at - sum(found.end() - found.start() for found in REFERENCE.finditer(text))
