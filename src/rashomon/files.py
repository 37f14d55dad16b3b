"""Which files an argument of the command line means."""

from __future__ import annotations

import glob
from collections.abc import Iterator
from pathlib import Path

from rashomon.errors import ReadError
from rashomon.readers import READERS, UNREAD, is_beside_page, suffix_of


def expand(account: str | Path) -> Iterator[tuple[str, Path]]:
    """The files that an argument means, each with its name: relative to a folder given, else without its folders.

    Of a folder, the files whose suffix a reader knows, whatever their depth, except hidden ones and what a browser
    saved beside a page; and documents that no reader reads, to be refused by name. Raises ReadError where there is
    nothing, of a glob after the files of its other matches.
    """
    path = Path(account)
    if path.is_dir():
        known = sorted(f for f in path.rglob("*") if suffix_of(f.name) in READERS.keys() | UNREAD and _is_named(f))
        beside = frozenset(known)
        named = [(f.relative_to(path), f) for f in known]
        kept = [
            (name.as_posix(), f)
            for name, f in named
            if not any(part.startswith(".") for part in name.parts) and not is_beside_page(f, beside)
        ]
        if not kept:
            raise ReadError(str(account), f"no account in this folder; known formats: {' '.join(sorted(READERS))}")
        yield from kept
    elif path.exists():
        yield path.name, path
    else:
        found = glob.glob(str(account), recursive=True)  # noqa: PTH207  # Path.glob refuses absolute patterns
        matches = sorted(match for match in found if Path(match).exists())
        if not matches:
            raise ReadError(str(account), "no such file; check the path")
        empty: list[ReadError] = []
        for match in matches:
            try:
                yield from expand(match)
            except ReadError as error:  # a folder without accounts, among other files
                empty.append(error)
        if empty:
            raise empty[0]


def _is_named(file: Path) -> bool:
    """True for a file, and for a link that leads nowhere, which is to be told as one that cannot be opened."""
    return file.is_file() or (file.is_symlink() and not file.exists())
