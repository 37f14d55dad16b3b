"""Times and quantities of an invented file, with figures worked out by hand."""

import json

import pytest

from eval import quantities, time
from eval.marks import Mark, pairs, scores
from rashomon.annotators import quantities as quantity_layer
from rashomon.annotators import times as time_layer
from rashomon.errors import ReadError
from rashomon.readers import document
from rashomon.types import Quantity, Time

TEXT = "On Friday the ferry left. It was built in 1926-28 and sold for $3 million on May 5, 2014."
RECORD = {
    "id": "a",
    "text": TEXT,
    "dct": "20151123",
    "timexes": [
        {"begin": 3, "end": 9, "type": "DATE", "value": "2015-11-20"},
        {"begin": 42, "end": 46, "type": "DATE", "value": "1926"},
        {"begin": 47, "end": 49, "type": "DATE", "value": "1928"},
        {"begin": 77, "end": 88, "type": "DATE", "value": "2014-05-05"},
    ],
    "values": [{"begin": 63, "end": 73, "type": "MONEY"}],
}


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "times.jsonl"
    path.write_text(json.dumps(RECORD), encoding="utf-8")
    return path


def figures(result):
    return {s.name: round(s.value, 3) for s in result.scores}


def test_the_grammar_reads_the_invented_account(file):
    cases = time.gold(file, None)
    result = time.score(cases, time.predict(cases))
    assert figures(result) == {"strict": 1, "relaxed": 1, "type": 1, "value": 1, "value accuracy": 1}
    assert result.faults == ()


def test_the_baseline_of_times(file):
    cases = time.gold(file, None)
    result = time.score(cases, time.baseline(cases))  # the weekday and the full date: 2 of 4
    assert figures(result)["value"] == 0.667
    assert [(f.what, f.begin) for f in result.faults] == [("missed", 42), ("missed", 47)]


def test_quantities_and_their_baseline(file):
    def annotate(texts):
        for text in texts:
            account = document(text)
            account = account.with_layer(Time, time_layer.run(account, None))
            yield account.with_layer(Quantity, quantity_layer.run(account, None)), lambda span: span

    cases = quantities.gold(file, None)
    assert figures(quantities.score(cases, quantities.predict(cases, annotate))) == {
        "strict": 1,
        "relaxed": 1,
        "type": 1,
    }
    assert figures(quantities.score(cases, quantities.baseline(cases))) == {"strict": 0, "relaxed": 1, "type": 1}


def test_equal_spans_are_paired_before_overlaps():
    gold = [Mark(0, 10, "DATE", "x"), Mark(12, 14, "DATE", "y")]
    said = [Mark(8, 13, "DATE", "x"), Mark(12, 14, "TIME", "y"), Mark(20, 22, "DATE", "z")]
    assert pairs(gold, said) == {0: 0, 1: 1}
    found = {s.name: (s.found, s.predicted, s.gold) for s in scores(gold, said, with_value=True)}
    assert found == {
        "strict": (1, 3, 2), "relaxed": (2, 3, 2), "type": (1, 3, 2), "value": (2, 3, 2), "value accuracy": (2, 2, 2),
    }  # fmt: skip


@pytest.mark.parametrize("task", [time, quantities])
def test_a_wrong_format_names_the_line(tmp_path, task):
    path = tmp_path / "bad.jsonl"
    path.write_text('{"id": "a", "text": "x"}\n', encoding="utf-8")
    with pytest.raises(ReadError, match=r"bad\.jsonl:1: "):
        task.gold(path, None)
    wrong = {**RECORD, "timexes": [{"begin": 3, "end": 900}]}
    path.write_text(json.dumps(wrong) + "\n", encoding="utf-8")
    with pytest.raises(ReadError, match="timexes must be"):
        task.gold(path, None)
