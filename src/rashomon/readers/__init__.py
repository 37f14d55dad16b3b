"""Bytes -> accounts: one file a format. To add one, write `read(data, path)` and name its suffixes here."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from rashomon import containers
from rashomon.errors import ReadError
from rashomon.readers import (
    archive,
    csv,
    exported,
    feed,
    html,
    jsonl,
    mime,
    office,
    pdf,
    plain,
    subtitles,
    telegram,
    warc,
    whatsapp,
)
from rashomon.readers._names import UNREAD, called, is_beside_page, suffix_of
from rashomon.text import given, readable
from rashomon.types import Document, Provenance

__all__ = [
    "LIMIT",
    "READERS",
    "UNREAD",
    "choose",
    "document",
    "is_beside_page",
    "load",
    "read",
    "read_bytes",
    "suffix_of",
]

Reader = Callable[[bytes, str], Iterator[Document]]

READERS: dict[str, Reader] = {  # by what `suffix_of` gives
    ".txt": plain.read,
    ".text": plain.read,
    ".md": plain.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".mhtml": mime.read,
    ".mht": mime.read,
    ".eml": mime.read,
    ".mbox": mime.mailbox,
    ".rss": feed.read,
    ".atom": feed.read,
    ".xml": feed.read,
    ".json": exported.read,
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
    ".csv": csv.read,
    ".tsv": csv.read,
    ".pdf": pdf.read,
    ".docx": office.read,
    ".odt": office.read,
    ".warc": warc.read,
    ".warc.gz": warc.read,
    ".wacz": archive.read,
    ".zip": archive.read,
    ".srt": subtitles.read,
    ".vtt": subtitles.read,
    "messages.html": telegram.read,
    "_chat.txt": whatsapp.read,
    "tweets.js": exported.read,
    "tweet.js": exported.read,
}

PACKED = (archive.read, mime.mailbox, office.read, pdf.read, warc.read)
LIMIT = 20 * 1024 * 1024  # bytes of a file that holds no others
FORMATS = (
    "%d %B %Y",
    "%B %d, %Y",
    "%d %b %Y",
    "%b %d, %Y",
    "%B %d %Y",
    "%A, %d %B %Y",
    "%A, %B %d, %Y",
    "%A %d %B %Y",
    "%Y/%m/%d",
    "%Y%m%d",
    "%a %b %d %H:%M:%S %z %Y",  # of X
)
SNIFF = 4096  # bytes
MARKS = b"\xef\xbb\xbf\xff\xfe"  # of byte order, in any encoding
COMMENT = rb"<!--(?:(?!-->).)*-->"  # ends at the first mark: another reading of many would take forever
MARKUP = re.compile(
    rb"^(?:<\?xml[^>]*>\s*)?(?:" + COMMENT + rb"\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|article|div|p|meta|title)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
HEADERS = re.compile(  # of a page saved as one file, or an e-mail
    rb"\A(?=(?:[^\n]+\n)*?(?:MIME-Version|Message-ID|Received|Return-Path|Content-Type):)"
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2}",
    re.IGNORECASE,
)
FEED = re.compile(rb"^(?:(?:<\?[^>]*>|" + COMMENT + rb")\s*)*<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE | re.DOTALL)
FOREIGN = (  # what no reader reads, though it looks like text or markup
    (re.compile(rb"^\{\\rtf"), "rich text (RTF)", "words as plain text"),
    (
        re.compile(rb"^<\?xml(?![^>]*>(?:\s|" + COMMENT + rb")*<(?:!DOCTYPE\s+)?html)", re.I | re.S),
        "XML",
        "words as plain text",
    ),
)
OBJECT = re.compile(rb'(?:\[\s*)?\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\})')
ARCHIVED = re.compile(  # what archives put before the address of a page that they captured
    r"^https?://(?:web\.archive\.org/web|archive\.(?:ph|today|is|li|md|vn|fo))/([\d.-]{4,17})[a-z_]{0,4}/(?=https?:)"
)
NAMED = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_./]?(0[1-9]|1[0-2])[-_./]?(0[1-9]|[12]\d|3[01])(?!\d)")


def read(path: str | Path, *, outlet: str | None = None, published: str | None = None) -> Iterator[Document]:
    """The accounts of one file, with their blocks. See `read_bytes` for what is raised, and when."""
    try:
        with Path(path).open("rb") as file:
            data = load(file)
    except OSError as e:
        raise ReadError(str(path), f"cannot be opened ({e.strerror}); check the path") from None
    yield from read_bytes(data, str(path), outlet=outlet, published=published)


def load(file: BinaryIO) -> bytes:
    """The content of an open file; of one over its limit as much as shows that it is."""
    data = file.read(LIMIT + 1)
    return data + file.read(containers.LIMIT + 1 - len(data)) if containers.is_container(data) else data


def read_bytes(
    data: bytes, path: str, *, outlet: str | None = None, published: str | None = None
) -> Iterator[Document]:
    """The accounts in *data*, the content of a file called *path*; *outlet* and *published* overrule what it states.

    Raises ReadError where the bytes are no account: empty, binary, truncated, or over 20 MB (256 MB of what holds other
    files). A file of several accounts yields every good one first and then raises one error that names the bad.
    """
    limit = containers.LIMIT if containers.is_container(data) else LIMIT
    if len(data) > limit:
        raise ReadError(path, f"it has more than the limit of {limit:,} bytes; split the file")
    for document in choose(data, path)(data, path):
        yield replace(document, provenance=_complete(document.provenance, outlet, published))


def document(text: str, *, outlet: str | None = None, published: str | None = None, url: str | None = None) -> Document:
    """An account from a string, read as plain text: CR LF becomes LF. Raises ReadError if it is empty.

    Its raw bytes, of which the id is the hash, are those of the string in UTF-8. Lone surrogates read as U+FFFD.
    """
    if not text.removeprefix("\ufeff").strip():
        raise ReadError("text", "it is empty; give the words of an account")
    name = hashlib.sha256(readable(text).encode()).hexdigest()
    found = plain.account(given(text), name, "text")
    stated = replace(found.provenance, url=url) if url else found.provenance
    return replace(found, provenance=_complete(stated, outlet, published))


def choose(data: bytes, path: str) -> Reader:
    """The reader for these bytes: what they look like where that is plain, else what the suffix says.

    Raises ReadError for formats that would be read as something else: old web archives, rich text.
    """
    if containers.is_container(data):
        return _of_packed(data, path)
    # without zeros markup in UTF-16 is seen, too
    head = data[:SNIFF].lstrip(MARKS).replace(b"\0", b"").lstrip()
    if FEED.search(head):
        return feed.read
    for pattern, what, part in FOREIGN:
        if pattern.search(head):
            raise ReadError(path, f"this is {what}; save the {part}")
    if HEADERS.search(head):
        return mime.read
    if MARKUP.search(head):
        return telegram.read if telegram.EXPORT.search(head) else html.read
    named = READERS.get(suffix_of(path), plain.read)
    if named in PACKED:  # by its name alone
        named = plain.read
    if OBJECT.match(head):
        return jsonl.read if named is jsonl.read else exported.read  # which sees JSON Lines, too
    if subtitles.is_subtitles(head):
        return subtitles.read
    if named is plain.read and whatsapp.is_chat(head):
        return whatsapp.read
    return plain.read if named is html.read and b"<" not in data[: 16 * SNIFF] else named


def _of_packed(data: bytes, path: str) -> Reader:
    """The reader for bytes that hold others."""
    if data.startswith(containers.pdf.MAGIC):
        return pdf.read
    if data.startswith(containers.zipped.MAGIC):
        return office.read if office.form_of(data, path) else archive.read
    if containers.mail.is_mailbox(data):
        return mime.mailbox
    if data.startswith(containers.gzipped.MAGIC) and not containers.gzipped.begins(data, containers.warc.MAGIC):
        raise ReadError(path, "this is a gzip archive, and no web archive; unpack it and add the files")
    return warc.read


def _complete(stated: Provenance, outlet: str | None, published: str | None) -> Provenance:
    """Fill what the account does not state itself: the outlet from URL or file name, the date from them too."""
    date, how = (published, "given") if published else (stated.published, stated.how)
    url = ARCHIVED.sub("", stated.url)
    for place, name in ((url, "url"), (Path(stated.path).stem, "filename")):
        if (not date or how == "page") and (m := NAMED.search(place)):
            date, how = "-".join(m.groups()), name
    name = outlet or stated.outlet.removeprefix("www.") or _host(url) or called(stated.path)
    captured = stated.captured or _capture(stated.url)
    done = replace(stated, outlet=name, published=_iso(date), how=how if date else "", captured=_iso(captured))
    facts = ((field.name, getattr(done, field.name)) for field in fields(done))
    return replace(done, **{name: readable(fact) for name, fact in facts if isinstance(fact, str)})


def _capture(url: str) -> str:
    """When an archive of the web captured a page, by the address that it gave it, "" for other addresses.

    >>> _capture("https://web.archive.org/web/20320112101112/https://www.herald.example/mill")
    '2032-01-12'
    """
    found = ARCHIVED.match(url)
    digits = re.sub(r"\D", "", found[1])[:8] if found else ""
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if len(digits) == 8 else ""


def _host(url: str) -> str:
    """The host without "www.", "" for what is no URL.

    >>> _host("https://www.herald.example/mill"), _host("mill"), _host("http://[1")
    ('herald.example', '', '')
    """
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _iso(date: str) -> str:
    """ISO 8601 where the order of day and month is plain, else as written.

    >>> _iso("23 November 2015"), _iso("2015-11-23T08:00:00Z"), _iso("3/4/2015")
    ('2015-11-23', '2015-11-23T08:00:00+00:00', '3/4/2015')
    """
    date = date.strip()
    if not date:
        return ""
    try:
        whole = datetime.fromisoformat(date)
        return date if len(date) == 10 else whole.isoformat()
    except ValueError:
        pass
    for form in FORMATS:
        try:
            found = datetime.strptime(date, form)
            return found.isoformat() if found.tzinfo else found.date().isoformat()
        except ValueError:
            continue
    try:
        return parsedate_to_datetime(date).isoformat()
    except (ValueError, OverflowError):  # a year of twenty digits
        return date
