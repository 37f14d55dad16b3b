"""Word and OpenDocument: the paragraphs of the body, each word addressed in the XML inside the file."""

import pytest

from rashomon.types import Block, BlockKind
from tests.readers.packed import PROSE, checked, zipped

W = '<?xml version="1.0"?><w:document xmlns:w="w"><w:body>{}</w:body></w:document>'
ODT = '<?xml version="1.0"?><office:document-content><office:body><office:text>{}</office:text></office:body>'
LONG = PROSE.strip()


def docx(body: str, **members: bytes) -> bytes:
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": W.format(body).encode(), **members})


def odt(body: str, mime: str = "text") -> bytes:
    mimetype = f"application/vnd.oasis.opendocument.{mime}".encode()
    return zipped({"mimetype": mimetype, "content.xml": ODT.format(body).encode()})


def p(words: str, style: str = "") -> str:
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p w:rsidR="00A1">{styled}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def test_paragraphs_of_word_with_their_headings() -> None:
    body = (
        p("Statement on the fire at Sund", "Title")
        + p("What is known", "Heading1")
        + f"<w:p><w:r><w:t>{LONG[:30]}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{LONG[30:]}</w:t></w:r></w:p>"
        + "<w:p/>"
        + p("Smith &amp; Sons, the owner, said on Saturday that the mill had been empty for years and was sold.")
        + f"<w:tbl><w:tr><w:tc>{p('Dead')}</w:tc><w:tc>{p('9')}</w:tc></w:tr></w:tbl>"
    )
    (found,), reason = checked(docx(body), "statement.docx")
    assert not reason
    assert (found.provenance.title, found.part) == ("Statement on the fire at Sund", ("word/document.xml",))
    told = [(b.kind, found.quote(b.span)) for b in found.layer(Block)]
    assert told[:4] == [
        (BlockKind.HEADLINE, "Statement on the fire at Sund"),
        (BlockKind.HEADING, "What is known"),
        (BlockKind.PARAGRAPH, LONG),
        (
            BlockKind.PARAGRAPH,
            "Smith & Sons, the owner, said on Saturday that the mill had been empty for years and was sold.",
        ),
    ]
    assert [words for _, words in told[4:]] == ["Dead", "9"]


def test_what_word_does_not_show_is_left_out() -> None:
    body = (
        f"<w:p><w:r><w:t>{LONG}</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r>"
        "<w:del><w:r><w:delText>Deleted.</w:delText></w:r></w:del><w:ins><w:r><w:t> Inserted.</w:t></w:r></w:ins>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:tab/>"
        "<w:t>After a tab</w:t><w:br/><w:t>and a break.</w:t></w:r></w:p>"
        "<w:p><w:r><mc:AlternateContent><mc:Choice>"
        "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"
        "</mc:Choice>"
        "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    (found,), reason = checked(docx(body, **{"word/footnotes.xml": b"<w:t>note</w:t>"}), "a.docx")
    assert not reason
    assert found.text == f"{LONG} Inserted.\nAfter a tab\nand a break.\n\nIn a box."


def test_paragraphs_of_opendocument() -> None:
    body = (
        '<text:p text:style-name="Title">Statement on the fire at Sund</text:p>'
        '<text:h text:outline-level="1">What is known</text:h>'
        f'<text:p>{LONG[:30]}<text:span text:style-name="T1">{LONG[30:]}</text:span><text:note><text:note-citation>1'
        "</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p>"
        "<text:list><text:list-item>"
        "<text:p>Nine died &amp; two<text:s/>were hurt.</text:p></text:list-item></text:list>"
        "<office:annotation><dc:creator>Ada</dc:creator><text:p>Check this.</text:p></office:annotation>"
    )
    (found,), reason = checked(odt(body), "statement.odt")
    assert not reason
    assert found.text.split("\n\n")[1:3] == ["What is known", LONG]
    assert "A note" not in found.text and "Check this" not in found.text and "Nine died & two\nwere hurt." in found.text
    assert [b.kind for b in found.layer(Block)][:3] == [BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.PARAGRAPH]


def test_no_entity_is_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    xml = W.format(p(f"{LONG} &b; &f;")).replace("<w:document", bomb + "<w:document", 1)
    (found,), _ = checked(zipped({"word/document.xml": xml.encode()}), "a.docx")
    assert found.text.endswith(f"{LONG} &b; &f;")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (docx(p(LONG))[:-40], "damaged or truncated"),
        (docx(""), "no words"),
        (zipped({"word/document.xml": W.format(p(LONG)).encode()[:-60] + b"<w:t"}), "its text is cut off"),
        (odt("<text:p>x</text:p>", "spreadsheet"), "without running text"),
        (zipped({"word/document.xml": b"<w:t>" + b" " * 21_000_000}), "more than the limit"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "one with a password"),
        (b"PK\x03\x04 garbage", "damaged or truncated"),
    ],
)
def test_what_is_no_text_document_says_so(data: bytes, reason: str) -> None:
    found, told = checked(data, "a.docx")
    assert not found
    assert told.startswith("a.docx: ") and reason in told


def test_words_under_the_wrong_suffix_are_read() -> None:
    (found,), reason = checked(LONG.encode(), "a.docx")
    assert (found.text, reason) == (LONG, "")
    (found,), reason = checked(docx(p(LONG)), "a.txt")
    assert (found.text, reason) == (LONG, "")
