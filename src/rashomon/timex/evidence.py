"""What an account says of its own time before anybody asks: its time expressions, and their years and weekdays."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from rashomon.timex.find import Hit, find
from rashomon.timex.symbol import Symbol
from rashomon.types import SITE, Block, BlockKind, Document, Interval, Span

HEAD = 400  # characters in which a dateline stands: 118 of 120 MEANTIME and 24 of 24 GUM news texts
MONTH_DAY = re.compile(r"XXXX-\d\d-\d\d")
_FULL_DAY = re.compile(r"(\d{4})(-\d\d-\d\d)")
WEEK = 6  # days that a bare weekday reaches back or ahead
LATE = timedelta(days=1)  # after the weekday that it tells of: an account appears then as often as on the day itself
_WIDTHS = (("day", 0), ("week", 7), ("month", 31), ("year", 366))  # days between the first and the last
VOICED = frozenset(BlockKind) - SITE - {BlockKind.COMMENT}


def day_interval(first: date, last: date | None = None) -> Interval:
    """Whole days, both ends included."""
    start, end = datetime.combine(first, datetime.min.time()), datetime.combine(last or first, datetime.min.time())
    return Interval(start, end.replace(hour=23, minute=59, second=59))


def dated(first: date, last: date | None = None) -> tuple[str, Interval, str]:
    """Value, interval and precision of an account's date, which lies on a day or between two.

    >>> dated(date(2015, 11, 20), date(2015, 11, 23))[::2]
    ('2015-11-20/2015-11-23', 'week')
    """
    last = last or first
    width = (last - first).days
    value = f"{first.isoformat()}/{last.isoformat()}" if width else first.isoformat()
    precision = next((name for name, most in _WIDTHS if width <= most), "unknown")
    return value, day_interval(first, last), precision


def hits_of(document: Document) -> list[Hit]:
    """The time expressions of the outlet's own blocks, with spans of the document."""
    found = []
    for block in document.layer(Block):
        if block.kind in VOICED:
            begin = block.span.begin
            for hit in find(document.text[begin : block.span.end]):
                span = Span(begin + hit.span.begin, begin + hit.span.end)
                found.append(Hit(span, hit.rule, hit.symbol))
    return found


def is_bare_weekday(hit: Hit) -> bool:
    """True for "on Monday" and "Sunday night", not for "last Monday" or a weekday of another day's week."""
    return _is_bare(hit.symbol)


def _is_bare(s: Symbol) -> bool:
    return (
        s.op == "nearest" and s.form.startswith("XXXX-WXX-") and s.base == "account" and s.toward in ("past", "future")
    )


def is_stamped_early(symbols: Iterable[Symbol], account: Interval | None) -> bool:
    """True if an account was written on the day after its date: it is dated Monday and tells what was done on Tuesday.

    Its date is then of a place where it was still the day before. Of 32 bare weekdays that lie six days back from the
    date of a page, 27 were of the next day; but where the text itself has the date, they do lie six days back. So that
    Tuesday is to be the first past weekday of the account, or named twice with none of the two days after it.
    """
    if account is None or account.low is None or account.high is None or account.low.date() != account.high.date():
        return False
    symbols = list(symbols)
    day = account.low.date()
    if any(s.op == "fixed" and s.form == day.isoformat() for s in symbols):
        return False
    ago = [(day.isoweekday() - int(s.form[-1])) % 7 for s in symbols if _is_bare(s) and s.toward == "past"]
    return bool(ago) and (ago[0] == WEEK or (ago.count(WEEK) > 1 and not {WEEK - 1, WEEK - 2} & set(ago)))


def years_of_days(symbols: Iterable[Symbol]) -> Mapping[str, int]:
    """Month and day ("-12-31") of the days that a text gives in full, each with its year, but for those of several."""
    years: dict[str, set[int]] = {}
    for s in symbols:
        if s.op == "fixed" and (day := _FULL_DAY.fullmatch(s.form)):
            years.setdefault(day[2], set()).add(int(day[1]))
    return {day: min(told) for day, told in years.items() if len(told) == 1}


def latest_year(hits: Sequence[Hit]) -> int | None:
    """The latest year that the text names, years far ahead left out: the account is not older."""
    years = [int(h.symbol.form[:4]) for h in hits if h.symbol.op == "fixed" and re.match(r"\d{4}", h.symbol.form)]
    return max(years, default=None)
