"""ZIP files, which Office documents are, too: members by name. Nothing is written to a disk, whatever the names say."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from rashomon.errors import ReadError

MAGIC = b"PK\x03\x04"
LIMIT = 20 * 1024 * 1024  # bytes of one member, unpacked
LARGE = 256 * 1024 * 1024  # of one that holds others
MEMBERS = 20_000
_PIECE = 1024 * 1024  # bytes unpacked at once
_ENTRY = b"PK\x01\x02"  # begins each line of the list at its end
_ENCRYPTED = 1  # bit of the flags


class Archive:
    """An open ZIP. Raises ReadError, in every method, for one that is damaged."""

    def __init__(self, data: bytes, path: str):
        """Open a ZIP. Raises ReadError for one that has too many members."""
        self.path = path
        if data.count(_ENTRY) > MEMBERS:
            raise ReadError(path, f"this ZIP has more than {MEMBERS:,} members; pack those that are accounts alone")
        with _told(path):
            self._zip = zipfile.ZipFile(io.BytesIO(data))

    @property
    def names(self) -> list[str]:
        """The names of its files, sorted."""
        return sorted({info.filename for info in self._zip.infolist() if not info.is_dir()})

    def size(self, name: str) -> int:
        """How many bytes a member says that it unpacks to."""
        with _told(self.path):
            return self._zip.getinfo(name).file_size

    def read(self, name: str, limit: int = LIMIT) -> bytes:
        """The bytes of one file. Raises ReadError where it is absent, encrypted or unpacks to over *limit*."""
        with _told(self.path):
            info = self._zip.getinfo(name)
            if info.flag_bits & _ENCRYPTED:
                raise ReadError(self.path, "it is encrypted; unpack it with its password and add the files")
            found = io.BytesIO()
            if info.file_size <= limit:
                with self._zip.open(info) as file:  # piece by piece: at once the library would hold it twice
                    while (piece := file.read(_PIECE)) and found.tell() <= limit:
                        found.write(piece)
        if max(info.file_size, found.tell()) > limit:
            raise ReadError(self.path, f"it unpacks to more than the limit of {limit:,} bytes; split it")
        return found.getvalue()


def member(data: bytes, name: str, path: str) -> bytes:
    """The bytes of one file of a ZIP, which may hold others. Raises ReadError as `Archive` does."""
    return Archive(data, path).read(name, LARGE)


@contextmanager
def _told(path: str) -> Iterator[None]:
    """Whatever the library raises on damage becomes one error."""
    try:
        yield
    except KeyError:
        raise ReadError(path, "this ZIP lacks a part that it should hold; save it again") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, IndexError) as error:
        raise ReadError(path, f"this ZIP is damaged or truncated ({error}); save it again") from None
    except (NotImplementedError, RuntimeError) as error:
        raise ReadError(path, f"this ZIP is packed in a way that cannot be read ({error}); pack it anew") from None
