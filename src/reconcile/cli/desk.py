"""What a command finds on its desk: the workspace, the settings, the database, the clock, the person."""

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile import __version__
from reconcile.flow import workspace
from reconcile.flow.by import By
from reconcile.flow.workspace import Workspace
from reconcile.model import UsageError
from reconcile.report.sinks import visible

if TYPE_CHECKING:
    from reconcile.flow.settings import Loaded, Settings
    from reconcile.store import Store
    from reconcile.values.vocabulary import Vocabulary

TOOL = f"reconcile {__version__}"

SQLITE = "sqlite:///"


@dataclass
class Desk:
    """The options that every command has, and what follows from them once it is asked for."""

    folder: Path = Path()
    database: str = ""
    quiet: bool = False
    debug: bool = False
    actor: str = ""

    @cached_property
    def workspace(self) -> Workspace:
        """The workspace. Raises NoWorkspace."""
        return workspace.found(self.folder)

    @cached_property
    def loaded(self) -> "Loaded":
        """The settings and where each came from. Raises BadSetting."""
        from platformdirs import user_config_path

        from reconcile.flow import settings

        given = {"database": self.database, "actor": self.actor}
        flags = {key: value for key, value in given.items() if value}
        user = user_config_path("reconcile") / "config.toml"
        return settings.load(Workspace(self.folder).config, user, flags, os.environ)

    @property
    def settings(self) -> "Settings":
        """The settings."""
        return self.loaded.settings

    @cached_property
    def vocabulary(self) -> "Vocabulary":
        """The case's own words. Raises BadVocabulary."""
        from reconcile.flow import vocabulary

        return vocabulary.of(Workspace(self.folder), self.settings)

    @property
    def url(self) -> str:
        """The database's URL. Raises NoWorkspace when none is configured and there is no workspace to have one."""
        url = self.settings.database
        if not url:
            return SQLITE + str(self.workspace.database.absolute())
        path = url.removeprefix(SQLITE)
        near = self.loaded.origins["database"] in ("flag", "environment")
        # In a file, a relative path is meant from the file; on the command line, from where one stands.
        return url if near or path == url or path.startswith("/") else SQLITE + str(self.folder.absolute() / path)

    @contextmanager
    def store(self) -> Iterator["Store"]:
        """Open the database for one command."""
        from reconcile import store

        opened = store.open(self.url)
        try:
            yield opened
        finally:
            opened.close()

    @property
    def now(self) -> str:
        """The time: the configured one, or now, in UTC."""
        return self.settings.clock or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    @property
    def made(self) -> tuple[str, str]:
        """When, and by which program: what reports carry."""
        return self.now, TOOL

    @property
    def by(self) -> By:
        """Who, and when. Raises UsageError where nobody knows who."""
        return By(self.settings.actor or login(), self.now)

    def say(self, text: str) -> None:
        """Talk: to standard error, unless told to be quiet."""
        if not self.quiet:
            self.warn(text)

    def warn(self, text: str) -> None:
        """Say what must be heard, in one line: to standard error. What documents hold cannot speak to the terminal."""
        print(visible(" ".join(text.splitlines())), file=sys.stderr, flush=True)  # noqa: T201 - this is the one place


def login() -> str:
    """Return the name that one is logged in by. Raises UsageError where there is none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise UsageError("nobody is logged in: say who you are with --actor or the setting `actor`") from error
