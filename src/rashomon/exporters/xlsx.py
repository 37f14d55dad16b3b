"""The record as a workbook: events, reports (a row for each account of an event), statements, accounts.

The same record gives the same bytes.
"""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import chain
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, BinaryIO

from rashomon.errors import ExportError
from rashomon.exporters import csv, reports
from rashomon.types import Record
from rashomon.views import political, rows
from rashomon.views.counts import Cell
from rashomon.views.index import Index
from rashomon.views.outlets import Row

if TYPE_CHECKING:
    from openpyxl import Workbook

Lines = Iterable[Sequence[Cell]]
VIEWS = ("statements", "accounts")  # those of the tables of `views.rows` that it holds
CELL = 32_767  # characters that a cell of the format may hold
ROWS = 1_048_576  # of a sheet, its heads among them
DAYS = frozenset({"date_start", "date_end", "source_date", "day"})  # columns of days, written as dates
FIRST = datetime(1900, 3, 1)  # the format counts a 29 February 1900; earlier days stay text
WIDE = {"quote": 60, "words": 60, "event": 40, "title": 40, "source_title": 40, "holders": 30}  # characters
NARROW = 12, 22
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip entry can carry
STAMPS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def render(record: Record) -> bytes:
    """The workbook. Words are written as text, never as formulas; characters that XML cannot hold become U+FFFD."""
    index, codes, out = Index(record), political.Codes(), io.BytesIO()
    events, told = csv.table(index, codes), reports.table(index, codes)
    views = {what: rows(index, what) for what in VIEWS}
    write(out, (line for _, line in events), (line for _, line in told), views)
    return out.getvalue()


def write(out: BinaryIO, events: Lines, told: Lines, views: Mapping[str, Iterable[Row]]) -> None:
    """The workbook of these lines of events and reports and rows of VIEWS, to a new file. Raises ExportError for more
    of them than a sheet can hold."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    _sheet(book, "events", csv.COLUMNS, events)
    _sheet(book, "reports", reports.COLUMNS, told)
    for what in VIEWS:
        found = iter(views[what])
        first = next(found, {})
        _sheet(book, what, tuple(first), (tuple(r.values()) for r in chain([first] if first else [], found)))
    with TemporaryFile() as whole:
        book.save(whole)
        _still(whole, out)


def _sheet(book: Workbook, title: str, heads: Sequence[str], lines: Lines) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for n, head in enumerate(heads, 1):
        least, most = NARROW
        sheet.column_dimensions[get_column_letter(n)].width = WIDE.get(head, min(max(len(head) + 2, least), most))

    def cell(value: Cell, head: str, bold: bool = False) -> object:
        if isinstance(value, (int, float)):
            return value
        if not bold and head in DAYS and (day := _day(value)):
            made = WriteOnlyCell(sheet, day)
            made.number_format = "yyyy-mm-dd"
            return made
        made = WriteOnlyCell(sheet, ILLEGAL.sub("\ufffd", value)[:CELL])
        made.data_type = "s"  # else a value that begins with "=" is a formula
        if bold:
            made.font = Font(bold=True)
        return made

    sheet.append([cell(h, h, bold=True) for h in heads])
    count = 1
    try:
        for count, line in enumerate(lines, 2):
            if count > ROWS:
                raise ExportError(f"more than the {ROWS - 1:,} {title} that a sheet can hold; export .csv or .jsonl")
            sheet.append([cell(v, h) for v, h in zip(line, heads, strict=True)])
    except BaseException:
        sheet.close()  # else its file complains when it is collected
        raise
    if heads:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{count}"


def _day(value: str) -> datetime | None:
    try:
        day = datetime.fromisoformat(value)
    except ValueError:
        return None
    return day if day >= FIRST else None


def _still(workbook: IO[bytes], out: BinaryIO) -> None:
    """The same workbook without the time at which it was written."""
    with zipfile.ZipFile(workbook) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            if name == "docProps/core.xml":
                new.writestr(entry, STAMPS.sub(rb"\g<1>1980-01-01T00:00:00Z", old.read(name)))
                continue
            entry.file_size = old.getinfo(name).file_size
            with old.open(name) as held, new.open(entry, "w") as copy:
                shutil.copyfileobj(held, copy)
