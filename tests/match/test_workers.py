"""Any number of processes finds the same, and what stops one stops them all."""

import multiprocessing

import pytest

from reconcile import match
from reconcile.bench import tellings
from reconcile.match import engine, workers
from reconcile.match.search import Index

TOLD = [each.claim for each in tellings.tellings(400, seed=3)]
pytestmark = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="this system cannot fork: one process does the work"
)


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "ASKED_AT_ONCE", 37)
    monkeypatch.setattr(engine, "PAIRS_AT_ONCE", 101)


@pytest.mark.parametrize("count", [2, 4])
@pytest.mark.parametrize("new", [None, {each.id for each in TOLD[::9]}])
def test_more_workers_find_the_same_links(count: int, new: set[str] | None) -> None:
    alone = list(match.links(TOLD, new))

    assert list(match.links(TOLD, new, match.Plan(workers=count))) == alone
    assert alone


def test_parts_are_really_worked_by_other_processes() -> None:
    found = list(workers.worked(_process, match.indexed(TOLD[:9]), [1, 2, 3, 4], 2))

    assert [part for part, _ in found] == [1, 2, 3, 4]
    assert multiprocessing.current_process().pid not in {process for _, process in found}


def _process(index: Index, part: int) -> tuple[int, int | None]:
    return part, multiprocessing.current_process().pid


def test_a_mistake_in_one_process_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        list(workers.worked(_divided, match.indexed(TOLD[:9]), [1, 0], 2))


def _divided(index: Index, part: int) -> float:
    return 1 / part


def test_the_number_of_workers_is_no_reason_to_compare_everything_anew() -> None:
    assert str(match.Plan(workers=4)) == str(match.Plan())


def test_new_claims_that_share_nothing_have_no_links() -> None:
    assert list(match.links(TOLD[:1], {TOLD[0].id})) == []
    assert list(match.links([], set())) == []
