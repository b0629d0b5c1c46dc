"""Lessons about measures: the same length, weight or share in other units, and trends told as numbers or as words."""

from dataclasses import dataclass

from reconcile.detect.reader.lessons import words
from reconcile.detect.reader.lessons.pen import Course, Courses, Label, Pen


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its name and how many of the base unit of its measure it has."""

    name: str
    base: float


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured: sentences about it, another measure of the same things, its units, and values of the base."""

    frames: tuple[str, ...]
    beside: tuple[str, ...]
    units: tuple[Unit, ...]
    least: float
    most: float


MEASURES = (
    Measure(
        ("the pipeline is {v} long", "the pipeline has a length of {v}", "{v} of pipeline were laid"),
        ("the pipeline cost more than planned", "the pipeline carries {v} of oil a day"),
        (Unit("kilometres", 1), Unit("km", 1), Unit("miles", 1.609344), Unit("metres", 0.001)),
        3,
        900,
    ),
    Measure(
        ("the rocket has a range of {v}", "the rocket can reach targets {v} away", "the range of the rocket is {v}"),
        ("the rocket was tested {v} from the coast", "the rocket was carried over {v} by lorry"),
        (Unit("kilometres", 1), Unit("km", 1), Unit("miles", 1.609344), Unit("nautical miles", 1.852)),
        40,
        2500,
    ),
    Measure(
        ("the cargo weighed {v}", "the ship carried {v} of ore", "{v} of ore were on board"),
        ("the ship carried {v} of ore a year earlier", "the ship itself weighs {v}"),
        (Unit("tonnes", 1), Unit("metric tons", 1), Unit("kilograms", 0.001), Unit("pounds", 0.00045359)),
        2,
        800,
    ),
    Measure(
        ("the plant spilled {v} of acid", "{v} of acid leaked from the plant", "the spill came to {v} of acid"),
        ("the plant buys {v} of acid a month", "workers pumped away {v} of water"),
        (Unit("litres", 1), Unit("gallons", 3.78541), Unit("cubic metres", 1000)),
        60,
        90000,
    ),
    Measure(
        ("the tower is {v} tall", "the tower rises to {v}", "at {v}, the tower is finished"),
        ("the tower stands {v} from the river", "the old tower was {v} tall"),
        (Unit("metres", 1), Unit("m", 1), Unit("feet", 0.3048)),
        20,
        500,
    ),
    Measure(
        ("the fire burnt {v} of forest", "{v} of forest were lost to the fire", "the fire spread over {v} of forest"),
        ("the forest covers {v} in all", "a fire elsewhere burnt {v} of heath"),
        (Unit("hectares", 1), Unit("acres", 0.404686), Unit("square kilometres", 100)),
        150,
        60000,
    ),
    Measure(
        ("the siege lasted {v}", "the siege went on for {v}", "after {v} the siege came to an end"),
        ("the siege was planned for {v}", "the talks before the siege took {v}"),
        (Unit("days", 1), Unit("weeks", 7), Unit("months", 30.44)),
        20,
        420,
    ),
    Measure(
        ("the flight took {v}", "the plane landed after {v}", "the journey by air lasted {v}"),
        ("the flight was delayed by {v}", "the drive to the airport took {v}"),
        (Unit("hours", 60), Unit("minutes", 1)),
        60,
        900,
    ),
    Measure(
        ("the machine weighs {v}", "the weight of the machine is {v}", "the machine has a mass of {v}"),
        ("the machine lifts {v}", "the crate around the machine weighs {v}"),
        (Unit("kilograms", 1), Unit("kg", 1), Unit("pounds", 0.453592), Unit("grams", 0.001)),
        2,
        600,
    ),
    Measure(
        ("the loan came to {v}", "{body} borrowed {v}", "{body} took up a loan of {v}"),
        ("{body} lent {v} to others", "{body} earned {v} that year"),
        (Unit("million dollars", 1), Unit("billion dollars", 1000)),
        1,
        9000,
    ),
)


def value(pen: Pen, amount: float, unit: Unit) -> str:
    """Return a measure in a unit, rounded as people do."""
    number = amount / unit.base
    shown = f"{number:,.0f}" if number >= 20 else f"{number:.2g}" if number < 1 else f"{number:.1f}".removesuffix(".0")
    about = pen.pick(("", "", "", "about ", "some ", "roughly ", "around "))
    return f"{about}{shown} {unit.name}"


def readable(amount: float, unit: Unit) -> bool:
    """Say whether anybody would give the amount in that unit."""
    return 0.4 <= amount / unit.base < 2_000_000


FACTORS = (0.1, 0.3, 0.5, 0.62, 0.7, 1.45, 1.61, 2, 2.2, 3.3, 10, 1000)
"""By what two measures differ that clash: also by mistaken units."""


def units(pen: Pen, label: Label) -> tuple[str, str]:
    """A measure in one unit and in another, converted rightly or not; or a measure of something else."""
    measure, body = pen.pick(MEASURES), pen.pick(words.BODIES)
    frames = measure.frames if label != "neutral" else measure.beside

    def write() -> tuple[str, str] | None:
        amount = round_amount(pen, measure)
        other = amount if label == "agree" else amount * pen.pick(FACTORS)
        one, two = pen.pick(measure.units), pen.pick(measure.units)
        if not (readable(amount, one) and readable(other, two)) or (one == two and label == "agree"):
            return None
        first = pen.wording(measure.frames, v=value(pen, amount, one), body=body)
        return first, pen.wording(frames, v=value(pen, other, two), body=body)

    return pen.until(write)


