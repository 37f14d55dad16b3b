"""Words -> what the encoder reads: word pieces, and a mark that keeps what the uncased vocabulary loses."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache


@lru_cache(maxsize=65536)
def shape(word: str) -> int:
    """0 lower case or no letters, 1 Title, 2 UPPER (two letters or more), 3 miXed, 4 holds a digit.

    >>> [shape(w) for w in ("said", "Putin", "GMT", "iPhone", "S-300", "”")]
    [0, 1, 2, 3, 4, 0]
    """
    if any(c.isdigit() for c in word):
        return 4
    letters = [c for c in word if c.isalpha()]
    if not letters or all(c.islower() for c in letters):
        return 0
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return 2
    return 1 if letters[0].isupper() and not any(c.isupper() for c in letters[1:]) else 3


def marks_of(words: Sequence[str], par: Sequence[int]) -> list[int]:
    """One mark a word, 0 to 9: its shape, plus 5 where it begins a paragraph."""
    return [shape(w) + 5 * bool(p) for w, p in zip(words, par, strict=True)]
