"""Ready-made claims: the rows of a table, whose columns are what prose has to be read for."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from reconcile.extract import dates, modality, places, polarity, quantities
from reconcile.model import (
    Cell,
    Claim,
    Cue,
    DateMention,
    DateRole,
    Document,
    Modality,
    PlaceMention,
    Polarity,
    PolarityKind,
    QuantityMention,
    QuantityRole,
    Record,
    Span,
)
from reconcile.values import edtf
from reconcile.values.quantity import singular
from reconcile.values.vocabulary import EMPTY, Vocabulary

DENIED = frozenset({"neg", "negative", "denied", "false", "no", "negated"})


def claims(document: Document, vocabulary: Vocabulary = EMPTY) -> Iterator[Claim]:
    """Yield the claims of a document's records, in order."""
    met: Counter[Span] = Counter()
    for record in document.records:
        span = record.cells["claim"].span
        yield _claim(document, record, met[span], vocabulary)
        met[span] += 1


def _claim(document: Document, record: Record, ordinal: int, vocabulary: Vocabulary) -> Claim:
    cell = record.cells["claim"]
    text = " ".join(cell.value.split())
    polar, modal = polarity.read(text), modality.read(text)
    told = modality.named(_value(record, "certainty"))
    negated = _value(record, "polarity").lower() in DENIED
    return Claim(
        document=document.id,
        span=cell.span,
        ordinal=ordinal,
        quote=cell.span.of(document.text),
        text=text,
        asserters=_asserters(document, record, vocabulary),
        polarity=Polarity.NEG if negated else polar.polarity,
        polarity_kind=PolarityKind.ASSERTION if negated else polar.kind,
        modality=modal.modality if modal.modality is not Modality.CERTAIN else told,
        confidence=modal.confidence,
        dates=tuple(_dates(text, cell, record, vocabulary)),
        quantities=tuple(_quantities(text, cell, record)),
        places=tuple(_places(text, cell, record, vocabulary)),
        subject=_value(record, "subject"),
        context=" ".join(filter(None, (_value(record, "subject"), _value(record, "note")))),
        cues=tuple(Cue("record.column", named.span) for named in record.cells.values()),
    )


def _value(record: Record, column: str) -> str:
    cell = record.cells.get(column)
    return cell.value.strip() if cell else ""


def _asserters(document: Document, record: Record, vocabulary: Vocabulary) -> tuple[str, ...]:
    named = (vocabulary.asserter(_value(record, column)) for column in ("asserter", "source"))
    return tuple(dict.fromkeys(filter(None, (*named, document.source.name))))


def _within(cell: Cell, span: Span) -> Span:
    """Return where a stretch of a cell's value stands: itself where nothing in the cell was undone, else the cell."""
    length = cell.span.end - cell.span.start
    if length != len(cell.value):
        return cell.span
    return Span(cell.span.start + span.start, cell.span.start + span.end)


def _dates(text: str, cell: Cell, record: Record, vocabulary: Vocabulary) -> Iterator[DateMention]:
    """Yield the dates of the row: said in the claim, when it holds (``valid_time``), when it was made."""
    said = dates.find(text, _value(record, "date_asserted"), periods=vocabulary.periods)
    yield from (replace(each, span=_within(cell, each.span)) for each in said)
    for column, role in (("valid_time", DateRole.EVENT), ("date_asserted", DateRole.REPORT)):
        told = column == "valid_time" and any(each.role in {DateRole.EVENT, DateRole.BOUND} for each in said)
        if (value := _value(record, column)) and _edtf(value) and not told:
            yield DateMention(value, role, record.cells[column].span)


def _edtf(value: str) -> bool:
    try:
        edtf.parse(value)
    except ValueError:
        return False
    return True


def _quantities(text: str, cell: Cell, record: Record) -> Iterator[QuantityMention]:
    """Yield the quantities of the claim's text, and the row's typed one where the text does not say it."""
    said = quantities.find(text, dates.find(text))
    yield from (replace(each, span=_within(cell, each.span)) for each in said)
    low, high = (_number(_value(record, f"quantity_{end}")) for end in ("min", "max"))
    if (low, high) != (None, None) and not any(_is(each, low, high) for each in said):
        unit = singular(_value(record, "unit"))
        counted = _value(record, "counted") or unit
        typed = next(record.cells[c] for c in ("quantity_max", "quantity_min") if _value(record, c))
        yield QuantityMention(low, high, unit, counted, QuantityRole.VALUE, typed.span)


def _number(value: str) -> float | None:
    return float(value.replace(",", "")) if value else None


def _is(mention: QuantityMention, low: float | None, high: float | None) -> bool:
    """Say whether a quantity of the text is the typed one: one end the same is enough, "up to 20" and 20."""
    ends = {mention.low, mention.high} - {None}
    return bool(ends & ({low, high} - {None}))


def _places(text: str, cell: Cell, record: Record, vocabulary: Vocabulary) -> Iterator[PlaceMention]:
    for each in places.find(text):
        yield replace(each, name=vocabulary.canonical(each.name), span=_within(cell, each.span))
    if value := _value(record, "place"):
        yield PlaceMention(vocabulary.canonical(value), "", record.cells["place"].span)
