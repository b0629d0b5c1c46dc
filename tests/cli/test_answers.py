"""Each exit code, and what is said with it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import stages
from reconcile import store
from reconcile.flow import toolbox

PROGRAM = str(Path(sys.executable).with_name("reconcile"))


def test_1_is_failure(call, analysed: Path) -> None:
    told = call("conflicts", "show", "ffffffff")

    assert told.exit_code == 1
    assert told.stderr.startswith("reconcile: conflict ffffffff")


@pytest.mark.parametrize(
    "words",
    [
        ("conflicts", "list", "--kind", "mood"),
        ("run", "--workspace", "nowhere"),
        ("documents", "list", "--nonsense"),
        ("sing",),
    ],
)
def test_2_is_usage(call, analysed: Path, words: tuple[str, ...]) -> None:
    assert call(*words).exit_code == 2


def test_where_there_is_no_workspace_the_way_to_one_is_told(call, tmp_path: Path) -> None:
    told = call("conflicts", "list")

    assert told.exit_code == 2
    assert "reconcile init" in told.stderr
    assert len(told.stderr.splitlines()) == 1


def test_3_is_partly_done_with_a_line_for_each_refused_file(call, case: Path) -> None:
    (case / "sources" / "tape.wav").write_bytes(b"RIFF")

    told = call("run", "--quiet")

    assert told.exit_code == 3
    assert [line.split(":")[0] for line in told.stderr.splitlines()] == ["tape.wav"]
    assert len(call("documents", "list", "--format", "jsonl").stdout.splitlines()) == 2


def test_a_duplicate_is_remarked_on_and_is_no_failure(call, case: Path) -> None:
    (case / "sources" / "copy.txt").write_bytes((case / "sources" / "isg.txt").read_bytes())

    told = call("run")

    assert told.exit_code == 0
    assert any("same bytes" in line for line in told.stderr.splitlines())


def test_4_is_a_database_that_needs_an_upgrade(call, case: Path) -> None:
    call("db", "downgrade", "base")

    told = call("documents", "list")

    assert told.exit_code == 4
    assert "reconcile db upgrade" in told.stderr
    assert call("db", "upgrade").exit_code == 0
    assert call("documents", "list").exit_code == 0


@pytest.mark.parametrize("words", [("run",), ("conflicts", "list")])
def test_5_is_unsettled_conflicts_where_one_asked(call, analysed: Path, words: tuple[str, ...]) -> None:
    assert call(*words, "--fail-on", "conflicts").exit_code == 5
    conflict = call("conflicts", "list", "--format", "csv").stdout.splitlines()[1].split(",")[0]
    call("conflicts", "dismiss", conflict, "-r", "A typing error.")
    assert call(*words, "--fail-on", "conflicts").exit_code == 0


def broken(error: BaseException) -> toolbox.Toolbox:
    def raises(*_: object) -> object:
        raise error

    return toolbox.Toolbox(raises, stages.claims, stages.links, stages.topics, stages.verdicts, {})  # type: ignore[arg-type]


def test_130_is_interrupted(call, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toolbox, "standard", lambda *_: broken(KeyboardInterrupt()))

    assert call("run").exit_code == 130


def test_a_mistake_in_the_program_is_one_line_without_debug(call, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toolbox, "standard", lambda *_: broken(ZeroDivisionError("division by zero")))

    told = call("run")

    assert told.exit_code == 1
    assert told.stderr.splitlines() == [
        "reconcile: a mistake in the program (ZeroDivisionError: division by zero); --debug shows where"
    ]


@pytest.mark.parametrize("words", [("run", "--debug"), ("--debug", "run")])
def test_a_mistake_is_shown_whole_with_debug(
    call, case: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setattr(toolbox, "standard", lambda *_: broken(ZeroDivisionError("division by zero")))

    assert isinstance(call(*words).exception, ZeroDivisionError)


def test_a_reader_of_the_output_may_leave_early(analysed: Path) -> None:
    many = subprocess.run(
        [f"{PROGRAM} config show --format jsonl | true; echo ${{PIPESTATUS[0]}}"],
        shell=True,
        executable="/bin/bash",
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ},
    )

    assert many.stderr == ""
    assert many.stdout.strip() == "0"


def test_the_version_is_told(call) -> None:
    told = call("--version")

    assert (told.exit_code, told.stdout.split()[0]) == (0, "reconcile")


def test_help_imports_nothing_slow() -> None:
    slow = "sqlalchemy alembic pydantic rich numpy lxml jinja2 rapidfuzz".split()
    code = f"import sys, reconcile.cli.app; print([name for name in {slow} if name in sys.modules])"

    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "[]"


def test_the_schema_can_be_asked_for(call, case: Path) -> None:
    assert call("db", "current").stdout.strip() == store.current(f"sqlite:///{case}/db/reconcile.sqlite")


def test_a_backup_is_a_database(call, analysed: Path) -> None:
    assert call("db", "backup", "copy.sqlite").stdout.strip() == "copy.sqlite"

    told = call("conflicts", "list", "--database", "sqlite:///copy.sqlite", "--format", "jsonl")
    assert len(told.stdout.splitlines()) == 1
