"""Quotations that run over paragraphs or go on after their cue, tied to the speaker who began them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.grammar import phrases
from rashomon.statements.drafts import Draft, stripped
from rashomon.statements.quotes import CLOSING, OPENING, QUOTES, STRAIGHT, doubled, quoted
from rashomon.types import ASIDE, Block, BlockKind, Document, Span

if TYPE_CHECKING:
    from rashomon.tokens import Doc


def continued(document: Document, doc: Doc, found: Iterable[Draft]) -> list[Draft]:
    """Tie paragraphs that continue a quotation to its speaker, and drop what stays loose and unquoted."""
    blocks = sorted((b for b in document.layer(Block) if b.kind not in ASIDE), key=lambda b: b.span)
    out: list[Draft] = []
    by_block: dict[int, list[Draft]] = {}
    for d in sorted(found, key=lambda d: d.content[0]):
        by_block.setdefault(_index(blocks, d.content[0].begin), []).append(d)
    last: Draft | None = None  # the attribution whose speaker may go on
    before: Draft | None = None  # the one that the block before ends with
    for i, block in enumerate(blocks):
        if i and (block.entry, block.voice) != (blocks[i - 1].entry, blocks[i - 1].voice):
            last = None
        goes_on = _goes_on(document, blocks, i)
        if goes_on and blocks[i - 1].kind is not BlockKind.QUOTATION and _leads(document, blocks[i - 1]):
            last = _introduced(doc, blocks[i - 1], last)
        goes_on = goes_on and last is not None
        here = []
        for d in by_block.get(i, []):
            own, rest = _parted(blocks, i, d, goes_on)
            here += own
            if rest is not None:
                by_block.setdefault(_index(blocks, rest.content[0].begin), []).append(rest)
        cued = [d for d in here if d.cue is not None]
        loose = [d for d in here if d.cue is None]
        if goes_on and last is not None and block.kind is BlockKind.QUOTATION:
            whole = stripped(document, block.span)
            out += [Draft(last.source, last.cue, (whole,), continues=True)] if whole else []
            out += [d for d in cued if d.source and d.cue and block.span.covers(d.cue)]
            continue
        resumes = not (goes_on or cued) and before is not None and _quotes_only(document, block, loose)
        if resumes:
            last = before
        alone, cued = _tied(document, block, loose, cued, last if goes_on or resumes else None)
        out += [*alone, *cued]
        runs = last is not None and any(block.span.touches(c) for c in last.content)  # over several blocks
        last = cued[-1] if cued else last if goes_on or resumes or runs else None
        before = _ending(doc, block, cued) if (block.entry, block.voice) == _voice(blocks, i + 1) else None
    return sorted(out, key=lambda d: d.content[0])


def _tied(
    document: Document, block: Block, loose: Sequence[Draft], cued: list[Draft], last: Draft | None
) -> tuple[list[Draft], list[Draft]]:
    """The statements of a block by what ties them to a speaker: those without a cue that go on with the words of *last*
    or stand by themselves, and those with one, with the quotations that each resumes."""
    alone = []
    for d in loose:
        if last is not None and d.content[0].begin <= block.span.begin + 1:
            alone.append(replace(d, source=last.source, cue=last.cue, continues=True))
        elif beside := _beside(document, d, cued):
            cued = [replace(c, content=tuple(sorted((*c.content, *d.content)))) if c is beside else c for c in cued]
        elif d.source is not None or (_is_quotation(document.text, d.content) and block.kind is not BlockKind.HEADLINE):
            alone.append(d)
    return alone, cued


def _leads(document: Document, block: Block) -> bool:
    return document.quote(block.span).rstrip().endswith(":")


def _voice(blocks: Sequence[Block], i: int) -> tuple[int, str | None] | None:
    return (blocks[i].entry, blocks[i].voice) if i < len(blocks) else None


def _parted(blocks: Sequence[Block], i: int, d: Draft, goes_on: bool) -> tuple[list[Draft], Draft | None]:
    """What of a statement belongs to block i, and the rest where its cue stands in a later block: fragments that go on
    with another's quotation, or stand two blocks off, are not its own."""
    at = _index(blocks, d.cue.begin) if d.cue is not None else i
    here = tuple(c for c in d.content if c.touches(blocks[i].span))
    rest = tuple(c for c in d.content if c not in here)
    near = at - i == 1 or any(_index(blocks, c.begin) == i + 1 for c in rest)
    if at <= i or not rest or (near and not goes_on):
        return [d], None
    return [Draft(None, None, here)], replace(d, content=rest)


