"""Time expressions of English text: found by a grammar of named rules, kept symbolic, placed when an anchor is known.

`find` needs no anchor and no tree; `resolve` needs no text.
"""

from collections.abc import Iterable

from rashomon.timex.evidence import years_of_days
from rashomon.timex.find import Hit, find
from rashomon.timex.narrative import is_narrative, leads
from rashomon.timex.resolve import Resolved, Resolver
from rashomon.timex.symbol import Symbol
from rashomon.types import Interval

__all__ = ["Hit", "Resolved", "Resolver", "Symbol", "find", "is_narrative", "leads", "resolve"]


def resolve(symbols: Iterable[Symbol], account: Interval | None) -> list[Resolved]:
    """The symbols of one text, in its order, against the date of its account (None if unknown)."""
    symbols = list(symbols)
    resolver = Resolver(account, narrative=is_narrative(symbols, account), years=years_of_days(symbols))
    return [resolver.resolve(symbol, leads=lead) for symbol, lead in zip(symbols, leads(symbols), strict=True)]
