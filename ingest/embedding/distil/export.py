"""Writes a checkpoint as an ONNX graph: input_ids, attention_mask int64 [batch, tokens] → sentence_embedding float32 [batch, dim], unit length.

Products are computed in int8: weights with one scale a column (a row for the token table), activations with one fixed range a product, measured
on calibration texts. Ranges taken from each batch instead, as dynamic quantisation does, make a text's vector depend on which other texts share
its batch (cosine 0.9995 between alone and together), so that a rebuilt index would differ from the one before.
"""

import argparse
import os
import random

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from config import StudentConfig
from corpus import read_texts
from student import load_parameters
from tokens import encode_ids, open_tokenizer

# Weights use 7 of the 8 bits: processors without VNNI add pairs of products in 16 bits, which would overflow with all 8.
WEIGHT_LEVELS = 63
# Outliers beyond this share of the values are clipped, so that the rest keeps its resolution.
CLIPPED_SHARE = 2e-5
OPSET, IR_VERSION = 13, 8
GELU_INNER, GELU_CUBE = 0.7978845608, 0.044715


class GraphBuilder:
    """Collects nodes and constants under fresh names. `ranges`: lowest and highest input of each product, None for a float graph."""

    def __init__(self, ranges: dict[str, tuple[float, float]] | None) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}
        self.ranges = ranges
        self.products: dict[str, str] = {}

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value).reshape(value.shape), name)
        return name

    def node(self, op: str, *inputs: str, name: str | None = None, **attributes) -> str:
        output = name or f"{op}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(op, list(inputs), [output], **attributes))
        return output

    def product(self, x: str, name: str, weight: np.ndarray) -> str:
        """x @ weight; `products` remembers which tensor goes in, so that its range can be measured."""
        self.products[name] = x
        if self.ranges is None:
            return self.node("MatMul", x, self.constant(name, weight))
        low, high = self.ranges[name]
        scale = self.constant(f"{name}_in_scale", np.array((high - low) / 255, np.float32))
        zero = self.constant(f"{name}_in_zero", np.array(round(-low / ((high - low) / 255)), np.uint8))
        x = self.node("DequantizeLinear", self.node("QuantizeLinear", x, scale, zero), scale, zero)
        quantised, scales = quantise(weight, axis=0)
        zeros = self.constant(f"{name}_zero", np.zeros(weight.shape[1], np.int8))
        w = self.node("DequantizeLinear", self.constant(f"{name}_int8", quantised), self.constant(f"{name}_scale", scales[0]), zeros, axis=1)
        return self.node("MatMul", x, w)


def quantise(value: np.ndarray, axis: int, levels: int = WEIGHT_LEVELS) -> tuple[np.ndarray, np.ndarray]:
    """int8 values and the float32 scale that undoes them, the largest magnitude along `axis` becoming `levels`."""
    scale = np.maximum(np.abs(value).max(axis, keepdims=True), 1e-12) / levels
    return np.round(value / scale).astype(np.int8), scale.astype(np.float32)


