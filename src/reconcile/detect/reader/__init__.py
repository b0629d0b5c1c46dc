"""A small trained model that reads two sentences together: do they clash, agree, or neither."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from reconcile.detect.reader.wordpiece import Encoded, Wordpieces
from reconcile.model import ReconcileError

Probabilities = NDArray[np.float32]

COLUMNS = ("conflict", "agree", "neutral")
"""What the three probabilities of a pair are of: the second clashes with the first, follows from it, or neither."""

MODEL, PIECES = "model.onnx", "vocab.txt"
"""The two files of a reader's folder."""

BUILT_IN = "weights"
DIGEST = ""
"""SHA-256 of the built-in reader's model; empty as long as none is built in."""

LONGEST = 64
"""Pieces of a pair that are read; about forty-five words."""

INPUTS = ("input_ids", "attention_mask", "token_type_ids")
OUTPUT = "probabilities"


class ReaderLacking(ReconcileError):  # noqa: N818 - reads as a sentence where it is raised
    """There is no reader: its files, or what runs them, are not there."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"sentences cannot be read in pairs: {what}; {remedy}")
        self.what = what


class ReaderDamaged(ReconcileError):  # noqa: N818
    """The reader's files are not what a reader has, or not those that belong here."""

    def __init__(self, file: Path, complaint: str) -> None:
        super().__init__(f"{file}: {complaint}; install it again, or name another folder")
        self.file, self.complaint = file, complaint


class Network(Protocol):
    """What gives the probabilities of one pair, of the shape (1, 3), for its three inputs of the shape (1, pieces)."""

    def __call__(self, pieces: NDArray[np.int64], mask: NDArray[np.int64], sides: NDArray[np.int64]) -> Probabilities:
        """Return the probabilities."""
        ...


@dataclass(frozen=True, slots=True)
class Reader:
    """A model with the pieces that it reads. ``digest`` is the SHA-256 of its file: another one says other things."""

    network: Network
    pieces: Wordpieces
    digest: str

    def probabilities(self, pairs: Iterable[tuple[str, str]]) -> Probabilities:
        """Return the probabilities of pairs, of the shape (n, 3), in the order of COLUMNS.

        The order within a pair matters. Each pair is computed by itself, because in a model of bytes the numbers of one
        pair would otherwise change with what stands beside it, by up to 0.3; that costs 3 to 8 % of the speed.
        """
        found = [self.judge(self.pieces.pair(first, second, LONGEST)) for first, second in pairs]
        return np.concatenate(found) if found else np.zeros((0, len(COLUMNS)), np.float32)

    def judge(self, pair: Encoded) -> Probabilities:
        """Return the probabilities of one pair, of the shape (1, 3)."""
        pieces, sides = (np.array([each], dtype=np.int64) for each in (pair.pieces, pair.sides))
        return self.network(pieces, np.ones_like(pieces), sides)


def probabilities(pairs: Sequence[tuple[str, str]], folder: Path | None = None) -> Probabilities:
    """Return what the reader in ``folder``, or the built-in one, says of each pair; see ``Reader.probabilities``.

    Raises ReaderLacking, ReaderDamaged.
    """
    return (load(folder) if folder else built_in()).probabilities(pairs)


@cache
def built_in() -> Reader:
    """Return the reader that comes with the package, read once. Raises ReaderLacking, ReaderDamaged."""
    return load(Path(str(files(__package__))) / BUILT_IN, DIGEST)


def load(folder: Path, digest: str = "") -> Reader:
    """Return the reader of a folder with MODEL and PIECES; with ``digest`` only where that is its model's SHA-256.

    Raises ReaderLacking where a file or onnxruntime is absent, ReaderDamaged where they are no reader's.
    """
    model, pieces = _content(folder / MODEL), _content(folder / PIECES)
    found = hashlib.sha256(model).hexdigest()
    if digest and found != digest:
        raise ReaderDamaged(folder / MODEL, f"its SHA-256 is {found}, not {digest}")
    made = Reader(_network(model, folder / MODEL), _pieces(pieces, folder / PIECES), found)
    _tried(made, folder / MODEL)
    return made


def _tried(made: Reader, file: Path) -> None:
    """Let a reader judge the pair with the highest piece, so that what does not fit together is told now."""
    highest = max(made.pieces.numbers.values())
    try:
        shape = made.judge(Encoded([highest] * LONGEST, [0, 1] * (LONGEST // 2))).shape
    except Exception as error:  # onnxruntime raises classes of its own, and which one is not promised
        raise ReaderDamaged(file, f"it cannot judge a pair of {LONGEST} pieces out of {highest + 1}") from error
    if shape != (1, len(COLUMNS)):
        raise ReaderDamaged(file, f"it gives {shape} for one pair, not {(1, len(COLUMNS))}")


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise ReaderLacking(f"{file} is not there", "name a folder that holds a reader") from error


def _pieces(content: bytes, file: Path) -> Wordpieces:
    try:
        found = Wordpieces.of(content.decode())
    except UnicodeDecodeError as error:
        raise ReaderDamaged(file, "it is no text in UTF-8") from error
    if found.lacking:
        raise ReaderDamaged(file, f"it lacks {', '.join(found.lacking)}")
    return found


def _network(content: bytes, file: Path) -> Network:
    """Return a model as a function, on one thread: the same sums on every machine's number of cores."""
    try:
        runtime: Any = import_module("onnxruntime")
    except ImportError as error:
        raise ReaderLacking("onnxruntime is not installed", "`pip install reconcile[reader]`") from error
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    try:
        session = runtime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises classes of its own, and which one is not promised
        raise ReaderDamaged(file, "it is no model that onnxruntime reads") from error
    return _checked(session, file)


def _checked(session: Any, file: Path) -> Network:
    """Return a session as a function. Raises ReaderDamaged where it takes or gives other things than a reader."""
    given, taken = [each.name for each in session.get_outputs()], {each.name for each in session.get_inputs()}
    if OUTPUT not in given or not taken <= set(INPUTS):
        raise ReaderDamaged(file, f"a reader takes {', '.join(INPUTS)} and gives {OUTPUT}")

    def run(pieces: NDArray[np.int64], mask: NDArray[np.int64], sides: NDArray[np.int64]) -> Probabilities:
        inputs = dict(zip(INPUTS, (pieces, mask, sides), strict=True))
        found: Probabilities = session.run([OUTPUT], {name: inputs[name] for name in taken})[0]
        return found

    return run


__all__ = ["COLUMNS", "Probabilities", "Reader", "ReaderDamaged", "ReaderLacking", "built_in", "load", "probabilities"]
