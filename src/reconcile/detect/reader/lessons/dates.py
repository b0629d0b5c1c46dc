"""Lessons about when: exact and vague dates of one event, spans, orders of two events, and events that recur."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from reconcile.detect.reader.lessons import words
from reconcile.detect.reader.lessons.pen import Course, Courses, Label, Pen

ONCE = (
    "the treaty was signed {when}",
    "{person} was born {when}",
    "{person} died {when}",
    "the ship sank {when}",
    "the bridge opened {when}",
    "{when} the bridge opened",
    "the company was founded {when}",
    "the last prisoner was released {when}",
    "the city surrendered {when}",
    "the first reactor went into operation {when}",
    "{person} took office {when}",
    "the old harbour was closed for good {when}",
    "{when} the last inspectors left the country",
    "{when} parliament abolished the tax",
    "the cease-fire came into force {when}",
    "the dam broke {when}",
    "{person} published the first volume {when}",
)
"""What happens once."""

AGAIN = (
    "inspectors visited the factory {when}",
    "{person} gave a concert {place} {when}",
    "the river burst its banks {when}",
    "{when} rebels shelled the airport",
    "the two sides met {place} {when}",
    "{person} spoke to parliament {when}",
    "{when} a patrol searched the warehouse",
    "the company raised its prices {when}",
    "the workers went on strike {when}",
    "a convoy reached the village {when}",
)
"""What may happen any number of times."""

SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}
EARLY, MID, LATE = 4, 8, 12
"""The months at whose end the early, the middle and the late part of a year end."""


@dataclass(frozen=True, slots=True)
class When:
    """A time as it is written, with its preposition, and its first and last day."""

    text: str
    first: date
    last: date

    def within(self, other: "When") -> bool:
        """Say whether each of its days is one of the other's."""
        return other.first <= self.first and self.last <= other.last

    def meets(self, other: "When") -> bool:
        """Say whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last


DAYS = (
    "on {d} {month} {y}",
    "on {month} {d}, {y}",
    "on {weekday}, {d} {month} {y}",
    "on the {d}th of {month} {y}",
    "on {y}-{m:02}-{d:02}",
    "on {d:02}.{m:02}.{y}",
)


def whens(pen: Pen, day: date) -> list[When]:
    """Return ways to say when something happened on that day, from exact to vague."""
    year, month = day.year, words.MONTHS[day.month - 1]
    start, end = date(year, 1, 1), date(year, 12, 31)
    first, last = date(year, day.month, 1), date(year, day.month, monthrange(year, day.month)[1])
    decade = year // 10 * 10
    found = [
        When(written(pen, day), day, day),
        When(written(pen, day), day, day),
        When(f"in {month} {year}", first, last),
        When(f"in {month} of {year}", first, last),
        When(f"in {year}", start, end),
        When(f"in the year {year}", start, end),
        When(f"in the {decade}s", date(decade, 1, 1), date(decade + 9, 12, 31)),
        part(day),
        *season(day),
        *open_ended(pen, day),
    ]
    if day.day <= 10:
        found.append(When(f"in early {month} {year}", first, day.replace(day=12)))
    if day.day >= 21:
        found.append(When(f"in late {month} {year}", day.replace(day=19), last))
    return found


def written(pen: Pen, day: date) -> str:
    """Return a day in one of the ways in which it is written."""
    month, weekday = words.MONTHS[day.month - 1], words.WEEKDAYS[day.weekday()]
    text = pen.frame(DAYS).format(d=day.day, month=month, m=day.month, y=day.year, weekday=weekday)
    return ordinal(text)


def ordinal(text: str) -> str:
    """Return a text with the endings of first, second and third set right."""
    for number, ending in ((1, "st"), (2, "nd"), (3, "rd"), (21, "st"), (22, "nd"), (23, "rd"), (31, "st")):
        text = text.replace(f" {number}th ", f" {number}{ending} ")
    return text


def part(day: date) -> When:
    """Return the early, the middle or the late part of the day's year."""
    name, start, end = next(
        (name, start, end)
        for name, start, end in (("early", 1, EARLY), ("mid-", EARLY + 1, MID), ("late", MID + 1, LATE))
        if day.month <= end
    )
    text = f"in {name} {day.year}".replace("- ", "-")
    return When(text, date(day.year, start, 1), date(day.year, end, monthrange(day.year, end)[1]))


