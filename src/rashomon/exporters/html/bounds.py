"""What the page of a large case writes out. A browser must open it: beyond these bounds things are counted, and the
command that shows them is named. A case of a few hundred accounts is written whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rashomon.exporters.html.markup import attr
from rashomon.types import Attribution, Document, Event
from rashomon.views import chronology
from rashomon.views.index import Index, layer
from rashomon.views.labels import plural
from rashomon.views.standing import PARTS

EVENTS: Mapping[str, int] = {
    "contested": 300,
    "arguable": 100,
    "agreed": 240,
    "brief": 240,
    "relayed": 240,
    "unsure": 240,
    "single": 1200,
}
QUESTIONS = 200
COPIES = 600  # pairs of accounts with copied text
STATEMENTS = 6000
PAGE, TEXTS = 16_000_000, 3_000_000  # characters up to which whole texts are written, and of these at any rate
ACCOUNTS = 1000  # of those that nothing on the page points to
REST = '<p class="count rest">'  # begins every line that says what is left out
COLUMNS, ROWS = 60, 200  # accounts and events of one matrix


@dataclass(frozen=True)
class Bounds:
    """The first events of each part, within the bounds; `keys` are their anchors in the page."""

    parts: Mapping[str, tuple[Event, ...]]
    keys: Mapping[str, str]

    @classmethod
    def of(cls, index: Index) -> Bounds:
        """Those of a record."""
        parts = {name: tuple(found[: EVENTS[name]]) for name, found in index.parts.items()}
        return cls(parts, {e.id: attr(e.id) for part in parts.values() for e in part})

    @property
    def events(self) -> list[Event]:
        """All that are written, in order of time."""
        return chronology(e for part in self.parts.values() for e in part)


def statements_within(index: Index) -> Iterator[tuple[Document, Attribution]]:
    """The statements that are written, in the order of the record; those of accounts that come first `by_weight`."""
    room, written = STATEMENTS, {}
    for d in by_weight(index):
        written[d.id] = min(index.holdings[d.id].statements, room)
        room -= written[d.id]
    return ((d, a) for d in index.record.documents if written[d.id] for a in layer(d, Attribution)[: written[d.id]])


def by_weight(index: Index) -> list[Document]:
    """Accounts in the order in which their texts are written: those that questions and the events that
    several tell rest on, then all others, each in the order of the record, which is that of their dates."""
    events = (e for name in PARTS[:-1] for e in index.parts[name][: EVENTS[name]])
    slots = (s for q in index.record.questions[:QUESTIONS] for s in q.slots)
    cited = {i for e in events for i in index.accounts(e)} | {
        c.document for s in slots for p in s.positions for c in p.claims
    }
    return sorted(index.record.documents, key=lambda d: d.id not in cited)


def rest(left: int, noun: str, command: str) -> str:
    """A line for what is not written; nothing where all is. *command* is HTML that shows it."""
    if left <= 0:
        return ""
    return f"{REST}And {plural(left, noun)} more, not on this page: <code>{command}</code></p>"


def bounded(index: Index, within: Bounds) -> str:
    """What a page that leaves something out says at its head."""
    events = f"{len(within.keys):,} of {plural(len(index.record.events), 'event')}"
    return (
        f'<p class="count" id="bounded">This page holds {events} and finds words in what it holds; <code>rashomon show '
        "CASE events --find WORDS</code> finds them in all. Each part says what it leaves out, and what shows it.</p>"
    )
