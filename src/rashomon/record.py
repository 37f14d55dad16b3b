"""Claims and links -> the record: events, the versions of each slot, who holds them, and how they stand. Picks none."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from rashomon import order
from rashomon.actions import action
from rashomon.clusters import clusters, shared_names
from rashomon.lexicon import COUNTED, STATES
from rashomon.notable import block_of, deed, notable, tolled
from rashomon.outcomes import OUTCOMES
from rashomon.questions import questions
from rashomon.relations import relate
from rashomon.timex.calendar import days_of, granularity
from rashomon.timex.updates import clocks, written
from rashomon.titling import Titles, Told
from rashomon.tolls import toll
from rashomon.types import (
    Attribution,
    Block,
    BlockKind,
    Claim,
    Document,
    Event,
    EventMention,
    Judgement,
    Link,
    Position,
    Question,
    Record,
    Slot,
    Time,
    Value,
    digest,
    mention_at,
)
from rashomon.values import polarity
from rashomon.voices import Voices

SLOTS = ("who", "whom", "when", "where", "how many", "happened")


def assemble(documents: Sequence[Document], claims: Iterable[Claim], links: Iterable[Link]) -> Record:
    """The record of a case. Needs the layers Block, Name and EventMention; raises MissingLayer without them.

    Events come in the order of their earliest time, then of the accounts; the order of the arguments changes nothing.
    """
    documents = tuple(sorted(documents, key=order.of_document))
    links = tuple(links)
    by_kind: dict[str, list[Link]] = defaultdict(list)
    for ln in links:
        by_kind[ln.kind].append(ln)
    ids = [d.id for d in documents]
    families, stories = clusters(ids, by_kind["family"]), clusters(ids, by_kind["story"])
    names = shared_names(documents, by_kind["name"])
    case = _Case(documents, claims, names, families, stories)
    links_of: dict[str, list[Link]] = defaultdict(list)
    for ln in by_kind["event"]:
        links_of[ln.right].append(ln)
    events = []
    for mentions in clusters(case.claims, by_kind["event"]):
        inside = set(mentions)
        because = tuple(
            ln for m in mentions for ln in links_of[m] if ln.judgement is Judgement.SAME and ln.left in inside
        )
        event = case.event(mentions, because)
        if case.worth_a_line(event):
            events.append(event)
    events.sort(key=lambda e: order.of_event(e, case.documents[mention_at(e.mentions[0])[0]]))
    asked = questions(documents, names, stories, case.voices)
    asked = tuple(q for q in asked if not _answered(q, events))
    return Record(documents, tuple(events), families, stories, names, links, asked)


def _answered(question: Question, events: Sequence[Event]) -> bool:
    """True if the very words that give rival answers are in dispute in an event: one age is not told in two places."""
    numbers = (s for e in events for s in e.slots if s.name == "how many" and s.contested)
    disputed = {(c.document, c.evidence) for s in numbers for p in s.positions for c in p.claims}
    rival = [s for s in question.slots if len(s.positions) > 1]
    told = ((c.document, c.evidence) for s in rival for p in s.positions for c in p.claims)
    return bool(rival) and disputed.issuperset(told)


class _Case:
    """What every event of the case needs to know of its accounts."""

    def __init__(
        self,
        documents: Sequence[Document],
        claims: Iterable[Claim],
        names: Mapping[str, str],
        families: Sequence[Sequence[str]],
        stories: Sequence[Sequence[str]],
    ):
        self.rank = {d.id: k for k, d in enumerate(documents)}
        self.documents = {d.id: d for d in documents}
        self.clocks = {d.id: clocks(d.layer(Block), d.date.interval if d.date else None) for d in documents}
        self.names = names
        self.story = {d: g[0] for g in stories for d in g}
        self.family = {d: g[0] for g in families for d in g}
        self.voices = Voices(self.documents, names, families)
        self._titles = Titles(documents, self.family)
        grouped: dict[str, list[Claim]] = defaultdict(list)
        for c in claims:
            grouped[c.mention].append(c)
        triggers = {d.key(m): (d, m) for d in documents for m in d.layer(EventMention)}
        self.claims = {key: Told(*triggers[key], tuple(mine)) for key, mine in sorted(grouped.items())}

    def event(self, keys: Sequence[str], because: tuple[Link, ...]) -> Event:
        told = sorted((self.claims[key] for key in keys), key=lambda t: (self.rank[t.document.id], t.mention.span))
        claims = [c for t in told for c in t.claims]
        slots = self._slots(claims)
        title = self._titles.of(told, slots)
        mentions = tuple(t.document.key(t.mention) for t in told)
        story = self.story[told[0].document.id]
        return Event(f"e{digest(*sorted(mentions))}", mentions, title, slots, story, because, self._told_between(told))

    def worth_a_line(self, event: Event) -> bool:
        """True for what a timeline should show: what is contested; what independent accounts tell as somebody's deed,
        or of somebody with a time, place or number; and what is notable. Never what only commenters hold."""
        told = [self.claims[key] for key in event.mentions]
        if all(_in_comment(t) for t in told):
            return False
        if event.contested or any(notable(t.mention) for t in told):
            return True
        filled = {s.name for s in event.slots}
        who, where = tolled(event.slots, COUNTED) or filled & {"who", "whom"}, filled & {"when", "where", "how many"}
        deeds = [t for t in told if deed(t.document, t.mention)]
        return bool(who and where and self._several(told)) or ("who" in filled and self._several(deeds))

    def _several(self, told: Sequence[Told]) -> bool:
        """True if accounts that copy nothing from each other tell it."""
        return len({self.family[t.document.id] for t in told}) > 1

    def _slots(self, claims: Sequence[Claim]) -> tuple[Slot, ...]:
        grouped: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        ends = self._outcomes(claims)
        for c in claims:
            befell = c.slot == "who" and c.mention in ends and self._is_told_as_state(c)
            grouped["whom" if befell else c.slot, toll(c.scope)[0] if c.slot == "how many" else c.scope].append(c)
        out = []
        for name, scope in sorted(grouped, key=lambda key: (SLOTS.index(key[0]), key[1])):
            versions: dict[Value, list[Claim]] = defaultdict(list)
            for c in grouped[name, scope]:
                value = self._value(c)
                end = ends.get(c.mention, "") if name == "happened" else value.form
                versions[replace(value, form=end)].append(c)
            positions = tuple(Position(v, tuple(held), self.voices.witnesses(held)) for v, held in versions.items())
            out.append(Slot(name, scope, positions, relate(name, scope, positions, self.voices)))
        return tuple(out)

    def _outcomes(self, claims: Iterable[Claim]) -> Mapping[str, str]:
        """Mention -> the name of its outcome, where the mentions of an event tell two that exclude each other."""
        told = {c.mention: self.claims[c.mention] for c in claims}
        found = {key: end for key, t in told.items() if (end := OUTCOMES.get(action(t.document, t.mention).predicate))}
        both = Counter(pair for pair, _ in {(end.pair, end.name) for end in found.values()})
        return {key: end.name for key, end in found.items() if both[end.pair] > 1}

    def _is_told_as_state(self, claim: Claim) -> bool:
        """True for who "is alive" or "is dead": one whom it befell, as in the other tellings of the event."""
        return self.claims[claim.mention].mention.predicate.startswith("be ")

    def _value(self, claim: Claim) -> Value:
        """The claim's value with its name joined across accounts, commitment in the steps of its labels, and a toll
        with the noun that it has for people."""
        value = claim.value
        if value.kind == "number" and (noun := toll(claim.scope)[1]):
            return replace(value, form=noun)
        if value.kind == "name":
            return replace(value, form=self.names.get(f"{claim.document}:{value.form}", value.form))
        if value.kind == "polarity" and value.low is not None:
            return replace(value, low=polarity.step(value.low), high=polarity.step(value.low))
        return value

    def _told_between(self, told: Sequence[Told]) -> tuple[float | None, float | None]:
        """What the dates of its accounts leave of an event's time; see `Event.told`."""
        expected, done = [], []
        for t in told:
            published, block = t.document.date, block_of(t.document, t.mention)
            if not published or not published.interval or published.confidence == "guess" or not block:
                continue
            if t.mention.factuality <= 0 or block.kind is BlockKind.COMMENT or _is_state(t.mention):
                continue
            at = written(published.interval, self.clocks[t.document.id].get(block.entry, ()))
            if t.mention.happened > 0 and at.high:
                done.append(min(map(days_of, (at.high, *_said(t)))))
            elif t.mention.tense == "future" and at.low:
                expected.append(days_of(at.low))
        after, by = max(expected, default=None), min(done, default=None)
        return (None, by) if after and by and after > by else (after, by)


def _said(told: Told) -> Iterator[datetime]:
    """The ends of the days on which the statements that tell it were made: "a dam burst, the mayor said Friday"."""
    for a in told.document.layer(Attribution).touching(told.mention.span):
        if a.time and any(c.covers(told.mention.span) for c in a.content):
            for time in told.document.layer(Time).touching(a.time):
                if time.interval and time.interval.high and granularity(time.value) in ("minute", "part", "day"):
                    yield time.interval.high


def _is_state(mention: EventMention) -> bool:
    return mention.predicate in STATES or mention.predicate.startswith("be ")


def _in_comment(told: Told) -> bool:
    block = block_of(told.document, told.mention)
    return block is not None and block.kind is BlockKind.COMMENT
