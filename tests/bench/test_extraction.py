"""How extraction is measured: what counts as found, as right, as nothing."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import stages
from bench.gold import HELD, SHUT, TEXT, amount, at, counted, date, dated, found, marked, page
from reconcile.bench import extraction, extraction_gold
from reconcile.bench.claim_alignment import aligned, overlap
from reconcile.bench.extraction_gold import GoldClaim, GoldDocument
from reconcile.bench.extraction_score import Score, score
from reconcile.bench.mention_score import unit_key
from reconcile.flow import settings, toolbox
from reconcile.model import Claim, DateRole, Modality, Polarity, PolarityKind, QuantityRole, Span

ROOT = Path(__file__).parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 20))


def counts(document: GoldDocument, *claims: Claim) -> dict[str, tuple[int, int, int]]:
    told = score(document, TEXT, claims).counts
    return {name: (told[name, "expected"], told[name, "given"], told[name, "right"]) for name, _ in told}


def share(name: str, document: GoldDocument, *claims: Claim) -> int:
    return counts(document, *claims)[name][2]


@given(spans, spans)
def test_overlap_is_symmetric_and_whole_only_for_the_same_stretch(left: Span, right: Span) -> None:
    assert overlap(left, right) == overlap(right, left)
    assert (overlap(left, right) == 1) == (left == right)


@given(st.lists(spans, max_size=8), st.lists(spans, max_size=8), st.booleans())
def test_nothing_is_in_two_matches_and_nothing_is_lost(ours: list[Span], theirs: list[Span], loose: bool) -> None:
    claims = [GoldClaim(str(n), (span,), ("AUTHOR",), split=loose, merged=loose) for n, span in enumerate(ours)]

    laid = aligned(claims, theirs)

    gold_used = [one for match in laid.matches for one in match.gold] + list(laid.missed)
    found_used = [other for match in laid.matches for other in match.found] + list(laid.extra)
    assert sorted(gold_used) == list(range(len(ours)))
    assert sorted(found_used) == list(range(len(theirs)))


@given(st.lists(spans, max_size=8, unique=True))
def test_claims_laid_beside_themselves_are_all_found_exactly(same: list[Span]) -> None:
    claims = [GoldClaim(str(n), (span,), ("AUTHOR",)) for n, span in enumerate(same)]

    laid = aligned(claims, same)

    assert all(claims[match.gold[0]].span == same[match.found[0]] for match in laid.matches)
    assert laid.missed == laid.extra == ()


def test_of_two_found_claims_the_nearer_one_is_the_marked_one() -> None:
    laid = aligned([marked(HELD)], [at("Iraq held 20 tons of anthrax"), at(HELD)])

    assert [match.found for match in laid.matches] == [(1,)]
    assert laid.extra == (0,)


def test_recall_and_precision_count_what_is_missed_and_what_is_extra() -> None:
    assert counts(page(marked(HELD), marked(SHUT)), found(HELD), found("Iraq denied it"))["claims"] == (2, 2, 1)


def test_an_optional_claim_counts_for_nothing_found_or_not() -> None:
    document = page(marked(HELD), marked(SHUT, optional=True))

    assert counts(document, found(HELD))["claims"] == (1, 1, 1)
    assert counts(document, found(HELD), found(SHUT))["claims"] == (1, 1, 1)


def test_a_claim_that_may_be_split_takes_its_pieces() -> None:
    pieces = (found("Iraq held 20 tons"), found("of anthrax in May 1998"))

    assert counts(page(marked(HELD, split=True)), *pieces)["claims"] == (1, 1, 1)
    assert counts(page(marked(HELD)), *pieces)["claims"] == (1, 2, 1)


def test_a_claim_that_may_be_merged_is_no_miss_where_another_covers_it() -> None:
    first, second = marked("Iraq denied it"), marked(SHUT, merged=True)
    whole = found("Iraq denied it. The site was shut")

    assert counts(page(first, second), whole)["claims"] == (1, 1, 1)
    assert counts(page(first, second), found("Iraq denied it"))["claims"] == (2, 1, 1)


def test_other_boundaries_that_the_annotator_lets_pass_are_exact() -> None:
    assert share("exact spans", page(marked(HELD)), found("Iraq held 20 tons of anthrax")) == 0
    claim = marked(HELD, also=("Iraq held 20 tons of anthrax",))
    assert share("exact spans", page(claim), found("Iraq held 20 tons of anthrax")) == 1


def test_claims_outside_of_the_window_count_for_nothing() -> None:
    document = page(marked(SHUT), window=at(SHUT))

    assert counts(document, found(HELD), found(SHUT))["claims"] == (1, 1, 1)


@pytest.mark.parametrize(
    ("wanted", "given_names", "right", "wrong"),
    [
        ("Hans Blix", ("Mr Blix",), 1, 0),
        ("Hans Blix", ("Iraq",), 0, 1),
        ("Hans Blix", (), 0, 0),
        ("Hans Blix", ("unspecified",), 0, 0),
        ("Hans Blix", ("he",), 0, 0),
        ("AUTHOR", (), 1, 0),
        ("AUTHOR", ("Iraq",), 0, 1),
        ("UNSPECIFIED", ("unspecified",), 1, 0),
        ("A paper", (), 1, 0),
    ],
)
def test_a_wrong_name_is_worse_than_none(wanted: str, given_names: tuple[str, ...], right: int, wrong: int) -> None:
    told = counts(page(marked(HELD, wanted)), found(HELD, *given_names))

    assert (told["asserters"][2], told["wrong names"][2]) == (right, wrong)


def test_an_asserter_in_the_texts_own_words_is_not_resolved_and_not_wrong() -> None:
    told = counts(page(marked(HELD, "Chief inspector", written=at("Blix"))), found(HELD, "Blix"))

    assert told["named asserters"] == (1, 1, 0)
    assert told["named asserters, not resolved"][2] == 1
    assert told["wrong names"][2] == 0


def test_polarity_is_asked_of_each_claim_and_its_kind_of_negations() -> None:
    denied = marked("Iraq denied it", polarities=frozenset({"neg"}), kinds=frozenset({"denial"}))
    given = {"polarity": Polarity.NEG, "polarity_kind": PolarityKind.ASSERTION}

    told = counts(page(denied, marked(SHUT)), found("Iraq denied it", **given), found(SHUT))

    assert told["polarity"] == (2, 2, 2)
    assert told["kind of negation"] == (1, 1, 0)


def test_terms_of_likelihood_fall_into_the_annotators_classes() -> None:
    likely = page(marked(HELD, modalities=frozenset({"probable"})))

    assert share("modality", likely, found(HELD, modality=Modality.VERY_LIKELY)) == 1
    assert share("modality", likely, found(HELD)) == 0


@pytest.mark.parametrize(
    ("edtf", "role", "right"),
    [("1998-05", DateRole.EVENT, 1), ("1998", DateRole.EVENT, 0), ("1998-05", DateRole.REPORT, 0)],
)
def test_a_date_is_right_with_its_edtf_and_its_role(edtf: str, role: DateRole, right: int) -> None:
    document = page(marked(HELD, dates=(date("in May 1998", "1998-05"),)))

    told = counts(document, found(HELD, dates=(dated("May 1998", edtf, role),)))

    assert told["dates"] == (1, 1, right)
    assert told["dates, exact span"] == (1, 1, 0)


def test_a_date_that_nobody_can_fix_counts_for_nothing() -> None:
    unknown = page(marked(HELD, dates=(date("in May 1998"),)))
    lenient = page(marked(HELD, dates=(date("in May 1998", "1998-05", unresolved=True),)))

    assert counts(unknown, found(HELD, dates=(dated("in May 1998", "1998"),)))["dates"] == (0, 0, 0)
    assert counts(lenient, found(HELD))["dates"] == (0, 0, 0)
    assert counts(lenient, found(HELD, dates=(dated("in May 1998", "1998-05"),)))["dates"] == (1, 1, 1)


def test_dates_of_missed_and_of_extra_claims_count_against_it() -> None:
    document = page(marked(HELD, dates=(date("in May 1998", "1998-05"),)), marked(SHUT))

    told = counts(document, found("Iraq denied it", dates=(dated("denied", "1999"),)), found(SHUT))

    assert told["dates"] == (1, 1, 0)
    assert told["dates in matched claims"] == (0, 0, 0)


@pytest.mark.parametrize(
    ("given_amount", "right"),
    [
        (counted("20 tons", 20, 20, "ton"), 1),
        (counted("20", 20, 20, "ton"), 1),
        (counted("20 tons", 20, None, "ton"), 0),
        (counted("20 tons", 20, 20, "t"), 0),
        (counted("20 tons", 20, 20, "ton", role=QuantityRole.ATTRIBUTE), 0),
    ],
)
def test_a_quantity_is_right_with_its_ends_its_unit_and_its_role(given_amount: Any, right: int) -> None:
    document = page(marked(HELD, quantities=(amount("20 tons", 20, 20, "tons"),)))

    assert counts(document, found(HELD, quantities=(given_amount,)))["quantities"] == (1, 1, right)


def test_units_are_one_however_they_are_written_and_counts_have_none() -> None:
    assert unit_key("metric tons") == unit_key("t") == "t"
    assert unit_key("US$") == "USD"
    assert unit_key("warhead") == unit_key("") == ""


def test_each_miss_says_where_what_was_expected_and_what_was_given() -> None:
    document = page(marked(HELD, "Hans Blix"), marked(SHUT))

    misses = [str(miss) for miss in score(document, TEXT, [found(HELD, "Iraq")]).misses]

    assert misses == [
        f"d 15-55 asserter, wrong: expected Hans Blix, given Iraq: “{HELD}”",
        f"d 73-90 claim: expected a claim, given nothing: “{SHUT}”",
    ]


def test_scores_of_documents_add_up() -> None:
    one, both = score(page(marked(HELD)), TEXT, [found(HELD)]), Score()

    both.take(one)
    both.take(one)

    assert both.counts["claims", "right"] == 2


def measured(*documents: GoldDocument, texts: Path | None = None) -> extraction.Measured:
    return extraction.measured(documents, stages.TOOLS, texts)


def test_texts_in_the_gold_are_read_and_measured() -> None:
    text = "Rockets numbered 2,500\nSarin was made\n"
    claim = GoldClaim("c1", (Span(0, 22),), ("AUTHOR",))

    told = measured(GoldDocument("d", (claim,), Span(0, len(text)), text=text))

    assert told.rows()[0] == {
        "measure": "claims",
        "expected": 1,
        "given": 2,
        "right": 1,
        "precision": 0.5,
        "recall": 1.0,
        "f1": 0.667,
        "share": None,
    }
    assert (told.documents, told.size) == (1, len(text))


def test_every_measure_has_its_row_even_where_nothing_was_measured() -> None:
    names = [row["measure"] for row in measured().rows()]

    assert names == ["claims", *extraction.SHARES, *extraction.RATES[1:], extraction.SPEED]


@pytest.mark.parametrize(
    ("file", "digest", "why"),
    [("a.txt", "0" * 64, "SHA-256"), ("b.txt", "", "there is no b.txt"), ("../a.txt", "", "there is no")],
)
def test_a_text_that_is_not_there_or_not_the_same_is_skipped_with_a_line(
    tmp_path: Path, file: str, digest: str, why: str
) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for place in (folder / "a.txt", tmp_path / "a.txt"):
        place.write_text("Rockets numbered 2,500\n")

    (told,) = measured(GoldDocument("d", (), Span(0, 9), file=file, sha256=digest), texts=folder).skipped

    assert why in str(told)
    assert str(told).startswith("d: skipped")


def test_a_document_is_extracted_once_however_many_windows_it_has(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rockets numbered 2,500\nSarin was made\n")
    digest = sha256((tmp_path / "a.txt").read_bytes()).hexdigest()
    windows = [GoldDocument("d", (), window, file="a.txt", sha256=digest) for window in (Span(0, 22), Span(23, 37))]

    told = measured(*windows, texts=tmp_path)

    assert (told.documents, told.size, told.score.counts["claims", "given"]) == (2, 38, 2)


FLOORS = {
    "extraction_seen.jsonl": {("claims", "f1"): 0.8, ("polarity", "share"): 0.85, ("named asserters", "share"): 0.5},
    "extraction_unseen.jsonl": {("claims", "f1"): 0.8, ("polarity", "share"): 0.85, ("named asserters", "share"): 0.5},
}
"""What extraction has to reach on pages that were marked, by file and measure."""


@pytest.mark.slow
@pytest.mark.parametrize("name", FLOORS)
def test_extraction_on_marked_pages_does_not_get_worse(name: str) -> None:
    if not CORPORA.is_dir():
        pytest.skip(f"there is no {CORPORA}")
    known = extraction_gold.read(ROOT / "tests/gold" / name)

    told = extraction.measured(known, toolbox.standard(settings.Settings()), CORPORA)

    rows = {row["measure"]: row for row in told.rows()}
    assert told.skipped == []
    assert {of: rows[of[0]][of[1]] for of, floor in FLOORS[name].items() if rows[of[0]][of[1]] < floor} == {}


def test_a_unit_that_is_accepted_is_right_too() -> None:
    claim = marked(HELD, quantities=(amount("20 tons", 20, 20, "ton", units=frozenset({"t"})),))

    for unit, right in (("ton", 1), ("t", 1), ("kg", 0)):
        given = found(HELD, quantities=(counted("20 tons", 20, 20, unit),))
        assert share("quantities", page(claim), given) == right, unit
