import csv
import io
import json
from pathlib import Path

import pytest

from reconcile.cli.output import Format, Listing, show

CONTRACT = {
    "documents": "id document source sha256 bytes characters claims problems",
    "claims": "id document source start end quote asserters polarity polarity_kind modality dates quantities places "
    "complete rules",
    "conflicts": "id kind confidence severity standing why topic rule left right",
    "topics": "id label claims sources conflicts members",
}
SIDE = "claim document source asserter quote start end marks"


def jsonl(call, *words: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in call(*words, "--format", "jsonl").stdout.splitlines()]


@pytest.mark.parametrize("noun", CONTRACT)
def test_rows_have_the_fields_that_scripts_rely_on(call, analysed: Path, noun: str) -> None:
    (first, *_) = jsonl(call, noun, "list")

    assert set(CONTRACT[noun].split()) <= set(first)


def test_both_sides_of_a_conflict_have_the_fields_that_scripts_rely_on(call, analysed: Path) -> None:
    (conflict,) = jsonl(call, "conflicts", "list")

    assert set(SIDE.split()) <= set(conflict["left"]) & set(conflict["right"])


def test_other_verdicts_are_listed_in_the_same_form(call, analysed: Path) -> None:
    (conflict,) = jsonl(call, "conflicts", "list")
    (agreement,) = jsonl(call, "conflicts", "list", "--verdict", "agreement")

    assert set(agreement) == set(conflict)
    assert len(jsonl(call, "conflicts", "list", "--verdict", "all")) == 2
    assert jsonl(call, "conflicts", "list", "--verdict", "compatible") == []


def test_spans_slice_the_stored_text_to_their_quotes(call, analysed: Path) -> None:
    for row in jsonl(call, "claims", "list"):
        text = (analysed / "sources" / str(row["document"])).read_text()
        assert text[row["start"] : row["end"]] == row["quote"]


@pytest.mark.parametrize("style", Format)
@pytest.mark.parametrize("words", ["documents", "claims", "topics", "conflicts", "problems"])
def test_every_listing_has_every_format(call, analysed: Path, words: str, style: str) -> None:
    assert call(words, "list", "--format", style).exit_code == 0


def test_filters_narrow_a_listing(call, analysed: Path) -> None:
    assert len(jsonl(call, "conflicts", "list", "--source", "isg", "--kind", "quantity", "--standing", "open")) == 1
    assert jsonl(call, "conflicts", "list", "--min-confidence", "0.9") == []
    assert len(jsonl(call, "claims", "list", "--document", "isg.txt")) == 2
    assert len(jsonl(call, "claims", "list", "--source", "isg")) == 2


def test_a_claim_is_shown_by_its_first_digits(call, analysed: Path) -> None:
    (first, *_) = jsonl(call, "claims", "list")

    (shown,) = jsonl(call, "claims", "show", str(first["id"])[:8])

    assert shown["id"] == first["id"]


HOSTILE = {"quote": "=1+1 \x1b[31m\u202eevil\nsecond | line", "side": {"marks": [[0, 2]], "none": None}}


def printed(capsys: pytest.CaptureFixture[str], style: Format, *rows: dict[str, object]) -> str:
    show(Listing(rows, {"quote": "quote", "marks": "side.marks"}), style)
    return capsys.readouterr().out


@pytest.mark.parametrize("style", Format)
def test_what_a_document_holds_cannot_speak_to_the_terminal(capsys: pytest.CaptureFixture[str], style: Format) -> None:
    text = printed(capsys, style, HOSTILE)

    assert "\x1b" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize("style", [Format.JSON, Format.JSONL])
def test_json_reads_back_exactly(capsys: pytest.CaptureFixture[str], style: Format) -> None:
    text = printed(capsys, style, HOSTILE)

    assert json.loads(text) == ([HOSTILE] if style is Format.JSON else HOSTILE)


def test_no_spreadsheet_runs_a_cell(capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = csv.DictReader(io.StringIO(printed(capsys, Format.CSV, HOSTILE)))

    assert row["quote"].startswith("'=")
    assert row["side.marks"] == "[[0, 2]]"


def test_a_row_of_a_table_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(printed(capsys, Format.TABLE, HOSTILE).splitlines()) == 2
    assert len(printed(capsys, Format.MD, HOSTILE).splitlines()) == 3


@pytest.mark.parametrize(("style", "text"), [(Format.JSON, "[]\n"), (Format.JSONL, "")])
def test_no_rows_are_no_rows(capsys: pytest.CaptureFixture[str], style: Format, text: str) -> None:
    assert printed(capsys, style) == text
