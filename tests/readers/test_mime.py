"""Pages saved as one file, e-mails and mailboxes: read as the pages and letters in them, with addresses in the file."""

import quopri
from base64 import encodebytes
from contextlib import suppress
from email.message import EmailMessage

import pytest

from rashomon.containers import inside
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
    (doc,) = several(raw, path)
    return doc


def several(raw: bytes, path: str) -> list[Document]:
    found = list(read_bytes(raw, path))
    for doc in found:
        assert doc.layer(Block)
        assert all(verify(doc, b.span, inside(raw, doc.part, path)) for b in doc.layer(Block))
    return found


def told(text: str, **headers: str) -> EmailMessage:
    mail = EmailMessage()
    stated = {"From": "Bo Vale <bo@herald.example>", "Subject": "Fire", "Date": "Mon, 09 Mar 2031 10:00:00 +0100"}
    for name, value in (stated | headers).items():
        mail[name] = value
    mail.set_content(text, cte="base64")
    return mail


def blocks(doc: Document) -> list[tuple[str, str | None, str]]:
    return [(b.kind.value, b.voice, " ".join(doc.quote(b.span).split())) for b in doc.layer(Block)]


@pytest.mark.parametrize("line", ["\r\n", "\n"])
@pytest.mark.parametrize(
    ("coding", "charset"),
    [
        ("quoted-printable", "utf-8"), ("quoted-printable", "cp1252"), ("8bit", "utf-8"), ("binary", "cp1252"),
        ("base64", "utf-8"), ("base64", "cp1252"),
    ],
)  # fmt: skip
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
    ("page", "coding"), [(page, coding) for page in (True, False) for coding in ("quoted-printable", "8bit", "base64")]
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


def test_words_that_a_list_adds_after_base64_are_none_of_the_letter() -> None:
    doc = checked(bytes(told(PROSE)) + b"_______________\nport mailing list\nport@lists.example\n", "a.eml")
    assert doc.text.strip() == PROSE.strip()


def parted(first: str, *others: str, kind: str = "mixed") -> bytes:
    """A letter whose parts are written out, headers and all; a picture stands after the first."""
    parts = [first, "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=", *others]
    head = f"From: Ana <ana@sund.example>\nMIME-Version: 1.0\nContent-Type: multipart/{kind}; boundary=edge\n\n"
    return "".join([head, *(f"--edge\n{part}\n" for part in parts), "--edge--\n"]).encode()


TEXT, QUOTED = (
    "Content-Type: text/plain\n\n",
    "Content-Transfer-Encoding: quoted-printable\nContent-Type: text/plain\n\n",
)


def test_words_after_a_picture_are_of_the_letter_too() -> None:
    raw = parted(f"{TEXT}The mill burned at four.", f"{QUOTED}The caf=\n=C3=A9 stood.", f"{TEXT}Nobody was hurt.")
    said = checked(raw, "a.eml").text
    assert [line for line in said.split("\n") if line] == [
        "The mill burned at four.",
        "The café stood.",
        "Nobody was hurt.",
    ]


def test_of_two_forms_of_the_same_words_one_is_read_with_all_its_parts() -> None:
    page = "Content-Type: text/html\n\n<html><body><p>{}</p></body></html>"
    inner = (
        f"Content-Type: multipart/mixed; boundary=in\n\n--in\n{page.format(PROSE)}\n--in\nContent-Type: image/png\n\nx"
    )
    inner += f"\n--in\n{page.format('The quay stood until noon.')}\n--in--"
    said = checked(parted(f"{TEXT}The mill burned.", inner, kind="alternative"), "a.eml").text
    assert said == f"{PROSE.strip()}\n\nThe quay stood until noon."


def test_what_a_list_adds_as_a_part_is_none_of_the_letter() -> None:
    raw = parted(f"{TEXT}The mill burned at four.", f"{TEXT}{'_' * 40}\nSund mailing list\nsund@lists.example")
    assert checked(raw, "a.eml").text.strip() == "The mill burned at four."


