import json
import random
from pathlib import Path

import pytest

from rashomon.errors import ReadError
from rashomon.readers import LIMIT, document, exported, html, jsonl, plain, read, read_bytes
from rashomon.readers import choose as chosen
from rashomon.text import verify
from rashomon.types import Block, BlockKind, Document, Span

EXAMPLE = Path(plain.__file__).parents[2] / "example"
PROSE = "The minister said on Friday that nobody in the town had been hurt by the fire."
PAGE = f"<!-- saved --><!DOCTYPE html><html><body><p>{PROSE}</p></body></html>".encode()


@pytest.mark.parametrize(
    ("data", "path", "reader"),
    [
        (PAGE, "a.html", html), (PAGE, "a.txt", html), (PAGE, "a", html),
        (PAGE.decode().encode("utf-16"), "a.txt", html),
        (PROSE.encode(), "a.txt", plain), (PROSE.encode(), "a.html", plain), (PROSE.encode(), "a.unknown", plain),
        (b'{"text": "x"}\n', "a.jsonl", jsonl), (b'{"text": "x"}\n', "a.txt", exported),
        (b'[{"text": "x"}]', "a.html", exported),
        (b"{aside} he said", "a.txt", plain),
        (b"<3 this town, he said", "a.txt", plain), (b"a < b and <p> is a tag", "a.txt", plain),
    ],
)  # fmt: skip
def test_content_decides_where_the_suffix_lies(data: bytes, path: str, reader: object) -> None:
    assert chosen(data, path).__module__ == reader.__name__  # type: ignore[attr-defined]


def test_a_document_is_named_by_its_bytes_and_given_facts_overrule() -> None:
    first, second = (document(PROSE, outlet=o, published=d) for o, d in (("Herald", "2031-03-06"), (None, None)))
    assert first.id == second.id != document(PROSE + " ").id
    assert len(first.id) == 64
    assert (first.provenance.outlet, first.provenance.published, first.provenance.how) == (
        "Herald",
        "2031-03-06",
        "given",
    )
    assert second.provenance.how == ""


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("".join(f"{c}\0" for c in PROSE), None),  # looks like UTF-16, but a string is no bytes
        ("\0" * 40 + PROSE, None),
        ("%PDF-1.7 is how the leaked file begins.", None),
        (f"{PROSE} \ud83d half a smile, \udcff no byte.", f"{PROSE} \ufffd half a smile, \ufffd no byte."),
        ("\ufeff" + PROSE, PROSE),
        ("Größe — 東京 😀\r\n\r\nEnd.", "Größe — 東京 😀\n\nEnd."),
    ],
)
def test_a_string_is_taken_as_it_is(given: str, text: str | None) -> None:
    doc = document(given)
    assert doc.text == (given if text is None else text)
    raw = given.encode("utf-8", "surrogatepass")
    if "\ud83d" not in given:
        assert verify(doc, Span(0, len(doc.text)), raw)


@pytest.mark.parametrize("empty", ["", " \n\t\r\n", "\ufeff"])
def test_an_empty_string_is_no_account(empty: str) -> None:
    with pytest.raises(ReadError, match="empty"):
        document(empty)


def test_what_an_account_states_of_itself_can_be_written_down() -> None:
    (doc,) = read_bytes(lines({"text": PROSE, "title": "The \ud800 mill", "outlet": "Her\udfffald"}), "feed.jsonl")
    assert (doc.provenance.title, doc.provenance.outlet) == ("The \ufffd mill", "Her\ufffdald")
    assert document(PROSE, outlet="Her\udcffald").provenance.outlet == "Her\ufffdald"


@pytest.mark.parametrize("date", ["1 Jan 99999999999999999999 00:00:00 +0000", "Mon, 32 Foo 0000", "²²²²-¹¹-¹¹"])
def test_a_date_that_no_calendar_has_is_kept_as_written(date: str) -> None:
    (doc,) = read_bytes(lines({"text": PROSE, "date": date}), "feed.jsonl")
    assert doc.provenance.published == date