def season(day: date) -> list[When]:
    """Return the day's season, winter aside: it has two years."""
    return [
        When(
            f"in the {name} of {day.year}", date(day.year, start, 1), date(day.year, end, monthrange(day.year, end)[1])
        )
        for name, (start, end) in SEASONS.items()
        if start <= day.month <= end
    ]


def open_ended(pen: Pen, day: date) -> list[When]:
    """Return times with one end."""
    years = pen.random.randint(1, 6)
    after, before = day.year - years, day.year + years
    return [
        When(f"after {after}", date(after + 1, 1, 1), date.max),
        When(f"before {before}", date.min, date(before - 1, 12, 31)),
        When(f"no later than {before}", date.min, date(before, 12, 31)),
        When(f"between {after} and {before}", date(after, 1, 1), date(before, 12, 31)),
    ]


def some_day(pen: Pen) -> date:
    """Return a day."""
    return date(pen.year(), 1, 1) + timedelta(days=pen.random.randrange(365))


def shifted(pen: Pen, day: date) -> date:
    """Return another day: near, in another month, or in another year."""
    far = pen.pick((3, 9, 20, 70, 200, 400, 1200, 5000)) + pen.random.randint(0, 9)
    return day + timedelta(days=far if pen.chance(0.5) else -far)


def once(pen: Pen, label: Label) -> tuple[str, str]:
    """Two times of what happens once: unlike ones clash, a vaguer one follows, a closer one is left open."""
    frame, person, day = pen.pick(ONCE), pen.name(), some_day(pen)
    another = pen.pick((frame, frame, sibling(frame)))

    def write() -> tuple[str, str] | None:
        other = shifted(pen, day) if label == "conflict" else day
        first, second = pen.pick(whens(pen, day)), pen.pick(whens(pen, other))
        if first.text == second.text or stands(first, second) != label:
            return None
        return placed(pen, frame, first, person), placed(pen, another, second, person)

    return pen.until(write)


SIBLINGS = {
    "the bridge opened {when}": "the bridge was opened to traffic {when}",
    "{when} the bridge opened": "traffic first crossed the bridge {when}",
    "the ship sank {when}": "the ship went down {when}",
    "the company was founded {when}": "the founding of the company took place {when}",
    "{person} died {when}": "{person} passed away {when}",
    "{person} took office {when}": "{person} was sworn in {when}",
    "the treaty was signed {when}": "{when} both sides signed the treaty",
    "the city surrendered {when}": "{when} the city gave itself up",
    "the dam broke {when}": "the collapse of the dam happened {when}",
    "{when} parliament abolished the tax": "the tax was abolished {when}",
}


def sibling(frame: str) -> str:
    """Return another way to say what a frame says, if there is one."""
    return SIBLINGS.get(frame, frame)


def stands(first: When, second: When) -> Label:
    """Return how the second time of one event stands to the first."""
    if not first.meets(second):
        return "conflict"
    return "agree" if first.within(second) else "neutral"


def placed(pen: Pen, frame: str, when: When, person: str, place: str = "") -> str:
    """Return a frame with its time; at the beginning it gets its comma."""
    text = when.text if not frame.startswith("{when}") else f"{when.text}{pen.pick((',', ''))}"
    return frame.format(when=text, person=person, place=place)


def again(pen: Pen, label: Label) -> tuple[str, str]:
    """Times of what may happen any number of times: another time is another event."""
    frame, person, place, day = pen.pick(AGAIN), pen.name(), pen.somewhere(), some_day(pen)
    wanted = "agree" if label == "agree" else "conflict"

    def write() -> tuple[str, str] | None:
        first = pen.pick(whens(pen, day))
        second = pen.pick(whens(pen, day if label == "agree" else shifted(pen, day)))
        if first.text == second.text or stands(first, second) != wanted:
            return None
        return placed(pen, frame, first, person, place), placed(pen, frame, second, person, place)

    return pen.until(write)


