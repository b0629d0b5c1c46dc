from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from sqlalchemy import event

import stages
from cases import Case
from reconcile import store
from reconcile.flow import analyse
from reconcile.flow.analyse import Analysed
from reconcile.model import Claim, Document, Link, Problem


def test_claims_are_linked_and_judged(disputed: Case) -> None:
    assert [each.verdict.why for each in disputed.conflicts()] != []


def test_unchanged_input_changes_nothing(disputed: Case) -> None:
    before = disputed.state()

    assert disputed.run() == Analysed()
    assert disputed.state() == before


def test_nothing_at_all_is_no_run(case: Case) -> None:
    assert case.run() == Analysed()
    assert case.state()[1] == 0


def test_only_claims_of_new_documents_are_compared(disputed: Case) -> None:
    asked: list[Collection[str] | None] = []

    def links(every: Sequence[Claim], new: Collection[str] | None = None) -> Iterator[Link]:
        asked.append(new)
        return stages.links(every, new)

    disputed.write("who.txt", "Rockets numbered 1,000")
    watched = replace(disputed, tools=replace(disputed.tools, match=links))
    watched.run()

    (new,) = asked
    assert new is not None
    assert len(new) == 1


def test_one_document_after_the_other_gives_what_all_at_once_give(disputed: Case, tmp_path_factory: object) -> None:
    disputed.write("who.txt", "Rockets numbered 1,000")
    disputed.run()
    one_by_one = disputed.state()[0]

    again = disputed.with_version(match="word/2")
    again.run()

    assert again.state()[0] == one_by_one


def test_other_rules_compare_everything_again(disputed: Case) -> None:
    assert disputed.with_version(detect="word/2").run().links == 2


def test_other_extraction_reads_the_stored_text_again(disputed: Case) -> None:
    def first_line(document: object) -> Iterator[Claim | Problem]:
        yield next(iter(stages.claims(document)))  # type: ignore[arg-type]

    newer = disputed.with_version(extract="line/2")
    newer = replace(newer, tools=replace(newer.tools, extract=first_line))
    newer.run()

    with disputed.store.reading() as reader:
        assert reader.counts()["claims"] == 2


def test_a_document_is_extracted_once_whichever_calls_work_on_it(disputed: Case) -> None:
    extracted: list[str] = []

    def claims(document: Document) -> Iterator[Claim | Problem]:
        extracted.append(document.path)
        return stages.claims(document)

    watched = replace(disputed, tools=replace(disputed.tools, extract=claims))
    watched.write("who.txt", "Rockets numbered 1,000")
    watched.ingest()
    watched.analyse()
    watched.run()

    assert extracted == ["who.txt"]


def test_a_document_that_an_older_extractor_worked_on_is_extracted_again_before_it_is_compared(case: Case) -> None:
    case.write("a.txt", "Rockets numbered 2,500")
    case.ingest()

    def shout(document: object) -> Iterator[Claim | Problem]:
        for claim in stages.claims(document):  # type: ignore[arg-type]
            yield replace(claim, text=claim.text.upper()) if isinstance(claim, Claim) else claim

    newer = case.with_version(extract="line/2")
    replace(newer, tools=replace(newer.tools, extract=shout)).analyse()

    with case.store.reading() as reader:
        assert [claim.text for claim in reader.claims()] == ["ROCKETS NUMBERED 2,500"]


def test_a_replaced_document_leaves_no_verdict_behind(disputed: Case) -> None:
    disputed.write("isg.txt", "Nothing of the kind")
    disputed.run()

    assert disputed.conflicts() == []
    assert disputed.run() == Analysed()


def test_the_ledger_vouches_for_what_a_run_wrote(disputed: Case) -> None:
    with disputed.store.reading() as reader:
        assert list(store.verify(reader, deep=True)) == []


def earlier(case: Case) -> list[str]:
    with case.store.reading() as reader:
        return analyse.earlier(reader, case.tools.extractors)


def test_documents_are_from_an_earlier_reading_until_a_run_has_seen_them(disputed: Case) -> None:
    other = disputed.with_version(extract="line/2")

    assert earlier(disputed) == []
    assert len(earlier(other)) == 2
    other.run()
    assert earlier(other) == []


def test_what_came_in_with_the_new_reading_is_not_from_an_earlier_one(disputed: Case) -> None:
    other = disputed.with_version(extract="line/2")
    new = other.ingest(other.write("who.txt", "Rockets numbered 1,000"))["who.txt"].document

    assert len(earlier(other)) == 2
    assert new not in earlier(other)


def test_a_changed_threshold_makes_no_reading_an_earlier_one(disputed: Case) -> None:
    assert earlier(disputed.with_version(match="word/2")) == []


def test_asking_for_earlier_readings_takes_as_many_questions_for_many_documents(disputed: Case) -> None:
    def questions() -> int:
        asked: list[str] = []
        with disputed.store.reading() as reader:
            count = lambda *told: asked.append(told[2])  # noqa: E731 - to be taken off again
            event.listen(reader.connection, "before_cursor_execute", count)
            analyse.earlier(reader, {})
            event.remove(reader.connection, "before_cursor_execute", count)
        return len(asked)

    few = questions()
    for number in range(20):
        disputed.write(f"{number}.txt", f"Rockets numbered {number}")
    disputed.run()

    assert questions() == few
