"""What accounts of one family have in common: why they are one, and the longest stretch that they share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import islice, takewhile

from rashomon.spans import Stretches
from rashomon.types import Attribution, Document, Link, Span
from rashomon.views.index import Index, layer

WORD = re.compile(r"\w+")
READ = 4000  # words of an account that are compared: this takes time as the product of both
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

    Words that somebody is quoted with are left out: two reporters who heard him have them as well.
    """
    a, b = _own(left), _own(right)
    run = SequenceMatcher(None, [w for w, _ in a], [w for w, _ in b], autojunk=False).find_longest_match()
    if not run.size:
        return None, None
    first, second = (
        Span(words[at][1].begin, words[at + run.size - 1][1].end) for words, at in ((a, run.a), (b, run.b))
    )
    return first, second


def _own(document: Document) -> list[tuple[str, Span]]:
    """The first words of an account, quoted ones as words that no other account has."""
    quoted = Stretches((s.begin, s.end) for a in layer(document, Attribution) for s in a.verbatim)
    out: list[tuple[str, Span]] = []
    for n, m in enumerate(islice(WORD.finditer(document.text), READ)):
        inside = bool(quoted.touching(m.start(), m.end()))
        out.append((f"{document.id} {n}" if inside else m.group().casefold(), Span(m.start(), m.end())))
    return out
