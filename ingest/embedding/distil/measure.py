"""Measures an exported encoder: cosine to the teacher on texts that were not learnt from, and retrieval on question sets.

A question set is a folder (or PREFIX-) with corpus.jsonl {id, title, text, sentences?} and queries.jsonl {id, question, gold, category?}; gold is a
list of ids, any of which will do, or a list of such lists, each to be found. Three rows a set: words alone (BM25 over characters and
bigrams), meaning alone (cosine of the passage's best sentence), and both: BM25 ÷ what the question could score at most + 0.25 × cosine.
"""

import argparse
import json
import math
import os
import re
import unicodedata
from collections import Counter

import numpy as np
import onnxruntime

from config import StudentConfig, TrainConfig
from teacher import project, teacher_vectors
from tokens import encode_ids, open_tokenizer, pad_rows
from train import read_targets

K1, B = 1.2, 0.75
DENSE_WEIGHT = 0.25
CLS, SEP = 101, 102


class StudentEncoder:
    """The exported graph, with windows for texts that are longer than it takes."""

    def __init__(self, folder: str, threads: int = 2) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.tokenizer = open_tokenizer(os.path.join(folder, "tokenizer.json"))
        self.session = onnxruntime.InferenceSession(os.path.join(folder, "onnx/model_quantized.onnx"), options, providers=["CPUExecutionProvider"])
        self.window = StudentConfig().max_tokens - 2

    def encode(self, texts: list[str]) -> np.ndarray:
        windows = [
            (at, [CLS, *row[start : start + self.window], SEP], min(self.window, len(row) - start))
            for at, row in enumerate([ids[1:-1] for ids in encode_ids(self.tokenizer, texts)])
            for start in range(0, max(1, len(row)), self.window)
        ]
        windows.sort(key=lambda window: len(window[1]))
        sums = np.zeros((len(texts), StudentConfig().dim), np.float32)
        for start in range(0, len(windows), 64):
            part = windows[start : start + 64]
            tokens = pad_rows([ids for _, ids, _ in part], len(part[-1][1]), np.int64)
            vectors = self.session.run(None, {"input_ids": tokens, "attention_mask": (tokens != 0).astype(np.int64)})[0]
            for (at, _, share), vector in zip(part, vectors, strict=True):
                sums[at] += vector * share
        return sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)


class TeacherEncoder:
    """The teacher in the student's space: centred, projected, unit length."""

    def __init__(self, folder: str, projection: str, threads: int = 2) -> None:
        self.folder, self.threads = folder, threads
        self.tokenizer = open_tokenizer(os.path.join(folder, "tokenizer.json"))
        given = np.load(projection)
        self.mean, self.projection = given["mean"], given["projection"]

    def encode(self, texts: list[str]) -> np.ndarray:
        ids = [row[:256] for row in encode_ids(self.tokenizer, texts)]
        return project(teacher_vectors(self.folder, ids, self.threads), self.mean, self.projection).astype(np.float32)


def read_set(path: str) -> tuple[list[dict], list[dict]]:
    """Corpus and queries; `path` is a folder or a prefix that ends with -."""
    start = path if path.endswith("-") else os.path.join(path, "")

    def read(name: str) -> list[dict]:
        with open(start + name, encoding="utf8") as lines:
            return [json.loads(line) for line in lines]

    return read("corpus.jsonl"), read("queries.jsonl")


def split_sentences(text: str) -> list[str]:
    return [part for part in re.findall(r"[^。；！？!?\n]*[。；！？!?\n]?", text) if part.strip()] or [text]


def terms(text: str) -> list[str]:
    """Characters and bigrams of Han, whole Latin words and figures."""
    found = []
    for run in re.findall(r"[\u4e00-\u9fff]+|[a-z0-9.]+", unicodedata.normalize("NFKC", text).lower()):
        found += [run] if run[0] < "\u4e00" else [*run, *(run[i : i + 2] for i in range(len(run) - 1))]
    return found


