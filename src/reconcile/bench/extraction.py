"""How well claims are extracted: recall, precision, fields and speed on documents whose claims a person has marked."""

import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reconcile.bench.extraction_gold import GoldDocument
from reconcile.bench.extraction_score import Miss, Score, score
from reconcile.bench.pairs import shares
from reconcile.bench.texts import Skipped, Texts
from reconcile.flow.toolbox import Extract, Toolbox
from reconcile.model import Claim, Document

Row = Mapping[str, object]

MEGABYTE = 1_000_000

RATES = (
    "claims",
    "dates",
    "dates, exact span",
    "dates in matched claims",
    "quantities",
    "quantities, exact span",
    "quantities in matched claims",
)
"""Measures of two sides: what is marked and what was found; each in precision, recall and F1."""

SHARES = (
    "exact spans",
    "asserters",
    "named asserters",
    "named asserters, not resolved",
    "wrong names",
    "polarity",
    "kind of negation",
    "modality",
)
"""Measures of the claims that were found and are marked: the share of them of which it holds."""

SPEED = "speed (MB/s)"


@dataclass(slots=True)
class Measured:
    """What was measured of all documents: the counts, the misses, what was skipped, how long extraction took."""

    score: Score = field(default_factory=Score)
    skipped: list[Skipped] = field(default_factory=list)
    documents: int = 0
    size: int = 0
    seconds: float = 0.0

    @property
    def speed(self) -> float | None:
        """Megabytes of text a second, None where there was nothing to read."""
        return round(self.size / MEGABYTE / self.seconds, 3) if self.seconds else None

    def rows(self) -> list[Row]:
        """Return each measure; the names and the keys do not change."""
        rates = [self.rate(measure) for measure in RATES]
        shared = [self.share(measure) for measure in SHARES]
        return [rates[0], *shared, *rates[1:], {**EMPTY, "measure": SPEED, "share": self.speed}]

    def rate(self, measure: str) -> Row:
        """Return precision, recall and F1 of one measure."""
        expected, given, right = (self.score.counts[measure, what] for what in ("expected", "given", "right"))
        told = {"measure": measure, "expected": expected, "given": given, "right": right}
        ratios = {"precision": shares(right, given), "recall": shares(right, expected)}
        return {**EMPTY, **told, **ratios, "f1": shares(2 * right, expected + given)}

    def share(self, measure: str) -> Row:
        """Return of how many claims one measure holds."""
        expected, right = self.score.counts[measure, "expected"], self.score.counts[measure, "right"]
        return {**EMPTY, "measure": measure, "expected": expected, "right": right, "share": shares(right, expected)}

    def misses(self) -> list[Row]:
        """Return all that was found otherwise than it is marked, by document and place."""
        return [_miss(each) for each in self.ordered()]

    def ordered(self) -> list[Miss]:
        """Return the same as they are."""
        return sorted(self.score.misses, key=lambda miss: (miss.document, miss.span, miss.field))


EMPTY: Row = dict.fromkeys(("measure", "expected", "given", "right", "precision", "recall", "f1", "share"))
"""The fields of a row, in order."""


def _miss(miss: Miss) -> Row:
    return {
        "document": miss.document,
        "start": miss.span.start,
        "end": miss.span.end,
        "field": miss.field,
        "expected": miss.expected,
        "given": miss.given,
        "quote": miss.quote,
    }


def measured(known: Sequence[GoldDocument], tools: Toolbox, folder: Path | None = None) -> Measured:
    """Extract the claims of all marked documents and hold them against the marked ones.

    Texts that are not in the gold itself are read from ``folder``. Extraction runs over whole documents, once for all
    the windows of one; its time is the processor's, of one core, with every table read before.
    """
    result = Measured()
    texts = Texts(tools.read, folder)
    with tempfile.TemporaryDirectory(prefix="reconcile-bench-") as made:
        found = [(gold, texts.document(gold, Path(made))) for gold in known]
    whole = [document for _, document in found if isinstance(document, Document)]
    if whole:
        list(tools.extract(min(whole, key=lambda document: len(document.text))))
    timed = Timed(tools.extract, result)
    for gold, document in found:
        if isinstance(document, Skipped):
            result.skipped.append(document)
        else:
            result.documents += 1
            result.score.take(score(gold, document.text, timed.claims(document)))
    return result


@dataclass(slots=True)
class Timed:
    """Extraction that notes how long it takes; a document is extracted once, however many ask."""

    extract: Extract
    result: Measured
    known: dict[tuple[str, str], list[Claim]] = field(default_factory=dict)

    def claims(self, document: Document) -> list[Claim]:
        """Return the claims of a document."""
        key = document.id, document.published
        if key not in self.known:
            begun = time.process_time()
            items = list(self.extract(document))
            self.result.seconds += time.process_time() - begun
            self.result.size += document.size
            self.known[key] = [item for item in items if isinstance(item, Claim)]
        return self.known[key]
