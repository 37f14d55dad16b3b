"""Readers' comments below an account: where each begins, what it answers, and in whose name it stands."""

from __future__ import annotations

import re
from dataclasses import replace

from rashomon.readers.plain import words
from rashomon.readers.plain.blocks import Blocks, Line
from rashomon.types import BlockKind


class Comments:
    """The state of a thread while its lines are read in order."""

    def __init__(self, page: Blocks):
        self.page = page
        self.closed = False  # past the form for new comments
        self.stack: list[tuple[int, str]] = []  # open comments: indent and number
        self.counts: dict[str, int] = {}
        self.voice: str | None = None
        self.named_first: bool | None = None  # whether names stand before the comments or after them

    def read(self, line: Line) -> None:
        """Add the blocks of one line."""
        begin, end = line.span.begin, line.span.end
        said = self.page.words(line.span)
        self.closed |= bool(words.FORM.fullmatch(said))
        furniture = any(p.fullmatch(said) for p in (words.NOISE, words.COMMENT_META)) if len(said) <= 200 else False
        if self.closed or (furniture and not words.VOICE.match(said)):
            return self.page.add(BlockKind.BOILERPLATE, begin, end)
        number = words.NUMBERED.match(self.page.text, begin, end)
        if m := number or words.BULLET.match(self.page.text, begin, end):
            self.page.add(BlockKind.BOILERPLATE, begin, m.end())
            begin = m.end()
            self.reply(line.indent, number["number"] if number else None)
        if v := words.VOICE.match(self.page.text, begin, end):
            self.name(v, new=m is None)
            self.page.add(BlockKind.BOILERPLATE, begin, v.end())
            begin = v.end()
        elif self.voice is None:
            self.reply(line.indent, None)
        self.named_first = False if self.named_first is None else self.named_first
        return self.page.add(BlockKind.COMMENT, begin, end, self.voice)

    def reply(self, indent: int, number: str | None) -> None:
        """Open a comment: inside those that are indented less, or at the top."""
        while self.stack and self.stack[-1][0] >= indent:
            self.stack.pop()
        parent = self.stack[-1][1] if self.stack else ""
        self.counts[parent] = self.counts.get(parent, 0) + 1
        own = number if number and not parent else str(self.counts[parent])
        number = f"{parent}.{own}" if parent else own
        self.stack.append((indent, number))
        self.page.enter(None)
        self.voice = f"comment {number}"

    def name(self, marker: re.Match[str], new: bool) -> None:
        """Take a commenter's name: for what comes, or on pages that put names last, for what came."""
        voice = (marker["by"] or marker["says"]).strip()
        if self.named_first is None:
            self.named_first = True
        if self.named_first or not new:
            if new:
                self.page.enter(None)
            self.voice = voice
            return
        for k, block in enumerate(self.page.blocks):
            if block.kind is BlockKind.COMMENT and block.entry == self.page.entry:
                self.page.blocks[k] = replace(block, voice=voice)
        self.voice = None
