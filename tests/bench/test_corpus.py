"""The measure itself: that it counts right what it is told."""

import json
from pathlib import Path

import pytest

import stages
from cases import ANA
from reconcile.bench import corpus, pairs
from reconcile.bench.pairs import Pair
from reconcile.model import Span, UsageError


def line(relation: str, left: str, right: str, **more: str) -> str:
    fields = {"id": f"{relation}-1", "relation": relation, "doc_a": "a.txt", "quote_a": left, "doc_b": "b.txt"}
    return json.dumps({**fields, "quote_b": right, **more})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("Rockets numbered 2,500\nSarin was made in 1991\nDoors were shut\n")
    (tmp_path / "b.txt").write_text("Rockets numbered 2,400\nSarin was made in 1991\nPumps were shut\n")
    return tmp_path


def known(folder: Path, *lines: str) -> list[Pair]:
    file = folder / "pairs.jsonl"
    file.write_text("\n".join(lines))
    return pairs.read(file)


def test_a_quote_is_found_where_it_stands_and_white_space_is_no_difference() -> None:
    assert pairs.found("two words", "in two words") == Span(3, 12)
    assert pairs.found("two words", "in two\n  words") == Span(3, 14)
    assert pairs.found("three", "in two words") is None


def test_precision_and_recall_count_what_joins_the_quotes(folder: Path) -> None:
    told = known(
        folder,
        line("conflict", "numbered 2,500", "numbered 2,400", conflict_kind="quantity"),
        line("conflict", "Doors were shut", "Pumps were shut", conflict_kind="status"),
        line("agree", "made in 1991", "made in 1991"),
    )

    conflict, agreement, quantity, status = corpus.measured(folder, told, stages.TOOLS, ANA).rows()

    assert (conflict["precision"], conflict["recall"]) == (1.0, 0.5)
    assert (agreement["precision"], agreement["recall"]) == (1.0, 1.0)
    assert (quantity["found"], quantity["kind right"], status["found"]) == (1, 1, 0)


def test_a_false_alarm_costs_precision(folder: Path) -> None:
    told = known(folder, line("unrelated", "numbered 2,500", "numbered 2,400"))

    conflict, _ = corpus.measured(folder, told, stages.TOOLS, ANA).rows()

    assert (conflict["wrong"], conflict["precision"], conflict["recall"]) == (1, 0.0, None)


@pytest.mark.parametrize(
    ("left", "right", "reached"),
    [
        ("Doors were shut", "Pumps were shut", "claim"),
        ("Doors were open", "Pumps were shut", "document"),
        ("made in 1991", "made in 1991", "verdict"),
    ],
)
def test_a_miss_says_how_far_the_pair_came(folder: Path, left: str, right: str, reached: str) -> None:
    told = known(folder, line("conflict", left, right))

    (miss,) = corpus.measured(folder, told, stages.TOOLS, ANA).misses()

    assert miss["reached"] == reached


def test_a_document_that_is_not_there_is_told(folder: Path) -> None:
    (folder / "b.txt").unlink()

    with pytest.raises(UsageError, match=r"b\.txt"):
        corpus.measured(folder, known(folder, line("agree", "made", "made")), stages.TOOLS, ANA)


def test_no_document_outside_of_the_corpus_is_read(folder: Path) -> None:
    told = known(folder, line("agree", "made", "made", doc_b="../b.txt"))
    (folder.parent / "b.txt").write_text("made")

    with pytest.raises(UsageError):
        corpus.measured(folder, told, stages.TOOLS, ANA)


@pytest.mark.parametrize("text", ["{", "[]", '{"id": 1}'])
def test_a_line_that_is_no_pair_is_told_with_its_place(folder: Path, text: str) -> None:
    with pytest.raises(UsageError, match="line 1"):
        known(folder, text)
