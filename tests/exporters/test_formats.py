"""The plain formats: what a data frame or a spreadsheet gets."""

from __future__ import annotations

import csv
import errno
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from written import Account, days

from rashomon.errors import ExportError
from rashomon.exporters import EXPORTERS, export, jsonl
from rashomon.store.schema import TABLES
from rashomon.types import (
    Annotation,
    Attribution,
    Block,
    Event,
    EventMention,
    Name,
    Position,
    Quantity,
    Record,
    Resolved,
    Sentence,
    Slot,
    Time,
    Value,
    digest,
)
from rashomon.views import VIEWS, rows
from rashomon.views.kept import KEPT
from rashomon.views.report import report

DOCS = Path(__file__).parents[2] / "docs"


def lines(record: Record) -> list[dict[str, object]]:
    return [json.loads(line) for line in jsonl.render(record)]


def table(record: Record) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(str(EXPORTERS[".csv"](record)))))


@pytest.mark.parametrize("suffix", EXPORTERS)
def test_the_same_record_gives_the_same_bytes(suffix: str, bridge: Record, tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}{suffix}" for n in "ab"]
    for path in paths:
        export(bridge, path)
    assert paths[0].read_bytes() == paths[1].read_bytes() != b""


@pytest.mark.parametrize("suffix", EXPORTERS)
def test_hostile_and_empty_records_can_be_written(suffix: str, hostile: Record, tmp_path: Path) -> None:
    export(hostile, tmp_path / f"hostile{suffix}")
    export(Record((), (), (), ()), tmp_path / f"empty{suffix}")


def test_an_export_that_fails_leaves_the_file_as_it_was(
    bridge: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(record: Record) -> Iterator[str]:
        yield "half"
        raise OSError(errno.ENOSPC, "No space left on device")

    export(bridge, path := tmp_path / "record.jsonl")
    before = path.read_bytes()
    monkeypatch.setitem(EXPORTERS, ".jsonl", failing)
    with pytest.raises(ExportError, match="No space left"):
        export(bridge, path)
    assert path.read_bytes() == before and [*tmp_path.iterdir()] == [path]


def test_an_unknown_suffix_names_the_known_ones(bridge: Record, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"\.pdf.*\.html .*\.jsonl"):
        export(bridge, tmp_path / "record.pdf")


def test_every_line_of_json_holds_the_words_of_its_span(bridge: Record, hostile: Record) -> None:
    for record in (bridge, hostile):
        texts = {d.id: d.text for d in record.documents}
        found = [o for o in lines(record) if "text" in o]
        assert len(found) > 30
        for o in found:
            assert o["text"] == texts[o["document"]][o["begin"] : o["end"]]  # type: ignore[index,misc]


def test_json_ids_are_unique_and_references_resolve(bridge: Record) -> None:
    found = lines(bridge)
    ids = [(o["kind"], o["id"]) for o in found[1:]]
    assert len(ids) == len(set(ids))
    by = {k: {o["id"] for o in found[1:] if o["kind"] == k} for k in {o["kind"] for o in found}}
    for o in found:
        match o["kind"]:
            case "position":
                assert o["slot"] in by["slot"] and set(o["claims"]) <= by["claim"]  # type: ignore[call-overload]
            case "relation":
                assert {o["left"], o["right"]} <= by["position"]
            case "claim":
                assert o["mention"] in by["mention"]


def test_the_schema_page_names_every_field_of_every_kind(bridge: Record) -> None:
    page = (DOCS / "jsonl.md").read_text()
    told = {k: set(re.findall(r"`(\w+)`", names)) for k, names in re.findall(r"^\| `(\w+)` \| (.*) \|", page, re.M)}
    resting = {"kind", "id", "document", "begin", "end", "text"}
    for o in lines(bridge):
        kind = str(o["kind"])
        assert set(o) - resting == told[kind] - resting, kind
    assert set(told) == {str(o["kind"]) for o in lines(bridge)}
    assert f"version {lines(bridge)[0]['schema']}" in page.lower()


def test_the_schema_page_says_how_a_speaker_may_have_been_found() -> None:
    page = (DOCS / "jsonl.md").read_text()
    assert [how for how in Resolved if how not in page] == []


@pytest.mark.parametrize("layer", [Block, Sentence, Name, Time, Quantity, Attribution, EventMention])
def test_json_holds_every_field_of_every_layer(layer: type[Annotation], bridge: Record) -> None:
    kinds = {"EventMention": "mention"}
    inside = {"span", "kind", "interval", "symbolic", "vector"}  # told under other names, or of use to Rashomon alone
    found = [set(o) for o in lines(bridge) if o["kind"] == kinds.get(layer.__name__, layer.__name__.lower())]
    assert found and {field.name for field in fields(layer)} - inside <= found[0]


def test_open_bounds_are_null(bridge: Record) -> None:
    (toll,) = (o for o in lines(bridge) if o["kind"] == "quantity" and o["text"] == "at least 14")
    assert (toll["low"], toll["high"]) == (14, None)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("victims", {"n_low": "9", "n_best": "", "n_high": "", "contested": "how many", "time_precision": "1"}),
        ("A span", {"actor1": "the Sella bridge", "location": "Karsa", "accounts": "5", "geo_precision": ""}),
        ("It opened", {"date_start": "1974-09-01", "date_end": "1974-11-30", "time_precision": "3"}),
        ("A crane", {"date_start": "", "time_precision": "", "source": "Lakeside Radio", "stance": "doubts"}),
        ("Lorries had", {"stance": "disputed", "contested": "happened"}),
        ("engineers", {"stance": "reports", "contested": ""}),
    ],
)
def test_the_event_table(title: str, expected: dict[str, str], bridge: Record) -> None:
    (row,) = (r for r in table(bridge) if r["event"].startswith(title))
    assert {k: row[k] for k in expected} == expected


