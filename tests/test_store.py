"""The case folder: what it keeps, what it refuses, and what it loses when it is killed (nothing)."""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

import rashomon
from rashomon.errors import CaseError, RashomonError
from rashomon.linking.sketch import Sketch
from rashomon.store import Case

EXAMPLE = Path(rashomon.__file__).parent / "example"


def contents(case):
    """What a case holds for good; the cache and the lock may differ."""
    files = [case / name for name in ("accounts.jsonl", "record.html")]
    return {f.name: f.read_bytes() for f in [*files, *sorted((case / "accounts").iterdir())]}


def build(case, *more, accounts=EXAMPLE):
    return [sys.executable, "-m", "rashomon", "build", "-q", str(case), str(accounts), *more]


def test_raw_bytes_are_kept_as_they_were(tmp_path):
    data = b"\xff\xfe odd \x00 bytes \r\n"
    with Case.update(tmp_path / "case") as (case, _):
        case.add([("a.txt", data)])
        (account,) = case.accounts()
        assert case.stored(account).read_bytes() == data
        assert account.path == "a.txt"


@pytest.mark.parametrize("order", [("a.txt", "b.txt"), ("b.txt", "a.txt")])
def test_the_order_of_adding_leaves_no_trace(tmp_path, order):
    with Case.update(tmp_path / "case") as (case, _):
        for name in order:
            case.add([(name, b"the same bytes"), (f"{name}.html", name.encode())])
        assert [a.path for a in case.accounts() if not a.path.endswith(".html")] == ["a.txt"]
        hashes = [a.sha256 for a in case.accounts()]
        assert hashes == sorted(hashes) and len(hashes) == 3


def test_no_character_of_a_name_ends_its_line(tmp_path):
    with Case.update(tmp_path) as (case, _):
        case.add([("mill\u2028fire\x85\n.txt", b"A")])
        assert [a.path for a in case.accounts()] == ["mill\u2028fire\x85\n.txt"]


def test_what_the_caller_states_stays_until_stated_anew(tmp_path):
    with Case.update(tmp_path / "case") as (case, _):
        case.add([("a.txt", b"x")], outlet="Herald", published="2015-11-23")
        case.add([("a.txt", b"x")])
        case.add([("a.txt", b"x")], outlet="Post")
        (account,) = case.accounts()
        assert (account.outlet, account.published) == ("Post", "2015-11-23")


def test_two_builds_at_once_are_refused(tmp_path):
    running = "another build of this case is running"
    with Case.update(tmp_path), pytest.raises(CaseError, match=running), Case.update(tmp_path):
        pass
    with Case.update(tmp_path):
        pass  # the lock went with its holder


@pytest.mark.parametrize("there", ["case", "case/a.txt"])
def test_a_file_or_a_folder_of_other_things_is_no_case(tmp_path, there):
    (tmp_path / there).parent.mkdir(exist_ok=True)
    (tmp_path / there).write_text("an account")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(CaseError, match="no case folder"), Case.update(tmp_path / "case"):
        pass
    assert sorted(tmp_path.rglob("*")) == before


def test_a_case_may_hold_notes_of_its_owner(tmp_path):
    with Case.update(tmp_path / "case") as (case, _):
        case.add([("a.txt", b"The boat sank.")])
    (tmp_path / "case" / "notes.txt").write_text("call the mayor")
    with Case.update(tmp_path / "case") as (case, _):
        assert [a.path for a in case.accounts()] == ["a.txt"]


@pytest.mark.parametrize("damage", [b"", b"not a database" * 100, b"SQLite format 3\x00" + bytes(4000)])
def test_a_damaged_cache_is_made_again(tmp_path, damage):
    with Case.update(tmp_path):
        pass
    (tmp_path / "case.db").write_bytes(damage)
    reason = "case.db: damaged, or written by another version" if damage else "case.db: empty"
    with pytest.raises(CaseError, match=f"{reason}.*; run: rashomon build"), Case.open(tmp_path):
        pass
    with Case.update(tmp_path) as (_, cache):
        assert cache.readings() == {}


def test_a_finished_case_can_be_looked_at_where_nothing_can_be_written(tmp_path):
    with Case.update(tmp_path):
        pass
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["accounts", "case.db", "lock"]


def test_unfinished_files_of_a_killed_build_are_swept(tmp_path):
    with Case.update(tmp_path):
        pass
    (tmp_path / "accounts" / ("a" * 64 + ".part")).write_bytes(b"half")
    (tmp_path / "record.html.part").write_bytes(b"half")
    with Case.update(tmp_path):
        assert not list(tmp_path.rglob("*.part"))


