"""Gerunds before a noun that a tree takes for verbs: "met with bombing victims" tells of no one who bombed them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Protocol

from rashomon.common_nouns import PEOPLE, singular
from rashomon.grammar.people import ARTICLES
from rashomon.lexicon import classes

# Nouns with which the name of a deed makes one: "the shooting scene".
OF_DEEDS = frozenset(
    "attack campaign case charge incident inquiry investigation operation plan plot scene site spree survivor trial "
    "victim".split()
)
# Relations of a clause as its head takes them, and of a noun in its place.
INSTEAD = {"advcl": "obl", "acl": "nmod", "ccomp": "obj", "xcomp": "obj", "csubj": "nsubj"}


class Columns(Protocol):
    """What a reading keeps of each word; indices are words of the text."""

    words: list[str]
    upos: list[str]
    tags: list[str]
    heads: list[int]
    deps: list[str]


def mend(columns: Columns, window: Sequence[int]) -> None:
    """Hang each such gerund on the noun after it, which takes its place and its words."""
    for at, after in itertools.pairwise(window):
        if _is_modifier(columns, window, at, after):
            _swap(columns, window, at, after)


def _is_modifier(c: Columns, window: Sequence[int], at: int, after: int) -> bool:
    own = c.heads[after] == at and c.deps[after] == "obj"
    beside = c.heads[after] == c.heads[at] and c.deps[after] in ("obj", "obl", "nmod")
    if c.tags[at] != "VBG" or c.upos[after] != "NOUN" or not (own or beside) or not classes(c.words[at]):
        return False
    noun = singular(c.words[after].lower())
    if noun in OF_DEEDS:
        return True
    owned = any(c.heads[i] == at and i < at and c.words[i].lower() in ARTICLES for i in window)
    return owned and noun in PEOPLE


def _swap(c: Columns, window: Sequence[int], gerund: int, noun: int) -> None:
    if c.heads[noun] == gerund:
        c.heads[noun] = noun if c.heads[gerund] == gerund else c.heads[gerund]
        dep = c.deps[gerund]
        c.deps[noun] = INSTEAD.get(dep.split(":")[0], dep)
    for i in window:
        if c.heads[i] == gerund and i != gerund:
            c.heads[i] = noun
            c.deps[i] = "case" if c.deps[i] == "mark" else "nmod" if c.deps[i] == "obl" else c.deps[i]
    c.heads[gerund], c.deps[gerund] = noun, "compound"
    c.upos[gerund], c.tags[gerund] = "NOUN", "NN"
