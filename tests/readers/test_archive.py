"""ZIP files: every member that is an account is read, whatever else is packed with it."""

import struct
import zipfile

import pytest

from rashomon.readers import archive
from tests.readers.packed import PROSE, checked, gzipped, page, record, zipped


def test_members_of_known_formats_are_accounts_addressed_inside_the_zip() -> None:
    members = {
        "saved/mill.html": page(),
        "saved/mill_files/frame.html": page("Win a car"),
        "saved/photo.jpg": b"\xff\xd8\xff",
        "__MACOSX/saved/._mill.html": page("x"),
        ".hidden/a.txt": PROSE.encode(),
        "notes/2031-03-06 statement.txt": PROSE.encode(),
        "posts.jsonl": b'{"text": "The mill burned.", "date": "2031-03-07"}\n{"text": "It rained.", "url": "https://a.example/1"}',
        "crawl.warc.gz": gzipped([record("https://a.example/mill", page("Quay"))]),
    }
    found, reason = checked(zipped(members), "leak-20310401.zip")
    assert not reason
    assert [(d.provenance.path.partition("/")[2], d.part) for d in found] == [
        ("crawl.warc.gz/https://a.example/mill", ("crawl.warc.gz", "0", "0")),
        ("notes/2031-03-06 statement.txt", ("notes/2031-03-06 statement.txt",)),
        ("posts.jsonl", ("posts.jsonl",)),
        ("posts.jsonl", ("posts.jsonl",)),
        ("saved/mill.html", ("saved/mill.html",)),
    ]
    assert [d.provenance.published for d in found] == ["", "2031-03-06", "2031-03-07", "", ""]
    assert [d.id.partition("#")[2] for d in found] == ["1", "2", "3", "4", "5"]
    assert len({d.id.partition("#")[0] for d in found}) == 1


def test_a_zip_inside_a_zip_is_opened_and_one_inside_that_is_not() -> None:
    inner = zipped({"a.txt": PROSE.encode()})
    found, reason = checked(zipped({"b.zip": inner, "c.txt": b"The quay stood."}), "a.zip")
    assert ([d.part for d in found], reason) == ([("b.zip", "a.txt"), ("c.txt",)], "")
    found, reason = checked(zipped({"b.zip": zipped({"deep.zip": inner}), "c.txt": b"The quay stood."}), "a.zip")
    assert [d.part for d in found] == [("c.txt",)]
    assert "b.zip: " in reason and "deep.zip: a ZIP inside a ZIP inside a ZIP" in reason


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.txt", "/etc/passwd.txt", "..\\..\\etc\\passwd.txt", "a/./../b/x.txt"]
)
def test_names_that_lead_out_of_the_archive_stay_inside(name: str) -> None:
    found, reason = checked(zipped({name: PROSE.encode()}), "a.zip")
    assert (len(found), reason) == (1, "")
    path = found[0].provenance.path
    assert path.startswith("a.zip/") and ".." not in path and "//" not in path and "\\" not in path


def test_bad_members_are_named_and_the_others_are_read() -> None:
    data = zipped({"a.html": page()[:-50], "b.txt": b"", "c.doc": b"\xd0\xcf\x11\xe0", "d.txt": PROSE.encode()})
    found, reason = checked(data, "a.zip")
    assert [d.part for d in found] == [("d.txt",)]
    for part in ("a.html: the page ends", "b.txt: the file is empty", "c.doc: this is an old Office file"):
        assert part in reason


def test_an_encrypted_member_says_so() -> None:
    data = bytearray(zipped({"a.txt": PROSE.encode(), "b.txt": PROSE.encode()}, zipfile.ZIP_STORED))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + flags] |= 1
    found, reason = checked(bytes(data), "a.zip")
    assert [d.part for d in found] == [("b.txt",)]
    assert "a.txt: it is encrypted; unpack it with its password" in reason


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped({"a.txt": b" " * 21_000_000, "b.txt": PROSE.encode()})
    found, reason = checked(data, "a.zip")
    assert [d.part for d in found] == [("b.txt",)]
    assert "a.txt: it unpacks to more than the limit" in reason
    lies = bytearray(data)
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):  # says that it is small
        lies[lies.index(mark) + place : lies.index(mark) + place + 4] = struct.pack("<I", 10)
    found, reason = checked(bytes(lies), "a.zip")
    assert [d.part for d in found] == [("b.txt",)]
    assert "a.txt: " in reason
    monkeypatch.setattr(archive, "TOTAL", 100)
    assert "unpacks to more than the limit of 100 bytes" in checked(data, "a.zip")[1]


@pytest.mark.parametrize("cut", [1, 30, 200])
def test_a_truncated_zip_says_so(cut: int) -> None:
    found, reason = checked(zipped({"a.txt": PROSE.encode(), "b.txt": PROSE.encode()})[:-cut], "a.zip")
    assert not found
    assert reason.startswith("a.zip: this ZIP is damaged or truncated")


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"a.jpg": b"\xff\xd8\xff"}, "no account in this ZIP"),
        ({"xl/workbook.xml": b"<a/>"}, "this is a spreadsheet; save"),
        ({"ppt/presentation.xml": b"<a/>"}, "this is a presentation; save"),
        ({"META-INF/container.xml": b"<a/>"}, "this is an e-book"),
    ],
)
def test_a_zip_without_accounts_says_what_it_is(members: dict[str, bytes], reason: str) -> None:
    found, told = checked(zipped(members), "a.zip")
    assert not found
    assert reason in told


def test_more_members_than_anybody_packs_are_refused() -> None:
    data = zipped({"a.txt": PROSE.encode()}) + b"PK\x01\x02" * 20_001
    assert "more than 20,000 members" in checked(data, "a.zip")[1]


@pytest.mark.parametrize("suffix", ["txt", "html", "pdf", "docx"])
def test_a_zip_is_told_by_its_bytes(suffix: str) -> None:
    found, reason = checked(zipped({"a.txt": PROSE.encode()}), f"a.{suffix}")
    assert ([d.part for d in found], reason) == ([("a.txt",)], "")
