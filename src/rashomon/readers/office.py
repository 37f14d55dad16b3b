"""Text documents of Word (DOCX) and OpenDocument (ODT): the paragraphs of the body, headings told by their styles.

The XML is read as tokens, so that every word keeps its address, and no entity is ever expanded. Deleted text, notes,
comments, headers and footers are left out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon.containers import zipped
from rashomon.errors import ReadError
from rashomon.readers.html.markup import Token, Writer, attributes, tokens
from rashomon.readers.plain.blocks import Line
from rashomon.readers.plain.layout import label
from rashomon.text import Canvas, decode
from rashomon.types import Block, BlockKind, Document, Provenance, Span


@dataclass(frozen=True, slots=True)
class Form:
    """Where a format keeps its text, and what its elements are called."""

    member: str
    paragraphs: tuple[str, ...]
    text: tuple[str, ...]  # elements whose own characters show; all but `left_out` where empty
    spaces: tuple[str, ...]  # elements that show as one space
    left_out: tuple[str, ...]


FORMS = (
    Form(
        "word/document.xml",
        paragraphs=("w:p",),
        text=("w:t",),
        spaces=("w:tab", "w:br", "w:cr", "w:ptab"),
        left_out=("mc:fallback", "w:del", "w:movefrom"),  # the first repeats what stands before it for old programs
    ),
    Form(
        "content.xml",
        paragraphs=("text:p", "text:h"),
        text=(),
        spaces=("text:s", "text:tab", "text:line-break"),
        left_out=("text:note", "text:tracked-changes", "office:annotation", "text:table-of-content", "text:ruby-text"),
    ),
)
OTHER = (  # what else is a ZIP with XML in it
    ("xl/workbook.xml", "a spreadsheet", "its words as plain text, or its rows as JSON Lines"),
    ("ppt/presentation.xml", "a presentation", "it as a PDF"),
    ("META-INF/container.xml", "an e-book (EPUB)", "its chapters as HTML"),
)
OPENDOCUMENT = b"application/vnd.oasis.opendocument.text"
TITLE = re.compile(r"title", re.IGNORECASE)
HEADING = re.compile(r"(?:heading|berschrift|subtitle)\W*\d*", re.IGNORECASE)


def form_of(data: bytes, path: str) -> Form | None:
    """The format of a ZIP that is a text document, None for other files packed together.

    Raises ReadError, by name, for documents of other kinds.
    """
    archive = zipped.Archive(data, path)
    names = archive.names
    for form in FORMS:
        if form.member in names:
            other = form.member == "content.xml" and "mimetype" in names
            if other and not archive.read("mimetype").startswith(OPENDOCUMENT):
                raise ReadError(path, "this is an OpenDocument file without running text; save it as a PDF")
            return form
    for member, what, rather in OTHER:
        if member in names:
            raise ReadError(path, f"this is {what}; save {rather}")
    return None


def read(data: bytes, path: str) -> Iterator[Document]:
    """One account. Raises ReadError for what is damaged, encrypted, or no text document, or holds no words."""
    form = form_of(data, path)
    if form is None:
        raise ReadError(path, "this is no text document; save it as .docx, .odt, PDF or plain text")
    source = decode(zipped.Archive(data, path).read(form.member), path, "utf-8")
    found = tokens(source.text, path, "its text is cut off, so save it again")
    canvas = Canvas(source)
    lines = list(_paragraphs(found, form, source.text, Writer(canvas, source.text), canvas))
    text, origin = canvas.done()
    lines = [line for line in lines if text[line.span.begin : line.span.end].strip()]
    if not lines:
        raise ReadError(path, "this document holds no words, as scans do; run OCR over it, or save it as text")
    lines = _titled(lines)
    title = next((text[x.span.begin : x.span.end] for x in lines if x.kind is BlockKind.HEADLINE), "")
    provenance = Provenance(path, "", title, encoding=source.encoding)
    document = Document(hashlib.sha256(data).hexdigest(), text, provenance, origin, part=(form.member,))
    yield document.with_layer(Block, label(text, lines))


def _paragraphs(found: list[Token], form: Form, page: str, writer: Writer, canvas: Canvas) -> Iterator[Line]:
    """The paragraphs as lines, their words written as they come; a kind where the style names one."""
    begin, kind = -1, None
    shown = hidden = 0
    for token in found:
        name, opens = token.name, token.kind == "open"
        empty = opens and page[token.end - 2] == "/"
        if name in form.left_out and not empty:
            hidden += 1 if opens else -1
        elif name in form.paragraphs and not hidden:
            if begin >= 0 and canvas.size > begin:
                yield Line(Span(begin, canvas.size), kind=kind)
            writer.paragraph(token.begin)
            begin, kind = -1, _styled(attributes(page[token.begin : token.end]), name) if opens else None
        elif name == "w:pstyle":
            kind = _styled(attributes(page[token.begin : token.end]), name)
        elif name in form.spaces and opens and not hidden:
            writer.line(token.begin, token.end)
        elif name in form.text and not empty:
            shown += 1 if opens else -1
        elif token.kind == "text" and not hidden and (shown or not form.text):
            first = writer.write(token.begin, token.end)
            if begin < 0 and first is not None:
                begin = first


def _styled(a: dict[str, str], name: str) -> BlockKind | None:
    """The kind that a paragraph's style tells."""
    style = a.get("w:val", "") or a.get("text:style-name", "")
    if TITLE.fullmatch(style):
        return BlockKind.HEADLINE
    return BlockKind.HEADING if name == "text:h" or HEADING.fullmatch(style) else None


def _titled(lines: list[Line]) -> list[Line]:
    """The lines with one headline at most: the title, else the heading that the account begins with."""
    titles = [k for k, line in enumerate(lines) if line.kind is BlockKind.HEADLINE]
    first = titles[0] if titles else 0
    out = [replace(x, kind=BlockKind.HEADING) if x.kind is BlockKind.HEADLINE else x for x in lines]
    if out[first].kind is BlockKind.HEADING:
        out[first] = replace(out[first], kind=BlockKind.HEADLINE)
    return out
