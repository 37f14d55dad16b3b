"""PLOVER types between given actors: what is read, how folds are made, what the figures say."""

import json

import pytest

from eval import plover
from eval.plover import Said
from rashomon.errors import ReadError
from rashomon.types import Span

ROWS = [
    {
        "id": "a",
        "text": "Arland condemned Borland.",
        "marked": "<s>Arland</s> condemned <t>Borland</t>.",
        "root": "ACCUSE",
    },
    {"id": "b", "text": "Arland freed six.", "marked": "<s>Arland</s> freed <t>six</t>.", "root": "YIELD"},
    {"id": "c", "text": "Arland ate.", "marked": "<s>Arland</s> ate.", "root": "ACCUSE"},
]


def cases(tmp_path, *rows):
    path = tmp_path / "plover.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return plover.gold(path, None)


def test_actors_are_found_by_their_marks(tmp_path):
    one, _, last = cases(tmp_path, *ROWS)
    assert (one.text, one.agent, one.recipient) == ("Arland condemned Borland.", Span(0, 6), Span(17, 24))
    assert last.recipient is None


def test_the_first_mark_of_an_actor_counts(tmp_path):
    (one,) = cases(tmp_path, {**ROWS[0], "marked": "<s>A</s> told <t>B</t> that <s>A</s> left."})
    assert (one.text, one.agent) == ("A told B that A left.", Span(0, 1))


def test_an_unknown_type_is_an_error_with_its_line(tmp_path):
    with pytest.raises(ReadError, match="2"):
        cases(tmp_path, ROWS[0], {**ROWS[1], "root": "DANCE"})


def test_one_text_is_in_one_fold(tmp_path):
    one, other = cases(tmp_path, ROWS[0], {**ROWS[0], "id": "z", "root": "REJECT"})
    assert one.fold == other.fold


def test_the_baseline_takes_the_first_phrase_after_the_agent_else_the_commonest_type(tmp_path):
    said = plover.baseline(cases(tmp_path, *ROWS), None)
    assert [s.given for s in said] == ["ACCUSE", "YIELD", "ACCUSE"]


def test_figures(tmp_path):
    said = [Said("REJECT", "ACCUSE"), Said("YIELD", ""), Said("ACCUSE", "REQUEST")]
    found = {s.name: s.value for s in plover.score(cases(tmp_path, *ROWS), said).scores}
    assert found["root"] == pytest.approx((2 / 3 + 1) / 2)
    assert (found["quad"], found["binary"]) == (1.0, 1.0)
    assert found["accuracy"] == pytest.approx(2 / 3)
    assert found["end to end"] == pytest.approx(2 * 1 / (2 + 3))
