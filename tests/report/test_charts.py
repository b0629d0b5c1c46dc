"""The matrix, the timeline, the interval plots and the chain: what they show and how they are bounded."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import DateRole, Dossier, Kind, Modality, Party, Polarity, Topic
from reconcile.report import chain, matrix, svg
from report import dossiers as a
from report import worked_example

DENIES: dict[str, Any] = {"polarity": Polarity.NEG}


def cell(*claims: dict[str, Any]) -> str:
    """Return what one source says in a topic with these claims of its own."""
    within = a.document()
    made = [a.claim(within, ordinal=number, **given) for number, given in enumerate(claims)]
    dossier = a.dossier(
        sources=(within.source,),
        documents=(within,),
        claims={each.id: each for each in made},
        topics=(Topic("t", "weapons", tuple(each.id for each in made) or ("gone",)),),
    )
    tables = matrix.matrices(dossier)
    return tables[0].lines[0].cells[0].says if tables else "no table"


def test_a_source_asserts_denies_or_does_both() -> None:
    assert [cell({}), cell(DENIES), cell({}, DENIES)] == ["asserts", "denies", "both"]


def test_what_counts_neither_for_nor_against_only_speaks_of_it() -> None:
    assert cell({"complete": False}, {"modality": Modality.FUTURE}) == "speaks of it"


def test_an_incomplete_denial_beside_an_assertion_is_no_both() -> None:
    assert cell({}, {**DENIES, "complete": False}) == "asserts"


def test_silence_has_a_word_of_its_own() -> None:
    table = matrix.matrices(worked_example.dossier())[0]

    assert {each.says for line in table.lines for each in line.cells if not each.claims} == {"silent"}


def test_many_sources_make_several_tables() -> None:
    parties = [
        a.party(of)
        for of in (a.document(f"Iraq held no weapons {n}", f"{n}.txt", source=a.source(f"s{n}")) for n in range(25))
    ]
    claims = {side.claim.id: side.claim for side in parties}
    dossier = a.dossier(
        sources=tuple(side.document.source for side in parties),
        documents=tuple(side.document for side in parties),
        claims=claims,
        topics=(Topic("t", "weapons", tuple(claims)),),
    )

    assert [len(table.sources) for table in matrix.matrices(dossier)] == [10, 10, 5]


def dated(*dates: str, role: DateRole = DateRole.EVENT) -> Dossier:
    within = a.document()
    made = [a.claim(within, ordinal=n, dates=(a.when(within, "Iraq", date, role),)) for n, date in enumerate(dates)]
    return a.dossier(sources=(within.source,), documents=(within,), claims={each.id: each for each in made})


def shapes(chart: svg.Chart | None) -> list[svg.Shape]:
    assert chart is not None
    return [shape for row in chart.rows for shape in row.shapes]


def test_claims_stand_in_order_of_their_dates() -> None:
    chart = svg.timeline(dated("2003-02-14", "1983/1988", "1998"))

    assert chart is not None
    assert [row.value for row in chart.rows] == ["happened 1983 to 1988", "happened 1998", "happened 14 February 2003"]


def test_an_open_interval_is_an_arrow_on_its_open_side() -> None:
    since, by = shapes(svg.timeline(dated("1991/..", "../2003")))[:2]

    assert {(since.before, since.beyond), (by.before, by.beyond)} == {(False, True), (True, False)}


def test_when_it_was_said_is_hollow() -> None:
    assert [shape.form for shape in shapes(svg.timeline(dated("2003-02-14", role=DateRole.REPORT)))] == ["ring"]


def test_one_wrong_year_does_not_flatten_the_rest() -> None:
    chart = svg.timeline(dated(*(f"200{n}-05-01" for n in range(9)), "0001-01-01"))

    assert min(shape.end for shape in shapes(chart)) == svg.MARGIN
    assert max(shape.end for shape in shapes(chart)) - sorted(shape.end for shape in shapes(chart))[1] > 50


def test_what_is_no_date_is_left_out() -> None:
    assert svg.timeline(dated("sometime", "XXXX-03-10", "2003-13-45")) is None


def test_the_timeline_has_room_for_so_many_rows_and_counts_the_others() -> None:
    chart = svg.timeline(dated(*(f"{1900 + n}" for n in range(100))))

    assert chart is not None
    assert (len(chart.rows), chart.left_out) == (svg.EVENTS, 100 - svg.EVENTS)


def measured(*quantities: tuple[float | None, float | None, str]) -> Dossier:
    def side(number: int, low: float | None, high: float | None, unit: str) -> Party:
        within = a.document(f"They held agent, says {number}", f"{number}.txt")
        return a.party(
            within, a.claim(within, "They held agent", quantities=(a.amount(within, "agent", low, high, unit),))
        )

    first, *others = (side(number, *quantity) for number, quantity in enumerate(quantities))
    return a.dossier(a.discrepancy(first, other, kind=Kind.QUANTITY) for other in others)


def test_quantities_in_two_units_are_drawn_in_one() -> None:
    (plot,) = svg.intervals(measured((180, 180, "t"), (180_000, 180_000, "kg")))

    assert len({(shape.start, shape.end) for shape in shapes(plot)}) == 1
    assert "tonnes" in plot.summary or "kilograms" in plot.summary


def test_an_unbounded_quantity_is_an_arrow() -> None:
    (plot,) = svg.intervals(measured((500, None, "rocket"), (612, 612, "rocket")))

    assert [shape.beyond for shape in sorted(shapes(plot), key=lambda shape: shape.start)] == [True, False]


bounds = st.floats() | st.none() | st.integers(-3, 10**6).map(float)


@given(
    quantities=st.lists(st.tuples(bounds, bounds, st.sampled_from(["t", "kg", "rocket", ""])), min_size=2, max_size=6)
)
def test_everything_drawn_lies_on_the_sheet(quantities: list[tuple[float | None, float | None, str]]) -> None:
    for plot in svg.intervals(measured(*quantities)):
        assert all(0 <= shape.start <= shape.end <= 100 for shape in shapes(plot))
        assert all(0 <= tick.at <= 100 for tick in plot.ticks)
        assert len(plot.ticks) <= 12


def test_the_chain_leads_from_the_conflict_to_the_ledger() -> None:
    drawn = chain.chain(worked_example.provenance())

    assert list(dict.fromkeys(box.noun for box in drawn.boxes)) == [
        "conflict", "claim", "characters", "document", "bytes, sha256", "ledger entries",
    ]  # fmt: skip
    assert len(drawn.lines) == 2 + 3 * 2 + 2
