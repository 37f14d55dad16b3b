"""Time expressions: spans, TIMEX3 types and values on raw text, given the date of the account.

Data: JSON Lines with `id`, `text`, `dct` (the date of the account) and `timexes`. Values are compared as strings once
equal ways to write one are made one (P1DE is P10Y, PT24H is P1D). The Time layer needs no language model, so this
task loads none. A range with a dash is scored as its two ends, as TIMEX3 would annotate it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from eval.corpora import json_lines, spans
from eval.marks import Mark, faults, scores
from eval.metrics import Fault, Result, Score, total
from eval.raw import alignment
from rashomon.types import Time

_DATE = re.compile(
    r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b"
    r"|\b(?P<name>January|February|March|April|May|June|July|August|September|October|November|December) "
    r"(?P<day>\d{1,2})(?:, (?P<year>\d{4}))?\b"
    r"|\b(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_MONTHS = "January February March April May June July August September October November December"
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"


@dataclass(frozen=True, slots=True)
class Case:
    """An account: its text, its date (ISO 8601, None if the file has none) and its time expressions."""

    id: str
    text: str
    dct: str | None
    times: tuple[Mark, ...]


def gold(path: Path, limit: int | None) -> list[Case]:
    """The accounts of a file, with canonical values."""
    cases = []
    for number, record in json_lines(path, limit, ("id", "text", "dct", "timexes")):
        marks = []
        for t in record["timexes"]:
            [(begin, end)] = spans([[t.get("begin"), t.get("end")]], len(record["text"]), path, number, "timexes")
            marks.append(Mark(begin, end, t.get("type", ""), canonical(t.get("value") or "")))
        cases.append(Case(record["id"], record["text"], _day(record["dct"] or ""), tuple(sorted(marks))))
    return cases


def _day(dct: str) -> str | None:
    written = re.match(r"(\d{4})-?(\d\d)-?(\d\d)", dct)
    return "-".join(written.groups()) if written else None


_UNKNOWN_REST = re.compile(r"((?:BC)?\d{4}(?:-\d\d)?)(?:-XX)+")


def canonical(value: str) -> str:
    """One way to write a value of several: what is unknown at the end and how far a zone is off are left
    out, weeks have two digits.

    >>> canonical("P1DE"), canonical("PT48H"), canonical("1998-01-01T24"), canonical("199X"), canonical("1998-03-XX")
    ('P10Y', 'P2D', '1998-01-01T24:00', '199', '1998-03')
    """
    quarters = re.fullmatch(r"P(\d+)Q", value)
    if quarters:
        return f"P{3 * int(quarters[1])}M"
    decades, hours = re.fullmatch(r"P(\d+)D?E", value), re.fullmatch(r"PT(\d+)H", value)
    if decades:
        return f"P{int(decades[1])}0Y"
    if hours and int(hours[1]) % 24 == 0:
        return f"P{int(hours[1]) // 24}D"
    if rest := _UNKNOWN_REST.fullmatch(value):
        return rest[1]
    if re.fullmatch(r"\d{2,3}X{1,2}", value) and len(value) == 4:
        return value.rstrip("X")
    value = re.sub(r"^(\d{4})-W(\d)(?!\d)", r"\1-W0\2", value)
    value = {"PXE": "PXDE", "PXC": "PXCE"}.get(value, value)
    value = re.sub(r"(T\d\d:\d\d)[+-]\d\d$", r"\1", value)
    return f"{value}:00" if re.search(r"T\d\d$", value) and not value.startswith("P") else value


def predict(cases: Sequence[Case]) -> list[tuple[Mark, ...]]:
    """The Time layer of each account, as spans of the text given."""
    from rashomon.annotators import times
    from rashomon.readers import document

    out = []
    for case in cases:
        account = document(case.text, published=case.dct)
        account = account.with_layer(Time, times.run(account, None))
        back = alignment(account.text, case.text)
        marks = [Mark(s.begin, s.end, t.type, canonical(t.value)) for t in account.layer(Time) for s in [back(t.span)]]
        out.append(tuple(end for mark in marks for end in _ends(mark, case.text)))
    return out


def _ends(mark: Mark, text: str) -> Iterator[Mark]:
    """The two ends of a range ("1926-28", "12-14 July"), else the mark itself."""
    said = text[mark.begin : mark.end]
    joint = re.search(r"\s?[-–—/]\s?", said)
    if not joint or "/" not in mark.value:
        yield mark
        return
    first, last = mark.value.split("/")
    yield Mark(mark.begin, mark.begin + joint.start(), mark.type, first)
    yield Mark(mark.begin + joint.end(), mark.end, mark.type, last)


def baseline(cases: Sequence[Case], train: Path | None = None) -> list[tuple[Mark, ...]]:
    """ISO dates, "May 3, 2014", "May 3" of the account's own year, and the last such weekday. *train* is not used."""
    return [tuple(_plain(case)) for case in cases]


def _plain(case: Case) -> Iterator[Mark]:
    published = date.fromisoformat(case.dct) if case.dct else None
    for m in _DATE.finditer(case.text):
        if m["y"]:
            value = m[0]
        elif m["name"]:
            year = m["year"] or (published.year if published else "XXXX")
            value = f"{year}-{_MONTHS.split().index(m['name']) + 1:02d}-{int(m['day']):02d}"
        elif published:
            ago = (published.weekday() - _WEEKDAYS.split().index(m["weekday"])) % 7
            value = (published - timedelta(days=ago)).isoformat()
        else:
            value = f"XXXX-WXX-{_WEEKDAYS.split().index(m['weekday']) + 1}"
        yield Mark(m.start(), m.end(), "DATE", value)


def score(cases: Sequence[Case], predictions: Sequence[Sequence[Mark]]) -> Result:
    """strict, relaxed, type, value and value accuracy."""
    figures: list[Score] = []
    wrong: list[Fault] = []
    for case, predicted in zip(cases, predictions, strict=True):
        figures += scores(case.times, predicted, with_value=True)
        wrong += faults(case.id, case.times, predicted)
    return Result(total(figures), tuple(wrong))
