"""Quantities with their meaning: the interval that the words allow, the unit, what is counted and in what role.

Data: JSON Lines with `id`, `quantities` and either `text`, or `corpus`, `document`, `begin` and `end` of a stretch of a
text that `eval.texts` gives. A quantity has `begin` and `end` in that text, `low`, `high` (null for no upper bound),
`unit`, and where it counts something `of` (the span of the head noun) and `role` (killed, arrested, paid ...). Every
quantity of the text is annotated: ordinals, dates, durations, names with numbers and scores of games are none.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.corpora import json_lines, spans
from eval.marks import Mark, pairs
from eval.metrics import Fault, Result, Score, accuracy, total
from eval.quantities import baseline_marks
from eval.raw import Annotate, annotated
from eval.texts import texts
from rashomon.errors import ReadError
from rashomon.types import Quantity

_CLOSE = 1e-6  # relative: "two thirds" is 66.666... percent


@dataclass(frozen=True, slots=True, order=True)
class Count:
    """A quantity with its meaning. `high` is math.inf for none; `of` is the end of the head noun, -1 for none."""

    begin: int
    end: int
    low: float
    high: float
    unit: str
    of: int = -1
    role: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A text and its quantities."""

    id: str
    text: str
    counts: tuple[Count, ...]


def gold(path: Path, limit: int | None) -> list[Case]:
    """The texts of a file. Raises ReadError for a stretch outside its document, or for a corpus that is absent."""
    rows = list(json_lines(path, limit, ("id", "quantities")))
    known = texts({row["corpus"] for _, row in rows if "corpus" in row})
    cases = []
    for number, row in rows:
        begin = 0
        if "corpus" in row:
            whole = known.get((row["corpus"], str(row.get("document"))))
            if whole is None:
                raise ReadError(str(path), f"{row['corpus']} has no document {row.get('document')!r}", number)
            [(begin, end)] = spans([[row.get("begin"), row.get("end")]], len(whole), path, number, "begin and end")
            text = whole[begin:end]
        else:
            text = row["text"]
        cases.append(Case(row["id"], text, tuple(_count(q, begin, text, path, number) for q in row["quantities"])))
    return cases


def _count(q: dict[str, Any], begin: int, text: str, path: Path, number: int) -> Count:
    said = [[q.get("begin"), q.get("end")], *([q["of"]] if q.get("of") else [])]
    at = [[n - begin if isinstance(n, int) else n for n in pair] for pair in said]
    found = spans(at, len(text), path, number, "begin, end and of")
    low, high = q.get("low"), q.get("high")
    if not isinstance(low, int | float) or not isinstance(high, int | float | None):
        raise ReadError(str(path), "a quantity needs low, and high or null", number)
    head = found[1][1] if len(found) > 1 else -1
    role, unit = str(q.get("role", "")), str(q.get("unit", ""))
    return Count(*found[0], float(low), math.inf if high is None else float(high), unit, head, role)


def predict(cases: Sequence[Case], annotate: Annotate = annotated) -> list[tuple[Count, ...]]:
    """The Quantity layer of each text, each text an account of its own."""
    out = []
    for document, back in annotate([case.text for case in cases]):
        found = []
        for q in document.layer(Quantity):
            span = back(q.span)
            head = back(q.of).end if q.of else -1
            found.append(Count(span.begin, span.end, q.low, q.high, q.unit, head, q.role))
        out.append(tuple(found))
    return out


def baseline(cases: Sequence[Case], train: Path | None = None) -> list[tuple[Count, ...]]:
    """Runs of digits with their own value, and the word after them as what is counted. *train* is not used."""
    return [tuple(_plain(mark, case.text) for mark in baseline_marks(case.text)) for case in cases]


def _plain(mark: Mark, text: str) -> Count:
    value = float(re.sub(r"[^\d.]", "", text[mark.begin : mark.end]).strip("."))
    unit = {"MONEY": "USD", "PERCENT": "percent"}.get(mark.type, "")
    noun = re.match(r"\s(\w+)", text[mark.end :])
    return Count(mark.begin, mark.end, value, value, unit, mark.end + noun.end() if noun and not unit else -1)


def score(cases: Sequence[Case], predictions: Sequence[Sequence[Count]]) -> Result:
    """strict, relaxed, value (low, high and unit), and on what relaxed pairs: counted and role."""
    figures: list[Score] = []
    wrong: list[Fault] = []
    for case, predicted in zip(cases, predictions, strict=True):
        paired = pairs(_marks(case.counts), _marks(predicted))
        both = [(case.counts[i], predicted[j]) for i, j in paired.items()]
        sizes = len(predicted), len(case.counts)
        right = {
            "strict": [(g, p) for g, p in both if (g.begin, g.end) == (p.begin, p.end)],
            "relaxed": both,
            "value": [(g, p) for g, p in both if _same(g, p)],
        }
        figures += [Score(name, len(hits), sizes[0], len(hits), sizes[1]) for name, hits in right.items()]
        told = [(g, p) for g, p in both if g.of >= 0]
        roles = [(g, p) for g, p in both if g.role or p.role]
        figures.append(accuracy("counted", sum(g.of == p.of for g, p in told), len(told)))
        figures.append(accuracy("role", sum(g.role == p.role for g, p in roles), len(roles)))
        wrong += _faults(case, predicted, paired)
    return Result(total(figures), tuple(wrong))


def _marks(counts: Sequence[Count]) -> list[Mark]:
    return [Mark(c.begin, c.end, "") for c in counts]


def _same(g: Count, p: Count) -> bool:
    sides = ((g.low, p.low), (g.high, p.high))
    return g.unit == p.unit and all(math.isclose(a, b, rel_tol=_CLOSE) for a, b in sides)


def _faults(case: Case, predicted: Sequence[Count], paired: dict[int, int]) -> list[Fault]:
    missed = [c for i, c in enumerate(case.counts) if i not in paired]
    extra = [c for j, c in enumerate(predicted) if j not in set(paired.values())]
    faults = [Fault(case.id, "relaxed", c.begin, c.end, "missed", _told(c)) for c in missed]
    faults += [Fault(case.id, "relaxed", c.begin, c.end, "spurious", _told(c)) for c in extra]
    for i, j in paired.items():
        g, p = case.counts[i], predicted[j]
        if not _same(g, p):
            faults.append(Fault(case.id, "value", g.begin, g.end, "wrong", f"{_told(g)} > {_told(p)}"))
        if g.of >= 0 and g.of != p.of:
            faults.append(Fault(case.id, "counted", g.begin, g.end, "wrong", f"{g.of} > {p.of}"))
        if g.role != p.role:
            faults.append(Fault(case.id, "role", g.begin, g.end, "wrong", f"{g.role} > {p.role}"))
    return faults


def _told(c: Count) -> str:
    return f"[{c.low:g}, {c.high:g}] {c.unit}".strip()
