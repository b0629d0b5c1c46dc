import pytest

from cases import ANA, Case
from reconcile.flow import decide, report, select
from reconcile.flow.draft import Draft
from reconcile.flow.select import Filter
from reconcile.model import Discrepancy, Kind, NotFound, Relation, Status, UsageError, Verb

MADE = ("2026-01-01T00:00:00Z", "reconcile test")


def chosen(case: Case, wanted: Filter, context: int = 0) -> list[Discrepancy]:
    with case.store.reading() as reader:
        return select.discrepancies(reader, wanted, context)


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(kinds=[Kind.QUANTITY]),
        Filter(sources=["isg"]),
        Filter(sources=["Unscom"]),
        Filter(topics=["rockets"]),
        Filter(standings=[Status.OPEN]),
        Filter(confidence=0.8),
    ],
)
def test_each_part_of_a_filter_lets_its_own_through(disputed: Case, wanted: Filter) -> None:
    assert len(chosen(disputed, wanted)) == 1


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(kinds=[Kind.DATE]),
        Filter(topics=["sarin"]),
        Filter(standings=[Status.RESOLVED]),
        Filter(confidence=0.81),
    ],
)
def test_each_part_of_a_filter_keeps_others_out(disputed: Case, wanted: Filter) -> None:
    assert chosen(disputed, wanted) == []


def test_agreements_are_listed_where_they_are_asked_for(disputed: Case) -> None:
    assert [each.verdict.relation for each in chosen(disputed, Filter(Relation.AGREEMENT))] == [Relation.AGREEMENT]
    assert len(chosen(disputed, Filter(None))) == 2


def test_an_unknown_source_is_told_with_the_nearest(disputed: Case) -> None:
    with pytest.raises(UsageError, match="unscom"):
        chosen(disputed, Filter(sources=["unscon"]))


def test_an_unknown_topic_is_told(disputed: Case) -> None:
    with pytest.raises(NotFound):
        chosen(disputed, Filter(topics=["beef"]))


def test_context_is_what_stands_around_the_quote(disputed: Case) -> None:
    (found,) = chosen(disputed, Filter(), 9)

    assert {found.left.after, found.right.after} == {"\nSarin wa"}
    assert {found.left.before, found.right.before} == {""}
    assert found.left.document.text == ""


def test_the_gravest_and_surest_comes_first(disputed: Case) -> None:
    disputed.write("who.txt", "Rockets numbered 1,000", "Sarin was made in 1991")
    disputed.run()

    weights = [each.verdict.severity * each.verdict.confidence for each in chosen(disputed, Filter(None))]

    assert weights == sorted(weights, reverse=True)


def test_a_dossier_keeps_conflicts_apart_from_what_is_quiet(disputed: Case) -> None:
    with disputed.store.reading() as reader:
        found = report.dossier(reader, Filter(), "Title", MADE, 160)

    assert [each.verdict.relation for each in found.discrepancies] == [Relation.CONFLICT]
    assert [each.verdict.relation for each in found.quiet] == [Relation.AGREEMENT]
    assert [topic.label for topic in found.topics] == ["Rockets", "Sarin"]
    assert all(document.text == "" for document in found.documents)


def test_provenance_of_a_conflict_has_both_sides_and_every_entry_that_touches_them(disputed: Case) -> None:
    (conflict,) = disputed.conflicts()
    decide.on(disputed.store, Draft(conflict.id, Verb.COMMENT, "Look at the tables."), ANA)

    with disputed.store.reading() as reader:
        found = report.provenance(reader, conflict.id[:6], MADE, 160)

    assert found.subject == ("conflict", conflict.id)
    assert len(found.parties) == 2
    assert [decision.rationale for decision in found.decisions] == ["Look at the tables."]
    assert [number for number, _, _ in found.entries] == [1, 2, 4]


def test_provenance_of_a_claim_has_all_that_was_said_of_it(disputed: Case) -> None:
    (conflict,) = disputed.conflicts()

    with disputed.store.reading() as reader:
        found = report.provenance(reader, conflict.verdict.left, MADE, 160)

    assert found.subject[0] == "claim"
    assert [each.id for each in found.verdicts] == [conflict.id]
