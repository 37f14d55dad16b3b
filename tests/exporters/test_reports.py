"""The report-level file: what an aggregator of event data (R's eventreport) needs of it."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from written import Account, number, position

from rashomon.exporters import EXPORTERS, export, reports
from rashomon.types import Event, Record, Slot

NUMBERS = [
    "date_precision", "geo_precision", "latitude", "longitude", "actor1_precision", "actor2_precision", "certain",
    "begin", "end", *(c for c in reports.COLUMNS if c.endswith(("_low", "_best", "_high"))),
]  # fmt: skip


def table(record: Record) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(str(EXPORTERS[".reports.csv"](record)))))


def told(record: Record, title: str, outlet: str) -> dict[str, str]:
    event = next(e for e in record.events if title in record_title(record, e.id))
    (row,) = (r for r in table(record) if (r["event_id"], r["source"]) == (event.id, outlet))
    return row


def record_title(record: Record, event: str) -> str:
    document, span = next(e.title for e in record.events if e.id == event)
    return next(d for d in record.documents if d.id == document).quote(span)


def test_one_row_for_each_account_of_each_event(bridge: Record) -> None:
    found = table(bridge)
    expected = {(e.id, m.partition(":")[0]) for e in bridge.events for m in e.mentions}
    assert len(found) == len(expected)
    assert {(r["event_id"], r["document"]) for r in found} == expected
    assert len({r["id"] for r in found}) == len(found)


@pytest.mark.parametrize("name", ["bridge", "hostile"])
def test_numbers_are_numbers_or_empty_and_dates_are_days(name: str, request: pytest.FixtureRequest) -> None:
    for row in table(request.getfixturevalue(name)):
        assert all(re.fullmatch(r"-?\d+(?:\.\d+)?|", row[c]) for c in NUMBERS), row
        assert all(re.fullmatch(r"\d{4}-\d\d-\d\d|", row[c]) for c in ("date_start", "date_end", "source_date"))


def test_a_precision_is_never_missing(bridge: Record) -> None:
    """`find_most_precise` of a variable whose precision is missing gives a missing value or stops."""
    precisions = [c for c in reports.COLUMNS if c.endswith("_precision")]
    assert precisions
    for row in table(bridge):
        assert all(row[c] for c in precisions), row


def test_a_day_without_a_year_is_no_date_of_an_account(bridge: Record) -> None:
    days = {row["outlet"]: row["source_date"] for row in table(bridge)}
    assert (days["Lakeside Radio"], days["Meridian Post"]) == ("", "2031-04-14")


@pytest.mark.parametrize(
    ("title", "outlet", "expected"),
    [
        ("victims", "Karsa State Agency", {"deaths_low": "9", "deaths_best": "9", "deaths_high": "9"}),
        ("victims", "The Delta Herald", {"deaths_low": "14", "deaths_best": "", "deaths_high": ""}),
        ("victims", "Meridian Post", {"deaths_low": "20", "deaths_best": "", "deaths_high": "30"}),
        ("A span", "The Delta Herald", {"location": "Karsa", "actor1": "the Sella bridge", "date_precision": "4"}),
        ("A span", "Lakeside Radio", {"source_author": "listeners", "stance": "reports", "certain": "2.0"}),
        ("It opened", "Meridian Post", {"date_start": "1974-09-01", "date_end": "1974-11-30", "date_precision": "2"}),
        ("A crane", "Lakeside Radio", {"date_start": "", "date_precision": "1", "deaths_low": "", "actor1": ""}),
    ],
)
def test_each_account_keeps_what_it_said(title: str, outlet: str, expected: dict[str, str], bridge: Record) -> None:
    def renamed(record: Record) -> Record:  # the role of the count is "killed", as it is in records that were built
        events = tuple(
            replace(e, slots=tuple(
                replace(s, scope="killed people", positions=tuple(
                    replace(p, claims=tuple(replace(c, scope="killed people") for c in p.claims)) for p in s.positions
                )) if s.name == "how many" else s for s in e.slots
            )) for e in record.events
        )  # fmt: skip
        return replace(record, events=events)

    row = told(renamed(bridge), title, outlet)
    assert {k: row[k] for k in expected} == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"killed people": 12, "killed pilot": 2}, ("12", "12", "12")),
        ({"killed passenger": 10, "killed pilot": 2}, ("10", "", "")),
        ({"killed pilot": 2}, ("2", "2", "2")),
        ({"killed people (part)": 3, "killed pilot": 2}, ("2", "2", "2")),
        ({"injured people": 3}, ("", "", "")),
    ],
)
def test_the_dead_of_one_kind_are_not_all_the_dead(counts: dict[str, int], expected: tuple[str, str, str]) -> None:
    a = Account("Outlet A", "", "2031-04-12").add("The plane fell, and 12 10 3 2 died.")
    mention = a.event("died", "die")
    claims = [a.claim(mention, "how many", number(n), str(n), scope=scope) for scope, n in counts.items()]
    slots = tuple(Slot("how many", c.scope, (position(c.value, c),), ()) for c in claims)
    event = Event("e1", (mention,), (a.id, a.at("The plane fell")), slots, a.id)
    (row,) = table(Record((a.document(),), (event,), (), ((a.id,),)))
    assert (row["deaths_low"], row["deaths_best"], row["deaths_high"]) == expected


def test_copies_share_their_family(bridge: Record) -> None:
    rows = {r["source"]: r["source_family"] for r in table(bridge)}
    assert rows["Karsa State Agency"] == rows["Morning Line"] != rows["The Delta Herald"]


def test_the_longest_suffix_names_the_format(bridge: Record, tmp_path: Path) -> None:
    export(bridge, tmp_path / "case.reports.csv")
    export(bridge, tmp_path / "case.csv")
    heads = [(tmp_path / f).read_text("utf-8").splitlines()[0].split(",") for f in ("case.reports.csv", "case.csv")]
    assert heads[0] == list(reports.COLUMNS) != heads[1]


def test_the_page_of_the_tables_names_every_column() -> None:
    page = (Path(__file__).parents[2] / "docs" / "tables.md").read_text("utf-8")
    named = set(re.findall(r"\w+", page))
    assert [c for c in reports.COLUMNS if c not in named] == []
    shown = re.findall(r'var = "(\w+)"', page)
    assert shown and set(shown) <= set(reports.COLUMNS)
