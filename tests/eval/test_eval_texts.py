"""Tokens become the text that labels point into, always the same one."""

import json
from pathlib import Path

import pytest

from eval.texts import text_of, texts
from rashomon.errors import ReadError


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ('" We wo n\'t , " he said .', '"We won\'t," he said.'),
        ("Mar - a - Lago", "Mar-a-Lago"),
        ("the voters ' choice", "the voters' choice"),
        ("' No , ' he said . ' Never . '", "'No,' he said. 'Never.'"),
        ("He said : \" They 're ' gone ' . \"", "He said: \"They're 'gone'.\""),
        ("“ Yes ” ( or ‘ no ’ ) — for $ 5", "“Yes” (or ‘no’) — for $5"),
        ("the refus[ed ] and [ her ] own", "the refus[ed] and [her] own"),
        ('One . \\n " Two', 'One.\n"Two'),
        ('" open \\n " closed " . \\n  \\n end', '"open\n"closed".\nend'),
    ],
)
def test_tokens_as_text(tokens: str, text: str) -> None:
    assert text_of({"tokens": [{"t": t} for t in tokens.split(" ")]}) == text


def test_a_record_with_text_keeps_it() -> None:
    assert text_of({"text": " a  b\n"}) == " a  b\n"


def test_texts_by_corpus_and_id(tmp_path: Path) -> None:
    (tmp_path / "crossdoc").mkdir()
    (tmp_path / "crossdoc" / "newsclusters.jsonl").write_text(json.dumps({"id": "7", "text": "A."}), encoding="utf-8")
    assert texts(["newsclusters", "newsclusters"], tmp_path) == {("newsclusters", "7"): "A."}


def test_an_absent_or_unknown_corpus_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"newswcl50\.jsonl.*absent"):
        texts(["newswcl50"], tmp_path)
    with pytest.raises(ReadError, match="no corpus of this name"):
        texts(["../etc"], tmp_path)
