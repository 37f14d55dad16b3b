"""The instance of a weekday, day, month or season nearest to a day, on the side that its words call for."""

from datetime import date, timedelta

from rashomon.timex import calendar
from rashomon.timex.holidays import in_year
from rashomon.timex.symbol import Symbol

_SOON = 150  # days: a month or season so near ahead, in words of no tense, is the coming one
# In TimeBank, AQUAINT, MEANTIME and GUM no day of 16 to 169 days ahead (37) is a year back, whatever the tense beside
# it; from 170 days on 5 of 6 are.
_LONG_AHEAD, _HALF_A_YEAR = 100, 160
_NEARLY_A_YEAR = 290  # days since the end of a month: it is nearer ahead, about six weeks
_HOLIDAY_AHEAD = 21  # days: what was on Labor Day, of an account before it, was on the last
_HOLIDAY_NEAR = 362  # days: so far behind, the holiday is upon the account, and its speeches are made
_BEGUN = 3  # days: of so young a month news does not say its name
_PAST_IT = 62  # days: a date so near behind is no year away, whatever the words about it seem to say
_NEW_YEAR = 270  # days: in a narrative "January" after "November" is of the next year
_YEARS_AROUND = 6  # a weekday, day and month come together again within 6 years but for leap days


def in_nearest_year(symbol: Symbol, day: date, history: bool) -> str:
    """A month, day, season or quarter without a year, in the year that its direction calls for; of a *history*, from
    the day it has come to. Raises ValueError where that year has no such day."""
    if symbol.weekday:
        return _year_by_weekday(symbol, day)
    here = calendar.interval(in_year(symbol.form, day.year))
    if here is None or here.low is None or here.high is None:  # 29 February
        return in_year(symbol.form, day.year - day.year % 4)
    ahead, behind = (here.low.date() - day).days, (day - here.high.date()).days
    if history and symbol.toward not in ("last", "next"):  # history goes forward, over New Year too
        return in_year(symbol.form, day.year + (behind > _NEW_YEAR))
    shape = calendar.granularity(in_year(symbol.form, day.year).split("/")[0])
    if shape == "month" and symbol.toward == "past" and not symbol.mod and -_BEGUN < ahead <= 0:
        return in_year(symbol.form, day.year - 1)  # "in January he said", on 2 January
    if symbol.unit == "holiday" and behind > _HOLIDAY_NEAR:
        return in_year(symbol.form, day.year + 1)
    long_ahead = _HOLIDAY_AHEAD if symbol.unit == "holiday" else _LONG_AHEAD
    if shape == "day" and symbol.toward == "past" and ahead > long_ahead:
        return in_year(symbol.form, day.year - 1)
    return in_year(symbol.form, day.year + _year_step(symbol.toward, ahead, behind, shape))


def _year_step(toward: str, ahead: int, behind: int, shape: str) -> int:
    """-1, 0 or 1: the year, from the anchor's, of a date so many days ahead or behind in the anchor's own year."""
    if toward == "this":
        return 0
    if toward == "last":
        return 0 if behind > 0 else -1
    if toward == "next":
        return 0 if ahead > 0 else 1
    if toward == "future" and shape != "quarter":
        return 1 if behind > _PAST_IT else 0
    if not toward and shape == "month" and behind > _NEARLY_A_YEAR:
        return 1  # "the planet returns in February", in December
    if shape != "day":
        return -1 if ahead > (_SOON if not toward else 0) else 0
    if ahead > _HALF_A_YEAR:
        return -1
    return 1 if behind > 270 and toward != "past" else 0


def nearest_weekday(symbol: Symbol, day: date, stamped_early: bool) -> date:
    """The day that a bare weekday names; *stamped_early* as for `Resolver`."""
    since = (day.isoweekday() - int(symbol.form[-1])) % 7
    if stamped_early and since == 6 and symbol.toward == "past":
        return day + timedelta(days=1)
    if symbol.toward == "last":
        return day - timedelta(days=since or 7)
    if symbol.toward == "next":
        return day + timedelta(days=7 - since)
    if symbol.toward == "future":
        return day + timedelta(days=(7 - since) % 7)
    return day - timedelta(days=since)


def years_of_weekday(form: str, weekday: int, around: int) -> list[int]:
    """The years within six of *around* in which a month and day ("XXXX-11-23") falls on a weekday, nearest first."""
    years = []
    for year in sorted(range(around - _YEARS_AROUND, around + _YEARS_AROUND + 1), key=lambda y: (abs(y - around), y)):
        try:
            if date(year, int(form[5:7]), int(form[8:10])).isoweekday() == weekday:
                years.append(year)
        except ValueError:
            continue  # 29 February
    return years


def _year_by_weekday(symbol: Symbol, day: date) -> str:
    years = years_of_weekday(symbol.form, symbol.weekday, day.year)
    return f"{years[0] if years else day.year:04d}{symbol.form[4:]}"
