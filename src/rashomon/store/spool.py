"""Lines that wait on the disk for their order: tables of a large case are made story by story, and sorted by time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Any


class Spool:
    """Lines of plain values, each put under a key of *width* numbers and texts; going through them gives them in the
    order of their keys, those of one key as they were put. What it holds is a file without a name, gone with it."""

    def __init__(self, width: int):
        self._db = sqlite3.connect("")  # a database of its own on the disk
        self._db.execute("PRAGMA journal_mode = OFF")
        self._keys = ", ".join(f"k{n}" for n in range(width))
        self._db.execute(f"CREATE TABLE lines ({self._keys}, line TEXT)")
        self._put = f"INSERT INTO lines VALUES ({', '.join('?' * (width + 1))})"

    def put(self, key: Sequence[float | str], line: Sequence[Any]) -> None:
        """Add a line."""
        self._db.execute(self._put, (*key, json.dumps(line)))

    def __iter__(self) -> Iterator[list[Any]]:
        found = self._db.execute(f"SELECT line FROM lines ORDER BY {self._keys}, rowid")
        return (json.loads(line) for (line,) in found)

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()
