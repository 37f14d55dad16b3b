"""What a built case holds, to look at: its record, and its tables. No stage is loaded for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from rashomon.store import Cache, Case
from rashomon.views import rows
from rashomon.views.index import Index
from rashomon.views.kept import ACCOUNTS, EVENTS, KEPT, arranged
from rashomon.views.outlets import Outlets, Row
from rashomon.views.political import Coded, Codes
from rashomon.views.standing import Holding, Standing, Standings


def indexed(kept: Cache) -> Index:
    """The record of a case, with look-ups over it. Raises CaseError if no build has finished."""
    return Index(kept.record(), Standings(kept.notes("events", Standing), kept.notes("dated", Holding)))


def coded(kept: Cache) -> Codes:
    """The political codes of mentions, those that a page has shown before as they are kept."""
    return Codes(lambda account: kept.codes(account, Coded))


def shown(case: str | Path, what: str) -> Iterator[Row]:
    """The rows of one view of a built case, as `views.rows` gives those of its record; made as they are asked for, when
    the case is closed again. Raises CaseError if no build has finished."""
    with Case.open(case) as (_, kept):
        if what not in KEPT:
            return iter(rows(indexed(kept), what))
        families, _ = kept.groups()
        accounts: Sequence[Row] = kept.rows("dated", "line")
        outlets = Outlets({str(row["document"]): str(row["outlet"]) for row in accounts}, families)
        if what in EVENTS:
            standings = Standings(kept.notes("events", Standing), ())
            found = arranged(what, standings, kept.rows("events", "line"))
        elif what == ACCOUNTS:
            found = iter(accounts)
        else:
            found = chain.from_iterable(kept.rows("dated", "statements"))
    return map(outlets.named, found)


def contested(case: str | Path) -> int:
    """How many events of a built case are contested. No event is read for it."""
    with Case.open(case) as (_, kept):
        return sum(standing.part == "contested" for standing in kept.notes("events", Standing))
