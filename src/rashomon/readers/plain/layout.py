"""Lines of a page -> blocks. Works on what the words look like, so that a pasted page and a saved one read alike.

The HTML reader gives lines whose kind its markup already tells; what is left open is decided here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from rashomon.posts import SIGNATURE
from rashomon.readers.plain import titles, words
from rashomon.types import BODY, Block, BlockKind, Span

QUOTE = re.compile(r"[\"“”«»„]")
LEAD = 200  # characters before a colon in which speech must be mentioned for it to lead to a quotation
TITLE, TEASER = 16, 30  # words of a question that may be the title of another page; of any title
LONG, STOPPED = 12, 0.7  # words of a line of prose; the share of such lines with a stop, where one without is none
LEADS = 3  # paragraphs, summaries among them, of which one may begin with the dateline
PROSE = 6  # words from which a line with a full stop is prose


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text that is one block unless markers are glued to it.

    `kind` is None while open. `group` is any number that blocks of one update or comment share, None outside.
    """

    span: Span
    indent: int = 0
    kind: BlockKind | None = None
    voice: str | None = None
    clock: str | None = None
    group: int | None = None


def label(text: str, lines: Iterable[Line]) -> tuple[Block, ...]:
    """Blocks in text order. Empty lines are left out."""
    layout = _Layout(text, [line for line in lines if text[line.span.begin : line.span.end].strip()])
    return layout.run()


