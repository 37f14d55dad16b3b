"""One JSON text: an account, a list of accounts, a JSON Feed, the posts of a channel, chat or thread as sites and their
users' tools export them, among them those of X (`tweets.js`).

Every object with words is an account of its own: a post has its own day, and in a chat is of who first wrote it. What
has no words, such as a picture or the note that somebody joined, is passed over.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from json import JSONDecodeError

from rashomon.errors import ReadError
from rashomon.readers import jsonl
from rashomon.readers._json import NOTHING, account, items, load
from rashomon.text import decode
from rashomon.types import Document

SCRIPT = re.compile(r"\s*window\.YTD\.\w+\.\w+\s*=\s*")  # makes the JSON of X a script


def read(data: bytes, path: str) -> Iterator[Document]:
    """The accounts in order. Raises ReadError for what is no JSON or holds no words; JSON Lines are read as such."""
    source = decode(data, path)
    script = SCRIPT.match(source.text)
    at = script.end() if script else 0
    try:
        found = list(items(load(source.text[at:])))
    except JSONDecodeError as e:
        if e.msg == "Extra data":  # another object follows
            yield from jsonl.read(data, path)
            return
        raise ReadError(path, f"not JSON ({e.msg}); export it again", e.lineno) from None
    except RecursionError:
        raise ReadError(path, "not an account: brackets are nested too deep") from None
    name, count = hashlib.sha256(data).hexdigest(), 0
    for item in found:
        document = account(source, at, item, f"{name}#{count + 1}", path)
        if document is not None:
            count += 1
            yield document
    if not count:
        raise ReadError(path, NOTHING)
