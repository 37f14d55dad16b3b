"""Quantities: spans and kinds (MONEY, PERCENT, QUANTITY) on raw text.

Data: JSON Lines with `id`, `text` and `values`; `timexes`, where the file has them, say which numbers are times: those
are not quantities, and predictions inside them are left out. The files give no normalised value, so none is scored.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.corpora import json_lines, spans
from eval.marks import Mark, faults, scores
from eval.metrics import Fault, Result, Score, total
from eval.raw import Annotate, annotated
from rashomon.types import Quantity

_NUMBER = re.compile(r"(?<![\w.,])[$£€]?\d[\d,]*(?:\.\d+)?%?")


@dataclass(frozen=True, slots=True)
class Case:
    """An account: its text, its quantities and the spans of its times."""

    id: str
    text: str
    quantities: tuple[Mark, ...]
    times: tuple[tuple[int, int], ...]


def gold(path: Path, limit: int | None) -> list[Case]:
    """The accounts of a file."""
    cases = []
    for number, record in json_lines(path, limit, ("id", "text", "values")):
        size = len(record["text"])
        marks = []
        for v in record["values"]:
            [(begin, end)] = spans([[v.get("begin"), v.get("end")]], size, path, number, "values")
            marks.append(Mark(begin, end, v.get("type", "")))
        times = spans([[t["begin"], t["end"]] for t in record.get("timexes", [])], size, path, number, "timexes")
        cases.append(Case(record["id"], record["text"], tuple(sorted(marks)), times))
    return cases


def predict(cases: Sequence[Case], annotate: Annotate = annotated) -> list[tuple[Mark, ...]]:
    """The Quantity layer of each account, as spans of the text given."""
    out = []
    for case, (document, back) in zip(cases, annotate([case.text for case in cases]), strict=True):
        marks = []
        for quantity in document.layer(Quantity):
            span = back(quantity.span)
            marks.append(Mark(span.begin, span.end, kind(quantity.unit)))
        out.append(_outside_times(case, marks))
    return out


def kind(unit: str) -> str:
    """MONEY for a currency code, PERCENT, else QUANTITY.

    >>> kind("USD"), kind("percent"), kind("kilometre")
    ('MONEY', 'PERCENT', 'QUANTITY')
    """
    return "MONEY" if re.fullmatch(r"[A-Z]{3}", unit) else "PERCENT" if unit == "percent" else "QUANTITY"


def _outside_times(case: Case, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    return tuple(m for m in marks if not any(m.begin < end and begin < m.end for begin, end in case.times))


def baseline(cases: Sequence[Case], train: Path | None = None) -> list[tuple[Mark, ...]]:
    """Runs of digits, with a currency sign before or a percent sign after. *train* is not used."""
    return [_outside_times(case, baseline_marks(case.text)) for case in cases]


def baseline_marks(text: str) -> list[Mark]:
    """The numbers in digits of a text."""
    marks = []
    for m in _NUMBER.finditer(text):
        sort = "MONEY" if m[0][0] in "$£€" else "PERCENT" if m[0].endswith("%") else "QUANTITY"
        marks.append(Mark(m.start(), m.end(), sort))
    return marks


def score(cases: Sequence[Case], predictions: Sequence[Sequence[Mark]]) -> Result:
    """strict, relaxed and type."""
    figures: list[Score] = []
    wrong: list[Fault] = []
    for case, predicted in zip(cases, predictions, strict=True):
        figures += scores(case.quantities, predicted, with_value=False)
        wrong += faults(case.id, case.quantities, predicted)
    return Result(total(figures), tuple(wrong))
