import json
from pathlib import Path

import pytest


def origin_of(call, key: str, *words: str) -> tuple[object, str]:
    told = call("config", "show", "--format", "jsonl", *words)
    assert told.exit_code == 0, told.stderr
    row = next(row for row in map(json.loads, told.stdout.splitlines()) if row["key"] == key)
    return row["value"], Path(row["origin"]).name


def user_file(text: str) -> None:
    folder = Path("..", "config", "reconcile")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.toml").write_text(text)


def test_each_layer_wins_over_those_below_it(call, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert origin_of(call, "matching.budget")[1] == "default"
    user_file("[matching]\nbudget = 1\n")
    assert origin_of(call, "matching.budget") == (1, "config.toml")
    (case / "reconcile.toml").write_text("[matching]\nbudget = 2\n")
    assert origin_of(call, "matching.budget") == (2, "reconcile.toml")
    monkeypatch.setenv("RECONCILE_MATCHING__BUDGET", "3")
    assert origin_of(call, "matching.budget") == (3, "environment")


def test_a_flag_wins_over_the_environment(call, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECONCILE_DATABASE", "sqlite:///e.sqlite")

    assert origin_of(call, "database", "--database", "sqlite:///f.sqlite") == ("sqlite:///f.sqlite", "flag")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[matching]\nbudgett = 1\n", "matching.budget"),
        ("[matchin]\nbudget = 1\n", "matching.budget"),
        ("databse = 'x'\n", "database"),
        ("[matching]\nbudget = 'many'\n", "matching.budget"),
        ("[report]\nformats = ['pdf']\n", "report.formats"),
        ("clock = 'soon'\n", "clock"),
        ("[matching\n", "reconcile.toml"),
    ],
)
def test_a_wrong_setting_is_one_line_that_says_where_and_what(call, case: Path, text: str, told: str) -> None:
    (case / "reconcile.toml").write_text(text)

    answer = call("config", "show")

    assert answer.exit_code == 2
    assert len(answer.stderr.splitlines()) == 1
    assert "reconcile.toml" in answer.stderr
    assert told in answer.stderr


def test_a_misspelt_variable_is_an_error(call, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECONCILE_DATABSE", "x")

    answer = call("config", "show")

    assert answer.exit_code == 2
    assert "RECONCILE_DATABASE" in answer.stderr


def test_a_password_is_not_shown(call, case: Path) -> None:
    value, _ = origin_of(call, "database", "--database", "postgresql://ana:secret@host/x")

    assert "secret" not in str(value)


def test_the_file_that_init_writes_says_nothing_yet(call, case: Path) -> None:
    told = call("config", "show", "--format", "jsonl").stdout

    assert {json.loads(line)["origin"] for line in told.splitlines()} == {"default", "environment"}


def test_a_relative_database_in_the_file_lies_in_the_workspace(
    call, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (case / "reconcile.toml").write_text("database = 'sqlite:///db/other.sqlite'\n")
    monkeypatch.chdir(case.parent)

    assert call("db", "upgrade", "--workspace", "case").exit_code == 0
    assert (case / "db" / "other.sqlite").is_file()
