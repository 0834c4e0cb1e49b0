"""Which texts are learnt from together: one length a batch, and in it groups of texts that the teacher holds to be near each other."""

from collections.abc import Iterator

import numpy as np

from config import TrainConfig


def assign_cells(targets: np.ndarray, cells: int, source: np.random.RandomState) -> np.ndarray:
    """The nearest of `cells` randomly chosen texts for each text: a rough neighbourhood, drawn anew each epoch. int32 [texts]."""
    centres = targets[source.choice(len(targets), min(cells, len(targets)), replace=False)].astype(np.float32)
    nearest = np.zeros(len(targets), np.int32)
    for at in range(0, len(targets), 8192):
        nearest[at : at + 8192] = (targets[at : at + 8192].astype(np.float32) @ centres.T).argmax(1)
    return nearest


def bucket_of(length: int, buckets: tuple[int, ...]) -> int:
    """The smallest bucket that holds `length` tokens."""
    return next(bucket for bucket in buckets if length <= bucket)


def draw_batches(
    lengths: np.ndarray, repeats: np.ndarray, targets: np.ndarray, config: TrainConfig, source: np.random.RandomState
) -> Iterator[tuple[int, np.ndarray, np.ndarray]]:
    """Endless (padded length, rows [batch], bank rows [batch × bank_per_text]).

    lengths: tokens of each text. repeats: how often a text comes in an epoch, 0 keeps it out.
    The bank holds other texts of the same neighbourhoods, of any length: what a text is to be ranked against.
    """
    bucket = np.array([bucket_of(length, config.buckets) for length in lengths])
    while True:
        cell = assign_cells(targets, config.cells, source)
        usable = np.flatnonzero(repeats)
        by_cell = usable[np.argsort(cell[usable], kind="stable")]
        first = np.searchsorted(cell[by_cell], np.arange(config.cells + 1))
        parts: list[tuple[int, np.ndarray]] = []
        for length in config.buckets:
            rows = np.repeat(np.flatnonzero(bucket == length), repeats[bucket == length])
            rows = source.permutation(rows)
            rows = rows[np.argsort(cell[rows], kind="stable")]
            groups = rows[: len(rows) // config.group * config.group].reshape(-1, config.group)
            groups = groups[source.permutation(len(groups))]
            per_batch = config.batch // config.group
            parts += [(length, groups[at : at + per_batch].reshape(-1)) for at in range(0, len(groups) - per_batch + 1, per_batch)]
        for index in source.permutation(len(parts)):
            length, rows = parts[index]
            cells = np.repeat(cell[rows], config.bank_per_text)
            offset = source.randint(0, 1 << 30, len(cells)) % np.maximum(1, first[cells + 1] - first[cells])
            yield length, rows, by_cell[np.minimum(first[cells] + offset, len(by_cell) - 1)]
