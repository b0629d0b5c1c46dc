"""How matching is measured: what is read of a set, what counts as found, what a score is worth."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import stages
from reconcile.bench import matching, matching_score, matching_sets
from reconcile.bench.matching import Asked
from reconcile.bench.matching_score import Ranked, Scored
from reconcile.bench.matching_sets import Query, Retrieval, Text, TextPair
from reconcile.flow.settings import Settings
from reconcile.flow.toolbox import standard
from reconcile.model import UsageError

BENCH = Path(__file__).parents[3] / "shared" / "bench" / "matching"

pairs = st.lists(st.builds(Scored, st.floats(0, 1), st.booleans()), max_size=30)
rankings = st.builds(
    Ranked,
    st.lists(st.sampled_from("abcdefgh"), unique=True),
    st.frozensets(st.sampled_from("abcdefgh"), min_size=1),
)


def written(folder: Path, name: str, *rows: object, packed: bool = False) -> Path:
    text = "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows)
    file = folder / name
    file.write_bytes(gzip.compress(text.encode()) if packed else text.encode())
    return file


def scored(*given: tuple[float, bool]) -> list[Scored]:
    return [Scored(*each) for each in given]


@given(rankings, st.integers(1, 10))
def test_every_measure_of_a_ranking_is_a_share(ranked: Ranked, k: int) -> None:
    assert 0 <= matching_score.average_precision_at(ranked, k) <= 1
    assert 0 <= matching_score.recall_at(ranked, k) <= 1
    assert 0 <= matching_score.reciprocal_rank(ranked) <= 1


@given(st.frozensets(st.sampled_from("abcdefgh"), min_size=1), st.integers(1, 10))
def test_a_ranking_that_begins_with_all_that_is_wanted_is_perfect(wanted: frozenset[str], k: int) -> None:
    ranked = Ranked([*sorted(wanted), "x", "y"], wanted)

    assert matching_score.recall_at(ranked, k) == 1
    assert matching_score.average_precision_at(ranked, k) == pytest.approx(1)
    assert matching_score.reciprocal_rank(ranked) == 1


def test_recall_asks_for_no_more_than_fits() -> None:
    ranked = Ranked(["a", "x", "b", "y"], {"a", "b", "c"})

    assert matching_score.recall_at(ranked, 1) == 1
    assert matching_score.recall_at(ranked, 2) == 1 / 2
    assert matching_score.recall_at(ranked, 100) == pytest.approx(2 / 3)


def test_the_reciprocal_rank_is_that_of_the_first_wanted_one() -> None:
    assert matching_score.reciprocal_rank(Ranked(["x", "y", "a", "b"], {"a", "b"})) == pytest.approx(1 / 3)
    assert matching_score.reciprocal_rank(Ranked(["x"], {"a"})) == 0


def test_precision_is_averaged_down_to_each_wanted_one() -> None:
    ranked = Ranked(["a", "x", "b"], {"a", "b"})

    assert matching_score.average_precision_at(ranked, 5) == pytest.approx((1 + 2 / 3) / 2)


@given(pairs, st.randoms())
def test_the_order_of_the_pairs_makes_no_difference(given: list[Scored], chance: object) -> None:
    shuffled = sorted(given, key=lambda _: chance.random())  # type: ignore[attr-defined]
    wanted = sum(pair.wanted for pair in given)

    assert matching_score.average_precision(shuffled, wanted) == matching_score.average_precision(given, wanted)
    assert matching_score.best_f1(shuffled, wanted) == matching_score.best_f1(given, wanted)


@given(pairs)
def test_no_threshold_gives_a_better_f1_than_the_best(given: list[Scored]) -> None:
    wanted = sum(pair.wanted for pair in given)
    best = matching_score.best_f1(given, wanted)

    assert all(best and matching_score.cut_at(given, wanted, pair.score).f1 <= best.f1 for pair in given)


def test_wanted_pairs_that_nobody_proposed_count_as_missed() -> None:
    given = scored((0.9, True), (0.8, False), (0.7, True))

    assert matching_score.average_precision(given, 4) == pytest.approx((1 + 2 / 3) / 4)
    assert matching_score.cut_at(given, 4, 0.9).recall == 1 / 4


def test_equal_scores_are_taken_together() -> None:
    given = scored((0.5, True), (0.5, False))

    assert [cut.precision for cut in matching_score.cuts(given, 1)] == [1 / 2]
    assert matching_score.average_precision(given, 1) == 1 / 2


def test_the_best_cut_is_told_with_its_threshold() -> None:
    best = matching_score.best_f1(scored((0.9, True), (0.6, True), (0.3, False)), 2)

    assert best == (0.6, 1.0, 1.0)


def test_scores_that_come_true_as_often_as_they_say_have_no_calibration_error() -> None:
    true_half_the_time = scored(*[(0.5, True), (0.5, False)] * 5)

    assert matching_score.calibration_error(true_half_the_time) == 0


def test_the_calibration_error_is_the_mean_distance_over_the_pairs() -> None:
    given = scored((1.0, False), (0.05, False), (0.05, False), (0.05, False))

    assert matching_score.calibration_error(given) == pytest.approx((1 + 3 * 0.05) / 4)


def test_nothing_to_measure_has_no_figures() -> None:
    assert matching_score.calibration_error([]) is None
    assert matching_score.best_f1([], 0) is None
    assert matching_score.average_precision([], 0) is None


@pytest.mark.parametrize("packed", [False, True])
def test_a_set_is_read_packed_or_not(tmp_path: Path, packed: bool) -> None:
    corpus = written(tmp_path, "c", {"id": 1, "text": "A dam broke", "doc": "d"}, {"id": 2, "text": "B"}, packed=packed)
    queries = written(tmp_path, "q", {"id": "q", "query": "The dam", "positive": [1, "2"]}, packed=packed)

    known = matching_sets.retrieval(corpus, queries)

    assert known.corpus == [Text("1", "A dam broke", "d"), Text("2", "B")]
    assert known.queries == [Query(Text("q", "The dam"), frozenset({"1", "2"}))]


GOOD_CORPUS = {"id": "a", "text": "A dam broke"}


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("{", "line 2: Expecting"),
        ("[1]", "line 2: it is no JSON object"),
        ({"id": "b"}, "line 2: 'text' is missing"),
        ({"id": "b", "text": " "}, "line 2: text holds no text"),
        ({"id": "b", "text": 3}, "line 2: text holds no text"),
        ({"id": None, "text": "B"}, "line 2: id is neither a text nor a number"),
        ({"id": "a", "text": "B"}, "line 2: an earlier row has the id 'a'"),
    ],
)
def test_a_text_that_does_not_hold_is_told_by_its_line(tmp_path: Path, row: object, told: str) -> None:
    corpus = written(tmp_path, "c", GOOD_CORPUS, row)

    with pytest.raises(UsageError, match=told) as error:
        matching_sets.retrieval(corpus, written(tmp_path, "q"))
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"id": "q", "query": "The dam", "positive": ["z"]}, "positive names 'z', which is not in the corpus"),
        ({"id": "q", "query": "The dam", "positive": "a"}, "positive is no list"),
        ({"id": "q", "query": "The dam"}, "'positive' is missing"),
    ],
)
def test_a_query_that_does_not_hold_is_told_by_its_line(tmp_path: Path, row: object, told: str) -> None:
    corpus = written(tmp_path, "c", GOOD_CORPUS)

    with pytest.raises(UsageError, match=f"q, line 1: {told}"):
        matching_sets.retrieval(corpus, written(tmp_path, "q", row))


def test_a_broken_or_endless_file_is_told_in_one_line(tmp_path: Path) -> None:
    cut = tmp_path / "cut"
    cut.write_bytes(gzip.compress(b'{"a": "A", "b": "B", "score": 1}\n' * 50)[:-12])
    endless = written(tmp_path, "endless", "x" * (matching_sets.LONGEST_LINE + 1), packed=True)

    for file, told in ((cut, "cannot be read"), (endless, "line 1: it is longer"), (tmp_path / "none", "No such file")):
        with pytest.raises(UsageError, match=told):
            matching_sets.text_pairs(file)


def test_a_text_is_no_answer_to_itself_nor_to_its_own_document(tmp_path: Path) -> None:
    rows = [{"id": name, "text": f"Text {name}", "doc": doc} for name, doc in (("a", "d"), ("b", "d"), ("c", "e"))]
    corpus = written(tmp_path, "c", *rows)
    queries = written(tmp_path, "q", {"id": "a", "query": "Text a", "doc": "d", "positive": ["a", "b", "c"]})

    assert matching_sets.retrieval(corpus, queries).queries[0].positive == {"c"}


def test_pairs_from_a_score_of_four_state_the_same_fact(tmp_path: Path) -> None:
    file = written(tmp_path, "p", *({"a": "A", "b": "B", "score": score} for score in (3.8, 4, 5)))

    assert [pair.same for pair in matching_sets.text_pairs(file)] == [False, True, True]


@given(st.integers(1, 40), st.integers(0, 40))
def test_a_sample_is_as_large_as_asked_for_in_order_without_doubles(most: int, count: int) -> None:
    taken = list(matching_sets.spaced(range(count), most))

    assert len(taken) == min(most, count)
    assert taken == sorted(set(taken))


KNOWN = Retrieval(
    [Text("1", "Dam broke at night"), Text("2", "Rain fell"), Text("3", "Dam was shut", "d")],
    [Query(Text("q", "Dam burst"), frozenset({"1"})), Query(Text("r", "Dam again", "d"), frozenset({"2"}))],
)


def test_links_are_held_against_the_answers_over_all_texts() -> None:
    found = matching.measured(KNOWN, stages.TOOLS, Asked(candidates=100, threshold=0.5))

    assert [each.found for each in found.ranked] == [["1", "3"], ["1"]]
    assert (found.figures()["R@1"], found.figures()["MRR"]) == (0.5, 0.5)
    assert found.figures()["positives"] == 2


def test_only_as_many_are_looked_at_as_asked_for() -> None:
    found = matching.measured(KNOWN, stages.TOOLS, Asked(candidates=1, threshold=0.5))

    assert [each.found for each in found.ranked] == [["1"], ["1"]]


def test_a_text_that_is_asked_and_there_to_be_found_is_one_claim() -> None:
    made = matching.claims([KNOWN.corpus[0], KNOWN.corpus[1], KNOWN.corpus[0]], stages.TOOLS)

    assert [claim.text for claim in made.values()] == ["Dam broke at night", "Rain fell"]


def test_a_text_is_one_claim_however_many_sentences_it_has() -> None:
    said = "The dam broke on 3 May 2019. It was not the first.\nSome 40 people died."
    tools = standard(matching.asking(Settings(), 10))

    (claim,) = matching.claims([Text("1", said)], tools).values()

    assert claim.text == " ".join(said.split())
    assert claim.dates[0].edtf == "2019-05-03"


def test_texts_of_one_document_are_never_linked() -> None:
    said = "The dam at Oroville broke in May"
    tools = standard(matching.asking(Settings(), 10))
    known = Retrieval(
        [Text("1", said, "d"), Text("2", said, "e")], [Query(Text("q", said + " 2017", "d"), frozenset({"2"}))]
    )

    found = matching.measured(known, tools, Asked(10, 0.5))

    assert [each.found for each in found.ranked] == [["2"]]


def test_pairs_are_scored_each_by_itself() -> None:
    known = [TextPair("Dam broke", "Dam burst", same=True), TextPair("Dam broke", "Rain fell", same=False)]

    found = matching.measured_pairs(known, stages.TOOLS, 0.5)

    assert found.pairs == scored((0.9, True), (0.0, False))
    assert "R@1" not in found.figures()


@pytest.mark.skipif(not BENCH.is_dir(), reason="the sets of ../shared are not here")
def test_the_shared_sets_are_read() -> None:
    known = matching_sets.retrieval(BENCH / "ecbplus.dev.corpus.jsonl.gz", BENCH / "ecbplus.dev.queries.jsonl.gz")

    assert len(known.queries) > 0
    assert all(query.positive for query in known.queries)
