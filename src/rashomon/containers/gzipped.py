"""gzip files, which web archives are, record by record or whole: a step is the byte at which a member begins."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from rashomon.errors import ReadError

MAGIC = b"\x1f\x8b"
LIMIT = 256 * 1024 * 1024  # bytes of one member, unpacked
TOTAL = 1024 * 1024 * 1024  # of all
_HEAD = 64 * 1024  # bytes that hold the name and comment of a member, and its beginning; packed bytes unpacked at once
_PIECE = 1024 * 1024  # unpacked bytes
_GZIP = zlib.MAX_WBITS | 16


class Member:
    """A member from its first byte on, unpacked as far as it is asked for. Bytes that were let go cannot be had again,
    so that no more of it is held than somebody needs. Every method raises ReadError where it is damaged."""

    def __init__(self, data: bytes, at: int, path: str):
        self._data, self._begin, self._path = data, at, path
        self._next = at  # packed bytes that were not yet unpacked
        self._unpack = zlib.decompressobj(_GZIP)
        self._held, self._first = bytearray(), 0  # unpacked bytes, and where they begin

    def cut(self, begin: int, end: int) -> bytes:
        """The bytes at [begin, end), fewer where it ends before; none that were let go."""
        while self._first + len(self._held) < end and self._more():
            pass
        return bytes(self._held[max(begin - self._first, 0) : max(end - self._first, 0)])

    def drop(self, end: int) -> None:
        """Let go what stands before *end*."""
        while self._first + len(self._held) < end:
            self._first += len(self._held)
            self._held.clear()
            if not self._more():
                return
        del self._held[: end - self._first]
        self._first = end

    def close(self) -> tuple[int, int]:
        """How many bytes it has, and where it ends in the file."""
        while True:
            self._first += len(self._held)
            self._held.clear()
            if not self._more():
                return self._first, self._next

    def _more(self) -> bool:
        """Unpack a little more; False at the end."""
        if self._unpack.eof:
            return False
        packed = self._unpack.unconsumed_tail or self._data[self._next : self._next + _HEAD]
        if not self._unpack.unconsumed_tail:
            self._next += len(packed)
        try:
            found = self._unpack.decompress(packed, _PIECE)
        except zlib.error as error:
            raise ReadError(self._path, f"damaged at byte {self._begin} ({error}); save it again") from None
        self._held += found
        if self._unpack.eof:
            self._next -= len(self._unpack.unused_data)
        elif not packed and not found:
            self._refuse("an end that is missing; save it again")
        if self._first + len(self._held) > LIMIT:
            self._refuse(f"more than {LIMIT:,} bytes; split it")
        return True

    def _refuse(self, what: str) -> None:
        raise ReadError(self._path, f"the gzip member at byte {self._begin} has {what}")


def begins(data: bytes, magic: bytes) -> bool:
    """True if what is packed begins with *magic*."""
    try:
        return zlib.decompressobj(_GZIP).decompress(data[:_HEAD], len(magic)) == magic
    except zlib.error:
        return False


def members(data: bytes, path: str) -> Iterator[tuple[int, Member]]:
    """Where each member begins, and the member. Raises ReadError at the first that is damaged or one too much."""
    at = total = 0
    while data.startswith(MAGIC, at):
        found = Member(data, at, path)
        yield at, found
        size, at = found.close()
        if (total := total + size) > TOTAL:
            raise ReadError(path, f"it unpacks to more than the limit of {TOTAL:,} bytes; split it")


def member(data: bytes, step: str, path: str) -> Member:
    """The member that begins at byte *step*. Raises ReadError where none does."""
    if not step.isdecimal() or not data.startswith(MAGIC, int(step)):
        raise ReadError(path, f"no gzip member begins at byte {step}; add the original file again")
    return Member(data, int(step), path)