def _quotes_only(document: Document, block: Block, loose: Sequence[Draft]) -> bool:
    """True for a paragraph that opens with a quotation and names nobody who says it."""
    text = doubled(document.text)
    return bool(loose) and text[block.span.begin] in OPENING + STRAIGHT and quoted(text, loose[0].content[0])


def _ending(doc: Doc, block: Block, cued: Sequence[Draft]) -> Draft | None:
    """The statement in its own words that a paragraph ends with, if somebody is named who makes it."""
    words = [t for t in phrases.inside(doc, block.span) if not t.is_space]
    last = max(cued, key=lambda d: d.cue or d.content[0], default=None)
    if last is None or last.source is None or not words or quoted(doc.text, last.content[-1]):
        return None
    end = max(s.end for s in (*last.content, *((last.cue,) if last.cue else ())))
    return last if end > words[-1].sent.start_char else None


def _introduced(doc: Doc, block: Block, last: Draft | None) -> Draft | None:
    """Who is quoted after a paragraph that ends in a colon: the subject of its last sentence, else its last speaker."""
    words = [t for t in phrases.inside(doc, block.span) if not t.is_space]
    if not words:
        return last
    root = words[-1].sent.root
    subject = next(iter(phrases.children(root, "nsubj")), None)
    if last is not None and last.cue is not None and words[-1].sent.start_char <= last.cue.begin:
        return last
    if subject is None or root.pos_ != "VERB":
        return last
    return Draft(phrases.phrase(subject), phrases.token_span(root), ())


def _beside(document: Document, loose: Draft, cued: Sequence[Draft]) -> Draft | None:
    """The attribution of the same block whose quotation a loose one resumes: nothing but its cue and source between."""
    for d in cued:
        ends = [s.end for s in (*d.content, *((d.cue,) if d.cue else ()), *((d.source,) if d.source else ()))]
        gap = document.text[max(ends) : loose.content[0].begin] if max(ends) <= loose.content[0].begin else None
        if gap is not None and "\n" not in gap and len(gap) < 12 and _is_quotation(document.text, loose.content):
            return d
    return None


def _index(blocks: Sequence[Block], at: int) -> int:
    i = bisect_right(blocks, at, key=lambda b: b.span.begin) - 1
    return i if i >= 0 and at < blocks[i].span.end else -1


def _goes_on(document: Document, blocks: Sequence[Block], i: int) -> bool:
    """True if block i continues a quotation: a block quotation after a colon or another one, or a paragraph that opens
    with a mark after one that did not close its own."""
    if not i:
        return False
    text = doubled(document.text)
    before, here = (text[b.span.begin : b.span.end].strip() for b in (blocks[i - 1], blocks[i]))
    if blocks[i].kind is BlockKind.QUOTATION:
        return before.endswith(":") or blocks[i - 1].kind is BlockKind.QUOTATION
    if here[:1] not in QUOTES or here[:1] in CLOSING:
        return False
    opened = sum(c in OPENING for c in before) > sum(c in CLOSING for c in before) or before.count(STRAIGHT) % 2 == 1
    return opened or before.endswith(":")


def _is_quotation(text: str, content: Sequence[Span]) -> bool:
    return all(quoted(text, s) for s in content)
