"""Fitted matrices to the file that the reader runs: the network as an ONNX graph, its matrices in bytes.

Needs ``onnx`` and ``onnxruntime``, both of the extra ``train``.
"""

import hashlib
import math
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray

Matrices = Mapping[str, NDArray[np.float32]]
"""Matrices by the names that a BERT model has in ``transformers``, below ``body.``, and those of the head."""

HEAD_WIDTH = 32
"""Numbers of a token for one way of looking at the pair."""

OPSET, IR = 20, 9
"""Versions of ONNX that the file asks for: the first to have Gelu, so that old runtimes read it too."""

INPUTS: Sequence[str] = ("input_ids", "attention_mask", "token_type_ids")
OUTPUT = "probabilities"
"""What every reader takes, each of the shape (pairs, tokens), and what it gives, (pairs, 3): see ``Reader``."""


class Graph:
    """A graph under construction: nodes in their order, and constants by name."""

    def __init__(self) -> None:
        self.onnx: Any = import_module("onnx")
        self.nodes: list[Any] = []
        self.constants: dict[str, Any] = {}

    def add(self, operator: str, *inputs: str, **attributes: Any) -> str:
        """Add a node with one output and return the name of that."""
        name = f"{operator}_{len(self.nodes)}"
        self.nodes.append(self.onnx.helper.make_node(operator, list(inputs), [name], name=name, **attributes))
        return name

    def constant(self, name: str, value: Any) -> str:
        """Add a constant and return its name."""
        self.constants[name] = self.onnx.numpy_helper.from_array(np.asarray(value, order="C"), name)
        return name

    def integers(self, *values: int) -> str:
        """Add whole numbers as a constant."""
        return self.constant("_".join(["integers", *map(str, values)]), np.array(values, np.int64))

    def model(self) -> Any:
        """Return the model of all nodes, the last one's output being its own."""
        helper, kinds = self.onnx.helper, self.onnx.TensorProto
        inputs = [helper.make_tensor_value_info(name, kinds.INT64, ["pairs", "tokens"]) for name in INPUTS]
        output = helper.make_tensor_value_info(OUTPUT, kinds.FLOAT, ["pairs", 3])
        self.nodes[-1].output[0] = OUTPUT
        graph = helper.make_graph(self.nodes, "reader", inputs, [output], list(self.constants.values()))
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR)
        self.onnx.checker.check_model(model)
        return model


