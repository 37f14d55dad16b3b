"""Numbers: each phrase allows an interval of values; two phrases agree as far as their intervals meet."""

from __future__ import annotations

import re

from rashomon import quantity
from rashomon.quantity import words
from rashomon.types import Agreement, Quantity, Value

_ORDINAL = re.compile(r"(\d{1,6})(?:st|nd|rd|th)\b", re.IGNORECASE)


def parse(phrase: str) -> Value | None:
    """The first quantity of *phrase*; `form` is its unit, "ordinal" for "5th"; None if it has none.

    >>> parse("at least 60 people")
    Value(kind='number', low=60.0, high=inf, form='')
    >>> parse("$7-8 billion").form
    'USD'
    """
    ordinal = _ORDINAL.fullmatch(phrase.strip())
    if ordinal:
        return Value("number", float(ordinal[1]), float(ordinal[1]), "ordinal")
    amounts = quantity.find(phrase)
    if amounts:
        return Value("number", amounts[0].low, amounts[0].high, amounts[0].unit)
    try:
        value = words.number(phrase)
    except ValueError:
        return None
    return Value("number", value, value)


def of_quantity(found: Quantity) -> Value:
    """The value of an annotation."""
    return Value("number", found.low, found.high, found.unit)


def compare(a: Value, b: Value) -> Agreement:
    """AGREES for equal intervals of one unit; MORE_PRECISE when *a* lies inside *b*; COMPATIBLE when they share a
    value; CONFLICTS when none can be both. Two units, or two currencies, cannot be compared: ARGUABLE.

    >>> compare(parse("62"), parse("at least 60"))
    <Agreement.MORE_PRECISE: 'more precise'>
    >>> compare(parse("at least 60"), parse("fewer than 50"))
    <Agreement.CONFLICTS: 'conflicts'>
    """
    if a.form != b.form:
        return Agreement.ARGUABLE
    (a_low, a_high), (b_low, b_high) = _sides(a), _sides(b)
    if (a_low, a_high) == (b_low, b_high):
        return Agreement.AGREES
    if a_low > b_high or b_low > a_high:
        return Agreement.CONFLICTS
    if b_low <= a_low and a_high <= b_high:
        return Agreement.MORE_PRECISE
    return Agreement.COMPATIBLE


def _sides(value: Value) -> tuple[float, float]:
    low = float("-inf") if value.low is None else value.low
    high = float("inf") if value.high is None else value.high
    return low, high
