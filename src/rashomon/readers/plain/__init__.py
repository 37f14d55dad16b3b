"""Plain text: a pasted page, with or without a small header of `Title:`, `Date:`, `Outlet:`, `URL:`, `Author:`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from rashomon.readers.plain import words
from rashomon.readers.plain.blocks import Line
from rashomon.readers.plain.layout import label
from rashomon.text import Canvas, Source, decode
from rashomon.types import Block, BlockKind, Document, Provenance, Span

HEADER = re.compile(r"[ \t]*(?P<label>[A-Za-z]{3,9})[ \t]*:[ \t]*(?P<value>[^\n]*?)[ \t]*(?:\n|$)")
BREAK = re.compile(r"[^\n\f\u2028\u2029]+")
LABEL = re.compile(rf"^[ \t]*(?:{'|'.join(words.HEADER)})[ \t]*:", re.MULTILINE | re.IGNORECASE)
# What may stand before a header: a blank line, a rule.
APART = re.compile(r"(?:\n[ \t\r]*|^[-=*_#~ \t]{3,}\r?)\n$", re.MULTILINE)
HEAD = 2000  # characters in which a header may stand
LINE_END = re.compile(r"\r\n?")
FIELDS = {"title": BlockKind.HEADLINE, "author": BlockKind.BYLINE}  # header values that are words of the account
TERMINAL = re.compile(r"[.!?:…][\"'”’)\]]*$")
WRAP = 100  # characters; longer lines are paragraphs of their own


def read(data: bytes, path: str) -> Iterator[Document]:
    """One account, or several under headers of their own. Raises ReadError for what is empty or no text."""
    source, name = decode(data, path), hashlib.sha256(data).hexdigest()
    begins = _begins(source.text)
    for n, (begin, end) in enumerate(pairwise([*begins, len(source.text)]), 1):
        yield account(source, name if len(begins) == 1 else f"{name}#{n}", path, begin, end)


def _begins(text: str) -> list[int]:
    """Where each account of a text begins: at its start, and where that is a header with a title, at every such one
    below a blank line or a rule."""
    if not _is_headed(text):
        return [0]
    first = len(text) - len(text.lstrip())
    labels = (m.start() for m in LABEL.finditer(text, first + 1))
    apart = (at for at in labels if APART.search(text[max(at - WRAP, 0) : at]))
    return [0, *(at for at in apart if _is_headed(text[at : at + HEAD]))]


def _is_headed(text: str) -> bool:
    stated = header(text)[0]
    return "title" in stated and len(stated) > 1


def account(source: Source, name: str, path: str, begin: int = 0, end: int | None = None) -> Document:
    """The account with id *name* that a decoded source holds, in this stretch of it: CR LF becomes LF."""
    canvas = Canvas(source)
    write(canvas, begin, len(source.text) if end is None else end)
    text, origin = canvas.done()
    stated, found, begin = header(text)
    how = "header" if "published" in stated else ""
    provenance = replace(Provenance(path, "", how=how, encoding=source.encoding), **stated)
    document = Document(name, text, provenance, origin)
    return document.with_layer(Block, label(text, [*found, *lines(text, begin)]))


def write(canvas: Canvas, begin: int, end: int) -> None:
    """Append code points [begin, end) of the source: CR LF becomes LF."""
    for m in LINE_END.finditer(canvas.source.text, begin, end):
        canvas.keep(begin, m.start())
        canvas.put("\n", m.start(), m.end())
        begin = m.end()
    canvas.keep(begin, end)


def header(text: str) -> tuple[dict[str, str], list[Line], int]:
    """Fields of Provenance that a header states, the header's lines, and where the account begins after it."""
    at = len(text) - len(text.lstrip())
    stated: dict[str, str] = {}
    found: list[Line] = []
    while m := HEADER.match(text, at):
        field = words.HEADER.get(m["label"].lower())
        if field is None or field in stated or not m["value"]:
            break
        stated[field] = m["value"]
        found.append(Line(Span(m.start(), m.start("value")), kind=BlockKind.BOILERPLATE))
        found.append(Line(Span(*m.span("value")), kind=FIELDS.get(field, BlockKind.BOILERPLATE)))
        at = m.end()
    return stated, found, at


def lines(text: str, begin: int = 0) -> list[Line]:
    """The stretches of text[begin:] that make one block each: lines, or paragraphs of hard-wrapped text."""
    found: list[tuple[int, int, bool]] = []  # begin, end, whether a blank line stands before
    gap, last = True, begin
    for m in BREAK.finditer(text, begin):
        if m.group().strip():
            found.append((m.start(), m.end(), gap or text[last : m.start()].count("\n") > 1))
            gap, last = False, m.end()
        else:
            gap = True
    wrapped = _wrapped(text, found)
    out: list[Line] = []
    for low, high, after in found:
        words_ = text[low:high]
        clean = Line(Span(low + len(words_) - len(words_.lstrip()), low + len(words_.rstrip())), _indent(words_))
        before = text[out[-1].span.begin : out[-1].span.end] if out else ""
        goes_on = (
            not TERMINAL.search(before) and words_.lstrip()[0].islower() and (len(before) > 40 or before.endswith("-"))
        )
        if not after and out and (wrapped or goes_on):
            out[-1] = replace(out[-1], span=Span(out[-1].span.begin, clean.span.end))
        else:
            out.append(clean)
    return out


def _indent(line: str) -> int:
    return len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())


def _wrapped(text: str, found: list[tuple[int, int, bool]]) -> bool:
    """True if lines break inside sentences: most that another line follows at once end with no stop."""
    followed = [text[a[0] : a[1]].rstrip() for a, b in pairwise(found) if not b[2]]
    if len(followed) < 3 or max(map(len, followed)) > WRAP:
        return False
    return sum(not TERMINAL.search(line) for line in followed) > 0.5 * len(followed) and max(map(len, followed)) > 40
