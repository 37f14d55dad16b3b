"""Fit what tells the main events of an account: src/rashomon/notability/weights.tsv.

    python -m training.notability EVENTS.JSONL ... --lines LINES.JSONL ...

EVENTS are labels of events (`eval/gold/events-*.jsonl`), a sample of the most newsworthy happenings of the first part
of each article; LINES are all main events of articles (`eval/gold/lines-further.jsonl`). These are the positives, every
other mention a negative, though some are as good. Of EVENTS what stands after the last label is left out: nobody looked
there, and as negatives it would teach that what is late in an account does not matter. LINES weigh more, since all of
their negatives are. Reads the articles anew with the
installed model: run it again after new weights. Prints, for as many mentions as are chosen, the share of the labelled
events among them, each article scored without itself: a tenth of the articles at a time.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval import events, lines
from eval.raw import annotated
from rashomon.notability import WEIGHTS, inputs
from rashomon.notability.features import features
from rashomon.types import EventMention

PENALTY = 1.0  # of the squared weights; 2 is level with it
WHOLE = 4.0  # what a mention of LINES counts beside one of EVENTS; 3 to 8 are level
STEPS = 12
FOLDS = 10
TAKEN = frozenset({"happened", "planned", "denied"})  # what may be is no news
CHOSEN = (1000, 1250, 1500)

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Article:
    """A text, its events by the places of their triggers, and where its labelled part ends: None if all is labelled."""

    text: str
    events: Mapping[tuple[int, int], int]
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A mention: its article, its inputs, the event that it is labelled as or -1, and how often it counts."""

    article: int
    found: Mapping[str, float]
    event: int
    counts: float


def main(sampled: Sequence[Path], whole: Sequence[Path]) -> None:
    """Score by folds, then fit on all articles and write the file."""
    rows = list(_rows([*_sampled(sampled), *_whole(whole)]))
    names = sorted({name for r in rows for name in r.found})
    x = np.array([[r.found.get(name, 0.0) for name in names] for r in rows])
    y = np.array([r.event >= 0 for r in rows], dtype=float)
    counts, article = np.array([r.counts for r in rows]), np.array([r.article for r in rows])
    scores = np.zeros(len(rows))
    for fold in range(FOLDS):
        held = article % FOLDS == fold
        scores[held] = x[held] @ fit(x[~held], y[~held], counts[~held])
    labelled = {(r.article, r.event) for r in rows if r.event >= 0}
    for chosen in CHOSEN:
        best = [rows[i] for i in np.argsort(-scores, kind="stable")[:chosen]]
        found = labelled & {(r.article, r.event) for r in best}
        print(f"{chosen} of {len(rows)} mentions: {len(found) / len(labelled):.3f} of {len(labelled)} events")
    weights = zip(names, fit(x, y, counts), strict=True)
    WEIGHTS.write_text("".join(f"{name}\t{weight:.3f}\n" for name, weight in weights), encoding="utf-8")


def _sampled(paths: Iterable[Path]) -> Iterator[Article]:
    for case in (case for path in paths for case in events.gold(path, None)):
        end = max((trigger[0] for e in case.events for trigger in e.trigger), default=0)
        found = {s: k for k, e in enumerate(case.events) if e.status in TAKEN for s in e.trigger}
        yield Article(case.text, found, end)


def _whole(paths: Iterable[Path]) -> Iterator[Article]:
    for case in (case for path in paths for case in lines.gold(path, None)):
        yield Article(case.text, {(t.begin, t.end): k for k, event in enumerate(case.events) for t in event})


def _rows(articles: Sequence[Article]) -> Iterator[Row]:
    read = annotated([a.text for a in articles])
    for number, (a, (document, back)) in enumerate(zip(articles, read, strict=True)):
        mentions = document.layer(EventMention)
        for mention, found in zip(mentions, features(document, mentions), strict=True):
            place = back(mention.span)
            if a.end is None or place.begin <= a.end:
                event = a.events.get((place.begin, place.end), -1)
                yield Row(number, dict(inputs(found, mention.vector)), event, WHOLE if a.end is None else 1.0)


def fit(x: Floats, y: Floats, counts: Floats) -> Floats:
    """The weights of a logistic regression in which each row counts so often, by Newton's method."""
    weights, penalty = np.zeros(x.shape[1]), np.eye(x.shape[1]) * PENALTY
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (counts * (p - y)) + penalty @ weights
        weights -= np.linalg.solve((x * (counts * p * (1 - p))[:, None]).T @ x + penalty, slope)
    return weights


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", type=Path, nargs="+")
    parser.add_argument("--lines", type=Path, nargs="*", default=[])
    given = parser.parse_args()
    main(given.events, given.lines)
