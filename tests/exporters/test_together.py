"""Agreed events that accounts tell in one sentence stand below the first of them."""

from __future__ import annotations

import pytest

from rashomon.types import (
    Claim,
    Document,
    Event,
    EventMention,
    Position,
    Provenance,
    Record,
    Sentence,
    Slot,
    Span,
    Value,
)
from rashomon.views.index import Index
from rashomon.views.together import together

ONE = "A blast killed two and hurt six."
TWO = "A blast shook Karsa. Two were killed. Six were hurt."
BLAST, KILLED = "blast", "killed"


def account(name: str, text: str) -> Document:
    ends = [i + 1 for i, c in enumerate(text) if c == "."]
    sentences = [Sentence(Span(b, e)) for b, e in zip((0, *(e + 1 for e in ends)), ends, strict=False)]
    words = [Span(text.index(w), text.index(w) + len(w)) for w in (BLAST, KILLED)]
    mentions = [EventMention(s, text[s.begin : s.end], (), 3.0, tense="past") for s in words]
    document = Document(name, text, Provenance(f"{name}.txt", name))
    return document.with_layer(Sentence, sentences).with_layer(EventMention, mentions)


def event(word: str, day: float | None, documents: tuple[Document, ...], at: int = 0) -> Event:
    keys = tuple(f"{d.id}:{d.text.index(word)}" for d in documents)
    value = Value("date", day, day + 0.9, "2031-04-12") if day else None
    claim = Claim(documents[0].id, keys[0], "when", value, Span(0, 1), "x", ("A",), 3.0, "t") if value else None
    slots = (Slot("when", "", (Position(value, (claim,), ("A",)),), ()),) if value and claim else ()
    titled = documents[at]
    return Event(word, keys, (titled.id, titled.layer(Sentence)[0].span), slots, titled.id)


@pytest.mark.parametrize(
    ("texts", "days", "expected"),
    [
        ((ONE, ONE, TWO), (None, None), [[BLAST, KILLED]]),
        ((ONE, TWO, TWO), (None, None), [[BLAST], [KILLED]]),  # one account alone tells both in one sentence
        ((ONE, ONE, TWO, TWO, TWO), (None, None), [[BLAST], [KILLED]]),  # most tell them apart
        ((ONE, ONE, TWO), (740000.0, 740009.0), [[BLAST], [KILLED]]),  # one was over before the other
    ],
)
def test_what_is_told_in_one_breath_stands_together(texts, days, expected) -> None:
    documents = tuple(account(f"d{n}", text) for n, text in enumerate(texts))
    told = event(BLAST, days[0], documents), event(KILLED, days[1], documents, at=-1)
    index = Index(Record(documents, told, (), ()))
    assert [[e.id for e in group] for group in together(index, told)] == expected


def test_one_sentence_is_the_title_of_both() -> None:
    documents = (account("d0", ONE),)
    events = [event(word, None, documents) for word in (BLAST, KILLED)]
    index = Index(Record(documents, tuple(events), (), ()))
    assert [[e.id for e in group] for group in together(index, events)] == [[BLAST, KILLED]]
