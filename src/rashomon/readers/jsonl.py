"""JSON Lines: one account an object, with `text` (or `body`, `content`) and what is known of where it came from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from rashomon.errors import ReadError
from rashomon.readers._json import NOTHING, Item, account, load
from rashomon.text import Source, decode
from rashomon.types import Document


def read(data: bytes, path: str) -> Iterator[Document]:
    """Every good line in order; then, if any line was bad, one ReadError that names the first and counts the rest."""
    source = decode(data, path)
    name = hashlib.sha256(data).hexdigest()
    bad: list[ReadError] = []
    count = 0
    for number, m in enumerate(re.finditer(r"[^\n]*(?:\n|$)", source.text), 1):
        if not m.group().strip():
            continue
        count += 1
        try:
            yield _account(source, m.start(), m.group(), f"{name}#{count}", path, number)
        except ReadError as e:
            bad.append(e)
    if bad:
        more = f" ({len(bad) - 1} more bad lines follow)" if len(bad) > 1 else ""
        raise ReadError(path, bad[0].reason + more, bad[0].line)


def _account(source: Source, at: int, line: str, name: str, path: str, number: int) -> Document:
    try:
        found = load(line)
    except ValueError as e:
        raise ReadError(path, f"not JSON ({e}); write one whole object a line", number) from None
    except RecursionError:
        raise ReadError(path, "not an account: brackets are nested too deep", number) from None
    if not isinstance(found, dict):
        raise ReadError(path, 'not a JSON object; write {"text": ..., "title": ...}', number)
    try:
        document = account(source, at, Item(found), name, path)
    except ReadError as e:
        raise ReadError(path, e.reason, number) from None
    if document is None:
        raise ReadError(path, NOTHING, number)
    return document
