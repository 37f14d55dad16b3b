"""Dates and times: two agree when one moment could satisfy both, and the narrower is the more precise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from math import floor

from rashomon import timex
from rashomon.lexicon import ABOUT
from rashomon.timex.calendar import days_of, granularity
from rashomon.types import Agreement, Interval, Span, Time, Value

# Clock times of two accounts may be of two zones. Almost all zones lie whole hours apart, so two minutes of one day
# that do not are two times; nearer than SLACK they are one time, told loosely.
_ZONES = 14 / 24
_SLACK = 19.5 / 1440
_NO_DAY = "0001-01-01"  # on which clock times without a day are compared
_ZONE = re.compile(r"T\d\d:\d\d(Z|[+-]\d\d)$")
MARGIN = 0.25 / 24  # days that "about 5:40" reaches to either side; "shortly after" twice as far to one
_BENT = re.compile(
    rf"\b(?:(?:{'|'.join(sorted(ABOUT))})|(?:just|shortly|right|soon|minutes|moments)\s+(?P<side>before|after))\s+$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\bbetween\b.*\band\s+$|\bor\s+(?:in\s+)?$", re.IGNORECASE | re.DOTALL)
YEAR = 364.0  # days that a time told as a year has at least
NEARBY = "base=nearby"  # in the symbol of a time whose day the words around it give


def parse(phrase: str, account: Interval | None = None) -> Value | None:
    """The time that *phrase* gives, placed against the account's date; see `of_times`. None if it has none.

    >>> parse("on 14 March 2015").form, parse("in May 2015 or June 2015").form
    ('2015-03-14', '2015-05/2015-06')
    """
    hits = timex.find(phrase)
    found = timex.resolve([hit.symbol for hit in hits], account)
    times = [
        Time(hit.span, hit.symbol.type, f.value, f.interval, f.anchor, hit.rule, str(hit.symbol))
        for hit, f in zip(hits, found, strict=True)
    ]
    return of_times(times, [phrase[: hit.span.begin] for hit in hits])


def of_times(times: Sequence[Time], before: Sequence[str]) -> Value | None:
    """The time that a phrase gives by the times in it; *before* are the words of the phrase ahead of each.

    A clock is that of the day beside it; "between ... and" and "or" join two to the stretch over both; else it is the
    narrowest ("Monday at 6 p.m." is an hour, not a day). What has no place on the calendar is its form alone.
    """
    read = [(t, value, words) for t, words in zip(times, before, strict=True) if (value := of_time(t))]
    if not read:
        return Value("date", form=times[0].value) if times else None
    placed = [(t.span, loosened(v, words)[0] if t.type == "TIME" else v) for t, v, words in read]
    values = [v for _, v in with_day(placed, read[-1][0].span.end)]
    if len(values) == len(read) == 2 and _JOINED.search(read[1][2]):
        low, high = min(v.low or 0.0 for v in values), max(v.high or 0.0 for v in values)
        return Value("date", low, high, "/".join(v.form for v in values))
    return min(values, key=lambda v: (v.high or 0) - (v.low or 0))


def loosened(value: Value, before: str) -> tuple[Value, int]:
    """A clock time as the words right *before* it bend it ("about 5:40", "shortly after noon"), and how many code
    points those words take; the value as it is and 0 where none do."""
    bent = _BENT.search(before)
    if not bent or value.low is None or value.high is None:
        return value, 0
    side = bent["side"] or "about"
    low = value.low - {"about": MARGIN, "before": 2 * MARGIN, "after": 0.0}[side.lower()]
    high = value.high + {"about": MARGIN, "before": 0.0, "after": 2 * MARGIN}[side.lower()]
    return replace(value, low=low, high=high), len(before) - bent.start()


def of_time(time: Time) -> Value | None:
    """The value of an annotation; None while it has no place on the calendar.

    A clock time or part of a day that has its day only from the words around it is without day ("T06:10", "TMO").
    """
    value = _value(time.value, time.interval)
    clock = value is not None and granularity(value.form) in ("minute", "part")
    if value and clock and time.anchor != "clock" and NEARBY in time.symbolic.split():
        return replace(value, form=value.form[value.form.index("T") :])
    return value


def floats(value: Value) -> bool:
    """True for a clock time that says no day."""
    return value.form.startswith("T")


def with_day(placed: list[tuple[Span, Value]], reach: int) -> list[tuple[Span, Value]]:
    """The times with the only clock time that says no day put on the only day, where no more than *reach* code points
    lie between their words: "9:45 am, they said, on 31 May". What touches, the grammar has joined already."""
    clocks = [p for p in placed if floats(p[1])]
    days = [p for p in placed if granularity(p[1].form) == "day" and p[1].low is not None]
    if len(clocks) != 1 or len(days) != 1:
        return placed
    (at, clock), (on, day) = clocks[0], days[0]
    if max(at.begin, on.begin) - min(at.end, on.end) > reach:
        return placed
    both = Span(min(at.begin, on.begin), max(at.end, on.end)), _put(clock, day.form, float(floor(day.low or 0.0)))
    return [p for p in placed if p not in (clocks[0], days[0])] + [both]


def on_one_day(a: Value, b: Value) -> tuple[Value, Value]:
    """The two values; a clock time that says no day is moved to the other's where that is a clock time too."""
    if floats(a) and floats(b):
        return _put(a, _NO_DAY, 0.0), _put(b, _NO_DAY, 0.0)
    if floats(b) and granularity(a.form) == "minute" and a.low is not None:
        return a, _put(b, a.form[:10], float(floor(a.low)))
    if floats(a) and granularity(b.form) == "minute" and b.low is not None:
        return _put(a, b.form[:10], float(floor(b.low))), b
    return a, b


