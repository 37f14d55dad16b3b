"""Tables of the terminal are what rich would draw."""

from itertools import product

import pytest
from rich import box
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from rashomon.views.table import once, table, told

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
    names = [name for name in COLUMNS if any(row[name] for row in rows)] or [COLUMNS[0]]
    whole = Table(
        *(Column(name, overflow="fold") for name in names), box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False
    )
    for row in rows:
        whole.add_row(*(Text(row[name]) for name in names))
    console = Console(width=width)
    with console.capture() as shown:
        console.print(whole)
    return shown.get().split("\n")[:-1]


@pytest.mark.parametrize("width", [72, 80, 250])
def test_a_table_is_drawn_as_rich_draws_it(width: int) -> None:
    for rows in ([row] for row in ROWS):
        assert list(table(rows, COLUMNS, width)) == drawn(rows, width)
    assert list(table(ROWS, COLUMNS, width)) == drawn(ROWS, width)
    assert list(table(ROWS, COLUMNS[1:2], width))[2:] and not list(table([], COLUMNS, width))


def test_a_column_without_words_takes_no_room() -> None:
    rows = [{"title": "A ship sank", "when": "", "by": "A"}, {"title": "It fell", "when": "", "by": "B"}]
    assert [line.rstrip() for line in table(rows, COLUMNS, 80)] == [
        "title         by",
        "─" * 16,
        "A ship sank   A",
        "It fell       B",
    ]


def test_a_narrow_terminal_gets_a_line_for_each_cell() -> None:
    rows = [{"title": "A ship sank", "when": "Sunday", "by": ""}, {"title": "It", "when": "Oct 2015", "by": "A"}]
    names = [{f"{key}s": cell for key, cell in row.items()} for row in rows]
    assert len(list(table(names, ("titles", "whens", "bys"), 71))) == 4  # without sentences it needs less
    assert list(table(rows, COLUMNS, 71)) == [
        "A ship sank",
        "  when: Sunday",
        "",
        "It",
        "  when: Oct 2015",
        "  by: A",
        "",
    ]


def test_of_many_values_in_a_cell_the_first_are_written() -> None:
    row = {"outlets": ", ".join("ABCDEF"), "how many": "; ".join("12345"), "by": "A, B, C, D, E, F"}
    [*_, line] = table([row], list(row), 80)
    assert line.split("   ")[:3] == ["A, B, C, D and 2 more", "1; 2; 3; 4; 5", "A, B, C, D, E, F"]


STATEMENT = {
    "holders": "The Post › Vale",
    "stance": "not say",
    "cue": "declined",
    "form": "indirect",
    "day": "2031-04-12",
}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (
            {"words": "to open the dam", "sentence": "Vale declined to open the dam above the town."},
            ["  to open the dam", "  in: Vale declined to open the dam above", "      the town."],
        ),
        ({"words": "to open the dam", "sentence": "to open the dam"}, ["  to open the dam"]),
        ({"words": "“No.”", "sentence": "“No,” said Vale.", "form": "direct"}, ["  “No.”"]),
    ],
)
def test_a_statement_is_read_in_its_sentence(changed: dict[str, str], expected: list[str]) -> None:
    row = {**STATEMENT, **changed}
    head, *lines = told([row], 41)
    assert head == "The Post › Vale: not say (declined),"
    assert lines[0].endswith(", 2031-04-12")
    assert lines[-len(expected) - 1 :] == [*expected, ""]


def test_a_sentence_that_tells_two_events_of_a_day_is_one_line_of_a_timeline() -> None:
    def row(title: str, when: str = "12 Apr", contested: str = "") -> dict[str, str]:
        return {"when": when, "title": title, "outlets": "The Post", "contested": contested}

    told = [row("Vale was fined and jailed. [fined]"), row("Vale was fined and jailed. [jailed]")]
    disputed = row("Vale was fined and jailed. [jailed]", contested="happened")
    kept = [r["title"] for r in once([*told, disputed])]
    assert kept == ["Vale was fined and jailed.", "Vale was fined and jailed. [jailed]"]


def test_a_line_of_one_event_of_its_sentence_says_which() -> None:
    told = {"when": "2014", "title": "They worked until Vale fled. [fled]", "outlets": "The Post", "contested": ""}
    later = {**told, "when": "2016", "title": "They worked until Vale fled. [worked]"}
    assert [r["title"] for r in once([told, later])] == [told["title"], later["title"]]
