"""How good matching is: known texts become claims, and what the machine links them with is held against the answers."""

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from reconcile.bench import matching_score as score
from reconcile.bench import matching_sets
from reconcile.bench.matching_score import Ranked, Scored
from reconcile.bench.matching_sets import Retrieval, Text, TextPair, apart, spaced
from reconcile.flow.settings import Settings
from reconcile.flow.toolbox import Toolbox
from reconcile.model import Cell, Claim, Document, Record, Source, Span

DEPTHS = (1, 5, 20, 100)
"""How many of the first are looked at for recall."""

SHORT = 5
"""How many of the first are looked at for the mean average precision, as in CLEF CheckThat!."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How much is measured: claims looked at for each query, the score of a link, how many queries or pairs at most."""

    candidates: int
    threshold: float
    sample: int | None = None


Figures = Mapping[str, float | int | None]


@dataclass(slots=True)
class Measured:
    """Queries as ranked, pairs as scored, and how many there were to find; ``threshold`` is that of a link."""

    threshold: float
    texts: int = 0
    wanted: int = 0
    ranked: list[Ranked] = field(default_factory=list)
    pairs: list[Scored] = field(default_factory=list)
    seconds: float = 0.0

    def figures(self) -> Figures:
        """Return all measures by name; the names do not change. What was not asked is left out or None."""
        counts = {"texts": self.texts, "queries": len(self.ranked), "positives": self.wanted, "pairs": len(self.pairs)}
        return {**counts, **(self._of_ranks() if self.ranked else {}), **self._of_scores(), "CPU s": _r(self.seconds)}

    def _of_ranks(self) -> Figures:
        asked = [each for each in self.ranked if each.wanted]
        recalls = {f"R@{k}": _r(score.mean([score.recall_at(each, k) for each in asked])) for k in DEPTHS}
        return {
            **recalls,
            "MRR": _r(score.mean([score.reciprocal_rank(each) for each in asked])),
            f"MAP@{SHORT}": _r(score.mean([score.average_precision_at(each, SHORT) for each in asked])),
        }

    def _of_scores(self) -> Figures:
        best, linked = score.best_f1(self.pairs, self.wanted), score.cut_at(self.pairs, self.wanted, self.threshold)
        return {
            "AP": _r(score.average_precision(self.pairs, self.wanted)),
            "F1": _r(best.f1 if best else None),
            "F1 threshold": best.threshold if best else None,
            "ECE": _r(score.calibration_error(self.pairs)),
            "link threshold": self.threshold,
            "link precision": _r(linked.precision),
            "link recall": _r(linked.recall),
            "link F1": _r(linked.f1),
        }


def _r(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def claims(texts: Iterable[Text], tools: Toolbox) -> dict[Text, Claim]:
    """Return each text as one claim, not cut up: the only cell of a row of ready-made claims.

    The texts of one ``doc`` are rows of one table, any other text is a table of its own. What is extracted from a row
    besides (dates, quantities, names, polarity) is what extraction finds in any table's row.
    """
    tables: dict[str, list[Text]] = defaultdict(list)
    for number, text in enumerate(dict.fromkeys(texts)):
        tables[f"document {text.doc}" if text.doc else f"text {number}"].append(text)
    return {text: claim for name, rows in tables.items() for text, claim in _claims(name, rows, tools)}


def _claims(name: str, rows: Sequence[Text], tools: Toolbox) -> Iterator[tuple[Text, Claim]]:
    document = _table(name, rows)
    found: dict[int, Claim] = {}
    for item in tools.extract(document):
        if isinstance(item, Claim):
            found.setdefault(item.span.start, item)
    for text, record in zip(rows, document.records, strict=True):
        if claim := found.get(record.span.start):
            yield text, claim


def _table(name: str, rows: Sequence[Text]) -> Document:
    lines = [" ".join(row.text.split()) for row in rows]
    text = "\n".join(lines)
    digest = sha256(f"{name}\n{text}".encode("utf-8", "replace")).hexdigest()
    records, start = [], 0
    for number, line in enumerate(lines, 1):
        span = Span(start, start + len(line))
        records.append(Record(number, span, {"claim": Cell(line, span)}))
        start = span.end + 1
    return Document(name, Source(name, name), text, digest, len(text), "bench/1", records=tuple(records))


def asking(settings: Settings, candidates: int) -> Settings:
    """Return the settings by which matching is measured: so many claims looked at for each, every score kept."""
    matching = settings.matching.model_copy(update={"candidates": candidates, "threshold": 0.0})
    return settings.model_copy(update={"matching": matching})


def of_files(corpus: Path, queries: Path | None, tools: Toolbox, asked: Asked) -> Measured:
    """Measure a set of two files, or pairs where there is no second. Raises UsageError for a row that does not hold."""
    if queries is None:
        return measured_pairs(spaced(matching_sets.text_pairs(corpus), asked.sample), tools, asked.threshold)
    return measured(matching_sets.retrieval(corpus, queries).sampled(asked.sample), tools, asked)


def measured(known: Retrieval, tools: Toolbox, asked: Asked) -> Measured:
    """Return what the links of ``tools`` are worth: for each query its best scored texts, over all texts.

    ``tools`` links claims whatever they score, as many for each as are to be looked at. A text that is both asked and
    there to be found is one claim. Time is the processor's, extraction included.
    """
    begun = time.process_time()
    made = claims([*known.corpus, *(query.text for query in known.queries)], tools)
    partners = _partners(made, [query.text for query in known.queries], tools)
    order = {text: number for number, text in enumerate(known.corpus)}
    names = {made[text].id: text for text in order if text in made}
    result = Measured(asked.threshold, texts=len(known.corpus))
    for query in known.queries:
        near = partners.get(made[query.text].id, {}) if query.text in made else {}
        found = [(value, names[other]) for other, value in near.items() if other in names]
        fair = [(value, text) for value, text in found if apart(query.text, text)]
        best = sorted(fair, key=lambda pair: (-pair[0], order[pair[1]]))[: asked.candidates]
        result.ranked.append(Ranked([text.id for _, text in best], query.positive))
        result.pairs += [Scored(value, text.id in query.positive) for value, text in best]
        result.wanted += len(query.positive)
    result.seconds = time.process_time() - begun
    return result


def _partners(made: Mapping[Text, Claim], asked: Sequence[Text], tools: Toolbox) -> Mapping[str, Mapping[str, float]]:
    """Return for each claim what it is linked with, and how surely; only claims that are asked for are looked up."""
    new = {made[text].id for text in asked if text in made}
    partners: dict[str, dict[str, float]] = defaultdict(dict)
    for link in tools.match(list(made.values()), new):
        partners[link.left][link.right] = link.score
        partners[link.right][link.left] = link.score
    return partners


def measured_pairs(known: Sequence[TextPair], tools: Toolbox, threshold: float) -> Measured:
    """Return what the scores of links are worth on pairs, each by itself: what is not proposed scores 0."""
    begun = time.process_time()
    result = Measured(threshold, texts=2 * len(known), wanted=sum(pair.same for pair in known))
    for number, pair in enumerate(known):
        both = claims([Text("a", pair.left, f"{number} a"), Text("b", pair.right, f"{number} b")], tools)
        value = max((link.score for link in tools.match(list(both.values()), None)), default=0.0)
        result.pairs.append(Scored(value, pair.same))
    result.seconds = time.process_time() - begun
    return result
