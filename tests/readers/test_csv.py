"""Tables: every row is an account, its words at their addresses in the table."""

from __future__ import annotations

import pytest

from rashomon.errors import ReadError
from rashomon.readers import read_bytes
from rashomon.text import verify
from rashomon.types import Document, Span

TEXT = 'The mill burned on Friday, the mayor said.\nShe called it ""a loss"" for A &amp; B.'
SHOWN = 'The mill burned on Friday, the mayor said.\nShe called it "a loss" for A & B.'
HEAD = "id,title,publish_date,media_name,url,text"


def rows(table: str, path: str = "a.csv", encoding: str = "utf-8") -> list[Document]:
    raw = table.encode(encoding)
    found = list(read_bytes(raw, path))
    assert all(verify(d, Span(0, len(d.text)), raw) for d in found)
    return found


@pytest.mark.parametrize(("mark", "end"), [(",", "\n"), (";", "\r\n"), ("\t", "\n")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_row_is_an_account(mark: str, end: str, encoding: str) -> None:
    first = f'1,Mill burns,2031-03-06,The Sund Herald,https://h.example/1,"{TEXT}"'.split(",", 5)
    table = [HEAD.replace(",", mark), mark.join(first), mark * 5, f"2{mark * 4}x{mark}Nobody was hurt in Vell."]
    one, two = rows(end.join(table) + end, encoding=encoding)
    assert one.text == f"Mill burns\n\n{SHOWN}"
    stated = one.provenance
    assert (stated.title, stated.outlet, stated.published) == ("Mill burns", "The Sund Herald", "2031-03-06")
    assert (two.text, two.id[-2:]) == ("Nobody was hurt in Vell.", "#2")


def test_a_backslash_is_a_backslash_and_a_quote_inside_a_plain_cell_is_one() -> None:
    (doc,) = rows('text,n\nA 5" pipe in C:\\new broke on Friday,1\n')
    assert doc.text == 'A 5" pipe in C:\\new broke on Friday'


@pytest.mark.parametrize(
    ("table", "line", "reason"),
    [
        ("a,b\n1,2\n", 1, "no column"),
        ("id,text\n1,It fell.\n2,\n3,\n", 3, "a row without text (1 more such rows follow)"),
        ('id,text\n1,"It\nfell."\n2,"It rose.\n', 4, "is not closed"),
    ],
)
def test_what_is_wrong_with_a_table_is_said(table: str, line: int, reason: str) -> None:
    with pytest.raises(ReadError, match=reason.replace("(", "[(]").replace(")", "[)]")) as told:
        rows(table)
    assert told.value.line == line


def test_a_table_cut_off_in_a_long_cell_is_refused_at_once() -> None:
    with pytest.raises(ReadError, match="not closed"):
        rows('text\n"' + 'It fell ""hard"". ' * 100_000)
