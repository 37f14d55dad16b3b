"""The canonical text of an account, with the address of every code point in the raw bytes.

A reader decodes the raw bytes once (`decode`), then lays the text out on a `Canvas`: stretches kept as they are,
single characters that stand for something longer (an entity, a CRLF, collapsed space), and separators. What comes
out is the text and its *origin*, a tuple of runs (text begin, raw begin, raw end):

* a run covers the text from its begin to the begin of the next run; the last run is empty and marks the end;
* all code points of one run take the same number of raw bytes, (raw end - raw begin) / length, so that an offset
  is found by arithmetic, without the raw bytes;
* the raw bytes of a run, decoded, are its text, or are an HTML or JSON escape of it; white space may stand for any
  markup and white space, or for nothing.

No character is normalised, and nothing invisible is dropped: zero-width and bidirectional controls stay where they are.
"""

from __future__ import annotations

import codecs
import html
import json
import quopri
import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from rashomon.errors import ReadError
from rashomon.types import Document, Span

Run = tuple[int, int, int]

BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file, or one with a password"),
    (b"bplist", "a web archive of Safari"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"SQLite format 3", "an SQLite database"),
)
# What the labels mean on the web (WHATWG Encoding): pages that say Latin-1 or ASCII are written in windows-1252.
WEB = dict.fromkeys(("iso-8859-1", "iso8859-1", "latin-1", "latin1", "ascii", "us-ascii"), "cp1252")
STATEFUL = ("utf-7", "iso2022", "hz")  # a byte means nothing without those before it: no addresses
BAD = re.compile("[\udc80-\udcff]")  # bytes that no character begins with, as `surrogateescape` leaves them
LONE = re.compile("[\ud800-\udfff]")  # halves of a pair, which no encoding holds
BEYOND = re.compile("[\x80-\ud7ff\ue000-\U0010ffff]")  # well-formed characters beyond ASCII
WIDTHS = {
    "utf-8": re.compile(
        "[\0-\x7f]+|[\x80-\u07ff]+|[\udc80-\udcff]+|[\u0800-\ud7ff\ue000-\uffff]+|[\U00010000-\U0010ffff]+"
    ),
    "utf-16": re.compile("[\0-\uffff]+|[\U00010000-\U0010ffff]+"),
}
SAMPLE = 64 * 1024  # bytes shown to charset-normalizer


@dataclass(frozen=True, slots=True)
class Source:
    """Raw bytes, decoded: `text` without a byte order mark, bad bytes as lone surrogates, and its runs."""

    text: str
    encoding: str
    runs: tuple[Run, ...]


def decode(data: bytes, path: str, declared: str | None = None) -> Source:
    """Decode by byte order mark, valid UTF-8, the *declared* encoding, then charset-normalizer.

    Raises ReadError for what is empty, binary, or cut in the middle of a character.
    """
    for magic, what in MAGIC:
        if data.startswith(magic):
            raise ReadError(path, f"this is {what}, not text; save the account as text or HTML")
    encoding, start = _encoding(data, path, declared)
    errors = "strict" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"
    try:
        text = data[start:].decode(encoding, errors)
    except UnicodeDecodeError as e:
        at = start + e.start
        raise ReadError(path, f"not {encoding} at byte {at}: truncated or damaged; save it again") from None
    if not text.strip():
        raise ReadError(path, "the file is empty; save it again")
    if encoding == "utf-8" and BAD.search(text, len(text) - 3) and _cut(data):
        raise ReadError(path, "the file ends in the middle of a character; it is truncated, so copy it again")
    controls = sum(map(text.count, _CONTROLS))
    if controls > len(text) // 200:
        raise ReadError(path, "this is binary data, not text; save the account as text or HTML")
    runs = tuple(_runs(text, encoding, start))
    if runs[-1][2] != len(data):
        raise ReadError(path, f"{encoding} cannot be addressed byte by byte here; save the file as UTF-8")
    return Source(text, encoding, runs)


