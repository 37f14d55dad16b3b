"""Which words of a page are its account: trafilatura's choice, where the page is not too much for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.readers.html.markup import Token
from rashomon.readers.html.page import Chunk

CHOOSER_LIMIT = 2 * 1024 * 1024, 50_000  # characters, tags; trafilatura takes minutes for more: markup alone chooses
LONG_TAG = 10_000  # characters, of which pictures and fonts saved inside the page take nearly all
ENOUGH = 200  # characters that make an account; below, the extractor has missed it
SPACE = re.compile(r"\s+")
PROSE = 6  # words


def choice(page: str, found: Sequence[Token], chunks: Sequence[Chunk], first: int) -> set[int]:
    """Indices of the chunks that are the account: the extractor's choice, or where it finds too little the markup's,
    from the chunk *first* on."""
    page = _slim(page, found)
    lines = _extract(page) if page else []
    whole = "".join(lines)
    chosen: set[int] = set()
    if len(whole) >= ENOUGH:
        known = set(lines)
        for k, chunk in enumerate(chunks):
            bare = squeeze(chunk.words)
            if bare in known or (len(bare) >= 20 and bare in whole):
                chosen.add(k)
    if sum(len(chunks[k].words) for k in chosen) < ENOUGH:
        free = [(k, c) for k, c in enumerate(chunks) if k >= first and c.scope.area is None and not c.scope.comments]
        plain = [k for k, c in free if c.linked <= len(c.words) / 2]
        prose = [k for k in plain if len(chunks[k].words.split()) >= PROSE]
        if any(c.scope.entry and c.scope.entry.comment for c in chunks):  # a thread: its posts are its words
            return chosen.union(prose)
        main = [k for k in plain if chunks[k].scope.main]
        chosen.update(main or prose or plain or range(len(chunks)))
    return chosen


def _slim(page: str, found: Sequence[Token]) -> str:
    """The page for the extractor, "" if it is too much for it: without scripts and what long tags carry."""
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
