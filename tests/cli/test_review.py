"""Deciding from the terminal, and what the next report shows of it."""

import json
from pathlib import Path

import pytest


@pytest.fixture
def conflict(call, analysed: Path) -> str:
    return str(json.loads(call("conflicts", "list", "--format", "jsonl").stdout)["id"])


def shown(call, conflict: str) -> dict[str, object]:
    return json.loads(call("conflicts", "show", conflict, "--format", "jsonl").stdout)


def test_a_conflict_goes_through_its_whole_life(call, conflict: str) -> None:
    steps = [
        (("assign", conflict, "--to", "bob", "-r", "He knows the tables."), "under review"),
        (("comment", conflict, "-r", "Table 3 counts motors."), "under review"),
        (("resolve", conflict, "--verdict", "left", "-r", "The count is of rockets."), "resolved"),
        (("reopen", conflict, "-r", "There is a newer table."), "open"),
        (("dismiss", conflict, "-r", "A misprint."), "dismissed"),
    ]

    for words, standing in steps:
        assert call("conflicts", *words).exit_code == 0
        assert shown(call, conflict)["standing"] == standing
    assert [each["verb"] for each in shown(call, conflict)["decisions"]] == [words[0] for words, _ in steps]


def test_who_and_why_and_how_sure_are_kept(call, conflict: str) -> None:
    words = ("--verdict", "both with scope", "-r", "Other years.", "--likelihood", "very likely", "--confidence", "low")
    call("conflicts", "resolve", conflict, *words, "--actor", "zoe")

    (decision,) = shown(call, conflict)["decisions"]

    assert (decision["actor"], decision["verdict"], decision["rationale"]) == ("zoe", "both with scope", "Other years.")
    assert (decision["likelihood"], decision["confidence"]) == ("very likely", "low")


@pytest.mark.parametrize(
    "words",
    [
        ("resolve", "--verdict", "left"),
        ("resolve", "-r", "Because."),
        ("resolve", "--verdict", "perhaps", "-r", "Because."),
        ("resolve", "--verdict", "left", "-r", " "),
        ("resolve", "--verdict", "left", "-r", "Because.", "--likelihood", "sort of"),
        ("assign", "-r", "Because."),
    ],
)
def test_a_decision_that_lacks_something_is_a_usage_error(call, conflict: str, words: tuple[str, ...]) -> None:
    verb, *options = words

    assert call("conflicts", verb, conflict, *options).exit_code == 2


def test_a_stale_decision_is_refused_with_who_did_what(call, conflict: str) -> None:
    seen = str(shown(call, conflict)["seen"])
    call("conflicts", "resolve", conflict, "--verdict", "left", "-r", "So it is.", "--seen", seen, "--actor", "bob")

    told = call("conflicts", "dismiss", conflict, "-r", "A misprint.", "--seen", seen)

    assert told.exit_code == 1
    assert "bob resolved it" in told.stderr


def test_the_next_report_shows_it_settled_with_the_reason(call, conflict: str) -> None:
    call("conflicts", "resolve", conflict, "--verdict", "left", "-r", "The count is of rockets.")

    told = call("report", "discrepancies", "--format", "md", "--standing", "resolved")

    assert "The count is of rockets." in told.stdout.replace("\\", "")
    assert conflict not in call("report", "discrepancies", "--format", "md", "--standing", "open").stdout


@pytest.mark.parametrize("style", ["html", "md", "json", "csv"])
def test_each_report_has_each_format(call, conflict: str, style: str) -> None:
    for words in (("discrepancies",), ("provenance", conflict)):
        told = call("report", *words, "--format", style, "--output", "page")
        assert (told.exit_code, told.stdout) == (0, "page\n")
        assert Path("page").stat().st_size > 0


def test_an_unknown_report_format_is_a_usage_error(call, conflict: str) -> None:
    assert call("report", "discrepancies", "--format", "pdf").exit_code == 2


def test_the_auditor_finds_the_ledger_whole(call, conflict: str) -> None:
    call("conflicts", "comment", conflict, "-r", "Table 3 counts motors.")

    assert call("audit", "verify", "--deep").exit_code == 0
    assert len(call("audit", "checkpoint").stdout.splitlines()) == 3
    actions = [json.loads(line)["action"] for line in call("audit", "log", "--format", "jsonl").stdout.splitlines()]
    assert actions == ["document.ingest", "document.ingest", "run", "conflict.comment"]


def test_the_auditor_is_told_of_a_row_that_was_changed(call, conflict: str) -> None:
    import sqlite3

    database = sqlite3.connect("db/reconcile.sqlite")
    database.execute("UPDATE verdict SET why = 'nothing to see'")
    database.commit()
    database.close()

    told = call("audit", "verify", "--deep")

    assert told.exit_code == 1
    assert "verdict" in told.stdout


def test_a_run_says_that_a_decided_conflict_went_with_its_document(call, conflict: str) -> None:
    call("conflicts", "resolve", conflict, "--verdict", "left", "-r", "The count is of rockets.")
    Path("sources/isg.txt").write_text("Rockets numbered 2,300\n")

    told = call("run")

    assert "1 decided and gone with a changed document" in told.stderr
