"""Quotation marks: which stretches of a text are verbatim. Marks may be curly, straight, single, or half."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.types import Block, BlockKind, Document, Span

OPENING, CLOSING, STRAIGHT = "“«„", "”»", '"'
QUOTES = OPENING + CLOSING + STRAIGHT
# a single mark opens before a letter and closes after a word or stop; one inside a word is an apostrophe
_SINGLE = re.compile(
    r"(?<![\w'’‘])['‘](?=[^\W\d_]|[“\"\[…])"
    r"([^\n'‘’]{0,2000}(?:['’]\w[^\n'‘’]{0,400}){0,40})"  # bounded: an account may be all quotation marks
    r"(?<=[\w.,!?;:…)\]])['’](?!\w)"
)


def doubled(text: str) -> str:
    """The text, code point for code point, with single quotation marks made double ones.

    >>> doubled("'It’s old,' the pilots' union said.")
    "“It’s old,” the pilots' union said."
    """
    return _SINGLE.sub(lambda m: f"“{m[1]}”", text)


def quoted(text: str, at: Span) -> bool:
    """True if the stretch begins with a quotation mark or has one just before it."""
    return text[at.begin] in QUOTES or (at.begin > 0 and text[at.begin - 1] in QUOTES)


def inside_marks(document: Document, at: Span, text: str) -> bool:
    """True for words that stand in quotation marks of their paragraph. *text* has single marks made double ones.

    Of straight marks the last before the words decides: one after a space opens, one after a word or stop closes.
    """
    block = next(iter(document.layer(Block).touching(at)), None)
    before = text[block.span.begin : at.begin] if block is not None else ""
    straight = before.rfind(STRAIGHT)
    opened = straight >= 0 and (not straight or before[straight - 1] in " \t\u00a0([—–-")
    return sum(c in OPENING for c in before) > sum(c in CLOSING for c in before) or opened


def form(text: str, content: Sequence[Span], block: BlockKind | None) -> str:
    """direct: all of it in quotation marks or a block quotation; mixed: some of it; indirect: none."""
    if block is BlockKind.QUOTATION:
        return "direct"
    whole = [s for s in content if quoted(text, s) and not _leaves_quotation(text, s)]
    if len(whole) == len(content):
        return "direct"
    marks = sum(text[s.begin : s.end].count(m) for s in content for m in QUOTES)
    return "mixed" if marks or whole else "indirect"


def _leaves_quotation(text: str, at: Span) -> bool:
    """True if words of the stretch stand after its quotation has closed."""
    words = text[at.begin : at.end]
    body = words.lstrip(QUOTES)
    closing = next((i for i, c in enumerate(body) if c in CLOSING + STRAIGHT), None)
    return closing is not None and any(c.isalnum() for c in body[closing:])


def verbatim(text: str, content: Sequence[Span], block: BlockKind | None) -> tuple[Span, ...]:
    """The stretches of the content inside quotation marks, marks left out; all of it in a block quotation.

    A mark that is not closed quotes to the end of its stretch, one that was not opened from its begin.
    """
    if block is BlockKind.QUOTATION:
        return tuple(content)
    return tuple(s for c in content for s in _inside_marks(text, c))


def _inside_marks(text: str, at: Span) -> Iterator[Span]:
    inside = at.begin > 0 and text[at.begin - 1] in OPENING + STRAIGHT
    begin = at.begin
    for i in range(at.begin, at.end):
        mark = text[i]
        if mark in OPENING or (mark == STRAIGHT and not inside):
            inside, begin = True, i + 1
        elif mark in CLOSING or (mark == STRAIGHT and inside):
            if inside or begin == at.begin:  # a mark that was never opened
                yield from _span(text, begin, i)
            inside, begin = False, i + 1
    if inside:
        yield from _span(text, begin, at.end)


def _span(text: str, begin: int, end: int) -> Iterator[Span]:
    if any(c.isalnum() for c in text[begin:end]):
        yield Span(begin, end)
