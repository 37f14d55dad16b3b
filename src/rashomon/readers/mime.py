"""Pages that a browser saved as a single file (MHTML), e-mails, and mailboxes of them: the page or letters in them.

A letter that holds others is several accounts: a message attached to it, or forwarded in its text, is the word of who
wrote it. The accounts keep their addresses in the file as it is: what quoted-printable writes as an escape is one code
point that takes more bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from functools import partial
from hashlib import sha256
from itertools import chain, pairwise

from rashomon.containers import mail
from rashomon.errors import ReadError
from rashomon.readers import _letters, html
from rashomon.readers._several import Part, several
from rashomon.text import Run, Source, decode
from rashomon.types import Document, Provenance

HEADER = 2000  # characters of a header that are read: words in an encoding take time with the square of their number
PAGES = ("text/html", "application/xhtml+xml")
PLAIN = "text/plain"
# What stands between "=" and the end of a line is no character; escapes and characters of one byte make runs.
QUOTED = re.compile(rb"(?P<soft>=[ \t]*\r?\n)|(?P<escapes>(?:=[0-9A-Fa-f]{2})+)|(?P<bytes>[^=]+|=)")
Stretch = tuple[int, int, int]
"""Bytes of a body: where they begin in it and in the file, and how many of the file each takes."""
Body = tuple[mail.Leaf, bytes, list[Stretch]]
LIST = re.compile(rb"\s*[_=-]{20,}\s*\n")  # over what a mailing list adds to each letter, as a part of its own


def read(data: bytes, path: str) -> Iterator[Document]:
    """The accounts of a message, with those attached to it or forwarded in it.

    Raises ReadError for a message that is cut off, or that holds no page and no text to be read.
    """
    found = list(_accounts(data, 0, len(data), path))
    name = sha256(data).hexdigest()
    if len(found) == 1:
        yield replace(found[0], id=name)
    else:
        yield from (replace(document, id=f"{name}#{n}") for n, document in enumerate(found, 1))


def mailbox(data: bytes, path: str) -> Iterator[Document]:
    """The accounts of every message of a mailbox. Raises ReadError after the good ones for those that have none."""
    parts = (
        Part(f"message {n}", (), partial(_accounts, data, begin, end, path))
        for n, (begin, end) in enumerate(mail.messages(data), 1)
    )
    yield from several(parts, data, path, "no message of this mailbox holds a page or text; save them as .eml")


def _accounts(data: bytes, begin: int, end: int, path: str) -> Iterator[Document]:
    """The accounts of one message. Raises ReadError for none."""
    told = (_told(data, letter, path) for letter in mail.letters(data, begin, end, path))
    found = list(chain.from_iterable(told))
    if not found:
        raise ReadError(
            path, "it holds no page and no text; open it in a browser or mail program and save what it shows"
        )
    yield from found


def _told(data: bytes, letter: mail.Letter, path: str) -> Iterator[Document]:
    """The accounts that a message tells itself: by its page, or by its text where that tells whose words are whose."""
    texts = [leaf for leaf in letter.leaves if not leaf.is_attached and leaf.type in (*PAGES, PLAIN)]
    bodies = [(leaf, body, found) for leaf in texts for body, found in [_body(data, leaf, path)] if body.strip()]
    if not bodies:
        return
    pages = [b for b in bodies if b[0].type in PAGES]
    lettered = [b for b in bodies if b[0].type == PLAIN and _letters.holds_others(_source(*b, path).text)]
    leaf = (lettered or pages or bodies)[0][0]
    source = _joined([_source(*b, path) for b in _shown(bodies, leaf)])
    stated = partial(_stated, message=letter.head, part=leaf.head)
    part = (mail.step_to(leaf),) if leaf.coding == "base64" else ()
    found: Iterable[Document]
    if leaf.type == PLAIN:
        found = _letters.accounts(source, path, stated)
    else:
        document = html.account(source, "", path)
        shown = Source(document.text, source.encoding, document.origin)
        split = list(_letters.accounts(shown, path, stated)) if _letters.holds_others(document.text) else []
        found = split if len(split) > 1 else [replace(document, provenance=stated(document.provenance))]
    yield from (replace(document, part=part) for document in found)


def _shown(bodies: Sequence[Body], first: mail.Leaf) -> Sequence[Body]:
    """The body of *first*, and those of its kind that a letter with pictures or files between its words shows beside
    it. One packed as base64 stands alone, since its addresses count from what it unpacks to."""
    if first.coding == "base64":
        return [b for b in bodies if b[0] is first]
    shown, taken = list[Body](), dict(first.ways)
    for leaf, body, stretches in bodies:
        fits = leaf.coding != "base64" and (leaf.type == PLAIN) == (first.type == PLAIN) and not LIST.match(body)
        if leaf is first or (fits and all(taken.get(choice, way) == way for choice, way in leaf.ways)):
            taken.update(leaf.ways)
            shown.append((leaf, body, stretches))
    return shown


def _joined(sources: Sequence[Source]) -> Source:
    """The texts of several parts of a file as one, a blank line between: what stands there in the file. Of those after
    the first only the ones in its encoding, since an account has one."""
    texts, runs, size = list[str](), list[Run](), 0
    for source in (s for s in sources if s.encoding == sources[0].encoding):
        if texts:
            low, high = runs.pop()[2], source.runs[0][1]
            runs += (size, low, high), (size + 1, high, high)
            size += 2
        texts.append(source.text)
        runs += ((size + at, begin, end) for at, begin, end in source.runs)
        size += len(source.text)
    return Source("\n\n".join(texts), sources[0].encoding, tuple(runs))


def _body(data: bytes, leaf: mail.Leaf, path: str) -> tuple[bytes, list[Stretch]]:
    """The bytes of one part, and where each stretch of them stands: in the file, or where a step leads."""
    if leaf.coding == "base64":
        return mail.member(data, mail.step_to(leaf), path), [(0, 0, 1)]
    if leaf.coding == "quoted-printable":
        return _unquoted(data, leaf.begin, leaf.end)
    return data[leaf.begin : leaf.end], [(0, leaf.begin, 1)]


def _source(leaf: mail.Leaf, body: bytes, stretches: Sequence[Stretch], path: str) -> Source:
    """The text of one part."""
    declared = leaf.charset
    if leaf.type != PLAIN and declared is None:
        declared = html.declared(body)
    source = decode(body, path, declared)
    return Source(source.text, source.encoding, tuple(_moved(source.runs, stretches)))


def _unquoted(data: bytes, begin: int, end: int) -> tuple[bytes, list[Stretch]]:
    """Quoted-printable bytes, decoded, and where each stretch of them stands in the file."""
    out, stretches = bytearray(), []
    for m in QUOTED.finditer(data, begin, end):
        if m["soft"] is None:
            stretches.append((len(out), m.start(), 3 if m["escapes"] else 1))
            out += bytes.fromhex(m[0].replace(b"=", b"").decode()) if m["escapes"] else m[0]
    return bytes(out), stretches or [(0, begin, 1)]


def _moved(runs: Sequence[Run], stretches: Sequence[Stretch]) -> Iterator[Run]:
    """Runs over a body as runs over the file. A character that a soft line break cuts is a run of its own."""
    ends = [*(s[0] for s in stretches[1:]), runs[-1][2] + 1]
    k = 0

    def raw(byte: int) -> int:
        begin, place, width = stretches[k]
        return place + (byte - begin) * width

    for (at, low, high), (stop, *_) in pairwise(runs):
        size = (high - low) // (stop - at)
        while at < stop:
            while ends[k] <= low:
                k += 1
            first, whole = raw(low), min((ends[k] - low) // size, stop - at)
            count = max(whole, 1)
            low += count * size
            while ends[k] < low:
                k += 1
            yield at, first, raw(low - 1) + stretches[k][2]
            at += count
    yield runs[-1][0], raw(runs[-1][2] - 1) + stretches[k][2], raw(runs[-1][2] - 1) + stretches[k][2]


def _stated(stated: Provenance, message: Message, part: Message) -> Provenance:
    """What the headers say besides: the address of a saved page; who sent a letter, and when."""
    sender = _text(message, "From")
    place = _text(message, "Snapshot-Content-Location") or _text(part, "Content-Location")
    if "saved by" in sender.lower() or place.startswith("http"):
        saved = _text(message, "Date")  # when, not when it was published
        return replace(stated, url=stated.url or place, captured=saved)
    name, address = parseaddr(sender)
    date = _text(message, "Date")
    return replace(
        stated,
        title=_text(message, "Subject") or stated.title,
        outlet=name or address.rpartition("@")[2] or stated.outlet,
        author=name or stated.author,
        published=date or stated.published,
        how="header" if date else stated.how,
    )


def _text(head: Message, name: str) -> str:
    """A header as shown, as written where its encoding is none, "" where it is absent; the first HEADER characters."""
    written = " ".join(str(head.get(name, ""))[:HEADER].split())
    try:
        return str(make_header(decode_header(written)))
    except (MessageError, LookupError, ValueError):
        return written
