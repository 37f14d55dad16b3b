"""ECB+ as accounts that can be read: the text put together from its words, and where each marked mention stands in it.

JSON Lines with `doc`, `split`, `topic`, `subtopic`, `selected_sents` (the sentences that were checked), `tokens` (`t`
the word, `s` the number of its sentence) and `mentions` (`kind`, `chain`, `tok`, `selected`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from eval.corpora import json_lines
from rashomon.readers import document
from rashomon.types import Document, Span

MARKS = {"``": "“", "''": "”"}
CLOSES = frozenset(". , ; : ! ? ) ] % ” ’ 's n't 're 've 'll 'd 'm '".split())  # no space before these words
OPENS = frozenset("( [ $ “ ‘ #".split())  # nor after these
ENDINGS = frozenset("s t m re ve ll d".split())  # nor between an apostrophe and these
STOPS = frozenset(". ! ? ”".split())
PARAGRAPH = 3  # sentences


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention of an event: the span of each of its words, and its chain."""

    words: tuple[Span, ...]
    chain: str

    @property
    def span(self) -> Span:
        """From its first word to its last."""
        return Span(self.words[0].begin, self.words[-1].end)


@dataclass(frozen=True, slots=True)
class Account:
    """A document of ECB+: its text in paragraphs, and the events marked in the sentences that were checked."""

    id: str
    topic: str
    story: str
    text: str
    mentions: tuple[Marked, ...]
    checked: tuple[Span, ...]  # the sentences whose events are all marked

    def document(self) -> Document:
        """As read from plain text, under the id of the account."""
        return replace(document(self.text, outlet=self.id), id=self.id)

    def beginning(self) -> Document:
        """The same up to the paragraph of the last sentence that was checked: what comes later need not be read."""
        end = self.text.find("\n\n", max((s.end for s in self.checked), default=0))
        return replace(document(self.text[: end if end >= 0 else None], outlet=self.id), id=self.id)


def read(path: Path, limit: int | None, split: str) -> list[Account]:
    """The accounts of a split, the first *limit* of them. Raises ReadError for another format."""
    keys = ("doc", "split", "topic", "subtopic", "tokens", "mentions", "selected_sents")
    rows = (row for _, row in json_lines(path, None, keys))
    return [_account(row) for row in rows if row["split"] == split][:limit]


def text_of(row: Mapping[str, Any]) -> str:
    """The text of a record, as `read` puts it together."""
    return _joined(row)[0]


def _account(row: dict[str, Any]) -> Account:
    tokens = row["tokens"]
    text, spans = _joined(row)
    mentions = []
    for m in row["mentions"]:
        words = tuple(s for k in m["tok"] if (s := spans[k]))
        if m["kind"] == "event" and m["selected"] and words:
            mentions.append(Marked(words, m["chain"]))
    checked: dict[int, list[Span]] = {k: [] for k in row["selected_sents"]}
    for t, span in zip(tokens, spans, strict=True):
        if span and t["s"] in checked:
            checked[t["s"]].append(span)
    sentences = tuple(Span(found[0].begin, found[-1].end) for found in checked.values() if found)
    return Account(row["doc"], str(row["topic"]), row["subtopic"], text, tuple(mentions), sentences)


def _joined(row: Mapping[str, Any]) -> tuple[str, list[Span | None]]:
    """The text of a record, and the span of each token in it."""
    first = 1 if "plus" in row["doc"] else 0  # there the first sentence is the address of the page
    return _text([(t["t"], t["s"]) for t in row["tokens"]], first)


def _text(tokens: Sequence[tuple[str, int]], first: int) -> tuple[str, list[Span | None]]:
    """The text of sentences *first* and later, and the span of each token in it."""
    out: list[str] = []
    spans: list[Span | None] = []
    length, before, last, quoted = 0, "", first - 1, False
    for token, sentence in tokens:
        if sentence < first:
            spans.append(None)
            continue
        word = MARKS.get(token, token)
        if word == '"':
            word, quoted = ("”" if quoted else "“"), not quoted
        if sentence != last:
            runs_on = before in STOPS and (sentence - first) % PARAGRAPH  # a headline is a paragraph of its own
            gap = "" if not out else " " if runs_on else "\n\n"
        elif word.lower() in CLOSES or before in OPENS or _cut(out, word):
            gap = ""
        else:
            gap = " "
        out += [gap, word]
        length += len(gap)
        spans.append(Span(length, length + len(word)))
        length += len(word)
        before, last = word, sentence
    return "".join(out), spans


def _cut(out: Sequence[str], word: str) -> bool:
    """True inside a word that was cut at its point or apostrophe: "5 . 9", "it ’ s"."""
    before = out[-1] if out else ""
    if before in (".", ",", ":"):
        return word[:1].isdigit() and len(out) > 3 and out[-3][-1:].isdigit() and not out[-2]
    return before in ("’", "'") and word.lower() in ENDINGS
