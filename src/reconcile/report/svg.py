"""The charts' geometry: what stands where, in per cent of the width, so that they fit any screen and any sheet.

The templates draw it. Nothing here is markup, so that nothing here can carry any.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reconcile.model import (
    AUTHOR_UNSPECIFIED,
    Claim,
    DateMention,
    DateRole,
    Discrepancy,
    Dossier,
    Kind,
    Party,
    QuantityMention,
    QuantityRole,
    Relation,
    Source,
    Span,
)
from reconcile.report import words
from reconcile.values import edtf, quantity
from reconcile.values.units import UNITS

EVENTS = 60
"""Rows of the timeline: two printed pages. Claims in a conflict come first; the JSON report has all."""

GROUPS = 40
"""Interval plots: one per topic and measure, conflicts first."""

BARS = 12
"""Rows of one interval plot."""

MARGIN = 2.0
"""Per cent of the width kept free at both ends, for arrows and half a tick's label."""

FENCE = 4.0
"""How many times the middle half's width a date may lie outside of it before the axis stops short of it."""

LOGARITHMIC = 1000.0
"""Ratio of the largest to the smallest value from which an axis shows powers of ten."""

CLIPPED = 110
"""Characters of a row's label: two lines of its column."""

NOBODY = Source("", AUTHOR_UNSPECIFIED)
"""The source of a claim whose document is not in the dossier."""

SMALLEST, LARGEST = 1e-9, 1e15
"""What is drawn: beyond these, sums and powers leave the range of a float, and no source has counted that."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the chart with its label; ``at`` in per cent."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A bar, a point or a ring from ``start`` to ``end`` in per cent; ``before``/``beyond``: it goes on there."""

    form: str
    start: float
    end: float
    before: bool = False
    beyond: bool = False

    @property
    def width(self) -> float:
        """Its width in per cent."""
        return round(self.end - self.start, 2)


