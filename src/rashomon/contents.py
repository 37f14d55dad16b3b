"""What a built case holds, to look at: its record, its tables. No stage is loaded for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from rashomon.codec import squeezed
from rashomon.packed import Lines
from rashomon.store import Cache, Case
from rashomon.views import rows
from rashomon.views.index import Index
from rashomon.views.kept import ACCOUNTS, EVENTS, KEPT, arranged
from rashomon.views.outlets import Outlets, Row
from rashomon.views.political import Coded, Codes
from rashomon.views.standing import Holding, Standing, Standings


@contextmanager
def looked(case: str | Path) -> Iterator[Index]:
    """The record of a built case with look-ups over it, to use inside. Raises CaseError if no build has finished."""
    with Case.open(case) as (_, kept):
        yield indexed(kept)


def indexed(kept: Cache) -> Index:
    """The record of an open case, with look-ups over it. Raises CaseError if no build has finished."""
    return Index(kept.view(), Standings(kept.notes("events", Standing), kept.notes("dated", Holding)))


def coded(kept: Cache) -> Codes:
    """The political codes of mentions, those that a page has shown before as they are kept."""
    return Codes(lambda account: kept.codes(account, Coded))


def outlets(kept: Cache) -> Outlets:
    """What the accounts of an open case are called. No account is read for it."""
    accounts = map(squeezed, kept.rows("dated", "line"))
    return Outlets({str(row["document"]): str(row["outlet"]) for row in accounts}, kept.groups()[0])


def shown(case: str | Path, what: str) -> Iterator[Row]:
    """The rows of one view of a built case, as `views.rows` gives those of its record; made as they are asked for, when
    the case is closed again. Raises CaseError if no build has finished."""
    with Case.open(case) as (_, kept):
        if what not in KEPT:
            return iter(rows(indexed(kept), what))
        named = outlets(kept).named
        if what in EVENTS:
            standings = Standings(kept.notes("events", Standing), ())
            found = arranged(what, standings, Lines(kept.rows("events", "line")))
        elif what == ACCOUNTS:
            found = iter(Lines(kept.rows("dated", "line")))
        else:
            found = chain.from_iterable(Lines(kept.rows("dated", "statements")))
    return map(named, found)


def counted(case: str | Path) -> tuple[int, int, int]:
    """How many accounts, events, and contested ones a built case has. Neither is read for it."""
    with Case.open(case) as (_, kept):
        contested = sum(standing.part == "contested" for standing in kept.notes("events", Standing))
        return *kept.counts(), contested
