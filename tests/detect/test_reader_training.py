"""What the reader learns from and how its answers are measured: the parts of the recipe that need no torch."""

import gzip
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.detect.reader import COLUMNS, examples, fitting, train
from reconcile.detect.reader.examples import Example
from reconcile.detect.reader.fitting import DECAY, WARM, State
from reconcile.model import UsageError

calm = settings(max_examples=40, deadline=None)


def example(number: int = 0, label: str = "agree", origin: str = "some", text: str = "The mine was shut.") -> Example:
    return Example(f"{origin}:{number}", text, "It was closed.", label, origin)


def row(**other: object) -> dict[str, object]:
    return {"id": "1", "a": "The mine was shut.", "b": "It was open.", "label": "conflict", "set": "some", **other}


def test_pairs_are_read_from_plain_and_from_compressed_files(tmp_path: Path) -> None:
    plain, packed = tmp_path / "some.jsonl", tmp_path / "some.jsonl.gz"
    plain.write_text(json.dumps(row()), encoding="utf-8")
    packed.write_bytes(gzip.compress(json.dumps(row()).encode()))

    assert examples.read([plain]) == examples.read([packed])
    assert examples.read([plain])[0].label == "conflict"


def test_pairs_of_which_only_half_is_known_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "some.jsonl"
    file.write_text(json.dumps(row(coarse=1)), encoding="utf-8")

    assert examples.read([file]) == []


@pytest.mark.parametrize("line", ["{", "[]", "7", '{"id": "1"}'])
def test_a_line_that_is_no_pair_is_named(line: str, tmp_path: Path) -> None:
    file = tmp_path / "some.jsonl"
    file.write_text(json.dumps(row()) + "\n" + line, encoding="utf-8")

    with pytest.raises(UsageError, match=r"some\.jsonl, line 2: it is no pair"):
        examples.read([file])


def test_a_set_that_teaches_little_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examples, "AT_MOST", {"poor": 2})

    found = list(examples.thinned([example(n, origin=origin) for n in range(5) for origin in ("poor", "rich")]))

    assert [each.origin for each in found].count("poor") == 2
    assert [each.origin for each in found].count("rich") == 5


@calm
@given(st.integers(0, 3000), st.integers(0, 50))
def test_what_is_kept_apart_stays_apart_when_more_is_learned(count: int, more: int) -> None:
    some = [example(number) for number in range(count)]

    assert set(examples.parted(some)[1]) <= set(
        examples.parted([*some, *(example(n, origin="x") for n in range(more))])[1]
    )


@calm
@given(st.integers(0, 500), st.integers(0, 9))
def test_a_pass_sees_every_pair_once(count: int, epoch: int) -> None:
    some = [example(number, text="a" * (number % 90)) for number in range(count)]

    assert sorted(number for batch in fitting.batches(some, epoch) for number in batch) == list(range(count))


def test_a_pass_has_the_same_batches_each_time_and_the_next_pass_others() -> None:
    some = [example(number) for number in range(200)]

    assert fitting.batches(some, 1) == fitting.batches(some, 1) != fitting.batches(some, 2)


def test_the_rate_rises_then_stays_and_falls_to_nothing_once_asked() -> None:
    rising = [State(step=step).rate() for step in range(WARM)]
    falling = [State(step=WARM + step, decay=WARM).rate() for step in range(DECAY + 1)]

    assert rising == sorted(rising)
    assert State(step=100 * WARM).rate() == 1
    assert falling == sorted(falling, reverse=True)
    assert falling[-1] == 0


def test_a_model_that_is_too_sure_is_cooled() -> None:
    some = [example(label=COLUMNS[number % 3]) for number in range(300)]
    scores = np.zeros((300, 3), np.float32)
    scores[np.arange(300), [number % 3 if number % 5 else (number + 1) % 3 for number in range(300)]] = 9

    assert train.temperature(scores, some) > 2


def test_probabilities_that_are_the_share_of_right_answers_are_calibrated() -> None:
    sure = np.full(100, 0.75, np.float32)

    assert train.calibration(sure, np.arange(100) % 4 != 0) == pytest.approx(0, abs=1e-6)
    assert train.calibration(sure, np.zeros(100, bool)) == pytest.approx(0.75, abs=1e-6)


def test_always_saying_conflict_is_no_better_than_chance() -> None:
    some = [example(label=label) for label in COLUMNS]
    found = train.figures(np.tile(np.array([[1, 0, 0]], np.float32), (3, 1)), some)

    assert (found["balanced"], found["recall"], found["false_conflict"]) == (0.5, 1.0, 1.0)
