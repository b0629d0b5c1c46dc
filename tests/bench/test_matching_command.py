"""`reconcile bench matching` at the terminal."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bench.test_matching import written
from reconcile.cli.app import app

TEXTS = (
    {"id": "a", "text": "The Oroville dam broke in February"},
    {"id": "b", "text": "Inspectors found 16 empty warheads near Baghdad"},
)
QUERY = {"id": "q", "query": "Sixteen empty warheads were found by inspectors near Baghdad", "positive": ["b"]}


def run(*arguments: object, folder: Path) -> str:
    told = CliRunner().invoke(app, ["bench", "matching", *map(str, arguments), "--workspace", str(folder)])
    assert told.exit_code == 0, told.output
    return told.stdout


def test_json_is_one_object_with_the_documented_keys(tmp_path: Path) -> None:
    corpus, queries = written(tmp_path, "c", *TEXTS, packed=True), written(tmp_path, "q", QUERY)

    figures = json.loads(run(corpus, queries, "--format", "json", folder=tmp_path))

    assert {"R@1", "R@5", "R@20", "R@100", "MRR", "MAP@5", "AP", "F1", "ECE"} <= set(figures)
    assert figures["R@1"] == figures["AP"] == 1


def test_a_table_has_a_line_for_each_measure(tmp_path: Path) -> None:
    file = written(tmp_path, "p", {"a": TEXTS[0]["text"], "b": TEXTS[0]["text"], "score": 5})

    assert "AP" in run(file, folder=tmp_path)


def test_every_measure_is_documented(tmp_path: Path) -> None:
    corpus, queries = written(tmp_path, "c", *TEXTS), written(tmp_path, "q", QUERY)
    page = (Path(__file__).parents[2] / "docs" / "measuring.md").read_text(encoding="utf-8")

    assert [
        name for name in json.loads(run(corpus, queries, "-f", "json", folder=tmp_path)) if f"`{name}`" not in page
    ] == []


@pytest.mark.parametrize("option", ["--candidates", "--sample"])
def test_nothing_is_not_asked_for(tmp_path: Path, option: str) -> None:
    file = written(tmp_path, "c", *TEXTS)

    assert CliRunner().invoke(app, ["bench", "matching", str(file), option, "0"]).exit_code == 2
