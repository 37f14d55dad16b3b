"""What a noun is to the reading of roles: somebody who acts, a place, an occasion of something else, a time."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.common_nouns import FORCES, PEOPLE
from rashomon.grammar import clauses, people, phrases, places, strays
from rashomon.grammar.coordination import SEATS
from rashomon.grammar.cues import STANCES
from rashomon.grammar.role_words import HARMING, LIGHT, OCCASIONS, OCCUR, SHARED, UNDERGONE
from rashomon.lexicon import DEADLY, classes

if TYPE_CHECKING:
    from rashomon.tokens import Token


STRIKING = DEADLY - {"shoot"}  # classes of deeds that kill those around


@dataclass(frozen=True, slots=True)
class Kinds:
    """What the layers say of words, by index: the kind of the name it is in, whom it stands for, if it tells a time,
    and if it is a noun that tells an event."""

    kind: Mapping[int, str]
    entity: Mapping[int, str]
    times: Container[int]
    happenings: Container[int]

    def acts(self, noun: Token) -> bool:
        """True for a person or a body, by name or by what it is called."""
        kind = self.kind.get(noun.i)
        if kind is not None:
            return kind != "other"
        lemma = noun.lemma_.lower()
        person = lemma in PEOPLE or lemma in people.OFFICES or lemma in people.BODIES
        return person or noun.i in self.entity or (noun.pos_ == "PRON" and noun.lower_ in people.PRONOUNS)

    def acting(self, verb: Token, subject: Token) -> Token:
        """Who is meant by "who" after a thing: "met in honour of Ana Oro, who fled"; and by another clause whose noun
        cannot take part in it."""
        who = next((c for c in phrases.children(verb, "nsubj") if c.lower_ == "who" and c != subject), None)
        clause = subject == verb.head if verb.stem == "acl" else subject.head != verb and subject.i < verb.i
        relative = verb.stem == "acl" or any(c.lower_ == "that" for c in phrases.children(verb, "nsubj"))
        if who is None and clause and relative:  # hung on its noun, or behind it on another verb
            return self._fitting(verb, subject)
        if who is None or self.acts(subject):
            return subject
        named = next((t for t in reversed(who.doc[subject.i : who.i]) if not t.is_punct), subject)
        if self.kind.get(named.i) == "person":
            return named.head if named.dep_ == "flat" else named
        return subject

    def _fitting(self, verb: Token, noun: Token) -> Token:
        """The noun near a clause that can take part in it, where the one that it hangs on cannot: "survivors of a
        *quake* that killed nine", "residents of the *port*, which lies", "a vigil for a *boy* killed on Sunday"."""
        pronoun = next((c.lower_ for c in phrases.children(verb, "nsubj") if c.lower_ in phrases.RELATIVE), "")
        between = (t for t in noun.subtree if noun.i < t.i < verb.i and t.pos_ in ("NOUN", "PROPN"))
        nearer = [t for t in between if noun.i <= t.head.i < verb.i and t.dep_ not in ("compound", "conj", "flat")]
        harms, passive = verb.lemma_.lower() in HARMING, clauses.passive(verb)
        if harms and pronoun in ("that", "which"):
            deed = self._deed_of(noun)
            if not nearer or (deed != noun and not passive and not self.acts(noun)):
                return deed
        if not nearer:
            return noun
        if harms and passive:
            return noun if self.acts(noun) else nearer[-1]
        if self.kind.get(noun.i) != "person" and noun.lemma_.lower() not in people.PERSONAL:
            return noun
        if pronoun == "which":
            return nearer[-1]
        deeds = [t for t in nearer if t.i in self.happenings]
        return deeds[-1] if deeds and harms and pronoun == "that" else noun

    def _deed_of(self, noun: Token) -> Token:
        """The deed that did harm, where its clause hangs on what it was done to: "the *bombing* of a clinic that killed
        nine"."""
        deed = noun.head
        struck = noun.stem == "nmod" and clauses.case(noun) in ("of", "on", "at", "in")
        return deed if struck and deed.i in self.happenings and classes(deed.lemma_.lower()) & STRIKING else noun

    def is_place(self, noun: Token, case: str, event: str) -> bool:
        """True for a noun that says where an event with the lemma *event* was; *case* is its preposition."""
        return noun.i not in self.happenings and places.tells_where(noun, case, event, self.kind)

    def seat(self, noun: Token) -> Token:
        """The name right behind what it is the name of, however the tree hangs it: "in the capital *Vell*"."""
        after = noun.doc[noun.i + 1 : noun.i + 2]
        if noun.lemma_.lower() not in SEATS or not after or self.kind.get(after[0].i) != "place":
            return noun
        return after[0].head if after[0].dep_ in ("compound", "flat") and after[0].head.i > noun.i else after[0]

    def is_occasion(self, noun: Token) -> bool:
        """True for what another event is part of: "robbed during festivities", "shot at a rally"."""
        case = clauses.case(noun)
        event = noun.i in self.happenings or noun.lemma_.lower() in OCCASIONS
        return noun.stem in ("obl", "nmod") and (case == "during" or (event and case in ("in", "at", "into")))

    def is_on_the_spot(self, noun: Token) -> bool:
        """True for one whose place is that of the event: "met with Ana Oro in Vell", "killed nine people in Vell",
        "died in a raid in Vell", "held by police in Vell", "for the first time in Vell"; not for bodies, which are
        somewhere for good ("a bank in Sella")."""
        lemma = noun.lemma_.lower()
        if self.is_occasion(noun) or noun.i in self.times or lemma in places.PERIODS:
            return True
        if self.kind.get(noun.i) == "person" or (noun.dep_ == "obl:agent" and lemma in FORCES):
            return True
        body = self.kind.get(noun.i) is not None or noun.lemma_.lower() in people.BODIES
        return not body and noun.i not in self.happenings and noun.stem != "obl"

    def occurrence(self, verb: Token) -> Token | None:
        """The noun whose happening a verb only dates or places: the subject of "occurred", "took place"."""
        lemma = verb.lemma_.lower()
        place = lemma == "take" and any(c.lemma_.lower() == "place" for c in phrases.children(verb, "obj"))
        going = ("go", "off"), ("break", "out")  # "explosions went off", "a fire broke out"
        off = any((lemma, c.lower_) in going for c in verb.children)
        if lemma not in OCCUR and not (place or off):
            return None
        subject = clauses.subject(verb)
        subject = subject and places.whole(subject)
        if subject is None and verb.i and verb.doc[verb.i - 1].dep_ == "nsubj":  # a parser that ties it to "told"
            subject = verb.doc[verb.i - 1]
        return subject if subject is not None and subject.i in self.happenings else None

    def carrier(self, noun: Token) -> Token:
        """The word that stands for a noun in its clause: "a *series* of raids", "*raids* and thefts"."""
        up = noun
        while up.head.i < up.i and up.head.pos_ == "NOUN":
            counted = up.stem == "nmod" and places.whole(up.head) == up
            if not counted and not (up.dep_ == "conj" and up.head.i in self.happenings):
                break
            up = up.head
        return up

    def touches(self, noun: Token, phrase: Token) -> bool:
        """True for a place right after a noun that tells an event: "shown the blast in Oro", whatever the tree."""
        within = clauses.case(phrase) in (*places.INSIDE, "on", "against")
        return within and phrase.left_edge.i == noun.right_edge.i + 1 and places.whole(noun).i in self.happenings

    def of_told(self, verb: Token, phrase: Token) -> bool:
        """True for where that was of which a verb only tells: "condemned the attack in Oro"."""
        telling = verb.lemma_.lower() in STANCES or verb.lemma_.lower() in clauses.FOR_A_DEED
        return (
            telling
            and clauses.case(phrase) in places.INSIDE
            and any(self.touches(c, phrase) for c in phrases.children(verb, "obj"))
        )

    def same(self, trigger: Token) -> Iterator[Token]:
        """Other words that tell of the same time: "held *talks*", "*died* in the crash", "said at a *meeting*"."""
        if trigger.pos_ == "VERB":
            undergone = "nsubj" if clauses.passive(trigger) else "obj"
            nouns = phrases.children(trigger, undergone) if trigger.lemma_.lower() in LIGHT else []
            yield from (c for noun in nouns if (c := places.whole(noun)).i in self.happenings)
            if trigger.lemma_.lower() in LIGHT and trigger.dep_ == "acl" and trigger.head.i in self.happenings:
                yield trigger.head  # "talks held in May"
            yield from (c for c in strays.obliques(trigger) if self._during(c))
        elif trigger.stem == "obl" and trigger.head.pos_ == "VERB":
            verb = strays.governor(trigger)
            lemma = verb.lemma_.lower()
            suffers = lemma in UNDERGONE or classes(lemma) & {"die", "injure", "destroy"}
            inside = suffers or trigger.lemma_.lower() in OCCASIONS
            if clauses.case(trigger) == "during" or (inside and clauses.case(trigger) in ("in", "at")):
                yield verb

    def _during(self, noun: Token) -> bool:
        return noun.lemma_.lower() in SHARED and clauses.case(noun) in ("in", "during", "at", "on")
