"""Tables that a case keeps: the rows of each story, made when it is. A table of a large case is put together from them,
and no account, event or layer is read for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.views import VIEWS, in_part, of_event, of_statements
from rashomon.views.index import Index
from rashomon.views.outlets import Row
from rashomon.views.standing import Standings

EVENTS, ACCOUNTS, STATEMENTS = ("events", "timeline"), "accounts", "statements"
KEPT = (*EVENTS, ACCOUNTS, STATEMENTS)


@dataclass(frozen=True, slots=True)
class Lines:
    """The rows of one story, without the names of its accounts (see `Outlets.named`): of each of its events, of each of
    its accounts, and of the statements of each of its accounts; in the order of its record."""

    events: Sequence[Row]
    accounts: Sequence[Row]
    statements: Sequence[Sequence[Row]]


def lines(index: Index) -> Lines:
    """Those of the record of a story."""
    events = [of_event(index, e) for e in index.record.events]
    return Lines(events, list(VIEWS[ACCOUNTS](index)), list(of_statements(index)))


def arranged(what: str, standings: Standings, rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of all events, given in the order of the record, as the table of that name has them."""
    if what == "timeline":
        return (rows[place] for place in standings.chronology)
    return (in_part(rows[place], part) for part, places in standings.places.items() for place in places)
