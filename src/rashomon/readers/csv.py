"""Tables (CSV, TSV): each row an account, its columns found by the names that the fields of JSON have."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from rashomon.errors import ReadError
from rashomon.readers._json import QUOTED, TEXT, Item, Placed, account, plain_keys
from rashomon.text import Source, decode
from rashomon.types import Document

NO_COLUMN = 'no column "text", "body" or "content"; give the column with the words of the accounts one of these names'
DELIMITERS = ",;\t|"


def read(data: bytes, path: str) -> Iterator[Document]:
    """Every row with words in order; then, if any had none, one ReadError that names the first and counts the rest.

    Raises ReadError at once for a table without a column of text.
    """
    source = decode(data, path)
    name, table = hashlib.sha256(data).hexdigest(), _rows(source, path)
    _, head = next(table, (0, []))
    names = [str(cell).strip() for cell in head]
    if not plain_keys(dict.fromkeys(names)).keys() & set(TEXT):
        raise ReadError(path, NO_COLUMN, 1)
    empty, count = list[int](), 0
    for number, cells in table:
        if not any(cell.strip() for cell in cells):
            continue
        count += 1
        found = dict(zip(names, cells, strict=False))
        document = account(source, 0, Item(found), f"{name}#{count}", path, QUOTED)
        if document is None:
            empty.append(number)
        else:
            yield document
    if empty:
        more = f" ({len(empty) - 1} more such rows follow)" if len(empty) > 1 else ""
        raise ReadError(path, f"a row without text{more}", empty[0])


def _rows(source: Source, path: str) -> Iterator[tuple[int, list[Placed]]]:
    """The rows with the lines where they begin, each cell with its place inside its quotation marks."""
    text, at, line = source.text, 0, 1
    head = text.partition("\n")[0]
    mark = re.escape(max(DELIMITERS, key=head.count))
    cell = re.compile(rf'[ ]*"(?P<quoted>[^"]*+(?:""[^"]*+)*+)"[^{mark}\r\n]*|(?P<plain>[^{mark}\r\n]*)')
    while at < len(text):
        begin, cells = at, list[Placed]()
        while True:
            found = cell.match(text, at)
            assert found is not None  # the plain form matches nothing, too
            cells.append(_placed(found))
            if found["plain"] is not None and found["plain"].lstrip().startswith('"'):
                raise ReadError(path, "a quotation mark of this row is not closed; save the table again", line)
            at = found.end()
            if at >= len(text) or text[at] in "\r\n":
                break
            at += 1
        at += 2 if text.startswith("\r\n", at) else 1
        yield line, cells
        line += text.count("\n", begin, at)


def _placed(found: re.Match[str]) -> Placed:
    part = "plain" if found["quoted"] is None else "quoted"
    cell = Placed(found[part].replace('""', '"') if part == "quoted" else found[part])
    cell.begin, cell.end = found.span(part)
    return cell
