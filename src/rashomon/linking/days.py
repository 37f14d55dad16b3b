"""Two times, each perhaps without a place on the calendar: may they be one, and does it say something that they may?"""

from __future__ import annotations

import re

from rashomon.types import Value

DAY = 1.01  # the longest interval that is a day
WEEK = 7.0  # days
MONTH = re.compile(r"[\dX]{4}-(\d\d)")  # TIMEX3
NEAR = re.compile(r"DCT(?!-\d+[MY])|XXXX-WXX-\d")
WEEKDAY = re.compile(r"XXXX-WXX-(\d)(?!\d)")


def overlap(x: Value, y: Value, slack: float = 0.0) -> bool:
    """True if two times may be one, with *slack* days between them; an open end reaches everywhere, and a time without
    a place on the calendar wherever its month or weekday may be."""
    if x.low is None or x.high is None or y.low is None or y.high is None:
        return slack >= WEEK or not (_other_month(x, y) or _other_weekday(x, y))
    return x.low <= y.high + slack and y.low <= x.high + slack


def comparable(x: Value, y: Value) -> bool:
    """True if it says something that two times overlap: they are the same, both have a place on the calendar, or both
    are days near their accounts ("this morning", "Saturday"), but not two weekdays."""
    if x.form == y.form or (_placed(x) and _placed(y)):
        return True
    return all(NEAR.match(v.form) for v in (x, y)) and not (x.form.startswith("XXXX") and y.form.startswith("XXXX"))


def _placed(x: Value) -> bool:
    """True for a time on the calendar."""
    return x.low is not None and x.high is not None


def _other_month(x: Value, y: Value) -> bool:
    """True for "in February" and "on 9 September"; days that are near may be in two."""
    months = [int(found[1]) for v in (x, y) if (found := MONTH.match(v.form))]
    return len(months) == 2 and (months[0] - months[1]) % 12 not in (0, 1, 11)


def _other_weekday(x: Value, y: Value) -> bool:
    """True for "on Monday" and "Wednesday night", of whatever week; two days that are next to each other may be one."""
    days = [day for v in (x, y) if (day := _weekday(v)) is not None]
    return len(days) == 2 and (days[0] - days[1]) % 7 not in (0, 1, 6)


def _weekday(x: Value) -> int | None:
    """That of a day or less of it, or of a weekday of no week; Monday is 0."""
    if found := WEEKDAY.match(x.form):
        return int(found[1]) - 1
    if x.low is None or x.high is None or x.high - x.low > DAY:
        return None
    return int(x.low) % 7  # 0001-01-01 was a Monday
