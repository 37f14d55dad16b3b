"""Pages saved as one file, and e-mails: read as the page or letter in them, with addresses in the message as it is."""

import quopri
from base64 import encodebytes
from email.message import EmailMessage

import pytest

from rashomon.errors import ReadError
from rashomon.readers import read_bytes
from rashomon.text import verify
from rashomon.types import Block, BlockKind, Document, Span
from tests.cost import is_linear

PROSE = "The minister said on Friday – “quite openly” – that nobody in the town had been hurt by the fire at the café. "
PAGE = "<html><head><title>Mill burns in Sund</title></head><body><h1>Mill burns in Sund</h1>{}</body></html>".format(
    "".join(f"<p>{PROSE} In the {n}th hour the quay &amp; the mill stood, 2 + 2 = 4.</p>" for n in range(4, 8))
)


def saved(coding: str = "quoted-printable", charset: str = "utf-8", line: str = "\r\n") -> bytes:
    """A page as browsers save it in one file, with a picture after it."""
    body = PAGE.encode(charset)
    body = {"quoted-printable": quopri.encodestring, "base64": encodebytes}.get(coding, bytes)(body)
    head = [
        "From: <Saved by Blink>", "Snapshot-Content-Location: https://www.herald.example/mill",
        "Date: Fri, 6 Mar 2031 10:00:00 -0000", "MIME-Version: 1.0", "Content-Type: multipart/related;",
        '\ttype="text/html";', '\tboundary="--Part-1--"', "", "", "----Part-1--",
        f"Content-Type: text/html; charset={charset}", f"Content-Transfer-Encoding: {coding}", "",
    ]  # fmt: skip
    picture = ["----Part-1--", "Content-Type: image/png", "Content-Transfer-Encoding: base64", "", "iVBORw0KGgo="]
    parts = [*head, body.decode(charset).replace("\r\n", "\n").replace("\n", line), *picture, "----Part-1----", ""]
    return line.join(parts).encode(charset)


def letter(page: bool, coding: str) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Port of Sund <press@port.example>", "Statement on the fire – update"
    mail["Date"], mail["Message-ID"] = "Fri, 06 Mar 2031 10:00:00 +0100", "<1@port.example>"
    mail.set_content(f"{PROSE}\n\n" * 3, cte=coding)
    if page:
        mail.add_alternative(PAGE, subtype="html", cte=coding)
    mail.add_attachment("A list of ships.", filename="ships.txt")
    return bytes(mail)


def checked(raw: bytes, path: str) -> Document:
    (doc,) = read_bytes(raw, path)
    assert all(verify(doc, b.span, raw) for b in doc.layer(Block))
    return doc


@pytest.mark.parametrize("line", ["\r\n", "\n"])
@pytest.mark.parametrize(
    ("coding", "charset"),
    [("quoted-printable", "utf-8"), ("quoted-printable", "cp1252"), ("8bit", "utf-8"), ("binary", "cp1252")],
)
def test_a_page_saved_as_one_file_is_that_page(coding: str, charset: str, line: str) -> None:
    doc = checked(saved(coding, charset, line), "mill.mhtml")
    bare = checked(PAGE.encode(), "mill.html")
    assert doc.text == bare.text
    assert [b.kind for b in doc.layer(Block)] == [b.kind for b in bare.layer(Block)]
    stated = doc.provenance
    assert (stated.title, stated.url, stated.published) == ("Mill burns in Sund", "https://www.herald.example/mill", "")


@pytest.mark.parametrize("width", range(20, 44))
def test_a_character_cut_by_a_soft_line_break_has_its_address(width: int) -> None:
    words = "“" * 8 + "caf\u00e9" * 8
    escaped = "".join(f"={byte:02X}" for byte in words.encode())
    body = "=\r\n".join(escaped[i : i + 3 * width] for i in range(0, len(escaped), 3 * width))
    raw = f"MIME-Version: 1.0\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{body}"
    (doc,) = read_bytes(raw.encode(), "a.eml")
    assert doc.text == words
    assert all(verify(doc, Span(k, k + 1), raw.encode()) for k in range(len(words)))
    changed = raw.replace("=A9", "=A8").encode()
    at = words.index("\u00e9")
    assert not verify(doc, Span(at, at + 1), changed)


@pytest.mark.parametrize(
    ("page", "coding"), [(True, "quoted-printable"), (True, "8bit"), (False, "quoted-printable"), (False, "8bit")]
)
def test_a_letter_states_who_sent_it_and_when(page: bool, coding: str) -> None:
    doc = checked(letter(page, coding), "statement.eml")
    stated = doc.provenance
    assert (stated.title, stated.outlet) == ("Statement on the fire – update", "Port of Sund")
    assert (stated.published, stated.how) == ("2031-03-06T10:00:00+01:00", "header")
    assert ("2 + 2 = 4" in doc.text) == page
    assert "ships" not in doc.text and "Content-Type" not in doc.text
    assert doc.layer(Block)[-1].kind is BlockKind.PARAGRAPH


