"""How likely a mention is among the main events of its account: a logistic regression over features and the mention's
vector. `training/notability.py` makes its weights; README.md beside them says of what."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from operator import mul
from pathlib import Path

from rashomon.notability.features import features
from rashomon.types import Document, EventMention

WEIGHTS = Path(__file__).with_name("weights.tsv")
CONSTANT, VECTOR = "constant", tuple(f"vector {i}" for i in range(64))


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature weighs, by name, and each number of a vector."""

    named: Mapping[str, float]
    vector: tuple[float, ...]


def weighed(document: Document, mentions: Iterable[EventMention]) -> Iterator[EventMention]:
    """The mentions with their `notability`. Needs the layers Block and Quantity."""
    mentions, weights = list(mentions), _weights()
    for mention, found in zip(mentions, features(document, mentions), strict=True):
        yield replace(mention, notability=round(probability(weights, found, mention.vector), 3))


def probability(weights: Weights, found: Mapping[str, float], vector: bytes) -> float:
    """Between 0 and 1; a feature without a weight says nothing. *vector* is EventMention.vector."""
    total = weights.named.get(CONSTANT, 0.0)
    total += sum(weights.named.get(name, 0.0) * value for name, value in found.items())
    total += sum(map(mul, weights.vector, _numbers(vector)))
    return 1 / (1 + math.exp(-total))


def inputs(found: Mapping[str, float], vector: bytes) -> Iterator[tuple[str, float]]:
    """Every name with its number: the features, the vector's numbers, and a constant."""
    yield CONSTANT, 1.0
    yield from found.items()
    yield from zip(VECTOR, _numbers(vector), strict=False)


def _numbers(vector: bytes) -> list[float]:
    return [byte / 127 for byte in memoryview(vector).cast("b")]  # signed


@cache
def _weights() -> Weights:
    rows = (line.split("\t") for line in WEIGHTS.read_text(encoding="utf-8").splitlines())
    named = {name: float(weight) for name, weight in rows}
    return Weights(named, tuple(named[name] for name in VECTOR))
