"""Tables of ready-made claims: which rows are claims, what is said of the others, what a mapping makes."""

from collections.abc import Callable

import pytest

from reconcile import read
from reconcile.model import Problem, Record

Parse = Callable[..., read.Page]


def values(record: Record) -> dict[str, str]:
    return {name: cell.value for name, cell in record.cells.items()}


def refusals(page: read.Page) -> list[tuple[str, str]]:
    return [(problem.code, problem.where) for problem in page.problems if problem.refused]


def refused(ending: str, content: str, mapping: str | None = None) -> Problem:
    sidecar = None if mapping is None else mapping.encode()
    found = read.READERS[ending].parse(read.File(f"file{ending}", content.encode(), sidecar))
    assert isinstance(found, Problem)
    return found


def test_a_row_is_a_record_under_the_documented_names(page: Parse) -> None:
    found = page(".csv", 'Claim,Date asserted,quantity-max,place\n"Iraq kept ""up to"" 20, it said", 2002-09-24 ,20,\n')
    (record,) = found.records

    assert values(record) == {
        "claim": 'Iraq kept "up to" 20, it said',
        "date_asserted": "2002-09-24",
        "quantity_max": "20",
    }
    assert record.cells["claim"].span.of(found.text) == 'Iraq kept ""up to"" 20, it said'
    assert record.cells["date_asserted"].span.of(found.text) == "2002-09-24"
    assert [segment.locator for segment in found.segments] == [
        "row=1;column=Claim",
        "row=1;column=Date asserted",
        "row=1;column=quantity-max",
    ]


def test_a_field_may_hold_line_ends(page: Parse) -> None:
    found = page(".csv", 'claim,note\r\n"a\r\nb",x\r\n\r\nc,y')

    assert [values(record)["claim"] for record in found.records] == ["a\r\nb", "c"]
    assert [record.number for record in found.records] == [1, 2]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(page: Parse, delimiter: str) -> None:
    text = "\n".join(
        delimiter.join(row) for row in (["claim_id", "claim", "note"], ["1", "It is.", "x"], ["2", "It was.", "y"])
    )

    assert [values(record)["claim"] for record in page(".csv", text).records] == ["It is.", "It was."]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (",1,2,pos,1", "row-no-claim"),
        ("a,1,2,pos", "row-ragged"),
        ("a,1,2,pos,1,more", "row-ragged"),
        ("a,1 ton,2,pos,1", "row-number"),
        ("a,NaN,2,pos,1", "row-number"),
        ("a,1,Infinity,pos,1", "row-number"),
        ("a,1,1e999,pos,1", "row-number"),
        ("a,1," + "9" * 5000 + ",pos,1", "row-number"),
        ("a,٣,,pos,1", "row-number"),
        ("a,3,2,pos,1", "row-range"),
        ("a,1,2,maybe,1", "row-value"),
        ("a,1,2,pos,0", "row-duplicate"),
        ('"a,1,2,pos,1', "row-quote"),
        ('"a"b,1,2,pos,1', "row-quote"),
        ("a" * 100_001 + ",1,2,pos,1", "row-too-long"),
    ],
)
def test_a_row_that_is_no_claim_is_refused_and_the_others_are_not(page: Parse, row: str, code: str) -> None:
    found = page(
        ".csv", f'claim,quantity_min,quantity_max,polarity,claim_id\nIt is.,1,"2,500",neg,0\n{row}\nIt was.,,,,\n'
    )

    assert [values(record)["claim"] for record in found.records] == ["It is.", "It was."]
    assert values(found.records[0])["quantity_max"] == "2500"
    assert refusals(found) == [(code, "row 2")]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("[1]", "row-not-object"),
        ("It is.", "row-not-object"),
        ('{"claim": "a"', "row-json"),
        ('{"claim": "a"} x', "row-json"),
        ('{"claim": "a",}', "row-json"),
        ("{'claim': 'a'}", "row-json"),
        ('{"claim": "a", "claim": "b"}', "row-json"),
        ('{"claim": "a", "quantity_min": NaN}', "row-json"),
        ('{"claim": ' + "[" * 100_000, "row-json"),
        ('{"claim": ["a"]}', "row-value"),
        ('{"claim": true}', "row-value"),
        ('{"claim": null}', "row-no-claim"),
        ('{"claim": "a", "quantity_max": "x"}', "row-number"),
        ('{"claim": "a", "quantity_max": 1e999}', "row-number"),
    ],
)
def test_a_line_that_is_no_claim_is_refused_and_the_others_are_not(page: Parse, line: str, code: str) -> None:
    found = page(".jsonl", f'{{"claim": "It is.", "quantity_min": 1.5}}\r\n{line}\r\n\r\n{{"claim": "It was."}}')

    assert [values(record) for record in found.records] == [
        {"claim": "It is.", "quantity_min": "1.5"},
        {"claim": "It was."},
    ]
    assert refusals(found) == [(code, "row 2")]


