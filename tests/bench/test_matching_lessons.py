"""What the link model learns from: which proposed pairs count as of one matter, and which for nothing."""

from pathlib import Path

import pytest

import stages
from bench.test_matching import written
from reconcile.bench import matching_lessons, matching_sets
from reconcile.bench.matching_sets import Labelled
from reconcile.model import UsageError

KNOWN = [
    Labelled("s", "Dam broke", "Dam burst", related=True),
    Labelled("s", "Dam held", "Dam burst", related=False),
    Labelled("s", "Dam was old", "Rain fell", related=True),
]


def answers(queries: int = 9, texts: int = 9) -> list[tuple[object, object]]:
    rows = matching_lessons.rows("s", KNOWN, stages.TOOLS, queries, texts)
    return [(row["query"], row["same"]) for row in rows]


def test_a_related_pair_is_right_another_text_is_wrong_and_a_neutral_one_is_neither() -> None:
    assert sorted(answers()) == [("Dam burst", False), ("Dam burst", True)]


def test_the_features_of_the_link_are_what_is_learned_from() -> None:
    row = next(matching_lessons.rows("s", KNOWN, stages.TOOLS, 9, 9))

    assert row["features"] == {"first word": 1.0}
    assert row["set"] == "s"


def test_the_same_lessons_are_drawn_each_time() -> None:
    assert answers(1, 1) == answers(1, 1)


def test_labels_are_read_as_of_one_matter_or_not(tmp_path: Path) -> None:
    rows = [{"a": "A", "b": "B", "set": "s", "label": label} for label in ("conflict", "agree", "neutral")]

    assert [each.related for each in matching_sets.labelled(written(tmp_path, "p", *rows))] == [True, True, False]
    with pytest.raises(UsageError, match="line 1: label is none of conflict, agree, neutral"):
        matching_sets.labelled(written(tmp_path, "p", rows[0] | {"label": "maybe"}))
