"""The TIMEX3 value of a symbol from a known day, and its form while no day is known."""

import re
from datetime import date, timedelta

from rashomon.timex import calendar, words
from rashomon.timex.holidays import in_year
from rashomon.timex.nearest import in_nearest_year, nearest_weekday
from rashomon.timex.symbol import Symbol
from rashomon.types import Interval

_WEEKDAY_FORM = re.compile(r"XXXX-WXX-([1-7])")
_STEP_NAMES = {
    "day": "D",
    "night": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "hour": "TH",
    "minute": "TM",
    "second": "TS",
}
_LOOSE = {"APPROX": (1, 1), "MORE_THAN": (2, 0), "EQUAL_OR_MORE": (2, 0), "LESS_THAN": (0, 2), "EQUAL_OR_LESS": (0, 2)}


def value_from(symbol: Symbol, day: date, kind: str, stamped_early: bool) -> str:
    """The value of *symbol* from a day, which is an anchor of that *kind*; see `Resolver` for *stamped_early*. Raises
    ValueError or OverflowError where no calendar has it."""
    if symbol.op == "year":
        value = in_year(symbol.form, day.year + symbol.amount)
        if symbol.toward == "past" and value > day.isoformat():  # "it fell in July this year", stamped in January
            value = f"{day.year + symbol.amount - 1:04d}{symbol.form[4:]}"
    elif symbol.op == "shift":
        if symbol.weekday:
            monday = day - timedelta(days=day.isoweekday() - 1)
            value = (monday + timedelta(days=7 * symbol.amount + symbol.weekday - 1)).isoformat()
        elif kind == "quarter":
            quarters = symbol.amount * (4 if symbol.unit == "year" else 1)
            value = calendar.shift(day, quarters, "quarter")
        else:
            value = calendar.shift(day, symbol.amount + _turn(symbol, day), symbol.unit)
    elif _WEEKDAY_FORM.fullmatch(symbol.form):
        value = nearest_weekday(symbol, day, kind == "account" and stamped_early).isoformat()
    else:
        value = in_nearest_year(symbol, day, kind == "narrative")
    return clocked(value, symbol)


def clocked(value: str, symbol: Symbol) -> str:
    """A day with the clock of the symbol and its zone, where that is one: "2015-11-23T15:30Z"."""
    return f"{value}T{symbol.clock}{words.offset(symbol.zone)}" if symbol.clock else value


def loosely(symbol: Symbol, day: date) -> Interval | None:
    """Where "about ten years ago" may lie, a tenth to either side, and "more than" or "nearly" that, a fifth to one."""
    if symbol.op != "shift" or symbol.amount >= 0 or symbol.mod not in _LOOSE:
        return None
    tenth = max(1, round(-symbol.amount / 10))
    earlier, later = _LOOSE[symbol.mod]
    low = calendar.interval(calendar.shift(day, symbol.amount - earlier * tenth, symbol.unit))
    high = calendar.interval(calendar.shift(day, min(0, symbol.amount + later * tenth), symbol.unit))
    return Interval(low.low, high.high) if low and high else None


def _turn(symbol: Symbol, day: date) -> int:
    """Weeks between the week of the account, which begins on Monday, and the one that its words mean.

    "This weekend" is the one before until Friday for what is past; "this week" is the next for what is not past on a
    Sunday.
    """
    if symbol.unit == "weekend" and symbol.toward == "past" and day.isoweekday() < 6:
        return -1
    return int(symbol.unit == "week" and symbol.toward == "future" and day.isoweekday() == 7)


def symbolic_value(symbol: Symbol) -> str:
    """The TIMEX3 value while the anchor is unknown: "XXXX-11-12", "XXXX-WXX-7TNI", "DCT-1D"."""
    if symbol.op == "shift":
        anchor = "DCT" if symbol.base in ("account", "nearby", "quarter") else "REF"
        step = f"{symbol.amount:+d}{_STEP_NAMES.get(symbol.unit, 'D')}"
        value = anchor if step == "+0D" else anchor + step
    else:
        value = symbol.form
    return clocked(value, symbol)
