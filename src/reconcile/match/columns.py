"""What of the claims is held against other claims, in columns: words and slots, worked out once for each claim."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from reconcile.match.reading import Reader
from reconcile.match.rows import Floats, Ints, Rows, Short, spread, sums
from reconcile.model import Claim, DateRole, QuantityRole
from reconcile.values import edtf
from reconcile.values.units import UNITS
from reconcile.values.vocabulary import EMPTY, Vocabulary

LONGEST = 1_000
"""Characters of a claim that are compared; what is longer is a page read as one sentence."""


class Names(dict[str, int]):
    """Numbers for strings, from 0, in the order in which they are first asked for."""

    def __missing__(self, key: str) -> int:
        self[key] = number = len(self)
        return number


def ints() -> "array[int]":
    """Return an empty column of whole numbers."""
    return array("i")


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The claims, by position; concepts, documents, asserters and amounts are numbered.

    ``own``: the concepts of a claim's text and subject, each once, with ``weight`` and ``name`` beside; ``every``: the
    same with those of its context. ``counted``: what its quantities count. ``amounts``: its measured quantities,
    number and unit, by which two claims may be known for one. ``dates``: which of ``spans`` are the dates of its
    events, as EDTF strings, and ``days`` the first and last day of each of these, as ordinals, where it is one run of
    days; 0 where it is none or more. ``folded``: its text in small letters.
    """

    ids: Sequence[str]
    document: Short
    asserter: Short
    own: Rows
    weight: NDArray[np.float32]
    name: NDArray[np.bool_]
    every: Rows
    counted: Rows
    amounts: Rows
    dates: Short
    spans: Sequence[tuple[str, ...]]
    days: NDArray[np.int32]
    folded: Sequence[str]
    concepts: Sequence[str]
    total: Floats

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def weights_of_every(self) -> NDArray[np.float32]:
        """The weights of a claim's own words beside ``every``, 0 for those of its context."""
        found = np.zeros(len(self.every.items), dtype=np.float32)
        found[spread(self.every.starts[:-1], self.own.lengths)] = self.weight
        return found

    def comparable(self, left: Ints, right: Ints) -> NDArray[np.bool_]:
        """Say which pairs may be linked: other documents, or another asserter in the same one."""
        apart: NDArray[np.bool_] = self.document[left] != self.document[right]
        same = np.flatnonzero(~apart)
        apart[same] = self.asserter[left[same]] != self.asserter[right[same]]
        return apart


