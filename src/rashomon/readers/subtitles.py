"""Subtitles of a film (SubRip, WebVTT): what is said, one account, its lines joined to the paragraphs that were spoken.

A cue is no sentence: words go on from one to the next until somebody else speaks, nobody does, or a sentence ends a
long paragraph. The names that WebVTT gives to voices stand over their words.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from rashomon.errors import ReadError
from rashomon.text import Canvas, Source, decode
from rashomon.types import Block, BlockKind, Document, Provenance, Span

_CLOCK = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
TIMING = re.compile(rf"^[ \t]*{_CLOCK}[ \t]+-->[ \t]+{_CLOCK}[^\n]*$", re.MULTILINE)
HEAD = re.compile(rf"(?:WEBVTT\b|(?:\d+[ \t]*\r?\n)?{TIMING.pattern})", re.MULTILINE)
LINE = re.compile(r"[^\r\n]+")
GAP = re.compile(r"\r?\n[ \t]*\r?\n")
NUMBER = re.compile(r"\n\d{1,6}[ \t]*\r?\n\Z")  # of the next cue, where no blank line parts the two
TAG = re.compile(
    r"<(?:v(?:\.[^ \t>]*)?[ \t]+(?P<voice>[^<>\n]{1,60})|[^<>\n]{0,100})>|\{\\[^{}\n]{0,60}\}"
    r"|(?P<reference>&(?:amp|lt|gt|nbsp|lrm|rlm);)"
)
SOUND = re.compile(r"[\s♪♫-]*(?:[\[(][^\])\n]{0,60}[\])][\s♪♫-]*)*")  # "[music]", "(APPLAUSE)", "♪"
TURN = re.compile(r"\s*(?:>>|-\s|–\s|[A-Z][A-Z .'’-]{1,30}:)")
STOP = re.compile(r"[.!?…][\"'”’)\]]*$")
PAUSE = 4.0  # seconds without words that end a paragraph
LONG, LONGEST = 400, 1200  # characters after which a paragraph ends with a sentence; anywhere


@dataclass(frozen=True, slots=True)
class _Cue:
    """Seconds from the start of the film, and where its words stand in the source."""

    begin: float
    end: float
    span: Span


def is_subtitles(head: bytes) -> bool:
    """True if a file that begins so is WebVTT, or begins with the timing of a cue.

    >>> is_subtitles(b"1\\n00:00:01,000 --> 00:00:02,500\\nIt burns.\\n"), is_subtitles(b"It burns --> run\\n")
    (True, False)
    """
    return HEAD.match(head.decode("utf-8", "ignore").lstrip("\ufeff \t\r\n")) is not None


def read(data: bytes, path: str) -> Iterator[Document]:
    """One account. Raises ReadError where no cue holds words."""
    source = decode(data, path)
    canvas = Canvas(source)
    blocks = _Paragraphs(canvas).write(_cues(source))
    if not blocks:
        raise ReadError(path, "no cue of these subtitles holds words; save them again, or save the words as text")
    text, origin = canvas.done()
    provenance = Provenance(path, "", encoding=source.encoding)
    document = Document(hashlib.sha256(data).hexdigest(), text, provenance, origin)
    yield document.with_layer(Block, blocks)


def _cues(source: Source) -> Iterator[_Cue]:
    """The cues in order: what stands between a timing and the next blank line, or the number or timing of the next."""
    timings = list(TIMING.finditer(source.text))
    for timing, after in zip_longest(timings, timings[1:]):
        stop = after.start() if after else len(source.text)
        gap = GAP.search(source.text, timing.end(), stop)
        gap = gap or (NUMBER.search(source.text, timing.end(), stop) if after else None)
        begin, end = _seconds(timing.groups()[:4]), _seconds(timing.groups()[4:])
        yield _Cue(begin, end, Span(timing.end(), gap.start() if gap else stop))


def _seconds(clock: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in clock)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


class _Paragraphs:
    """Writes cues to a canvas, and remembers where each paragraph stands."""

    def __init__(self, canvas: Canvas):
        self.canvas, self.source = canvas, canvas.source
        self.blocks: list[Block] = []
        self.begin: int | None = None  # of the open paragraph, in the canonical text
        self.last = ""  # line, which captions that roll up show again
        self.voice = ""
        self.heard = 0.0  # when the last words ended

    def write(self, cues: Iterator[_Cue]) -> list[Block]:
        for cue in cues:
            for line in LINE.finditer(self.source.text, cue.span.begin, cue.span.end):
                shown = TAG.sub(lambda m: html.unescape(m["reference"] or ""), line[0]).strip()
                voice = next((tag for tag in TAG.finditer(line[0]) if tag["voice"]), None)
                new = voice is not None and voice["voice"].strip() != self.voice
                if not SOUND.fullmatch(shown) and (new or shown != self.last):
                    self.line(line, cue, shown, voice if new else None)
        self.close()
        return self.blocks

    def line(self, line: re.Match[str], cue: _Cue, shown: str, voice: re.Match[str] | None) -> None:
        """Append a line, to the open paragraph if it goes on with that; *voice* is the tag of a new speaker."""
        size = self.canvas.size - (self.canvas.size if self.begin is None else self.begin)
        ended = (size > LONG and STOP.search(self.last)) or size > LONGEST
        if voice:
            self.close()
            self.voice = voice["voice"].strip()
            self.open(line.start())
            self.canvas.keep(line.start() + voice.start("voice"), line.start() + voice.end("voice"))
            self.close(BlockKind.BYLINE)
        elif ended or cue.begin - self.heard > PAUSE or TURN.match(shown):
            self.close()
        if self.begin is None:
            self.open(line.start())
        else:
            self.canvas.put(" ", line.start(), line.start())
        self.words(line)
        self.last, self.heard = shown, cue.end

    def words(self, line: re.Match[str]) -> None:
        """Append a line as it is shown: without tags, references resolved."""
        at, end = line.start() + len(line[0]) - len(line[0].lstrip()), line.start() + len(line[0].rstrip())
        for tag in TAG.finditer(self.source.text, at, end):
            self.canvas.keep(at, tag.start())
            at = tag.end()
            if tag["reference"]:
                self.canvas.put(html.unescape(tag["reference"]), tag.start(), at)
        self.canvas.keep(at, end)

    def open(self, at: int) -> None:
        """Begin a paragraph that stands at code point *at* of the source."""
        for mark in "\n\n" if self.blocks else "":
            self.canvas.put(mark, at, at)
        self.begin = self.canvas.size

    def close(self, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        """End the open paragraph."""
        if self.begin is not None and self.canvas.size > self.begin:
            self.blocks.append(Block(Span(self.begin, self.canvas.size), kind))
        self.begin = None
