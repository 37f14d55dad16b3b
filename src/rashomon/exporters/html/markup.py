"""Escaping, and the words of an account as HTML. Everything that comes from an account passes through here."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise

from rashomon.types import Span
from rashomon.views.index import Index, hidden, printable, tidy

LEFTWARD = frozenset(("R", "AL"))  # bidirectional classes of letters written from right to left
CROP = 300  # code points of a sentence shown in line; the account itself opens on a click

OWN = ", in its own words"  # after an account that speaks itself

Mark = tuple[Span, str]  # a span and the class that it is shown in


def text(words: str) -> str:
    """Words as HTML content. A character that would act unseen shows its number and still counts as one character."""
    if words.isprintable():
        return escape(words)
    return "".join(
        f'<span class="ctl" data-c="U+{ord(c):04X}">\ufffd</span>' if hidden(c) else escape(c) for c in words
    )


def isolated(words: str) -> str:
    """A name on one line, kept from turning round what stands beside it where it is written from right to left."""
    shown = text(tidy(words))
    if words.isascii():
        return shown
    return f"<bdi>{shown}</bdi>" if any(unicodedata.bidirectional(c) in LEFTWARD for c in words) else shown


def leftward(words: str) -> bool:
    """True for words most of whose letters are written from right to left."""
    if words.isascii():
        return False
    letters = [unicodedata.bidirectional(c) for c in words if c.isalpha()]
    return 2 * sum(c in LEFTWARD for c in letters) > len(letters)


def attr(words: str) -> str:
    """Words as the value of a double-quoted attribute."""
    return escape(printable(tidy(words)))


def address(index: Index, document: str, span: Span) -> str:
    """The fragment that opens an account at a span: "d3c1f2a-120-180"."""
    return f"{index.keys[document]}-{span.begin}-{span.end}"


def link(index: Index, document: str, span: Span, inside: str, css: str = "w") -> str:
    """A link to exact words; *inside* is HTML."""
    return f'<a class="{css}" href="#{address(index, document, span)}">{inside}</a>'


def words(index: Index, document: str, show: Span, marks: Iterable[Mark] = ()) -> str:
    """The words of a span, with the marks that touch it, cropped round the first mark when long."""
    marks = sorted((m for m in marks if m[0].touches(show)), key=lambda m: (m[0], m[1]))
    show, before, after = _crop(index.documents[document].text, show, marks[0][0] if marks else show)
    return f"<q>{before}{segments(index.documents[document].text, show, marks)}{after}</q>"


def segments(source: str, show: Span, marks: Sequence[Mark]) -> str:
    """HTML of source[show] in which each stretch carries the classes of all marks over it."""
    edges = sorted(
        {show.begin, show.end, *(e for m, _ in marks for e in (m.begin, m.end) if show.begin < e < show.end)}
    )
    out = []
    for begin, end in pairwise(edges):
        classes = sorted({css for m, css in marks if m.begin <= begin and end <= m.end})
        inside = text(source[begin:end])
        out.append(f'<span class="{" ".join(classes)}">{inside}</span>' if classes else inside)
    return "".join(out)


def _crop(source: str, show: Span, focus: Span) -> tuple[Span, str, str]:
    if show.end - show.begin <= CROP:
        return show, "", ""
    begin = max(show.begin, min(focus.begin, show.end) - CROP // 3)
    end = min(show.end, max(begin + CROP, min(focus.end, begin + 2 * CROP)))
    if begin > show.begin:
        begin = source.find(" ", begin, focus.begin) + 1 or begin
    if end < show.end:
        end = max(source.rfind(" ", begin, end), min(focus.end, end))
    return Span(begin, end), "… " if begin > show.begin else "", " …" if end < show.end else ""


def chain(
    index: Index,
    document: str,
    holders: tuple[str, ...],
    source: str = "",
    after: str = "",
    own: str = OWN,
) -> str:
    """Holders outermost first, the one who speaks in bold; *source* is a last one known only by these words.

    *after* is HTML that ends the line, *own* what stands with an account that speaks itself.
    """
    names = [index.on(document), *index.behind(document, holders), *([source] if source else [])]
    *outer, last = map(isolated, names)
    alone = "" if outer else own
    return f'<span class="chain">{"".join(f"{h} › " for h in outer)}<b>{last}</b>{alone}{after}</span>'


def several(names: Sequence[str], most: int = 8) -> str:
    """Names in a row as HTML, the rest of a long list as a number."""
    rest = f" and {len(names) - most:,} more" if len(names) > most + 1 else ""
    return ", ".join(map(isolated, names[:most] if rest else names)) + rest
