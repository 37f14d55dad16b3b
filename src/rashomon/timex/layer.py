"""The Time layer of an account: read once, placed again whenever the account's date becomes better known."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from rashomon.timex import calendar
from rashomon.timex.chronology import Entry, entries
from rashomon.timex.evidence import is_stamped_early, years_of_days
from rashomon.timex.find import find
from rashomon.timex.narrative import is_narrative, leads
from rashomon.timex.resolve import Resolver
from rashomon.timex.symbol import Symbol
from rashomon.timex.updates import clocks
from rashomon.types import Block, BlockKind, Interval, Span, Time

_BESIDE = 16  # code points between a day and its clock time


def read(text: str, blocks: Sequence[Block]) -> Iterator[Time]:
    """The times of each block, in order, still symbolic: `place` gives them values."""
    for block in blocks:
        begin = block.span.begin
        for hit in find(text[begin : block.span.end]):
            span = Span(begin + hit.span.begin, begin + hit.span.end)
            yield Time(span, hit.symbol.type, hit.symbol.form, None, "unknown", hit.rule, str(hit.symbol))


def place(times: Sequence[Time], blocks: Sequence[Block], account: Interval | None) -> tuple[Time, ...]:
    """The same times with value, interval and anchor against the date of the account, None if unknown.

    Entries of a live blog or a chronology are read apart: "the next day" leans on a day of its own entry. Raises
    ValueError for a time whose `symbolic` is not that of `read`.
    """
    symbols = [Symbol.read(t.symbolic) for t in times]
    resolver = Resolver(
        account,
        narrative=is_narrative(symbols, account),
        stamped_early=is_stamped_early(_told(times, symbols, blocks), account),
        years=years_of_days(symbols),
    )
    placed: list[Time] = []
    pairs = list(zip(times, symbols, leads(symbols), strict=True))
    dated = entries([(t.span, s) for t, s in zip(times, symbols, strict=True)], blocks)
    heads = {e.date: e.symbol for e in dated}  # with the year that the entry is of
    anchors = _anchors([t.span for t in times], blocks, dated, account)
    for (_, anchor), group in groupby(zip(anchors, pairs, strict=True), key=lambda item: item[0]):
        resolver.enter(anchor)
        day: Time | None = None  # the last one, of a day
        for _, (time, symbol, lead) in group:
            found = resolver.resolve(heads.get(time.span) or _on_day_beside(symbol, time, day), leads=lead)
            kind = "TIME" if calendar.granularity(found.value) == "minute" else symbol.type
            placed.append(replace(time, type=kind, value=found.value, interval=found.interval, anchor=found.anchor))
            day = placed[-1] if calendar.granularity(found.value) == "day" else None
    return tuple(placed)


def _told(times: Sequence[Time], symbols: Sequence[Symbol], blocks: Sequence[Block]) -> list[Symbol]:
    """What the account itself tells of time: not the day in a header over it. A day that its writer put under the
    headline is told: of accounts with one, the weekday six days back is that."""
    heads = [b.span for b in blocks if b.kind is BlockKind.BOILERPLATE]
    return [s for t, s in zip(times, symbols, strict=True) if not any(head.covers(t.span) for head in heads)]


def chronology(times: Sequence[Time], blocks: Sequence[Block]) -> tuple[Entry, ...]:
    """The entries of an account that is a chronology, () for any other. *times* are those of `read`, placed or not."""
    return entries([(t.span, Symbol.read(t.symbolic)) for t in times if t.symbolic], blocks)


def _on_day_beside(symbol: Symbol, time: Time, day: Time | None) -> Symbol:
    """A clock time right after a day is of that day, however long ago: "on 11 March, at about 10.15 a.m."."""
    bare = symbol.base == "nearby" and ":" in symbol.clock and not symbol.amount
    if not bare or day is None or time.span.begin - day.span.end > _BESIDE:
        return symbol
    return Symbol("TIME", day.value, clock=symbol.clock, zone=symbol.zone)


class EntryDays:
    """The days under which a chronology tells: what its entries are dated, where that is known."""

    def __init__(self, times: Sequence[Time], blocks: Sequence[Block]):
        began = {t.span: t.interval.low for t in times if t.interval and t.interval.low}
        known = [(e.span, low) for e in chronology(times, blocks) if (low := began.get(e.date))]
        self._spans = [span for span, _ in known]
        self._days = [calendar.days_of(low) for _, low in known]

    def at(self, place: int) -> float | None:
        """The first day of the entry in which a code point stands, in days; None outside of entries."""
        k = bisect_right(self._spans, place, key=lambda span: span.begin) - 1
        return self._days[k] if k >= 0 and place < self._spans[k].end else None


def _anchors(
    spans: Sequence[Span], blocks: Sequence[Block], dated: Sequence[Entry], account: Interval | None
) -> Iterator[tuple[int, tuple[Symbol, ...]]]:
    """For each span the number of the entry it stands in, of a live blog or of a chronology, and what that is dated."""
    printed = clocks(blocks, account)
    ordered, at, k = sorted(blocks, key=lambda b: b.span), 0, 0
    for span in spans:
        while at + 1 < len(ordered) and ordered[at + 1].span.begin <= span.begin:
            at += 1
        while k < len(dated) and dated[k].span.end <= span.begin:
            k += 1
        if k < len(dated) and dated[k].span.begin <= span.begin:
            yield -1 - k, (dated[k].symbol,)
        else:
            entry = ordered[at].entry if ordered else 0
            yield entry, printed.get(entry, ())
