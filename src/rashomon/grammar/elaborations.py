"""Persons whom an account calls by what it has not told of them yet: "Ana Oro ... the retired pilot".

Accounts vary the names of those whom they are about. What speaks for each person told of before is weighed as for "he"
and "she"; only nouns that are no role in the story itself count ("the driver", "the spokesman" may be anybody).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rashomon.grammar import people
from rashomon.grammar.described import ANOTHER
from rashomon.grammar.discourse import SUBJECTS, Discourse
from rashomon.grammar.gender import of_noun
from rashomon.grammar.offices import Offices
from rashomon.grammar.pronouns import UNNAMED, Pronouns
from rashomon.grammar.salience import ELABORATED, surest
from rashomon.types import Resolved

if TYPE_CHECKING:
    from rashomon.tokens import Token

# What somebody is whatever happens in the story.
STANDING = (
    people.PERSONS
    | people.FAMED
    | frozenset(
        """actor actress billionaire ceo champion coach comic communist composer filmmaker founder frontrunner
        front-runner governor guitarist inventor lady leader magnate mayor millionaire native neurosurgeon old
        physician pianist quarterback runner socialist statesman striker surgeon trailblazer underdog violinist
        winner""".split()
    )
) - frozenset({"analyst", "expert", "researcher", "executive", "author", "liberal", "conservative"})
# What makes it nobody who was told of, or nobody yet.
UNKNOWN = frozenset("anonymous eventual future ideal potential unidentified unknown unnamed would-be".split())
TELLING = frozenset({"amod", "compound", "nmod", "nmod:desc", "acl:relcl", "obl:npmod", "nummod"})
MAIN = 2  # times as often as any other that the one whom an account is about is named


class Elaborations:
    """Whom such descriptions of an account stand for."""

    def __init__(self, discourse: Discourse, pronouns: Pronouns, offices: Offices):
        self.at, self.pronouns, self.offices = discourse, pronouns, offices

    def description(self, token: Token) -> tuple[str, Resolved] | None:
        """Whom "the retired pilot" stands for."""
        if not self._elaborates(token):
            return None
        told = self.pronouns.told_before(token, of_noun(token.lemma_.lower()))
        found = {who: evidence for who, evidence in told.items() if not self.offices.is_other(token, who)}
        often = Counter(n.entity for n in self.at.names if n.kind == "person" and n.span.begin < token.idx)
        (main, most), (_, second) = [*often.most_common(2), ("", 0), ("", 0)][:2]
        if main in found and most >= max(2, MAIN * second):
            found[main].add("main")
        best = surest(found, ELABORATED)
        return None if best is None or best.startswith(UNNAMED) else (best, Resolved.NEAREST)

    def _elaborates(self, token: Token) -> bool:
        noun, around = token.lemma_.lower(), token.children
        if token.tag_ != "NN" or token.dep_ not in SUBJECTS or noun not in STANDING or self.at.name_at(token.i):
            return False
        if not any(c.lower_ == "the" for c in around) or not any(c.dep_ in TELLING for c in around):
            return False
        if any(c.dep_ in ("appos", "flat", "conj", "cop") or c.lower_ in ANOTHER | UNKNOWN for c in around):
            return False
        last = token.right_edge.i
        if any(c.dep_ == "acl:relcl" and self.at.doc[c.left_edge.i - 1].text != "," for c in around):
            return False  # "the candidate who wins"
        explained = self.at.doc[last + 1 : last + 2] and self.at.doc[last + 1].text == ","
        named = map(self.at.of_token.get, range(token.left_edge.i, last + 1 + (2 if explained else 0)))
        return not any(n is not None and n.kind == "person" for n in named)
