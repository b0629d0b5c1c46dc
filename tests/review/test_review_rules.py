"""What people may do to a conflict when, what it needs, and what it leads to."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile import review
from reconcile.model import NotAllowed, Ruling, Standing, Status, UsageError, Verb
from samples import decision

SETTLED = [Status.RESOLVED, Status.DISMISSED]


def test_a_conflict_that_nobody_touched_is_open() -> None:
    assert review.standing([]) == Standing(status=Status.OPEN)


def test_a_comment_changes_nothing_but_the_count_and_what_is_newest() -> None:
    resolved = review.standing([decision(number=1, verdict=Ruling.LEFT)])

    commented = review.after(resolved, decision(verb="comment", number=2))

    assert commented == replace(resolved, number=2, comments=1)


@pytest.mark.parametrize(("before", "verb"), [pair for pair in review.NEXT if pair[1] is not Verb.COMMENT])
def test_every_allowed_decision_leads_where_the_table_says(before: Status, verb: Verb) -> None:
    after = review.after(Standing(status=before), decision(verb=verb))

    assert after.status is review.NEXT[before, verb]


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("verb", Verb)
def test_what_is_not_in_the_table_is_refused_with_what_is(status: Status, verb: Verb) -> None:
    proposed = decision(verb=verb, verdict=Ruling.LEFT, assignee="bo")
    if (status, verb) in review.NEXT:
        review.check(proposed, Standing(status=status))
        return

    with pytest.raises(NotAllowed) as caught:
        review.check(proposed, Standing(status=status))
    assert caught.value.allowed == tuple(allowed for before, allowed in review.NEXT if before is status)


@pytest.mark.parametrize("status", SETTLED)
def test_what_is_settled_must_be_reopened_before_it_is_settled_otherwise(status: Status) -> None:
    with pytest.raises(NotAllowed, match="reopen"):
        review.check(decision(verdict=Ruling.LEFT), Standing(status=status))


def test_who_is_to_look_at_it_stays_until_it_is_reopened() -> None:
    assigned = decision(verb="assign", assignee="bo", rationale="")

    resolved = review.standing([assigned, decision(verdict=Ruling.LEFT)])
    reopened = review.after(resolved, decision(verb="reopen"))

    assert (resolved.assignee, reopened.assignee) == ("bo", "")


@pytest.mark.parametrize("verb", ["resolve", "dismiss"])
def test_what_was_settled_on_other_evidence_is_suspect(verb: str) -> None:
    made = [decision(verb=verb, reading="then")]

    assert review.standing(made, reading="now").status is Status.SUSPECT
    assert review.standing(made, reading="then").status in SETTLED


@pytest.mark.parametrize("verb", ["assign", "reopen", "comment"])
def test_what_is_not_settled_is_never_suspect(verb: str) -> None:
    made = [decision(verb=verb, reading="then")]

    assert review.standing(made, reading="now").status is not Status.SUSPECT


def test_a_suspect_conflict_can_be_settled_again_on_the_new_evidence() -> None:
    made = [decision(verdict=Ruling.LEFT, reading="then")]
    again = decision(verdict=Ruling.RIGHT, reading="now")

    review.check(again, review.standing(made, reading="now"))

    assert review.standing([*made, again], reading="now").status is Status.RESOLVED


@pytest.mark.parametrize("verb", ["resolve", "dismiss", "reopen", "comment"])
@pytest.mark.parametrize("rationale", ["", "  \n", None])
def test_a_decision_takes_a_reason(verb: str, rationale: str | None) -> None:
    status = Status.RESOLVED if verb == "reopen" else Status.OPEN
    with pytest.raises(UsageError, match="rationale"):
        review.check(decision(verb=verb, verdict=Ruling.LEFT, rationale=rationale), Standing(status=status))


def test_to_resolve_takes_a_verdict() -> None:
    with pytest.raises(UsageError, match="left, right, both with scope, neither"):
        review.check(decision(), Standing())


def test_to_assign_takes_somebody() -> None:
    with pytest.raises(UsageError, match="who is to look"):
        review.check(decision(verb="assign", assignee=" "), Standing())


@pytest.mark.parametrize(
    ("field", "listed"),
    [("likelihood", "almost no chance, very unlikely, unlikely, roughly even"), ("confidence", "high, moderate, low")],
)
def test_another_term_than_the_standards_is_refused_with_the_list(field: str, listed: str) -> None:
    with pytest.raises(UsageError, match=listed):
        review.check(decision(verdict=Ruling.LEFT, **{field: "fairly"}), Standing())


def test_a_dismissal_says_that_there_is_no_conflict_unless_it_says_otherwise() -> None:
    assert review.completed(decision(verb="dismiss")).verdict is Ruling.NOT_A_CONFLICT
    assert review.completed(decision(verb="dismiss", verdict=Ruling.MATCH_WRONG)).verdict is Ruling.MATCH_WRONG
    assert review.completed(decision()).verdict is None


@given(st.lists(st.sampled_from(Verb), max_size=12))
def test_a_history_folds_step_by_step(verbs: list[Verb]) -> None:
    made = [decision(verb=verb, number=number) for number, verb in enumerate(verbs, 1)]

    for cut in range(len(made)):
        assert review.after(review.standing(made[:cut]), made[cut]) == review.standing(made[: cut + 1])
