"""Messages in MIME, and mailboxes (mbox, RFC 4155) of them: where their parts stand.

Most parts are read where they stand, so their addresses are those of the file. Only what is packed as base64 is a step:
where its bytes begin and end.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser
from itertools import pairwise

from rashomon.errors import ReadError

DEPTH = 8  # parts inside parts
_BLANK = re.compile(rb"\r?\n\r?\n")
_FROM = (  # "From ana@sund.example Fri Mar  6 10:00:00 2031"
    rb"From [^\r\n]{1,200}? (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +(?:\w{3} +\d{1,2}|\d{1,2} +\w{3}) [^\r\n]{0,60}\r?\n"
    rb">?[\w-]+:"
)
_FIRST, _NEXT = re.compile(_FROM), re.compile(rb"\n\r?\n(?=" + _FROM + rb")")
_BASE64 = re.compile(rb"(?:[A-Za-z0-9+/]*={0,2}[ \t]*(?:\r?\n|\Z))*")  # lists add lines of their own words after it
_STEP = re.compile(r"(\d{1,12})-(\d{1,12})")
_CUT = "the message ends before its last part: the file is truncated, so save it again"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part that holds no others: its headers, where its body stands, and of each choice between forms of the same
    words (multipart/alternative) that it stands in, where that begins, and which of its parts it is of."""

    head: Message
    begin: int
    end: int
    ways: tuple[tuple[int, int], ...] = ()

    @property
    def type(self) -> str:
        """As "text/plain"."""
        return self.head.get_content_type()

    @property
    def coding(self) -> str:
        """Content-Transfer-Encoding: quoted-printable, base64 ..."""
        return str(self.head.get("Content-Transfer-Encoding", "")).strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding that it states, None where it states none that is a name."""
        return _stated(self.head.get_content_charset)

    @property
    def is_attached(self) -> bool:
        """True for what is sent along as a file."""
        return self.head.get_content_disposition() == "attachment"


@dataclass(frozen=True, slots=True)
class Letter:
    """A message: its headers and its parts, those of messages that it holds left out."""

    head: Message
    leaves: tuple[Leaf, ...]


def is_mailbox(data: bytes) -> bool:
    """True if bytes that begin so are a mailbox.

    >>> is_mailbox(b"From ana@sund.example Fri Mar  6 10:00:00 2031\\nSubject: Fire"), is_mailbox(b"From 10:00 on")
    (True, False)
    """
    return _FIRST.match(data[:1024]) is not None


def messages(data: bytes) -> Iterator[tuple[int, int]]:
    """Where each message of a mailbox begins, after its "From " line, and ends."""
    ends = (m.end() for m in _NEXT.finditer(data))
    for begin, end in pairwise([0, *ends, len(data)]):
        yield data.index(b"\n", begin) + 1, end


def letters(data: bytes, begin: int, end: int, path: str) -> list[Letter]:
    """The message at [begin, end), then those that it holds, in order. Raises ReadError for one that is cut off."""
    found: list[Letter] = []
    _read(data, begin, end, path, DEPTH, found)
    return found


def _read(data: bytes, begin: int, end: int, path: str, depth: int, found: list[Letter]) -> None:
    place = len(found)
    leaves, held = list[Leaf](), list[Leaf]()
    for leaf in _leaves(data, begin, end, path, depth):
        holds = leaf.type == "message/rfc822" and leaf.coding != "base64"
        (held if holds else leaves).append(leaf)
    found.insert(place, Letter(_headers(data, begin, end)[0], tuple(leaves)))
    for leaf in held if depth else ():
        _read(data, leaf.begin, leaf.end, path, depth - 1, found)


def _stated(parameter: Callable[[], str | None]) -> str | None:
    """A parameter of a header, None where it is damaged."""
    try:
        return parameter()
    except (ValueError, LookupError):  # of an encoding that the library does not check
        return None


def _headers(data: bytes, begin: int, end: int) -> tuple[Message, int]:
    """The headers of a part, and where its body begins."""
    if data.startswith((b"\r\n", b"\n"), begin):
        return Message(), begin + (2 if data[begin] == 13 else 1)
    blank = _BLANK.search(data, begin, end)
    last = blank.end() if blank else end
    return BytesHeaderParser().parsebytes(data[begin:last]), last


def _leaves(
    data: bytes, begin: int, end: int, path: str, depth: int, ways: tuple[tuple[int, int], ...] = ()
) -> Iterator[Leaf]:
    """The parts that hold no others, in order."""
    head, at = _headers(data, begin, end)
    if head.get_content_maintype() != "multipart":
        yield Leaf(head, at, end, ways)
        return
    boundary = _stated(head.get_boundary)
    if boundary is None or not depth:
        return
    mark = re.compile(rb"^--" + re.escape(boundary.encode("ascii", "replace")) + rb"(--)?[ \t]*\r?$\n?", re.MULTILINE)
    marks = list(mark.finditer(data, at, end))
    parts = [(here.end(), after.start()) for here, after in pairwise(marks)]
    left = data[marks[-1].end() : end].strip() if marks and marks[-1][1] is None else b""
    if left:  # some mailers close only the parts that the last part holds
        parts.append((marks[-1].end(), end))
    whole = not left or (depth > 1 and _headers(data, *parts[-1])[0].get_content_maintype() == "multipart")
    if not marks or not whole:
        raise ReadError(path, _CUT)
    chosen = head.get_content_subtype() == "alternative"
    for n, (low, high) in enumerate(parts):
        yield from _leaves(data, low, high, path, depth - 1, (*ways, (begin, n)) if chosen else ways)


def step_to(leaf: Leaf) -> str:
    """The step to the bytes of a part packed as base64."""
    return f"{leaf.begin}-{leaf.end}"


def member(data: bytes, step: str, path: str) -> bytes:
    """The bytes that base64 at "begin-end" stands for, up to lines of words. Raises ReadError for no such part."""
    place = _STEP.fullmatch(step)
    if place is None or not int(place[1]) <= int(place[2]) <= len(data):
        raise ReadError(path, f"it holds no part {step!r}; add the original file again")
    packed = b"".join(_BASE64.match(data, int(place[1]), int(place[2]))[0].split())  # type: ignore[index]  # even nothing
    try:
        return binascii.a2b_base64(packed + b"=" * (-len(packed) % 4))  # some leave out how it ends
    except binascii.Error:
        raise ReadError(path, "its base64 is damaged; save the message again") from None
