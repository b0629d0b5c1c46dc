import stages
from cases import ANA
from reconcile.bench import generate, scale, tellings


def test_the_same_seed_gives_the_same_documents() -> None:
    assert list(generate.texts(500, seed=7)) == list(generate.texts(500, seed=7))
    assert list(generate.texts(500, seed=7)) != list(generate.texts(500, seed=8))


def test_as_many_sentences_as_claims_are_asked_for() -> None:
    documents = dict(generate.texts(450, seed=1))

    assert len(documents) == 3
    assert sum(text.count(". ") + text.count(".\n") for text in documents.values()) == 450


def test_facts_are_restated_and_changed() -> None:
    text = "".join(text for _, text in generate.texts(400, seed=1))

    assert "did not hold any" in text
    assert "According to the" in text


def test_each_step_of_the_main_job_is_measured() -> None:
    rows, counts = scale.measured(200, 1, stages.TOOLS, ANA)

    assert [row["step"] for row in rows] == ["ingest", "analyse", "report", "again, unchanged"]
    assert counts["documents"] == 1


def test_the_same_seed_gives_the_same_tellings() -> None:
    assert tellings.tellings(300, seed=7) == tellings.tellings(300, seed=7)
    assert tellings.tellings(300, seed=7) != tellings.tellings(300, seed=8)


def test_as_many_claims_are_told_as_asked_for_each_in_a_place_of_its_own() -> None:
    told = tellings.tellings(450, seed=1)

    assert len({each.claim.id for each in told}) == 450
    assert len({each.claim.document for each in told}) == 3


def test_most_facts_are_told_again_and_now_and_then_otherwise() -> None:
    told = tellings.tellings(400, seed=1)
    amounts = {(each.fact, each.claim.quantities[0].low) for each in told}

    assert len({each.fact for each in told}) < len(amounts) < len(told)


def test_matching_is_measured_by_what_it_finds_and_what_it_costs() -> None:
    row = scale.matching(400, seed=1)

    assert {"cpu_seconds", "wall_seconds", "peak_mb", "recall@50", "add_200_seconds", "links"} < row.keys()
    assert float(str(row["recall@50"])) > 0.9
    assert "recall@50" in str(row["rapidfuzz"])
