"""References of an invented account: who the words of a label stand for, and what the figures say."""

import hashlib
import json

import pytest

from eval import references, texts
from rashomon.errors import ReadError
from rashomon.readers import document
from rashomon.types import Name, Reference, Span

TEXT = "Ana Oro met her son Jan Oro. Oro said the boy left. He ate. They slept."
ANA, JAN = [0, 7], [20, 27]
LABELS = [(12, 15, ANA), (29, 32, ANA), (38, 45, JAN), (52, 54, JAN), (60, 64, None)]


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setattr(texts, "texts", lambda names: {("c", "1"): TEXT})
    path = tmp_path / "references.jsonl"
    row = {"corpus": "c", "doc": "1", "sha256": hashlib.sha256(TEXT.encode()).hexdigest()}
    row["references"] = [dict(zip(("begin", "end", "entity"), label, strict=True)) for label in LABELS]
    path.write_text(json.dumps(row) + "\n")
    return path


def annotate(given):
    """The surname is taken for the son's, "her son" is one phrase, and "they" are the mother."""
    names = [("Ana Oro", 0, 7), ("Jan Oro", 20, 27), ("Jan Oro", 29, 32)]
    found = [("Ana Oro", 12, 15), ("Jan Oro", 12, 19), ("Jan Oro", 38, 45), ("Ana Oro", 60, 64)]
    for text in given:
        made = document(text).with_layer(Name, [Name(Span(b, e), "person", entity) for entity, b, e in names])
        yield (
            made.with_layer(Reference, [Reference(Span(b, e), entity, "title") for entity, b, e in found]),
            lambda span: span,
        )


def test_figures_by_hand(file):
    cases = references.gold(file, None)
    said = references.predict(cases, annotate)
    assert [(s.entity, s.right) for s in said[0]] == [
        ("Ana Oro", True),
        ("Jan Oro", False),
        ("Jan Oro", True),
        (None, False),
        ("Ana Oro", False),
    ]
    result = references.score(cases, said)
    found = {s.name: s for s in result.scores}
    assert (found["right"].precision, found["right"].recall) == (0.5, 0.5)
    assert (found["pronouns"].precision, found["pronouns"].recall) == (0.5, 0.5)
    assert (found["names"].precision, found["descriptions"].recall, found["unsure"].value) == (0, 1, 0)
    assert [f.what for f in result.faults] == ["wrong", "missed", "spurious"]


def test_the_baseline_takes_the_last_full_name(file):
    cases = references.gold(file, None)
    assert [s.entity for s in references.baseline(cases, None)[0]] == ["Ana Oro"] + ["Jan Oro"] * 4


def test_a_label_outside_the_text_is_an_error(file):
    file.write_text(file.read_text().replace("[20,27]", "[20,2700]").replace("[20, 27]", "[20, 2700]"))
    with pytest.raises(ReadError, match="outside the text"):
        references.gold(file, None)
