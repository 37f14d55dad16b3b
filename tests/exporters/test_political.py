"""PLOVER codes as they leave in tables and lines."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

import rashomon
from rashomon.exporters import EXPORTERS, jsonl
from rashomon.exporters.csv import COLUMNS
from rashomon.types import Event, EventMention, Record
from rashomon.views import political

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def record() -> Record:
    texts = {
        "wire": "Kenyan police arrested two Peruvian journalists. The window broke.",
        "post": "Two Peruvian journalists were held. The window broke.",
    }
    documents = tuple(rashomon.annotate([rashomon.document(text, outlet=outlet) for outlet, text in texts.items()]))
    mentions = [(d, m) for d in documents for m in d.layer(EventMention)]

    def event(name: str, predicates: set[str]) -> Event:
        own = [(d, m) for d, m in mentions if m.predicate in predicates]
        ids = tuple(f"{d.id}:{m.span.begin}" for d, m in own)
        return Event(name, ids, (own[0][0].id, own[0][1].span), (), own[0][0].id)

    events = (event("arrest", {"arrest", "hold"}), event("break", {"break"}))
    return Record(documents, events, (), ())


def rows(record: Record) -> dict[str, dict[str, str]]:
    return {r["event_id"]: r for r in csv.DictReader(io.StringIO(str(EXPORTERS[".csv"](record))))}


def test_an_event_takes_the_code_that_its_mentions_speak_most_for(record: Record) -> None:
    row = rows(record)["arrest"]
    told = {k: row[k] for k in political.COLUMNS if k != "plover_confidence"}
    assert told == {
        "plover_type": "COERCE", "plover_mode": "arrest", "plover_quad": "4", "plover_auxiliary": "",
        "actor1_country": "KEN", "actor1_sectors": "COP", "actor2_country": "PER", "actor2_sectors": "JRN",
    }  # fmt: skip


def test_what_is_not_political_is_other_and_has_no_quad(record: Record) -> None:
    row = rows(record)["break"]
    assert (row["plover_type"], row["plover_quad"], row["plover_confidence"]) == ("OTHER", "", "")


def test_every_mention_line_holds_its_code(record: Record) -> None:
    found = [json.loads(line) for line in jsonl.render(record)]
    codes = {o["predicate"]: o["plover"] for o in found if o["kind"] == "mention"}
    assert codes["arrest"]["recipients"] == [{"country": "PER", "sectors": ["JRN"]}]
    assert (codes["break"]["type"], codes["break"]["quad"]) == ("OTHER", None)


def test_the_page_of_tables_names_every_column() -> None:
    named = set(re.findall(r"\w+", " ".join(re.findall(r"^\| ([\w, ]+) \|", (DOCS / "tables.md").read_text(), re.M))))
    assert set(COLUMNS) <= named
