"""A case, empty or with something to dispute."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cases import Case
from reconcile import store


@pytest.fixture
def case(tmp_path: Path, sqlite_database: str) -> Iterator[Case]:
    sources = tmp_path / "sources"
    sources.mkdir(exist_ok=True)
    opened = store.open(sqlite_database)
    yield Case(sources, opened)
    opened.close()


@pytest.fixture
def disputed(case: Case) -> Case:
    case.write("unscom.txt", "Rockets numbered 2,500", "Sarin was made in 1991")
    case.write("isg.txt", "Rockets numbered 2,400", "Sarin was made in 1991")
    case.run()
    return case
