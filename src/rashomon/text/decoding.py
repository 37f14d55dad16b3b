"""Raw bytes -> text: the encoding is declared, marked or found out, and every code point keeps its address."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from rashomon.errors import ReadError
from rashomon.text.addresses import BAD, LONE, Run

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
