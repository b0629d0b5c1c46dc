"""What the documentation says is what the program does."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reconcile.cli.app import app
from reconcile.flow import settings
from reconcile.flow.toolbox import PLUGIN
from reconcile.model import Kind
from reconcile.read import FAULTS

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
BIN = Path(sys.executable).parent


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def test_every_command_is_documented() -> None:
    grouped = [
        f"{group.typer_instance.info.name} {command.name}"
        for group in app.registered_groups
        if group.typer_instance
        for command in group.typer_instance.registered_commands
    ]
    names = [*(str(command.name) for command in app.registered_commands), *grouped]

    assert len(names) > 25
    assert [name for name in names if f"## `reconcile {name}`" not in page("commands.md")] == []


def test_every_setting_is_documented() -> None:
    assert [key for key in settings.KEYS if f"`{key}`" not in page("settings.md")] == []


def test_every_problem_code_is_documented() -> None:
    assert [code for code in (*FAULTS, PLUGIN) if f"| `{code}` |" not in page("problems.md")] == []


@pytest.mark.parametrize("package", ["extract", "match", "detect"])
def test_no_other_package_has_a_problem_code_that_is_not_documented(package: str) -> None:
    source = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "src/reconcile" / package).rglob("*.py"))
    codes = re.findall(r'Problem\(\s*(?:code=)?"([a-z-]+)"', source)

    assert [code for code in codes if f"| `{code}` |" not in page("problems.md")] == []


def test_every_kind_of_conflict_is_documented() -> None:
    assert [kind for kind in Kind if kind not in (page("commands.md"))] == []


def test_the_generated_parts_are_those_that_would_be_generated() -> None:
    cog = [str(BIN / "cog"), "--check", "-r", *(f"docs/{name}.md" for name in ("commands", "settings", "problems"))]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("RECONCILE_")}

    told = subprocess.run(cog, cwd=ROOT, env=clean, capture_output=True, text=True, check=False)

    assert told.returncode == 0, "run `make format`: " + told.stdout


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.name)
def test_links_between_pages_lead_somewhere(file: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", file.read_text(encoding="utf-8"))
    made_elsewhere = {"docs/report.png", "reports/discrepancies.html"}

    near = [link for link in links if "://" not in link and link not in made_elsewhere]

    assert [link for link in near if not (file.parent / link).exists()] == []


def readme_commands() -> str:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return "\n".join(re.findall(r"```sh\n(.*?)```", text, flags=re.DOTALL))


def test_the_first_five_minutes_of_the_readme_work(tmp_path: Path) -> None:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("RECONCILE_")}
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"

    told = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", readme_commands()],
        cwd=tmp_path,
        env={**clean, "PATH": path, "XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.returncode == 0, told.stderr
    assert (tmp_path / "reconcile-demo/reports/settled.html").is_file()
    assert (tmp_path / "case/reports/discrepancies.html").is_file()