def round_amount(pen: Pen, measure: Measure) -> float:
    """Return an amount between the measure's bounds, large and small ones alike."""
    ratio = measure.most / measure.least
    exact = measure.least * ratio ** pen.random.random()
    return float(f"{exact:.{pen.pick((1, 2, 2, 3))}g}")


FRACTIONS = (
    ("half", 50),
    ("a third", 33),
    ("two thirds", 67),
    ("a quarter", 25),
    ("three quarters", 75),
    ("a fifth", 20),
    ("four fifths", 80),
    ("a tenth", 10),
    ("nine in ten", 90),
    ("one in four", 25),
    ("one in five", 20),
    ("two in five", 40),
    ("one in twenty", 5),
)
OF_PEOPLE = (
    ("{p} of voters backed the reform", "{p} of voters had heard of the reform"),
    ("{p} of the harvest was lost", "{p} of the harvest was exported in an earlier year"),
    ("the reform was backed by {p} of voters", "{p} of members of parliament were absent"),
    ("{p} of the patients recovered", "{p} of the patients were smokers"),
    ("{p} of the budget went to schools", "{p} of the schools asked for more"),
    ("unemployment stood at {p} of the workforce", "{p} of the workforce came from abroad"),
    ("{p} of the city lay in ruins", "{p} of the city was without a hospital before the war"),
)
PERCENT = ("{n} percent", "{n} per cent", "{n}%", "about {n} percent", "some {n} per cent", "roughly {n}%")


def shares(pen: Pen, label: Label) -> tuple[str, str]:
    """A share as a fraction and in percent."""
    frame, beside = pen.pick(OF_PEOPLE)
    fraction, percent = pen.pick(FRACTIONS)
    wrong = pen.pick([other for _, other in FRACTIONS if abs(other - percent) > 11])
    number = percent if label == "agree" else wrong
    second = beside if label == "neutral" else frame
    first, other = frame.format(p=fraction), second.format(p=pen.frame(PERCENT).format(n=number))
    return (first, other) if label == "neutral" else pen.turned(first, other)


RISING = ("rose", "grew", "climbed", "increased", "went up", "surged", "picked up")
FALLING = ("fell", "dropped", "declined", "decreased", "went down", "shrank", "slipped")
STEADY = ("stayed the same", "did not change", "remained flat", "was unchanged", "held steady")
TRENDS = (
    "output of the mine",
    "the price of wheat",
    "traffic through the port",
    "the crime rate {place}",
    "the budget for schools",
    "the number of visitors {place}",
    "membership of the union",
    "the water level of the lake",
    "the company's revenue",
    "enrolment {place}",
    "the garrison {place}",
    "the infection rate",
)
FROM_TO = ("{what} {went} from {a} to {b}", "from {a}, {what} {went} to {b}", "{what}, {a} before, {went} to {b}")
WENT = ("{what} {went}", "{what} {went} over that time", "in that period {what} {went}", "overall, {what} {went}")


def trends(pen: Pen, label: Label) -> tuple[str, str]:
    """From one number to another, and the direction in words."""
    what = pen.pick(TRENDS).format(place=pen.somewhere())
    a = pen.random.randint(20, 900)
    b = int(a * pen.pick((0.3, 0.5, 0.7, 1.4, 1.8, 2.5)))
    right, wrong = (RISING, FALLING) if b > a else (FALLING, RISING)
    first = pen.wording(FROM_TO, what=what, went=pen.pick(right), a=str(a), b=str(b))
    if label == "neutral":
        other = pen.pick([each for each in TRENDS if each.format(place="") not in what])
        what = other.format(place=pen.somewhere())
    went = pen.pick({"agree": right, "conflict": (*wrong, *STEADY), "neutral": (*RISING, *FALLING, *STEADY)}[label])
    return first, pen.wording(WENT, what=what, went=went)


MORE = ("more", "fewer")
COMPARED = (
    ("{x} has {more} inhabitants than {y}", ("people live in", "inhabitants were counted in")),
    ("{x} produced {more} cars than {y}", ("cars were built in", "cars were made in")),
    ("{x} sent {more} athletes than {y}", ("athletes came from", "athletes were sent by")),
    ("{x} lost {more} soldiers than {y}", ("soldiers were lost by", "soldiers fell for")),
)
COUNT_EACH = ("{a} {did} {x} and {b} {did} {y}", "{a} {did} {x}, {b} {did} {y}", "{b} {did} {y}, while {a} {did} {x}")


def compared(pen: Pen, label: Label) -> tuple[str, str]:
    """Two numbers, and which of them is larger."""
    frame, doings = pen.pick(COMPARED)
    x, y = pen.two(words.COUNTRIES)
    a = pen.random.randint(100, 9000)
    b = int(a * pen.pick((0.2, 0.6, 1.5, 3)))
    first = pen.wording(COUNT_EACH, a=f"{a:,}", b=f"{b:,}", x=x, y=y, did=pen.pick(doings))
    if label == "neutral":
        x, y = pen.pick([each for each in words.COUNTRIES if each not in (x, y)]), pen.pick((x, y))
    more = MORE[(a < b) if label == "agree" else (a > b)]
    turn = pen.chance(0.5)
    x, y, more = (y, x, MORE[more == MORE[0]]) if turn else (x, y, more)
    return first, frame.format(x=x, y=y, more=more)


COURSES: Courses = {
    "units": Course(units, "quantity"),
    "shares": Course(shares, "quantity"),
    "trends": Course(trends, "quantity"),
    "compared": Course(compared, "quantity"),
}
