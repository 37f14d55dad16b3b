"""Fit what tells the main events of an account: src/rashomon/notability/weights.tsv.

    python -m training.notability EVENTS.JSONL ...

The files are labels of events (`eval/gold/events-*.jsonl`): a sample of the most newsworthy happenings of each article.
These are the positives, every other mention of the articles a negative, though some of them are as good. Reads the
articles anew with the installed model: run it again after new weights. Prints, for as many mentions as are chosen, the
share of the labelled events among them, each article scored without itself: a tenth of the articles at a time.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.events import Case, gold
from eval.raw import annotated
from rashomon.notability import WEIGHTS, inputs
from rashomon.notability.features import features
from rashomon.types import EventMention

PENALTY = 1.0  # of the squared weights; 3 is level with it
STEPS = 12
FOLDS = 10
TAKEN = frozenset({"happened", "planned", "denied"})  # what may be is no news
CHOSEN = (1000, 1250, 1500)

Floats = NDArray[np.float64]
Row = tuple[
    int, Mapping[str, float], int
]  # the article, the inputs of a mention, the event that it is labelled as or -1


def main(paths: Sequence[Path]) -> None:
    """Score by folds, then fit on all articles and write the file."""
    cases = [case for path in paths for case in gold(path, None)]
    rows = list(_rows(cases))
    names = sorted({name for _, found, _ in rows for name in found})
    x = np.array([[found.get(name, 0.0) for name in names] for _, found, _ in rows])
    y = np.array([event >= 0 for *_, event in rows], dtype=float)
    article = np.array([case for case, *_ in rows])
    scores = np.zeros(len(rows))
    for fold in range(FOLDS):
        held = article % FOLDS == fold
        scores[held] = x[held] @ fit(x[~held], y[~held])
    events = {(case, event) for case, _, event in rows if event >= 0}
    for chosen in CHOSEN:
        best = np.argsort(-scores, kind="stable")[:chosen]
        found = {(rows[i][0], rows[i][2]) for i in best if rows[i][2] >= 0}
        print(f"{chosen} of {len(rows)} mentions: {len(found) / len(events):.3f} of {len(events)} events")
    weights = zip(names, fit(x, y), strict=True)
    WEIGHTS.write_text("".join(f"{name}\t{weight:.3f}\n" for name, weight in weights), encoding="utf-8")


def _rows(cases: Sequence[Case]) -> Iterator[Row]:
    for number, (case, (document, back)) in enumerate(zip(cases, annotated([c.text for c in cases]), strict=True)):
        labelled = {s: k for k, e in enumerate(case.events) if e.status in TAKEN for s in e.trigger}
        mentions = document.layer(EventMention)
        for mention, found in zip(mentions, features(document, mentions), strict=True):
            place = back(mention.span)
            yield number, dict(inputs(found, mention.vector)), labelled.get((place.begin, place.end), -1)


def fit(x: Floats, y: Floats) -> Floats:
    """The weights of a logistic regression, by Newton's method."""
    weights, penalty = np.zeros(x.shape[1]), np.eye(x.shape[1]) * PENALTY
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (p - y) + penalty @ weights
        weights -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + penalty, slope)
    return weights


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
