import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import ReadError
from rashomon.readers import read_bytes
from rashomon.text import decode, to_raw, verify
from rashomon.types import Block, Document, Span

SAID = "Die Ministerin sagte: „Wir haben neun Tote.“ Café, naïve, 50 €."


def account(data: bytes, path: str = "a.txt") -> Document:
    return next(read_bytes(data, path))


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (SAID.encode(), "utf-8"),
        (codecs.BOM_UTF8 + SAID.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + SAID.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + SAID.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + SAID.encode("utf-32-le"), "utf-32-le"),
        (SAID.encode("utf-16-le"), "utf-16-le"),
        (SAID.encode("utf-16-be"), "utf-16-be"),
        (SAID.encode("cp1252"), "cp1252"),
    ],
)
def test_encodings_are_found_and_every_offset_leads_to_its_bytes(raw: bytes, encoding: str) -> None:
    doc = account(raw)
    assert (doc.text, doc.provenance.encoding) == (SAID, encoding)
    begin = doc.text.index("neun")
    low, high = to_raw(doc.origin, begin), to_raw(doc.origin, begin + 4)
    assert raw[low:high].decode(encoding) == "neun"
    assert to_raw(doc.origin, len(doc.text)) == len(raw)
    assert verify(doc, Span(0, len(doc.text)), raw)


@pytest.mark.parametrize("label", ["windows-1251", "iso-8859-2", "shift_jis", "gb18030", "big5", "koi8-r"])
def test_a_declared_encoding_is_used(label: str) -> None:
    said = {"windows-1251": "Президент прибыл", "koi8-r": "Президент прибыл", "iso-8859-2": "Říkal, že žádné"}
    words = said.get(label, "大統領は月曜日に" if label == "shift_jis" else "今天中午")
    raw = f'<html><head><meta charset="{label}"></head><body><p>{words}</p></body></html>'.encode(label)
    doc = account(raw, "a.html")
    assert words in doc.text
    begin = doc.text.index(words)
    assert raw[to_raw(doc.origin, begin) : to_raw(doc.origin, begin + len(words))] == words.encode(label)
    assert verify(doc, Span(begin, begin + len(words)), raw)


@pytest.mark.parametrize("label", ["utf-8", "UTF8", "utf-16", "x-unheard-of", "hex", "punycode", "undefined"])
def test_a_label_that_the_bytes_contradict_is_not_believed(label: str) -> None:
    said = "<p>The minister — “never wrong” — said on Friday that café owners in Sund were hurt by the fire.</p>" * 6
    raw = f'<html><head><meta charset="{label}"></head><body>{said}</body></html>'.encode("cp1252")
    doc = account(raw, "a.html")
    assert "— “never wrong” — said on Friday that café" in doc.text
    assert verify(doc, Span(0, len(doc.text)), raw)


def test_latin_1_means_windows_1252_as_in_browsers() -> None:
    raw = b'<html><head><meta charset="iso-8859-1"></head><body><p>He said \x93no\x94 twice.</p></body></html>'
    assert "He said “no” twice." in account(raw, "a.html").text


def test_line_ends_become_one_and_keep_their_address() -> None:
    raw = b"First line.\r\nSecond line.\rThird."
    doc = account(raw)
    assert doc.text == "First line.\nSecond line.\nThird."
    for word in ("Second", "Third"):
        assert to_raw(doc.origin, doc.text.index(word)) == raw.index(word.encode())


def test_nothing_is_normalised_or_dropped() -> None:
    said = "Cafe\u0301 \u202edlog\u202c zero\u200bwidth soft\u00adhyphen no\u00a0break \ufb01ne"
    assert account(said.encode()).text == said


def test_a_damaged_byte_shows_as_such_and_is_still_addressed() -> None:
    raw = (
        b"The minister said that nobody was hurt. " * 60
        + "“Not so,” she said. It was ".encode()
        + b"\xff a lie. "
        + b"He left. " * 9
    )
    doc = account(raw)
    at = doc.text.index("\ufffd")
    assert (doc.text[at - 2 : at + 3], raw[to_raw(doc.origin, at)]) == ("s \ufffd a", 0xFF)
    assert verify(doc, Span(at - 5, at + 5), raw)


