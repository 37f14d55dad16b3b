"""Verdicts on coded reports: what the codes say, and what the figures are."""

import json
from pathlib import Path
from typing import Any

import pytest

from eval import verdicts
from eval.verdicts import Case, Pair


def report(**more: Any) -> dict[str, Any]:
    same = {"report": "r", "event": "e", "deaths": [8, 8, 8], "injuries": [0, 1, 4], "location": ""}
    same |= {"date_start": "2031-03-06", "date_end": "2031-03-06", "country": "Kenya", "city": "Karsa"}
    return {**same, "lat": 1.0, "lon": 36.0, "geo_precision": 3, **more}


def read(tmp_path: Path, *rows: dict[str, Any]) -> dict[str, Pair]:
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return {p.slot: p for case in verdicts.gold(path, None) for p in case.pairs}


def test_the_codes_decide_and_the_words_are_those_of_a_writer(tmp_path: Path) -> None:
    other = report(deaths=[6, 8, 12], injuries=[5, 5, 5], date_end="2031-03-08", lat=2.0, city="Vell")
    asked = read(tmp_path, report(), other, report(event="alone"))
    told = {slot: (p.left, p.right, p.verdict) for slot, p in asked.items()}
    assert told == {
        "deaths": ("8 people", "between 6 and 12 people", "compatible"),
        "injuries": ("up to 4 people", "5 people", "conflict"),
        "when": ("6 March 2031", "6 March 2031 - 8 March 2031", "compatible"),
        "where": ("Karsa, Kenya", "Vell, Kenya", "conflict"),  # 111 kilometres apart
    }


@pytest.mark.parametrize(
    ("more", "verdict"),
    [
        ({}, "agree"),
        ({"lat": 1.1}, "compatible"),
        ({"lat": 2.0}, "conflict"),
        ({"lat": 2.0, "geo_precision": 1}, "compatible"),
    ],
)
def test_places_are_judged_by_distance(tmp_path: Path, more: dict[str, Any], verdict: str) -> None:
    assert read(tmp_path, report(), report(**more))["where"].verdict == verdict


def test_what_is_not_known_is_not_asked(tmp_path: Path) -> None:
    assert "where" not in read(tmp_path, report(), report(lat=None, lon=None))


def test_values_and_the_baseline() -> None:
    case = Case((Pair("a", "deaths", "8 people", "between 6 and 12 people", "compatible"),))
    assert verdicts.predict([case]) == [["compatible"]]
    assert verdicts.baseline([case]) == [["conflict"]]


def test_figures() -> None:
    case = Case(tuple(Pair("a", "when", "", "", v) for v in ("agree", "agree", "conflict")))
    found = {s.name: s.value for s in verdicts.score([case], [["agree", "conflict", "conflict"]]).scores}
    assert found == {"verdicts": 2 / 3, "agree": 2 / 3, "conflict": 2 / 3, "when": 2 / 3}
