"""What holds for every reader, whatever the bytes."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile import read
from reconcile.model import Problem
from reconcile.read.delimited import rows
from reconcile.read.fault import FAULTS

ENDINGS = sorted(read.READERS)

texts = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("\r\n\u2028\x0c\t -*#>|[]\"',{}:<&;="))
)
"""Text of all planes, thick with the line ends and the signs that mean something to a reader."""

markup = st.lists(
    st.one_of(
        texts, st.sampled_from(["<p>", "</p>", "<br>", "<li>", "<td>", "<pre>", "</pre>", "<b>", "</b>", "<!--x-->"])
    )
).map("".join)


def parse(ending: str, content: bytes) -> read.Page | Problem:
    return read.READERS[ending].parse(read.File(f"file{ending}", content))


@pytest.mark.parametrize("ending", ENDINGS)
@given(text=st.one_of(texts, markup))
@settings(max_examples=300)
def test_segments_and_records_stand_in_the_text_in_order(ending: str, text: str) -> None:
    found = parse(ending, text.encode())

    if isinstance(found, read.Page):
        at = 0
        for segment in found.segments:
            assert at <= segment.span.start < segment.span.end <= len(found.text)
            at = segment.span.end
        for record in found.records:
            assert all(record.span.contains(cell.span) for cell in record.cells.values())


@pytest.mark.parametrize("ending", ENDINGS)
@given(content=st.binary(max_size=400))
def test_any_bytes_give_a_page_or_a_problem(ending: str, content: bytes) -> None:
    found = parse(ending, content)

    assert isinstance(found, Problem) or found.text.encode("utf-8").count(b"\0") == 0


@pytest.mark.parametrize("ending", [".txt", ".md", ".csv", ".jsonl"])
@given(text=texts)
@settings(max_examples=300)
def test_the_text_is_the_file_as_it_is(ending: str, text: str) -> None:
    found = parse(ending, text.encode())

    if isinstance(found, read.Page):
        assert found.text == text.removeprefix("\ufeff").replace("\0", "\ufffd")


@pytest.mark.parametrize("ending", [".txt", ".md"])
@given(text=texts)
def test_what_no_segment_covers_in_plain_text_is_marks_and_white_space(ending: str, text: str) -> None:
    found = parse(ending, text.encode())

    if isinstance(found, read.Page) and ending == ".txt":
        left = list(found.text)
        for segment in found.segments:
            left[segment.span.start : segment.span.end] = [" "] * (segment.span.end - segment.span.start)
        assert not any(sign.isalpha() and sign.isascii() for sign in left)


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_code_of_a_problem_is_in_the_table(ending: str) -> None:
    for content in (b"", b"\x00\x01\x02\x03", b"x", b"claim,claim\n", b"---\na: [\n---\n", b"<div>" * 300):
        found = parse(ending, content)
        problems = [found] if isinstance(found, Problem) else list(found.problems)

        assert all(problem.code in FAULTS for problem in problems)


fields = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
tables = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(fields, min_size=width, max_size=width), min_size=1, max_size=6)
)


@given(table=tables, delimiter=st.sampled_from(",;\t|"), quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))
@settings(max_examples=300)
def test_delimited_text_is_read_as_the_csv_module_reads_it(
    table: list[list[str]], delimiter: str, quoting: int
) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, quoting=quoting).writerows(table)  # type: ignore[arg-type]
    text = written.getvalue()

    found = [[field.value for field in row.fields] for row in rows(text, delimiter)]

    assert found == list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


@given(text=st.text(st.sampled_from('ab",\r\n'), max_size=30))
@settings(max_examples=300)
def test_where_the_csv_module_is_strict_and_content_so_are_we(text: str) -> None:
    try:
        strict = [row for row in csv.reader(io.StringIO(text, newline=""), strict=True) if row]
    except csv.Error:
        return

    found = list(rows(text, ","))

    assert not any(row.fault for row in found)
    assert [[field.value for field in row.fields] for row in found] == strict


@given(text=st.text(st.sampled_from('ab",\r\n'), max_size=60))
@settings(max_examples=300)
def test_a_field_is_what_stands_at_its_span(text: str) -> None:
    for row in rows(text, ","):
        for field in row.fields:
            assert field.value in (text[field.start : field.end], text[field.start : field.end].replace('""', '"'))


@given(
    claims=st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), min_size=1),
    ascii_only=st.booleans(),
)
def test_a_claim_in_json_stands_between_its_quotes(claims: list[str], ascii_only: bool) -> None:
    lines = [json.dumps({"n": 1, "claim": claim}, ensure_ascii=ascii_only) for claim in claims]
    found = parse(".jsonl", "\n".join(lines).encode())

    if isinstance(found, read.Page):
        for record in found.records:
            told = json.loads(f'"{record.cells["claim"].span.of(found.text)}"')
            assert told.strip() == record.cells["claim"].value
        assert len(found.records) == sum(claim.strip() != "" for claim in claims)


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    for ending, text in ((".txt", "A\n\nB.\n"), (".html", "<p>A<p>B."), (".csv", "claim\nA\n"), (".md", "# A\n\nB.\n")):
        (tmp_path / f"file{ending}").write_text(text)
    first = list(read.documents([tmp_path], root=tmp_path))

    assert first == list(read.documents([tmp_path], root=tmp_path))
    assert len(first) == 4
