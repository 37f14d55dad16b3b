"""The record at the level of reports: one row for each account of an event, as aggregators of event data load it.

Columns follow MAVERICK, the data of R's `eventreport` (van Baalen & Höglund 2025), where theirs fit: precisions rise
with what is known, so that `find_most_precise` and `find_least_precise` work; numbers are numbers or empty.
`docs/tables.md` explains each and shows how to load the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.exporters.csv import Placed, dates, write
from rashomon.name_forms import is_name
from rashomon.types import Claim, Document, Event, EventMention, Record
from rashomon.views import chronology, in_time, places, political
from rashomon.views.counts import COUNTED, Cell, tolls
from rashomon.views.events import dated_by
from rashomon.views.index import Index, day, printable, tidy
from rashomon.views.joins import Joins
from rashomon.views.labels import stance
from rashomon.views.mentions import BESIDE, beside

COLUMNS = (
    "id", "event_id", "joined", "date_start", "date_end", "date_precision", "location", *places.COLUMNS,
    "actor1", "actor1_precision", "actor2", "actor2_precision", "predicate", *BESIDE.values(),
    *COUNTED,
    "certain", "stance", "source", "outlet", "source_author", "source_title", "source_date", "source_url",
    "source_family", "unit_of_analysis", "quote", "document", "begin", "end", *political.COLUMNS,
)  # fmt: skip
SURE = {1: 4, 2: 3, 3: 2}  # ACLED's precision of time to one that rises: 4 the day, 3 the week, 2 vaguer, 1 no date


def render(record: Record) -> str:
    """One row per account and event, in order of the events' time, then of the accounts."""
    return "".join(write(COLUMNS, (line for _, line in table(Index(record), political.Codes()))))


def table(index: Index, codes: political.Codes) -> Iterator[Placed]:
    """The cells of each report in order of time, in the order of COLUMNS, control characters spelled out."""
    codes.prepare(index, index.record.events)
    where = places.Places(index)
    for event in chronology(index.record.events):
        joins = Joins.of(event)
        for n, (document, told) in enumerate(_reports(index, event), 1):
            claims = [c for s in event.slots for p in s.positions for c in p.claims if c.document == document.id]
            code = political.cells(codes.of(document, told[0]))
            joined = joins.with_most(*map(document.key, told))
            row = (f"{event.id}-{n}", event.id, joined, *_row(index, where, document, told, claims), *code)
            yield in_time(event), tuple(printable(v) if isinstance(v, str) else v for v in row)


def _reports(index: Index, event: Event) -> list[tuple[Document, list[EventMention]]]:
    """The accounts of an event in record order, each with its mentions in text order."""
    told: dict[str, list[EventMention]] = {i: [] for i in index.accounts(event)}
    for document, mention in index.mentioned(event):
        told[document.id].append(mention)
    return [(index.documents[i], sorted(m, key=lambda m: m.span)) for i, m in told.items() if m]


def _row(
    index: Index, where: places.Places, document: Document, told: Sequence[EventMention], claims: Sequence[Claim]
) -> tuple[Cell, ...]:
    first = told[0]
    near, *place = where.fitting(claims)
    start, end, precision = dates(dated_by((c.scope, c.value) for c in claims if c.slot == "when"))
    p = document.provenance
    holders = index.chain(document.id, first.holders)
    return (
        start, end, SURE.get(int(precision or 0), 1), _forms(claims, "where"), 4 - int(near) if near else 0, *place,
        *_actor(index, claims, "who"), *_actor(index, claims, "whom"), first.predicate,
        *("; ".join(beside(role, ((document, m) for m in told))) for role in BESIDE.values()),
        *tolls(claims),
        round(first.factuality, 2), stance(first.holders, first.factuality), index.outlets[document.id], p.outlet,
        " > ".join(holders[1:]) or tidy(p.author), tidy(p.title), day(document), p.url,
        index.family[document.id][0], "Event report", tidy(document.quote(first.sentence or first.span)), document.id,
        first.span.begin, first.span.end,
    )  # fmt: skip


def _forms(claims: Sequence[Claim], slot: str) -> str:
    return "; ".join(dict.fromkeys(c.value.form for c in claims if c.slot == slot))


def _actor(index: Index, claims: Sequence[Claim], slot: str) -> tuple[str, Cell]:
    """Who, as named across accounts, and how exactly: 2 a name, 1 a description, 0 for nobody."""
    names = dict.fromkeys(index.name(c.document, c.value.form) for c in claims if c.slot == slot)
    return "; ".join(names), 0 if not names else 2 if any(is_name(n) and n != n.lower() for n in names) else 1
