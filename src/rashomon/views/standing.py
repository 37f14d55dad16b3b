"""How the events and accounts of a record stand among the others: what is asked of every one before any is shown. The
story that they are of decides it alone, so a case keeps it, and a large record is not read whole for its page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.lexicon import HARMED, UNNAMED
from rashomon.notable import tolled
from rashomon.types import BODY, Attribution, Block, Document, Event, EventMention, Link, mention_at
from rashomon.views.events import agreement, arguable, by_time, denied, thin, weight
from rashomon.views.joins import Joins, unsure
from rashomon.views.layers import layer

if TYPE_CHECKING:
    from rashomon.views.index import Index

# Parts of the record, in the order in which they are shown: two accounts or speakers contradict each other; two
# accounts lean apart; independent witnesses agree, on several fields or on hardly more than that it happened; several
# accounts have it from one source or in one wording; what several tell is perhaps not one event; one account, or copies
# of one text, tell it.
PARTS = ("contested", "arguable", "agreed", "brief", "relayed", "unsure", "single")
TOLLED = 2  # voices that a number of people killed or hurt is worth, where events are ranked


@dataclass(frozen=True, slots=True)
class Standing:
    """Of an event: its part, its rank there (less comes first), its place in time (see `by_time`), the account of its
    title with the begin of that sentence, and the mentions of others that may tell it too, each with the link that says
    so."""

    event: str
    part: str
    rank: tuple[int, ...]
    time: tuple[float, ...]
    title: tuple[str, int]
    unsure: tuple[tuple[Link, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Holding:
    """Of an account: how many statements and event mentions it has, and who is known to have made the statements."""

    statements: int
    mentions: int
    speakers: tuple[str, ...]


@dataclass(frozen=True)
class Standings:
    """Of all events and of all accounts, in the order of the record."""

    events: Sequence[Standing]
    accounts: Sequence[Holding]

    @property
    def places(self) -> Mapping[str, Sequence[int]]:
        """The places in the record of the events of each of PARTS, in the order of their rank."""
        ranked = sorted(range(len(self.events)), key=lambda n: (self.events[n].rank, n))
        return {part: [n for n in ranked if self.events[n].part == part] for part in PARTS}

    @property
    def chronology(self) -> Sequence[int]:
        """The places in the record of all events, in order of time."""
        return sorted(range(len(self.events)), key=lambda n: (self.events[n].time, self.events[n].event))


def standings(index: Index) -> Standings:
    """Those of a record, found by reading all of it."""
    events, documents = index.record.events, index.record.documents
    index.mentions.keep(m for e in events if len(index.accounts(e)) > 1 for m in e.mentions)
    leads = {d.id: next((b.span.end for b in layer(d, Block) if b.kind in BODY), 0) for d in documents}
    maybe = unsure(index.record)
    return Standings(
        tuple(_standing(index, e, leads, maybe.get(e.id, ())) for e in events),
        tuple(_holding(index, d) for d in documents),
    )


def _standing(index: Index, e: Event, leads: Mapping[str, int], maybe: Sequence[tuple[Link, str]]) -> Standing:
    """First come events that most witnesses dispute on both sides, then those on which most witnesses agree, that most
    accounts put into their headline or first paragraph, which ends at *leads*, or that say how many were hurt; what all
    deny comes last."""
    several = index.independent(index.accounts(e))
    mentions = map(mention_at, e.mentions)
    leading = index.independent(tuple({d for d, at in mentions if at < leads.get(d, 0)}))
    rank = (-weight(e), int(denied(e)), -(agreement(e) + leading + TOLLED * tolled(e.slots, HARMED)), -several)
    document, span = e.title
    title = document, index.around(document, span).begin
    return Standing(e.id, _part(index, e, several), rank, by_time(e), title, tuple(maybe))


def _part(index: Index, event: Event, several: int) -> str:
    if event.contested:
        return "contested"
    if several > 1 and not _joined(index, event):  # where they differ, they may as well be two
        return "unsure"
    if any(map(arguable, event.slots)):
        return "arguable"
    if several < 2:
        return "single"
    if not _of_one_sign(index, event):
        return "unsure"
    if len(index.witnesses(event)) < 2 or index.one_wording(event) or _one_unnamed(index, event):
        return "relayed"
    return "brief" if thin(event) else "agreed"


def _joined(index: Index, event: Event) -> bool:
    """True if independent accounts surely tell one event: of pairs joined by less a third tell two."""
    home = Joins.of(event).groups["surely"]
    told: dict[int, set[str]] = {}
    for m in event.mentions:
        told.setdefault(home[m], set()).add(mention_at(m)[0])
    return not event.because or any(index.independent(tuple(accounts)) > 1 for accounts in told.values())


def _of_one_sign(index: Index, event: Event) -> bool:
    """True if independent accounts tell that it happened, or that it did not: a yes beside a no that may be of
    something else agree on nothing."""
    told: dict[bool, set[str]] = {}
    for p in (p for s in event.slots if s.name == "happened" for p in s.positions):
        told.setdefault((p.value.low or 0.0) < 0, set()).update(c.document for c in p.claims)
    return len(told) < 2 or any(index.independent(tuple(accounts)) > 1 for accounts in told.values())


def _one_unnamed(index: Index, event: Event) -> bool:
    """True if no account tells it in its own words and one of its two witnesses has no name: it may be the other one
    ("were accused of theft", "the guard accused them of theft")."""
    chains = (c.holders for s in event.slots for p in s.positions for c in p.claims)
    return UNNAMED in index.witnesses(event) and len(index.witnesses(event)) < 3 and all(len(c) > 1 for c in chains)


def _holding(index: Index, d: Document) -> Holding:
    told = layer(d, Attribution)
    speakers = {name for a in told if (name := index.speaker(d, a))}
    return Holding(len(told), len(layer(d, EventMention)), tuple(sorted(speakers)))
