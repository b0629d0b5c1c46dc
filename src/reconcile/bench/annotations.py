"""An annotator's quotes to offsets: marked claims without a word of the texts that they were marked in."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reconcile.bench import given, pairs
from reconcile.bench.extraction_gold import SCHEMA
from reconcile.bench.extraction_gold import document as checked
from reconcile.bench.gold_fields import constant, known, offset, rows
from reconcile.bench.texts import Skipped, Texts
from reconcile.model import Document, Span, UsageError

Row = dict[str, Any]
Told = Mapping[str, Any]

GUIDELINES: Mapping[str, str] = {
    "claim": "one for each assertion; of a reported one only what is reported, without quotation marks and full stop",
    "asserter": "AUTHOR is the document, UNSPECIFIED somebody whom it does not name, else the innermost one, by name",
    "polarity": "of what is said, as its asserter holds it; neg_type says how a negation is made",
    "modality": "how sure the asserter is: certain, probable, possible, future, conditional or underspecified",
    "dates": "in the claim, or in the sentence that dates it (role report); EDTF, null where nobody can tell",
    "quantities": "lo and hi closed, null where unbounded; attribute: not what the claim counts; vague: no number",
    "optional": "may be left out; accept_* are other answers that count as right",
}
"""What the annotators went by, in short."""

CLAIM = tuple(
    "asserter accept_asserter stance polarity accept_polarity neg_type accept_neg_type modality accept_modality "
    "optional direct_quote".split()
)
DATE = tuple("edtf role accept accept_role earliest latest also_as_singles optional".split())
QUANTITY = tuple("lo hi lo_open hi_open accept_lo accept_hi unit accept_unit approx vague attribute optional".split())
"""The labels that are kept as they are; none of them holds a sentence."""


AHEAD = 1000
"""Bytes of a file in which its first line says what it is."""

PLACES: Mapping[str, str] = {
    "accept_quote": "accept_spans",
    "accept_split": "accept_split",
    "accept_merge": "accept_merge",
}
"""Labels that hold quotes, and what they are called as offsets."""


@dataclass(slots=True)
class Converted:
    """What became of the annotations: lines of JSON, how many of what, and what was not found where."""

    lines: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document in which quotes are looked for, and where to note those that are not there."""

    text: str
    window: Span
    name: str
    lost: list[str]

    def found(self, quote: str, near: Span | None = None, occurrence: int = 0) -> Span | None:
        """Return where a quote stands: in ``near``, else in the passage; white space is no difference."""
        for stretch in (near, self.window) if near else (self.window,):
            start = stretch.start
            inside = stretch.of(self.text)
            place = pairs.found(quote, inside)
            for _ in range(occurrence if place else 0):
                begun = place.start + 1 if place else 0
                later = pairs.found(quote, inside[begun:])
                place = Span(begun + later.start, begun + later.end) if later else None
            if place and place.start < place.end:
                return Span(start + place.start, start + place.end)
        return None

    def missing(self, claim: object, what: str) -> None:
        """Note that something is not in the passage, by the claim's id alone."""
        self.lost.append(f"{self.name}, claim {claim}: {what} not found")


def read(file: Path) -> list[Told]:
    """Read an annotator's file: a list of passages. Raises UsageError where it is none."""
    try:
        told = json.loads(given.text(file, "the annotations"), parse_constant=constant)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{file}: the annotations cannot be read: {error!s:.200}") from error
    if not isinstance(told, list) or not all(isinstance(each, dict) for each in told):
        raise UsageError(f"{file}: annotations are a JSON list of passages; see docs/formats.md")
    return told


def write(file: Path, lines: Sequence[str]) -> None:
    """Write the lines of a file. Raises UsageError where that cannot be, or would lose what is no marked claims."""
    try:
        if file.exists() and not _is_gold(file):
            raise UsageError(f"{file}: it is there, and holds no marked claims; the last file named is written")
        file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{file}: it cannot be written: {error}") from error


def _is_gold(file: Path) -> bool:
    with file.open("rb") as opened:
        return SCHEMA.encode() in opened.read(AHEAD)


def converted(passages: Sequence[Told], texts: Texts, attribution: Sequence[str] = ()) -> Converted:
    """Return annotations as text-free lines, the meta line first. Passages whose text is not there are left out.

    Raises UsageError for a passage that is none, by its number.
    """
    result = Converted([_line(_meta(attribution))])
    for number, told in enumerate(passages, 1):
        try:
            _passage(told, texts, result)
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            complaint = f"{error} is missing" if isinstance(error, KeyError) else f"{error!s:.200}"
            name = f"{told.get('doc', 'without a doc')!s:.60}"
            raise UsageError(f"passage {number} ({name}): {complaint}; see docs/formats.md") from error
    return result


