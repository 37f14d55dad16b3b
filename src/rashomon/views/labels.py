"""Values in words that fit a table cell: "at least 14", "Mon 23 Nov 2015", "denies".

English words stand in the tables on top.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from rashomon.types import Agreement, Position, Value
from rashomon.views.numbers import number, said
from rashomon.views.undated import DAYS, undated

EPOCH = datetime(1, 1, 1)
MINUTE = timedelta(minutes=1)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
PARTS = {
    "MO": "morning",
    "MI": "midday",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "DT": "daytime",
    "PM": "afternoon",
}
SEASONS = {
    "SP": "spring",
    "SU": "summer",
    "FA": "autumn",
    "WI": "winter",
    "Q1": "first quarter",
    "Q2": "second quarter",
    "Q3": "third quarter",
    "Q4": "fourth quarter",
    "H1": "first half",
    "H2": "second half",
}
QUESTIONS = {
    "happened": "Did it happen",
    "how many": "How many",
    "how much": "How much",  # of a number with a unit
    "who": "Who",
    "whom": "Whom or what",
    "where": "Where",
    "when": "When",
}
TRUE = "Is it so"  # what is asked of an accusation, of which nobody denies that it was made
ACCUSED = "Accused"  # who denies what nobody here tells
SO = {"happened": "it is so", "did not happen": "it is not so"}  # of an accusation
ASKED = {  # by the scopes of slots of questions
    "backs": "Who backs, funds or arms it",
    "is blamed": "Who is blamed for it, or for what it did",
    "cause": "What caused it",
    "children": "How many children",
    "home": "Where from",
    "spelling": "How the name is spelt",
}
HOW_OLD = "How old"
ASIDE = "not in dispute"  # beside a version, of others that are
VERBS = {
    Agreement.AGREES: "agrees with",
    Agreement.COMPATIBLE: "is compatible with",
    Agreement.MORE_PRECISE: "is more precise than",
    Agreement.UPDATED: "is updated by",
    Agreement.ARGUABLE: "may differ from",
    Agreement.CONFLICTS: "conflicts with",
    Agreement.DENIES: "denies",
}
NO_DATE, NO_DAY = "no date", ", day not said"
SAID = {"doubts": "leaves open"}  # stances whose name says too much to a reader: a threat to fire doubts nothing
SIGNS = {"states": "●", "reports": "◐", "doubts": "?", "denies": "✕", "both": "±", "silent": "·", "unread": "–"}

_DATE = re.compile(
    r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d|XX|[A-Z][A-Z0-9])(?:-(?P<day>\d\d|XX))?)?(?:T(?P<clock>\d\d:\d\d|\d\d|[A-Z]{2})(?::\d\d)?(?:Z|[+-]\d\d)?)?$"
)
_CLOCKED = re.compile(r"(?P<day>(?:DCT|REF|XXXX-)\S*?)T(?P<clock>\d\d(?::\d\d)?|[A-Z]{2})(?::\d\d)?(?:Z|[+-]\d\d)?$")
_WEEK = re.compile(r"(?P<year>\d{4})-W(?P<week>\d\d)(?P<weekend>-WE)?$")


def stance(holders: tuple[str, ...], factuality: float) -> str:
    """How the innermost holder stands to a happening on FactBank's scale [-3, +3]: states, reports, doubts or denies.

    Probable and certain (2, 3) count as stating: with one holder in its own words, with more as another's words.

    >>> stance(("A",), 3.0), stance(("A", "a doctor"), 2.0), stance(("A",), 0.0), stance(("A",), -3.0)
    ('states', 'reports', 'doubts', 'denies')
    """
    if factuality <= -1:
        return "denies"
    if factuality < 1.5:
        return "doubts"
    return "states" if len(holders) < 2 else "reports"


def plural(n: int, one: str, many: str = "") -> str:
    """A count with its noun.

    >>> plural(1, "account"), plural(1200, "witness", "witnesses")
    ('1 account', '1,200 witnesses')
    """
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def timex(value: str) -> str:
    """A TIMEX3 value in words; a value that this does not know is given back as it is.

    >>> timex("2031-04-12T06:40"), timex("2031-04"), timex("XXXX-04-12"), timex("2031-04-12TNI"), timex("P3D")
    ('Sat 12 Apr 2031, 06:40', 'Apr 2031', '12 Apr, year unknown', 'Sat 12 Apr 2031, night', 'P3D')
    >>> timex("XXXX-WXX-3TMO"), timex("DCTT07:06"), timex("DCT-1W")
    ('Wed, week unknown, morning', 'the day of the account, 07:06', '1 week before the account')
    >>> timex("2031-03-20/2031-04-12"), timex("P1D/P3D")
    ('Thu 20 Mar 2031 to Sat 12 Apr 2031', 'P1D/P3D')
    """
    if said := _undated(value):
        return said
    ends = value.split("/")
    if len(ends) == 2 and all(_DATE.match(end) for end in ends):
        return " to ".join(map(timex, ends))
    if found := _WEEK.match(value):
        return f"{'weekend' if found['weekend'] else 'week'} {int(found['week'])} of {found['year']}"
    found = _DATE.match(value)
    if not found:
        return value
    year, month, day, clock = found["year"], found["month"], found["day"], found["clock"]
    known = year != "XXXX"
    words = [year] if known else []
    if month and month.isdigit() and 1 <= int(month) <= 12:
        words.insert(0, MONTHS[int(month) - 1])
        if day and day.isdigit():
            words.insert(0, str(int(day)))
            if known:
                try:
                    words.insert(0, DAYS[datetime(int(year), int(month), int(day)).weekday()])
                except ValueError:
                    return value
    elif month in SEASONS:
        words.insert(0, SEASONS[month])
    label = " ".join(words)
    if clock:
        label += f", {_part(clock)}"
    return label if known else f"{label}, year unknown" if label else NO_DATE


def _part(clock: str) -> str:
    return PARTS.get(clock, clock if ":" in clock else f"{clock}:00")


def _undated(value: str) -> str:
    """The words for a time of no known day, with its clock or part of the day: "Mon, week unknown, morning"."""
    clocked = _CLOCKED.match(value)
    if clocked and (words := undated(clocked["day"])):
        return f"{words}, {_part(clocked['clock'])}"
    return undated(value)


def moment(days: float) -> datetime:
    """Days since 0001-01-01 as a clock time, kept inside the calendar."""
    seconds = math.floor(min(max(days, 0.0), 3652058.0) * 86400 + 0.01)  # 06:30 as a fraction of a day is not exact
    return EPOCH + timedelta(seconds=seconds)


def stretch(low: float | None, high: float | None) -> str:
    """An interval of days since 0001-01-01 as it is said: a day, a clock time, or from one to the other.

    >>> start = (datetime(2031, 4, 12) - EPOCH).days
    >>> stretch(start, start + 0.99999), stretch(start, start + 2.5), stretch(start, None)
    ('Sat 12 Apr 2031', '12 Apr to 14 Apr 2031', 'from Sat 12 Apr 2031')
    >>> stretch(start - 101, start + 19)
    'Jan 2031 to Apr 2031'
    """
    if low is None or high is None:
        one = low if high is None else high
        return NO_DATE if one is None else f"{'from' if high is None else 'until'} {_day(moment(one))}"
    first, last = moment(low), moment(high)
    midnight = (last.hour, last.minute) == (0, 0)
    if midnight and last - first >= MINUTE:  # what goes on to a midnight has no part in the day after
        last -= MINUTE
    if first.date() == last.date():
        if _whole(first, last):
            return _day(first)
        same = (first.hour, first.minute) == (last.hour, last.minute)
        return f"{_day(first)}, {first:%H:%M}" + ("" if same else f"–{last:%H:%M}")
    begin, end = (first.year, first.month), (last.year, last.month)
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        if begin == end:
            return f"{MONTHS[first.month - 1]} {first.year}"
        if (first.month, last.month) == (1, 12):
            return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
        return f"{MONTHS[begin[1] - 1]} {begin[0]} to {MONTHS[end[1] - 1]} {end[0]}"
    return f"{_short(first, first.year != last.year)} to {_short(last, True)}"


def _clock(value: Value) -> str:
    """The clock time of a date: "05:40"; "about 05:40" where it is the middle of a stretch; else the stretch; "" for
    none."""
    if value.low is None or value.high is None:
        return ""
    at, middle = value.form.rpartition("T")[2], (value.low + value.high) / 2
    if ":" in at and value.high - value.low > 2 / 1440 and f"{moment(middle):%H:%M}" == at[:5]:
        return f"about {at[:5]}"
    return stretch(value.low, value.high).rpartition(", ")[2] if value.high > value.low else at[:5]


def _date_label(value: Value) -> str:
    """TIMEX3 in words, except where only the interval says it: an unknown form, or a clock time that is a stretch."""
    if value.form[:1] == "T" and value.form[1:] in PARTS:
        return f"{PARTS[value.form[1:]]}{NO_DAY}"
    clock = _clock(value)
    if value.form.startswith("T") and clock:
        return f"{clock}{NO_DAY}"
    if clock.startswith("about") and value.low is not None:
        return f"{_day(moment(value.low))}, {clock}"
    words = timex(value.form)
    wide = ":" in value.form and value.low is not None and value.high is not None and value.high - value.low > 2 / 1440
    placed = value.low is not None or value.high is not None
    unsaid = wide or words == value.form or _WEEK.match(value.form)  # nobody counts the weeks of a year
    return stretch(value.low, value.high) if placed and unsaid else words or NO_DATE


def labels(positions: Sequence[Position]) -> tuple[str, ...]:
    """Labels of several positions to stand together: a day that all of them share is left out where each says a time,
    and dates that would read alike are given the stretch that they allow.

    >>> times = Value("date", 0.5, 0.5, "2031-04-12T06:52"), Value("date", 0.5, 0.5, "2031-04-12TNI")
    >>> labels([Position(time, (), ()) for time in times])
    ('06:52', 'night')
    """
    values = [p.value for p in positions]
    full = tuple(map(held, positions))
    full = tuple(
        stretch(v.low, v.high) if v.kind == "date" and full.count(name) > 1 else name
        for v, name in zip(values, full, strict=True)
    )
    if len(full) > 1:  # beside others, a clock time alone says that it has no day
        full = tuple(name.removesuffix(NO_DAY) for name in full)
    days, times = zip(*(f.rpartition(", ")[::2] for f in full), strict=True) if full else ((), ())
    shared = (
        len(full) > 1
        and all(v.kind == "date" for v in values)
        and len(set(days)) == 1
        and days[0]
        and days[0][-4:].isdigit()
    )
    return times if shared else full


def _whole(first: datetime, last: datetime) -> bool:
    return (first.hour, first.minute) == (0, 0) and ((last.hour, last.minute) == (23, 59) or first == last)


def _day(at: datetime) -> str:
    return f"{DAYS[at.weekday()]} {_short(at, True)}"


def _short(at: datetime, year: bool) -> str:
    return f"{at.day} {MONTHS[at.month - 1]}" + (f" {at.year}" if year else "")


def held(position: Position) -> str:
    """What a position holds, as the head of a table row; an edge that is a stretch, "until early 2015", in the words of
    the account."""
    if position.value.kind == "number":
        return said(position)
    name, claims = label(position.value), position.claims
    edge = position.value.kind == "date" and " to " in name and claims and claims[0].scope
    return " ".join(claims[0].words.split()) if edge else name


def label(value: Value) -> str:
    """A value in words."""
    if value.kind == "number":
        return number(value.low, value.high, value.form)
    if value.kind == "date":
        return _date_label(value)
    if value.kind == "polarity":
        if value.form:  # one of two outcomes
            return value.form if (value.low or 0.0) > 0 else f"not {value.form}"
        return {"denies": "did not happen", "doubts": "may have happened"}.get(stance((), value.low or 0.0), "happened")
    return value.form
