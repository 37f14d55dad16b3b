"""Quotations signed with a dash: “We lost everything.” — Ana Moreno, pilot; posts: We sail. — Karsa Port (@karsa)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.posts import PICTURE, SIGNATURE
from rashomon.statements.drafts import Draft
from rashomon.statements.quotes import CLOSING, OPENING, STRAIGHT
from rashomon.types import Block, BlockKind, Document, Name, Span

_SIGNED = re.compile(r"[”»\"“]\s{0,3}(?P<dash>[―—–]|--?)\s{0,3}$")
LEAST = 2  # words
REACH = 8  # code points before the name in which the dash and the mark stand


def with_signed(document: Document, text: str, found: Sequence[Draft]) -> list[Draft]:
    """The statements found, the quotations with a dash and a person's name after them, and the embedded posts.

    A signature takes its quotation from anybody else it was given to; what is nested in it stays. *text* has single
    quotation marks made double ones.
    """
    signed = [*_signed(document, text), *_posted(document)]
    if not signed:
        return list(found)
    out: list[Draft] = []
    for d in found:
        kept = tuple(c for c in d.content if not any(_same(c, s.content[0]) for s in signed))
        if kept:
            out.append(replace(d, content=kept))
    return [*out, *signed]


def _same(part: Span, whole: Span) -> bool:
    """True if a stretch is more than half of a signed quotation."""
    shared = min(part.end, whole.end) - max(part.begin, whole.begin)
    return 2 * shared > whole.end - whole.begin


def _signed(document: Document, text: str) -> Iterator[Draft]:
    for name in document.layer(Name):
        if name.kind != "person":
            continue
        begin = max(0, name.span.begin - REACH)
        if not (mark := _SIGNED.search(text[begin : name.span.begin])):
            continue
        if content := _opened(document, text, begin + mark.start()):
            dash = Span(begin + mark.start("dash"), begin + mark.end("dash"))
            yield Draft(name.span, dash, (content,))


def _posted(document: Document) -> Iterator[Draft]:
    """Posts that their signature ends, or follows in a block of its own, as in saved pages."""
    before: Span | None = None  # a block quotation that nobody has signed
    for block in document.layer(Block):
        said = document.quote(block.span)
        if block.kind is not BlockKind.QUOTATION or not (mark := SIGNATURE.search(said)):
            before = block.span if block.kind is BlockKind.QUOTATION else None
            continue
        begin = block.span.begin
        whole = Span(begin, begin + mark.start()) if said[: mark.start()].strip() else before
        words = PICTURE.sub("", document.quote(whole)).rstrip() if whole else ""
        if whole and len(words.split()) >= LEAST:
            name = Span(begin + mark.start("name"), begin + mark.end("name"))
            yield Draft(name, None, (Span(whole.begin, whole.begin + len(words)),))
        before = None


def _opened(document: Document, text: str, close: int) -> Span | None:
    """What stands in quotation marks up to *close*: from its opening mark, or from its paragraph's begin."""
    block = next(iter(document.layer(Block).touching(Span(close, close + 1))), None)
    if block is None:
        return None
    span = Span(_opening(text, block.span.begin, close) + 1, close)
    return span if len(text[span.begin : span.end].split()) >= LEAST else None


def _opening(text: str, begin: int, close: int) -> int:
    """Where the quotation that closes at *close* opens, past what is quoted in it; just before *begin* if nowhere."""
    if text[close] == STRAIGHT:
        return max(text.rfind(STRAIGHT, begin, close), begin - 1)
    inner = 0
    for i in range(close - 1, begin - 1, -1):
        if text[i] in OPENING and not inner:
            return i
        inner += (text[i] in CLOSING) - (text[i] in OPENING)
    return begin - 1
