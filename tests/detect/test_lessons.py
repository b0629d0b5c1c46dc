"""Lessons for the reader: balanced, the same for a seed, with frames kept apart, right where that can be checked."""

from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.detect.reader.lessons import COURSES, Lesson, counts, dates, lessons
from reconcile.detect.reader.lessons.counts import Amount
from reconcile.detect.reader.lessons.matters import MATTERS
from reconcile.detect.reader.lessons.pen import Pen, Unwritten, kept_apart

calm = settings(max_examples=60, deadline=None)
seeds = st.integers(0, 2**32)


def some(count: int = 300, seed: int = 1, *, apart: bool = False) -> list[Lesson]:
    return list(lessons(count, seed, apart=apart))


def test_each_label_is_given_as_often_as_the_others() -> None:
    assert set(Counter(lesson.label for lesson in some(300)).values()) == {100}


def test_the_same_seed_gives_the_same_lessons_and_another_one_others() -> None:
    assert some(seed=1) == some(seed=1) != some(seed=2)


def test_no_lesson_comes_twice_or_says_the_same_twice() -> None:
    found = [(lesson.first, lesson.second) for lesson in some(2000)]

    assert len(set(found)) == len(found)
    assert all(first != second for first, second in found)


def test_every_family_is_drawn() -> None:
    assert {lesson.family for lesson in some(1500)} == set(COURSES)


def test_no_slot_is_left_unfilled() -> None:
    assert not [lesson for lesson in some(1500) if set("{}") & set(lesson.first + lesson.second)]


@calm
@given(st.sampled_from(sorted(COURSES)), seeds, st.booleans())
def test_every_family_ends_whatever_frames_it_may_use(name: str, seed: int, apart: bool) -> None:
    for label in COURSES[name].labels:
        pen = Pen(Random(seed), apart=apart)
        try:
            found = COURSES[name].write(pen, label)
        except Unwritten:
            continue

        assert all(found)


@calm
@given(st.lists(st.text(), min_size=1), seeds)
def test_training_never_uses_a_frame_that_is_kept_for_the_score(table: list[str], seed: int) -> None:
    chosen = Pen(Random(seed)).frame(table)

    assert not kept_apart(chosen) or all(map(kept_apart, table))


amounts = st.builds(
    lambda least, width: Amount("some", least, least + width), st.integers(0, 5000), st.integers(0, 5000)
)


@calm
@given(amounts, amounts)
def test_amounts_clash_either_way_round_or_not_at_all(left: Amount, right: Amount) -> None:
    assert (counts.stands(left, right) == "conflict") is (counts.stands(right, left) == "conflict")


@calm
@given(amounts, amounts)
def test_amounts_that_can_both_be_right_do_not_clash(left: Amount, right: Amount) -> None:
    shared = max(left.least, right.least) <= min(left.most, right.most)

    assert not (shared and counts.stands(left, right) == "conflict")


@calm
@given(seeds)
def test_every_way_to_say_a_day_holds_that_day(seed: int) -> None:
    pen = Pen(Random(seed))
    day = dates.some_day(pen)

    assert all(when.first <= day <= when.last for when in dates.whens(pen, day))


@calm
@given(seeds, st.integers(1, 90_000))
def test_every_amount_written_for_a_number_can_mean_it(seed: int, number: int) -> None:
    found = counts.amount(Pen(Random(seed)), number)

    assert found.least <= number <= found.most


def test_no_saying_of_a_matter_stands_on_two_sides() -> None:

    assert all(not set(matter.one) & {*matter.other, *matter.beside} for matter in MATTERS)
