"""Roles by dependency path: who takes part in the event of a verb or a noun, and where (research on events, section 7).

A pair is (role, head word). Coordinated words are a pair each.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, coordination, instruments, people, phrases, places, strays
from rashomon.grammar.obliques import NAMED, Obliques, Pair
from rashomon.grammar.role_words import (
    BLAMING,
    CAUSING,
    HELD,
    HUNTS,
    LIGHT,
    MADE,
    PACTS,
    RECEIVING,
    SCENIC,
    SOUGHT,
    STRUCK,
    SUFFERED,
    UNDERGONE,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

OBLIQUE = ("against", "by", "for", "from", "including", "like", "such", "with")  # not "more than 20", "over 20"


class Words(Obliques):
    """The roles of the words beside a verb or a noun."""

    __slots__ = ()

    # -- verbs ---------------------------------------------------------------------------------------------------------

    def of_verb(self, verb: Token) -> Iterator[Pair]:
        """ "Rebels sank the boat off Sella", "the boat was sunk by rebels"."""
        passive = clauses.passive(verb)
        role = "patient" if passive or verb.lemma_.lower() in UNDERGONE else "agent"
        subjects = (self.acting(verb, t) for t in coordination.subjects(verb) if t.i not in self.times)
        yield from ((role, t) for t in subjects)  # without times: "on Friday that killed"
        for noun in self._objects(verb):
            for t in coordination.coordinated(noun):
                yield "patient", t
        for noun in phrases.children(verb, "iobj"):
            yield "recipient", noun
        inner = [c for s in phrases.children(verb, "nsubj") for c in self._between(s, verb)]
        oblique = [c for c in strays.obliques(verb) if not self.of_told(verb, c)]
        beside = [*oblique, *(c for c in phrases.children(verb, "obj") if clauses.case(c) in OBLIQUE)]
        yield from self.oblique(verb, (c for c in beside if c not in inner), passive)
        if passive:
            yield from self._hidden_agent(verb)
        for noun in phrases.children(verb, "nsubj"):
            if noun.lemma_.lower() in places.VEHICLES and verb.lemma_.lower() in places.MOTION:
                ends = (c for c in phrases.children(noun, "nmod") if clauses.case(c) in ("from", "to"))
                yield from (p for p in self.oblique(verb, ends, False) if p[0] == "place")
        yield from (("instrument", tool) for tool in instruments.instruments(verb))
        where = next((c for c in verb.children if c.lower_ == "where"), None)
        if "relcl" in verb.dep_ and where is not None:
            yield "place", self._scene(verb.head, where)
        for noun in (*oblique, *phrases.children(verb, "obj", *(["nsubj"] if passive else []))):
            if self.is_on_the_spot(noun):
                yield from self.inside(verb, noun)
        if verb.dep_ == "ccomp":
            yield from self._told_of(verb)
        for noun in phrases.children(verb, "obj"):
            if verb.lemma_.lower() in LIGHT:  # "held talks with", "took part in": the noun's own phrases are the act's
                yield from self.oblique(verb, phrases.children(noun, "nmod"), False)
            elif noun.lemma_.lower() in PACTS:
                sides = (c for c in phrases.children(noun, "nmod") if clauses.case(c) == "with")
                yield from (("recipient", t) for c in sides for t in coordination.coordinated(c))

    def _scene(self, noun: Token, where: Token) -> Token:
        """The place that "where" points back at: "the *town* where nine died", "men in *Vell*, where nine died"."""
        named = [t for t in noun.doc[noun.i : where.i] if self.kind.get(t.i) == "place" and t.dep_ != "flat"]
        return named[0] if named and self.acts(noun) else noun

    def _told_of(self, verb: Token) -> Iterator[Pair]:
        """ "In Oro, officials say a dam broke": where several, none of them named, tell it, that is where it broke."""
        teller = next(iter(phrases.children(verb.head, "nsubj")), None)
        if teller is not None and teller.tag_ == "NNS" and teller.pos_ == "NOUN" and teller.i < verb.head.i:
            before = [c for c in phrases.children(verb.head, "obl") if c.i < teller.i]
            yield from (p for p in self.oblique(verb, before, False) if p[0] == "place")

    def _objects(self, verb: Token) -> Iterator[Token]:
        """The direct objects, without pronouns that only join a clause and words that the parser left beside theirs."""
        found = coordination.objects(verb, OBLIQUE)
        for noun, after in zip(found, (*found[1:], None), strict=False):
            if noun.lower_ == "what" or noun.i in self.times:
                continue
            if after is not None and (noun.pos_ == "ADJ" or after.i == noun.i + 1):
                continue  # "weapons testing": one phrase, taken for two objects
            if noun.lower_ in phrases.RELATIVE and noun.pos_ == "PRON":
                if len(found) == 1 and phrases.base(verb.dep_) == "acl" and noun.i < verb.i:
                    yield verb.head
                continue
            yield noun
        gap = strays.open_object(verb, coordination.ALONE | places.MOTION)
        if not found and gap is not None and gap.i not in self.times and not clauses.passive(verb):
            yield gap
        elif not found:
            others = [c for c in phrases.children(verb, "obl", "nsubj") if c.dep_ in ("obl", "nsubj")]
            yield from (c for c in others if self._follows(verb, c))

    def _follows(self, verb: Token, noun: Token) -> bool:
        """True for a noun right after a verb that has its subject before it: an object, taken for something else."""
        if noun.i in self.times or noun.pos_ not in ("NOUN", "PROPN") or clauses.case(noun):
            return False
        particle = strays.particle(verb, noun)
        begin = noun.left_edge.i - (particle in ("down", "up") or bool(particle and particle not in places.PLACES))
        return begin == verb.i + 1 and any(c.i < verb.i for c in phrases.children(verb, "nsubj"))

    def _hidden_agent(self, verb: Token) -> Iterator[Pair]:
        """ "was given to the army by the ministry", with the ministry hung on the army."""
        beside = phrases.children(verb, "obl")
        if any(clauses.case(c) == "by" for c in beside):
            return
        for by in verb.doc[verb.i + 1 : verb.i + 2]:  # "was run by Oro Air, a subsidiary", with Air hung on the last
            if by.lower_ == "by" and by.dep_ == "case" and by.head.i > by.i and self.acts(by.head):
                yield from (("agent", t) for t in coordination.coordinated(by.head))
        for noun in (n for c in beside for n in (c, *phrases.children(c, "nmod")) if n.i not in self.happenings):
            for doer in phrases.children(noun, "nmod"):
                if clauses.case(doer) == "by" and self.acts(doer):
                    yield from (("agent", t) for t in coordination.coordinated(doer))

    # -- nouns ---------------------------------------------------------------------------------------------------------

    def of_noun(self, noun: Token) -> Iterator[Pair]:
        """ "Putin's meeting with Rouhani", "the attack by rebels on the base", "Iranian strikes in Aleppo"."""
        lemma = noun.lower_ if noun.lower_.endswith("ing") else noun.lemma_.lower()  # "firing" has the lemma "fire"
        by = any(clauses.case(c) == "by" for c in noun.children)
        owned = any(c.dep_ == "nmod:poss" for c in noun.children)
        of = any(clauses.case(c) == "of" for c in noun.children)
        for child in noun.children:
            if child.i in self.times:
                continue
            role = self._before(child, lemma, of) or self._after(child, lemma, by or owned)
            for t in coordination.coordinated(child) if role else ():
                yield str(role), t
            if self.is_occasion(child):
                yield from self.inside(noun, child)
            for c in phrases.children(child, "nmod") if role == "patient" else ():
                if clauses.case(c) == "by":  # "the release of the girls by the rebels", hung on the girls
                    yield "agent", c
                elif self.is_place(c, clauses.case(c), lemma):
                    yield "place", c
        first = noun.left_edge.i
        if not owned and first > 1 and noun.doc[first - 1].tag_ == "POS":  # "Oro's murder", with Oro hung elsewhere
            owner = noun.doc[first - 2]
            yield self._owner(owner, lemma, of), owner.head if owner.dep_ == "flat" else owner
        for c in phrases.children(noun.head, "obl") if lemma in SOUGHT else ():
            if clauses.case(c) == "into" and c.left_edge.i == noun.i + 1:
                yield "patient", c
        yield from self._by_governor(noun)

    def _owner(self, owner: Token, lemma: str, of: bool) -> str:
        return "patient" if lemma in SUFFERED and not of and self.kind.get(owner.i) != "place" else "agent"

    def _before(self, child: Token, lemma: str, of: bool) -> str | None:
        """The role of an owner or of a word before the noun."""
        kind = self.kind.get(child.i)
        if child.dep_ == "nmod:poss":
            return self._owner(child, lemma, of)
        if child.dep_ == "compound" and kind is None and child.pos_ == "NOUN" and child.i + 1 == child.head.i:
            if lemma in MADE or (lemma in SUFFERED and child.lower_ not in people.BODIES):
                return "patient"
            return None
        scene = lemma in SCENIC or (lemma in STRUCK and not places.state(child.text))  # "the Vell attack"
        if kind == "place" and child.dep_ == "compound" and scene:
            return "place"
        if child.dep_ == "compound" and kind is not None:
            return "patient" if lemma in SUFFERED and kind != "place" else "agent"
        return "agent" if child.dep_ == "amod" and kind in ("other", "place") else None

    def _after(self, child: Token, lemma: str, has_agent: bool) -> str | None:
        """The role of a noun with a preposition."""
        if phrases.base(child.dep_) not in ("nmod", "obl"):
            return None
        case, named = clauses.case(child), self.kind.get(child.i) in NAMED
        if (case == "into" and lemma in SOUGHT) or (case == "for" and lemma in HUNTS):
            return "patient"
        if lemma in STRUCK and case in ("on", "against"):
            return "patient"
        if self.is_place(child, case, lemma):
            return "place"
        if case in ("by", "between"):
            return "agent"
        if case == "of":
            return "agent" if named and not has_agent and lemma not in SUFFERED | MADE else "patient"
        if case == "from" and self.acts(child):
            return "agent"
        if case in ("on", "against", "to"):
            return "patient"
        return "recipient" if case == "with" else None

    def _by_governor(self, noun: Token) -> Iterator[Pair]:
        """What a noun takes from the verb that it hangs on: "held talks", "the attack took place", "is in talks"."""
        top = self.carrier(noun)
        verb, relation = top.head, phrases.base(top.dep_)
        light = verb.pos_ == "VERB" and verb.lemma_.lower() in LIGHT
        for clause in (verb, *phrases.children(noun, "acl")):  # "the raid took place in", "the raid, which began in"
            if self.occurrence(clause) == noun:
                yield from self.oblique(clause, phrases.children(clause, "obl"), False)
            elif clause != verb and clause.lemma_.lower() in LIGHT:  # "a search conducted by troops"
                yield from self.oblique(clause, phrases.children(clause, "obl"), True)
        if noun.dep_ == "compound" and verb.lemma_.lower() in places.SCENES:  # "the crash site near Vell"
            yield from self.inside(noun, verb)
        if self.occurrence(verb) == noun:
            return
        if relation == "obj" and not light:
            near = (c for c in phrases.children(verb, "obl") if verb.lemma_.lower() in CAUSING or self.touches(top, c))
            yield from self._around(noun, verb, near, ("place",))  # "sparked protests in Vell"
        if relation == "obj" and verb.lemma_.lower() in RECEIVING and noun.lemma_.lower() in SUFFERED:
            yield from (("patient", t) for t in coordination.subjects(verb))
        yield from self._by_blame(noun, verb, relation)
        if relation == "obj" and light:
            role = "patient" if clauses.passive(verb) else "agent"  # "was given a sentence"
            yield from ((role, t) for t in coordination.subjects(verb))
            roles = ("agent", "patient", "recipient", "place")
            yield from self._around(noun, verb, phrases.children(verb, "obl"), roles)
        elif relation == "nsubj" and light and clauses.passive(verb):  # "assaults were carried out by men"
            yield from self.oblique(verb, phrases.children(verb, "obl"), True)
            hunted = (c for c in phrases.children(verb, "obl") if noun.lemma_.lower() in HUNTS)
            yield from self._around(noun, verb, hunted, ("patient",))  # "a search was launched for Ana Oro"
        elif relation == "nsubj":  # "the attack in Sella shocked them", with Sella hung on the verb
            yield from (p for p in self.oblique(verb, self._between(noun, verb), False) if p[0] == "place")
        elif relation == "obl" and verb.pos_ == "VERB":
            joins = light and clauses.case(noun) in ("in", "on") and not clauses.passive(verb)
            if joins or self._during(noun):
                named = any(c.dep_ == "nmod:poss" or clauses.case(c) in ("by", "between") for c in noun.children)
                yield from (("agent", t) for t in coordination.subjects(verb) if not named)
        elif clauses.case(noun) in ("in", "on"):  # "the leader is in talks with"
            role = "patient" if noun.lemma_.lower() in HELD else "agent"  # "six are in custody"
            for t in phrases.children(noun, "nsubj"):
                yield from ((role, c) for c in coordination.coordinated(t))

    def _by_blame(self, noun: Token, verb: Token, relation: str) -> Iterator[Pair]:
        """Whom others hold for the one who did it: "blamed Oro for the attack", "blamed the attack on Oro"."""
        if any(c.dep_ == "nmod:poss" or clauses.case(c) == "by" for c in noun.children):
            return  # "blamed Oro for the rebels' attack": they did it
        case = BLAMING.get(verb.lemma_.lower())
        done = relation == "obj" or (relation == "nsubj" and clauses.passive(verb))
        if case and relation == "obl" and clauses.case(noun) == case:
            blamed = coordination.subjects(verb) if clauses.passive(verb) else phrases.children(verb, "obj")
        elif verb.lemma_.lower() == "blame" and done:
            blamed = [c for c in phrases.children(verb, "obl") if clauses.case(c) == "on"]
        else:
            return
        yield from (("agent", t) for b in blamed for t in coordination.coordinated(b))

    def _around(self, noun: Token, verb: Token, beside: Iterable[Token], roles: Container[str]) -> Iterator[Pair]:
        """Those of these roles beside the verb that a noun is the object of; what is struck is whom: "opened fire on
        them", "declared war on Oro"."""
        for c in beside:
            lemma, case = noun.lemma_.lower(), clauses.case(c)
            struck = (lemma in STRUCK and case in ("on", "against")) or (lemma in HUNTS and case == "for")
            if struck and c.i not in self.times:
                yield from (("patient", t) for t in coordination.coordinated(c))
            else:
                yield from (p for p in self.oblique(verb, [c], False) if p[0] in roles)

    def _between(self, noun: Token, verb: Token) -> list[Token]:
        """What stands between a noun and its verb without a comma belongs to the noun."""
        words = noun.doc[noun.i : verb.i]
        found = [c for c in phrases.children(verb, "obl") if noun.i < c.i < verb.i]
        return [] if any(t.is_punct for t in words) or noun.i not in self.happenings else found