def struck() -> Record:
    """One event that two accounts tell with what it was done, in the same words and in others."""
    a, b = (Account(f"Outlet {n}", "", "2031-04-12") for n in "AB")
    for account, by in ((a, "drones"), (b, "Drones and a mortar")):
        account.add(f"The depot at Karsa was struck by {by}.")
    mentions = (
        a.event("struck", "strike", arguments=(("instrument", "drones"),)),
        b.event("struck", "strike", arguments=(("instrument", "Drones"), ("instrument", "mortar"))),
    )
    event = Event("e1", mentions, (a.id, a.at("depot at Karsa was struck")), (), a.id)
    return Record((a.document(), b.document()), (event,), (), ((a.id, b.id),))


def test_the_tables_say_with_what_it_was_done() -> None:
    assert [row["instrument"] for row in table(struck())] == ["drones; mortar"]
    reports = csv.DictReader(io.StringIO(str(EXPORTERS[".reports.csv"](struck()))))
    assert [row["instrument"] for row in reports] == ["drones", "Drones; mortar"]
    assert "with: drones, mortar" in report(struck())


def test_numbers_of_two_units_are_not_mixed_and_the_word_is_that_of_most() -> None:
    a = Account("Outlet A", "", "2031-04-12").add("It flew 1000 km, or 621 miles; launched at noon, launched by Oro.")
    mentions = (a.event("flew", "fly"), a.event("launched", "launch"), a.event("launched", "launch", nth=1))
    held = []
    for n, unit, words, times in ((1000, "kilometre", "1000 km", 2), (621, "mile", "621 miles", 1)):
        value = Value("number", n, n, unit)
        held.append(Position(value, (a.claim(mentions[0], "how many", value, words),) * times, ("A",)))
    slot = Slot("how many", "distance", tuple(held), ())
    event = Event("e1", mentions, (a.id, a.at("flew")), (slot,), a.id)
    (row,) = table(Record((a.document(),), (event,), (), ((a.id,),)))
    found = {k: row[k] for k in row if k == "predicate" or k.startswith("n_")}
    numbers = dict.fromkeys(("n_low", "n_best", "n_high"), "1000")
    assert found == {"predicate": "launch", "n_of": "distance", "n_unit": "kilometre", **numbers}


def test_what_is_counted_is_said_as_on_the_page() -> None:
    a = Account("Outlet A", "", "2031-04-12").add("It killed two pilots.")
    value = Value("number", 2, 2, "")
    held = Position(value, (a.claim(a.event("killed", "kill"), "how many", value, "two"),), ("A",))
    event = Event("e1", (), (a.id, a.at("killed")), (Slot("how many", "killed pilot (part)", (held,), ()),), a.id)
    (row,) = table(Record((a.document(),), (event,), (), ((a.id,),)))
    assert (row["n_of"], row["n_best"]) == ("some of the pilots killed", "2")


def test_days_that_only_accounts_bound_are_told_from_days_that_are_said() -> None:
    record = struck()
    told = replace(record.events[0], told=(None, days(2031, 4, 12, 23)))
    (row,) = table(replace(record, events=(told,)))
    assert (row["date_start"], row["date_end"], row["time_precision"]) == ("", "2031-04-12", "4")


def test_no_csv_cell_is_a_formula(hostile: Record) -> None:
    for attack in ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=1", "＝1+1"):
        events = tuple(replace(e, id=attack) for e in hostile.events)
        for row in table(replace(hostile, events=events)):
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝")) for cell in row.values())
            assert row["event_id"] in (f"'{attack}", "[U+000D]=1")