def given(text: str) -> Source:
    """A string as a source over its UTF-8 bytes, taken as it is: nothing is guessed, and NULs are characters.

    A byte order mark is left out, and lone surrogates read as U+FFFD.
    """
    start = len(codecs.BOM_UTF8) if text.startswith("\ufeff") else 0
    text = readable(text.removeprefix("\ufeff"))
    return Source(text, "utf-8", tuple(_runs(text, "utf-8", start)))


def readable(text: str) -> str:
    """The text with U+FFFD for each lone surrogate: half an escape, or a byte of a file name in no encoding."""
    return LONE.sub("\ufffd", text)


_CONTROLS = [chr(c) for c in range(32) if chr(c) not in "\t\n\v\f\r\x1b"]


def _encoding(data: bytes, path: str, declared: str | None) -> tuple[str, int]:
    for mark, name in BOMS:
        if data.startswith(mark):
            return name, len(mark)
    sample = data[:SAMPLE]
    if sample.count(0) > len(sample) // 10:  # UTF-16 without a mark: every other byte of English is zero
        low, high = sample[1::2].count(0), sample[0::2].count(0)
        if max(low, high) > 3 * min(low, high):
            return ("utf-16-le", 0) if low > high else ("utf-16-be", 0)
        raise ReadError(path, "this is binary data, not text; save the account as text or HTML")
    loose_text = data.decode("utf-8", "surrogateescape")
    bad = len(BAD.findall(loose_text))
    label = _known(declared) if declared else None
    if bad == 0:
        return "utf-8", 0
    if label and label != "utf-8":  # that one was tried, and the bytes say otherwise
        return label, 0
    if len(BEYOND.findall(loose_text)) > bad or (_cut(data) and bad < 4):
        return "utf-8", 0  # damaged, but more characters are well formed than not
    from charset_normalizer import from_bytes

    matches = from_bytes(sample)
    best = matches.best()
    ties = [m for m in matches if best and (m.chaos, m.coherence) == (best.chaos, best.coherence)]
    western = any("cp1252" in m.could_be_from_charset for m in ties)  # the commonest wins a tie
    found = "cp1252" if western else _known(best.encoding) if best else None
    if found is None and bad * 100 < len(data):
        return "utf-8", 0
    if found is None:
        raise ReadError(path, "this is binary data, or text in no known encoding; save the account as UTF-8")
    return found, 0


def _known(label: str) -> str | None:
    """The codec for a label, None for those that Python lacks, that give no addresses, or in which a tag that states
    an encoding could not have been read: UTF-16, and Python's codecs that are no encodings ("hex", "punycode")."""
    label = label.strip().lower().replace("_", "-")
    try:
        name = codecs.lookup(WEB.get(label, label)).name
        read = b"<meta>".decode(name, "surrogateescape")
    except (LookupError, ValueError):  # a label may hold a NUL
        return None
    return None if name.startswith(STATEFUL) or read != "<meta>" else WEB.get(name, name)


def _cut(data: bytes) -> bool:
    """True if *data* ends in the middle of a UTF-8 character."""
    decoder = codecs.getincrementaldecoder("utf-8")("ignore")
    decoder.decode(data[-8:])
    return bool(decoder.getstate()[0])


def _runs(text: str, encoding: str, start: int) -> Iterator[Run]:
    """The runs of *text* as it stands, cut where the number of bytes per code point changes."""
    at, raw = 0, start
    for length, width in _stretches(text, encoding):
        yield at, raw, raw + length * width
        at, raw = at + length, raw + length * width
    yield at, raw, raw


def _stretches(text: str, encoding: str) -> Iterator[tuple[int, int]]:
    family = encoding[: len("utf-16")] if encoding.startswith("utf-16") else encoding
    if family in WIDTHS:
        for m in WIDTHS[family].finditer(text):
            yield m.end() - m.start(), len(text[m.start()].encode(encoding, "surrogateescape"))
    else:
        sizes = {c: len(c.encode(encoding, "surrogateescape")) for c in sorted(set(text))}
        for width, same in groupby(text, sizes.__getitem__):
            yield sum(1 for _ in same), width


