import json
from pathlib import Path

import pytest

from reconcile import store
from reconcile.flow import workspace


def rows(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_init_makes_a_workspace_with_its_database(call, tmp_path: Path) -> None:
    assert call("init", "case").exit_code == 0
    assert sorted(each.name for each in (tmp_path / "case").iterdir()) == ["db", "reconcile.toml", "reports", "sources"]
    assert store.current(f"sqlite:///{tmp_path}/case/db/reconcile.sqlite") != ""


def test_init_overwrites_nothing(call, case: Path) -> None:
    (case / "reconcile.toml").write_text("# mine\n")

    assert call("init", case).exit_code == 1
    assert (case / "reconcile.toml").read_text() == "# mine\n"


def test_init_leaves_a_folder_alone_that_holds_something_else(call, tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("x")

    told = call("init", ".")

    assert told.exit_code == 1
    assert "thesis.doc" in told.stderr


def test_run_prints_the_reports_and_sums_up_in_ten_lines(call, case: Path) -> None:
    told = call("run")

    assert told.exit_code == 0
    assert [Path(line).name for line in told.stdout.splitlines()][-1] == "discrepancies.html"
    assert all((case / line).is_file() for line in told.stdout.splitlines())
    assert len(told.stderr.splitlines()) == 10


def test_a_second_run_leaves_the_database_as_it_is(call, analysed: Path) -> None:
    def state() -> object:
        opened = store.open(f"sqlite:///{analysed}/db/reconcile.sqlite")
        with opened.reading() as reader:
            found = reader.digests(), reader.checkpoint()
        opened.close()
        return found

    before = state()
    call("run")

    assert state() == before


def test_quiet_leaves_only_the_data(call, case: Path) -> None:
    assert call("run", "--quiet").stderr == ""
    assert call("--quiet", "run").stderr == ""


def test_ingest_then_analyse_is_what_run_does(call, case: Path) -> None:
    assert call("ingest", "sources").exit_code == 0
    assert call("analyse").exit_code == 0
    assert len(call("conflicts", "list", "--format", "jsonl").stdout.splitlines()) == 1


def test_documents_are_named_by_their_path_below_sources(call, case: Path) -> None:
    (case / "sources" / "un").mkdir()
    (case / "sources" / "un" / "who.txt").write_text("Rockets numbered 1\n")
    elsewhere = case.parent / "mail.txt"
    elsewhere.write_text("Rockets numbered 2\n")

    call("ingest", "sources", "sources/../../mail.txt")

    names = [row["document"] for row in rows(call("documents", "list", "--format", "jsonl").stdout)]
    assert names == ["isg.txt", "mail.txt", "un/who.txt", "unscom.txt"]


def test_the_demo_runs_twice(call, tmp_path: Path) -> None:
    first, second = call("demo"), call("demo")

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert first.stdout == second.stdout
    assert Path(first.stdout.splitlines()[-1]).is_file()


def test_the_demo_takes_the_documents_of_the_checkout_before_the_wheels_copy() -> None:
    assert workspace.shipped_sources() == Path(__file__).parents[2] / "sources"


def test_a_run_with_a_fixed_clock_gives_the_same_report_byte_for_byte(call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECONCILE_CLOCK", "2026-01-01T00:00:00Z")
    monkeypatch.setenv("RECONCILE_ORIGIN", "reconcile/demo")

    pages = []
    for folder in ("one", "two"):
        call("demo", folder)
        pages.append([page.read_bytes() for page in sorted(Path(folder, "reports").iterdir())])

    assert pages[0] == pages[1]
    assert len(pages[0]) == 4
