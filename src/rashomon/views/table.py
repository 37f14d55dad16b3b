"""Rows for a terminal, line by line: tables as rich draws them, in less time where cells fit, and statements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, zip_longest
from operator import itemgetter
from textwrap import wrap

BETWEEN = "   "  # columns
NARROW = 12  # columns of the terminal for each of a table, below which it is none; a sentence needs more
LISTS = {"outlets": ", ", "how many": "; "}  # columns of several values, with what parts these
FEW = 4  # values of a cell that are written; JSON has all
SENTENCES, WIDE = frozenset({"title", "words"}), 36
LEAST = 40  # columns of the terminal
NAMED = re.compile(r" \[[^][]+\]$")  # after its sentence, the word of one event of it


def table(rows: Iterable[Mapping[str, object]], columns: Sequence[str], width: int) -> Iterator[str]:
    """The lines of a table of at most *width* columns of the terminal, its head first; none for no rows. Columns are as
    wide as the longest of their cells, where there is room; words that have none get a line more, and a column without
    any words is left out. In a narrow terminal each cell has its line."""
    from rich.cells import set_cell_size

    if width < NARROW * len(columns) + (0 if SENTENCES.isdisjoint(columns) else WIDE):
        yield from _listed(rows, columns, max(width, LEAST))
        return
    cells = [tuple(_cell(row, column) for column in columns) for row in rows]
    if not cells:
        return
    kept = [n for n, column in enumerate(zip(*cells, strict=True)) if any(column)] or [
        0
    ]  # what no row has is not drawn
    columns, cells = [columns[n] for n in kept], [tuple(row[n] for n in kept) for row in cells]
    widths = _widths(columns, [max(column, key=_length) for column in zip(*cells, strict=True)], width)
    for n, row in enumerate((tuple(columns), *cells)):
        pieces = (_wrapped(cell, room) for cell, room in zip(row, widths, strict=True))
        for line in zip_longest(*pieces, fillvalue=""):
            yield BETWEEN.join(map(set_cell_size, line, widths))
        if not n:
            yield "─" * (sum(widths) + len(BETWEEN) * (len(widths) - 1))


def once(rows: Iterable[Mapping[str, object]]) -> Iterator[Mapping[str, object]]:
    """Rows of a timeline without those whose words and time stand there already: "fined and jailed on 12 April" is one
    line of it, and only a line of one event names its word. What is in dispute stays. Rows of one time follow each
    other."""
    for _, group in groupby(rows, key=itemgetter("when")):
        told: dict[object, list[Mapping[str, object]]] = {}
        for n, row in enumerate(group):
            told.setdefault(n if row["contested"] else NAMED.sub("", str(row["title"])), []).append(row)
        for words, (first, *others) in told.items():
            yield {**first, "title": words} if others else first


def _cell(row: Mapping[str, object], column: str) -> str:
    """The words of a cell; of many values the first, with the number of the others."""
    words, between = str(row[column]), LISTS.get(column, "\n")
    values = words.split(between)
    if column not in LISTS or len(values) <= FEW + 1:
        return words
    return f"{between.join(values[:FEW])} and {len(values) - FEW:,} more"


def _listed(rows: Iterable[Mapping[str, object]], columns: Sequence[str], width: int) -> Iterator[str]:
    for row in rows:
        first, *others = ((column, _cell(row, column)) for column in columns)
        yield from _hung(first[1], width, "", "  ")
        for column, cell in others:
            if cell:
                yield from _hung(f"{column}: {cell}", width, "  ", "    ")
        yield ""


def told(rows: Iterable[Mapping[str, object]], width: int) -> Iterator[str]:
    """Statements in lines of at most *width* columns (of LEAST, where it is less): who says it and how; what; and the
    sentence where it says more than a quotation and who made it. A blank line follows each."""
    room = max(width, LEAST)
    for row in rows:
        cue = f" ({row['cue']})" if row["cue"] else ""
        said, sentence = str(row["words"]), str(row["sentence"])
        day = f", {row['day']}" if row["day"] else ""
        yield from _hung(f"{row['holders']}: {row['stance']}{cue}, {row['form']}{day}", room, "", "    ")
        yield from _hung(said, room, "  ", "  ")
        if row["form"] != "direct" and len(sentence) > len(said):
            yield from _hung(f"in: {sentence}", room, "  ", "      ")
        yield ""


def _hung(words: str, width: int, first: str, further: str) -> list[str]:
    return wrap(words, width, initial_indent=first, subsequent_indent=further, break_on_hyphens=False)


def _length(cell: str) -> int:
    from rich.cells import cell_len

    return cell_len(cell) if cell.isprintable() else max(map(cell_len, cell.splitlines()), default=0)


def _widths(columns: Sequence[str], longest: Sequence[str], width: int) -> list[int]:
    """The columns that rich gives a table with these cells: read off what it draws between head and body."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(*columns, box=box.ASCII, show_edge=False, pad_edge=False)
    drawn.add_row(*map(Text, longest))
    console = Console(width=width, color_system=None)
    with console.capture() as shown:
        console.print(drawn)
    rule = next(line for line in shown.get().splitlines() if not line.strip("-+"))
    return [len(part) - 2 for part in f"-{rule}-".split("+")]  # it has one on either side of a column


def _wrapped(cell: str, width: int) -> list[str]:
    """The lines of a cell. Nearly all are plain words that fit, and rich takes long."""
    from rich.cells import cell_len

    words = cell.split(" ")
    if not cell.isprintable() or cell_len(cell) != len(cell) or (len(cell) > width and not _fit(words, width)):
        return _wrapped_by_rich(cell, width)
    if len(cell) <= width:
        return [cell]
    lines = words[:1]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _fit(words: Sequence[str], width: int) -> bool:
    return all(0 < len(word) <= width for word in words)


def _wrapped_by_rich(cell: str, width: int) -> list[str]:
    from rich.console import Console
    from rich.text import Text

    return [line.plain for line in Text(cell).wrap(Console(width=width), width, overflow="fold")]