def test_damage_inside_the_cache_is_an_error_that_says_what_to_do(built, tmp_path):
    case = shutil.copytree(built, tmp_path / "case")
    with sqlite3.connect(case / "case.db") as db:
        db.execute("UPDATE events SET pack = x'00'")
    with pytest.raises(RashomonError, match=r"not a list of Event.*delete its case\.db"), Case.open(case) as (_, kept):
        list(kept.record().events)
    data = bytearray((case / "case.db").read_bytes())
    data[8192:-4096:97] = bytes(len(range(8192, len(data) - 4096, 97)))
    (case / "case.db").write_bytes(data)
    step = r"delete (it|its case\.db) and build again|run: rashomon build"
    with pytest.raises(RashomonError, match=step), Case.open(case) as (_, kept):
        list(kept.record().events)


def test_what_accounts_are_compared_by_is_made_once(built):
    with Case.open(built) as (_, kept):
        assert len(list(kept.sketches(lambda document: pytest.fail("made again"), Sketch))) == len(kept.keys())


def test_a_full_disk_is_no_damage(tmp_path):
    with pytest.raises(CaseError, match="disk has room"), Case.update(tmp_path) as (_, kept):
        kept.db.execute("PRAGMA max_page_count = 40")
        kept.put_reading("a" * 64, "key", [("d", "x" * 10**6, {})], None)


@pytest.mark.parametrize(
    "line", ['{"sha256": "a"', '{"sha256": "../../letter.txt", "path": "letter.txt"}', '{"sha256": 7, "path": "a"}']
)
def test_a_damaged_list_is_a_clear_error_and_leads_nowhere(tmp_path, line):
    with Case.update(tmp_path):
        pass
    (tmp_path / "accounts.jsonl").write_text(f"{line}\n")
    with pytest.raises(CaseError, match=r"accounts\.jsonl: damaged"), Case.update(tmp_path) as (case, _):
        case.accounts()


@pytest.mark.slow
@pytest.mark.parametrize("more", [(), ("--jobs", "2")], ids=["one process", "two processes"])
def test_a_build_killed_at_any_moment_loses_nothing(tmp_path, more):
    """Ten seeded moments over the length of one build; one more build ends with the same bytes."""
    begin = time.monotonic()
    subprocess.run(build(tmp_path / "whole", *more), check=True)
    length = time.monotonic() - begin
    expected = contents(tmp_path / "whole")
    chance = random.Random(7)
    for n in range(10):
        case = tmp_path / str(n)
        running = subprocess.Popen(build(case, *more), start_new_session=True)
        time.sleep(length * (n + chance.random()) / 10)
        running.send_signal(signal.SIGKILL)
        running.wait()
        subprocess.run(build(case, *more), check=True)
        assert contents(case) == expected, f"killed after {n}/10 of the build"
        assert subprocess.run([sys.executable, "-m", "rashomon", "check", str(case)]).returncode == 0


@pytest.mark.slow
def test_a_killed_build_leaves_no_worker_behind(tmp_path):
    running = subprocess.Popen(build(tmp_path / "case", "--jobs", "2"), start_new_session=True)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and len(group(running.pid)) < 3:
        time.sleep(0.05)
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    while time.monotonic() < deadline and group(running.pid):
        time.sleep(0.05)
    assert group(running.pid) == []


def group(leader):
    """The living processes of a session, from /proc."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, session = stat.read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(session) == leader and state != "Z":
            found.append(int(stat.parent.name))
    return found


def test_the_list_of_accounts_is_one_json_object_a_line(tmp_path):
    with Case.update(tmp_path) as (case, _):
        case.add([("ä\n.txt", b"x"), ("b.txt", b"y")])
    lines = (tmp_path / "accounts.jsonl").read_text("utf-8").splitlines()
    assert sorted(json.loads(line)["path"] for line in lines) == ["b.txt", "ä\n.txt"]


def test_what_is_no_finished_case_is_not_opened(tmp_path):
    def refused(folder):
        with pytest.raises(CaseError) as error, Case.open(folder):
            pass
        return str(error.value)

    other, begun = tmp_path / "other", tmp_path / "begun"
    other.mkdir()
    (other / "letter.txt").write_text("dear")
    assert "not a case folder; name the folder that rashomon build made" in refused(other)
    with Case.update(begun):
        pass
    (begun / "case.db").unlink()
    assert f"no build of this case has finished; run: rashomon build {begun}" in refused(begun)
    assert "no such case" in refused(tmp_path / "absent")
