"""The record as a workbook: events, reports (a row for each account of an event), statements, accounts.

The same record gives the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from rashomon.exporters import csv, reports
from rashomon.types import Record
from rashomon.views import rows
from rashomon.views.counts import Cell

if TYPE_CHECKING:
    from openpyxl import Workbook

CELL = 32_767  # characters that a cell of the format may hold
DAYS = frozenset({"date_start", "date_end", "source_date", "day"})  # columns of days, written as dates
FIRST = datetime(1900, 3, 1)  # the format counts a 29 February 1900; earlier days stay text
WIDE = {"quote": 60, "words": 60, "event": 40, "title": 40, "source_title": 40, "holders": 30}  # characters
NARROW = 12, 22
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip entry can carry
STAMPS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def render(record: Record) -> bytes:
    """The workbook. Words are written as text, never as formulas; characters that XML cannot hold become U+FFFD."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    _sheet(book, "events", csv.COLUMNS, csv.table(record))
    _sheet(book, "reports", reports.COLUMNS, reports.table(record))
    for what in ("statements", "accounts"):
        found = rows(record, what)
        _sheet(book, what, tuple(found[0]) if found else (), (tuple(r.values()) for r in found))
    out = io.BytesIO()
    book.save(out)
    return _still(out.getvalue())


def _sheet(book: Workbook, title: str, heads: Sequence[str], lines: Iterable[Sequence[Cell]]) -> None:
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

    table = [[cell(v, h) for v, h in zip(line, heads, strict=True)] for line in lines]
    for row in ([cell(h, h, bold=True) for h in heads], *table):
        sheet.append(row)
    if heads:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{1 + len(table)}"


def _day(value: str) -> datetime | None:
    try:
        day = datetime.fromisoformat(value)
    except ValueError:
        return None
    return day if day >= FIRST else None


def _still(workbook: bytes) -> bytes:
    """The same workbook without the time at which it was written."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = STAMPS.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, content)
    return out.getvalue()