def test_the_workbook_has_its_sheets_and_no_formula(bridge: Record, hostile: Record) -> None:
    book = openpyxl.load_workbook(io.BytesIO(bytes(EXPORTERS[".xlsx"](bridge))))  # type: ignore[arg-type]
    assert book.sheetnames == ["events", "reports", "statements", "accounts"]
    assert book["accounts"].max_row == 1 + 6
    assert book["reports"].max_row == 1 + sum(int(r["accounts"]) for r in table(bridge))
    attacked = openpyxl.load_workbook(io.BytesIO(bytes(EXPORTERS[".xlsx"](hostile))))  # type: ignore[arg-type]
    assert not [c for sheet in attacked for row in sheet.iter_rows() for c in row if c.data_type == "f"]


def test_days_of_the_workbook_are_dates_and_its_columns_can_be_filtered(bridge: Record) -> None:
    book = openpyxl.load_workbook(io.BytesIO(bytes(EXPORTERS[".xlsx"](bridge))))  # type: ignore[arg-type]
    events = book["events"]
    heads = [c.value for c in events[1]]
    starts = [row[heads.index("date_start")].value for row in events.iter_rows(min_row=2)]
    assert datetime(1974, 9, 1) in starts and not any(isinstance(s, str) for s in starts)
    assert events.auto_filter.ref == events.dimensions
    long_ago = [replace(e, told=(None, days(1848, 3, 1))) for e in struck().events]
    old = EXPORTERS[".xlsx"](replace(struck(), events=tuple(long_ago)))
    cells = openpyxl.load_workbook(io.BytesIO(bytes(old)))["events"][2]  # type: ignore[arg-type]
    assert "1848-03-01" in [c.value for c in cells]


def test_the_workbook_tells_no_time(bridge: Record) -> None:
    with zipfile.ZipFile(io.BytesIO(bytes(EXPORTERS[".xlsx"](bridge)))) as book:  # type: ignore[arg-type]
        assert {i.date_time[0] for i in book.infolist()} == {1980}
        assert book.read("docProps/core.xml").count(b"1980-01-01T00:00:00Z") == 2


@pytest.mark.parametrize("what", VIEWS)
def test_rows_share_their_keys_and_hold_their_words(what: str, bridge: Record) -> None:
    found = rows(bridge, what)
    assert found and len({tuple(r) for r in found}) == 1
    texts = {d.id: d.text for d in bridge.documents}
    for row in found:
        if "words" in row:
            quote = texts[str(row["document"])][int(row["begin"]) : int(row["end"])]
            assert " ".join(str(row["words"]).split()) in " ".join(quote.split())


def test_rows_spell_out_what_a_terminal_would_obey(hostile: Record) -> None:
    cells = [str(v) for what in VIEWS for row in rows(hostile, what) for v in row.values()]
    assert not any(c in cell for cell in cells for c in "\x1b\u202e\x07")


def test_undated_events_come_last_in_the_timeline(bridge: Record) -> None:
    when = [r["when"] for r in rows(bridge, "timeline")]
    assert when[0] == "Sep 1974 to Nov 1974"
    assert when[-2:] == ["no date", "no date"]


def test_an_event_has_its_dead_and_its_injured_whatever_most_claims_count() -> None:
    a = Account("A", "", "2031-05-04").add("The blast at 5 shops killed nine or 14 and injured some 1,100.")
    mention = a.event("blast", "blast")

    def counted(scope: str, *told: tuple[str, float, float]) -> Slot:
        values = [(words, Value("number", low, high)) for words, low, high in told]
        held = (Position(v, (a.claim(mention, "how many", v, w, scope=scope),), ("A",)) for w, v in values)
        return Slot("how many", scope, tuple(held), ())

    slots = (
        counted("shop", ("5 shops", 5, 5), ("5", 5, 5), ("5 shops killed", 5, 5)),
        counted("killed people", ("nine", 9, 9), ("14", 14, 14)),
        counted("injured people", ("some 1,100", 0.9 * 1100, 1.1 * 1100)),
    )
    (row,) = table(
        Record((a.document(),), (Event("e", (mention,), (a.id, a.at("blast")), slots, "s"),), (), ((a.id,),))
    )
    assert row["n_of"] == "shops"
    assert [row[f"deaths_{bound}"] for bound in ("low", "best", "high")] == ["9", "", "14"]
    assert [row[f"injuries_{bound}"] for bound in ("low", "best", "high")] == ["990", "", "1210"]
    assert not row["arrests_low"]


def test_a_case_whose_rows_have_other_columns_is_of_another_form(bridge: Record) -> None:
    columns = {what: tuple(rows(bridge, what)[0]) for what in KEPT}
    assert digest(repr(columns)) in TABLES, "kept rows have other columns: put this digest of them into store/schema.py"
