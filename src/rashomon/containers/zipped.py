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
MEMBERS = 20_000
_ENTRY = b"PK\x01\x02"  # begins each line of the list at its end
_ENCRYPTED = 1  # bit of the flags


def names(data: bytes, path: str) -> list[str]:
    """The names of its files, sorted. Raises ReadError for a ZIP that is damaged or has too many."""
    if data.count(_ENTRY) > MEMBERS:
        raise ReadError(path, f"this ZIP has more than {MEMBERS:,} members; pack those that are accounts alone")
    with _opened(data, path) as archive:
        return sorted({info.filename for info in archive.infolist() if not info.is_dir()})


def size(data: bytes, name: str, path: str) -> int:
    """How many bytes a member says that it unpacks to."""
    with _opened(data, path) as archive:
        return archive.getinfo(name).file_size


def member(data: bytes, name: str, path: str, limit: int = LIMIT) -> bytes:
    """The bytes of one file. Raises ReadError where it is absent, damaged, encrypted or unpacks to over *limit*."""
    with _opened(data, path) as archive:
        info = archive.getinfo(name)
        if info.flag_bits & _ENCRYPTED:
            raise ReadError(path, "it is encrypted; unpack it with its password and add the files")
        with archive.open(info) as file:
            found = file.read(limit + 1)
    if len(found) > limit:
        raise ReadError(path, f"it unpacks to more than the limit of {limit:,} bytes; split it")
    return found


@contextmanager
def _opened(data: bytes, path: str) -> Iterator[zipfile.ZipFile]:
    """The archive; whatever the library raises on damage becomes one error."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive
    except KeyError:
        raise ReadError(path, "this ZIP lacks a part that it should hold; save it again") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, IndexError) as error:
        raise ReadError(path, f"this ZIP is damaged or truncated ({error}); save it again") from None
    except (NotImplementedError, RuntimeError) as error:
        raise ReadError(path, f"this ZIP is packed in a way that cannot be read ({error}); pack it anew") from None
