"""Descriptions marked as those of another than a candidate: "the Oro firm" is not Vale Ltd, nor "the Delta senator" one
of Sella.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from rashomon.grammar.abbreviations import initials

if TYPE_CHECKING:
    from rashomon.grammar.discourse import Discourse
    from rashomon.tokens import Token

MARKING = frozenset({"compound", "nmod:poss", "flat", "nmod:desc", "amod"})
# Parties of which one excludes the others.
PARTIES = (
    frozenset({"democrat", "democratic", "democrats"}),
    frozenset({"gop", "republican", "republicans"}),
    frozenset({"green", "greens"}),
    frozenset({"conservative", "conservatives", "tory", "tories"}),
    frozenset({"labour"}),
    frozenset({"libertarian"}),
)
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> frozenset[str]:
    """The words of a name or title, in lower case, without marks and the "s" of an owner."""
    return frozenset(_WORD.findall(text.lower().replace(".", ""))) - {"s"}


def other_party(token: Token, told: Iterable[str]) -> bool:
    """True for a description of one party, where *told*, what somebody is called, is of another alone."""
    own = _parties({c.lower_ for c in token.children if c.dep_ in MARKING})
    theirs = _parties({w for each in told for w in words(each)})
    return bool(own and theirs) and own.isdisjoint(theirs)


def _parties(found: Collection[str]) -> set[int]:
    return {i for i, names in enumerate(PARTIES) if not names.isdisjoint(found)}


class Marks:
    """The names that stand before nouns of an account."""

    def __init__(self, discourse: Discourse):
        self.at = discourse
        self.places = {w for n in discourse.names if n.kind == "place" for w in words(n.entity)}

    def before(self, token: Token) -> tuple[frozenset[str], frozenset[str]]:
        """The words of names before a noun: those of places and of what nobody knows the kind of, and all others."""
        place: set[str] = set()
        other: set[str] = set()
        for word in self.at.doc[token.left_edge.i : token.i]:
            if word.pos_ == "PROPN" and word.dep_ in MARKING:
                name = self.at.of_token.get(word.i)
                (place if name is None or name.kind == "place" else other).update(words(word.text))
        return frozenset(place), frozenset(other)

    def from_elsewhere(self, token: Token, titles: Iterable[str]) -> bool:
        """True for an office of one place, where all the places that the titles of its bearer name are others."""
        place, _ = self.before(token)
        told = {w for title in titles for w in words(title)} & self.places
        return bool(place and told) and place.isdisjoint(told)


def of_another(noun: str, marks: tuple[frozenset[str], frozenset[str]], entity: str) -> bool:
    """True for a noun with a name before it that a body or thing has not: "the Oro Department" is not the Vale
    Department. The name of a place may tell where any is, but for what is itself called by the noun.

    >>> of_another("department", (frozenset(), frozenset({"oro"})), "Vale Department")
    True
    >>> of_another("firm", (frozenset({"vell"}), frozenset()), "Vale Ltd")
    False
    """
    place, other = marks
    own = words(entity) | {initials(entity.lower().split())}
    if other and own.isdisjoint(other):
        return True
    return entity.lower().split()[-1:] == [noun] and bool(place) and own.isdisjoint(place)
