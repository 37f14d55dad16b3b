"""Days of the calendar that have a name, and the day that the movable ones fall on in a year.

A form is a TIMEX3 value with the year left out ("XXXX-12-25"), or one of

    XXXX-EASTER-2       so many days from Easter Sunday (Good Friday)
    XXXX-11-TH4+1       so many days from a weekday of a month, by its number; 5 is the last
    XXXX-07-04-3        so many days from a day of a month
    XXXX-TISHRI+9       so many days from the Jewish New Year (Yom Kippur)
    XXXX-HIJRI-09       a month, or a day, of the Islamic calendar (Ramadan), a day wider on both sides

or two of these with a slash between them.

Easter is by the Gregorian algorithm of an anonymous correspondent in Nature (1876), as in Meeus, Astronomical
Algorithms (1991), ch. 8; the Hebrew and the tabular Islamic calendar are as in Reingold and Dershowitz, Calendrical
Calculations (3rd ed., 2008), ch. 6 and 7. Months of the Islamic calendar begin when the moon is seen: within a day.
"""

import re
from datetime import date, timedelta

_FEAST = re.compile(
    r"XXXX-(?:(?P<easter>EASTER)|(?P<tishri>TISHRI)|HIJRI-(?P<hm>\d\d)(?:-(?P<hd>\d\d))?|"
    r"(?P<m>\d\d)-(?:(?P<w>MO|TU|WE|TH|FR|SA|SU)(?P<n>[1-5])|(?P<d>\d\d(?=[+-]))))(?P<off>[+-]\d{1,3})?"
)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_HIJRA = 227015  # ordinal of the first day of the Islamic calendar
_ANNO_MUNDI = -1373427  # ordinal of the day before the first of the Hebrew calendar
_PARTS = 25920  # parts of a day, 1/1080 of an hour each


def in_year(form: str, year: int) -> str:
    """A form with its year filled in; any other than those of this module has the year for XXXX.

    Raises ValueError where the year has no such day, or the calendar no such year.

    >>> in_year("XXXX-EASTER-2", 2016), in_year("XXXX-11-TH4+1", 2016), in_year("XXXX-07-12/XXXX-07-14", 1950)
    ('2016-03-25', '2016-11-25', '1950-07-12/1950-07-14')
    """
    if "/" in form:
        return "/".join(in_year(end, year) for end in form.split("/"))
    feast = _FEAST.fullmatch(form)
    if not feast:
        return form.replace("XXXX", f"{year:04d}")
    if feast["hm"]:
        return _islamic(int(feast["hm"]), int(feast["hd"] or 0), year)
    if feast["easter"]:
        day = easter(year)
    elif feast["tishri"]:
        day = jewish_new_year(year)
    elif feast["w"]:
        day = _weekday_of_month(year, int(feast["m"]), _WEEKDAYS.index(feast["w"]), int(feast["n"]))
    else:
        day = date(year, int(feast["m"]), int(feast["d"]))
    return (day + timedelta(days=int(feast["off"] or 0))).isoformat()


def easter(year: int) -> date:
    """Easter Sunday of the western churches.

    >>> easter(2016).isoformat(), easter(2038).isoformat()
    ('2016-03-27', '2038-04-25')
    """
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, odd = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - correction + 15) % 30
    quarter, remainder = divmod(rest, 4)
    sunday = (32 + 2 * odd + 2 * quarter - moon - remainder) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def jewish_new_year(year: int) -> date:
    """1 Tishri in the autumn of a year.

    >>> jewish_new_year(2016).isoformat()
    '2016-10-03'
    """
    hebrew = year + 3761
    before, this, after = (_elapsed(hebrew + n) for n in (-1, 0, 1))
    delay = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return date.fromordinal(_ANNO_MUNDI + this + delay)


def _elapsed(hebrew: int) -> int:
    """Days from the beginning of the Hebrew calendar to the new moon of a year, put off where no year may begin."""
    months = (235 * hebrew - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // _PARTS
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def _weekday_of_month(year: int, month: int, weekday: int, which: int) -> date:
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
    return day if day.month == month else day - timedelta(days=7)


def _islamic(month: int, day: int, year: int) -> str:
    """The days of the first such month, or day of a month, that begins in a year: "2018-05-16/2018-06-15"."""
    hijri = (year - 622) * 33 // 32
    for hijri_year in (hijri, hijri + 1, hijri + 2):
        first = _hijri(hijri_year, month, day or 1)
        if first.year == year:
            last = first if day else _hijri(hijri_year, month + 1, 1) - timedelta(days=1)
            return f"{(first - timedelta(days=1)).isoformat()}/{(last + timedelta(days=1)).isoformat()}"
    raise ValueError(f"no such day in {year}")


def _hijri(year: int, month: int, day: int) -> date:
    """A day of the tabular Islamic calendar; month 13 is the first of the next year."""
    if month == 13:
        year, month = year + 1, 1
    days = 29 * (month - 1) + (6 * month - 1) // 11 + 354 * (year - 1) + (3 + 11 * year) // 30
    return date.fromordinal(_HIJRA - 1 + days + day)
