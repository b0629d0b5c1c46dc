"""Decisions are kept in order, a stale one is refused, and the SQL view is their fold."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reconcile import review, store
from reconcile.model import Decision, Ruling, StaleError, Verb
from reconcile.store import Store
from samples import ANN, AT, decision

CONFLICTS = ("a" * 32, "b" * 32, "c" * 32)

DECISIONS = st.builds(
    Decision,
    conflict=st.sampled_from(CONFLICTS),
    verb=st.sampled_from(Verb),
    actor=st.just(ANN),
    at=st.just(AT),
    rationale=st.sampled_from(["", "because", "𝔘 'quoted' \"words\""]),
    seen=st.just(0),
    reading=st.sampled_from(["r1", "r2"]),
    verdict=st.none() | st.sampled_from(Ruling),
    likelihood=st.sampled_from(["", "likely"]),
    confidence=st.sampled_from(["", "high"]),
    assignee=st.sampled_from(["", "bo"]),
)


@pytest.fixture
def opened(database: str) -> Iterator[Store]:
    found = store.open(database)
    yield found
    found.close()


def decide(opened: Store, *decisions: Decision) -> list[Decision]:
    """Record decisions, each on what the one before it left; return them as recorded."""
    with opened.writing(at=AT, actor=ANN) as writer:
        newest = {conflict: standing.number for conflict, standing in writer.standings().items()}
        made = []
        for one in decisions:
            seen = newest.get(one.conflict, 0)
            number = newest[one.conflict] = writer.decide(replace(one, seen=seen))
            made.append(replace(one, seen=seen, number=number))
    return made


def test_a_decision_comes_back_as_it_was_made(opened: Store) -> None:
    made = decision(verdict=Ruling.BOTH, likelihood="likely", confidence="low")

    recorded = decide(opened, made)

    with opened.reading() as reader:
        assert reader.decisions(made.conflict) == reader.decisions() == recorded == [replace(made, number=1)]


def test_a_stale_decision_is_refused_with_who_did_what_meanwhile(opened: Store) -> None:
    decide(opened, decision(verb="assign", assignee="bo", rationale=""), decision(verb="dismiss"))

    told = r"ann dismissed it at 2026-01-02T03:04:05Z \(entry 2\)"
    with pytest.raises(StaleError, match=told) as caught, opened.writing(at=AT, actor="bo") as writer:
        writer.decide(decision(seen=1))
    assert caught.value.meanwhile == (f"ann dismissed it at {AT} (entry 2)",)
    with opened.reading() as reader:
        assert reader.checkpoint().size == 2


def test_a_decision_on_what_nobody_recorded_is_stale_too(opened: Store) -> None:
    with pytest.raises(StaleError), opened.writing(at=AT, actor=ANN) as writer:
        writer.decide(decision(seen=7))


def test_other_conflicts_do_not_make_a_decision_stale(opened: Store) -> None:
    decide(opened, decision("a" * 32), decision("b" * 32))

    assert decide(opened, decision("a" * 32, "reopen"))[0].number == 3


def test_the_entry_holds_a_salted_digest_and_not_the_words(opened: Store) -> None:
    decide(opened, decision("a" * 32, rationale="Mr X said so"), decision("b" * 32, rationale="Mr X said so"))

    with opened.reading() as reader:
        bodies = [body for _, _, body in reader.entries(["a" * 32, "b" * 32])]
    seals = {json.loads(body)["rationale"] for body in bodies}
    assert len(seals) == 2
    assert not any("Mr X" in body for body in bodies)


def test_withheld_words_read_as_none(opened: Store) -> None:
    decide(opened, decision())
    with opened.writing(at=AT, actor=ANN) as writer:
        writer.connection.exec_driver_sql("DELETE FROM rationale")

    with opened.reading() as reader:
        assert reader.decisions()[0].rationale is None
        assert reader.standings()["c" * 32].rationale is None
        assert store.verify(reader, deep=True) == []


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(DECISIONS, max_size=8))
def test_the_view_is_the_fold(opened: Store, decisions: list[Decision]) -> None:
    decide(opened, *decisions)

    with opened.reading() as reader:
        histories = defaultdict(list)
        for one in reader.decisions():
            histories[one.conflict].append(one)
        assert reader.standings() == {conflict: review.standing(made) for conflict, made in histories.items()}
