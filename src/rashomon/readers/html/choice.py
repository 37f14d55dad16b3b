"""Which words of a page are its account: trafilatura's choice, where the page is not too much for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rashomon.readers.html.markup import Token
from rashomon.readers.html.page import Chunk

CHOOSER_LIMIT = 2 * 1024 * 1024, 50_000  # characters, tags; trafilatura takes minutes for more: markup alone chooses
LONG_TAG = 10_000  # characters, of which pictures and fonts saved inside the page take nearly all
ENOUGH = 200  # characters that make an account; below, the extractor has missed it
SPACE = re.compile(r"\s+")
PROSE = 6  # words


def choice(page: str, chunks: Sequence[Chunk], first: int) -> set[int]:
    """Indices of the chunks that are the account: the extractor's choice of a slim page, or where it finds too little
    the markup's, from the chunk *first* on."""
    lines = _extract(page) if page else []
    whole = "".join(lines)
    chosen: set[int] = set()
    if len(whole) >= ENOUGH:
        known = set(lines)
        for k, chunk in enumerate(chunks):
            bare = squeeze(chunk.words)
            if bare in known or (len(bare) >= 20 and bare in whole):
                chosen.add(k)
        chosen = _once(chosen, chunks, known)
    if sum(len(chunks[k].words) for k in chosen) < ENOUGH:
        free = [(k, c) for k, c in enumerate(chunks) if k >= first and c.scope.area is None and not c.scope.comments]
        plain = [k for k, c in free if c.linked <= len(c.words) / 2]
        prose = [k for k in plain if len(chunks[k].words.split()) >= PROSE]
        if any(c.scope.entry and c.scope.entry.comment for c in chunks):  # a thread: its posts are its words
            return chosen.union(prose)
        main = [k for k in plain if chunks[k].scope.main]
        chosen.update(main or prose or plain or range(len(chunks)))
    return chosen


def above_comments(chosen: set[int], chunks: Sequence[Chunk]) -> set[int]:
    """The chosen chunks without those below the readers' comments, where the account stands above these."""
    comments = [k for k, c in enumerate(chunks) if c.scope.comments and len(c.words.split()) >= PROSE]
    above = {k for k in chosen if comments and k < comments[0]}
    if sum(len(chunks[k].words) for k in above) < ENOUGH:
        return chosen
    return {k for k in chosen if k <= comments[-1]}


def _once(chosen: set[int], chunks: Sequence[Chunk], known: set[str]) -> set[int]:
    """The chosen chunks but for those that only say again, far from the account, what stands in it: the words of a
    share box, and of a link that the account names too."""
    bare = {k: squeeze(chunks[k].words) for k in sorted(chosen)}
    times = Counter(bare.values())
    own = [k for k, b in bare.items() if b in known and times[b] == 1 and len(chunks[k].words.split()) >= PROSE]
    if not own:
        return chosen
    inside = "".join(b for k, b in bare.items() if own[0] <= k <= own[-1])
    return {k for k, b in bare.items() if own[0] <= k <= own[-1] or b not in inside}


def slim(page: str, found: Sequence[Token]) -> str:
    """The page for an extractor, "" if it is too much for it: without scripts and what long tags carry."""
    if sum(t.kind == "open" for t in found) > CHOOSER_LIMIT[1]:
        return ""
    long = {t.begin for t in found if t.kind == "open" and t.end - t.begin > LONG_TAG}
    if long or len(page) > CHOOSER_LIMIT[0]:
        shown = (t for t in found if t.kind != "raw" or t.name == "title")
        page = "".join(f"<{t.name}>" if t.begin in long else page[t.begin : t.end] for t in shown)
    return page if len(page) <= CHOOSER_LIMIT[0] else ""


def _extract(page: str) -> list[str]:
    """The lines that trafilatura takes for the account, without white space; none where it fails on the page."""
    from lxml.etree import LxmlError
    from trafilatura import extract

    try:
        out = extract(page, include_comments=False, include_tables=True, include_formatting=False)
    except (LxmlError, ValueError, RecursionError, AttributeError, TypeError):  # hostile markup breaks it in many ways
        return []
    return [squeeze(line.removeprefix("- ").replace("|", "")) for line in (out or "").split("\n") if line.strip()]


def squeeze(words_: str) -> str:
    """The words without white space, by which a stretch of one text is found in another."""
    return SPACE.sub("", words_)
