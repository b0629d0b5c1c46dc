"""The wheel, built and run: from an empty folder, off a place that cannot be written to."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LICENCES = ("LICENSE", "LICENSE.wordnet")

STEPS = (
    "--help",
    "init case",
    "db current --workspace case",
    "db upgrade --workspace case",
    "db backup copy.sqlite --workspace case",
    "db downgrade base --workspace case",
    "db upgrade --workspace case",
    "demo",
    "demo",
    "report discrepancies --workspace reconcile-demo",
    "audit verify --deep --workspace reconcile-demo",
)

pytestmark = pytest.mark.slow


def build(project: Path, target: str, folder: Path) -> Path:
    """Build ``project`` with the backend at hand, without a network; return what came out."""
    order = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    subprocess.run(order, cwd=project, check=True, capture_output=True)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture
def installed(wheel: Path, tmp_path: Path) -> Iterator[Path]:
    """Yield a folder that holds the wheel's files and lets nobody write; a pure wheel needs no more."""
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    folders = [site, *(each for each in site.rglob("*") if each.is_dir())]
    for each in site.rglob("*"):
        each.chmod(0o555 if each.is_dir() else 0o444)
    site.chmod(0o555)
    yield site
    for each in folders:
        each.chmod(0o755)


def test_the_sdist_builds_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    sdist = build(ROOT, "sdist", tmp_path / "sdist")
    subprocess.run([sys.executable, "-m", "tarfile", "-e", sdist, tmp_path], check=True, capture_output=True)
    again = build(tmp_path / sdist.name.removesuffix(".tar.gz"), "wheel", tmp_path / "again")

    assert again.read_bytes() == wheel.read_bytes()


@pytest.mark.parametrize("licence", LICENCES)
def test_the_licences_go_with_the_wheel(wheel: Path, licence: str) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    assert [name for name in names if ".dist-info/licenses/" in name and name.endswith(f"/{licence}")] != []


def test_everything_works_off_a_read_only_wheel(installed: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    clean = {name: value for name, value in os.environ.items() if not name.startswith("RECONCILE_")}
    environment = {**clean, "PYTHONPATH": str(installed), "XDG_CONFIG_HOME": str(tmp_path)}
    program = "import sys; from reconcile import cli; assert cli.__file__.startswith(sys.argv.pop(1)); cli.main()"

    for step in STEPS:
        order = [sys.executable, "-c", program, str(installed), *step.split()]
        told = subprocess.run(order, cwd=empty, env=environment, capture_output=True, text=True, check=False)

        assert told.returncode == 0, f"reconcile {step}: {told.stderr}"
    assert (empty / "reconcile-demo/reports/discrepancies.html").is_file()
