"""Tables of the terminal are what rich would draw."""

from itertools import product

import pytest
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rashomon.views.table import table

COLUMNS = ("title", "when", "by")
CELLS = (
    "",
    "a ship",
    "A ship sank off the coast of Tessaria late on Sunday, and nobody was hurt",
    "Oberregierungsratsanwaltschaftsvertretung said no",
    "one\ntwo  three\tfour ",
    "漢字 e\u0301 a\u200bb 👩‍👩‍👧",
)
ROWS = [dict(zip(COLUMNS, cells, strict=True)) for cells in product(CELLS, repeat=3)]


def drawn(rows: list[dict[str, str]], width: int) -> list[str]:
    whole = Table(*COLUMNS, box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for row in rows:
        whole.add_row(*map(Text, row.values()))
    console = Console(width=width)
    with console.capture() as shown:
        console.print(whole)
    return shown.get().split("\n")[:-1]


@pytest.mark.parametrize("width", [20, 40, 80, 250])
def test_a_table_is_drawn_as_rich_draws_it(width: int) -> None:
    for rows in ([row] for row in ROWS):
        assert list(table(rows, COLUMNS, width)) == drawn(rows, width)
    assert list(table(ROWS, COLUMNS, width)) == drawn(ROWS, width)
    assert list(table(ROWS, COLUMNS[1:2], width))[2:] and not list(table([], COLUMNS, width))
