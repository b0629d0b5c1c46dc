"""Stored claims that are not what would be read now: said in one line, whatever is asked."""

import json
from pathlib import Path

import pytest

import stages
from reconcile.flow import toolbox

ASKED = (
    ("claims", "list"),
    ("conflicts", "list"),
    ("topics", "list"),
    ("report", "discrepancies"),
    ("ingest", "sources"),
)


def about_a_claim(call) -> list[tuple[str, ...]]:
    first = json.loads(call("claims", "list", "-f", "jsonl").stdout.splitlines()[0])["id"]
    return [("claims", "show", first), ("claims", "explain", first), ("report", "provenance", first)]


@pytest.fixture
def changed(analysed: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a case whose vocabulary has changed since its documents were read."""
    other = dict(stages.VERSIONS, extract="line/1 vocabulary 0a1b")
    tools = toolbox.Toolbox(stages.documents, stages.claims, stages.links, stages.topics, stages.verdicts, other)
    monkeypatch.setattr(toolbox, "standard", lambda *_: tools)
    monkeypatch.setattr(toolbox, "extractors", lambda *_: tools.extractors)
    return analysed


def test_what_was_read_as_it_would_be_now_needs_no_word(call, analysed: Path) -> None:
    for words in (*ASKED, *about_a_claim(call)):
        told = call(*words)
        assert (told.exit_code, "earlier reading" in told.stderr) == (0, False), words


def test_every_command_that_shows_claims_says_so_in_one_line(call, changed: Path) -> None:
    for words in (*ASKED, *about_a_claim(call)):
        told = call(*words)
        lines = [line for line in told.stderr.splitlines() if "earlier reading" in line]
        assert (told.exit_code, len(lines)) == (0, 1), words
        assert "reconcile analyse" in lines[0]
        assert "earlier reading" not in told.stdout


def test_a_claim_is_told_of_its_own_document_alone(call, changed: Path) -> None:
    assert "2 documents" in call("claims", "list").stderr
    assert "1 document " in call("claims", "list", "--document", "isg.txt").stderr


@pytest.mark.parametrize("command", ["analyse", "run"])
def test_what_it_says_to_do_mends_it(call, changed: Path, command: str) -> None:
    call(command)

    assert "earlier reading" not in call("claims", "list").stderr


def test_a_vocabulary_that_cannot_be_read_keeps_nobody_from_looking(call, analysed: Path) -> None:
    (analysed / "vocabulary.toml").write_text("[aliases")

    told = call("claims", "list")

    assert (told.exit_code, len(told.stderr.splitlines())) == (0, 1)
    assert "vocabulary.toml" in told.stderr
