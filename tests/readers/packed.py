"""Files that hold others, made for tests: web archives, ZIP files, documents, PDFs."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Mapping, Sequence

from rashomon.containers import inside
from rashomon.errors import ReadError
from rashomon.readers import read_bytes
from rashomon.text import verify
from rashomon.types import Block, Document

PROSE = "The minister said on Friday that nobody in the town had been hurt by the fire at the old mill. "
PAGE = (
    "<html><head><title>{title}</title></head><body><nav>Home</nav>"
    "<article><h1>{title}</h1>{words}</article></body></html>"
)


def page(title: str = "Mill burns in Sund", count: int = 4) -> bytes:
    """A page whose paragraphs differ."""
    words = "".join(f"<p>{PROSE} In the {n}th hour the quay &amp; the mill stood.</p>" for n in range(4, 4 + count))
    return PAGE.format(title=title, words=words).encode()


def checked(data: bytes, path: str) -> tuple[list[Document], str]:
    """The accounts, each block of which stands at its address, and the reason of the error after them, "" for none."""
    found, reason = list[Document](), ""
    try:
        for document in read_bytes(data, path):
            raw = inside(data, document.part, path)
            assert document.text and all(verify(document, block.span, raw) for block in document.layer(Block))
            found.append(document)
    except ReadError as error:
        reason = str(error)
    return found, reason


def zipped(members: Mapping[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of members, whatever their names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2031, 3, 6, 0, 0, 0)), data, packing)
    return out.getvalue()


def record(
    url: str, body: bytes, kind: str = "response", date: str = "2031-03-06T10:00:00Z", head: str = "", status: int = 200
) -> bytes:
    """One record of a web archive; *head* are more headers of the answer, or of the request."""
    lines = head or "Content-Type: text/html; charset=utf-8"
    first = f"HTTP/1.1 {status} OK" if kind != "request" else "GET / HTTP/1.1"
    http = f"{first}\r\n{lines}\r\n\r\n".encode() + body
    mime = "request" if kind == "request" else "response"
    stated = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {date}\r\n"
        f"Content-Type: application/http; msgtype={mime}\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return stated.encode() + http + b"\r\n\r\n"


def gzipped(records: Sequence[bytes]) -> bytes:
    """Records packed one by one, as web archives are."""
    return b"".join(gzip.compress(each, mtime=0) for each in records)
