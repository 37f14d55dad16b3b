"""Quantities with their meaning: what is read, and what the figures say."""

import json
import math

import pytest

from eval import counts
from eval.counts import Count
from rashomon.errors import ReadError

ROW = {
    "id": "a",
    "text": "At least 14 people died and 3 fled.",
    "quantities": [
        {"begin": 0, "end": 11, "low": 14, "high": None, "unit": "", "of": [12, 18], "role": "killed"},
        {"begin": 28, "end": 29, "low": 3, "high": 3, "unit": ""},
    ],
}


def file(tmp_path, *rows):
    path = tmp_path / "counts.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_a_missing_upper_bound_is_infinite(tmp_path):
    [case] = counts.gold(file(tmp_path, ROW), None)
    assert case.counts == (Count(0, 11, 14, math.inf, "", 18, "killed"), Count(28, 29, 3, 3, ""))


@pytest.mark.parametrize("wrong", [{"low": "many"}, {"end": 99}, {"of": [12, 99]}])
def test_a_bad_quantity_is_an_error_with_its_line(tmp_path, wrong):
    row = {**ROW, "quantities": [{**ROW["quantities"][0], **wrong}]}
    with pytest.raises(ReadError, match="1"):
        counts.gold(file(tmp_path, row), None)


def test_figures(tmp_path):
    cases = counts.gold(file(tmp_path, ROW), None)
    said = [(Count(9, 11, 14, 14, "", 18, "killed"), Count(28, 29, 3, 3, "", -1, "displaced"))]
    found = {s.name: s.value for s in counts.score(cases, said).scores}
    assert found == {"strict": 0.5, "relaxed": 1.0, "value": 0.5, "counted": 1.0, "role": 0.5}


def test_the_baseline_takes_digits_as_they_stand(tmp_path):
    cases = counts.gold(file(tmp_path, ROW), None)
    assert counts.baseline(cases) == [(Count(9, 11, 14, 14, "", 18), Count(28, 29, 3, 3, "", 34))]
