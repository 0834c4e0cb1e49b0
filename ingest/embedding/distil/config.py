"""Every number of the recipe in one place."""

from dataclasses import dataclass


@dataclass(frozen=True)
class StudentConfig:
    """Shape of the encoder. `dim` is the length of the vectors that it gives."""

    width: int = 256
    heads: int = 4
    inner: int = 512
    layers: int = 3
    max_tokens: int = 48
    dim: int = 256


@dataclass(frozen=True)
class TrainConfig:
    """How it is trained. Batches hold texts of one length bucket; `group` texts of each batch lie near each other for the teacher."""

    steps: int = 3000
    batch: int = 256
    group: int = 16
    cells: int = 2048
    bank_per_text: int = 4
    learning_rate: float = 8e-4  # 1.2e-3 from nothing; less when going on from a checkpoint
    final_learning_rate: float = 1e-6
    warmup: int = 100
    weight_decay: float = 0.01
    similarity_weight: float = 2.0
    ranking_weight: float = 0.2
    ranking_temperature: float = 0.05
    question_share: int = 2
    held_out: int = 2000
    seed: int = 7
    buckets: tuple[int, ...] = (8, 16, 24, 32, 40, 48)
