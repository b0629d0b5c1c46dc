"""What the wheel would hold and what the lock file names, told from the checkout without building anything."""

import re
import stat
import tomllib
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from reconcile.flow import workspace
from reconcile.model import ReconcileError
from reconcile.store import schema

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")

SHIPPED = {"src/reconcile": "reconcile", "db": "reconcile/_bundled/db", "sources": "reconcile/_bundled/sources"}
"""Folders of the checkout, and where the wheel has them."""

RESOLVERS = {"db": schema.migrations, "sources": workspace.shipped_sources}


def files(folder: Path) -> set[str]:
    """Return every file below ``folder``, compiled ones left out."""
    found = (file.relative_to(folder) for file in folder.rglob("*") if file.is_file())
    return {file.as_posix() for file in found if "__pycache__" not in file.parts}


@pytest.fixture(scope="module")
def wheel() -> set[str]:
    return {file.distribution_path for file in WheelBuilder(str(ROOT)).recurse_included_files()}


@pytest.mark.parametrize("folder", SHIPPED)
def test_the_wheel_holds_every_file_of_what_the_program_reads(folder: str, wheel: set[str]) -> None:
    expected = {f"{SHIPPED[folder]}/{file}" for file in files(ROOT / folder)}

    assert expected != set()
    assert expected - wheel == set()


def test_the_wheel_holds_nothing_else(wheel: set[str]) -> None:
    expected = {f"{place}/{file}" for folder, place in SHIPPED.items() for file in files(ROOT / folder)}

    assert wheel - expected == set()


def test_the_sdist_holds_what_it_takes_to_build_and_test() -> None:
    sdist = {file.distribution_path for file in SdistBuilder(str(ROOT)).recurse_included_files()}
    needed = {
        f"{folder}/{file}" for folder in ("src", "db", "sources", "tests", "docs") for file in files(ROOT / folder)
    }

    assert needed - sdist == set()
    assert {page.name for page in ROOT.glob("*.md")} - sdist == set()


@pytest.mark.parametrize("file", PROJECT["project"]["license-files"])
def test_each_licence_that_is_named_is_there(file: str) -> None:
    assert (ROOT / file).stat().st_size > 1000


def lay(root: Path, package: str) -> Path:
    """Make a project with a ``db`` and ``sources`` of its own, and our package somewhere inside it."""
    for name in ("db", "sources", package):
        (root / name).mkdir(parents=True)
    for name in ("pyproject.toml", "db/env.py", "sources/source.toml"):
        (root / name).touch()
    return root / package


@pytest.mark.parametrize("folder", RESOLVERS)
def test_a_checkouts_folder_goes_before_the_wheels_copy(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = lay(tmp_path, "src/reconcile")
    for module in (schema, workspace):
        monkeypatch.setattr(module, "PACKAGE", package)

    assert RESOLVERS[folder]() == tmp_path / folder


@pytest.mark.parametrize("folder", RESOLVERS)
def test_a_strangers_folder_is_never_taken_for_ours(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = lay(tmp_path, "vendored/reconcile")
    for module in (schema, workspace):
        monkeypatch.setattr(module, "PACKAGE", package)

    assert RESOLVERS[folder]() == package / "_bundled" / folder


def test_what_a_read_only_installation_lays_into_a_workspace_can_be_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped, made = tmp_path / "shipped", workspace.create(tmp_path / "case", "")
    shipped.mkdir()
    (shipped / "report.txt").touch(mode=0o444)
    monkeypatch.setattr(workspace, "shipped_sources", lambda: shipped)
    workspace.copy_sources(made)

    assert (made.sources / "report.txt").stat().st_mode & stat.S_IWUSR


def test_a_workspace_that_cannot_take_the_example_is_told_by_its_folder(tmp_path: Path) -> None:
    made = workspace.create(tmp_path / "case", "")
    (made.sources / "source.toml").mkdir()

    with pytest.raises(ReconcileError, match="case/sources: the example cannot be laid there"):
        workspace.copy_sources(made)


def pinned() -> dict[str, str]:
    """Return the version of each package in the lock file."""
    return dict(re.findall(r"^([a-z0-9.-]+)==([^ ;]+)", LOCK, flags=re.MULTILINE))


def requirements() -> list[str]:
    """Return everything that the project asks for: to run, with each extra but one, to develop, to build.

    What fits the weights (``train``) is gigabytes that no user and no test needs, so that it is not pinned.
    """
    project, optional = PROJECT["project"], PROJECT["project"]["optional-dependencies"]
    extras = [asked for name, asked in optional.items() if name != "train"]
    groups = PROJECT["dependency-groups"].values()
    asked = [project["dependencies"], *extras, *groups, PROJECT["build-system"]["requires"]]
    return sorted({requirement for every in asked for requirement in every})


@pytest.mark.parametrize("asked", requirements())
def test_the_lock_file_satisfies_the_project(asked: str) -> None:
    requirement = Requirement(asked)
    version = pinned().get(canonicalize_name(requirement.name))

    assert version is not None, "run `make lock`"
    assert requirement.specifier.contains(version, prereleases=True), "run `make lock`"


def test_the_lock_file_names_versions_and_hashes_and_nothing_else() -> None:
    entry = re.compile(r"[a-z0-9.-]+==\S+(?: ; [^\\/@]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+\n")

    assert entry.sub("", LOCK) == ""
