"""The expected pages, one file each."""

from dataclasses import dataclass
from pathlib import Path

GOLDEN = Path(__file__).parents[1] / "golden" / "report"


@dataclass(frozen=True)
class Golden:
    """The expected pages, by name; ``update`` writes them anew."""

    update: bool

    def holds(self, name: str, page: str) -> bool:
        """Say whether ``page`` is the golden one, byte for byte."""
        path = GOLDEN / name
        if self.update:
            path.write_bytes(page.encode())
        return path.is_file() and path.read_bytes() == page.encode()
