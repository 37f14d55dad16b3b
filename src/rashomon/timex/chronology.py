"""Chronologies: entries that each begin with their date, on a line of its own or before the words.

"January 27, 2011" above a paragraph, "27 January - Thousands rally", "1848: the king flees". What an entry tells took
place on its date, and "the next day" leans on that. A date without a year has that of the last line that is only a
year, else of the entry before, a year on where the days turn back.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.timex.symbol import Symbol
from rashomon.types import SITE, Block, BlockKind, Span

LEAST = 4  # entries of a chronology; fewer are time stamps and bylines
IN_ORDER = 0.8  # share of steps from entry to entry that go one way
BULLET = 2  # code points of a block that may stand before its date: no "In"
# A day, a month or a year; of a range its first day.
_DAY = re.compile(r"(?P<year>\d{4}|XXXX)(?P<day>-\d\d(?:-\d\d)?)?(?:/.+)?")
_TURN = 60  # days by which a day lies before the last one, if it is of another year
_SILENT = SITE | {BlockKind.COMMENT, BlockKind.CAPTION}

Mark = tuple[Span, Symbol]  # a time expression and what it says


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: from its date to the end of its last block, the words of the date, and the day, month or year that it
    says, of no year ("XXXX-03-18") where none is known."""

    span: Span
    date: Span
    symbol: Symbol


def entries(marks: Sequence[Mark], blocks: Sequence[Block]) -> tuple[Entry, ...]:
    """The entries of an account, in order; () for one that is no chronology. *marks* are its times in order."""
    heads = list(_heads(marks, [b for b in blocks if b.kind not in _SILENT]))
    if len(heads) < LEAST:
        return ()
    steps = [_ordinal(b.symbol.form) - _ordinal(a.symbol.form) for a, b in pairwise(heads)]
    down = sum(s < 0 for s in steps) > len(steps) / 2
    if sum(s <= 0 if down else s >= 0 for s in steps) < IN_ORDER * len(steps):
        return ()
    ends = [*(e.span.begin for e in heads[1:]), None]
    return tuple(replace(e, span=_reach(e, end, blocks)) for e, end in zip(heads, ends, strict=True))


def _heads(marks: Sequence[Mark], blocks: Sequence[Block]) -> Iterator[Entry]:
    """The blocks that begin with a date, each with the year that it is of."""
    leading = list(_leading(marks, blocks))
    years_too = all(_DAY.fullmatch(symbol.form)["day"] is None for _, _, symbol in leading)  # type: ignore[index]
    year, last = "XXXX", None
    for block, date, symbol in leading:
        said, day = symbol.form[:4], symbol.form[4:].partition("/")[0]
        if not day and not years_too and date.end >= block.span.end - 1:
            year, last = said, None  # the heading of a year
            continue
        if said == "XXXX" and year != "XXXX":
            turned = last is not None and _days(day) < _days(last) - _TURN
            said = f"{int(year) + 1:04d}" if turned else year
            symbol = replace(symbol, form=symbol.form.replace("XXXX", said), op="fixed", toward="")
        if said != "XXXX":
            year, last = said, day
        yield Entry(block.span, date, symbol)


def _leading(marks: Sequence[Mark], blocks: Sequence[Block]) -> Iterator[tuple[Block, Span, Symbol]]:
    """Each block that begins with a day, a month and year, or a year, and that date."""
    k = 0
    for block in blocks:
        while k < len(marks) and marks[k][0].begin < block.span.begin:
            k += 1
        if k == len(marks):
            return
        date, symbol = marks[k]
        plain = symbol.type == "DATE" and symbol.op in ("fixed", "nearest") and not symbol.clock
        first = date.begin <= block.span.begin + BULLET and date.end <= block.span.end
        if plain and first and _DAY.fullmatch(symbol.form) and symbol.form != "XXXX":
            yield block, date, symbol


def _reach(entry: Entry, end: int | None, blocks: Sequence[Block]) -> Span:
    """From the date of an entry to the outlet's last block before *end*; without an *end*, to the end of the block of
    its date, or of the next where the date stands alone."""
    own = [b for b in blocks if b.kind not in _SILENT and b.span.begin >= entry.span.begin]
    alone = entry.date.end >= entry.span.end - 1
    own = own[: 2 if alone else 1] if end is None else [b for b in own if b.span.begin < end]
    return Span(entry.date.begin, max(b.span.end for b in own))


def _ordinal(form: str) -> int:
    """A number that grows with the day; a month and day without a year have that of year 0."""
    year = 0 if form[:4] == "XXXX" else int(form[:4])
    return year * 372 + _days(form[4:].partition("/")[0])


def _days(day: str) -> int:
    """ "-03-18" or "-03" as days from the new year, in months of 31 days."""
    parts = [int(p) for p in day.split("-") if p]
    return (parts[0] - 1) * 31 + (parts[1] if len(parts) > 1 else 1) if parts else 0
