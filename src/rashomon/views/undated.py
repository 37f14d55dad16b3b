"""TIMEX3 values that stand for no day of the calendar, in words: "XXXX-WXX-2" is a Tuesday of an unknown week."""

from __future__ import annotations

import re

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
UNITS = {
    "H": "hour",
    "D": "day",
    "W": "week",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
}
VAGUE = {"PRESENT_REF": "at the time", "PAST_REF": "some time before", "FUTURE_REF": "some time after"}
ANCHORS = {"DCT": "the account", "REF": "what was told before"}
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])$")
_FEAST = re.compile(r"XXXX-(EASTER)(?:([+-])(\d+))?(?:/XXXX-\1\S*)?$")
_STEP = re.compile(r"(DCT|REF)(?:([+-])(\d+)([A-Z]{1,2}))?$")


def undated(value: str) -> str:
    """The words for a value without its clock or part of the day; "" for one that is none of these.

    >>> undated("XXXX-WXX-2"), undated("PAST_REF"), undated("XXXX-EASTER-2/XXXX-EASTER+1")
    ('Tue, week unknown', 'some time before', 'Easter, year unknown')
    >>> undated("XXXX-EASTER"), undated("XXXX-EASTER-2")
    ('Easter, year unknown', '2 days before Easter, year unknown')
    >>> undated("DCT-1W"), undated("DCT+0Y"), undated("REF+2D"), undated("2031-04-12")
    ('1 week before the account', 'the year of the account', '2 days after what was told before', '')
    """
    if value in VAGUE:
        return VAGUE[value]
    if found := _WEEKDAY.match(value):
        return f"{DAYS[int(found[1]) - 1]}, week unknown"
    if found := _FEAST.match(value):
        feast = found[1].capitalize()
        return f"{feast if '/' in value else _step(found[2], found[3], 'day', feast)}, year unknown"
    found = _STEP.match(value)
    if found is None or (found[4] or "D") not in UNITS:
        return ""
    unit, anchor = UNITS[found[4] or "D"], ANCHORS[found[1]]
    return _step(found[2], found[3], unit, anchor) if int(found[3] or 0) else f"the {unit} of {anchor}"


def _step(sign: str | None, steps: str | None, unit: str, anchor: str) -> str:
    if not steps:
        return anchor
    many = unit if steps == "1" else "centuries" if unit == "century" else f"{unit}s"
    return f"{steps} {many} {'before' if sign == '-' else 'after'} {anchor}"
