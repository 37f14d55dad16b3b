"""Places of an invented account: what is given, and what the figures say."""

import hashlib
import json

import pytest

from eval import places, texts
from rashomon.errors import ReadError
from rashomon.readers import document
from rashomon.types import Name, Span

TEXT = "Rain fell in Paris, Texas, and at the Old Mill. Karsa sent boats."
LABELS = [(13, 18, "city", "USA.TX"), (20, 25, "region", "USA.TX"), (38, 46, "site", "USA.TX"), (48, 53, "none", "")]


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setattr(texts, "texts", lambda names: {("c", "1"): TEXT})
    path = tmp_path / "places.jsonl"
    row = {"corpus": "c", "doc": "1", "sha256": hashlib.sha256(TEXT.encode()).hexdigest()}
    row["places"] = [dict(zip(("begin", "end", "kind", "code"), label, strict=True)) for label in LABELS]
    path.write_text(json.dumps(row) + "\n")
    return path


def annotate(given):
    for text in given:
        names = [Name(Span(b, e), "place", text[b:e]) for b, e, _, _ in LABELS]
        yield document(text).with_layer(Name, names), lambda span: span


def test_the_account_is_read_for_what_the_largest_of_a_name_misses(file):
    cases = places.gold(file, None)
    assert places.predict(cases, annotate) == [(("city", "USA.TX"), ("region", "USA.TX"), ("none", ""), ("none", ""))]
    assert places.baseline(cases, None)[0][0] == ("city", "FRA.11")


def test_figures_by_hand(file):
    cases = places.gold(file, None)
    said = [(("city", "FRA.11"), ("region", "USA.TX"), ("city", "USA.TX"), ("city", "HUN.01"))]
    found = {s.name: s for s in places.score(cases, said).scores}
    assert (found["country"].precision, found["country"].recall) == (0.5, pytest.approx(2 / 3))
    assert (found["place"].precision, found["place"].recall) == (0.5, pytest.approx(2 / 3))  # a site's region counts
    assert [f.what for f in places.score(cases, said).faults] == ["wrong", "spurious"]


def test_a_label_of_an_unknown_kind_is_an_error(file):
    file.write_text(file.read_text().replace('"site"', '"house"'))
    with pytest.raises(ReadError, match="no known kind"):
        places.gold(file, None)
