"""Fit `rashomon.plover.model.Classifier`: one squared-hinge SVM a type, solved exactly in the dual by Newton's method
(Chapelle, Training a Support Vector Machine in the Primal, 2007). Numpy only; a thousand sentences take a minute."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.plover.features import Features
from rashomon.plover.model import SHARES, Classifier, key

PENALTY = 1.0  # C of the SVM; .3 and 3 are level with it
BALANCE = 0.5  # a type's own sentences weigh (others / own) ** BALANCE
WEIGHED = ("words", "places", "actors")  # groups whose features count by rarity; one seen once is left out
STEPS = 20
HEATS = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0)

Floats = NDArray[np.float64]


def fit(found: Sequence[Features], vectors: Sequence[bytes], labels: Sequence[str], heat: float = 3.0) -> Classifier:
    """The classifier of these sentences; *vectors* as in Sentence.vector, one each."""
    columns, rarity = _columns(found)
    x = np.zeros((len(found), len(columns)), dtype=np.float32)
    for row, features in enumerate(found):
        for group, share in SHARES.items():
            named = {columns[group, n]: v for n, v in features[group].items() if (group, n) in columns}
            places = np.fromiter(named, dtype=np.int64, count=len(named))
            values = np.fromiter(named.values(), dtype=np.float32, count=len(named)) * rarity[places]
            length = float(np.sqrt((values**2).sum()))
            if length:
                x[row, places] = values * (share**0.5 / length)
    raw = np.array([np.frombuffer(v, dtype=np.int8) for v in vectors], dtype=np.float32)
    raw /= np.linalg.norm(raw, axis=1, keepdims=True).clip(1e-9)
    mean = raw.mean(axis=0)
    spread = float(np.sqrt(((raw - mean) ** 2).sum(axis=1).mean()))
    placed = (raw - mean) / spread
    gram = (x @ x.T + placed @ placed.T).astype(np.float64) + 1.0
    types = tuple(sorted(set(labels)))
    beta = np.stack([_machine(gram, np.array([t == label for label in labels])) for t in types], axis=1)
    order = np.argsort(np.array([key(*name) for name in columns], dtype=np.uint32), kind="stable")
    return Classifier(
        types=types,
        keys=np.array([key(*name) for name in columns], dtype=np.uint32)[order],
        rarity=rarity[order],
        weights=(x.T @ beta).astype(np.float32)[order],
        mean=mean,
        spread=spread,
        vector=(placed.T @ beta).astype(np.float32),
        bias=beta.sum(axis=0).astype(np.float32),
        heat=heat,
    )


def _columns(found: Sequence[Features]) -> tuple[dict[tuple[str, str], int], NDArray[np.float32]]:
    """{(group, feature): its column}, in the order of their names, and how much each counts."""
    seen = Counter((group, name) for features in found for group in SHARES for name in features[group])
    kept = sorted(name for name, n in seen.items() if n > 1 or name[0] not in WEIGHED)
    counts = [np.log((1 + len(found)) / (1 + seen[name])) + 1 if name[0] in WEIGHED else 1.0 for name in kept]
    return {name: i for i, name in enumerate(kept)}, np.array(counts, dtype=np.float32)


def _machine(gram: Floats, own: NDArray[np.bool_]) -> Floats:
    """The dual weights of the sentences for one type; *own* says which are of it."""
    sign = np.where(own, 1.0, -1.0)
    ours = max(int(own.sum()), 1)
    cost = PENALTY * np.where(own, ((len(own) - ours) / ours) ** BALANCE, 1.0)
    inside = np.ones(len(sign), dtype=bool)
    beta = np.zeros(len(sign))
    for _ in range(STEPS):
        at = np.flatnonzero(inside)
        beta = np.zeros(len(sign))
        beta[at] = np.linalg.solve(gram[np.ix_(at, at)] + np.diag(1 / cost[at]), sign[at])
        now = sign * (gram @ beta) < 1
        if (now == inside).all():
            break
        inside = now
    return beta


def heat_of(sums: Sequence[NDArray[np.float32]], right: Sequence[int]) -> float:
    """The heat of HEATS under which held-out sums give the right types the greatest likelihood."""

    def loss(heat: float) -> float:
        heated = np.array(sums, dtype=np.float64) * heat
        heated -= heated.max(axis=1, keepdims=True)
        chosen = heated[np.arange(len(right)), list(right)]
        return float((np.log(np.exp(heated).sum(axis=1)) - chosen).mean())

    return min(HEATS, key=loss)
