"""News articles with the story that each tells, for the tasks that work across accounts: `copies` and `stories`.

JSON Lines of ECB+ (`doc`, `subtopic`, `tokens`), or of articles as `id`, `event_id`, `text`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from eval.corpora import json_lines
from rashomon.errors import ReadError
from rashomon.readers import document
from rashomon.types import Document

MARKS = (("``", "“"), ("''", "”"), ("` `", "“"), ("' '", "”"))  # as ECB+ writes quotation marks
STOP = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its paragraphs as sentences, the story it tells, its date where the file has one, its split."""

    id: str
    story: str
    paragraphs: tuple[tuple[str, ...], ...]
    published: str = ""
    split: str = ""

    @property
    def sentences(self) -> tuple[str, ...]:
        """All sentences in order."""
        return tuple(s for p in self.paragraphs for s in p)

    def document(self) -> Document:
        """As read from plain text, under the id of the article."""
        text = "\n\n".join(" ".join(p) for p in self.paragraphs)
        return replace(document(text, outlet=self.id, published=self.published or None), id=self.id)


def read(path: Path, limit: int | None) -> list[Article]:
    """The articles of a file that hold words. Raises ReadError for another format."""
    return [a for number, row in json_lines(path, limit) if (a := _article(path, number, row)).sentences]


def _article(path: Path, number: int, row: dict[str, Any]) -> Article:
    if {"doc", "subtopic", "tokens"} <= row.keys():
        return Article(row["doc"], row["subtopic"], tuple(_ecb(row)), split=row.get("split", ""))
    if {"id", "event_id", "text"} <= row.keys():
        lines = (line.strip() for line in row["text"].splitlines())
        paragraphs = tuple(tuple(STOP.split(line)) for line in lines if line)
        return Article(row["id"], str(row["event_id"]), paragraphs, (row.get("date") or "")[:10])
    raise ReadError(str(path), "neither doc, subtopic, tokens nor id, event_id, text", number)


def _ecb(row: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """Paragraphs of three sentences. The first sentence of the corpus's second half is the address of the page."""
    sentences = []
    for number, tokens in groupby(row["tokens"], key=lambda t: t["s"]):
        if number or "plus" not in row["doc"]:
            said = " ".join(t["t"] for t in tokens)
            for mark, quote in MARKS:
                said = said.replace(mark, quote)
            sentences.append(said)
    for at in range(0, len(sentences), 3):
        yield tuple(sentences[at : at + 3])
