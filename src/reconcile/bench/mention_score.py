"""Dates and quantities of claims that were found, held against those that are marked."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from reconcile.bench.extraction_gold import GoldClaim, GoldDate, GoldQuantity
from reconcile.bench.gold_fields import Bound
from reconcile.model import Claim, DateMention, QuantityMention, QuantityRole, Span
from reconcile.values.units import CURRENCIES, UNITS

UNIT_NAMES: Mapping[str, str] = {
    **{symbol: code for code, (_, _, symbols) in CURRENCIES.items() for symbol in symbols.split()},
    **{spelling: key for key, unit in UNITS.items() for spelling in (*unit.spellings, *unit.symbols)},
    **{key: key for key in UNITS},
}
"""Every way to write a unit, and its key; what is not in it counts things, and has no unit."""

CLOSE = 1e-3
"""Relative difference of two ends that are one number: two thirds may be written .6667."""


class Placed(Protocol):
    """Something that stands at a place."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


Gold = TypeVar("Gold", bound=Placed)
Given = TypeVar("Given", bound=Placed)


@dataclass(frozen=True, slots=True)
class Question(Generic[Gold, Given]):
    """How one kind of mention is judged: when it is right, what counts for nothing, how both sides are said.

    What is not ``asked`` counts for nothing; what is ``free`` counts where it is right, and is no miss where it is not.
    """

    right: Callable[[Gold, Given], bool]
    asked: Callable[[Gold], bool]
    free: Callable[[Gold], bool]
    neutral: Callable[[Gold, Given], bool]
    say_gold: Callable[[Gold], str]
    say_given: Callable[[Given], str]


@dataclass(frozen=True, slots=True)
class Difference:
    """A mention that is on one side only, or otherwise on the other; empty where there is none."""

    span: Span
    expected: str
    given: str


@dataclass(frozen=True, slots=True)
class Compared:
    """Counts of mentions, those that are right, those that stand at exactly the right place too, and what is not."""

    expected: int
    given: int
    right: int
    exact: int
    differences: tuple[Difference, ...]


def dates(gold: Iterable[GoldClaim], found: Iterable[Claim]) -> Compared:
    """Compare dates: overlapping, the same EDTF, the same role. One that nobody can fix counts for nothing."""
    marked = dict.fromkeys(date for claim in gold for date in claim.dates)
    return compared(list(marked), list(dict.fromkeys(date for claim in found for date in claim.dates)), DATE)


def quantities(gold: Iterable[GoldClaim], found: Iterable[Claim]) -> Compared:
    """Compare quantities: overlapping, the same ends, unit and role. An optional one counts for nothing."""
    marked = dict.fromkeys(each for claim in gold for each in claim.quantities)
    return compared(list(marked), list(dict.fromkeys(each for claim in found for each in claim.quantities)), QUANTITY)


def compared(marked: Sequence[Gold], found: Sequence[Given], question: Question[Gold, Given]) -> Compared:
    """Compare mentions one to one; each may be claimed by one on the other side only."""
    wanted = [each for each in marked if question.asked(each)]
    pairs = dict(_pairs(wanted, found, question))
    rest = [given for number, given in enumerate(found) if number not in pairs.values()]
    left = [given for given in rest if not any(_lets(gold, given, question) for gold in marked)]
    missed = [gold for number, gold in enumerate(wanted) if number not in pairs and not question.free(gold)]
    exact = sum(wanted[one].span == found[other].span for one, other in pairs.items())
    differences = tuple(_differences(missed, left, question))
    return Compared(len(pairs) + len(missed), len(pairs) + len(left), len(pairs), exact, differences)


def _pairs(
    wanted: Sequence[Gold], found: Sequence[Given], question: Question[Gold, Given]
) -> Iterator[tuple[int, int]]:
    """Yield which is which: of several that are right, the one at exactly the place, else the first."""
    used: set[int] = set()
    for one, gold in enumerate(wanted):
        right = [
            other
            for other, given in enumerate(found)
            if other not in used and gold.span.overlaps(given.span) and question.right(gold, given)
        ]
        if right:
            best = min(right, key=lambda other: (found[other].span != gold.span, other))
            used.add(best)
            yield one, best