def test_the_file_name_dates_an_account_that_states_no_date(tmp_path: Path) -> None:
    (file := tmp_path / "herald-2031-03-06.txt").write_text(PROSE)
    (doc,) = read(file)
    assert (doc.provenance.published, doc.provenance.how) == ("2031-03-06", "filename")
    (doc,) = read(file, outlet="The Post", published="7 March 2031")
    assert (doc.provenance.outlet, doc.provenance.published, doc.provenance.how) == ("The Post", "2031-03-07", "given")


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("Mill burns.txt", "Mill burns"),
        ("07_26999e97982a100d.txt", "07_26999e97"),
        ("3F2504E0-4F89-11D3-9A0C-0305E82C3301.txt", "3F2504E0"),
        ("2031-03-06.txt", "2031-03-06"),
        ("20310306123000.txt", "20310306123000"),
        ("defaced.txt", "defaced"),
        ("a9b8c7d6e5f4a3b2.example.txt", "a9b8c7d6.example"),
    ],
)
def test_an_account_that_states_no_outlet_is_called_by_its_file_without_the_digits_of_a_checksum(
    name: str, outlet: str
) -> None:
    (doc,) = read_bytes(PROSE.encode(), name)
    assert doc.provenance.outlet == outlet


def test_an_outlet_is_called_by_its_host_without_www() -> None:
    (doc,) = read_bytes(lines({"text": PROSE, "outlet": "www.herald.example"}), "feed.jsonl")
    assert doc.provenance.outlet == "herald.example"


@pytest.mark.parametrize("archive", ["web.archive.org/web/20320112101112", "archive.ph/2032.01.12-101112"])
def test_a_captured_page_is_of_the_outlet_that_published_it(archive: str) -> None:
    url = f"https://{archive}/https://www.herald.example/2031/03/06/mill"
    stated = document(PROSE, url=url).provenance
    assert (stated.outlet, stated.published, stated.url) == ("herald.example", "2031-03-06", url)


