"""Whose words are whose in the plain text of a letter: its writer's own, those that he answers (lines after ">"), and
those of letters that he forwards, which are accounts of their own.

Mail programs put some headers of a letter over it where it stands in another, from "From:" to "Subject:". What stands
over these ("---------- Forwarded message") differs from program to program and tells nothing more.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from email.utils import parseaddr
from itertools import groupby
from typing import NamedTuple

from rashomon.readers import plain
from rashomon.readers.plain.layout import label
from rashomon.text import Canvas, Source
from rashomon.types import Block, BlockKind, Document, Provenance

OTHERS = re.compile(r"^(?:>|[ \t]*[*_]?From[*_]?:)", re.MULTILINE)
LINE = re.compile(r"(?P<level>(?:>[ \t]?)*)(?P<words>[^\n]*)(?P<end>\n|$)")
HEADER = re.compile(
    r"[*_]*(?P<label>From|Sent|Date|To|Cc|Bcc|Subject|Reply-To|Importance|Attachments?)[*_]*:[*_]*\s*(?P<value>.*)",
    re.IGNORECASE,
)
OPENING = re.compile(  # of a letter in another; what telephones add
    r"-{3,}\s*(?:Original|Forwarded)\b.{1,90}-{3,}|Begin forwarded message:|[_-]{20,}"
    r"|Sent from (?:my|Yahoo|Mail) .{2,40}|Get Outlook for .{2,20}",
    re.IGNORECASE,
)
WROTE = re.compile(r"(?P<name>[^\d<>,:|]{2,60}?)\s*(?:<[^<>]*>|\[[^\[\]]*\]|\([^()]*\))?\s+wrote:")
BEFORE = re.compile(r"(?:(?:at|[AP]M|GMT|UTC|On)\b|[^\w\s]+)\s*")  # a name, after a clock
MAILTO = re.compile(r"\s*\[mailto:[^\]]*\]", re.IGNORECASE)
DAY = re.compile(
    r"\b(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[A-Z][a-z]{2,8})"
    r"|(?P<named>[A-Z][a-z]{2,8}) (?P<numbered>\d{1,2})(?:st|nd|rd|th)?),? (?P<year>(?:19|20)\d\d)\b"
)
SIGNATURE = "--"
MOST = 20  # lines of headers, with those into which they are wrapped
LONG = 300  # characters of a header, and of the line that says who wrote what is answered
UNNAMED = "letter answered"


class _Line(NamedTuple):
    """A line of a letter: its words without the marks of who is quoted, where they begin and end in the source, how
    many marks there were, and what the words are, where that is settled."""

    begin: int
    end: int
    level: int
    words: str
    kind: BlockKind | None = None
    voice: str | None = None


@dataclass(slots=True)
class _Letter:
    """A letter while its lines are read: those of its headers that are told, and how many marks its own lines have."""

    headers: dict[str, str] = field(default_factory=dict)
    level: int = 0
    lines: list[_Line] = field(default_factory=list)
    voices: dict[int, str] = field(default_factory=dict)  # by the marks of their lines
    signed: bool = False  # past its last words


def holds_others(text: str) -> bool:
    """True if a plain text marks the words of others: lines after ">", or the sender of a letter in it."""
    return OTHERS.search(text) is not None


def accounts(source: Source, path: str, stated: Callable[[Provenance], Provenance]) -> Iterator[Document]:
    """The accounts of a letter, without ids: its own, and one for each letter in its text. *stated* gives what the
    message says of the first."""
    if not holds_others(source.text):
        document = plain.account(source, "", path)
        yield replace(document, provenance=stated(document.provenance))
        return
    for n, letter in enumerate(_letters(source.text)):
        document = _laid_out(source, letter, path)
        if any(block.kind is not BlockKind.BOILERPLATE for block in document.layer(Block)):
            told = _headed(document.provenance, letter.headers) if n else stated(document.provenance)
            yield replace(document, provenance=told)


def _letters(text: str) -> Sequence[_Letter]:
    """The letters of a text, the outermost first."""
    lines = [
        _Line(m.start("words"), m.end("words"), m["level"].count(">"), m["words"].strip())
        for m in LINE.finditer(text)
        if m[0]
    ]
    found, k = [_Letter()], 0
    going = [found[0]]  # the letters that hold the line
    while k < len(lines):
        line = lines[k]
        while line.words and line.level < going[-1].level:
            going.pop()
        letter = going[-1]
        headers, count = _headers(lines, k)
        if headers:
            found.append(_Letter(headers, line.level))
            while len(going) > 1 and going[-1].level >= line.level:
                going.pop()
            going.append(found[-1])
        elif voice := _attribution(lines, k):
            name, count = voice
            letter.voices[line.level + 1] = name
            letter.lines += [some._replace(kind=BlockKind.BOILERPLATE) for some in lines[k : k + count]]
        else:
            letter.lines.append(_settled(line, letter))
            count = 1
        k += count
    return found


def _settled(line: _Line, letter: _Letter) -> _Line:
    """The line with its kind, where that is no question of its words."""
    if line.level > letter.level:
        return line._replace(kind=BlockKind.COMMENT, voice=letter.voices.get(line.level, UNNAMED))
    letter.signed |= line.words == SIGNATURE
    furniture = letter.signed or OPENING.fullmatch(line.words)
    return line._replace(kind=BlockKind.BOILERPLATE) if furniture else line


def _headers(lines: Sequence[_Line], k: int) -> tuple[dict[str, str], int]:
    """The headers of a letter that begin at line *k*, and how many lines they take; none for anything else."""
    found: dict[str, str] = {}
    last, count = "", 0
    for line in lines[k : k + MOST]:
        if m := HEADER.fullmatch(line.words):
            last = m["label"].lower()
            found.setdefault(last, m["value"][:LONG])
        elif last not in ("to", "cc") or not line.words or ("subject" in found and "@" not in line.words):
            break  # many recipients take several lines
        count += 1
    whole = {"from", "subject"} <= found.keys() and not found.keys().isdisjoint(("date", "sent"))
    return (found, count) if whole else ({}, 0)


def _attribution(lines: Sequence[_Line], k: int) -> tuple[str, int] | None:
    """Who wrote the lines with more marks below line *k*, and how many lines say so; None where these do not."""
    for count in (1, 2):
        said = " ".join(line.words for line in lines[k : k + count])
        after = next((line for line in lines[k + count : k + count + 2] if line.words), None)
        if said.endswith("wrote:") and len(said) < LONG and after and after.level > lines[k].level:
            named = WROTE.search(said)
            name = named["name"].strip() if named else ""
            while m := BEFORE.match(name):
                name = name[m.end() :]
            return name.strip(" \"'") or UNNAMED, count
    return None


def _laid_out(source: Source, letter: _Letter, path: str) -> Document:
    """The account of one letter: its lines without their marks, stretches of one voice apart."""
    canvas = Canvas(source)
    begins, settled = list[int](), list[_Line]()
    for _, some in groupby(letter.lines, key=lambda line: (line.kind, line.voice)):
        for n, line in enumerate(some):
            if not n:
                begins.append(canvas.size)
                settled.append(line)
                canvas.put("\n", line.begin, line.begin)
            plain.write(canvas, line.begin, line.end)
            canvas.put("\n", line.end, line.end)
    text, origin = canvas.done()
    lines = []
    for found in plain.lines(text):
        k = bisect_right(begins, found.span.begin) - 1
        kind = settled[k].kind
        group = k if kind is BlockKind.COMMENT else None
        lines.append(replace(found, kind=kind, voice=settled[k].voice, group=group))
    document = Document("", text, Provenance(path, "", encoding=source.encoding), origin)
    return document.with_layer(Block, label(text, lines))


def _headed(stated: Provenance, headers: dict[str, str]) -> Provenance:
    """What the headers of a letter say of it."""
    sender = MAILTO.sub("", headers["from"]).strip()
    name, address = parseaddr(sender) if "@" in sender else (sender, "")
    date = headers.get("date") or headers.get("sent", "")
    if day := DAY.search(date):
        date = f"{day['day'] or day['numbered']} {day['month'] or day['named']} {day['year']}"
    outlet = name or address.rpartition("@")[2]
    return replace(stated, title=headers["subject"], outlet=outlet, author=name, published=date, how="header")
