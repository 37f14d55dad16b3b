"""Web archives: a page that was fetched whole is an account with its address and the day of its capture."""

import gzip
import tracemalloc
import zlib

import pytest

from rashomon.containers import warc
from rashomon.dating import date_account
from rashomon.readers import _several, read_bytes
from rashomon.types import Document
from tests.readers.packed import PROSE, checked, gzipped, page, record, zipped

MILL, QUAY = "https://www.herald.example/mill", "https://www.herald.example/quay"
INFO = b"WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 14\r\n\r\nsoftware: test\r\n\r\n"


def urls(found: list[Document]) -> list[str]:
    return [document.provenance.url for document in found]


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz", "crawl.bin"])
def test_each_page_is_an_account_with_its_address_and_capture(name: str) -> None:
    records = [
        INFO,
        record(MILL, page()),
        record("https://www.herald.example/a.css", b"p {}", head="Content-Type: text/css"),
        record("https://www.herald.example/gone", page("Gone"), status=404),
        record(QUAY, page("Quay stands"), date="2031-03-07T08:00:00Z"),
    ]
    found, reason = checked(gzipped(records) if name.endswith("gz") else b"".join(records), name)
    assert not reason
    assert urls(found) == [MILL, QUAY]
    stated = [d.provenance for d in found]
    assert [p.captured for p in stated] == ["2031-03-06T10:00:00+00:00", "2031-03-07T08:00:00+00:00"]
    assert [(p.outlet, p.title, p.published) for p in stated] == [
        ("herald.example", "Mill burns in Sund", ""),
        ("herald.example", "Quay stands", ""),
    ]
    assert [d.id.partition("#")[2] for d in found] == ["1", "2"]
    assert PROSE.strip() in found[0].text and "Home" not in found[0].provenance.title


def test_a_web_archive_packed_as_one_is_read_too() -> None:
    found, reason = checked(gzip.compress(record(MILL, page()) + record(QUAY, page("Quay"))), "a.warc.gz")
    assert (urls(found), reason) == ([MILL, QUAY], "")


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Content-Type: text/html\r\nContent-Encoding: gzip", gzip.compress(page())),
        ("Content-Type: text/html\r\nContent-Encoding: deflate", zlib.compress(page())),
        ("Content-Type: text/html\r\nContent-Encoding: deflate", zlib.compress(page())[2:-4]),
        ("Content-Type: text/html\r\nContent-Encoding: br", page()),  # unpacked by the archive, the header left
        ("Content-Type: text/html\r\nContent-Encoding: gzip", page()),
        ("Content-Type: text/html\r\nTransfer-Encoding: chunked", page()),
        (
            "Content-Type: text/html\r\nTransfer-Encoding: chunked",
            b"10\r\n" + page()[:16] + b"\r\n%x;a=b\r\n" % (len(page()) - 16) + page()[16:] + b"\r\n0\r\n\r\n",
        ),
        (
            "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip",
            b"%x\r\n" % len(gzip.compress(page())) + gzip.compress(page()) + b"\r\n0\r\n\r\n",
        ),
        ("Content-Type: text/html; charset=windows-1252", page("Mill burns at the café").decode().encode("cp1252")),
    ],
)
def test_a_body_is_read_however_the_server_packed_it(head: str, body: bytes) -> None:
    found, reason = checked(record(MILL, body, head=head), "a.warc")
    assert not reason
    assert found[0].text.endswith("In the 7th hour the quay & the mill stood.")
    assert "\ufffd" not in found[0].text


def test_a_page_captured_again_counts_once_unless_its_words_changed() -> None:
    later = "2031-03-08T10:00:00Z"
    records = [
        record(MILL, page()),
        record(MILL, page().replace(b"<nav>", b"<nav class='x'>"), date=later),
        record(MILL, b"", kind="revisit", date=later),
        record(MILL, page(count=5), date=later),
    ]
    found, reason = checked(b"".join(records), "a.warc")
    assert (reason, [d.provenance.captured[:10] for d in found]) == ("", ["2031-03-06", "2031-03-08"])


def test_frames_that_a_page_fetched_are_no_accounts() -> None:
    frame = "https://ads.example/frame"
    records = [
        record(frame, b"", kind="request", head="Sec-Fetch-Dest: iframe"),
        record(frame, page("Win a car")),
        record(MILL, b"", kind="request", head="Sec-Fetch-Dest: document"),
        record(MILL, page()),
    ]
    assert urls(checked(b"".join(records), "a.warc")[0]) == [MILL]


def test_of_a_wacz_the_pages_that_it_lists_are_read() -> None:
    pages = b'{"format": "json-pages-1.0"}\n{"url": "%s"}\n{broken\n' % QUAY.encode()
    crawl = gzipped([record(MILL, page()), record(QUAY, page("Quay"))])
    found, reason = checked(
        zipped({"archive/a.warc.gz": crawl, "pages/pages.jsonl": pages, "fuzzy.json": b"{}"}), "a.wacz"
    )
    assert (urls(found), reason) == ([QUAY], "")
    assert found[0].part[0] == "archive/a.warc.gz"


