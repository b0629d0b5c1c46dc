"""What may be said of a subject, read from ``matters.toml``."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Matter:
    """Subjects of one sort, and sayings about them.

    The sayings of ``one`` follow from each other, and so do those of ``other``; no saying of one side can be true
    together with one of the other. Those in ``beside`` have nothing to do with either.
    """

    subjects: tuple[str, ...]
    one: tuple[str, ...]
    other: tuple[str, ...]
    beside: tuple[str, ...]


def read(text: str) -> tuple[Matter, ...]:
    """Return the matters that a TOML text lists."""
    return tuple(Matter(**{name: tuple(said) for name, said in row.items()}) for row in tomllib.loads(text)["matter"])


MATTERS = read((files(__package__) / "matters.toml").read_text(encoding="utf-8"))
