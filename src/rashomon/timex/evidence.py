"""What an account says of its own time before anybody asks: its time expressions, and their years and weekdays."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from rashomon.timex.find import Hit, find
from rashomon.types import Block, BlockKind, Document, Interval, Span

WEEK = 6  # days that a bare weekday reaches back or ahead
VOICED = frozenset(BlockKind) - {BlockKind.COMMENT, BlockKind.BOILERPLATE, BlockKind.LINK}


def day_interval(first: date, last: date | None = None) -> Interval:
    """Whole days, both ends included."""
    start, end = datetime.combine(first, datetime.min.time()), datetime.combine(last or first, datetime.min.time())
    return Interval(start, end.replace(hour=23, minute=59, second=59))


def hits_of(document: Document) -> list[Hit]:
    """The time expressions of the outlet's own blocks, with spans of the document."""
    found = []
    for block in document.layer(Block):
        if block.kind in VOICED:
            begin = block.span.begin
            for hit in find(document.text[begin : block.span.end]):
                span = Span(begin + hit.span.begin, begin + hit.span.end)
                found.append(Hit(span, hit.rule, hit.symbol))
    return found


def is_bare_weekday(hit: Hit) -> bool:
    """True for "on Monday" and "Sunday night", not for "last Monday" or a weekday of another day's week."""
    s = hit.symbol
    return (
        s.op == "nearest" and s.form.startswith("XXXX-WXX-") and s.base == "account" and s.toward in ("past", "future")
    )


def latest_year(hits: Sequence[Hit]) -> int | None:
    """The latest year that the text names, years far ahead left out: the account is not older."""
    years = [int(h.symbol.form[:4]) for h in hits if h.symbol.op == "fixed" and re.match(r"\d{4}", h.symbol.form)]
    return max(years, default=None)
