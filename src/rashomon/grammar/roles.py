"""Roles by dependency path: who takes part in the event of a verb, and where (research on events, section 7).

A pair is (role, head word). Coordinated words are a pair each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, coordination, harm, instruments, phrases, places, strays
from rashomon.grammar.noun_roles import Nouns
from rashomon.grammar.obliques import Pair
from rashomon.grammar.role_words import (
    CLOSING,
    DOING,
    EFFECTS,
    LIGHT,
    OUTCOMES,
    PACTS,
    STRICKEN,
    SWEEPING,
    TRADE,
    UNDERGONE,
    WRECKS,
)
from rashomon.lexicon import classes

if TYPE_CHECKING:
    from rashomon.tokens import Token

WITHOUT_OBJECT = coordination.ALONE | places.MOTION
FOUND = places.LYING | {"see", "spot"}
OBLIQUE = ("against", "by", "for", "from", "including", "like", "such", "with")  # not "more than 20", "over 20"


@dataclass(frozen=True, slots=True)
class Words(Nouns):
    """The roles of the words beside a verb or a noun."""

    _found: dict[int, list[Pair]] = field(default_factory=dict, init=False)  # beside the verbs that were asked for

    def of_verb(self, verb: Token) -> Iterator[Pair]:
        """ "Rebels sank the boat off Sella", "the boat was sunk by rebels"."""
        own = self._beside(verb)
        yield from own
        if all(role != "place" for role, _ in own):
            yield from (("place", t) for t in self._shared(verb))

    def _shared(self, verb: Token) -> list[Token]:
        """Where a verb without a place of its own was: with the verb that it is coordinated with ("in Oro, two died and
        six were hurt", "two were killed and six hurt in Oro"), or by the deed that did it ("a blast in Oro killed")."""
        if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
            subject = next(iter(phrases.children(verb.head, "nsubj")), verb.head)
            fronted = [c for c in phrases.children(verb.head, "obl") if c.i < subject.i]
            found = [t for role, t in self.oblique(verb.head, fronted, False) if role == "place"]
            if found:
                return found
        if verb.lemma_.lower() in FOUND:  # "was found abandoned at an airport"
            after = [c for c in phrases.children(verb, "xcomp") if c.tag_ in ("VBG", "VBN")]
            return [t for c in after for role, t in self._beside(c) if role == "place"]
        if not harm.harms(verb):
            return []
        others = [c for c in phrases.children(verb, "conj") if harm.together(verb, c)]
        others += [verb.head] if verb.dep_ == "conj" and harm.together(verb.head, verb) else []
        for other in others:
            found = [t for role, t in self._beside(other) if role == "place"]
            if found:
                return found
        return [t for deed in self.deeds(verb) for role, t in self.of_noun(deed) if role == "place"]

    def deeds(self, verb: Token) -> list[Token]:
        """The nouns of the deeds whose harm a verb tells: "the *raid* that left nine dead", "a *quake* shook Vell"."""
        hit = harm.harms(verb) or verb.lemma_.lower() in SWEEPING | EFFECTS
        if not hit or clauses.passive(verb):
            return []
        subjects = (self.acting(verb, t) for t in coordination.subjects(verb))
        return [t for t in subjects if t.i in self.happenings]

    def scene(self, verb: Token) -> list[Token]:
        """Where a verb without a place of its own was, by what is told around it: the deed of whose outcome it tells,
        what went on meanwhile, where those are who did it, what it was done to a part of."""
        ways = (self._of_deed, self._meanwhile, self._of_doer, self._of_part, self._of_site, self._of_first)
        return next((found for way in ways if (found := way(verb))), [])

    def _meanwhile(self, verb: Token) -> list[Token]:
        """ "She had parked in *Elm Street* when a van hit her", "was stabbed while she walked in *Vell*"."""
        around = [c for c in phrases.children(verb, "advcl") if clauses.lasting(c)]
        if verb.stem == "advcl" and any(c.lower_ == "when" for c in verb.children):
            around += [verb.head] if verb.head.i < verb.i and clauses.lasting(verb.head) else []
        return [t for other in around for role, t in self.of_verb(other) if role == "place"]

    def _of_doer(self, verb: Token) -> list[Token]:
        """ "A judge in *Vell* sentenced them", "was held by police in *Vell*"; not names, which are there for good."""
        doing = [t for role, t in self._beside(verb) if role == "agent"]
        doing = [t for t in doing if t.pos_ == "NOUN" and t.i not in self.kind and self.acts(t)]
        return [place for t in doing for _, place in self.inside(verb, t)]

    def _of_part(self, verb: Token) -> list[Token]:
        """ "The roof of a *school* collapsed", "set fire to a mosque in *Vell*": what is hurt is where that was."""
        if not classes(verb.lemma_.lower()) & WRECKS:
            return []
        hurt = [t for role, t in self._beside(verb) if role == "patient" or (role == "agent" and not self.acts(t))]
        whole = [c for t in hurt for c in phrases.children(t, "nmod") if clauses.case(c) == "of"]
        found = [c for c in whole if (places.site(c) and c.tag_ != "NNS") or self.kind.get(c.i) == "place"]
        return found or [place for t in hurt for _, place in self.inside(verb, t)]

    def _of_site(self, verb: Token) -> list[Token]:
        """ "Police searched a house in *Vell*"; but not "bought a bank in Vell"."""
        if classes(verb.lemma_.lower()) & TRADE:
            return []
        sites = [t for role, t in self._beside(verb) if role == "patient" and places.site(t)]
        return [place for t in sites for _, place in self.inside(verb, t)]

    def _of_first(self, verb: Token) -> list[Token]:
        """ "Burst into a *school* and opened fire": where the first of two verbs took those who go on to act there."""
        first = verb.head
        if verb.dep_ != "conj" or first.tag_ != verb.tag_ or verb.lemma_.lower() in places.MOTION:
            return []
        if phrases.children(verb, "nsubj"):
            return []
        cases = ("at", "in", "inside", "into", "near", "to") if first.lemma_.lower() in places.MOTION else ("into",)
        told = (t for role, t in self.of_verb(first) if role == "place")
        return [t for t in told if clauses.case(t) in cases]

    def _of_deed(self, verb: Token) -> list[Token]:
        """The place of the deed of whose outcome a verb tells, the nearest that says so: "hit *Vell*, killing nine",
        "died when a bus fell into a *ravine*"."""
        if not classes(verb.lemma_.lower()) & OUTCOMES:
            return []
        deeds = [c for c in phrases.children(verb, "advcl") if any(m.lower_ in ("as", "when") for m in c.children)]
        first = verb
        while first.dep_ == "conj" and first.head.tag_ == "VBG":  # "killing ten and wounding nine"
            first = first.head
        if first.tag_ == "VBG" and first.stem in ("advcl", "conj") and not phrases.children(first, "aux"):
            deeds.append(first.head)
        if "relcl" in verb.dep_ and verb.head.i in self.happenings:  # "an attack in Vell, in which nine died"
            return [t for role, t in self.of_noun(verb.head) if role == "place"]
        for deed in deeds:
            told = [t for role, t in self.of_verb(deed) if role == "place"]
            if found := told or self._of_site(deed):
                return found
        return []

    def _beside(self, verb: Token) -> list[Pair]:
        """The roles of the words beside a verb; where it was is asked of the same verb several times."""
        found = self._found.get(verb.i)
        if found is None:
            found = self._found[verb.i] = list(self._pairs(verb))
        return found

    def _pairs(self, verb: Token) -> Iterator[Pair]:
        passive, objects = clauses.passive(verb), list(self._objects(verb))
        oblique = [c for c in strays.obliques(verb) if not self.of_told(verb, c)]
        yield from self._of_subject_and_objects(verb, objects, passive)
        inner = [c for s in phrases.children(verb, "nsubj") for c in self._between(s, verb)]
        beside = [*oblique, *(c for c in phrases.children(verb, "obj") if clauses.case(c) in OBLIQUE)]
        yield from self.oblique(verb, (c for c in beside if c not in inner), passive)
        if passive:
            yield from self._hidden_agent(verb)
        yield from (("instrument", tool) for tool in instruments.instruments(verb))
        yield from (("place", t) for t in self._where(verb))
        undergoing = dict.fromkeys((*phrases.children(verb, "obj", *(["nsubj"] if passive else [])), *objects))
        yield from self._of_participants(verb, oblique, list(undergoing))
        if verb.dep_ == "ccomp":
            yield from self._told_of(verb)
        yield from self._of_light(verb)

    def _of_subject_and_objects(self, verb: Token, objects: Sequence[Token], passive: bool) -> Iterator[Pair]:
        """Agents, patients and recipients without a preposition; a time is none: "on Friday that killed"."""
        stricken = verb.lower_ in STRICKEN and (verb.pos_ != "VERB" or verb.tag_ == "VBG")
        role = "patient" if passive or stricken or verb.lemma_.lower() in UNDERGONE else "agent"
        yield from ((role, self.acting(verb, t)) for t in coordination.subjects(verb) if t.i not in self.times)
        yield from (("patient", t) for noun in objects for t in coordination.coordinated(noun))
        yield from (("recipient", noun) for noun in phrases.children(verb, "iobj"))

    def _where(self, verb: Token) -> list[Token]:
        """What "where" stands for in the clause of a verb."""
        where = next((c for c in verb.children if c.lower_ == "where"), None)
        if where is not None and "relcl" in verb.dep_:
            return [self._scene(verb.head, where)]
        free = where is not None and where.i < verb.i and verb.stem in ("advcl", "acl")
        return self._right_before(where) if where is not None and free else []

    def _of_participants(self, verb: Token, oblique: Sequence[Token], undergoing: Sequence[Token]) -> Iterator[Pair]:
        """The places that those who take part are in, which is where it was."""
        for noun in (*oblique, *undergoing):
            run_into = clauses.case(noun) == "into" and self.acts(noun)  # "drove into a crowd in Vell"
            if run_into or self.is_on_the_spot(noun):
                yield from self.inside(verb, noun)
        for noun in undergoing:  # "bombed a Vell hotel", but not "a Sellan base", "the Sella-Vell border"
            named = self.named_before(noun) if places.site(noun) else []
            yield from (("place", c) for c in named if c.dep_ == "nmod:poss" or places.town(c.text))

    def _of_light(self, verb: Token) -> Iterator[Pair]:
        """What the object of a verb brings that tells little by itself: "set fire to a car", "held talks with Oro"."""
        for noun in phrases.children(verb, "obj"):
            if cases := DOING.get((verb.lemma_.lower(), noun.lemma_.lower())):
                done = [c for c in phrases.children(verb, "obl") if clauses.case(c) in cases]
                yield from (("patient", t) for c in done for t in coordination.coordinated(c))
                yield from (p for c in done for p in self.inside(verb, c))
            elif verb.lemma_.lower() in LIGHT:  # "held talks with", "took part in": its own phrases are the act's
                yield from self.oblique(verb, phrases.children(noun, "nmod"), False)
            elif noun.lemma_.lower() in PACTS:
                sides = (c for c in phrases.children(noun, "nmod") if clauses.case(c) == "with")
                yield from (("recipient", t) for c in sides for t in coordination.coordinated(c))

    def _right_before(self, where: Token) -> list[Token]:
        """The place right before "where", whatever its clause hangs on: "they went to *Vell*, where talks began"."""
        at = where.doc[max(where.i - 1, 0)]
        at = where.doc[max(at.i - 1, 0)] if at.text == "," else at
        if at.i > 1 and where.doc[at.i - 1].text == "," and self.kind.get(at.i - 2) == "place":
            at = where.doc[at.i - 2]  # "to Vell, *Sella*, where"
        while at.dep_ == "flat" and at.head.i < at.i:
            at = at.head
        return [at] if at.i < where.i and (self.kind.get(at.i) == "place" or places.site(at)) else []

    def _scene(self, noun: Token, where: Token) -> Token:
        """The place that "where" points back at: "the *town* where nine died", "men in *Vell*, where nine died"."""
        between = noun.doc[noun.i : where.i]
        named = [t for t in between if self.kind.get(t.i) == "place" and t.dep_ != "flat"]
        if named and self.acts(noun):
            return named[0]
        sites = [t for t in between if places.site(t) and t.dep_ != "compound"]  # "a row at the *prison* where he died"
        return noun if named or not sites else sites[-1]

    def _told_of(self, verb: Token) -> Iterator[Pair]:
        """ "In Oro, officials say a dam broke": where several, none of them named, tell it, that is where it broke."""
        teller = next(iter(phrases.children(verb.head, "nsubj")), None)
        if teller is not None and teller.tag_ == "NNS" and teller.pos_ == "NOUN" and teller.i < verb.head.i:
            before = [c for c in phrases.children(verb.head, "obl") if c.i < teller.i]
            yield from (p for p in self.oblique(verb, before, False) if p[0] == "place")

    def _objects(self, verb: Token) -> Iterator[Token]:
        """The direct objects, without pronouns that only join a clause and words that the parser left beside theirs."""
        found = coordination.objects(verb, OBLIQUE)
        if not found and verb.dep_ == "amod" and phrases.children(verb, "nsubj"):
            found = [verb.head]  # "the blast wounded 20 people", with the verb taken for an adjective
        for noun, after in zip(found, (*found[1:], None), strict=False):
            if noun.lower_ == "what" or noun.i in self.times:
                continue
            owner = any(c.tag_ == "POS" for c in noun.children)
            if after is not None and (noun.pos_ == "ADJ" or owner or after.i == noun.i + 1):
                continue  # "weapons testing": one phrase, taken for two objects
            if noun.lower_ in phrases.RELATIVE and noun.pos_ == "PRON":
                if len(found) == 1 and verb.stem == "acl" and noun.i < verb.i:
                    yield verb.head
                continue
            yield noun
        if not found and verb.lemma_.lower() in CLOSING:  # "sealed off the road"
            off = [c for c in phrases.children(verb, "obl") if clauses.case(c) == "off"]
            found = [c for c in off if c.left_edge.i == verb.i + 1]
            yield from found
        gap = strays.open_object(verb, WITHOUT_OBJECT)
        if not found and gap is not None and not clauses.passive(verb):
            yield gap
        elif not found:
            others = [c for c in phrases.children(verb, "obl", "nsubj") if c.dep_ in ("obl", "nsubj")]
            yield from (c for c in others if self._follows(verb, c))

    def _follows(self, verb: Token, noun: Token) -> bool:
        """True for a noun right after a verb that has its subject before it: an object, taken for something else."""
        if noun.pos_ == "NUM" and harm.harms(verb):  # "killing nine and wounding around 40"
            return noun.left_edge.i == verb.i + 1 and clauses.case(noun) in ("", "around", "about")
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