class Canvas:
    """Lays out canonical text from a Source and remembers where each code point came from."""

    def __init__(self, source: Source):
        self.source = source
        self.size = 0
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._open = False  # the last run may still grow

    def keep(self, begin: int, end: int) -> None:
        """Append code points [begin, end) of the source as they are."""
        if begin >= end:
            return
        runs = self.source.runs
        k = bisect_right(runs, (begin, sys.maxsize)) - 1
        at = begin
        while at < end:
            t, b, e = runs[k]
            stop = min(end, runs[k + 1][0])
            width = (e - b) // (runs[k + 1][0] - t)
            self._add(stop - at, b + (at - t) * width, width)
            at, k = stop, k + 1
        self._parts.append(self.source.text[begin:end])
        self._open = True

    def put(self, character: str, begin: int, end: int) -> None:
        """Append one *character* that stands for code points [begin, end) of the source."""
        self._open = False
        low = to_raw(self.source.runs, begin)
        ends = (raw for *_, raw in pieces(self.source.runs, Span(begin, end)))
        high = max(ends, default=low)  # where its last byte ends: what the source leaves out after it is no part of it
        self._add(1, low, high - low)
        self._open = False
        self._parts.append(character)

    def _add(self, length: int, raw: int, width: int) -> None:
        if self._open and self._runs:
            t, b, e = self._runs[-1]
            if e == raw and e - b == (self.size - t) * width:
                self._runs[-1] = (t, b, raw + length * width)
                self.size += length
                return
        self._runs.append((self.size, raw, raw + length * width))
        self._open = True
        self.size += length

    def done(self) -> tuple[str, tuple[Run, ...]]:
        """The text and its origin. Bad bytes read as U+FFFD."""
        end = self._runs[-1][2] if self._runs else 0
        return BAD.sub("\ufffd", "".join(self._parts)), (*self._runs, (self.size, end, end))


def to_raw(origin: tuple[Run, ...], offset: int) -> int:
    """The raw byte at which code point *offset* of the text begins (for the end of the text, where it ends).

    Raises IndexError outside the text.
    """
    if not origin or not 0 <= offset <= origin[-1][0]:
        raise IndexError(f"offset {offset} lies outside the text")
    k = bisect_right(origin, offset, key=lambda r: r[0]) - 1
    t, b, e = origin[k]
    return b if k + 1 == len(origin) else b + (offset - t) * (e - b) // (origin[k + 1][0] - t)


def pieces(origin: tuple[Run, ...], span: Span) -> Iterator[tuple[Span, int, int]]:
    """The parts of *span*, each with its raw bytes [begin, end): more than one where markup or escapes lie inside."""
    k = max(bisect_right(origin, span.begin, key=lambda r: r[0]) - 1, 0)
    while k + 1 < len(origin) and origin[k][0] < span.end:
        (t, b, e), stop = origin[k], origin[k + 1][0]
        width = (e - b) // (stop - t)
        low, high = max(t, span.begin), min(stop, span.end)
        yield Span(low, high), b + (low - t) * width, b + (high - t) * width
        k += 1


def verify(document: Document, span: Span, raw: bytes) -> bool:
    """True if the words of *span* are what stands at their address in *raw*, the stored bytes of the account."""
    if not 0 <= span.begin < span.end <= len(document.text) or not document.origin:
        return False
    for part, begin, end in pieces(document.origin, span):
        words = document.quote(part)
        if not words.isspace() and words not in _readings(raw[begin:end], document.provenance.encoding):
            return False
    return True


def _readings(data: bytes, encoding: str) -> Iterator[str]:
    """What raw bytes can stand for: themselves, quoted-printable, an HTML character reference, a JSON escape."""
    if b"=" in data:
        yield from _shown(quopri.decodestring(data), encoding)
    yield from _shown(data, encoding)


def _shown(data: bytes, encoding: str) -> Iterator[str]:
    errors = "strict" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"
    try:
        text = BAD.sub("\ufffd", data.decode(encoding, errors))
    except UnicodeDecodeError:
        return
    yield from (text, once := html.unescape(text), html.unescape(once))  # twice: a page inside a feed
    if text.startswith("\\"):
        try:
            yield LONE.sub("\ufffd", json.loads(f'"{text}"'))
        except ValueError:
            return
