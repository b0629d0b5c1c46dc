"""Tables that were flattened into text are told from prose."""

import pytest

from extract.prose_page import page
from reconcile import extract
from reconcile.extract.tabular import flattened
from reconcile.model import Claim, Problem

TABLES = {
    "columns parted by blanks": "Region   Wells   Pumps\nNorth    12      7\nSouth    3       9\nTotal    15      16",
    "columns parted by tabs": "Region\tWells\tPumps\nNorth\t12\t7\nSouth\t3\t9",
    "columns parted by bars": "| Region | Wells |\n| North | 12 |\n| South | 3 |",
    "a caption and a head of words": "Table 2: Wells by region\nRegion Wells Pumps\nNorth 12 7\nSouth 3 9\nTotal 15 16",
    "figures at the end": "Wells drilled 1990 1991 1992\nNorth 12 14 n/a\nSouth 3 4 5\nTotal 15 18 5",
}

PROSE = {
    "a paragraph": "The mine closed in 1950 after a flood. The owner sold 14 pumps\nto the city, which kept three.",
    "an address": "12 Harbour Road\nLeeds\n1990",
    "justified lines": "The mine  closed in 1950 after a flood\nand the owner  sold ten pumps\nto the city in 1951.",
    "a list of dates": "It opened in 1901.\nIt closed in 1950.\nIt burnt down in 1987.",
}


@pytest.mark.parametrize("text", TABLES.values(), ids=TABLES)
def test_rows_of_columns_are_a_table(text: str) -> None:
    assert flattened(text)


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE)
def test_lines_of_sentences_are_no_table(text: str) -> None:
    assert not flattened(text)


def test_a_table_in_the_text_is_left_alone_and_said_so() -> None:
    found = list(extract.claims(page("The mine closed in 1950.", TABLES["figures at the end"])))

    assert [each.text for each in found if isinstance(each, Claim)] == ["The mine closed in 1950"]
    assert [each.code for each in found if isinstance(each, Problem)] == ["flattened-table"]
