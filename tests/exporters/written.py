"""Accounts written by hand, block by block, with layers pointed at by their words."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime

from rashomon.types import (
    AccountDate,
    Argument,
    Attribution,
    Block,
    BlockKind,
    Claim,
    Document,
    EventMention,
    Interval,
    Name,
    Position,
    Provenance,
    Quantity,
    Resolved,
    Sentence,
    Span,
    Time,
    Value,
)

EPOCH = datetime(1, 1, 1)


def days(year: int, month: int, day: int, hour: float = 0) -> float:
    """Days since 0001-01-01."""
    return (datetime(year, month, day) - EPOCH).days + hour / 24


class Account:
    """Write an account block by block, then point at its words."""

    def __init__(self, outlet: str, title: str, date: str, how: str = "metadata", author: str = "", url: str = ""):
        self.text, self.blocks, self.entry = "", [], 0
        self.layers: dict[type, list] = {k: [] for k in (Sentence, Name, Time, Quantity, Attribution, EventMention)}
        self.outlet, self.date = outlet, date
        self.provenance = Provenance(
            f"accounts/{outlet.lower().replace(' ', '-')}.html", outlet, title, author, url, date, how
        )
        self.id = hashlib.sha256(f"{outlet}|{title}".encode()).hexdigest()
        self.how = how
        if title:
            self.add(title, BlockKind.HEADLINE)

    def add(
        self, text: str, kind: BlockKind = BlockKind.PARAGRAPH, voice: str | None = None, clock: str | None = None
    ) -> Account:
        if kind in (BlockKind.UPDATE, BlockKind.ORIGINAL, BlockKind.COMMENT):
            self.entry += 1
        if self.text:
            self.text += "\n\n"
        begin = len(self.text)
        self.text += text
        span = Span(begin, len(self.text))
        self.blocks.append(Block(span, kind, voice, clock, self.entry))
        for m in re.finditer(r"[^.!?]+[.!?”]*", text):
            if m.group().strip():
                at = begin + m.start() + len(m.group()) - len(m.group().lstrip())
                self.layers[Sentence].append(Sentence(Span(at, begin + m.end())))
        return self

    def at(self, words: str, nth: int = 0) -> Span:
        begin = -1
        for _ in range(nth + 1):
            begin = self.text.index(words, begin + 1)
        return Span(begin, begin + len(words))

    def says(
        self,
        source: str | None,
        cue: str | None,
        content: str,
        speaker: str | None,
        *,
        stance: str = "say",
        form: str = "indirect",
        hedge: str | None = None,
        voice: str | None = None,
        outer: tuple[str, ...] = (),
        kind: str = "",
        verbatim: bool = False,
    ) -> Account:
        parts = [self.at(w) for w in (source, cue, content) if w]
        holders = (voice or self.outlet, *outer, *([speaker] if speaker else []))
        self.layers[Attribution].append(
            Attribution(
                Span(min(p.begin for p in parts), max(p.end for p in parts)),
                self.at(source) if source else None,
                self.at(cue) if cue else None,
                (self.at(content),),
                form,
                stance,
                True,
                self.at(hedge) if hedge else None,
                speaker,
                holders,
                Resolved.NAME,
                kind,
                (self.at(content),) if verbatim else (),
            )
        )
        return self

    def event(
        self,
        trigger: str,
        predicate: str,
        factuality: float = 3.0,
        holders: tuple[str, ...] = (),
        evidence: tuple[str, ...] = (),
        nth: int = 0,
        arguments: tuple[tuple[str, str], ...] = (),
    ) -> str:
        """*arguments* are pairs of a role and its words."""
        span = self.at(trigger, nth)
        sentence = next(s.span for s in self.layers[Sentence] if s.span.covers(span))
        self.layers[EventMention].append(
            EventMention(
                span,
                predicate,
                tuple(Argument(role, self.at(words), self.at(words)) for role, words in arguments),
                factuality,
                tuple(self.at(e) for e in evidence),
                "past",
                sentence,
                (self.outlet, *holders),
            )
        )
        return f"{self.id}:{span.begin}"

    def time(self, words: str, value: str, low: datetime | None = None, high: datetime | None = None) -> Account:
        self.layers[Time].append(
            Time(self.at(words), "DATE", value, Interval(low, high) if low else None, "account", "weekday")
        )
        return self

    def name(self, words: str, kind: str, entity: str) -> Account:
        self.layers[Name].append(Name(self.at(words), kind, entity))
        return self

    def quantity(self, words: str, low: float, high: float, of: str | None = None) -> Account:
        self.layers[Quantity].append(Quantity(self.at(words), low, high, "", self.at(of) if of else None, "kill"))
        return self

    def claim(
        self,
        mention: str,
        slot: str,
        value: Value,
        words: str,
        holders: tuple[str, ...] = (),
        factuality: float = 3.0,
        scope: str = "",
    ) -> Claim:
        span = self.at(words)
        return Claim(self.id, mention, slot, value, span, words, (self.outlet, *holders), factuality, "events", scope)

    def document(self) -> Document:
        start = datetime.fromisoformat(self.date) if len(self.date) >= 10 else None
        date = AccountDate(
            self.date or "XXXX-04-12",
            Interval(start, start) if start else None,
            "day" if start else "unknown",
            self.how,
            "sure" if start else "guess",
            None,
            "the page's own metadata" if start else "no page, address or sentence states a year",
        )
        d = Document(self.id, self.text, self.provenance, ((0, 0, len(self.text)),), date)
        d = d.with_layer(Block, self.blocks)
        for kind, items in self.layers.items():
            d = d.with_layer(kind, items)
        return d


def number(low: float, high: float | None = None) -> Value:
    return Value("number", low, low if high is None else high)


def day(year: int, month: int, date: int, begin: float = 0, end: float = 23.999, form: str = "") -> Value:
    return Value(
        "date", days(year, month, date, begin), days(year, month, date, end), form or f"{year}-{month:02}-{date:02}"
    )


def position(value: Value, *claims: Claim) -> Position:
    return Position(value, claims, tuple(dict.fromkeys(" › ".join(c.holders) for c in claims)))
