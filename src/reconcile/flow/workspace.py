"""The folder that holds one case: its settings, its sources, its database, its reports."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from reconcile.model import ReconcileError, UsageError

MARK = "reconcile.toml"
"""The file that makes a folder a workspace."""

PACKAGE = Path(__file__).parents[1]


class NoWorkspace(UsageError):  # noqa: N818 - reads as a sentence where it is raised
    """There is no workspace in the folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} is no workspace (it has no {MARK}); make one with `reconcile init {folder}`")
        self.folder = folder


class Occupied(ReconcileError):  # noqa: N818
    """Something stands where a workspace was to be made."""

    def __init__(self, folder: Path, found: str) -> None:
        super().__init__(f"{folder} {found}; nothing was changed: name a folder that is new or empty")
        self.folder = folder


@dataclass(frozen=True, slots=True)
class Workspace:
    """The places in a workspace. Says where things are; touches nothing."""

    folder: Path

    @property
    def config(self) -> Path:
        """The settings of the case."""
        return self.folder / MARK

    @property
    def vocabulary(self) -> Path:
        """The case's own words, where no other file is configured; it need not be there."""
        return self.folder / "vocabulary.toml"

    @property
    def sources(self) -> Path:
        """The documents, each with what is known of it beside it."""
        return self.folder / "sources"

    @property
    def database(self) -> Path:
        """The database file, where no other is configured."""
        return self.folder / "db" / "reconcile.sqlite"

    @property
    def reports(self) -> Path:
        """Where reports go, where nothing else is configured."""
        return self.folder / "reports"

    @property
    def exists(self) -> bool:
        """Whether this is a workspace."""
        return self.config.is_file()


def found(folder: Path) -> Workspace:
    """Return the workspace in ``folder``. Raises NoWorkspace."""
    workspace = Workspace(folder)
    if not workspace.exists:
        raise NoWorkspace(folder)
    return workspace


def create(folder: Path, config: str) -> Workspace:
    """Make a workspace with ``config`` as its settings. Raises Occupied; overwrites nothing.

    A folder that holds ``sources/`` and nothing else is taken as it is: people collect before they begin.
    """
    workspace = Workspace(folder)
    check_free(workspace)
    try:
        for place in (workspace.sources, workspace.database.parent, workspace.reports):
            place.mkdir(parents=True, exist_ok=True)
        with workspace.config.open("x", encoding="utf-8") as file:
            file.write(config)
    except OSError as error:
        raise ReconcileError(f"{folder}: a workspace cannot be made there: {error.strerror}") from error
    return workspace


def check_free(workspace: Workspace) -> None:
    """Raise Occupied where ``create`` would have to write over something."""
    folder = workspace.folder
    if workspace.exists:
        raise Occupied(folder, "already is a workspace")
    if folder.exists() and not folder.is_dir():
        raise Occupied(folder, "is a file")
    if folder.is_dir() and (others := sorted(each.name for each in folder.iterdir() if each != workspace.sources)):
        raise Occupied(folder, f"is not empty (it holds {others[0]})")


def shipped_sources() -> Path:
    """Return the worked example's documents: the checkout's where this is one, else the wheel's copy.

    An editable install carries a copy too, made when it was installed; the checkout's is the one that is true. Only a
    package in ``src/`` is a checkout's: `pip install --target` can put one beside a stranger's ``sources/``.
    """
    checkout = PACKAGE.parents[1]
    here = checkout / "sources"
    ours = PACKAGE.parent.name == "src" and (checkout / "pyproject.toml").is_file()
    return here if ours and here.is_dir() else PACKAGE / "_bundled" / "sources"


def copy_sources(workspace: Workspace) -> None:
    """Lay the worked example's documents into the workspace, over an earlier copy of them.

    Their bytes only: had they the modes of a read-only installation, a second copy would fail.
    Raises ReconcileError where they cannot be written.
    """
    try:
        workspace.sources.mkdir(exist_ok=True)
        for document in sorted(shipped_sources().iterdir()):
            shutil.copyfile(document, workspace.sources / document.name)
    except OSError as error:
        raise ReconcileError(f"{workspace.sources}: the example cannot be laid there: {error.strerror}") from error
