"""Nouns as rows and rows as nouns: the same columns whichever the database.

What a noun has several of becomes one JSON text with named fields, so that plain SQL can read it.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import wraps
from sys import intern
from typing import Any, ParamSpec, TypeAlias, TypeVar

from sqlalchemy import Row, Select

from reconcile.model import (
    Because,
    Cell,
    Claim,
    Cue,
    DateMention,
    DateRole,
    Document,
    Kind,
    Layout,
    Link,
    Modality,
    PlaceMention,
    Polarity,
    PolarityKind,
    Problem,
    QuantityMention,
    QuantityRole,
    ReconcileError,
    Record,
    Relation,
    Segment,
    Source,
    Span,
    Verdict,
)
from reconcile.store.canonical import storable

Fetched: TypeAlias = "Row[*tuple[Any, ...]]"
Query: TypeAlias = "Select[*tuple[Any, ...]]"
Column: TypeAlias = str | int | float | bool | bytes | None
Fields: TypeAlias = "dict[str, Column]"

Noun = TypeVar("Noun")
Given = ParamSpec("Given")

NOTHING = "[]"
"""The JSON of an empty list: most columns of most claims, worth not encoding each time."""

encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False)


def text_of(items: Sequence[object] | Mapping[str, float]) -> str:
    """Return JSON text. Raises ReconcileError for what it cannot say: not-a-number, infinity, U+0000."""
    if not items:
        return NOTHING if isinstance(items, Sequence) else "{}"
    try:
        text = encoder.encode(items)
    except ValueError as error:
        raise ReconcileError(f"a number that is none cannot be stored: {items!r}") from error
    if r"\u0000" in text:
        for string in strings(items):
            storable(string)
    return text


def strings(items: object) -> Iterable[str]:
    """Yield every string in a JSON value."""
    if isinstance(items, str):
        yield items
    elif isinstance(items, Mapping):
        for key, value in items.items():
            yield key
            yield from strings(value)
    elif isinstance(items, list | tuple):
        for item in items:
            yield from strings(item)


def checked(row: Fields) -> Fields:
    """Return ``row``. Raises ReconcileError when a text in it cannot be stored."""
    # One check over all of it: half the time of one for each, on 200,000 claims.
    storable("".join([value for value in row.values() if isinstance(value, str)]))
    return row


def readable(noun: str) -> Callable[[Callable[Given, Noun]], Callable[Given, Noun]]:
    """Make a reader of rows say in a sentence that a row is none of ours, whatever is wrong with it."""

    def wrapped(one: Callable[Given, Noun]) -> Callable[Given, Noun]:
        @wraps(one)
        def read(*given: Given.args, **named: Given.kwargs) -> Noun:
            try:
                return one(*given, **named)
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
                told = f"a row of {noun} cannot be read: the database is damaged, or somebody changed it"
                raise ReconcileError(f"{told}; run `reconcile audit verify`") from error

        return read

    return wrapped


def several(text: str, one: Callable[[dict[str, Any]], Noun]) -> tuple[Noun, ...]:
    """Return the nouns of a JSON column."""
    return () if text == NOTHING else tuple(one(item) for item in json.loads(text))


def placed(item: dict[str, Any]) -> Span:
    """Return the span among named fields."""
    return Span(item["start"], item["end"])


def source_row(source: Source) -> Fields:
    """Return a source as a row."""
    return checked({"slug": source.slug, "name": source.name, "grade": source.grade})


@readable("source")
def source_of(row: Fetched) -> Source:
    """Return the source of a row."""
    return Source(row.slug, row.name, row.grade)


def document_row(document: Document) -> Fields:
    """Return a document as a row."""
    return checked(
        {
            "id": document.id,
            "path": document.path,
            "source": document.source.slug,
            "sha256": document.sha256,
            "size": document.size,
            "reader": document.reader,
            "media_type": document.media_type,
            "title": document.title,
            "published": document.published,
            "url": document.url,
            "citation": document.citation,
            "origin": document.origin,
            "charset": document.charset,
            "text": document.text,
            "segments": text_of([segment_fields(segment) for segment in document.segments]),
            "records": text_of([record_fields(record) for record in document.records]),
        }
    )


def segment_fields(segment: Segment) -> dict[str, object]:
    """Return a segment as named fields."""
    return {
        "start": segment.span.start,
        "end": segment.span.end,
        "layout": segment.layout,
        "locator": segment.locator,
    }


def record_fields(record: Record) -> dict[str, object]:
    """Return a ready-made claim as named fields."""
    cells = {name: [cell.value, cell.span.start, cell.span.end] for name, cell in record.cells.items()}
    return {"number": record.number, "start": record.span.start, "end": record.span.end, "cells": cells}


@readable("document")
def document_of(row: Fetched, source: Source) -> Document:
    """Return the document of a row; where the row is light, without text, segments and records."""
    whole = "text" in row._fields
    return Document(
        path=row.path,
        source=source,
        text=row.text if whole else "",
        sha256=row.sha256,
        size=row.size,
        reader=row.reader,
        media_type=row.media_type,
        title=row.title,
        published=row.published,
        url=row.url,
        citation=row.citation,
        origin=row.origin,
        charset=row.charset,
        segments=tuple(segments_of(row.segments)) if whole else (),
        records=tuple(records_of(row.records)) if whole else (),
    )


def segments_of(text: str) -> Iterable[Segment]:
    """Yield the segments of a column."""
    for item in json.loads(text):
        yield Segment(Span(item["start"], item["end"]), Layout(item["layout"]), item["locator"])


def records_of(text: str) -> Iterable[Record]:
    """Yield the ready-made claims of a column."""
    for item in json.loads(text):
        cells = {name: Cell(value, Span(start, end)) for name, (value, start, end) in item["cells"].items()}
        yield Record(item["number"], Span(item["start"], item["end"]), cells)


def claim_row(claim: Claim) -> Fields:
    """Return a claim as a row."""
    return checked(
        {
            "id": claim.id,
            "document": claim.document,
            "start": claim.span.start,
            "end": claim.span.end,
            "ordinal": claim.ordinal,
            "quote": claim.quote,
            "text": claim.text,
            "asserters": text_of(claim.asserters),
            "polarity": claim.polarity.value,
            "polarity_kind": claim.polarity_kind and claim.polarity_kind.value,
            "modality": claim.modality.value,
            "confidence": claim.confidence,
            "dates": text_of([date_fields(date) for date in claim.dates]),
            "quantities": text_of([quantity_fields(quantity) for quantity in claim.quantities]),
            "places": text_of([place_fields(place) for place in claim.places]),
            "subject": claim.subject,
            "context": claim.context,
            "complete": claim.complete,
            "offered": text_of(claim.offered),
            "cues": text_of([cue_fields(cue) for cue in claim.cues]),
        }
    )


def date_fields(date: DateMention) -> dict[str, object]:
    """Return a date as named fields."""
    return {
        "edtf": date.edtf,
        "role": date.role.value,
        "start": date.span.start,
        "end": date.span.end,
        "inferred": date.inferred,
    }


def quantity_fields(quantity: QuantityMention) -> dict[str, object]:
    """Return a quantity as named fields."""
    return {
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "counted": quantity.counted,
        "role": quantity.role.value,
        "start": quantity.span.start,
        "end": quantity.span.end,
        "low_open": quantity.low_open,
        "high_open": quantity.high_open,
        "approximate": quantity.approximate,
        "vague": quantity.vague,
    }


def place_fields(place: PlaceMention) -> dict[str, object]:
    """Return a place as named fields."""
    return {"name": place.name, "bearing": place.bearing, "start": place.span.start, "end": place.span.end}


def cue_fields(cue: Cue) -> dict[str, object]:
    """Return a cue as named fields."""
    return {"rule": cue.rule, "start": cue.span.start, "end": cue.span.end}


@readable("claim")
def claim_of(row: Fetched) -> Claim:
    """Return the claim of a row."""
    return Claim(
        document=row.document,
        span=Span(row.start, row.end),
        ordinal=row.ordinal,
        quote=row.quote,
        text=row.text,
        asserters=tuple(json.loads(row.asserters)),
        polarity=Polarity(row.polarity),
        polarity_kind=PolarityKind(row.polarity_kind) if row.polarity_kind else None,
        modality=Modality(row.modality),
        confidence=row.confidence,
        dates=several(row.dates, date_of),
        quantities=several(row.quantities, quantity_of),
        places=several(row.places, place_of),
        subject=row.subject,
        context=row.context,
        complete=row.complete,
        offered=tuple(json.loads(row.offered)),
        cues=several(row.cues, cue_of),
    )


def date_of(item: dict[str, Any]) -> DateMention:
    """Return the date of named fields."""
    return DateMention(item["edtf"], DateRole(item["role"]), placed(item), item["inferred"])


def quantity_of(item: dict[str, Any]) -> QuantityMention:
    """Return the quantity of named fields."""
    return QuantityMention(
        low=item["low"],
        high=item["high"],
        unit=item["unit"],
        counted=item["counted"],
        role=QuantityRole(item["role"]),
        span=placed(item),
        low_open=item["low_open"],
        high_open=item["high_open"],
        approximate=item["approximate"],
        vague=item["vague"],
    )


def place_of(item: dict[str, Any]) -> PlaceMention:
    """Return the place of named fields."""
    return PlaceMention(item["name"], item["bearing"], placed(item))


def cue_of(item: dict[str, Any]) -> Cue:
    """Return the cue of named fields."""
    return Cue(item["rule"], placed(item))


def link_row(link: Link) -> Fields:
    """Return a link as a row."""
    features = text_of(dict(sorted(link.features.items())))
    return checked({"id": link.id, "left": link.left, "right": link.right, "score": link.score, "features": features})


@readable("link")
def link_of(row: Fetched) -> Link:
    """Return the link of a row; where the row is light, without features."""
    features = json.loads(row.features) if "features" in row._fields else {}
    return Link(intern(row.left), intern(row.right), row.score, features)


def verdict_row(verdict: Verdict) -> Fields:
    """Return a verdict as a row."""
    return checked(
        {
            "id": verdict.id,
            "kind": verdict.kind.value,
            "relation": verdict.relation.value,
            "left": verdict.left,
            "right": verdict.right,
            "left_marks": text_of([[mark.start, mark.end] for mark in verdict.left_marks]),
            "right_marks": text_of([[mark.start, mark.end] for mark in verdict.right_marks]),
            "why": verdict.why,
            "rule": verdict.rule,
            "version": verdict.version,
            "confidence": verdict.confidence,
            "severity": verdict.severity,
            "because": verdict.because and verdict.because.value,
        }
    )


@readable("verdict")
def verdict_of(row: Fetched) -> Verdict:
    """Return the verdict of a row."""
    return Verdict(
        kind=Kind(row.kind),
        relation=Relation(row.relation),
        left=intern(row.left),
        right=intern(row.right),
        left_marks=tuple(Span(*mark) for mark in json.loads(row.left_marks)),
        right_marks=tuple(Span(*mark) for mark in json.loads(row.right_marks)),
        why=row.why,
        rule=intern(row.rule),
        version=row.version,
        confidence=row.confidence,
        severity=row.severity,
        because=Because(row.because) if row.because else None,
    )


def problem_row(problem: Problem) -> Fields:
    """Return a problem as a row."""
    return checked(
        {
            "id": problem.id,
            "code": problem.code,
            "document": problem.document,
            "where": problem.where,
            "message": problem.message,
            "remedy": problem.remedy,
            "refused": problem.refused,
        }
    )


@readable("problem")
def problem_of(row: Fetched) -> Problem:
    """Return the problem of a row."""
    return Problem(row.code, row.document, row.where, row.message, row.remedy, row.refused)
