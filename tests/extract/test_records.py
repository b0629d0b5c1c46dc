"""Ready-made claims: a table's columns say what prose has to be read for."""

from reconcile import extract
from reconcile.model import Cell, Claim, DateRole, Document, Modality, Polarity, Record, Source, Span


def table(*rows: dict[str, str]) -> Document:
    """Return a document whose text is the rows' values, one value after the other."""
    text, records = "", []
    for number, row in enumerate(rows, 1):
        start, cells = len(text), {}
        for column, value in row.items():
            cells[column] = Cell(value, Span(len(text), len(text) + len(value)))
            text += value + ","
        records.append(Record(number, Span(start, len(text)), cells))
        text += "\n"
    return Document("t.csv", Source("office", "Office"), text, "0" * 64, len(text), "csv/1", records=tuple(records))


def one(**row: str) -> Claim:
    """Return the claim of a table of one row."""
    return next(each for each in extract.claims(table(row)) if isinstance(each, Claim))


def test_the_claim_cell_is_quoted_where_it_stands() -> None:
    document = table({"asserter": "The mint", "claim": "It struck 40 coins"})
    claim = next(each for each in extract.claims(document) if isinstance(each, Claim))

    assert claim.quote == claim.span.of(document.text) == "It struck 40 coins"


def test_asserter_source_and_publisher_make_the_chain() -> None:
    claim = one(asserter="Ada Moore", source="Minutes of May", claim="The well is dry")

    assert claim.asserters == ("Ada Moore", "Minutes of May", "Office")


def test_a_row_without_an_asserter_is_its_publishers_claim() -> None:
    assert one(claim="The well is dry").asserters == ("Office",)


def test_dates_of_the_claim_and_of_its_making_have_their_roles() -> None:
    claim = one(claim="The well is dry", valid_time="1998/2002", date_asserted="2002-09-24")

    assert [(date.edtf, date.role) for date in claim.dates] == [
        ("1998/2002", DateRole.EVENT),
        ("2002-09-24", DateRole.REPORT),
    ]


def test_a_typed_quantity_that_the_text_says_too_is_counted_once() -> None:
    claim = one(claim="The mint struck up to 20 coins", quantity_max="20", unit="coins")

    assert [(each.low, each.high) for each in claim.quantities] == [(None, 20.0)]


def test_a_typed_quantity_that_the_text_does_not_say_is_added() -> None:
    claim = one(claim="The mint struck coins", quantity_min="5", quantity_max="9", unit="coins")

    assert [(each.low, each.high, each.unit) for each in claim.quantities] == [(5.0, 9.0, "coin")]


def test_certainty_is_read_from_its_column_and_polarity_from_the_text() -> None:
    claim = one(claim="The mint struck no coins", certainty="judged likely")

    assert (claim.modality, claim.polarity) == (Modality.LIKELY, Polarity.NEG)


def test_a_claim_about_a_claim_stays_whole() -> None:
    claim = one(claim="The judgement that the well was dry has not been substantiated", subject="the well")

    assert claim.text == "The judgement that the well was dry has not been substantiated"
    assert claim.subject == "the well"