def test_a_bad_page_is_named_and_the_others_are_read() -> None:
    records = [
        record(MILL, page()[:-40]),
        record("https://a.example/packed", b"\x8b\x01\x80", head="Content-Type: text/html\r\nContent-Encoding: br"),
        record(
            "https://a.example/cut",
            gzip.compress(page())[:-60],
            head="Content-Type: text/html\r\nContent-Encoding: gzip",
        ),
        record(QUAY, page("Quay")),
    ]
    found, reason = checked(gzipped(records), "a.warc.gz")
    assert urls(found) == [QUAY]
    for part in (f"{MILL}: ", "truncated", "https://a.example/packed: it is packed as br", "https://a.example/cut: "):
        assert part in reason


@pytest.mark.parametrize("cut", [1, 50, 200])
def test_of_a_truncated_archive_the_pages_before_the_end_are_read(cut: int) -> None:
    records = [record(MILL, page()), record(QUAY, page("Quay"))]
    for data in (b"".join(records)[: -cut - 4], gzipped(records)[:-cut]):
        found, reason = checked(data, "a.warc.gz")
        assert urls(found) == [MILL]
        assert "save it again" in reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"WARC/1.0\r\n\r\n", "truncated"),
        (b"WARC/1.1\r\nContent-Length: 99999999999999999999\r\n\r\nx", "truncated"),
        (b"WARC/1.1\r\nContent-Length: -5\r\n\r\nx", "truncated"),
        (INFO, "no page in this web archive"),
        (INFO + b"garbage", "no record begins at byte"),
        (b"WARC/1.1\r\n" + b"a: b\r\n" * 200_000, "truncated"),
        (gzip.compress(b"a letter"), "gzip archive, and no web archive"),
        (b"\x1f\x8b\x08\x00garbage", "gzip archive"),
        (record(MILL, page())[:40], "truncated"),
    ],
)
def test_what_is_no_web_archive_says_so(data: bytes, reason: str) -> None:
    found, told = checked(data, "a.warc.gz")
    assert not found
    assert told.startswith("a.warc.gz: ") and reason in told


def test_a_page_that_unpacks_to_too_much_is_refused() -> None:
    bomb = gzip.compress(b"<p>" + b" " * 30_000_000)
    head = "Content-Type: text/html\r\nContent-Encoding: gzip"
    found, reason = checked(record(MILL, bomb, head=head) + record(QUAY, page()), "a.warc")
    assert urls(found) == [QUAY]
    assert f"{MILL}: it has more than the limit" in reason


def test_the_day_of_capture_bounds_the_day_of_publication() -> None:
    (plain,), _ = checked(record(MILL, page()), "crawl-20310309.warc")
    date = date_account(plain).date
    assert date and date.interval
    assert (date.how, date.precision, date.interval.low) == ("captured", "unknown", None)
    assert str(date.interval.high)[:10] == "2031-03-06"  # not the day in the name of the archive

    told = page().replace(b"<p>", b"<p>12 April 2031</p><p>", 1)  # the day of a fair, not yet come
    (ahead,), _ = checked(record(MILL, told), "a.warc")
    assert (found := date_account(ahead).date) and found.how == "captured"
    (ahead,), _ = checked(record(MILL, told, date="2031-04-13T00:00:00Z"), "a.warc")
    assert (found := date_account(ahead).date) and found.value == "2031-04-12"


def test_what_its_server_called_a_pdf_and_is_none_is_told() -> None:
    head = "Content-Type: application/pdf"
    found, reason = checked(record(MILL, b"<p>Not here", head=head) + record(QUAY, page()), "a.warc")
    assert urls(found) == [QUAY]
    assert f"{MILL}: its server called it a PDF, and it is none; save it again" in reason


def test_an_archive_of_too_many_pages_is_to_be_split(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_several, "ACCOUNTS", 2)
    records = [record(f"https://www.herald.example/{n}", page(f"Mill {n}")) for n in range(3)]
    found, reason = checked(b"".join(records), "a.warc")
    assert len(found) == 2 and "more than 2 accounts; split the file" in reason


LONG = b"<html><body><p>The mill burned on Friday.</p><!--" + b"x" * 500_000 + b"--></body></html>"


def test_of_an_archive_packed_as_one_no_more_is_held_than_a_page() -> None:
    """What it unpacks to is in no proportion to its bytes."""
    pages = [record(f"{MILL}/{n}", LONG) for n in range(20)]
    bomb = gzip.compress(b"".join(pages))
    list(read_bytes(pages[0], "a.warc"))  # what is loaded once is no page's
    tracemalloc.start()
    try:
        found = [d.provenance.url for d in read_bytes(bomb, "a.warc.gz")]
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert found == [f"{MILL}/{n}" for n in range(20)]
    assert most < len(b"".join(pages)) / 2


@pytest.mark.parametrize("packed", [bytes, gzip.compress])
def test_a_page_over_the_limit_is_named_and_not_held(packed: type[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "LIMIT", 100_000)
    monkeypatch.setattr(warc, "MOST", 200_000)
    crawl = b"".join([record(MILL, page()), record(f"{MILL}/long", LONG), record(QUAY, page("Quay"))])
    found, reason = checked(packed(crawl), "a.warc")
    assert urls(found) == [MILL, QUAY]
    assert f"{MILL}/long: it has more than the limit of 100,000 bytes" in reason
    found, reason = checked(packed(crawl[: -len(record(QUAY, page("Quay"))) - 1000]), "a.warc")
    assert urls(found) == [MILL]
    assert "is cut off: the archive is truncated; save it again" in reason
