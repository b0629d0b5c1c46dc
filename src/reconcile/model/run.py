"""A pass of the machine, and the state of the ledger."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """One pass of the machine: program version, parameters, digests of what it read and wrote.

    A run that changed nothing is not recorded.
    """

    tool: str
    parameters: Mapping[str, str]
    inputs: Mapping[str, str]
    outputs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The ledger's state in C2SP tlog-checkpoint form: where, how many entries, RFC 6962 root."""

    origin: str
    size: int
    root: str

    def __str__(self) -> str:
        """Return the checkpoint's text, the three lines that a signature covers."""
        return f"{self.origin}\n{self.size}\n{self.root}\n"
