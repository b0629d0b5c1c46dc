"""Every ending, column and key that reading knows stands in `docs/formats.md`."""

from pathlib import Path

import pytest

from reconcile import read
from reconcile.read.metadata import OWN, SYNONYMS
from reconcile.read.shelf import KEYS

NAMES = sorted({*read.READERS, *read.COLUMNS, *KEYS, *OWN, *(reader.name for reader in read.READERS.values())})

DOCUMENTED = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_documented(name: str) -> None:
    assert f"`{name}`" in DOCUMENTED


@pytest.mark.parametrize("name", sorted(SYNONYMS))
def test_another_name_of_a_key_is_documented(name: str) -> None:
    assert f"`{name}`" in DOCUMENTED