def test_a_value_in_json_is_what_is_meant_and_its_span_what_stands_there(page: Parse) -> None:
    found = page(".jsonl", '{"n": 1, "claim": "It \\"was\\" \\u00e9\\ud800"}')

    assert found.records[0].cells["claim"].value == 'It "was" é\ufffd'
    assert found.records[0].cells["claim"].span.of(found.text) == 'It \\"was\\" \\u00e9\\ud800'


def test_many_refused_rows_are_told_up_to_a_number(page: Parse) -> None:
    found = page(".csv", "claim,note\na,b\n" + ",x\n" * 130)

    assert len(found.problems) == 101
    assert (found.problems[-1].code, found.problems[-1].message) == ("rows-more", "30 more rows were refused")


def test_unknown_columns_are_a_remark(page: Parse) -> None:
    (problem,) = page(".csv", "claim,colour\na,red\n").problems

    assert (problem.code, problem.refused) == ("columns-unknown", False)
    assert "colour" in problem.message


MAPPING = """
[columns]
"Who, exactly" = "subject"
[constants]
asserter = "The Gallery"
[[templates]]
claim = "{Who, exactly} was born in {born}"
valid_time = "{born}"
[[templates]]
claim = "{Who, exactly} died in {died}"
"""


def test_a_mapping_makes_claims_of_columns(page: Parse) -> None:
    found = page(".csv", '"Who, exactly",born,died,link\n"Procter, Dod",1892,1972,x\nKanwar,1964,,y\n', MAPPING)

    assert [values(record)["claim"] for record in found.records] == [
        "Procter, Dod was born in 1892",
        "Procter, Dod died in 1972",
        "Kanwar was born in 1964",
    ]
    first = found.records[0]
    assert values(first) == {
        "claim": "Procter, Dod was born in 1892",
        "subject": "Procter, Dod",
        "asserter": "The Gallery",
        "valid_time": "1892",
    }  # fmt: skip
    assert first.cells["claim"].span == first.span
    assert first.cells["valid_time"].span.of(found.text) == "1892"
    assert found.problems == ()


def test_a_mapping_serves_json_lines_too(page: Parse) -> None:
    found = page(
        ".jsonl",
        '{"Who, exactly": "Kanwar", "born": 1964, "died": null}',
        '[[templates]]\nclaim = "{Who, exactly}: {born}"',
    )

    assert [values(record) for record in found.records] == [{"claim": "Kanwar: 1964"}]


def test_a_template_is_no_format_string(page: Parse) -> None:
    problem = refused(".csv", "a,b\nx,y\n", '[[templates]]\nclaim = "{a.__class__}"')

    assert problem.code == "mapping"
    assert "a.__class__" in problem.message


@pytest.mark.parametrize(
    "mapping",
    ["[columns", "[column]\na = 'claim'", "[columns]\na = 'colour'", "[columns]\nz = 'claim'",
     "[columns]\na = 'claim'\nb = 'claim'",
     "[columns]\na = 1", "[[templates]]\nsubject = '{a}'", "templates = 3", "\x00"],
)  # fmt: skip
def test_a_broken_mapping_refuses_the_table(mapping: str) -> None:
    assert refused(".csv", "a,b\nx,y\n", mapping).code == "mapping"


def test_without_a_claim_column_the_problem_says_what_to_do() -> None:
    assert "mapping" in refused(".csv", "a,b\nx,y\n").remedy