def _meta(attribution: Sequence[str]) -> Row:
    about = {"kind": "meta", "schema": SCHEMA, "offsets": "code points of the file's text as read, end excluded"}
    return {**about, "guidelines": dict(GUIDELINES), "attribution": list(attribution)}


def _line(row: Told) -> str:
    return json.dumps(row, ensure_ascii=False)


def _passage(told: Told, texts: Texts, result: Converted) -> None:
    known(told, "document")
    name = str(told["doc"])
    window = Span(offset(told["start"]), offset(told["end"]))
    document = texts.beside(name)
    if isinstance(document, Skipped):
        result.lost.append(str(document))
        return
    passage = Passage(document.text, window, f"{name}:{window.start}-{window.end}", result.lost)
    named = (
        {**each, "id": f"c{number}" if each.get("id") is None else each["id"]}
        for number, each in enumerate(rows(told["claims"], "claim"), 1)
    )
    claims = [claim for each in named if (claim := _claim(each, passage))]
    row = _document(document, told, claims)
    checked(row).hold(len(document.text))
    result.lines.append(_line(row))
    result.counts["documents"] += 1
    for claim in claims:
        result.counts.update({"claims": 1, "dates": len(claim["dates"]), "quantities": len(claim["quantities"])})
        result.counts["optional claims"] += bool(claim.get("optional"))


def _document(document: Document, told: Told, claims: list[Row]) -> Row:
    where = {"start": told["start"], "end": told["end"], "reference_date": told.get("reference_date")}
    return {"kind": "document", "file": told["doc"], "sha256": document.sha256, **where, "claims": claims}


def _claim(told: Told, passage: Passage) -> Row | None:
    """Return a claim by offsets and labels; None where its quote is not in the passage."""
    name = told["id"]
    span = passage.found(str(told["quote"]), occurrence=int(told.get("occurrence") or 0))
    if span is None:
        passage.missing(name, "its quote")
        return None
    made: Row = {"id": str(name), "start": span.start, "end": span.end}
    made |= {label: told[label] for label in CLAIM if told.get(label) not in (None, False, [])}
    made |= _alternatives(told, passage, span)
    if written := _written(told, passage, span):
        made["asserter_span"] = [written.start, written.end]
    for noun, kind, labels in (("date", "dates", DATE), ("quantity", "quantities", QUANTITY)):
        made[kind] = list(_mentions(rows(told.get(kind), noun), labels, passage, (span, str(name), kind)))
    return made


def _alternatives(told: Told, passage: Passage, span: Span) -> Row:
    """Return other acceptable boundaries by offsets, or that any finer or coarser claim will do."""
    made: Row = {}
    for label, kept in PLACES.items():
        value = told.get(label)
        quotes = [value] if isinstance(value, str) else value
        if isinstance(quotes, list) and quotes:
            places = [(quote, passage.found(str(quote), span)) for quote in quotes]
            for _ in (quote for quote, place in places if place is None):
                passage.missing(told["id"], label)
            made[kept] = [[place.start, place.end] for _, place in places if place]
        elif quotes:
            made[kept] = True
    return {key: value for key, value in made.items() if value}


def _written(told: Told, passage: Passage, span: Span) -> Span | None:
    """Return where the text names the asserter: in the passage before the claim, in it, before it in the document."""
    quote = told.get("asserter_text")
    if not quote:
        return None
    text, window = passage.text, passage.window
    starts = (
        text.rfind(quote, window.start, span.end),
        text.find(quote, span.end, window.end),
        text.rfind(quote, 0, span.end),
        text.find(quote, span.end),
    )
    start = next((start for start in starts if start >= 0), -1)
    if start < 0:
        passage.missing(told["id"], "asserter_text")
        return None
    return Span(start, start + len(quote))


def _mentions(
    told: Iterable[Told], labels: Sequence[str], passage: Passage, at: tuple[Span, str, str]
) -> Iterator[Row]:
    """Yield dates or quantities by offsets: each at its first place in the claim that no other has, else outside."""
    claim, name, kind = at
    used: set[Span] = set()
    for each in told:
        tries = (passage.found(str(each["text"]), claim, occurrence) for occurrence in range(len(used) + 1))
        span = next((span for span in tries if span and span not in used), None)
        if span is None:
            passage.missing(name, f"one of its {kind}")
            continue
        used.add(span)
        kept = {
            label: each[label] for label in labels if label in each and each[label] is not False and each[label] != []
        }
        counted = each.get("counted")
        place = passage.found(counted, claim) if counted and kind == "quantities" else None
        inside = {"counted_span": [place.start, place.end]} if place and claim.contains(place) else {}
        yield {"start": span.start, "end": span.end, **kept, **inside}
