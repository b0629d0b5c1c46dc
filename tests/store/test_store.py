"""What is put into the database comes out again, the same on SQLite and PostgreSQL."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy.exc import DatabaseError

from reconcile import store
from reconcile.model import NotFound, ReconcileError, Relation, Run, Span, UsageError
from reconcile.store import Store
from samples import ANN, AT, claim, document, fill, ingest, link, problem, topic, verdict


@pytest.fixture
def opened(database: str) -> Iterator[Store]:
    found = store.open(database)
    yield found
    found.close()


def test_a_document_comes_back_whole(opened: Store) -> None:
    kept = document()
    with opened.writing(at=AT, actor=ANN) as writer:
        ingest(writer, kept)

    with opened.reading() as reader:
        assert reader.document(kept.id) == kept
        assert reader.document(kept.id[:6]) == kept
        assert reader.document("iraq.txt") == kept
        assert reader.document_by_digest(kept.sha256, "text/1") == kept
        assert reader.documents_of([kept.id]) == {kept.id: kept}
        assert reader.blob(kept.sha256) == kept.text.encode()


def test_a_listing_of_documents_leaves_the_long_fields_out(opened: Store) -> None:
    kept = document()
    with opened.writing(at=AT, actor=ANN) as writer:
        ingest(writer, kept, claim(kept))
        writer.put_problems([problem()])

    with opened.reading() as reader:
        assert reader.documents() == [replace(kept, text="", segments=(), records=())]
        assert reader.documents() == reader.documents_at("iraq.txt")
        assert reader.tallies() == {kept.id: store.Tally(len(kept.text), 1, 1)}


def test_claims_links_topics_verdicts_and_problems_come_back(opened: Store) -> None:
    left, right = fill(opened)
    joined, said = link(left, right), verdict(left, right)

    with opened.reading() as reader:
        assert list(reader.claims()) == [left, right]
        assert list(reader.claims(right.document)) == [right]
        assert reader.claims_of([left.id, "0" * 32]) == {left.id: left}
        assert list(reader.links()) == reader.links_of([left.id, right.id]) == [joined]
        assert reader.topics() == [topic(left, right)]
        assert reader.topics_of([right.id]) == {right.id: topic(left, right).id}
        assert list(reader.verdicts(Relation.CONFLICT)) == reader.verdicts_of([left.id]) == [said]
        assert list(reader.verdicts(Relation.AGREEMENT)) == []
        assert reader.verdict(said.id[:8]) == said
        assert reader.problems() == [problem()]


def test_claims_come_by_path_then_place(opened: Store) -> None:
    last, first = document("é.txt", "zz " * 40), document("B.txt", "yy " * 40)
    spans = [(10, 20), (0, 5), (0, 30)]
    with opened.writing(at=AT, actor=ANN) as writer:
        for kept in (last, first):
            ingest(writer, kept, *(claim(kept, *span) for span in spans))

    with opened.reading() as reader:
        found = [(one.document, one.span.start, one.span.end) for one in reader.claims()]
        assert found == [(kept.id, *span) for kept in (first, last) for span in sorted(spans)]


def test_a_beginning_that_fits_two_names_how_many(opened: Store) -> None:
    kept = document()
    with opened.writing(at=AT, actor=ANN) as writer:
        ingest(writer, kept, *(claim(kept, start, start + 1) for start in range(40)))

    with opened.reading() as reader:
        first = next(reader.claims()).id[0]
        many = sum(one.id.startswith(first) for one in reader.claims())
        with pytest.raises(NotFound) as caught:
            reader.resolve("claim", first)
    assert caught.value.candidates == many


@pytest.mark.parametrize("name", ["", "%", "_", "zz", "0" * 33, "'; DROP TABLE claim; --"])
def test_what_is_no_beginning_of_an_identifier_names_nothing(opened: Store, name: str) -> None:
    fill(opened)

    with opened.reading() as reader, pytest.raises(NotFound, match="nothing has that name"):
        reader.resolve("claim", name)


def test_only_a_conflict_is_found_as_one(opened: Store) -> None:
    left, right = fill(opened)
    agreed = verdict(left, right, Relation.AGREEMENT)
    with opened.writing(at=AT, actor=ANN) as writer:
        writer.put_verdicts([agreed])

    with opened.reading() as reader:
        assert reader.resolve("verdict", agreed.id) == agreed.id
        with pytest.raises(NotFound):
            reader.resolve("conflict", agreed.id)
        with pytest.raises(UsageError, match="document, claim"):
            reader.resolve("table", agreed.id)


def test_new_claims_of_a_document_take_the_place_of_the_old_and_of_what_hung_on_them(opened: Store) -> None:
    left, right = fill(opened)
    again = replace(left, span=Span(5, 9), ordinal=1)
    with opened.writing(at=AT, actor=ANN) as writer:
        writer.put_claims(left.document, [again])

    with opened.reading() as reader:
        assert list(reader.claims()) == [again, right]
        assert list(reader.links()) == list(reader.verdicts()) == []
        assert reader.topics_of([left.id, right.id]) == {right.id: topic(left, right).id}


def test_a_removed_document_leaves_nothing_but_its_entries(opened: Store) -> None:
    left, right = fill(opened)
    with opened.writing(at=AT, actor=ANN) as writer:
        number = writer.remove_document(left.document)

    with opened.reading() as reader:
        assert [one.path for one in reader.documents()] == ["us.txt"]
        assert [one.slug for one in reader.sources()] == ["cia"]
        assert list(reader.claims()) == [right]
        assert list(reader.links()) == list(reader.verdicts()) == reader.problems() == []
        assert [entry[0] for entry in reader.entries([left.document])] == [1, number]
        with pytest.raises(NotFound):
            reader.blob(document().sha256)


def test_topics_are_replaced_as_a_whole(opened: Store) -> None:
    _, right = fill(opened)
    alone = topic(right, label="others")
    with opened.writing(at=AT, actor=ANN) as writer:
        writer.put_topics([alone])

    with opened.reading() as reader:
        assert reader.topics() == [alone]


def test_what_is_put_twice_is_there_once_and_as_last_put(opened: Store) -> None:
    left, right = fill(opened)
    before = verdict(left, right, why="Once more.")
    with opened.writing(at=AT, actor=ANN) as writer:
        writer.put_links([link(left, right, 0.9)])
        writer.put_verdicts([before])
        writer.put_problems([problem()])

    with opened.reading() as reader:
        assert list(reader.links()) == [link(left, right, 0.9)]
        assert list(reader.verdicts()) == [before]
        assert reader.problems() == [problem()]


def test_what_touches_a_claim_can_be_forgotten(opened: Store) -> None:
    left, right = fill(opened)
    with opened.writing(at=AT, actor=ANN) as writer:
        writer.forget_links_of([right.id])
        writer.forget_verdicts_of([left.id])
        writer.forget_problems("iraq.txt")

    with opened.reading() as reader:
        counts = reader.counts()
    assert counts == {
        "sources": 2,
        "documents": 2,
        "claims": 2,
        "links": 0,
        "topics": 1,
        "verdicts": 0,
        "conflicts": 0,
        "problems": 0,
        "entries": 2,
    }


def test_a_failed_transaction_leaves_nothing(opened: Store) -> None:
    def fails() -> None:
        with opened.writing(at=AT, actor=ANN) as writer:
            ingest(writer, document())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()

    with opened.reading() as reader:
        assert reader.counts()["documents"] == reader.checkpoint().size == 0


@pytest.mark.parametrize("text", ["a\0b", "half \ud800"])
def test_text_that_no_database_can_hold_is_refused(opened: Store, text: str) -> None:
    kept = document()
    with opened.writing(at=AT, actor=ANN) as writer:
        ingest(writer, kept)
        with pytest.raises(ReconcileError, match="cannot be stored"):
            writer.put_claims(kept.id, [claim(kept, offered=(text,))])


def test_the_words_backslash_u0000_are_not_the_character(opened: Store) -> None:
    kept = document()
    with opened.writing(at=AT, actor=ANN) as writer:
        ingest(writer, kept, claim(kept, offered=(r"\u0000",)))

    with opened.reading() as reader:
        assert next(reader.claims()).offered == (r"\u0000",)


def test_bytes_that_are_not_the_documents_are_refused(opened: Store) -> None:
    with pytest.raises(ReconcileError, match="digest"), opened.writing(at=AT, actor=ANN) as writer:
        writer.put_document(document(), b"others")


def test_a_reader_cannot_write(opened: Store) -> None:
    with (
        pytest.raises((DatabaseError, ReconcileError), match=r"cannot be written|read-only"),
        opened.reading() as reader,
    ):
        reader.connection.exec_driver_sql("DELETE FROM claim")


def test_a_reader_sees_one_state_while_others_write(opened: Store) -> None:
    with opened.reading() as reader:
        before = reader.counts()
        fill(opened)

        assert reader.counts() == before


@pytest.mark.parametrize(
    "statement",
    ["UPDATE ledger SET action = 'x'", "DELETE FROM ledger", "DELETE FROM ledger_head"],
)
def test_the_ledger_refuses_to_be_changed(opened: Store, statement: str) -> None:
    fill(opened)

    with pytest.raises(DatabaseError, match="append-only"), opened.writing(at=AT, actor=ANN) as writer:
        writer.connection.exec_driver_sql(statement)


def test_a_run_is_an_entry(opened: Store) -> None:
    run = Run("reconcile 0.1.0", {"threshold": "0.5"}, {"claim": "ab"}, {"link": "cd"})
    with opened.writing(at=AT, actor=ANN) as writer:
        number = writer.record_run(run)

    with opened.reading() as reader:
        assert [entry[0] for entry in reader.runs()] == [number]
        assert reader.runs()[0][2] == (
            '{"action":"run","actor":"ann","at":"2026-01-02T03:04:05Z","inputs":{"claim":"ab"},"number":1,"object":"",'
            '"outputs":{"link":"cd"},"parameters":{"threshold":"0.5"},"tool":"reconcile 0.1.0","v":1}'
        )


def test_the_same_facts_have_the_same_digests_on_every_database(sqlite_database: str, postgres_database: str) -> None:
    digests = []
    for url in (sqlite_database, postgres_database):
        opened = store.open(url)
        fill(opened)
        with opened.reading() as reader:
            digests.append((reader.digests(), reader.checkpoint()))
        opened.close()

    assert digests[0] == digests[1]
