from collections.abc import Iterator
from dataclasses import replace

import pytest

import stages
from cases import Case
from reconcile.model import Claim, Document, Problem


def test_each_file_becomes_a_document_with_its_claims(case: Case) -> None:
    case.write("a.txt", "Rockets numbered 2,500", "Sarin was made in 1991")

    found = case.ingest()["a.txt"]

    assert (found.outcome, found.claims) == ("new", 2)


def test_a_second_time_nothing_is_written(case: Case) -> None:
    case.write("a.txt", "Rockets numbered 2,500")
    case.ingest()
    before = case.state()

    assert case.ingest()["a.txt"].outcome == "unchanged"
    assert case.state() == before


def test_the_same_bytes_under_another_name_are_the_same_document(case: Case) -> None:
    case.write("a.txt", "Rockets numbered 2,500")
    case.ingest()
    before = case.state()
    copy = case.write("b.txt", "Rockets numbered 2,500")

    found = case.ingest(copy)["b.txt"]

    assert found.outcome == "duplicate"
    assert "a.txt" in found.remark
    assert found.refused == ()
    assert case.state() == before


def test_a_changed_file_takes_the_place_of_its_older_self(case: Case) -> None:
    case.write("a.txt", "Rockets numbered 2,500")
    case.ingest()
    case.write("a.txt", "Rockets numbered 2,400")

    assert case.ingest()["a.txt"].outcome == "replaced"
    with case.store.reading() as reader:
        assert [claim.quote for claim in reader.claims()] == ["Rockets numbered 2,400"]
        assert reader.checkpoint().size == 3


def test_two_files_of_one_name_from_elsewhere_are_two_documents(case: Case) -> None:
    first = case.write("../x/report.txt", "Rockets numbered 2,500")
    second = case.write("../y/report.txt", "Rockets numbered 2,400")

    case.ingest(first)
    case.ingest(second)

    with case.store.reading() as reader:
        assert [document.path for document in reader.documents()] == ["report.txt", "report.txt"]


def test_what_is_known_of_a_document_can_change_without_its_bytes(case: Case) -> None:
    case.write("a.txt", "Rockets numbered 2,500")
    case.ingest()
    case.write("source.toml", "[default]", 'publisher = "UNSCOM"')

    assert case.ingest()["a.txt"].outcome == "updated"
    with case.store.reading() as reader:
        assert [source.name for source in reader.sources()] == ["UNSCOM"]


def test_a_file_that_cannot_be_read_is_a_problem_and_the_others_go_in(case: Case) -> None:
    case.write("a.xyz", "what is this")
    case.write("b.txt", "Rockets numbered 2,500")

    found = case.ingest()

    assert (found["a.xyz"].outcome, found["b.txt"].outcome) == ("refused", "new")
    with case.store.reading() as reader:
        assert [(problem.document, problem.code) for problem in reader.problems()] == [("a.xyz", "unsupported")]


def test_a_problem_is_forgotten_with_its_file(case: Case) -> None:
    bad = case.write("a.xyz", "what is this")
    case.ingest()
    bad.unlink()

    case.ingest()

    with case.store.reading() as reader:
        assert list(reader.problems()) == []


def test_a_problem_in_extraction_is_kept_with_its_document(case: Case) -> None:
    def extract(document: Document) -> Iterator[Claim | Problem]:
        yield Problem("odd", document.path, "line 1", "it is odd", "look at it", refused=False)
        yield from stages.claims(document)

    case.write("a.txt", "Rockets numbered 2,500")
    odd = replace(case, tools=replace(case.tools, extract=extract))

    assert [problem.code for problem in odd.ingest()["a.txt"].problems] == ["odd"]
    with case.store.reading() as reader:
        assert [problem.code for problem in reader.problems()] == ["odd"]


def test_a_document_whose_extraction_fails_is_wholly_out(case: Case) -> None:
    def extract(document: Document) -> Iterator[Claim | Problem]:
        yield from stages.claims(document)
        raise RuntimeError("a bug")

    case.write("a.txt", "Rockets numbered 2,500")
    broken = replace(case, tools=replace(case.tools, extract=extract))

    with pytest.raises(RuntimeError):
        broken.ingest()
    with case.store.reading() as reader:
        assert (reader.counts()["documents"], reader.checkpoint().size) == (0, 0)
