"""How the Makefile makes the environment, seen through programs that only say that they were called."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

UV = """#!/bin/sh
echo "uv $1 $2" >> called
case "$1" in venv) mkdir -p .venv/bin;; *) exit {sync};; esac
"""

PYTHON = """#!/bin/sh
case "$1" in -c) exec {real} "$@";; esac
echo "python $*" >> called
case "$*" in *"pip install"*uv==*) exit {bootstrap};; esac
case "$2" in venv) rm -rf .venv; mkdir -p .venv/bin; cp "$0" .venv/bin/python; exit {venv};; esac
"""

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


def program(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return path


def make(folder: Path, *, uv: bool = True, sync: int = 0, bootstrap: int = 0, venv: int = 0) -> tuple[int, str]:
    """Let make prepare the environment; return its exit code and the calls that it made.

    ``sync``, ``bootstrap`` and ``venv`` are the exit codes of uv's installing, of installing uv, and of plain venv.
    """
    for name in ("Makefile", "pyproject.toml", "requirements.lock"):
        shutil.copy(ROOT / name, folder / name)
    if uv:
        program(folder / ".tools/bin/uv", UV.format(sync=sync))
    python = program(folder / "python", PYTHON.format(real=sys.executable, bootstrap=bootstrap, venv=venv))
    clean = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    order = ["make", ".venv/.ready", f"PYTHON={python}"]
    done = subprocess.run(order, cwd=folder, env=clean, capture_output=True, text=True, check=False)
    return done.returncode, (folder / "called").read_text(encoding="utf-8")


def test_uv_alone_is_enough(tmp_path: Path) -> None:
    code, called = make(tmp_path)

    assert code == 0
    assert "python" not in called


@pytest.mark.parametrize("broken", [{"sync": 1}, {"uv": False, "bootstrap": 1}], ids=["uv fails", "there is no uv"])
def test_pip_installs_the_same_hashes_where_uv_cannot(tmp_path: Path, broken: dict[str, int]) -> None:
    code, called = make(tmp_path, **broken)

    assert code == 0
    assert "--require-hashes -r requirements.lock" in called
    assert (tmp_path / ".venv/.ready").exists()


def test_an_environment_left_half_made_is_not_taken_for_ready(tmp_path: Path) -> None:
    code, _ = make(tmp_path, sync=1, venv=1)

    assert code != 0
    assert (tmp_path / ".venv").exists()
    assert not (tmp_path / ".venv/.ready").exists()


def test_a_python_that_does_not_fit_is_told_by_its_version(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("pyproject.toml", "requirements.lock"):
        (tmp_path / name).touch()
    old = program(
        tmp_path / "old", f"#!/bin/sh\nexec {sys.executable} -c 'import sys; sys.version_info = (3, 10); '\"$2\" x"
    )

    done = subprocess.run(
        ["make", ".venv/.ready", f"PYTHON={old}"], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert done.returncode != 0
    assert "3.11 to 3.13 are needed" in done.stderr
