"""Annotations by quotes, written as offsets and labels."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

import stages
from reconcile.bench import annotations, extraction_gold
from reconcile.bench.texts import Texts
from reconcile.model import Span, UsageError

TEXT = "The ISG met.\nIn May 1998 it said that Iraq held\n20 tons. In May 1998 it said that Iraq lied. It was shut."


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    (tmp_path / "a.txt").write_text(TEXT)
    return Texts(stages.documents, tmp_path)


def claim(quote: str, **given: Any) -> dict[str, Any]:
    common = {"asserter": "AUTHOR", "stance": "none", "polarity": "pos", "modality": "certain"}
    return {"id": "c1", "quote": quote, "dates": [], "quantities": [], **common, **given}


def passage(*claims: dict[str, Any], **given: Any) -> dict[str, Any]:
    return {"doc": "a.txt", "start": 13, "end": len(TEXT), "reference_date": None, "claims": list(claims), **given}


def only(texts: Texts, *claims: dict[str, Any]) -> dict[str, Any]:
    made = annotations.converted([passage(*claims)], texts)
    assert made.lost == []
    return dict(json.loads(made.lines[1])["claims"][0])


def words(pair: list[int]) -> str:
    return TEXT[pair[0] : pair[1]]


def test_quotes_become_offsets_and_the_words_go(texts: Texts) -> None:
    quantity = {"text": "20 tons", "lo": 20, "hi": 20, "unit": "ton", "counted": "Iraq"}

    made = only(texts, claim("Iraq held 20 tons", quantities=[quantity], asserter="ISG", asserter_text="ISG"))

    assert words([made["start"], made["end"]]) == "Iraq held\n20 tons"
    assert words(made["asserter_span"]) == "ISG"
    assert words(made["quantities"][0]["counted_span"]) == "Iraq"
    assert not {"quote", "text", "asserter_text", "counted"} & {*made, *made["quantities"][0]}


def test_a_quote_that_repeats_is_taken_by_its_number_and_its_date_with_it(texts: Texts) -> None:
    date = {"text": "In May 1998", "edtf": "1998-05", "role": "report", "earliest": None, "latest": None}

    made = only(texts, claim("In May 1998 it said", occurrence=1, dates=[date]))

    assert made["start"] == made["dates"][0]["start"] == TEXT.rindex("In May")


def test_other_boundaries_become_offsets_too(texts: Texts) -> None:
    made = only(
        texts, claim("Iraq lied", accept_quote="that Iraq lied", accept_split=["Iraq", "lied"], accept_merge=True)
    )

    assert [words(pair) for pair in made["accept_spans"]] == ["that Iraq lied"]
    assert [words(pair) for pair in made["accept_split"]] == ["Iraq", "lied"]
    assert made["accept_merge"] is True


def test_a_quantity_of_nothing_keeps_its_ends(texts: Texts) -> None:
    quantity = {"text": "20 tons", "lo": 0, "hi": 0, "unit": "ton", "approx": False}

    (made,) = only(texts, claim("Iraq held 20 tons", quantities=[quantity]))["quantities"]

    assert (made["lo"], made["hi"]) == (0, 0)
    assert "approx" not in made


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"optinal": True}, "a claim has no 'optinal'; write 'optional'"),
        ({"dates": [{"text": "Iraq", "edft": "1998"}]}, "a date has no 'edft'; write 'edtf'"),
        ({"quantities": [{"lo": 1}]}, "'text' is missing"),
        ({"quantities": 3}, "takes a list"),
        ({"asserter_text": 3}, "passage 1 (a.txt)"),
    ],
)
def test_a_label_that_would_be_lost_is_told(texts: Texts, given: dict[str, Any], told: str) -> None:
    with pytest.raises(UsageError, match=re.escape(told)):
        annotations.converted([passage(claim("Iraq lied", **given))], texts)


def test_claims_without_a_name_are_called_by_their_number(texts: Texts) -> None:
    nameless = [{**claim(quote), "id": None} for quote in ("Iraq lied", "It was shut")]

    made = annotations.converted([passage(*nameless)], texts)

    assert [each["id"] for each in json.loads(made.lines[1])["claims"]] == ["c1", "c2"]


def test_what_is_not_found_is_told_by_its_id_alone(texts: Texts) -> None:
    made = annotations.converted([passage(claim("Iran lied"), claim("It was shut", id="c2"))], texts)

    assert made.lost == [f"a.txt:13-{len(TEXT)}, claim c1: its quote not found"]
    assert made.counts["claims"] == 1


def test_quotes_outside_of_the_passage_are_not_found(texts: Texts) -> None:
    assert annotations.converted([passage(claim("The ISG met"))], texts).counts["claims"] == 0


def test_what_is_written_is_what_the_measure_reads(texts: Texts, tmp_path: Path) -> None:
    made = annotations.converted([passage(claim("It was shut"))], texts, ["Ours, public domain"])
    annotations.write(tmp_path / "gold.jsonl", made.lines)

    (document,) = extraction_gold.read(tmp_path / "gold.jsonl")

    assert document.claims[0].span == Span(TEXT.index("It was shut"), len(TEXT) - 1)
    assert json.loads(made.lines[0])["attribution"] == ["Ours, public domain"]


def test_what_somebody_wrote_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "B.json").write_text("[]")

    with pytest.raises(UsageError, match="holds no marked claims"):
        annotations.write(tmp_path / "B.json", [])
    assert (tmp_path / "B.json").read_text() == "[]"


def test_marked_claims_are_written_anew(texts: Texts, tmp_path: Path) -> None:
    lines = annotations.converted([passage(claim("It was shut"))], texts).lines

    for _ in range(2):
        annotations.write(tmp_path / "gold.jsonl", lines)

    assert len(extraction_gold.read(tmp_path / "gold.jsonl")) == 1


def test_a_text_that_is_not_there_is_told(texts: Texts) -> None:
    made = annotations.converted([passage(claim("It was shut"), doc="b.txt")], texts)

    assert "there is no b.txt" in made.lost[0]


@pytest.mark.parametrize("told", ['{"a": 1}', "[1]", "x"])
def test_a_file_that_is_no_list_of_passages_is_told(tmp_path: Path, told: str) -> None:
    (tmp_path / "A.json").write_text(told)

    with pytest.raises(UsageError, match=r"A\.json"):
        annotations.read(tmp_path / "A.json")


def test_a_passage_that_cannot_be_is_told_by_its_number(texts: Texts) -> None:
    with pytest.raises(UsageError, match="passage 1"):
        annotations.converted([{"doc": "a.txt"}], texts)
    with pytest.raises(UsageError, match="passage 1"):
        annotations.converted([passage(claim("It was shut", polarity="maybe"))], texts)
