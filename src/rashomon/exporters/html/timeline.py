"""The chronology: events by month, or by year, each with a bar that is as wide as what is known of its time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from rashomon.exporters.html import axis
from rashomon.exporters.html.bounds import Bounds, rest
from rashomon.exporters.html.cards import tag, title
from rashomon.exporters.html.markup import chain, text
from rashomon.types import Event, Slot
from rashomon.views.events import OPEN, dated, in_year, slots, when
from rashomon.views.index import Index
from rashomon.views.labels import EPOCH, MONTHS, moment

YEARLESS = 10000  # the period of what has a month and no year, after all years
UNDATED = (YEARLESS, 13)
SHORT = 31  # days that stand under the month in which they begin


def timeline(index: Index, within: Bounds) -> str:
    """The events that have an anchor, by month, or by year where no month is said; those of which only the month is
    known, and those without a date, at the end."""
    groups: dict[tuple[int, int], list[str]] = {}
    for event in _once(index, within.events):
        period = _period(event)
        groups.setdefault(period, []).append(_entry(index, event, period, within.keys[event.id]))
    out = [
        f'<section class="period"><h3>{_name(period)}</h3>'
        f'<ol class="chron" data-cap="60">{"".join(entries)}</ol></section>'
        for period, entries in sorted(groups.items())
    ]
    left = rest(len(index.record.events) - len(within.keys), "event", "rashomon show CASE timeline")
    return f'<div data-cap="60">{"".join(out)}</div>{left}' if out else '<p class="none">No event was found.</p>'


def _once(index: Index, events: Iterable[Event]) -> list[Event]:
    """The events without those of a sentence and a time that stand there already, by one that as many accounts tell:
    "fined and jailed on 12 April" is one line of a chronology. What is in dispute stays."""
    told: dict[object, Event] = {}
    for event in events:
        document, span = event.title
        one = event.id if event.contested else (document, index.around(document, span), dated(event))
        first = told.get(one)
        if first is None or len(index.accounts(event)) > len(index.accounts(first)):
            told[one] = event
    return list(told.values())


def _period(event: Event) -> tuple[int, int]:
    """(year, month): that in which a stretch of days begins; month 0 for a year of which no month is said, -1 for more
    than one year; YEARLESS for a month of no known year."""
    low, high = when(event)
    if low is None and high is None:
        within = in_year(event)
        return (YEARLESS, moment(within[0]).month) if within else UNDATED
    if low is None or high is None:  # only an edge is said: as wide as its own words ("since 1981")
        edges = [p.value for s in event.slots if s.name == "when" and s.scope in OPEN for p in s.positions]
        low = min(v.low for v in edges if v.low is not None)
        high = max(v.high for v in edges if v.high is not None)
    first, last = moment(low), moment(high)
    if last - first < timedelta(days=SHORT):
        return first.year, first.month
    if first.year != last.year:
        return first.year, -1
    return first.year, first.month if first.month == last.month else 0


def _name(period: tuple[int, int]) -> str:
    year, month = period
    if period == UNDATED:
        return "No date"
    if year == YEARLESS:
        return f"{MONTHS[month - 1]}, year unknown"
    return (
        f"{MONTHS[month - 1]} {year}" if month > 0 else f"{year}, no month said" if month == 0 else f"{year} and after"
    )


def _entry(index: Index, event: Event, period: tuple[int, int], key: str) -> str:
    told_by = index.accounts(event)
    tags = " ".join(
        f'<a class="tag {css}" href="#{key}">{word}{_of(index, s)}</a>'
        for s in slots(event)
        if s.contested
        for css, word in [tag(s)]
    )
    if len(told_by) > 1:
        held = f'<a class="chain" href="#{key}">{index.told(event)}</a>'
    else:
        _, first = index.mentions.get(event.mentions[0], (None, None))
        held = chain(index, event.title[0], first.holders if first else (), own="")
    css = "contested" if event.contested else "vague" if _vague(event) else "sure"
    date = f'<p class="time">{text(dated(event))}{_bar(event, period)}</p>'
    return f'<li class="{css}">{date}<div><p>{title(index, event)} {tags}</p>{held}</div></li>'


def _bar(event: Event, period: tuple[int, int]) -> str:
    """Where in its period every version of the event's time lies; "" without a date."""
    spans = [
        (None if side == "before" else p.value.low, None if side == "after" else p.value.high)
        for s in event.slots
        if s.name == "when"
        for side in [OPEN.get(s.scope, "")]
        for p in s.positions
    ]
    low, high = when(event)
    if period == UNDATED:
        return ""
    year, month = period
    if (within := in_year(event)) and year == YEARLESS:
        spans, year = [within], moment(within[0]).year
    first = EPOCH.replace(year=year, month=max(month, 1))
    if month > 0:
        last = (first + timedelta(days=31)).replace(day=1)
    else:
        end = moment(high if high is not None else low or 0.0).year
        last = EPOCH.replace(year=min(end + 1, 9999))
    return axis.calendar_bar([s for s in spans if s != (None, None)], (first - EPOCH).days, (last - EPOCH).days)


def _of(index: Index, slot: Slot) -> str:
    return "" if slot.name == "happened" else f": {text(index.asked(slot).lower())}"


def _vague(event: Event) -> bool:
    low, high = when(event)
    return low is None or high is None or high - low > 1
