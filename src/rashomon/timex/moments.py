"""Times counted from a clock in hours and minutes: "half an hour ago" in an update of 15:30 GMT."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from rashomon.timex import calendar
from rashomon.timex.symbol import Symbol
from rashomon.types import Interval

UNITS = {unit: timedelta(**{f"{unit}s": 1}) for unit in ("second", "minute", "hour")}
_MINUTE = timedelta(minutes=1)
_SLACK, _LEAST, _MOST = 4, _MINUTE, timedelta(minutes=30)  # a quarter of the distance, within these
# From and to how long before the clock a time lies that has no number: "moments ago", "minutes ago", "hours ago".
_VAGUE = {
    "second": (timedelta(minutes=10), timedelta()),
    "minute": (timedelta(hours=1), timedelta()),
    "hour": (timedelta(hours=24), timedelta(hours=1)),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """A clock time on a day, and its zone as ISO 8601 writes it, "" for the account's own."""

    at: datetime
    zone: str = ""

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%dT%H:%M}{self.zone}"


def counted(symbol: Symbol, since: Moment) -> tuple[str, Interval]:
    """The TIMEX3 value and the interval of so many hours or minutes before or after a moment.

    >>> since = Moment(datetime(2015, 11, 23, 15, 30), "Z")
    >>> counted(Symbol("TIME", op="shift", amount=-30, unit="minute"), since)[0]
    '2015-11-23T15:00Z'
    """
    if not symbol.amount:
        first, last = (Moment(since.at - ago, since.zone) for ago in _VAGUE[symbol.unit])
        return f"{first}/{last}", Interval(first.at, last.at)
    distance = symbol.amount * UNITS[symbol.unit]
    at = since.at + distance
    slack = min(max(abs(distance) / _SLACK, _LEAST), _MOST)
    return str(Moment(at, since.zone)), Interval(at - slack, at + slack)


def stretched(symbol: Symbol, since: Moment) -> Interval:
    """The hours or minutes that end or begin at a moment: "in the past 20 minutes"."""
    other = calendar.back(since.at, symbol.form, 1 if symbol.toward == "future" else -1)
    return Interval(min(since.at, other), max(since.at, other))
