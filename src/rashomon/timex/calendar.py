"""TIMEX3 values and the calendar: arithmetic at a granularity, and the interval that a value covers."""

import re
from datetime import date, datetime, timedelta

from rashomon.types import Interval

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_PART_HOURS = {"MO": (5, 12), "AF": (12, 18), "EV": (17, 22), "NI": (18, 30), "MI": (12, 13)}
_THIRDS = {"START": (0, 1), "MID": (1, 2), "END": (2, 3)}
_SECOND, _DAY = timedelta(seconds=1), timedelta(days=1)

_SHAPES = (
    ("minute", re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?:Z|[+-]\d\d)?")),
    ("part", re.compile(r"(\d{4})-(\d\d)-(\d\d)T([A-Z]{2})")),
    ("day", re.compile(r"(\d{4})-(\d\d)-(\d\d)")),
    ("weekend", re.compile(r"(\d{4})-W(\d\d)-WE")),
    ("week", re.compile(r"(\d{4})-W(\d\d)")),
    ("month", re.compile(r"(\d{4})-(\d\d)")),
    ("quarter", re.compile(r"(\d{4})-Q([1-4])")),
    ("season", re.compile(r"(\d{4})-(SP|SU|FA|WI)")),
    ("half", re.compile(r"(\d{4})-H([12])")),
    ("year", re.compile(r"(\d{4})")),
    ("decade", re.compile(r"(\d{3})")),
    ("century", re.compile(r"(\d\d)")),
)


def granularity(value: str) -> str:
    """minute, part, day, weekend, week, month, quarter, season, half, year, decade or century.

    "" for a value that is not a place on the calendar ("P4Y", "XXXX-11-12").
    """
    return next((name for name, shape in _SHAPES if shape.fullmatch(value)), "")


def interval(value: str, mod: str = "") -> Interval | None:
    """The closed interval that a TIMEX3 value covers, to the second; START, MID and END take a third of it.

    None for what has no one place on the calendar. A slash joins the ends of a range.

    >>> interval("2015-11").high
    datetime.datetime(2015, 11, 30, 23, 59, 59)
    """
    if "/" in value:
        first, last = (interval(part) for part in value.split("/", 1))
        return Interval(first.low, last.high) if first and last else None
    for name, shape in _SHAPES:
        match = shape.fullmatch(value)
        if match:
            try:
                low, end = _edges(name, match.groups())
                if mod in _THIRDS and name != "minute":
                    part = (end - low) / 3
                    low, end = (_midnight(low + n * part) if part > _DAY else low + n * part for n in _THIRDS[mod])
                return Interval(low, end - _SECOND)
            except (ValueError, OverflowError):
                return None  # no such day, or beyond the years that datetime knows
    return None


def _midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def _edges(name: str, groups: tuple[str, ...]) -> tuple[datetime, datetime]:
    """The first moment and the moment after the last."""
    n = [int(g) for g in groups if g.isdigit()]
    if name in ("minute", "part", "day"):
        day = datetime(n[0], n[1], n[2])
        if name == "day":
            return day, day + timedelta(days=1)
        if name == "part":
            first, last = _PART_HOURS[groups[3]]
            return day + timedelta(hours=first), day + timedelta(hours=last)
        moment = day + timedelta(hours=n[3], minutes=n[4])
        return moment, moment + timedelta(minutes=1)
    if name in ("week", "weekend"):
        monday = datetime.combine(date.fromisocalendar(n[0], n[1], 1), datetime.min.time())
        return monday + timedelta(days=5 if name == "weekend" else 0), monday + timedelta(days=7)
    if name == "century":
        return datetime(max(1, n[0] * 100), 1, 1), datetime(n[0] * 100 + 100, 1, 1)
    if name == "decade":
        return datetime(max(1, n[0] * 10), 1, 1), datetime(n[0] * 10 + 10, 1, 1)
    which = n[1] if len(n) > 1 else 1
    first_month, months = {
        "month": (which, 1),
        "quarter": (3 * which - 2, 3),
        "season": (_SEASON_MONTHS.get(groups[-1], 1), 3),
        "half": (6 * which - 5, 6),
        "year": (1, 12),
    }[name]
    year, month = add_months(n[0], first_month, months)
    return datetime(n[0], first_month, 1), datetime(year, month, 1)


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month, *months* later (or earlier)."""
    total = year * 12 + month - 1 + months
    return total // 12, total % 12 + 1


def shift(day: date, amount: int, unit: str) -> str:
    """The TIMEX3 value *amount* units from *day*, at the granularity of the unit.

    Raises OverflowError or ValueError beyond the years 1 to 9999.

    >>> shift(date(2015, 11, 23), -1, "week")
    '2015-W47'
    """
    if unit in ("week", "fortnight", "weekend"):
        year, week, _ = (day + timedelta(days=amount * (14 if unit == "fortnight" else 7))).isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "weekend" else "")
    if unit == "month":
        year, month = add_months(day.year, day.month, amount)
        return f"{year:04d}-{month:02d}"
    if unit == "quarter":
        quarters = day.year * 4 + (day.month - 1) // 3 + amount
        return f"{quarters // 4:04d}-Q{quarters % 4 + 1}"
    if unit in ("year", "decade", "century"):
        size = {"year": 1, "decade": 10, "century": 100}[unit]
        return f"{day.year // size + amount:0{4 if size == 1 else 3 if size == 10 else 2}d}"
    if unit in ("hour", "minute", "second"):
        return day.isoformat()
    return (day + timedelta(days=amount)).isoformat()


def back(moment: datetime, period: str, sign: int) -> datetime:
    """*moment* moved by a TIMEX3 period, once for each *sign*. Raises ValueError for a period with no number.

    >>> back(datetime(2015, 11, 23), "P4Y", -1)
    datetime.datetime(2011, 11, 23, 0, 0)
    """
    match = re.fullmatch(r"P(T?)(\d+(?:\.\d+)?)(WE|[YMWDHSQ])(?:6M)?", period)
    if not match:
        raise ValueError(f"no length in {period!r}")
    clock, amount, letter = match[1], float(match[2]), match[3]
    months = {"Y": 12.0, "Q": 3.0, "M": 1.0}.get(letter) if not clock else None
    if months:
        year, month = add_months(moment.year, moment.month, sign * round(amount * months))
        return moment.replace(year=year, month=month, day=min(moment.day, 28))
    names = {"H": "hours", "M": "minutes", "S": "seconds", "W": "weeks", "WE": "weeks", "D": "days"}
    return moment + timedelta(**{names[letter]: sign * amount})


def days_of(moment: datetime) -> float:
    """Days since 0001-01-01, the clock as a fraction: the number line of `Value`."""
    since = moment - datetime(1, 1, 1)
    return since.days + since.seconds / 86400
