import subprocess
import sys
from importlib.metadata import EntryPoint

import pytest

import stages
from cases import Case
from reconcile import match, read, report
from reconcile.flow import toolbox
from reconcile.flow.settings import Settings


def install(monkeypatch: pytest.MonkeyPatch, group: str, name: str, value: str) -> None:
    """Make it look as if a package had an entry point."""
    entry = EntryPoint(name, value, group)
    monkeypatch.setattr(toolbox, "entry_points", lambda group: [entry] if group == entry.group else [])


def test_the_defaults_are_those_of_the_stages() -> None:
    settings = Settings()

    assert read.Limits(**settings.reading.model_dump()) == read.Limits()
    assert match.Plan(**settings.matching.model_dump()) == match.Plan()
    assert tuple(settings.report.formats) == tuple(report.RENDERERS)


def test_without_plugins_nothing_is_wrong() -> None:
    tools = toolbox.standard(Settings())

    assert tools.problems == ()
    assert set(tools.versions) == {"extract", "match", "detect"}


def test_what_can_change_a_result_changes_a_version() -> None:
    other = Settings.model_validate({"matching": {"threshold": 0.9}})

    assert toolbox.standard(other).versions != toolbox.standard(Settings()).versions


@pytest.mark.parametrize("group", [toolbox.READERS, toolbox.EXTRACTORS, toolbox.DETECTORS])
def test_a_plugin_that_does_not_load_is_a_problem_and_no_crash(monkeypatch: pytest.MonkeyPatch, group: str) -> None:
    install(monkeypatch, group, "broken", "no_such_module:thing")

    (problem,) = toolbox.standard(Settings()).problems

    assert (problem.code, problem.refused) == (toolbox.PLUGIN, False)
    assert "broken" in problem.document


def test_an_extractor_adds_to_the_built_in_one(monkeypatch: pytest.MonkeyPatch, case: Case) -> None:
    install(monkeypatch, toolbox.EXTRACTORS, "lines", "stages:claims")
    tools = toolbox.standard(Settings())
    case.write("a.txt", "no claim in here, only words")
    (reading,) = (item for item in stages.documents([case.sources], case.sources) if isinstance(item, read.Reading))

    quotes = [getattr(item, "quote", "") for item in tools.extract(reading.document)]

    assert "no claim in here, only words" in quotes
    assert f"{toolbox.EXTRACTORS}:lines" in tools.versions


def test_a_detector_adds_verdicts_and_the_built_in_ones_come_first(disputed: Case) -> None:
    with disputed.store.reading() as reader:
        links = list(reader.links())
        claims = {claim.id: claim for claim in reader.claims()}
    both = toolbox.detecting(stages.verdicts, [stages.verdicts])

    assert list(both(iter(links), claims)) == list(stages.verdicts(links, claims))


def test_a_report_format_can_be_added_and_none_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, toolbox.REPORTS, "html", "builtins:repr")
    assert toolbox.renderers()[0]["html"] is report.RENDERERS["html"]

    install(monkeypatch, toolbox.REPORTS, "txt", "builtins:repr")
    assert toolbox.renderers()[0]["txt"] is repr


def test_the_versions_of_what_extracts_are_told_without_loading_it(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, toolbox.EXTRACTORS, "lines", "stages:claims")
    words_alone = Settings.model_validate({"extraction": {"syntax": False}})

    for given in (Settings(), words_alone):
        assert toolbox.extractors(given) == toolbox.standard(given).extractors
    assert toolbox.extractors(words_alone) != toolbox.extractors(Settings())


def test_asking_for_versions_waits_for_no_lexicon() -> None:
    asked = "from reconcile.flow import settings, toolbox; toolbox.extractors(settings.Settings())"
    told = f"import sys; {asked}; print([name for name in sys.modules if name.startswith('reconcile.extract.')])"

    assert subprocess.run([sys.executable, "-c", told], capture_output=True, text=True).stdout == "[]\n"