def test_a_letter_of_one_part_is_told_by_its_headers() -> None:
    raw = b"Received: by sund\r\nFrom: press@port.example\r\nSubject: Fire\r\n\r\n" + PROSE.encode()
    doc = checked(raw, "statement.txt")
    assert (doc.text.strip(), doc.provenance.outlet) == (PROSE.strip(), "port.example")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (saved("base64"), "base64; open it"),
        (saved()[:-40], "truncated"),
        (saved()[:400], "truncated"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n" * 50_000 + b"--x--", "no page"),
        (b"MIME-Version: 1.0\nSubject: =?utf-9?b?!?=\nContent-Type: image/png\n\nabc", "no page and no text"),
        (b"MIME-Version: 1.0\nSubject: x\n\n", "no page and no text"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/mixed\n\nabc", "no page and no text"),
    ],
)
def test_a_message_without_words_says_what_to_do(raw: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=f"a.mhtml: .*{reason}"):
        list(read_bytes(raw, "a.mhtml"))


@pytest.mark.parametrize("charset", ["utf-9", "hex", "us\0ascii", "utf-16", '"', "\xff"])
def test_a_charset_that_is_none_is_guessed(charset: str) -> None:
    head = f"MIME-Version: 1.0\r\nContent-Type: text/plain; charset={charset}\r\n\r\n"
    doc = checked(head.encode("latin-1") + PROSE.encode(), "a.eml")
    assert doc.text.strip() == PROSE.strip()


def test_a_letter_whose_mailer_closes_only_the_parts_inside_its_last_part_is_whole() -> None:
    inner = f"--in\r\nContent-Type: text/plain\r\n\r\n{PROSE}\r\n--in--\r\n"
    head = 'MIME-Version: 1.0\r\nFrom: press@port.example\r\nContent-Type: multipart/mixed; boundary="out"\r\n\r\n'
    part = 'Content-Type: multipart/alternative; boundary="in"\r\n\r\n'
    doc = checked(f"{head}--out\r\n{part}{inner}".encode(), "a.eml")
    assert doc.text.strip() == PROSE.strip()
    doc = checked(f"{head}--out\r\nContent-Type: text/plain\r\n\r\n{PROSE}\r\n--out\r\n".encode(), "a.eml")
    assert doc.text.strip() == PROSE.strip()
    for cut in (
        f"--out\r\n{part}{inner}".removesuffix("--in--\r\n"),
        f"--out\r\nContent-Type: text/plain\r\n\r\n{PROSE}",
    ):
        with pytest.raises(ReadError, match="truncated"):
            checked((head + cut).encode(), "a.eml")


def test_parts_inside_parts_end_somewhere() -> None:
    raw = b"MIME-Version: 1.0\r\n" + b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(2_000)
    )
    with pytest.raises(ReadError, match="truncated"):
        list(read_bytes(raw, "a.eml"))


def test_a_subject_of_any_length_takes_time_with_its_length() -> None:
    def subject(words: str) -> None:
        head = f"Subject: {words}\nFrom: a@b.example\nMIME-Version: 1.0\n\n"
        list(read_bytes(f"{head}The mill burned.".encode(), "a.eml"))

    assert is_linear(subject, "=?utf-8?B?QQ==?= ", 100_000)


def test_a_page_whose_part_names_no_charset_says_it_itself() -> None:
    page = (
        PAGE.replace("<head>", "<head><meta charset=iso-8859-1>").replace("–", "-").replace("“", '"').replace("”", '"')
    )
    head = b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n"
    doc = checked(head + page.encode("latin-1"), "a.mhtml")
    assert "fire at the café." in doc.text and doc.provenance.encoding == "cp1252"


def test_a_part_is_in_the_charset_its_headers_name_whatever_the_page_says() -> None:
    page = f"<head><meta charset=iso-8859-1></head><p>{'The mill of Ока burned, said he. ' * 9}"  # coded anew
    head = b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=windows-1251\r\n\r\n"
    doc = checked(head + page.encode("windows-1251"), "a.mhtml")
    assert "mill of Ока burned" in doc.text and doc.provenance.encoding == "cp1251"


def test_a_part_without_headers_is_plain_words() -> None:
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"
    doc = checked(head + b"\r\n" + PROSE.encode() + b"\r\n--x--\r\n", "a.eml")
    assert doc.text.strip() == PROSE.strip()
