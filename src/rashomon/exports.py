"""A built case as a file: the same bytes as those of its record, made from its cache without holding it.

Tables are made story by story, and their lines wait on the disk for their order; what is written account by account and
event by event reads each when it is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from rashomon.codec import squeezed
from rashomon.contents import coded, indexed, outlets
from rashomon.errors import ExportError
from rashomon.exporters import EXPORTERS, csv, html, put, reports, suffix_of, written, xlsx
from rashomon.store import Cache, Case
from rashomon.store.spool import Spool
from rashomon.views.index import Index
from rashomon.views.kept import ACCOUNTS, STATEMENTS

KEY = 5  # values of `views.in_time`


def export(case: str | Path, path: str | Path) -> None:
    """Write the record of a built case as `exporters.export` writes a record, and with its errors. Raises CaseError as
    `Case.open` does, and where the accounts of the case are being read anew."""
    suffix = suffix_of(path)
    with Case.open(case) as (_, kept), written(path) as file:
        try:
            if suffix in WRITERS:
                WRITERS[suffix](kept, file)
            else:
                put(file, EXPORTERS[suffix](kept.view()))
        except ExportError as error:
            raise ExportError(f"{path}: {error}") from None


def _page(kept: Cache, file: BinaryIO) -> None:
    put(file, html.page(indexed(kept), coded(kept)))


def _csv(kept: Cache, file: BinaryIO) -> None:
    with Spool(KEY) as events:
        _fill(kept, {csv.table: events})
        put(file, csv.write(csv.COLUMNS, events))


def _reports(kept: Cache, file: BinaryIO) -> None:
    with Spool(KEY) as told:
        _fill(kept, {reports.table: told})
        put(file, csv.write(reports.COLUMNS, told))


def _workbook(kept: Cache, file: BinaryIO) -> None:
    named = outlets(kept).named
    statements = chain.from_iterable(map(squeezed, kept.rows("dated", "statements")))
    accounts = map(squeezed, kept.rows("dated", "line"))
    with Spool(KEY) as events, Spool(KEY) as told:
        _fill(kept, {csv.table: events, reports.table: told})
        xlsx.write(file, events, told, {STATEMENTS: map(named, statements), ACCOUNTS: map(named, accounts)})


WRITERS: Mapping[str, Callable[[Cache, BinaryIO], None]] = {  # those of EXPORTERS that would hold every account
    ".html": _page,
    ".csv": _csv,
    ".reports.csv": _reports,
    ".xlsx": _workbook,
}


def _fill(kept: Cache, spools: Mapping[Callable[..., Iterable[csv.Placed]], Spool]) -> None:
    """Put what each table has of every story into its spool."""
    called = outlets(kept)
    for part in kept.parts():
        index, codes = Index(part, called=called), coded(kept)
        for table, spool in spools.items():
            for key, line in table(index, codes):
                spool.put(key, line)
