"""PDF: paragraphs in reading order, words made whole, heads and page numbers apart, the page of every place known."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence

import pytest
from pypdf import PdfReader, PdfWriter

from rashomon.dating import date_account
from rashomon.readers import read_bytes
from rashomon.types import Block, BlockKind, Document
from tests.readers.packed import checked

Line = tuple[float, float, float, str]  # x, y, size, words
LEFT, TOP, DOWN = 72.0, 700.0, 13.0


def pdf(pages: Sequence[Sequence[Line]], picture: int = -1) -> bytes:
    """A PDF of lines placed as told; the page numbered *picture* shows a picture."""
    objects = [b"", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"]
    image = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
    objects.append(image + b"stream\n0\nendstream")
    kids = []
    for n, lines in enumerate(pages):
        drawn = "".join(
            f"BT /F {size} Tf {x} {y} Td ({words.translate({40: '', 41: ''})}) Tj ET\n" for x, y, size, words in lines
        )
        stream = drawn.encode("cp1252")
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        shown = b"/XObject<</I 4 0 R>>" if n == picture else b""
        kids.append(len(objects) + 1)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>%s>>/Contents %d 0 R>>"
            % (shown, len(objects))
        )
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(b"%d 0 R" % k for k in kids), len(kids))
    return built(objects)


def built(objects: Sequence[bytes]) -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    out, places = bytearray(b"%PDF-1.4\n"), []
    for n, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (n, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def column(words: Sequence[str], x: float = LEFT, top: float = TOP, size: float = 11) -> list[Line]:
    """Lines below each other; an empty one is a gap between paragraphs."""
    return [(x, top - DOWN * n, size, line) for n, line in enumerate(words) if line]


FIRST = [
    "Nine people died on Friday when a fire destroyed the",
    "old paper mill in the harbour town of Sund, the govern-",
    "ment said.",
]
SECOND = ["The minister, who came at noon, said that the two-", "day search for the missing had ended, and that the"]
THIRD = ["police would stay. The two-day search cost nothing."]


def told(document: Document) -> list[tuple[str, int, str]]:
    """Kind, page and words of each block."""
    text = document.text
    return [
        (b.kind.value, text.count("\f", 0, b.span.begin) + 1, document.quote(b.span)) for b in document.layer(Block)
    ]


def article() -> bytes:
    head = [(LEFT, 805.0, 8.0, "The Herald, 7 March 2031")]
    note = [
        (LEFT, 90.0, 7.0, "1 The mill closed in 2019, and its owner sold it a year later for a sum that was not told.")
    ]
    one = [
        *head,
        (LEFT, 750.0, 20.0, "Fire destroys the mill"),
        *column([*FIRST, "", *SECOND]),
        *note,
        (290.0, 40.0, 8.0, "- 1 -"),
    ]
    two = [
        *head,
        *column([*THIRD, "", "What comes next is not known, the mayor told reporters at noon."]),
        (290.0, 40.0, 8.0, "- 2 -"),
    ]
    return pdf([one, two])


def test_paragraphs_run_on_over_lines_and_pages() -> None:
    (found,), reason = checked(article(), "mill.pdf")
    assert not reason
    assert told(found) == [
        ("byline", 1, "The Herald, 7 March 2031"),
        ("headline", 1, "Fire destroys the mill"),
        (
            "paragraph",
            1,
            "Nine people died on Friday when a fire destroyed the old paper mill in the harbour town of Sund, "
            "the government said.",
        ),
        ("paragraph", 1, "1 The mill closed in 2019, and its owner sold it a year later for a sum that was not told."),
        ("boilerplate", 1, "- 1 -"),
        (
            "paragraph",
            1,
            "The minister, who came at noon, said that the two-day search for the missing had ended, and that the\f"
            "police would stay. The two-day search cost nothing.",
        ),
        ("boilerplate", 2, "The Herald, 7 March 2031"),
        ("paragraph", 2, "What comes next is not known, the mayor told reporters at noon."),
        ("boilerplate", 2, "- 2 -"),
    ]
    assert found.provenance.title == "Fire destroys the mill"
    assert (date := date_account(found).date) and date.value == "2031-03-07"


def test_columns_are_read_one_after_the_other() -> None:
    left = ["Nine people died on Friday when", "a fire destroyed the old paper", "mill in the town, and the search"]
    right = ["for the missing went on at night.", "", "The police said that they would", "not leave the quay."]
    lines = [(LEFT, 750.0, 20.0, "Fire destroys the mill"), *column(left), *column(right, 320.0)]
    (found,), _ = checked(pdf([lines]), "a.pdf")
    assert [words for _, _, words in told(found)][1:] == [
        "Nine people died on Friday when a fire destroyed the old paper mill in the town, and the search "
        "for the missing went on at night.",
        "The police said that they would not leave the quay.",
    ]


def test_an_indented_line_begins_a_paragraph_and_what_stands_over_the_headline_is_a_byline() -> None:
    words = [
        "Nine people died on Friday when a fire destroyed",
        "the old mill, the police of Sund said at night.",
        "It was sold.",
    ]
    lines = [
        (LEFT, 780.0, 9.0, "6 March 2031"),
        (LEFT, 750.0, 20.0, "Fire destroys"),
        (LEFT, 728.0, 20.0, "the old mill"),
    ]
    body = column(words)
    body[2] = (LEFT + 14, *body[2][1:])
    (found,), _ = checked(pdf([[*lines, *body]]), "a.pdf")
    assert [(kind, said) for kind, _, said in told(found)] == [
        ("byline", "6 March 2031"),
        ("headline", "Fire destroys the old mill"),
        ("paragraph", " ".join(words[:2])),
        ("paragraph", words[2]),
    ]


def test_a_pdf_inside_other_files_keeps_its_steps() -> None:
    from tests.readers.packed import record, zipped

    (found,), _ = checked(zipped({"a/mill.pdf": article()}), "a.zip")
    assert found.part == ("a/mill.pdf", "text")
    fetched = record("https://h.example/mill.pdf", article(), head="Content-Type: application/pdf")
    (found,), _ = checked(fetched, "a.warc")
    assert (found.part, found.provenance.url) == (("0", "text"), "https://h.example/mill.pdf")


def drawn(stream: bytes, pages: int = 1) -> bytes:
    """A PDF whose pages all draw the same compressed stream."""
    packed = zlib.compress(stream, 9)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 3 0 R>>"
    kids = b"4 0 R " * pages
    return built(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, pages),
            b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed),
            page,
        ]
    )


def locked(password: str) -> bytes:
    writer, out = PdfWriter(clone_from=PdfReader(io.BytesIO(article()))), io.BytesIO()
    writer.encrypt(password, "owner", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def test_a_pdf_that_is_locked_only_for_changes_is_read() -> None:
    (found,), reason = checked(locked(""), "a.pdf")
    assert not reason and "the government said" in found.text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf([[]], picture=0), "this PDF shows no text, as scans do; run OCR"),
        (pdf([[]]), "this PDF shows no text"),
        (locked("secret"), "needs a password"),
        (article()[:300], "damaged or truncated"),
        (b"%PDF-1.4\ngarbage", "damaged or truncated"),
        (drawn(b" " * 100_000_000), "unpacks to more than the limit"),
        (drawn(b" " * 30_000_000, pages=3), "draw more than 50,000,000 bytes"),
        (drawn(b"", pages=2_001), "more than 2,000 pages"),
        (built([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"]), "damaged or truncated"),
        (b"%PDF-1.4\n1 0 obj" + b"[" * 100_000, "damaged or truncated"),
        (pdf([column(["¤¶¬¥¢" * 9] * 5)]), "fonts of this PDF do not say"),
    ],
)
def test_a_pdf_without_words_says_what_to_do(data: bytes, reason: str) -> None:
    found, said = checked(data, "a.pdf")
    assert not found
    assert said.startswith("a.pdf: ") and reason in said


def test_pages_that_are_scans_are_named() -> None:
    (found,), reason = checked(pdf([[], column(FIRST), [], column(FIRST)], picture=2), "a.pdf")
    assert [page for _, page, _ in told(found)] == [2, 4]
    assert "pages 3 show pictures and no text" in reason


@pytest.mark.timeout(60)
def test_a_damaged_pdf_is_read_at_its_address_or_refused() -> None:
    import random

    whole, chance = article(), random.Random(7)
    for _ in range(40):
        raw = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            at = chance.randrange(len(raw))
            raw[at : at + chance.randrange(20)] = chance.choice([b"", b"<<", b">>", b"(", b"0 R", b"/", b"\xff"])
        checked(bytes(raw), "a.pdf")


def test_words_that_begin_like_a_pdf_under_another_name_are_told_by_their_bytes() -> None:
    (found,) = read_bytes(article(), "statement.txt")
    assert found.layer(Block)[1].kind is BlockKind.HEADLINE


@pytest.mark.parametrize("number", ["7", "- 7 -", "Page 7 of 9", "vii"])
def test_the_number_of_an_only_page_is_no_word_of_it(number: str) -> None:
    page = [*column(FIRST), (290.0, 40.0, 8.0, number)]
    (found,), _ = checked(pdf([page]), "mill.pdf")
    assert told(found)[-1] == ("boilerplate", 1, number)
    (found,), _ = checked(pdf([[*column(FIRST), (290.0, 40.0, 8.0, "Seven")]]), "mill.pdf")
    assert ("boilerplate", 1, "Seven") not in told(found)
