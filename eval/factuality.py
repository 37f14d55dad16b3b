"""Factuality: the value of annotated predicates on [-3, 3], words given.

Data: JSON Lines, a predicate a line, with `tokens` (its sentence), `pred` (its place, counted from one), `factual` and,
where the file holds several, `split`: dev is scored. Values of files with `votes` (UDS: did it happen, as two readers
say with their confidence, made normal, about [-2, 2]) are multiplied by 1.5 to lie on [-3, 3], and are compared with
`happened`; all others with `factuality`. "unseen" marks figures on the documents of UDS that no weight was fitted on.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.corpora import json_lines
from eval.metrics import Fault, Result, Score, accuracy, figure
from eval.raw import ReadTokens, read_tokens
from eval.rules import factuality
from rashomon.errors import ReadError

UDS = 1.5
SCALE = 3.0
WRONG = 1.5  # a fault is a value this far off


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence: its words and (place from zero, value) of its predicates. `document` is "" where unknown."""

    id: str
    words: list[str]
    values: tuple[tuple[int, float], ...]
    happened: bool  # annotated is whether it took place, not what the author is committed to
    document: str = ""


def gold(path: Path, limit: int | None, split: str = "dev") -> list[Case]:
    """The sentences of one split, in the order of the file."""
    found: dict[tuple[str, ...], Case] = {}
    for number, r in json_lines(path, None, ("id", "tokens", "pred", "factual")):
        if r.get("split", split) != split:
            continue
        words, place = r["tokens"], r["pred"]
        if not (isinstance(place, int) and 1 <= place <= len(words) and isinstance(r["factual"], int | float)):
            raise ReadError(str(path), "pred must be a word's number from 1, factual a number", number)
        happened = "votes" in r
        value = max(-SCALE, min(SCALE, r["factual"] * (UDS if happened else 1.0)))
        document = r.get("sent_id", "").rpartition("-")[0]
        old = found.get(tuple(words), Case(r["id"], words, (), happened, document))
        found[tuple(words)] = Case(old.id, words, (*old.values, (place - 1, value)), happened, old.document)
    if not found:
        raise ReadError(str(path), f"no predicate of the split {split}")
    return list(found.values())[:limit]


def tuned(case: Case) -> bool:
    """True for the half of the documents of UDS that weights may be fitted on."""
    return bool(case.document) and hashlib.sha256(case.document.encode()).digest()[0] % 2 == 0


def predict(cases: Sequence[Case], read: ReadTokens = read_tokens) -> list[tuple[float, ...]]:
    """What the annotator of events gives each predicate."""
    from rashomon.grammar.commitment import judge

    out = []
    for case in cases:
        reading = read(case.words, [True] + [False] * (len(case.words) - 1))
        judged = [judge(reading.doc[i], reading) for i, _ in case.values]
        out.append(tuple(j.happened if case.happened else j.factuality for j in judged))
    return out


def baseline(cases: Sequence[Case], train: Path | None = None) -> list[tuple[float, ...]]:
    """Words before the predicate: a negation, a modal, a condition, "to", a question mark at the end. *train* is not
    used."""
    return [tuple(factuality(case.words, i, -1.0 if case.happened else 1.0) for i, _ in case.values) for case in cases]


def score(cases: Sequence[Case], predictions: Sequence[Sequence[float]]) -> Result:
    """Pearson's r, mean absolute error, and the share of predicates with the right sign (a value above 0, or not)."""
    pairs = [
        (v, p) for c, said in zip(cases, predictions, strict=True) for (_, v), p in zip(c.values, said, strict=True)
    ]
    unseen = [
        (v, p)
        for c, said in zip(cases, predictions, strict=True)
        if c.document and not tuned(c)
        for (_, v), p in zip(c.values, said, strict=True)
    ]
    scores = [*_figures(pairs, "")]
    if unseen:
        scores += _figures(unseen, " unseen")
    return Result(tuple(scores), tuple(_faults(cases, predictions)))


def _figures(pairs: Sequence[tuple[float, float]], of: str) -> Iterator[Score]:
    yield figure(f"r{of}", correlation(pairs), len(pairs))
    yield figure(f"MAE{of}", sum(abs(v - p) for v, p in pairs) / len(pairs), len(pairs))
    yield accuracy(f"sign{of}", sum((v > 0) == (p > 0) for v, p in pairs), len(pairs))


def correlation(pairs: Sequence[tuple[float, float]]) -> float:
    """Pearson's r; 0 where one side never changes.

    >>> round(correlation([(1, 2), (2, 4), (3, 6)]), 3)
    1.0
    """
    n = len(pairs)
    x, y = math.fsum(v for v, _ in pairs) / n, math.fsum(p for _, p in pairs) / n
    together = math.fsum((v - x) * (p - y) for v, p in pairs)
    apart = math.sqrt(math.fsum((v - x) ** 2 for v, _ in pairs) * math.fsum((p - y) ** 2 for _, p in pairs))
    return together / apart if apart else 0.0


def _faults(cases: Sequence[Case], predictions: Sequence[Sequence[float]]) -> Iterator[Fault]:
    for case, said in zip(cases, predictions, strict=True):
        for (i, value), p in zip(case.values, said, strict=True):
            if abs(value - p) >= WRONG:
                yield Fault(case.id, "value", i, i + 1, "wrong", f"{value:.1f} > {p:.1f}")
