"""Words before another that a tree takes for more: gerunds for verbs ("met with bombing victims" tells of no one who
bombed them), the first half of a verb for its subject ("Oro test-fired a rocket"), and what somebody is for somebody
else ("met the rebel leader Oro")."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Protocol

from rashomon.common_nouns import PEOPLE, singular
from rashomon.grammar import people
from rashomon.grammar.people import ARTICLES
from rashomon.lexicon import classes

# Nouns with which the name of a deed makes one: "the shooting scene".
OF_DEEDS = frozenset(
    "attack campaign case charge incident inquiry investigation operation plan plot scene site spree survivor trial "
    "victim".split()
)
SOMEBODY = people.OFFICES | people.PERSONS | people.HUMANS
PARTS = frozenset({"nsubj", "obj", "iobj", "obl"})  # of a clause, which a noun and the name after it are one of
# Relations of a clause as its head takes them, and of a noun in its place.
INSTEAD = {"advcl": "obl", "acl": "nmod", "ccomp": "obj", "xcomp": "obj", "csubj": "nsubj"}


class Columns(Protocol):
    """What a reading keeps of each word; indices are words of the text."""

    words: list[str]
    spaces: list[bool]  # whether one follows
    upos: list[str]
    tags: list[str]
    heads: list[int]
    deps: list[str]
    ents: list[str]  # "B-PER", "I-PER", "O"


def mend(columns: Columns, window: Sequence[int]) -> None:
    """Hang each such gerund on the noun after it, which takes its place and its words; each such half on its verb; and
    make such a noun and the name after it one."""
    for at, after in itertools.pairwise(window):
        if _is_modifier(columns, window, at, after):
            _swap(columns, window, at, after)
        elif _is_one(columns, at, after):
            _unite(columns, window, at, after)
    for half, hyphen, verb in zip(window, window[1:], window[2:], strict=False):
        whole = columns.words[hyphen] == "-" and not (columns.spaces[half] or columns.spaces[hyphen])
        if whole and columns.upos[half] == "NOUN" and columns.words[half].islower() and _is_told(columns, half, verb):
            _join(columns, window, half, verb)


def _is_one(c: Columns, noun: int, name: int) -> bool:
    """True for what somebody is and his name right after it, where the tree has made two participants of them."""
    person = c.upos[noun] == "NOUN" and c.tags[noun] == "NN" and c.words[noun].lower() in SOMEBODY
    named = c.ents[name] == "B-PER" and c.upos[name] == "PROPN" and c.spaces[noun]
    one = c.heads[noun] == c.heads[name] not in (noun, name)
    return person and named and one and all(c.deps[i].split(":")[0] in PARTS for i in (noun, name))


def _unite(c: Columns, window: Sequence[int], noun: int, name: int) -> None:
    """Make the name an apposition of a noun with an article, and any other noun a title of the name."""
    role = next((c.deps[i] for i in (noun, name) if c.deps[i] in ("obj", "obl:agent")), c.deps[noun])
    if any(c.heads[i] == noun and c.words[i].lower() in ARTICLES for i in window):
        c.heads[name], c.deps[name], c.deps[noun] = noun, "appos", role
    else:
        c.heads[noun], c.deps[noun], c.deps[name] = name, "nmod:desc", role


def _is_told(c: Columns, half: int, verb: int) -> bool:
    """True for the verb of a clause, with or without its helpers; not for "the Oro-based firm"."""
    clause = c.deps[verb].split(":")[0] in ("root", "conj", "ccomp", "xcomp", "advcl", "parataxis", "acl")
    return c.upos[verb] == "VERB" and c.tags[verb] in ("VBD", "VBN") and clause and c.heads[half] == verb


def _join(c: Columns, window: Sequence[int], half: int, verb: int) -> None:
    """Make the half a part of the verb; what hung on it before is the subject where the verb has none."""
    before = [i for i in window if i < half and c.heads[i] == half]
    has_subject = any(c.heads[i] == verb and c.deps[i].startswith("nsubj") and i != half for i in window)
    nouns = [i for i in before if c.upos[i] in ("NOUN", "PROPN", "PRON")]
    for i in before:
        c.heads[i] = nouns[-1] if nouns else verb
    if nouns:
        c.heads[nouns[-1]], c.deps[nouns[-1]] = verb, "compound" if has_subject else "nsubj"
    c.heads[half], c.deps[half], c.upos[half], c.tags[half] = verb, "compound", "ADV", "RB"


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
