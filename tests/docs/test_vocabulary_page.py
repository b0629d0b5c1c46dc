"""What the page on the vocabulary shows is one."""

import re
import tomllib
from pathlib import Path

from reconcile.values import entries

PAGE = (Path(__file__).parents[2] / "docs/vocabulary.md").read_text(encoding="utf-8")


def test_the_example_holds_an_entry_of_each_table() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE, flags=re.DOTALL)

    made = entries.vocabulary(tomllib.loads(example))

    assert [table for table, held in made.entries.items() if not held] == []


def test_every_table_is_described() -> None:
    assert [table for table in entries.TABLES if f"| `{table}` |" not in PAGE] == []


def test_the_limits_are_those_that_hold() -> None:
    assert f"at most {entries.LONGEST} characters" in PAGE
    assert f"at most {entries.DEEPEST} terms" in PAGE
