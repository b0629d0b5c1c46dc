"""Files of marked claims: what they may hold, and what is said of one that holds something else."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from reconcile.bench import extraction_gold
from reconcile.model import Span, UsageError

ROOT = Path(__file__).parents[2]
META = {"kind": "meta", "schema": extraction_gold.SCHEMA}
TEXT = "Iraq held 20 tons. It is shut."

LABELS = frozenset(
    "id start end asserter accept_asserter asserter_span stance polarity accept_polarity neg_type accept_neg_type "
    "modality accept_modality accept_spans accept_split accept_merge optional direct_quote dates quantities edtf role "
    "accept accept_role earliest latest also_as_singles lo hi lo_open hi_open accept_lo accept_hi unit accept_unit "
    "approx vague attribute counted_span".split()
)
"""All that a marked claim and its mentions hold where their text stands elsewhere."""


def claim(**given: Any) -> dict[str, Any]:
    return {"start": 0, "end": 17, "asserter": "AUTHOR", "polarity": "pos", "modality": "certain", **given}


def document(*claims: dict[str, Any], **given: Any) -> dict[str, Any]:
    return {"kind": "document", "doc_id": "d", "text": TEXT, "claims": list(claims), **given}


def date(**given: Any) -> dict[str, Any]:
    return {"start": 0, "end": 4, "edtf": "1998", "role": "event", **given}


def amount(**given: Any) -> dict[str, Any]:
    return {"start": 10, "end": 17, "lo": 1, "hi": 2, "unit": "ton", **given}


def read(folder: Path, *rows: Any) -> list[extraction_gold.GoldDocument]:
    file = folder / "gold.jsonl"
    file.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows))
    return extraction_gold.read(file)


def test_a_text_may_stand_in_the_file_or_beside_it(tmp_path: Path) -> None:
    beside = {"kind": "document", "file": "a.txt", "sha256": "ab", "start": 0, "end": 20, "claims": [claim()]}

    inline, other = read(tmp_path, META, document(claim()), beside)

    assert (inline.id, inline.text, inline.window) == ("d", TEXT, Span(0, len(TEXT)))
    assert (other.id, other.text, other.window) == ("a.txt:0-20", None, Span(0, 20))


def test_quotes_that_are_accepted_are_looked_up_in_the_text(tmp_path: Path) -> None:
    (told,) = read(tmp_path, META, document(claim(accept_quote=["held 20 tons"], accept_split=[[0, 4], [5, 17]])))

    (only,) = told.claims
    assert only.spans == (Span(0, 17), Span(5, 17))
    assert only.pieces == (Span(0, 4), Span(5, 17))
    assert only.split


def test_everything_that_is_accepted_counts_as_right(tmp_path: Path) -> None:
    date = {"start": 0, "end": 4, "edtf": "1998", "role": "event", "accept": ["1998~", "report", None]}
    quantity = {"start": 10, "end": 17, "lo": 20, "hi": None, "accept_hi": [30], "unit": "ton"}

    (told,) = read(tmp_path, META, document(claim(accept_polarity=["neg"], dates=[date], quantities=[quantity])))

    (only,) = told.claims
    assert only.polarities == {"pos", "neg"}
    assert (only.dates[0].edtf, only.dates[0].roles) == ({"1998", "1998~"}, {"event", "report"})
    assert only.dates[0].unresolved
    assert (only.quantities[0].lows, only.quantities[0].highs) == ({20.0}, {None, 30.0})


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("{", "line 2"),
        ("[]", "no JSON object"),
        ('{"kind": "document"}', "text"),
        (json.dumps({"kind": "document", "text": TEXT}), "'claims' is missing"),
        (document(claim(end=None)), "claim c1: 0 to None is no stretch"),
        (document(claim(end=0)), "claim c1: 0 to 0 is no stretch"),
        (document(claim(end=99)), "claim c1 lies outside"),
        (document(claim(polarity="maybe")), "polarity is 'maybe'"),
        (document(claim(modality="sure")), "modality is 'sure'"),
        (document({"start": 0, "end": 4, "asserter": "AUTHOR", "polarity": "pos"}), "claim c1: 'modality' is missing"),
        (document(claim(quote="Iran")), "its quote does not stand"),
        (document(claim(accept_quote=["Iran"])), "'Iran' is not in the text"),
        (document(claim(dates=[{"start": 0, "end": 4, "edtf": "1998", "role": "birth"}])), "a date's role is 'birth'"),
        (document(claim(quantities=[{"start": 0, "end": 4, "lo": "many", "hi": 1}])), "claim c1: "),
        (document(claim(dates=3)), "claim c1: "),
        (document(claim(quantities=[{"start": 0, "end": 4, "lo": 10**400, "hi": 1}])), "claim c1: "),
        (document(claims=[3]), "claim 1 is no JSON object"),
        (document(end="x"), "'x' is no place"),
        (document(reference_date="someday"), "someday"),
        (document(reference_date=3), "reference_date is 3"),
        ({"kind": "document", "text": 3, "claims": []}, "its text is no text"),
        (document(claim(), start=9, end=5), "9 to 5, is no stretch"),
        (document(claim(), end=31), "its window ends at 31, and the text at 30"),
        (document(claim(accept_spans=[[0, 31]])), "claim c1 reaches to 31, and the text ends at 30"),
        (document(claim(dates=[date(end=40)])), "claim c1 reaches to 40"),
        (document(claim(dates=[date(start=4, end=2)])), "claim c1: date 1: 4 to 2 is no stretch"),
        (document(claim(dates=[date(edtf="May 1998")])), "edtf: 'May 1998' is not an EDTF date"),
        (document(claim(dates=[date(), date(edtf=1998)])), "date 2: edtf is 1998; it takes a date in EDTF"),
        (document(claim(dates=[date(accept=["1998-13"])])), "accept: "),
        (document(claim(dates=[date(accept_role=["birth"])])), "role is 'birth'"),
        (document(claim(dates=[date(earliest="1999-01-01", latest="1998-01-01")])), "earliest is 1999-01-01"),
        (document(claim(quantities=[amount(lo=3)])), "lo is 3, and that is more than 2, its hi"),
        (document(claim(quantities=[amount(lo=True)])), "lo is True; it takes a finite number"),
        (json.dumps(document(claim(quantities=[amount(lo=float("nan"))]))), "NaN is no JSON"),
        (json.dumps(document(claim(quantities=[amount(hi=float("inf"))]))), "Infinity is no JSON"),
        (json.dumps(document(claim(quantities=[amount()]))).replace('"hi": 2', '"hi": 1e999'), "hi is inf"),
        (document(claim(accept_polarity="neg")), "accept_polarity is 'neg'; it takes a list"),
        (document(claim(accept_modality=["sure"])), "modality is 'sure'"),
        (document(claim(optional="no")), "optional is 'no'; it takes true or false"),
        (document(claim(asserter=None)), "asserter is None; it takes a text"),
        (document(claim(polarty="neg")), "a claim has no 'polarty'; write 'polarity'"),
        (document(claim(dates=[date(edft="1998")])), "a date has no 'edft'; write 'edtf'"),
        (document(claim(quantities=[amount(units="ton")])), "a quantity has no 'units'; write 'unit'"),
        (document(claim(), refrence_date="1998"), "a document has no 'refrence_date'; write 'reference_date'"),
        (document(claim(id="a"), claim(id="a", start=5)), "two claims are called a"),
        (document(claim(), claim(id="c1")), "two claims are called c1"),
        (document(claim(quantities=[amount(accept_units=["kg"])])), "no 'accept_units'; write 'accept_unit'"),
        ("[" * 100_000, "nested too deep"),
        (document(claim(polarity="x" * 100_000)), "xx…"),
    ],
)
def test_a_line_that_cannot_be_is_told_with_its_number(tmp_path: Path, row: Any, told: str) -> None:
    with pytest.raises(UsageError, match="line 2") as error:
        read(tmp_path, META, row)

    assert told in str(error.value)
    assert "\n" not in str(error.value)
    assert len(str(error.value)) < 500


def test_a_remark_under_a_name_of_its_own_is_passed_over(tmp_path: Path) -> None:
    assert read(tmp_path, META, document(claim(note="looked at twice", seen_by="ana"), origin="a paper"))


@pytest.mark.parametrize("form", ["1997-06-14T03:42:00", "2019-10-03T17:00:00Z", "2019-W10", "1998-05/1998-06", "XXXX"])
def test_a_date_may_be_told_by_the_hour_or_the_week(tmp_path: Path, form: str) -> None:
    (told,) = read(tmp_path, META, document(claim(dates=[date(edtf=form)])))

    assert told.claims[0].dates[0].edtf == {form}


@pytest.mark.parametrize("rows", [(), (document(),), (document(), document())])
def test_where_no_claim_is_marked_there_is_nothing_to_measure(tmp_path: Path, rows: tuple[Any, ...]) -> None:
    with pytest.raises(UsageError, match="nothing can be measured"):
        read(tmp_path, META, *rows)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"\x00", b'{"kind": "meta"}\n\xe9'])
def test_a_file_that_is_no_text_is_told_in_one_line(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_bytes(content)

    with pytest.raises(UsageError, match=r"^[^\n]*gold\.jsonl[^\n]*$"):
        extraction_gold.read(file)


@pytest.mark.parametrize("name", [".", "fifo", "circle"])
def test_what_is_no_regular_file_is_not_read(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")

    with pytest.raises(UsageError, match="cannot be read"):
        extraction_gold.read(tmp_path / name)


@pytest.mark.parametrize("row", [document(), {"kind": "meta", "schema": "other/1"}, "", "x"])
def test_the_first_line_says_what_the_file_is(tmp_path: Path, row: Any) -> None:
    with pytest.raises(UsageError, match=r"gold\.jsonl"):
        read(tmp_path, row)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        extraction_gold.read(tmp_path / "none.jsonl")


@pytest.mark.parametrize("file", sorted((ROOT / "tests/gold").glob("*.jsonl")), ids=lambda file: file.name)
def test_the_marked_pages_hold_what_such_a_file_may_hold(file: Path) -> None:
    assert extraction_gold.read(file)


@pytest.mark.parametrize("file", sorted((ROOT / "tests/gold").glob("*.jsonl")), ids=lambda file: file.name)
def test_the_marked_pages_hold_offsets_and_labels_and_no_text(file: Path) -> None:
    documents = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()][1:]
    claims = [claim for each in documents for claim in each["claims"]]
    mentions = [each for claim in claims for kind in ("dates", "quantities") for each in claim[kind]]

    assert len(claims) >= 150
    assert {label for each in (*claims, *mentions) for label in each} - LABELS == set()
    assert {key for each in documents for key in each} == {*"kind file sha256 start end reference_date claims".split()}
    assert max(len(name) for each in claims for name in (each["asserter"], *each.get("accept_asserter", []))) < 120
