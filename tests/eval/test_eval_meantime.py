"""MEANTIME: how texts are put together, and what the figures say."""

import json
from pathlib import Path

import pytest

import rashomon
from eval import meantime
from eval.events import Mention
from eval.meantime import Case
from rashomon.errors import ReadError

WORDS = [("Storm", 0), ("March", 1), ("2", 1), ("The", 2), ("storm", 2), ("sank", 2), ("``", 2), ("Tern", 2), ("''", 2),
         ("off", 2), ("Sella", 2), (".", 2)]  # fmt: skip
MENTIONS = [("e", "EVENT_MENTION", [5]), ("x", "ENTITY_MENTION", [3, 4]), ("y", "ENTITY_MENTION", [7]),
            ("z", "ENTITY_MENTION", [10]), ("c", "EVENT_MENTION", [0, 5])]  # fmt: skip
ROLES = [("x", "Arg0"), ("y", "Arg1"), ("z", "Argm-LOC")]
RECORD = {
    "doc": "a",
    "tokens": [{"t": t, "s": s} for t, s in WORDS],
    "mentions": [{"id": i, "kind": kind, "tok": tok} for i, kind, tok in MENTIONS],
    "relations": [{"type": "HAS_PARTICIPANT", "src": "e", "tgt": t, "sem_role": role} for t, role in ROLES],
}


def cases(tmp_path: Path, record: dict = RECORD) -> list[Case]:
    path = tmp_path / "meantime.jsonl"
    path.write_text(json.dumps(record) + "\n")
    return meantime.gold(path, None)


def said(case: Case, trigger: str, **heads: str) -> Mention:
    def place(word: str) -> tuple[int, int]:
        at = case.text.rindex(word)
        return at, at + len(word)

    arguments = {role: ((place(heads[role]),),) if role in heads else () for role in ("who", "whom", "where", "when")}
    return Mention(place(trigger), arguments, 3.0, 3.0)


def figures(case: Case, *mentions: Mention) -> dict[str, tuple[float, float]]:
    return {s.name: (s.precision, s.recall) for s in meantime.score([case], [mentions]).scores}


def test_a_text_is_put_together_with_title_and_date_on_lines(tmp_path):
    (case,) = cases(tmp_path)
    assert case.text == "Storm\nMarch 2\nThe storm sank “Tern” off Sella." or '"Tern"' in case.text
    assert [case.text[b:e] for b, e in case.triggers] == ["sank"]
    assert [(role, case.text[b:e]) for role, (b, e) in case.participants[0]] == [
        ("who", "The storm"), ("whom", "Tern"), ("where", "Sella"),
    ]  # fmt: skip


def test_what_follows_the_annotated_sentences_is_left_out(tmp_path):
    late = {**RECORD, "tokens": [*RECORD["tokens"], {"t": "Later", "s": 6}]}
    assert "Later" not in cases(tmp_path, late)[0].text


def test_a_record_without_words_is_an_error(tmp_path):
    with pytest.raises(ReadError, match="tokens"):
        cases(tmp_path, {"doc": "a"})


def test_all_right(tmp_path):
    (case,) = cases(tmp_path)
    found = figures(case, said(case, "sank", who="storm", whom="Tern", where="Sella"))
    assert found["triggers"] == found["participants"] == found["roles"] == (1.0, 1.0)


def test_a_wrong_role_is_still_a_participant(tmp_path):
    (case,) = cases(tmp_path)
    found = figures(case, said(case, "sank", who="Tern"))
    assert found["participants"] == (1.0, pytest.approx(1 / 3))
    assert found["roles"] == (0.0, 0.0)


def test_mentions_that_are_not_annotated_count_against(tmp_path):
    (case,) = cases(tmp_path)
    found = figures(case, said(case, "sank", who="storm"), said(case, "March", who="Sella"))
    assert found["triggers"] == (0.5, 1.0)
    assert found["participants"] == (0.5, pytest.approx(1 / 3))


def test_an_event_takes_no_part(tmp_path):
    (case,) = cases(tmp_path)
    assert figures(case, said(case, "off", who="sank"))["participants"] == (0.0, 0.0)


def test_the_pipeline_gives_mentions(tmp_path):
    (case,) = cases(tmp_path)
    (mentions,) = meantime.predict(
        [case], lambda texts: ((d, lambda s: s) for d in rashomon.annotate(map(rashomon.document, texts)))
    )
    assert "sank" in {case.text[slice(*m.trigger)] for m in mentions}
