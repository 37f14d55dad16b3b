"""A sound case has no finding, and each fault is found by its own check."""

import json
import shutil
import sqlite3
import zlib
from pathlib import Path

import pytest

from rashomon.checks import CHECKS, check
from rashomon.errors import CaseError


@pytest.fixture
def case(built, tmp_path):
    return shutil.copytree(built, tmp_path / "case")


def edit(case, table, column, change):
    """Rewrite the first noun of a column of packed ones."""
    with sqlite3.connect(case / "case.db") as db:
        rows = db.execute(f"SELECT rowid, {column} FROM {table} ORDER BY rowid").fetchall()
        row, nouns = next((row, nouns) for row, pack in rows if (nouns := json.loads(zlib.decompress(pack))))
        change(nouns[0])
        pack = zlib.compress(json.dumps(nouns).encode())
        db.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (pack, row))


def move_evidence(case):
    edit(case, "stories", "claims", lambda claim: claim.update(evidence=[9_999_998, 9_999_999]))


def change_words(case):
    edit(case, "stories", "claims", lambda claim: claim.update(words="words that nobody wrote"))


def change_text(case):
    with sqlite3.connect(case / "case.db") as db:
        row, line = db.execute("SELECT rowid, json FROM dated ORDER BY rowid LIMIT 1").fetchone()
        document = json.loads(line)
        document["text"] = document["text"].swapcase()
        db.execute("UPDATE dated SET json = ? WHERE rowid = ?", (json.dumps(document), row))


def change_bytes(case):
    path = min((case / "accounts").iterdir())
    path.write_bytes(path.read_bytes() + b" ")


def lose_mention(case):
    edit(case, "stories", "claims", lambda claim: claim.update(mention=claim["document"] + ":9999999"))


def misdirect_link(case):
    edit(case, "stories", "links", lambda link: link.update(kind="family"))


def misdirect_event(case):
    edit(case, "events", "pack", lambda event: event.update(mentions=["nowhere:0"]))


def lose_bytes(case):
    min((case / "accounts").iterdir()).unlink()


def leave_stray(case):
    (case / "accounts" / ("f" * 64)).write_bytes(b"x")


def age(case):
    with sqlite3.connect(case / "case.db") as db:
        db.execute("UPDATE record SET key = 'older'")


def change_page(case):
    with (case / "record.html").open("a") as page:
        page.write(" ")


FAULTS = {
    "R101": move_evidence,
    "R102": change_words,
    "R103": change_text,
    "R104": change_bytes,
    "R201": lose_mention,
    "R202": misdirect_link,
    "R203": misdirect_event,
    "R301": lose_bytes,
    "R302": leave_stray,
    "R303": age,
    "R304": change_page,
}


def test_a_sound_case_has_no_finding(case):
    assert list(check(case)) == []


@pytest.mark.parametrize("code", CHECKS)
def test_each_check_finds_its_fault(case, code):
    FAULTS[code](case)
    found = [finding for finding in check(case) if finding.code == code]
    assert found
    assert all(finding.where and ";" in finding.message for finding in found), "a message tells the next step"


def test_the_page_of_the_case_lists_every_check():
    page = (Path(__file__).parents[1] / "docs" / "case.md").read_text("utf-8")
    for code, find in CHECKS.items():
        assert f"| {code} | {(find.__doc__ or '').partition(';')[0].strip()} |" in page


def test_a_missing_case_is_an_error(tmp_path):
    with pytest.raises(CaseError, match="no such case"):
        list(check(tmp_path / "absent"))
