"""What a page says of itself: title, author, publisher, date, address, language, from its head."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from reconcile.model import Problem
from reconcile.read.contract import Facts
from reconcile.read.metadata import facts_of

NAMES: Mapping[str, tuple[str, ...]] = {
    "publisher": ("dcterms.publisher", "dc.publisher", "citation_publisher", "publisher"),
    "site": ("og:site_name", "citation_journal_title", "application-name"),
    "author": ("author", "dcterms.creator", "dc.creator", "citation_author", "article:author", "parsely-author"),
    "title": ("citation_title", "dcterms.title", "dc.title", "og:title"),
    "date": (
        "article:published_time", "dcterms.issued", "dcterms.date", "dcterms.created", "dc.date.issued", "dc.date",
        "citation_publication_date", "citation_date", "datepublished", "date", "pubdate", "publish-date",
    ),
    "url": ("canonical", "og:url", "citation_public_url", "dcterms.identifier"),
    "language": ("lang", "dcterms.language", "dc.language", "og:locale"),
}  # fmt: skip
"""Names of ``meta`` elements by what they tell, the most exact first: Dublin Core, Open Graph, Highwire, HTML."""

LOOSE = frozenset({"date", "url"})
"""What pages get wrong so often that a wrong one is only left out."""

META = 500
"""Elements of a head that are looked at."""

SAVED = re.compile(r"Page saved with SingleFile\s{1,20}url:\s{0,5}(\S{1,1000})")
"""The comment that one saving program puts on top of a page, with the address it was saved from."""


def facts(root: etree._Element, name: str) -> tuple[Facts, tuple[Problem, ...]]:
    """Read the head of a page; where several names tell the same thing, the first one that holds."""
    stated = dict(told(root))
    found = Facts()
    problems: list[Problem] = []
    for key, names in NAMES.items():
        for meta in names:
            if meta in stated and not getattr(found, key):
                read, faults = facts_of({key: stated[meta]}, name, "page head")
                found = found.over(read)
                problems.extend(faults if key not in LOOSE else ())
    return found, tuple(problems)


def told(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the names and contents of a page's head, the first of each name last, so that it counts."""
    every = [*stated(root)]
    yield from reversed(every)


def stated(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield what the head states, in its order."""
    yield "lang", root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    for count, element in enumerate(root.iter("meta", "link", "title")):
        if count >= META:
            break
        if element.tag == "title":
            yield "og:title", "".join(map(str, element.itertext()))
        elif element.tag == "link" and "canonical" in (element.get("rel") or "").lower().split():
            yield "canonical", element.get("href") or ""
        elif element.tag == "meta":
            key = element.get("name") or element.get("property") or element.get("itemprop") or ""
            yield key.strip().lower(), element.get("content") or ""
    comment = next(iter(root.itersiblings(etree.Comment, preceding=True)), None)
    saved = SAVED.search(comment.text or "") if comment is not None else None
    if saved:
        yield "og:url", saved[1]
