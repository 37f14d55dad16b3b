"""Numbers: each phrase allows an interval of values; two phrases agree as far as their intervals meet."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from math import inf

from rashomon import quantity
from rashomon.numerals import ORDINALS
from rashomon.quantity import words
from rashomon.quantity.units import converted
from rashomon.types import Agreement, Quantity, Value

_ORDINAL = re.compile(r"(\d{1,6})(?:st|nd|rd|th)\b", re.IGNORECASE)
_SPANS = "second|minute|hour|day|week|month|year|decade"
_JOINED = re.compile(rf"(?<=\w)-(?={_SPANS})", re.IGNORECASE)
_ONE_SPAN = re.compile(rf"\b(?:an?|one)\s+(?={_SPANS})", re.IGNORECASE)
_SPAN = re.compile(rf"[\s-]+({_SPANS})s?\b", re.IGNORECASE)
_SPAN_UNIT = re.compile(_SPANS)  # told exactly: a year is no 18 months
_ONE = re.compile(r"(?:only\s+)?(?:an?|one|another|a\s+single)\s+(?:[a-z]|[A-Z][a-z]+\s+[A-Za-z])")
_TWO = re.compile(r"(?:a|one)\s+(?:pair|couple)\s+of\b", re.IGNORECASE)
ROUND = 0.05  # largest share by which a rounded number may stand off what it rounds
COUNTED_FROM = 1000  # smaller counts of things are not rounded: 38 dead and 40 dead are two tolls


def parse(phrase: str) -> Value | None:
    """The first quantity of *phrase*; `form` is its unit, "ordinal" for "5th"; None if it has none.

    >>> parse("at least 60 people")
    Value(kind='number', low=60.0, high=inf, form='')
    >>> parse("$7-8 billion").form
    'USD'
    """
    phrase = _ONE_SPAN.sub("1 ", _JOINED.sub(" ", phrase.strip()))
    ordinal = _ORDINAL.fullmatch(phrase)
    if ordinal or phrase.lower() in ORDINALS:
        place = float(ordinal[1] if ordinal else ORDINALS[phrase.lower()])
        return Value("number", place, place, "ordinal")
    amounts = quantity.find(phrase)
    if amounts:
        first = amounts[0]
        span = _SPAN.match(phrase, first.span.end) if not first.unit else None
        return Value("number", first.low, first.high, span[1].lower() if span else first.unit)
    try:
        value = words.number(phrase)
    except ValueError:
        if not (_ONE.match(phrase) or _TWO.match(phrase)):
            return None
        value = 2.0 if _TWO.match(phrase) else 1.0
    return Value("number", value, value)


def of_quantity(found: Quantity) -> Value:
    """The value of an annotation."""
    return Value("number", found.low, found.high, found.unit)


def compare(a: Value, b: Value) -> Agreement:
    """AGREES for equal intervals of one unit; MORE_PRECISE when *a* lies inside *b*, or *b* is *a* rounded; COMPATIBLE
    when they share a value; CONFLICTS when none can be both.

    Units of one dimension are converted, and agree as far as the coarser of the two is told. What cannot be
    converted (two currencies, a length and a weight) cannot be compared: ARGUABLE.

    >>> compare(parse("62"), parse("at least 60"))
    <Agreement.MORE_PRECISE: 'more precise'>
    >>> compare(parse("at least 60"), parse("fewer than 50"))
    <Agreement.CONFLICTS: 'conflicts'>
    >>> compare(parse("$38.2 billion"), parse("$38 billion")), compare(parse("100 km"), parse("62 miles"))
    (<Agreement.MORE_PRECISE: 'more precise'>, <Agreement.AGREES: 'agrees'>)
    """
    (a_low, a_high, x), (b_low, b_high, y) = _sides(a), _sides(b)
    if {x, y} == {"GBP", "kilogram"}:  # pounds beside a weight are a weight
        (a_low, a_high, x), (b_low, b_high, y) = (
            _sides(replace(v, form="pound weight") if v.form == "GBP" else v) for v in (a, b)
        )
    if x != y:
        return Agreement.ARGUABLE
    if (a_low, a_high) == (b_low, b_high) or (a.form != b.form and _converted(a, b)):
        return Agreement.AGREES
    if a_low > b_high or b_low > a_high:
        if a_low != a_high or b_low != b_high or a.form != b.form:
            return Agreement.CONFLICTS
        if rounds(b_low, a_low, x):
            return Agreement.MORE_PRECISE
        return Agreement.COMPATIBLE if rounds(a_low, b_low, x) else Agreement.CONFLICTS
    if b_low <= a_low and a_high <= b_high:
        return Agreement.MORE_PRECISE
    return Agreement.COMPATIBLE


def rounds(short: float, exact: float, unit: str) -> bool:
    """True if *exact*, rounded to the last place of *short* that is not zero, is *short*. That place is at most the
    thousand, million or billion that a writer would name: 38 billion for 38.2 billion, not 40 billion for 38.

    >>> rounds(1_400_000, 1_412_300, ""), rounds(40e9, 38e9, "USD"), rounds(6, 5.8, "percent")
    (True, False, True)
    """
    if (not unit and min(short, exact) < COUNTED_FROM) or abs(short - exact) > ROUND * max(short, exact):
        return False
    last = Decimal(repr(short)).normalize()
    place = Decimal(1).scaleb(min(int(last.as_tuple().exponent), last.adjusted() // 3 * 3))
    return bool(Decimal(repr(exact)).quantize(place, ROUND_HALF_UP) == last)


def _converted(a: Value, b: Value) -> bool:
    """True for one measure told in two units: each end of one is that of the other, as it is told in digits."""
    if _SPAN_UNIT.fullmatch(a.form):
        return _sides(a) == _sides(b)
    ends = ((x, y) for x, y in ((a.low, b.low), (a.high, b.high)) if x is not None and y is not None)
    return all(_close(x, a.form, y, b.form) for x, y in ends)


def _close(a: float, x: str, b: float, y: str) -> bool:
    """Equal as far as the coarser of the two is told: 4 miles are 7 km, and 621 miles are 1,000 km."""
    if inf in (a, b):
        return a == b
    (left, _), (right, _) = converted(a, x), converted(b, y)
    reach = max(converted(_place(a), x)[0], converted(_place(b), y)[0]) / 2
    return abs(left - right) <= reach


def _place(value: float) -> float:
    """What one more in the last digit of a number adds: in its last that is not zero, and at least in its second."""
    digits = Decimal(repr(value)).normalize()
    return float(Decimal(1).scaleb(min(int(digits.as_tuple().exponent), max(digits.adjusted() - 1, 0))))


def _sides(value: Value) -> tuple[float, float, str]:
    """The interval and its unit, converted to that of its dimension."""
    low = float("-inf") if value.low is None else value.low
    high = float("inf") if value.high is None else value.high
    return converted(low, value.form)[0], *converted(high, value.form)
