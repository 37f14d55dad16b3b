"""Timelines of entities: what is read, what a record gives, what the figures say."""

import json
from pathlib import Path

import pytest

from eval import timelines
from eval.timelines import Case, Entry
from rashomon.errors import ReadError

SENTENCES = ("Ferry news", "May 3 , 2004", "Ternline sold a ferry .", "Ternline bought it in 1999 .")
ROWS = [
    {"corpus": "c", "entity": "Ternline", "order": "1", "time": "1999-XX-XX", "events": ["7-3-bought"]},
    {"corpus": "c", "entity": "Ternline", "order": "2", "time": "2004-05-03", "events": ["7-2-sold"]},
    {"corpus": "c", "entity": "Gullfly", "order": "1", "time": "2004-05-03", "events": ["9-2-flew"]},
]


def cases(tmp_path: Path) -> list[Case]:
    text = {"doc": "7_ferry", "tokens": [{"t": t, "s": n} for n, s in enumerate(SENTENCES) for t in s.split()]}
    (tmp_path / "meantime.jsonl").write_text(json.dumps(text) + "\n")
    path = tmp_path / "timelines.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    return timelines.gold(path, None)


def figures(case: Case, *entries: Entry) -> dict[str, tuple[float, float]]:
    return {s.name: (s.precision, s.recall) for s in timelines.score([case], [entries]).scores}


def test_events_of_texts_that_are_absent_are_left_out(tmp_path):
    (case,) = cases(tmp_path)
    assert (case.entity, [(e.time, e.position) for e in case.entries]) == ("Ternline", [("1999", 1), ("2004-05-03", 2)])
    ((_, text),) = case.texts
    assert [text[b:e] for entry in case.entries for _, b, e in entry.places] == ["bought", "sold"]


def test_without_the_texts_there_is_an_error(tmp_path):
    path = tmp_path / "timelines.jsonl"
    path.write_text(json.dumps(ROWS[0]) + "\n")
    with pytest.raises(ReadError, match="absent"):
        timelines.gold(path, None)


def test_the_annotated_timeline_is_all_right(tmp_path):
    (case,) = cases(tmp_path)
    assert set(figures(case, *case.entries).values()) == {(1.0, 1.0)}


def test_a_wrong_order_and_an_event_of_nobody_count_against(tmp_path):
    (case,) = cases(tmp_path)
    first, second = case.entries
    turned = [Entry(first.places, second.time, 2), Entry(second.places, first.time, 1)]
    assert figures(case, *turned)["awareness"] == (0.0, 0.0)
    extra = Entry((("7", 0, 3),), "2004-05-03", 2)
    assert figures(case, *case.entries, extra)["events"] == (pytest.approx(2 / 3), 1.0)


def test_a_record_gives_the_events_of_an_entity_with_their_dates(tmp_path):
    (case,) = cases(tmp_path)
    (said,) = timelines.predict([case])
    found = {entry.places[0][1]: entry.time for entry in said}
    assert {found.get(e.places[0][1]) for e in case.entries} == {"1999", "2004-05-03"}


def test_the_baseline_dates_words_by_the_second_line(tmp_path):
    (case,) = cases(tmp_path)
    assert timelines.baseline([case])[0] == []  # neither verb of the text ends in -ed
