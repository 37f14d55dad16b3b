"""Chronologies of outlets: how they are printed, what is read, what the figures say."""

import json
from datetime import date
from pathlib import Path

import pytest

from eval import chronologies
from eval.chronologies import Case
from eval.raw import annotated
from rashomon.errors import ReadError

FIRST, SECOND, THIRD = date(2031, 2, 3), date(2031, 3, 9), date(2032, 5, 1)
TOLD = [
    (THIRD, ["The owners reopen the yard ."]),
    (FIRST, ["Welders walk out ; police do n't come ."]),
    (SECOND, ["Talks collapse .", "`` It is over , '' says Ana Oro ."]),
]
ROW = {
    "dataset": "d",
    "topic": "strike",
    "source": "karsa",
    "entries": [{"date": day.isoformat(), "sents": sents} for day, sents in TOLD],
}


def cases(tmp_path: Path, row: dict[str, object] = ROW) -> list[Case]:
    path = tmp_path / "chronologies.jsonl"
    path.write_text(json.dumps(row) + "\n")
    return chronologies.gold(path, None)


def test_each_chronology_is_printed_in_three_layouts_in_order_of_time(tmp_path):
    own, before, under = cases(tmp_path)
    assert own.text.split("\n\n")[1:3] == ["3 February 2031", "Welders walk out; police don't come."]
    assert before.text.split("\n\n")[2] == "Mar. 9, 2031: Talks collapse. “It is over,” says Ana Oro."
    assert under.text.split("\n\n")[1:3] == ["2031", "February 3"] and under.text.count("2031") == 1
    for case in (own, before, under):
        assert [day for _, day in case.entries] == [FIRST, SECOND, THIRD]
        assert [case.text[s.begin : s.end].split()[0] for s, _ in case.entries] == ["Welders", "Talks", "The"]


def test_the_first_dated_event_of_the_first_sentence_counts_and_the_baseline_knows_whole_dates_alone(tmp_path):
    asked = cases(tmp_path, ROW | {"entries": [*ROW["entries"], {"date": "2032-05-09", "sents": ["All are paid ."]}]})
    for said in chronologies.predict(asked, annotated):
        assert said[0] == FIRST and said[2] == THIRD
    own, before, under = chronologies.baseline(asked, None)
    assert own[:3] == before[:3] == (FIRST, SECOND, THIRD)
    assert under == (None,) * 4


def test_figures_are_told_apart_by_layout(tmp_path):
    said = [(FIRST, SECOND, None), (FIRST, THIRD, None), (None, None, None)]
    result = chronologies.score(cases(tmp_path), said)
    found = {s.name: s.value for s in result.scores}
    assert found == {"own line": 2 / 3, "before the words": 1 / 3, "under a year": 0}
    assert [(f.what, f.labels) for f in result.faults[:2]] == [
        ("missed", "2032-05-01 > no day"),
        ("wrong", "2031-03-09 > 2032-05-01"),
    ]


def test_an_entry_without_a_day_is_refused_with_its_line(tmp_path):
    with pytest.raises(ReadError, match="no entry with a date"):
        cases(tmp_path, ROW | {"entries": [{"sents": ["Talks collapse ."]}]})
