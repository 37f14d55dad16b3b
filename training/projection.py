"""The projection of trigger vectors, and how it is trained: a linear layer beside the weights of the pair scorer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rashomon.linking.features import BIAS, WEIGHTS, context
from training.event_vectors import WIDE, Matrix, Topic
from training.pytorch import F, Tensor, nn, torch

SIZE = 64
EPOCHS, RATE, DECAY, DROPOUT, SEED = 20, 2e-3, 0.01, 0.4, 7
# The cosine alone should tell too, or the projection learns only what the other features leave open.
SHARP, MIDDLE = 10.0, 0.6
START = 4.0  # weight of the cosine, which is trained with the layer


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

    def forward(self, words: Tensor) -> Tensor:
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
