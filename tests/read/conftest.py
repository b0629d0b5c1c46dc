"""Fixtures for the tests of reading."""

from collections.abc import Callable
from pathlib import Path

import pytest

from read.folders import Folder
from reconcile import read


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Return an empty ``sources/`` folder."""
    path = tmp_path / "sources"
    path.mkdir()
    return Folder(path)


@pytest.fixture
def page() -> Callable[..., read.Page]:
    """Return a function that reads a text as one format, and fails the test where it is refused."""

    def parse(ending: str, content: str | bytes, mapping: str | None = None) -> read.Page:
        raw = content if isinstance(content, bytes) else content.encode()
        sidecar = None if mapping is None else mapping.encode()
        found = read.READERS[ending].parse(read.File(f"file{ending}", raw, sidecar))
        assert isinstance(found, read.Page), str(found)
        return found

    return parse
