"""What holds for every format, and the golden pages."""

import json
import subprocess
import sys
from dataclasses import replace
from importlib.resources import files

import jsonschema
import pytest

from reconcile import report
from reconcile.model import Dossier, Provenance, UsageError
from report import dossiers as a
from report import worked_example
from report.golden import GOLDEN, Golden

EXAMPLES = {
    "discrepancies": worked_example.dossier,
    "provenance": worked_example.provenance,
    "empty": a.dossier,
}
PAGES = [(name, form) for name in EXAMPLES for form in report.RENDERERS]


@pytest.mark.parametrize(("name", "form"), PAGES)
def test_page_is_the_golden_one(name: str, form: str, golden: Golden) -> None:
    page = report.page(EXAMPLES[name](), form)

    assert golden.holds(f"{name}.{form}", page), "look at the page, then run with --update-golden"


def test_every_golden_page_is_used() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {f"{name}.{form}" for name, form in PAGES}


@pytest.mark.parametrize(("name", "form"), PAGES)
def test_same_dossier_gives_same_bytes(name: str, form: str) -> None:
    assert report.page(EXAMPLES[name](), form) == report.page(EXAMPLES[name](), form)


@pytest.mark.parametrize("form", report.RENDERERS)
def test_a_provenance_whose_claims_are_gone_still_makes_a_page(form: str) -> None:
    assert report.page(replace(worked_example.provenance(), parties=()), form)


def test_unknown_format_is_a_wrong_call_that_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="'docx'; there are html, md, json, csv"):
        report.page(a.dossier(), "docx")


@pytest.mark.parametrize(
    "dossier", [worked_example.dossier(), a.dossier(), worked_example.provenance(), a.provenance()]
)
def test_json_follows_its_published_schema(dossier: Dossier | Provenance) -> None:
    content = json.loads(report.page(dossier, "json"))
    name = content["schema"].split("/")[1]
    schema = json.loads((files("reconcile.report") / "schemas" / f"{name}.json").read_text("utf-8"))

    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(content)


def test_listings_do_not_pay_for_the_template_engine() -> None:
    code = "import sys; from reconcile.report import rows; print(sorted({'jinja2', 'markupsafe'} & set(sys.modules)))"

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
