"""Lines of a page -> blocks. Works on what the words look like, so that a pasted page and a saved one read alike.

The HTML reader gives lines whose kind its markup already tells; what is left open is decided here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from rashomon.posts import SIGNATURE
from rashomon.readers.plain import titles, words
from rashomon.readers.plain.blocks import Blocks, Line
from rashomon.readers.plain.comments import Comments
from rashomon.types import Block, BlockKind

QUOTE = re.compile(r"[\"“”«»„]")
TITLE, TEASER = 16, 30  # words of a question that may be the title of another page; of any title
LONG, STOPPED = 12, 0.7  # words of a line of prose; the share of such lines with a stop, where one without is none
PROSE = 6  # words from which a line with a full stop is prose
SHORT = 250  # characters of a line that may be furniture
FURNITURE = ((BlockKind.BOILERPLATE, words.NOISE), (BlockKind.LINK, words.LINK), (BlockKind.BYLINE, words.BYLINE))


def label(text: str, lines: Iterable[Line]) -> tuple[Block, ...]:
    """Blocks in text order. Empty lines are left out."""
    layout = _Layout(text, [line for line in lines if text[line.span.begin : line.span.end].strip()])
    return layout.run()


class _Layout(Blocks):
    """The state of one page while its lines are read in order."""

    def __init__(self, text: str, lines: list[Line]):
        super().__init__(text)
        self.lines = lines
        self.pending: BlockKind | None = None  # the kind of the first prose after a marker on its own line
        self.titled = False
        self.listing: BlockKind | None = None  # the kind of what stands over the list of other pages that goes on
        self.comments: Comments | None = None  # once their heading has been read
        self.sourced = False  # past the heading of its sources
        prose = [s for line in lines if len((s := self.words(line.span)).split()) >= LONG]
        stopped = sum(bool(titles.STOP.search(s)) or s.endswith(":") for s in prose)
        self.stopped = stopped >= max(STOPPED * len(prose), 2)
        self.turns = Counter(m[0] for line in lines if (m := words.TURN.match(self.words(line.span))))
        self.timed = sum(bool(words.CLOCK_LINE.fullmatch(self.words(line.span))) for line in lines) > 1

    def run(self) -> tuple[Block, ...]:
        for k, line in enumerate(self.lines):
            if line.kind is not None:
                self.fixed(line)
            elif self.comments is not None:
                self.comments.read(line)
            else:
                self.open(k, line)
        return tuple(self.blocks)

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

    def open(self, k: int, line: Line) -> None:
        self.group(line)
        if line.group is not None and line.clock and not self.filled():
            self.pending = BlockKind.UPDATE
        begin, end = line.span.begin, line.span.end
        if m := words.GLUED.match(self.text, begin, end):
            self.add(BlockKind.BOILERPLATE, begin, m.end())
            begin = m.end()
        said = self.text[begin:end]
        if (m := words.AFTER_POST.search(said)) and SIGNATURE.search(said[: m.start()]):
            self.add(BlockKind.QUOTATION, begin, begin + m.start())
            return self.add(BlockKind.BOILERPLATE, begin + m.start(), end)
        if kind := self.marker(k, said):
            return self.add(kind, begin, end)
        credited = None if titles.STOP.search(said) else words.CREDITED.match(self.text, begin, end)
        if (m := words.LABELLED.match(self.text, begin, end) or credited) and m.end() < end:
            self.add(BlockKind.BOILERPLATE, begin, m.end())
            return self.add(BlockKind.CAPTION, m.end(), end)
        if kind := _furniture(said):
            return self.add(kind, begin, end)
        if (m := words.UPDATE.match(self.text, begin, end)) and begin < m.end() < end:
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

    def marker(self, k: int, said: str) -> BlockKind | None:
        """The kind of a line that says what the lines below it are, or is of the site; None for any other."""
        if not any(c.isalnum() for c in said):
            return BlockKind.BOILERPLATE
        self.sourced |= self.begun and bool(words.SOURCES.fullmatch(said))
        if self.listed(k, said) or (self.sourced and not words.COMMENTS.fullmatch(said)):
            return BlockKind.LINK
        if self.begun and len(said) <= SHORT and words.COMMENTS.fullmatch(said):
            self.comments, self.entry, self.clock = Comments(self), 0, None
            return BlockKind.BOILERPLATE
        if (m := words.UPDATE_LINE.fullmatch(said)) or (self.timed and words.CLOCK_LINE.fullmatch(said)):
            self.enter(m["clock"] if m else said.rstrip(" :–—-"))
            self.pending, self.titled = BlockKind.UPDATE, True
            return BlockKind.BOILERPLATE
        if words.FURNITURE.search(said):
            return BlockKind.BOILERPLATE
        return BlockKind.LINK if self.begun and titles.teasers(said) else None

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
        goes_on = self.colon or said.endswith((":", ",", ";", "-", "—")) or taken or said.count("“") > said.count("”")
        return self.stopped and not goes_on and not titles.STOP.search(said) and not words.SIGNED.search(said)

    def quoted(self, said: str, count: int) -> bool:
        """A paragraph without quote marks that a colon leads to, and those after it in the first person."""
        if QUOTE.search(said) or not titles.STOP.search(said) or count < PROSE or words.TURN.match(said):
            return False
        return self.colon or (self.quoting and bool(words.FIRST_PERSON.search(said)))


def _furniture(said: str) -> BlockKind | None:
    """The kind of a short line that is whole a phrase of page furniture; None for any other."""
    plain = said.strip('"“” ').replace("\n", " ")
    return next((kind for kind, phrase in FURNITURE if phrase.fullmatch(plain)), None) if len(said) <= SHORT else None
