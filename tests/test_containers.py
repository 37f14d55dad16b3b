"""Steps into bytes that hold others: each is checked, because a case that somebody else made may say anything."""

import pytest

from rashomon import containers
from rashomon.containers import gzipped, inside
from rashomon.errors import ReadError
from tests.readers.packed import gzipped as pack
from tests.readers.packed import page, record, zipped


def test_the_steps_lead_to_the_bytes_of_a_page() -> None:
    crawl = pack([record("https://www.herald.example/mill", page())])
    archive = zipped({"crawl.warc.gz": crawl})
    assert inside(archive, ("crawl.warc.gz", "0", "0"), "a.zip") == page()
    assert inside(page(), (), "a.html") == page()


@pytest.mark.parametrize(
    ("data", "part", "reason"),
    [
        (page(), ("x",), "holds no part 'x'"),
        (zipped({"a.txt": b"words"}), ("b.txt",), "lacks a part"),
        (pack([b"words"]), ("7",), "no gzip member begins at byte 7"),
        (pack([b"words"]), ("-1",), "no gzip member begins at byte -1"),
        (b"%PDF-1.7", ("pages",), "holds no part 'pages'"),
        (record("https://www.herald.example/mill", page()), ("12",), "no page begins at byte 12"),
    ],
)
def test_a_step_that_leads_nowhere_is_told(data: bytes, part: tuple[str, ...], reason: str) -> None:
    with pytest.raises(ReadError, match=reason) as error:
        inside(data, part, "a.bin")
    assert "add the original file again" in str(error.value) or "save it again" in str(error.value)


def test_members_that_unpack_to_too_much_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gzipped, "TOTAL", 8)
    with pytest.raises(ReadError, match="more than the limit of 8 bytes"):
        list(gzipped.members(pack([b"words", b"words"]), "a.gz"))
    assert containers.is_container(pack([b"words"]))
