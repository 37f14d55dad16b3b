"""Train the network that weighs antecedents: python -m training.coreference CORPORA

CORPORA holds syntax/gum-train.conllu. The encoder stays as it is: its vectors of the heads of mentions and its arcs are
read once, then the network of `rashomon.language.antecedents` learns, for each mention, the log-probability of all
earlier ones of its entity together. Writes coreference.npz of the model folder, and its digest to the
manifest. Run it after every export. Numpy only; some minutes on one core.

The encoder has seen these documents, so its vectors and arcs tell too much of them: half of each vector is hidden in
training, and all arcs of three mentions in ten.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.coreference import Case, gold
from rashomon.language.antecedents import SEEN, TRAITS, Pairs, pairs
from rashomon.language.coreference import SORTS
from training import command
from training.event_vectors import Matrix, save

WIDE, SIZE, HIDDEN = 384, 64, 64
EPOCHS, RATE, WARM, DECAY, SEED = 8, 2e-3, 100, 1e-4, 7
HIDE, BLIND = 0.5, 0.3  # of the vectors' numbers; of the mentions whose arcs are hidden

Weights = dict[str, Matrix]


@dataclass(frozen=True, slots=True)
class Example:
    """A document's pairs, and which of them are right: all earlier mentions of the entity, or nothing before."""

    given: Pairs
    right: NDArray[np.bool_]


def example(case: Case) -> Example:
    """The pairs of an annotated document."""
    from rashomon.language.reading import read_mentions

    mentions = read_mentions(case.words, case.starts)
    given = pairs(mentions)
    entity = np.array([case.entities.get(i, -1 - i) for i in mentions.heads.tolist()])
    alone = given.later == given.earlier
    right = (entity[given.later] == entity[given.earlier]) & ~alone
    first = np.ones(len(entity), dtype=bool)
    first[given.later[right]] = False
    right[alone] = first
    return Example(given, right)


def start(random: np.random.Generator) -> Weights:
    """Weights before training."""

    def some(*shape: int, scale: float = 1.0) -> Matrix:
        return np.asarray(random.standard_normal(shape) * scale / shape[0] ** 0.5, dtype=np.float32)

    out = {}
    for name in ("child", "parent"):
        out[f"{name}_words"], out[f"{name}_traits"] = some(WIDE, SIZE, scale=3.0), some(TRAITS, SIZE)
        out[name] = some(SIZE, HIDDEN, scale=0.5)
    kinds = SORTS * (SORTS + 1)
    out |= {"both": some(SIZE, HIDDEN), "seen": some(SEEN, HIDDEN), "hidden": some(HIDDEN)}
    out |= {"kinds": np.zeros((kinds, HIDDEN), np.float32), "sorts": np.zeros(kinds, np.float32)}
    return out | {"straight": np.zeros(SEEN, np.float32)}


def _summed(rows: Matrix, at: NDArray[np.int64], n: int) -> Matrix:
    """Sums (n, wide) of the rows by their places."""
    order = np.argsort(at, kind="stable")
    begins = np.flatnonzero(np.diff(at[order], prepend=-1))
    out = np.zeros((n, rows.shape[1]), dtype=np.float32)
    out[at[order][begins]] = np.add.reduceat(rows[order], begins)
    return out


def slope(w: Mapping[str, Matrix], example: Example) -> tuple[float, Weights]:
    """The mean loss of an example's mentions, and its gradient. The same network as `antecedents.scores`."""
    g, k, j = example.given, example.given.later, example.given.earlier
    n, other = len(g.traits), (k != j)[:, None]  # mentions; where there is an earlier one
    sums = {name: g.vectors @ w[f"{name}_words"] + g.traits @ w[f"{name}_traits"] for name in ("child", "parent")}
    child, parent = (np.maximum(sums[name], 0) for name in ("child", "parent"))
    mine, theirs = child[k], parent[j] * other
    pair = mine * theirs
    first = pair @ w["both"] + g.seen @ w["seen"] + (child @ w["child"])[k] + (parent @ w["parent"])[j] * other
    first += w["kinds"][g.kinds]
    hidden = np.maximum(first, 0)
    logits = hidden @ w["hidden"] + g.seen @ w["straight"] + w["sorts"][g.kinds]
    begins = np.concatenate([[0], g.ends[:-1]])
    often = g.ends - begins
    weighed = np.exp(logits - np.repeat(np.maximum.reduceat(logits, begins), often))
    weighed /= np.repeat(np.add.reduceat(weighed, begins), often)
    hit = np.add.reduceat(weighed * example.right, begins).clip(1e-9)
    last = ((weighed - weighed * example.right / np.repeat(hit, often)) / len(g.ends)).astype(np.float32)
    back = last[:, None] * w["hidden"] * (first > 0)
    own, before = _summed(back, k, n), _summed(back * other, j, n)
    product = back @ w["both"].T
    turned = {
        "child": (own @ w["child"].T + _summed(product * theirs, k, n)) * (sums["child"] > 0),
        "parent": (before @ w["parent"].T + _summed(product * mine * other, j, n)) * (sums["parent"] > 0),
    }
    out = {"hidden": hidden.T @ last, "straight": g.seen.T @ last, "both": pair.T @ back, "seen": g.seen.T @ back}
    out["sorts"] = np.bincount(g.kinds, last, len(w["sorts"])).astype(np.float32)
    out["kinds"] = _summed(back, g.kinds, len(w["kinds"]))
    out |= {"child": child.T @ own, "parent": parent.T @ before}
    for name, each in turned.items():
        out[f"{name}_words"], out[f"{name}_traits"] = g.vectors.T @ each, g.traits.T @ each
    return float(-np.log(hit).mean()), out


def train(examples: Sequence[Example]) -> Weights:
    """Weights by Adam, a document at a time."""
    random = np.random.default_rng(SEED)
    w = start(random)
    mean, square = ({name: np.zeros_like(each) for name, each in w.items()} for _ in range(2))
    steps = EPOCHS * len(examples)
    order = [int(i) for _ in range(EPOCHS) for i in random.permutation(len(examples))]
    for step, at in enumerate(order, 1):
        _, g = slope(w, _hidden(examples[at], random))
        rate = RATE * min(1, step / WARM) * (1 - step / (steps + 1))
        for name, each in g.items():
            mean[name] = 0.9 * mean[name] + 0.1 * each
            square[name] = 0.99 * square[name] + 0.01 * each**2
            move = mean[name] / (1 - 0.9**step) / (np.sqrt(square[name] / (1 - 0.99**step)) + 1e-8)
            w[name] -= np.asarray(rate * (move + DECAY * w[name]), dtype=np.float32)
    return w


def _hidden(example: Example, random: np.random.Generator) -> Example:
    """The example with some of it hidden."""
    g = example.given
    kept = (random.random(g.vectors.shape, dtype=np.float32) > HIDE) / np.float32(1 - HIDE)
    seen = g.seen.copy()
    seen[(random.random(len(g.traits)) < BLIND)[g.later], -2:] = 0
    return Example(replace(g, vectors=g.vectors * kept, seen=seen), example.right)


def main() -> None:
    """Train on GUM train and write."""
    path: Path = command.path(__doc__, "CORPORA") / "syntax" / "gum-train.conllu"
    save("coreference.npz", train([example(case) for case in gold(path, None)]))


if __name__ == "__main__":
    main()
