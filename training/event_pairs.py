"""Fit the weights of `rashomon.linking.features` on ECB+ train: python -m training.event_pairs CORPORA

CORPORA holds crossdoc/ecbplus.jsonl. Mentions are given, in the sentences that were checked; their participants, names,
times and numbers are what the annotators find. A pair is any two mentions of one topic: its other story gives the hard
ones. ECB+ states no day of any account: `BY_HAND` are the weights that it cannot teach, and stay as they
are. Run it after the language model's weights have changed.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.crossevents import annotated, claimed, with_mentions
from eval.ecb import Account, read
from rashomon.clusters import shared_names
from rashomon.linking.features import WEIGHTS
from rashomon.linking.likeness import Likeness, matrix
from rashomon.linking.names import name_links
from rashomon.linking.told import Told, tell

BY_HAND = frozenset(
    {"same_deed", "same_time", "background", "same_place", "same_number", "one_sentence", "one_account"}
)
STEPS = 25  # of Newton's method, which are many more than it needs
SMOOTH = 1e-5  # weight of the squares, a pair

Topic = tuple[list[Told], list[str], Likeness]


def topics(accounts: Sequence[Account]) -> list[Topic]:
    """For each topic its mentions, their chains, and the likeness of their sentences."""
    groups = defaultdict(list)
    for account in accounts:
        groups[account.topic].append((account, *annotated(account)))
    out = []
    for group in groups.values():
        marked = [with_mentions(document, mentions) for _, document, mentions in group]
        names = shared_names(marked, tuple(name_links(marked)))
        claims = claimed(marked)
        vectors, rows = matrix(marked)
        told = [t for d in marked for t in tell(d, claims, names, rows)]
        chain = {
            f"{d.id}:{m.span.begin}": gold.chain
            for account, d, mentions in group
            for gold, m in zip(account.mentions, mentions, strict=True)
            if m is not None
        }
        out.append((told, [chain[t.id] for t in told], Likeness([t.row for t in told], vectors)))
    return out


def pairs(groups: Sequence[Topic]) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Features (pairs, features) in the order of WEIGHTS, and which pairs are one event."""
    x, y = [], []
    for told, chains, likeness in groups:
        cosines = likeness.between(range(len(told)), range(len(told)))
        for i, j in combinations(range(len(told)), 2):
            x.append([f(told[i], told[j], float(cosines[i, j]))[0] for f, _ in WEIGHTS])
            y.append(chains[i] == chains[j])
    return np.array(x, dtype=np.float32), np.array(y)


def fit(x: NDArray[np.float32], y: NDArray[np.bool_]) -> tuple[float, dict[str, float]]:
    """Intercept and weights of a logistic regression; those set by hand keep theirs."""
    names = [f.__name__ for f, _ in WEIGHTS]
    learnt = [k for k, name in enumerate(names) if name not in BY_HAND]
    fixed = np.array([w if name in BY_HAND else 0.0 for name, (_, w) in zip(names, WEIGHTS, strict=True)])
    offset = x @ fixed
    a = np.concatenate([np.ones((len(x), 1)), x[:, learnt]], axis=1)
    w = np.zeros(a.shape[1])
    ridge = np.diag([0.0, *[SMOOTH * len(x)] * len(learnt)])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-(a @ w + offset)))
        w += np.linalg.solve((a * (p * (1 - p))[:, None]).T @ a + ridge, a.T @ (y - p) - ridge @ w)
    return float(w[0]), {names[k]: float(v) for k, v in zip(learnt, w[1:], strict=True)}


def main() -> None:
    """Print what to write into `features.WEIGHTS`."""
    x, y = pairs(topics(read(Path(sys.argv[1]) / "crossdoc/ecbplus.jsonl", None, "train")))
    bias, weights = fit(x, y)
    print(f"{len(y)} pairs, {y.sum()} of one event; bias {bias:.2f}")
    for name, weight in weights.items():
        print(f"    {name:14s} {weight:.2f}")


if __name__ == "__main__":
    main()
