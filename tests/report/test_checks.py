"""What the report tells a reader to type does what it says."""

import base64
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reconcile import report
from reconcile.model import Layout, Provenance, Segment, Span
from reconcile.report import checks
from reconcile.store import merkle
from report import dossiers as a
from report import worked_example


def run(command: str, within: Path) -> str:
    return subprocess.run(["sh", "-c", command], cwd=within, capture_output=True, text=True, check=True).stdout.strip()


def expected_root(bodies: list[str]) -> str:
    frontier: tuple[bytes, ...] = ()
    for size, body in enumerate(bodies):
        frontier = merkle.append(size, frontier, merkle.leaf(body.encode()))
    return base64.b64encode(merkle.root(frontier)).decode()


def laid(provenance: Provenance, at: Path) -> checks.Check:
    """Put the documents of ``provenance`` where the reader has them."""
    for party in provenance.parties:
        (at / party.document.path).write_bytes(party.document.text.encode(party.document.charset))
    return next(each for each in checks.checks(provenance) if "characters" in each.shows)


@pytest.mark.parametrize("path", ["un.txt", "it's $(touch x); -rf.txt", "-n.txt"])
def test_the_commands_give_the_digest_and_the_quote(path: str, tmp_path: Path) -> None:
    within = a.document("Zwölf.\r\nIraq held no weapons\r\n", path)
    made = a.provenance(a.party(within, a.claim(within)))
    quote = laid(made, tmp_path)

    assert run(checks.checks(made)[0].command, tmp_path).split()[0].lstrip("\\") == within.sha256
    assert run(quote.command, tmp_path) == quote.expected
    assert [each.name for each in tmp_path.iterdir()] == [path]


def test_the_leaf_hashes_come_out_of_the_json_report(tmp_path: Path) -> None:
    made = worked_example.provenance()
    (tmp_path / "provenance.json").write_text(report.page(made, "json"), "utf-8")
    leaves = next(each for each in checks.checks(made) if "leaf" in each.shows)

    assert "; ".join(run(leaves.command, tmp_path).splitlines()) == leaves.expected


@pytest.mark.parametrize("size", [0, 1, 2, 3, 7, 8, 9])
def test_the_printed_script_computes_the_ledgers_root(size: int) -> None:
    bodies = [json.dumps({"number": number, "text": "Ä"}, ensure_ascii=False) for number in range(10)]
    lines = "".join(json.dumps({"body": body}) + "\n" for body in bodies)
    command = [sys.executable, "-c", checks.ROOT, str(size)]
    printed = subprocess.run(command, input=lines, capture_output=True, text=True, check=True).stdout.strip()

    assert printed == expected_root(bodies[:size])


def test_a_document_that_is_no_plain_text_is_looked_up_at_its_place() -> None:
    place = Segment(Span(0, 21), Layout.PARAGRAPH, "xpath=/html/body/p[2]")
    within = replace(a.document(), media_type="text/html", segments=(place,))
    quote = checks.checks(a.provenance(a.party(within, a.claim(within))))[1]

    assert not quote.command
    assert "it begins at xpath=/html/body/p[2]" in quote.shows
