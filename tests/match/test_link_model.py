"""The fitted link model: what its score means, what it can be switched to, how it is fitted."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.match import features, model, train
from reconcile.match.model import BadModel, Model

NAMES = features.NAMES
shares = st.floats(0, 1)
values = st.fixed_dictionaries(dict.fromkeys(NAMES, shares))
SMALL = Model(-1.0, 0.2, {"more": ((0.0, 0.0), (0.5, 1.0), (1.0, 4.0)), "apart": ((0.0, 0.0), (1.0, -2.0))}, {})


def columns(*pairs: dict[str, float]) -> dict[str, model.Floats]:
    return {name: np.array([pair[name] for pair in pairs]) for name in pairs[0]}


def test_the_shipped_model_knows_every_feature_of_a_link() -> None:
    assert set(model.shipped().curves) == set(NAMES)


@given(values, st.sampled_from(NAMES), shares)
def test_more_in_common_never_lowers_the_score(pair: dict[str, float], name: str, more: float) -> None:
    low, high = sorted((pair[name], more))
    below, above = model.shipped().score(columns(pair | {name: low}, pair | {name: high}))

    assert below >= above if train.SIGNS.get(name) else below <= above


@given(values, st.sets(st.sampled_from(NAMES), min_size=1))
def test_what_is_not_known_yet_never_adds_more_than_the_best_case(pair: dict[str, float], known: set[str]) -> None:
    fitted, some = model.shipped(), columns({name: pair[name] for name in sorted(known)})

    assert fitted.total(columns(pair))[0] <= fitted.total(some)[0] + fitted.best_case(some) + 1e-9


@given(values)
def test_the_parts_explain_the_whole(pair: dict[str, float]) -> None:
    fitted = model.shipped()

    assert fitted.total(columns(pair))[0] == pytest.approx(
        fitted.bias + sum(part[0] for part in fitted.parts(columns(pair)).values())
    )


@given(values, values, st.floats(0.05, 0.95))
def test_another_prior_keeps_the_order(left: dict[str, float], right: dict[str, float], prior: float) -> None:
    one, other = model.shipped().total(columns(left, right))
    moved_one, moved_other = model.shipped().at(prior).total(columns(left, right))

    assert moved_one - moved_other == pytest.approx(one - other)


def test_a_prior_twice_as_high_in_odds_doubles_the_odds() -> None:
    even = SMALL.at(0.5)

    assert even.bias == pytest.approx(-1.0 + np.log(4))
    assert even.at(0.2).bias == pytest.approx(-1.0)


def test_a_curve_bends_at_its_knots() -> None:
    assert SMALL.parts(columns({"more": 0.25}, {"more": 0.75}))["more"].tolist() == [0.5, 2.5]


@pytest.mark.parametrize("written", ["", "[]", "{}", '{"schema": "link_model/9"}', '{"schema": "link_model/1"}'])
def test_a_file_that_is_no_model_is_told(written: str) -> None:
    with pytest.raises(BadModel, match=r"reconcile\.match\.train"):
        model.told(written)


def lessons(folder: Path, *rows: tuple[float, float, bool]) -> train.Lessons:
    made = [
        {"set": "s", "query": f"q{n}", "same": same, "features": {"more": more, "less": less}}
        for n, (more, less, same) in enumerate(rows)
    ]
    file = folder / "rows"
    file.write_text("".join(json.dumps(row) + "\n" for row in made))
    return train.read(file)


def test_a_model_learns_how_often_it_comes_true(tmp_path: Path) -> None:
    taught = lessons(
        tmp_path, *[(0.2, 0.2, n % 10 == 0) for n in range(100)], *[(0.8, 0.8, n % 4 > 0) for n in range(100)]
    )

    low, high = train.fitted(taught).score(columns({"more": 0.2, "less": 0.2}, {"more": 0.8, "less": 0.8}))

    assert low == pytest.approx(0.1, abs=0.03)
    assert high == pytest.approx(0.75, abs=0.03)


def test_no_rows_teach_that_what_is_in_common_speaks_against_a_link(tmp_path: Path) -> None:
    fitted = train.fitted(lessons(tmp_path, *[(0.1, 0.1, True), (0.9, 0.9, False)] * 20))

    assert {height for curve in fitted.curves.values() for _, height in curve} == {0.0}


def test_a_model_that_was_written_reads_back(tmp_path: Path) -> None:
    fitted = train.fitted(lessons(tmp_path, *[(0.1, 0.1, False), (0.9, 0.8, True)] * 20))

    read = model.told(train.written(fitted, {"sets": {}}))

    pair = columns({"more": 0.4, "less": 0.3})
    assert read.total(pair) == pytest.approx(fitted.total(pair))
