"""Tokens become the text that labels point into, always the same one."""

import json
from pathlib import Path

import pytest

from eval.texts import labelled, text_of, texts
from rashomon.errors import ReadError
from tests import labels


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


def test_labels_of_another_text_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    labels.give(monkeypatch, "A mill burned.")

    def labels_of(text: str) -> list[str]:
        file = labels.write(tmp_path / "a.jsonl", text, events=[])
        return [words for _, _, words in labelled(file, None, "events")]

    assert labels_of("A mill burned.") == ["A mill burned."]
    with pytest.raises(ReadError, match=":1: newsclusters has no 7 with the text labelled"):
        labels_of("A mill burned. ")
