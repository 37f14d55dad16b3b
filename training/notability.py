"""Fit what tells the main events of an account: src/rashomon/notability/weights.tsv.

    python -m training.notability EVENTS.JSONL ... --lines LINES.JSONL ...

EVENTS are labels of events (`eval/gold/events-*.jsonl`), a sample of the most newsworthy happenings of the first part
of each article; LINES are all main events of articles (`eval/gold/lines-further.jsonl`). These are the positives, every
other mention a negative, though some are as good. Of EVENTS what stands after the last label is left out: nobody looked
there, and as negatives it would teach that what is late in an account does not matter. Reads the articles anew with the
installed model: run it again after new weights. Prints, for as many mentions as are chosen, the share of the labelled
events among them, each article scored without itself: a tenth of the articles at a time.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval import events, lines
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
Labels = Mapping[tuple[int, int], int]  # the place of a trigger: the number of its event
Article = tuple[str, Labels, int | None]  # the text, and where the labelled part of it ends
Row = tuple[
    int, Mapping[str, float], int
]  # the article, the inputs of a mention, the event that it is labelled as or -1


def main(sampled: Sequence[Path], whole: Sequence[Path]) -> None:
    """Score by folds, then fit on all articles and write the file."""
    rows = list(_rows([*_sampled(sampled), *_whole(whole)]))
    names = sorted({name for _, found, _ in rows for name in found})
    x = np.array([[found.get(name, 0.0) for name in names] for _, found, _ in rows])
    y = np.array([event >= 0 for *_, event in rows], dtype=float)
    article = np.array([case for case, *_ in rows])
    scores = np.zeros(len(rows))
    for fold in range(FOLDS):
        held = article % FOLDS == fold
        scores[held] = x[held] @ fit(x[~held], y[~held])
    labelled = {(case, event) for case, _, event in rows if event >= 0}
    for chosen in CHOSEN:
        best = np.argsort(-scores, kind="stable")[:chosen]
        found = {(rows[i][0], rows[i][2]) for i in best if rows[i][2] >= 0}
        print(f"{chosen} of {len(rows)} mentions: {len(found) / len(labelled):.3f} of {len(labelled)} events")
    weights = zip(names, fit(x, y), strict=True)
    WEIGHTS.write_text("".join(f"{name}\t{weight:.3f}\n" for name, weight in weights), encoding="utf-8")


def _sampled(paths: Iterable[Path]) -> Iterator[Article]:
    for case in (case for path in paths for case in events.gold(path, None)):
        end = max((trigger[0] for e in case.events for trigger in e.trigger), default=0)
        yield case.text, {s: k for k, e in enumerate(case.events) if e.status in TAKEN for s in e.trigger}, end


def _whole(paths: Iterable[Path]) -> Iterator[Article]:
    for case in (case for path in paths for case in lines.gold(path, None)):
        yield case.text, {(t.begin, t.end): k for k, event in enumerate(case.events) for t in event}, None


def _rows(articles: Sequence[Article]) -> Iterator[Row]:
    read = annotated([text for text, *_ in articles])
    for number, ((_, labels, end), (document, back)) in enumerate(zip(articles, read, strict=True)):
        mentions = document.layer(EventMention)
        for mention, found in zip(mentions, features(document, mentions), strict=True):
            place = back(mention.span)
            if end is None or place.begin <= end:
                yield number, dict(inputs(found, mention.vector)), labels.get((place.begin, place.end), -1)


def fit(x: Floats, y: Floats) -> Floats:
    """The weights of a logistic regression, by Newton's method."""
    weights, penalty = np.zeros(x.shape[1]), np.eye(x.shape[1]) * PENALTY
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (p - y) + penalty @ weights
        weights -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + penalty, slope)
    return weights


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", type=Path, nargs="+")
    parser.add_argument("--lines", type=Path, nargs="*", default=[])
    given = parser.parse_args()
    main(given.events, given.lines)
