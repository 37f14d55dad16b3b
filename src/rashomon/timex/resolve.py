"""Symbolic times to TIMEX3 values and intervals, in the order of the text, against the date of the account."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from rashomon.timex import calendar, moments, words
from rashomon.timex.forms import clocked, loosely, symbolic_value, value_from
from rashomon.timex.holidays import in_year
from rashomon.timex.moments import Moment
from rashomon.timex.symbol import Symbol
from rashomon.types import Interval

_OF_A_YEAR = re.compile(r"XXXX-(?!W[\dX])")
_BEFORE_CHRIST = re.compile(r"BC(\d{4})")
_EVENING, _MORNING = "18:00", 5  # an entry of before five that says "at 11:50 p.m." means the evening before
_ELSEWHERE = timedelta(days=1)  # where it is a day later than where the account was dated
_MONTHS_LONG = re.compile(r"P(?:6|9)M")


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 value, the interval it covers (None while unknown), and the anchor used: none, account, clock,
    narrative, unknown."""

    value: str
    interval: Interval | None
    anchor: str


class Resolver:
    """Resolves the symbols of one account, one after the other; keeps the last day, quarter and year named.

    `account` is when the account was published: None if unknown, an interval of more than a day if known in part.
    A value that would differ between the two ends of that interval stays symbolic, and its interval covers both.
    `narrative` makes each dated expression the anchor of those after it, as in the writing of history.
    `stamped_early` says that the account was written on the day after: a weekday six days back is that day. `years`
    has the year of each month and day ("-12-31") that the text gives in full somewhere: it is taken where the
    account's date does not tell the year, or would put what is not told as ahead into the future. `now` is when the
    entry entered last was written, where that is known to the minute.
    """

    def __init__(
        self,
        account: Interval | None,
        *,
        narrative: bool = False,
        stamped_early: bool = False,
        years: Mapping[str, int] | None = None,
    ):
        self._account = account
        self._years = years or {}
        self._stamped_early = stamped_early
        self._narrative = narrative
        self._quarter = ""
        self._year: int | None = None
        self._here: date | None = None  # where a narrative has come to
        self._era = 0  # the year before Christ that it has come to
        self.enter()

    def resolve(self, symbol: Symbol, *, leads: bool = True) -> Resolved:
        """The value of *symbol* at this place of the text; unless it *leads*, what follows does not lean on it."""
        found = self._resolve(symbol)
        yearless = found.value.startswith("XXXX") or (symbol.toward != "future" and self._is_ahead(found))
        if yearless and symbol.op == "nearest" and (year := self._years.get(symbol.form[4:])):
            value = clocked(in_year(symbol.form, year), symbol)
            found = Resolved(value, calendar.interval(value, symbol.mod), "narrative")
        if leads or not self._narrative:
            self._remember(symbol, found.value)
        return found

    def enter(self, clock: Iterable[Symbol] = ()) -> None:
        """Begin another entry of a live blog: forget the last day named. A day that its clock names is the anchor, its
        time that of "half an hour ago"."""
        self._first, self._last = (self._account.low, self._account.high) if self._account else (None, None)
        self._kind = "account"
        self._day: date | None = None  # the last day that the text named
        self._told: date | None = None  # the last one that is not ahead of the account
        self._month: date | None = None  # a day of the last month that it named, by a day or by itself
        self._said: Moment | None = None  # the last moment that it named
        exact = self._first and self._last and self._last - self._first < timedelta(minutes=1)
        self.now = Moment(self._first) if self._first and exact else None
        self._in_entry = False
        for symbol in clock:  # a day before its clock
            named = calendar.interval(self._resolve(symbol).value)
            if named:
                self._first, self._last, self._kind = named.low, named.high, "clock"
            if named and named.low and ":" in symbol.clock:
                self.now, self._in_entry = Moment(named.low, words.offset(symbol.zone)), True

    def _resolve(self, symbol: Symbol) -> Resolved:
        if symbol.op == "quarter":  # "the 1988 quarter": the one named last, in that year
            value = symbol.form + (self._quarter[4:] if self._quarter else "")
            return Resolved(value, calendar.interval(value), "narrative" if self._quarter else "none")
        if symbol.op == "fixed":
            value = clocked(symbol.form, symbol)
            return Resolved(value, calendar.interval(value, symbol.mod), "none")
        if counted := self._by_clock(symbol) or self._before_christ(symbol):
            return counted
        near, kind = self._anchor(symbol)
        if near is None and self._is_last_night(symbol):
            symbol = replace(symbol, amount=symbol.amount - 1)
        if near is not None:
            placed = self._place(symbol, near, near, kind)
            if symbol.op == "shift" and symbol.toward == "past" and self._is_ahead(placed):
                return Resolved(symbolic_value(symbol), None, "unknown")  # "two months later he left", of another month
            return placed
        later = symbol.base == "date" and symbol.unit == "year" and symbol.amount > 1  # "two years later", than what?
        if self._first is None or self._last is None or later:
            return Resolved(symbolic_value(symbol), None, "unknown")
        return self._place(symbol, self._first.date(), self._last.date(), self._kind)

    def _is_last_night(self, symbol: Symbol) -> bool:
        """True for a clock time before midnight, or midnight, in an entry that was written soon after it."""
        late = symbol.base == "nearby" and ":" in symbol.clock and symbol.clock >= _EVENING
        return bool(late and self._in_entry and self.now and self.now.at.hour < _MORNING)

    def _is_ahead(self, placed: Resolved) -> bool:
        """True for a time that lies after the account, and after the entry that tells it."""
        low = placed.interval.low if placed.interval else None
        known = [last for last in (self._last, self._account.high if self._account else None) if last]
        return bool(low and known and low > max(known))

    def _by_clock(self, symbol: Symbol) -> Resolved | None:
        """Hours and minutes counted from the moment known; what says no day without one is its form alone."""
        aside = symbol.base == "date" and not self._in_entry  # "an hour earlier", than what an article tells
        since = (self._said if symbol.base == "date" else None) or (None if aside else self.now)
        try:
            if since and self.now and symbol.op == "shift" and symbol.unit in moments.UNITS:
                return Resolved(*moments.counted(symbol, since), "clock")
            if self.now and symbol.op == "stretch" and symbol.form.startswith("PT"):
                return Resolved(symbol.form, moments.stretched(symbol, self.now), "clock")
        except (ValueError, OverflowError):  # "the past few minutes", or beyond the years that datetime knows
            return Resolved(symbol.form or symbolic_value(symbol), None, "unknown")
        return Resolved(symbol.form, None, "none") if symbol.op == "shift" and symbol.form else None

    def _before_christ(self, symbol: Symbol) -> Resolved | None:
        """A time of a history that has come to a year before Christ, which datetime cannot hold."""
        if not self._narrative or not self._era or symbol.base == "quarter":
            return None
        if symbol.op == "shift" and symbol.unit == "year":
            return Resolved(f"BC{max(1, self._era - symbol.amount):04d}", None, "narrative")
        if symbol.op == "nearest" and _OF_A_YEAR.match(symbol.form):
            return Resolved(f"BC{self._era:04d}{symbol.form[4:]}", None, "narrative")
        return Resolved(symbolic_value(symbol), None, "unknown") if symbol.op in ("shift", "nearest", "year") else None

    def _anchor(self, symbol: Symbol) -> tuple[date | None, str]:
        """The day in the text that the symbol leans on, None if that is the account's own date."""
        if symbol.base == "date" and symbol.unit == "month" and self._month:
            return self._month, "narrative"
        if symbol.base == "date" and symbol.unit == "year" and self._year and not self._narrative:
            return date(self._year, 1, 1), "narrative"
        if symbol.base == "date" and (day := self._told if symbol.amount < 0 else self._day):
            return day, "narrative"
        if symbol.base == "nearby" and self._day and self._first and abs((self._day - self._first.date()).days) < 8:
            return self._day, "narrative"
        if symbol.base in ("period", "quarter"):
            if self._quarter and (symbol.unit == "quarter" or (symbol.unit == "year" and symbol.amount)):
                year, quarter = int(self._quarter[:4]), int(self._quarter[-1])
                return date(year, quarter * 3 - 2, 1), "quarter"
            if (
                symbol.base == "period"
                and self._year
                and symbol.unit == "year"
                and not (symbol.amount and self._first and not self._narrative)
            ):
                return date(self._year, 1, 1), "narrative"
        if self._narrative and self._here:
            return self._here, "narrative"
        return None, ""

    def _place(self, symbol: Symbol, first: date, last: date, kind: str) -> Resolved:
        try:
            if symbol.op == "stretch":
                return self._stretch(symbol, first, kind)
            low, high = (value_from(symbol, day, kind, self._stamped_early) for day in (first, last))
        except (ValueError, OverflowError):
            return Resolved(symbolic_value(symbol), None, "unknown")
        kind = "narrative" if kind == "quarter" else kind
        intervals = calendar.interval(low, symbol.mod), calendar.interval(high, symbol.mod)
        if low == high:
            return Resolved(low, loosely(symbol, first) or intervals[0], kind)
        both = Interval(intervals[0].low, intervals[1].high) if intervals[0] and intervals[1] else None
        return Resolved(symbolic_value(symbol), both, kind)

    def _stretch(self, symbol: Symbol, day: date, kind: str) -> Resolved:
        moment = datetime.combine(day, time())
        try:
            other = calendar.back(moment, symbol.form, 1 if symbol.toward == "future" else -1)
        except (ValueError, OverflowError):
            return Resolved(symbol.form, None, kind)
        end_of_day = timedelta(hours=23, minutes=59, seconds=59)
        return Resolved(symbol.form, Interval(min(moment, other), max(moment, other) + end_of_day), kind)

    def _remember(self, symbol: Symbol, value: str) -> None:
        value = value.rpartition("/")[2]  # "the next day" is the one after a stretch
        if _MONTHS_LONG.fullmatch(value):
            self._quarter = ""  # "in the nine months ... a year earlier" compares those, not the quarter named before
        size = calendar.granularity(value)
        if size or value.startswith("BC"):
            era = _BEFORE_CHRIST.match(value)
            self._era = int(era[1]) if era else 0
        if size in ("day", "part", "minute"):
            try:
                self._day = self._month = date.fromisoformat(value[:10])
            except ValueError:
                return
            if self._last is None or self._day <= self._last.date() + _ELSEWHERE:
                self._told = self._day
        if size == "minute" and (named := calendar.interval(value)) and named.low:
            self._said = Moment(named.low, value[16:])
        if size == "month":
            self._month = date.fromisoformat(f"{value}-01")
        if (
            size == "quarter"
            and (symbol.op == "fixed" or symbol.form)
            and self._first
            and int(value[:4]) >= self._first.year
        ):
            self._quarter = value
        if size not in ("", "decade", "century"):
            self._year = int(value[:4])
        looks_back = symbol.op == "shift" and symbol.amount < 0  # "as in the previous year" is an aside
        if self._narrative and not looks_back and size in ("year", "month", "day", "part", "minute", "season"):
            low = calendar.interval(value)
            self._here = low.low.date() if low and low.low else self._here
