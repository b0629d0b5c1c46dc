"""What was acknowledged is there, whoever is killed and whoever writes beside."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from reconcile import store
from samples import CLAIMS, DOCUMENTS

HERE = Path(__file__).parent
SEARCHED = {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE.parent), str(HERE.parents[1] / "src")])}


def program(name: str, *arguments: str) -> "subprocess.Popen[str]":
    """Start a program that stands beside this test."""
    command = [sys.executable, str(HERE / name), *arguments]
    return subprocess.Popen(command, env=SEARCHED, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def ingested(url: str) -> None:
    """Let the ingest run to its end."""
    running = program("ingesting.py", url)
    running.communicate()
    assert running.returncode == 0


def facts(url: str) -> Mapping[str, str]:
    """Return the digests of a database that is sound, in which every document is wholly in or out."""
    opened = store.open(url)
    with opened.reading() as reader:
        assert store.verify(reader, deep=True) == []
        assert {tally.claims for tally in reader.tallies().values()} <= {CLAIMS}
        assert reader.counts()["documents"] == reader.checkpoint().size
        digests = reader.digests()
    opened.close()
    return digests


def killed_at_random(url: str, moment: random.Random) -> int:
    """Kill an ingest a random while after its first document; return how many it had said were in."""
    running = program("ingesting.py", url)
    assert running.stdout is not None
    first = running.stdout.readline()
    time.sleep(moment.uniform(0, 0.1))
    running.kill()
    said, _ = running.communicate()
    return len((first + said).split())


@pytest.mark.parametrize("kills", [2, pytest.param(10, marks=pytest.mark.slow)])
def test_a_killed_ingest_leaves_whole_documents_and_can_be_taken_up(
    kills: int, tmp_path: Path, sqlite_template: Path
) -> None:
    moment = random.Random(kills)
    undisturbed = f"sqlite:///{tmp_path}/undisturbed.sqlite"
    store.upgrade(undisturbed)
    ingested(undisturbed)
    for turn in range(kills):
        url = f"sqlite:///{tmp_path}/{turn}.sqlite"
        store.upgrade(url)
        acknowledged = killed_at_random(url, moment)
        facts(url)
        opened = store.open(url)
        with opened.reading() as reader:
            assert acknowledged <= reader.counts()["documents"] <= DOCUMENTS
        opened.close()
        ingested(url)

        assert facts(url) == facts(undisturbed)


def test_no_acknowledged_decision_is_lost(database: str) -> None:
    running = [program("deciding.py", database, f"editor {number}", "15") for number in range(4)]
    said = [one.communicate() for one in running]

    assert [complaint for _, complaint in said] == [""] * 4
    answers = [answer for output, _ in said for answer in output.split()]
    acknowledged = sorted(int(answer) for answer in answers if answer != "stale")
    opened = store.open(database)
    with opened.reading() as reader:
        assert len(answers) == 60
        assert acknowledged == [one.number for one in reader.decisions()]
        assert store.verify(reader, deep=True) == []
    opened.close()
