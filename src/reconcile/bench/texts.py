"""The texts that marked claims stand in: inside the gold itself, or in files beside it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from reconcile.bench.extraction_gold import GoldDocument, told
from reconcile.flow.toolbox import Read
from reconcile.model import Document, Problem, UsageError


@dataclass(frozen=True, slots=True)
class Skipped:
    """A marked document that could not be measured, and why."""

    document: str
    why: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.document}: skipped: {self.why}"


@dataclass(slots=True)
class Texts:
    """The texts of marked documents, each file read once. ``folder`` is None where nobody said where files are."""

    read: Read
    folder: Path | None
    known: dict[str, Document | Skipped] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Raise UsageError where the folder is none."""
        if self.folder is not None and not self.folder.is_dir():
            raise UsageError(f"{self.folder}: there is no such folder; --texts names the one that the texts are below")

    def document(self, gold: GoldDocument, scratch: Path) -> Document | Skipped:
        """Return a marked document as read, with the date that its annotator knew; else why there is none.

        Raises UsageError where something is marked beyond its end.
        """
        found = self._marked(gold) if gold.text is None else self._inline(gold, scratch)
        if isinstance(found, Skipped):
            return replace(found, document=gold.id)
        return replace(found, published=gold.reference_date) if gold.reference_date else found

    def beside(self, name: str) -> Document | Skipped:
        """Return the document of a file in the folder."""
        if name not in self.known:
            self.known[name] = self._file(name)
        return self.known[name]

    def _marked(self, gold: GoldDocument) -> Document | Skipped:
        found = self.beside(gold.file)
        if isinstance(found, Skipped):
            return found
        if found.sha256 != gold.sha256.lower():
            return Skipped(gold.id, f"{gold.file} is not the file that was marked: its SHA-256 is another")
        told(gold.line or gold.id, lambda: gold.hold(len(found.text)))
        return found

    def _inline(self, gold: GoldDocument, scratch: Path) -> Document | Skipped:
        """Read a text that is in the gold, by way of a file, as any document is read."""
        text = gold.text or ""
        place = scratch / f"{sum(1 for _ in scratch.iterdir())}.txt"
        place.write_bytes(text.encode("utf-8", errors="replace"))
        found = next(self._readings(place, scratch), Skipped(gold.id, "it holds no text"))
        if isinstance(found, Document) and found.text != text:
            return Skipped(gold.id, "it is read otherwise than it is written, so that no offset would hold")
        return found

    def _file(self, name: str) -> Document | Skipped:
        if self.folder is None:
            return Skipped(name, f"{name} is not in it; say where the texts are with --texts")
        place = self.folder / name
        try:
            there = place.is_file() and place.resolve().is_relative_to(self.folder.resolve())
        except OSError:  # a name that no file can have
            there = False
        if not there:
            return Skipped(name, f"there is no {name} in {self.folder}")
        return next(self._readings(place, self.folder), Skipped(name, "it gives no text"))

    def _readings(self, place: Path, root: Path) -> Iterator[Document | Skipped]:
        """Yield the document, or the reason why there is none."""
        items = list(self.read([place], root))
        yield from (item.document for item in items if not isinstance(item, Problem))
        yield from (Skipped(place.name, item.message) for item in items if isinstance(item, Problem) and item.refused)
