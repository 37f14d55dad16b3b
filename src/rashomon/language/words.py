"""Text -> words: spaCy's English tokenizer, kept to the lengths that it takes in linear time."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import spacy

# spaCy peels a word's edges one mark at a time, quadratic in its length: five seconds for 3,000 quotation marks.
UNCUT = re.compile(r"\S{300,} ?")
# What a hyphen ties into one word, in the treebanks that the model learned from too: "re-elected", "anti-war".
PREFIXES = frozenset("anti co counter cross ex mid multi non pan post pre pro re semi sub".split())


@cache
def tokenizer() -> Any:
    """spaCy's rules for English, as in training. Only the words are taken: nothing else is worked out of a new one."""
    english = spacy.blank("en")
    english.vocab.lex_attr_getters = {}  # type: ignore[attr-defined]
    return english.tokenizer


def words_of(text: str) -> tuple[list[str], list[bool]]:
    """The words of a text, and whether a space follows each; joined they are the text. Longer than any word, uncut.

    >>> words_of("He didn't go.")
    (['He', 'did', "n't", 'go', '.'], [True, False, True, False, False])
    >>> words_of("a re-elected mayor")[0]
    ['a', 're-elected', 'mayor']
    """
    words: list[str] = []
    spaces: list[bool] = []

    def cut(part: str) -> None:
        for token in tokenizer()(part):
            if _prefixed(words, spaces) and token.text[0].isalpha():
                words[-2:] = [words[-2] + words[-1] + token.text]
                spaces[-2:] = [bool(token.whitespace_)]
            else:
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


def _prefixed(words: list[str], spaces: list[bool]) -> bool:
    """True if the last two words are a prefix and its hyphen, close to what follows."""
    return words[-1:] == ["-"] and len(words) > 1 and words[-2].lower() in PREFIXES and not any(spaces[-2:])
