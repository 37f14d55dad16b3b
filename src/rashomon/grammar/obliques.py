"""The roles of nouns with a preposition beside a verb or under another noun: the other side, a place, a topic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from rashomon.grammar import clauses, coordination, phrases, places, strays
from rashomon.grammar.kinds import Kinds
from rashomon.grammar.role_words import (
    ADDRESSES,
    AIMED,
    ELSEWHERE,
    EXCHANGING,
    GIVING,
    HANDING,
    IMPOSING,
    MANNER,
    MEANS,
    MUTUAL,
    PLAYING,
    REACHING,
    SCENIC,
    SPEAKING,
    STRUCK,
    TAKING,
    TOPICS,
)

if TYPE_CHECKING:
    from rashomon.tokens import Token

NAMED = ("person", "organisation")
Pair: TypeAlias = "tuple[str, Token]"


def manner(noun: Token) -> bool:
    """True for what is on no other side: "with force", but not "with forces"."""
    return noun.lemma_.lower() in MANNER and noun.tag_ != "NNS"


class Obliques(Kinds):
    """The roles of nouns by their preposition."""

    __slots__ = ()

    def oblique(self, verb: Token, nouns: Iterable[Token], passive: bool) -> Iterator[Pair]:
        """The roles of nouns with a preposition beside a verb, and of adverbs that stand for a place."""
        for noun in nouns:
            if clauses.case(noun) in ("on", "in", "en") and noun.lemma_.lower() in places.GOING:  # "on its way to Vell"
                ends = (c for c in phrases.children(noun, "nmod") if self.is_place(c, clauses.case(c), "go"))
                yield from (("place", t) for end in ends for t in coordination.coordinated(end))
                continue
            owner = any(c.tag_ == "POS" for c in noun.children)
            role = (
                None
                if owner or noun.i in self.times or noun.lower_ == "what"
                else self._by_preposition(verb, noun, passive)
            )
            noun = self.seat(places.whole(noun)) if role == "place" else noun
            for t in coordination.coordinated(noun) if role else ():
                if role != "place" or t == noun or self._is_beside(t, noun):
                    yield str(role), t
            yield from (("place", t) for t in self._of(noun) if role == "place")
            yield from (("place", t) for t in self._further(noun) if role == "place")
        for adverb in phrases.children(verb, "advmod"):
            if adverb.lower_ in ELSEWHERE or places.bearing(adverb):
                yield "place", adverb
            for noun in phrases.children(adverb, "obl"):  # "east from Vell", "hours later in Vell"
                if clauses.case(noun) != "of" and self.is_place(noun, clauses.case(noun), verb.lemma_.lower()):
                    yield from (("place", t) for t in coordination.coordinated(places.whole(noun)))

    def _by_preposition(self, verb: Token, noun: Token, passive: bool) -> str | None:
        """The role that a preposition gives a noun beside a verb, None for none."""
        case, lemma = clauses.case(noun) or strays.particle(verb, noun), verb.lemma_.lower()
        if case == "by" and (passive or noun.dep_ == "obl:agent"):
            return None if self._is_means(noun) else "agent"
        if (case == "at" and lemma in AIMED and not passive) or (case in ("on", "upon") and lemma in IMPOSING):
            return "patient"
        if case == "from" and strays.before(noun).lemma_.lower() in places.SENT:
            return None
        if self.is_place(noun, case, lemma):
            return "place"
        if case in REACHING.get(lemma, ()):
            return "patient"
        if noun.lemma_.lower() in places.PERIODS:
            return None
        if case == "to" and self._is_told_or_given(verb, noun, passive):
            return "recipient"
        if case == "with":
            return self._with(verb, noun)
        if case == "against":
            return "recipient"
        if case == "for":
            going = lemma in places.MOTION or lemma in PLAYING  # "travelled for the Oro Forum", "scored twice for Oro"
            return "recipient" if noun.i in self.entity and not going else "topic"
        return "topic" if case in TOPICS else None

    def _is_means(self, noun: Token) -> bool:
        """True after "by" for what something is done with: "by *plane*", "by force"; not for "by Oran planes"."""
        vehicle = noun.lemma_.lower() in places.VEHICLES
        fleet = vehicle and noun.tag_ == "NNS"
        means = (noun.lemma_.lower() in MEANS and not fleet) or (vehicle and noun.left_edge.i + 1 == noun.i)
        return means and noun.i not in self.kind

    def _is_told_or_given(self, verb: Token, noun: Token, passive: bool) -> bool:
        """True after "to" for one to whom something is said or handed: "spoke to *Oro*", "gave it to the *army*"."""
        lemma, objects = verb.lemma_.lower(), phrases.children(verb, "obj")
        speech = lemma in SPEAKING or any(c.lemma_.lower() in ADDRESSES for c in objects)
        handed = lemma in GIVING or (lemma in HANDING and (passive or bool(objects)))
        spoken = speech and (self.acts(noun) or noun.pos_ == "PROPN")
        return self.kind.get(noun.i) in NAMED or spoken or handed

    def _with(self, verb: Token, noun: Token) -> str | None:
        """The role of a noun after "with": the other side, or what "made off with" took."""
        lemma = verb.lemma_.lower()
        if lemma in TAKING and any(c.lower_ in ("away", "off") for c in verb.children):
            return "patient"
        alone = lemma in MUTUAL and not phrases.children(verb, "obj")
        other = not manner(noun) and (self.acts(noun) or alone)
        return "recipient" if other and lemma not in EXCHANGING else None  # not "with the aim of", "replaced it with"

    def inside(self, event: Token, noun: Token) -> Iterator[Pair]:
        """The places that a participant or an occasion tells: "met Ana Oro in Vell", "shot at a Vell rally"."""
        inside = [c for c in phrases.children(noun, "nmod") if clauses.case(c) in places.AROUND or self._on(c)]
        yield from (p for p in self.oblique(event, inside, False) if p[0] == "place")
        charged = event.lemma_.lower() in clauses.FOR_A_DEED  # not "charged in the Oro bombing"
        if self.is_occasion(noun) and not charged:
            lemma = noun.lemma_.lower()
            before = self.named_before(noun) if lemma in SCENIC | STRUCK else []
            yield from (("place", c) for c in before if lemma not in STRUCK or places.town(c.text))

    def _of(self, site: Token) -> Iterator[Token]:
        """The places that a site is of, with these hung on its verb: "marched through the streets *of Vell*"."""
        for c in phrases.children(site.head, "obl"):
            named = self.kind.get(c.i) == "place" and clauses.case(c) == "of"
            if named and c.head == site.head and c.left_edge.i == site.i + 1:
                yield from coordination.coordinated(c)

    def _further(self, sites: Token) -> Iterator[Token]:
        """The further places that several sites are in: "embassies in Vell and *Oro*"."""
        if sites.tag_ != "NNS" or not places.site(sites):
            return
        for c in phrases.children(sites, "nmod"):
            if clauses.case(c) in places.INSIDE and self.kind.get(c.i) == "place":
                others = (t for t in coordination.coordinated(c)[1:] if self.kind.get(t.i) == "place")
                yield from (t for t in others if t.left_edge.dep_ == "cc")

    def _is_beside(self, other: Token, place: Token) -> bool:
        """True for a place coordinated with one: not "in Oro, and harassment grew", "in cars, shields and helmets"."""
        if self.kind.get(other.i) == "place" or places.site(other):
            return True
        return self.kind.get(place.i) is None and not places.site(place) and place.lemma_ not in places.VEHICLES

    def _on(self, noun: Token) -> bool:
        """ "People on the bridge", "passengers on a bus": but not "sanctions on Oro"."""
        lemma = noun.lemma_.lower()
        return clauses.case(noun) == "on" and lemma in places.SURFACES and self.kind.get(noun.i) is None

    def named_before(self, noun: Token) -> list[Token]:
        """The places before a noun that is in them: "a *Vell* rally", "*Vell*'s celebrations", not "Vell island"."""
        if noun.lemma_.lower() in coordination.SEATS:
            return []
        before = (c for c in phrases.children(noun, "compound", "nmod:poss") if self.kind.get(c.i) == "place")
        return [c for c in before if c.i not in self.times]
