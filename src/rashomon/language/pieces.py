"""Words -> what the encoder reads: word pieces, and a mark that keeps what the uncased vocabulary loses."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rashomon.language.model import load

PIECES = 510  # the encoder's positions less its two marks
LONGEST = 200  # characters of a word that are read


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


@lru_cache(maxsize=65536)
def pieces(word: str) -> tuple[int, ...]:
    """The ids of the pieces of a word, cut to LONGEST before, none for a lone accent. No word changes another's."""
    model = load()
    if word.isascii() and word.isalpha() and (whole := model.ranks.get(word.lower())):  # as the tokenizer does, sooner
        return (whole,)
    return tuple(model.tokenizer.encode([word], is_pretokenized=True, add_special_tokens=False).ids)


def fits(words: Sequence[str]) -> bool:
    """True for words that the encoder can read in one window."""
    return sum(map(len, map(pieces, (w[:LONGEST] for w in words)))) <= PIECES


def encoded(words: Sequence[str], par: Sequence[int]) -> tuple[list[int], list[int], list[int]]:
    """A window as `Model.run` takes it: ids and marks of its pieces, and the first piece of each word.

    A word without pieces reads as the window's [CLS]. Of one that alone does not fit, the begin is read.
    """
    tokenizer, words = load().tokenizer, [w[:LONGEST] for w in words]
    ids, marks, first = [tokenizer.token_to_id("[CLS]")], [0], []
    for word, mark in zip(words, marks_of(words, par), strict=True):
        found = pieces(word)
        first.append(len(ids) if found else 0)
        ids += found
        marks += [mark] * len(found)
    ids.append(tokenizer.token_to_id("[SEP]"))
    marks.append(0)
    return ids[: PIECES + 2], marks[: PIECES + 2], first


def marks_of(words: Sequence[str], par: Sequence[int]) -> list[int]:
    """One mark a word, 0 to 9: its shape, plus 5 where it begins a paragraph."""
    return [shape(w) + 5 * bool(p) for w, p in zip(words, par, strict=True)]
