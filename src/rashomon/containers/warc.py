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
from typing import Protocol

from rashomon.errors import ReadError

MAGIC = b"WARC/"
LIMIT = 20 * 1024 * 1024  # bytes of one page, unpacked
_BLANK = re.compile(rb"\r?\n\r?\n")
MOST = 2 * LIMIT  # of one as it was sent: chunks have heads
_HEAD = 256 * 1024  # bytes of headers
_USUAL = 4096  # of nearly all
_CUT = "the record at byte {} is cut off: the archive is truncated; save it again"
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


class Source(Protocol):
    """Where an archive is read, from its begin to its end."""

    def cut(self, begin: int, end: int) -> bytes:
        """The bytes at [begin, end), fewer where it ends before."""

    def drop(self, end: int) -> None:
        """Let go what stands before *end*, which nobody asks for again."""


class Held:
    """An archive whose bytes are all at hand."""

    def __init__(self, data: bytes):
        self._data = data

    def cut(self, begin: int, end: int) -> bytes:
        """The bytes at [begin, end), fewer where it ends before."""
        return self._data[begin:end]

    def drop(self, end: int) -> None:
        """Nothing: they are held by others."""


def records(source: Source, path: str, begin: int = 0) -> Iterator[Record]:
    """Every record from byte *begin* on, each to be read before the next. Raises ReadError at the first that is damaged
    or cut off."""
    source.drop(begin)
    while magic := source.cut(begin, begin + len(MAGIC)):
        if magic != MAGIC:
            raise ReadError(path, f"no record begins at byte {begin}: the archive is damaged; save it again")
        headers, body = _headers(source, begin, begin + _HEAD)
        length = str(headers.get("Content-Length", "")).strip()
        end = body + int(length) if length.isdecimal() and len(length) < 16 else -1
        large = end - body > MOST  # to be passed over without being held
        if end <= begin or not (large or _reaches(source, end)):
            raise ReadError(path, _CUT.format(begin))
        yield Record(begin, body, end, headers)
        source.drop(end - 1)
        if not _reaches(source, end):
            raise ReadError(path, _CUT.format(begin))
        while source.cut(end, end + 1) in (b"\r", b"\n"):
            end += 1
        begin = end
        source.drop(begin)


def _reaches(source: Source, end: int) -> bool:
    return bool(source.cut(end - 1, end))


def is_fragment(source: Source, record: Record) -> bool:
    """True for the request of what a page fetched for itself, as browsers say: frames, pictures, scripts."""
    if record.kind != "request":
        return False
    headers, _ = _headers(source, record.body, min(record.body + _HEAD, record.end))
    return str(headers.get("Sec-Fetch-Dest", "")).strip().lower() in _FRAGMENTS


def answer(source: Source, record: Record) -> Answer | None:
    """What the server sent, None for a record that holds no page fetched whole."""
    if record.kind not in ("response", "resource"):
        return None
    headers, begin, status = record.headers, record.body, 200
    first = source.cut(begin, min(begin + 40, record.end))
    if first.startswith(b"HTTP/"):
        status_line = first.split()
        status = int(status_line[1]) if len(status_line) > 1 and status_line[1].isdigit() else 0
        headers, begin = _headers(source, begin, min(begin + _HEAD, record.end))
    return Answer(status, headers.get_content_type(), headers.get_content_charset() or "", headers, begin, record.end)


def body(source: Source, sent: Answer, path: str) -> bytes:
    """The bytes of a page, unpacked. Raises ReadError for too many of them, or packed as no reader can."""
    found = source.cut(sent.begin, sent.end) if sent.end - sent.begin <= MOST else b""
    if "chunked" in str(sent.headers.get("Transfer-Encoding", "")).lower():
        found = _joined(found)
    coding = str(sent.headers.get("Content-Encoding", "")).strip().lower()
    if coding in _PACKED:
        found = _unpacked(found, path)
    elif coding not in ("", "identity") and b"<" not in found[:1024]:  # some archives unpack it and leave the header
        raise ReadError(path, f"it is packed as {coding}; capture it with a tool that unpacks it, or save it as HTML")
    if len(found) > LIMIT or sent.end - sent.begin > MOST:
        raise ReadError(path, f"it has more than the limit of {LIMIT:,} bytes; save it as HTML")
    return found


def member(data: bytes | Source, step: str, path: str) -> bytes:
    """The body of the page whose record begins at byte *step*, unpacked. Raises ReadError where none does."""
    source = Held(data) if isinstance(data, bytes) else data
    if step.isdecimal():
        source.drop(int(step))
        if source.cut(int(step), int(step) + len(MAGIC)) == MAGIC:
            sent = answer(source, next(records(source, path, int(step))))
            if sent is not None:
                return body(source, sent, path)
    raise ReadError(path, f"no page begins at byte {step}; add the original file again")


def _headers(source: Source, begin: int, limit: int) -> tuple[Message, int]:
    """The headers after the first line at *begin*, and where what they belong to begins."""
    for size in (_USUAL, _HEAD):
        head = source.cut(begin, min(begin + size, limit))
        if blank := _BLANK.search(head):
            head = head[: blank.end()]
            break
    return BytesHeaderParser().parsebytes(head[head.find(b"\n") + 1 or len(head) :]), begin + len(head)


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
