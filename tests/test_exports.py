"""A built case as a file: the bytes of its record, made story by story, and never of a case that is half built."""

import random
import shutil
import sqlite3
from pathlib import Path

import pytest

import rashomon
from rashomon import exporters
from rashomon.errors import CaseError, ExportError
from rashomon.exporters import EXPORTERS, reports, xlsx
from rashomon.exports import export
from rashomon.store import Cache, Case, cache
from rashomon.store.spool import Spool
from rashomon.types import EventMention

BRIDGE = "Title: Bridge\nDate: 3 March 2031\n\nThe old bridge fell on Monday. Police said four people were killed.\n"
FIRE = "Title: Fire\nDate: 2 March 2016\n\nA fire burned in the harbour of Oro. The mayor said nobody was hurt.\n"


@pytest.fixture(scope="module")
def stories(built, tmp_path_factory):
    """The example, with stories before and after its own by one of its outlets."""
    case = Path(shutil.copytree(built, tmp_path_factory.mktemp("stories") / "case"))
    for name, text in (("bridge.txt", BRIDGE), ("fire.txt", FIRE)):
        (case.parent / name).write_text(text)
    rashomon.build(case, [case.parent / "bridge.txt", case.parent / "fire.txt"], outlet="The Ondry Observer")
    return case


@pytest.fixture
def case(stories, tmp_path):
    return Path(shutil.copytree(stories, tmp_path / "case"))


@pytest.mark.parametrize("suffix", EXPORTERS)
def test_a_case_is_written_as_its_record_is_to_the_byte(suffix, stories, tmp_path, monkeypatch):
    with Case.open(stories) as (_, kept):
        exporters.export(kept.record(), tmp_path / f"record{suffix}")
    monkeypatch.setattr(Cache, "record", None)
    export(stories, tmp_path / f"case{suffix}")
    assert (tmp_path / f"case{suffix}").read_bytes() == (tmp_path / f"record{suffix}").read_bytes()


def test_tables_hold_the_accounts_of_one_story_at_a_time(stories, tmp_path, monkeypatch):
    def counted(index, codes):
        held.append(len(index.record.documents))
        return whole(index, codes)

    held, whole = [], reports.table
    monkeypatch.setattr(reports, "table", counted)
    export(stories, tmp_path / "all.reports.csv")
    assert sorted(held) == [1, 1, 6]


def test_the_record_of_an_open_case_is_the_whole_one(stories):
    with Case.open(stories) as (_, kept):
        assert kept.view() == kept.record()
        assert kept.counts() == (8, len(kept.record().events))


@pytest.mark.parametrize("suffix", EXPORTERS)
def test_layers_that_a_build_took_away_are_an_error_and_no_empty_file(suffix, case, tmp_path):
    """As a build by another version does, account by account, before it makes the record anew."""
    with Case.update(case) as (folder, kept):
        account = folder.accounts()[0].sha256
        kept.put_reading(account, "of another version", [], None)
        with pytest.raises(CaseError) as error:
            export(case, tmp_path / f"out{suffix}")
    assert str(case) in str(error.value) and f"run: rashomon build {case}" in str(error.value)
    assert not list(tmp_path.glob("out*"))


def test_what_a_build_changes_meanwhile_is_not_seen(case, tmp_path):
    export(case, tmp_path / "before.jsonl")
    with Case.update(case) as (folder, builds), Case.open(case) as (_, kept):
        first, *rest = kept.parts()
        for account in folder.accounts():
            builds.forget(account.sha256)
        assert all(d.layer(EventMention) for part in (first, *rest) for d in part.documents)
        assert kept.view().documents[0].layers
    with pytest.raises(CaseError, match="are being read anew"):
        export(case, tmp_path / "after.jsonl")
    rashomon.build(case)
    export(case, tmp_path / "after.jsonl")
    assert (tmp_path / "after.jsonl").read_bytes() == (tmp_path / "before.jsonl").read_bytes()


def test_a_build_of_a_case_that_is_read_says_so(case, monkeypatch):
    monkeypatch.setattr(cache, "WAIT", 0.1)
    with Case.open(case), pytest.raises(CaseError) as error:
        rashomon.build(case)
    assert f"{case}: somebody reads this case" in str(error.value) and "wait until that ends" in str(error.value)
    rashomon.build(case)


def test_more_rows_than_a_sheet_holds_are_an_error_that_names_another_format(stories, tmp_path, monkeypatch):
    monkeypatch.setattr(xlsx, "ROWS", 3)
    with pytest.raises(ExportError, match=r"out\.xlsx: more than the 2 events that a sheet can hold; export \.csv"):
        export(stories, tmp_path / "out.xlsx")
    assert not list(tmp_path.glob("out*"))


def test_lines_wait_for_the_order_of_their_keys():
    keys = [(undated, at, name) for undated in (False, True) for at in (-1.5, 2, float("inf")) for name in ("a", "é")]
    mixed = [*keys, *keys]
    random.Random(5).shuffle(mixed)
    with Spool(3) as spool:
        for n, key in enumerate(mixed):
            spool.put(key, [n, "“", 0.1])
        found = [line[0] for line in spool]
    assert [mixed[n] for n in found] == sorted(mixed) and all(
        a < b for a, b in zip(found[::2], found[1::2], strict=True)
    ), "those of one key as they were put"
    with pytest.raises(sqlite3.ProgrammingError):
        list(spool)
