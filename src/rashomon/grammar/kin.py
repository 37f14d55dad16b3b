"""Persons who are told by whose they are, and children: "her mother", "Oro's son", "my wife", "the boy"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING

from rashomon.grammar.called import classes
from rashomon.grammar.discourse import Discourse, top
from rashomon.grammar.gender import of_noun
from rashomon.types import Resolved

if TYPE_CHECKING:
    from rashomon.tokens import Token


# What one is to another: of a son's mother he is the child.
RELATIONS = classes("""
parent: mother father mum mom mummy mommy dad daddy
child: son daughter kid
spouse: wife husband partner
sibling: brother sister
grandparent: grandmother grandfather
grandchild: grandson granddaughter
lawyer: attorney
uncle:
aunt:
nephew:
niece:
cousin:
stepmother:
stepfather:
stepson:
stepdaughter:
""")
INVERSE = {"parent": "child", "child": "parent", "spouse": "spouse", "sibling": "sibling",
           "grandparent": "grandchild", "grandchild": "grandparent"}  # fmt: skip
CHILDREN = frozenset("boy girl child kid lad tot toddler youngster baby son daughter".split())
OTHERS = frozenset("another other second third youngest half".split())  # "her other son" is not the one
ADULT = 18
NEAR = 60  # letters before a name that may tell an age
AGES = "one two three four five six seven eight nine ten eleven twelve".split()
_AGED = re.compile(
    r"\b(\w+)-(?:years?|months?|weeks?)-old\b[^.,;:!?\n]{0,30}$|\b(little|baby|toddler) $", re.IGNORECASE
)


class Kin:
    """What an account tells of who is whose. *telling* is who says the quotation around a word: "my son"."""

    def __init__(self, discourse: Discourse, genders: Mapping[str, str], telling: Callable[[Token], str | None]):
        self.at, self.genders, self.telling = discourse, genders, telling
        persons = [n for n in discourse.names if n.kind == "person"]
        self.named = {n.entity: n.span.begin for n in reversed(persons)}  # where each is named first
        text = discourse.doc.text
        self.children = {n.entity for n in persons if _is_young(text[max(0, n.span.begin - NEAR) : n.span.begin])}
        self.of_parents: set[str] = set()  # whoever has a parent in it, too: a child if no other is told of
        self.told: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)  # (of whom, relation) -> who

    def learn(self) -> None:
        """Note who is whose, once pronouns are resolved."""
        for token in self.at.doc:
            relation = RELATIONS.get(token.lemma_.lower())
            whose = self._owner(token) if relation else None
            who = self._named(token) if whose else None
            if whose and relation == "parent":
                self.of_parents.add(whose)
            if relation and who and whose and who != whose:
                self.told[whose, relation][who] = None
                if relation in INVERSE:
                    self.told[who, INVERSE[relation]][whose] = None
                if relation == "child":
                    self.children.add(who)

    def tells(self, token: Token) -> bool:
        """True for kin of somebody who is named, whom no office tells: "Oro's son"."""
        return token.lemma_.lower() in RELATIONS and self._owner(token) is not None

    def description(self, token: Token) -> tuple[str, Resolved] | None:
        """Who "her mother" or "the boy" is; nobody where two may be."""
        noun = token.lemma_.lower()
        if token.tag_ in ("NNS", "NNPS") or noun not in RELATIONS or self._named(token):
            return None
        if OTHERS & {c.lower_ for c in token.children}:
            return None
        relation, whose = RELATIONS.get(noun, ""), self._owner(token)
        if whose is not None:
            return self._only(self.told.get((whose, relation), {}) or self._of_one_name(whose, relation), noun)
        if any(c.stem == "nmod" for c in token.children):  # of somebody without a name
            return None
        the = any(c.lower_ in ("the", "this", "that") for c in token.children)
        if the and relation:
            return self._only({e for (_, r), who in self.told.items() if r == relation for e in who}, noun)
        return None

    def _of_one_name(self, whose: str, relation: str) -> list[str]:
        """Who bears the surname of somebody and may be his *relation*: nobody who is told to be other kin. Of the other
        sex a spouse may be, of the same a parent, child or sibling."""
        if relation not in INVERSE or not (sex := self.genders.get(whose)):
            return []
        other = {e for (_, r), who in self.told.items() if r != relation for e in who}
        same = [e for e in self.named if e != whose and " " in e and e.split()[-1] == whose.split()[-1]]
        return [e for e in same if e not in other and (self.genders.get(e) not in ("", sex)) == (relation == "spouse")]

    def _only(self, found: Collection[str], noun: str) -> tuple[str, Resolved] | None:
        """The only person whose gender may be that of a noun."""
        sex = of_noun(noun)
        fitting = [who for who in found if not sex or self.genders.get(who) in ("", sex)]
        return (fitting[0], Resolved.TITLE) if len(fitting) == 1 else None

    def _owner(self, token: Token) -> str | None:
        """Of whom somebody is the mother or the son: "his", "Oro's", "my" in a quotation, "of Oro"."""
        for c in token.children:
            if c.stem == "nmod" and (c.dep_ == "nmod:poss" or any(g.lower_ == "of" for g in c.children)):
                if c.lower_ in ("my", "our"):
                    return self.telling(c)
                return self.at.person(c.i) or self.at.guessed.get(c.i)
        return None

    def _named(self, token: Token) -> str | None:
        """The name beside a description of kin: "his mother Ana", "Oro's sister, Luz", "Ana Oro, his wife"."""
        name = self.at.name_at(token.i)
        if name is not None:
            return name.entity
        head = token.head
        if token.dep_ in ("appos", "compound", "nmod:desc") and (beside := self.at.of_token.get(top(head).i)):
            return beside.entity if beside.kind == "person" else None
        return None


def _is_young(before: str) -> bool:
    """True if what stands before a name tells that it is a child's: "six-year-old", "little"."""
    found = _AGED.search(before)
    if found is None or found[2]:
        return found is not None
    age = found[1].lower()
    return age in AGES or (age.isdigit() and int(age) < ADULT) or "year" not in found[0].lower()
