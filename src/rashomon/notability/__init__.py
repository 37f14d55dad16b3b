"""How likely a mention is among the main events of its account: a logistic regression over features and the mention's
vector. `training/notability.py` makes its weights; README.md beside them says of what."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from rashomon.notability.features import features
from rashomon.types import Document, EventMention

WEIGHTS = Path(__file__).with_name("weights.tsv")


def weighed(document: Document, mentions: Iterable[EventMention]) -> Iterator[EventMention]:
    """The mentions with their `notability`. Needs the layers Block, Quantity and Sentence."""
    mentions, weights = list(mentions), _weights()
    for mention, found in zip(mentions, features(document, mentions), strict=True):
        yield replace(mention, notability=round(probability(weights, found, mention.vector), 3))


def probability(weights: Mapping[str, float], found: Mapping[str, float], vector: bytes) -> float:
    """Between 0 and 1; a feature without a weight says nothing. *vector* is EventMention.vector."""
    total = sum(weights.get(name, 0.0) * value for name, value in inputs(found, vector))
    return 1 / (1 + math.exp(-total))


def inputs(found: Mapping[str, float], vector: bytes) -> Iterator[tuple[str, float]]:
    """Every name with its number: the features, the vector's numbers, and a constant."""
    yield "constant", 1.0
    yield from found.items()
    for i, byte in enumerate(vector):
        yield f"vector {i}", ((byte ^ 128) - 128) / 127  # signed


@cache
def _weights() -> Mapping[str, float]:
    rows = (line.split("\t") for line in WEIGHTS.read_text(encoding="utf-8").splitlines())
    return {name: float(weight) for name, weight in rows}
