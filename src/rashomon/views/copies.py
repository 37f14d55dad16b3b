"""What accounts of one family have in common: why they are one, and the longest stretch that they share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from rashomon.spans import Stretches
from rashomon.types import Attribution, Document, Link, Span
from rashomon.views.index import Index, layer

WORD = re.compile(r"\w+")
LEAST = 5  # words of a run in common
PAIRS = 60  # pairs of accounts that are compared

Copy = tuple[Link, Document, Span | None, Document, Span | None]


def copies(index: Index) -> Iterator[Copy]:
    """The pairs of accounts that are copies of each other: the link, then each account with the stretch of it that the
    other has too, None where it was not looked for."""
    between = takewhile(lambda ln: ln.kind in ("family", "story"), index.record.links)  # accounts: these come first
    linked = (ln for ln in between if ln.kind == "family" and {ln.left, ln.right} <= index.documents.keys())
    found = sorted(linked, key=lambda ln: (index.rank[ln.left], index.rank[ln.right]))
    pairs = ((ln, index.documents[ln.left], index.documents[ln.right]) for ln in found)
    for link, left, right in islice(pairs, PAIRS):
        yield link, left, (both := common(left, right))[0], right, both[1]
    yield from ((link, left, None, right, None) for link, left, right in pairs)


def common(left: Document, right: Document) -> tuple[Span | None, Span | None]:
    """The longest run of words of the first that stands in the second too, in both, whatever its case and signs.

    Words that somebody is quoted with are left out: two reporters who heard him have them as well. Each word of the
    first is read once, against the first place in the second where its run begins: linear in hostile accounts too.
    """
    a, b = _own(left), _own(right)
    starts: dict[tuple[str, ...], int] = {}
    for at in range(len(b) - LEAST + 1):
        starts.setdefault(_words(b, at), at)
    best, here = (0, 0, 0), 0
    while here <= len(a) - LEAST:
        there = starts.get(_words(a, here))
        if there is None:
            here += 1
            continue
        size = LEAST
        while here + size < len(a) and there + size < len(b) and a[here + size][0] == b[there + size][0]:
            size += 1
        best = max(best, (size, -here, there))
        here += size - LEAST + 1
    size, here, there = best[0], -best[1], best[2]
    if not size:
        return None, None
    ends = ((a, here), (b, there))
    first, second = (Span(words[at][1].begin, words[at + size - 1][1].end) for words, at in ends)
    return first, second


def _words(told: list[tuple[str, Span]], at: int) -> tuple[str, ...]:
    return tuple(word for word, _ in told[at : at + LEAST])


def _own(document: Document) -> list[tuple[str, Span]]:
    """The words of an account, quoted ones as words that no other account has."""
    quoted = Stretches((s.begin, s.end) for a in layer(document, Attribution) for s in a.verbatim)
    out: list[tuple[str, Span]] = []
    for n, m in enumerate(WORD.finditer(document.text)):
        inside = bool(quoted.touching(m.start(), m.end()))
        out.append((f"{document.id} {n}" if inside else m.group().casefold(), Span(m.start(), m.end())))
    return out
