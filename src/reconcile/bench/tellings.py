"""Claims with known counterparts, at any number: facts told again, with another value, or in other words.

The words are WordNet's, as often as SemCor has them; names are invented. A paraphrase takes another template, other
words of the same synset, and leaves something out, so that few words may be left in common.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate
from random import Random

from reconcile.model import Claim, DateMention, DateRole, QuantityMention, QuantityRole, Span
from reconcile.values.lexicon import tables

PER_DOCUMENT = 200
TOLD = (2, 2, 3, 4)
"""How often a fact is told, each as likely."""

NAMES_PER_CLAIM = 0.05
SKEW = 3
"""How unevenly names are met: the first of five thousand in six claims of a hundred, most of them in a few."""

OTHER_WORDS = 0.5
OMITTED = 0.3
"""The share of words that a paraphrase replaces, where there is another, and of circumstances that it leaves out."""

SYLLABLES = "am bel cor dra esk fal gru hal ist jor kel lor mas nor ost per quil ras sem tor ur vel wes yar zan".split()
BODIES = "Agency Board Bureau Commission Committee Council Inspectorate Institute Ministry Observatory".split()
MONTHS = "January February March April May June July August September October November December".split()

TEMPLATES = (
    "{who} {verb} {amount} {kind} {thing} of {stuff} at {place} in {when} for the {purpose}",
    "In {when} some {amount} {kind} {thing} of {stuff} were {verb} by {who} at {place}, a {purpose}",
    "At {place}, {who} was said to have {verb} {amount} {thing} of {kind} {stuff} as {purpose} in {when}",
    "The {purpose} of {who} {verb} {kind} {stuff} near {place}: {amount} {thing} by {when}",
)
SHORT = (
    "{who} {verb} {kind} {thing} of {stuff} for the {purpose}",
    "{thing} of {kind} {stuff} were {verb} by {who} at {place}",
    "The {stuff} {thing} that {who} {verb} in {when} were {kind}, as was the {purpose}",
)
"""What a paraphrase may look like: something is left unsaid."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What is told: words in their base forms, names, a number and a month."""

    who: str
    verb: str
    kind: str
    thing: str
    stuff: str
    purpose: str
    place: str
    amount: int
    year: int
    month: int


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim and the number of the fact that it tells."""

    claim: Claim
    fact: int


def tellings(count: int, seed: int) -> list[Telling]:
    """Return ``count`` claims in the order of their documents; the same for the same ``seed``."""
    random = Random(seed)  # noqa: S311 - no secret
    names = [name(random) for _ in range(100 + int(count * NAMES_PER_CLAIM))]
    told: list[tuple[int, str, Fact]] = []
    for number in range(count):
        if len(told) >= count:
            break
        original = fact(random, names)
        told += [(number, *way) for way in ways(original, random.choice(TOLD), random)]
    del told[count:]
    random.shuffle(told)
    bodies = [f"{random.choice(names)} {random.choice(BODIES)}" for _ in range(0, count, PER_DOCUMENT)]
    return [
        Telling(claim(text, each, position, bodies[position // PER_DOCUMENT]), number)
        for position, (number, text, each) in enumerate(told)
    ]


def ways(original: Fact, times: int, random: Random) -> Iterator[tuple[str, Fact]]:
    """Yield the fact as it is first told, and then again: the same, with another value, in other words."""
    yield sentence(original, random.choice(TEMPLATES)), original
    for _ in range(times - 1):
        how = random.choice((retold, changed, paraphrased))
        yield how(original, random)


def retold(original: Fact, random: Random) -> tuple[str, Fact]:
    """Tell it in another order."""
    return sentence(original, random.choice(TEMPLATES)), original


def changed(original: Fact, random: Random) -> tuple[str, Fact]:
    """Tell it with another number and, as often as not, another year."""
    other = replace(
        original, amount=original.amount * random.choice((2, 3, 5)) + 1, year=original.year + random.choice((0, 1))
    )
    return sentence(other, random.choice(TEMPLATES)), other


def paraphrased(original: Fact, random: Random) -> tuple[str, Fact]:
    """Tell it in other words and leave something out."""
    words = {field: getattr(original, field) for field in ("verb", "kind", "thing", "stuff", "purpose")}
    other = {
        field: random.choice(others(word) or (word,)) for field, word in words.items() if random.random() < OTHER_WORDS
    }
    template = random.choice(SHORT if random.random() < OMITTED else TEMPLATES)
    said = replace(original, **other)
    return sentence(said, template), said


def sentence(told: Fact, template: str) -> str:
    """Put a fact into words."""
    written = template.format(
        who=told.who, verb=past(told.verb), kind=told.kind, thing=plural(told.thing), stuff=told.stuff,
        purpose=told.purpose, place=told.place, amount=f"{told.amount:,}", when=f"{MONTHS[told.month - 1]} {told.year}",
    )  # fmt: skip
    return written[0].upper() + written[1:] + "."


def claim(text: str, told: Fact, position: int, body: str) -> Claim:
    """Return the claim that ``body`` makes of it, as if it had been read."""
    span = Span(position % PER_DOCUMENT * 200, position % PER_DOCUMENT * 200 + len(text))
    when = DateMention(f"{told.year}-{told.month:02d}", DateRole.EVENT, span)
    counted = QuantityMention(told.amount, told.amount, told.thing, told.thing, QuantityRole.VALUE, span)
    return Claim(
        f"document {position // PER_DOCUMENT}",
        span,
        0,
        text,
        text,
        (body,),
        dates=(when,),
        quantities=(counted,),
        subject=told.who,
    )


def fact(random: Random, names: Sequence[str]) -> Fact:
    """Return something that may have been so."""
    noun = [drawn("n", random) for _ in range(3)]
    return Fact(
        who=met(names, random),
        verb=drawn("v", random),
        kind=drawn("a", random),
        thing=noun[0],
        stuff=noun[1],
        purpose=noun[2],
        place=met(names, random),
        amount=random.randrange(20, 9_000),
        year=random.randrange(1990, 2020),
        month=random.randrange(1, 13),
    )


def met(names: Sequence[str], random: Random) -> str:
    """Return one of the names, the first ones far likelier."""
    return names[int(len(names) * random.random() ** SKEW)]


def name(random: Random) -> str:
    """Return an invented name."""
    return "".join(random.choices(SYLLABLES, k=random.choice((2, 3)))).capitalize()


def past(verb: str) -> str:
    """Return the form in -ed."""
    return verb + ("d" if verb.endswith("e") else "ed")


def plural(noun: str) -> str:
    """Return the form in -s."""
    return noun if noun.endswith("s") else noun + "s"


@cache
def words(part: str) -> tuple[Sequence[str], Sequence[int]]:
    """Return the words of one part of speech, and how often each and those before it are met together."""
    known = [word for word, letters in tables.parts().items() if letters == part and plain(word)]
    return known, list(accumulate(tables.counts()[word] + 1 for word in known))


def drawn(part: str, random: Random) -> str:
    """Return a word of one part of speech, the commoner the likelier."""
    known, steps = words(part)
    return random.choices(known, cum_weights=steps)[0]


def plain(word: str) -> bool:
    """Say whether a word takes the regular endings."""
    return word.isalpha() and word.islower() and len(word) > 3


@cache
def others(word: str) -> Sequence[str]:
    """Return the other words of its synsets."""
    return sorted({other for synset in tables.senses().get(word, ()) for other in synsets()[synset]} - {word})


@cache
def synsets() -> Mapping[str, Sequence[str]]:
    """Return the words of each synset."""
    found: dict[str, list[str]] = defaultdict(list)
    for word, numbers in tables.senses().items():
        for number in numbers:
            if plain(word):
                found[number].append(word)
    return found
