"""Where the code points of a text stand in its raw bytes, by arithmetic over the runs of its origin; and whether so."""

from __future__ import annotations

import html
import json
import quopri
import re
from bisect import bisect_right
from collections.abc import Iterator

from rashomon.types import Document, Span

Run = tuple[int, int, int]
"""Text begin, raw begin, raw end: see `rashomon.text`."""

BAD = re.compile("[\udc80-\udcff]")  # bytes that no character begins with, as `surrogateescape` leaves them
LONE = re.compile("[\ud800-\udfff]")  # halves of a pair, which no encoding holds


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
