"""The mappings that scripts rely on."""

from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import PlaceMention, Span
from reconcile.report import rows
from report import dossiers as a


def test_conflict_has_the_documented_fields() -> None:
    row = rows.conflict(a.discrepancy())

    assert list(row)[:10] == "id kind confidence severity standing why topic rule left right".split()
    assert list(row["left"]) == "claim document source asserter quote start end marks".split()  # type: ignore[call-overload]


def test_claim_has_exactly_the_documented_fields() -> None:
    row = rows.claim(a.claim(), a.document())

    assert (
        list(row)
        == (
            "id document source start end quote asserters polarity polarity_kind modality "
            "dates quantities places complete rules"
        ).split()
    )


def test_document_has_exactly_the_documented_fields() -> None:
    row = rows.document(a.document("Ä"), 3, 1)

    assert list(row) == "id document source sha256 bytes characters claims problems".split()
    assert (row["bytes"], row["characters"], row["claims"], row["problems"]) == (2, 1, 3, 1)


def test_marks_are_pairs_of_offsets_in_the_document() -> None:
    within = a.document("They say that Iraq held no weapons.")
    found = a.discrepancy(a.party(within, a.claim(within)), marks=("held no", ""))
    side = next(side for side in (found.left, found.right) if side.document == within)
    row = rows.side(side, found.verdict.left_marks or found.verdict.right_marks)

    assert [within.text[start:end] for start, end in row["marks"]] == ["held no"]  # type: ignore[attr-defined]


@given(low=st.floats() | st.none())
def test_a_bound_that_json_cannot_write_is_none(low: float | None) -> None:
    within = a.document("Iraq held no weapons")
    row = rows.claim(a.claim(within, quantities=(a.amount(within, "no", low, None, "ton"),)), within)
    bound = row["quantities"][0]["low"]  # type: ignore[index]

    assert bound is None or bound == low


def test_a_place_keeps_its_bearing() -> None:
    within = a.document("Iraq held no weapons")
    row = rows.claim(a.claim(within, places=(PlaceMention("Baghdad", "north-west", Span(0, 4)),)), within)

    assert row["places"] == [{"name": "Baghdad", "bearing": "north-west", "start": 0, "end": 4}]
