"""What stands around a claim ends where its paragraph or its row does."""

from hypothesis import given
from hypothesis import strategies as st

from cases import Case
from reconcile.flow import surroundings
from reconcile.flow.surroundings import Surroundings
from reconcile.model import Claim, Document, Layout, Party, Segment, Source, Span

TABLE = """\
source,claim,date,remark
UN,"Rockets numbered 2,500",1991,"to, or from, store"
UK,Rockets numbered 10,,none
"""


def party(text: str, claim: Span, *segments: Span, width: int = 400) -> Party:
    """Return what stands around a claim at ``claim`` in a document of some segments."""
    parts = tuple(Segment(span, Layout.PARAGRAPH, f"char={span.start}") for span in segments)
    document = Document("a.txt", Source("a", "A"), text, "0" * 64, len(text), "text/1", segments=parts)
    return Surroundings(document, width).party(claim_at(document, claim), document)


def claim_at(document: Document, span: Span) -> Claim:
    quote = span.of(document.text)
    return Claim(document.id, span, 0, quote, quote, ("A",))


@given(st.lists(st.text("ab c", min_size=1, max_size=9), min_size=1, max_size=6), st.data())
def test_around_a_claim_stands_what_its_document_says_there_and_nothing_of_other_paragraphs(
    paragraphs: list[str], data: st.DataObject
) -> None:
    text = "|".join(paragraphs)
    starts = [sum(len(each) + 1 for each in paragraphs[:number]) for number in range(len(paragraphs))]
    spans = [Span(start, start + len(each)) for start, each in zip(starts, paragraphs, strict=True)]
    home = data.draw(st.sampled_from(spans))
    start = data.draw(st.integers(home.start, home.end - 1))
    found = party(text, Span(start, data.draw(st.integers(start + 1, home.end))), *spans)

    assert found.before + found.claim.quote + found.after == home.of(text)


def test_a_claim_over_two_paragraphs_lives_in_both() -> None:
    found = party("One here.\n\nTwo there.\n\nThree", Span(4, 14), Span(0, 9), Span(11, 21), Span(23, 28))

    assert (found.before, found.after) == ("One ", " there.")
    assert found.document.segments[0].locator == "char=0"


def test_no_more_is_shown_than_was_asked_for() -> None:
    found = party("x" * 90, Span(40, 50), Span(0, 90), width=7)

    assert (len(found.before), len(found.after)) == (7, 7)


def test_around_a_claim_of_a_table_stand_the_other_fields_of_its_row(case: Case) -> None:
    case.write("uk.csv", *TABLE.splitlines())
    (reading,) = (item for item in case.tools.read([case.sources], case.sources) if not hasattr(item, "code"))
    document = reading.document
    claims = [claim_at(document, record.cells["claim"].span) for record in document.records]
    found = [Surroundings(document, 400).party(claim, document) for claim in claims]

    assert [each.before for each in found] == ["UN· ", "UK·"]
    assert [each.after for each in found] == [" ·1991· to, or from, store ", "· none"]


def test_without_a_width_no_text_is_fetched(disputed: Case) -> None:
    with disputed.store.reading() as reader:
        found = surroundings.parties(reader, reader.claims(), None)

    assert {(each.before, each.after, each.document.text, each.document.segments) for each in found.values()} == {
        ("", "", "", ())
    }