def test_a_few_quotes_in_windows_1252_are_not_taken_for_damage() -> None:
    said = "The minister said that nobody was hurt. " * 200 + "“We shall see,” the mayor’s wife said."
    assert account(said.encode("cp1252")).text == said


def test_verify_sees_any_change_of_the_words() -> None:
    raw = "<p>The ministry denied it &mdash; “twice”.</p>".encode()
    doc = account(raw, "a.html")
    whole = Span(0, len(doc.text))
    assert verify(doc, whole, raw)
    assert not verify(doc, whole, raw.replace(b"denied", b"stated"))
    assert not verify(doc, whole, raw.replace(b"&mdash;", b"&ndash;"))
    assert not verify(doc, whole, b" " + raw)
    assert not verify(doc, whole, raw[:20])
    assert not verify(doc, Span(0, len(doc.text) + 1), raw)


@pytest.mark.parametrize("offset", [-1, 99])
def test_an_offset_outside_the_text_is_an_error(offset: int) -> None:
    with pytest.raises(IndexError, match="outside"):
        to_raw(account(b"Short text here.").origin, offset)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"\xef\xbb\xbf", "empty"),
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"%PDF-1.7\n...", "a PDF"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (bytes(range(256)) * 8, "binary"),
        ("The tower — it fell. „Ja".encode() + "“".encode()[:2], "middle of a character"),
        (codecs.BOM_UTF16_LE + "The tower fell".encode("utf-16-le")[:-1], "truncated"),
    ],
)
def test_what_is_no_text_is_refused_with_file_and_reason(raw: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason) as e:
        decode(raw, "box/a.txt")
    assert str(e.value).startswith("box/a.txt: ")


@given(st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\0"), min_size=1).filter(str.strip))
def test_any_text_leads_back_to_its_bytes(said: str) -> None:
    raw = codecs.BOM_UTF8 + said.encode()
    try:
        doc = account(raw)
    except ReadError:  # mostly control characters
        return
    assert doc.text == said.replace("\r\n", "\n").replace("\r", "\n")
    assert verify(doc, Span(0, len(doc.text)), raw)
    for k, character in enumerate(doc.text):
        if not character.isspace():
            assert raw[to_raw(doc.origin, k) : to_raw(doc.origin, k + 1)].decode() == character


PIECES = st.sampled_from(
    """<p> </p> <div> </div> <b> </b> <br> &amp; &nbsp; &#8217; &rsquo; &lt; &bogus; &amp &#x1F600;
    <script>x</script> <!-- --> <li> <ul> </ul> <blockquote> <h1> </h1> <h2>
    <a\thref='x'> </a> <time> </time> <article> <nav> </nav> < > "
    <p\tclass='comment'> <div\tclass="comments"> <section\tclass="live-entry"> <pre> </pre> <p\thidden>
    <![CDATA[ ]]> “ ’ é 日
    Officials\tsaid\tnine\tpeople\tdied. UPDATE\t1530\tGMT: 14:05 denied""".split()
).map(lambda s: s.replace("\t", " "))


@given(st.lists(PIECES | st.text(max_size=8), min_size=1, max_size=40), st.sampled_from(["utf-8", "utf-16-le"]))
def test_any_page_leads_back_to_its_bytes(parts: list[str], encoding: str) -> None:
    marks = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE}
    raw = marks[encoding] + f"<p>{' '.join(parts)}".encode(encoding, "replace")
    try:
        doc = account(raw, "a.html")
    except ReadError:
        return
    end = 0
    for block in doc.layer(Block):
        assert block.span.begin >= end
        end = block.span.end
        assert verify(doc, block.span, raw)
        assert doc.quote(block.span) == doc.quote(block.span).strip()
