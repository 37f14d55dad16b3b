"""Bodies, places and things with names that "it", "its" and "they" stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.grammar import phrases
from rashomon.grammar.discourse import Discourse, says_of_itself, subject
from rashomon.grammar.people import PLURAL

if TYPE_CHECKING:
    from rashomon.tokens import Token

THINGS = ("organisation", "place")
PEOPLES = ("organisation", "other")  # "they" of Karsans
ANY = (*THINGS, "other")
THROUGH = frozenset(  # relations from a word up to the clause that it stands in
    "xcomp conj advcl obl obj nmod nmod:poss amod acl appos compound iobj".split()
)
DEEP = 10  # words up a tree


class Things:
    """What the words of an account that tell of no person stand for."""

    def __init__(self, discourse: Discourse):
        self._at = discourse

    def pronoun(self, token: Token) -> str | None:
        """What "it" or "its" stands for: the subject that it is bound by, else the model's antecedent; of "they" the
        model's antecedent if it is a body or a people. "It is unclear whether" stands for nothing."""
        if token.lower_ in PLURAL:
            return self._at.antecedent(token, PEOPLES)
        if token.dep_ == "expl" or any(c.dep_ in ("csubj", "expl") for c in token.head.children):
            return None
        if token.head.lemma_ == "come" and any(c.lower_ == "when" for c in token.head.children):
            return None  # "when it comes to boats"
        binding = self._binding(token)
        return (self._thing(binding) if binding is not None else None) or self._at.antecedent(token, ANY)

    def _thing(self, token: Token) -> str | None:
        entity = self._at.entity_at(token.i)
        return entity if entity and self._at.kinds.get(entity) in THINGS else None

    def _binding(self, token: Token) -> Token | None:
        """The subject of the clause of "its" and "itself", and who says it of "Karsa said it would"."""
        if token.lower_ == "it":
            return says_of_itself(token)
        at = token
        for _ in range(DEEP):
            clause = at.head
            who = subject(clause)
            if who is not None and who.i < token.i:
                relative = phrases.is_wh(who)
                return clause.head if relative and clause.dep_ == "acl:relcl" else None if relative else who
            if clause.i == at.i or (clause.dep_ not in THROUGH and clause.dep_ != "root"):
                return None
            at = clause
        return None
