"""The record as an event table with the columns that users of ACLED and UCDP know. `docs/tables.md` explains each."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from rashomon.types import Event, Position, Record, Span
from rashomon.views import chronology, in_time, places, political
from rashomon.views.counts import COUNTED, Cell, bounds, tolls
from rashomon.views.events import slots, undated, when
from rashomon.views.index import Index, printable, tidy
from rashomon.views.joins import Joins
from rashomon.views.labels import SIGNS, moment
from rashomon.views.mentions import BESIDE, beside, predicates
from rashomon.views.scopes import scope

COLUMNS = (
    "event_id", "date_start", "date_end", "time_precision", "actor1", "actor2", "predicate", *BESIDE.values(), "event",
    "location", *places.COLUMNS, "n_of", "n_unit", "n_low", "n_best", "n_high", *COUNTED, "accounts", "independent",
    "source", "witnesses", "stance", "contested", "joined", "quote", "document", "begin", "end", *political.COLUMNS,
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # full-width signs act where such are typed


Line = tuple[Cell, ...]
Placed = tuple[tuple[float | str, ...], Line]  # a line, after what tables of several stories are sorted by


def render(record: Record) -> str:
    """One row per event, in order of time. A cell that a spreadsheet would run as a formula gets an apostrophe."""
    return "".join(write(COLUMNS, (line for _, line in table(Index(record), political.Codes()))))


def write(columns: Sequence[str], lines: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """A table as CSV, piece by piece: words that a spreadsheet would run as a formula get an apostrophe, numbers stay
    numbers."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for line in lines:
        writer.writerow([_inert(v) for v in line])
        yield out.getvalue()
        out.seek(0)
        out.truncate()
    yield out.getvalue()


def _inert(value: Cell) -> Cell:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def table(index: Index, codes: political.Codes) -> Iterator[Placed]:
    """The cells of each event in order of time, in the order of COLUMNS, control characters spelled out."""
    codes.prepare(index, index.record.events)
    where = places.Places(index)
    for event in chronology(index.record.events):
        row = (*_row(index, event, where), *political.cells(codes.event(index, event)))
        yield in_time(event), tuple(printable(v) if isinstance(v, str) else v for v in row)


def _row(index: Index, event: Event, where: places.Places) -> tuple[Cell, ...]:
    told = index.accounts(event)
    document, span = event.title
    mentions = index.mentioned(event)
    witnesses = {w for s in event.slots for p in s.positions for w in p.witnesses}
    disputed = dict.fromkeys(s.name for s in slots(event) if s.contested)
    return (
        event.id, *_dates(event), _forms(event, "who"), _forms(event, "whom"),
        next(iter(predicates(mentions)), ""), *("; ".join(beside(role, mentions)) for role in BESIDE.values()),
        index.title(event),
        _forms(event, "where"), *where.event(event),
        *_counted(event), *tolls([c for s in event.slots for p in s.positions for c in p.claims]),
        len(told), index.independent(told), "; ".join(index.outlets[i] for i in told), len(witnesses),
        _stance(index, event), "; ".join(disputed), Joins.of(event).weakest(),
        tidy(index.documents[document].quote(_sentence(index, event))), document, span.begin, span.end,
    )  # fmt: skip


def _stance(index: Index, event: Event) -> str:
    """How the accounts stand to it: "disputed" where one denies what another does not, else the surest stance."""
    found = set(index.stances(event).values())
    if "both" in found or ("denies" in found and len(found) > 1):
        return "disputed"
    return next((s for s in SIGNS if s in found), "")


def _sentence(index: Index, event: Event) -> Span:
    document, span = event.title
    near = (
        m.sentence
        for d, m in (index.mentions[i] for i in event.mentions if i in index.mentions)
        if d.id == document and m.sentence
    )
    return next((s for s in near if s.touches(span)), span)


def _dates(event: Event) -> tuple[str, str, Cell]:
    """The days that somebody says; where nobody does, those that the dates of its accounts leave, at precision 4."""
    if not undated(event):
        return dates(when(event))
    first, last, precision = dates(event.told)
    return first, last, precision and 4


def dates(span: tuple[float | None, float | None]) -> tuple[str, str, Cell]:
    """First and last day, and ACLED's precision of time: 1 the day, 2 the week, 3 the month or vaguer, or open."""
    low, high = span
    if low is None and high is None:
        return "", "", ""
    first, last = ("" if at is None else f"{moment(at):%Y-%m-%d}" for at in span)
    if low is None or high is None:
        return first, last, 3
    return first, last, 1 if high - low <= 1 else 2 if high - low <= 7 else 3


def _forms(event: Event, name: str) -> str:
    return "; ".join(dict.fromkeys(p.value.form for s in event.slots if s.name == name for p in s.positions))


def _counted(event: Event) -> tuple[Cell, ...]:
    """What is counted, in which unit, and its bounds: of the number that most claims speak of, in one unit."""
    counts = {s.scope: s for s in event.slots if s.name == "how many"}
    told: dict[tuple[str, str], list[Position]] = {}
    for about, slot in counts.items():
        for p in slot.positions:
            told.setdefault((about, p.value.form), []).append(p)
    if not told:
        return ("",) * 5
    about, unit = max(told, key=lambda k: sum(len(p.claims) for p in told[k]))
    return (scope(counts[about]), unit, *bounds([p.value for p in told[about, unit]]))
