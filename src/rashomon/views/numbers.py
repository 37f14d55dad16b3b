"""Numbers in words: as an account says them where they are vague, else as digits with their unit.

English words stand in the tables on top.
"""

from __future__ import annotations

import math
import re
from typing import Final

from rashomon.numerals import ONES, TENS
from rashomon.tolls import is_people
from rashomon.types import Position
from rashomon.views.scopes import many
from rashomon.views.words import tidy

COUNTABLE = frozenset(
    "second minute hour day week month year metre meter kilometre kilometer mile yard tonne ton kilogram gram pound "
    "acre hectare litre liter degree point".split()
)
PLURALS = {"foot": "feet", "inch": "inches"}
# The end of a phrase that names no unit of its own: "about 60" is in miles where the account says so elsewhere.
BARE: Final = re.compile(
    rf"(?:\d|\b(?:dozens?|scores|(?:hundred|thousand|million|billion|trillion)s?|{'|'.join([*ONES, *TENS])})(?: of)?)$",
    re.IGNORECASE,
)


def said(position: Position) -> str:
    """A number that a position holds. What is vague stands in the words of the account that comes first: "hundreds"
    are not "200 to 999" to a reader; with its unit where these do not say it."""
    value, words = position.value, tidy(position.claims[0].words) if position.claims else ""
    if value.low == value.high or not words:
        return number(value.low, value.high, value.form)
    if value.form and not value.form.isupper() and (is_people(value.form) or BARE.search(words)):
        return _with_unit(words, value.form)
    return words.removesuffix(" of")


def read_as(position: Position) -> str:
    """The bounds at which a number is compared, where its words do not tell them: "dozens" are 24 to 99."""
    value = position.value
    low, high = value.low or 0.0, math.inf if value.high is None else value.high
    if value.kind != "number" or low == high or low <= 0 or math.isinf(high):
        return ""
    bounds = _plain(low), _plain(high)
    return "" if all(bound in said(position) for bound in bounds) else " to ".join(bounds)


def number(low: float | None, high: float | None, unit: str = "") -> str:
    """A closed interval of numbers in words.

    >>> number(9, 9), number(14, math.inf), number(20, 30, "percent"), number(-math.inf, 5), number(1.21e11, 1.21e11)
    ('9', 'at least 14', '20 to 30 percent', 'at most 5', '121 billion')
    >>> number(1.089e11, 1.331e11, "USD"), number(117, 143, "mile"), number(90, 110), number(1800, 2200)
    ('about 121 billion USD', 'about 130 miles', '90 to 110', '1,800 to 2,200')
    >>> number(4, 4, "year"), number(1, 1, "year"), number(10, 12, "foot"), number(3, 3, "child and nurse")
    ('4 years', '1 year', '10 to 12 feet', '3 children and nurses')
    """
    low = -math.inf if low is None else low
    high = math.inf if high is None else high
    if math.isinf(low) and math.isinf(high):
        words = "a number"
    elif math.isinf(high):
        words = f"at least {_plain(low)}"
    elif math.isinf(low) or (low == 0 < high):
        words = f"at most {_plain(high)}"
    else:
        words = _plain(low) if low == high else _about(low, high) or f"{_plain(low)} to {_plain(high)}"
    return _with_unit(words, unit)


def _with_unit(words: str, unit: str) -> str:
    if is_people(unit) and words != "1":
        return f"{words} {' and '.join(map(many, unit.split(' and ')))}"
    first, _, rest = unit.partition(" ")
    named = PLURALS.get(first, f"{first}s" if first in COUNTABLE else first) if words != "1" else first
    return f"{words} {named} {rest}".strip().replace("  ", " ")


def _about(low: float, high: float) -> str:
    """ "about 121 billion" for an interval that nobody would say in two numbers: a tenth to either side of a rounder
    one; else ""."""
    middle = (low + high) / 2
    digits = [len(f"{n:.10e}".partition("e")[0].rstrip("0").replace(".", "")) for n in (middle, low, high)]
    tenth = math.isclose(high - middle, middle / 10, rel_tol=1e-6)
    return f"about {_plain(middle)}" if tenth and min(digits[1:]) > max(digits[0], 2) else ""


def _plain(n: float) -> str:
    for size, word in ((1e9, "billion"), (1e6, "million")):
        short = round(n / size, 2)
        if abs(n) >= size and math.isclose(short * size, n, rel_tol=1e-9):
            return f"{short:,.10g} {word}"
    return f"{int(n):,}" if n == int(n) else f"{n:,.2f}".rstrip("0").rstrip(".")
