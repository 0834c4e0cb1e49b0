"""Teaches the student to give the teacher's vectors.

Loss: (1 - cosine to the target)
    + similarity_weight x mean squared difference between the student's and the teacher's similarities within the batch
    + ranking_weight x how much the student's ranking of the neighbourhood (a bank of teacher vectors) differs from the teacher's, as a
      Kullback-Leibler divergence at ranking_temperature.
"""

import argparse
import time
from dataclasses import replace
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
import optax

from batches import bucket_of, draw_batches
from config import StudentConfig, TrainConfig
from corpus import is_question
from student import encode, load_parameters, new_parameters, save_parameters
from tokens import encode_ids, open_tokenizer, pad_rows


def loss(student: StudentConfig, train: TrainConfig, parameters: dict, tokens: jax.Array, target: jax.Array, bank: jax.Array) -> tuple[jax.Array, jax.Array]:
    """The loss and the mean cosine to the target."""
    y = encode(student, parameters, tokens)
    cosine = (y * target).sum(1)
    similarity = ((y @ y.T - target @ target.T) ** 2).mean()
    wanted = jax.nn.softmax(target @ bank.T / train.ranking_temperature, -1)
    given = jax.nn.log_softmax(y @ bank.T / train.ranking_temperature, -1)
    ranking = (wanted * (jnp.log(wanted + 1e-9) - given)).sum(1).mean()
    total = (1 - cosine).mean() + train.similarity_weight * similarity + train.ranking_weight * ranking
    return total, cosine.mean()


def build_step(student: StudentConfig, train: TrainConfig):
    """(initial optimizer state of parameters, jitted step)."""
    schedule = optax.warmup_cosine_decay_schedule(0, train.learning_rate, min(train.warmup, train.steps // 4), train.steps, train.final_learning_rate)
    optimizer = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(schedule, weight_decay=train.weight_decay))

    @jax.jit
    def step(parameters, state, tokens, target, bank):
        (_, cosine), gradient = jax.value_and_grad(partial(loss, student, train), has_aux=True)(parameters, tokens, target, bank)
        change, state = optimizer.update(gradient, state, parameters)
        return optax.apply_updates(parameters, change), state, cosine

    return optimizer.init, step


def held_out_cosine(encoder, parameters: dict, ids: list[list[int]], targets: np.ndarray, rows: np.ndarray, buckets: tuple[int, ...]) -> float:
    """Mean cosine to the target over texts that were never learnt from; `rows` ordered by length."""
    cosines = []
    for at in range(0, len(rows), 200):
        part = rows[at : at + 200]
        width = bucket_of(len(ids[part[-1]]), buckets)
        vectors = np.asarray(encoder(parameters, pad_rows([ids[i] for i in part], width)))
        cosines.append((vectors * targets[part].astype(np.float32)).sum(1))
    return float(np.concatenate(cosines).mean())


def read_targets(path: str) -> tuple[list[str], np.ndarray]:
    """What teacher.py wrote."""
    file = np.load(path)
    return file["texts"].tobytes().decode("utf8").split("\n"), file["targets"]


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tokenizer", help="tokenizer.json")
    parser.add_argument("targets", help=".npz of teacher.py")
    parser.add_argument("out", help="checkpoint to write, .npz")
    parser.add_argument("--start", help="checkpoint to go on from")
    parser.add_argument("--word-table", help=".npy with the teacher's token table, for a start from nothing")
    defaults = TrainConfig()
    for name in ("steps", "learning_rate", "ranking_weight", "question_share"):
        value = getattr(defaults, name)
        parser.add_argument("--" + name.replace("_", "-"), type=type(value), default=value)
    return parser.parse_args()


def main() -> None:
    arguments = parse_arguments()
    student = StudentConfig()
    train = replace(TrainConfig(), **{name: getattr(arguments, name) for name in ("steps", "learning_rate", "ranking_weight", "question_share")})
    texts, targets = read_targets(arguments.targets)
    tokenizer = open_tokenizer(arguments.tokenizer)
    ids = encode_ids(tokenizer, texts)
    source = np.random.RandomState(train.seed)

    lengths = np.array([len(row) for row in ids])
    repeats = np.where([is_question(text) for text in texts], train.question_share, 1)
    held_out = source.permutation(len(ids))[: min(train.held_out, len(ids) // 10)]
    held_out = held_out[np.argsort(lengths[held_out], kind="stable")]
    repeats[held_out] = 0

    if arguments.start:
        parameters = load_parameters(arguments.start)
    else:
        table = np.load(arguments.word_table) if arguments.word_table else None
        parameters = new_parameters(student, tokenizer.get_vocab_size(), train.seed, table)
    parameters = jax.tree.map(jnp.asarray, parameters)
    initial_state, step = build_step(student, train)
    state = initial_state(parameters)
    encoder = jax.jit(partial(encode, student))
    measure = partial(held_out_cosine, encoder, ids=ids, targets=targets, rows=held_out, buckets=train.buckets)
    print(f"{len(ids)} texts, {int((repeats > 1).sum())} questions; held-out cosine at the start {measure(parameters):.4f}", flush=True)

    started = time.time()
    for done, (length, rows, bank) in enumerate(draw_batches(lengths, repeats, targets, train, source), 1):
        tokens = pad_rows([ids[i] for i in rows], length)
        parameters, state, cosine = step(parameters, state, tokens, targets[rows].astype(np.float32), targets[bank].astype(np.float32))
        if done % 100 == 0:
            print(f"step {done}, {time.time() - started:.0f} s, cosine {float(cosine):.4f}", flush=True)
        if done % 500 == 0 or done == train.steps:
            print(f"step {done}, held-out cosine {measure(parameters):.4f}", flush=True)
            save_parameters(arguments.out, parameters)
        if done == train.steps:
            break


if __name__ == "__main__":
    main()
