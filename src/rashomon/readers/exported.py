"""One JSON text: an account, a list of accounts, a JSON Feed, the posts of a channel or chat that Telegram exported, or
those that X did (`tweets.js`).

Every object with words is an account of its own: a post has its own day, and in a chat is of who first wrote it. What
has no words, such as a picture or the note that somebody joined, is passed over.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from json import JSONDecodeError

from rashomon.errors import ReadError
from rashomon.readers import jsonl
from rashomon.readers._json import TEXT, Placed, account, load
from rashomon.text import decode
from rashomon.types import Document

LISTS = ("messages", "items", "articles", "posts", "documents", "accounts", "results", "data")
NAMES = ("name", "title")  # of a channel, of a feed
CHATS = ("personal_chat", "private_group", "private_supergroup", "public_supergroup", "saved_messages")  # of Telegram
VOICES = ("forwarded_from", "from")
SCRIPT = re.compile(r"\s*window\.YTD\.\w+\.\w+\s*=\s*")  # makes the JSON of X a script
POST = "tweet"


def read(data: bytes, path: str) -> Iterator[Document]:
    """The accounts in order. Raises ReadError for what is no JSON or holds no words; JSON Lines are read as such."""
    source = decode(data, path)
    script = SCRIPT.match(source.text)
    at = script.end() if script else 0
    try:
        whole = load(source.text[at:])
    except JSONDecodeError as e:
        if e.msg == "Extra data":  # another object follows
            yield from jsonl.read(data, path)
            return
        raise ReadError(path, f"not JSON ({e.msg}); export it again", e.lineno) from None
    except RecursionError:
        raise ReadError(path, "not an account: brackets are nested too deep") from None
    items, outlet = _items(whole)
    chat = isinstance(whole, dict) and whole.get("type") in CHATS
    name, count = hashlib.sha256(data).hexdigest(), 0
    for item in items:
        document = account(source, at, item, f"{name}#{count + 1}", path)
        if document is None:
            continue
        count += 1
        stated = document.provenance
        voice = next((str(v) for k in VOICES if isinstance(v := item.get(k), Placed)), "") if chat else ""
        yield replace(document, provenance=replace(stated, outlet=voice or stated.outlet or outlet))
    if not count:
        raise ReadError(path, f'no {" or ".join(TEXT)} with words in it; name the field of the account "text"')


def _items(whole: object) -> tuple[list[dict[str, object]], str]:
    """The objects that may be accounts, and the name of what they were posted in."""
    listed, outlet = whole, ""
    if isinstance(whole, dict):
        within = next((v for k in LISTS if isinstance(v := whole.get(k), list)), None)
        listed = [whole] if within is None else within
        if within is not None:
            outlet = next((str(v).strip() for k in NAMES if isinstance(v := whole.get(k), Placed)), "")
    items = [item for item in listed if isinstance(item, dict)] if isinstance(listed, list) else []
    return [post if isinstance(post := item.get(POST), dict) else item for item in items], outlet
