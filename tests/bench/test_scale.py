import stages
from cases import ANA
from reconcile.bench import generate, scale


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