def _put(value: Value, day: str, begin: float) -> Value:
    """A clock time on the day that begins at *begin*."""
    shift = begin - floor(value.low or 0.0)
    return replace(_moved(value, shift), form=day + value.form)


def _moved(value: Value, days: float) -> Value:
    assert value.low is not None and value.high is not None
    return replace(value, low=value.low + days, high=value.high + days)


def _value(form: str, interval: Interval | None) -> Value | None:
    if interval is None or interval.low is None or interval.high is None:
        return None
    return Value("date", days_of(interval.low), days_of(interval.high), form)


def compare(a: Value, b: Value) -> Agreement:
    """AGREES for equal intervals; MORE_PRECISE when *a* lies inside *b*; COMPATIBLE when they share a moment;
    CONFLICTS when they cannot be one time; ARGUABLE when only their clocks differ, by little or by whole hours, which
    haste or zones may explain. Where both name their zones only haste may.

    A side that is None is open. A clock time that says no day is compared with clock times only; what has no place on
    the calendar ("next week" in an account of no date) AGREES with the same form, and is COMPATIBLE with any other.

    >>> march, day = parse("March 2015"), parse("14 March 2015")
    >>> compare(day, march)
    <Agreement.MORE_PRECISE: 'more precise'>
    """
    if any(v.low is None and v.high is None for v in (a, b)):
        return Agreement.AGREES if a.form == b.form else Agreement.COMPATIBLE
    a, b = on_one_day(a, b)
    if floats(a) or floats(b):
        return Agreement.COMPATIBLE
    zoned = _offset(a) is not None and _offset(b) is not None
    if zoned:
        a, b = _universal(a), _universal(b)
        b = _moved(b, round((a.low or 0.0) - (b.low or 0.0)) if a.form.startswith(_NO_DAY) else 0)
    a_low, a_high = _sides(a)
    b_low, b_high = _sides(b)
    if (a_low, a_high) == (b_low, b_high):
        return Agreement.AGREES
    if (gap := max(a_low - b_high, b_low - a_high)) > 0:
        clocks = granularity(a.form) in ("minute", "part") or granularity(b.form) in ("minute", "part")
        near = gap < _SLACK if zoned else clocks and gap <= _ZONES and not _two_minutes(a, b)
        return Agreement.ARGUABLE if near else Agreement.CONFLICTS
    if b_low <= a_low and a_high <= b_high:
        return Agreement.MORE_PRECISE
    return Agreement.COMPATIBLE


def _universal(value: Value) -> Value:
    """A clock time that names its zone, in UTC: 23:30 GMT is 02:30 in Moscow."""
    assert value.low is not None and value.high is not None
    ahead = (_offset(value) or 0) / 24
    return replace(value, low=round(value.low - ahead, 6), high=round(value.high - ahead, 6))  # to a tenth of a second


def in_one_zone(values: Sequence[Value]) -> list[Value]:
    """The values, with the clock times that name their zone on the clock of the first that does: 21:30 GMT is 23:30
    beside 23:30 in EET."""
    first = next((zone for v in values if (zone := _offset(v)) is not None), 0)
    return [v if (zone := _offset(v)) is None or zone == first else _moved(v, (first - zone) / 24) for v in values]


def _offset(value: Value) -> int | None:
    """Hours that the zone of a clock time is ahead of UTC; None where it names none."""
    found = _ZONE.search(value.form)
    return int(found[1]) if found and found[1] != "Z" else 0 if found else None


def _two_minutes(a: Value, b: Value) -> bool:
    """True for two clock times of one day that are neither close nor whole hours apart."""
    if not all(granularity(v.form) == "minute" and v.low is not None for v in (a, b)) or a.form[:10] != b.form[:10]:
        return False
    apart = max(_sides(a)[0] - _sides(b)[1], _sides(b)[0] - _sides(a)[1])
    past_hour = (apart * 24) % 1 / 24
    return apart >= _SLACK and min(past_hour, 1 / 24 - past_hour) >= _SLACK / 2


def _sides(value: Value) -> tuple[float, float]:
    low = float("-inf") if value.low is None else value.low
    high = float("inf") if value.high is None else value.high
    return low, high


def is_year(value: Value) -> bool:
    """True for a time that is told as a year, or as more than one.

    >>> is_year(Value("date", 735234.0, 735598.99)), is_year(Value("date", 735234.0, 735264.99))
    (True, False)
    """
    return value.low is not None and value.high is not None and value.high - value.low > YEAR
