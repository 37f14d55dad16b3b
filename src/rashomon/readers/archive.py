"""ZIP files of any known files, WACZ (a ZIP of web archives) among them: the accounts of each member.

A ZIP inside is opened, too, one inside that is not. Members that are no accounts (pictures, scripts) are passed over;
documents that no reader reads are named.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import PurePosixPath

from rashomon.containers import zipped
from rashomon.errors import ReadError
from rashomon.readers import warc
from rashomon.readers._names import UNREAD, is_beside_page, suffix_of
from rashomon.readers._several import Part, several
from rashomon.types import Document

DEPTH = 1  # ZIP files inside ZIP files
TOTAL = 1024 * 1024 * 1024  # bytes that all members unpack to
WARCS = frozenset((".warc", ".warc.gz"))
HOLDS = WARCS | {".zip", ".wacz", ".pdf"}
PAGES = "pages/pages.jsonl"  # of a WACZ: the addresses that a person opened
WACZ = frozenset((PAGES, "datapackage.json"))
NOTHING = "no account in this ZIP; pack text, saved pages, or other files of known formats"


def read(data: bytes, path: str, depth: int = DEPTH) -> Iterator[Document]:
    """The accounts of all members, by name. Raises ReadError for a damaged ZIP, and after the good members for those
    that cannot be read."""
    yield from several(_members(data, path, depth), data, path, NOTHING)


def _members(data: bytes, path: str, depth: int) -> Iterator[Part]:
    from rashomon.readers import READERS  # the table that this reader stands in

    archive = zipped.Archive(data, path)
    names = archive.names
    known = WARCS if WACZ.intersection(names) else READERS.keys() | UNREAD
    shown = {name: PurePosixPath(*_steps(name)) for name in names}
    files = frozenset(shown.values())
    opened = _opened(archive) if PAGES in names else frozenset()
    total = 0
    for name, file in shown.items():
        hidden = any(part.startswith((".", "__MACOSX")) for part in file.parts)
        if hidden or is_beside_page(file, files) or suffix_of(file.name) not in known:
            continue
        total += archive.size(name)
        if total > TOTAL:
            raise ReadError(path, f"it unpacks to more than the limit of {TOTAL:,} bytes; split it")
        yield Part(name, (name,), partial(_account, archive, name, f"{path}/{file}", depth, opened))


def _account(archive: zipped.Archive, name: str, path: str, depth: int, opened: frozenset[str]) -> Iterator[Document]:
    from rashomon.readers import choose

    found = archive.read(name, zipped.LARGE if suffix_of(name) in HOLDS else zipped.LIMIT)
    reader = choose(found, path)
    if reader is read:
        if not depth:
            raise ReadError(path, "a ZIP inside a ZIP inside a ZIP; unpack it and add the files")
        yield from read(found, path, depth - 1)
    elif reader is warc.read:
        yield from warc.read(found, path, opened)
    else:
        yield from reader(found, path)


def _steps(name: str) -> Sequence[str]:
    """The folders and file of a name, without what leads out of the archive: nothing is written there, but shown.

    >>> _steps("../../etc/passwd"), _steps("C:\\\\chats\\\\a.txt")
    (['etc', 'passwd'], ['C:', 'chats', 'a.txt'])
    """
    return [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]


def _opened(archive: zipped.Archive) -> frozenset[str]:
    """The addresses of the pages that a WACZ lists."""
    found = set[str]()
    for line in archive.read(PAGES).splitlines():
        try:
            page = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(page, dict) and isinstance(page.get("url"), str):
            found.add(page["url"])
    return frozenset(found)
