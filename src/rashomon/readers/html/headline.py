"""Which chunk of a page is its headline, and the time that stands below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.readers.html.choice import squeeze
from rashomon.readers.html.page import Chunk
from rashomon.types import SITE

UPDATED = re.compile(r"\b(?:updated|modified|edited)\b", re.IGNORECASE)
SHORTEST = 5  # characters of a headline
ALIKE = 24  # characters that the title of a page and a line called so must share


def headline_of(chunks: Sequence[Chunk], title: str) -> int | None:
    """The chunk that is the headline: a heading that the page's title begins or ends with, a line that markup calls its
    title, else the first <h1>."""
    tops = [k for k, c in enumerate(chunks) if c.scope.heading and c.scope.entry is None and not c.scope.comments]
    bare = squeeze(title).lower()
    own = {k: w for k in tops if len(w := _bare(chunks[k])) > 10} if bare else {}
    begins = [k for k, w in own.items() if bare.startswith(w) or w.startswith(bare)]
    if begins and bare[len(own[begins[0]]) :].startswith(("»", "›", ":")):  # "The Herald » Local » Mill burns"
        begins = [k for k, w in own.items() if bare.endswith(w)] or begins
    called = {k: w for k, c in enumerate(chunks) if c.scope.titled and c.scope.entry is None and (w := _bare(c))}
    ends = [
        k for k, w in called.items() if chunks[k].scope.titled != "title" and len(w) >= SHORTEST and bare.endswith(w)
    ]
    if begins and (not ends or own[begins[0]].endswith(called[ends[0]])):
        same = [k for k in begins if own[k] == own[begins[0]]]  # a share box above the account may repeat it
        return min(same, key=lambda k: (chunks[k].scope.heading, k))
    if ends:  # "The Harbour Board - View topic - Mill burns"
        return ends[0]
    if alike := [k for k, w in called.items() if len(w) >= ALIKE and w[:ALIKE] in bare]:
        return alike[0]
    first = [k for k in tops if chunks[k].scope.heading == "h1" and not chunks[k].scope.sure]
    return next((k for k in first if chunks[k].scope.area is None), next(iter(first), None))


def _bare(chunk: Chunk) -> str:
    return squeeze(chunk.words).lower()


def stamp_of(chunks: Sequence[Chunk]) -> str:
    """The time that markup gives a page between its headline and its words, where the page shows it only as "today";
    of a thread that of its first post."""
    top = [c for c in chunks if c.stamp and c.scope.area not in SITE and not UPDATED.search(c.words)]
    return next((c.stamp for c in top if c.scope.entry is None or c.scope.entry.comment), "")
