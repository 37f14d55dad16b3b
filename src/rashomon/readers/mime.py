"""Pages that a browser saved as a single file (MHTML), and e-mails: the page or letter inside a MIME message.

The account keeps its addresses in the message as it is: what quoted-printable writes as an escape is one code point
that takes more bytes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import parseaddr
from itertools import pairwise

from rashomon.errors import ReadError
from rashomon.readers import html, plain
from rashomon.text import Run, Source, decode
from rashomon.types import Document

BLANK = re.compile(rb"\r?\n\r?\n")
DEPTH = 8  # parts inside parts
HEADER = 2000  # characters of a header that are read: words in an encoding take time with the square of their number
# What stands between "=" and the end of a line is no character; escapes and characters of one byte make runs.
QUOTED = re.compile(rb"(?P<soft>=[ \t]*\r?\n)|(?P<escapes>(?:=[0-9A-Fa-f]{2})+)|(?P<bytes>[^=]+|=)")
Stretch = tuple[int, int, int]
"""Bytes of a body: where they begin in it and in the file, and how many of the file each takes."""


def read(data: bytes, path: str) -> Iterator[Document]:
    """One account. Raises ReadError for a message that is cut off, or that holds no page and no text to be read."""
    found = list(_leaves(data, 0, len(data), path, DEPTH))
    texts = [leaf for leaf in found if leaf[0].get_content_disposition() != "attachment"]
    for kind in ("text/html", "application/xhtml+xml", "text/plain"):
        for head, begin, end in texts:
            if head.get_content_type() == kind and _coding(head) != "base64" and data[begin:end].strip():
                document = _account(data, begin, end, head, path)
                yield _stated(document, _headers(data, 0, len(data))[0], head)
                return
    packed = any(_coding(head) == "base64" and head.get_content_maintype() == "text" for head, *_ in texts)
    what = "its text is packed as base64" if packed else "it holds no page and no text"
    raise ReadError(path, f"{what}; open it in a browser or mail program and save what it shows as HTML")


def _headers(data: bytes, begin: int, end: int) -> tuple[Message, int]:
    """The headers of a part, and where its body begins."""
    if data.startswith((b"\r\n", b"\n"), begin):
        return Message(), begin + (2 if data[begin] == 13 else 1)
    blank = BLANK.search(data, begin, end)
    last = blank.end() if blank else end
    return BytesHeaderParser().parsebytes(data[begin:last]), last


def _leaves(data: bytes, begin: int, end: int, path: str, depth: int) -> Iterator[tuple[Message, int, int]]:
    """The parts that hold no others, in order, with where their bodies stand."""
    head, at = _headers(data, begin, end)
    if head.get_content_maintype() != "multipart":
        yield head, at, end
        return
    boundary = head.get_boundary()
    if boundary is None or not depth:
        return
    mark = re.compile(rb"^--" + re.escape(boundary.encode("ascii", "replace")) + rb"(--)?[ \t]*\r?$\n?", re.MULTILINE)
    marks = list(mark.finditer(data, at, end))
    parts = [(here.end(), after.start()) for here, after in pairwise(marks)]
    left = data[marks[-1].end() : end].strip() if marks and marks[-1][1] is None else b""
    if left:  # some mailers close only the parts that the last part holds
        parts.append((marks[-1].end(), end))
    whole = not left or (depth > 1 and _headers(data, *parts[-1])[0].get_content_maintype() == "multipart")
    if not marks or not whole:
        raise ReadError(path, "the message ends before its last part: the file is truncated, so save it again")
    for low, high in parts:
        yield from _leaves(data, low, high, path, depth - 1)


def _coding(head: Message) -> str:
    return str(head.get("Content-Transfer-Encoding", "")).strip().lower()


def _account(data: bytes, begin: int, end: int, head: Message, path: str) -> Document:
    """The page or text of one part."""
    body, stretches = data[begin:end], [(0, begin, 1)]
    if _coding(head) == "quoted-printable":
        body, stretches = _unquoted(data, begin, end)
    declared = head.get_content_charset()
    page = head.get_content_type() != "text/plain"
    if page and declared is None:
        declared = html.declared(body)
    source = decode(body, path, declared)
    source = Source(source.text, source.encoding, tuple(_moved(source.runs, stretches)))
    account = html.account if page else plain.account
    return account(source, hashlib.sha256(data).hexdigest(), path)


def _unquoted(data: bytes, begin: int, end: int) -> tuple[bytes, list[Stretch]]:
    """Quoted-printable bytes, decoded, and where each stretch of them stands in the file."""
    out, stretches = bytearray(), []
    for m in QUOTED.finditer(data, begin, end):
        if m["soft"] is None:
            stretches.append((len(out), m.start(), 3 if m["escapes"] else 1))
            out += bytes.fromhex(m[0].replace(b"=", b"").decode()) if m["escapes"] else m[0]
    return bytes(out), stretches or [(0, begin, 1)]


def _moved(runs: Sequence[Run], stretches: Sequence[Stretch]) -> Iterator[Run]:
    """Runs over a body as runs over the file. A character that a soft line break cuts is a run of its own."""
    ends = [*(s[0] for s in stretches[1:]), runs[-1][2] + 1]
    k = 0

    def raw(byte: int) -> int:
        begin, place, width = stretches[k]
        return place + (byte - begin) * width

    for (at, low, high), (stop, *_) in pairwise(runs):
        size = (high - low) // (stop - at)
        while at < stop:
            while ends[k] <= low:
                k += 1
            first, whole = raw(low), min((ends[k] - low) // size, stop - at)
            count = max(whole, 1)
            low += count * size
            while ends[k] < low:
                k += 1
            yield at, first, raw(low - 1) + stretches[k][2]
            at += count
    yield runs[-1][0], raw(runs[-1][2] - 1) + stretches[k][2], raw(runs[-1][2] - 1) + stretches[k][2]


def _stated(document: Document, message: Message, part: Message) -> Document:
    """The document with what the headers say of it: the address of a saved page; who sent a letter, and when."""
    stated = document.provenance
    sender = _text(message, "From")
    place = _text(message, "Snapshot-Content-Location") or _text(part, "Content-Location")
    if "saved by" in sender.lower() or place.startswith("http"):
        saved = _text(message, "Date")  # when, not when it was published
        return replace(document, provenance=replace(stated, url=stated.url or place, captured=saved))
    name, address = parseaddr(sender)
    date = _text(message, "Date")
    return replace(
        document,
        provenance=replace(
            stated,
            title=_text(message, "Subject") or stated.title,
            outlet=name or address.rpartition("@")[2] or stated.outlet,
            author=name or stated.author,
            published=date or stated.published,
            how="header" if date else stated.how,
        ),
    )


def _text(head: Message, name: str) -> str:
    """A header as shown, as written where its encoding is none, "" where it is absent; the first HEADER characters."""
    written = " ".join(str(head.get(name, ""))[:HEADER].split())
    try:
        return str(make_header(decode_header(written)))
    except (MessageError, LookupError, ValueError):
        return written
