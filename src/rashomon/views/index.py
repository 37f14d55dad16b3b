"""A record made quick to look things up in: by document, mention, family and speaker. Nothing is decided here."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from textwrap import shorten

from rashomon.lexicon import GUILTY
from rashomon.packed import Picked
from rashomon.types import (
    BODY,
    Attribution,
    Block,
    BlockKind,
    Claim,
    Document,
    Event,
    Link,
    Record,
    Sentence,
    Slot,
    Span,
    mention_at,
)
from rashomon.views.english import Unread
from rashomon.views.labels import HOW_OLD, QUESTIONS, TRUE, plural, stance, timex
from rashomon.views.layers import layer as layer
from rashomon.views.mentions import Found, Mentions
from rashomon.views.outlets import Outlets
from rashomon.views.scopes import AGE, measured
from rashomon.views.standing import Holding, Standing, Standings, standings
from rashomon.views.words import hidden as hidden
from rashomon.views.words import letters as letters
from rashomon.views.words import printable as printable
from rashomon.views.words import quoted as quoted
from rashomon.views.words import tidy as tidy
from rashomon.voices import distinct

OPENING = 90  # characters of the words that stand for a title
AROUND = 32  # code points beside a trigger by which a wording is known again


@dataclass(frozen=True)
class Index:
    """Look-ups over one record. How its events and accounts stand is found by reading all, unless it is *known*. What
    its accounts are *called* is said of a story, beside the accounts of others."""

    record: Record
    known: Standings | None = None
    called: Outlets | None = None

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """Document id to document."""
        return {d.id: d for d in self.record.documents}

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """Document id to a short key for links: "d" and the first digits of its hash, as many as tell all apart."""
        plain = {d.id: re.sub(r"[^0-9a-z]", "x", d.id) for d in self.record.documents}
        for length in range(6, 64):
            keys = {i: "d" + p[:length] + p[64:] for i, p in plain.items()}
            if len(set(keys.values())) == len(keys):
                return keys
        return {i: f"dn{n}" for n, i in enumerate(plain)}

    @cached_property
    def named(self) -> Outlets:
        """What the accounts are called, and which share their text."""
        return self.called or Outlets({d.id: outlet(d) for d in self.record.documents}, self.record.families)

    @property
    def outlets(self) -> Mapping[str, str]:
        """Document id to a name that tells the account from all others."""
        return self.named.names

    @property
    def families(self) -> tuple[tuple[str, ...], ...]:
        """Families of accounts; an account that copies nobody is a family of its own."""
        return self.named.families

    @property
    def family(self) -> Mapping[str, tuple[str, ...]]:
        """Document id to the family it belongs to."""
        return self.named.family

    @cached_property
    def mentions(self) -> Mentions:
        """Mention id ("document:begin") to its account and event mention."""
        return Mentions(self.documents)

    def mentioned(self, event: Event) -> list[Found]:
        """The mentions of an event with their accounts, without those that no layer has."""
        return [found for key in event.mentions if (found := self.mentions.get(key))]

    def unsure(self, event: Event) -> tuple[tuple[Link, str], ...]:
        """The mentions of others that may tell an event too, each with the link that says so."""
        return self._standing[event.id].unsure if event.id in self._standing else ()

    def accused(self, slot: Slot) -> bool:
        """True if it is disputed whether somebody did what others say of him ("denied the allegations"), not whether
        anybody says it."""
        found = (self.mentions.get(c.mention) for p in slot.positions for c in p.claims)
        return slot.name == "happened" and any(m and m[1].predicate == GUILTY for m in found)

    def asked(self, slot: Slot) -> str:
        """What a slot answers, in words."""
        if measured(slot):
            return HOW_OLD if slot.scope.startswith(AGE) else QUESTIONS["how much"]
        return TRUE if self.accused(slot) else QUESTIONS.get(slot.name, slot.name)

    def weighed(self, event: Event) -> tuple[int, ...]:
        """The rank of an event among those of its part; less comes first."""
        return self._standing[event.id].rank

    @cached_property
    def _standing(self) -> Mapping[str, Standing]:
        return {standing.event: standing for standing in self.standings.events}

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """Document id to its place in the record."""
        return {d.id: n for n, d in enumerate(self.record.documents)}

    @cached_property
    def story(self) -> Mapping[str, tuple[str, ...]]:
        """Document id to the accounts of its story."""
        return {i: story for story in self.record.stories for i in story}

    @cached_property
    def days(self) -> Mapping[str, str]:
        """Document id to the day on which the account was published, "12 Apr 2031"; empty where all are of one."""
        known = {d.id: said for d in self.record.documents if (said := day(d))}
        return {i: timex(said).partition(" ")[2] for i, said in known.items()} if len(set(known.values())) > 1 else {}

    def on(self, document: str) -> str:
        """What an account is called, with its day where that tells it from others."""
        name, on = self.outlets.get(document, document), self.days.get(document)
        return f"{name}, {on}" if on else name

    @cached_property
    def speakers(self) -> tuple[str, ...]:
        """Every resolved speaker of the record, once, in order of name; "Files" and "files" are one."""
        names = sorted({name for held in self.holdings.values() for name in held.speakers}, reverse=True)
        return tuple(sorted({name.casefold(): name for name in names}.values()))

    @cached_property
    def holdings(self) -> Mapping[str, Holding]:
        """Document id to what it holds."""
        return {d.id: held for d, held in zip(self.record.documents, self.standings.accounts, strict=True)}

    @cached_property
    def standings(self) -> Standings:
        """How every event and account stands."""
        return self.known or standings(self)

    def name(self, document: str, entity: str) -> str:
        """The name that an entity of one account has across accounts."""
        return self.record.names.get(f"{document}:{entity}", entity)

    def speaker(self, document: Document, statement: Attribution) -> str | None:
        """The shared name of a statement's speaker, None when it was not resolved."""
        return self.name(document.id, statement.speaker) if statement.speaker else None

    def chain(self, document: str, holders: tuple[str, ...]) -> tuple[str, ...]:
        """Holders outermost first, with names as they are across accounts; the account itself is always the first."""
        name = self.outlets.get(document, document)
        return (name, *self.behind(document, holders))

    def behind(self, document: str, holders: tuple[str, ...]) -> tuple[str, ...]:
        """The same without the account."""
        own = self.named.own.get(document, document)
        rest = holders[1:] if holders and holders[0] == own else holders
        return tuple(self.name(document, h) for h in rest)

    def accounts(self, event: Event) -> tuple[str, ...]:
        """Ids of the accounts that tell an event, in record order."""
        told = {mention_at(m)[0] for m in event.mentions}
        return tuple(sorted(told & self.rank.keys(), key=self.rank.__getitem__))

    def silent(self, event: Event, slot: Slot | None = None) -> tuple[str, ...]:
        """Accounts of the event's story that say nothing of it, or nothing of one of its slots, though they are in a
        language that is read."""
        told = {c.document for p in slot.positions for c in p.claims} if slot else set(self.accounts(event))
        return tuple(i for i in self._others(event, told) if i not in self.unread)

    def unheard(self, event: Event) -> tuple[str, ...]:
        """Accounts of the event's story in which nothing of it was found because they are in another language."""
        return tuple(i for i in self._others(event, set(self.accounts(event))) if i in self.unread)

    def _others(self, event: Event, told: Set[str]) -> list[str]:
        here = self.accounts(event)
        story = {i for m in here for i in self.story.get(m, (m,))}.union(here)
        return sorted((story - told) & self.rank.keys(), key=self.rank.__getitem__)

    @cached_property
    def unread(self) -> Unread:
        """The accounts that do not read as English, by id."""
        return Unread(self.documents)

    def independent(self, documents: tuple[str, ...]) -> int:
        """How many families these accounts come from."""
        return len({self.family.get(i, (i,)) for i in documents})

    @cached_property
    def parts(self) -> Mapping[str, Sequence[Event]]:
        """Events by how they are told, as PARTS has them, in the order of their rank."""
        return {part: Picked(self.record.events, places) for part, places in self.places.items()}

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """The places in the record of the events of `parts`."""
        return self.standings.places

    def witnesses(self, event: Event) -> tuple[str, ...]:
        """The independent voices on whose word an event stands."""
        return distinct(w for s in event.slots for p in s.positions for w in p.witnesses)

    def one_wording(self, event: Event) -> bool:
        """True if the same letters stand before all mentions of an event, or after them: a sentence or a quotation,
        printed again."""
        found = [(d.text, m.span) for d, m in self.mentioned(event)]
        before = {letters(text[max(0, span.begin - AROUND) : span.end]) for text, span in found}
        after = {letters(text[span.begin : span.end + AROUND]) for text, span in found}
        return len(before) == 1 or len(after) == 1

    def told(self, event: Event) -> str:
        """How many accounts tell an event, how many of them independently, and on how many witnesses' word."""
        accounts = self.accounts(event)
        if len(accounts) < 2:
            return plural(len(accounts), "account")
        independent, voices = self.independent(accounts), len(self.witnesses(event))
        if independent == 1:
            return f"{len(accounts):,} accounts, copies of one text"
        every = independent == len(accounts)
        named = f"{len(accounts):,} {'independent ' if every else ''}accounts"
        apart = "" if every else f", {independent:,} of them independent"
        if self.one_wording(event):
            return f"{named}{apart}, in the same words"
        return f"{named}{apart}" + (f", {plural(voices, 'witness', 'witnesses')}" if voices != independent else "")

    def title(self, event: Event) -> str:
        """The words that name an event."""
        document, span = event.title
        return tidy(self.documents[document].quote(span))

    def sentence(self, claim: Claim) -> Span:
        """The sentence to show for a claim: its mention's when that holds the evidence, else the evidence's own."""
        found = self.mentions.get(claim.mention)
        if found and found[1].sentence and found[1].sentence.covers(claim.evidence):
            return found[1].sentence
        return self.around(claim.document, claim.evidence)

    def around(self, document: str, span: Span) -> Span:
        """The sentence that holds a span, the span itself where none does."""
        sentences = layer(self.documents[document], Sentence)
        at = bisect_right(sentences, span.begin, key=lambda s: s.span.begin) - 1
        return sentences[at].span if at >= 0 and sentences[at].span.covers(span) else span

    @cached_property
    def repeated(self) -> frozenset[tuple[str, int]]:
        """Sentences, by account and begin, in which the titles of several events stand."""
        named = Counter(standing.title for standing in self.standings.events)
        return frozenset(at for at, times in named.items() if times > 1)

    def stances(self, event: Event) -> Mapping[str, str]:
        """How each account stands to an event by its mentions: a stance, or "both" when its voices differ."""
        found: dict[str, set[str]] = {}
        for d, mention in self.mentioned(event):
            found.setdefault(d.id, set()).add(stance(mention.holders, mention.factuality))
        order = ("states", "reports", "doubts", "denies")
        return {i: "both" if "denies" in s and len(s) > 1 else min(s, key=order.index) for i, s in found.items()}


def day(document: Document) -> str:
    """The day of an account, as 2015-11-23; "" where no year or less than a day is known: no table reads that as a
    date."""
    date = document.date
    return date.value[:10] if date and date.interval and date.precision in ("minute", "day") else ""


def heading(document: Document) -> str:
    """The title of an account, as stated or as it stands over the text; of one without its first words, in quotation
    marks."""
    blocks = layer(document, Block)
    above = next((document.quote(b.span) for b in blocks if b.kind is BlockKind.HEADLINE), "")
    if title := tidy(document.provenance.title or above):
        return title
    first = next((document.quote(b.span) for b in blocks if b.kind in BODY), document.text[:OPENING])
    return quoted(shorten(first, OPENING, placeholder=" …"))


def outlet(d: Document) -> str:
    """What an account is called by itself: its outlet, the name of its file, or the begin of its id."""
    return d.provenance.outlet or d.provenance.path.rpartition("/")[2] or d.id[:8]
