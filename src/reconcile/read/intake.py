"""Paths in, documents out: each file let in, read once, hashed, parsed by the reader of its ending, and described."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from reconcile.model import Document, Problem
from reconcile.read import html, markdown, table, text
from reconcile.read.charset import storable
from reconcile.read.contract import Facts, File, Limits, Page, Reader, Reading
from reconcile.read.fault import problem
from reconcile.read.gate import MAPPING, Entry, bytes_of, files
from reconcile.read.metadata import readable, source_of
from reconcile.read.shelf import Shelves

TEXT = Reader(text.NAME, "text/plain", text.page)
MARKDOWN = Reader(markdown.NAME, "text/markdown", markdown.page)
HTML = Reader(html.NAME, "text/html", html.page)
CSV = Reader(table.CSV_NAME, "text/csv", table.csv_page)
JSONL = Reader(table.JSONL_NAME, "application/jsonl", table.jsonl_page)

READERS: Mapping[str, Reader] = {
    ".txt": TEXT,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".csv": CSV,
    ".tsv": CSV,
    ".jsonl": JSONL,
}
"""The built-in readers by file ending, in lower case."""


def documents(
    paths: Iterable[Path],
    *,
    root: Path,
    readers: Mapping[str, Reader] = READERS,
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> Iterator[Reading | Problem]:
    """Read the files named by ``paths`` and those below its folders, one after the other, in sorted order.

    ``root`` is the ``sources/`` folder: a document is called by its path below it, or by its file's name if it lies
    elsewhere. A file gives one reading or one problem that refuses it; further problems are about rows, facts and
    characters, or, where they refuse nothing, remarks. The same bytes twice are read once. Raises nothing on bad data.
    """
    intake = Intake(plain(root), readers, limits)
    for entry in files(paths):
        if isinstance(entry, Problem):
            yield replace(entry, document=intake.named(Path(entry.document)))
        else:
            yield from intake.taken(entry)


class Intake:
    """One call's memory: the digests taken so far, and the facts that stand beside documents."""

    def __init__(self, root: Path, readers: Mapping[str, Reader], limits: Limits) -> None:
        self._root = root
        self._readers = readers
        self._limits = limits
        self._shelves = Shelves(root, limits)
        self._taken: dict[str, str] = {}

    def named(self, path: Path) -> str:
        """Return what people call the file: its path below the root with slashes, or its name."""
        absolute = plain(path)
        below = absolute.is_relative_to(self._root)
        shown = absolute.relative_to(self._root).as_posix() if below else absolute.name
        return shown.encode("utf-8", "surrogateescape").decode("utf-8", "replace")

    def taken(self, entry: Entry) -> Iterator[Reading | Problem]:
        """Read one file."""
        path, name = plain(entry.path), self.named(entry.path)
        content = bytes_of(entry.path, self._limits, within=entry.within)
        if isinstance(content, Problem):
            yield replace(content, document=name)
            return
        reader = self._readers.get(path.suffix.lower())
        if reader is None:
            yield problem("unsupported", name, f"files ending in {shown_ending(path)} are not read")
            return
        digest = hashlib.sha256(content).hexdigest()
        file = File(name, content, self._sidecar(entry), self._limits)
        if digest in self._taken:
            yield problem("duplicate", name, f"it has the same bytes as {self._taken[digest]}")
            return
        page = reader.parse(file)
        if isinstance(page, Problem):
            yield page
            return
        self._taken[digest] = name
        stated, problems = self._shelves.facts(path)
        yield Reading(document(file, digest, reader, page, stated.over(page.facts)), content)
        yield from (*problems, *page.problems, *foreign(name, page.facts))

    def _sidecar(self, entry: Entry) -> bytes | None:
        """Return the bytes of the mapping beside a file, if there is one that can be read."""
        beside = entry.path.with_name(entry.path.name + MAPPING)
        content = bytes_of(beside, Limits(size=self._limits.sidecar), within=entry.within)
        if isinstance(content, Problem):
            return None if content.code == "missing" else b"\xff"
        return content


def plain(path: Path) -> Path:
    """Return an absolute path without ``..``: what documents are named by. Links are not followed."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolving would follow links


def document(file: File, digest: str, reader: Reader, page: Page, facts: Facts) -> Document:
    """Put together what a reader made of the bytes and what is known of them."""
    return Document(
        path=file.name,
        source=source_of(facts, file.name),
        text=page.text,
        sha256=digest,
        size=len(file.content),
        reader=reader.name,
        media_type=reader.media_type,
        title=facts.title or readable(file.name.rsplit("/", 1)[-1].rsplit(".", 1)[0]),
        published=facts.date,
        url=facts.url,
        citation=facts.citation,
        origin=facts.origin,
        charset=page.charset,
        segments=page.segments,
        records=page.records,
    )


def foreign(name: str, facts: Facts) -> Iterator[Problem]:
    """Remark that a document says it is not in English."""
    if facts.language and not facts.language.lower().startswith("en"):
        yield problem("language", name, f"it says that its language is {facts.language[:20]}")


def shown_ending(path: Path) -> str:
    """Return a file's ending as people write it."""
    return storable(path.suffix.lower())[:20] or "nothing"
