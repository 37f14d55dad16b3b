"""Text -> words: spaCy's English tokenizer, kept to the lengths that it takes in linear time."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

import spacy

# Words, the space after them, and further white space, which is a token of its own.
CHUNK = re.compile(r"(?:(\S+)( ?))?(\s*)")
# spaCy peels a word's edges one mark at a time, quadratic in its length: five seconds for 3,000 quotation marks.
UNCUT = 300
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
    >>> words_of("Go,'' he said. '' Now!''")[0]
    ['Go', ',', "''", 'he', 'said', '.', "''", 'Now', '!', "''"]
    """
    words: list[str] = []
    spaces: list[bool] = []
    for chunk, space, blank in CHUNK.findall(text):
        if chunk:
            words += _cut(chunk) if len(chunk) < UNCUT else (chunk,)
            spaces += [False] * (len(words) - len(spaces))
            spaces[-1] = bool(space)
        if blank:
            words.append(blank)
            spaces.append(False)
    return words, spaces


@lru_cache(maxsize=65536)
def _cut(chunk: str) -> tuple[str, ...]:
    """The words of what stands between white space; no chunk changes another's."""
    words: list[str] = []
    for token in tokenizer()(chunk):
        if _prefixed(words) and token.text[0].isalpha():
            words[-2:] = [words[-2] + words[-1] + token.text]
        else:
            words.append(token.text)
    return tuple(words)


def _prefixed(words: list[str]) -> bool:
    """True if the last two words are a prefix and its hyphen."""
    return words[-1:] == ["-"] and len(words) > 1 and words[-2].lower() in PREFIXES
