"""A folder of sources that a test fills and reads."""

from pathlib import Path

from reconcile import read
from reconcile.model import Document, Problem


class Folder:
    """A ``sources/`` folder that a test fills and reads."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def put(self, name: str, content: str | bytes) -> Path:
        """Write a file below the folder."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def read(self, *paths: Path, limits: read.Limits | None = None) -> list[read.Reading | Problem]:
        """Read the folder, or some paths."""
        return list(read.documents(paths or [self.path], root=self.path, limits=limits or read.Limits()))

    def documents(self) -> list[Document]:
        """Read the folder, and return the documents only."""
        return [reading.document for reading in self.read() if isinstance(reading, read.Reading)]

    def problems(self, **limits: int) -> list[Problem]:
        """Read the folder, and return the problems only."""
        found = self.read(limits=read.Limits(**limits))
        return [problem for problem in found if isinstance(problem, Problem)]
