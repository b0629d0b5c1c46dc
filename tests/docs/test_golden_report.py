"""The pages in ``reports/`` are what the documents in ``sources/`` give."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FORMATS = ("html", "md", "json", "csv")
FIXED = {"RECONCILE_CLOCK": "2026-01-01T00:00:00Z", "RECONCILE_ORIGIN": "reconcile/demo", "RECONCILE_ACTOR": "demo"}
"""As in `make reports`."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("golden") / "demo"
    clean = {name: value for name, value in os.environ.items() if not name.startswith("RECONCILE_")}
    program = str(Path(sys.executable).with_name("reconcile"))
    environment = {**clean, **FIXED, "XDG_CONFIG_HOME": str(folder.parent)}
    subprocess.run([program, "demo", str(folder), "--quiet"], env=environment, check=True, capture_output=True)
    return folder / "reports"


@pytest.mark.parametrize("style", FORMATS)
def test_the_report_in_the_repository_is_the_one_that_the_example_gives(made: Path, style: str) -> None:
    name = f"discrepancies.{style}"

    assert (ROOT / "reports" / name).read_bytes() == (made / name).read_bytes(), "run `make reports` and read the diff"
