"""Lessons about how many: bounds, ranges, vague numerals, parts and wholes, complements, and counts as of a day."""

from dataclasses import dataclass
from math import inf

from reconcile.detect.reader.lessons import words
from reconcile.detect.reader.lessons.pen import Course, Courses, Label, Pen

COUNTED = (
    ("{n} rockets were found {place}", "rockets", "rocket launchers"),
    ("inspectors counted {n} empty shells {place}", "shells", "shell casings"),
    ("{n} people were killed {place}", "people", "injured survivors"),
    ("the flood left {n} families homeless {place}", "families", "farms"),
    ("the quake destroyed {n} houses {place}", "houses", "bridges"),
    ("{body} hired {n} engineers {place}", "engineers", "drivers"),
    ("{body} dismissed {n} workers {place}", "workers", "apprentices"),
    ("{n} students enrolled {place}", "students", "teachers"),
    ("{n} soldiers were captured {place}", "soldiers", "officers"),
    ("{body} ordered {n} aircraft {place}", "aircraft", "engines"),
    ("{n} patients took part in the trial {place}", "patients", "doctors"),
    ("the storm cut power to {n} homes {place}", "homes", "schools"),
    ("police arrested {n} demonstrators {place}", "demonstrators", "reporters"),
    ("{n} passengers survived the crash {place}", "passengers", "crew members"),
    ("{body} received {n} complaints {place}", "complaints", "petitions"),
    ("{n} paintings were stolen {place}", "paintings", "frames"),
    ("archaeologists dug up {n} coins {place}", "coins", "jars"),
    ("{body} stored {n} barrels of solvent {place}", "barrels", "crates"),
    ("{n} delegates attended the congress {place}", "delegates", "guests"),
    ("{body} planted {n} trees {place}", "trees", "shrubs"),
    ("{n} refugees crossed the border {place}", "refugees", "lorries"),
    ("the library bought {n} manuscripts {place}", "manuscripts", "maps"),
)
"""A count, what is counted in it, and something else that might be."""

WIDE_OPEN = inf


@dataclass(frozen=True, slots=True)
class Amount:
    """How many, as it is written, and the least and the most that it can mean."""

    text: str
    least: float
    most: float

    def within(self, other: "Amount") -> bool:
        """Say whether whatever this can mean the other can mean too."""
        return other.least <= self.least and self.most <= other.most

    def apart(self, other: "Amount") -> bool:
        """Say whether the two are further from each other than anybody rounds."""
        return self.most * 1.12 < other.least or other.most * 1.12 < self.least


VAGUE = (
    Amount("a handful of", 3, 9),
    Amount("several", 3, 12),
    Amount("about a dozen", 11, 13),
    Amount("dozens of", 24, 110),
    Amount("scores of", 40, 120),
    Amount("hundreds of", 200, 1100),
    Amount("several hundred", 300, 950),
    Amount("thousands of", 2000, 12000),
    Amount("tens of thousands of", 20000, 110000),
    Amount("no", 0, 0),
    Amount("fewer than ten", 0, 9),
    Amount("a few", 3, 9),
    Amount("a few hundred", 250, 600),
    Amount("nearly a thousand", 920, 999),
)

ABOUT = (
    "about {n}",
    "around {n}",
    "some {n}",
    "roughly {n}",
    "approximately {n}",
    "an estimated {n}",
    "{n} or so",
    "close to {n}",
    "in the region of {n}",
)
LEAST = ("at least {n}", "no fewer than {n}", "{n} or more", "not less than {n}", "a minimum of {n}", "upwards of {n}")
MOST = ("at most {n}", "no more than {n}", "up to {n}", "not more than {n}", "a maximum of {n}", "{n} at the most")
OVER = ("more than {n}", "over {n}", "in excess of {n}", "above {n}", "well over {n}")
UNDER = ("fewer than {n}", "less than {n}", "under {n}", "below {n}", "not quite {n}")
BETWEEN = ("between {n} and {m}", "from {n} to {m}", "{n} to {m}", "anywhere from {n} to {m}", "{n}-{m}")
EXACTLY = ("{n}", "{n}", "{n}", "exactly {n}", "a total of {n}", "as many as {n}", "precisely {n}")
NEARLY = ("nearly {n}", "almost {n}", "just under {n}", "just short of {n}")

SMALL_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()


def written(pen: Pen, number: int) -> str:
    """Return a number in one of the ways in which it is written."""
    if number < len(SMALL_NUMBERS) and pen.chance(0.6):
        return SMALL_NUMBERS[number]
    if number >= 1_000_000 and number % 100_000 == 0 and pen.chance(0.6):
        return f"{number / 1_000_000:g} million"
    return f"{number:,}" if pen.chance(0.75) else str(number)


