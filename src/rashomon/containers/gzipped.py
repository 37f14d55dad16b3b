"""gzip files, which web archives are, record by record: a step is the byte at which a member begins."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from rashomon.errors import ReadError

MAGIC = b"\x1f\x8b"
LIMIT = 256 * 1024 * 1024  # bytes of one member, unpacked
TOTAL = 1024 * 1024 * 1024  # of all
_HEAD = 64 * 1024  # bytes that hold the name and comment of a member, and its beginning
_GZIP = zlib.MAX_WBITS | 16


def begins(data: bytes, magic: bytes) -> bool:
    """True if what is packed begins with *magic*."""
    try:
        return zlib.decompressobj(_GZIP).decompress(data[:_HEAD], len(magic)) == magic
    except zlib.error:
        return False


def members(data: bytes, path: str) -> Iterator[tuple[int, bytes]]:
    """Where each member begins, and its bytes. Raises ReadError at the first that is damaged or one too much."""
    at = total = 0
    while data.startswith(MAGIC, at):
        found, end = _member(data, at, path)
        if (total := total + len(found)) > TOTAL:
            raise ReadError(path, f"it unpacks to more than the limit of {TOTAL:,} bytes; split it")
        yield at, found
        at = end


def member(data: bytes, step: str, path: str) -> bytes:
    """The bytes of the member that begins at byte *step*. Raises ReadError where none does."""
    if not step.isdecimal() or not data.startswith(MAGIC, int(step)):
        raise ReadError(path, f"no gzip member begins at byte {step}; add the original file again")
    return _member(data, int(step), path)[0]


def _member(data: bytes, at: int, path: str) -> tuple[bytes, int]:
    """The bytes of a member, and where it ends."""
    unpack = zlib.decompressobj(_GZIP)
    try:
        found = unpack.decompress(memoryview(data)[at:], LIMIT)
    except zlib.error as error:
        raise ReadError(path, f"damaged at byte {at} ({error}); save it again") from None
    if not unpack.eof:
        what = (
            f"more than {LIMIT:,} bytes; split it" if len(found) == LIMIT else "an end that is missing; save it again"
        )
        raise ReadError(path, f"the gzip member at byte {at} has {what}")
    return found, len(data) - len(unpack.unused_data)