def build_graph(config: StudentConfig, parameters: dict, ranges: dict[str, tuple[float, float]] | None) -> tuple[onnx.ModelProto, dict[str, str]]:
    """The computation of `student.encode`, node by node; and for each product the tensor that goes into it."""
    g = GraphBuilder(ranges)
    head_width = config.width // config.heads
    scalar = {name: g.constant(name, np.array(value, np.float32)) for name, value in
              {"eps": 1e-6, "one": 1, "half": 0.5, "big": 1e9, "scale": 1 / np.sqrt(head_width), "gelu_inner": GELU_INNER, "gelu_cube": GELU_CUBE}.items()}  # fmt: skip
    axis = {name: g.constant(f"axis_{name}", np.array(value, np.int64)) for name, value in {"0": [0], "1": [1], "last": [-1], "12": [1, 2]}.items()}
    heads_shape = g.constant("heads_shape", np.array([0, 0, 3, config.heads, head_width], np.int64))
    flat_shape = g.constant("flat_shape", np.array([0, 0, config.width], np.int64))

    def rms_norm(x: str, name: str, gain: np.ndarray) -> str:
        mean = g.node("ReduceMean", g.node("Mul", x, x), axes=[-1], keepdims=1)
        return g.node("Mul", g.node("Div", x, g.node("Sqrt", g.node("Add", mean, scalar["eps"]))), g.constant(name, gain))

    def gelu(u: str) -> str:
        cube = g.node("Mul", g.node("Mul", u, u), u)
        t = g.node("Tanh", g.node("Mul", scalar["gelu_inner"], g.node("Add", u, g.node("Mul", scalar["gelu_cube"], cube))))
        return g.node("Mul", g.node("Mul", scalar["half"], u), g.node("Add", scalar["one"], t))

    def hide(mask: str) -> str:
        return g.node("Mul", g.node("Sub", mask, scalar["one"]), scalar["big"])

    mask = g.node("Cast", "attention_mask", to=TensorProto.FLOAT)
    length = g.node("Gather", g.node("Shape", "input_ids"), axis["1"], axis=0)
    table, table_scale = quantise(parameters["emb"], axis=1, levels=127)
    words = g.node("Cast", g.node("Gather", g.constant("emb_int8", table), "input_ids"), to=TensorProto.FLOAT)
    words = g.node("Mul", words, g.node("Gather", g.constant("emb_scale", table_scale), "input_ids"))
    x = g.node("Add", words, g.node("Slice", g.constant("pos", parameters["pos"]), axis["0"], length, axis["0"]))
    hidden_keys = hide(g.node("Unsqueeze", mask, axis["12"]))
    for index, layer in enumerate(parameters["layers"]):
        qkv = g.product(rms_norm(x, f"n1_{index}", layer["n1"]), f"qkv_{index}", layer["qkv"])
        qkv = g.node("Transpose", g.node("Reshape", qkv, heads_shape), perm=[2, 0, 3, 1, 4])
        q, k, v = (g.node("Gather", qkv, g.constant(f"part_{index}_{part}", np.array(part, np.int64)), axis=0) for part in range(3))
        scores = g.node("Mul", g.node("MatMul", q, g.node("Transpose", k, perm=[0, 1, 3, 2])), scalar["scale"])
        attention = g.node("MatMul", g.node("Softmax", g.node("Add", scores, hidden_keys), axis=-1), v)
        attention = g.node("Reshape", g.node("Transpose", attention, perm=[0, 2, 1, 3]), flat_shape)
        x = g.node("Add", x, g.product(attention, f"o_{index}", layer["o"]))
        inner = g.product(rms_norm(x, f"n2_{index}", layer["n2"]), f"w1_{index}", layer["w1"])
        inner = gelu(g.node("Add", inner, g.constant(f"b1_{index}", layer["b1"])))
        x = g.node("Add", x, g.product(inner, f"w2_{index}", layer["w2"]))
    x = rms_norm(x, "ln0", parameters["ln0"])
    share = g.node("Add", g.node("MatMul", x, g.constant("att", parameters["att"])), hide(g.node("Unsqueeze", mask, axis["last"])))
    pooled = g.node("ReduceSum", g.node("Mul", x, g.node("Softmax", share, axis=1)), axis["1"], keepdims=0)
    y = g.product(pooled, "out", parameters["out"])
    g.node("Div", y, g.node("ReduceL2", y, axes=[-1], keepdims=1), name="sentence_embedding")

    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens"]) for name in ("input_ids", "attention_mask")]
    output = helper.make_tensor_value_info("sentence_embedding", TensorProto.FLOAT, ["batch", config.dim])
    graph = helper.make_graph(g.nodes, "youju-encoder", inputs, [output], list(g.constants.values()))
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
    onnx.checker.check_model(model)
    return model, g.products


def measure_ranges(config: StudentConfig, parameters: dict, ids: list[list[int]]) -> dict[str, tuple[float, float]]:
    """Lowest and highest input of each product over the calibration texts, outliers clipped, zero always inside."""
    model, products = build_graph(config, parameters, None)
    for tensor in dict.fromkeys(products.values()):
        model.graph.output.append(helper.make_tensor_value_info(tensor, TensorProto.FLOAT, None))
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    seen: dict[str, list[np.ndarray]] = {name: [] for name in products}
    for row in ids:
        tokens = np.array([row[: config.max_tokens]], np.int64)
        values = session.run(list(products.values()), {"input_ids": tokens, "attention_mask": np.ones_like(tokens)})
        for name, value in zip(products, values, strict=True):
            seen[name].append(value.ravel())
    ranges = {}
    for name, values in seen.items():
        low, high = np.quantile(np.concatenate(values), [CLIPPED_SHARE, 1 - CLIPPED_SHARE])
        ranges[name] = (min(0.0, float(low)), max(0.0, float(high)))
    return ranges


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", help=".npz of train.py")
    parser.add_argument("tokenizer", help="tokenizer.json")
    parser.add_argument("texts", help="calibration texts, one a line, plain or .gz; a sample of them is used")
    parser.add_argument("out", help="where to write model_quantized.onnx")
    parser.add_argument("--calibration", type=int, default=1500)
    arguments = parser.parse_args()
    config, parameters = StudentConfig(), load_parameters(arguments.checkpoint)
    texts = [text for text in read_texts(arguments.texts) if len(text) <= config.max_tokens]
    sample = random.Random(7).sample(texts, min(arguments.calibration, len(texts)))
    ranges = measure_ranges(config, parameters, encode_ids(open_tokenizer(arguments.tokenizer), sample))
    onnx.save(build_graph(config, parameters, ranges)[0], arguments.out)
    print(f"{arguments.out}: {os.path.getsize(arguments.out) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