def test_the_largest_file_is_read_and_a_larger_one_refused(tmp_path: Path) -> None:
    file = tmp_path / "big.txt"
    paragraph = " ".join([PROSE] * 20) + "\n\n"
    file.write_bytes(paragraph.encode() * (LIMIT // len(paragraph)))
    (doc,) = read(file)
    assert len(doc.text) > LIMIT - len(paragraph)
    file.write_bytes(b"a" * (LIMIT + 1))
    with pytest.raises(ReadError, match="limit"):
        list(read(file))


@pytest.mark.parametrize(
    ("name", "raw", "what"),
    [
        ("page.rtf", rb"{\rtf1\ansi Nine died.}", "RTF"),
        ("page.xml", b"<?xml version='1.0'?>\n<TEI><p>Nine died.</p></TEI>", "XML"),
    ],
)
def test_what_only_looks_like_an_account_is_refused_by_name(name: str, raw: bytes, what: str) -> None:
    with pytest.raises(ReadError, match=f"{name}: this is .*{what}.*; save"):
        list(read_bytes(raw, name))


@pytest.mark.parametrize(
    "head",
    ["<!---->" * 500 + "x", "<?xml?>" + "<!-- -->" * 500 + "<x", "<?a>" * 900 + "<x", "[ {" * 1_300, "a: b\n" * 900],
)
@pytest.mark.timeout(20)
def test_what_a_file_is_is_seen_at_once(head: str) -> None:
    try:
        assert list(read_bytes(head.encode(), "a.txt"))
    except ReadError as e:
        assert str(e).startswith("a.txt")


def test_a_missing_file_names_itself(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"gone\.txt: cannot be opened"):
        list(read(tmp_path / "gone.txt"))


def lines(*items: object) -> bytes:
    return "\n".join(i if isinstance(i, str) else json.dumps(i) for i in items).encode()


def test_json_lines_give_one_account_each_addressed_inside_its_string() -> None:
    raw = lines(
        {"meta": {"text": "not this"}, "title": 'Mill "burns"',
         "text": f"{PROSE}\n\nUPDATE 1530 GMT: “No,” he said. 😀",
         "source": "Herald", "date": "2031-03-06", "url": "https://h.example/1", "author": "A. Lunt"},
        {"body": PROSE, "publisher": {"name": "Courier"}},
    )  # fmt: skip
    one, two = read_bytes(raw, "feed.jsonl")
    p = one.provenance
    assert (p.title, p.outlet, p.published, p.how, p.author) == (
        'Mill "burns"',
        "Herald",
        "2031-03-06",
        "metadata",
        "A. Lunt",
    )
    assert one.text == f'Mill "burns"\n\n{PROSE}\n\nUPDATE 1530 GMT: “No,” he said. 😀'
    assert [str(b.kind) for b in one.layer(Block)] == ["headline", "paragraph", "boilerplate", "update"]
    assert (two.text, two.provenance.outlet) == (PROSE, "Courier")
    assert one.id.endswith("#1") and two.id.endswith("#2")
    for doc in (one, two):
        assert verify(doc, Span(0, len(doc.text)), raw)
        assert not verify(doc, Span(0, len(doc.text)), raw.replace(b"minister", b"mobsters"))


def test_bad_lines_are_named_and_the_good_ones_read() -> None:
    raw = lines({"text": PROSE}, "{broken", {"text": " "}, [1], {"content": PROSE}, '{"text": "cut o')
    got: list[Document] = []
    with pytest.raises(ReadError, match=r"feed\.jsonl:2: not JSON .*3 more bad lines") as e:
        for doc in read_bytes(raw, "feed.jsonl"):
            got.append(doc)
    assert e.value.line == 2
    assert [d.text for d in got] == [PROSE, PROSE]


@pytest.mark.parametrize("name", ["observer-live.html", "courier-reprint.html", "halmora-ledger.txt"])
def test_a_damaged_account_is_read_at_its_address_or_refused(name: str) -> None:
    whole = (EXAMPLE / name).read_bytes()
    chance = random.Random(name)
    for _ in range(20):
        raw = bytearray(whole)
        for _ in range(chance.randint(1, 30)):
            at = chance.randrange(len(raw))
            raw[at : at + chance.randrange(30)] = chance.choice(
                [b"", b"<", b">", b"&", b"</div>", b"<li>", b"<!--", b"\xff", b'"']
            )
        try:
            for doc in read_bytes(bytes(raw), name):
                assert all(verify(doc, b.span, bytes(raw)) for b in doc.layer(Block))
        except ReadError as e:
            assert str(e).startswith(name)


class TestExample:
    """The bundled case shows each kind of block and every reader but JSON Lines."""

    def all(self) -> dict[str, Document]:
        return {f.name: doc for f in sorted(EXAMPLE.iterdir()) for doc in read(f)}

    def test_outlets_and_dates(self) -> None:
        found = {n: (d.provenance.outlet, d.provenance.published[:10]) for n, d in self.all().items()}
        assert found == {
            "corvania-times.html": ("Corvania Times", "2031-03-09"),
            "courier-reprint.html": ("Carrow Morning Courier", "2031-03-06"),
            "halmora-ledger.txt": ("halmora-ledger", ""),
            "ministry-statement.txt": ("Ministry of the Interior of Tessaria", "2031-03-07"),
            "observer-live.html": ("The Ondry Observer", "2031-03-06"),
            "tna-agency.txt": ("Tessarian News Agency", "2031-03-06"),
        }

    def test_blocks(self) -> None:
        blocks = {n: d.layer(Block) for n, d in self.all().items()}
        live = blocks["observer-live.html"]
        assert [b.clock for b in live if b.kind is BlockKind.UPDATE] == ["18:30", "16:10", "09:40", "07:05"]
        assert [b.voice for b in live if b.kind is BlockKind.COMMENT] == ["quayside_anna", "Old Stoker", "P. Marrow"]
        assert all(sum(b.kind is BlockKind.HEADLINE for b in found) == 1 for found in blocks.values())
        assert {b.kind for found in blocks.values() for b in found} == set(BlockKind) - {BlockKind.ORIGINAL}