@pytest.mark.parametrize("parameter", ["charset*=%00'en'utf-8", "charset*0*=a%00b''c; charset*1*=d"])
@pytest.mark.parametrize("kind", ["text/plain", "multipart/mixed; boundary*=%00'en'x"])
def test_damaged_headers_are_as_none(kind: str, parameter: str) -> None:
    raw = f"MIME-Version: 1.0\r\nContent-Type: {kind}; {parameter}\r\n\r\n{PROSE}".encode()
    with suppress(ReadError):
        assert checked(raw, "a.eml").text.strip() == PROSE.strip()


def test_base64_may_lack_the_marks_of_its_end() -> None:
    raw = bytes(told(PROSE + "."))
    assert raw.endswith(b"==\n")
    assert checked(raw[:-3], "a.eml").text.strip() == PROSE + "."
    with pytest.raises(ReadError, match="base64 is damaged"):
        checked(raw[:-4], "a.eml")


def test_what_a_letter_answers_is_told_by_who_wrote_it() -> None:
    answer = (
        "Nobody told us that the mill was insured.\n\nOn Fri, Mar 6, 2031 at 4:05 PM Ana Oro <ana@port.example>\n"
        "wrote:\n\n"
        "> Nobody was hurt by the fire\n> at the old mill.\n>\n> On Thu, Mar 5, 2031 at 1:00 PM Cy Dent wrote:\n"
        ">> Was the mill insured?\n\nIt was not, I think.\n\n-- \nBo Vale\nHerald of Sund, 12 Quay Street\n"
    )
    doc = checked(bytes(told(answer)), "a.eml")
    assert [block for block in blocks(doc) if block[0] != "boilerplate"] == [
        ("paragraph", None, "Nobody told us that the mill was insured."),
        ("comment", "Ana Oro", "Nobody was hurt by the fire at the old mill."),
        ("comment", "Cy Dent", "Was the mill insured?"),
        ("paragraph", None, "It was not, I think."),
    ]


GMAIL = """See what she says.

---------- Forwarded message ---------
From: Ana Oro <ana@port.example>
Date: Fri, Mar 6, 2031 at 4:05 PM
Subject: Statement
To: Bo Vale <bo@herald.example>, Cy Dent <cy@herald.example>,
 Di Fenn <di@herald.example>

"""
OUTLOOK = """See what she says.

________________________________
From: Ana Oro [mailto:ana@port.example]
Sent: Friday, March 6, 2031 4:05 PM
To: Bo Vale; Cy Dent
Subject: Statement

"""
APPLE = """See what she says.

Begin forwarded message:

> From: Ana Oro <ana@port.example>
> Subject: Statement
> Date: 6 March 2031 at 16:05:00 GMT
> To: Bo Vale <bo@herald.example>
>
> """
THUNDERBIRD = """See what she says.


-------- Forwarded Message --------
Subject: \tStatement
Date: \tFri, 6 Mar 2031 16:05:00 +0100
From: \tAna Oro <ana@port.example>
To: \tBo Vale <bo@herald.example>

"""


@pytest.mark.parametrize("head", [GMAIL, OUTLOOK, APPLE, THUNDERBIRD])
def test_a_letter_that_is_forwarded_is_an_account_of_who_wrote_it(head: str) -> None:
    own, hers = several(bytes(told(head + PROSE)), "a.eml")
    assert [words for kind, _, words in blocks(own) if kind != "boilerplate"] == ["See what she says."]
    assert own.provenance.outlet == "Bo Vale"
    assert [words for _, _, words in blocks(hers)] == [PROSE.strip()]
    stated = hers.provenance
    assert (stated.outlet, stated.title, stated.published) == ("Ana Oro", "Statement", "2031-03-06")
    (alone,) = several(bytes(told(head.removeprefix("See what she says.") + PROSE)), "a.eml")
    assert (alone.provenance.outlet, "#" in alone.id) == ("Ana Oro", False)


def test_a_letter_whose_page_holds_another_is_read_by_its_text_which_tells_so() -> None:
    mail = told(GMAIL + PROSE)
    mail.add_alternative(PAGE, subtype="html")
    assert [doc.provenance.outlet for doc in several(bytes(mail), "a.eml")] == ["Bo Vale", "Ana Oro"]


