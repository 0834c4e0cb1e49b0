"""Embeds texts with the teacher and keeps them with their targets: centred, turned onto the principal directions, unit length.

OUT.npz: texts (as utf-8 lines, uint8), targets float16 [texts, dim], mean float32 [width], projection float32 [width, dim].
To go on from a checkpoint, give the projection that it was trained with.
"""

import argparse
import os
import random
import time

import numpy as np
import onnxruntime

from config import StudentConfig
from corpus import framed_questions, is_question, read_texts
from tokens import encode_ids, open_tokenizer, pad_rows


def choose_texts(texts: list[str], limit: int, framed: int, seed: int) -> list[str]:
    """All questions, then a random sample up to `limit`, then `framed` questions made from clauses; each text once."""
    unique = list(dict.fromkeys(texts))
    questions = [text for text in unique if is_question(text)]
    others = [text for text in unique if not is_question(text)]
    random.Random(seed).shuffle(others)
    chosen = questions + others[: max(0, limit - len(questions))]
    return list(dict.fromkeys(chosen + framed_questions(unique, framed, seed)))


def teacher_vectors(folder: str, ids: list[list[int]], threads: int, tokens_per_batch: int = 4096) -> np.ndarray:
    """CLS vectors of unit length, float16 [texts, width]; batches of like length."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(os.path.join(folder, "onnx/model_quantized.onnx"), options, providers=["CPUExecutionProvider"])
    order = np.argsort([len(row) for row in ids], kind="stable")
    vectors: np.ndarray | None = None
    at, started = 0, time.time()
    while at < len(order):
        batch = order[at : at + max(1, tokens_per_batch // (len(ids[order[at]]) + 2))]
        tokens = pad_rows([ids[i] for i in batch], max(len(ids[i]) for i in batch), np.int64)
        feed = {"input_ids": tokens, "attention_mask": (tokens != 0).astype(np.int64), "token_type_ids": np.zeros_like(tokens)}
        cls = session.run(None, feed)[0][:, 0]
        if vectors is None:
            vectors = np.zeros((len(ids), cls.shape[1]), np.float16)
        vectors[batch] = cls / np.linalg.norm(cls, axis=1, keepdims=True)
        if at // 20000 != (at + len(batch)) // 20000:
            print(f"{at + len(batch)} of {len(order)} texts, {time.time() - started:.0f} s", flush=True)
        at += len(batch)
    assert vectors is not None, "no texts"
    return vectors


def principal_directions(vectors: np.ndarray, dim: int) -> tuple[np.ndarray, np.ndarray]:
    """Mean and the `dim` strongest directions, strongest first, so that a prefix of the dimensions is itself an embedding."""
    sample = vectors[:: max(1, len(vectors) // 120_000)].astype(np.float32)
    mean = sample.mean(0)
    return mean, np.linalg.svd(sample - mean, full_matrices=False)[2][:dim].T


def project(vectors: np.ndarray, mean: np.ndarray, projection: np.ndarray) -> np.ndarray:
    """Unit vectors in the student's space."""
    targets = (vectors.astype(np.float32) - mean) @ projection
    return targets / np.linalg.norm(targets, axis=1, keepdims=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("teacher", help="folder with tokenizer.json and onnx/model_quantized.onnx")
    parser.add_argument("texts", help="one text a line, plain or .gz")
    parser.add_argument("out")
    parser.add_argument("--projection", help=".npz with mean and projection of the checkpoint to go on from")
    parser.add_argument("--limit", type=int, default=300_000)
    parser.add_argument("--framed", type=int, default=60_000)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()

    config = StudentConfig()
    texts = choose_texts(read_texts(arguments.texts), arguments.limit, arguments.framed, arguments.seed)
    ids = encode_ids(open_tokenizer(os.path.join(arguments.teacher, "tokenizer.json")), texts)
    keep = [i for i, row in enumerate(ids) if len(row) <= config.max_tokens]
    texts, ids = [texts[i] for i in keep], [ids[i] for i in keep]
    print(f"{len(texts)} texts of at most {config.max_tokens} tokens", flush=True)
    vectors = teacher_vectors(arguments.teacher, ids, arguments.threads)
    if arguments.projection:
        given = np.load(arguments.projection)
        mean, projection = given["mean"], given["projection"]
    else:
        mean, projection = principal_directions(vectors, config.dim)
    lines = np.frombuffer("\n".join(texts).encode("utf8"), np.uint8)
    np.savez(arguments.out, texts=lines, targets=project(vectors, mean, projection).astype(np.float16), mean=mean, projection=projection)


if __name__ == "__main__":
    main()
