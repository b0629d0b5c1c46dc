from collections.abc import Iterator
from dataclasses import replace

import pytest

import stages
from cases import ANA, BOB, Case
from reconcile.flow import decide
from reconcile.flow.draft import Draft
from reconcile.model import Claim, NotAllowed, NotFound, Problem, Ruling, StaleError, Status, UsageError, Verb


def resolve(conflict: str, **more: object) -> Draft:
    fields: dict[str, object] = {"rationale": "They count other things.", "verdict": Ruling.BOTH}
    return Draft(conflict, Verb.RESOLVE, **(fields | more))  # type: ignore[arg-type]


def test_a_decision_stands_in_the_ledger_and_in_the_next_listing(disputed: Case) -> None:
    (conflict,) = disputed.conflicts()

    decision, standing = decide.on(disputed.store, resolve(conflict.id[:8]), ANA)

    assert (standing.status, decision.actor) == (Status.RESOLVED, "ana")
    assert disputed.conflicts()[0].standing == standing


def test_a_decision_on_an_old_view_is_refused_with_who_did_what(disputed: Case) -> None:
    (conflict,) = disputed.conflicts()
    decide.on(disputed.store, resolve(conflict.id), ANA)

    with pytest.raises(StaleError, match="ana resolved it"):
        decide.on(disputed.store, resolve(conflict.id, seen=0), BOB)


def test_what_the_rules_do_not_allow_is_refused(disputed: Case) -> None:
    (conflict,) = disputed.conflicts()
    decide.on(disputed.store, resolve(conflict.id), ANA)

    with pytest.raises(NotAllowed):
        decide.on(disputed.store, resolve(conflict.id), BOB)


@pytest.mark.parametrize("lacking", [{"rationale": " "}, {"verdict": None}, {"likelihood": "somewhat"}])
def test_a_decision_that_lacks_something_is_refused_and_leaves_no_entry(
    disputed: Case, lacking: dict[str, object]
) -> None:
    (conflict,) = disputed.conflicts()
    before = disputed.state()

    with pytest.raises(UsageError):
        decide.on(disputed.store, resolve(conflict.id, **lacking), ANA)
    assert disputed.state() == before


def test_only_conflicts_are_decided_on(disputed: Case) -> None:
    with disputed.store.reading() as reader:
        agreement = next(each for each in reader.verdicts() if each.relation == "agreement")

    with pytest.raises(NotFound):
        decide.on(disputed.store, resolve(agreement.id), ANA)


def test_a_settled_conflict_is_suspect_once_its_evidence_has_changed(disputed: Case) -> None:
    (conflict,) = disputed.conflicts()
    decide.on(disputed.store, resolve(conflict.id), ANA)

    def shout(document: object) -> Iterator[Claim | Problem]:
        for claim in stages.claims(document):  # type: ignore[arg-type]
            yield replace(claim, context="in 1991") if isinstance(claim, Claim) else claim

    newer = disputed.with_version(extract="line/2")
    replace(newer, tools=replace(newer.tools, extract=shout)).run()

    assert disputed.conflicts()[0].standing.status is Status.SUSPECT


def test_a_decision_survives_that_everything_is_made_anew(disputed: Case) -> None:
    (conflict,) = disputed.conflicts()
    decide.on(disputed.store, resolve(conflict.id), ANA)

    disputed.with_version(match="word/2").run()

    assert disputed.conflicts()[0].standing.status is Status.RESOLVED