def lexical_scores(corpus: list[dict], questions: list[str]) -> np.ndarray:
    """BM25 ÷ the question's ceiling, Σ idf·(k1 + 1) over its terms, found or not: [questions, passages]."""
    counts = [Counter(terms(passage.get("title", "") + "\n" + passage["text"])) for passage in corpus]
    lengths = np.array([sum(count.values()) for count in counts], np.float32)
    postings: dict[str, list[tuple[int, int]]] = {}
    for row, count in enumerate(counts):
        for term, occurrences in count.items():
            postings.setdefault(term, []).append((row, occurrences))
    norm = K1 * (1 - B + B * lengths / lengths.mean())
    scores = np.zeros((len(questions), len(corpus)), np.float32)
    for at, question in enumerate(questions):
        ceiling = 0.0
        for term in set(terms(question)):
            found = np.array(postings.get(term, []), np.int64).reshape(-1, 2)
            idf = math.log(1 + (len(corpus) - len(found) + 0.5) / (len(found) + 0.5))
            ceiling += idf * (K1 + 1)
            scores[at, found[:, 0]] += idf * found[:, 1] * (K1 + 1) / (found[:, 1] + norm[found[:, 0]])
        scores[at] /= max(ceiling, 1e-9)
    return scores


def dense_scores(encoder: StudentEncoder | TeacherEncoder, corpus: list[dict], questions: list[str]) -> np.ndarray:
    """Cosine of each passage's best sentence: [questions, passages]."""
    sentences = [passage.get("sentences") or split_sentences(passage["text"]) for passage in corpus]
    first = np.cumsum([0, *map(len, sentences)])[:-1]
    vectors = encoder.encode([sentence for passage in sentences for sentence in passage])
    return np.maximum.reduceat(encoder.encode(questions) @ vectors.T, first, axis=1)


def recall_row(scores: np.ndarray, corpus: list[dict], queries: list[dict]) -> dict[str, float]:
    """Share of gold groups among the first 1, 5 and 10, in percent; R@5 of each category where there are several."""
    row_of = {passage["id"]: row for row, passage in enumerate(corpus)}
    ranks: list[tuple[str, int]] = []
    for query, values in zip(queries, scores, strict=True):
        order = np.argsort(-values, kind="stable")
        rank = np.empty(len(order), np.int64)
        rank[order] = np.arange(len(order))
        groups = query["gold"] if isinstance(query["gold"][0], list) else [query["gold"]]
        ranks += [(query.get("category", ""), min((int(rank[row_of[one]]) for one in group), default=len(order))) for group in groups]
    row = {f"R@{k}": 100 * float(np.mean([rank < k for _, rank in ranks])) for k in (1, 5, 10)}
    if any(category == "paraphrase" for category, _ in ranks):
        row["paraphrase R@5"] = 100 * float(np.mean([rank < 5 for category, rank in ranks if category == "paraphrase"]))
    return row


def held_out_cosine(encoder: StudentEncoder, targets_path: str) -> float:
    """Over the texts that train.py kept apart."""
    texts, targets = read_targets(targets_path)
    rows = np.random.RandomState(TrainConfig().seed).permutation(len(texts))[: min(TrainConfig().held_out, len(texts) // 10)]
    return float((encoder.encode([texts[row] for row in rows]) * targets[rows].astype(np.float32)).sum(1).mean())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", nargs="*", help="folders with tokenizer.json and onnx/model_quantized.onnx")
    parser.add_argument("--sets", nargs="*", default=[], help="question sets")
    parser.add_argument("--targets", help=".npz of teacher.py, for the held-out cosine")
    parser.add_argument("--teacher", help="folder of the teacher, measured as well")
    parser.add_argument("--projection", help=".npz with mean and projection, needed with --teacher")
    arguments = parser.parse_args()

    encoders: dict[str, StudentEncoder | TeacherEncoder] = {folder: StudentEncoder(folder) for folder in arguments.model}
    if arguments.teacher:
        encoders["teacher"] = TeacherEncoder(arguments.teacher, arguments.projection)
    for name, encoder in encoders.items():
        if arguments.targets and isinstance(encoder, StudentEncoder):
            print(f"{name}: held-out cosine {held_out_cosine(encoder, arguments.targets):.4f}", flush=True)
    for path in arguments.sets:
        corpus, queries = read_set(path)
        questions = [query["question"] for query in queries]
        lexical = lexical_scores(corpus, questions)
        rows = {"words alone": recall_row(lexical, corpus, queries)}
        for name, encoder in encoders.items():
            dense = dense_scores(encoder, corpus, questions)
            rows[f"{name}, meaning alone"] = recall_row(dense, corpus, queries)
            rows[f"{name}, both"] = recall_row(lexical + DENSE_WEIGHT * dense, corpus, queries)
        print(f"{path}: {len(corpus)} passages, {len(queries)} questions")
        for name, row in rows.items():
            print("  " + name.ljust(60) + "  ".join(f"{key} {value:.1f}" for key, value in row.items()), flush=True)


if __name__ == "__main__":
    main()
