"""When the entries of a live blog were written: their printed clocks say no day, and turn over midnight."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

from rashomon.timex.find import find
from rashomon.timex.resolve import Resolver
from rashomon.timex.symbol import Symbol
from rashomon.types import Block, Interval

_STOPPED = re.compile(r"(?<![\d.])(\d\d?)[.h](?=\d\d(?![\d.]))")
_DAY = timedelta(days=1)
_NIGHT = 16 * 60  # minutes: no blog rests longer over midnight; an entry that far out of order is one that was pinned

Clock = tuple[Symbol, ...]  # what an entry is headed with: a clock time, or a day and a clock time


def clocks(blocks: Sequence[Block], account: Interval | None) -> Mapping[int, Clock]:
    """The clock of each entry that has one, by the number of the entry, on the day on which it was written.

    The entries stand in order of time, or against it, whichever makes the blog shorter; where the clock turns over a
    midnight begins another day. The first is of the account's day, unless the account is dated to the minute and its
    date lies nearer if the last one is.
    """
    printed: dict[int, Clock] = {}
    for block in blocks:
        if block.clock and block.entry and block.entry not in printed:
            printed[block.entry] = _read(block.clock)
    bare = {entry: clock[0] for entry, clock in printed.items() if len(clock) == 1 and clock[0].base == "nearby"}
    turns = _turns([_minutes(s.clock) for s in bare.values()], account)
    for (entry, symbol), turn in zip(bare.items(), turns, strict=True):
        if turn:
            printed[entry] = (replace(symbol, base="account", amount=turn),)
    return printed


def written(account: Interval, clock: Clock) -> Interval:
    """When an entry of an account was written: at the time that its *clock* says, else with the account."""
    resolver = Resolver(account)
    resolver.enter(clock)
    return Interval(resolver.now.at, resolver.now.at) if resolver.now else account


def _read(clock: str) -> Clock:
    """What is printed at an update: "1530 GMT", "14.05", "10h32", "15:30, 24 November"; of "20:05 EET (18:05 GMT)" the
    first time, which is that of the place."""
    said = [hit.symbol for hit in find("at " + _STOPPED.sub(r"\1:", clock))]
    timed = [s for s in said if ":" in s.clock]
    return (*(s for s in said if ":" not in s.clock), *timed[:1])


def _minutes(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def _turns(minutes: Sequence[int], account: Interval | None) -> list[int]:
    """Days from the account's day to that of each entry, from their minutes of the day."""
    onward = sum((b - a) % (24 * 60) for a, b in pairwise(minutes))
    back = sum((a - b) % (24 * 60) for a, b in pairwise(minutes))
    ordered = list(minutes) if onward <= back else list(reversed(minutes))
    days = [0] * len(ordered[:1])
    for a, b in pairwise(ordered):
        days.append(days[-1] + (b < a and b + 24 * 60 - a <= _NIGHT))
    if days and days[-1] and account and account.low and account.high and account.high - account.low < _DAY / 2:
        first, last = (timedelta(days=days[n], minutes=ordered[n]) for n in (0, -1))
        begins = _away(account.low, first, last, 0) <= _away(account.low, first, last, days[-1])
        days = days if begins else [d - days[-1] for d in days]
    return days if onward <= back else days[::-1]


def _away(moment: datetime, first: timedelta, last: timedelta, back: int) -> timedelta:
    """How far a moment lies from the stretch of a blog whose first entry is of so many days before its day."""
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0) - back * _DAY
    return max(midnight + first - moment, moment - (midnight + last), timedelta())
