"""The record as an event table with the columns that users of ACLED and UCDP know. `docs/tables.md` explains each."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator

from rashomon.types import Event, Record, Slot, Span
from rashomon.views import chronology, places, political
from rashomon.views.index import Index, printable, slots, tidy, when
from rashomon.views.labels import moment

COLUMNS = (
    "event_id", "date_start", "date_end", "time_precision", "actor1", "actor2", "predicate", "event", "location",
    *places.COLUMNS, "n_of", "n_low", "n_best", "n_high", "accounts", "independent", "source", "witnesses", "contested",
    "quote", "document", "begin", "end", *political.COLUMNS,
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(record: Record) -> str:
    """One row per event, in order of time. A cell that a spreadsheet would run as a formula gets an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_inert(v) for v in row] for row in table(record))
    return out.getvalue()


def _inert(value: str | float) -> str | float:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def table(record: Record) -> Iterator[tuple[str | float, ...]]:
    """The cells of each event, in the order of COLUMNS, control characters spelled out."""
    index, codes = Index(record), political.Codes()
    where = places.Places(index)
    for event in chronology(record):
        row = (*_row(index, event, where), *political.cells(codes.event(index, event)))
        yield tuple(printable(v) if isinstance(v, str) else v for v in row)


def _row(index: Index, event: Event, where: places.Places) -> tuple[str | float, ...]:
    told = index.accounts(event)
    counted = _counted(event)
    document, span = event.title
    mentions = [index.mentions[m][1] for m in event.mentions if m in index.mentions]
    witnesses = {w for s in event.slots for p in s.positions for w in p.witnesses}
    disputed = dict.fromkeys(s.name for s in slots(event) if s.contested)
    return (
        event.id, *_dates(event), _forms(event, "who"), _forms(event, "whom"),
        mentions[0].predicate if mentions else "", index.title(event), _forms(event, "where"), *where.event(event),
        *(_bounds(counted) if counted else ("", "", "", "")), len(told), index.independent(told),
        "; ".join(index.outlets[i] for i in told), len(witnesses), "; ".join(disputed),
        tidy(index.documents[document].quote(_sentence(index, event))), document, span.begin, span.end,
    )  # fmt: skip


def _sentence(index: Index, event: Event) -> Span:
    document, span = event.title
    near = (
        m.sentence
        for d, m in (index.mentions[i] for i in event.mentions if i in index.mentions)
        if d.id == document and m.sentence
    )
    return next((s for s in near if s.touches(span)), span)


def _dates(event: Event) -> tuple[str, str, int | str]:
    """First and last day, and ACLED's precision of time: 1 the day, 2 the week, 3 the month or vaguer."""
    low, high = when(event)
    if low is None or high is None:
        return "", "", ""
    return f"{moment(low):%Y-%m-%d}", f"{moment(high):%Y-%m-%d}", 1 if high - low <= 1 else 2 if high - low <= 7 else 3


def _forms(event: Event, name: str) -> str:
    return "; ".join(dict.fromkeys(p.value.form for s in event.slots if s.name == name for p in s.positions))


def _counted(event: Event) -> Slot | None:
    """The number of an event that most claims speak of."""
    numbers = [s for s in event.slots if s.name == "how many" and s.positions]
    return max(numbers, key=lambda s: sum(len(p.claims) for p in s.positions), default=None)


def _bounds(slot: Slot) -> tuple[str, str, str, str]:
    """What is counted, the least bound, the number if all give one exact number, the greatest bound; "" where open."""
    lows = [-math.inf if p.value.low is None else p.value.low for p in slot.positions]
    highs = [math.inf if p.value.high is None else p.value.high for p in slot.positions]
    best = lows[0] if len(slot.positions) == 1 and lows == highs else math.nan
    return slot.scope, _number(min(lows)), _number(best), _number(max(highs))


def _number(n: float) -> str:
    return f"{n:.10g}" if math.isfinite(n) else ""
