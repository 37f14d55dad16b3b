"""Roles by dependency path: who takes part in the event of a noun, and where (research on events, section 7)."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import TYPE_CHECKING

from rashomon.grammar import authors, causes, clauses, coordination, instruments, people, phrases, places
from rashomon.grammar.obliques import NAMED, Obliques, Pair, manner
from rashomon.grammar.role_words import (
    ACCUSING,
    BEATING,
    BLAMING,
    BOMBED,
    CAUSING,
    DOING,
    FALLING,
    HARMS,
    HELD,
    HUNTS,
    LIGHT,
    MADE,
    NOTICED,
    RECEIVING,
    SCENIC,
    SOUGHT,
    SPREADING,
    STRUCK,
    SUFFERED,
    SWEEPING,
    TARGETS,
    WITNESSING,
)
from rashomon.lexicon import classes

if TYPE_CHECKING:
    from rashomon.tokens import Token


class Nouns(Obliques):
    """The roles of the words beside a noun that tells an event."""

    __slots__ = ()

    def of_noun(self, noun: Token) -> Iterator[Pair]:
        """ "Putin's meeting with Rouhani", "the attack by rebels on the base", "Iranian strikes in Aleppo"."""
        lemma = noun.lower_ if noun.lower_.endswith("ing") else noun.lemma_.lower()  # "firing" has the lemma "fire"
        cases = {clauses.case(c) for c in noun.children if c.dep_ != "case"}
        by, of = "by" in cases, "of" in cases
        owned = any(c.dep_ == "nmod:poss" for c in noun.children)
        for child in noun.children:
            if child.i in self.times or authors.astray(child):
                continue
            role = self._before(child, lemma, of) or self._after(child, lemma, by or owned)
            for t in coordination.coordinated(child) if role else ():
                yield str(role), t
            yield from (("place", t) for t in self._further(child) if role == "place")
            if self.is_occasion(child):
                yield from self.inside(noun, child)
            for c in phrases.children(child, "nmod") if role == "patient" else ():
                if clauses.case(c) == "by":  # "the release of the girls by the rebels", hung on the girls
                    yield "agent", c
                elif self.is_place(c, clauses.case(c), lemma):
                    beside = (t for t in coordination.coordinated(c) if t == c or self._is_beside(t, c))
                    yield from (("place", t) for t in beside)
        first = noun.left_edge.i
        if not owned and first > 1 and noun.doc[first - 1].tag_ == "POS":  # "Oro's murder", with Oro hung elsewhere
            owner = noun.doc[first - 2]
            role = None if owner.i in self.times else self._owner(owner, lemma, of)
            if role is not None:
                yield role, owner.head if owner.dep_ == "flat" else owner
        yield from (("place", t) for t in self._after_time(noun, lemma))
        for c in phrases.children(noun.head, "obl") if lemma in SOUGHT else ():
            if clauses.case(c) == "into" and c.left_edge.i == noun.i + 1:
                yield "patient", c
        yield from self._by_governor(noun)
        if not by and all(c.i in self.times for c in phrases.children(noun, "nmod:poss")):
            yield from (("agent", t) for t in authors.authors(self.carrier(noun)) if t.i not in self.times)
        yield from (("cause", t) for t in causes.causes(noun) if t.i not in self.times)

    def _after_time(self, noun: Token, lemma: str) -> Iterator[Token]:
        """Where an event was, behind its time: "a shooting Friday night *in a bar*", with the bar hung on the night."""
        at = noun.i + 1
        while at < len(noun.doc) and at in self.times:
            beside = (c for c in phrases.children(noun.doc[at], "nmod") if c.i > at and c.i not in self.times)
            yield from (c for c in beside if self.is_place(c, clauses.case(c), lemma))
            at += 1

    def _owner(self, owner: Token, lemma: str, of: bool) -> str | None:
        """The role of an owner: a place of what people come together for or suffer there; of "the world's worst quake"
        none."""
        if self.kind.get(owner.i) == "place" and lemma in SCENIC:
            return "place"
        if any(c.tag_ == "JJS" for c in owner.head.children) and not self.acts(owner):
            return None
        return "patient" if lemma in SUFFERED and not of and self.kind.get(owner.i) != "place" else "agent"

    def _before(self, child: Token, lemma: str, of: bool) -> str | None:
        """The role of an owner or of a word before the noun."""
        kind = self.kind.get(child.i)
        if child.dep_ == "nmod:poss":
            return self._owner(child, lemma, of)
        if child.dep_ == "compound" and kind is None and child.pos_ == "NOUN" and child.i + 1 == child.head.i:
            if lemma in SUFFERED and of:  # "the sniper shooting of a guard", "the knife killing of a guard"
                return "agent" if self.acts(child) else None
            if lemma in MADE or (lemma in SUFFERED and child.lower_ not in people.BODIES):
                return "patient"
            if lemma in BOMBED and places.site(child):
                return "patient"  # "an embassy bombing"
            return "agent" if lemma in FALLING else None  # "a crane collapse"
        land = places.state(child.text)
        scene = lemma in SCENIC or (lemma in STRUCK | SUFFERED and not land)  # "the Vell attack"
        if kind == "place" and child.dep_ == "compound" and scene:
            return "place"
        if child.dep_ == "compound" and kind is not None:
            return "patient" if lemma in SUFFERED and kind != "place" and not land else "agent"
        if kind == "other" and lemma in SUFFERED and classes(lemma) & HARMS and not land:
            return "patient"  # "the Vale shooting", with Vale taken for an adjective
        return "agent" if child.dep_ == "amod" and kind in ("other", "place") else None

    def _after(self, child: Token, lemma: str, has_agent: bool) -> str | None:
        """The role of a noun with a preposition."""
        if child.stem not in ("nmod", "obl"):
            return None
        case, named = clauses.case(child), self.kind.get(child.i) in NAMED
        if (case == "into" and lemma in SOUGHT) or (case == "for" and lemma in HUNTS):
            return "patient"
        if (lemma in STRUCK and case in ("on", "against")) or (lemma in BEATING and case == "over"):
            return "patient"
        if self.is_place(child, case, lemma):
            return "place"
        if case in ("by", "between"):
            return "agent"
        if case == "of" and lemma in ACCUSING:
            return "topic"
        if case == "with" and child.lemma_.lower() in instruments.TOOLS:
            return "instrument"
        if case == "of" and lemma in places.GOING and self.acts(child):
            return "agent"  # "the arrival of envoys"
        if case == "of":
            return "agent" if named and not has_agent and lemma not in SUFFERED | MADE else "patient"
        if case == "from" and self.acts(child):
            return "agent"
        if case in ("on", "against", "to"):
            return "patient"
        return "recipient" if case == "with" and not manner(child) else None

    def _by_governor(self, noun: Token) -> Iterator[Pair]:
        """What a noun takes from the verb that it hangs on: "held talks", "the attack took place", "is in talks"."""
        top = self.carrier(noun)
        verb, relation = top.head, top.stem
        light = verb.pos_ == "VERB" and verb.lemma_.lower() in LIGHT
        yield from self._of_clauses(noun, verb)
        held = noun.dep_ == "compound" or clauses.case(noun) == "of"
        if held and verb.lemma_.lower() in places.SCENES:  # "the crash site near Vell", "site of the crash near Vell"
            yield from self.inside(noun, verb)
        if top != noun:  # "a spate of raids in Vell", with Vell hung on the spate
            after = [c for c in phrases.children(top, "nmod") if c.i > noun.i]
            yield from (p for p in self.oblique(noun, after, False) if p[0] == "place")
        yield from (("place", t) for t in self._swept(verb, relation))
        if self.occurrence(verb) == noun:
            return
        if relation == "obj" and not light:
            near = (c for c in phrases.children(verb, "obl") if verb.lemma_.lower() in CAUSING or self.touches(top, c))
            yield from self._around(noun, verb, near, ("place",))  # "sparked protests in Vell"
        if relation == "obj" and verb.lemma_.lower() in RECEIVING and noun.lemma_.lower() in SUFFERED:
            yield from (("patient", t) for t in coordination.subjects(verb))
        yield from self._by_blame(noun, verb, relation)
        cases = DOING.get((verb.lemma_.lower(), noun.lemma_.lower()), ()) if relation == "obj" and not light else ()
        if cases:  # "set fire to a car"
            yield from (("agent", t) for t in coordination.subjects(verb))
            done = (c for c in phrases.children(verb, "obl") if clauses.case(c) in cases)
            yield from (("patient", t) for c in done for t in coordination.coordinated(c))
        elif relation == "obj" and light:
            yield from self._held(noun, verb)
        elif relation == "nsubj":
            yield from self._of_subject(noun, verb, light)
        elif relation == "obl" and verb.pos_ == "VERB" and clauses.case(noun) != "under":
            yield from self._of_oblique(noun, verb, light)
        else:
            yield from self._of_state(noun, verb, relation)

    def _of_state(self, noun: Token, verb: Token, relation: str) -> Iterator[Pair]:
        """From whoever is in it or under it."""
        case, found, role = clauses.case(noun), phrases.children(noun, "nsubj"), "patient"
        whole = verb if noun.dep_ == "compound" else noun  # "an assassination attempt"
        if case == "under":  # "came under attack", "a ship under attack", "are under arrest"
            whose = clauses.subject(verb) if relation == "obl" else verb if relation == "nmod" else None
            found = [whose] if whose is not None else found
        elif clauses.case(whole) == "of" and whole.stem == "nmod" and whole.head.lemma_.lower() in TARGETS:
            found = self._target(whole.head)
        elif case not in ("in", "on"):
            return
        elif noun.lemma_.lower() not in HELD:  # "six are in custody", but "the leader is in talks"
            role = "agent"
        yield from ((role, c) for t in found for c in coordination.coordinated(t))

    def _target(self, noun: Token) -> list[Token]:
        """Who "was the target of" or "became the subject of" what is done to them."""
        up = noun.head
        if phrases.children(noun, "cop"):
            return coordination.subjects(noun)
        became = up.lemma_.lower() in ("become", "remain") and noun.stem in ("obj", "xcomp")
        return coordination.subjects(up) if became else []

    def _of_clauses(self, noun: Token, verb: Token) -> Iterator[Pair]:
        """From the clauses that say no more than that it was: "the raid took place in", "the raid, which began in"."""
        for clause in (verb, *phrases.children(noun, "acl")):
            if self.occurrence(clause) == noun:
                beside = phrases.children(clause, "obl")
                if clauses.passive(clause):  # "was followed by another"
                    beside = [c for c in beside if clauses.case(c) != "by"]
                yield from self.oblique(clause, beside, False)
            elif clause != verb and clause.lemma_.lower() in LIGHT:  # "a search conducted by troops"
                yield from self.oblique(clause, phrases.children(clause, "obl"), True)

    def _held(self, noun: Token, verb: Token) -> Iterator[Pair]:
        """From a light verb that a noun is the object of: "held talks with"."""
        undergone = verb.lemma_.lower() == "have" and noun.lemma_.lower() in SUFFERED  # "has two arrests"
        role = "patient" if undergone or clauses.passive(verb) else "agent"  # "was given a sentence"
        yield from ((role, t) for t in coordination.subjects(verb))
        roles = ("agent", "patient", "recipient", "place")
        yield from self._around(noun, verb, phrases.children(verb, "obl"), roles)

    def _of_subject(self, noun: Token, verb: Token, light: bool) -> Iterator[Pair]:
        """From a verb that a noun is the subject of."""
        beside, lemma = phrases.children(verb, "obl"), verb.lemma_.lower()
        if lemma in NOTICED and clauses.passive(verb):  # "gunfire was heard in"
            yield from (p for p in self.oblique(verb, beside, True) if p[0] == "place")
        elif light and clauses.passive(verb):  # "assaults were carried out by men"
            yield from self.oblique(verb, beside, True)
        else:  # "the attack in Sella shocked them", with Sella hung on the verb
            spreads = lemma in SPREADING  # "protests spread to Vell"
            harms = not clauses.passive(verb) and classes(lemma) & HARMS  # "a blast killed nine in Vell"
            near = beside if spreads or harms else self._between(noun, verb)
            yield from (p for p in self.oblique(verb, near, False) if p[0] == "place")
            for hurt in phrases.children(verb, "obj") if harms else ():  # "killed nine people in Vell"
                if self.is_on_the_spot(hurt):
                    yield from self.inside(noun, hurt)

    def _of_oblique(self, noun: Token, verb: Token, light: bool) -> Iterator[Pair]:
        """From a verb that a noun stands beside with a preposition."""
        joins = light and clauses.case(noun) in ("in", "on") and not clauses.passive(verb)
        if joins:  # "took part in talks in Vell", with Vell hung on the verb
            beside = [c for c in phrases.children(verb, "obl") if self.touches(noun, c)]
            yield from (p for p in self.oblique(verb, beside, False) if p[0] == "place")
        helps = verb.lemma_.lower() == "come" and clauses.case(noun) == "to"  # "came to the rescue of a ship"
        if joins or helps or self._during(noun):
            named = any(c.dep_ == "nmod:poss" or clauses.case(c) in ("by", "between") for c in noun.children)
            yield from (("agent", t) for t in coordination.subjects(verb) if not named)

    def _swept(self, verb: Token, relation: str) -> list[Token]:
        """The place that an event came over, or that went through it: "unrest swept *Vell*", "*Vell* saw unrest"."""
        lemma, passive = verb.lemma_.lower(), clauses.passive(verb)
        beside: list[Token] = []
        if lemma in SWEEPING and relation == "nsubj" and not passive:
            bare = [c for c in phrases.children(verb, "obl") if not clauses.case(c) and c.left_edge.i == verb.i + 1]
            beside = [t for c in phrases.children(verb, "obj") or bare for t in coordination.coordinated(c)]
        elif (lemma in SWEEPING and relation == "obl" and passive) or (lemma in WITNESSING and relation == "obj"):
            beside = coordination.subjects(verb)
        return [t for t in beside if self.kind.get(t.i) == "place" or places.site(t)]

    def _by_blame(self, noun: Token, verb: Token, relation: str) -> Iterator[Pair]:
        """Whom others hold for the one who did it: "blamed Oro for the attack"."""
        doers = (c for c in noun.children if c.dep_ == "nmod:poss" or clauses.case(c) == "by")
        if any(c.i not in self.times for c in doers):
            return  # "blamed Oro for the rebels' attack": they did it
        case = BLAMING.get(verb.lemma_.lower())
        if case and relation == "obl" and clauses.case(noun) == case:
            blamed = coordination.subjects(verb) if clauses.passive(verb) else phrases.children(verb, "obj")
            yield from (("agent", t) for b in blamed for t in coordination.coordinated(b))

    def _around(self, noun: Token, verb: Token, beside: Iterable[Token], roles: Container[str]) -> Iterator[Pair]:
        """Those of these roles beside the verb that a noun is the object of; what is struck is whom: "opened fire on
        them", "declared war on Oro"."""
        for c in beside:
            lemma, case = noun.lemma_.lower(), clauses.case(c)
            if lemma in STRUCK and case in ("on", "against") and c.i not in self.times:
                yield from (("patient", t) for t in coordination.coordinated(c))
            else:
                yield from (p for p in self.oblique(verb, [c], False) if p[0] in roles)

    def _between(self, noun: Token, verb: Token) -> list[Token]:
        """What stands between a noun and its verb without a comma belongs to the noun."""
        words = noun.doc[noun.i : verb.i]
        found = [c for c in phrases.children(verb, "obl") if noun.i < c.i < verb.i]
        return [] if any(t.is_punct for t in words) or noun.i not in self.happenings else found
