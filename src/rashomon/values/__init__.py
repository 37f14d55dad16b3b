"""What phrases mean and how two meanings stand to each other: one file for each kind of value.

A kind is a file with `parse(phrase, ...) -> Value | None` and `compare(a, b) -> Agreement`, and one line in KINDS.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rashomon.types import Agreement, Value
from rashomon.values import date, name, number, place, polarity

# kind -> how two values of it stand
KINDS: Mapping[str, Callable[[Value, Value], Agreement]] = {
    "date": date.compare,
    "name": name.compare,
    "number": number.compare,
    "place": place.compare,
    "polarity": polarity.compare,
}


def compare(a: Value, b: Value) -> Agreement:
    """How *a* stands to *b*; two kinds cannot be compared and are ARGUABLE. Raises KeyError for an unknown kind."""
    return KINDS[a.kind](a, b) if a.kind == b.kind else Agreement.ARGUABLE
