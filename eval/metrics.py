"""Counts, and the precision, recall and F1 made of them. Every task reports in these types.

Counts are summed over documents and divided once (micro average). Figures are fractions of one.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """One figure and the counts behind it.

    `found` of `predicted` predictions are right; `matched` of `gold` annotations are found. The two hits are equal
    where items pair one to one, and differ where one prediction may touch several annotations. `measure` says which
    figure counts: f1, recall, accuracy, where every item has exactly one prediction, macro, the mean F1 of `parts`, or
    figure, `level` itself: a correlation or a mean, which no counts make up.

    >>> Score("names", found=3, predicted=4, matched=3, gold=6).value
    0.6
    """

    name: str
    found: int
    predicted: int
    matched: int
    gold: int
    measure: str = "f1"
    parts: tuple[Score, ...] = ()
    level: float = 0.0

    @property
    def precision(self) -> float:
        """The share of predictions that are right, 0 when there are none."""
        return self.found / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of annotations that are found, 0 when there are none."""
        return self.matched / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    @property
    def value(self) -> float:
        """The figure that `measure` names."""
        if self.measure == "macro":
            return sum(s.f1 for s in self.parts) / len(self.parts) if self.parts else 0.0
        return {"f1": self.f1, "recall": self.recall, "accuracy": self.precision, "figure": self.level}[self.measure]


def accuracy(name: str, right: int, total: int) -> Score:
    """*right* of *total* items, as a Score.

    >>> accuracy("UPOS", 9, 10).value
    0.9
    """
    return Score(name, right, total, right, total, "accuracy")


def recall(name: str, matched: int, gold: int) -> Score:
    """A figure of recall alone, where predictions do not say which of the annotations they answer to."""
    return Score(name, matched, gold, matched, gold, "recall")


def macro(name: str, scores: Iterable[Score]) -> Score:
    """The mean F1 of *scores*, one a class, counts already summed; a class that nothing is annotated with is left out.

    >>> macro("stance", [Score("say", 2, 2, 2, 2), Score("deny", 0, 1, 0, 2), Score("ask", 0, 1, 0, 0)]).value
    0.5
    """
    parts = tuple(s for s in scores if s.gold)
    one = next(iter(total(parts, name)), Score(name, 0, 0, 0, 0))
    return Score(name, one.found, one.predicted, one.matched, one.gold, "macro", parts)


def figure(name: str, level: float, items: int) -> Score:
    """A correlation or mean over *items*; figures of several files cannot be added up."""
    return Score(name, 0, items, 0, items, "figure", level=level)


def overlap(name: str, gold: Iterable[Hashable], predicted: Iterable[Hashable]) -> Score:
    """Equal items of two sets, duplicates counted once.

    >>> overlap("spans", {(0, 3), (5, 9)}, {(0, 3), (5, 8)}).f1
    0.5
    """
    g, p = set(gold), set(predicted)
    hits = len(g & p)
    return Score(name, hits, len(p), hits, len(g))


def total(scores: Iterable[Score], name: str | None = None) -> tuple[Score, ...]:
    """Scores of one name added up, in the order in which names first come; under *name*, if given, all of them."""
    sums: dict[str, Score] = {}
    for s in scores:
        key = name or s.name
        t = sums.get(key, Score(key, 0, 0, 0, 0, s.measure))
        sums[key] = Score(
            key, t.found + s.found, t.predicted + s.predicted, t.matched + s.matched, t.gold + s.gold, s.measure
        )
    return tuple(sums.values())


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that went wrong, without words: it can be shown beside the corpus, and kept without it.

    `begin` and `end` are offsets in the unit of the task (code points of the text, or tokens of the document),
    end-exclusive. `what` is missed (an annotation not found), spurious (a prediction that answers to none) or wrong
    (found, with a wrong label); `labels` are "gold" or "gold > predicted".
    """

    document: str
    measure: str
    begin: int
    end: int
    what: str
    labels: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What scoring a file gives: the figures and everything that is not right."""

    scores: tuple[Score, ...]
    faults: tuple[Fault, ...] = ()
