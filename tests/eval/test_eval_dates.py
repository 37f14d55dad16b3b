"""The account's date, found again: what is withheld, and what the figures say."""

import json
from datetime import date

from eval import dates
from eval.dates import Dated

ROWS = [
    {"id": "APW20150811.0001", "text": "The ferry left on Monday.", "dct": "2015-08-11"},
    {"id": "b", "text": "Gone\n\nAugust 11, 2015\n\nThe ferry left the harbour.", "dct": "2015-08-11", "genre": "news"},
    {"id": "c", "text": "A tale.", "dct": "2015-08-11", "genre": "fiction"},
    {"id": "d", "text": "No date.", "dct": None},
]


def cases(tmp_path):
    path = tmp_path / "dates.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    return dates.gold(path, None)


def test_only_dated_news_is_asked_and_names_help_only_where_they_are_given_back(tmp_path):
    day = date(2015, 8, 11)
    asked = cases(tmp_path)
    assert [c.id for c in asked] == ["APW20150811.0001", "b"]
    assert dates.predict(asked) == [Dated(None, None, False, (day, day)), Dated(day, day, True, (day, day))]


def test_figures(tmp_path):
    near, far = date(2015, 8, 1), date(2014, 8, 11)
    said = [Dated(near, date(2015, 8, 12), False), Dated(far, far, True, (far, far))]
    found = {s.name: s.value for s in dates.score(cases(tmp_path), said).scores}
    assert found == {"exact": 0, "within a month": 0.5, "within a month, named": 0, "right when sure": 0}
