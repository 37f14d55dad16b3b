"""Hand-built accounts with layers, for the stages that read layers: every span is found by its words."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zlib import crc32

from rashomon.types import (
    AccountDate,
    Argument,
    Attribution,
    Block,
    BlockKind,
    Document,
    EventMention,
    Interval,
    Name,
    Provenance,
    Quantity,
    Sentence,
    Span,
    Time,
)


@dataclass(frozen=True)
class Said:
    """One sentence with at most one event mention. Roles and numbers are given by the words of the sentence."""

    text: str
    predicate: str = ""
    trigger: str = ""
    roles: tuple[tuple[str, str], ...] = ()  # (role, words)
    times: tuple[tuple[str, str], ...] = ()  # (words, ISO day)
    numbers: tuple[tuple[str, float, float, str], ...] = ()  # (words, low, high, words of what is counted)
    factuality: float = 3.0
    by: str = ""  # a source inside the account
    kind: BlockKind = BlockKind.PARAGRAPH
    clock: str | None = None
    voice: str | None = None
    tense: str = "past"
    happened: float = 0.0
    notability: float = 1.0
    vector: bytes = b""


@dataclass
class _Layers:
    blocks: list[Block] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    events: list[EventMention] = field(default_factory=list)


def account(outlet: str, *said: Said, names: Iterable[tuple[str, str]] = (), day: str = "") -> Document:
    """A document of one block for each sentence. *names* are (words, kind); *day* is the account's date."""
    names = tuple(names)
    text = "\n\n".join(s.text for s in said)
    layers, at = _Layers(), 0
    for entry, s in enumerate(said, 1):
        _add(layers, s, at, outlet, names, entry if s.clock else 0)
        at += len(s.text) + 2
    document = Document(f"id-{outlet}", text, Provenance(f"{outlet}.txt", outlet, published=day))
    if day:
        document = Document(document.id, text, document.provenance, date=_date(day))
    document = document.with_layer(Block, layers.blocks).with_layer(Sentence, layers.sentences)
    document = document.with_layer(Attribution, ())
    document = document.with_layer(Name, layers.names).with_layer(Time, layers.times)
    return document.with_layer(Quantity, layers.quantities).with_layer(EventMention, layers.events)


def _add(layers: _Layers, s: Said, at: int, outlet: str, names: tuple[tuple[str, str], ...], entry: int) -> None:
    def find(words: str) -> Span:
        begin = s.text.index(words)
        return Span(at + begin, at + begin + len(words))

    whole = Span(at, at + len(s.text))
    layers.blocks.append(Block(whole, s.kind, s.voice, s.clock, entry))
    layers.sentences.append(Sentence(whole, _bag(s.text)))
    layers.names += [Name(find(words), kind, words) for words, kind in names if words in s.text]
    layers.times += [Time(find(words), "DATE", day, _day(day), "account", "test") for words, day in s.times]
    layers.quantities += [
        Quantity(find(words), low, high, "", find(of) if of else None, s.predicate)
        for words, low, high, of in s.numbers
    ]
    if not s.predicate:
        return
    named = dict(names)
    roles = [*s.roles, *(("time", words) for words, _ in s.times)]
    arguments = tuple(Argument(r, find(w), find(w.split()[-1]), w if w in named else None) for r, w in roles)
    trigger = find(s.trigger or s.predicate)
    holders = (s.voice or outlet, *([s.by] if s.by else []))
    mention = EventMention(trigger, s.predicate, arguments, s.factuality, (), s.tense, whole, holders)
    layers.events.append(replace(mention, happened=s.happened, vector=s.vector, notability=s.notability))


def _bag(text: str) -> bytes:
    """A stand-in for a sentence vector: words hashed into 384 places, so that shared words make sentences alike."""
    counts = [0] * 384
    for word in text.lower().split():
        counts[crc32(word.encode()) % 384] += 1
    norm = math.sqrt(sum(c * c for c in counts))
    return bytes(min(127, round(127 * c / norm)) for c in counts)


def _day(day: str) -> Interval:
    low = datetime.fromisoformat(day)
    return Interval(low, low + timedelta(days=1) - timedelta(seconds=1))


def _date(day: str) -> AccountDate:
    return AccountDate(day, _day(day), "day", "given", "sure")
