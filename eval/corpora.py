"""Reading annotated files: JSON Lines, and columns with a blank line after each sentence.

Every fault of format is a ReadError with the file, the line and what was looked for: a silent skip would change scores.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.errors import ReadError


def json_lines(path: Path, limit: int | None, required: tuple[str, ...] = ()) -> Iterator[tuple[int, dict[str, Any]]]:
    """(line number, object) for the first *limit* objects of a JSON Lines file.

    Raises ReadError if a line is not a JSON object with the *required* keys, or if there is none.
    """
    count = 0
    for number, line in lines(path):
        if count == limit:
            return
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except json.JSONDecodeError as e:
            raise ReadError(str(path), f"not JSON Lines: {e.msg} at column {e.colno}", number) from None
        if not isinstance(record, dict):
            raise ReadError(str(path), "not JSON Lines: expected one object a line", number)
        if missing := [key for key in required if key not in record]:
            raise ReadError(str(path), f"the object has no {', '.join(missing)}; see docs/evaluation.md", number)
        count += 1
        yield number, record
    if not count:
        raise ReadError(str(path), "no document in the file")


def spans(value: Any, length: int, path: Path, number: int, what: str) -> tuple[tuple[int, int], ...]:
    """A JSON list of [begin, end) pairs inside a text of *length* code points. Raises ReadError for anything else."""
    ok = isinstance(value, list) and all(
        isinstance(s, list) and len(s) == 2 and all(isinstance(x, int) for x in s) and 0 <= s[0] < s[1] <= length
        for s in value
    )
    if not ok:
        raise ReadError(str(path), f"{what} must be a list of [begin, end] inside the text", number)
    return tuple((b, e) for b, e in value)


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """(line number, line without its end). Only a line feed ends a line: str.splitlines() would cut at more."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as e:
        raise ReadError(str(path), f"not UTF-8 at byte {e.start}") from None
    for number, line in enumerate(text.split("\n"), 1):
        yield number, line.removesuffix("\r")
