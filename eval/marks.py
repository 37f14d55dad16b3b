"""Spans with a label and a value, paired one to one: how time expressions and quantities are scored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eval.metrics import Fault, Score, accuracy


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A span of the text with its type and its normalised value ("" where the file has none)."""

    begin: int
    end: int
    type: str
    value: str = ""


def pairs(gold: Sequence[Mark], predicted: Sequence[Mark]) -> dict[int, int]:
    """Index in *gold* -> index in *predicted*: equal spans first, then the largest overlap, each at most once.

    >>> pairs([Mark(0, 6, "DATE"), Mark(9, 12, "DATE")], [Mark(2, 12, "DATE"), Mark(0, 6, "DATE")])
    {0: 1, 1: 0}
    """
    places = {(p.begin, p.end): j for j, p in reversed(list(enumerate(predicted)))}
    paired = {i: places[g.begin, g.end] for i, g in enumerate(gold) if (g.begin, g.end) in places}
    free = [j for j in range(len(predicted)) if j not in set(paired.values())]
    for i, g in enumerate(gold):
        overlaps = [(min(g.end, predicted[j].end) - max(g.begin, predicted[j].begin), -j) for j in free]
        size, minus = max(overlaps, default=(0, 0))
        if i not in paired and size > 0:
            paired[i] = -minus
            free.remove(-minus)
    return paired


def scores(gold: Sequence[Mark], predicted: Sequence[Mark], *, with_value: bool) -> list[Score]:
    """strict, relaxed and type; with *with_value* also value and value accuracy. See docs/evaluation.md."""
    found = pairs(gold, predicted)
    both = [(gold[i], predicted[j]) for i, j in found.items()]

    def f1(name: str, hits: int) -> Score:
        return Score(name, hits, len(predicted), hits, len(gold))

    figures = [
        f1("strict", sum((g.begin, g.end) == (p.begin, p.end) for g, p in both)),
        f1("relaxed", len(both)),
        f1("type", sum(g.type == p.type for g, p in both)),
    ]
    if with_value:
        right = sum(g.value == p.value for g, p in both)
        figures += [f1("value", right), accuracy("value accuracy", right, len(both))]
    return figures


def faults(case: str, gold: Sequence[Mark], predicted: Sequence[Mark]) -> list[Fault]:
    """What was missed, what was spurious, and which values (types, where there are no values) are wrong."""
    found = pairs(gold, predicted)
    out = [Fault(case, "relaxed", g.begin, g.end, "missed", g.type) for i, g in enumerate(gold) if i not in found]
    taken = set(found.values())
    out += [
        Fault(case, "relaxed", p.begin, p.end, "spurious", p.type) for j, p in enumerate(predicted) if j not in taken
    ]
    for i, j in found.items():
        g, p = gold[i], predicted[j]
        if g.value != p.value:
            out.append(Fault(case, "value", g.begin, g.end, "wrong", f"{g.value} > {p.value}"))
        elif g.type != p.type:
            out.append(Fault(case, "type", g.begin, g.end, "wrong", f"{g.type} > {p.type}"))
    return out
