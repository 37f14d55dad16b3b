"""Short forms that an account introduces beside the full one: "Delta Rowers Union (DRU)", "the Delta Net, or Denet,".

The letters of the short form are looked for at the begins of the words before it, from right to left, after Schwartz
and Hearst ("A simple algorithm for identifying abbreviation definitions in biomedical text", PSB 2003).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_INTRODUCED = re.compile(r"[ \n](?:\((?:or |the |[“\"])*(\w[\w.&’'-]{1,9}?)[”\"]?[);,]|or ([A-Z][\w.&-]{1,9}),)")
_CAPITALS = re.compile(r"[A-Z].*[A-Z]")
_WORD = re.compile(r"[^\s“”\"(),;]+")
SMALL = frozenset("of the and for in on".split())  # begin no full form, and have no letter in a short one
SHARE = 0.6  # of the letters of a short form that must begin words right before it
LONGEST = 120  # code points of a full form


def introduced(text: str) -> Iterator[tuple[int, int, int, str]]:
    """(begin of the full form, its end, begin of the short one, short form), in text order.

    >>> text = "the Delta Rowers Union (DRU)"
    >>> [(text[b:e], short) for b, e, _, short in introduced(text)]
    [('Delta Rowers Union', 'DRU')]
    >>> list(introduced("the Arid Delta (arid)"))
    []
    """
    for found in _INTRODUCED.finditer(text):
        short = found[1] or found[2]
        if found[1] and not _CAPITALS.search(short):
            continue  # no short form, but a word
        line = max(text.rfind("\n", 0, found.start()) + 1, found.start() - LONGEST)
        words = [m for m in _WORD.finditer(text, line, found.start()) if m[0] not in SMALL]
        for word in reversed(words[-min(len(short) + 5, 2 * len(short)) :]):
            full = text[word.start() : found.start()].rstrip(" ,")
            if _begins(short, full) and _by_heads(short, full):
                yield word.start(), word.start() + len(full), found.start(found.lastindex or 0), short
                break


def initials(full: Iterable[str]) -> str:
    """The first letters of the words of a form in small letters, without those of small words."""
    return "".join(word[0] for word in full if word not in SMALL)


def _begins(short: str, full: str) -> bool:
    return len(short) > 1 and " " in full and short[0].lower() == full[0].lower()


def _by_heads(short: str, full: str) -> bool:
    """True if most letters of a short form begin words of the full one, in order.

    >>> _by_heads("DARU", "Delta Rowers Union"), _by_heads("DRU", "Delta boats")
    (True, False)
    """
    heads, at, hits = "".join(re.findall(r"\b\w", full.lower())), 0, 0
    letters = [c for c in short.lower() if c.isalnum()]
    for letter in letters:
        if (found := heads.find(letter, at)) >= 0:
            at, hits = found + 1, hits + 1
    return hits >= SHARE * len(letters)
