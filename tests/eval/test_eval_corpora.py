"""A file in the wrong format names itself and the line."""

from pathlib import Path

import pytest

from eval.corpora import json_lines, spans
from rashomon.errors import ReadError


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"text": "a"}\n{"text": ', ":2: not JSON Lines"),
        ('{"text": "a"}\n[1]\n', ":2: not JSON Lines: expected one object"),
        ('{"text": "a"}\n\n{"words": []}\n', ":3: the object has no text"),
        ("\n", "no document"),
    ],
)
def test_json_lines_faults(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "data.jsonl"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ReadError, match=message) as e:
        list(json_lines(file, None, ("text",)))
    assert str(file) in str(e.value)


def test_only_a_line_feed_ends_a_line(tmp_path: Path) -> None:
    file = tmp_path / "data.jsonl"
    file.write_text('{"text": "a\u2028b"}\n{"text": "c\x85d"}\n', encoding="utf-8")
    assert [(n, d["text"]) for n, d in json_lines(file, None)] == [(1, "a\u2028b"), (2, "c\x85d")]


def test_a_limit_stops_before_what_follows(tmp_path: Path) -> None:
    file = tmp_path / "data.jsonl"
    file.write_text('{"text": "a"}\nnot json\n', encoding="utf-8")
    assert len(list(json_lines(file, 1))) == 1


def test_not_utf8(tmp_path: Path) -> None:
    file = tmp_path / "data.jsonl"
    file.write_bytes(b'{"text": "\xff"}')
    with pytest.raises(ReadError, match="not UTF-8 at byte 10"):
        list(json_lines(file, None))


@pytest.mark.parametrize("value", [None, [1, 2], [[2, 1]], [[0, 99]], [[0, "1"]], [[0]]])
def test_spans_outside_the_text(value: object) -> None:
    with pytest.raises(ReadError, match=r"data\.jsonl:7: cue must be"):
        spans(value, 10, Path("data.jsonl"), 7, "cue")
