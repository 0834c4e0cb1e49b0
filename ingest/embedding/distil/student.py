"""The student: token and position table, pre-norm transformer layers (RMS norm, tanh GELU), attention pooling, one linear map, unit length."""

import jax
import jax.numpy as jnp
import numpy as np

from config import StudentConfig

Parameters = dict


def new_parameters(config: StudentConfig, vocabulary: int, seed: int, word_table: np.ndarray | None = None) -> Parameters:
    """Random parameters. `word_table` [vocabulary, any width]: the teacher's token table; its principal directions are a faster start."""
    source = np.random.RandomState(seed)

    def dense(rows: int, columns: int, gain: float = 1.0) -> np.ndarray:
        return (source.randn(rows, columns) * gain / np.sqrt(rows)).astype(np.float32)

    width, inner = config.width, config.inner
    table = source.randn(vocabulary, width).astype(np.float32) * 0.5
    if word_table is not None:
        centred = word_table.astype(np.float32) - word_table.mean(0)
        reduced = centred @ np.linalg.svd(centred, full_matrices=False)[2][:width].T
        table = reduced / reduced.std() * 0.5
    layers = [
        {
            "n1": np.ones(width, np.float32),
            "qkv": dense(width, 3 * width),
            "o": dense(width, width, 0.5),
            "n2": np.ones(width, np.float32),
            "w1": dense(width, inner),
            "b1": np.zeros(inner, np.float32),
            "w2": dense(inner, width, 0.5),
        }
        for _ in range(config.layers)
    ]
    return {
        "emb": table,
        "pos": (source.randn(config.max_tokens, width) * 0.05).astype(np.float32),
        "layers": layers,
        "ln0": np.ones(width, np.float32),
        "att": np.zeros((width, 1), np.float32),
        "out": dense(width, config.dim),
    }


def load_parameters(path: str) -> Parameters:
    """Reads what `save_parameters` wrote."""
    file = np.load(path)
    flat = {name: file[name].astype(np.float32) for name in file.files}
    count = 1 + max(int(name.split(".")[1]) for name in flat if name.startswith("layers."))
    parameters: Parameters = {name: value for name, value in flat.items() if not name.startswith("layers.")}
    parameters["layers"] = [{name.split(".")[2]: value for name, value in flat.items() if name.startswith(f"layers.{i}.")} for i in range(count)]
    return parameters


def save_parameters(path: str, parameters: Parameters) -> None:
    """Half precision, one array a name; layers as layers.INDEX.NAME."""
    flat = {name: value for name, value in parameters.items() if name != "layers"}
    for index, layer in enumerate(parameters["layers"]):
        flat.update({f"layers.{index}.{name}": value for name, value in layer.items()})
    np.savez(path, **{name: np.asarray(value).astype(np.float16) for name, value in flat.items()})


def rms_norm(x: jax.Array, gain: jax.Array) -> jax.Array:
    return x * jax.lax.rsqrt((x * x).mean(-1, keepdims=True) + 1e-6) * gain


def encode(config: StudentConfig, parameters: Parameters, tokens: jax.Array) -> jax.Array:
    """Ids [batch, length], 0 behind each row → unit vectors [batch, dim]."""
    batch, length = tokens.shape
    mask = (tokens != 0).astype(jnp.float32)
    hidden_keys = (mask[:, None, None, :] - 1) * 1e9
    head_width = config.width // config.heads

    def split_heads(x: jax.Array) -> jax.Array:
        return x.reshape(batch, length, config.heads, head_width).transpose(0, 2, 1, 3)

    h = parameters["emb"][tokens] + parameters["pos"][:length]
    for layer in parameters["layers"]:
        q, k, v = (split_heads(part) for part in jnp.split(rms_norm(h, layer["n1"]) @ layer["qkv"], 3, -1))
        attention = jax.nn.softmax(q @ k.transpose(0, 1, 3, 2) / np.sqrt(head_width) + hidden_keys, -1) @ v
        h = h + attention.transpose(0, 2, 1, 3).reshape(batch, length, config.width) @ layer["o"]
        h = h + jax.nn.gelu(rms_norm(h, layer["n2"]) @ layer["w1"] + layer["b1"]) @ layer["w2"]
    h = rms_norm(h, parameters["ln0"])
    share = jax.nn.softmax((h @ parameters["att"])[..., 0] + (mask - 1) * 1e9, -1)
    y = (h * share[..., None]).sum(1) @ parameters["out"]
    return y / jnp.linalg.norm(y, axis=1, keepdims=True)
