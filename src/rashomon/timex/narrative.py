"""Texts that tell history: their dates lean on the date named before, not on the day of publication."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from rashomon.timex import calendar
from rashomon.timex.symbol import Symbol
from rashomon.types import Interval

_YEAR = re.compile(r"(BC)?(\d{4})")
_OF_WEEK = re.compile(r"XXXX-W[\dX]")
_AROUND = 2  # explicit years either side that a year is compared with
# Of the steps from year to year. Those of references go on half of the time, those of WikiWars .65 and more, .75 and
# more where the text also has times that lean on its own date; of those it has at most one to nine others. Of 1,068
# news accounts 2 pass, a history and an account whose years all go onward.
_ONWARD, _ONWARD_NEAR, _NEAR = 0.6, 0.75, 9
_LEAST, _MANY = 3, 4  # steps; of fewer than many all go onward
_STRAY = 2  # years: further from those around it, a year is an aside ("as Napoleon did in 1812")


def is_narrative(symbols: Iterable[Symbol], account: Interval | None) -> bool:
    """True if a text tells history: many explicit years, most of them past and in their order, hardly a weekday,
    "yesterday" or "this year"."""
    years, near, days = [], 0, 0
    for s in symbols:
        if s.op == "fixed" and (s.form[:2] == "BC" or calendar.granularity(s.form) in ("year", "month", "day")):
            years += [year] if (year := _year(s)) is not None else []
        elif s.weekday or (s.base == "account" and (s.op in ("shift", "year") or _OF_WEEK.match(s.form))):
            near += 1  # "last week", "Friday", "Friday, April 1"
        elif s.op == "nearest":
            days += 1
    published = account.low.year if account and account.low else None
    old = sum(published is not None and y < published for y in years)
    onward, steps = sum(earlier <= later for earlier, later in pairwise(years)), len(years) - 1
    needed = max(_MANY, (_ONWARD_NEAR if near else _ONWARD) * steps)
    in_order = steps >= _LEAST and onward >= min(steps, needed)
    return old >= 0.8 * len(years) and in_order and near * _NEAR < len(years) + days


def leads(symbols: Sequence[Symbol]) -> list[bool]:
    """For each time of a history whether what follows leans on it: false for a year that stands out from its nearest.

    >>> [leads([Symbol("DATE", year) for year in ("1919", "1920", "1812", "1920", "1920")])[n] for n in (1, 2)]
    [True, False]
    """
    fixed = [(i, year) for i, s in enumerate(symbols) if s.op == "fixed" and (year := _year(s)) is not None]
    leading = [True] * len(symbols)
    for at, (i, year) in enumerate(fixed):
        near = [y for _, y in fixed[max(0, at - _AROUND) : at + _AROUND + 1]]
        if abs(year - median(near)) > _STRAY:
            leading[i] = False
    return leading


def _year(symbol: Symbol) -> int | None:
    """The year of a full date, negative before Christ."""
    found = _YEAR.match(symbol.form)
    return int(found[2]) * (-1 if found[1] else 1) if found else None
