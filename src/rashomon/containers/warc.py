"""Web archives (WARC, ISO 28500): the pages that a crawler or browser captured. A step is the byte of a record.

Servers and archives write more than their standards allow: bodies that say to be chunked and are not, addresses in
angle brackets. What is read is what the bytes are.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser

from rashomon.errors import ReadError

MAGIC = b"WARC/"
LIMIT = 20 * 1024 * 1024  # bytes of one page, unpacked
_BLANK = re.compile(rb"\r?\n\r?\n")
_HEAD = 256 * 1024  # bytes of headers
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_PACKED = ("gzip", "x-gzip", "deflate")
_FRAGMENTS = frozenset("iframe frame embed object image script style font audio video track empty".split())


@dataclass(frozen=True, slots=True)
class Record:
    """What stands at [begin, end) of an archive, and after its headers at `body`: of a page as it was fetched, the
    answer of the server."""

    begin: int
    body: int
    end: int
    headers: Message

    @property
    def kind(self) -> str:
        """WARC-Type: response, request, revisit, resource, warcinfo ..."""
        return str(self.headers.get("WARC-Type", "")).strip().lower()

    @property
    def url(self) -> str:
        """The address, without the brackets that WARC 1.0 has by mistake."""
        return str(self.headers.get("WARC-Target-URI", "")).strip(" <>")

    @property
    def date(self) -> str:
        """When it was fetched, as ISO 8601."""
        return str(self.headers.get("WARC-Date", "")).strip()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent. `type` and `charset` are what it said of it, "" where nothing."""

    status: int
    type: str
    charset: str
    headers: Message
    begin: int
    end: int


def records(data: bytes, path: str, begin: int = 0) -> Iterator[Record]:
    """Every record from byte *begin* on. Raises ReadError at the first that is damaged or cut off."""
    while begin < len(data):
        if not data.startswith(MAGIC, begin):
            raise ReadError(path, f"no record begins at byte {begin}: the archive is damaged; save it again")
        headers, body = _headers(data, begin, begin + _HEAD)
        length = str(headers.get("Content-Length", "")).strip()
        end = body + int(length) if length.isdecimal() and len(length) < 16 else -1
        if not begin < end <= len(data):
            raise ReadError(path, f"the record at byte {begin} is cut off: the archive is truncated; save it again")
        yield Record(begin, body, end, headers)
        while data.startswith((b"\r", b"\n"), end):
            end += 1
        begin = end


def is_fragment(data: bytes, record: Record) -> bool:
    """True for the request of what a page fetched for itself, as browsers say: frames, pictures, scripts."""
    if record.kind != "request":
        return False
    headers, _ = _headers(data, record.body, min(record.body + _HEAD, record.end))
    return str(headers.get("Sec-Fetch-Dest", "")).strip().lower() in _FRAGMENTS


def answer(data: bytes, record: Record) -> Answer | None:
    """What the server sent, None for a record that holds no page fetched whole."""
    if record.kind not in ("response", "resource"):
        return None
    headers, begin, status = record.headers, record.body, 200
    if data.startswith(b"HTTP/", begin, record.end):
        status_line = data[begin : begin + 40].split()
        status = int(status_line[1]) if len(status_line) > 1 and status_line[1].isdigit() else 0
        headers, begin = _headers(data, begin, min(begin + _HEAD, record.end))
    return Answer(status, headers.get_content_type(), headers.get_content_charset() or "", headers, begin, record.end)


def body(data: bytes, sent: Answer, path: str) -> bytes:
    """The bytes of a page, unpacked. Raises ReadError for too many of them, or packed as no reader can."""
    found = data[sent.begin : sent.end]
    if "chunked" in str(sent.headers.get("Transfer-Encoding", "")).lower():
        found = _joined(found)
    coding = str(sent.headers.get("Content-Encoding", "")).strip().lower()
    if coding in _PACKED:
        found = _unpacked(found, path)
    elif coding not in ("", "identity") and b"<" not in found[:1024]:  # some archives unpack it and leave the header
        raise ReadError(path, f"it is packed as {coding}; capture it with a tool that unpacks it, or save it as HTML")
    if len(found) > LIMIT:
        raise ReadError(path, f"it has more than the limit of {LIMIT:,} bytes; save it as HTML")
    return found


def member(data: bytes, step: str, path: str) -> bytes:
    """The body of the page whose record begins at byte *step*, unpacked. Raises ReadError where none does."""
    if step.isdecimal() and data.startswith(MAGIC, int(step)):
        sent = answer(data, next(records(data, path, int(step))))
        if sent is not None:
            return body(data, sent, path)
    raise ReadError(path, f"no page begins at byte {step}; add the original file again")


def _headers(data: bytes, begin: int, limit: int) -> tuple[Message, int]:
    """The headers after the first line at *begin*, and where what they belong to begins."""
    blank = _BLANK.search(data, begin, limit)
    last = blank.end() if blank else min(limit, len(data))
    first = data.find(b"\n", begin, last) + 1 or last
    return BytesHeaderParser().parsebytes(data[first:last]), last


def _joined(found: bytes) -> bytes:
    """The chunks of a body as one; the body itself where it is not in chunks, whatever its header says."""
    out, at = bytearray(), 0
    while size := _CHUNK.match(found, at):
        count = int(size[1], 16)
        out += found[size.end() : size.end() + count]
        at = size.end() + count
        while found.startswith((b"\r", b"\n"), at):
            at += 1
        if not count:
            break
    return bytes(out) if at else found


def _unpacked(found: bytes, path: str) -> bytes:
    """A body without its compression; the body itself where an archive has unpacked it and left the header."""
    if found.lstrip().startswith(b"<"):
        return found
    for bits in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):  # gzip or zlib; "deflate" of some servers has no header
        unpack = zlib.decompressobj(bits)
        try:
            whole = unpack.decompress(found, LIMIT + 1)
        except zlib.error:
            continue
        if not unpack.eof and len(whole) <= LIMIT:
            raise ReadError(path, "its compressed body is cut off; capture it again")
        return whole
    return found
