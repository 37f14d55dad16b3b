"""Text -> words: spaCy's English tokenizer, kept to the lengths that it takes in linear time."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import spacy

# spaCy peels a word's edges one mark at a time, quadratic in its length: five seconds for 3,000 quotation marks.
UNCUT = re.compile(r"\S{300,} ?")


@cache
def tokenizer() -> Any:
    """spaCy's rules for English, as in training."""
    return spacy.blank("en").tokenizer


def words_of(text: str) -> tuple[list[str], list[bool]]:
    """The words of a text, and whether a space follows each; joined they are the text. Longer than any word, uncut.

    >>> words_of("He didn't go.")
    (['He', 'did', "n't", 'go', '.'], [True, False, True, False, False])
    """
    words: list[str] = []
    spaces: list[bool] = []

    def cut(part: str) -> None:
        for token in tokenizer()(part):
            words.append(token.text)
            spaces.append(bool(token.whitespace_))

    at = 0
    for long in UNCUT.finditer(text):
        cut(text[at : long.start()])
        words.append(long[0].rstrip(" "))
        spaces.append(long[0].endswith(" "))
        at = long.end()
    cut(text[at:])
    return words, spaces
