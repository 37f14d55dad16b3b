"""Quotation marks: which stretches of a text are verbatim. Marks may be curly, straight, single, or half."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from rashomon.types import Block, BlockKind, Document, Span

OPENING, CLOSING, STRAIGHT = "“«„", "”»", '"'
QUOTES = OPENING + CLOSING + STRAIGHT
INSIDE = 400  # marks up to the one that closes a quotation: an account may be all quotation marks
_MARK = re.compile(f"[{QUOTES}\n]")
TITLE = 5  # words of a title
SMALL = frozenset("a an and at for in of on or the to".split())  # words without a capital in a title
# a single mark opens before a letter and closes after a word or stop; one inside a word is an apostrophe
_SINGLE = re.compile(
    r"(?<![\w'’‘])['‘](?=[^\W\d_]|[“\"\[…])"
    r"([^\n'‘’]{0,2000}(?:['’]\w[^\n'‘’]{0,400}){0,40})"  # bounded: an account may be all quotation marks
    r"(?<=[\w.,!?;:…)\]])['’](?!\w)"
)


_ANY_MARK = re.compile(f"[{QUOTES}]")
_STRAY = re.compile(r"([“«„])[\s.,;…]+\Z")
_TWICE = re.compile(r"``|(?<!['’])''(?!['’])")  # the double marks of news agencies, ''It sank,'' or ``It sank''
_OPENS_TWICE = re.compile(r"``|(?:(?<=[\s(—-])|^)''(?=\w)")
_TURNED = re.compile(r"(?:(?<=\s)|^)[”»](?=\w)")  # a closing mark that opens: ”It sank,” he said


@lru_cache(maxsize=4)  # asked for at every paragraph of an account
def doubled(text: str) -> str:
    """The text, code point for code point, with single quotation marks made double ones, and turned ones opening.

    >>> doubled("'It’s old,' the pilots' union said.")
    "“It’s old,” the pilots' union said."
    >>> doubled("``It is old,'' they said.")
    ' “It is old,”  they said.'
    """
    if _OPENS_TWICE.search(text):
        text = _TWICE.sub(_one_mark, text)
    return _TURNED.sub("“", _SINGLE.sub(lambda m: f"“{m[1]}”", text))


def _one_mark(two: re.Match[str]) -> str:
    """One mark for two: it opens where a word follows and none comes before."""
    return " “" if _OPENS_TWICE.match(two.string, two.start()) else "” "


def closed(text: str, begin: int) -> Span | None:
    """A quotation from its opening mark to the one that closes it, None where none of the next INSIDE marks of its
    paragraph does.

    >>> closed("“He said, “Run.” So I ran.”", 10)
    Span(begin=10, end=16)
    """
    opens = text[begin] in OPENING or (text[begin] == STRAIGHT and text[begin - 1 : begin] in ("", " ", "\n"))
    if not opens or text[begin + 1 : begin + 2] in ("", " ", "\n"):
        return None
    depth = 0
    for m in islice(_MARK.finditer(text, begin), INSIDE):
        mark = m[0]
        if mark == "\n":
            return None
        if mark == STRAIGHT:
            depth += 1 if text[begin] == STRAIGHT and not depth else -1
        else:
            depth += (mark in OPENING) - (mark in CLOSING)
        if depth <= 0:
            return Span(begin, m.end())
    return None


def quoted(text: str, at: Span) -> bool:
    """True if the stretch begins with a quotation mark or has one just before it."""
    return text[at.begin] in QUOTES or _mark_before(text, at.begin) in (*QUOTES,)


def _mark_before(text: str, begin: int) -> str:
    """The character before a place, or the mark that opens a quotation of which only stops come before: “. It sank”."""
    stray = _STRAY.search(text, max(0, begin - 5), begin)
    return stray[1] if stray else text[begin - 1] if begin else ""


def inside_marks(document: Document, at: Span, text: str) -> bool:
    """True for words that stand in quotation marks of their paragraph. *text* has single marks made double ones.

    Of straight marks the last before the words decides: one after a space opens, one after a word or stop closes.
    """
    block = next(iter(document.layer(Block).touching(at)), None)
    before = text[block.span.begin : at.begin] if block is not None else ""
    straight = before.rfind(STRAIGHT)
    opened = straight >= 0 and (not straight or before[straight - 1] in " \t\u00a0([—–-")
    return sum(c in OPENING for c in before) > sum(c in CLOSING for c in before) or opened


def form(text: str, content: Sequence[Span], block: BlockKind | None, *, inner: bool = False) -> str:
    """direct: all of it in quotation marks or a block quotation; mixed: some of it; indirect: none. The title of a work
    and what is "so-called" are no quotations, nor is a "that" before one part of it. The mark just before an *inner*
    statement is that of the one around."""
    parts = [s for c in content for s in _inside_marks(text, c, inner)] if inner else verbatim(text, content, block)
    inside = [s for s in parts if not _named(text, s, content)]
    if not inside:
        return "indirect"
    covered = {i for s in inside for i in range(s.begin, s.end)}
    covered |= {i for s in content if text.startswith("that ", s.begin) for i in range(s.begin, s.begin + 4)}
    left = (i for s in content for i in range(s.begin, s.end) if i not in covered)
    return "mixed" if any(text[i].isalnum() for i in left) else "direct"


def _named(text: str, at: Span, content: Sequence[Span]) -> bool:
    words = text[at.begin : at.end].split()
    before = text[max(0, at.begin - 12) : at.begin].rstrip(QUOTES + " ")
    if before.endswith("so-called"):
        return True
    around = [w for s in content for w in (text[s.begin : at.begin] + text[at.end : s.end]).split() if s.covers(at)]
    headline = sum(w[:1].islower() for w in around) <= 2
    capitals = all(w[:1].isupper() or w in SMALL for w in words)
    return 1 < len(words) <= TITLE and capitals and words[-1][-1].isalnum() and not headline


def verbatim(text: str, content: Sequence[Span], block: BlockKind | None) -> tuple[Span, ...]:
    """The stretches of the content inside quotation marks, marks left out; all of it in a block quotation.

    A mark that is not closed quotes to the end of its stretch, one that was not opened from its begin. What is quoted
    within a quotation belongs to it.
    """
    if block is BlockKind.QUOTATION:
        return tuple(content)
    return tuple(s for c in content for s in _inside_marks(text, c))


def _inside_marks(text: str, at: Span, inner: bool = False) -> Iterator[Span]:
    before = _mark_before(text, at.begin) if not inner else ""
    open_marks = [before] if before in (*OPENING, STRAIGHT) else []
    begin = at.begin
    for m in _ANY_MARK.finditer(text, at.begin, at.end):
        i, mark = m.start(), m[0]
        partner = [k for k, m in enumerate(open_marks) if (m == STRAIGHT if mark == STRAIGHT else m in OPENING)]
        if mark not in OPENING and partner:
            del open_marks[partner[-1] :]  # with what was opened inside and left open
            if open_marks:
                continue
            yield from _span(text, begin, i)
            begin = i + 1
        elif mark not in CLOSING:
            begin = begin if open_marks else i + 1
            open_marks.append(mark)
        elif not open_marks and begin == at.begin:  # a mark that was never opened
            yield from _span(text, begin, i)
            begin = i + 1
    if open_marks:
        yield from _span(text, begin, at.end)


def _span(text: str, begin: int, end: int) -> Iterator[Span]:
    if any(c.isalnum() for c in text[begin:end]):
        yield Span(begin, end)
