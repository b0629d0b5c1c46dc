import json
from pathlib import Path

import pytest

from reconcile.flow import toolbox
from reconcile.values import entries

GOOD = '[aliases]\n"Iraq Survey Group" = ["the Survey Group"]\n[acronyms]\nISG = "Iraq Survey Group"\n'
BAD = '[periods]\n"the War" = "soon"\n[acronyms]\nun = "United Nations"\n'


def test_check_counts_the_entries_by_table(call, case: Path) -> None:
    (case / "vocabulary.toml").write_text(GOOD)

    told = call("vocabulary", "check", "--format", "jsonl")

    counted = {row["table"]: row["entries"] for row in map(json.loads, told.stdout.splitlines())}
    assert counted == dict.fromkeys(entries.TABLES, 0) | {"aliases": 1, "acronyms": 1}


def test_check_says_all_that_is_wrong_a_line_each(call, case: Path) -> None:
    (case / "words.toml").write_text(BAD)

    told = call("vocabulary", "check", "words.toml")

    assert told.exit_code == 2
    assert ["words.toml" in line for line in told.stderr.splitlines()] == [True, True]


def test_a_run_with_a_bad_one_stops_in_one_line_before_it_reads_anything(call, case: Path) -> None:
    (case / "vocabulary.toml").write_text(BAD)

    told = call("run")

    assert told.exit_code == 2
    assert len(told.stderr.splitlines()) == 1
    assert "'the War'" in told.stderr
    assert call("documents", "list", "--format", "jsonl").stdout == ""


def test_a_run_hands_the_vocabulary_to_the_stages(call, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[object] = []
    stages = toolbox.standard(None)  # type: ignore[arg-type]
    monkeypatch.setattr(toolbox, "standard", lambda _, vocabulary: given.append(vocabulary) or stages)
    (case / "vocabulary.toml").write_text(GOOD)

    call("run")

    assert [known.canonical("ISG") for known in given] == ["Iraq Survey Group"]  # type: ignore[attr-defined]
