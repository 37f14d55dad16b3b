"""Fit the weights of `rashomon.linking.features` on ECB+ train: python -m training.event_pairs CORPORA

CORPORA holds crossdoc/ecbplus.jsonl. Mentions are given, in the sentences that were checked; their participants, names,
times and numbers are what the annotators find. A pair is any two mentions of one topic: its other story gives the hard
ones. ECB+ states no day of any account: `BY_HAND` are the weights that it cannot teach, and stay as they are. The
likeness of contexts is that of projections trained on the other topics (`training.event_vectors`, FOLDS times). Run it
after the language model's weights have changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.crossevents import annotated, claimed, with_mentions
from eval.ecb import Account, read
from rashomon.clusters import shared_names
from rashomon.linking.features import WEIGHTS, context
from rashomon.linking.likeness import Likeness, matrix
from rashomon.linking.names import name_links
from rashomon.linking.told import Told, tell
from training import command, event_vectors
from training.event_vectors import Matrix

BY_HAND = frozenset(
    "same_deed other_agents other_patients other_people wording same_time background "
    "same_people same_place same_number one_sentence one_account".split()
)
FOLDS = 5
STEPS = 25  # of Newton's method, which are many more than it needs
SMOOTH = 1e-5  # weight of the squares, a pair

Topic = tuple[list[Told], list[str], Likeness]
Train = Callable[[Sequence[event_vectors.Topic]], tuple[Matrix, Matrix]]  # of `training.projection`


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
            d.key(m): gold.chain
            for account, d, mentions in group
            for gold, m in zip(account.mentions, mentions, strict=True)
            if m is not None
        }
        out.append((told, [chain[t.id] for t in told], Likeness([t.row for t in told], vectors)))
    return out


def corpus(corpora: Path) -> list[Topic]:
    """The topics of ECB+ train."""
    return topics(read(corpora / "crossdoc/ecbplus.jsonl", None, "train"))


def plain(topic: Topic) -> event_vectors.Topic:
    """The arrays from which the projection learns; mentions must have been read with `event_vectors.unprojected`."""
    told, chains, _ = topic
    x = features(topic)[:, [f is not context for f, _ in WEIGHTS]]
    one = [chains[i] == chains[j] for i, j in combinations(range(len(told)), 2)]
    return np.stack([event_vectors.unit(t) for t in told]), x, np.array(one, dtype=np.float32)


def features(topic: Topic) -> NDArray[np.float32]:
    """Features (pairs, features) in the order of WEIGHTS."""
    told, _, likeness = topic
    cosines = likeness.between(range(len(told)), range(len(told)))
    ends = combinations(range(len(told)), 2)
    return np.array([[f(told[i], told[j], float(cosines[i, j]))[0] for f, _ in WEIGHTS] for i, j in ends], np.float32)


def pairs(groups: Sequence[Topic], train: Train) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Features of all pairs, the likeness of contexts by projections that have not seen the topic; one event or not."""
    given = [plain(g) for g in groups]
    x = []
    for fold in range(FOLDS):
        weight, bias = train([g for k, g in enumerate(given) if k % FOLDS != fold])
        for k in range(fold, len(groups), FOLDS):
            told, chains, likeness = groups[k]
            seen = [replace(t, context=_projected(t, weight, bias)) for t in told]
            x.append((k, features((seen, chains, likeness))))
    found = np.concatenate([rows for _, rows in sorted(x, key=lambda item: item[0])])
    return found, np.concatenate([one for _, _, one in given]) > 0


def _projected(told: Told, weight: NDArray[np.float32], bias: NDArray[np.float32]) -> NDArray[np.float32]:
    """The context as `language.model` would store it with this projection."""
    vector = weight @ event_vectors.unit(told) + bias
    return np.asarray(np.rint(127 * vector / np.linalg.norm(vector)), dtype=np.float32)


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
    corpora = command.path(__doc__, "CORPORA")
    from training.projection import train

    with event_vectors.unprojected():
        groups = corpus(corpora)
    x, y = pairs(groups, train)
    bias, weights = fit(x, y)
    print(f"{len(y)} pairs, {y.sum()} of one event; bias {bias:.2f}")
    for name, weight in weights.items():
        print(f"    {name:14s} {weight:.2f}")


if __name__ == "__main__":
    main()
