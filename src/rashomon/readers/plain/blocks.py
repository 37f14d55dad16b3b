"""The blocks of a page as its lines are read in order: what is added, and in which entry, at which time, it stands."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.posts import SIGNATURE
from rashomon.readers.plain import words
from rashomon.types import BODY, Block, BlockKind, Span

LEAD = 200  # characters before a colon in which speech must be mentioned for it to lead to a quotation
LEADS = 3  # paragraphs, summaries among them, of which one may begin with the dateline


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


class Blocks:
    """The blocks so far, and what the next one depends on."""

    def __init__(self, text: str):
        self.text = text
        self.blocks: list[Block] = []
        self.entry = self.entries = 0
        self.clock: str | None = None
        self.groups: dict[int, int] = {}
        self.begun = False  # the account has words of its own
        self.undated = LEADS  # first paragraphs in which a dateline may still stand
        self.colon = self.quoting = False  # the last prose leads to a quotation; the last block is one

    def words(self, span: Span) -> str:
        """The words of a stretch."""
        return self.text[span.begin : span.end]

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
        """Begin an entry, of this time if it has one."""
        self.entries += 1
        self.entry, self.clock = self.entries, clock

    def filled(self) -> bool:
        """True if the entry has words of the account already."""
        return any(b.entry == self.entry for b in self.blocks if b.kind in BODY)

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
