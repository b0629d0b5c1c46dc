"""Pages of prose for tests, and claims in one line each: ``asserter < asserter: text``."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from reconcile import extract
from reconcile.extract.sentences import Sentence
from reconcile.extract.statements import Block, Read, by_syntax, by_words
from reconcile.extract.view import repaired
from reconcile.extract.voice import Statement
from reconcile.model import Claim, Document, Layout, Segment, Source, Span

LAYOUTS = {"#": Layout.HEADING, "-": Layout.ITEM, ">": Layout.QUOTATION}


def page(*blocks: str, published: str = "") -> Document:
    """Return a document of blocks; "# ", "- " and "> " make a heading, an item, a quotation."""
    segments, text = [], ""
    for block in blocks:
        layout = LAYOUTS.get(block[0]) if block[1:2] == " " else None
        body = block[2:] if layout else block
        segments.append(
            Segment(Span(len(text), len(text) + len(body)), layout or Layout.PARAGRAPH, f"line={len(segments)}")
        )
        text += body + "\n\n"
    source = Source("gazette", "Gazette")
    return Document(
        "page.txt", source, text, "0" * 64, len(text), "text/1", published=published, segments=tuple(segments)
    )


def claims(*blocks: str) -> list[Claim]:
    """Return the claims of a page."""
    return [each for each in extract.claims(page(*blocks)) if isinstance(each, Claim)]


def lines(*blocks: str) -> list[str]:
    """Return the claims of a page, one line each, without the page's own source."""
    return [line(each) for each in claims(*blocks)]


def line(claim: Claim) -> str:
    """Write a claim in one line."""
    return f"{' < '.join(claim.asserters[:-1])}: {claim.text}" if claim.asserters[1:] else claim.text


READINGS: Mapping[str, Callable[[Iterable[Block]], Iterator[tuple[Block, Sequence[Read]]]]] = {
    "syntax": by_syntax,
    "words": by_words,
}


def stated(sentence: str, reading: str = "syntax") -> Sequence[Statement]:
    """Return the statements of one sentence as one of the readings finds them."""
    place = Span(0, len(sentence))
    block = Block(
        Segment(place, Layout.PARAGRAPH, ""),
        repaired(sentence, place),
        [Sentence(place.start, place.end, complete=True)],
    )
    ((_, (found,)),) = READINGS[reading]([block])
    return found or ()


def said(sentence: str, reading: str = "syntax") -> list[tuple[str, str]]:
    """Return who says what in one sentence, names as written, "?" for nobody named, "" for the page itself."""
    return [(" < ".join(_names(each.voices)), sentence[each.start : each.end]) for each in stated(sentence, reading)]


def _names(voices: Iterable[object]) -> list[str]:
    return [getattr(voice, "name", "") or "?" for voice in voices]