def test_a_letter_in_a_page_is_an_account_of_who_wrote_it_too() -> None:
    mail = told("")
    mail.set_content(
        "<html><body><p>See what she says.</p><div><p><b>From:</b> Ana Oro &lt;ana@port.example&gt;<br>"
        "<b>Sent:</b> Friday, March 6, 2031 4:05 PM<br><b>To:</b> Bo Vale<br><b>Subject:</b> Statement</p></div>"
        f"<p>{PROSE}2 \n&lt; 3.</p><p>The mill &amp; the quay stood.</p></body></html>",
        subtype="html",
        cte="base64",
    )
    own, hers = several(bytes(mail), "a.eml")
    assert [words for _, _, words in blocks(own)] == ["See what she says."]
    assert [words for _, _, words in blocks(hers)] == [f"{PROSE}2 < 3.", "The mill & the quay stood."]
    assert (hers.provenance.outlet, hers.provenance.published) == ("Ana Oro", "2031-03-06")


def test_a_message_that_is_attached_is_an_account_of_its_own() -> None:
    mail = told("See what she says.")
    mail.add_attachment(told(PROSE, From="Ana Oro <ana@port.example>", Date="Fri, 06 Mar 2031 16:05:00 +0100"))
    own, hers = several(bytes(mail), "a.eml")
    assert (own.provenance.outlet, hers.provenance.outlet) == ("Bo Vale", "Ana Oro")
    assert (hers.text.strip(), hers.provenance.published) == (PROSE.strip(), "2031-03-06T16:05:00+01:00")


@pytest.mark.parametrize(
    "line", [b"From bo@herald.example Mon Mar  9 10:00:00 2031\n", b"From - Mon Mar 09 10:00:00 2031\n"]
)
@pytest.mark.parametrize("path", ["inbox.mbox", "inbox"])
def test_a_mailbox_holds_the_accounts_of_its_messages(line: bytes, path: str) -> None:
    mails = [bytes(told(PROSE)), letter(True, "8bit"), bytes(told(GMAIL + PROSE))]
    found = several(b"".join(line + mail + b"\n" for mail in mails), path)
    assert [doc.provenance.outlet for doc in found] == ["Bo Vale", "Port of Sund", "Bo Vale", "Ana Oro"]
    assert len({doc.id for doc in found}) == 4 and "2 + 2 = 4" in found[1].text


def test_a_mailbox_names_the_messages_that_cannot_be_read() -> None:
    line = b"From - Mon Mar 09 10:00:00 2031\n"
    data = line + bytes(told(PROSE)) + b"\n" + line + b"Subject: x\nContent-Type: image/png\n\nabc\n"
    found = read_bytes(data, "a.mbox")
    assert next(found).text.strip() == PROSE.strip()
    with pytest.raises(ReadError, match="message 2: it holds no page"):
        next(found)


def test_an_account_that_begins_with_from_is_no_mailbox() -> None:
    assert checked(f"From Ana Oro in Sund, 10:30\nUpdate: {PROSE}".encode(), "a.txt").text.startswith("From Ana")


@pytest.mark.parametrize(
    "lines",
    ["> a\n", "From: a\nSubject: b\nDate: c\n\n", "> From: a\n> Subject: b\n> Date: c\nx\n", "a wrote:\n> b\n", " "],
)
def test_a_letter_takes_time_with_its_length(lines: str) -> None:
    head = "Subject: x\nFrom: a@b.example\nMIME-Version: 1.0\n\n>"
    assert is_linear(lambda words: list(read_bytes(f"{head}{words} wrote:\n> b".encode(), "a.eml")), lines, 40_000)


def test_a_letter_of_many_parts_takes_time_with_their_number() -> None:
    part = f"--edge\n{TEXT}The mill burned at four.\n"
    assert is_linear(
        lambda parts: list(read_bytes(f"{parted(TEXT).decode()[:-9]}{parts}--edge--".encode(), "a.eml")), part
    )
