"""Stories: are the accounts of one happening put together, and only these, in whatever order they come?

Data: a file of `eval.articles`; of one with splits the articles of dev. What is shuffled are the accounts of one case.
"""

from __future__ import annotations

import random
import statistics
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from eval.articles import Article, read
from eval.metrics import Result, figure
from rashomon.clusters import clusters
from rashomon.linking.sketch import represent
from rashomon.linking.stories import assign
from rashomon.types import Judgement, Link

ORDERS = 5
NAMES = 3  # that two accounts of a story share in their leads, for the baseline
Labels = tuple[str, ...]  # the story of an account in each order


def gold(path: Path, limit: int | None) -> list[Article]:
    """The articles of the file."""
    return [a for a in read(path, limit) if a.split in ("", "dev")]


def predict(cases: Sequence[Article]) -> list[Labels]:
    """The stories found in each of ORDERS orders, drawn with fixed seeds."""
    counted = [represent(a.document()) for a in cases]
    labels: list[list[str]] = [[] for _ in cases]
    for seed in range(ORDERS):
        order = list(range(len(cases)))
        random.Random(seed).shuffle(order)
        for i, story in zip(order, assign([counted[i] for i in order]), strict=True):
            labels[i].append(str(story))
    return [tuple(found) for found in labels]


def baseline(cases: Sequence[Article], train: Path | None) -> list[Labels]:
    """Accounts whose leads share NAMES names, and all in a chain of them."""
    places = defaultdict(list)
    for i, a in enumerate(cases):
        lead = a.document()
        for name in sorted(set(represent(lead)[2]) & set(represent(lead)[1])):
            places[name].append(i)
    shared = Counter(pair for ids in places.values() for pair in combinations(ids, 2))
    links = (Link("story", str(a), str(b), Judgement.SAME, 1.0, ()) for (a, b), n in shared.items() if n >= NAMES)
    home = {i: group[0] for group in clusters(map(str, range(len(cases))), links) for i in group}
    return [(home[str(i)],) * ORDERS for i in range(len(cases))]


def score(cases: Sequence[Article], predictions: Sequence[Labels]) -> Result:
    """B3 (Bagga and Baldwin) averaged over accounts, mean of the orders, and the deviation of its F1 between them."""
    rows = [b_cubed([p[k] for p in predictions], [a.story for a in cases]) for k in range(ORDERS)]
    precision, recall, f1 = (statistics.mean(column) for column in zip(*rows, strict=True))
    spread = statistics.pstdev(row[2] for row in rows)
    named = (("B3 precision", precision), ("B3 recall", recall), ("B3", f1), ("steady", 1 - spread))
    return Result(tuple(figure(name, level, len(cases)) for name, level in named), ())


def b_cubed(labels: Sequence[str], stories: Sequence[str]) -> tuple[float, float, float]:
    """Mean precision and recall of each item's cluster, and their harmonic mean.

    >>> b_cubed(["x", "x", "y"], ["a", "a", "a"])
    (1.0, 0.5555555555555556, 0.7142857142857143)
    """
    said, told, both = Counter(labels), Counter(stories), Counter(zip(labels, stories, strict=True))
    pairs = list(zip(labels, stories, strict=True))
    precision = statistics.mean(both[pair] / said[pair[0]] for pair in pairs)
    recall = statistics.mean(both[pair] / told[pair[1]] for pair in pairs)
    return precision, recall, 2 * precision * recall / (precision + recall)
