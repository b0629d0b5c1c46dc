"""The file in which a case keeps its own words."""

from pathlib import Path

from reconcile.flow import toml_file
from reconcile.flow.settings import Settings
from reconcile.flow.workspace import Workspace
from reconcile.model import UsageError
from reconcile.values import entries
from reconcile.values.vocabulary import EMPTY, Vocabulary

REFERENCE = "docs/vocabulary.md"


class BadVocabulary(UsageError):  # noqa: N818 - reads as a sentence where it is raised
    """The file makes no vocabulary: ``complaints`` say what is wrong, a sentence each."""

    def __init__(self, file: Path, complaints: tuple[str, ...]) -> None:
        more = f" (and {len(complaints) - 1} more: `reconcile vocabulary check`)" if len(complaints) > 1 else ""
        super().__init__(f"{file}: {complaints[0]}{more}; {REFERENCE} says what stands in it")
        self.file, self.complaints = file, complaints


def of(workspace: Workspace, settings: Settings) -> Vocabulary:
    """Return the vocabulary of a case: an empty one where it has no file. Raises BadVocabulary."""
    own = workspace.vocabulary
    if not settings.vocabulary and not own.exists() and not own.is_symlink():
        return EMPTY
    return load(place(workspace, settings))


def place(workspace: Workspace, settings: Settings) -> Path:
    """Return where the vocabulary of a case is, or would be."""
    return workspace.folder / settings.vocabulary if settings.vocabulary else workspace.vocabulary


def load(file: Path) -> Vocabulary:
    """Return the vocabulary that a file holds. Raises BadVocabulary."""
    try:
        return entries.vocabulary(toml_file.tables(file))
    except entries.BadEntries as error:
        raise BadVocabulary(file, error.complaints) from error
    except toml_file.Unreadable as error:
        raise BadVocabulary(file, (str(error),)) from error
