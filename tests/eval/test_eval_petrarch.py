"""PETRARCH's unit tests: what is read, what is given, what the figures say."""

import json
from pathlib import Path

import pytest

import rashomon
from eval import petrarch
from eval.petrarch import ACTORS, VERBS, Case, Said
from rashomon.errors import ReadError
from rashomon.plover.phrases import table
from rashomon.plover.table import read

EVENT = {"source": "ARN", "target": "GON", "event": "111"}
ROW = {"id": "a", "text": "Arnor condemned Gondor.", "date": "19950101", "events": [EVENT]}


def cases(tmp_path: Path, *rows: dict) -> list[Case]:
    path = tmp_path / "petrarch.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return petrarch.gold(path, None)


def test_a_record_is_a_sentence_with_its_day_and_triples(tmp_path):
    (case,) = cases(tmp_path, ROW)
    assert (case.text, case.day, case.events) == (ROW["text"], "1995-01-01", {("ARN", "GON", "111")})


def test_a_date_that_is_none_is_an_error_with_its_line(tmp_path):
    with pytest.raises(ReadError, match="2"):
        cases(tmp_path, ROW, {**ROW, "date": "1995"})


def test_the_tables_given_can_be_read():
    assert read(ACTORS).holder("Gondor", "").country == "GON"
    assert ("111", "") in {(kind, mode) for rows in table(VERBS).values() for _, kind, mode in rows}


def test_triples_come_from_mentions_and_the_tables_given(tmp_path):
    rows = [
        {**ROW, "text": "The Arnor government condemned Gondor and Bree."},
        {**ROW, "text": "Arnor and Gondor postponed their meeting."},
    ]
    found = petrarch.predict(
        cases(tmp_path, *rows),
        lambda texts: ((d, lambda s: s) for d in rashomon.annotate(map(rashomon.document, texts))),
    )
    assert found[0].given == found[0].own == {("ARNGOV", "GON", "111"), ("ARNGOV", "BRE", "111")}
    assert found[1].given == {("ARN", "GON", "120"), ("GON", "ARN", "120")}


def test_the_baseline_takes_the_names_on_either_side_of_a_verb(tmp_path):
    (said,) = petrarch.baseline(cases(tmp_path, ROW), None)
    assert said.given == {("ARN", "GON", "111")}


def test_a_record_is_right_only_with_all_its_triples_and_no_others(tmp_path):
    rows = [{**ROW, "id": name} for name in "abc"]
    right, other = frozenset({("ARN", "GON", "111")}), frozenset({("ARN", "GON", "130")})
    said = [Said(right, other), Said(other, right), Said(right | other, frozenset())]
    found = {s.name: s.value for s in petrarch.score(cases(tmp_path, *rows), said).scores}
    assert found == pytest.approx(
        {"records": 1 / 3, "pairs": 1.0, "triples": 2 * 2 / (4 + 3), "own codes: records": 1 / 3}
    )