def some(pen: Pen) -> int:
    """Return a number as such things are counted: small ones are frequent, large ones are rounder."""
    digits = pen.pick((1, 1, 2, 2, 2, 3, 3, 4, 5))
    number = pen.random.randint(max(2, 10 ** (digits - 1)), 10**digits - 1)
    step: int = 10 ** max(0, digits - pen.pick((1, 2, 3)))
    return max(2, number // step * step)


def amount(pen: Pen, number: int) -> Amount:
    """Return an amount that holds of ``number``."""
    low, high = max(1, int(number * pen.random.uniform(0.5, 0.95))), int(number * pen.random.uniform(1.05, 1.8)) + 1
    forms = (
        (EXACTLY, number, number, number),
        (EXACTLY, number, number, number),
        (ABOUT, rounded(number), rounded(number) * 0.93, rounded(number) * 1.07),
        (LEAST, low, low, WIDE_OPEN),
        (LEAST, number, number, WIDE_OPEN),
        (MOST, high, 0, high),
        (OVER, min(low, number - 1), min(low, number - 1) + 1, WIDE_OPEN),
        (UNDER, high + 1, 0, high),
        (NEARLY, number + 1, number * 0.92, number),
    )
    frames, said, least, most = pen.pick(forms)
    if pen.chance(0.15):
        text = pen.frame(BETWEEN).format(n=written(pen, low), m=written(pen, high))
        return Amount(text, low, high)
    vague = [each for each in VAGUE if each.least <= number <= each.most]
    if vague and pen.chance(0.2):
        return pen.pick(vague)
    return Amount(pen.frame(frames).format(n=written(pen, said)), least, most)


def rounded(number: int) -> int:
    """Return a number with two telling digits."""
    step: int = 10 ** max(0, len(str(number)) - 2)
    return max(1, round(number / step)) * step


def stands(first: Amount, second: Amount) -> Label | None:
    """Return how the second amount of one thing stands to the first; None where it could be argued."""
    if first.apart(second):
        return "conflict"
    if first.within(second):
        return "agree"
    held = first.least <= second.most and second.least <= first.most
    return "neutral" if held and (first.most - first.least) > 1.5 * (second.most - second.least) else None


def bounds(pen: Pen, label: Label) -> tuple[str, str]:
    """Two amounts of the same thing: they clash, the first is within the second, or it leaves the second open."""
    told, body, place = pen.pick(COUNTED)[0], pen.pick(words.BODIES), pen.somewhere()

    def write() -> tuple[str, str] | None:
        number = some(pen)
        other = number if label != "conflict" else max(2, int(number * pen.pick((0.3, 0.5, 0.7, 1.5, 2, 3))))
        first, second = amount(pen, number), amount(pen, other)
        if stands(first, second) != label:
            return None
        return fill(told, first.text, body, place), fill(told, second.text, body, place)

    return pen.until(write)


def fill(told: str, number: str, body: str, place: str) -> str:
    """Return a sentence that counts something."""
    return told.format(n=number, body=body, place=place)


def things(pen: Pen, label: Label) -> tuple[str, str]:
    """Two exact numbers of one thing, the same number written otherwise, or numbers of unlike things."""
    told, thing, another = pen.pick(COUNTED)
    body, place, number = pen.pick(words.BODIES), pen.somewhere(), some(pen)
    first = fill(told, written(pen, number), body, place)
    if label == "agree":
        second = fill(told, pen.frame(EXACTLY[:5]).format(n=written(pen, number)), body, place)
        return first, second if second != first else dropped(first, place)
    number = number if label == "neutral" and pen.chance(0.5) else other_than(pen, number)
    second = fill(told.replace(thing, another) if label == "neutral" else told, written(pen, number), body, place)
    return first, second if pen.chance(0.6) else dropped(second, place)


def other_than(pen: Pen, number: int) -> int:
    """Return a number that nobody takes for a rounding of ``number``."""
    factor = pen.pick((0.1, 0.4, 0.6, 0.75, 1.3, 1.6, 2, 2.5, 10))
    changed = max(2, int(number * factor))
    return changed if abs(changed - number) > 0.15 * number else number + max(2, number // 3)


def dropped(text: str, place: str) -> str:
    """Return a sentence without its place."""
    return text.removesuffix(f" {place}")


def rounding(pen: Pen, label: Label) -> tuple[str, str]:
    """A full number and one that rounds it: rightly, or to something that it does not round to."""
    told, body, place = pen.pick(COUNTED)[0], pen.pick(words.BODIES), pen.somewhere()
    number = pen.random.randint(1_013, 98_989)
    near = rounded(number if label == "agree" else other_than(pen, number))
    precise, round_number = f"{number:,}", pen.frame(ABOUT).format(n=written(pen, near))
    return fill(told, precise, body, place), fill(told, round_number, body, place)


PARTS = (
    ("houses", "were destroyed", "were left standing"),
    ("tests", "failed", "succeeded"),
    ("members", "voted in favour", "voted against or stayed away"),
    ("barrels", "were empty", "were not empty"),
    ("passengers", "survived", "died"),
    ("schools", "reopened", "stayed closed"),
    ("prisoners", "were freed", "remained in custody"),
    ("samples", "were contaminated", "were clean"),
    ("ships", "reached the harbour", "were lost"),
    ("candidates", "passed", "did not pass"),
    ("machines", "were in working order", "were out of order"),
    ("wells", "had run dry", "still gave water"),
    ("villages", "were evacuated", "were not evacuated"),
    ("witnesses", "recognised the man", "did not recognise the man"),
)
"""Things, what part of them did, and what this leaves for the others."""

OF = ("{k} of the {n} {things} {did}", "of {n} {things}, {k} {did}", "{k} out of {n} {things} {did}")
WHOLE = (
    "there were {n} {things}",
    "there were {n} {things} in all",
    "the {things} numbered {n}",
    "it was a matter of {n} {things}",
)
REST = ("{r} {things} {rest}", "the other {r} {things} {rest}", "{r} of the {things} {rest}", "{r} {things} {rest}")
SHARE = ("{p} percent of the {things} {did}", "{p} % of {things} {did}", "{p} per cent of the {things} {did}")


def parts(pen: Pen, label: Label) -> tuple[str, str]:
    """A part of a whole, against the whole, the rest, or its share."""
    what, did, rest = pen.pick(PARTS)
    whole = pen.pick((10, 12, 20, 24, 25, 36, 40, 50, 60, 80, 100, 120, 200, 250, 400))
    part = pen.random.randint(1, whole - 1)
    slots = {"things": what, "did": did, "rest": rest}
    first = pen.wording(OF, k=written(pen, part), n=written(pen, whole), **slots)
    if label == "neutral":
        return first, pen.wording(FURTHER, **slots)
    true = label == "agree"
    left, share = whole - part, round(100 * part / whole)
    asked = pen.pick(("rest", "whole", "share", "part"))
    if asked == "rest":
        return first, pen.wording(REST, r=written(pen, left if true else unlike(pen, left, whole)), **slots)
    if asked == "whole":
        return first, pen.wording(WHOLE, n=written(pen, whole if true else other_than(pen, whole)), **slots)
    if asked == "share":
        return first, pen.wording(SHARE, p=str(share if true else unlike(pen, share, 100)), **slots)
    number = part if true else unlike(pen, part, whole)
    return first, pen.wording(PART, k=written(pen, number), **slots)


PART = ("{k} {things} {did}", "{k} of the {things} {did}", "the number of {things} that {did} was {k}")
FURTHER = (
    "the {things} belonged to one family",
    "the {things} were counted twice",
    "most of the {things} {did} in the first week",
    "nobody had expected that any {things} {did}",
    "the {things} were older than those counted before",
    "{things} of this sort seldom come from abroad",
    "more {things} were to follow in the spring",
    "the {things} had been paid for by donors",
)


def unlike(pen: Pen, number: int, limit: int) -> int:
    """Return a number below ``limit`` that is far from ``number``."""
    return (number + pen.random.randint(max(2, limit // 5), max(3, limit * 4 // 5))) % (limit + max(2, limit // 10)) + 1


SUMS = (
    ("soldiers", "civilians", "people", "were killed"),
    ("boys", "girls", "children", "were rescued"),
    ("lorries", "buses", "vehicles", "were burnt"),
    ("men", "women", "people", "were charged"),
    ("cows", "sheep", "animals", "were lost"),
    ("mortars", "rifles", "weapons", "were handed in"),
    ("novels", "plays", "works", "were banned"),
)
SUM = ("{a} {one} and {b} {two} {did}", "{a} {one} as well as {b} {two} {did}", "{b} {two} {did}, along with {a} {one}")


def sums(pen: Pen, label: Label) -> tuple[str, str]:
    """Two counts, and their sum or one of them; or something about only one of them."""
    one, two, both, did = pen.pick(SUMS)
    a, b = pen.random.randint(2, 60), pen.random.randint(2, 60)
    slots = {"one": one, "two": two, "did": did}
    first = pen.wording(SUM, a=written(pen, a), b=written(pen, b), **slots)
    if label == "neutral":
        known, asked, thing = pen.pick(((a, a + b, one), (b, a + b, two)))
        whole = pen.wording(ALONE, k=written(pen, asked), things=both, did=did)
        return whole, pen.wording(ALONE, k=written(pen, known), things=thing, did=did)
    number, thing = pen.pick(((a + b, both), (a, one), (b, two)))
    number = number if label == "agree" else other_than(pen, number)
    return first, pen.wording(ALONE, k=written(pen, number), things=thing, did=did)


ALONE = ("{k} {things} {did}", "a total of {k} {things} {did}", "in all, {k} {things} {did}")

SOME = {
    "all": ("all {things} {did}", "every one of the {things} {did}", "the {things} {did} without exception"),
    "most": ("most of the {things} {did}", "the great majority of the {things} {did}", "most {things} {did}"),
    "half": ("half of the {things} {did}", "exactly half the {things} {did}", "every second of the {things} {did}"),
    "few": ("only a few of the {things} {did}", "hardly any of the {things} {did}", "very few {things} {did}"),
    "none": ("none of the {things} {did}", "not one of the {things} {did}", "not a single one of the {things} {did}"),
    "some": ("some of the {things} {did}", "part of the {things} {did}", "at least one of the {things} {did}"),
}
CLASH: tuple[tuple[str, str], ...] = (
    ("all", "none"),
    ("all", "few"),
    ("all", "half"),
    ("most", "few"),
    ("most", "none"),
    ("most", "half"),
)
CLASH += (("half", "few"), ("half", "none"), ("few", "none"), ("some", "none"))
FOLLOWS: tuple[tuple[str, str], ...] = (
    ("all", "some"),
    ("most", "some"),
    ("half", "some"),
    ("few", "some"),
    ("all", "all"),
    ("most", "most"),
)
FOLLOWS += (("none", "none"), ("few", "few"), ("half", "half"))
OPEN = (("some", "all"), ("some", "most"), ("some", "half"), ("some", "few"))


def quantified(pen: Pen, label: Label) -> tuple[str, str]:
    """Words for how many of something."""
    what, did, _ = pen.pick(PARTS)
    tables = {"conflict": CLASH, "agree": FOLLOWS, "neutral": OPEN}
    first, second = pen.pick(tables[label])
    slots = {"things": what, "did": did}
    texts = pen.until(lambda: (pen.wording(SOME[first], **slots), pen.wording(SOME[second], **slots)))
    return pen.turned(*texts) if label == "conflict" else texts


TOLL = (
    ("people", "had been confirmed dead"),
    ("cases", "had been reported"),
    ("homes", "had been reconnected"),
    ("votes", "had been counted"),
    ("bodies", "had been recovered"),
    ("sites", "had been inspected"),
    ("signatures", "had been collected"),
    ("missiles", "had been scrapped"),
    ("claims", "had been settled"),
    ("residents", "had returned"),
)
BY = (
    "by {day}, {n} {things} {had}",
    "as of {day}, {n} {things} {had}",
    "{n} {things} {had} by {day}",
    "up to {day}, {n} {things} {had}",
    "at the end of {day}, {n} {things} {had}",
)


def tolls(pen: Pen, label: Label) -> tuple[str, str]:
    """A count that runs: on two days it may grow, on one day it cannot be two."""
    what, had = pen.pick(TOLL)
    start, month, number = pen.random.randint(1, 20), pen.pick(words.MONTHS), some(pen)
    days = f"{start} {month}", f"{start + pen.random.randint(1, 8)} {month}"
    grown = other_than(pen, number)
    small, large = min(number, grown), max(number, grown)
    if label == "neutral":
        return pen.turned(toll(pen, days[0], small, what, had), toll(pen, days[1], large, what, had))
    if label == "conflict":
        return pen.turned(toll(pen, days[0], small, what, had), toll(pen, days[0], large, what, had))
    first = toll(pen, days[0], number, what, had)
    bound = LEAST if pen.chance(0.5) else EXACTLY[:5]
    later = days[1] if bound is LEAST and pen.chance(0.5) else days[0]
    return first, pen.wording(BY, day=later, n=pen.frame(bound).format(n=written(pen, number)), things=what, had=had)


def toll(pen: Pen, day: str, number: int, what: str, had: str) -> str:
    """Return a count as of a day."""
    return pen.wording(BY, day=day, n=written(pen, number), things=what, had=had)


COURSES: Courses = {
    "bounds": Course(bounds, "quantity"),
    "bounds again": Course(bounds, "quantity"),
    "things": Course(things, "quantity"),
    "rounding": Course(rounding, "quantity", ("conflict", "agree")),
    "parts": Course(parts, "quantity"),
    "sums": Course(sums, "quantity"),
    "quantified": Course(quantified, "quantity"),
    "tolls": Course(tolls, "quantity"),
}
