"""Chats and channels that Telegram Desktop exports as HTML (`messages.html`): every message is an account of its time.

A message that was passed on is of who first wrote it. What holds no words, such as a picture or the note that somebody
joined, is passed over.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import unescape

from rashomon.errors import ReadError
from rashomon.readers import html
from rashomon.readers.html.markup import Token, Writer, attributes, tokens
from rashomon.readers.plain import lines
from rashomon.readers.plain.layout import label
from rashomon.text import Canvas, Source, decode
from rashomon.types import Block, Document, Provenance

EXPORT = re.compile(rb"<title>\s*Exported Data\s*</title>")
STAMP = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)(?: UTC([+-]\d\d:\d\d))?")
DEPTH = 256


@dataclass(slots=True)
class _Message:
    """The tokens of the words of one message; who sent it, who first wrote what was passed on, and when, as shown."""

    words: list[Token] = field(default_factory=list)
    shown: dict[str, str] = field(default_factory=dict)  # sender, first, time


def read(data: bytes, path: str) -> Iterator[Document]:
    """The messages in order. Raises ReadError for an export that is cut off, or of which no message holds words."""
    source = decode(data, path, html.declared(data))
    found = tokens(source.text, path, "the export is truncated, so make it again")
    name, count, sender = hashlib.sha256(data).hexdigest(), 0, ""
    for message in _messages(source.text, found):
        sender = message.shown.get("sender", sender)  # it stands over the first of several
        voice = message.shown.get("first", sender)
        document = _account(source, message, Provenance(path, voice, author=voice, encoding=source.encoding))
        if document.text.strip():
            count += 1
            yield replace(document, id=f"{name}#{count}")
    if not count:
        raise ReadError(path, "no message of this chat holds words; export it again")


def _messages(page: str, found: Sequence[Token]) -> Iterator[_Message]:
    """The messages of the page, each when it ends."""
    stack = [""]  # what the open elements are: message, passed on, sender, words
    now: _Message | None = None
    for token in found:
        if token.name in ("div", "span") and token.kind == "open" and len(stack) < DEPTH:
            a = attributes(page[token.begin : token.end])
            classes = a.get("class", "").split()
            stack.append(_role(classes, stack[-1]))
            if stack[-1] == "message" != stack[-2]:
                now = _Message()
            elif now and "date" in classes:
                now.shown.setdefault("time", a.get("title", ""))
        elif token.name in ("div", "span") and token.kind == "close" and len(stack) > 1:
            if stack.pop() == "message" != stack[-1] and now:
                yield now
                now = None
        elif now and stack[-1] == "words":
            now.words.append(token)
        elif now and stack[-1] in ("sender", "first") and token.kind == "text":
            name = " ".join(unescape(page[token.begin : token.end]).split())
            now.shown[stack[-1]] = now.shown.get(stack[-1]) or name


def _role(classes: Sequence[str], above: str) -> str:
    """What an element is, by its classes and by what it stands in."""
    if "message" in classes:
        return "" if "service" in classes else "message"
    if above in ("message", "passed on"):
        if "from_name" in classes:
            return "first" if above == "passed on" else "sender"
        if "forwarded" in classes:
            return "passed on"
        if "text" in classes:
            return "words"
        return "" if {"details", "media_wrap", "userpic"}.intersection(classes) else above
    return "" if above in ("sender", "first") else above


def _account(source: Source, message: _Message, stated: Provenance) -> Document:
    """The words of a message, of no id yet."""
    if time := STAMP.match(message.shown.get("time", "")):
        day, month, year, clock, zone = time.groups("")
        stated = replace(stated, published=f"{year}-{month}-{day}T{clock}{zone}", how="metadata")
    canvas = Canvas(source)
    writer = Writer(canvas, source.text)
    for token in message.words:
        if token.kind == "text":
            writer.write(token.begin, token.end)
        elif token.name == "br":
            writer.line(token.begin, token.end)
    text, origin = canvas.done()
    return Document("", text, stated, origin).with_layer(Block, label(text, lines(text)))
