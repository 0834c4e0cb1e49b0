"""Texts to token ids with the teacher's own tokenizer, which the student shares."""

import numpy as np
from tokenizers import Tokenizer


def open_tokenizer(path: str) -> Tokenizer:
    """The tokenizer without padding or truncation, so that lengths are true."""
    tokenizer = Tokenizer.from_file(path)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def encode_ids(tokenizer: Tokenizer, texts: list[str]) -> list[list[int]]:
    """Ids of each text, [CLS] and [SEP] included."""
    return [encoding.ids for encoding in tokenizer.encode_batch(texts)]


def pad_rows(rows: list[list[int]], width: int, dtype: type = np.int32) -> np.ndarray:
    """[len(rows), width], zeros behind each row; a row longer than `width` is cut."""
    padded = np.zeros((len(rows), width), dtype)
    for at, row in enumerate(rows):
        padded[at, : min(len(row), width)] = row[:width]
    return padded
