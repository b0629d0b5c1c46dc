"""What of the claims is held against other claims, in columns: words and slots, worked out once for each claim."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from reconcile.match.rarity import BEFOREHAND, rarities, rarity
from reconcile.match.reading import Reader
from reconcile.match.rows import Floats, Ints, Rows, Short, spread, sums
from reconcile.model import Claim, DateRole, QuantityRole
from reconcile.values import edtf
from reconcile.values.units import UNITS
from reconcile.values.vocabulary import EMPTY, Vocabulary
from reconcile.values.words import TOKEN, known

LONGEST = 1_000
"""Characters of a claim that are compared; what is longer is a page read as one sentence."""


class Names(dict[str, int]):
    """Numbers for strings, from 0, in the order in which they are first asked for."""

    def __missing__(self, key: str) -> int:
        self[key] = number = len(self)
        return number


class Hashes(dict[str, int]):
    """Hashes of strings, 32 bits, each worked out once."""

    def __missing__(self, key: str) -> int:
        self[key] = number = crc32(key.encode("utf-8", "replace"))
        return number


def ints() -> "array[int]":
    """Return an empty column of whole numbers."""
    return array("i")


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The claims, by position; concepts, documents, asserters and amounts are numbered.

    ``own``: the concepts of a claim's text and subject, each once, with ``name`` beside, and ``weight``: what meeting
    in it is worth; ``every``: the same with those of its context. ``runs``: its words two by two, as hashes, with
    ``worth_of_runs`` beside. ``total`` and ``wordiness``: what all its concepts and all its runs are worth.
    ``counted``: what its quantities count. ``amounts``: its measured quantities, number and unit, by which two claims
    may be known for one. ``dates``: which of ``spans`` are the dates of its events, as EDTF strings, and ``days`` the
    first and last day of each of these, as ordinals, where it is one run of days; 0 where it is none or more.
    ``folded``: its text in small letters.
    """

    ids: Sequence[str]
    document: Short
    asserter: Short
    own: Rows
    weight: NDArray[np.float32]
    name: NDArray[np.bool_]
    every: Rows
    runs: Rows
    worth_of_runs: Floats
    counted: Rows
    amounts: Rows
    dates: Short
    spans: Sequence[tuple[str, ...]]
    days: NDArray[np.int32]
    folded: Sequence[str]
    concepts: Sequence[str]
    total: Floats
    wordiness: Floats

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def weights_of_every(self) -> NDArray[np.float32]:
        """The weights of a claim's own words beside ``every``, 0 for those of its context."""
        found = np.zeros(len(self.every.items), dtype=np.float32)
        found[spread(self.every.starts[:-1], self.own.lengths)] = self.weight
        return found

    @property
    def names(self) -> Iterator[str]:
        """The concepts that stand as names and are no words that the tables know."""
        return (self.concepts[n] for n in np.unique(self.own.items[self.name]) if not known(self.concepts[n]))

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
    tokens: Hashes = field(default_factory=Hashes)
    asserters: Names = field(default_factory=Names)
    amounts: Names = field(default_factory=Names)
    ids: list[str] = field(default_factory=list)
    document: "array[int]" = field(default_factory=ints)
    asserter: "array[int]" = field(default_factory=ints)
    said: "array[int]" = field(default_factory=ints)
    written: "array[int]" = field(default_factory=lambda: array("I"))
    measured: "array[int]" = field(default_factory=ints)
    counted: "array[int]" = field(default_factory=ints)
    lengths: "array[int]" = field(default_factory=ints)
    dates: "array[int]" = field(default_factory=ints)
    spans: dict[tuple[str, ...], int] = field(default_factory=dict)
    folded: list[str] = field(default_factory=list)

    def add(self, known: str, claim: Claim) -> None:
        """Add one claim, ``known`` by its identifier."""
        text = claim.text[:LONGEST]
        folded = text.lower()
        own = [*self.reader.read(text), *self.reader.short(claim.subject)]
        beside = self.reader.read(claim.context[:LONGEST]) if claim.context else ()
        measured, counted = sorted(set(_amounts(claim))), self._counted(claim)
        self.ids.append(known)
        self.document.append(self.documents[claim.document])
        self.asserter.append(self.asserters[claim.asserter])
        self.said.extend(own)
        self.said.extend(beside)
        written = [self.tokens[token] for token in TOKEN.findall(folded)]
        self.written.extend(written)
        self.measured.extend(self.amounts[amount] for amount in measured)
        self.counted.extend(counted)
        self.lengths.extend((len(own), len(beside), len(written), len(measured), len(counted)))
        self.dates.append(self.spans.setdefault(_dates(claim), len(self.spans)))
        self.folded.append(folded)

    def _counted(self, claim: Claim) -> list[int]:
        values = (quantity for quantity in claim.quantities if quantity.role is QuantityRole.VALUE)
        return [kind for quantity in values for kind in self.reader.short(quantity.counted)]

    def done(self) -> Columns:
        """Return the columns."""
        concepts, numbers = Names(), np.zeros(len(self.reader.kinds), dtype=np.int32)
        for kind, number in self.reader.kinds.items():
            numbers[number] = concepts[kind[0]]
        text, beside, written, measured, counted = np.array(self.lengths, dtype=np.int64).reshape(-1, 5).T
        said = np.array(self.said, dtype=np.int32)
        every, own, kept = distinct(numbers[said], text, beside)
        name = np.array([kind[1] for kind in self.reader.kinds], dtype=np.bool_)[said[kept]]
        worth = rarities(np.bincount(own.items, minlength=len(concepts)), len(self.ids), list(concepts))
        weight = worth.astype(np.float32)[own.items]
        two_by_two = runs(np.array(self.written, dtype=np.uint64), written)
        _, which, met = np.unique(two_by_two.items, return_inverse=True, return_counts=True)
        worth_of_runs = rarity(met, len(self.ids) + BEFOREHAND)[which]
        return Columns(
            ids=self.ids,
            document=np.array(self.document, dtype=np.int32),
            asserter=np.array(self.asserter, dtype=np.int32),
            own=own,
            weight=weight,
            name=name,
            every=every,
            runs=two_by_two,
            worth_of_runs=worth_of_runs,
            counted=Rows.laid(counted, numbers[np.array(self.counted, dtype=np.int32)]),
            amounts=Rows.laid(measured, np.array(self.measured, dtype=np.int32)),
            dates=np.array(self.dates, dtype=np.int32),
            spans=list(self.spans),
            days=np.array([_days(span) for span in self.spans], dtype=np.int32).reshape(-1, 2),
            folded=self.folded,
            concepts=list(concepts),
            total=np.maximum(sums(weight.astype(np.float64), own.lengths), TINY),
            wordiness=np.maximum(sums(worth_of_runs, two_by_two.lengths), TINY),
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


def runs(written: NDArray[np.uint64], lengths: Ints) -> Rows:
    """Return each claim's words two by two, as they follow each other: as hashes that ascend, each once."""
    owners = np.repeat(np.arange(len(lengths)), lengths)
    follows = np.flatnonzero(owners[:-1] == owners[1:])
    hashed = (written[follows] * MIXED + written[follows + 1]) * MIXED >> np.uint64(64 - HASH_BITS)
    found = np.unique(owners[follows] << HASH_BITS | hashed.astype(np.int64))
    return Rows.laid(np.bincount(found >> HASH_BITS, minlength=len(lengths)), (found & (HASHES - 1)).astype(np.int32))


HASH_BITS, MIXED = 22, np.uint64(0x9E3779B97F4A7C15)
HASHES = 1 << HASH_BITS
"""How many hashes two words may have, and what they are mixed by (multiplicative hashing, Knuth, TAOCP 6.4)."""

TINY = 1e-9
"""What a claim without a word weighs, so that nothing is divided by nothing."""


def columns(claims: Sequence[Claim], vocabulary: Vocabulary = EMPTY) -> Columns:
    """Work out what of ``claims`` is compared, things under the names that ``vocabulary`` has; by identifier."""
    draft = Draft(Reader(vocabulary))
    for identifier, claim in sorted(((claim.id, claim) for claim in claims), key=lambda pair: pair[0]):
        draft.add(identifier, claim)
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
