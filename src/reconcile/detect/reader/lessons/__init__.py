"""Pairs of sentences that the reader learns from, written from frames of our own, as many of each label."""

from collections.abc import Iterator
from random import Random

from reconcile.detect.reader.lessons import changes, counts, dates, denials, measures, scenes, words
from reconcile.detect.reader.lessons.pen import LABELS, Course, Courses, Label, Lesson, Pen, Unwritten

COURSES: Courses = {
    **counts.COURSES,
    **measures.COURSES,
    **dates.COURSES,
    **denials.COURSES,
    **changes.COURSES,
    **scenes.COURSES,
}
"""Every family of lessons by its name."""

TOLD, ASIDE, BARE = 0.35, 0.2, 0.25
"""Shares of sentences that name who says so, that say something else besides, and that end without a full stop."""


def lessons(count: int, seed: int, *, apart: bool = False) -> Iterator[Lesson]:
    """Yield ``count`` lessons, the labels by turns, the same ones for the same ``seed``; none of them twice.

    With ``apart`` each has at least one frame that no lesson without it has. Ends early only where nothing new comes
    any more.
    """
    random, seen, idle = Random(seed), set[tuple[str, str]](), 0  # noqa: S311 - no secret
    while len(seen) < count and idle < count + 1000:
        lesson = one(random, LABELS[len(seen) % len(LABELS)], apart=apart)
        if lesson is None or (lesson.first, lesson.second) in seen:
            idle += 1
            continue
        seen.add((lesson.first, lesson.second))
        yield lesson


def one(random: Random, label: Label, *, apart: bool = False) -> Lesson | None:
    """Return a lesson with that label; with ``apart`` None where no frame that is kept apart came into it."""
    name, course = random.choice([(name, each) for name, each in COURSES.items() if label in each.labels])
    pen = Pen(random, apart=apart)
    try:
        first, second = dressed(pen, course, label)
    except Unwritten:
        return None
    return (
        None if (apart and not pen.used_apart) or first == second else Lesson(first, second, label, course.kind, name)
    )


def dressed(pen: Pen, course: Course, label: Label) -> tuple[str, str]:
    """Return two sentences of a course, told by somebody and with something besides.

    What the second says besides does not follow from the first, so that it is left out where the second has to follow.
    """
    first, second = course.write(pen, label)
    first = told(pen, aside(pen, first))
    second = told(pen, second if label == "agree" else aside(pen, second))
    return ended(pen, first), ended(pen, second)


def told(pen: Pen, text: str) -> str:
    """Return a sentence, now and then as somebody's."""
    if not pen.chance(TOLD):
        return text
    return pen.wording(words.TOLD, told=text, teller=pen.pick(words.TELLERS), weekday=pen.pick(words.WEEKDAYS))


def aside(pen: Pen, text: str) -> str:
    """Return a sentence, now and then with something that does not bear on it."""
    if not pen.chance(ASIDE):
        return text
    besides = pen.frame(words.ASIDES).format(
        n=pen.random.randint(2, 90), place=pen.pick(words.PLACES), person=pen.name()
    )
    return f"{text}, {besides}"


def ended(pen: Pen, text: str) -> str:
    """Return a sentence with its capital and its full stop, the stop now and then left out."""
    capital = text[:1].upper() + text[1:]
    return capital if pen.chance(BARE) or text.endswith(".") else f"{capital}."


__all__ = ["COURSES", "LABELS", "Label", "Lesson", "lessons"]
