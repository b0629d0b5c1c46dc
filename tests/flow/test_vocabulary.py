"""The case's own words: read from its file, told in one line where they are wrong, and part of every version."""

from pathlib import Path

import pytest

from cases import Case
from reconcile.flow import toml_file, toolbox, vocabulary
from reconcile.flow.analyse import Analysed
from reconcile.flow.settings import Settings
from reconcile.flow.workspace import Workspace
from reconcile.values.vocabulary import EMPTY, Vocabulary

KNOWN = Vocabulary(aliases={"Iraq Survey Group": ("the Survey Group",)})


def written(tmp_path: Path, text: str, name: str = "vocabulary.toml") -> Workspace:
    (tmp_path / name).write_bytes(text.encode())
    return Workspace(tmp_path)


def test_a_case_without_the_file_has_an_empty_one(tmp_path: Path) -> None:
    assert vocabulary.of(Workspace(tmp_path), Settings()) == EMPTY


def test_the_file_says_what_it_says(tmp_path: Path) -> None:
    workspace = written(tmp_path, '[aliases]\n"Iraq Survey Group" = ["the Survey Group"]\n')

    assert vocabulary.of(workspace, Settings()) == KNOWN


def test_another_file_can_be_named(tmp_path: Path) -> None:
    workspace = written(tmp_path, '[aliases]\n"Iraq Survey Group" = "the Survey Group"\n', "words.toml")

    assert vocabulary.of(workspace, Settings(vocabulary="words.toml")) == KNOWN


def test_a_file_that_was_named_has_to_be_there(tmp_path: Path) -> None:
    with pytest.raises(vocabulary.BadVocabulary, match=r"words\.toml: it cannot be read"):
        vocabulary.of(Workspace(tmp_path), Settings(vocabulary="words.toml"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[aliases\n", "TOML"),
        ("[alias]\n", "[aliases]"),
        ('[periods]\n"the War" = "soon"\n', "'the War'"),
        ('[spellings]\n"a b" = "c"\n"d e" = "f"\n', "1 more"),
        (f"x = {'[' * 5000}", "nested too deep"),
        ("#" * (toml_file.LARGEST + 1), "bytes"),
        ('[aliases]\n"Iraq\\u001b[31m" = "Iraqi"\n', "U+001B"),
        ('[aliases]\n"Iraq" = "Ira\\nqi"\n', "U+000A"),
    ],
)
def test_what_is_wrong_is_told_in_one_line_with_the_file(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(vocabulary.BadVocabulary) as raised:
        vocabulary.of(written(tmp_path, text), Settings())

    assert told in str(raised.value)
    assert "vocabulary.toml" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_link_that_leads_nowhere_is_no_case_without_words(tmp_path: Path) -> None:
    (tmp_path / "vocabulary.toml").symlink_to(tmp_path / "moved.toml")

    with pytest.raises(vocabulary.BadVocabulary, match="cannot be read"):
        vocabulary.of(Workspace(tmp_path), Settings())


def test_a_folder_of_that_name_is_no_vocabulary(tmp_path: Path) -> None:
    (tmp_path / "vocabulary.toml").mkdir()

    with pytest.raises(vocabulary.BadVocabulary, match="no regular file"):
        vocabulary.of(Workspace(tmp_path), Settings())


@pytest.mark.parametrize("stage", ["extract", "match", "detect"])
def test_another_vocabulary_is_another_version_of_what_uses_it(stage: str) -> None:
    versions = [toolbox.standard(Settings(), known).versions[stage] for known in (EMPTY, KNOWN, Vocabulary())]

    assert versions[0] != versions[1]
    assert versions[0] == versions[2]


def test_a_changed_vocabulary_compares_everything_anew_and_the_same_one_nothing(case: Case) -> None:
    case.write("press.txt", "The Bravo Cell shipped its generators to Habbaniya.")
    case.write("iraq.txt", "The First Engineering Brigade stayed behind.")
    known = Vocabulary(aliases={"First Engineering Brigade": ("Bravo Cell",)})
    before = Case(case.sources, case.store, toolbox.standard(Settings()))
    after = Case(case.sources, case.store, toolbox.standard(Settings(), known))

    assert before.run().links == 0
    assert after.run().links == 1
    assert after.run() == Analysed()
