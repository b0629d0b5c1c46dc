"""The worked example's documents are read whole, and every one is described."""

from pathlib import Path

import pytest

from reconcile import read

SOURCES = Path(__file__).parents[2] / "sources"

QUOTES = {
    "us_assessment_digest_2003.html": "no less than 100 metric tons and possibly 500\u00a0metric tons",
    "unmovic_findings_digest_2003.md": "Iraq had gone further in purifying and stabilising\nVX than it had declared",
    "isg_findings_digest_2004.txt": "no credible sign that Iraq made chemical munitions again after that year.",
    "press_investigation_digest_2014.txt": "remnants\nof 2,500 rockets once filled with sarin lay in a bunker there",
    "uk_claims_2002_2006.csv": "Iraq has sought significant quantities of uranium from Africa",
    "iraq_statements_digest.txt": "19,500\nchemical bombs between 1983 and 1988",
}


@pytest.fixture(scope="module")
def readings() -> list[read.Reading]:
    """Return the six readings; fails where a problem is among them."""
    found = list(read.documents([SOURCES], root=SOURCES))
    return [item for item in found if isinstance(item, read.Reading) or pytest.fail(str(item))]


def test_each_has_a_publisher_a_title_a_date_a_grade_and_a_citation(readings: list[read.Reading]) -> None:
    assert [item.document.path for item in readings] == sorted(QUOTES)
    assert len({item.document.source.slug for item in readings}) == 6
    for document in (item.document for item in readings):
        assert all((document.title, document.published, document.citation))
        assert document.source.grade in "ABCDE"
        assert "source.toml" in document.origin


def test_a_quote_lies_in_one_block(readings: list[read.Reading]) -> None:
    for document in (item.document for item in readings):
        quoting = [segment for segment in document.segments if QUOTES[document.path] in segment.span.of(document.text)]
        assert len(quoting) == 1


def test_every_row_of_the_table_is_a_claim(readings: list[read.Reading]) -> None:
    (document,) = (item.document for item in readings if item.document.records)

    assert len(document.records) == 11
    assert all(
        record.cells["claim"].span.of(document.text) == record.cells["claim"].value for record in document.records
    )
