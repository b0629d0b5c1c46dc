import json
import os
from pathlib import Path

import pytest

from reconcile.flow import toml_file


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
        ("extraction = 3\n", "the nearest is extraction.syntax"),
        ("[extraction.syntax]\na = 1\n", "extraction.syntax"),
        (f"[{'.'.join('a' * 3000)}]\nx = 1\n", "there is no such setting"),
        (f"x = {'[' * 100_000}", "nested too deep"),
        (f"[reading]\nsize = {'9' * 5000}\n", "no TOML"),
        ("#" * (toml_file.LARGEST + 1), "bytes"),
        ('actor = "\udcff"\n', "no TOML"),
        ('[report]\nfolder = "a\\u0000"\n', "report.folder: it holds U+0000"),
        (f"{'x' * 100_000} = 1\n", "xxx"),
        (f'clock = "{"x" * 100_000}"\n', "xxx"),
    ],
)
def test_a_wrong_setting_is_one_line_that_says_where_and_what(call, case: Path, text: str, told: str) -> None:
    (case / "reconcile.toml").write_text(text, errors="surrogateescape")

    answer = call("config", "show")

    assert answer.exit_code == 2
    assert len(answer.stderr.splitlines()) == 1
    assert len(answer.stderr) < 500
    assert "reconcile.toml" in answer.stderr
    assert told in answer.stderr


def test_a_file_that_begins_with_a_byte_order_mark_is_read(call, case: Path) -> None:
    (case / "reconcile.toml").write_text("\ufeff[matching]\nbudget = 2\n")

    assert origin_of(call, "matching.budget")[0] == 2


@pytest.mark.parametrize("kind", ["folder", "fifo", "circle"])
def test_the_users_own_file_is_a_regular_one(call, case: Path, kind: str) -> None:
    user_file("")
    file = Path("..", "config", "reconcile", "config.toml")
    file.unlink()
    make = {"folder": file.mkdir, "fifo": lambda: os.mkfifo(file), "circle": lambda: file.symlink_to(file.name)}
    make[kind]()

    answer = call("config", "show")

    assert (answer.exit_code, len(answer.stderr.splitlines())) == (2, 1)
    assert "config.toml" in answer.stderr


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
