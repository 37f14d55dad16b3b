"""PDF: its text layer as paragraphs, with running heads and page numbers told from the words of the account.

A form feed stands where a page ends, so the page of a place is one more than the form feeds before it. A paragraph that
runs on over the page is one block: what stands below it on the page comes before it, what stands above comes after.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise, zip_longest
from statistics import median

from rashomon.containers import pdf
from rashomon.errors import ReadError
from rashomon.readers.plain import words
from rashomon.readers.plain.blocks import Line
from rashomon.readers.plain.layout import label
from rashomon.text import Canvas, given
from rashomon.types import Block, BlockKind, Document, Provenance, Span

EDGE = 0.12  # of the height of a page, from either edge, in which running heads stand
OUTER = 2  # lines at either edge of a page that may be its head or foot
REPEATED = 2  # pages that have the same head, its digits apart
NUMBER = re.compile(
    r"(?:[-–—|\s]*(?:page|p\.)?\s*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—|\s]*|[ivxlc]{1,6})", re.IGNORECASE
)
LARGE, SMALL = 1.12, 0.9  # of the size of the body: headings, notes
TITLE = 1.3
GAP = 1.35  # times the usual distance of lines: a new paragraph
INDENT = 0.8  # times the size of the type
STOP = re.compile(r"[.!?:;][\"'”’)\]]*\d{0,2}$")
BULLET = re.compile(r"(?:[•‣▪–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
LEADERS = re.compile(r"(?:\. ?){5}\s*\w+$")  # of a table of contents
DATED = re.compile(rf"(?:\d{{1,2}} {words.MONTH}|{words.MONTH} \d{{1,2}},) \d{{4}}")  # not as browsers date a print
DIGITS = re.compile(r"\d+")
HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad]$")
JOINING = frozenset(  # first parts of words that keep their hyphen
    """anti cross ex far full half high ill long low mid near non part post pro self semi short vice well
    two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety""".split()
)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(slots=True)
class Paragraph:
    """Indices of lines that run on, and the kind that their place and size tell."""

    kind: BlockKind | None
    lines: list[int] = field(default_factory=list)


def read(data: bytes, path: str) -> Iterator[Document]:
    """One account; then, where some pages are scans, a ReadError that names them. Raises ReadError for a PDF that is
    damaged, locked or scanned."""
    layer = pdf.layer(data, path)
    paragraphs = _ordered(layer.lines, _paragraphs(layer))
    canvas = Canvas(given(layer.text))
    lines = list(_laid(layer.lines, paragraphs, canvas))
    text, origin = canvas.done()
    title = next((text[x.span.begin : x.span.end] for x in lines if x.kind is BlockKind.HEADLINE), "")
    provenance = Provenance(path, "", title)
    document = Document(hashlib.sha256(data).hexdigest(), text, provenance, origin, part=(pdf.STEP,))
    yield document.with_layer(Block, label(text, lines))
    if layer.scanned:
        pages = ", ".join(map(str, layer.scanned[:10])) + (" ..." if len(layer.scanned) > 10 else "")
        raise ReadError(path, f"its pages {pages} show pictures and no text; run OCR over it (ocrmypdf --skip-text)")


def _paragraphs(layer: pdf.Layer) -> list[Paragraph]:
    """The lines as paragraphs, in the order of the file. Notes in small type do not end the paragraph above them."""
    lines = layer.lines
    body = _size(lines)
    edges = {k for k in _edges(layer) if lines[k].size <= LARGE * body}
    distance = _distance(lines, body)
    first = [line.size for k, line in enumerate(lines) if line.page == lines[0].page and k not in edges]
    title = max(first, default=body)
    out, open_ = list[Paragraph](), dict[str, Paragraph]()
    titled = False
    for k, line in enumerate(lines):
        if k in edges or LEADERS.search(line.text):
            dated = not titled and line.page == lines[0].page and DATED.search(line.text)
            out.append(Paragraph(BlockKind.BYLINE if dated else BlockKind.BOILERPLATE, [k]))
            continue
        form = "large" if line.size > LARGE * body else "small" if line.size < SMALL * body else "body"
        last = open_.get(form)
        if last and _runs_on(lines[last.lines[-1]], line, distance, body, form == "large"):
            last.lines.append(k)
            continue
        kind = BlockKind.HEADING if form == "large" else None
        if kind and not titled and line.size == title and title > TITLE * body:
            kind, titled = BlockKind.HEADLINE, True
        out.append(Paragraph(kind, [k]))
        if form == "large":
            open_.clear()
        open_[form] = out[-1]
    return out


def _size(lines: Sequence[pdf.Line]) -> float:
    """The size of the type that most words are set in."""
    sizes = Counter[float]()
    for line in lines:
        sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size))


def _edges(layer: pdf.Layer) -> set[int]:
    """Indices of running heads, feet and page numbers: at the edge of a page, and again on another but for digits."""
    at = list[int]()
    for _, page in groupby(range(len(layer.lines)), key=lambda k: layer.lines[k].page):
        ranked = sorted(page, key=lambda k: layer.lines[k].y)
        height = layer.heights[layer.lines[ranked[0]].page - 1]
        outer = {*ranked[:OUTER], *ranked[-OUTER:]}
        at += (k for k in outer if not EDGE * height < layer.lines[k].y < (1 - EDGE) * height)
    same = Counter(DIGITS.sub("0", layer.lines[k].text) for k in at)
    return {
        k for k in at if same[DIGITS.sub("0", layer.lines[k].text)] >= REPEATED or NUMBER.fullmatch(layer.lines[k].text)
    }


def _distance(lines: Sequence[pdf.Line], body: float) -> float:
    """The usual distance of two lines of the body."""
    steps = [a.y - b.y for a, b in pairwise(lines) if a.page == b.page and a.size == b.size == body]
    return median([step for step in steps if 0 < step < 3 * body] or [1.2 * body])


def _runs_on(before: pdf.Line, line: pdf.Line, distance: float, body: float, large: bool) -> bool:
    """True if a line goes on with the paragraph that the line *before* it ends."""
    if abs(before.size - line.size) > 0.08 * body or BULLET.match(line.text):
        return False
    down = before.y - line.y
    if before.page != line.page or down < 0:  # the next page, the next column
        return not large and not STOP.search(before.text)
    indented = line.x - before.x > INDENT * line.size and not large and not BULLET.match(before.text)
    return down <= GAP * distance * max(line.size / body, 1) and not indented


def _ordered(lines: Sequence[pdf.Line], paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs in the order of reading: of what stands between the two halves of one, that on the page where it
    begins goes before it."""
    out = list[Paragraph]()
    for paragraph in paragraphs:
        at, first = len(out), paragraph.lines[0]
        while at and out[at - 1].lines[-1] > first and lines[out[at - 1].lines[0]].page == lines[first].page:
            at -= 1
        out.insert(at, paragraph)
    return out