class Network(Graph):
    """The graph of one set of matrices."""

    def __init__(self, matrices: Matrices) -> None:
        super().__init__()
        self.matrices = matrices
        self.width = matrices["body.embeddings.word_embeddings.weight"].shape[1]
        self.ways = self.width // HEAD_WIDTH

    def linear(self, rows: str, *names: str) -> str:
        """Add the product of rows with matrices side by side, and their biases."""
        joined = [np.concatenate([self.matrices[f"{name}.{part}"] for name in names]) for part in ("weight", "bias")]
        product = self.add("MatMul", rows, self.constant(f"{names[0]}.weight", joined[0].T))
        return self.add("Add", product, self.constant(f"{names[0]}.bias", joined[1]))

    def normal(self, rows: str, name: str) -> str:
        """Add the normalisation of each row."""
        parts = [self.constant(f"{name}.{part}", self.matrices[f"{name}.{part}"]) for part in ("weight", "bias")]
        return self.add("LayerNormalization", rows, *parts, axis=-1, epsilon=1e-12)

    def embedded(self) -> str:
        """Add the sum of what a token, its place and its sentence give."""
        name = "body.embeddings"
        table = {part: f"{name}.{part}_embeddings.weight" for part in ("word", "position", "token_type")}
        known = {part: self.constant(each, self.matrices[each]) for part, each in table.items()}
        words = self.add("Gather", known["word"], INPUTS[0])
        length = self.add("Slice", self.add("Shape", INPUTS[0]), self.integers(1), self.integers(2))
        places = self.add("Slice", known["position"], self.integers(0), length, self.integers(0))
        sides = self.add("Gather", known["token_type"], INPUTS[2])
        return self.normal(self.add("Add", self.add("Add", words, sides), places), f"{name}.LayerNorm")

    def unseen(self) -> str:
        """Add what is added to the scores of tokens that are none: much less than nothing."""
        mask = self.add("Cast", INPUTS[1], to=self.onnx.TensorProto.FLOAT)
        away = self.add("Sub", mask, self.constant("one", np.float32(1)))
        bias = self.add("Mul", away, self.constant("never", np.float32(1e9)))
        return self.add("Unsqueeze", bias, self.integers(1, 2))

    def attention(self, rows: str, name: str, unseen: str) -> str:
        """Add what each token gathers from all others."""
        asked = self.linear(rows, *(f"{name}.self.{part}" for part in ("query", "key", "value")))
        cut = self.add("Reshape", asked, self.integers(0, 0, 3, self.ways, HEAD_WIDTH))
        turned = self.add("Transpose", cut, perm=[2, 0, 3, 1, 4])
        query, key, value = (self.add("Gather", turned, self.scalar(part), axis=0) for part in range(3))
        scores = self.add("MatMul", query, self.add("Transpose", key, perm=[0, 1, 3, 2]))
        scaled = self.add("Mul", scores, self.constant("scale", np.float32(1 / math.sqrt(HEAD_WIDTH))))
        shares = self.add("Softmax", self.add("Add", scaled, unseen), axis=-1)
        gathered = self.add("Transpose", self.add("MatMul", shares, value), perm=[0, 2, 1, 3])
        whole = self.add("Reshape", gathered, self.integers(0, 0, self.width))
        return self.normal(
            self.add("Add", rows, self.linear(whole, f"{name}.output.dense")), f"{name}.output.LayerNorm"
        )

    def scalar(self, value: int) -> str:
        """Add one whole number without an axis."""
        return self.constant(f"scalar_{value}", np.array(value, np.int64))

    def layer(self, rows: str, number: int, unseen: str) -> str:
        """Add one layer."""
        name = f"body.encoder.layer.{number}"
        seen = self.attention(rows, f"{name}.attention", unseen)
        wide = self.add("Gelu", self.linear(seen, f"{name}.intermediate.dense"))
        return self.normal(self.add("Add", seen, self.linear(wide, f"{name}.output.dense")), f"{name}.output.LayerNorm")

    def pooled(self, rows: str) -> str:
        """Add the first token's numbers beside the mean of all tokens'."""
        first = self.add("Gather", rows, self.scalar(0), axis=1)
        mask = self.add("Unsqueeze", self.add("Cast", INPUTS[1], to=self.onnx.TensorProto.FLOAT), self.integers(-1))
        total = self.add("ReduceSum", self.add("Mul", rows, mask), self.integers(1), keepdims=0)
        count = self.add("ReduceSum", mask, self.integers(1), keepdims=0)
        return self.add("Concat", first, self.add("Div", total, count), axis=-1)

    def whole(self, temperature: float) -> Any:
        """Return the model, its scores divided by the temperature before they are made probabilities."""
        rows, unseen = self.embedded(), self.unseen()
        for number in range(layers(self.matrices)):
            rows = self.layer(rows, number, unseen)
        scores = self.linear(self.pooled(rows), "head.1")
        cooled = self.add("Div", scores, self.constant("temperature", np.float32(temperature)))
        self.add("Softmax", cooled, axis=-1)
        return self.model()


def layers(matrices: Matrices) -> int:
    """Return how many layers there are."""
    return sum(name.endswith("attention.self.query.weight") for name in matrices)


def write(matrices: Matrices, temperature: float, out: Path, *, small: bool = True) -> str:
    """Write the network to a file, with ``small`` its matrices in bytes; return the file's SHA-256.

    Each column has its own scale, and seven bits are used of eight: sums of products of full bytes may overflow on
    processors that have no instruction for them. With neither the largest error of a score was three times as large.
    """
    onnx: Any = import_module("onnx")
    model = Network(matrices).whole(temperature)
    if small:
        _quantized(onnx, model, out)
    else:
        onnx.save(model, out)
    return hashlib.sha256(out.read_bytes()).hexdigest()


def _quantized(onnx: Any, model: Any, out: Path) -> None:
    quantization: Any = import_module("onnxruntime.quantization")
    kind, options = quantization.QuantType.QInt8, {"DefaultTensorType": onnx.TensorProto.FLOAT}
    with TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        onnx.save(model, full)
        quantization.quantize_dynamic(
            full, out, weight_type=kind, per_channel=True, reduce_range=True, extra_options=options
        )
