"""Roles by dependency path: who takes part in the event of a verb or a noun, and where (research on events, section 7).

A pair is (role, head word). Coordinated words are a pair each.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, coordination, instruments, people, phrases, places
from rashomon.grammar.role_words import (
    CAUSING,
    ELSEWHERE,
    EXCHANGING,
    GIVING,
    LIGHT,
    MADE,
    OCCASIONS,
    OCCUR,
    REACHING,
    SHARED,
    SOUGHT,
    SPEAKING,
    SUFFERED,
    TOPICS,
    UNDERGONE,
)
from rashomon.lexicon import PEOPLE, classes

if TYPE_CHECKING:
    from spacy.tokens import Token

OBLIQUE = ("against", "by", "for", "from", "including", "like", "such", "with")  # not "more than 20", "over 20"
NAMED = ("person", "organisation")
Pair = tuple[str, "Token"]


@dataclass(frozen=True, slots=True)
class Words:
    """What the layers say of words, by index: the kind of the name it is in, whom it stands for, if it tells a time,
    and if it is a noun that tells an event."""

    kind: Mapping[int, str]
    entity: Mapping[int, str]
    times: Container[int]
    happenings: Container[int]

    # -- verbs ---------------------------------------------------------------------------------------------------------

    def of_verb(self, verb: Token) -> Iterator[Pair]:
        """ "Rebels sank the boat off Sella", "the boat was sunk by rebels"."""
        passive = clauses.passive(verb)
        role = "patient" if passive or verb.lemma_.lower() in UNDERGONE else "agent"
        yield from ((role, t) for t in coordination.subjects(verb) if t.i not in self.times)  # "on Friday that killed"
        for noun in self._objects(verb):
            for t in coordination.coordinated(noun):
                yield "patient", t
        for noun in phrases.children(verb, "iobj"):
            yield "recipient", noun
        inner = [c for s in phrases.children(verb, "nsubj") for c in self._between(s, verb)]
        beside = [c for c in phrases.children(verb, "obl", "obj") if c.dep_ != "obj" or clauses.case(c) in OBLIQUE]
        yield from self.oblique(verb, (c for c in beside if c not in inner), passive)
        if passive:
            yield from self._hidden_agent(verb)
        yield from (("instrument", tool) for tool in instruments.instruments(verb))
        if "relcl" in verb.dep_ and any(c.lower_ == "where" for c in verb.children):  # "the town where nine died"
            yield "place", verb.head
        for noun in phrases.children(verb, "obj", "obl", *(["nsubj"] if passive else [])):
            if self._is_on_the_spot(noun):
                inside = [c for c in phrases.children(noun, "nmod") if clauses.case(c) in places.INSIDE]
                yield from (p for p in self.oblique(verb, inside, False) if p[0] == "place")
        for noun in phrases.children(verb, "obj"):
            if verb.lemma_.lower() in LIGHT:  # "held talks with", "took part in": the noun's own phrases are the act's
                yield from self.oblique(verb, phrases.children(noun, "nmod"), False)

    def _is_on_the_spot(self, noun: Token) -> bool:
        """True for one whose place is that of the event: "met with Ana Oro in Vell", "killed nine people in Vell",
        "died in a raid in Vell"; not for bodies, which are somewhere for good ("a bank in Sella")."""
        if phrases.base(noun.dep_) == "obl" and noun.lemma_.lower() in OCCASIONS:
            return clauses.case(noun) in ("in", "at", "during")
        if self.kind.get(noun.i) == "person":
            return True
        body = self.kind.get(noun.i) is not None or noun.lemma_.lower() in people.BODIES
        return not body and noun.i not in self.happenings and phrases.base(noun.dep_) != "obl"

    def _objects(self, verb: Token) -> Iterator[Token]:
        """The direct objects, without pronouns that only join a clause and words that the parser left beside theirs."""
        found = coordination.objects(verb, OBLIQUE)
        for noun, after in zip(found, (*found[1:], None), strict=False):
            if noun.lower_ == "what" or noun.i in self.times:
                continue
            if after is not None and (noun.pos_ == "ADJ" or after.i == noun.i + 1):
                continue  # "weapons testing": one phrase, taken for two objects
            if noun.lower_ in clauses.RELATIVE and noun.pos_ == "PRON":
                if len(found) == 1 and phrases.base(verb.dep_) == "acl" and noun.i < verb.i:
                    yield verb.head
                continue
            yield noun
        if not found:
            others = [c for c in phrases.children(verb, "obl", "nsubj") if c.dep_ in ("obl", "nsubj")]
            yield from (c for c in others if self._follows(verb, c))

    def _follows(self, verb: Token, noun: Token) -> bool:
        """True for a noun right after a verb that has its subject before it: an object, taken for something else."""
        if noun.i in self.times or noun.pos_ not in ("NOUN", "PROPN") or clauses.case(noun):
            return False
        particle = self._particle(verb, noun)
        begin = noun.left_edge.i - 1 if particle and particle not in places.PLACES else noun.left_edge.i
        return begin == verb.i + 1 and any(c.i < verb.i for c in phrases.children(verb, "nsubj"))

    def _hidden_agent(self, verb: Token) -> Iterator[Pair]:
        """ "was given to the army by the ministry", with the ministry hung on the army."""
        beside = phrases.children(verb, "obl")
        if any(clauses.case(c) == "by" for c in beside):
            return
        for noun in (n for c in beside for n in (c, *phrases.children(c, "nmod")) if n.i not in self.happenings):
            for doer in phrases.children(noun, "nmod"):
                if clauses.case(doer) == "by" and self._acts(doer):
                    yield from (("agent", t) for t in coordination.coordinated(doer))

    def oblique(self, verb: Token, nouns: Iterable[Token], passive: bool) -> Iterator[Pair]:
        """The roles of nouns with a preposition beside a verb, and of adverbs that stand for a place."""
        for noun in nouns:
            if clauses.case(noun) in ("on", "in", "en") and noun.lemma_.lower() in places.GOING:  # "on its way to Vell"
                ends = (c for c in phrases.children(noun, "nmod") if self._is_place(c, clauses.case(c), "go"))
                yield from (("place", t) for end in ends for t in coordination.coordinated(end))
                continue
            role = None if noun.i in self.times or noun.lower_ == "what" else self._by_preposition(verb, noun, passive)
            noun = places.whole(noun) if role == "place" else noun
            for t in coordination.coordinated(noun) if role else ():
                yield str(role), t
        for adverb in phrases.children(verb, "advmod"):
            if adverb.lower_ in ELSEWHERE or places.bearing(adverb):
                yield "place", adverb
            for noun in phrases.children(adverb, "obl"):  # "east from Vell", "hours later in Vell"
                if clauses.case(noun) != "of" and self._is_place(noun, clauses.case(noun), verb.lemma_.lower()):
                    yield from (("place", t) for t in coordination.coordinated(places.whole(noun)))

    def _by_preposition(self, verb: Token, noun: Token, passive: bool) -> str | None:
        case, lemma = clauses.case(noun) or self._particle(verb, noun), verb.lemma_.lower()
        if case == "by" and (passive or noun.dep_ == "obl:agent"):
            return "agent"
        if self._is_place(noun, case, lemma):
            return "place"
        if case in REACHING.get(lemma, ()):
            return "patient"
        if noun.lemma_.lower() in places.PERIODS:
            return None
        person = self._acts(noun)
        spoken = lemma in SPEAKING and (person or noun.pos_ == "PROPN")
        if case == "to" and (self.kind.get(noun.i) in NAMED or spoken or lemma in GIVING):
            return "recipient"
        if case == "with" and (not person or lemma in EXCHANGING):
            return None  # "with the aim of", "replaced him with Oro": no other side
        if case in ("with", "against"):
            return "recipient"
        if case == "for":
            return "recipient" if noun.i in self.entity else "topic"
        return "topic" if case in TOPICS else None

    def _particle(self, verb: Token, noun: Token) -> str:
        """The particle that does the work of a preposition: "kicked off a plane"."""
        before = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i else noun
        return before.lower_ if before.head == verb and phrases.base(before.dep_) == "compound" else ""

    # -- nouns ---------------------------------------------------------------------------------------------------------

    def of_noun(self, noun: Token) -> Iterator[Pair]:
        """ "Putin's meeting with Rouhani", "the attack by rebels on the base", "Iranian strikes in Aleppo"."""
        lemma = noun.lemma_.lower()
        by = any(clauses.case(c) == "by" for c in noun.children)
        owned = any(c.dep_ == "nmod:poss" for c in noun.children)
        of = any(clauses.case(c) == "of" for c in noun.children)
        for child in noun.children:
            if child.i in self.times:
                continue
            role = self._before(child, lemma, of) or self._after(child, lemma, by or owned)
            for t in coordination.coordinated(child) if role else ():
                yield str(role), t
            for c in phrases.children(child, "nmod") if role == "patient" else ():
                if clauses.case(c) == "by":  # "the release of the girls by the rebels", hung on the girls
                    yield "agent", c
                elif self._is_place(c, clauses.case(c), lemma):
                    yield "place", c
        yield from self._by_governor(noun)

    def _before(self, child: Token, lemma: str, of: bool) -> str | None:
        """The role of an owner or of a word before the noun."""
        kind = self.kind.get(child.i)
        if child.dep_ == "nmod:poss":
            return "patient" if lemma in SUFFERED and not of and kind != "place" else "agent"
        if child.dep_ == "compound" and kind is None and child.pos_ == "NOUN" and child.i + 1 == child.head.i:
            if lemma in MADE or (lemma in SUFFERED and child.lower_ not in people.BODIES):
                return "patient"
            return None
        if child.dep_ == "compound" and kind is not None:
            return "patient" if lemma in SUFFERED and kind == "person" else "agent"
        return "agent" if child.dep_ == "amod" and kind in ("other", "place") else None

    def _after(self, child: Token, lemma: str, has_agent: bool) -> str | None:
        """The role of a noun with a preposition."""
        if phrases.base(child.dep_) not in ("nmod", "obl"):
            return None
        case, named = clauses.case(child), self.kind.get(child.i) in NAMED
        if case == "into" and lemma in SOUGHT:
            return "patient"
        if self._is_place(child, case, lemma):
            return "place"
        if case in ("by", "between"):
            return "agent"
        if case == "of":
            return "agent" if named and not has_agent and lemma not in SUFFERED | MADE else "patient"
        if case == "from" and self._acts(child):
            return "agent"
        if case in ("on", "against", "to"):
            return "patient"
        return "recipient" if case == "with" else None

    def _by_governor(self, noun: Token) -> Iterator[Pair]:
        """What a noun takes from the verb that it hangs on: "held talks", "the attack took place", "is in talks"."""
        verb, relation = noun.head, phrases.base(noun.dep_)
        light = verb.pos_ == "VERB" and verb.lemma_.lower() in LIGHT
        for clause in (
            verb,
            *phrases.children(noun, "acl"),
        ):  # "the attack took place in", "the attack, which happened in"
            if self.occurrence(clause) == noun:
                yield from self.oblique(clause, phrases.children(clause, "obl"), False)
        if noun.dep_ == "compound" and verb.lemma_.lower() in places.SCENES:  # "the crash site near Vell"
            inside = [c for c in phrases.children(verb, "nmod") if clauses.case(c) in places.INSIDE]
            yield from (p for p in self.oblique(noun, inside, False) if p[0] == "place")
        if self.occurrence(verb) == noun:
            return
        if relation == "obj" and verb.lemma_.lower() in CAUSING:  # "sparked protests in Vell"
            yield from (p for p in self.oblique(verb, phrases.children(verb, "obl"), False) if p[0] == "place")
        if relation == "obj" and light:
            yield from (("agent", t) for t in coordination.subjects(verb))
            yield from (p for p in self.oblique(verb, phrases.children(verb, "obl"), False) if p[0] != "topic")
        elif relation == "nsubj" and light and clauses.passive(verb):  # "assaults were carried out by men"
            yield from self.oblique(verb, phrases.children(verb, "obl"), True)
        elif relation == "nsubj":  # "the attack in Sella shocked them", with Sella hung on the verb
            yield from (p for p in self.oblique(verb, self._between(noun, verb), False) if p[0] == "place")
        elif relation == "obl" and verb.pos_ == "VERB":
            joins = light and clauses.case(noun) in ("in", "on") and not clauses.passive(verb)
            if joins or self._during(noun):
                named = any(c.dep_ == "nmod:poss" or clauses.case(c) in ("by", "between") for c in noun.children)
                yield from (("agent", t) for t in coordination.subjects(verb) if not named)
        elif clauses.case(noun) in ("in", "on"):  # "the leader is in talks with"
            for t in phrases.children(noun, "nsubj"):
                yield from (("agent", c) for c in coordination.coordinated(t))

    def _between(self, noun: Token, verb: Token) -> list[Token]:
        """What stands between a noun and its verb without a comma belongs to the noun."""
        words = noun.doc[noun.i : verb.i]
        found = [c for c in phrases.children(verb, "obl") if noun.i < c.i < verb.i]
        return [] if any(t.is_punct for t in words) or noun.i not in self.happenings else found

    def occurrence(self, verb: Token) -> Token | None:
        """The noun whose happening a verb only dates or places: the subject of "occurred", "took place"."""
        lemma = verb.lemma_.lower()
        place = lemma == "take" and any(c.lemma_.lower() == "place" for c in phrases.children(verb, "obj"))
        if lemma not in OCCUR and not place:
            return None
        subject = clauses.subject(verb)
        if subject is None and verb.i and verb.doc[verb.i - 1].dep_ == "nsubj":  # a parser that ties it to "told"
            subject = verb.doc[verb.i - 1]
        return subject if subject is not None and subject.i in self.happenings else None

    def same(self, trigger: Token) -> Iterator[Token]:
        """Other words that tell of the same time: "held *talks*", "*died* in the crash", "said at a *meeting*"."""
        if trigger.pos_ == "VERB":
            undergone = "nsubj" if clauses.passive(trigger) else "obj"
            nouns = phrases.children(trigger, undergone) if trigger.lemma_.lower() in LIGHT else []
            yield from (c for c in nouns if c.i in self.happenings)
            yield from (c for c in phrases.children(trigger, "obl") if self._during(c))
        elif phrases.base(trigger.dep_) == "obl" and trigger.head.pos_ == "VERB":
            verb = trigger.head.lemma_.lower()
            suffers = verb in UNDERGONE or classes(verb) & {"die", "injure", "destroy"}
            inside = suffers or trigger.lemma_.lower() in OCCASIONS
            if clauses.case(trigger) == "during" or (inside and clauses.case(trigger) in ("in", "at")):
                yield trigger.head

    def _during(self, noun: Token) -> bool:
        return noun.lemma_.lower() in SHARED and clauses.case(noun) in ("in", "during", "at")

    # -- what a noun is ------------------------------------------------------------------------------------------------

    def _acts(self, noun: Token) -> bool:
        """True for a person or a body, by name or by what it is called."""
        kind = self.kind.get(noun.i)
        if kind is not None:
            return kind != "other"
        lemma = noun.lemma_.lower()
        person = lemma in PEOPLE or lemma in people.OFFICES or lemma in people.BODIES
        return person or noun.i in self.entity or (noun.pos_ == "PRON" and noun.lower_ in people.PRONOUNS)

    def _is_place(self, noun: Token, case: str, event: str) -> bool:
        return noun.i not in self.happenings and places.tells_where(noun, case, event, self.kind)
