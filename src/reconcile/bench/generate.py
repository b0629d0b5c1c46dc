"""Text to be read at any length: sentences of invented institutions about invented sites, restated and changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

PER_DOCUMENT = 200
"""Sentences, and so about claims, in one document."""

TELLERS = 4
"""How many institutions tell of each fact on average."""

CHANGED = 0.3
"""The share of retellings that say something else."""

FIRST = (
    "Ambrel Corvan Dastel Eskerin Fallow Gruneth Halvern Istrane Jorvik Kelmar Lorenby Mastrel Norvane Ostrel".split()
)
LAST = "Bay Bridge Depot Docks Fields Ford Heights Mill Point Quarry Ridge Station Valley Yard".split()
BODIES = "Agency Board Bureau Commission Committee Council Inspectorate Institute Ministry Observatory".split()
AREAS = "Coastal Federal Harbour Inland Maritime Northern Provincial Regional Southern Western".split()
THINGS = "barrels containers crates cylinders drums filters generators pallets pumps tanks trucks valves".split()
WHAT = "ammonia bitumen chlorine diesel fertiliser gravel kerosene methanol phosphate resin solvent timber".split()
MONTHS = "January February March April May June July August September October November December".split()
EVENTS = ("was closed", "was inspected", "was flooded", "reopened", "was sold", "caught fire")


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that institutions tell of: a stock of things at a site, or what happened there and when."""

    site: str
    thing: str
    what: str
    amount: int
    event: str
    day: int
    month: str
    year: int


def texts(claims: int, seed: int) -> Iterator[tuple[str, str]]:
    """Yield name and text of documents that hold about ``claims`` claims together; the same for the same ``seed``."""
    random = Random(seed)  # noqa: S311 - no secret
    facts = [fact(random) for _ in range(max(1, claims // TELLERS))]
    wanted = [facts[number % len(facts)] for number in range(claims)]
    random.shuffle(wanted)
    for number, start in enumerate(range(0, claims, PER_DOCUMENT)):
        told = wanted[start : start + PER_DOCUMENT]
        yield f"{number:05d}.txt", text(told, f"{random.choice(AREAS)} {random.choice(BODIES)}", random)


def fact(random: Random) -> Fact:
    """Return something that may have been so."""
    return Fact(
        site=f"{random.choice(FIRST)} {random.choice(LAST)}",
        thing=random.choice(THINGS),
        what=random.choice(WHAT),
        amount=random.randrange(20, 9_000),
        event=random.choice(EVENTS),
        day=random.randrange(1, 29),
        month=random.choice(MONTHS),
        year=random.randrange(1990, 2020),
    )


def text(facts: list[Fact], body: str, random: Random) -> str:
    """Return a document in which ``body`` tells of ``facts``, a paragraph for every ten."""
    sentences = [sentence(each, body, random) for each in facts]
    paragraphs = [" ".join(sentences[start : start + 10]) for start in range(0, len(sentences), 10)]
    return f"Findings of the {body}\n\n" + "\n\n".join(paragraphs) + "\n"


def sentence(told: Fact, body: str, random: Random) -> str:
    """Tell of a fact, now and then otherwise than it is."""
    changed = random.random() < CHANGED
    amount = told.amount * random.choice((2, 3, 5)) if changed else told.amount
    year = told.year + random.choice((1, 2, 4)) if changed else told.year
    denied = "did not hold any" if changed and random.random() < 1 / 3 else f"held {amount:,}"
    stock = f"{told.site} {denied} {told.thing} of {told.what} in {told.month} {told.year}"
    event = f"{told.site} {told.event} on {told.day} {told.month} {year}"
    return random.choice(
        (
            f"The {body} said that {stock}.",
            f"{stock}.",
            f"According to the {body}, {event}.",
            f"{event}.",
        )
    )
