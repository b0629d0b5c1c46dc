"""The file in which a case keeps its own words."""

import tomllib
from pathlib import Path

from reconcile.flow.settings import Settings
from reconcile.flow.workspace import Workspace
from reconcile.model import UsageError
from reconcile.values import entries
from reconcile.values.vocabulary import EMPTY, Vocabulary

LARGEST = 1024 * 1024
"""Bytes of a vocabulary: some 20,000 entries."""

REFERENCE = "docs/vocabulary.md"


class BadVocabulary(UsageError):  # noqa: N818 - reads as a sentence where it is raised
    """The file makes no vocabulary: ``complaints`` say what is wrong, a sentence each."""

    def __init__(self, file: Path, complaints: tuple[str, ...]) -> None:
        more = f" (and {len(complaints) - 1} more: `reconcile vocabulary check`)" if len(complaints) > 1 else ""
        super().__init__(f"{file}: {complaints[0]}{more}; {REFERENCE} says what stands in it")
        self.file, self.complaints = file, complaints


def of(workspace: Workspace, settings: Settings) -> Vocabulary:
    """Return the vocabulary of a case: an empty one where it has no file. Raises BadVocabulary."""
    if not settings.vocabulary and not workspace.vocabulary.exists():
        return EMPTY
    return load(place(workspace, settings))


def place(workspace: Workspace, settings: Settings) -> Path:
    """Return where the vocabulary of a case is, or would be."""
    return workspace.folder / settings.vocabulary if settings.vocabulary else workspace.vocabulary


def load(file: Path) -> Vocabulary:
    """Return the vocabulary that a file holds. Raises BadVocabulary."""
    try:
        return entries.vocabulary(tomllib.loads(content(file).decode("utf-8-sig")))
    except entries.BadEntries as error:
        raise BadVocabulary(file, error.complaints) from error
    except OSError as error:
        raise BadVocabulary(file, (f"it cannot be read: {error.strerror}",)) from error
    except RecursionError as error:
        raise BadVocabulary(file, ("it is nested too deep",)) from error
    except ValueError as error:
        raise BadVocabulary(file, (f"it is no TOML: {str(error)[:200]}",)) from error


def content(file: Path) -> bytes:
    """Return the bytes of a file, and of a larger one none. Raises OSError, BadVocabulary."""
    if not file.is_file() and file.exists():
        raise BadVocabulary(file, ("it is no regular file",))
    with file.open("rb") as opened:
        found = opened.read(LARGEST + 1)
    if len(found) > LARGEST:
        raise BadVocabulary(file, (f"it has more than {LARGEST} bytes",))
    return found
