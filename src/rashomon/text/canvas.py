"""Canonical text, laid out stretch by stretch from a source, with its origin."""

from __future__ import annotations

import sys
from bisect import bisect_right

from rashomon.text.addresses import BAD, Run, pieces, to_raw
from rashomon.text.decoding import Source
from rashomon.types import Span


class Canvas:
    """Lays out canonical text from a Source and remembers where each code point came from."""

    def __init__(self, source: Source):
        self.source = source
        self.size = 0
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._open = False  # the last run may still grow

    def keep(self, begin: int, end: int) -> None:
        """Append code points [begin, end) of the source as they are."""
        if begin >= end:
            return
        runs = self.source.runs
        k = bisect_right(runs, (begin, sys.maxsize)) - 1
        at = begin
        while at < end:
            t, b, e = runs[k]
            stop = min(end, runs[k + 1][0])
            width = (e - b) // (runs[k + 1][0] - t)
            self._add(stop - at, b + (at - t) * width, width)
            self._open = False  # a run may be a blank that stands for something else
            at, k = stop, k + 1
        self._parts.append(self.source.text[begin:end])
        self._open = True

    def put(self, character: str, begin: int, end: int) -> None:
        """Append one *character* that stands for code points [begin, end) of the source."""
        self._open = False
        low = to_raw(self.source.runs, begin)
        ends = (raw for *_, raw in pieces(self.source.runs, Span(begin, end)))
        high = max(ends, default=low)  # where its last byte ends: what the source leaves out after it is no part of it
        self._add(1, low, high - low)
        self._open = False
        self._parts.append(character)

    def _add(self, length: int, raw: int, width: int) -> None:
        if self._open and self._runs:
            t, b, e = self._runs[-1]
            if e == raw and e - b == (self.size - t) * width:
                self._runs[-1] = (t, b, raw + length * width)
                self.size += length
                return
        self._runs.append((self.size, raw, raw + length * width))
        self._open = True
        self.size += length

    def done(self) -> tuple[str, tuple[Run, ...]]:
        """The text and its origin. Bad bytes read as U+FFFD."""
        end = self._runs[-1][2] if self._runs else 0
        return BAD.sub("\ufffd", "".join(self._parts)), (*self._runs, (self.size, end, end))
