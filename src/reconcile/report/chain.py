"""The way from a conflict to the bytes and the ledger, as boxes and lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reconcile.model import Party, Provenance
from reconcile.report import words
from reconcile.report.svg import clip

HEIGHT, STEP = 46, 74
"""Pixels: a box with two lines, and from one layer's top to the next."""

SHORT = 12
"""Digits of an identifier or digest that a box shows: enough to find it on the page, where it stands in full."""

NAME = 22
"""Characters of a document's path in a box: what fits half a telephone's width."""


@dataclass(frozen=True, slots=True)
class Box:
    """One thing in the chain; ``left`` and ``width`` in per cent, ``top`` in pixels."""

    noun: str
    text: str
    left: float
    width: float
    top: int

    @property
    def middle(self) -> float:
        """Where lines meet it."""
        return self.left + self.width / 2


@dataclass(frozen=True, slots=True)
class Line:
    """From one box down to another."""

    x1: float
    y1: int
    x2: float
    y2: int


@dataclass(frozen=True, slots=True)
class Chain:
    """Boxes in layers, top down, and the lines between them; ``told`` says the same in words."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    height: int
    told: str


def chain(provenance: Provenance) -> Chain:
    """Lay out verdict, claim, place, document, bytes and ledger; a column per claim, what they share over both."""
    columns = [_column(party) for party in provenance.parties]
    top = [_verdicts(provenance)]
    bottom = [_ledger(provenance)]
    layers = [top, *(list(layer) for layer in zip(*columns, strict=True)), bottom]
    boxes = [_row(layer, number) for number, layer in enumerate(layers)]
    lines = [line for upper, lower in pairwise(boxes) for line in _between(upper, lower)]
    told = "; then ".join(" and ".join(f"{noun} {text}" for noun, text in layer) for layer in layers)
    flat = tuple(box for row in boxes for box in row)
    return Chain(flat, tuple(lines), len(layers) * STEP - (STEP - HEIGHT), told)


def _verdicts(provenance: Provenance) -> tuple[str, str]:
    noun, identifier = provenance.subject
    if noun == "conflict":
        return "conflict", identifier[:SHORT]
    return "named in", words.count(len(provenance.verdicts), "verdict")


def _column(party: Party) -> tuple[tuple[str, str], ...]:
    claim, document = party.claim, party.document
    return (
        ("claim", claim.id[:SHORT]),
        ("characters", f"{claim.span.start}–{claim.span.end}"),
        ("document", clip(document.path, NAME)),
        ("bytes, sha256", document.sha256[:SHORT]),
    )


def _ledger(provenance: Provenance) -> tuple[str, str]:
    numbers = [number for number, *_ in provenance.entries]
    shown = ", ".join(str(number) for number in numbers[:6]) + (", …" if len(numbers) > 6 else "")
    return "ledger entries", shown or "none"


def _row(layer: Sequence[tuple[str, str]], number: int) -> list[Box]:
    share = 100 / len(layer)
    width = min(share - 2, 48.0)
    return [
        Box(noun, text, round(share * place + (share - width) / 2, 2), width, number * STEP)
        for place, (noun, text) in enumerate(layer)
    ]


def _between(upper: Sequence[Box], lower: Sequence[Box]) -> list[Line]:
    pairs = zip(upper, lower, strict=True) if len(upper) == len(lower) else ((a, b) for a in upper for b in lower)
    return [Line(above.middle, above.top + HEIGHT, below.middle, below.top) for above, below in pairs]