SPANS = (
    "{person} was {office} from {a} to {b}",
    "{person} held the office of {office} between {a} and {b}",
    "from {a} until {b}, {person} served as {office}",
)
IN_SPAN = ("in {y}, {person} was {office}", "{person} was {office} in {y}", "in {y} the {office} was {person}")
JOBS = ("prime minister", "mayor", "chief inspector", "archbishop", "army commander", "rector", "head of the bank")


def spans(pen: Pen, label: Label) -> tuple[str, str]:
    """An office held for years, and a year within them, outside them, or somebody else before."""
    person, other, office, start = pen.name(), pen.name(), pen.pick(JOBS), pen.year()
    years = pen.random.randint(3, 12)
    first = pen.wording(SPANS, person=person, office=office, a=str(start), b=str(start + years))
    inside, outside = start + pen.random.randint(1, years - 1), start + years + pen.random.randint(2, 20)
    if label == "agree":
        return first, pen.wording(IN_SPAN, y=str(inside), person=person, office=office)
    if label == "conflict":
        return first, pen.wording(IN_SPAN, y=str(inside), person=other, office=office)
    return first, pen.wording(IN_SPAN, y=str(outside), person=other, office=office)


EVENTS = (
    "the bridge was finished",
    "the election was held",
    "the factory was searched",
    "the siege was lifted",
    "the report was published",
    "the trial began",
    "the airport was shut",
    "the first troops landed",
    "the vaccine was approved",
    "the strike ended",
)
BEFORE = ("{x} before {y}", "{y} after {x}", "{x}, and later {y}", "first {x}, then {y}", "by the time {y}, {x_had}")


def orders(pen: Pen, label: Label) -> tuple[str, str]:
    """Which of two events came first."""
    x, y = pen.two(EVENTS)
    first = ordered(pen, x, y)
    if label == "conflict":
        return first, ordered(pen, y, x)
    if label == "agree":
        second = ordered(pen, x, y)
        return first, second if second != first else pen.pick((x, y))
    z = pen.pick([event for event in EVENTS if event not in (x, y)])
    return first, ordered(pen, *pen.turned(z, pen.pick((x, y))))


def ordered(pen: Pen, x: str, y: str) -> str:
    """Return that ``x`` came before ``y``."""
    had = x.replace(" was ", " had been ").replace(" began", " had begun").replace(" landed", " had landed")
    return pen.wording(BEFORE, x=x, y=y, x_had=had.replace(" ended", " had ended"))


def clocks(pen: Pen, label: Label) -> tuple[str, str]:
    """The hour of something, by twelve and by twenty-four hours."""
    hour, minute = pen.random.randint(1, 23), pen.pick((0, 15, 30, 45))
    other = hour if label == "agree" else (hour + pen.pick((2, 3, 5, 12))) % 24
    frame = pen.frame(HOURS)
    return pen.turned(frame.format(h=f"{hour:02}:{minute:02}"), frame.format(h=by_twelve(other, minute)))


HOURS = ("the train left at {h}", "at {h} the alarm was raised", "the shelling began at {h}", "at {h} polls closed")


def by_twelve(hour: int, minute: int) -> str:
    """Return an hour as a.m. or p.m."""
    shown = f"{(hour - 1) % 12 + 1}" + (f":{minute:02}" if minute else "")
    return f"{shown} {'a.m.' if hour < 12 else 'p.m.'}"


COURSES: Courses = {
    "once": Course(once, "date"),
    "once again": Course(once, "date"),
    "again": Course(again, "date", ("agree", "neutral")),
    "spans": Course(spans, "date"),
    "orders": Course(orders, "date"),
    "clocks": Course(clocks, "date", ("conflict", "agree")),
}
