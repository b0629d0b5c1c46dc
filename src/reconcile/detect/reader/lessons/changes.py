"""Lessons about states and their changes: sayings of which some say the same, some the opposite, some neither."""

from dataclasses import dataclass

from reconcile.detect.reader.lessons import words
from reconcile.detect.reader.lessons.matters import MATTERS, Matter
from reconcile.detect.reader.lessons.pen import Course, Courses, Label, Pen

IN_YEAR = ("{told} in {year}", "in {year}, {told}", "{told}, in {year}", "as early as {year}, {told}")


@dataclass(frozen=True, slots=True)
class Side:
    """One subject, and the three sorts of things that may be said of it."""

    subject: str
    matter: Matter

    def say(self, pen: Pen, saying: str) -> str:
        """Return a saying about the subject."""
        return pen.wording(SAID, who=self.subject, does=saying)


SAID = (
    "{who} {does}",
    "{who} {does}",
    "{who}, it turned out, {does}",
    "in the end {who} {does}",
    "{who} apparently {does}",
    "by all accounts {who} {does}",
    "what happened next is that {who} {does}",
    "{who}, unlike the others, {does}",
    "in the course of the year {who} {does}",
)


def states(pen: Pen, label: Label) -> tuple[str, str]:
    """Two sayings about one subject: of one side, of both, or one that belongs to neither."""
    matter = pen.pick(MATTERS)
    side = Side(pen.pick(matter.subjects), matter)
    ours, theirs = pen.turned(matter.one, matter.other)
    if label == "conflict":
        return side.say(pen, pen.pick(ours)), side.say(pen, pen.pick(theirs))
    if label == "neutral":
        first, second = side.say(pen, pen.pick(ours)), side.say(pen, pen.pick(matter.beside))
        return pen.turned(first, second)
    one, two = pen.two(ours)
    return side.say(pen, one), side.say(pen, two)


def namesakes(pen: Pen, label: Label) -> tuple[str, str]:
    """The same or opposite sayings about another subject of the same sort, which never clash."""
    matter = pen.pick([each for each in MATTERS if len(each.subjects) > 1])
    one, two = pen.two(matter.subjects)
    ours, theirs = pen.turned(matter.one, matter.other)
    if label == "agree":
        side = Side(one, matter)
        return side.say(pen, pen.pick(ours)), side.say(pen, pen.pick(ours))
    first = Side(one, matter).say(pen, pen.pick(ours))
    return first, Side(two, matter).say(pen, pen.pick(pen.pick((ours, theirs))))


def undated(pen: Pen, label: Label) -> tuple[str, str]:
    """Opposite sayings in one year clash; in unlike years they may both have been so."""
    matter, year = pen.pick(MATTERS), pen.year()
    subject = pen.pick(matter.subjects)
    ours, theirs = pen.turned(matter.one, matter.other)
    later = year if label != "neutral" else year + pen.random.randint(3, 30)
    said = [f"{subject} {pen.pick(side)}" for side in (ours, ours if label == "agree" else theirs)]
    first = pen.wording(IN_YEAR, told=said[0], year=str(year))
    if label == "agree" and pen.chance(0.5):
        return first, pen.wording(SAID, who=subject, does=pen.pick(ours))
    return first, pen.wording(IN_YEAR, told=said[1], year=str(later))


NOT_SO = (
    "it is not true that {told}",
    "it is wrong to say that {told}",
    "nobody can seriously claim that {told}",
    "reports that {told} are false",
    "it is a myth that {told}",
    "the story that {told} was invented",
)
SO = (
    "it is true that {told}",
    "it is a fact that {told}",
    "it is right to say that {told}",
    "reports that {told} are accurate",
    "nobody disputes that {told}",
    "it is beyond doubt that {told}",
)


def denied(pen: Pen, label: Label) -> tuple[str, str]:
    """A saying, and another one said to be so or not to be so: denying the opposite does not clash."""
    matter = pen.pick(MATTERS)
    subject = pen.pick(matter.subjects)
    ours, theirs = pen.turned(matter.one, matter.other)
    first = pen.wording(SAID[:1], who=subject, does=pen.pick(ours))
    kinds = {
        "conflict": ((ours, NOT_SO), (theirs, SO)),
        "agree": ((theirs, NOT_SO), (ours, SO)),
        "neutral": ((matter.beside, NOT_SO), (matter.beside, SO)),
    }
    table, frames = pen.pick(kinds[label])
    second = pen.wording(frames, told=f"{subject} {pen.pick(table)}")
    return (first, second) if label == "agree" else pen.turned(first, second)


HOPED = (
    "{person} hopes that {told}",
    "{person} doubts that {told}",
    "{person} asked whether {told}",
    "{person} would be glad if {told}",
    "{person} had bet that {told}",
    "if {told}, prices would rise",
    "unless {told}, nothing changes",
    "a film tells how {told}",
)


def supposed(pen: Pen, _: Label) -> tuple[str, str]:
    """A saying that is only hoped, doubted or supposed settles nothing."""
    matter = pen.pick(MATTERS)
    subject = pen.pick(matter.subjects)
    side = pen.pick((matter.one, matter.other))
    person = f"{pen.pick(words.OFFICES)} {pen.pick(words.LAST_NAMES)}"
    told = pen.wording(HOPED, person=person, told=f"{subject} {pen.pick(side)}")
    return pen.turned(told, pen.wording(SAID, who=subject, does=pen.pick(pen.pick((matter.one, matter.other)))))


COURSES: Courses = {
    "states": Course(states, "status"),
    "states again": Course(states, "status"),
    "states once more": Course(states, "status"),
    "namesakes": Course(namesakes, "status", ("agree", "neutral")),
    "undated": Course(undated, "status"),
    "denied": Course(denied, "polarity"),
    "supposed": Course(supposed, "status", ("neutral",)),
}
