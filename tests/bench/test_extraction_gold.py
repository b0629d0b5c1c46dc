"""Files of marked claims: what they may hold, and what is said of one that holds something else."""

import json
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
    "accept accept_role earliest latest also_as_singles lo hi lo_open hi_open accept_lo accept_hi unit approx vague "
    "attribute counted_span".split()
)
"""All that a marked claim and its mentions hold where their text stands elsewhere."""


def claim(**given: Any) -> dict[str, Any]:
    return {"start": 0, "end": 17, "asserter": "AUTHOR", "polarity": "pos", "modality": "certain", **given}


def document(*claims: dict[str, Any], **given: Any) -> dict[str, Any]:
    return {"kind": "document", "doc_id": "d", "text": TEXT, "claims": list(claims), **given}


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
    ],
)
def test_a_line_that_cannot_be_is_told_with_its_number(tmp_path: Path, row: Any, told: str) -> None:
    with pytest.raises(UsageError, match="line 2") as error:
        read(tmp_path, META, row)

    assert told in str(error.value)


@pytest.mark.parametrize("row", [document(), {"kind": "meta", "schema": "other/1"}, "", "x"])
def test_the_first_line_says_what_the_file_is(tmp_path: Path, row: Any) -> None:
    with pytest.raises(UsageError, match=r"gold\.jsonl"):
        read(tmp_path, row)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        extraction_gold.read(tmp_path / "none.jsonl")


@pytest.mark.parametrize("file", sorted((ROOT / "tests/gold").glob("*.jsonl")), ids=lambda file: file.name)
def test_the_marked_pages_hold_offsets_and_labels_and_no_text(file: Path) -> None:
    documents = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()][1:]
    claims = [claim for each in documents for claim in each["claims"]]
    mentions = [each for claim in claims for kind in ("dates", "quantities") for each in claim[kind]]

    assert len(claims) >= 150
    assert {label for each in (*claims, *mentions) for label in each} - LABELS == set()
    assert {key for each in documents for key in each} == {*"kind file sha256 start end reference_date claims".split()}
    assert max(len(name) for each in claims for name in (each["asserter"], *each.get("accept_asserter", []))) < 80
