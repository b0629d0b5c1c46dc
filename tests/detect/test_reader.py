"""The reader of pairs: pieces of words, one answer for a pair whatever is beside it, and what it says when it lacks."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from reconcile.detect import reader
from reconcile.detect.reader import COLUMNS, Reader, ReaderDamaged, ReaderLacking, export, wordpiece
from reconcile.detect.reader.wordpiece import Wordpieces

PIECES = "[PAD] [UNK] [CLS] [SEP] the mine was clo ##sed op ##en ##ed in march 19 ##9 ##8 , . a e z ##oe".split()

WIDTH = 64

calm = settings(max_examples=60, deadline=None)
texts = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=90).map(" ".join))


def pieces() -> Wordpieces:
    return Wordpieces.of("\n".join(PIECES) + "\n")


def spelt(text: str) -> list[str]:
    return [PIECES[number] for number in pieces().text(text, 99)]


def test_a_word_is_cut_into_the_longest_pieces_that_there_are() -> None:
    assert spelt("The mine CLOSED, in 1998.") == "the mine clo ##sed , in 19 ##9 ##8 .".split()


def test_accents_do_not_count() -> None:
    assert spelt("Zoë") == ["z", "##oe"]


def test_a_word_that_no_pieces_make_is_unknown_as_a_whole() -> None:
    assert spelt("mineshaft") == ["[UNK]"]


def test_the_two_sides_are_told_apart() -> None:
    found = pieces().pair("the mine", "was open", 64)

    assert [PIECES[number] for number in found.pieces] == "[CLS] the mine [SEP] was op ##en [SEP]".split()
    assert found.sides == [0, 0, 0, 0, 1, 1, 1, 1]


@calm
@given(texts, texts, st.integers(5, 64))
def test_no_row_is_longer_than_asked_for(first: str, second: str, longest: int) -> None:
    found = pieces().pair(first, second, longest)

    assert len(found.pieces) == len(found.sides) <= longest


@calm
@given(st.integers(0, 200), st.integers(0, 200), st.integers(2, 100))
def test_the_longer_text_is_shortened_first(first: int, second: int, room: int) -> None:
    kept = wordpiece.shortened(first, second, room)

    assert sum(kept) == min(room, first + second)
    assert all(each == whole or each >= room // 2 for each, whole in zip(kept, (first, second), strict=True))


def test_an_endless_text_is_read_no_further_than_needed() -> None:
    assert len(pieces().pair("the mine " * 100_000, "é" * 100_000, 64).pieces) <= 64


def counting(pieces: NDArray[np.int64], mask: NDArray[np.int64], sides: NDArray[np.int64]) -> NDArray[np.float32]:
    """Stand for a network: what it says depends on the pair alone."""
    told = np.array([[pieces.sum(), sides.sum(), mask.sum()]], dtype=np.float32)
    return np.asarray(told / told.sum(), dtype=np.float32)


pairs = st.lists(st.tuples(texts, texts), max_size=8)


@calm
@given(pairs)
def test_a_pair_gets_the_same_answer_alone_and_among_others(given_pairs: list[tuple[str, str]]) -> None:
    made = Reader(counting, pieces(), "")

    together = made.probabilities(given_pairs)

    assert together.shape == (len(given_pairs), len(COLUMNS))
    assert all((together[n] == made.probabilities([pair])[0]).all() for n, pair in enumerate(given_pairs))


def test_a_folder_without_a_model_says_so_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ReaderLacking, match=r"model\.onnx is not there; name a folder") as caught:
        reader.load(tmp_path)

    assert "\n" not in str(caught.value)


def folder(tmp_path: Path, model: bytes = b"no model", vocabulary: bytes = "\n".join(PIECES).encode()) -> Path:
    (tmp_path / reader.MODEL).write_bytes(model)
    (tmp_path / reader.PIECES).write_bytes(vocabulary)
    return tmp_path


def test_a_model_other_than_the_one_that_belongs_here_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReaderDamaged, match="its SHA-256 is"):
        reader.load(folder(tmp_path), "0" * 64)


def test_without_what_runs_it_the_way_out_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "import_module", absent)

    with pytest.raises(ReaderLacking, match=r"onnxruntime is not installed; `pip install reconcile\[reader\]`"):
        reader.load(folder(tmp_path))


def absent(name: str) -> None:
    raise ImportError(name)


def drawn(shape: tuple[int, ...], seed: int) -> NDArray[np.float32]:
    return (np.random.default_rng(seed).standard_normal(shape) * 0.2).astype(np.float32)


def matrices(layers: int = 2) -> dict[str, NDArray[np.float32]]:
    """Return a network that learned nothing."""
    tables = {"word": len(PIECES), "position": 64, "token_type": 2}
    found = {f"body.embeddings.{name}_embeddings.weight": (rows, WIDTH) for name, rows in tables.items()}
    found |= dict(normal("body.embeddings.LayerNorm"))
    for number in range(layers):
        layer = f"body.encoder.layer.{number}"
        for name in ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"):
            found |= {f"{layer}.{name}.weight": (WIDTH, WIDTH), f"{layer}.{name}.bias": (WIDTH,)}
        found |= {f"{layer}.intermediate.dense.weight": (128, WIDTH), f"{layer}.intermediate.dense.bias": (128,)}
        found |= {f"{layer}.output.dense.weight": (WIDTH, 128), f"{layer}.output.dense.bias": (WIDTH,)}
        found |= {**normal(f"{layer}.attention.output.LayerNorm"), **normal(f"{layer}.output.LayerNorm")}
    found |= {"head.1.weight": (3, 2 * WIDTH), "head.1.bias": (3,)}
    return {name: drawn(shape, seed) for seed, (name, shape) in enumerate(found.items())}


def normal(name: str) -> dict[str, tuple[int, ...]]:
    return {f"{name}.weight": (WIDTH,), f"{name}.bias": (WIDTH,)}


SAID = [("the mine was closed in march", "the mine was open"), ("the mine", "the mine"), ("a", "e")]


@pytest.fixture
def made() -> Callable[..., Reader]:
    pytest.importorskip("onnx", reason="the extra `train` is not installed")
    pytest.importorskip("onnxruntime", reason="the extra `reader` is not installed")

    def make(tmp_path: Path, *, small: bool) -> Reader:
        (tmp_path / reader.PIECES).write_text("\n".join(PIECES), encoding="utf-8")
        digest = export.write(matrices(), 1.5, tmp_path / reader.MODEL, small=small)
        return reader.load(tmp_path, digest)

    return make


def test_a_written_network_gives_probabilities(made: Callable[..., Reader], tmp_path: Path) -> None:
    found = made(tmp_path, small=True).probabilities(SAID)

    assert found.shape == (3, 3)
    assert np.allclose(found.sum(axis=1), 1, atol=1e-5)


def test_a_network_in_bytes_says_nearly_the_same(made: Callable[..., Reader], tmp_path: Path) -> None:
    full = made(tmp_path, small=False).probabilities(SAID)

    assert np.abs(made(tmp_path, small=True).probabilities(SAID) - full).max() < 0.05


def test_what_is_no_model_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime", reason="the extra `reader` is not installed")

    with pytest.raises(ReaderDamaged, match="it is no model"):
        reader.load(folder(tmp_path))


def test_a_model_of_fewer_pieces_than_its_list_has_is_refused(made: Callable[..., Reader], tmp_path: Path) -> None:
    made(tmp_path, small=False)
    (tmp_path / reader.PIECES).write_text("\n".join([*PIECES, "more"]), encoding="utf-8")

    with pytest.raises(ReaderDamaged, match="it cannot judge a pair of 64 pieces out of"):
        reader.load(tmp_path)
