"""What every noun is made of: spans of a text, stretches of time, names made from content."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime


def digest(*parts: object) -> str:
    """A short name made only from what is named: 12 hexadecimal digits of SHA-256.

    >>> digest("a", 1) == digest("a", 1) != digest("a", 2)
    True
    """
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points [begin, end) of Document.text."""

    begin: int
    end: int

    def covers(self, other: Span) -> bool:
        """True if every code point of *other* is in this span."""
        return self.begin <= other.begin and other.end <= self.end

    def touches(self, other: Span) -> bool:
        """True if the two share at least one code point."""
        return self.begin < other.end and other.begin < self.end


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed stretch of time; a missing side is unknown, not infinite. Clock times are local to the account."""

    low: datetime | None
    high: datetime | None


def mention_at(key: str) -> tuple[str, int]:
    """The id of the account and the begin of the trigger, of a mention by its `Document.key`.

    >>> mention_at("9f3c#2:40")
    ('9f3c#2', 40)
    """
    document, _, begin = key.rpartition(":")
    return document, int(begin)
