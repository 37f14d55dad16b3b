"""What readers of files that hold others share: accounts are numbered, and what is wrong with some of them is told."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from rashomon.errors import ReadError
from rashomon.types import Document

NAMED = 5  # of the parts that cannot be read
ACCOUNTS = 20_000


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a file: what people call it, the steps to its bytes, and how its accounts are read."""

    name: str
    steps: tuple[str, ...]
    read: Callable[[], Iterable[Document]]


def several(parts: Iterable[Part], data: bytes, path: str, nothing: str) -> Iterator[Document]:
    """The accounts of all parts; then, if any part was bad, one ReadError that names the first of them.

    *nothing* is the reason where there is no account and no bad part.
    """
    name, count, bad = hashlib.sha256(data).hexdigest(), 0, list[str]()
    try:
        for part in parts:
            try:
                for document in part.read():
                    count += 1
                    yield replace(document, id=f"{name}#{count}", part=(*part.steps, *document.part))
            except ReadError as error:
                bad.append(f"{part.name}: {error.reason}")
            if count >= ACCOUNTS:
                raise ReadError(path, f"more than {ACCOUNTS:,} accounts; split the file")
    except ReadError as error:  # of the file itself: what stands before the damage is read
        bad.append(error.reason)
    if bad:
        more = f"; and {len(bad) - NAMED} more" if len(bad) > NAMED else ""
        raise ReadError(path, f"not all of it could be read: {'; '.join(bad[:NAMED])}{more}")
    if not count:
        raise ReadError(path, nothing)