@dataclass(slots=True)
class Draft:
    """Columns in the making: ``said`` are kinds of terms, of a claim's text and subject and then of its context."""

    reader: Reader
    documents: Names = field(default_factory=Names)
    asserters: Names = field(default_factory=Names)
    amounts: Names = field(default_factory=Names)
    ids: list[str] = field(default_factory=list)
    document: "array[int]" = field(default_factory=ints)
    asserter: "array[int]" = field(default_factory=ints)
    said: "array[int]" = field(default_factory=ints)
    measured: "array[int]" = field(default_factory=ints)
    counted: "array[int]" = field(default_factory=ints)
    lengths: "array[int]" = field(default_factory=ints)
    dates: "array[int]" = field(default_factory=ints)
    spans: dict[tuple[str, ...], int] = field(default_factory=dict)
    folded: list[str] = field(default_factory=list)

    def add(self, known: str, claim: Claim) -> None:
        """Add one claim, ``known`` by its identifier."""
        text = claim.text[:LONGEST]
        own = [*self.reader.read(text), *self.reader.short(claim.subject)]
        beside = self.reader.read(claim.context[:LONGEST]) if claim.context else ()
        measured, counted = sorted(set(_amounts(claim))), self._counted(claim)
        self.ids.append(known)
        self.document.append(self.documents[claim.document])
        self.asserter.append(self.asserters[claim.asserter])
        self.said.extend(own)
        self.said.extend(beside)
        self.measured.extend(self.amounts[amount] for amount in measured)
        self.counted.extend(counted)
        self.lengths.extend((len(own), len(beside), len(measured), len(counted)))
        self.dates.append(self.spans.setdefault(_dates(claim), len(self.spans)))
        self.folded.append(text.lower())

    def _counted(self, claim: Claim) -> list[int]:
        values = (quantity for quantity in claim.quantities if quantity.role is QuantityRole.VALUE)
        return [kind for quantity in values for kind in self.reader.short(quantity.counted)]

    def done(self) -> Columns:
        """Return the columns."""
        concepts, numbers = Names(), np.zeros(len(self.reader.kinds), dtype=np.int32)
        for kind, number in self.reader.kinds.items():
            numbers[number] = concepts[kind[0]]
        text, beside, measured, counted = np.array(self.lengths, dtype=np.int64).reshape(-1, 4).T
        said = np.array(self.said, dtype=np.int32)
        every, own, kept = distinct(numbers[said], text, beside)
        kinds = list(self.reader.kinds)
        weight = np.array([kind[1] for kind in kinds], dtype=np.float32)[said[kept]]
        return Columns(
            ids=self.ids,
            document=np.array(self.document, dtype=np.int32),
            asserter=np.array(self.asserter, dtype=np.int32),
            own=own,
            weight=weight,
            name=np.array([kind[2] for kind in kinds], dtype=np.bool_)[said[kept]],
            every=every,
            counted=Rows.laid(counted, numbers[np.array(self.counted, dtype=np.int32)]),
            amounts=Rows.laid(measured, np.array(self.measured, dtype=np.int32)),
            dates=np.array(self.dates, dtype=np.int32),
            spans=list(self.spans),
            days=np.array([_days(span) for span in self.spans], dtype=np.int32).reshape(-1, 2),
            folded=self.folded,
            concepts=list(concepts),
            total=np.maximum(sums(weight.astype(np.float64), own.lengths), TINY),
        )


def distinct(said: Short, text: Ints, beside: Ints) -> tuple[Rows, Rows, Ints]:
    """Return each claim's concepts, each once, the first one met; the same of its text alone, and where those stand.

    ``said`` has ``text[n]`` concepts of claim ``n`` and then ``beside[n]`` of what stands around it.
    """
    claims = np.repeat(np.arange(len(text)), text + beside)
    width = int(said.max(initial=0)) + 1
    first = np.unique(claims * width + said, return_index=True)[1]
    first.sort()
    place = first - (np.cumsum(text + beside) - text - beside)[claims[first]]
    kept = first[place < text[claims[first]]]
    every = Rows.laid(np.bincount(claims[first], minlength=len(text)), said[first])
    return every, Rows.laid(np.bincount(claims[kept], minlength=len(text)), said[kept]), kept


TINY = 1e-9
"""What a claim without a word weighs, so that nothing is divided by nothing."""


def columns(claims: Sequence[Claim], vocabulary: Vocabulary = EMPTY) -> Columns:
    """Work out what of ``claims`` is compared, things under the names that ``vocabulary`` has; by identifier."""
    draft = Draft(Reader(vocabulary))
    for known, claim in sorted(((claim.id, claim) for claim in claims), key=lambda pair: pair[0]):
        draft.add(known, claim)
    return draft.done()


def _dates(claim: Claim) -> tuple[str, ...]:
    return tuple(date.edtf for date in claim.dates if date.role is not DateRole.REPORT and date.edtf != edtf.UNTOLD)


def _days(span: tuple[str, ...]) -> tuple[int, int]:
    when = edtf.parse(span[0]) if len(span) == 1 else None
    if when is None or when.month_day or when.granularity == "unknown":
        return 0, 0
    runs = edtf.stretches(when)
    return (runs[0][0].toordinal(), runs[0][1].toordinal()) if len(runs) == 1 else (0, 0)


def _amounts(claim: Claim) -> Iterator[str]:
    for quantity in claim.quantities:
        if quantity.unit in UNITS and not quantity.vague:
            yield f"{quantity.high or quantity.low} {quantity.unit}"
