"""Slot verdicts on coded reports of violent events: what the codes of two reports of one event say, against what
`rashomon.values` says of the same in words.

Data: JSON Lines, a report a line, with `report`, `event`, `deaths` and `injuries` as [low, best, high], `date_start`,
`date_end`, `country`, `city`, `location`, `lat`, `lon`, `geo_precision` (3 and above: a town or finer). A slot of a
report is put into words as a writer would ("between 6 and 12 people", "3 January 2011 - 5 January 2011", "Abobo,
Abidjan, Ivory Coast"), and two reports of one event are compared. The codes alone decide what is right: one interval
agrees, two that meet are compatible, two that do not conflict; one point agrees, two towns FAR apart conflict, and what
lies between is compatible.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date as day_of
from itertools import combinations
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from eval.corpora import json_lines
from eval.metrics import Fault, Result, Score, accuracy, macro, total
from rashomon.types import Agreement

FIELDS = ("report", "event", "deaths", "injuries", "date_start", "date_end", "country", "city", "lat", "lon")
MOST = 10  # pairs of one event that count: a riot with forty reports is one riot
NEAR, FAR = 1.0, 25.0  # kilometres: one point, and two towns
TOWN = 3  # the precision of a place that is a town or finer
EARTH = 6371.0  # kilometres
CLASSES: Mapping[Agreement, str] = {
    Agreement.AGREES: "agree",
    Agreement.COMPATIBLE: "compatible",
    Agreement.MORE_PRECISE: "compatible",
    Agreement.ARGUABLE: "compatible",
    Agreement.CONFLICTS: "conflict",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """One slot of two reports of an event: its words in both, and the verdict of the codes."""

    id: str
    slot: str
    left: str
    right: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Case:
    """The pairs of one event."""

    pairs: tuple[Pair, ...]


def gold(path: Path, limit: int | None) -> list[Case]:
    """The events of which there are two reports or more; *limit* counts events."""
    events: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for _, row in json_lines(path, None, FIELDS):
        events[row["event"]].append(row)
    told = [rows for rows in events.values() if len(rows) > 1][:limit]
    return [Case(tuple(p for a, b in list(combinations(rows, 2))[:MOST] for p in _pairs(a, b))) for rows in told]


def _pairs(a: dict[str, Any], b: dict[str, Any]) -> list[Pair]:
    key, both = f"{a['report']} {b['report']}", (a, b)
    out = []
    for slot in ("deaths", "injuries"):
        left, right = (_number(r[slot]) for r in both)
        out.append(Pair(key, slot, left, right, _stretches(*((r[slot][0], r[slot][2]) for r in both))))
    days = [(day_of.fromisoformat(r["date_start"]), day_of.fromisoformat(r["date_end"])) for r in both]
    left, right = (_days(*d) for d in days)
    out.append(Pair(key, "when", left, right, _stretches(*((x.toordinal(), y.toordinal()) for x, y in days))))
    if None not in (a["lat"], a["lon"], b["lat"], b["lon"]):
        out.append(Pair(key, "where", _place(a), _place(b), _points(a, b)))
    return out


def _number(count: Sequence[int]) -> str:
    low, _, high = count
    if low == high:
        return f"{low} people"
    return f"up to {high} people" if low == 0 else f"between {low} and {high} people"


def _days(first: day_of, last: day_of) -> str:
    return _day(first) if first == last else f"{_day(first)} - {_day(last)}"


def _day(day: day_of) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _place(report: dict[str, Any]) -> str:
    return ", ".join(dict.fromkeys(filter(None, (report.get("location"), report["city"], report["country"]))))


def _stretches(a: tuple[int, int], b: tuple[int, int]) -> str:
    if a == b:
        return "agree"
    return "compatible" if a[0] <= b[1] and b[0] <= a[1] else "conflict"


def _points(a: dict[str, Any], b: dict[str, Any]) -> str:
    apart = _kilometres(a["lat"], a["lon"], b["lat"], b["lon"])
    if apart <= NEAR:
        return "agree"
    towns = all((r.get("geo_precision") or 0) >= TOWN for r in (a, b))
    return "conflict" if towns and apart > FAR else "compatible"


def _kilometres(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """The great-circle distance of two points in degrees (haversine)."""
    x, y, u, v = map(radians, (lat, lon, lat2, lon2))
    return 2 * EARTH * asin(sqrt(sin((u - x) / 2) ** 2 + cos(x) * cos(u) * sin((v - y) / 2) ** 2))


def predict(cases: Sequence[Case]) -> list[list[str]]:
    """The verdict of `rashomon.values` on the words of each pair, "" where it reads none in one."""
    return [[_said(p) for p in case.pairs] for case in cases]


def _said(pair: Pair) -> str:
    from rashomon.values import compare, date, number, place

    parse = {"when": date.parse, "where": place.parse}.get(pair.slot, number.parse)
    a, b = parse(pair.left), parse(pair.right)
    if a is None or b is None:
        return ""
    return CLASSES[compare(a, b)]


def baseline(cases: Sequence[Case], train: Path | None = None) -> list[list[str]]:
    """Equal words agree, others conflict. *train* is not used."""
    return [["agree" if p.left == p.right else "conflict" for p in case.pairs] for case in cases]


def score(cases: Sequence[Case], predictions: Sequence[Sequence[str]]) -> Result:
    """verdicts, the mean F1 of agree, compatible and conflict over all slots; each class; and accuracy by slot."""
    scores: list[Score] = []
    faults: list[Fault] = []
    for case, said in zip(cases, predictions, strict=True):
        for pair, found in zip(case.pairs, said, strict=True):
            hit = pair.verdict == found
            scores.append(accuracy(pair.slot, hit, 1))
            scores.append(Score(pair.verdict, hit, hit, hit, 1))
            if found and not hit:
                scores.append(Score(found, 0, 1, 0, 0))
            if not hit:
                faults.append(Fault(pair.id, pair.slot, 0, 0, "wrong", f"{pair.verdict} > {found}"))
    summed = total(scores)
    classes = [s for s in summed if s.measure == "f1"]
    return Result((macro("verdicts", classes), *classes, *(s for s in summed if s not in classes)), tuple(faults))