def _lets(gold: Gold, given: Given, question: Question[Gold, Given]) -> bool:
    return gold.span.overlaps(given.span) and question.neutral(gold, given)


def _differences(
    missed: Sequence[Gold], left: Sequence[Given], question: Question[Gold, Given]
) -> Iterator[Difference]:
    """Yield each that was missed, with what stands in its place, and each that stands in no other's place."""
    for gold in missed:
        beside = [question.say_given(given) for given in left if given.span.overlaps(gold.span)]
        yield Difference(gold.span, question.say_gold(gold), "; ".join(beside))
    for given in left:
        if not any(gold.span.overlaps(given.span) for gold in missed):
            yield Difference(given.span, "", question.say_given(given))


def right_date(gold: GoldDate, given: DateMention) -> bool:
    """Say whether EDTF and role are among those that count as right."""
    return given.edtf in gold.edtf and str(given.role) in gold.roles


def say_gold_date(gold: GoldDate) -> str:
    """Say a marked date with all that counts as right."""
    return f"{'|'.join(sorted(gold.edtf))} {'|'.join(sorted(gold.roles))}"


def right_quantity(gold: GoldQuantity, given: QuantityMention) -> bool:
    """Say whether a quantity has the right ends (a vague one any), unit and role; "most" may be read as a share."""
    ends = gold.vague or (_end(given.low, gold.lows) and _end(given.high, gold.highs))
    role = (given.role is QuantityRole.ATTRIBUTE) == gold.attribute
    units = {unit_key(unit) for unit in (gold.unit, *gold.units)}
    share = gold.vague and "" in units and given.unit == "fraction"
    return ends and role and (share or unit_key(given.unit) in units)


def unit_key(unit: str) -> str:
    """Return the key of a unit as somebody writes it, empty for what only counts things."""
    return UNIT_NAMES.get(unit) or UNIT_NAMES.get(unit.casefold(), "")


def _end(given: Bound, wanted: Iterable[Bound]) -> bool:
    """Say whether an end is one of those that count as right, each to a thousandth."""
    known = [end for end in wanted if end is not None]
    return None in wanted if given is None else any(math.isclose(given, end, rel_tol=CLOSE) for end in known)


def say_gold_quantity(gold: GoldQuantity) -> str:
    """Say a marked quantity; of several ends that count as right, the first."""
    low, high = (min(ends, key=lambda end: (end is None, end or 0.0)) for ends in (gold.lows, gold.highs))
    said = _said(low, high, gold.unit, attribute=gold.attribute)
    return f"vague {said}" if gold.vague else said


def _say_quantity(given: QuantityMention) -> str:
    return _said(given.low, given.high, given.unit, attribute=given.role is QuantityRole.ATTRIBUTE)


def _said(low: Bound, high: Bound, unit: str, *, attribute: bool) -> str:
    ends = (low,) if low == high else (low, high)
    number = " to ".join("…" if end is None else f"{end:,.12g}" for end in ends)
    return " ".join(filter(None, (number, unit, "(attribute)" if attribute else "")))


DATE: Question[GoldDate, DateMention] = Question(
    right=right_date,
    asked=lambda gold: bool(gold.edtf) and not gold.optional,
    free=lambda gold: gold.unresolved,
    neutral=lambda gold, given: not gold.edtf or gold.optional or given.edtf in gold.singles,
    say_gold=say_gold_date,
    say_given=lambda given: f"{given.edtf} {given.role}",
)

QUANTITY: Question[GoldQuantity, QuantityMention] = Question(
    right=right_quantity,
    asked=lambda gold: not gold.optional,
    free=lambda gold: False,
    neutral=lambda gold, given: gold.optional,
    say_gold=say_gold_quantity,
    say_given=_say_quantity,
)
