"""What a line looks like: a sentence, a headline, a heading."""

from __future__ import annotations

import re

from rashomon.readers.plain.words import SMALL

STOP = re.compile(  # a mark may face the wrong way; the number of a note may follow
    r"[.!?…]\s?[\"'”’“‘)\]]*$|(?<=[^\W\d_])[.!?…][\"'”’“‘)]*(?:\d{1,2}|(?:\[\d{1,3}\])+)$"
)

KICKER = re.compile(r"(?<!\S)(?:[A-Z][A-Z'’&-]+[!?]? ){2,}(?=[‘'\"“]?(?:\d|[A-Z]?[a-z]))")  # "HARD TIMES Shop shuts"
KICKERS = 3  # in one line: the titles of other pages


def teasers(said: str) -> bool:
    """Titles of several other pages in a row, each under words in capitals, and no sentence."""
    return ". " not in f"{said} " and sum(1 for _ in KICKER.finditer(said)) >= KICKERS


def title(said: str) -> bool:
    """Looks like the headline of a page: short, and either no sentence or mostly capitals."""
    count = len(said.split())
    return (
        count <= 30 and not said.endswith((":", ",", ";")) and (title_case(said) or not STOP.search(said) or count <= 4)
    )


def heading(said: str, count: int) -> bool:
    """Looks like a heading between paragraphs: no sentence, and in capitals or short."""
    if said.isupper():
        return True
    begins = said.lstrip("“‘\"'")[:1]
    return not STOP.search(said) and (title_case(said) or (count <= 8 and begins.isupper()))


def title_case(said: str) -> bool:
    """Most of its words begin with a capital, small ones ("of", "the") left out."""
    big = [w for w in re.findall(r"[^\W\d_][\w’'-]*", said) if w.lower() not in SMALL]
    return len(big) > 1 and sum(w[0].isupper() for w in big) >= 0.75 * len(big)
