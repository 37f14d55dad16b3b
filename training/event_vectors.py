"""Train the projection by which two triggers are compared in context: python -m training.event_vectors CORPORA

CORPORA holds crossdoc/ecbplus.jsonl. The encoder stays as it is; a linear layer maps the unit vector of a trigger's
word (384) to 64 numbers, so that the cosine of two mentions of one event in ECB+ train is high, beside the other
features of `rashomon.linking.features`. Writes `event` and `event_bias` to heads.npz of the model folder, and its
digest to the manifest. Run it after every export, then `training.event_pairs`, which weighs the cosine by projections
that have not seen the topic they are asked about.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional as F

from rashomon.language.model import FOLDER, load
from rashomon.linking.features import BIAS, WEIGHTS, context
from rashomon.linking.told import Told

SIZE, WIDE = 64, 384
EPOCHS, RATE, DECAY, DROPOUT, SEED = 20, 2e-3, 0.01, 0.4, 7
# The cosine alone should tell too, or the projection learns only what the other features leave open.
SHARP, MIDDLE = 10.0, 0.6
START = 4.0  # weight of the cosine, which is trained with the layer

Matrix = NDArray[np.float32]
Topic = tuple[Matrix, Matrix, Matrix]  # unit word vectors (mentions, 384); other features of pairs; one event or not


class Projection(nn.Module):
    """A linear layer, and the weights of the pair scorer while it is trained."""

    def __init__(self, others: Sequence[float], bias: float):
        super().__init__()
        self.layer = nn.Linear(WIDE, SIZE)
        self.drop = nn.Dropout(DROPOUT)
        self.weights = nn.Linear(len(others) + 1, 1)
        with torch.no_grad():
            self.weights.weight.copy_(torch.tensor([[*others, START]]))
            self.weights.bias.fill_(bias)

    def forward(self, words: torch.Tensor) -> torch.Tensor:
        """(mentions, 384) -> unit vectors (mentions, 64)."""
        return F.normalize(self.layer(self.drop(words)), dim=-1)


def train(topics: Sequence[Topic]) -> tuple[Matrix, Matrix]:
    """Weights (64, 384) and bias (64) of the projection."""
    torch.manual_seed(SEED)
    others = [w for f, w in WEIGHTS if f is not context]
    net = Projection(others, BIAS)
    best = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    middle = torch.tensor(np.concatenate([words for words, _, _ in topics]).mean(0))
    groups = [tuple(torch.tensor(part) for part in topic) for topic in topics]
    for _ in range(EPOCHS):
        for k in torch.randperm(len(groups)).tolist():
            words, features, one = groups[k]
            i, j = torch.triu_indices(len(words), len(words), 1)
            vectors = net(words - middle)
            alike = (vectors[i] * vectors[j]).sum(-1)
            told = net.weights(torch.cat([features, alike[:, None]], 1))[:, 0]
            loss = sum(F.binary_cross_entropy_with_logits(z, one) for z in (told, SHARP * (alike - MIDDLE)))
            best.zero_grad()
            loss.backward()
            best.step()
    weight, bias = net.layer.weight.detach(), net.layer.bias.detach()
    return weight.numpy(), (bias - weight @ middle).numpy()


def unit(told: Told) -> Matrix:
    """The unit vector of the trigger's word (384). Raises ValueError for a mention that was not read for training."""
    if told.context is None or len(told.context) != WIDE:
        raise ValueError(f"{told.id} was read with a projection; read it with event_vectors.unprojected()")
    return told.context / np.float32(told.length)


@contextmanager
def unprojected() -> Iterator[None]:
    """While it lasts, mentions keep the whole vector of their word (384)."""
    heads = load().heads
    kept = {name: heads.get(name) for name in ("event", "event_bias")}
    heads |= {"event": np.eye(WIDE, dtype=np.float32), "event_bias": np.zeros(WIDE, dtype=np.float32)}
    try:
        yield
    finally:
        heads |= {name: array for name, array in kept.items() if array is not None}


def write(weight: Matrix, bias: Matrix, folder: Path = FOLDER) -> None:
    """Put the projection into the model folder."""
    arrays = dict(np.load(folder / "heads.npz"))
    arrays |= {"event": weight.astype(np.float16), "event_bias": bias.astype(np.float16)}
    np.savez(folder / "heads.npz", **arrays)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest["sha256"]["heads.npz"] = hashlib.sha256((folder / "heads.npz").read_bytes()).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Train on all topics of ECB+ train and write."""
    from training.event_pairs import corpus, plain

    with unprojected():
        groups = corpus(Path(sys.argv[1]))
    write(*train([plain(g) for g in groups]))


if __name__ == "__main__":
    main()
