"""Which mention each one refers back to, and how surely: a small network over pairs of mentions.

It weighs the encoder's vectors of two heads against each other, beside what `coreference` tells of the pair, and
"nothing before" as one more candidate (mention ranking: Denis and Baldridge 2008; Durrett and Klein 2013). A mention
goes to the entity whose mentions have most of the weight together. `training/coreference.py` trains it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rashomon.language.coreference import (
    DETERMINED,
    FEATURES,
    LEAST,
    PERSONS,
    ROLES,
    SORTS,
    SPEAKING,
    Floats,
    Ints,
    Mentions,
)

TRAITS = SORTS + len(ROLES) + DETERMINED + 2  # of one mention: its sort, role and determiner, quoted or not, one
SEEN = FEATURES + 2  # of a pair, with the arc between them and whether a window holds both
NONE = 0.5  # less than that logit by which "nothing before" must outweigh: as most nouns of its training are new
LIGHT = 0.001  # weight of a candidate that counts for nothing
CHUNK = 64  # mentions at once: the arrays of their pairs then stay near the processor

Weights = Mapping[str, Floats]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of a mention and an earlier one, or itself for "nothing before", those of one mention in a row.

    `traits` (mentions, TRAITS) and unit `vectors` (mentions, 384) are of single mentions; `seen` (pairs, SEEN) of
    pairs; `kinds` numbers the two sorts together; `ends` are where the pairs of each mention end.
    """

    traits: Floats
    vectors: Floats
    later: Ints
    earlier: Ints
    seen: Floats
    kinds: Ints
    ends: Ints


def pairs(mentions: Mentions) -> Pairs:
    """All pairs that may refer."""
    n = len(mentions.heads)
    k, j = mentions.candidates()
    later = np.concatenate([k, np.arange(n)])
    order = np.argsort(later, kind="stable")
    later, earlier = later[order], np.concatenate([j, np.arange(n)])[order]
    alone = later == earlier
    seen = np.zeros((len(later), SEEN), dtype=np.float32)
    seen[~alone, :FEATURES] = mentions.compared(later[~alone], earlier[~alone])
    _arcs(mentions, later, earlier, seen)
    traits = np.zeros((n, TRAITS), dtype=np.float32)
    role, determiner, quoted = mentions.marks.T
    at, roles = np.arange(n), SORTS + len(ROLES)
    traits[at, mentions.sorts] = traits[at, SORTS + role] = traits[at, roles + determiner] = traits[:, -1] = 1
    traits[:, -2] = quoted
    vectors = mentions.text.vectors[mentions.heads].astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True).clip(1e-6)
    kinds = mentions.sorts[later] * (SORTS + 1) + np.where(alone, SORTS, mentions.sorts[earlier])
    return Pairs(traits, vectors, later, earlier, seen, kinds, np.flatnonzero(alone) + 1)


def _arcs(mentions: Mentions, later: Ints, earlier: Ints, seen: Floats) -> None:
    """Put into *seen* the arcs of the reading."""
    ends = np.searchsorted(later, np.arange(len(mentions.heads) + 1))
    for rows, scores in mentions.pointed():
        begin, end = ends[rows[0]], ends[rows[-1] + 1]
        window = np.full(rows[-1] - rows[0] + 1, -1)
        window[rows - rows[0]] = np.arange(len(rows))
        a, b = window[later[begin:end] - rows[0]], earlier[begin:end] - rows[0]
        b = np.where(b >= 0, window[b.clip(0)], -1)
        here = np.flatnonzero((a >= 0) & (b >= 0))
        seen[begin + here, -2], seen[begin + here, -1] = scores[a[here], b[here]].clip(LEAST) / 4, 1


def scores(given: Pairs, weights: Weights) -> Floats:
    """A logit for each pair."""
    child, parent = (
        np.maximum(given.vectors @ weights[f"{name}_words"] + given.traits @ weights[f"{name}_traits"], 0)
        for name in ("child", "parent")
    )
    later, earlier, alone = child @ weights["child"], parent @ weights["parent"], given.later == given.earlier
    out = [np.zeros(0, dtype=np.float32)]
    ends = [*given.ends[CHUNK - 1 :: CHUNK].tolist(), len(given.later)]
    for begin, end in zip([0, *ends], ends, strict=False):
        k, j, seen = given.later[begin:end], given.earlier[begin:end], given.seen[begin:end]
        pair = child[k] * parent[j]
        hidden = earlier[j]
        hidden[alone[begin:end]] = pair[alone[begin:end]] = 0
        hidden += later[k] + pair @ weights["both"] + seen @ weights["seen"] + weights["kinds"][given.kinds[begin:end]]
        last = np.maximum(hidden, 0) @ weights["hidden"] + seen @ weights["straight"]
        out.append(last + weights["sorts"][given.kinds[begin:end]])
    return np.concatenate(out)


def resolve(mentions: Mentions, weights: Weights, antecedents: NDArray[np.int32], sure: Floats) -> None:
    """Write into *antecedents* the tokens that the heads of mentions refer back to, themselves for none, and into
    *sure* the weight on the entity of that antecedent, or on none. Persons ("I", "you", "he") are left as they are: the
    arcs tell of them, and `grammar.pronouns` weighs what else speaks for somebody."""
    if not len(mentions.heads):
        return
    given = pairs(mentions)
    logits = scores(given, weights)
    begins = np.concatenate([[0], given.ends[:-1]])
    logits -= np.repeat(np.maximum.reduceat(logits, begins), given.ends - begins)
    weighed = np.exp(logits)
    weighed /= np.repeat(np.add.reduceat(weighed, begins), given.ends - begins)
    heavy = np.flatnonzero((weighed > LIGHT) & (given.later != given.earlier))
    candidates, their = given.earlier[heavy].tolist(), weighed[heavy].tolist()
    ends, none = np.searchsorted(heavy, given.ends).tolist(), weighed[given.ends - 1].tolist()
    heads, entity = mentions.heads.tolist(), dict[int, int]()
    row = {head: k for k, head in enumerate(heads)}
    for k, (begin, end) in enumerate(pairwise([0, *ends])):
        if mentions.sorts[k] in SPEAKING or mentions.sorts[k] in PERSONS:
            back = row.get(int(antecedents[heads[k]]), k)
        else:
            back, weight, least = k, none[k], none[k] * math.exp(-NONE)
            if sum(their[begin:end]) > least:  # else no entity can have as much
                best, most = _best(candidates[begin:end], their[begin:end], entity)
                if most > least:
                    back, weight = best, most
            antecedents[heads[k]], sure[heads[k]] = heads[back], weight
        entity[k] = entity[back] if back < k else k


def _best(candidates: Sequence[int], weights: Sequence[float], entity: Mapping[int, int]) -> tuple[int, float]:
    """The heaviest candidate of the entity with most of the weight, and that weight; 0 where there is none."""
    total: dict[int, float] = defaultdict(float)
    best: dict[int, tuple[float, int]] = {}
    for j, weight in zip(candidates, weights, strict=True):
        total[entity[j]] += weight
        best[entity[j]] = max(best.get(entity[j], (0.0, j)), (weight, j))
    most = max(total, key=lambda e: total[e], default=0)
    return (best[most][1], total[most]) if total else (0, 0.0)
