"""Whatever stops an ingest, each document is wholly in or out, and a second run completes it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from reconcile import store
from reconcile.bench import generate
from reconcile.flow import workspace

PROGRAM = str(Path(sys.executable).with_name("reconcile"))


def started(folder: Path) -> "subprocess.Popen[bytes]":
    words = [PROGRAM, "ingest", "sources", "--quiet"]
    environment = {**os.environ, "RECONCILE_ACTOR": "ana", "XDG_CONFIG_HOME": str(folder)}
    return subprocess.Popen(words, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def case(folder: Path, documents: dict[str, str]) -> Path:
    made = workspace.create(folder, "")
    store.upgrade(f"sqlite:///{made.database}", origin="reconcile/test")
    for name, text in documents.items():
        (made.sources / name).write_text(text, encoding="utf-8")
    return folder


def facts(folder: Path) -> object:
    """Return the digests of all rows, after checking that the ledger vouches for them."""
    opened = store.open(f"sqlite:///{folder}/db/reconcile.sqlite")
    with opened.reading() as reader:
        faults, digests, counts = store.verify(reader, deep=True), reader.digests(), reader.counts()
    opened.close()
    assert list(faults) == []
    assert counts["entries"] == counts["documents"]
    return digests


DOCUMENTS = {f"{number}-{name}": text[:6000] for number in range(6) for name, text in generate.texts(200, number)}


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[object, float]:
    """Return what an ingest that nobody stops gives, and how long it takes."""
    folder = case(tmp_path_factory.mktemp("undisturbed") / "case", DOCUMENTS)
    begun = time.monotonic()
    assert started(folder).wait() == 0
    return facts(folder), time.monotonic() - begun


@pytest.mark.slow
@pytest.mark.parametrize("moment", range(10))
def test_a_killed_ingest_leaves_whole_documents_and_a_second_one_completes_it(
    undisturbed: tuple[object, float], tmp_path: Path, moment: int
) -> None:
    expected, whole = undisturbed
    folder = case(tmp_path / "case", DOCUMENTS)

    running = started(folder)
    time.sleep(whole * Random(moment).random())
    running.send_signal(signal.SIGKILL)
    running.wait()

    facts(folder)
    assert started(folder).wait() == 0
    assert facts(folder) == expected