def _laid(lines: Sequence[pdf.Line], paragraphs: Sequence[Paragraph], canvas: Canvas) -> Iterator[Line]:
    """Write the paragraphs, words that a line's end cuts made whole, and give where each stands. What stands over the
    headline says who published it and when."""
    top = next((n for n, p in enumerate(paragraphs) if p.kind is BlockKind.HEADLINE), 0)
    known = frozenset(WORD.findall(canvas.source.text))
    begins, at, page = list[int](), 0, 1
    for line in lines:
        at += max(line.page - page, 1 if begins else 0)
        begins.append(at)
        at, page = at + len(line.text), line.page
    page = 1
    for n, paragraph in enumerate(paragraphs):
        start, gap = -1, "\n\n" if canvas.size else ""
        for k, after in zip_longest(paragraph.lines, paragraph.lines[1:]):
            line = lines[k]
            turned = line.page - page
            if turned > 0 and (gap or not canvas.size):  # a word that the page cuts ends before the mark of its end
                gap, page = "\f" * turned + gap[1:], line.page
            for mark in gap:
                canvas.put(mark, begins[k], begins[k])
            start = canvas.size if start < 0 else start
            dropped, gap = _joint(line.text, lines[after].text, known) if after is not None else (0, "")
            canvas.keep(begins[k], begins[k] + len(line.text) - dropped)
        yield Line(Span(start, canvas.size), kind=paragraph.kind or (BlockKind.BYLINE if n < top else None))


def _joint(before: str, after: str, known: frozenset[str]) -> tuple[int, str]:
    """How many characters go at the end of a line that another follows, and what stands between the two.

    >>> _joint("the govern-", "ment said", frozenset()), _joint("a two-", "day visit", frozenset({"two-day"}))
    ((1, ''), (0, ''))
    >>> _joint("the gov\\u00ad", "Ernment", frozenset()), _joint("a self-", "made man", frozenset())
    ((1, ''), (0, ''))
    """
    if not HYPHEN.search(before):
        return 0, " "
    left, right = WORD.findall(before)[-1], WORD.match(after)
    if before.endswith("\u00ad"):
        return 1, ""
    if right is None or not right[0][0].islower() or left.lower() in JOINING:
        return 0, ""
    return (0, "") if f"{left}-{right[0]}" in known and left + right[0] not in known else (1, "")