class _Layout:
    """The state of one page while its lines are read in order."""

    def __init__(self, text: str, lines: list[Line]):
        self.text, self.lines = text, lines
        self.blocks: list[Block] = []
        self.entry = self.entries = 0
        self.clock: str | None = None
        self.pending: BlockKind | None = None  # the kind of the first prose after a marker on its own line
        self.colon = self.quoting = False  # the last prose leads to a quotation; the last block is one
        self.titled = self.begun = False
        self.listing: BlockKind | None = None  # the kind of what stands over the list of other pages that goes on
        self.undated = LEADS  # first paragraphs in which a dateline may still stand
        self.comments = self.closed = False
        self.stack: list[tuple[int, str]] = []  # open comments: indent and number
        self.counts: dict[str, int] = {}
        self.voice: str | None = None
        self.named_first: bool | None = None  # whether names stand before the comments or after them
        self.groups: dict[int, int] = {}
        self.sourced = False  # past the heading of its sources
        prose = [s for line in lines if len((s := self.words(line.span)).split()) >= LONG]
        stopped = sum(bool(titles.STOP.search(s)) or s.endswith(":") for s in prose)
        self.stopped = stopped >= max(STOPPED * len(prose), 2)
        self.turns = Counter(m[0] for line in lines if (m := words.TURN.match(self.words(line.span))))
        self.timed = sum(bool(words.CLOCK_LINE.fullmatch(self.words(line.span))) for line in lines) > 1

    def words(self, span: Span) -> str:
        return self.text[span.begin : span.end]

    def run(self) -> tuple[Block, ...]:
        for k, line in enumerate(self.lines):
            if line.kind is not None:
                self.fixed(line)
            elif self.comments:
                self.comment(line)
            else:
                self.open(k, line)
        return tuple(self.blocks)

    def add(self, kind: BlockKind, begin: int, end: int, voice: str | None = None) -> None:
        """Add a block without the space around it."""
        words_ = self.text[begin:end]
        begin, end = end - len(words_.lstrip()), begin + len(words_.rstrip())
        if begin >= end:
            return
        placed = words.PLACED if self.begun else words.DATELINE
        if kind in BODY and self.undated and (dateline := placed.match(words_.strip())):
            self.blocks.append(Block(Span(begin, begin + len(dateline[0].rstrip())), BlockKind.BYLINE))
            begin, self.undated = begin + len(dateline[0]), 0
        own = kind in BODY | {BlockKind.COMMENT, BlockKind.HEADING, BlockKind.CAPTION}
        self.blocks.append(Block(Span(begin, end), kind, voice, self.clock if own else None, self.entry if own else 0))
        if kind in BODY:
            self.begun = True
            self.undated = max(self.undated - 1, 0)
            said = words_.rstrip()[-LEAD:]
            self.colon = said.endswith(":") and bool(words.SPEECH.search(said))
            self.quoting = kind is BlockKind.QUOTATION and not SIGNATURE.search(words_)

    def enter(self, clock: str | None) -> None:
        self.entries += 1
        self.entry, self.clock = self.entries, clock

    def group(self, line: Line) -> None:
        """Follow the entries that markup tells."""
        if line.group is None:
            if self.groups:
                self.entry, self.clock = 0, None
        elif line.group not in self.groups:
            self.enter(line.clock)
            self.groups[line.group] = self.entry
        else:
            self.entry, self.clock = self.groups[line.group], line.clock

    def fixed(self, line: Line) -> None:
        assert line.kind is not None
        self.group(line)
        self.titled |= line.kind is BlockKind.HEADLINE
        kind = line.kind
        self.sourced |= kind is BlockKind.HEADING and bool(words.SOURCES.fullmatch(self.words(line.span)))
        if self.sourced and kind is not BlockKind.COMMENT:
            kind = BlockKind.LINK
        elif kind is BlockKind.HEADING and (self.listing is kind or words.LINKS.fullmatch(self.words(line.span))):
            self.listing, kind = BlockKind.HEADING, BlockKind.LINK
        if kind is BlockKind.CAPTION and words.BUTTON.fullmatch(self.words(line.span)):
            kind = BlockKind.BOILERPLATE
        self.add(kind, line.span.begin, line.span.end, line.voice)

    # -- the account's own words -------------------------------------------------------------------------------

    def open(self, k: int, line: Line) -> None:
        self.group(line)
        if (
            line.group is not None
            and line.clock
            and not any(b.entry == self.entry for b in self.blocks if b.kind in BODY)
        ):
            self.pending = BlockKind.UPDATE
        begin, end = line.span.begin, line.span.end
        if m := words.GLUED.match(self.text, begin, end):
            self.add(BlockKind.BOILERPLATE, begin, m.end())
            begin = m.end()
        said = self.text[begin:end]
        if (m := words.AFTER_POST.search(said)) and SIGNATURE.search(said[: m.start()]):
            self.add(BlockKind.QUOTATION, begin, begin + m.start())
            return self.add(BlockKind.BOILERPLATE, begin + m.start(), end)
        if not any(c.isalnum() for c in said):
            return self.add(BlockKind.BOILERPLATE, begin, end)
        self.sourced |= self.begun and bool(words.SOURCES.fullmatch(said))
        if self.listed(k, said) or (self.sourced and not words.COMMENTS.fullmatch(said)):
            return self.add(BlockKind.LINK, begin, end)
        short = len(said) <= 250
        if short and words.COMMENTS.fullmatch(said) and self.begun:
            self.comments, self.entry, self.clock = True, 0, None
            return self.add(BlockKind.BOILERPLATE, begin, end)
        if (m := words.UPDATE_LINE.fullmatch(said)) or (self.timed and words.CLOCK_LINE.fullmatch(said)):
            self.add(BlockKind.BOILERPLATE, begin, end)
            self.enter(m["clock"] if m else said.rstrip(" :–—-"))
            self.pending, self.titled = BlockKind.UPDATE, True
            return None
        if words.FURNITURE.search(said):
            return self.add(BlockKind.BOILERPLATE, begin, end)
        credited = None if titles.STOP.search(said) else words.CREDITED.match(self.text, begin, end)
        if (m := words.LABELLED.match(self.text, begin, end) or credited) and m.end() < end:
            self.add(BlockKind.BOILERPLATE, begin, m.end())
            return self.add(BlockKind.CAPTION, m.end(), end)
        for kind, pattern in (
            (BlockKind.BOILERPLATE, words.NOISE),
            (BlockKind.LINK, words.LINK),
            (BlockKind.BYLINE, words.BYLINE),
        ):
            if short and pattern.fullmatch(said.strip('"“” ').replace("\n", " ")):
                return self.add(kind, begin, end)
        if (m := words.UPDATE.match(self.text, begin, end)) and m.end() < end and m.end() > begin:
            self.add(BlockKind.BOILERPLATE, begin, m.end())
            self.enter(m["clock"] or m["boxed"] or m["bare"])
            self.titled, self.pending = True, None
            return self.add(BlockKind.UPDATE, m.end(), end)
        if m := words.ORIGINAL.match(self.text, begin, end):
            self.add(BlockKind.BOILERPLATE, begin, m.end())
            self.enter(None)
            self.titled, self.pending = True, BlockKind.ORIGINAL
            begin, said = m.end(), self.text[m.end() : end]
        return self.add(self.kind(k, said), begin, end)

    def listed(self, k: int, said: str) -> bool:
        """True for a line over a list of other pages, and for their titles below it, up to the next prose."""
        last = self.blocks[-1] if self.blocks else None
        count = len(said.split())
        lead = words.LINKS.fullmatch(said) or (words.MORE.fullmatch(said) and not self.follows(k))
        if lead and len(said) <= 60 and self.begun:
            self.listing = self.listing or BlockKind.LINK
        elif last and self.words(last.span).endswith(":") and count <= TEASER:
            pass
        elif self.listing and titles.STOP.search(said) and (count > TITLE or not said.endswith("?")):
            self.listing = None
        return self.listing is not None

    def kind(self, k: int, said: str) -> BlockKind:
        count = len(said.split())
        if SIGNATURE.search(said):
            return BlockKind.QUOTATION
        if self.begun and count <= 80 and words.BIOGRAPHY.fullmatch(said) and not self.follows(k):
            return BlockKind.BYLINE
        if (words.CAPTION.match(said) and count <= 120) or (count <= 60 and words.CREDIT.search(said[-160:])):
            return BlockKind.CAPTION
        if not self.titled and not self.begun and self.follows(k) and titles.title(said):
            self.titled = True
            return BlockKind.HEADLINE
        apart = self.begun and count <= 14 and not self.colon and not said.endswith((":", ",", ";"))
        if apart and (words.CROSSHEAD.fullmatch(said) or titles.heading(said, count)) and self.follows(k):
            return BlockKind.HEADING
        kind, self.pending = self.pending, None
        if kind is None and self.begun and count >= PROSE and self.apart(said):
            return BlockKind.CAPTION
        return kind or (BlockKind.QUOTATION if self.quoted(said, count) else BlockKind.PARAGRAPH)

    def follows(self, k: int) -> bool:
        """True if prose comes after line *k*, with no more than furniture between."""
        for line in self.lines[k + 1 : k + 6]:
            said = self.words(line.span)
            if (
                line.kind in (None, BlockKind.PARAGRAPH)
                and len(said.split()) >= PROSE
                and (titles.STOP.search(said) or said.endswith(":"))
            ):
                return True
        return False

    def apart(self, said: str) -> bool:
        """A line without a stop among prose that has them: words under a picture, beside it or over a box."""
        said = words.TAGGED.sub("", said)
        turn = words.TURN.match(said)
        taken = turn is not None and (turn[0].isupper() or not turn[0][0].isalpha() or self.turns[turn[0]] > 1)
        goes_on = self.colon or said.endswith((":", ",", ";", "-", "—")) or taken
        return self.stopped and not goes_on and not titles.STOP.search(said) and not words.SIGNED.search(said)

    def quoted(self, said: str, count: int) -> bool:
        """A paragraph without quote marks that a colon leads to, and those after it in the first person."""
        if QUOTE.search(said) or not titles.STOP.search(said) or count < PROSE or words.TURN.match(said):
            return False
        return self.colon or (self.quoting and bool(words.FIRST_PERSON.search(said)))

    # -- readers' comments -------------------------------------------------------------------------------------

    def comment(self, line: Line) -> None:
        begin, end = line.span.begin, line.span.end
        said = self.words(line.span)
        self.closed |= bool(words.FORM.fullmatch(said))
        furniture = any(p.fullmatch(said) for p in (words.NOISE, words.COMMENT_META)) if len(said) <= 200 else False
        if self.closed or (furniture and not words.VOICE.match(said)):
            return self.add(BlockKind.BOILERPLATE, begin, end)
        number = words.NUMBERED.match(self.text, begin, end)
        if m := number or words.BULLET.match(self.text, begin, end):
            self.add(BlockKind.BOILERPLATE, begin, m.end())
            begin = m.end()
            self.reply(line.indent, number["number"] if number else None)
        if v := words.VOICE.match(self.text, begin, end):
            self.name(v, new=m is None)
            self.add(BlockKind.BOILERPLATE, begin, v.end())
            begin = v.end()
        elif self.voice is None:
            self.reply(line.indent, None)
        self.named_first = False if self.named_first is None else self.named_first
        return self.add(BlockKind.COMMENT, begin, end, self.voice)

    def reply(self, indent: int, number: str | None) -> None:
        """Open a comment: inside those that are indented less, or at the top."""
        while self.stack and self.stack[-1][0] >= indent:
            self.stack.pop()
        parent = self.stack[-1][1] if self.stack else ""
        self.counts[parent] = self.counts.get(parent, 0) + 1
        own = number if number and not parent else str(self.counts[parent])
        number = f"{parent}.{own}" if parent else own
        self.stack.append((indent, number))
        self.enter(None)
        self.voice = f"comment {number}"

    def name(self, marker: re.Match[str], new: bool) -> None:
        """Take a commenter's name: for what comes, or on pages that put names last, for what came."""
        voice = (marker["by"] or marker["says"]).strip()
        if self.named_first is None:
            self.named_first = True
        if self.named_first or not new:
            if new:
                self.enter(None)
            self.voice = voice
            return
        for k, block in enumerate(self.blocks):
            if block.kind is BlockKind.COMMENT and block.entry == self.entry:
                self.blocks[k] = replace(block, voice=voice)
        self.voice = None
