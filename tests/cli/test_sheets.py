"""A conflict and a claim as people read them on a terminal."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.cli import output, sheet
from report import dossiers as a


@pytest.fixture
def conflict(call, analysed: Path) -> str:
    return str(json.loads(call("conflicts", "list", "--format", "jsonl").stdout)["id"])


def test_a_conflict_shows_both_quotes_who_why_where_it_stands_and_how_to_decide(call, conflict: str) -> None:
    shown = call("conflicts", "show", conflict[:8]).stdout

    for told in ("Rockets numbered 2,500", "Rockets numbered 2,400", "Isg says", "unscom.txt, characters", "open"):
        assert told in shown
    assert f"reconcile conflicts resolve {conflict[:12]} --seen 0" in shown


def test_the_way_on_follows_the_standing_and_the_last_decision(call, conflict: str) -> None:
    told = call("conflicts", "resolve", conflict, "--verdict", "left", "-r", "The count is of rockets.")
    number = told.stderr.rpartition("entry ")[2].strip(").\n")

    shown = call("conflicts", "show", conflict).stdout

    assert f"ana resolved conflict {conflict} (the left side stands); it is now resolved" in told.stderr
    assert "ana resolved it (the left side stands): The count is of rockets." in shown
    assert f"reconcile conflicts reopen {conflict[:12]} --seen {number}" in shown


def test_clashing_words_stand_in_brackets_inside_the_quotation_marks() -> None:
    text = "They say that Iraq held no weapons. Others doubt it."
    within = a.document(text)
    party = a.party(within, a.claim(within))

    pieces = sheet.excerpt(party, [a.spot(within, "no"), a.spot(within, "doubt")])

    assert "".join(text for text, _ in pieces) == "They say that “Iraq held [no] weapons”. Others [doubt] it."


def test_a_claim_shows_what_was_read_into_it(call, analysed: Path) -> None:
    first = json.loads(call("claims", "list", "--format", "jsonl").stdout.splitlines()[0])

    shown = call("claims", "show", first["id"]).stdout

    assert f"“{first['quote']}”" in shown
    assert first["id"] in shown


def test_what_a_document_holds_stays_on_its_line() -> None:
    within = a.document("Iraq held \x1b[31m no\nweapons")
    party = a.party(within, a.claim(within, within.text))

    (shown, *_) = ["".join(text for text, _ in sheet.excerpt(party, ()))]

    assert shown == "“Iraq held ‹U+001B›[31m no weapons”"


@given(st.lists(st.integers(1, 200), min_size=1, max_size=8), st.integers(1, 300))
def test_columns_are_narrowed_until_they_fit_and_no_further(widths: list[int], room: int) -> None:
    fit = output.fitted(widths, room)

    assert all(each <= width for each, width in zip(fit, widths, strict=True))
    assert sum(fit) + output.GAP * len(fit) <= room or max(fit) <= output.LEAST
