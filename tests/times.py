"""What the grammar of times reads in a text, for the tests of its rules."""

from __future__ import annotations

from datetime import datetime

from rashomon import timex
from rashomon.types import Interval

MONDAY = Interval(datetime(2015, 11, 23), datetime(2015, 11, 23, 23, 59, 59))


def read(text: str, account: Interval | None = MONDAY) -> list[tuple[str, str]]:
    """(words, value) of every time in the text of an account of that day."""
    hits = timex.find(text)
    found = timex.resolve([h.symbol for h in hits], account)
    return [(text[h.span.begin : h.span.end], r.value) for h, r in zip(hits, found, strict=True)]