@dataclass(frozen=True, slots=True)
class Row:
    """One claim in a chart: what it says, in which words, its shapes, and the conflict to go to, or none."""

    label: str
    value: str
    shapes: tuple[Shape, ...]
    conflict: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows over one axis. ``left_out`` counts rows that there was no room for."""

    key: str
    title: str
    summary: str
    ticks: tuple[Tick, ...]
    rows: tuple[Row, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Axis:
    """Numbers to per cent of the width, straight or by powers of ten; what lies outside stops at the edge."""

    low: float
    high: float
    logarithmic: bool = False

    def at(self, value: float) -> float:
        """Return where ``value`` stands, between the margins."""
        low, high, here = (self._scaled(each) for each in (self.low, self.high, value))
        share = 0.5 if high <= low else min(max((here - low) / (high - low), 0.0), 1.0)
        return round(MARGIN + share * (100 - 2 * MARGIN), 2)

    def shape(self, low: float | None, high: float | None, *, hollow: bool = False) -> Shape:
        """Return the shape from ``low`` to ``high``; None is no bound."""
        before, beyond = low is None or low < self.low, high is None or high > self.high
        start = self.at(self.low if low is None else low)
        end = self.at(self.high if high is None else high)
        bar = before or beyond or end - start > 1
        return Shape("ring" if hollow else "bar" if bar else "point", start, max(start, end), before, beyond)

    def _scaled(self, value: float) -> float:
        return math.log10(max(value, self.low, 1e-300)) if self.logarithmic else value


Days = tuple[DateMention, date | None, date | None]
Ends = tuple[float | None, float | None]


def timeline(dossier: Dossier) -> Chart | None:
    """Return the claims with a date in order of their dates, those in a conflict first served; None without any."""
    conflicts = _first_conflicts(dossier.discrepancies)
    dated = {claim.id: days for claim in dossier.claims.values() if (days := _days(claim))}
    served = sorted(dated, key=lambda key: (key not in conflicts, _earliest(dated[key]), key))[:EVENTS]
    if not served:
        return None
    axis = _calendar([day for key in served for _, *bounds in dated[key] for day in bounds if day])
    sources = {document.id: document.source for document in dossier.documents}
    order = sorted(served, key=lambda key: (_earliest(dated[key]), key))
    rows = tuple(
        _event(dossier.claims[key], dated[key], axis, sources.get(dossier.claims[key].document), conflicts.get(key, ""))
        for key in order
    )
    summary = f"{words.count(len(rows), 'claim')} with dates from {_year(axis.low)} to {_year(axis.high)}, oldest first"
    return Chart("timeline", "Timeline of dated claims", summary, _years(axis), rows, len(dated) - len(rows))


def intervals(dossier: Dossier) -> tuple[Chart, ...]:
    """Return an interval plot per topic and measure for quantities that were held against each other."""
    labels = {topic.id: topic.label for topic in dossier.topics}
    groups: dict[tuple[str, str], dict[str, tuple[Party, QuantityMention]]] = {}
    for discrepancy in (*dossier.discrepancies, *dossier.quiet):
        for party, mention in _compared(discrepancy):
            group = groups.setdefault((discrepancy.topic, _dimension(mention)), {})
            group.setdefault(f"{party.claim.id}{mention.span}", (party, mention))
    conflicts = _first_conflicts(each for each in dossier.discrepancies if each.verdict.kind is Kind.QUANTITY)
    shown = [(key, list(group.values())) for key, group in groups.items() if len(group) > 1][:GROUPS]
    return tuple(
        _plot(f"quantity-{number}", labels.get(topic, "One topic"), bars, conflicts)
        for number, ((topic, _), bars) in enumerate(shown, start=1)
    )


def clip(text: str, size: int = CLIPPED) -> str:
    """Return ``text`` on one line of at most ``size`` characters, cut after a word where there is one."""
    line = " ".join(text[: 4 * size].split())
    if len(line) <= size:
        return line
    kept = line[: size - 1]
    return (kept.rpartition(" ")[0] or kept) + "…"


def _first_conflicts(discrepancies: Iterable[Discrepancy]) -> dict[str, str]:
    found: dict[str, str] = {}
    for discrepancy in discrepancies:
        if discrepancy.verdict.relation is Relation.CONFLICT:
            found.setdefault(discrepancy.verdict.left, discrepancy.id)
            found.setdefault(discrepancy.verdict.right, discrepancy.id)
    return found


def _days(claim: Claim) -> list[Days]:
    bounds = ((mention, *_bounds(mention.edtf)) for mention in claim.dates)
    return [days for days in bounds if days[1] or days[2]]


def _bounds(text: str) -> tuple[date | None, date | None]:
    try:
        read = edtf.parse(text)
    except ValueError:
        return None, None
    return read.lower, read.upper


def _earliest(days: Sequence[Days]) -> int:
    return min(day.toordinal() for _, *bounds in days for day in bounds if day)


def _calendar(days: Sequence[date]) -> Axis:
    """Return an axis over the days without the few that lie centuries off: one wrong year must not flatten the rest."""
    ordinals = sorted(day.toordinal() for day in days)
    first, third = ordinals[len(ordinals) // 4], ordinals[(3 * len(ordinals)) // 4]
    reach = FENCE * max(third - first, 3653)
    near = [each for each in ordinals if first - reach <= each <= third + reach]
    return Axis(_new_year(near[0]), _new_year(near[-1], after=1))


def _new_year(ordinal: int, after: int = 0) -> int:
    year = date.fromordinal(ordinal).year + after
    return date(min(year, 9999), 1, 1).toordinal()


def _year(ordinal: float) -> int:
    return date.fromordinal(int(ordinal)).year


def _years(axis: Axis) -> tuple[Tick, ...]:
    first, last = _year(axis.low), _year(axis.high)
    step = next(each for each in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000) if (last - first) / each <= 8)
    years = range(-(-first // step) * step, last + 1, step)
    return tuple(Tick(axis.at(date(year, 1, 1).toordinal()), str(year)) for year in years if year >= 1)


def _event(claim: Claim, days: Sequence[Days], axis: Axis, source: Source | None, conflict: str) -> Row:
    shapes = tuple(
        axis.shape(
            lower.toordinal() if lower else None,
            upper.toordinal() if upper else None,
            hollow=mention.role is DateRole.REPORT,
        )
        for mention, lower, upper in days
    )
    value = "; ".join(words.dated(mention) for mention, *_ in days)
    who = words.asserter(claim, source or NOBODY)
    return Row(clip(f"{who}: {claim.text or claim.quote}"), value, shapes, conflict)


def _compared(discrepancy: Discrepancy) -> Iterator[tuple[Party, QuantityMention]]:
    verdict = discrepancy.verdict
    if verdict.kind is not Kind.QUANTITY:
        return
    for party, marks in ((discrepancy.left, verdict.left_marks), (discrepancy.right, verdict.right_marks)):
        values = [each for each in party.claim.quantities if _drawable(each)]
        yield from ((party, each) for each in _touched(values, marks) or values)


def _touched(mentions: Sequence[QuantityMention], marks: Sequence[Span]) -> list[QuantityMention]:
    return [each for each in mentions if any(mark.overlaps(each.span) for mark in marks)]


def _drawable(mention: QuantityMention) -> bool:
    bounds = [bound for bound in (mention.low, mention.high) if bound is not None]
    return mention.role is QuantityRole.VALUE and bool(bounds) and all(_plain(bound) for bound in bounds)


def _plain(bound: float) -> bool:
    return bound == 0 or SMALLEST <= abs(bound) <= LARGEST


def _dimension(mention: QuantityMention) -> str:
    return quantity.dimension(mention.unit or mention.counted)


def _plot(key: str, topic: str, bars: Sequence[tuple[Party, QuantityMention]], conflicts: Mapping[str, str]) -> Chart:
    unit, ends = _drawn([mention for _, mention in bars])
    axis = _scale([bound for pair in ends for bound in pair if bound is not None])
    drawn = zip(bars[:BARS], ends, strict=False)
    rows = tuple(_bar(party, mention, axis.shape(*pair), conflicts) for (party, mention), pair in drawn)
    scale = ", by powers of ten" if axis.logarithmic else ""
    summary = f"{words.count(len(rows), 'quantity', 'quantities')}; unit: {unit or 'none'}{scale}"
    return Chart(key, topic, summary, _numbers(axis), rows, len(bars) - len(rows))


def _drawn(mentions: Sequence[QuantityMention]) -> tuple[str, list[Ends]]:
    """Return the unit to draw in and the ends in it: as written where all share one, else the first exact unit."""
    if len({mention.unit for mention in mentions}) == 1:
        noun = mentions[0].unit or mentions[0].counted
        unit = UNITS.get(noun)
        return unit.many if unit else noun, [(mention.low, mention.high) for mention in mentions]
    exact = (UNITS[mention.unit] for mention in mentions if mention.unit in UNITS)
    yard = next((unit for unit in exact if unit.low == unit.high), None)
    name = yard.many if yard else _dimension(mentions[0]).rpartition(" in ")[2]
    return name, [_measured(mention, yard.low if yard else 1.0) for mention in mentions]


def _measured(mention: QuantityMention, yard: float) -> Ends:
    base = quantity.base(mention)
    low, high = (base.low, base.high) if base else (-math.inf, math.inf)
    return (low / yard if math.isfinite(low) else None), (high / yard if math.isfinite(high) else None)


def _bar(party: Party, mention: QuantityMention, shape: Shape, conflicts: Mapping[str, str]) -> Row:
    claim = party.claim
    label = f"{words.asserter(claim, party.document.source)}: {claim.text or claim.quote}"
    return Row(clip(label), words.amount(mention), (shape,), conflicts.get(claim.id, ""))


def _scale(values: Sequence[float]) -> Axis:
    low, high = min(values), max(values)
    if low > 0 and high / low >= LOGARITHMIC:
        return Axis(10.0 ** math.floor(math.log10(low)), 10.0 ** math.ceil(math.log10(high)), logarithmic=True)
    room = (high - low) * 0.15 or abs(high) * 0.5 or 1.0
    return Axis(min(low, max(low - room, 0.0)) if low >= 0 else low - room, high + room)


def _numbers(axis: Axis) -> tuple[Tick, ...]:
    if axis.logarithmic:
        first, last = round(math.log10(axis.low)), round(math.log10(axis.high))
        powers = range(first, last + 1, max(1, -(-(last - first) // 6)))
        return tuple(Tick(axis.at(10.0**power), words.number(10.0**power)) for power in powers)
    rough = (axis.high - axis.low) / 5
    unit = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * unit for factor in (1, 2, 5, 10) if factor * unit >= rough)
    first, last = math.ceil(axis.low / step), math.floor(axis.high / step)
    return tuple(Tick(axis.at(each * step), words.number(each * step)) for each in range(first, last + 1))
