"""The terminal as a test sees it: a command in, and what it said and answered out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import stages
from reconcile.cli.app import app
from reconcile.flow import settings, toolbox

Call = Callable[..., Result]


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Begin without settings from outside, with foreseeable stages, in an empty folder."""
    for name in ("RECONCILE_WORKSPACE", *map(settings.variable, settings.KEYS)):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("RECONCILE_ACTOR", "ana")
    monkeypatch.setattr(toolbox, "standard", lambda *_: stages.TOOLS)
    monkeypatch.setattr(toolbox, "extractors", lambda *_: stages.TOOLS.extractors)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def call() -> Call:
    """Return what runs a command."""
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def case(call: Call, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace with two documents that disagree in one thing, and make it the current folder."""
    call("init", "case")
    folder = Path("case").absolute()
    (folder / "sources" / "unscom.txt").write_text("Rockets numbered 2,500\nSarin was made in 1991\n")
    (folder / "sources" / "isg.txt").write_text("Rockets numbered 2,400\nSarin was made in 1991\n")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def analysed(case: Path, call: Call) -> Path:
    """Return that workspace after a run."""
    assert call("run").exit_code == 0
    return case
